import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { type Negado, negar } from './tablas.ts';

const argon2Async = promisify(argon2);

/** Cost of argon2id. `memoria` in KiB. */
export interface Costo {
  memoria: number;
  pasadas: number;
  paralelo: number;
}

/** OWASP Password Storage: 19 MiB, two passes, one lane. */
export const COSTO: Costo = { memoria: 19_456, pasadas: 2, paralelo: 1 };

const MINIMO = 12;
const MAXIMO = 200;
const LARGO = 32;

const base64 = (b: Buffer): string => b.toString('base64').replace(/=+$/, '');

/** The same word typed on different keyboards gives the same bytes. */
const bytesDe = (clave: string): Buffer => Buffer.from(clave.normalize('NFKC'), 'utf8');

async function derivar(clave: string, sal: Buffer, costo: Costo, largo: number): Promise<Buffer> {
  return argon2Async('argon2id', {
    message: bytesDe(clave),
    nonce: sal,
    memory: costo.memoria,
    passes: costo.pasadas,
    parallelism: costo.paralelo,
    tagLength: largo,
  });
}

/** argon2id in PHC form: `$argon2id$v=19$m=19456,t=2,p=1$sal$hash`. */
export async function cifrarClave(clave: string, costo: Costo = COSTO): Promise<string> {
  const sal = randomBytes(16);
  const hash = await derivar(clave, sal, costo, LARGO);
  return `$argon2id$v=19$m=${costo.memoria},t=${costo.pasadas},p=${costo.paralelo}$${base64(sal)}$${base64(hash)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/**
 * True when the password is the one of the hash. Without a hash it does the same work, at the cost given, and answers
 * false, so that time does not tell whether the account exists.
 */
export async function verificarClave(clave: string, phc: string | null | undefined, costo: Costo = COSTO): Promise<boolean> {
  const [, m, t, p, sal, hash] = PHC.exec(phc ?? '') ?? [];
  if (!m || !t || !p || !sal || !hash) {
    await derivar(clave.slice(0, MAXIMO), Buffer.alloc(16), costo, LARGO);
    return false;
  }
  const esperado = Buffer.from(hash, 'base64');
  const obtenido = await derivar(
    clave.slice(0, MAXIMO),
    Buffer.from(sal, 'base64'),
    { memoria: Number(m), pasadas: Number(t), paralelo: Number(p) },
    esperado.length,
  );
  return timingSafeEqual(esperado, obtenido);
}

/** Why a new password will not do; undefined when it will. Length counts, not kinds of characters. */
export function problemaDeClave(nueva: string, correo: string): Negado | undefined {
  const largo = [...nueva.normalize('NFKC')].length;
  if (largo < MINIMO)
    return negar(
      400,
      `La contraseña tiene ${largo} ${largo === 1 ? 'carácter' : 'caracteres'} y necesita al menos ${MINIMO}.`,
      'Una frase de varias palabras es fácil de recordar y difícil de adivinar.',
      'nueva',
    );
  if (nueva.length > MAXIMO) return negar(400, `La contraseña pasa de ${MAXIMO} caracteres.`, 'Use una más corta.', 'nueva');
  if (new Set(nueva).size < 5) return negar(400, 'La contraseña repite muy pocos caracteres.', 'Use una frase de varias palabras.', 'nueva');
  const [usuario = ''] = correo.split('@');
  const igual = nueva.trim().toLowerCase();
  if (igual === correo || igual === usuario) return negar(400, 'La contraseña es su propio correo.', 'Use una frase que otros no puedan suponer.', 'nueva');
  return undefined;
}

/** Without letters or digits that are read as others. */
const ALFABETO = 'abcdefghjkmnpqrstuvwxyz23456789';

/** One-time password to dictate or print, about 99 bits: `k7dm-x2pq-…`. */
export function claveAlAzar(): string {
  const letra = () => ALFABETO[randomInt(ALFABETO.length)];
  return Array.from({ length: 5 }, () => Array.from({ length: 4 }, letra).join('')).join('-');
}
