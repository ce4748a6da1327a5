import type { Context, MiddlewareHandler } from 'hono';
import { problema, respuestaProblema } from './problema.ts';

const MINUTO = 60_000;
/** Addresses remembered at once; beyond, the count starts again: memory is bounded, and guessing gains nothing worth it. */
const MAXIMO_DIRECCIONES = 10_000;

/**
 * 429 beyond so many requests a minute from one address. In memory: it protects this process, and it forgets on restart.
 * @param direccion who asks; undefined counts as one more
 */
export function limitarFrecuencia(maximo: number, ahora: () => Date, direccion: (c: Context) => string | undefined): MiddlewareHandler {
  let ventana = -1;
  let cuentas = new Map<string, number>();
  return async (c, next) => {
    const minuto = Math.floor(ahora().getTime() / MINUTO);
    if (minuto !== ventana || cuentas.size > MAXIMO_DIRECCIONES) {
      ventana = minuto;
      cuentas = new Map();
    }
    const quien = direccion(c) ?? '';
    const van = (cuentas.get(quien) ?? 0) + 1;
    cuentas.set(quien, van);
    if (van <= maximo) return next();
    return respuestaProblema(
      problema('demasiados_pedidos', {
        motivo: 'Se hicieron demasiadas verificaciones seguidas desde su dirección.',
        remedio: 'Espere un minuto y vuelva a intentarlo.',
      }),
      { 'Retry-After': '60' },
    );
  };
}
