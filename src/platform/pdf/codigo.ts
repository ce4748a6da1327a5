import { createHash } from 'node:crypto';

/** Digits and capitals that cannot be taken one for another: no 0, 1, I, O, U. */
const SIGNOS = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';
const LARGO = 12;

/** Twelve signs (59 bits) drawn from a text: the same text always gives the same code. */
export function codigoDe(texto: string): string {
  let resto = BigInt(`0x${createHash('sha256').update('ayni verificacion 1\n').update(texto).digest('hex')}`);
  const base = BigInt(SIGNOS.length);
  let codigo = '';
  for (let i = 0; i < LARGO; i++) {
    codigo += SIGNOS[Number(resto % base)];
    resto /= base;
  }
  return codigo;
}

/** `K7PM-3XQ9-TV2H`, as printed. */
export const codigoLegible = (codigo: string): string => codigo.replace(/(.{4})(?=.)/g, '$1-');

/** What a person typed, as stored; undefined when it cannot be a code. */
export function leerCodigo(texto: string): string | undefined {
  const limpio = texto.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return limpio.length === LARGO && [...limpio].every((x) => SIGNOS.includes(x)) ? limpio : undefined;
}
