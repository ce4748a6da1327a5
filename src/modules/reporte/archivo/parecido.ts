import { clave } from './territorios.ts';

/** A header as plain words. */
export const palabra = (t: string): string => clave(t.replaceAll('_', ' '));

/** Words that a header shares with a text. */
function parecido(columna: string, texto: string): number {
  const palabras = new Set(
    clave(texto)
      .split(' ')
      .filter((p) => p.length > 3),
  );
  return palabra(columna)
    .split(' ')
    .filter((p) => p.length > 3 && palabras.has(p)).length;
}

/** The header that shares most words with a text; undefined when none does. */
export function masParecida(columnas: readonly string[], texto: string): string | undefined {
  const mejor = Math.max(0, ...columnas.map((c) => parecido(c, texto)));
  return mejor > 0 ? columnas.find((c) => parecido(c, texto) === mejor) : undefined;
}
