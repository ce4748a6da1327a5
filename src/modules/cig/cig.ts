import type { NivelDeGobierno } from '../../directiva/consenso.ts';
import { NIVELES_DE_GOBIERNO } from '../../directiva/consenso.ts';
import type { Reglas } from '../../directiva/reglamento.ts';
import { vigenteEl } from '../../directiva/reglamento.ts';
import type { Destinatario, EntidadId, Fecha, Ficha, Hecho, Id, Marca } from '../../kernel/tipos.ts';

export interface Miembro {
  /** `entidad/cargo`: a seat belongs to an office, never to a person. */
  id: string;
  entidad: EntidadId;
  cargo: string;
  /** Level it speaks for: that of its government, or the one an association represents. */
  nivel: NivelDeGobierno;
  /** Observers and guests speak; only members take position (8.10 ¶3 by analogy). */
  calidad: 'miembro' | 'observador' | 'invitado';
  sustento: string;
  desde: Fecha;
  /** Day from which it no longer counts, because it was withdrawn. */
  hasta?: Fecha;
  /** Last day of its term. */
  vence?: Fecha;
  /** Office of the same entity that speaks for the seat in its absence. */
  suplente?: string;
  /** Mandate of an association: which governments gave it, and by which act. */
  mandato?: string;
}

export interface Espacio {
  id: string;
  nombre: string;
  entidad: EntidadId;
  /** Its own expediente, when it has one. */
  expediente?: Id;
}

/** Rulebook as the CIG adopted it (6.6 ¶2). */
export interface Reglamento {
  version: number;
  desde: Fecha;
  reglas: Reglas;
  /** Proposal that was adopted. */
  propuesta: number;
  sesion: Id;
  nombreSesion: string;
}

/** Agreement of a closed session, as the next one follows it up. */
export interface AcuerdoDeSesion {
  sesion: Id;
  nombreSesion: string;
  el: Fecha;
  asunto: number;
  tipo: string;
  titulo: string;
  resultado: string;
  responsable?: EntidadId;
  cumplimiento?: string;
  vence?: Fecha;
  /** Expediente that follows it up. */
  seguimiento?: Id;
}

/** Item that a session left untreated and the next one takes up again. */
export interface AsuntoPendiente {
  sesion: Id;
  nombreSesion: string;
  asunto: number;
  tipo: string;
  titulo: string;
  objeto: Id;
  propuesta?: string;
  referencia?: number;
}

export interface Cig {
  sector: EntidadId;
  nombre: string;
  norma: string;
  /** A second CIG of the sector, with its reason (R24). */
  adicional?: string;
  miembros: Miembro[];
  espacios: Espacio[];
  acuerdos: { asunto: string; texto: string; el: Fecha }[];
  ordinarias: number;
  extraordinarias: number;
  desde: Fecha;
  /** Rulebooks adopted, oldest first; the last one in force on a date prevails. */
  reglamentos?: Reglamento[];
  propuestas?: { n: number; reglas: Reglas; entidad: EntidadId; cargo: string; el: Fecha }[];
  /** Agreements of the sessions held, oldest first. */
  adoptados?: AcuerdoDeSesion[];
  porTratar?: AsuntoPendiente[];
}

export type DatosMiembro = Pick<Miembro, 'entidad' | 'cargo' | 'nivel' | 'calidad' | 'sustento' | 'vence' | 'suplente' | 'mandato'>;

export type CigHecho =
  | Hecho<'CigConformada', { sector: EntidadId; nombre: string; norma: string; adicional?: string; miembros: DatosMiembro[] }>
  | Hecho<'MiembroAcreditado', DatosMiembro>
  | Hecho<'MiembroRetirado', { miembro: string; motivo: string }>
  | Hecho<'SesionNumerada', { clase: 'ordinaria' | 'extraordinaria'; numero: number; retomados?: { sesion: Id; asunto: number }[] }>
  | Hecho<'SesionCelebrada', { acuerdos: Omit<AcuerdoDeSesion, 'el'>[]; porTratar: AsuntoPendiente[] }>
  | Hecho<'SeguimientoAbierto', { sesion: Id; asunto: number; acuerdo: Id }>
  | Hecho<'EspacioReconocido', { nombre: string; entidad: EntidadId; sesion: string; expediente?: Id }>
  | Hecho<'AcuerdoRegistrado', { titulo: string; texto: string; sesion: string }>
  | Hecho<'ReglamentoPropuesto', { reglas: Reglas }>
  | Hecho<'ReglamentoAdoptado', { propuesta: number; reglas: Reglas; sesion: Id; nombreSesion: string }>;

/** Key that the next space recognised receives in the commission. */
export const claveDeEspacio = (c: Cig, entidad: EntidadId): string => `${entidad}-${c.espacios.length + 1}`;

const alta = (d: DatosMiembro, desde: Fecha): Miembro => ({ id: `${d.entidad}/${d.cargo}`, ...d, desde });

export function evolve(s: Cig | undefined, h: CigHecho, m: Marca): Cig {
  if (h.tipo === 'CigConformada')
    return {
      sector: h.datos.sector,
      nombre: h.datos.nombre,
      norma: h.datos.norma,
      adicional: h.datos.adicional,
      miembros: h.datos.miembros.map((x) => alta(x, m.ocurridoEl)),
      espacios: [],
      acuerdos: [],
      ordinarias: 0,
      extraordinarias: 0,
      desde: m.ocurridoEl,
    };
  const c = s as Cig;
  switch (h.tipo) {
    case 'MiembroAcreditado': {
      const nuevo = alta(h.datos, m.ocurridoEl);
      return { ...c, miembros: [...c.miembros.filter((x) => x.id !== nuevo.id), nuevo] };
    }
    case 'MiembroRetirado':
      return { ...c, miembros: c.miembros.map((x) => (x.id === h.datos.miembro ? { ...x, hasta: m.ocurridoEl } : x)) };
    case 'SesionNumerada': {
      const retomado = (p: AsuntoPendiente) => h.datos.retomados?.some((r) => r.sesion === p.sesion && r.asunto === p.asunto);
      const porTratar = h.datos.retomados ? c.porTratar?.filter((p) => !retomado(p)) : c.porTratar;
      return { ...c, porTratar, [h.datos.clase === 'ordinaria' ? 'ordinarias' : 'extraordinarias']: h.datos.numero };
    }
    case 'SesionCelebrada':
      return {
        ...c,
        adoptados: [...(c.adoptados ?? []), ...h.datos.acuerdos.map((a) => ({ ...a, el: m.ocurridoEl }))],
        porTratar: [...(c.porTratar ?? []), ...h.datos.porTratar],
      };
    case 'SeguimientoAbierto': {
      const { sesion, asunto, acuerdo } = h.datos;
      const adoptados = c.adoptados?.map((a) => (a.sesion === sesion && a.asunto === asunto && !a.seguimiento ? { ...a, seguimiento: acuerdo } : a));
      return { ...c, adoptados };
    }
    case 'EspacioReconocido': {
      const { nombre, entidad, expediente } = h.datos;
      return { ...c, espacios: [...c.espacios, { id: claveDeEspacio(c, entidad), nombre, entidad, expediente }] };
    }
    case 'AcuerdoRegistrado':
      return { ...c, acuerdos: [...c.acuerdos, { asunto: h.datos.titulo, texto: h.datos.texto, el: m.ocurridoEl }] };
    case 'ReglamentoPropuesto': {
      const previas = c.propuestas ?? [];
      return { ...c, propuestas: [...previas, { n: previas.length + 1, reglas: h.datos.reglas, entidad: m.entidad, cargo: m.cargo, el: m.ocurridoEl }] };
    }
    case 'ReglamentoAdoptado': {
      const previos = c.reglamentos ?? [];
      return { ...c, reglamentos: [...previos, { version: previos.length + 1, desde: m.ocurridoEl, ...h.datos }] };
    }
  }
}

/** Members accredited on a date; a member withdrawn that day no longer counts. */
export function miembrosEl(c: Cig, fecha: Fecha): Miembro[] {
  return c.miembros.filter((x) => vigenteEl(x, fecha));
}

/** Levels of government without an accredited member (6.6 ¶1: warned, never blocked). */
export function nivelesSinMiembro(miembros: readonly Pick<Miembro, 'nivel' | 'calidad'>[]): NivelDeGobierno[] {
  return NIVELES_DE_GOBIERNO.filter((n) => !miembros.some((x) => x.nivel === n && x.calidad === 'miembro'));
}

/** Agreements with somebody to fulfil them and nobody following them up yet. */
export function sinSeguimiento(c: Cig): AcuerdoDeSesion[] {
  return (c.adoptados ?? []).filter((a) => a.responsable && !a.seguimiento && a.resultado !== 'sin_consenso');
}

export const conduccion = (sector: EntidadId): Destinatario => ({ entidad: sector, cargos: ['organo_descentralizacion'] });

export function ficha(c: Cig): Ficha {
  const faltan = nivelesSinMiembro(c.miembros.filter((x) => !x.hasta));
  return {
    titulo: c.nombre,
    situacion: 'conformado',
    entidad: c.sector,
    relaciones: {},
    participantes: [...new Set([c.sector, ...c.miembros.filter((x) => !x.hasta).map((x) => x.entidad)])],
    unica: c.adicional ? `${c.sector}:${c.nombre.toLocaleLowerCase('es-PE')}` : c.sector,
    pendientes: [
      ...faltan.map((n) => ({
        clave: `nivel-${n}`,
        que: `Acreditar un miembro del nivel ${n} en la comisión`,
        numeral: '6.6',
        para: [conduccion(c.sector)],
        desde: c.desde,
        acto: 'AcreditarMiembro',
      })),
      ...sinSeguimiento(c).map((a) => ({
        clave: `seguimiento-${a.sesion}-${a.asunto}`,
        que: `Abrir el seguimiento del acuerdo: ${a.titulo}`,
        numeral: '6.6',
        para: [conduccion(c.sector)],
        desde: a.el,
        vence: a.vence,
      })),
    ],
  };
}
