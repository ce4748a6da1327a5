import { type Tramo, tieneValor } from './tramo.ts';

/**
 * How the figures of several territories make one (8.18–8.19): `suma` and `conteo` add; `razon` is the ratio of sums;
 * `media_ponderada` weighs each value by its denominator; `promedio` is the plain mean of those who reported; `ultimo`
 * is a stock: it adds over territories and keeps the last over periods.
 */
export type Agregacion = 'suma' | 'conteo' | 'razon' | 'media_ponderada' | 'promedio' | 'ultimo';
export type NivelDeCaptura = 'distrito' | 'provincia' | 'departamento' | 'pais';

/** True when each value comes with a denominator or a weight. */
export const llevaDenominador = (a: Agregacion): boolean => a === 'razon' || a === 'media_ponderada';

/** Parents by position. Departments 0–24 and the two of Lima come first in the array of departments. */
export interface Arbol {
  distritos: number;
  provincias: number;
  departamentos: number;
  /** Position of the province of each district. */
  provinciaDe: Int16Array;
  /** Position of the departmental territory of each province. */
  departamentoDe: Int16Array;
  /** Position of the department that a departmental territory is part of, itself when none (A6: 15M and 15P are of 15). */
  mayorDe: Int16Array;
}

/** Figures in force of one series and period at the level of capture. */
export interface Celda {
  marca: Uint8Array;
  num: Float64Array;
  den: Float64Array;
  /** Order of the batch that each value comes from; 0 = none. */
  orden: Int32Array;
}

/** Totals of a level: value = num / den where there is a denominator; `n` = how many territories of capture gave a value. */
export interface Nivel {
  num: Float64Array;
  den: Float64Array;
  n: Int16Array;
}

export interface Resumen {
  provincia: Nivel;
  departamento: Nivel;
  pais: { num: number; den: number; n: number };
}

export const celdaVacia = (): Celda => ({ marca: new Uint8Array(0), num: new Float64Array(0), den: new Float64Array(0), orden: new Int32Array(0) });

function crecer(c: Celda, n: number, conDen: boolean): Celda {
  if (c.marca.length >= n && (!conDen || c.den.length >= n)) return c;
  const largo = Math.max(n, c.marca.length);
  const marca = new Uint8Array(largo);
  marca.set(c.marca);
  const num = new Float64Array(largo).fill(Number.NaN);
  num.set(c.num);
  const den = new Float64Array(conDen ? largo : 0).fill(Number.NaN);
  if (conDen) den.set(c.den);
  const orden = new Int32Array(largo);
  orden.set(c.orden);
  return { marca, num, den, orden };
}

/** Lays a batch over a cell: where both speak, the later batch stands, so the order of application does not matter. */
export function aplicar(c: Celda, t: Tramo, orden: number): Celda {
  const conDen = t.den.length > 0 || c.den.length > 0;
  const s = crecer(c, (t.pos.at(-1) ?? -1) + 1, conDen);
  for (let i = 0; i < t.pos.length; i++) {
    const p = t.pos[i] as number;
    if ((s.orden[p] as number) > orden) continue;
    s.orden[p] = orden;
    s.marca[p] = t.marca[i] as number;
    s.num[p] = t.num[i] as number;
    if (conDen) s.den[p] = t.den.length > 0 ? (t.den[i] as number) : Number.NaN;
  }
  return s;
}

/** The cell that the batches make together, whatever their order in the list. */
export function componer(tramos: readonly { tramo: Tramo; orden: number }[]): Celda {
  let c = celdaVacia();
  for (const { tramo, orden } of tramos) c = aplicar(c, tramo, orden);
  return c;
}

const nivelDe = (n: number): Nivel => ({ num: new Float64Array(n), den: new Float64Array(n), n: new Int16Array(n) });

/** Places without any report read NaN, never zero. */
function cerrar(x: Nivel): Nivel {
  for (let i = 0; i < x.n.length; i++)
    if (x.n[i] === 0) {
      x.num[i] = Number.NaN;
      x.den[i] = Number.NaN;
    }
  return x;
}

function sumarEn(destino: Nivel, p: number, num: number, den: number, n: number): void {
  destino.num[p] = (destino.num[p] as number) + num;
  destino.den[p] = (destino.den[p] as number) + den;
  destino.n[p] = (destino.n[p] as number) + n;
}

/** Adds the children of one level into their parents. */
function subir(desde: Nivel, hacia: Nivel, padreDe: Int16Array): void {
  for (let i = 0; i < desde.n.length; i++)
    if ((desde.n[i] as number) > 0) sumarEn(hacia, padreDe[i] as number, desde.num[i] as number, desde.den[i] as number, desde.n[i] as number);
}

/** Rolls a cell up: province, department (with the two of Lima inside 15) and country, from the figures as captured. */
export function resumir(c: Celda, agregacion: Agregacion, captura: NivelDeCaptura, arbol: Arbol): Resumen {
  const largo = { distrito: arbol.distritos, provincia: arbol.provincias, departamento: arbol.departamentos, pais: 1 }[captura];
  const base = nivelDe(largo);
  for (let i = 0; i < Math.min(largo, c.marca.length); i++) {
    if (!tieneValor(c.marca[i] as number)) continue;
    const num = c.num[i] as number;
    const den = c.den[i] as number;
    if (Number.isNaN(num)) continue; // reserved without telling the number: it adds nothing
    if (agregacion === 'media_ponderada') sumarEn(base, i, num * den, den, 1);
    else if (agregacion === 'razon') sumarEn(base, i, num, den, 1);
    else sumarEn(base, i, num, agregacion === 'promedio' ? 1 : 0, 1);
  }
  const provincia = captura === 'provincia' ? base : nivelDe(arbol.provincias);
  const departamento = captura === 'departamento' ? base : nivelDe(arbol.departamentos);
  const pais = captura === 'pais' ? base : nivelDe(1);
  if (captura === 'distrito') subir(base, provincia, arbol.provinciaDe);
  if (captura === 'distrito' || captura === 'provincia') subir(provincia, departamento, arbol.departamentoDe);
  if (captura !== 'pais') {
    for (let i = 0; i < arbol.departamentos; i++) {
      const mayor = arbol.mayorDe[i] as number;
      if (mayor !== i && (departamento.n[i] as number) > 0)
        sumarEn(departamento, mayor, departamento.num[i] as number, departamento.den[i] as number, departamento.n[i] as number);
    }
    for (let i = 0; i < arbol.departamentos; i++)
      if (arbol.mayorDe[i] === i && (departamento.n[i] as number) > 0)
        sumarEn(pais, 0, departamento.num[i] as number, departamento.den[i] as number, departamento.n[i] as number);
  }
  const total = cerrar(pais);
  return {
    provincia: cerrar(provincia),
    departamento: cerrar(departamento),
    pais: { num: total.num[0] as number, den: total.den[0] as number, n: total.n[0] as number },
  };
}

/**
 * Value to show from a numerator and a denominator.
 * @param factor e.g. 100 for a percentage; applies where there is a denominator.
 */
export function valorDe(agregacion: Agregacion, num: number, den: number, factor = 1): number {
  return llevaDenominador(agregacion) || agregacion === 'promedio' ? (num / den) * (agregacion === 'razon' ? factor : 1) : num;
}
