import { z } from '@hono/zod-openapi';

/** Opaque mark of where a page ended. */
export function cursorDe(clave: string | number): string {
  return Buffer.from(String(clave), 'utf8').toString('base64url');
}

const MENSAJE = 'El cursor no es de esta lista: use el «siguiente» de la página anterior.';

/** Query parameter with the cursor of a list in order of key. */
export const CursorDeClave = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,120}$/, MENSAJE)
  .transform((c) => Buffer.from(c, 'base64url').toString('utf8'))
  .refine((c) => /^[\w.-]{1,80}$/.test(c), MENSAJE)
  .optional()
  .openapi({ type: 'string', description: 'El «siguiente» de la página anterior.' });

/** Query parameter with the cursor of a list whose mark is a number. */
export const CursorDeNumero = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,16}$/, MENSAJE)
  .transform((c) => Number(Buffer.from(c, 'base64url').toString('utf8')))
  .refine((n) => Number.isInteger(n) && n > 0 && n < 2_000_000_000, MENSAJE)
  .optional()
  .openapi({ type: 'string', description: 'El «siguiente» de la página anterior.' });

/** Rows of a page: 50 unless told, 200 at most. */
export const Limite = z.coerce
  .number({ error: 'Indique un número.' })
  .int('Indique un número entero.')
  .min(1, 'Pida al menos una fila.')
  .max(200, 'Pida como máximo 200 filas.')
  .default(50)
  .openapi({ type: 'integer', minimum: 1, maximum: 200, default: 50 });

/** Body of a list read with one row more than asked: the surplus tells that another page follows. */
export function paginaDe<F>(filas: readonly F[], limite: number, clave: (fila: F) => string | number): { filas: readonly F[]; siguiente?: string } {
  if (filas.length <= limite) return { filas };
  return { filas: filas.slice(0, limite), siguiente: cursorDe(clave(filas[limite - 1] as F)) };
}
