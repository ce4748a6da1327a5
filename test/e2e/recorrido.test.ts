import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirCasa, type CasaConNavegador } from './casa.ts';
import { entrar, type Foco, llamado, tabularHasta, teclear } from './teclado.ts';

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
    await p.getByRole('link', { name: 'Evaluar la elegibilidad del servicio' }).click();
    for (const c of ['competenciasCompartidas', 'fasesSucesivas', 'responsabilidadCompartida']) {
      await p.check(`[name="${c}.cumple"]`);
      await p.fill(`[name="${c}.sustento"]`, 'Informe del sector');
    }
    await p.getByRole('button', { name: 'Evaluar la elegibilidad del servicio' }).click();
    await p.getByText('Hecho: Evaluar la elegibilidad del servicio').waitFor();
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
    const gore = await casa.como('Gobernación Regional', 'Gobierno Regional de Loreto', { ancho: 360 });
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

  it('solo con el teclado: ingresar, abrir un expediente, realizar un acto, ver el resultado y anularlo', async () => {
    const p = await casa.anonimo();
    const servicio = 'Mantenimiento de locales escolares rurales';
    const acto = 'Evaluar la elegibilidad del servicio';

    await p.goto('/ingresar');
    expect((await tabularHasta(p, llamado('Ir al contenido'), 'el salto al contenido')).length).toBe(1);
    await tabularHasta(p, llamado('Órgano encargado de la descentralización Ministerio de Educación'), 'la oficina');
    await entrar(p, 'Mi bandeja');

    await tabularHasta(p, llamado('Servicios'), 'el menú');
    await entrar(p, 'Servicios públicos');
    await tabularHasta(p, llamado(servicio), 'el expediente');
    await entrar(p, servicio);
    await tabularHasta(p, (f) => f.nombre.replace(/^(Continuar|Atender ahora)\s*: /, '') === acto, 'el acto');
    await entrar(p, acto);

    const orden: Foco[] = [];
    for (const c of ['competenciasCompartidas', 'fasesSucesivas', 'responsabilidadCompartida']) {
      orden.push(...(await tabularHasta(p, (f) => f.campo === `${c}.cumple`, `la condición ${c}`)));
      await p.keyboard.press('Space');
      orden.push(...(await teclear(p, `${c}.sustento`, 'Informe del sector.')));
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
    await teclear(p, 'motivo', 'Falta el informe de la Dirección Regional de Educación.');
    await tabularHasta(p, llamado('Anular el acto'), 'el botón de anular');
    await entrar(p, servicio);
    expect(await p.locator('header.encabezado .chip').first().innerText()).toBe('Identificado');
    expect(await p.locator('.cronologia').innerText()).toContain('Anulado');
  });
});
