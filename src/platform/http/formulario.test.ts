import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { hostsPermitidos } from './host.ts';
import { limitarCuerpo } from './limite.ts';
import { montarSeguridad } from './montar.ts';
import type { VariablesHttp } from './registro.ts';

function servidor() {
  const app = new Hono<{ Variables: VariablesHttp }>();
  montarSeguridad(app, { log: { info: () => {}, error: () => {} }, hosts: hostsPermitidos(undefined, undefined), https: false });
  app.all('*', async (c) => c.text(c.req.method === 'POST' ? String([...(await c.req.raw.formData())].length) : 'leído'));
  return (ruta: string, tipo: string, body?: BodyInit) =>
    app.request(`http://localhost${ruta}`, { method: body === undefined ? 'GET' : 'POST', headers: { host: 'localhost', 'content-type': tipo }, body });
}

const SIMPLE = 'application/x-www-form-urlencoded';
const PARTES = 'multipart/form-data; boundary=x';
const parte = (cabecera = '') => `--x\r\nContent-Disposition: form-data; name="a"${cabecera}\r\n\r\n1\r\n`;

describe('Formularios hostiles', () => {
  it('agotamiento: cientos de miles de campos se rechazan sin interpretarlos, sin haber ingresado', async () => {
    const antes = performance.now();
    expect((await servidor()('/ingresar', SIMPLE, 'a&'.repeat(1_000_000))).status).toBe(413);
    expect((await servidor()('/ingresar', PARTES, `${parte().repeat(40_000)}--x--\r\n`)).status).toBe(413);
    expect(performance.now() - antes).toBeLessThan(3_000);
  });

  it('agotamiento: la cabecera de una parte no crece sin fin, aunque la frontera vaya entre comillas', async () => {
    const larga = `${parte(`; filename="${'.'.repeat(100_000)}"`)}--x--\r\n`;
    for (const tipo of [PARTES, 'multipart/form-data; boundary="x"']) expect((await servidor()('/verificar', tipo, larga)).status).toBe(413);
  });

  it('los formularios de verdad llegan enteros', async () => {
    const enviar = servidor();
    expect(await (await enviar('/', SIMPLE, 'a=1&b=%C3%B1&c=3')).text()).toBe('3');
    expect(await (await enviar('/', PARTES, `${parte()}${parte()}--x--\r\n`)).text()).toBe('2');
  });

  it('también los que llegan por trozos, con otro límite más adelante', async () => {
    const app = new Hono<{ Variables: VariablesHttp }>();
    montarSeguridad(app, { log: { info: () => {}, error: () => {} }, hosts: hostsPermitidos(undefined, undefined), https: false });
    app.post('/', limitarCuerpo(1_000), async (c) => c.text(String([...(await c.req.formData())].length)));
    const headers = { host: 'localhost', 'content-type': PARTES, 'transfer-encoding': 'chunked' };
    const r = await app.request('http://localhost/', { method: 'POST', headers, body: `${parte()}--x--\r\n` });
    expect(await r.text()).toBe('1');
  });

  it('un NUL en la dirección es un pedido mal formado, no una falla', async () => {
    expect((await servidor()('/expedientes?q=%00', SIMPLE)).status).toBe(400);
    expect((await servidor()('/expedientes?q=00', SIMPLE)).status).toBe(200);
  });

  it('lo que no dice cómo guardarse no queda en cachés compartidas', async () => {
    expect((await servidor()('/bandeja.data', SIMPLE)).headers.get('cache-control')).toBe('private, no-cache');
  });
});
