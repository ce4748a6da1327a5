import type { Id } from './tipos.ts';

/** Id that follows from a sha-256 in hex (UUID version 8): a decision that opens an expediente stays pure. */
export function idDeHuella(huella: string): Id {
  const variante = ((Number.parseInt(huella[16] ?? '0', 16) & 3) | 8).toString(16);
  return [huella.slice(0, 8), huella.slice(8, 12), `8${huella.slice(13, 16)}`, `${variante}${huella.slice(17, 20)}`, huella.slice(20, 32)].join('-');
}
