import { describe, expect, it } from 'vitest';
import { dado, huella, idDe, leido, oficina } from '../../../test/escenario.ts';
import { ACTA, ETTI, GERENTE_REGIONAL, leidos, MINISTRO, PRESIDENTE, SECRETARIA, SECTOR } from '../../../test/modelo.fixtures.ts';
import {
  corregirFormalizacion,
  corregirInstrumento,
  elevarInstrumento,
  emitirOpinionDeInstrumento,
  formalizarInstrumento,
  formularInstrumento,
  instrumento,
} from './instrumento.actos.ts';
import { aceptarTextoDeInstrumento, aprobarInstrumento, devolverInstrumento, pedirOpinionInstrumento } from './instrumento.acuerdos.ts';
import type { InstrumentoHecho } from './instrumento.ts';

const TEXTO = 'Artículo 1.- La visita se realiza cada mes.\nArtículo 2.- La visita la registra el establecimiento.';
const GUIA = { etti: idDe('etti'), clase: 'guia', titulo: 'Guía de visita domiciliaria', texto: TEXTO, archivo: huella('guia.docx') };
const entorno = { leidos: leidos() };

const formulado = () => dado(instrumento, [], entorno).cuando(formularInstrumento, GUIA, GERENTE_REGIONAL);
const elevado = () => formulado().luego().cuando(elevarInstrumento, { actaEtti: ACTA }, PRESIDENTE);
const aprobado = (datos: object = {}) => elevado().luego().cuandoLaCig(aprobarInstrumento, datos, SECTOR);
const huellasDe = (d: { hechos: readonly { datos: unknown }[] }) => (d.hechos[0] as { datos: { huella: string; huellaElevada: string } }).datos;
const RM = { modo: 'emitida', numero: '45-2026-MINSA', fecha: '2026-03-01', visto: 'El acta;', considerando: 'Que, corresponde.', documento: huella('rm') };
const emitida = (anexo: string) =>
  aprobado()
    .luego()
    .cuando(formalizarInstrumento, { ...RM, anexo }, SECRETARIA, { decididoPor: MINISTRO });

describe('Otros instrumentos del ETTI (R23)', () => {
  it('8.13: lo formula cualquier miembro del ETTI reconocido; nadie más', () => {
    const d = formulado().entonces([{ tipo: 'InstrumentoFormulado', datos: { sector: 'minsa', cig: idDe('cig'), territorio: '09' } }]);
    expect(d.ficha).toMatchObject({
      situacion: 'formulado',
      relaciones: { etti: idDe('etti'), cig: idDe('cig') },
      pendientes: [{ acto: 'ElevarInstrumento' }],
    });
    const nuevo = (estado: object) => dado(instrumento, [], { leidos: { etti: leido('etti', { ...ETTI, ...estado }) } });
    nuevo({}).cuando(formularInstrumento, GUIA, oficina('alcalde_distrital', 'md-090102')).noPuede('8.10');
    nuevo({}).cuando(formularInstrumento, GUIA, oficina('gerente_regional', 'gr-21')).noPuede('8.10');
    nuevo({ situacion: 'propuesto' })
      .cuando(formularInstrumento, GUIA, PRESIDENTE)
      .rechaza('8.13', /no reconoce/);
    dado(instrumento, [], { leidos: { etti: leido('cig', ETTI) } })
      .cuando(formularInstrumento, GUIA, PRESIDENTE)
      .noPuede();
  });

  it('8.13: lo eleva solo quien preside, con acta; queda congelado con la huella del texto y del archivo', () => {
    formulado().luego().cuando(elevarInstrumento, { actaEtti: ACTA }, GERENTE_REGIONAL).noPuede('8.10.i');
    formulado().luego().cuando(elevarInstrumento, {}, PRESIDENTE).rechaza('8.13', /acta/);
    const d = elevado().entonces([{ tipo: 'InstrumentoElevado', datos: { version: 1, archivo: GUIA.archivo, actaEtti: ACTA } }]);
    const otroArchivo = formulado()
      .luego()
      .cuando(corregirInstrumento, { ...GUIA, archivo: huella('otra') }, GERENTE_REGIONAL)
      .luego()
      .cuando(elevarInstrumento, { actaEtti: ACTA }, PRESIDENTE);
    expect(huellasDe(otroArchivo).huella).not.toBe(huellasDe(d).huella);
    d.luego()
      .cuando(corregirInstrumento, GUIA, GERENTE_REGIONAL)
      .rechaza('8.13', /ya está elevado/);
    formulado()
      .luego({ leidos: leidos({ etti: { protocolo: undefined } }) })
      .cuando(elevarInstrumento, { actaEtti: ACTA }, PRESIDENTE)
      .advierte('8.12');
  });

  it('8.13 (R1): nada elevado no se aprueba; lo aprobado sin enmiendas es lo elevado', () => {
    formulado()
      .luego()
      .cuandoLaCig(aprobarInstrumento, {}, SECTOR)
      .rechaza('8.13', /no ha elevado/);
    const d = aprobado().entonces(['InstrumentoAprobado']);
    expect(d.estado).toMatchObject({ situacion: 'aprobado', aprobacion: { texto: TEXTO } });
    const { huella: final, huellaElevada } = huellasDe(d);
    expect(final).toBe(huellaElevada);
    d.luego()
      .cuandoLaCig(aprobarInstrumento, {}, SECTOR)
      .rechaza('8.13', /ya aprobó/);
  });

  it('6.6 (R1): enmendado en la sesión, lo aprobado lleva otra huella; una cita dudosa se rechaza', () => {
    const d = aprobado({ enmiendas: [{ dice: 'cada mes', debeDecir: 'cada quince días' }, { debeDecir: 'Artículo 3.- Rige desde enero.' }] });
    expect(d.estado).toMatchObject({ aprobacion: { texto: `${TEXTO.replace('cada mes', 'cada quince días')}\n\nArtículo 3.- Rige desde enero.` } });
    const { huella: final, huellaElevada } = huellasDe(d);
    expect(final).not.toBe(huellaElevada);
    aprobado({ enmiendas: [{ dice: 'La visita', debeDecir: 'x' }] }).rechaza('6.6', /2 veces/);
    aprobado({ enmiendas: [{ dice: 'inexistente', debeDecir: 'x' }] }).rechaza('6.6', /no contiene/);
  });

  it('8.13: devuelto con observaciones, el ETTI lo corrige y lo eleva de nuevo como otra versión', () => {
    const d = elevado().luego().cuandoLaCig(devolverInstrumento, { observaciones: 'Falta el formato.' }, SECTOR).entonces(['InstrumentoDevuelto']);
    expect(d.ficha.pendientes).toMatchObject([{ acto: 'CorregirInstrumento' }]);
    d.luego()
      .cuando(corregirInstrumento, { ...GUIA, texto: `${TEXTO}\nAnexo.` }, GERENTE_REGIONAL)
      .luego()
      .cuando(elevarInstrumento, { actaEtti: ACTA }, PRESIDENTE)
      .entonces([{ tipo: 'InstrumentoElevado', datos: { version: 2, texto: `${TEXTO}\nAnexo.` } }]);
  });
});

describe('Opinión previa sobre un instrumento', () => {
  const pedido = () => elevado().luego().cuandoLaCig(pedirOpinionInstrumento, { espacio: 'gr-09-1', plazo: '2026-03-20' }, SECTOR);

  it('8.14: solo a un espacio reconocido; el silencio se advierte y nunca impide aprobar (prueba 11)', () => {
    elevado()
      .luego()
      .cuandoLaCig(pedirOpinionInstrumento, { espacio: 'gr-21-9' }, SECTOR)
      .rechaza('8.14', /no ha reconocido/);
    const d = pedido().entonces(['OpinionPedida']);
    expect(d.ficha.pendientes).toMatchObject([{ acto: 'ConvocarSesion' }, { acto: 'EmitirOpinionDeInstrumento', para: [{ entidad: 'gr-09' }] }]);
    d.luego()
      .cuandoLaCig(pedirOpinionInstrumento, { espacio: 'gr-09-1' }, SECTOR)
      .rechaza('8.14', /por responder/);
    d.luego({ hoy: '2026-12-01' })
      .cuandoLaCig(aprobarInstrumento, {}, SECTOR)
      .advierte('8.14', /Mesa regional/)
      .entonces(['InstrumentoAprobado']);
  });

  it('8.14: opina una sola vez el gobierno que conduce el espacio', () => {
    const opinion = { espacio: 'gr-09-1', sentido: 'favorable', texto: 'De acuerdo.' };
    pedido().luego().cuando(emitirOpinionDeInstrumento, opinion, oficina('gerente_regional', 'gr-21')).noPuede('8.14');
    const d = pedido().luego().cuando(emitirOpinionDeInstrumento, opinion, GERENTE_REGIONAL).entonces(['OpinionEmitida']);
    expect(d.ficha.situacion).toBe('elevado');
    d.luego()
      .cuando(emitirOpinionDeInstrumento, opinion, GERENTE_REGIONAL)
      .rechaza('8.14', /ya emitió/);
    d.luego().cuandoLaCig(aprobarInstrumento, {}, SECTOR).sinAdvertencias();
  });
});

describe('Formalización del instrumento', () => {
  it('8.15 (R7): el proyecto con otro anexo se rechaza; la resolución expedida con otro anexo queda discrepante', () => {
    const proyecto = { ...RM, modo: 'borrador' };
    aprobado()
      .luego()
      .cuando(formalizarInstrumento, { ...proyecto, anexo: `${TEXTO} x` }, SECRETARIA)
      .rechaza('8.15', /línea 2/);
    aprobado()
      .luego()
      .cuando(formalizarInstrumento, { ...proyecto, anexo: TEXTO }, SECRETARIA)
      .entonces(['ProyectoDeResolucionRegistrado']);
    expect(emitida(TEXTO).entonces(['ResolucionRegistrada']).estado).toMatchObject({ situacion: 'vigente' });
    const d = emitida(`${TEXTO} x`).advierte('8.15', /discrepante/);
    expect(d.estado).toMatchObject({ situacion: 'discrepante' });
    d.luego()
      .cuando(formalizarInstrumento, { ...RM, anexo: TEXTO }, SECRETARIA, { decididoPor: MINISTRO })
      .rechaza('8.15', /Ya está registrada/);
  });

  it('8.15 (R7): la discrepancia se cura con fe de erratas conforme o con acuerdo de la CIG', () => {
    const fe = { numero: 'FE-1', fecha: '2026-03-02' };
    const d = emitida(`${TEXTO} x`);
    expect(
      d
        .luego()
        .cuando(corregirFormalizacion, { ...fe, anexo: `${TEXTO} y` }, SECRETARIA)
        .advierte('8.15').estado,
    ).toMatchObject({ situacion: 'discrepante' });
    expect(d.luego().cuando(corregirFormalizacion, { ...fe, anexo: TEXTO }, SECRETARIA).estado).toMatchObject({ situacion: 'vigente' });
    expect(d.luego().cuandoLaCig(aceptarTextoDeInstrumento, {}, SECTOR).estado).toMatchObject({ situacion: 'vigente', resolucion: { textoAceptado: true } });
    emitida(TEXTO).luego().cuandoLaCig(aceptarTextoDeInstrumento, {}, SECTOR).rechaza('8.15');
    emitida(TEXTO)
      .luego()
      .cuando(corregirFormalizacion, { ...fe, anexo: TEXTO }, SECRETARIA)
      .rechaza('8.15');
  });

  it('8.15: sin aprobación no hay resolución, y la decide el despacho ministerial', () => {
    elevado()
      .luego()
      .cuando(formalizarInstrumento, { ...RM, anexo: TEXTO }, SECRETARIA)
      .rechaza('8.15', /aún no existe/);
    aprobado()
      .luego()
      .cuando(formalizarInstrumento, { ...RM, anexo: TEXTO }, SECRETARIA)
      .rechaza('8.15', /despacho ministerial/);
    aprobado()
      .luego()
      .cuando(formalizarInstrumento, { ...RM, anexo: TEXTO }, GERENTE_REGIONAL)
      .noPuede();
  });
});

it('8.13: los hechos de la primera forma se siguen leyendo', () => {
  const guardados = `[
{"datos":{"cig":"c","clase":"guia","etti":"e","nombreEtti":"ETTI","presidencia":{"cargo":"funcionario_sector","entidad":"minsa"},"sector":"minsa","territorio":"09","texto":"a","titulo":"Guía"},"tipo":"InstrumentoFormulado","v":1},
{"datos":{"actaEtti":"x","clase":"guia","huella":"h","presidencia":{"cargo":"funcionario_sector","entidad":"minsa"},"texto":"a","titulo":"Guía","version":1},"tipo":"InstrumentoElevado","v":1},
{"datos":{"enmiendas":[],"huella":"h","huellaElevada":"h","nivelesAusentes":[],"nombreSesion":"I","sesion":"s","texto":"a"},"tipo":"InstrumentoAprobado","v":1}]`;
  expect(dado(instrumento, JSON.parse(guardados) as InstrumentoHecho[]).estado).toMatchObject({ situacion: 'aprobado', aprobacion: { texto: 'a' } });
});
