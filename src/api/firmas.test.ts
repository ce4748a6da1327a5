import { describe, expect, it } from 'vitest';
import { apiFalsa, EXITO, EXPEDIENTE } from '../../test/api.falsa.ts';
import type { FirmaHecha } from '../firmas.ts';

const H = 'ab'.repeat(32);
const RUTA = `/api/v1/expedientes/${EXPEDIENTE}/firma`;
const cuerpo = { base: H, instante: '2026-03-02T15:00:00.000Z', cms: 'AQID' };

function casa() {
  const hechas: FirmaHecha[] = [];
  const api = apiFalsa({
    firmas: {
      preparar: async () => ({ ok: true, base: H, instante: cuerpo.instante, digesto: H }),
      firmar: async (_q, _e, f) => {
        hechas.push(f);
        return EXITO;
      },
      informe: async () => undefined,
    },
  });
  const enviar = (c: unknown, cabeceras: Record<string, string> = { 'idempotency-key': 'k' }) =>
    api.pedir(RUTA, { method: 'POST', headers: { 'content-type': 'application/json', ...cabeceras }, body: JSON.stringify(c) });
  return { ...api, hechas, enviar };
}

describe('API de firmas', () => {
  it.each(['/firma', '/firmas'])('%s sin credenciales es 401', async (ruta) => {
    const r = await apiFalsa().app.request(`http://localhost/api/v1/expedientes/${EXPEDIENTE}${ruta}`, { headers: { host: 'localhost' } });
    expect(r.status).toBe(401);
  });
  it('prepara sin que nada se guarde en memoria intermedia', async () => {
    const r = await casa().pedir(RUTA);
    expect([r.status, r.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await r.json()).toEqual({ base: H, instante: cuerpo.instante, digesto: H });
  });
  it('recibe la firma con su clave de repetición', async () => {
    const c = casa();
    expect((await c.enviar(cuerpo)).status).toBe(200);
    expect(c.hechas).toEqual([{ base: H, instante: cuerpo.instante, cms: Buffer.from([1, 2, 3]), clave: 'k' }]);
  });
  it.each<[string, unknown, Record<string, string>]>([
    ['sin clave', cuerpo, {}],
    ['con un CMS que no es base64', { ...cuerpo, cms: '¿?' }, { 'idempotency-key': 'k' }],
    ['con un CMS enorme', { ...cuerpo, cms: 'A'.repeat(80_000) }, { 'idempotency-key': 'k' }],
    ['con miembros de más', { ...cuerpo, resultado: 'VALIDO' }, { 'idempotency-key': 'k' }],
  ])('%s se rechaza con motivo y no llega a la casa', async (_que, c, cabeceras) => {
    const api = casa();
    const r = await api.enviar(c, cabeceras);
    expect(r.status).toBe(400);
    expect(((await r.json()) as { remedio: string }).remedio).not.toBe('');
    expect(api.hechas).toEqual([]);
  });
  it('el informe de lo que no es un documento es 404', async () => {
    expect((await casa().pedir(`${RUTA}s`)).status).toBe(404);
  });
});
