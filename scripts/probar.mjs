// `npm test`: every check in order, each under its heading; nothing is skipped silently.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { construir } from './construir.mjs';
import { ErrorDeEntorno, RAIZ } from './entorno.mjs';
import { ejecutar } from './procesos.mjs';

const CARPETA = join(RAIZ, 'build', 'pruebas');
const UNA = { aprobadas: 1, falladas: 0 };
const NINGUNA = { aprobadas: 0, falladas: 1 };

const PASOS = [
  { titulo: 'Tipos', correr: () => control(['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']) },
  { titulo: 'Estilo y errores frecuentes', correr: () => control(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']) },
  { titulo: 'Código sin uso', correr: () => control(['node_modules/knip/bin/knip.js', '--no-progress']) },
  { titulo: 'Pruebas de reglas y de arquitectura', correr: () => vitest('unit') },
  { titulo: 'Pruebas con base de datos', correr: () => vitest('base') },
  { titulo: 'Compilación de las páginas', correr: () => compilacion() },
  { titulo: 'Pruebas en el navegador', correr: () => vitest('e2e') },
];

/**
 * `npm test`: everything. `npm test -- --solo-base`: the database tests alone, on the server of DATABASE_URL.
 * `npm test -- FILTRO…`: the tests whose file matches, with the options of vitest.
 */
export async function probar(args) {
  mkdirSync(CARPETA, { recursive: true });
  rmSync(join(CARPETA, 'totales.json'), { force: true });
  if (args.length === 0) return informar(await correr(PASOS));
  if (args[0] !== '--solo-base') return filtradas(args);
  if (!process.env.DATABASE_URL) throw new ErrorDeEntorno('--solo-base necesita DATABASE_URL, la dirección de un servidor PostgreSQL 15 o posterior.');
  return informar(await correr([{ titulo: 'Pruebas con base de datos (DATABASE_URL)', correr: () => vitest('base', args.slice(1)) }]));
}

async function correr(pasos) {
  const resultados = [];
  for (const { titulo, correr: paso } of pasos) {
    console.log(`\n── ${titulo} ${'─'.repeat(Math.max(0, 76 - titulo.length))}`);
    const inicio = performance.now();
    const r = await paso().catch((e) => {
      console.error(e instanceof ErrorDeEntorno ? e.message : e);
      return NINGUNA;
    });
    resultados.push({ titulo, segundos: (performance.now() - inicio) / 1000, ...r });
  }
  return resultados;
}

function informar(resultados) {
  console.log(`\n── Resumen ${'─'.repeat(69)}`);
  for (const r of resultados) {
    const omitidas = r.omitidas?.length ? `, ${r.omitidas.length} omitidas` : '';
    const cuenta = `${r.aprobadas} aprobadas, ${r.falladas} falladas${omitidas}`;
    console.log(`${r.falladas ? 'FALLA' : 'bien '}  ${r.titulo.padEnd(40)} ${r.segundos.toFixed(1).padStart(6)} s   ${cuenta}`);
  }
  const omitidas = resultados.flatMap((r) => r.omitidas ?? []);
  if (omitidas.length)
    console.log(`\nNo corrieron en este equipo (instale poppler-utils, libnss3-tools y openssl):\n${omitidas.map((n) => `  · ${n}`).join('\n')}`);
  const suma = (campo) => resultados.reduce((n, r) => n + r[campo], 0);
  writeFileSync(join(CARPETA, 'totales.json'), JSON.stringify({ aprobadas: suma('aprobadas'), falladas: suma('falladas') }));
  return suma('falladas') === 0 ? 0 : 1;
}

async function control(args) {
  return (await ejecutar(args)) === 0 ? UNA : NINGUNA;
}

async function compilacion() {
  await construir();
  return UNA;
}

/** One project of vitest. A file that does not load, or a run that dies, counts as one failure. */
async function vitest(proyecto, filtro = []) {
  const salida = join(CARPETA, `${proyecto}.json`);
  rmSync(salida, { force: true });
  const opciones = ['--reporter=dot', '--reporter=json', `--outputFile.json=${salida}`, '--project', proyecto];
  const codigo = await ejecutar(['node_modules/vitest/vitest.mjs', 'run', ...opciones, ...filtro]);
  const r = existsSync(salida) ? JSON.parse(readFileSync(salida, 'utf8')) : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  const falladas = r.numFailedTests || (codigo === 0 ? 0 : 1);
  return { aprobadas: r.numPassedTests, falladas, omitidas: omitidasDe(r) };
}

/** Names of the tests that did not run, most often because this machine lacks the program they need. */
function omitidasDe({ testResults = [] }) {
  const pruebas = testResults.flatMap((archivo) => archivo.assertionResults ?? []);
  return pruebas.filter((p) => p.status !== 'passed' && p.status !== 'failed').map((p) => p.fullName);
}

async function filtradas(args) {
  if (args.some((a) => a.includes('e2e'))) await construir();
  return ejecutar(['node_modules/vitest/vitest.mjs', 'run', ...args]);
}
