/** Authority and database of a connection string: the one of a Unix socket has no host, which `URL` refuses. */
const RUTA = /^([a-z]+:\/\/[^/?]*)\/?([^?]*)/;

/** The same server, another database. */
export function conBase(url: string, base: string): string {
  return url.replace(RUTA, (_, autoridad: string) => `${autoridad}/${base}`);
}

export function nombreDeBase(url: string): string {
  return RUTA.exec(url)?.[2] ?? '';
}
