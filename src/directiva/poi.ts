import type { Fecha } from '../kernel/tipos.ts';

/**
 * When the POI of a year is formulated: a parameter with its norm, not a term of the Directive. Months and days fall in the
 * year before the POI. Another calendar is another constant; nothing else changes.
 */
export interface CalendarioPoi {
  norma: string;
  /** `mm-dd` in which formulation opens. */
  abre: string;
  /** `mm-dd` by which the POI is approved, consistent with the opening budget (PIA). */
  aprueba: string;
}

export const CALENDARIO_POI: CalendarioPoi = {
  norma: 'Guía para el Planeamiento Institucional, R. PCD 033-2017-CEPLAN/PCD y modificatorias',
  abre: '01-01',
  aprueba: '12-31',
};

export interface VentanaPoi {
  abre: Fecha;
  aprueba: Fecha;
}

/** 9.5: window in which the POI of a year is formulated. */
export const ventanaPoi = (anio: number, c: CalendarioPoi = CALENDARIO_POI): VentanaPoi => ({
  abre: `${anio - 1}-${c.abre}`,
  aprueba: `${anio - 1}-${c.aprueba}`,
});

/** 9.5 (R22): year of the first POI still to be approved at the date of the resolution; one approved before is no breach. */
export function primerPoi(resolucion: Fecha, c: CalendarioPoi = CALENDARIO_POI): number {
  const anio = Number(resolucion.slice(0, 4));
  return resolucion <= ventanaPoi(anio + 1, c).aprueba ? anio + 1 : anio + 2;
}

export type MomentoPoi = 'por_abrir' | 'en_formulacion' | 'aprobado';

/** 9.5: a missing line is a notice while the POI is formulated, and a breach to follow up afterwards; never a gate. */
export function momentoPoi(anio: number, hoy: Fecha, c: CalendarioPoi = CALENDARIO_POI): MomentoPoi {
  const v = ventanaPoi(anio, c);
  return hoy < v.abre ? 'por_abrir' : hoy <= v.aprueba ? 'en_formulacion' : 'aprobado';
}

/** 9.5 (R22): years whose POI must already consider the goals of a modelo, oldest first. */
export function aniosDePoi(resolucion: Fecha, hoy: Fecha, c: CalendarioPoi = CALENDARIO_POI): number[] {
  const anios: number[] = [];
  for (let a = primerPoi(resolucion, c); momentoPoi(a, hoy, c) !== 'por_abrir'; a++) anios.push(a);
  return anios;
}

/** 9.5: per cent of the goals with a line, without decimals; undefined without goals. */
export const porcentajePoi = (con: number, total: number): number | undefined => (total === 0 ? undefined : Math.round((con / total) * 100));
