import type { Catalogo, TerritorioId } from '../kernel/tipos.ts';

/** A departmental territory and a province inside it; two provinces of one department do not overlap (A2). */
export function seSuperponen(a: TerritorioId, b: TerritorioId, catalogo: Catalogo): boolean {
  if (a === b) return false;
  return catalogo.territorio(a)?.departamental === b || catalogo.territorio(b)?.departamental === a;
}
