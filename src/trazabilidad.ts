import { glob, readFile } from 'node:fs/promises';
import { type Archivo, generarTrazabilidad } from './directiva/trazabilidad.ts';
import { MODULOS } from './registro.ts';

/** The generated page: numeral → rule → test. */
export const RUTA_TRAZABILIDAD = 'docs/trazabilidad.md';

async function leerArchivos(patrones: string[], excepto: RegExp): Promise<Archivo[]> {
  const rutas: string[] = [];
  for await (const ruta of glob(patrones)) if (!excepto.test(ruta)) rutas.push(ruta);
  return Promise.all(rutas.sort().map(async (archivo) => ({ archivo, texto: await readFile(archivo, 'utf8') })));
}

/** Text of the page for the sources as they stand in the working folder. */
export async function textoDeTrazabilidad(): Promise<string> {
  const pruebas = await leerArchivos(['src/**/*.test.ts', 'test/**/*.test.ts'], /^$/);
  const fuentes = await leerArchivos(['src/modules/**/*.ts', 'src/directiva/{permisos,consenso,asientos}.ts'], /\.(test|datos|etiquetas)\.ts$/);
  return generarTrazabilidad(MODULOS, pruebas, fuentes);
}
