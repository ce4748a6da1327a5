import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { autoridad, type Identidad } from '../../../test/firma/autoridad.ts';
import { comoAntiguo, p12De } from '../../../test/firma/p12.ts';
import { leerCms, verificarCms } from '../../platform/firma/cms.ts';
import { firmarAqui } from './firmar.ts';
import { abrirP12 } from './p12.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let ca: Awaited<ReturnType<typeof autoridad>>;
let rosa: Identidad;
let carpeta: string;
beforeAll(async () => {
  ca = await autoridad();
  rosa = await ca.hoja('ROSA QUISPE', { rsa: true });
  carpeta = await mkdtemp(join(tmpdir(), 'ayni-p12-'));
});
afterAll(() => rm(carpeta, { recursive: true, force: true }));

const buffer = (b: Buffer): ArrayBuffer => Uint8Array.from(b).buffer;
const abrir = (b: Buffer, clave: string) => abrirP12(buffer(b), clave);
const HAY_OPENSSL = spawnSync('openssl', ['version']).error === undefined;

/** As OpenSSL writes it, today or with `-legacy`. */
async function deOpenssl(...mas: string[]): Promise<Buffer> {
  const pem = (tipo: string, der: ArrayBuffer | Uint8Array) =>
    `-----BEGIN ${tipo}-----\n${Buffer.from(der as Uint8Array)
      .toString('base64')
      .replace(/.{64}/g, '$&\n')}\n-----END ${tipo}-----\n`;
  const clave = await crypto.subtle.exportKey('pkcs8', rosa.claves.privateKey as CryptoKey);
  await writeFile(join(carpeta, 'clave.pem'), pem('PRIVATE KEY', new Uint8Array(clave)));
  await writeFile(join(carpeta, 'cert.pem'), pem('CERTIFICATE', rosa.der) + pem('CERTIFICATE', ca.intermedia.der));
  const salida = join(carpeta, `${mas.length}.p12`);
  const r = spawnSync('openssl', [
    'pkcs12',
    '-export',
    '-inkey',
    join(carpeta, 'clave.pem'),
    '-in',
    join(carpeta, 'cert.pem'),
    '-out',
    salida,
    '-passout',
    'pass:secreta',
    ...mas,
  ]);
  if (r.status !== 0) throw new Error(r.stderr.toString());
  return readFile(salida);
}

describe('Abrir un .p12 en el navegador', () => {
  it('da el certificado de la clave, su cadena y una clave que no se puede sacar', async () => {
    const a = await abrir(await p12De(rosa, [ca.intermedia], 'secreta'), 'secreta');
    expect(a.titular).toBe('ROSA QUISPE');
    expect(Buffer.from(a.certificado).equals(Buffer.from(rosa.der))).toBe(true);
    expect(a.cadena.map((c) => Buffer.from(c).equals(Buffer.from(ca.intermedia.der)))).toEqual([true]);
    expect(a.clave.extractable).toBe(false);
  });
  it('también con curva elíptica, y lo firmado se verifica', async () => {
    const luz = await ca.hoja('LUZ');
    const archivo = new File([buffer(await p12De(luz, [], 'x'))], 'luz.p12');
    const digesto = 'ab'.repeat(32);
    const { cms } = await firmarAqui(archivo, 'x', async () => ({ digesto }));
    expect(verificarCms(leerCms(Buffer.from(cms, 'base64')), () => Buffer.from(digesto, 'hex'))).toMatchObject({ ok: true, ligado: true });
  });
  it('con la contraseña equivocada, o lo que no es un .p12, dice qué pasó y qué hacer', async () => {
    await expect(abrir(await p12De(rosa, [], 'secreta'), 'otra')).rejects.toMatchObject({
      message: 'La contraseña no abre ese archivo.',
      remedio: expect.stringMatching(/Escríbala/),
    });
    await expect(abrir(Buffer.from('hola'), 'x')).rejects.toMatchObject({ message: expect.stringMatching(/no es un certificado/) });
    await expect(abrir(Buffer.from(ca.raiz.der), 'x')).rejects.toMatchObject({ message: expect.stringMatching(/no es un certificado/) });
  });
  it('con cifrado antiguo dice que no se abre y cómo seguir', async () => {
    await expect(abrir(comoAntiguo(await p12De(rosa, [], 'secreta')), 'secreta')).rejects.toMatchObject({ message: expect.stringMatching(/cifrado antiguo/) });
  });
  it.skipIf(!HAY_OPENSSL)('abre lo que exporta OpenSSL, y reconoce lo que exporta a la antigua', async () => {
    expect((await abrir(await deOpenssl(), 'secreta')).titular).toBe('ROSA QUISPE');
    await expect(abrir(await deOpenssl('-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES'), 'secreta')).rejects.toMatchObject({
      message: expect.stringMatching(/cifrado antiguo/),
    });
  });
});
