import type { MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import type { Problema } from './problema.ts';

/** True for the answer to a person with a browser: neither the API nor a page that asks by script. */
const esDePagina = (ruta: string, acepta: string | undefined): boolean =>
  !/^\/api(\/|$)/.test(ruta) && !ruta.endsWith('.data') && /\btext\/html\b/.test(acepta ?? '');

/** Refusals that come before any page (too large, another site, another host) as words, not as JSON, to who uses a browser. */
export function problemasComoPagina(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (!esDePagina(c.req.path, c.req.header('accept')) || !c.res.headers.get('content-type')?.startsWith('application/problem+json')) return;
    const p = (await c.res.json()) as Problema;
    const cabeceras = new Headers(c.res.headers);
    cabeceras.set('Content-Type', 'text/html; charset=utf-8');
    cabeceras.delete('Content-Length');
    const pagina = await html`<!doctype html>
<html lang="es-PE">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${p.title} · Ayni</title>
  </head>
  <body>
    <main>
      <h1>${p.title}</h1>
      <p>${p.motivo}</p>
      <p>${p.remedio}</p>
      <p>Para volver a lo que escribió, use el botón «Atrás» de su navegador. <a href="/">Ir al inicio de Ayni</a></p>
    </main>
  </body>
</html>`;
    c.res = new Response(String(pagina), { status: p.status, headers: cabeceras });
  };
}
