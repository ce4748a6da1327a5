import { createHash } from 'node:crypto';
import type { Id } from '../kernel/tipos.ts';

const hexDe = (texto: string): string => createHash('sha256').update(texto, 'utf8').digest('hex');

/** The same UUID (v8) for the same name, so that a load interrupted half-way finds what it already did. */
export function idDemo(nombre: string): Id {
  const h = hexDe(`ayni-demo/${nombre}`);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

/** Office of the demo, `entidad/cargo`: also the key of its seat in a CIG. */
export type ClaveDeOficina = `${string}/${string}`;

/** Designation of an office of the demo, to enter as it. */
export const designacionDemo = (clave: ClaveDeOficina): Id => idDemo(`designacion/${clave}`);
