import { randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { VariablesHttp } from './registro.ts';

/** Policy of the pages: own scripts and styles, inline ones only with the nonce; nobody may frame them. */
export function politicaDeContenido(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}

const FIJAS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

let azar = Buffer.alloc(0);

/** 128 random bits; drawn many at a time, since each draw costs a call to the system. */
function nuevoNonce(): string {
  if (azar.length === 0) azar = randomBytes(4096);
  const nonce = azar.toString('base64', 0, 16);
  azar = azar.subarray(16);
  return nonce;
}

/** Sets a header of the finished answer in place: `c.header` would copy the whole answer, body and all. */
export function ponerCabecera(c: Context, nombre: string, valor: string): void {
  try {
    c.res.headers.set(nombre, valor);
  } catch {
    c.header(nombre, valor); // headers that cannot be changed: `Response.redirect`
  }
}

/**
 * Security headers on every answer, without replacing those that the handler set (a download brings a stricter policy).
 * Leaves `nonce` in the context for inline scripts and styles.
 * @param https true when people reach this installation by https: adds HSTS (one year)
 */
export function cabecerasDeSeguridad({ https }: { https: boolean }): MiddlewareHandler<{ Variables: VariablesHttp }> {
  const fijas = Object.entries(https ? { ...FIJAS, 'Strict-Transport-Security': 'max-age=31536000' } : FIJAS);
  return async (c, next) => {
    const nonce = nuevoNonce();
    c.set('nonce', nonce);
    await next();
    const presentes = c.res.headers;
    if (!presentes.has('Content-Security-Policy')) ponerCabecera(c, 'Content-Security-Policy', politicaDeContenido(nonce));
    // What nobody said how to keep may be of one office: no shared cache keeps it, and no browser shows it without asking.
    if (!presentes.has('Cache-Control')) ponerCabecera(c, 'Cache-Control', 'private, no-cache');
    for (const [nombre, valor] of fijas) if (!presentes.has(nombre)) ponerCabecera(c, nombre, valor);
  };
}
