import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirCasa, type CasaConNavegador } from './casa.ts';

let casa: CasaConNavegador;

beforeAll(async () => {
  casa = await abrirCasa();
});
afterAll(() => casa?.cerrar());

async function salaDe(p: Page): Promise<string> {
  await p.goto('/sesiones');
  await p
    .getByRole('link', { name: /Sesión Ordinaria II .*Ambiente/ })
    .first()
    .click();
  await p.getByRole('link', { name: 'Entrar a la sala de la sesión' }).click();
  await p.waitForURL('**/sesion/**');
  return new URL(p.url()).pathname;
}

const grave = async (p: Page) => {
  const { violations } = await new AxeBuilder({ page: p as never }).analyze();
  return violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id} ${v.nodes[0]?.html.slice(0, 140)}`);
};

describe('Sala de la sesión', () => {
  it('6.6 sin scripts la sala recarga con un enlace, registra y conserva lo escrito cuando se rechaza', async () => {
    const p = await casa.como('Alcaldía Provincial', 'Municipalidad Provincial de Alto Amazonas', { ancho: 360, scripts: false });
    await p.goto('/sesiones');
    await p
      .getByRole('link', { name: /Sesión Ordinaria II .*Ambiente/ })
      .first()
      .click();
    await p.getByRole('link', { name: 'Entrar a la sala de la sesión' }).click();
    await p.getByText('Recargue para ver lo nuevo').waitFor();
    await p.getByRole('button', { name: 'Asisto en forma virtual' }).click();
    await p.getByText('Presente', { exact: true }).first().waitFor();
    const fijar = async () => {
      await p.getByLabel(/De acuerdo, con reserva\./).check();
      await p.locator('.mi-posicion textarea').fill('Falta el cronograma de la provincia.');
      await p.getByRole('button', { name: 'Registrar posición' }).click();
    };
    await fijar();
    await p.getByText('«Falta el cronograma de la provincia.»').first().waitFor();
    await fijar();
    await p.getByText('Esa posición ya consta').waitFor();
    expect(await p.locator('.mi-posicion textarea').inputValue()).toBe('Falta el cronograma de la provincia.');
    await p.context().close();
  });

  it('6.6 lo que hace uno aparece al otro en un segundo, sin perder lo que escribe ni el foco', async () => {
    const sector = await casa.como('Órgano encargado de la descentralización', 'Ministerio del Ambiente');
    const sala = await salaDe(sector);
    await sector.getByText('En vivo', { exact: true }).waitFor();
    const gore = await casa.como('Gobernación Regional', 'Gobierno Regional de Loreto', { ancho: 360 });
    await gore.goto(sala);
    await gore.getByText('En vivo', { exact: true }).waitFor();
    expect(await grave(sector)).toEqual([]);
    expect(await grave(gore)).toEqual([]);
    expect(await gore.evaluate('document.documentElement.scrollWidth <= innerWidth + 1')).toBe(true);

    const escrito = sector.locator('.mi-posicion textarea').first();
    await escrito.fill('Texto que el sector aún no envía');
    await gore.getByText('Proponer una enmienda').first().click();
    await gore.getByLabel('Debe decir').fill('Se aprueba el Modelo Específico, con un fondo de operación en la estrategia.');
    const desde = Date.now();
    await gore.getByRole('button', { name: 'Proponer la enmienda' }).click();
    await sector.getByRole('article', { name: 'Enmienda 1' }).waitFor({ timeout: 3000 });
    expect(Date.now() - desde).toBeLessThan(1500);
    expect((await sector.locator('article ins').allTextContents()).join(' ')).toContain('fondo');
    expect(await escrito.inputValue()).toBe('Texto que el sector aún no envía');
    expect(await sector.locator('.mi-posicion textarea:focus').count()).toBe(1);

    await sector.getByRole('button', { name: 'Incorporar al texto' }).click();
    await gore.getByText('texto 2').first().waitFor({ timeout: 3000 });
    expect(await escrito.inputValue()).toBe('Texto que el sector aún no envía');
    await gore.getByLabel('Por qué la retira (opcional)').fill('La enmienda la atiende');
    await gore.context().setOffline(true);
    await gore.getByRole('button', { name: 'Retirar la objeción' }).click();
    await gore.getByText('No hay conexión.').waitFor();
    expect(await gore.getByLabel('Por qué la retira (opcional)').inputValue()).toBe('La enmienda la atiende');
    await gore.context().setOffline(false);
    await gore.getByRole('button', { name: 'Retirar la objeción' }).click();
    await sector.getByText('Nadie fijó posición').first().waitFor({ timeout: 3000 });
    await gore.getByLabel(/De acuerdo\./).check();
    let envios = 0;
    await gore.route('**/sesion/**', async (r) => {
      if (r.request().method() === 'POST') {
        envios += 1;
        await new Promise((s) => setTimeout(s, 600));
      }
      await r.continue();
    });
    await gore.getByRole('button', { name: 'Registrar posición' }).click();
    await gore.getByRole('button', { name: 'Enviando…' }).waitFor();
    await gore.locator('form[aria-busy=true]').waitFor();
    await gore.keyboard.press('Enter');
    await gore.getByRole('button', { name: 'Registrar posición' }).waitFor();
    expect(envios).toBe(1);
    await sector.getByRole('link', { name: 'Adoptar el acuerdo' }).click();
    await sector.getByRole('button', { name: 'Aprobar el Modelo Específico' }).click();
    await sector.getByText('Hecho: Aprobar el Modelo').waitFor();
    await gore.getByText('Consenso con nivel ausente').first().waitFor({ timeout: 3000 });
    await sector.context().close();
    await gore.context().close();
  });
});
