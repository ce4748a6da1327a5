import { nombreDeHost } from './host.ts';

const SIN_EFECTO: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for methods that change nothing. */
export function sinEfecto(metodo: string): boolean {
  return SIN_EFECTO.has(metodo);
}

/**
 * Whether the browser says that the request comes from our own pages. `desconocido`: it says nothing (a client that is
 * not a browser, or an old one); then only a CSRF token proves it.
 */
export function origenDe(req: Request): 'propio' | 'ajeno' | 'desconocido' {
  const origin = req.headers.get('origin');
  if (origin !== null) {
    const host = req.headers.get('host') ?? new URL(req.url).host;
    return URL.canParse(origin) && new URL(origin).host === host.toLowerCase() && nombreDeHost(host) !== undefined ? 'propio' : 'ajeno';
  }
  const sitio = req.headers.get('sec-fetch-site');
  if (sitio === null) return 'desconocido';
  return sitio === 'same-origin' ? 'propio' : 'ajeno';
}
