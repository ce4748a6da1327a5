import type { EstadoDeValor } from '../../modules/reporte/reporte.ts';

/** What one cell of the grid says. */
export interface CeldaLeida {
  estado: EstadoDeValor;
  valor?: number;
}

const MARCAS: Readonly<Record<string, EstadoDeValor>> = {
  'sin dato': 'sin_dato',
  's/d': 'sin_dato',
  sd: 'sin_dato',
  'no aplica': 'no_aplica',
  'n/a': 'no_aplica',
  na: 'no_aplica',
};

/**
 * Reads a number as people of Peru type it: `1 234,5`, `1.234,5`, `1,234.5`, `85,2 %`, `85.2`. A single comma or point is
 * the decimal mark; repeated, it groups thousands.
 */
export function leerNumero(escrito: string): number | undefined {
  const t = escrito.replace(/[\s\u00a0\u202f%]/g, '');
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(t)) return undefined;
  const comas = t.split(',').length - 1;
  const puntos = t.split('.').length - 1;
  const decimal = comas > 0 && puntos > 0 ? (t.lastIndexOf(',') > t.lastIndexOf('.') ? ',' : '.') : comas === 1 ? ',' : puntos === 1 ? '.' : '';
  const miles = decimal === ',' ? '.' : decimal === '.' ? ',' : /[.,]/;
  const [entera = '', fraccion, ...mas] = decimal ? t.split(decimal) : [t];
  if (mas.length > 0 || (fraccion !== undefined && /[.,]/.test(fraccion))) return undefined;
  const grupos = entera.split(miles);
  if (grupos.length > 1 && grupos.slice(1).some((g) => g.length !== 3)) return undefined;
  const n = Number(`${grupos.join('')}.${fraccion ?? '0'}`);
  return Number.isFinite(n) ? n : undefined;
}

/**
 * A number, «s/d» for no data, «n/a» for not applicable, or a number with «r» for a reserved value.
 * @returns undefined when it cannot be read; null when the cell is empty: nothing is reported, which is not zero
 */
export function leerCelda(escrito: string): CeldaLeida | null | undefined {
  const t = escrito.trim().toLowerCase();
  if (t === '') return null;
  const marca = MARCAS[t];
  if (marca) return { estado: marca };
  const reservado = /^(.*\S)\s*(?:\(r\)|r|\*)$/.exec(t);
  const valor = leerNumero(reservado?.[1] ?? t);
  return valor === undefined ? undefined : { estado: reservado ? 'reservado' : 'valor', valor };
}

/** Rows and columns of what a spreadsheet puts in the clipboard. */
export function celdasPegadas(texto: string): string[][] {
  return texto
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((f) => f.split('\t').map((c) => c.trim()));
}

/** Name of a cell in the form; `parte` is the numerator or value, or the denominator or weight. */
export const nombreDeCelda = (territorio: string, periodo: number | string, parte: 'v' | 'd'): string => `${parte}:${territorio}:${periodo}`;
