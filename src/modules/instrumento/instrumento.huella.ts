import { canon } from '../../kernel/canon.ts';
import type { Redaccion } from './instrumento.ts';

/** Covers kind, title, text and the hash of the file (8.13). */
export const huellaDe = ({ clase, titulo, texto, archivo }: Redaccion, huella: (texto: string) => string): string =>
  huella(canon({ clase, titulo, texto, archivo }));
