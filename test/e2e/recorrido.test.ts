import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirCasa, type CasaConNavegador } from './casa.ts';

let casa: CasaConNavegador;

beforeAll(async () => {
  casa = await abrirCasa();
});
afterAll(() => casa?.cerrar());

describe('Recorrido en el navegador', () => {
  it('6.2 y 6.5 una oficina identifica un servicio, corrige lo que falta sin perder lo escrito y lo declara elegible', async () => {
    const p = await casa.como('Órgano encargado de la descentralización', 'Ministerio de Salud');
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
    const sector = await casa.como('Órgano encargado de la descentralización', 'Ministerio del Ambiente');
    await sector.goto('/sesiones');
    await sector
      .getByRole('link', { name: /Sesión Ordinaria II .*Ambiente/ })
      .first()
      .click();
    await sector.getByText('mantiene una objeción').first().waitFor();
    const gore = await casa.como('Gobernación Regional', 'Gobierno Regional de Loreto', 360);
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
});
