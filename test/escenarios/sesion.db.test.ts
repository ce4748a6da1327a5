import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generarDocumento } from '../../src/documentos/generar.ts';
import { leerBandeja } from '../../src/lecturas/bandeja.ts';
import type { Compromiso } from '../../src/modules/acuerdo/acuerdo.ts';
import type { Cig } from '../../src/modules/cig/cig.ts';
import type { Espacio } from '../../src/modules/espacio/espacio.ts';
import type { Instrumento } from '../../src/modules/instrumento/instrumento.ts';
import type { Sesion } from '../../src/modules/sesion/sesion.ts';
import { lineasDe } from '../../src/platform/pdf/documento.ts';
import { reconstruir, verificar } from '../../src/platform/verificar.ts';
import { type CasaDePrueba, casaNueva, logrado, nuevo } from '../casa.ts';
import { Camino } from './camino.ts';

const TEXTO = [
  'Artículo 1.- Finalidad. Ordenar la visita domiciliaria a niñas y niños menores de 36 meses.',
  'Artículo 2.- Programación. La visita se programa cada trimestre.',
].join('\n');

let casa: CasaDePrueba;
let c: Camino;
const [guia, mesa, previa, sesion] = [nuevo(), nuevo(), nuevo(), nuevo()];

/** Sector and regional government attend; the local level is absent. */
async function instalar(id: string, asuntos: readonly object[]): Promise<void> {
  await casa.hacer('ConvocarSesion', id, { cig: c.cig, fecha: c.hoy, modalidad: 'mixta', lugar: 'Auditorio del ministerio' }, c.sector);
  for (const a of asuntos) await casa.hacer('IncluirAsunto', id, a, c.sector);
  await casa.hacer('RegistrarAsistencia', id, { hora: '09:00' }, c.sector);
  await casa.hacer('RegistrarAsistencia', id, { modo: 'virtual', hora: '09:05' }, c.gobernador);
  await casa.hacer('InstalarSesion', id, {}, c.sector);
}
const fijar = (id: string, asunto: number, postura: string, quien = c.gobernador, motivo?: string) =>
  casa.hacer('FijarPosicion', id, { asunto, postura, motivo }, quien);
const ambos = async (id: string, asunto: number) => {
  await fijar(id, asunto, 'acuerdo', c.sector);
  await fijar(id, asunto, 'acuerdo');
};
async function textoDe(tipo: string, id: string): Promise<string> {
  const d = await generarDocumento(casa, tipo, id);
  if (!d) throw new Error(`no produce ${tipo}`);
  return lineasDe(d.documento).join('\n');
}

beforeAll(async () => {
  casa = await casaNueva();
  c = await new Camino(casa, { territorio: '09' }).hasta('adoptarProtocolo');
});
afterAll(() => casa?.cerrar());

describe('Un instrumento del ETTI y un espacio de articulación, sobre la base de datos', () => {
  it('8.13 y 7.3.2.c el ETTI formula y eleva el instrumento; el gobierno regional genera el espacio', async () => {
    await casa.hacer('FormularInstrumento', guia, { etti: c.etti, clase: 'guia', titulo: 'Guía de visita domiciliaria', texto: TEXTO }, c.gerenteRegional);
    await casa.hacer('ElevarInstrumento', guia, { actaEtti: await c.documento('Acta del ETTI') }, c.presidencia);
    const datos = { clase: 'territorial', nombre: 'Mesa regional de salud', proposito: 'Discutir los modelos', integrantes: ['mp-0901'] };
    await casa.hacer('GenerarEspacio', mesa, datos, c.gobernador);
    expect([await c.situacion(guia), await c.situacion(mesa)]).toEqual(['elevado', 'conformado']);
  });

  it('8.14 la CIG lo reconoce y le pide opinión; el espacio se reúne y la comunica a la CIG', async () => {
    await instalar(previa, [
      { tipo: 'ReconocerEspacio', titulo: 'Reconocer la mesa', objeto: c.cig },
      { tipo: 'PedirOpinionInstrumento', titulo: 'Pedir opinión', objeto: guia },
    ]);
    await ambos(previa, 1);
    await casa.hacer('ReconocerEspacio', previa, { asunto: 1, espacio: mesa }, c.sector);
    await ambos(previa, 2);
    await casa.hacer('PedirOpinionInstrumento', previa, { asunto: 2, espacio: 'gr-09-1' }, c.sector);
    await casa.hacer('CerrarSesion', previa, {}, c.sector);
    expect(await c.situacion(guia)).toBe('en_opinion_previa');

    await casa.hacer('ConvocarReunion', mesa, { fecha: c.hoy, lugar: 'Huancavelica', temas: 'La guía', sobre: guia }, c.gobernador);
    const aporte = { reunion: 1, clase: 'comunidad', institucion: 'Comunidad campesina', texto: 'Visitar en quechua.', sobre: guia };
    await casa.hacer('RegistrarAporte', mesa, aporte, c.gobernador);
    await casa.hacer('ConcluirReunion', mesa, { reunion: 1, asistentes: [{ clase: 'comunidad', cuantos: 12 }], conclusiones: 'De acuerdo.' }, c.gobernador);
    await casa.hacer('ComunicarOpinion', mesa, { sobre: guia, sentido: 'favorable', texto: 'De acuerdo.', reunion: 1 }, c.gobernador);
    expect(await c.situacion(guia)).toBe('elevado');
    expect(await c.estado<Espacio>(mesa)).toMatchObject({ situacion: 'reconocido', opiniones: [{ sobre: guia, sentido: 'favorable' }] });
  });
});

describe('Una sesión con objeción, enmienda, retiro y un nivel ausente', () => {
  const propuesta = 'La región remite el padrón nominal cada trimestre.';
  const enmendada = 'La región remite el padrón nominal cada mes, desde el mes siguiente.';

  it('6.6 la objeción impide; la enmienda la atiende, se retira y hay consenso con el nivel local ausente', async () => {
    await instalar(sesion, [
      { tipo: 'RegistrarAcuerdo', titulo: 'Remisión del padrón nominal', objeto: c.cig, propuesta },
      { tipo: 'AprobarInstrumento', titulo: 'Aprobar la guía de visita domiciliaria', objeto: guia },
      { tipo: 'RegistrarAcuerdo', titulo: 'Calendario de asistencia técnica', objeto: c.cig, propuesta: 'Se aprueba el calendario.' },
    ]);
    await casa.hacer('DarPorTratado', sesion, { asunto: 0, sintesis: 'Se informó que la mesa ya opinó.' }, c.sector);
    await fijar(sesion, 1, 'acuerdo', c.sector);
    await fijar(sesion, 1, 'objecion', c.gobernador, 'El trimestre es tarde para el control CRED');
    const adoptar = { asunto: 1, titulo: 'Remisión del padrón nominal', texto: enmendada };
    expect(await casa.pedir('RegistrarAcuerdo', sesion, adoptar, c.sector)).toMatchObject({ ok: false, codigo: 'impedido' });
    await casa.hacer('ProponerEnmienda', sesion, { asunto: 1, debeDecir: enmendada, motivo: 'Atiende la objeción' }, c.gobernador);
    await casa.hacer('IncorporarEnmienda', sesion, { asunto: 1, enmienda: 1 }, c.sector);
    await casa.hacer('RetirarObjecion', sesion, { asunto: 1, razon: 'La enmienda la atiende' }, c.gobernador);
    await ambos(sesion, 1);
    const r = logrado(await casa.pedir('RegistrarAcuerdo', sesion, adoptar, c.sector));
    expect(r.advertencias.map((a) => a.motivo).join()).toMatch(/local/);
    const enmiendas = [{ dice: 'cada trimestre', debeDecir: 'cada mes' }];
    await ambos(sesion, 2);
    await casa.hacer('AprobarInstrumento', sesion, { asunto: 2, enmiendas }, c.sector);
    expect(await c.estado<Instrumento>(guia)).toMatchObject({ situacion: 'aprobado', aprobacion: { texto: TEXTO.replace('cada trimestre', 'cada mes') } });
  });

  it('6.6 y 8.18 el compromiso se anota en la sesión y al cerrar abre su seguimiento, que la siguiente revisa primero', async () => {
    const pide = { asunto: 1, titulo: 'Remitir el padrón nominal', responsable: 'gr-09', cargo: 'gerente_regional' };
    await casa.hacer('AnotarCompromiso', sesion, { ...pide, cumplimiento: 'El ETTI lo recibió tres meses seguidos', vence: c.en(90) }, c.sector);
    const r = await casa.hacer('CerrarSesion', sesion, {}, c.sector);
    expect(r.abiertos).toMatchObject([{ codigo: expect.stringMatching(/^ACU-\d{4}-0001-MINSA$/) }]);
    const abierto = r.abiertos[0]?.expediente ?? '';
    expect(await c.estado<Compromiso>(abierto)).toMatchObject({ situacion: 'pendiente', sesion, asunto: 1, vence: c.en(90) });
    expect((await c.estado<Cig>(c.cig)).adoptados?.find((a) => a.sesion === sesion)).toMatchObject({ seguimiento: abierto });
    expect((await leerBandeja(casa.db, c.gerenteRegional.actor, c.hoy)).mios.map((p) => p.que)).toContain('Cumplir el acuerdo: Remitir el padrón nominal');
    const anular = await casa.pedir('AnularActo', sesion, { acto: r.acto, motivo: 'x' }, c.sector);
    expect(anular).toMatchObject({ ok: false, impedimentos: [{ motivo: expect.stringMatching(/apertura de un expediente/) }] });
    const siguiente = nuevo();
    await casa.hacer('ConvocarSesion', siguiente, { cig: c.cig, fecha: c.hoy, lugar: 'Lima' }, c.sector);
    expect((await c.estado<Sesion>(siguiente)).asuntos.map((a) => a.tipo)).toEqual(['SeguimientoDeAcuerdos', 'RegistrarAcuerdo']);
  });

  it('6.6 el acta sale del registro, sin escribir nada: asistencia por nivel, objeción, enmienda, retiro, acuerdo y compromiso', async () => {
    const t = await textoDe('acta', sesion);
    for (const parte of [
      'Nivel ausente: Gobiernos Locales',
      `Donde dice: «${propuesta}»; debe decir: «${enmendada}». Motivo: Atiende la objeción`,
      'objetó el',
      'por el siguiente motivo: «El trimestre es tarde para el control CRED»',
      'la retira: «La enmienda la atiende»',
      `La Comisión acuerda por consenso: ${enmendada}`,
      'Resultado: consenso con nivel ausente',
      'Remitir el padrón nominal\nGerencia Regional del Gobierno Regional de Huancavelica\nEl ETTI lo recibió tres meses seguidos',
      'Donde dice: «cada trimestre»; debe decir: «cada mes».',
      'Quedan diferidos: el asunto 3 (Calendario de asistencia técnica)',
      'Asunto 1: Remisión del padrón nominal',
      'siendo las',
    ])
      expect(t).toContain(parte);
    expect(t).not.toMatch(/mayoría|votación/i);
  });

  it('8.15 el instrumento se formaliza con su propia Resolución Ministerial, que cita el acta', async () => {
    const t = await textoDe('resolucion', guia);
    expect(t).toContain('Artículo 1.- Formalizar la aprobación de la «Guía de visita domiciliaria»');
    expect(t).toContain('Gobiernos Locales: sin asistencia registrada');
    expect(t).toContain('«Mesa regional de salud», espacio de articulación reconocido por la Comisión, emitió opinión previa');
    const datos = { modo: 'emitida', numero: '9-2026/MINSA', fecha: c.hoy, visto: 'El acta;', considerando: 'Que procede;' };
    const anexo = TEXTO.replace('cada trimestre', 'cada mes');
    const decididoPor = { entidad: 'minsa', cargo: 'ministro' };
    await casa.hacer('FormalizarInstrumento', guia, { ...datos, anexo }, c.secretaria, { decididoPor });
    expect(await c.situacion(guia)).toBe('vigente');
  });

  it('todo lo anterior se verifica y se reconstruye de sus hechos', async () => {
    await reconstruir(casa.db, casa.registro);
    expect((await verificar(casa.db, casa.registro)).faltas).toEqual([]);
  });
});
