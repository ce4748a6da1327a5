import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Foco {
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
export async function tabularHasta(p: Page, es: (f: Foco) => boolean, que: string): Promise<Foco[]> {
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

export const llamado = (nombre: string) => (f: Foco) => f.nombre === nombre;

/** Goes with Tab to the field of a name and writes in it. */
export async function teclear(p: Page, campo: string, texto: string): Promise<Foco[]> {
  const paradas = await tabularHasta(p, (f) => f.campo === campo, `el campo ${campo}`);
  await p.keyboard.type(texto);
  return paradas;
}

/** Enter on what has the focus leads to another page. */
export async function entrar(p: Page, titulo: string): Promise<void> {
  await p.keyboard.press('Enter');
  await p.getByRole('heading', { level: 1, name: titulo }).waitFor();
}
