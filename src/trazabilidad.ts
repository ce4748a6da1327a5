import { glob, readFile } from 'node:fs/promises';
import { renderGenerado, renderTrazabilidad } from './directiva/trazabilidad.pagina.ts';
import { type Archivo, filasTrazadas, leerFuentes } from './directiva/trazabilidad.ts';
import { MODULOS } from './registro.ts';

async function leerArchivos(patrones: string[], excepto: RegExp): Promise<Archivo[]> {
  const rutas: string[] = [];
  for await (const ruta of glob(patrones)) if (!excepto.test(ruta)) rutas.push(ruta);
  return Promise.all(rutas.sort().map(async (archivo) => ({ archivo, texto: await readFile(archivo, 'utf8') })));
}

/** The generated files and their text, for the sources as they stand in the working folder. */
export async function archivosDeTrazabilidad(): Promise<Readonly<Record<string, string>>> {
  const pruebas = await leerArchivos(['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'], /^$/);
  const fuentes = await leerArchivos(['src/modules/**/*.ts', 'src/directiva/{permisos,consenso,asientos}.ts'], /\.(test|datos|etiquetas)\.ts$/);
  const generado = leerFuentes(pruebas, fuentes);
  return {
    'docs/trazabilidad.md': renderTrazabilidad(filasTrazadas(MODULOS, generado)),
    'src/directiva/pruebas.generado.json': renderGenerado(generado),
  };
}
