import type { Consenso, Posicion, Postura } from '../../directiva/consenso.ts';
import { type Canal, vigenteEl } from '../../directiva/reglamento.ts';
import type { Responsable } from '../../directiva/responsable.ts';
import type { EntidadId, Fecha, Ficha, Hecho, Id } from '../../kernel/tipos.ts';
import type { Cig, Miembro } from '../cig/cig.ts';

export interface PosicionFijada {
  postura: Postura;
  motivo?: string;
  el: Fecha;
  /** Office that recorded it, when another one of the same entity did. */
  registradaPor?: string;
  /** Text of the item on which it was taken; absent in the first shape of the hecho: the first one. */
  texto?: number;
}

/** Change proposed to the text of an item, or to the package of its expediente (R1). */
export interface Enmienda {
  n: number;
  /** Text on which it was written: it is refused on any other. */
  base: number;
  /** Section of the elevated package; absent when it changes the text of the agreement. */
  seccion?: string;
  dice: string;
  debeDecir: string;
  motivo?: string;
  miembro: string;
  el: Fecha;
  situacion: 'propuesta' | 'incorporada' | 'retirada' | 'superada';
}

/** Position that no longer stands, and why: it stays attached to the item. */
export interface PosicionAnterior {
  miembro: string;
  posicion: PosicionFijada;
  causa?: 'cambio' | 'retiro' | 'texto_nuevo';
  /** What the member said when withdrawing it. */
  razon?: string;
  hasta?: Fecha;
}

/** What an agreement asks of an office (8.18); its follow-up opens when the session closes. */
export interface Compromiso {
  n: number;
  titulo: string;
  responsable: Responsable;
  cumplimiento: string;
  vence: Fecha;
  sobre?: Id;
}

export interface Asunto {
  n: number;
  /** Name of the agreement (`AprobarPlan`), or one of the items that decide nothing. */
  tipo: string;
  titulo: string;
  objeto: Id;
  situacion: 'por_tratar' | 'acordado' | 'sin_consenso' | 'diferido' | 'tratado';
  /** Member seat → position that stands. */
  posiciones: Record<string, PosicionFijada>;
  anteriores: PosicionAnterior[];
  comentarios: { entidad: EntidadId; cargo: string; texto: string; el: Fecha }[];
  /** Texts of the agreement, the first as proposed; the last one is under discussion. */
  textos?: { n: number; texto: string; el: Fecha; enmienda?: number }[];
  enmiendas?: Enmienda[];
  /** Rounds of concertation; absent: the first. */
  rondas?: { n: number; desde: Fecha; cierra?: Fecha }[];
  minutos?: number;
  documentos?: string[];
  /** Number of the proposal of rulebook that it decides on. */
  referencia?: number;
  /** Session that left it untreated. */
  viene?: { sesion: Id; nombreSesion: string; asunto: number };
  responsable?: EntidadId;
  cargo?: string;
  cumplimiento?: string;
  vence?: Fecha;
  compromisos?: Compromiso[];
  /** What was said of an item that decides nothing, or why it was deferred. */
  sintesis?: string;
  acuerdo?: {
    el: Fecha;
    resultado: Consenso['resultado'] | 'sin_consenso';
    ausentes: string[];
    datos: unknown;
    /** Text agreed, with the amendments made in session. */
    texto?: string;
    enmiendas?: number[];
    hora?: string;
  };
}

/** Stay of a member: from when to when, how, and which office came. Hours of Lima. */
export interface Presencia {
  modo: 'presencial' | 'virtual';
  el: Fecha;
  desde: string;
  hasta?: string;
  /** `entidad/cargo` of the deputy who came in its place. */
  suplente?: string;
  /** Designation of who attended, when it registered itself. */
  designacion?: Id;
}

export interface Asistencia {
  modo: 'presencial' | 'virtual';
  el: Fecha;
  /** Absent in the first shape of the hecho. */
  presencias?: Presencia[];
}

export interface Invitado {
  entidad?: EntidadId;
  institucion?: string;
  tema: string;
  el: Fecha;
}

export interface Sesion {
  cig: Id;
  sector: EntidadId;
  nombreCig: string;
  clase: 'ordinaria' | 'extraordinaria';
  numero: number;
  nombre: string;
  fecha: Fecha;
  hora: string;
  modalidad: Canal;
  lugar: string;
  situacion: 'convocado' | 'instalado' | 'cerrado';
  asistencia: Record<string, Asistencia>;
  asuntos: Asunto[];
  participantes: EntidadId[];
  desde: Fecha;
  /** Until when a session by circulation receives positions, hour of Lima. */
  cierre?: { fecha: Fecha; hora: string };
  documentos?: string[];
  invitados?: Invitado[];
  /** Item under discussion. */
  enDebate?: number;
  /** Order of the agenda by number of item, when it was changed. */
  agenda?: number[];
  horaInstalacion?: string;
  horaCierre?: string;
}

type Convocatoria = Pick<
  Sesion,
  'cig' | 'sector' | 'nombreCig' | 'clase' | 'numero' | 'nombre' | 'fecha' | 'hora' | 'modalidad' | 'lugar' | 'participantes' | 'cierre' | 'documentos'
>;
export type DatosDeAsunto = Pick<
  Asunto,
  'tipo' | 'titulo' | 'objeto' | 'minutos' | 'documentos' | 'referencia' | 'viene' | 'responsable' | 'cargo' | 'cumplimiento' | 'vence'
> & { n?: number; propuesta?: string };

export type SesionHecho =
  | Hecho<'SesionConvocada', Convocatoria>
  | Hecho<'AsuntoIncluido', DatosDeAsunto>
  | Hecho<'AgendaOrdenada', { orden: number[] }>
  | Hecho<'InvitadoConvocado', Omit<Invitado, 'el'>>
  | Hecho<'SesionInstalada', { hora?: string }>
  | Hecho<'AsistenciaRegistrada', { miembro: string; modo: 'presencial' | 'virtual'; hora?: string; suplente?: string; propia?: boolean }>
  | Hecho<'SalidaRegistrada', { miembro: string; hora: string }>
  | Hecho<'AsuntoEnDebate', { asunto: number }>
  | Hecho<'AsuntoTratado', { asunto: number; sintesis: string }>
  | Hecho<'AsuntoDiferido', { asunto: number; motivo: string }>
  | Hecho<'PosicionFijada', { asunto: number; miembro: string; postura: Postura; motivo?: string; texto?: number }>
  | Hecho<'ObjecionRetirada', { asunto: number; miembro: string; razon?: string }>
  | Hecho<'ComentarioRegistrado', { asunto: number; texto: string }>
  | Hecho<'EnmiendaPropuesta', { asunto: number; miembro: string; base: number; seccion?: string; dice: string; debeDecir: string; motivo?: string }>
  | Hecho<'EnmiendaRetirada', { asunto: number; enmienda: number }>
  | Hecho<'EnmiendaIncorporada', { asunto: number; enmienda: number }>
  | Hecho<'RondaAbierta', { asunto: number; cierra?: Fecha }>
  | Hecho<
      'AcuerdoAdoptado',
      {
        asunto: number;
        resultado: Consenso['resultado'] | 'sin_consenso';
        ausentes: string[];
        datos: unknown;
        texto?: string;
        enmiendas?: number[];
        hora?: string;
      }
    >
  | Hecho<'CompromisoAnotado', { asunto: number } & Omit<Compromiso, 'n'>>
  | Hecho<'CompromisoRetirado', { asunto: number; compromiso: number }>
  | Hecho<'SesionCerrada', { diferidos: number[]; hora?: string }>;

/** Items that inform and decide nothing. */
export const INFORMATIVOS = { SeguimientoDeAcuerdos: 'Seguimiento de acuerdos anteriores', InformarAsunto: 'Informar, sin acuerdo' } as const;
export const esInformativo = (a: Pick<Asunto, 'tipo'>): boolean => a.tipo in INFORMATIVOS;

/** What an item asks of offices: what was noted in the session or, without it, what the agenda already said in full. */
export function compromisosDe(a: Asunto): readonly Compromiso[] {
  const { compromisos = [], titulo, responsable: entidad, cargo, cumplimiento, vence } = a;
  if (compromisos.length > 0 || !entidad || !cargo || !cumplimiento || !vence) return compromisos;
  const sobre = a.tipo === 'RegistrarAcuerdo' ? undefined : a.objeto;
  return [{ n: 1, titulo, responsable: { entidad, cargo }, cumplimiento, vence, sobre }];
}

/** Text under discussion and its number. */
export function textoVigente(a: Asunto): { n: number; texto: string } {
  return a.textos?.at(-1) ?? { n: 1, texto: '' };
}

export const rondaDe = (a: Asunto): { n: number; cierra?: Fecha } => a.rondas?.at(-1) ?? { n: 1 };

/** Items in the order of the agenda; the follow-up of earlier agreements comes first. */
export function enOrden(s: Pick<Sesion, 'asuntos' | 'agenda'>): Asunto[] {
  const lugar = (n: number) => {
    const i = s.agenda?.indexOf(n) ?? -1;
    return i === -1 ? 1000 + n : i;
  };
  return [...s.asuntos].sort((a, b) => lugar(a.n) - lugar(b.n));
}

/** True when the member is in the session now. */
export function presente(a: Asistencia | undefined): boolean {
  return a !== undefined && (a.presencias === undefined || a.presencias.at(-1)?.hasta === undefined);
}

/**
 * Seats whose position counts on an item: those in force, and those withdrawn since that left an objection standing.
 * Withdrawing a member does not lift what it objected; whoever succeeds it in the seat can (6.6, R2).
 */
export function asientosDe(a: Asunto, miembros: readonly Miembro[], fecha: Fecha): Miembro[] {
  const vigentes = miembros.filter((m) => vigenteEl(m, fecha));
  const retirados = miembros.filter((m) => {
    const p = a.posiciones[m.id];
    return p?.postura === 'objecion' && m.hasta !== undefined && p.el <= m.hasta && vigenteEl({ ...m, hasta: undefined }, fecha);
  });
  return [...vigentes, ...retirados.filter((r) => !vigentes.some((v) => v.id === r.id))];
}

/** Standing positions of an item, as the consensus rule reads them: only members with decision right count. */
export function posicionesDe(s: Sesion, a: Asunto, miembros: readonly Miembro[], nombrar: (m: Miembro) => string): Posicion[] {
  return miembros
    .filter((x) => x.calidad === 'miembro')
    .flatMap((x) => {
      const p = a.posiciones[x.id];
      return p ? [{ postura: p.postura, motivo: p.motivo, nivel: x.nivel, esSector: x.entidad === s.sector, nombre: nombrar(x) }] : [];
    });
}

/** The CIG of a session among the expedientes read. */
export function cigDe(leidos: Readonly<Record<string, { estado: unknown } | undefined>>): Cig {
  const leido = leidos.cig;
  if (!leido) throw new Error('La sesión no tiene su CIG entre lo leído.');
  return leido.estado as Cig;
}

const QUIENES = ['gobernador', 'alcalde_provincial', 'alcalde_distrital', 'representante_asociacion', 'gerente_regional', 'gerente_municipal'];

export function ficha(s: Sesion): Ficha {
  const conduccion = [{ entidad: s.sector, cargos: ['organo_descentralizacion'] }];
  /** A position is possible once the session is installed; by circulation too. */
  const abiertos = s.situacion === 'instalado' ? s.asuntos.filter((a) => a.situacion === 'por_tratar' && !esInformativo(a)) : [];
  const invitados = new Set((s.invitados ?? []).map((i) => i.entidad));
  const vence = s.cierre?.fecha ?? s.fecha;
  return {
    titulo: `${s.nombre} · ${s.nombreCig}`,
    situacion: s.situacion,
    entidad: s.sector,
    relaciones: { cig: s.cig, ...Object.fromEntries(s.asuntos.map((a) => [`asunto-${a.n}`, a.objeto])) },
    participantes: s.participantes,
    unica: `${s.cig}:${s.clase}:${s.numero}`,
    pendientes:
      s.situacion === 'cerrado'
        ? []
        : [
            s.situacion === 'convocado' && s.asuntos.every(esInformativo)
              ? {
                  clave: 'agenda',
                  que: `Incluir los asuntos de la ${s.nombre} en su agenda`,
                  numeral: '6.6',
                  para: conduccion,
                  desde: s.desde,
                  vence: s.fecha,
                  acto: 'IncluirAsunto',
                }
              : s.situacion === 'convocado'
                ? {
                    clave: 'instalar',
                    que: `Instalar la ${s.nombre}`,
                    numeral: '6.6',
                    para: conduccion,
                    desde: s.desde,
                    vence: s.fecha,
                    acto: 'InstalarSesion',
                  }
                : {
                    clave: 'cerrar',
                    que: `Tratar los asuntos y cerrar la ${s.nombre}`,
                    numeral: '6.6',
                    para: conduccion,
                    desde: s.desde,
                    acto: 'CerrarSesion',
                  },
            ...abiertos.map((a) => {
              const conPosicion = new Set(Object.keys(a.posiciones).map((id) => id.split('/')[0]));
              return {
                clave: `posicion-${a.n}`,
                que: `Fijar posición sobre: ${a.titulo}`,
                numeral: '6.6',
                para: s.participantes
                  .filter((e) => e !== s.sector && !conPosicion.has(e) && !invitados.has(e))
                  .map((entidad) => ({ entidad, cargos: QUIENES })),
                desde: s.desde,
                vence,
                acto: 'FijarPosicion',
              };
            }),
          ],
  };
}
