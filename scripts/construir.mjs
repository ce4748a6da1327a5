// Web bundle: built again only when something that goes into it changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErrorDeEntorno, RAIZ } from './entorno.mjs';
import { ejecutar } from './procesos.mjs';

const ENTRADAS = ['src', 'public', 'migrations', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'react-router.config.ts'];
const CARPETA = join(RAIZ, 'build');
const MARCA = join(CARPETA, '.marca');

/** Builds when stale. Throws when the build fails. */
export async function construir() {
  const huella = huellaDeEntradas();
  if (existsSync(MARCA) && readFileSync(MARCA, 'utf8') === huella) return;
  console.log('Preparando las páginas (solo cuando el código cambió)…');
  rmSync(MARCA, { force: true });
  const codigo = await ejecutar(['node_modules/@react-router/dev/bin.cjs', 'build', '--logLevel', 'warn'], { NODE_ENV: 'production' });
  if (codigo !== 0) throw new ErrorDeEntorno('No se pudieron preparar las páginas: corrija lo que indica el mensaje anterior y repita la orden.');
  mkdirSync(CARPETA, { recursive: true });
  writeFileSync(MARCA, huella);
}

function huellaDeEntradas() {
  const h = createHash('sha256');
  for (const ruta of ENTRADAS) sumar(h, ruta);
  return h.digest('hex');
}

function sumar(h, ruta) {
  const completa = join(RAIZ, ruta);
  if (!existsSync(completa)) return;
  const hijos = leerCarpeta(completa);
  if (hijos) for (const hijo of hijos) sumar(h, join(ruta, hijo));
  else if (!ruta.endsWith('.test.ts')) h.update(`${ruta}\0`).update(readFileSync(completa));
}

function leerCarpeta(ruta) {
  try {
    return readdirSync(ruta).sort();
  } catch (e) {
    if (e.code === 'ENOTDIR') return undefined;
    throw e;
  }
}
