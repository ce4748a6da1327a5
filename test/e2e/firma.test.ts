import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validar } from '../../src/platform/firma/validar.ts';
import { autoridad } from '../firma/autoridad.ts';
import { comoAntiguo, p12De } from '../firma/p12.ts';
import { confiar, firmarPdf } from '../firma/pdf.ts';
import { abrirCasa, type CasaConNavegador } from './casa.ts';

let casa: CasaConNavegador;
let carpeta: string;
let ca: Awaited<ReturnType<typeof autoridad>>;

beforeAll(async () => {
  carpeta = await mkdtemp(join(tmpdir(), 'ayni-firma-'));
  ca = await autoridad();
  await writeFile(join(carpeta, 'raiz.cer'), ca.raiz.der);
  casa = await abrirCasa({ raices: carpeta });
});
afterAll(async () => {
  await casa?.cerrar();
  await rm(carpeta, { recursive: true, force: true });
});

const como = (oficina: string, entidad: string, scripts = true): Promise<Page> => casa.como(oficina, entidad, { ancho: 360, scripts });

async function bajar(p: Page, texto: string): Promise<Buffer> {
  const [descarga] = await Promise.all([p.waitForEvent('download'), p.getByRole('link', { name: texto }).first().click()]);
  return readFile(await descarga.path());
}

const fotografiar = async (p: Page, nombre: string) => {
  if (process.env.VER) await p.screenshot({ path: `${process.env.VER}/${nombre}.png`, fullPage: true });
};

describe('Firma en el navegador', () => {
  it('6.6 y 5.1 el acta se emite, una oficina firma con su .p12 sin que la clave salga del equipo, y otra sube el archivo firmado sin guiones', async () => {
    const p = await como('Órgano encargado de la descentralización', 'Ministerio de Salud');
    await p.goto('/sesiones');
    const sesion = await p
      .getByRole('link', { name: /Sesión Ordinaria I .*Salud/ })
      .first()
      .getAttribute('href');
    await p.goto(`/expediente/${sesion?.split('/').pop()}`);
    await p.getByRole('link', { name: /Emitir para firma ?: Acta/ }).click();
    await p.getByRole('button', { name: 'Emitir un documento para su firma' }).click();
    await p.getByText('Hecho: Emitir un documento para su firma').waitFor();
    const expediente = new URL(p.url()).pathname;
    await fotografiar(p, 'documento-emitido');
    const turno = await p.locator('tr:has-text("Le toca firmar") td:nth-child(3)').allTextContents();
    const [primero, segundo] = turno.map((t) => t.split(' · ').map((x) => x.trim())) as [[string, string], [string, string]];

    const clave = 'una clave';
    const hoja = await ca.hoja('ROSA QUISPE');
    const p12 = await p12De(hoja, [ca.intermedia], clave);
    await writeFile(join(carpeta, 'rosa.p12'), p12);
    await writeFile(join(carpeta, 'antiguo.p12'), comoAntiguo(p12));

    const uno = await como(primero[0], primero[1]);
    const enviado: string[] = [];
    uno.on('request', (r) => enviado.push(r.postDataBuffer()?.toString('latin1') ?? ''));
    await uno.goto(`${expediente}/firmar`);
    const firmar = uno.getByRole('button', { name: 'Firmar en este equipo' });
    await uno.setInputFiles('#certificado', join(carpeta, 'rosa.p12'));
    await uno.fill('#contrasena', 'otra');
    await firmar.click();
    await uno.getByText('La contraseña no abre ese archivo').waitFor();
    await uno.setInputFiles('#certificado', join(carpeta, 'antiguo.p12'));
    await uno.fill('#contrasena', clave);
    await firmar.click();
    await uno.getByText('cifrado antiguo').waitFor();
    await fotografiar(uno, 'firmar');
    await uno.setInputFiles('#certificado', join(carpeta, 'rosa.p12'));
    await firmar.click();
    await uno.getByText('Hecho: Firmar el documento').waitFor();
    expect(enviado.some((e) => e.includes(encodeURIComponent(clave)) || e.includes(clave) || e.includes(p12.toString('latin1', 0, 60)))).toBe(false);
    await fotografiar(uno, 'documento-firmado');

    const con1 = await bajar(uno, 'Descargar el documento firmado');
    const v = await validar(con1, { lista: confiar(ca.raiz), ahora: new Date() });
    expect(v.legible && v.firmas.map((f) => [f.resultado, f.titular?.nombre])).toEqual([['VALIDO', 'ROSA QUISPE']]);
    await uno.getByRole('link', { name: 'Ver la verificación de cada firma' }).click();
    await uno.getByText('Lleva a una autoridad de la lista de confianza').waitFor();
    await fotografiar(uno, 'verificacion');
    const faltas = (await new AxeBuilder({ page: uno as never }).analyze()).violations.filter((x) => x.impact === 'serious' || x.impact === 'critical');
    expect(faltas.map((x) => x.id)).toEqual([]);
    expect(await uno.evaluate('document.documentElement.scrollWidth > innerWidth + 1')).toBe(false);

    const dos = await como(segundo[0], segundo[1], false);
    await dos.goto(`${expediente}/firmar`);
    const ajeno = join(carpeta, 'alterado.pdf');
    const alterado = Buffer.from(con1);
    alterado[400] = (alterado[400] as number) ^ 1;
    await writeFile(ajeno, alterado);
    await dos.setInputFiles('#archivo', ajeno);
    await dos.getByRole('button', { name: 'Subir documento firmado' }).click();
    await dos.getByText('La firma no se registró').or(dos.getByText('No es posible')).first().waitFor();
    const bueno = join(carpeta, 'bueno.pdf');
    await writeFile(bueno, await firmarPdf(con1, await ca.hoja('JUAN MAMANI'), [ca.intermedia], { fecha: new Date(Math.floor(Date.now() / 1000) * 1000) }));
    await dos.setInputFiles('#archivo', bueno);
    await dos.getByRole('button', { name: 'Subir documento firmado' }).click();
    await dos.getByText('Hecho: Firmar el documento').waitFor();
    expect(await dos.locator('tr:has-text("Válida")').count()).toBe(2);
    for (const x of [p, uno, dos]) await x.context().close();
  });
});
