import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirCasa, type CasaConNavegador } from './casa.ts';

let casa: CasaConNavegador;

beforeAll(async () => {
  casa = await abrirCasa();
});
afterAll(() => casa?.cerrar());

const KB = 1024;

/** Bytes that travel to open an address with nothing kept from before, as the network counts them. */
async function pesoDe(p: Page, direccion: string): Promise<{ todo: number; script: number }> {
  const cdp = await p.context().newCDPSession(p);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  const clase = new Map<string, string>();
  const peso = { todo: 0, script: 0 };
  cdp.on('Network.responseReceived', (e) => clase.set(e.requestId, e.type));
  cdp.on('Network.loadingFinished', (e) => {
    peso.todo += e.encodedDataLength;
    if (clase.get(e.requestId) === 'Script') peso.script += e.encodedDataLength;
  });
  await p.goto(direccion, { waitUntil: 'networkidle' });
  return peso;
}

describe('Peso de las páginas', () => {
  it.each(['/', '/directiva', '/directiva/8.8', '/verificar', '/ingresar'])(
    'la página pública %s pesa a lo más 100 KB y no trae scripts',
    async (direccion) => {
      const p = await casa.anonimo({ ancho: 360 });
      const peso = await pesoDe(p, direccion);
      expect(peso.todo).toBeGreaterThan(0);
      expect(peso.todo).toBeLessThanOrEqual(100 * KB);
      expect(peso.script).toBe(0);
      await p.context().close();
    },
  );

  it('una oficina recibe a lo más 300 KB de scripts al abrir su bandeja', async () => {
    const p = await casa.como('Gerencia Municipal', 'Municipalidad Provincial de Alto Amazonas', { ancho: 360 });
    const peso = await pesoDe(p, '/bandeja');
    expect(peso.script).toBeGreaterThan(0);
    expect(peso.script).toBeLessThanOrEqual(300 * KB);
    await p.context().close();
  });
});
