import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogoReal } from '../../../test/catalogo.ts';
import { dado, idDe, leido, oficina } from '../../../test/escenario.ts';
import type { EfectoCualquiera } from '../../kernel/acto.ts';
import type { Cig, Miembro } from '../cig/cig.ts';
import { sesion } from './sesion.actos.ts';
import { actoDeAcuerdo } from './sesion.acuerdos.ts';
import { cerrarSesionCon } from './sesion.cierre.ts';
import { convocarSesion, incluirAsunto } from './sesion.convocatoria.ts';
import { instalarSesion, registrarAsistencia } from './sesion.desarrollo.ts';
import { comentarAsunto, fijarPosicion } from './sesion.posiciones.ts';
import type { SesionHecho } from './sesion.ts';

const catalogo = catalogoReal();
const of = (cargo: Parameters<typeof oficina>[0], entidad: string) => oficina(cargo, entidad, 'titular', catalogo);
const minsa = of('organo_descentralizacion', 'minsa');
const gobernador = of('gobernador', 'gr-09');
const alcalde = of('alcalde_provincial', 'mp-0901');
const gerente = of('gerente_regional', 'gr-09');
const ajena = of('gobernador', 'gr-10');

const miembro = (entidad: string, cargo: string, nivel: Miembro['nivel'], calidad: Miembro['calidad'] = 'miembro'): Miembro => ({
  id: `${entidad}/${cargo}`,
  entidad,
  cargo,
  nivel,
  calidad,
  sustento: '',
  desde: '2026-01-01',
});
const comision: Cig = {
  sector: 'minsa',
  nombre: 'CIG de Salud',
  norma: 'RM',
  miembros: [
    miembro('minsa', 'organo_descentralizacion', 'nacional'),
    miembro('gr-09', 'gobernador', 'regional'),
    miembro('mp-0901', 'alcalde_provincial', 'local'),
    miembro('gr-10', 'gobernador', 'regional', 'observador'),
  ],
  espacios: [],
  acuerdos: [],
  ordinarias: 41,
  extraordinarias: 0,
  desde: '2026-01-01',
};

const efecto: EfectoCualquiera = {
  nombre: 'AprobarPlan',
  titulo: 'Aprobar el Plan de Trabajo Institucional',
  resumen: '',
  numerales: ['8.6'],
  datos: z.object({}),
  decidir: () => ({ hechos: [{ tipo: 'PlanAprobado', v: 1, datos: {} }] }),
  sinAcuerdo: () => [{ tipo: 'Avisado', v: 1, datos: {} }],
};
const aprobar = actoDeAcuerdo('plan', efecto);
const leidos = { cig: leido('cig', comision), 'asunto-1': leido('plan', {}), objeto: leido('plan', {}) };
const e = { catalogo, leidos };

const convocada: SesionHecho = {
  tipo: 'SesionConvocada',
  v: 1,
  datos: {
    cig: idDe('cig'),
    sector: 'minsa',
    nombreCig: 'CIG de Salud',
    clase: 'ordinaria',
    numero: 42,
    nombre: 'Sesión Ordinaria XLII',
    fecha: '2026-03-02',
    hora: '09:00',
    modalidad: 'presencial',
    lugar: 'Lima',
    participantes: ['minsa', 'gr-09', 'mp-0901', 'gr-10'],
  },
};
const asunto: SesionHecho = { tipo: 'AsuntoIncluido', v: 1, datos: { tipo: 'AprobarPlan', titulo: 'PTI', objeto: idDe('plan') } };
const instalada: SesionHecho = { tipo: 'SesionInstalada', v: 1, datos: {} };
const enSesion = () => dado(sesion, [convocada, asunto, instalada], e);
const posicion = (m: string, postura: 'acuerdo' | 'objecion', motivo?: string): SesionHecho => ({
  tipo: 'PosicionFijada',
  v: 1,
  datos: { asunto: 1, miembro: m, postura, motivo },
});

describe('Sesión de la CIG', () => {
  it('6.6 se convoca con número romano correlativo de su comisión', () => {
    dado(sesion, [], e)
      .cuando(convocarSesion, { cig: idDe('cig'), fecha: '2026-03-02', lugar: 'Lima' }, minsa)
      .entonces([
        { tipo: 'SesionConvocada', datos: { nombre: 'Sesión Ordinaria XLII' } },
        { tipo: 'SesionNumerada', en: 'cig', datos: { numero: 42 } },
      ]);
  });

  it('6.6 la convocatoria dice dónde se reúne, salvo por circulación', () => {
    const datos = { cig: idDe('cig'), fecha: '2026-03-02' };
    dado(sesion, [], e)
      .cuando(convocarSesion, datos, minsa)
      .rechaza('6.6', /dónde se reúne/);
    dado(sesion, [], e)
      .cuando(convocarSesion, { ...datos, modalidad: 'circulacion', cierraEl: '2026-03-09' }, minsa)
      .entonces(['SesionConvocada', 'SesionNumerada']);
  });

  it('7.3.1.a la convoca el sector', () => {
    dado(sesion, [], e)
      .cuando(convocarSesion, { cig: idDe('cig'), fecha: '2026-03-02', lugar: 'Lima' }, gobernador)
      .noPuede('6.4');
  });

  it('6.6 cualquier miembro propone asuntos; un observador no', () => {
    const datos = { tipo: 'AprobarPlan', titulo: 'PTI', objeto: idDe('plan') };
    dado(sesion, [convocada], e).cuando(incluirAsunto, datos, alcalde).entonces(['AsuntoIncluido']);
    dado(sesion, [convocada], e).cuando(incluirAsunto, datos, ajena).noPuede();
    dado(sesion, [convocada], e)
      .cuando(incluirAsunto, { ...datos, tipo: 'AprobarModelo' }, minsa)
      .rechaza('6.6');
  });

  it('6.6 convocada sin asuntos, lo que sigue es completar su agenda; con ellos, instalarla', () => {
    const sigue = (hechos: SesionHecho[]) => dado(sesion, hechos, e).cuando(comentarAsunto, { asunto: 9, texto: 'x' }, minsa).ficha.pendientes[0]?.acto;
    expect(sigue([convocada])).toBe('IncluirAsunto');
    expect(sigue([convocada, asunto])).toBe('InstalarSesion');
  });

  it('6.6 no hay posiciones antes de instalar la sesión', () => {
    dado(sesion, [convocada, asunto], e)
      .cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gobernador)
      .rechaza('6.6', /instalado/);
    dado(sesion, [convocada, asunto], e).cuando(instalarSesion, {}, minsa).entonces(['SesionInstalada']).sinAdvertencias();
  });

  it('6.6 el acuerdo se adopta por consenso y cambia la sesión y el expediente a la vez', () => {
    dado(
      sesion,
      [
        convocada,
        asunto,
        instalada,
        posicion('gr-09/gobernador', 'acuerdo'),
        posicion('mp-0901/alcalde_provincial', 'acuerdo'),
        posicion('minsa/organo_descentralizacion', 'acuerdo'),
      ],
      e,
    )
      .cuando(aprobar, { asunto: 1 }, minsa)
      .entonces([
        { tipo: 'AcuerdoAdoptado', datos: { resultado: 'consenso' } },
        { tipo: 'PlanAprobado', en: 'asunto-1' },
      ])
      .sinAdvertencias();
  });

  it('6.6 una objeción regional impide la aprobación y no se ofrece conteo de votos (sonda 5)', () => {
    const d = dado(
      sesion,
      [
        convocada,
        asunto,
        instalada,
        posicion('gr-09/gobernador', 'objecion', 'falta presupuesto'),
        posicion('mp-0901/alcalde_provincial', 'acuerdo'),
        posicion('minsa/organo_descentralizacion', 'acuerdo'),
      ],
      e,
    )
      .cuando(aprobar, { asunto: 1 }, minsa)
      .rechaza('6.6', /falta presupuesto/);
    expect(JSON.stringify(d.impedimentos)).not.toMatch(/voto|mayoría|\d+ de \d+/);
    d.luego()
      .cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gobernador)
      .luego()
      .cuando(aprobar, { asunto: 1 }, minsa)
      .entonces(['AcuerdoAdoptado', 'PlanAprobado']);
  });

  it('6.6 la objeción retirada queda adjunta al asunto', () => {
    const d = dado(sesion, [convocada, asunto, instalada, posicion('gr-09/gobernador', 'objecion', 'x')], e).cuando(
      fijarPosicion,
      { asunto: 1, postura: 'acuerdo' },
      gobernador,
    );
    expect(d.estado.asuntos[0]?.anteriores).toMatchObject([{ miembro: 'gr-09/gobernador', posicion: { postura: 'objecion', motivo: 'x' } }]);
  });

  it('6.6 si solo el sector fijó posición no hay acuerdo (R2)', () => {
    dado(sesion, [convocada, asunto, instalada, posicion('minsa/organo_descentralizacion', 'acuerdo')], e)
      .cuando(aprobar, { asunto: 1 }, minsa)
      .rechaza('6.6', /Solo el sector/);
  });

  it('6.6 quien dejó de ser miembro antes de fijar posición no cuenta', () => {
    const sinGobernador = {
      ...comision,
      miembros: comision.miembros.map((m) => (m.cargo === 'gobernador' && m.entidad === 'gr-09' ? { ...m, hasta: '2026-02-01' } : m)),
    };
    dado(sesion, [convocada, asunto, instalada, posicion('gr-09/gobernador', 'objecion'), posicion('mp-0901/alcalde_provincial', 'acuerdo')], {
      catalogo,
      leidos: { ...leidos, cig: leido('cig', sinGobernador) },
    })
      .cuando(aprobar, { asunto: 1 }, minsa)
      .advierte('6.6', /regional/);
  });

  it('8.10 un observador deja un comentario y el consenso no cambia (sonda 4)', () => {
    enSesion().cuando(fijarPosicion, { asunto: 1, postura: 'objecion', motivo: 'en desacuerdo' }, ajena).noPuede('6.6');
    const d = enSesion().cuando(comentarAsunto, { asunto: 1, texto: 'En desacuerdo' }, ajena).entonces(['ComentarioRegistrado']);
    d.luego()
      .cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gobernador)
      .luego()
      .cuando(aprobar, { asunto: 1 }, minsa)
      .entonces(['AcuerdoAdoptado', 'PlanAprobado']);
  });

  it('6.6 otra oficina del mismo gobierno anota lo que decidió su titular, con ambos nombrados', () => {
    enSesion().cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gerente).noPuede('6.6');
    enSesion()
      .cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gerente, { decididoPor: { entidad: 'gr-09', cargo: 'gobernador' } })
      .entonces([{ tipo: 'PosicionFijada', datos: { miembro: 'gr-09/gobernador' } }]);
    enSesion()
      .cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gerente, { decididoPor: { entidad: 'mp-0901', cargo: 'alcalde_provincial' } })
      .noPuede('6.6');
  });

  it('7.3.2.a la asistencia la registra el miembro o el sector', () => {
    enSesion()
      .cuando(registrarAsistencia, {}, alcalde)
      .entonces([{ tipo: 'AsistenciaRegistrada', datos: { miembro: 'mp-0901/alcalde_provincial' } }]);
    enSesion().cuando(registrarAsistencia, { miembro: 'gr-09/gobernador' }, minsa).entonces(['AsistenciaRegistrada']);
    enSesion().cuando(registrarAsistencia, { miembro: 'gr-09/gobernador' }, alcalde).noPuede();
  });

  it('6.6 un asunto resuelto no se decide dos veces ni admite posiciones', () => {
    const d = dado(sesion, [convocada, asunto, instalada, posicion('gr-09/gobernador', 'acuerdo')], e).cuando(aprobar, { asunto: 1 }, minsa);
    d.luego().cuando(aprobar, { asunto: 1 }, minsa).rechaza('6.6');
    d.luego()
      .cuando(fijarPosicion, { asunto: 1, postura: 'objecion' }, alcalde)
      .rechaza('6.6', /ya fue resuelto/);
  });

  it('8.10 al cerrar, lo no resuelto queda diferido y se avisa a su expediente (R6)', () => {
    const d = enSesion()
      .cuando(cerrarSesionCon([efecto]), {}, minsa)
      .entonces([
        { tipo: 'SesionCerrada', datos: { diferidos: [1] } },
        { tipo: 'Avisado', en: 'asunto-1' },
        { tipo: 'SesionCelebrada', en: 'cig', datos: { acuerdos: [], porTratar: [{ asunto: 1, tipo: 'AprobarPlan', nombreSesion: 'Sesión Ordinaria XLII' }] } },
      ]);
    expect(d.ficha.pendientes).toEqual([]);
    d.luego()
      .cuando(comentarAsunto, { asunto: 1, texto: 'tarde' }, ajena)
      .rechaza('6.6', /cerrada/);
  });
});
