import type { CodigoDeTerritorio } from '../catalogo/catalogo.ts';
import type { Fila } from './fuente.ts';
import type { Nombres } from './nombres.ts';
import type { TerritorioCompleto } from './territorio.ts';

type ResultadoDeLinea = 'igual' | 'nuevo' | 'renombrado' | 'codigo_reniec' | 'no_vigente' | 'rechazado';

/** What happened to one row of the file, for the person who imports. */
export interface LineaDeReporte {
  linea: number;
  /** As the file writes it. */
  codigo: string;
  nombre: string;
  resultado: ResultadoDeLinea;
  /** What the row does to the catalogue as it stands. */
  efecto: 'nuevo' | 'cambiado' | 'igual' | 'rechazado';
  /** Empty when there is nothing to explain. */
  motivo: string;
}

/** What a row contributes, beside its line of the report. */
export interface Clasificada {
  resultado: ResultadoDeLinea;
  motivo: string;
  territorios?: TerritorioCompleto[];
  codigos?: CodigoDeTerritorio[];
}

/** A row with its names and codes already read. */
export interface Leida {
  fila: Fila;
  nombres: Nombres;
  inei?: string;
  reniec?: string;
}
