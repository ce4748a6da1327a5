import type { EntidadId, Fecha, Ficha, Hecho, Id, Marca } from '../../kernel/tipos.ts';

/** Goal of the modelo that an entity takes into its plan: an indicator and the target of its territory (9.5). */
export interface MetaVinculada {
  /** Number of the indicator in the modelo. */
  indicador: number;
  nombre: string;
  meta: string;
  /** Code of the POI activity that serves it. */
  actividad: string;
}

export interface ActividadPoi {
  codigo: string;
  nombre: string;
  unidad: string;
  centroCosto: string;
  oei: string;
  aei: string;
  ubigeo: string;
  prioridad: 'muy_alta' | 'alta' | 'media' | 'baja';
  anual: number;
  /** January to December; empty when only the year is known. */
  mensual: number[];
}

/** Budget line that pays an activity, in soles. */
export interface CadenaPresupuestal {
  actividad: string;
  categoria: string;
  producto: string;
  obra: string;
  finalidad: string;
  fuente: string;
  generica: string;
  pia: number;
  pim?: number;
  mensual: number[];
}

export interface ContenidoPoi {
  metas: MetaVinculada[];
  actividades: ActividadPoi[];
  cadenas: CadenaPresupuestal[];
}

interface Vinculada extends ContenidoPoi {
  modelo: Id;
  nombreModelo: string;
  nombreTerritorio: string;
  entidad: EntidadId;
  sector: EntidadId;
  anio: number;
  documento?: string;
}

export interface VinculacionPoi extends Vinculada {
  situacion: 'vigente' | 'retirada';
  version: number;
  /** Why the version in force, or the withdrawal. */
  motivo?: string;
  desde: Fecha;
}

export type PoiHecho =
  | Hecho<'VinculacionPoiRegistrada', Vinculada>
  | Hecho<'VinculacionPoiCorregida', ContenidoPoi & { motivo: string; documento?: string }>
  | Hecho<'VinculacionPoiRetirada', { motivo: string }>;

export function evolve(previo: VinculacionPoi | undefined, h: PoiHecho, m: Marca): VinculacionPoi {
  const s = previo as VinculacionPoi;
  switch (h.tipo) {
    case 'VinculacionPoiRegistrada':
      return { ...h.datos, situacion: 'vigente', version: 1, desde: m.ocurridoEl };
    case 'VinculacionPoiCorregida':
      return { ...s, ...h.datos, version: s.version + 1, desde: m.ocurridoEl };
    case 'VinculacionPoiRetirada':
      return { ...s, situacion: 'retirada', motivo: h.datos.motivo };
  }
}

/** 9.5: a goal has its line when an activity serves it and a budget line pays that activity. */
export function metasConLinea(c: ContenidoPoi): number[] {
  const pagadas = new Set(c.cadenas.map((x) => x.actividad));
  return [...new Set(c.metas.filter((m) => pagadas.has(m.actividad)).map((m) => m.indicador))].sort((a, b) => a - b);
}

export function ficha(s: VinculacionPoi): Ficha {
  return {
    titulo: `POI ${s.anio}: ${s.nombreModelo}`,
    situacion: s.situacion,
    entidad: s.entidad,
    relaciones: { modelo: s.modelo },
    participantes: [...new Set([s.entidad, s.sector])],
    unica: s.situacion === 'vigente' ? `${s.modelo}:${s.entidad}:${s.anio}` : undefined,
    pendientes: [],
  };
}
