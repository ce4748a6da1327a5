import { describe, expect, it } from 'vitest';
import type { Marca } from '../../kernel/tipos.ts';
import type { Cig, CigHecho } from '../cig/cig.ts';
import { evolve as evolveCig } from '../cig/cig.ts';
import { evolve } from './sesion.evolve.ts';
import { enOrden, posicionesDe, presente, rondaDe, type Sesion, type SesionHecho, textoVigente } from './sesion.ts';

/** Frozen as the ledger holds them: never edit these, add the shapes that come. */
const V1 = `[
{"datos":{"cig":"c","clase":"ordinaria","fecha":"2026-03-02","hora":"09:00","lugar":"Lima","modalidad":"mixta","nombre":"Sesión Ordinaria I","nombreCig":"CIG","numero":1,"participantes":["minsa","gr-09"],"sector":"minsa"},"tipo":"SesionConvocada","v":1},
{"datos":{"objeto":"p","tipo":"AprobarPlan","titulo":"PTI"},"tipo":"AsuntoIncluido","v":1},
{"datos":{},"tipo":"SesionInstalada","v":1},
{"datos":{"miembro":"gr-09/gobernador","modo":"virtual"},"tipo":"AsistenciaRegistrada","v":1},
{"datos":{"asunto":1,"miembro":"gr-09/gobernador","motivo":"x","postura":"objecion"},"tipo":"PosicionFijada","v":1},
{"datos":{"asunto":1,"miembro":"gr-09/gobernador","postura":"acuerdo"},"tipo":"PosicionFijada","v":1},
{"datos":{"asunto":1,"texto":"opino"},"tipo":"ComentarioRegistrado","v":1},
{"datos":{"asunto":1,"ausentes":["local"],"datos":{},"resultado":"consenso_con_nivel_ausente"},"tipo":"AcuerdoAdoptado","v":1},
{"datos":{"diferidos":[]},"tipo":"SesionCerrada","v":1}]`;

const V2 = `[
{"datos":{"cierre":{"fecha":"2026-03-09","hora":"18:00"},"cig":"c","clase":"ordinaria","documentos":["d"],"fecha":"2026-03-02","hora":"09:00","lugar":"Lima","modalidad":"circulacion","nombre":"Sesión Ordinaria I","nombreCig":"CIG","numero":1,"participantes":["minsa","gr-09"],"sector":"minsa"},"tipo":"SesionConvocada","v":2},
{"datos":{"n":0,"objeto":"c","tipo":"SeguimientoDeAcuerdos","titulo":"Seguimiento"},"tipo":"AsuntoIncluido","v":2},
{"datos":{"minutos":20,"objeto":"p","propuesta":"Se aprueba.","responsable":"minsa","tipo":"AprobarPlan","titulo":"PTI","vence":"2026-06-01","viene":{"asunto":2,"nombreSesion":"Sesión Ordinaria I","sesion":"s"}},"tipo":"AsuntoIncluido","v":2},
{"datos":{"orden":[1,0]},"tipo":"AgendaOrdenada","v":1},
{"datos":{"institucion":"Colegio Médico","tema":"Anemia"},"tipo":"InvitadoConvocado","v":1},
{"datos":{"hora":"09:10"},"tipo":"SesionInstalada","v":2},
{"datos":{"hora":"09:05","miembro":"gr-09/gobernador","modo":"virtual","propia":true},"tipo":"AsistenciaRegistrada","v":2},
{"datos":{"hora":"10:00","miembro":"gr-09/gobernador"},"tipo":"SalidaRegistrada","v":1},
{"datos":{"asunto":1},"tipo":"AsuntoEnDebate","v":1},
{"datos":{"asunto":1,"miembro":"gr-09/gobernador","motivo":"x","postura":"objecion","texto":1},"tipo":"PosicionFijada","v":2},
{"datos":{"asunto":1,"base":1,"debeDecir":"Se aprueba con fondo.","dice":"Se aprueba.","miembro":"gr-09/gobernador"},"tipo":"EnmiendaPropuesta","v":1},
{"datos":{"asunto":1,"base":1,"debeDecir":"Otro.","dice":"Se aprueba.","miembro":"gr-09/gobernador"},"tipo":"EnmiendaPropuesta","v":1},
{"datos":{"asunto":1,"enmienda":2},"tipo":"EnmiendaRetirada","v":1},
{"datos":{"asunto":1,"enmienda":1},"tipo":"EnmiendaIncorporada","v":1},
{"datos":{"asunto":1,"cierra":"2026-03-05"},"tipo":"RondaAbierta","v":1},
{"datos":{"asunto":1,"miembro":"gr-09/gobernador","razon":"atendida"},"tipo":"ObjecionRetirada","v":1},
{"datos":{"asunto":0,"sintesis":"Sin novedad"},"tipo":"AsuntoTratado","v":1},
{"datos":{"asunto":1,"motivo":"Falta tiempo"},"tipo":"AsuntoDiferido","v":1},
{"datos":{"diferidos":[],"hora":"12:00"},"tipo":"SesionCerrada","v":2}]`;

const CIG = `[
{"datos":{"miembros":[{"calidad":"miembro","cargo":"viceministro","entidad":"minsa","nivel":"nacional","sustento":""}],"nombre":"CIG","norma":"RM","sector":"minsa"},"tipo":"CigConformada","v":1},
{"datos":{"calidad":"miembro","cargo":"gobernador","entidad":"gr-09","nivel":"regional","sustento":""},"tipo":"MiembroAcreditado","v":1},
{"datos":{"calidad":"miembro","cargo":"representante_asociacion","entidad":"ampe","mandato":"Asamblea","nivel":"local","sustento":"","suplente":"x","vence":"2027-01-01"},"tipo":"MiembroAcreditado","v":2},
{"datos":{"clase":"ordinaria","numero":1},"tipo":"SesionNumerada","v":1},
{"datos":{"acuerdos":[{"asunto":1,"nombreSesion":"I","resultado":"consenso","sesion":"s","tipo":"AprobarPlan","titulo":"PTI"}],"porTratar":[{"asunto":2,"nombreSesion":"I","objeto":"p","sesion":"s","tipo":"RegistrarAcuerdo","titulo":"Otro"}]},"tipo":"SesionCelebrada","v":1},
{"datos":{"clase":"ordinaria","numero":2,"retomados":[{"asunto":2,"sesion":"s"}]},"tipo":"SesionNumerada","v":2}]`;

const MARCA: Marca = {
  ocurridoEl: '2026-03-02',
  registradoEn: '2026-03-02T15:00:00.000Z',
  acto: 'a',
  designacion: 'd',
  entidad: 'minsa',
  cargo: 'organo_descentralizacion',
};
const plegar = (hechos: string) => (JSON.parse(hechos) as SesionHecho[]).reduce<Sesion | undefined>((s, h) => evolve(s, h, MARCA), undefined) as Sesion;

describe('Formas antiguas de los hechos', () => {
  it('los hechos de la primera forma se siguen leyendo igual', () => {
    const s = plegar(V1);
    expect(JSON.parse(JSON.stringify(s))).toEqual({
      cig: 'c',
      sector: 'minsa',
      nombreCig: 'CIG',
      clase: 'ordinaria',
      numero: 1,
      nombre: 'Sesión Ordinaria I',
      fecha: '2026-03-02',
      hora: '09:00',
      modalidad: 'mixta',
      lugar: 'Lima',
      participantes: ['minsa', 'gr-09'],
      situacion: 'cerrado',
      asistencia: { 'gr-09/gobernador': { modo: 'virtual', el: '2026-03-02' } },
      desde: '2026-03-02',
      asuntos: [
        {
          n: 1,
          tipo: 'AprobarPlan',
          titulo: 'PTI',
          objeto: 'p',
          situacion: 'acordado',
          posiciones: { 'gr-09/gobernador': { postura: 'acuerdo', el: '2026-03-02' } },
          anteriores: [{ miembro: 'gr-09/gobernador', posicion: { postura: 'objecion', motivo: 'x', el: '2026-03-02' } }],
          comentarios: [{ entidad: 'minsa', cargo: 'organo_descentralizacion', texto: 'opino', el: '2026-03-02' }],
          acuerdo: { el: '2026-03-02', resultado: 'consenso_con_nivel_ausente', ausentes: ['local'], datos: {} },
        },
      ],
    });
    const a = s.asuntos[0];
    expect(presente(s.asistencia['gr-09/gobernador'])).toBe(true);
    expect(a && [textoVigente(a), rondaDe(a)]).toEqual([{ n: 1, texto: '' }, { n: 1 }]);
    expect(enOrden(s).map((x) => x.n)).toEqual([1]);
    expect(a && posicionesDe(s, a, [], String)).toEqual([]);
  });

  it('los de la segunda forma se leen con textos, enmiendas, rondas y horas', () => {
    const s = plegar(V2);
    expect(s).toMatchObject({
      cierre: { fecha: '2026-03-09' },
      agenda: [1, 0],
      invitados: [{ institucion: 'Colegio Médico' }],
      horaInstalacion: '09:10',
      horaCierre: '12:00',
      asistencia: { 'gr-09/gobernador': { presencias: [{ desde: '09:05', hasta: '10:00', designacion: 'd' }] } },
      asuntos: [
        { n: 0, situacion: 'tratado', sintesis: 'Sin novedad' },
        {
          n: 1,
          situacion: 'diferido',
          posiciones: {},
          textos: [{ n: 1 }, { n: 2, texto: 'Se aprueba con fondo.', enmienda: 1 }],
          enmiendas: [{ situacion: 'incorporada' }, { situacion: 'retirada' }],
          rondas: [{ n: 1 }, { n: 2, cierra: '2026-03-05' }],
          anteriores: [{ causa: 'retiro', razon: 'atendida' }],
        },
      ],
    });
  });

  it('los de la comisión también', () => {
    const c = (JSON.parse(CIG) as CigHecho[]).reduce<Cig | undefined>((s, h) => evolveCig(s, h, MARCA), undefined);
    expect(c).toMatchObject({
      ordinarias: 2,
      porTratar: [],
      adoptados: [{ asunto: 1, el: '2026-03-02' }],
      miembros: [{ id: 'minsa/viceministro' }, { id: 'gr-09/gobernador' }, { mandato: 'Asamblea', vence: '2027-01-01' }],
    });
  });
});
