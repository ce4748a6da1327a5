import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { ponerCabecera } from './cabeceras.ts';

/** The part of a pino logger that HTTP uses. */
export interface Registrador {
  info(campos: object, mensaje: string): void;
  error(campos: object, mensaje: string): void;
}

/** Variables that the middlewares of this folder leave in the context. */
export interface VariablesHttp {
  /** Identifies the request in the log and in the answer (`X-Request-Id`). */
  pedido: string;
  /** Nonce of the Content-Security-Policy of this answer. */
  nonce: string;
}

/**
 * Gives every request an id and writes one line when it ends. No personal data: neither the query (it may carry names),
 * nor the address, nor the account, nor bodies.
 */
export function registrarPedidos(log: Registrador): MiddlewareHandler<{ Variables: VariablesHttp }> {
  return async (c, next) => {
    const inicio = performance.now();
    const id = randomUUID();
    c.set('pedido', id);
    await next();
    ponerCabecera(c, 'X-Request-Id', id);
    log.info({ pedido: id, metodo: c.req.method, ruta: c.req.path, estado: c.res.status, ms: Math.round(performance.now() - inicio) }, 'pedido');
  };
}

/** A fault without what drivers hang on it (`detail` of PostgreSQL repeats values of the row). */
export function fallaSinDatos(e: unknown): { nombre: string; mensaje: string; codigo?: string; pila?: string } {
  if (!(e instanceof Error)) return { nombre: typeof e, mensaje: 'Falla sin descripción' };
  const { code } = e as { code?: unknown };
  return { nombre: e.name, mensaje: e.message, codigo: typeof code === 'string' ? code : undefined, pila: e.stack };
}
