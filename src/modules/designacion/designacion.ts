import { nombreDeCargo } from '../../directiva/cargos.ts';
import type { Calidad, EntidadId, Fecha, Ficha, Hecho, Id, Marca } from '../../kernel/tipos.ts';

/** Who holds which office. Holds the id of the person, never the name. */
export interface Designacion {
  persona: Id;
  entidad: EntidadId;
  cargo: string;
  calidad: Calidad;
  /** Resolution of designation, or act of delegation of a representative (7.2.4). */
  documento?: string;
  desde: Fecha;
  /** Last day in force. */
  hasta?: Fecha;
  situacion: 'designado' | 'terminado' | 'anulado';
  /** Office and entity by the name they had when recorded. */
  denominacion: string;
}

type Vigencia = Pick<Designacion, 'calidad' | 'documento' | 'desde' | 'hasta'>;

export type DesignacionHecho =
  | Hecho<'OficinaDesignada', Omit<Designacion, 'situacion'>>
  | Hecho<'DesignacionTerminada', { hasta: Fecha; motivo: string }>
  | Hecho<'DesignacionRectificada', Vigencia & { motivo: string }>
  | Hecho<'DesignacionAnulada', { motivo: string }>;

export function evolve(d: Designacion | undefined, h: DesignacionHecho, _m: Marca): Designacion {
  if (h.tipo === 'OficinaDesignada') return { ...h.datos, situacion: 'designado' };
  const previa = d as Designacion;
  switch (h.tipo) {
    case 'DesignacionTerminada':
      return { ...previa, hasta: h.datos.hasta, situacion: 'terminado' };
    case 'DesignacionRectificada': {
      const { motivo: _, ...vigencia } = h.datos;
      return { ...previa, documento: undefined, hasta: undefined, ...vigencia, situacion: 'designado' };
    }
    case 'DesignacionAnulada':
      return { ...previa, situacion: 'anulado' };
  }
}

/** Offices with one titular at a time in each entity; the others may have several holders. */
export const DE_UN_TITULAR: readonly string[] = [
  'ministro',
  'secretaria_general',
  'organo_descentralizacion',
  'ogpp',
  'secretario_sd',
  'secretario_sgp',
  'gobernador',
  'alcalde_provincial',
  'gerente_municipal',
  'alcalde_distrital',
];

type Periodo = Pick<Designacion, 'entidad' | 'cargo' | 'calidad' | 'desde' | 'hasta' | 'situacion'>;

/** True when both name a titular of the same one-holder office with days in common. */
export function coincidenComoTitulares(a: Periodo, b: Periodo): boolean {
  const titulares = a.calidad === 'titular' && b.calidad === 'titular' && a.situacion !== 'anulado' && b.situacion !== 'anulado';
  const mismaOficina = a.entidad === b.entidad && a.cargo === b.cargo && DE_UN_TITULAR.includes(a.cargo);
  return titulares && mismaOficina && (!a.hasta || a.hasta >= b.desde) && (!b.hasta || b.hasta >= a.desde);
}

export function ficha(d: Designacion): Ficha {
  return {
    titulo: d.denominacion || nombreDeCargo(d.cargo),
    situacion: d.situacion,
    entidad: d.entidad,
    relaciones: {},
    participantes: [d.entidad],
    pendientes: [],
  };
}
