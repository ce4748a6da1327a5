import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirCasa, type CasaConNavegador } from './casa.ts';

let casa: CasaConNavegador;

beforeAll(async () => {
  casa = await abrirCasa();
});
afterAll(() => casa?.cerrar());

async function accesible(p: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: p }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
  expect(await p.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
}

describe('Documentos en el navegador', () => {
  it('6.6 el acta se baja del expediente, se comprueba sin usuario y sin scripts, y lo editado fuera se compara', async () => {
    const p = await casa.como('Órgano encargado de la descentralización', 'Ministerio de Salud');
    await p.goto('/sesiones');
    await p
      .locator('main a[href*="/expediente/"]')
      .filter({ hasText: /Sesión Ordinaria I ·.*Salud/ })
      .first()
      .click();
    const enlace = p.getByRole('link', { name: 'Abrir PDF de Acta de sesión de la CIG' });
    const camino = (await enlace.getAttribute('href')) ?? '';
    const pdf = await p.request.get(camino);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    const etag = pdf.headers().etag ?? '';
    expect((await p.request.get(camino, { headers: { 'if-none-match': etag } })).status()).toBe(304);
    const docx = await (await p.request.get(camino.replace('.pdf', '.docx'))).body();

    await p.getByRole('link', { name: /^Comparar uno editado.*Acta de sesión de la CIG/ }).click();
    const subir = async (name: string, buffer: Buffer) => {
      await p.locator('#archivo').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
      await p.getByRole('button', { name: 'Comparar documento' }).click();
    };
    await subir('acta.docx', docx);
    await p.getByRole('heading', { name: 'Dice lo mismo que el expediente' }).waitFor();
    await accesible(p);
    await subir('acta.docx', Buffer.from('%PDF-1.7 no soy un DOCX'));
    await p.getByText('Su archivo no se guardó y el documento del expediente sigue igual.').waitFor();

    const q = await casa.anonimo({ ancho: 360 });
    await q.goto('/verificar');
    await q.fill('#codigo', etag.slice(1, 13).toLowerCase());
    await q.getByRole('button', { name: 'Verificar código' }).click();
    await q.getByRole('heading', { name: /^Acta de la Sesión Ordinaria I de la Comisión/ }).waitFor();
    expect(await q.locator('script').count()).toBe(0);
    await accesible(q);
    await q.locator('#archivo').setInputFiles({ name: 'acta.pdf', mimeType: 'application/pdf', buffer: await pdf.body() });
    await q.getByRole('button', { name: 'Comparar archivo' }).click();
    await q.getByText('El archivo es idéntico al que produjo Ayni.').waitFor();
    await q.goto('/verificar/2222-2222-2222');
    await q.getByText('No hay ningún documento con ese código.').waitFor();
    await accesible(q);
    await p.context().close();
    await q.context().close();
  });

  it('sin usuario no se baja ningún documento', async () => {
    const p = await casa.como('Órgano encargado de la descentralización', 'Ministerio de Salud');
    await p.goto('/sesiones');
    await p.locator('main a[href*="/expediente/"]').first().click();
    const id = p.url().split('/').pop();
    const q = await casa.anonimo();
    await q.goto(`/expedientes/${id}/documentos/acta.pdf`);
    expect(q.url()).toContain('/ingresar');
    await p.context().close();
    await q.context().close();
  });
});
