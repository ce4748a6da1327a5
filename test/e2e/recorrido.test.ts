import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnMarcha } from '../../src/app.ts';
import { baseNueva } from '../base.ts';
import { lanzarChromium } from '../chromium.ts';

let navegador: Browser;
let casa: EnMarcha;
let base: Awaited<ReturnType<typeof baseNueva>>;

beforeAll(async () => {
  base = await baseNueva();
  const ruta = new URL('../../build/server/index.js', import.meta.url).href;
  const { arrancar } = await import(/* @vite-ignore */ ruta);
  casa = await arrancar({ url: base.url, config: { puerto: 0, anfitrion: '127.0.0.1', directorio: '', hosts: [], demo: true } });
  navegador = await lanzarChromium();
}, 120_000);
afterAll(async () => {
  await navegador?.close();
  await casa?.cerrar();
  await base?.cerrar();
});

async function como(oficina: string, entidad: string, ancho = 1280): Promise<Page> {
  const contexto = await navegador.newContext({ viewport: { width: ancho, height: 900 }, baseURL: casa.direccion });
  const p = await contexto.newPage();
  await p.goto('/ingresar');
  await p.locator(`button:has-text("${oficina}")`).filter({ hasText: entidad }).first().click();
  await p.waitForURL('**/bandeja');
  return p;
}

describe('Recorrido en el navegador', () => {
  it('6.2 y 6.5 una oficina identifica un servicio, corrige lo que falta sin perder lo escrito y lo declara elegible', async () => {
    const p = await como('Órgano encargado', 'Ministerio de Salud');
    await p.goto('/nuevo/IdentificarServicio');
    await p.fill('[name=nombre]', 'Suplementación con hierro');
    await p.selectOption('[name=sector]', 'minsa');
    await p.fill('[name=necesidad]', 'Prevenir la anemia');
    await p.fill('[name=continuidad]', 'Entrega mensual');
    await p.fill('[name=norma]', 'Norma técnica de salud');
    const enviar = p.getByRole('button', { name: 'Identificar un servicio público' });
    await enviar.click();
    await p.getByText('Nada se registró').waitFor();
    expect(await p.inputValue('[name=necesidad]')).toBe('Prevenir la anemia');
    for (const nivel of ['nacional', 'regional', 'provincial']) await p.check(`[name=niveles][value=${nivel}]`);
    await enviar.click();
    await p.waitForURL('**/expediente/**');
    await p.getByRole('link', { name: 'Declarar elegible el servicio' }).click();
    for (const c of ['competenciasCompartidas', 'fasesSucesivas', 'responsabilidadCompartida']) {
      await p.check(`[name="${c}.cumple"]`);
      await p.fill(`[name="${c}.sustento"]`, 'Informe del sector');
    }
    await p.getByRole('button', { name: 'Declarar elegible el servicio' }).click();
    await p.getByText('Hecho: Declarar elegible el servicio').waitFor();
    await p.context().close();
  });

  it('6.6 el acuerdo con una objeción en pie se explica en su lugar, y un gobierno regional la retira', async () => {
    const sector = await como('Órgano encargado', 'Ministerio del Ambiente');
    await sector.goto('/sesiones');
    await sector
      .getByRole('link', { name: /Sesión Ordinaria II .*Ambiente/ })
      .first()
      .click();
    await sector.getByText('mantiene una objeción').first().waitFor();
    const gore = await como('Gobernación Regional', 'Loreto', 360);
    await gore.goto(sector.url());
    await gore.getByRole('link', { name: 'Fijar posición sobre un asunto' }).click();
    await gore.selectOption('[name=postura]', 'acuerdo');
    await gore.getByRole('button', { name: 'Fijar posición sobre un asunto' }).click();
    await gore.getByText('Hecho: Fijar posición').waitFor();
    await sector.reload();
    await sector.getByRole('link', { name: 'Aprobar el Modelo Específico' }).click();
    await sector.getByRole('button', { name: 'Aprobar el Modelo Específico' }).click();
    await sector.getByText('Hecho: Aprobar el Modelo').waitFor();
    await gore.context().close();
    await sector.context().close();
  });

  it('ninguna pantalla tiene faltas graves de accesibilidad ni se desborda a 360 px', async () => {
    const p = await como('Órgano encargado', 'Ministerio del Ambiente', 360);
    const rutas = ['/', '/bandeja', '/servicios', '/planes', '/modelos', '/sesiones', '/matriz', '/directiva', '/directiva/8.10', '/nuevo/IdentificarServicio'];
    const faltas: string[] = [];
    for (const ruta of rutas) {
      await p.goto(ruta);
      const { violations } = await new AxeBuilder({ page: p as never }).analyze();
      for (const v of violations) if (v.impact === 'serious' || v.impact === 'critical') faltas.push(`${ruta}: ${v.id} ${v.nodes[0]?.html.slice(0, 120)}`);
      if (await p.evaluate('document.documentElement.scrollWidth > innerWidth + 1')) faltas.push(`${ruta}: se desborda`);
    }
    expect(faltas).toEqual([]);
    await p.context().close();
  });
});
