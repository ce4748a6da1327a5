import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Base } from '../base.ts';

/** 256 random bits, as text that travels in cookies, headers and forms. */
export function tokenAlAzar(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token or of a guessed address. */
export function huellaDe(texto: string): Buffer {
  return hash('sha256', texto, 'buffer');
}

/** Random key of this installation, made the first time it is asked for. Read it once, at start. */
export async function leerSecreto(db: Kysely<Base>, nombre: string): Promise<Buffer> {
  await sql`insert into secreto (nombre, valor) values (${nombre}, ${randomBytes(32)}) on conflict (nombre) do nothing`.execute(db);
  return (await db.selectFrom('secreto').select('valor').where('nombre', '=', nombre).executeTakeFirstOrThrow()).valor;
}

/** CSRF token of a session: only who reads our pages knows it. The key comes from `leerSecreto(db, 'csrf')`. */
export function csrfDe(sesionToken: string, secreto: Buffer): string {
  return createHmac('sha256', secreto).update(`csrf\n${sesionToken}`).digest('base64url');
}

/** True when the form or header carries the CSRF token of its own session. */
export function csrfValido(recibido: string | null | undefined, sesionToken: string, secreto: Buffer): boolean {
  const esperado = Buffer.from(csrfDe(sesionToken, secreto));
  const dado = Buffer.from(recibido ?? '');
  return dado.length === esperado.length && timingSafeEqual(dado, esperado);
}
