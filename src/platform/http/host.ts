import type { MiddlewareHandler } from 'hono';
import { problema, respuestaProblema } from './problema.ts';

const LOCALES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** `Ayni.gob.pe:8080` → `ayni.gob.pe`; `[::1]:80` → `[::1]`. Undefined when it is not a host name. */
export function nombreDeHost(host: string | undefined): string | undefined {
  const hallado = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(host?.trim() ?? '');
  return hallado?.[1]?.toLowerCase().replace(/\.$/, '');
}

/**
 * Names under which this installation answers: loopback, the address it listens on, and `HOSTS_PERMITIDOS`
 * (comma separated). An address that means «all» (`0.0.0.0`, `::`) names nobody.
 */
export function hostsPermitidos(escucha: string | undefined, configurados: string | undefined): ReadonlySet<string> {
  const extra = [escucha ?? '', ...(configurados ?? '').split(',')].map((h) => h.trim()).filter((h) => h !== '' && h !== '0.0.0.0' && h !== '::');
  const nombres = extra.map((h) => nombreDeHost(h.includes(':') && /^[0-9a-f:.]+$/i.test(h) ? `[${h}]` : h)).filter((h) => h !== undefined);
  return new Set([...LOCALES, ...nombres]);
}

/** Refuses requests for other names: stops DNS rebinding and poisoned links. `/healthz` answers to any name. */
export function verificarHost(permitidos: ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    const nombre = nombreDeHost(c.req.header('host') ?? new URL(c.req.url).host);
    if (c.req.path === '/healthz' || (nombre !== undefined && permitidos.has(nombre))) return next();
    return respuestaProblema(
      problema('host_no_admitido', {
        motivo: 'Este servidor no atiende con el nombre indicado en la dirección.',
        remedio: 'Use la dirección que le dio la administración. Para admitir otro nombre, agréguelo a HOSTS_PERMITIDOS y reinicie Ayni.',
      }),
    );
  };
}
