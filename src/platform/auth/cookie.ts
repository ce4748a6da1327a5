const NOMBRE = 'ayni';

/** `Set-Cookie` that opens the session in the browser. `segura`: the page came by https. The database sets the expiry. */
export function cookieDeSesion(token: string, segura: boolean): string {
  return `${NOMBRE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${7 * 86_400}${segura ? '; Secure' : ''}`;
}

/** `Set-Cookie` that removes it. */
export function cookieVacia(segura: boolean): string {
  return `${NOMBRE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${segura ? '; Secure' : ''}`;
}

/** Session token in a `Cookie` header, if it has the form of one. */
export function tokenDeCookie(cabecera: string | null | undefined): string | undefined {
  for (const parte of (cabecera ?? '').split(';')) {
    const hallado = /^ayni=([A-Za-z0-9_-]{43})$/.exec(parte.trim());
    if (hallado) return hallado[1];
  }
  return undefined;
}
