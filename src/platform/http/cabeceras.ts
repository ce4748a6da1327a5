import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
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

/**
 * Security headers on every answer, without replacing those that the handler set (a download brings a stricter policy).
 * Leaves `nonce` in the context for inline scripts and styles.
 * @param https true when people reach this installation by https: adds HSTS (one year)
 */
export function cabecerasDeSeguridad({ https }: { https: boolean }): MiddlewareHandler<{ Variables: VariablesHttp }> {
  return async (c, next) => {
    const nonce = randomBytes(16).toString('base64');
    c.set('nonce', nonce);
    await next();
    const cabeceras = {
      'Content-Security-Policy': politicaDeContenido(nonce),
      ...FIJAS,
      ...(https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    };
    for (const [nombre, valor] of Object.entries(cabeceras)) if (!c.res.headers.has(nombre)) c.header(nombre, valor);
  };
}
