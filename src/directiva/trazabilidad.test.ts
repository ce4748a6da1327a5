import { describe, expect, it } from 'vitest';
import type { ModuloCualquiera } from '../kernel/acto.ts';
import { NUMERALES } from './numerales.datos.ts';
import { findNumeral } from './numerales.ts';
import { motivoDeOrientacion } from './orientaciones.ts';
import { renderGenerado, renderTrazabilidad } from './trazabilidad.pagina.ts';
import { filasTrazadas, leerFuentes, pruebasEn, reglasCitadas, trazar } from './trazabilidad.ts';

const de = (...claves: string[]) => claves.map((c) => findNumeral(c)).filter((n) => n !== undefined);
const regla = (numeral: string) => ({ numeral, donde: 'ElevarModelo', modulo: 'modelo', titulo: 'Elevar' });
const prueba = (numeral: string) => ({ numeral, archivo: 'modelo.test.ts', titulo: numeral });

describe('trazar', () => {
  it('implementado es con regla y prueba; si falta una de ellas, aún no', () => {
    const filas = trazar({
      numerales: de('8.13', '8.15', '8.1', '8.14', '6.1'),
      reglas: [regla('8.13'), regla('8.15')],
      pruebas: [prueba('8.13'), prueba('8.1')],
    });
    expect(filas.map((f) => f.estado)).toEqual(['implementado', 'aun_no', 'aun_no', 'aun_no', 'orientacion']);
    expect(filas.map((f) => f.nota)).toEqual([
      undefined,
      expect.stringContaining('falta una prueba'),
      expect.stringContaining('falta la regla'),
      expect.stringContaining('Sin regla ni prueba'),
      expect.stringContaining('Define la Gestión Descentralizada'),
    ]);
  });

  it('lo que solo se permite queda implementado con una prueba de que nada lo impide', () => {
    expect(trazar({ numerales: de('9.3'), reglas: [], pruebas: [prueba('9.3')] })[0]?.estado).toBe('implementado');
    expect(trazar({ numerales: de('9.3'), reglas: [], pruebas: [] })[0]?.estado).toBe('aun_no');
  });

  it('toda orientación dice por qué no hay nada que exigir, y ninguna regla lo dice', () => {
    for (const n of NUMERALES) expect(motivoDeOrientacion(n.numeral) !== undefined, n.numeral).toBe(n.tipo !== 'regla');
  });

  it('un encabezado sin regla propia está implementado cuando lo está todo lo que contiene', () => {
    const claves = ['8.20.1', '8.20.2', '8.20.3'];
    const completo = { numerales: de('8.20'), reglas: claves.map(regla), pruebas: claves.map(prueba) };
    expect(trazar(completo)[0]?.estado).toBe('implementado');
    expect(trazar({ ...completo, pruebas: claves.slice(1).map(prueba) })[0]).toMatchObject({ estado: 'aun_no', nota: expect.stringContaining('2 de los 3') });
  });

  it('citar el artículo no da por hecho el literal', () => {
    const [fila] = trazar({ numerales: de('8.10.v'), reglas: [regla('8.10')], pruebas: [prueba('8.10')] });
    expect(fila?.estado).toBe('aun_no');
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

  const generar = (texto: string) => renderTrazabilidad(filasTrazadas([modulo], leerFuentes([{ archivo: 'modelo.test.ts', texto }], [])));

  it('pone cada numeral de RM y de V a IX en una fila, con sus actos, efectos y todas sus pruebas', () => {
    const md = generar("it('8.13 eleva', f); it('8.13 congela', f)");
    expect(md).toContain('## VIII. Normas específicas');
    expect(md).toMatch(
      /\| 8\.13 \| .* \| \*\*Implementado\*\* \| `ElevarModelo`<br>`AprobarModelo` \| modelo\.test\.ts: 8\.13 eleva<br>modelo\.test\.ts: 8\.13 congela \|/,
    );
    expect(md).toMatch(/\| 6\.6 \| .* \| \*\*Aún no\*\*\. Hay regla/);
    for (const n of NUMERALES.filter((x) => /^(RM|V|VI|VII|VIII|IX)$/.test(x.seccion))) expect(md.split(`\n| ${n.numeral} |`), n.numeral).toHaveLength(2);
  });

  it('no rompe la tabla con barras ni saltos de línea en un título', () => {
    const md = renderTrazabilidad(trazar({ numerales: de('8.13'), reglas: [], pruebas: [{ numeral: '8.13', archivo: 'a', titulo: '8.13 a | b\n c' }] }));
    expect(md).toContain('8.13 a \\| b c |');
  });

  it('lo que el producto lee en marcha vuelve igual de su archivo', () => {
    const generado = leerFuentes(
      [{ archivo: 'modelo.test.ts', texto: "it('8.13 «eleva»', f)" }],
      [{ archivo: 'src/modules/etti/x.ts', texto: "numeral: '8.10'" }],
    );
    expect(JSON.parse(renderGenerado(generado))).toEqual(generado);
    expect(generado.pruebas).toHaveLength(1);
  });
});
