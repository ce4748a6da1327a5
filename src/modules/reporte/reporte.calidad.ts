import { correr, correrAnios, type Periodo } from '../../directiva/periodos.ts';
import type { Definicion, Indicador, ParametrosDeCalidad } from '../indicador/indicador.ts';

/** Version of this set of rules: it goes with every warning recorded. A change of any rule below raises it. */
export const REGLAS = 2;

/** What a figure may be warned of. It is never changed nor refused for it (8.19). */
export type Regla = 'denominador' | 'minimo' | 'maximo' | 'descenso' | 'salto' | 'salto_anual' | 'atipico';

/** What was expected of a value; an absent bound does not apply. */
export interface Reparo {
  regla: Regla;
  menor?: number;
  mayor?: number;
}

export interface AvisoDeCifra extends Reparo {
  /** Place of the territory in the level of capture. */
  pos: number;
  valor: number;
}

/** Figures of one series and period, by place; marks as the store keeps them. */
export interface CifrasDePeriodo {
  marca: ArrayLike<number>;
  num: ArrayLike<number>;
  den: ArrayLike<number>;
}

export type FichaDeCalidad = Pick<Definicion, 'agregacion' | 'factor'> & ParametrosDeCalidad;

/** Fewer figures than these are no crowd to stand out from. */
const PARES = 10;
/** Robust deviations from which a figure stands out, where the sheet does not say. */
const ATIPICO = 5;
/** Growth this near to that of the others never stands out, however alike the others grow: a quarter more or less. */
const CERCANO = Math.log(1.25);
/** Makes the median deviation comparable with a standard deviation. */
const DE_NORMAL = 1.4826;

/** Value that people read, from numerator and denominator. */
const mostrado = (d: Pick<Definicion, 'agregacion' | 'factor'>, num: number, den: number): number => (d.agregacion === 'razon' ? (num / den) * d.factor : num);

/** Marks 1 (value) and 4 (reserved) carry a number. */
function valorEn(d: FichaDeCalidad, c: CifrasDePeriodo | undefined, p: number): number {
  const marca = c?.marca[p];
  const v = c && (marca === 1 || marca === 4) ? mostrado(d, c.num[p] ?? Number.NaN, c.den[p] ?? Number.NaN) : Number.NaN;
  return Number.isFinite(v) ? v : Number.NaN;
}

/** 8.19: what a figure says by itself: numerator over denominator, and the range of the sheet. */
export function reparosPropios(d: FichaDeCalidad, num: number, den = Number.NaN): Reparo[] {
  const v = mostrado(d, num, den);
  const salida: Reparo[] = [];
  if (d.agregacion === 'razon' && d.factor === 100 && num > den) salida.push({ regla: 'denominador', mayor: 100 });
  if (d.minimo !== undefined && v < d.minimo) salida.push({ regla: 'minimo', menor: d.minimo });
  if (d.maximo !== undefined && v > d.maximo) salida.push({ regla: 'maximo', mayor: d.maximo });
  return salida;
}

function salto(regla: Regla, pos: number, valor: number, antes: number, porcentaje: number): AvisoDeCifra | undefined {
  const margen = (Math.abs(antes) * porcentaje) / 100;
  return antes !== 0 && Math.abs(valor - antes) > margen ? { pos, valor, regla, menor: antes - margen, mayor: antes + margen } : undefined;
}

/** Ratios and means are alike whatever the size of the territory; amounts are not. */
const relativa = (d: FichaDeCalidad): boolean => d.agregacion === 'razon' || d.agregacion === 'media_ponderada' || d.agregacion === 'promedio';

/** What a figure is compared with its peers by. */
const medidaDe = (d: FichaDeCalidad, valor: number, antes: number): number => (relativa(d) ? valor : Math.log(valor / antes));

const mediana = (x: Float64Array): number => {
  const m = x.length >> 1;
  return x.length % 2 === 1 ? (x[m] as number) : ((x[m - 1] as number) + (x[m] as number)) / 2;
};

/** Bounds that a crowd gives, by median and median absolute deviation, never nearer than `minima`: a few wild figures do not move them. */
function bandaRobusta(xs: readonly number[], desviaciones: number, minima: number): { menor: number; mayor: number } | undefined {
  if (xs.length < PARES) return undefined;
  const centro = mediana(Float64Array.from(xs).sort());
  const sigma = DE_NORMAL * mediana(Float64Array.from(xs, (x) => Math.abs(x - centro)).sort());
  const ancho = Math.max(desviaciones * sigma, minima);
  return sigma > 0 ? { menor: centro - ancho, mayor: centro + ancho } : undefined;
}

function bandaDePares(d: FichaDeCalidad, actual: CifrasDePeriodo, previa: CifrasDePeriodo | undefined): { menor: number; mayor: number } | undefined {
  const desviaciones = d.atipico ?? ATIPICO;
  if (desviaciones === 0 || (!previa && !relativa(d))) return undefined;
  const medidas: number[] = [];
  for (let p = 0; p < actual.marca.length; p++) {
    const x = medidaDe(d, valorEn(d, actual, p), valorEn(d, previa, p));
    if (Number.isFinite(x)) medidas.push(x);
  }
  return bandaRobusta(medidas, desviaciones, relativa(d) ? 0 : CERCANO);
}

/**
 * 8.17, 8.19: what looks odd in the figures of a period, by themselves, against the previous period, against the same
 * period of the last year and against their peers. Ratios and means compare their value with the other territories';
 * amounts, which follow the size of each territory, compare their growth.
 */
export function evaluar(d: FichaDeCalidad, actual: CifrasDePeriodo, previa?: CifrasDePeriodo, anual?: CifrasDePeriodo): AvisoDeCifra[] {
  const banda = bandaDePares(d, actual, previa);
  const conPropios = d.agregacion === 'razon' || d.minimo !== undefined || d.maximo !== undefined;
  const avisos: AvisoDeCifra[] = [];
  for (let pos = 0; pos < actual.marca.length; pos++) {
    const valor = valorEn(d, actual, pos);
    if (Number.isNaN(valor)) continue;
    if (conPropios) for (const r of reparosPropios(d, actual.num[pos] as number, actual.den[pos])) avisos.push({ pos, valor, ...r });
    const antes = valorEn(d, previa, pos);
    if (d.acumulativo && valor < antes) avisos.push({ pos, valor, regla: 'descenso', menor: antes });
    // A change already warned of is not told twice.
    const cambio = salto('salto', pos, valor, antes, d.salto) ?? salto('salto_anual', pos, valor, valorEn(d, anual, pos), d.salto);
    if (cambio) avisos.push(cambio);
    const medida = medidaDe(d, valor, antes);
    if (!banda || !Number.isFinite(medida) || (medida >= banda.menor && medida <= banda.mayor)) continue;
    const [menor, mayor] = relativa(d) ? [banda.menor, banda.mayor] : [antes * Math.exp(banda.menor), antes * Math.exp(banda.mayor)];
    avisos.push({ pos, valor, regla: 'atipico', menor, mayor });
  }
  return avisos;
}

/** Periods whose warnings change with the figures of one: itself, the next, and the same of next year. */
export const queDependenDe = (s: Pick<Definicion, 'periodicidad'>, periodo: Periodo): Periodo[] => [
  ...new Set([periodo, correr(s.periodicidad, periodo, 1), correrAnios(s.periodicidad, periodo, 1)]),
];

/** Periods that a period is compared with; none across a break of the method, and the year only where it has parts. */
export function comparables(s: Pick<Indicador, 'periodicidad' | 'versiones'>, periodo: Periodo): { previa?: Periodo; anual?: Periodo } {
  const roto = (desde: Periodo) => s.versiones.some((v) => v.ruptura && v.desde !== undefined && v.desde > desde && v.desde <= periodo);
  const previa = correr(s.periodicidad, periodo, -1);
  const anual = correrAnios(s.periodicidad, periodo, -1);
  return { previa: roto(previa) ? undefined : previa, anual: anual === previa || roto(anual) ? undefined : anual };
}

/** The parameters of the version of the sheet that a period was measured by. */
export function fichaEn(s: Indicador, periodo: Periodo): FichaDeCalidad {
  const version = s.versiones.findLast((v) => v.desde === undefined || v.desde <= periodo);
  return { agregacion: s.agregacion, ...(version?.calidad ?? s), factor: version?.calidad?.factor ?? s.factor };
}
