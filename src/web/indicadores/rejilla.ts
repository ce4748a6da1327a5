import { escrituraDe, marcaDe } from '../../modules/reporte/archivo/numero.ts';
import type { EstadoDeValor } from '../../modules/reporte/reporte.ts';

/** What one cell of the grid says. */
export interface CeldaLeida {
  estado: EstadoDeValor;
  valor?: number;
}

/** What the grid reads otherwise than a file: there «n/a» is what programs write for no data; «x» typed is a slip. */
const MARCAS: Readonly<Record<string, EstadoDeValor | null>> = {
  x: null,
  'n/a': 'no_aplica',
  na: 'no_aplica',
};

/** Mark of the decimals of a table; `ninguna` when its figures have none. */
export type MarcaDecimal = '.' | ',' | 'ninguna';

const DUDOSO = /^-?\d{1,3}[.,]\d{3}$/;
const limpio = (escrito: string): string => escrito.replace(/[\s\u00a0\u202f%]/g, '');
/** «1,234» and «1.234» are a thousand for some and one for others. */
export const esDudoso = (escrito: string): boolean => DUDOSO.test(limpio(escrito));

/** How everything written in a table marks its decimals, where it tells; else, whether the indicator has any. */
export function marcaDecimalDe(escritos: readonly string[], decimales: number): MarcaDecimal | undefined {
  const claros = escritos.some((v) => !esDudoso(v) && /[.,]/.test(v)) ? escrituraDe(escritos.map(limpio))?.decimal : undefined;
  return claros ?? (decimales === 0 ? 'ninguna' : undefined);
}

/**
 * Reads a number as people of Peru type it: `1 234,5`, `1.234,5`, `1,234.5`, `85,2 %`, `85.2`. A single comma or point is
 * the decimal mark; repeated, it groups thousands. Before three digits, the rest of the table says, or nobody does.
 */
export function leerNumero(escrito: string, marca?: MarcaDecimal): number | undefined {
  const t = limpio(escrito);
  if (DUDOSO.test(t)) return marca && Number(t.replace(/[.,]/, (x) => (x === marca ? '.' : '')));
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
export function leerCelda(escrito: string, decimal?: MarcaDecimal): CeldaLeida | null | undefined {
  const t = escrito.trim().toLowerCase();
  if (t === '') return null;
  const marca = t in MARCAS ? MARCAS[t] : marcaDe(t);
  if (marca === null || marca === 'reservado') return undefined;
  if (marca) return { estado: marca };
  const reservado = /^(.*\S)\s*(?:\(r\)|r|\*)$/.exec(t);
  const valor = leerNumero(reservado?.[1] ?? t, decimal);
  return valor === undefined ? undefined : { estado: reservado ? 'reservado' : 'valor', valor };
}

/** Why a cell cannot be read, with the cure. */
export function motivoDeCelda(escrito: string): string {
  if (marcaDe(escrito) === 'reservado') return `«${escrito}»: escriba el número seguido de «r»; cuenta en los totales y no se muestra.`;
  if (!esDudoso(escrito.replace(/\s*(\(r\)|r|\*)$/i, ''))) return `«${escrito}» no es un número ni una marca.`;
  const [entera, decimales] = escrito.split(/[.,]/) as [string, string];
  return `«${escrito}»: no se distingue si son miles o decimales; escriba ${entera}${decimales} o ${entera},${decimales}0.`;
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
