import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { masDias } from '../../src/kernel/calendario.ts';
import { DIAGNOSTICO_PTI, ELEGIBILIDAD, ESTRATEGIA, INDICADOR, LINEA, NIVEL_DE_PRESTACION, PROTOCOLO, SECCIONES, SERVICIO } from './camino.contenido.ts';
import { abrirCasa, type CasaConNavegador } from './casa.ts';
import { abrir, elegir, hacer, impedido, iniciar, intentar, intentarIniciar, llenar, pdf, rechazado, seccion, situacion } from './pantalla.ts';

const OFICINAS = {
  sector: ['Órgano encargado de la descentralización', 'Ministerio de Educación'],
  presidencia: ['Funcionario del sector relacionado con el servicio', 'Ministerio de Educación'],
  ogpp: ['Oficina General de Planeamiento y Presupuesto', 'Ministerio de Educación'],
  secretaria: ['Secretaría General', 'Ministerio de Educación'],
  gobernador: ['Gobernación Regional', 'Gobierno Regional de Puno'],
  gerenteRegional: ['Gerencia Regional', 'Gobierno Regional de Puno'],
  alcalde: ['Alcaldía Provincial', 'Municipalidad Provincial de Puno'],
  gerenteMunicipal: ['Gerencia Municipal', 'Municipalidad Provincial de Puno'],
  alcaldeSanRoman: ['Alcaldía Provincial', 'Municipalidad Provincial de San Román'],
  asociacion: ['Representante de asociación de gobiernos', 'Red de Municipalidades Urbanas y Rurales del Perú'],
} as const;
type Oficina = keyof typeof OFICINAS;
type DeLaCig = 'sector' | 'gobernador' | 'alcalde' | 'alcaldeSanRoman' | 'asociacion';
const TODOS: readonly DeLaCig[] = ['sector', 'gobernador', 'alcalde', 'alcaldeSanRoman', 'asociacion'];

let casa: CasaConNavegador;
let hoy: string;
const paginas = new Map<Oficina, Page>();
/** Expedientes of the path, as the addresses of the screens give them. */
const id = { cig: '', servicio: '', plan: '', etti: '', modelo: '' };

/** The browser of an office, which stays signed in for the whole path. */
async function de(oficina: Oficina): Promise<Page> {
  const abierta = paginas.get(oficina);
  if (abierta) return abierta;
  const p = await casa.como(OFICINAS[oficina][0], OFICINAS[oficina][1]);
  paginas.set(oficina, p);
  return p;
}

beforeAll(async () => {
  casa = await abrirCasa();
});
afterAll(() => casa?.cerrar());

async function convocar(asuntos: readonly { tipo: string; titulo: string; objeto: string }[]): Promise<string> {
  const p = await de('sector');
  const sesion = await iniciar(p, 'Convocar una sesión de la CIG', {
    cig: id.cig,
    fecha: hoy,
    modalidad: 'mixta',
    lugar: 'Ministerio de Educación y enlace virtual',
  });
  for (const a of asuntos) await hacer(p, sesion, 'Incluir un asunto en la agenda', a);
  await hacer(p, sesion, 'Instalar la sesión');
  return sesion;
}

const asistir = async (sesion: string, oficinas: readonly DeLaCig[]) => {
  for (const o of oficinas) await hacer(await de(o), sesion, 'Registrar asistencia', { modo: o === 'sector' ? 'presencial' : 'virtual' });
};

const fijar = async (sesion: string, oficina: DeLaCig, asunto: number, postura: string, motivo = '') =>
  hacer(await de(oficina), sesion, 'Fijar posición sobre un asunto', { asunto, postura, motivo });

/** The path t1–t14 of clauses.md §10: each step goes on from where the one before left the house. */
describe('Camino principal: educación inicial no escolarizada en Puno, por la pantalla', () => {
  it('6.2 y 6.5 (t1, t2): una municipalidad propone el servicio y el sector lo declara elegible', async () => {
    const alcalde = await de('alcalde');
    id.servicio = await iniciar(alcalde, 'Identificar un servicio público', SERVICIO);
    hoy = await elegir(await de('sector'), id.servicio, 'Evaluar la elegibilidad del servicio').then(async () =>
      (await de('sector')).inputValue('[name=_ocurridoEl]'),
    );
    const p = await de('sector');
    await llenar(p, { competenciasCompartidas: ELEGIBILIDAD.competenciasCompartidas });
    await rechazado(p, 'Evaluar la elegibilidad del servicio', ['numeral 6.5', 'fases sucesivas']);
    await hacer(p, id.servicio, 'Evaluar la elegibilidad del servicio', ELEGIBILIDAD);
    expect(await situacion(p)).toBe('Elegible');
  });

  it('8.7 y 8.4 (t3): el sector propone el plan con su diagnóstico y su línea en Puno', async () => {
    const p = await de('sector');
    await p.goto('/cig');
    await p.getByRole('link', { name: 'Comisión Intergubernamental de Educación' }).click();
    await p.waitForURL('**/expediente/**');
    id.cig = p.url().split('/').at(-1) as string;
    const anio = Number(hoy.slice(0, 4));
    const periodo = `${anio + 2}-${anio + 3}`;
    id.plan = await iniciar(p, 'Proponer un Plan de Trabajo Institucional', {
      cig: id.cig,
      nombre: `Plan de Trabajo Institucional ${periodo} del sector Educación`,
      periodo,
    });
    await impedido(p, id.plan, 'Convocar los informes institucionales', ['8.8', 'Incluya primero los servicios en sus territorios.']);
    await hacer(p, id.plan, 'Presentar el diagnóstico', DIAGNOSTICO_PTI);
    await hacer(p, id.plan, 'Incluir un servicio en un territorio', { servicio: id.servicio, ...LINEA });
    expect(await seccion(p, 'Servicios priorizados por territorio')).toContain('3 de 3');
  });

  it('8.8 (t3p): informan la provincia de Puno y la región; los demás constan como ausentes', async () => {
    const p = await de('sector');
    await hacer(p, id.plan, 'Convocar los informes institucionales', { vence: masDias(hoy, 20) });
    const acuerdo = { acuerdoFecha: hoy, acuerdoDocumento: pdf('Acuerdo') };
    await hacer(await de('gerenteMunicipal'), id.plan, 'Presentar un informe institucional', {
      entidad: 'Municipalidad Provincial de Puno',
      resumen: 'Dieciocho comunidades sin oferta.',
      propuestas: 'La municipalidad ofrece seis locales.',
      acuerdoNumero: '041-CM/MPP',
      ...acuerdo,
    });
    await hacer(await de('gerenteRegional'), id.plan, 'Presentar un informe institucional', {
      entidad: 'Gobierno Regional de Puno',
      resumen: 'Faltan promotoras en 120 comunidades.',
      propuestas: 'Selección única por unidad de gestión educativa local.',
      acuerdoNumero: '093-GRP/CR',
      ...acuerdo,
    });
    await hacer(p, id.plan, 'Responder un informe recibido', { entidad: 'gr-21', resultado: 'incorporado', motivo: 'La selección única pasa al diagnóstico.' });
    const informes = await seccion(p, 'Informes Institucionales');
    expect(informes).toContain('Ausentes: 12');
    expect(informes).toContain('Municipalidad Provincial de San Román');
    expect(informes).toContain('no impide aprobar el plan (8.8)');
  });

  it('8.9: sin plan aprobado ni ETTI reconocido el diagnóstico se rechaza diciendo qué falta', async () => {
    const p = await de('sector');
    await hacer(p, id.plan, 'Elevar el plan a la CIG');
    await impedido(p, id.plan, 'Presentar el diagnóstico', ['El plan está en la CIG.', '8.6']);
    id.etti = await iniciar(p, 'Proponer un ETTI', { cig: id.cig, sector: 'minedu', territorio: '21', servicios: [id.servicio], plan: id.plan });
    await impedido(p, id.etti, 'Instalar el ETTI', ['La CIG aún no reconoce el ETTI.', '8.9']);
    await intentarIniciar(p, 'Abrir el diagnóstico de un Modelo Específico', { servicio: id.servicio, territorio: '21', plan: id.plan, etti: id.etti }, [
      'La CIG aún no aprueba el Plan de Trabajo Institucional.',
      'numeral 8.9',
      'el diagnóstico empieza una vez aprobado',
      'La CIG aún no reconoce el ETTI.',
    ]);
  });

  it('6.6, 8.6 y 8.9 (t4, t5): la CIG aprueba el plan y reconoce el ETTI por consenso, nunca el sector solo', async () => {
    const p = await de('sector');
    const sesion = await convocar([
      { tipo: 'AprobarPlan', titulo: 'Aprobar el plan del sector Educación', objeto: id.plan },
      { tipo: 'ReconocerEtti', titulo: 'Reconocer el ETTI de Puno', objeto: id.etti },
    ]);
    await asistir(sesion, TODOS);
    await impedido(p, sesion, 'Aprobar el Plan de Trabajo Institucional', ['Nadie fijó posición: el silencio no es adhesión.', '6.6']);
    await fijar(sesion, 'sector', 1, 'acuerdo');
    await impedido(p, sesion, 'Aprobar el Plan de Trabajo Institucional', [
      'Solo el sector fijó posición, y la CIG actúa de manera concertada y por consenso.',
      '6.6',
      'Deben fijar posición también los gobiernos regionales o locales acreditados.',
    ]);
    await p.goto(`/expediente/${sesion}/acto/AprobarPlan`);
    await rechazado(p, 'Aprobar el Plan de Trabajo Institucional', ['Solo el sector fijó posición', 'numeral 6.6']);
    for (const o of TODOS.filter((x) => x !== 'sector')) await fijar(sesion, o, 1, 'acuerdo');
    await hacer(p, sesion, 'Aprobar el Plan de Trabajo Institucional');
    for (const o of ['sector', 'gobernador', 'asociacion'] as const)
      await fijar(sesion, o, 2, o === 'asociacion' ? 'acuerdo_con_reserva' : 'acuerdo', 'Conforme.');
    await hacer(p, sesion, 'Reconocer el ETTI', {
      gerentes: [{ entidad: 'Municipalidad Provincial de Puno' }, { entidad: 'Municipalidad Provincial de San Román' }],
    });
    await hacer(p, sesion, 'Cerrar la sesión');
    await abrir(p, id.plan);
    expect(await situacion(p)).toBe('Aprobado por la CIG');
    expect(await seccion(p, 'Informes Institucionales')).toContain('Ausentes: 12');
  });

  it('8.10 y 8.12 (t5): se cubren los asientos, se instala el ETTI y adopta su protocolo', async () => {
    const p = await de('sector');
    const presidencia = await de('presidencia');
    const designar = (quien: Page, asiento: string, entidad: string, cargo: string) =>
      hacer(quien, id.etti, 'Designar a un miembro del ETTI', { asiento, entidad, cargo });
    await designar(p, 'i', 'Ministerio de Educación', 'funcionario_sector');
    await impedido(p, id.etti, 'Instalar el ETTI', ['8.10.ii', 'Pida al ministerio que designe el asiento ii.']);
    await designar(p, 'ii', 'Ministerio de Educación', 'ogpp');
    await designar(p, 'iii', 'Ministerio de Educación', 'organo_descentralizacion');
    await designar(await de('gobernador'), 'iv', 'Gobierno Regional de Puno', 'gerente_regional');
    await hacer(presidencia, id.etti, 'Instalar el ETTI', { actaEtti: pdf('Acta de instalación') });
    expect(await situacion(presidencia)).toBe('Instalado');
    await hacer(presidencia, id.etti, 'Adoptar el protocolo del ETTI', PROTOCOLO);
    const asientos = await seccion(presidencia, 'Integración');
    for (const texto of ['Gobierno Regional de Puno', 'Municipalidad Provincial de San Román', 'por la CIG']) expect(asientos).toContain(texto);
    expect(asientos).not.toContain('Vacante');
  });

  it('8.9 y 8.18 (t6): el diagnóstico abre a la vez el diseño y la mejora', async () => {
    const p = await de('presidencia');
    id.modelo = await iniciar(p, 'Abrir el diagnóstico de un Modelo Específico', { servicio: id.servicio, territorio: '21', plan: id.plan, etti: id.etti });
    expect(await situacion(p)).toBe('En diagnóstico');
    expect(await p.getByRole('main').innerText()).toContain('Mejora abierta');
    await hacer(p, id.modelo, 'Proponer un indicador', INDICADOR);
    await intentarIniciar(p, 'Abrir el diagnóstico de un Modelo Específico', { servicio: id.servicio, territorio: '21', plan: id.plan, etti: id.etti }, [
      'numeral 6.5',
    ]);
  });

  it('8.11, 8.17 y 8.19 (t6, t7): seis oficinas escriben el modelo, y el ETTI lo da por formulado', async () => {
    const p = await de('presidencia');
    for (const [titulo, oficina, contenido] of SECCIONES) await hacer(await de(oficina), id.modelo, titulo, contenido);
    await hacer(await de('gerenteRegional'), id.modelo, 'Registrar la línea de base de un indicador', {
      numero: 1,
      valor: '62,5',
      fecha: hoy,
      fuente: 'Padrón de programas',
    });
    await intentar(p, id.modelo, 'Registrar el acuerdo sobre un indicador', { numero: 1, organo: 'etti' }, [
      'Un indicador queda acordado cuando lo recoge un acuerdo del ETTI o de la CIG.',
      'numeral 8.18',
    ]);
    await llenar(p, {
      acta: 'Acta de la reunión 4',
      niveles: ['nacional', 'regional', 'local'],
      entidad: 'Gobierno Regional de Puno',
      compromiso: 'Reporta cada semestre.',
    });
    await p.getByRole('button', { name: 'Registrar el acuerdo sobre un indicador' }).click();
    await p.getByText('Hecho: Registrar el acuerdo sobre un indicador.').waitFor();
    expect(await seccion(p, 'Indicadores')).toContain('62,5 %');
    await impedido(p, id.modelo, 'Elevar el modelo a la CIG', ['8.13', 'Dé por formulado el modelo.']);
    await hacer(p, id.modelo, 'Dar por formulado el modelo');
    expect(await situacion(p)).toBe('Formulado');
  });

  it('8.1 y 8.13 (t8): se eleva con nivel de prestación y con acta, y no antes', async () => {
    const p = await de('presidencia');
    await impedido(p, id.modelo, 'Elevar el modelo a la CIG', ['nivel de prestación', '8.1', 'Complete la sección']);
    await hacer(await de('ogpp'), id.modelo, 'Precisar el nivel de prestación', NIVEL_DE_PRESTACION);
    await intentar(p, id.modelo, 'Elevar el modelo a la CIG', {}, ['Falta el acta del ETTI', 'numeral 8.13', 'Adjunte el acta del ETTI.']);
    await hacer(p, id.modelo, 'Elevar el modelo a la CIG', { actaEtti: pdf('Acta del ETTI Puno') });
    expect(await situacion(p)).toBe('Elevado a la CIG');
    await impedido(p, id.modelo, 'Registrar los procesos', ['El contenido quedó congelado al elevarse a la CIG.', '8.13']);
  });

  it('6.6 (t11): una objeción impide aprobar; retirada, la CIG aprueba el modelo', async () => {
    const p = await de('sector');
    await impedido(p, id.modelo, 'Registrar la Resolución Ministerial', ['la aprobación de la CIG, que aún no existe', '8.15']);
    const sesion = await convocar([{ tipo: 'AprobarModelo', titulo: 'Aprobar el Modelo Específico de educación inicial', objeto: id.modelo }]);
    for (const o of ['sector', 'alcalde'] as const) await fijar(sesion, o, 1, 'acuerdo');
    await fijar(sesion, 'gobernador', 1, 'objecion', 'No dice cómo se financia a las promotoras.');
    const objecion = ['mantiene una objeción: «No dice cómo se financia a las promotoras.»', '6.6'];
    await impedido(p, sesion, 'Aprobar el Modelo Específico', [...objecion, 'Se destraba si la retira']);
    await p.goto(`/expediente/${sesion}/acto/AprobarModelo`);
    await rechazado(p, 'Aprobar el Modelo Específico', ['mantiene una objeción', 'numeral 6.6']);
    await hacer(await de('gobernador'), sesion, 'Retirar una objeción', { asunto: 1, razon: 'La estrategia preverá el financiamiento.' });
    await fijar(sesion, 'gobernador', 1, 'acuerdo');
    await hacer(p, sesion, 'Aprobar el Modelo Específico');
    expect(await seccion(p, 'Agenda')).toContain('No dice cómo se financia a las promotoras.');
    await hacer(p, sesion, 'Cerrar la sesión');
    await abrir(p, id.modelo);
    expect(await situacion(p)).toBe('Aprobado por la CIG, sin Resolución Ministerial');
  });

  it('8.15 (t12): el proyecto con otro anexo se rechaza; la resolución expedida pone en vigor el modelo', async () => {
    const p = await de('secretaria');
    const titulo = 'Registrar la Resolución Ministerial';
    await impedido(p, id.modelo, 'Iniciar la implementación', ['8.15', 'Registre la Resolución Ministerial con el anexo aprobado.']);
    const resolucion = { visto: 'El acta de la sesión de la CIG;', considerando: 'Que corresponde formalizar lo aprobado;' };
    await elegir(p, id.modelo, titulo);
    const anexo = await p.inputValue('[name=anexo]');
    expect(anexo).toContain('Ocho horas semanales');
    await llenar(p, { modo: 'borrador', ...resolucion, anexo: anexo.replace('Ocho horas', 'Nueve horas') });
    await rechazado(p, titulo, ['El anexo difiere de lo aprobado por la CIG', 'numeral 8.15', 'Use como anexo el texto aprobado, sin cambios.']);
    expect(await p.inputValue('[name=visto]')).toBe(resolucion.visto);
    await hacer(p, id.modelo, titulo, { modo: 'borrador', ...resolucion });
    const expedida = { modo: 'emitida', numero: '512-MINEDU', fecha: hoy, ...resolucion, documento: pdf('Resolución Ministerial 512') };
    await intentar(p, id.modelo, titulo, expedida, ['quien ejerce el despacho ministerial del sector rector', 'numeral 8.15']);
    await hacer(p, id.modelo, titulo, expedida, { decidio: 'Despacho Ministerial' });
    expect(await situacion(p)).toBe('Vigente');
    expect(await seccion(p, 'Documentos')).toContain('Resolución Ministerial 512.pdf');
    await impedido(p, id.modelo, 'Iniciar la implementación', ['8.16', 'Redáctelos y llévelos a una sesión de la CIG.']);
  });

  it('8.16 y 9.5 (t13, t14): la CIG adopta la estrategia con su cronograma y el modelo entra en implementación', async () => {
    const p = await de('presidencia');
    const actividad = (texto: string, responsable: string, desde: number) => ({
      actividad: texto,
      responsable,
      inicio: masDias(hoy, desde),
      fin: masDias(hoy, 300),
    });
    await hacer(p, id.modelo, 'Redactar la estrategia de implementación', ESTRATEGIA);
    await hacer(p, id.modelo, 'Redactar el cronograma', {
      filas: [
        actividad('Selección de promotoras', 'Gobierno Regional de Puno', 15),
        actividad('Acondicionar seis locales', 'Municipalidad Provincial de Puno', 30),
      ],
    });
    const sector = await de('sector');
    const sesion = await convocar([{ tipo: 'AdoptarEstrategia', titulo: 'Adoptar la estrategia y el cronograma', objeto: id.modelo }]);
    const presentes: readonly DeLaCig[] = ['sector', 'gobernador', 'alcalde'];
    for (const o of presentes) await fijar(sesion, o, 1, 'acuerdo');
    await hacer(sector, sesion, 'Adoptar la estrategia y el cronograma de implementación', {
      entidades: ['Ministerio de Educación', 'Gobierno Regional de Puno', 'Municipalidad Provincial de Puno'],
    });
    await hacer(sector, sesion, 'Cerrar la sesión');
    await hacer(p, id.modelo, 'Iniciar la implementación', {
      poi: [
        {
          entidad: 'Gobierno Regional de Puno',
          anio: Number(hoy.slice(0, 4)) + 1,
          meta: '90 % de comunidades',
          actividad: 'Educación inicial no escolarizada',
        },
      ],
    });
    expect(await situacion(p)).toBe('En implementación');
    expect(paginas.size).toBe(Object.keys(OFICINAS).length);
  });

  it('la bandeja dice a 360 px qué espera a cada oficina, sin desbordarse', async () => {
    const sinDesborde = async (p: Page) => expect(await p.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    for (const o of ['sector', 'alcaldeSanRoman'] as const) {
      const p = await de(o);
      await p.setViewportSize({ width: 360, height: 740 });
      await p.goto('/bandeja');
      const primero = p.locator('.asunto').first();
      await primero.getByRole('heading').waitFor();
      expect(await primero.locator('a.ds-button').isVisible()).toBe(true);
      expect(await p.locator('.bajada').first().innerText()).toMatch(/espera.* su acto/);
      await sinDesborde(p);
    }
    const p = await de('presidencia');
    await p.setViewportSize({ width: 360, height: 740 });
    await p.goto('/bandeja');
    await p.getByText('Medir y evaluar el periodo, con las dos miradas').first().waitFor();
    expect(await p.getByRole('region', { name: 'Actos recientes en mis expedientes' }).innerText()).toContain('Implementación iniciada');
    await sinDesborde(p);
  });
});
