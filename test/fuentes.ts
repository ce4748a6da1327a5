import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { type Program, parseSync } from 'oxc-parser';

export const RAIZ = join(import.meta.dirname, '..');

interface Importacion {
  /** Path from the root of the repository, or the name of a package. */
  de: string;
  /** Erased by the compiler: only types come through. */
  soloTipos: boolean;
  linea: number;
}

export interface Fuente {
  /** Path from the root, with `/`. */
  ruta: string;
  texto: string;
  programa: Program;
  importa: readonly Importacion[];
}

/** Files below a folder of the repository, by path from its root. */
export function archivosEn(carpeta: string): string[] {
  return readdirSync(join(RAIZ, carpeta), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => relative(RAIZ, join(e.parentPath, e.name)).split(sep).join('/'))
    .sort();
}

/** Reads and parses the TypeScript files below some folders. */
export const fuentesEn = (...carpetas: string[]): Fuente[] =>
  carpetas.flatMap((c) =>
    archivosEn(c)
      .filter((f) => /\.tsx?$/.test(f) && !f.endsWith('.d.ts'))
      .map((f) => analizar(f, readFileSync(join(RAIZ, f), 'utf8'))),
  );

export function analizar(ruta: string, texto: string): Fuente {
  const { program, module, errors } = parseSync(ruta, texto);
  if (errors.length > 0) throw new Error(`${ruta}: ${errors[0]?.message}`);
  const importa: Importacion[] = [];
  const agregar = (pedido: string, soloTipos: boolean, en: number) =>
    importa.push({ de: resolver(ruta, pedido), soloTipos, linea: texto.slice(0, en).split('\n').length });
  for (const i of module.staticImports) agregar(i.moduleRequest.value, i.entries.length > 0 && i.entries.every((e) => e.isType), i.start);
  for (const e of module.staticExports)
    for (const entrada of e.entries) if (entrada.moduleRequest) agregar(entrada.moduleRequest.value, entrada.isType, e.start);
  for (const d of module.dynamicImports) agregar(texto.slice(d.moduleRequest.start + 1, d.moduleRequest.end - 1), false, d.start);
  recorrer(program, (n) => {
    if (n.type === 'TSImportType') agregar(String((n.source as { value?: unknown }).value), true, n.start as number);
  });
  return { ruta, texto, programa: program, importa };
}

const resolver = (desde: string, pedido: string): string => (pedido.startsWith('.') ? posix.normalize(`${dirname(desde)}/${pedido}`) : pedido);

export type Nodo = { type: string } & Record<string, unknown>;

/** Every node of a tree, parents first. */
export function recorrer(valor: unknown, visitar: (n: Nodo) => void): void {
  if (Array.isArray(valor)) for (const v of valor) recorrer(v, visitar);
  else if (valor && typeof valor === 'object') {
    if ('type' in valor) visitar(valor as Nodo);
    for (const hijo of Object.values(valor)) if (hijo && typeof hijo === 'object') recorrer(hijo, visitar);
  }
}
