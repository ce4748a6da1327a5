import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { abrirCasa, type CasaConNavegador } from './casa.ts';

let casa: CasaConNavegador;

beforeAll(async () => {
  casa = await abrirCasa();
});
afterAll(() => casa?.cerrar());

interface Foco {
  /** Text or label of what has the focus. */
  nombre: string;
  campo: string;
  /** Place in the document, from its top. */
  y: number;
  visible: boolean;
}

/** Runs in the page: no types of the DOM are shared with it. */
const LEER_FOCO = `(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const caja = e.getBoundingClientRect();
  const estilo = getComputedStyle(e);
  return {
    nombre: (e.getAttribute('aria-label') || e.innerText || e.labels?.[0]?.textContent || '').trim().replace(/\\s+/g, ' '),
    campo: e.getAttribute('name') || '',
    y: caja.top + scrollY,
    visible: estilo.outlineStyle !== 'none' && parseFloat(estilo.outlineWidth) >= 2 && caja.width > 0 && caja.bottom > 0 && caja.top < innerHeight && caja.left >= 0,
  };
})()`;

const foco = async (p: Page): Promise<Foco | null> => (await p.evaluate(LEER_FOCO)) as Foco | null;

/** Presses Tab until something has the focus, seeing on the way that each stop is visible. @returns the stops */
async function tabularHasta(p: Page, es: (f: Foco) => boolean, que: string): Promise<Foco[]> {
  const paradas: Foco[] = [];
  for (let i = 0; i < 120; i++) {
    await p.keyboard.press('Tab');
    const f = await foco(p);
    if (!f) break;
    paradas.push(f);
    expect(f.visible, `el foco no se ve en «${f.nombre || f.campo}»`).toBe(true);
    if (es(f)) return paradas;
  }
  throw new Error(`Con el tabulador no se llega a ${que}. Paradas: ${paradas.map((f) => f.nombre || f.campo).join(' | ')}`);
}

const llamado = (nombre: string) => (f: Foco) => f.nombre === nombre;

/** Goes with Tab to the field of a name and writes in it. */
async function escribir(p: Page, campo: string, texto: string): Promise<Foco[]> {
  const paradas = await tabularHasta(p, (f) => f.campo === campo, `el campo ${campo}`);
  await p.keyboard.type(texto);
  return paradas;
}

/** Enter on what has the focus leads to another page. */
async function entrar(p: Page, titulo: string): Promise<void> {
  await p.keyboard.press('Enter');
  await p.getByRole('heading', { level: 1, name: titulo }).waitFor();
}

it('solo con el teclado: ingresar, abrir un expediente, realizar un acto, ver el resultado y anularlo', async () => {
  const p = await casa.anonimo();
  const servicio = 'Mantenimiento de locales escolares rurales';
  const acto = 'Declarar elegible el servicio';

  await p.goto('/ingresar');
  expect((await tabularHasta(p, llamado('Ir al contenido'), 'el salto al contenido')).length).toBe(1);
  await tabularHasta(p, llamado('Órgano encargado de la descentralización Ministerio de Educación'), 'la oficina');
  await entrar(p, 'Mi bandeja');

  await tabularHasta(p, llamado('Servicios'), 'el menú');
  await entrar(p, 'Servicios públicos');
  await tabularHasta(p, llamado(servicio), 'el expediente');
  await entrar(p, servicio);
  await tabularHasta(p, llamado(acto), 'el acto');
  await entrar(p, acto);

  const orden: Foco[] = [];
  for (const c of ['competenciasCompartidas', 'fasesSucesivas', 'responsabilidadCompartida']) {
    orden.push(...(await tabularHasta(p, (f) => f.campo === `${c}.cumple`, `la condición ${c}`)));
    await p.keyboard.press('Space');
    orden.push(...(await escribir(p, `${c}.sustento`, 'Informe del sector.')));
  }
  orden.push(...(await tabularHasta(p, llamado(acto), 'el botón')));
  const enFormulario = orden.slice(orden.findIndex((f) => f.campo !== '')).map((f) => Math.round(f.y));
  expect(enFormulario, 'el foco baja por el formulario sin saltos').toEqual(enFormulario.toSorted((a, b) => a - b));
  await p.keyboard.press('Enter');
  await p.getByText(`Hecho: ${acto}.`).waitFor();
  expect(await p.locator('header.encabezado .chip').first().innerText()).toBe('Elegible');

  const huella = (await p.locator('.cronologia li summary').first().innerText()).trim();
  await tabularHasta(p, llamado(huella), 'la huella del último hecho');
  await p.keyboard.press('Enter');
  await tabularHasta(p, llamado('Anular este acto'), 'anular');
  await entrar(p, 'Anular un acto');
  await escribir(p, 'motivo', 'Falta el informe de la Dirección Regional de Educación.');
  await tabularHasta(p, llamado('Anular el acto'), 'el botón de anular');
  await entrar(p, servicio);
  expect(await p.locator('header.encabezado .chip').first().innerText()).toBe('Identificado');
  expect(await p.locator('.cronologia').innerText()).toContain('Anulado');
});
