import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { autoridad, revocar } from '../../../test/firma/autoridad.ts';
import { leerRaices } from './raices.ts';

// Keys, signatures and whole files: slow where the machine is busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let carpeta: string;
beforeEach(async () => {
  carpeta = await mkdtemp(join(tmpdir(), 'ayni-raices-'));
});
afterEach(() => rm(carpeta, { recursive: true, force: true }));

describe('Lista de confianza', () => {
  it('sin carpeta no hay confianza en nadie', async () => {
    expect(await leerRaices(join(carpeta, 'no-existe'))).toEqual({ raices: [], revocaciones: [] });
  });
  it('lee certificados en PEM, varios por archivo, o en DER, y listas de revocación', async () => {
    const ca = await autoridad();
    const pem = (der: Uint8Array) => `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
    await writeFile(join(carpeta, 'todas.pem'), pem(ca.raiz.der) + pem(ca.intermedia.der));
    await writeFile(join(carpeta, 'otra.cer'), (await autoridad()).raiz.der);
    await writeFile(join(carpeta, 'raiz.crl'), await revocar(ca.raiz, []));
    await writeFile(join(carpeta, 'LEEME.txt'), 'no es un certificado');
    const lista = await leerRaices(carpeta);
    expect(lista.raices.map((r) => r.x509.subject)).toEqual(['CN=Raíz de prueba', 'CN=Raíz de prueba', 'CN=Intermedia de prueba']);
    expect(lista.revocaciones).toHaveLength(1);
  });
  it('un archivo que no es un certificado se nombra', async () => {
    await writeFile(join(carpeta, 'mala.pem'), 'hola');
    await expect(leerRaices(carpeta)).rejects.toThrow('mala.pem');
  });
});
