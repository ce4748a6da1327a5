import { describe, expect, it } from 'vitest';
import { dado, idDe, leido } from '../../../test/escenario.ts';
import {
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
  posicion,
  SECTOR,
  sector,
} from '../../../test/sesion.fixtures.ts';
import { REGLAS_POR_DEFECTO } from '../../directiva/reglamento.ts';
import type { Cig, CigHecho } from '../cig/cig.ts';
import { evolve as evolveCig } from '../cig/cig.ts';
import { sesion } from './sesion.actos.ts';
import { actoDeAcuerdo } from './sesion.acuerdos.ts';
import { cerrarSesionCon, diferirAsuntoCon } from './sesion.cierre.ts';
import { convocarSesion, incluirAsunto, invitarASesion, moverAsunto } from './sesion.convocatoria.ts';
import { darPorTratado, instalarSesion, ponerEnDebate, registrarAsistencia, registrarSalida } from './sesion.desarrollo.ts';
import { fijarPosicion } from './sesion.posiciones.ts';
import { enOrden, presente, type SesionHecho } from './sesion.ts';

const aprobar = actoDeAcuerdo('modelo', aprobacion);
const e = { catalogo, leidos: leidos() };
const convocatoria = { cig: idDe('cig'), fecha: '2026-03-02', lugar: 'Lima' };
const reglado = (cambios: object): Cig => ({
  ...comision,
  reglamentos: [{ version: 1, desde: '2026-01-01', propuesta: 1, sesion: 's', nombreSesion: 'I', reglas: { ...REGLAS_POR_DEFECTO, ...cambios } }],
});
const con = (cig: Cig) => ({ catalogo, leidos: leidos(cig) });

describe('Convocatoria y agenda', () => {
  it('6.6 la sesión siguiente empieza por el seguimiento de acuerdos y retoma lo que quedó sin tratar', () => {
    const cerrada = dado(
      sesion,
      [convocada(), asunto(), asunto('PedirOpinionPrevia', undefined), instalada, posicion(SECTOR, 'acuerdo'), posicion(GORE, 'acuerdo')],
      {
        catalogo,
        leidos: { ...leidos(), 'asunto-2': leido('modelo', {}) },
      },
    )
      .cuando(aprobar, { asunto: 1 }, sector)
      .luego()
      .cuando(cerrarSesionCon([aprobacion]), {}, sector);
    const celebrada = cerrada.hechos.find((h) => (h.tipo as string) === 'SesionCelebrada') as unknown as CigHecho;
    const cig = evolveCig(comision, celebrada, { ocurridoEl: '2026-03-02', registradoEn: '', acto: '', designacion: '', entidad: 'minsa', cargo: '' });
    expect(cig.adoptados).toMatchObject([{ asunto: 1, resultado: 'consenso_con_nivel_ausente', el: '2026-03-02' }]);
    const d = dado(sesion, [], con(cig)).cuando(convocarSesion, { ...convocatoria, fecha: '2026-04-06' }, sector);
    d.entonces([
      'SesionConvocada',
      { tipo: 'AsuntoIncluido', datos: { n: 0, tipo: 'SeguimientoDeAcuerdos' } },
      { tipo: 'AsuntoIncluido', datos: { n: 1, tipo: 'PedirOpinionPrevia', viene: { nombreSesion: 'Sesión Ordinaria XLII', asunto: 2 } } },
      { tipo: 'SesionNumerada', datos: { retomados: [{ asunto: 2 }] } },
    ]);
    const numerada = d.hechos.at(-1) as unknown as CigHecho;
    expect(evolveCig(cig, numerada, {} as never).porTratar).toEqual([]);
    dado(sesion, [], con(cig))
      .cuando(convocarSesion, { ...convocatoria, retomar: 'no' }, sector)
      .entonces(['SesionConvocada', 'AsuntoIncluido', 'SesionNumerada']);
  });

  it('6.6 anticipación y canal son parámetros de la comisión: se advierten y no impiden', () => {
    dado(sesion, [], con(reglado({ diasDeConvocatoria: 7, canales: ['virtual'] })))
      .cuando(convocarSesion, { ...convocatoria, fecha: '2026-03-05' }, sector)
      .advierte('6.6', /3 días.*prevé 7[\s\S]*Presencial/);
    dado(sesion, [], e).cuando(convocarSesion, convocatoria, sector).sinAdvertencias();
  });

  it('6.6 una sesión por circulación dice hasta cuándo recibe posiciones', () => {
    const datos = { ...convocatoria, modalidad: 'circulacion' };
    dado(sesion, [], e)
      .cuando(convocarSesion, datos, sector)
      .rechaza('6.6', /hasta cuándo/);
    dado(sesion, [], e)
      .cuando(convocarSesion, { ...datos, cierraEl: '2026-03-01' }, sector)
      .rechaza('6.6', /antes de empezar/);
    dado(sesion, [], e)
      .cuando(convocarSesion, { ...datos, cierraEl: '2026-03-09' }, sector)
      .entonces([{ tipo: 'SesionConvocada', datos: { cierre: { fecha: '2026-03-09', hora: '18:00' } } }, 'SesionNumerada']);
  });

  it('6.6 la agenda cambia de orden sin cambiar los números', () => {
    const d = dado(sesion, [convocada(), asunto(), asunto(), asunto()], e).cuando(moverAsunto, { asunto: 3, lugar: 1 }, sector).entonces(['AgendaOrdenada']);
    expect(enOrden(d.estado).map((a) => a.n)).toEqual([3, 1, 2]);
    const otro = d.luego().cuando(incluirAsunto, { tipo: 'InformarAsunto', titulo: 'Informe', objeto: idDe('modelo') }, sector);
    expect(enOrden(otro.estado).map((a) => a.n)).toEqual([3, 1, 2, 4]);
    dado(sesion, [convocada()], e).cuando(moverAsunto, { asunto: 9, lugar: 1 }, sector).rechaza('6.6');
    dado(sesion, [convocada(), asunto()], e).cuando(moverAsunto, { asunto: 1, lugar: 1 }, gobernador).noPuede('6.4');
  });

  it('6.6 el acuerdo de reglamento se fija a la propuesta que se discute', () => {
    const cig = { ...comision, propuestas: [{ n: 1 }, { n: 2 }] } as unknown as Cig;
    dado(sesion, [convocada()], { catalogo, leidos: { cig: leido('cig', cig), objeto: leido('cig', cig) } })
      .cuando(incluirAsunto, { tipo: 'AdoptarReglamento', titulo: 'Reglamento', objeto: idDe('cig') }, sector)
      .entonces([{ tipo: 'AsuntoIncluido', datos: { referencia: 2 } }]);
  });

  it('8.10 ¶3 por analogía, los invitados tienen voz y no reciben el encargo de fijar posición', () => {
    const d = dado(sesion, [convocada(), asunto(), instalada], e)
      .cuando(invitarASesion, { entidad: 'minedu', tema: 'Escuelas' }, sector)
      .entonces(['InvitadoConvocado']);
    expect(d.estado.participantes).toContain('minedu');
    const para = d.ficha.pendientes.find((p) => p.clave === 'posicion-1')?.para.map((x) => x.entidad);
    expect(para).not.toContain('minedu');
    expect(para?.length).toBeGreaterThan(0);
    dado(sesion, [convocada()], e).cuando(invitarASesion, { tema: 'x' }, sector).rechaza('8.10');
    dado(sesion, [convocada()], e).cuando(invitarASesion, { entidad: 'minedu', tema: 'x' }, gobernador).noPuede();
  });

  it('6.6 el encargo de fijar posición empieza cuando la sesión se instala, no cuando se convoca', () => {
    const claves = (hechos: SesionHecho[]) =>
      dado(sesion, hechos, e)
        .cuando(moverAsunto, { asunto: 1, lugar: 1 }, sector)
        .ficha.pendientes.map((p) => p.clave);
    expect(claves([convocada(), asunto()])).toEqual(['instalar']);
    expect(claves([convocada(), asunto(), instalada])).toEqual(['cerrar', 'posicion-1']);
  });

  it('6.6 un punto informativo se da por tratado con su síntesis y no admite posiciones', () => {
    const informe = dado(sesion, [convocada(), asunto('InformarAsunto', undefined), instalada], e);
    informe.cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gobernador).rechaza('6.6', /informa y no decide/);
    const d = informe.cuando(darPorTratado, { asunto: 1, sintesis: 'Se informó.' }, sector).entonces(['AsuntoTratado']);
    expect(d.estado.asuntos[0]).toMatchObject({ situacion: 'tratado', sintesis: 'Se informó.' });
    enSesion()
      .cuando(darPorTratado, { asunto: 1, sintesis: 'x' }, sector)
      .rechaza('6.6', /pide un acuerdo/);
    informe.cuando(darPorTratado, { asunto: 1, sintesis: 'x' }, alcalde).noPuede('6.4');
  });

  it('6.6 el asunto en debate se señala a todos y deja de estarlo al resolverse', () => {
    const d = enSesion([posicion(GORE, 'acuerdo')])
      .cuando(ponerEnDebate, { asunto: 1 }, sector)
      .entonces(['AsuntoEnDebate']);
    expect(d.estado.enDebate).toBe(1);
    d.luego()
      .cuando(ponerEnDebate, { asunto: 1 }, sector)
      .rechaza('6.6', /ya se está tratando/);
    expect(d.luego().cuando(aprobar, { asunto: 1 }, sector).estado.enDebate).toBeUndefined();
    expect(
      d
        .luego()
        .cuando(diferirAsuntoCon([aprobacion]), { asunto: 1, motivo: 'Falta informe' }, sector)
        .entonces(['AsuntoDiferido', 'Avisado']).estado.asuntos[0],
    ).toMatchObject({
      situacion: 'diferido',
      sintesis: 'Falta informe',
    });
  });
});

describe('Asistencia y quórum', () => {
  it('7.3.2.a la asistencia dice quién vino, como qué oficina, desde y hasta cuándo, y si volvió', () => {
    const d = enSesion()
      .cuando(registrarAsistencia, { hora: '09:05', modo: 'virtual' }, gerente)
      .entonces([{ tipo: 'AsistenciaRegistrada', datos: { miembro: GORE, suplente: 'gr-09/gerente_regional' } }])
      .luego()
      .cuando(registrarSalida, { hora: '10:00' }, gerente)
      .entonces(['SalidaRegistrada']);
    expect(presente(d.estado.asistencia[GORE])).toBe(false);
    const vuelta = d.luego().cuando(registrarAsistencia, { hora: '10:30' }, gobernador);
    expect(vuelta.estado.asistencia[GORE]?.presencias).toMatchObject([
      { desde: '09:05', hasta: '10:00', modo: 'virtual', suplente: 'gr-09/gerente_regional' },
      { desde: '10:30', modo: 'presencial' },
    ]);
    vuelta
      .luego()
      .cuando(registrarAsistencia, {}, gobernador)
      .rechaza('7.3.2.a', /Ya figura presente desde las 10:30/);
    enSesion()
      .cuando(registrarSalida, {}, alcalde)
      .rechaza('7.3.2.a', /no figura presente/);
  });

  it('7.3.2.a el sector anota al suplente de quien no registra por sí mismo', () => {
    enSesion()
      .cuando(registrarAsistencia, { miembro: GORE, suplente: 'si' }, sector)
      .entonces([{ tipo: 'AsistenciaRegistrada', datos: { suplente: 'gr-09/gerente_regional' } }]);
    enSesion()
      .cuando(registrarAsistencia, { miembro: MUNI, suplente: 'si' }, sector)
      .advierte('6.6', /no tiene suplente/);
    enSesion().cuando(registrarSalida, { miembro: GORE }, alcalde).noPuede();
  });

  it('6.6 antes de su fecha no hay asistencia; el mismo día puede tomarse antes de instalar', () => {
    dado(sesion, [convocada()], e).cuando(registrarAsistencia, {}, alcalde).entonces(['AsistenciaRegistrada']);
    dado(sesion, [convocada({ fecha: '2026-03-09' })], e)
      .cuando(registrarAsistencia, {}, alcalde)
      .rechaza('6.6', /aún no se realiza/);
  });

  it('6.6 instalarla antes o después de su fecha advierte con las dos fechas, y no impide', () => {
    for (const [fecha, cuando] of [
      ['2026-03-09', 'antes'],
      ['2026-01-05', 'después'],
    ] as const)
      dado(sesion, [convocada({ fecha })], e)
        .cuando(instalarSesion, {}, sector)
        .advierte('6.6', new RegExp(`${cuando} de la fecha de su convocatoria: ${fecha.split('-').reverse().join('/')}`));
  });

  it('6.6 la Directiva no fija quórum: el de la comisión se advierte, nunca impide', () => {
    const cig = reglado({ quorum: { total: 2, nacional: 0, regional: 1, local: 0 } });
    dado(sesion, [convocada(), asunto()], con(cig))
      .cuando(instalarSesion, {}, sector)
      .advierte('6.6', /0 presentes en total[\s\S]*del nivel regional/);
    const llegada = (miembro: string): SesionHecho => ({ tipo: 'AsistenciaRegistrada', v: 2, datos: { miembro, modo: 'presencial', hora: '09:00' } });
    dado(sesion, [convocada(), llegada(GORE), llegada(MUNI)], con(cig))
      .cuando(instalarSesion, {}, sector)
      .sinAdvertencias();
    dado(sesion, [convocada(), asunto()], e).cuando(instalarSesion, {}, sector).sinAdvertencias();
    enSesion([posicion(GORE, 'acuerdo')], cig)
      .cuando(aprobar, { asunto: 1 }, sector)
      .advierte('6.6', /Quórum de la comisión/);
  });

  it('7.3.2.a fijar posición sin asistencia registrada se advierte', () => {
    enSesion()
      .cuando(fijarPosicion, { asunto: 1, postura: 'acuerdo' }, gobernador)
      .advierte('7.3.2.a', /sin asistencia/);
  });
});
