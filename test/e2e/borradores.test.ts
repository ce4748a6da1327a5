import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirCasa, type CasaConNavegador } from './casa.ts';

let casa: CasaConNavegador;

beforeAll(async () => {
  casa = await abrirCasa();
});
afterAll(() => casa?.cerrar());

const FORMULARIO = '/nuevo/IdentificarServicio';
const NECESIDAD = 'Vacunar a tiempo a niñas y niños de comunidades alejadas';

const ingresar = (): Promise<Page> => casa.como('Órgano encargado de la descentralización', 'Ministerio de Salud', { ancho: 360 });

/** Drafts in this browser. */
const borradores = (p: Page) => p.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('ayni:borrador:')).length);
const guardado = (p: Page, texto: string) => p.waitForFunction((t) => Object.values(localStorage).some((v) => String(v).includes(t)), texto);
const enviar = (p: Page) => p.getByRole('button', { name: 'Identificar un servicio público' }).click();

async function escribir(p: Page, nombre: string): Promise<void> {
  await p.goto(FORMULARIO);
  await p.fill('[name=nombre]', nombre);
  await p.fill('[name=necesidad]', NECESIDAD);
  await p.check('[name=niveles][value=regional]');
  await guardado(p, NECESIDAD);
}

async function completar(p: Page): Promise<void> {
  await p.selectOption('[name=sector]', 'minsa');
  await p.fill('[name=continuidad]', 'Campañas trimestrales');
  await p.fill('[name=norma]', 'Norma técnica de salud');
}

async function recuperar(p: Page, nombre: string): Promise<void> {
  await p.goto(FORMULARIO);
  await p.getByRole('button', { name: 'Recuperar lo escrito' }).click();
  await p.waitForFunction((n) => (document.querySelector('[name=nombre]') as HTMLInputElement | null)?.value === n, nombre);
  expect(await p.inputValue('[name=necesidad]')).toBe(NECESIDAD);
  expect(await p.isChecked('[name=niveles][value=regional]')).toBe(true);
  expect(await p.isChecked('[name=niveles][value=nacional]')).toBe(false);
}

describe('Borradores de los formularios', () => {
  it('lo escrito sobrevive a una recarga y se puede recuperar o descartar', async () => {
    const p = await ingresar();
    await escribir(p, 'Vacunación');
    await p.reload();
    await p.getByText('Usted dejó este formulario a medias').waitFor();
    expect(await p.inputValue('[name=nombre]')).toBe('');
    await recuperar(p, 'Vacunación');
    await p.goto(FORMULARIO);
    await p.getByRole('button', { name: 'Descartarlo' }).click();
    expect(await borradores(p)).toBe(0);
    await p.reload();
    await p.locator('[name=nombre]').waitFor();
    expect(await p.getByText('Usted dejó este formulario a medias').count()).toBe(0);
    await p.context().close();
  });

  it('lo escrito sobrevive a un envío sin red', async () => {
    const p = await ingresar();
    await escribir(p, 'Vacunación sin red');
    await completar(p);
    await p.context().setOffline(true);
    await enviar(p);
    await p.waitForURL(/chrome-error/);
    await p.context().setOffline(false);
    await recuperar(p, 'Vacunación sin red');
    await p.context().close();
  });

  it('tras un envío que falló, volver a una página de un acto anterior no borra el borrador', async () => {
    const p = await ingresar();
    await escribir(p, 'Primero');
    await completar(p);
    await enviar(p);
    await p.waitForURL('**/expediente/**');
    const anterior = p.url();
    expect(anterior).toContain('hecho=');
    await escribir(p, 'Segundo');
    await completar(p);
    await p.route('**/nuevo/**', (r) =>
      r.request().method() === 'POST' ? r.fulfill({ status: 503, contentType: 'text/plain', body: 'Servicio detenido' }) : r.continue(),
    );
    await enviar(p);
    await p.getByText('Servicio detenido').waitFor();
    await p.goto(anterior);
    await p.getByText('Hecho: Identificar un servicio público').waitFor();
    await recuperar(p, 'Segundo');
    await p.context().close();
  });

  it('lo rechazado vuelve con lo escrito; al corregirlo y registrarse, el borrador se olvida', async () => {
    const p = await ingresar();
    await escribir(p, 'Vacunación oportuna');
    await completar(p);
    await p.uncheck('[name=niveles][value=regional]');
    await enviar(p);
    await p.getByText('Nada se registró').waitFor();
    expect(await p.inputValue('[name=necesidad]')).toBe(NECESIDAD);
    expect(await borradores(p)).toBe(1);
    await p.check('[name=niveles][value=regional]');
    await enviar(p);
    await p.waitForURL('**/expediente/**');
    await p.getByText('Hecho: Identificar un servicio público').waitFor();
    await p.waitForFunction(() => !Object.keys(localStorage).some((k) => k.startsWith('ayni:borrador:')));
    await p.goto(FORMULARIO);
    await p.locator('[name=nombre]').waitFor();
    expect(await p.getByText('Usted dejó este formulario a medias').count()).toBe(0);
    await p.context().close();
  });
});
