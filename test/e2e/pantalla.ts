import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export type Archivo = { name: string; mimeType: string; buffer: Buffer };

/** What somebody writes in a form: names as the form has them, groups and rows nested. */
export type Escrito = { readonly [campo: string]: Escrito | Archivo | readonly (Escrito | string)[] | string | number | boolean };

interface Envio {
  /** Other office of the entity that decided. */
  decidio?: string;
}

/** A small but valid-looking PDF. */
export const pdf = (nombre: string): Archivo => ({
  name: `${nombre}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n% ${nombre}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`, 'latin1'),
});

const esArchivo = (v: unknown): v is Archivo => typeof v === 'object' && v !== null && 'buffer' in v;

/** Writes one field, whatever its control; a row that is not there yet is asked for with its button. */
async function escribir(p: Page, nombre: string, valor: string | number | boolean | Archivo): Promise<void> {
  if (esArchivo(valor)) return p.setInputFiles(`[name="_archivo:${nombre}"]`, valor);
  const campo = p.locator(`[name="${nombre}"]`);
  const fila = /^(.*)\[\d+\]/.exec(nombre)?.[1];
  if (fila && (await campo.count()) === 0) {
    await p.locator(`button[name=_mas][value="${fila}"]`).click();
    await campo.waitFor();
  }
  if (typeof valor === 'boolean') return campo.setChecked(valor);
  const etiqueta = await campo.first().evaluate((e) => (e as { tagName: string }).tagName);
  if (etiqueta === 'SELECT') await campo.selectOption(String(valor));
  else await campo.fill(String(valor));
}

/** Fills the form on screen. A list of plain texts marks those checkboxes, or writes one row each. */
export async function llenar(p: Page, datos: Escrito, ruta = ''): Promise<void> {
  for (const [clave, valor] of Object.entries(datos)) {
    const nombre = ruta ? `${ruta}.${clave}` : clave;
    if (Array.isArray(valor)) {
      for (const [i, v] of (valor as readonly (Escrito | string)[]).entries()) {
        if (typeof v !== 'string') await llenar(p, v, `${nombre}[${i}]`);
        else if ((await p.locator(`[type=checkbox][name="${nombre}"]`).count()) > 0) await p.check(`[name="${nombre}"][value="${v}"]`);
        else await escribir(p, `${nombre}[${i}]`, v);
      }
    } else if (typeof valor === 'object' && !esArchivo(valor)) await llenar(p, valor as Escrito, nombre);
    else await escribir(p, nombre, valor as string | number | boolean | Archivo);
  }
}

const puede = (p: Page): Locator => p.getByRole('region', { name: 'Qué puede hacer ahora' });

/** Name of the link to an acto: its title, after «Continuar» or «Atender ahora» where it has its own line. */
const enlaceA = (titulo: string) => new RegExp(`^((Continuar|Atender ahora)\\s*: )?${titulo.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

/** Opens an expediente from its address. */
export async function abrir(p: Page, id: string): Promise<void> {
  await p.goto(`/expediente/${id}`);
  await puede(p).waitFor();
}

/** From the expediente to the form of an acto, by its link under «Qué puede hacer ahora». */
export async function elegir(p: Page, id: string, titulo: string): Promise<void> {
  const enlace = puede(p).getByRole('link', { name: enlaceA(titulo), includeHidden: true });
  // On the expediente already, the link is followed from there: others may have changed what is possible, hence the reload.
  const ahi = new URL(p.url(), 'http://x').pathname === `/expediente/${id}`;
  if (!ahi || (await enlace.count()) === 0) await abrir(p, id);
  if ((await enlace.count()) === 0) throw new Error(`«${titulo}» no está entre lo que puede hacer: ${await puede(p).innerText()}`);
  if (!(await enlace.isVisible())) await puede(p).getByText('Registrar el contenido').click();
  await enlace.click();
  await p.getByRole('heading', { level: 1, name: titulo }).waitFor();
}

async function enviar(p: Page, titulo: string, { decidio }: Envio): Promise<void> {
  if (decidio) await p.selectOption('[name=_cargo]', { label: decidio });
  await p.getByRole('button', { name: titulo, exact: true }).click();
}

/** Waits for the result; a refusal fails with the reasons on screen. @returns the expediente of the acto */
async function registrado(p: Page, titulo: string): Promise<string> {
  const hecho = p.getByText(`Hecho: ${titulo}.`);
  const rechazo = p.getByText('Nada se registró');
  await hecho.or(rechazo).waitFor();
  if (await rechazo.isVisible()) throw new Error(`«${titulo}» fue rechazado: ${await p.getByRole('alert').innerText()}`);
  return /\/expediente\/([0-9a-f-]{36})/.exec(p.url())?.[1] ?? '';
}

/** Performs an acto on an expediente. */
export async function hacer(p: Page, id: string, titulo: string, datos: Escrito = {}, envio: Envio = {}): Promise<void> {
  await elegir(p, id, titulo);
  await llenar(p, datos);
  await enviar(p, titulo, envio);
  await registrado(p, titulo);
}

/** Opens an expediente with an acto chosen in «Iniciar un expediente» of the tray. @returns its id */
export async function iniciar(p: Page, titulo: string, datos: Escrito): Promise<string> {
  await abrirNuevo(p, titulo);
  await llenar(p, datos);
  await enviar(p, titulo, {});
  return registrado(p, titulo);
}

async function abrirNuevo(p: Page, titulo: string): Promise<void> {
  await p.goto('/bandeja');
  await p.getByRole('region', { name: 'Iniciar un expediente' }).getByRole('link', { name: titulo, exact: true }).click();
  await p.getByRole('heading', { level: 1, name: titulo }).waitFor();
}

/** Sends the form on screen and expects the refusal, every text of which must be read on it. */
export async function rechazado(p: Page, titulo: string, textos: readonly string[], envio: Envio = {}): Promise<void> {
  await enviar(p, titulo, envio);
  await p.getByText('Nada se registró').waitFor();
  const aviso = await p.getByRole('alert').innerText();
  for (const t of textos) expect(aviso).toContain(t);
}

/** As `hacer`, for an acto that the rules refuse. */
export async function intentar(p: Page, id: string, titulo: string, datos: Escrito, textos: readonly string[]): Promise<void> {
  await elegir(p, id, titulo);
  await llenar(p, datos);
  await rechazado(p, titulo, textos);
}

/** As `iniciar`, for an acto that the rules refuse. */
export async function intentarIniciar(p: Page, titulo: string, datos: Escrito, textos: readonly string[]): Promise<void> {
  await abrirNuevo(p, titulo);
  await llenar(p, datos);
  await rechazado(p, titulo, textos);
}

/** The expediente says why an acto is not possible yet. */
export async function impedido(p: Page, id: string, titulo: string, textos: readonly string[]): Promise<void> {
  await abrir(p, id);
  expect(
    await puede(p)
      .getByRole('link', { name: enlaceA(titulo), includeHidden: true })
      .count(),
  ).toBe(0);
  const caja = puede(p).locator('.acto', { hasText: titulo }).filter({ hasText: 'No es posible ahora' }).first();
  const dicho = await caja.textContent();
  for (const t of textos) expect(dicho).toContain(t);
}

/** Text of a section of the expediente on screen, folded parts included. */
export async function seccion(p: Page, titulo: string): Promise<string> {
  const [propia] = await p.getByRole('region', { name: titulo, exact: true }).allTextContents();
  if (propia === undefined) throw new Error(`El expediente no muestra la sección «${titulo}».`);
  return propia;
}

/** Situation of the expediente on screen, as its heading says it. */
export const situacion = (p: Page): Promise<string> => p.locator('header.encabezado .chip').first().innerText();
