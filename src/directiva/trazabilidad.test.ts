import { describe, expect, it } from 'vitest';
import type { ModuloCualquiera } from '../kernel/acto.ts';
import { findNumeral } from './numerales.ts';
import { generarTrazabilidad, pruebasEn, reglasCitadas, renderTrazabilidad, trazar } from './trazabilidad.ts';

const de = (...claves: string[]) => claves.map((c) => findNumeral(c)).filter((n) => n !== undefined);
const regla = (numeral: string) => ({ numeral, donde: 'ElevarModelo', modulo: 'modelo', titulo: 'Elevar' });
const prueba = (numeral: string) => ({ numeral, archivo: 'modelo.test.ts', titulo: numeral });

describe('trazar', () => {
  it('distingue implementado, con regla, comprobado, pendiente y orientación', () => {
    const filas = trazar({
      numerales: de('8.13', '8.15', '8.1', '8.14', '6.1'),
      reglas: [regla('8.13'), regla('8.15')],
      pruebas: [prueba('8.13'), prueba('8.1')],
    });
    expect(filas.map((f) => f.estado)).toEqual(['implementado', 'con_regla', 'con_prueba', 'pendiente', 'orientacion']);
  });

  it('un encabezado sin regla propia avanza lo que avanza el menos avanzado de sus numerales', () => {
    const claves = ['8.20.1', '8.20.2', '8.20.3'];
    const completo = { numerales: de('8.20'), reglas: claves.map(regla), pruebas: claves.map(prueba) };
    expect(trazar(completo)[0]?.estado).toBe('implementado');
    expect(trazar({ ...completo, pruebas: [] })[0]?.estado).toBe('con_regla');
    expect(trazar({ ...completo, reglas: [], pruebas: [] })[0]?.estado).toBe('pendiente');
  });

  it('citar el artículo no da por hecho el literal', () => {
    const [fila] = trazar({ numerales: de('8.10.v'), reglas: [regla('8.10')], pruebas: [prueba('8.10')] });
    expect(fila?.estado).toBe('pendiente');
  });
});

describe('lectura de pruebas y fuentes', () => {
  it('lee títulos de it, describe, dado, it.each y lo que una prueba espera rechazado', () => {
    const titulo = (t: string) => `'${t}'`;
    const texto = [
      `describe(${titulo('Elevación (8.13)')}, () => {`,
      `  it("8.12 sin protocolo", () => { dado([]).cuando(x).rechaza('8.1'); });`,
      `  it.each([1, 2])(${titulo('8.15 anexo %s')}, f);`,
      '  it.skip(`9.4 el silencio no bloquea`, f);',
      '});',
    ].join('\n');
    expect(pruebasEn({ archivo: 'a.test.ts', texto }).map((p) => [p.numeral, p.titulo])).toEqual([
      ['8.13', 'Elevación (8.13)'],
      ['8.12', '8.12 sin protocolo'],
      ['8.1', '8.12 sin protocolo'],
      ['8.15', '8.15 anexo %s'],
      ['9.4', '9.4 el silencio no bloquea'],
    ]);
  });

  it('toma como regla el numeral que cita un impedimento del módulo', () => {
    const reglas = reglasCitadas([
      { archivo: 'src/modules/etti/etti.actos.ts', texto: "{ numeral: '8.10.i', motivo } { numeral: '8.10.i' } { numeral: 'R5' }" },
    ]);
    expect(reglas).toEqual([{ numeral: '8.10.i', donde: 'src/modules/etti/etti.actos.ts', modulo: 'etti', titulo: 'Impedimento, advertencia u obligación' }]);
  });
});

describe('docs/trazabilidad.md', () => {
  const modulo = {
    tipo: 'modelo',
    actos: [{ nombre: 'ElevarModelo', titulo: 'Elevar', numerales: ['8.13'] }],
    acuerdos: [{ nombre: 'AprobarModelo', titulo: 'Aprobar', numerales: ['6.6', '8.13'] }],
  } as unknown as ModuloCualquiera;

  it('pone cada numeral de V a IX en una fila, con sus actos, efectos y pruebas', () => {
    const md = generarTrazabilidad([modulo], [{ archivo: 'modelo.test.ts', texto: "it('8.13 eleva', f)" }]);
    expect(md).toContain('## VIII. Normas específicas');
    expect(md).toMatch(/\| 8\.13 \| .* \| Implementado \| `ElevarModelo`<br>`AprobarModelo` \| modelo\.test\.ts: 8\.13 eleva \|/);
    expect(md).toMatch(/\| 6\.6 \| .* \| Con regla, sin prueba que lo cite \|/);
    expect(md.match(/^\| 8\.20\.4 /gm)).toHaveLength(1);
  });

  it('no rompe la tabla con barras ni saltos de línea en un título', () => {
    const md = renderTrazabilidad(trazar({ numerales: de('8.13'), reglas: [], pruebas: [{ numeral: '8.13', archivo: 'a', titulo: '8.13 a | b\n c' }] }));
    expect(md).toContain('8.13 a \\| b c |');
  });
});
