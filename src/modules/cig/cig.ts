import type { NivelDeGobierno } from '../../directiva/consenso.ts';
import { NIVELES_DE_GOBIERNO } from '../../directiva/consenso.ts';
import type { Destinatario, EntidadId, Fecha, Ficha, Hecho, Marca } from '../../kernel/tipos.ts';

export interface Miembro {
  /** `entidad/cargo`: a seat belongs to an office, never to a person. */
  id: string;
  entidad: EntidadId;
  cargo: string;
  /** Level it speaks for: that of its government, or the one an association represents. */
  nivel: NivelDeGobierno;
  /** Observers speak; only members take position. */
  calidad: 'miembro' | 'observador';
  sustento: string;
  desde: Fecha;
  hasta?: Fecha;
}

export interface Espacio {
  id: string;
  nombre: string;
  entidad: EntidadId;
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
}

export type DatosMiembro = Pick<Miembro, 'entidad' | 'cargo' | 'nivel' | 'calidad' | 'sustento'>;

export type CigHecho =
  | Hecho<'CigConformada', { sector: EntidadId; nombre: string; norma: string; adicional?: string; miembros: DatosMiembro[] }>
  | Hecho<'MiembroAcreditado', DatosMiembro>
  | Hecho<'MiembroRetirado', { miembro: string; motivo: string }>
  | Hecho<'SesionNumerada', { clase: 'ordinaria' | 'extraordinaria'; numero: number }>
  | Hecho<'EspacioReconocido', { nombre: string; entidad: EntidadId; sesion: string }>
  | Hecho<'AcuerdoRegistrado', { titulo: string; texto: string; sesion: string }>;

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
    case 'SesionNumerada':
      return h.datos.clase === 'ordinaria' ? { ...c, ordinarias: h.datos.numero } : { ...c, extraordinarias: h.datos.numero };
    case 'EspacioReconocido':
      return { ...c, espacios: [...c.espacios, { id: `${h.datos.entidad}-${c.espacios.length + 1}`, nombre: h.datos.nombre, entidad: h.datos.entidad }] };
    case 'AcuerdoRegistrado':
      return { ...c, acuerdos: [...c.acuerdos, { asunto: h.datos.titulo, texto: h.datos.texto, el: m.ocurridoEl }] };
  }
}

/** Members accredited on a date; a member withdrawn that day no longer counts. */
export function miembrosEl(c: Cig, fecha: Fecha): Miembro[] {
  return c.miembros.filter((x) => x.desde <= fecha && (x.hasta === undefined || x.hasta > fecha));
}

/** Levels of government without an accredited member (6.6 ¶1: warned, never blocked). */
export function nivelesSinMiembro(miembros: readonly Pick<Miembro, 'nivel' | 'calidad'>[]): NivelDeGobierno[] {
  return NIVELES_DE_GOBIERNO.filter((n) => !miembros.some((x) => x.nivel === n && x.calidad === 'miembro'));
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
    pendientes: faltan.map((n) => ({
      clave: `nivel-${n}`,
      que: `Acreditar un miembro del nivel ${n} en la comisión`,
      numeral: '6.6',
      para: [conduccion(c.sector)],
      desde: c.desde,
      acto: 'AcreditarMiembro',
    })),
  };
}
