import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { esquemaDe, MODULOS } from '../../src/registro.ts';
import { abrirCasa, type CasaConNavegador } from './casa.ts';
import { iniciar, llenar, rechazado } from './pantalla.ts';
import { type Lugares, QUIENES, VISITAS, type Visita } from './visitas.ts';

const ANCHOS = [1280, 360];
/** Ninety-odd analyses: a minute alone on two cores, several when the machine is shared. */
const PLAZO = 400_000;

let casa: CasaConNavegador;
let ejemplos: Lugares;
const paginas = new Map<string, Promise<Page>>();

beforeAll(async () => {
  casa = await abrirCasa();
  const sd = await casa.como('Secretaría de Descentralización', 'Secretaría de Descentralización');
  await iniciar(sd, 'Abrir una supervisión', { titulo: 'Avance de los ETTI', alcance: 'Todos los sectores, en el año.', materia: 'espacios' });
  await sd.context().close();
  const carga = await subirCifras(await paginaDe('sector'));
  ejemplos = { ...(await casa.ejemplos()), carga, importacion: await subirTabla(await paginaDe('administrador')) };
});
afterAll(() => casa?.cerrar());

/** Defines an indicator, imports a file into it and uploads another. @returns the address of its review */
async function subirCifras(p: Page): Promise<string> {
  await p.goto('/nuevo/DefinirIndicador');
  const suyo = p.locator('select[name=servicio] option', { hasText: 'residuos' });
  const servicio = (await suyo.first().getAttribute('value')) ?? '';
  const indicador = await iniciar(p, 'Definir un indicador', {
    servicio,
    nombre: 'Residuos generados',
    proposito: 'Dimensionar la recolección',
    dimension: 'cobertura',
    clase: 'resultado',
    agregacion: 'suma',
    sentido: 'menor_mejor',
    periodicidad: 'anual',
    captura: 'distrito',
    numerador: 'Toneladas generadas',
    unidad: 't',
    fuente: 'Declaración municipal',
    responsable: 'minam',
  });
  const subir = async (texto: string) => {
    await p.goto(`/indicadores/${indicador}/importar`);
    await p.setInputFiles('input[type=file]', { name: 'residuos.csv', mimeType: 'text/csv', buffer: Buffer.from(texto, 'utf8') });
    await p.getByRole('button', { name: 'Revisar el archivo' }).click();
    await p.getByRole('heading', { name: 'Revisar las cifras por importar' }).waitFor();
  };
  await subir('departamento;provincia;distrito;periodo;valor\nPuno;Puno;Ácora;2021;10\nPuno;Puno;Puno;2021;5\n');
  await p.getByRole('button', { name: 'Importar las cifras' }).click();
  await p.getByText('Hecho: Reportar cifras.').waitFor();
  await subir('departamento;provincia;distrito;periodo;valor\nPuno;Puno;Ácora;2021;12\nPuno;Puno;Acora Alta;2021;5\nPuno;Puno;Puno;2020;mucho\n');
  return new URL(p.url()).pathname;
}

/** Uploads a table of territory. @returns the address of its review */
async function subirTabla(p: Page): Promise<string> {
  await p.goto('/administracion/importar');
  const forma = p.locator('form', { has: p.getByRole('button', { name: 'Revisar el archivo de territorio' }) });
  const buffer = Buffer.from('ubigeo,departamento,provincia,distrito\n210101,PUNO,PUNO,PUNO\n219901,PUNO,NUEVA,NUEVO\n', 'utf8');
  await forma.locator('input[type=file]').setInputFiles({ name: 'ubigeo.csv', mimeType: 'text/csv', buffer });
  await forma.locator('button[type=submit]').click();
  await p.waitForURL('**/administracion/importar/territorio/*');
  return new URL(p.url()).pathname;
}

function paginaDe(quien: Visita['quien']): Promise<Page> {
  const oficina = QUIENES[quien];
  const p = paginas.get(quien) ?? (oficina ? casa.como(oficina[0], oficina[1]) : casa.anonimo());
  paginas.set(quien, p);
  return p;
}

/** Serious and critical faults of the page on screen and what overflows it, at each width. */
async function faltasDe(p: Page, lugar: string): Promise<string[]> {
  const faltas: string[] = [];
  for (const ancho of ANCHOS) {
    await p.setViewportSize({ width: ancho, height: 900 });
    // No page has frames: one run in the page itself, instead of gathering those of each frame.
    const { violations } = await new AxeBuilder({ page: p as never })
      .setLegacyMode()
      // Colours are the same at every width, and measuring their contrast is most of the work: once, on the phone.
      .options({ resultTypes: ['violations'], rules: { 'color-contrast': { enabled: ancho === Math.min(...ANCHOS) } } })
      .analyze();
    for (const v of violations)
      if (v.impact === 'serious' || v.impact === 'critical') faltas.push(`${lugar} a ${ancho} px: ${v.id} ${v.nodes[0]?.html.slice(0, 160)}`);
    const sobra = await p.evaluate('document.documentElement.scrollWidth - innerWidth');
    if (Number(sobra) > 1) faltas.push(`${lugar} a ${ancho} px: se desborda ${sobra} px`);
  }
  return faltas;
}

/** Each office goes through its own screens, one after another; the offices at the same time. */
async function recorrer(visitas: readonly Visita[]): Promise<string[]> {
  const porOficina = Object.values(Object.groupBy(visitas, (v) => v.quien));
  const faltas = await Promise.all(
    porOficina.map(async (lista) => {
      const halladas: string[] = [];
      for (const { quien, a } of lista ?? []) {
        const p = await paginaDe(quien);
        const r = await p.goto(a);
        if ((r?.status() ?? 500) >= 500) halladas.push(`${a}: responde ${r?.status()}`);
        // A screen that sends elsewhere was not visited.
        if (new URL(p.url()).pathname !== a.split('?')[0]) halladas.push(`${a}: lleva a ${new URL(p.url()).pathname}`);
        halladas.push(...(await faltasDe(p, a)));
      }
      return halladas;
    }),
  );
  return faltas.flat();
}

/** The acto of each kind whose form asks for the most. */
const formularioMayor = (tipo: string): string =>
  (MODULOS.find((m) => m.tipo === tipo)?.actos ?? [])
    .filter((a) => !a.crea)
    .map((a) => ({ nombre: a.nombre, tamano: JSON.stringify(esquemaDe(a)).length }))
    .sort((a, b) => b.tamano - a.tamano)[0]?.nombre ?? '';

describe('Accesibilidad de cada pantalla, a 360 px y a 1280 px', () => {
  it('hay un expediente de cada clase que visitar', () => {
    expect(Object.keys(ejemplos.porTipo).sort()).toEqual(MODULOS.map((m) => m.tipo).sort());
  });

  it(
    'ninguna ruta tiene faltas graves de accesibilidad ni se desborda',
    async () => {
      expect(await recorrer(Object.values(VISITAS).flatMap((visitas) => visitas(ejemplos)))).toEqual([]);
    },
    PLAZO,
  );

  it('tampoco el formulario mayor de cada clase de expediente, ni la documentación de la API', async () => {
    const formularios = Object.entries(ejemplos.porTipo).map(
      ([tipo, id], i): Visita => ({ quien: i % 2 === 0 ? 'sector' : 'secretaria', a: `/expediente/${id}/acto/${formularioMayor(tipo)}` }),
    );
    expect(await recorrer([...formularios, { quien: 'anonimo', a: '/api' }])).toEqual([]);
  });

  it('tampoco un formulario que vuelve con lo que falta', async () => {
    const p = await paginaDe('sector');
    await p.goto('/nuevo/IdentificarServicio');
    await llenar(p, { nombre: 'Limpieza de playas', necesidad: 'Playas limpias', continuidad: 'Todo el verano', norma: 'Norma del sector' });
    await rechazado(p, 'Identificar un servicio público', ['Elija al menos un nivel de gobierno.']);
    expect(await faltasDe(p, 'formulario rechazado')).toEqual([]);
  });
});
