import type { Confianza } from '../../directiva/muestra.ts';
import type { Periodo } from '../../directiva/periodos.ts';
import type { EntidadId, Fecha, Ficha, Hecho, Id, Marca, TerritorioId } from '../../kernel/tipos.ts';

/** Technical sheet of a survey of users (8.18): without it nobody can judge its results (8.19: reliability, validity). */
export interface FichaTecnica {
  nombre: string;
  poblacion: string;
  marco: string;
  diseno: 'aleatorio' | 'estratificado' | 'conglomerados' | 'polietapico' | 'no_probabilistico';
  disenoDetalle: string;
  muestra: number;
  tasaRespuesta: number;
  confianza: Confianza;
  deff: number;
  desde: Fecha;
  hasta: Fecha;
  aplico: string;
  pregunta: string;
  escala: string;
  /** A percentage of people, or the mean of a scale. */
  medida: 'proporcion' | 'media';
}

/** What the survey found in one territory; `poblacion` is its weight in the totals. */
export interface Resultado {
  territorio: TerritorioId;
  valor: number;
  n: number;
  poblacion: number;
  desviacion?: number;
  /** Margin of error in the unit of the value; none when the sample was not random. */
  margen?: number;
}

interface Registrada extends FichaTecnica {
  indicador: Id;
  nombreIndicador: string;
  sector: EntidadId;
  entidad: EntidadId;
  captura: 'distrito' | 'provincia' | 'departamento' | 'pais';
  periodo: Periodo;
  /** Name of the period as a person reads it. */
  nombrePeriodo: string;
  resultados: Resultado[];
  documento?: string;
}

export interface Encuesta extends Registrada {
  situacion: 'vigente' | 'retirada';
  motivo?: string;
  registrada: Fecha;
}

export type EncuestaHecho = Hecho<'EncuestaRegistrada', Registrada> | Hecho<'EncuestaRetirada', { motivo: string }>;

export function evolve(previo: Encuesta | undefined, h: EncuestaHecho, m: Marca): Encuesta {
  if (h.tipo === 'EncuestaRegistrada') return { ...h.datos, situacion: 'vigente', registrada: m.ocurridoEl };
  return { ...(previo as Encuesta), situacion: 'retirada', motivo: h.datos.motivo };
}

export function ficha(s: Encuesta): Ficha {
  return {
    titulo: s.nombre,
    situacion: s.situacion,
    entidad: s.entidad,
    relaciones: { indicador: s.indicador },
    participantes: [...new Set([s.entidad, s.sector])],
    pendientes: [],
  };
}
