import type { NivelDeGobierno } from '../../directiva/consenso.ts';
import type { EntidadId, Fecha, Id } from '../../kernel/tipos.ts';
import type { Secciones } from './modelo.campos.ts';
import type { Contenido } from './modelo.paquete.ts';

export interface DatosDeIndicador {
  nombre: string;
  dimension: 'cobertura' | 'calidad' | 'satisfaccion' | 'costo' | 'otra';
  tipo: 'resultado' | 'producto' | 'proceso';
  formula: string;
  unidad: string;
  fuente: string;
  periodicidad: string;
  criterios: { simplicidad: boolean; confiabilidad: boolean; validez: boolean; costoRazonable: boolean };
}

export interface LineaBase {
  valor: number;
  fecha: Fecha;
  fuente: string;
}

export interface AcuerdoDeIndicador {
  organo: 'etti' | 'cig';
  /** Acta or acuerdo that records it (8.18). */
  acta: string;
  niveles: NivelDeGobierno[];
  entidad?: EntidadId;
  compromiso?: string;
  documento?: string;
}

export interface Indicador extends DatosDeIndicador {
  numero: number;
  situacion: 'borrador' | 'acordado' | 'retirado';
  acuerdo?: AcuerdoDeIndicador;
  lineaBase?: LineaBase;
}

export interface PedidoDeInformacion {
  numero: number;
  entidad: EntidadId;
  informacion: string;
  /** Baseline that it feeds (9.4). */
  lineaBase: string;
  plazo?: Fecha;
  desde: Fecha;
  respuesta?: { texto: string; alcance: 'completa' | 'parcial'; fecha: Fecha; documento?: string };
}

/** What was elevated, frozen; after approval, the approved version. */
export interface Paquete {
  version: number;
  huella: string;
  contenido: Contenido;
  actaEtti: string;
}

export interface EstrategiaAdoptada {
  sesion: Id;
  huella: string;
  estrategia: Secciones['estrategia'];
  cronograma: Secciones['cronograma'];
  entidades: EntidadId[];
  desde: Fecha;
}

export interface LineaPoi {
  entidad: EntidadId;
  anio: number;
  meta: string;
  actividad: string;
}

/** Sheet by which an entity links goals with its POI: the indicators that have activity and budget line (9.5). */
export interface PoiDeEntidad {
  vinculacion: Id;
  entidad: EntidadId;
  anio: number;
  indicadores: number[];
}
