import { describe, expect, it } from 'vitest';
import { dado, leido } from '../../../test/escenario.ts';
import {
  ajeno,
  alcalde,
  aprobacion,
  asunto,
  catalogo,
  comision,
  convocada,
  enSesion,
  GORE,
  gerente,
  gobernador,
  instalada,
  leidos,
  MUNI,
  observador,
  posicion,
  SECTOR,
  sector,
} from '../../../test/sesion.fixtures.ts';
import { REGLAS_POR_DEFECTO } from '../../directiva/reglamento.ts';
import type { Cig, Miembro } from '../cig/cig.ts';
import { sesion } from './sesion.actos.ts';
import { actoDeAcuerdo, dejarSinConsensoCon } from './sesion.acuerdos.ts';
import { proponerEnmiendaCon } from './sesion.cierre.ts';
import { abrirRonda, comentarAsunto, fijarPosicion, incorporarEnmienda, retirarEnmienda, retirarObjecion } from './sesion.posiciones.ts';
import { textoVigente } from './sesion.ts';

const aprobar = actoDeAcuerdo('modelo', aprobacion);
const sinConsenso = actoDeAcuerdo('modelo', { ...aprobacion, nombre: 'DeclararSinConsenso', sinConsenso: true, decidir: () => ({ hechos: [] }) });
const enmendar = proponerEnmiendaCon([aprobacion]);
const conReglas = (cambios: object): Cig => ({
  ...comision,
  reglamentos: [
    { version: 1, desde: '2026-01-01', propuesta: 1, sesion: 's', nombreSesion: 'Sesión Ordinaria I', reglas: { ...REGLAS_POR_DEFECTO, ...cambios } },
  ],
});
const todosDeAcuerdo = [posicion(SECTOR, 'acuerdo'), posicion(GORE, 'acuerdo'), posicion(MUNI, 'acuerdo')];
const enmienda = (base: number, debeDecir: string, miembro = GORE) => ({
  tipo: 'EnmiendaPropuesta' as const,
  v: 1,
  datos: { asunto: 1, miembro, base, dice: 'Se aprueba el modelo.', debeDecir },
});
const incorporada = (n: number) => ({ tipo: 'EnmiendaIncorporada' as const, v: 1, datos: { asunto: 1, enmienda: n } });

describe('Concertación en la sesión de la CIG', () => {
  it('6.6 la objeción, la enmienda y el retiro quedan adjuntos al asunto, en su orden', () => {
    const d = enSesion([posicion(GORE, 'objecion', 'falta presupuesto'), posicion(MUNI, 'acuerdo')])
      .cuando(enmendar, { asunto: 1, texto: 1, debeDecir: 'Se aprueba el modelo con un fondo.', motivo: 'Atiende la objeción' }, gobernador)
      .entonces(['EnmiendaPropuesta'])
      .luego()
      .cuando(incorporarEnmienda, { asunto: 1, enmienda: 1 }, sector)
      .entonces(['EnmiendaIncorporada'])
      .luego()
      .cuando(retirarObjecion, { asunto: 1, razon: 'La enmienda la atiende' }, gobernador)
      .entonces(['ObjecionRetirada']);
    const a = d.estado.asuntos[0];
    expect(a?.enmiendas).toMatchObject([{ n: 1, situacion: 'incorporada', dice: 'Se aprueba el modelo.', miembro: GORE }]);
    expect(a?.anteriores).toMatchObject([
      { miembro: MUNI, causa: 'texto_nuevo', posicion: { postura: 'acuerdo' } },
      { miembro: GORE, causa: 'retiro', razon: 'La enmienda la atiende', posicion: { postura: 'objecion', motivo: 'falta presupuesto' } },
    ]);
    expect(a && textoVigente(a)).toMatchObject({ n: 2, texto: 'Se aprueba el modelo con un fondo.' });
  });

  it('6.6 un texto nuevo pide nuevas adhesiones y no borra la objeción en pie (R2)', () => {
    const base = enSesion([...todosDeAcuerdo, posicion(GORE, 'objecion', 'x'), enmienda(1, 'Otro texto.'), incorporada(1)]);
    base.cuando(aprobar, { asunto: 1 }, sector).rechaza('6.6', /mantiene una objeción/);
    const d = base.cuando(retirarObjecion, { asunto: 1 }, gobernador).luego().cuando(aprobar, { asunto: 1 }, sector);
    d.rechaza('6.6', /Nadie fijó posición/);
  });

  it('8.13 la CIG aprueba ella misma el texto enmendado (R1), y el acuerdo lleva ese texto', () => {
    enSesion([enmienda(1, 'Se aprueba con un fondo.'), incorporada(1), ...[SECTOR, GORE, MUNI].map((m) => posicion(m, 'acuerdo', undefined, 2))])
      .cuando(aprobar, { asunto: 1 }, sector)
      .entonces([{ tipo: 'AcuerdoAdoptado', datos: { resultado: 'consenso', texto: 'Se aprueba con un fondo.', enmiendas: [1] } }, { tipo: 'ModeloAprobado' }])
      .sinAdvertencias();
  });

  it('8.13 la enmienda a una sección del paquete se prueba al proponerla y llega al modelo aprobado (R1)', () => {
    const datos = { asunto: 1, seccion: 'roles', dice: 'la región conduce', debeDecir: 'la región y la provincia conducen' };
    enSesion()
      .cuando(enmendar, { ...datos, dice: 'no está' }, alcalde)
      .rechaza('6.6', /no contiene/);
    enSesion()
      .cuando(enmendar, { ...datos, seccion: 'otra' }, alcalde)
      .rechaza('6.6', /no tiene esa sección/);
    const d = enSesion().cuando(enmendar, datos, alcalde).luego().cuando(incorporarEnmienda, { asunto: 1, enmienda: 1 }, sector).luego();
    const acordado = d
      .cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo', texto: 2 }, gobernador)
      .luego()
      .cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo', texto: 2 }, alcalde)
      .luego();
    acordado
      .cuando(aprobar, { asunto: 1 }, sector)
      .entonces([
        { tipo: 'AcuerdoAdoptado' },
        { tipo: 'ModeloAprobado', datos: { enmiendas: [{ seccion: 'roles', debeDecir: 'la región y la provincia conducen' }] } },
      ]);
    acordado.cuando(aprobar, { asunto: 1, enmiendas: [{ seccion: 'procesos', debeDecir: 'x' }] }, sector).advierte('6.6', /no pasaron por la ronda/);
  });

  it('6.6 sobre un texto superado no se fija posición, no se enmienda ni se incorpora', () => {
    const d = enSesion([enmienda(1, 'A'), enmienda(1, 'B', MUNI), incorporada(1)]);
    d.cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo', texto: 1 }, gobernador).rechaza('6.6', /se discute el texto 2/);
    d.cuando(enmendar, { asunto: 1, texto: 1, debeDecir: 'C' }, alcalde).rechaza('6.6', /se discute el texto 2/);
    d.cuando(incorporarEnmienda, { asunto: 1, enmienda: 2 }, sector).rechaza('6.6', /ya no está propuesta/);
    d.cuando(enmendar, { asunto: 1, texto: 2, debeDecir: 'A' }, alcalde).rechaza('6.6', /no cambia el texto/);
  });

  it('6.6 la enmienda la retira quien la propuso y la incorpora el sector que conduce', () => {
    enSesion([enmienda(1, 'A')])
      .cuando(retirarEnmienda, { asunto: 1, enmienda: 1 }, alcalde)
      .rechaza('6.6', /la retira quien la propuso/);
    enSesion([enmienda(1, 'A')])
      .cuando(retirarEnmienda, { asunto: 1, enmienda: 1 }, gobernador)
      .entonces(['EnmiendaRetirada']);
    enSesion([enmienda(1, 'A')])
      .cuando(incorporarEnmienda, { asunto: 1, enmienda: 1 }, gobernador)
      .noPuede('6.4');
  });

  it('8.10 ¶3 invitados, observadores y ajenos no fijan posición ni enmiendan', () => {
    for (const quien of [observador, ajeno]) {
      enSesion().cuando(fijarPosicion, { asunto: 1, postura: 'objecion' }, quien).noPuede('6.6');
      enSesion().cuando(enmendar, { asunto: 1, debeDecir: 'x' }, quien).noPuede('6.6');
      enSesion().cuando(retirarObjecion, { asunto: 1 }, quien).noPuede('6.6');
    }
    enSesion().cuando(comentarAsunto, { asunto: 1, texto: 'opino' }, observador).entonces(['ComentarioRegistrado']);
    enSesion().cuando(comentarAsunto, { asunto: 1, texto: 'opino' }, ajeno).noPuede('6.6');
  });

  it('6.6 repetir la misma posición se explica y no se registra dos veces; cambiar el motivo sí', () => {
    const d = enSesion([posicion(GORE, 'objecion', 'x')]);
    d.cuando(fijarPosicion, { asunto: 1, postura: 'objecion', motivo: 'x' }, gobernador).rechaza('6.6', /ya consta/);
    d.cuando(fijarPosicion, { asunto: 1, postura: 'objecion', motivo: 'y' }, gobernador).entonces(['PosicionFijada']);
    d.cuando(retirarObjecion, { asunto: 1 }, alcalde).rechaza('6.6', /no mantiene una objeción/);
  });

  it('6.6 el suplente acreditado habla por el asiento, salvo que el reglamento de la comisión no lo admita', () => {
    const d = enSesion()
      .cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gerente)
      .entonces([{ tipo: 'PosicionFijada', datos: { miembro: GORE } }]);
    expect(d.estado.asuntos[0]?.posiciones[GORE]?.registradaPor).toBe('gr-09/gerente_regional');
    enSesion([], conReglas({ suplentes: false }))
      .cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gerente)
      .noPuede('6.6');
    enSesion([], conReglas({ suplentes: false }))
      .cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gobernador)
      .entonces(['PosicionFijada']);
  });

  it('6.6 el término vencido de un miembro ya no cuenta', () => {
    const vencido = { ...comision, miembros: comision.miembros.map((m) => (m.id === GORE ? { ...m, vence: '2026-02-28' } : m)) };
    enSesion([posicion(GORE, 'objecion'), posicion(MUNI, 'acuerdo')], vencido)
      .cuando(aprobar, { asunto: 1 }, sector)
      .advierte('6.6', /regional/);
    enSesion([], vencido).cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gobernador).noPuede('6.6');
  });

  it('6.6 retirar de la comisión a quien objetó no levanta su objeción; quien lo sucede en el asiento puede hacerlo (R2)', () => {
    const retirado = { ...comision, miembros: comision.miembros.map((m) => (m.id === GORE ? { ...m, hasta: '2026-03-02' } : m)) };
    const objetado = [posicion(GORE, 'objecion', 'falta presupuesto'), posicion(MUNI, 'acuerdo')];
    enSesion(objetado, retirado)
      .cuando(aprobar, { asunto: 1 }, sector)
      .rechaza('6.6', /mantiene una objeción/);
    const sucedido = { ...retirado, miembros: [...retirado.miembros, { ...(retirado.miembros.find((m) => m.id === GORE) as Miembro), hasta: undefined }] };
    enSesion(objetado, sucedido).cuando(retirarObjecion, { asunto: 1, razon: 'Se atendió' }, gobernador).entonces(['ObjecionRetirada']);
  });

  it('6.6 no hay consenso solo después de las rondas del protocolo de la comisión (X3)', () => {
    const con = (n: number) => enSesion([posicion(GORE, 'objecion', 'x'), posicion(MUNI, 'acuerdo')], conReglas({ rondas: n, diasDeRonda: 3 }));
    con(1)
      .cuando(sinConsenso, { asunto: 1 }, sector)
      .entonces([{ tipo: 'AcuerdoAdoptado', datos: { resultado: 'sin_consenso' } }]);
    con(2)
      .cuando(sinConsenso, { asunto: 1 }, sector)
      .rechaza('6.6', /prevé 2 rondas/);
    const d = con(2)
      .cuando(abrirRonda, { asunto: 1 }, sector)
      .entonces([{ tipo: 'RondaAbierta', datos: { cierra: '2026-03-05' } }])
      .luego();
    d.cuando(sinConsenso, { asunto: 1 }, sector).advierte('6.6', /La ronda 2 cierra el 05\/03\/2026/);
    d.cuando(abrirRonda, { asunto: 1 }, sector).advierte('6.6', /parámetro de la comisión/);
    enSesion(todosDeAcuerdo)
      .cuando(sinConsenso, { asunto: 1 }, sector)
      .rechaza('6.6', /No hay objeciones/);
  });

  it('6.6 los demás asuntos también pueden quedar sin consenso, y su expediente se entera (R6)', () => {
    const dejar = dejarSinConsensoCon([{ ...aprobacion, nombre: 'SeleccionarGerentes' }]);
    const d = dado(sesion, [convocada(), asunto('SeleccionarGerentes'), instalada, posicion(GORE, 'objecion', 'x')], {
      catalogo,
      leidos: { ...leidos(), 'asunto-1': leido('etti', {}) },
    });
    d.cuando(dejar, { asunto: 1, motivo: 'Se mantiene la objeción' }, sector).entonces([
      { tipo: 'AcuerdoAdoptado', datos: { resultado: 'sin_consenso' } },
      { tipo: 'Avisado', en: 'asunto-1' },
    ]);
    enSesion([posicion(GORE, 'objecion')])
      .cuando(dejar, { asunto: 1, motivo: 'x' }, sector)
      .rechaza('6.6', /a dónde vuelve/);
  });

  it('6.6 la circulación vencida no recibe posiciones y el silencio no es adhesión (R2)', () => {
    const circulacion = (cierre: object) => enSesion([posicion(SECTOR, 'acuerdo')], comision, { modalidad: 'circulacion', cierre });
    const abierta = circulacion({ fecha: '2026-03-02', hora: '18:00' });
    abierta.cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gobernador).entonces(['PosicionFijada']).sinAdvertencias();
    const vencida = circulacion({ fecha: '2026-03-02', hora: '09:59' });
    vencida.cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gobernador).rechaza('6.6', /venció el 02\/03\/2026/);
    vencida.cuando(enmendar, { asunto: 1, debeDecir: 'x' }, gobernador).rechaza('6.6', /venció/);
    vencida.cuando(aprobar, { asunto: 1 }, sector).rechaza('6.6', /Solo el sector/);
    abierta
      .cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gobernador)
      .luego()
      .cuando(aprobar, { asunto: 1 }, sector)
      .advierte('6.6', /aún pueden responder 1/);
  });

  it('6.6 si fuera del sector todos se apartaron, se advierte', () => {
    enSesion([posicion(SECTOR, 'acuerdo'), posicion(GORE, 'se_aparta'), posicion(MUNI, 'se_aparta')])
      .cuando(aprobar, { asunto: 1 }, sector)
      .advierte('6.6', /se apartaron sin objetar/);
  });
});
