import { aniosDePoi, porcentajePoi, primerPoi, ventanaPoi } from '../../directiva/poi.ts';
import type { EntidadId, Fecha, Id, Pendiente } from '../../kernel/tipos.ts';
import { type Modelo, vigentes } from './modelo.ts';

/** Offices that plan and represent; the POI is formulated by them. */
const PLANEAN = ['ogpp', 'organo_descentralizacion', 'gerente_regional', 'gerente_municipal', 'alcalde_provincial', 'alcalde_distrital'];

/** Resolution from which the obligation counts: the first that formalised the modelo (R22). */
const resolucionDe = (m: Modelo): Fecha | undefined =>
  m.versiones?.[0]?.resolucion.fecha ?? m.enFuerza?.resolucion.fecha ?? (m.resolucion?.situacion === 'vigente' ? m.resolucion.fecha : undefined);

/** 9.5 (R22): year of the first POI that must consider the goals; undefined while nothing obliges. */
export function primerPoiDe(m: Modelo): number | undefined {
  const rm = resolucionDe(m);
  return rm === undefined || m.situacion === 'sin_efecto' || m.situacion === 'suspendido' ? undefined : primerPoi(rm);
}

/** 9.5: the sector, and the entities to which the adopted strategy gives a part. */
export const obligadasAlPoi = (m: Modelo): EntidadId[] => [...new Set([m.sector, ...(m.estrategia?.entidades ?? [])])];

export interface CoberturaPoi {
  entidad: EntidadId;
  /** Sheet of that year. */
  vinculacion?: Id;
  /** Goals with activity and budget line, of all the goals. */
  con: number;
  total: number;
  porcentaje?: number;
  obligada: boolean;
}

/** 9.5: who has linked its goals with the POI of a year, and how many; also those who did without being obliged. */
export function coberturaPoi(m: Modelo, anio: number): CoberturaPoi[] {
  const numeros = new Set(vigentes(m).map((i) => i.numero));
  const obligadas = anio >= (primerPoiDe(m) ?? Number.POSITIVE_INFINITY) ? obligadasAlPoi(m) : [];
  const delAnio = new Map((m.vinculaciones ?? []).filter((v) => v.anio === anio).map((v) => [v.entidad, v]));
  return [...new Set([...obligadas, ...delAnio.keys()])].map((entidad) => {
    const v = delAnio.get(entidad);
    const con = (v?.indicadores ?? []).filter((n) => numeros.has(n)).length;
    return {
      entidad,
      vinculacion: v?.vinculacion,
      con,
      total: numeros.size,
      porcentaje: porcentajePoi(con, numeros.size),
      obligada: obligadas.includes(entidad),
    };
  });
}

/** 9.5: years of a modelo on a day: those due and those linked. */
export function aniosDePoiEn(m: Modelo, hoy: Fecha): number[] {
  const rm = primerPoiDe(m) === undefined ? undefined : resolucionDe(m);
  return [...new Set([...(rm ? aniosDePoi(rm, hoy) : []), ...(m.vinculaciones ?? []).map((v) => v.anio)])];
}

/** 9.5 (R22): each obliged entity owes the first year without sheet, from the day its formulation opens; a notice, never a gate. */
export function pendientesDePoi(m: Modelo): Pendiente[] {
  const primero = primerPoiDe(m);
  const rm = resolucionDe(m);
  if (primero === undefined || rm === undefined || vigentes(m).length === 0) return [];
  return obligadasAlPoi(m).map((entidad) => {
    const suyos = new Set((m.vinculaciones ?? []).filter((v) => v.entidad === entidad).map((v) => v.anio));
    let anio = primero;
    while (suyos.has(anio)) anio++;
    const { abre, aprueba } = ventanaPoi(anio);
    return {
      clave: `poi-${entidad}`,
      que: `Considerar las metas del modelo en el POI ${anio} de su entidad y vincularlas`,
      numeral: '9.5',
      para: [{ entidad, cargos: PLANEAN }],
      desde: abre < rm ? rm : abre,
      vence: aprueba,
    };
  });
}
