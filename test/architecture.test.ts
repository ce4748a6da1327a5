import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analizar, archivosEn, fuentesEn, RAIZ } from './fuentes.ts';
import { barriles, ciclos, demasiadoLargos, enIngles, type Falta, importacionesIndebidas, nombresNoAscii, relojes, rutasNoAscii } from './reglas-de-casa.ts';

const CARPETAS = ['src', 'test', 'bench', 'scripts', 'migrations'];
const rutas = CARPETAS.flatMap(archivosEn);
const src = fuentesEn('src');
const todas = [...src, ...fuentesEn('test', 'bench')];

/** One line per fault, so that the failure is readable. */
const sinFaltas = (faltas: readonly Falta[]) => expect(faltas.join('\n')).toBe('');

describe('La casa', () => {
  it('cada carpeta importa solo lo que puede', () => sinFaltas(importacionesIndebidas(src)));
  it('no tiene importaciones circulares', () => sinFaltas(ciclos(todas, false)));
  it('no tiene círculos de tipos entre un módulo y otro', () => sinFaltas(ciclos(src, true)));
  it('no tiene archivos que solo reexportan', () => sinFaltas(barriles(todas)));
  it('lee el reloj solo en la plataforma, al arrancar y en el navegador', () => sinFaltas(relojes(src)));
  it('escribe nombres y archivos en ASCII', () => sinFaltas([...rutasNoAscii(rutas), ...nombresNoAscii(todas)]));
  it('llama a cada cosa con una sola palabra', () => sinFaltas(enIngles(todas)));

  it('no tiene archivos de más de 500 líneas', () => {
    const codigo = rutas.filter((r) => /\.(tsx?|mjs|css|sql)$/.test(r));
    sinFaltas(demasiadoLargos(codigo.map((ruta) => ({ ruta, texto: readFileSync(join(RAIZ, ruta), 'utf8') }))));
  });
});

describe('Cada regla de la casa falla cuando debe', () => {
  const importa = (ruta: string, texto: string) => importacionesIndebidas([analizar(ruta, texto)]);

  it.each([
    ['src/kernel/a.ts', "import { z } from 'zod';"],
    ['src/directiva/a.ts', "import type { Modelo } from '../modules/modelo/modelo.ts';"],
    ['src/modules/plan/plan.actos.ts', "import { evolve } from '../servicio/servicio.ts';"],
    ['src/modules/plan/plan.actos.ts', "import { sql } from 'kysely';"],
    ['src/modules/plan/plan.actos.ts', "import { projectPlan } from './plan.views.ts';"],
    ['src/modules/plan/plan.ts', "import { randomUUID } from 'node:crypto';"],
    ['src/modules/plan/plan.views.ts', "import { abrirBase } from '../../platform/base.ts';"],
    ['src/platform/a.ts', "import type { Plan } from '../modules/plan/plan.ts';"],
    ['src/platform/a.ts', "import { REGLAS } from '../directiva/etapas.ts';"],
    ['src/lecturas/a.ts', "import { sha256 } from '../platform/cabeza.ts';"],
    ['src/api/a.ts', "import { evolve } from '../modules/plan/plan.ts';"],
    ['src/web/ui/a.tsx', "import { sql } from 'kysely';"],
    ['src/web/ui/a.tsx', "import { cargar } from '../sesion.servidor.ts';"],
    ['src/web/ui/a.tsx', "const b = await import('../../platform/base.ts');"],
    ['src/web/rutas/a.tsx', "import { componer } from '../../composicion.ts';"],
    ['src/demo/a.ts', "import { MODULOS } from '../registro.ts';"],
    ['src/app.ts', "import { casaNueva } from '../test/casa.ts';"],
    ['src/nueva/a.ts', ''],
  ])('%s: %s', (ruta, texto) => expect(importa(ruta, texto)).toEqual([expect.stringContaining(ruta)]));

  it('admite de otro módulo los tipos', () => {
    expect(importa('src/modules/plan/plan.ts', "import type { Servicio } from '../servicio/servicio.ts';")).toEqual([]);
    expect(importa('src/modules/plan/plan.ts', "import { type Servicio } from '../servicio/servicio.ts';")).toEqual([]);
    expect(importa('src/modules/plan/plan.ts', "type S = import('../servicio/servicio.ts').Servicio;")).toEqual([]);
  });

  it('círculos de valores y de tipos', () => {
    const par = (tipo: string) => [
      analizar('src/kernel/a.ts', `import ${tipo} { b } from './b.ts';`),
      analizar('src/kernel/b.ts', "export { c } from './c.ts';"),
      analizar('src/kernel/c.ts', "import { a } from './a.ts';"),
    ];
    expect(ciclos(par(''), false)).toEqual(['src/kernel/a.ts → src/kernel/b.ts → src/kernel/c.ts → src/kernel/a.ts: importación circular']);
    expect(ciclos(par('type'), false)).toEqual([]);
    expect(ciclos(par('type'), true)).toHaveLength(1);
  });

  it('archivos que solo reexportan', () => {
    expect(barriles([analizar('src/kernel/index.ts', "export * from './a.ts';\nexport { b } from './b.ts';")])).toHaveLength(1);
    expect(barriles([analizar('src/kernel/a.ts', "export { b } from './b.ts';\nexport const c = 1;")])).toEqual([]);
  });

  it.each(['new Date()', 'Date.now()', 'Date()'])('%s fuera de la plataforma', (texto) => {
    expect(relojes([analizar('src/modules/plan/plan.ts', `export const a = () => ${texto};`)])).toHaveLength(1);
    expect(relojes([analizar('src/platform/a.ts', `export const a = () => ${texto};`)])).toEqual([]);
  });

  it('un instante dado no es el reloj', () => expect(relojes([analizar('src/kernel/a.ts', 'export const a = (t: string) => new Date(t);')])).toEqual([]));

  it('letras con tilde y eñes', () => {
    expect(nombresNoAscii([analizar('src/kernel/a.ts', 'const año = 1;')])).toEqual([expect.stringMatching(/a\.ts:1 año/)]);
    expect(nombresNoAscii([analizar('src/kernel/a.ts', "const anio = 'año';")])).toEqual([]);
    expect(rutasNoAscii(['src/kernel/sesión.ts', 'src/kernel/sesion.ts'])).toHaveLength(1);
  });

  it('archivos largos, salvo tablas de la ley', () => {
    const texto = '\n'.repeat(501);
    expect(demasiadoLargos(['src/kernel/a.ts', 'src/directiva/numerales.datos.ts'].map((ruta) => ({ ruta, texto })))).toEqual([
      expect.stringContaining('src/kernel/a.ts: 501'),
    ]);
  });

  it('dos palabras para lo mismo', () => {
    expect(enIngles([analizar('src/kernel/a.ts', 'export const findMember = 1;\nexport interface TerritoryRow { id: string }')])).toHaveLength(2);
  });
});
