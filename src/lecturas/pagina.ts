/** One page of a list. `siguiente` asks for the next one; absent on the last. */
export interface Pagina<F> {
  filas: F[];
  siguiente?: string;
}

/** Most rows in a page. */
export const MAXIMO_PAGINA = 200;

/** Opaque mark of where a page ended: the sort keys of its last row. */
export function cursorDe(claves: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(claves), 'utf8').toString('base64url');
}

/** Sort keys of a cursor, or undefined when it was not made by `cursorDe` for this list. */
export function clavesDe(cursor: string, cuantas: number): string[] | undefined {
  try {
    const claves: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(claves) && claves.length === cuantas && claves.every((c) => typeof c === 'string') ? claves : undefined;
  } catch {
    return undefined;
  }
}

/** Cuts the row read beyond the limit and turns it into the cursor of the next page. */
export function paginar<F>(filas: F[], limite: number, clave: (fila: F) => readonly string[]): Pagina<F> {
  if (filas.length <= limite) return { filas };
  const visibles = filas.slice(0, limite);
  return { filas: visibles, siguiente: cursorDe(clave(visibles[limite - 1] as F)) };
}

/** Pattern for `like` on the columns `busqueda`: contains the text, accents and case apart. */
export function contiene(texto: string): string {
  const llano = texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `%${llano.replace(/[\\%_]/g, '\\$&')}%`;
}
