import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { hostsPermitidos, nombreDeHost } from './host.ts';
import { ilegibleEn } from './legible.ts';
import { montarSeguridad } from './montar.ts';
import { versionDe } from './problema.ts';
import type { VariablesHttp } from './registro.ts';

function servidor({ https = false, configurados = '' } = {}) {
  const lineas: Record<string, unknown>[] = [];
  const anotar = (c: object) => void lineas.push(c as Record<string, unknown>);
  const app = new Hono<{ Variables: VariablesHttp }>();
  montarSeguridad(app, { log: { info: anotar, error: anotar }, hosts: hostsPermitidos('0.0.0.0', configurados), https });
  app.get('/', (c) => c.text(c.get('nonce')));
  app.get('/cruda', () => new Response('x', { headers: { 'Content-Security-Policy': 'sandbox' } }));
  app.get('/healthz', (c) => c.text('si'));
  app.post('/', (c) => c.text('hecho'));
  const pedir = (ruta: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
    app.request(`http://localhost${ruta}`, { ...init, headers: { host: 'localhost', ...headers } });
  return { pedir, lineas };
}

describe('Nombre del servidor', () => {
  it.each([
    ['localhost', 'localhost'],
    ['Localhost:3000', 'localhost'],
    ['127.0.0.1:80', '127.0.0.1'],
    ['[::1]:3000', '[::1]'],
    ['ayni.gob.pe.', 'ayni.gob.pe'],
    ['a b', undefined],
    ['evil.pe@localhost', undefined],
    ['localhost:80:80', undefined],
    ['', undefined],
  ])('%j es %j', (host, nombre) => {
    expect(nombreDeHost(host)).toBe(nombre);
  });

  it('admite los locales, la dirección en que escucha y los configurados', () => {
    expect([...hostsPermitidos('10.0.0.5', ' ayni.gob.pe , Otra.pe:8443')]).toEqual(['localhost', '127.0.0.1', '[::1]', '10.0.0.5', 'ayni.gob.pe', 'otra.pe']);
    expect([...hostsPermitidos('::', undefined)]).toHaveLength(3);
    expect(hostsPermitidos('fe80::1', undefined).has('[fe80::1]')).toBe(true);
  });

  it.each([
    ['localhost:3000', 200],
    ['[::1]:3000', 200],
    ['ayni.gob.pe', 200],
    ['malo.ejemplo', 421],
    ['localhost.malo.ejemplo', 421],
  ])('responde a %s con %i', async (host, estado) => {
    const r = await servidor({ configurados: 'ayni.gob.pe' }).pedir('/', { host });
    expect(r.status).toBe(estado);
    if (estado === 421) expect(await r.json()).toMatchObject({ codigo: 'host_no_admitido', remedio: expect.stringContaining('HOSTS_PERMITIDOS') });
  });

  it('la comprobación de salud responde con cualquier nombre', async () => {
    expect((await servidor().pedir('/healthz', { host: '10.1.2.3:8080' })).status).toBe(200);
  });
});

describe('Cabeceras de seguridad', () => {
  it('cada respuesta trae su propia contraseña de un uso para guiones y estilos', async () => {
    const { pedir } = servidor();
    const uno = await pedir('/');
    const nonce = await uno.text();
    const csp = uno.headers.get('content-security-policy') ?? '';
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    for (const parte of [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self' 'nonce-${nonce}'`,
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ])
      expect(csp.split('; ')).toContain(parte);
    expect(csp).not.toContain('unsafe');
    expect(await (await pedir('/')).text()).not.toBe(nonce);
  });

  it('lleva las demás también en negativas y respuestas crudas, sin reemplazar la política que trae una descarga', async () => {
    const { pedir } = servidor();
    for (const r of [await pedir('/'), await pedir('/cruda'), await pedir('/nada'), await pedir('/', { host: 'malo' })]) {
      expect(r.headers.get('x-content-type-options')).toBe('nosniff');
      expect(r.headers.get('referrer-policy')).toBe('same-origin');
      expect(r.headers.get('permissions-policy')).toContain('camera=()');
      expect(r.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(r.headers.get('strict-transport-security')).toBeNull();
    }
    expect((await pedir('/cruda')).headers.get('content-security-policy')).toBe('sandbox');
    expect((await servidor({ https: true }).pedir('/')).headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});

describe('Pedidos', () => {
  it('se anotan sin datos personales', async () => {
    const { pedir, lineas } = servidor();
    await pedir('/?q=Juana+Quispe', { authorization: 'Bearer ayni_secreto', cookie: 'ayni=secreta' });
    expect(lineas).toHaveLength(1);
    expect(Object.keys(lineas[0] ?? {}).sort()).toEqual(['estado', 'metodo', 'ms', 'pedido', 'ruta']);
    expect(JSON.stringify(lineas)).not.toMatch(/Quispe|secret/);
  });

  it('de otro sitio no cambian nada, salvo con ficha', async () => {
    const { pedir } = servidor();
    const enviar = (h: Record<string, string>) => pedir('/', h, { method: 'POST' });
    expect((await enviar({ origin: 'https://malo.ejemplo' })).status).toBe(403);
    expect((await enviar({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await enviar({ origin: 'http://localhost' })).status).toBe(200);
    expect((await enviar({})).status).toBe(200);
    expect((await enviar({ origin: 'https://malo.ejemplo', authorization: 'Bearer x' })).status).toBe(200);
  });

  it('más grandes que el máximo se rechazan aunque no anuncien su tamaño', async () => {
    const trozo = new Uint8Array(1024 * 1024);
    let quedan = 23;
    const body = new ReadableStream({ pull: (c) => (quedan-- > 0 ? c.enqueue(trozo) : c.close()) });
    const app = new Hono<{ Variables: VariablesHttp }>();
    montarSeguridad(app, { log: { info: () => {}, error: () => {} }, hosts: hostsPermitidos(undefined, undefined), https: false });
    app.post('/', async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)));
    const r = await app.request('http://localhost/', { method: 'POST', body, duplex: 'half', headers: { host: 'localhost' } } as RequestInit);
    expect(r.status).toBe(413);
    expect(await r.json()).toMatchObject({ codigo: 'muy_grande' });
  });
});

describe('Piezas', () => {
  it('la versión de If-Match', () => {
    expect([undefined, '"0"', 'W/"12"', ' "3" ', '*', '3', '""', '"x"', '"1","2"'].map(versionDe)).toEqual([undefined, 0, 12, 3, null, null, null, null, null]);
  });

  it('lo que la base no puede guardar, con su campo', () => {
    expect(ilegibleEn({ a: [{ b: 'bien 👍' }], c: null, d: 7 })).toBeUndefined();
    expect(ilegibleEn({ a: [{ b: 'x\0' }] })).toEqual({ campo: 'a[0].b', razon: 'texto' });
    expect(ilegibleEn({ '\0': 1 })).toEqual({ campo: '', razon: 'texto' });
    expect(ilegibleEn('\ud83d')).toEqual({ campo: '', razon: 'texto' });
  });
});
