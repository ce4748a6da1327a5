import { NUMERALES, type Numeral, type Seccion } from './numerales.datos.ts';

/** Sections of the Directive in reading order. */
export const SECCIONES: Readonly<Record<Seccion, string>> = {
  RM: 'Resolución Ministerial N° 014-2016-PCM',
  I: 'Objetivo',
  II: 'Finalidad',
  III: 'Base legal',
  IV: 'Alcance',
  V: 'Responsabilidad',
  VI: 'Glosario',
  VII: 'Normas generales',
  VIII: 'Normas específicas',
  IX: 'Disposiciones complementarias',
  Anexo: 'Anexo',
};

const POR_CLAVE: ReadonlyMap<string, Numeral> = new Map(NUMERALES.map((n) => [n.numeral, n]));
const ORDEN: ReadonlyMap<string, number> = new Map(NUMERALES.map((n, i) => [n.numeral, i]));

/** The numeral, or undefined when the Directive has none so numbered. */
export function findNumeral(numeral: string): Numeral | undefined {
  return POR_CLAVE.get(numeral);
}

/** Numeral that contains this one: `8.10.v` → `8.10`; undefined at the first level. */
export function padreDe(numeral: string): string | undefined {
  const partes = numeral.split('.');
  const padre = partes.slice(0, -1).join('.');
  return partes.length > 2 && POR_CLAVE.has(padre) ? padre : undefined;
}

/** Numerals directly under this one, in the order of the text. */
export function subnumeralesDe(numeral: string): readonly Numeral[] {
  return NUMERALES.filter((n) => padreDe(n.numeral) === numeral);
}

/** Sorts by the order of the text; unknown numerals go last. */
export function compararNumerales(a: string, b: string): number {
  return (ORDEN.get(a) ?? Number.MAX_SAFE_INTEGER) - (ORDEN.get(b) ?? Number.MAX_SAFE_INTEGER) || a.localeCompare(b);
}

const UNO = String.raw`(?:RM\.[1-3]|[3-9]\.\d{1,2}(?:\.\d)?(?:\.(?:iii|iv|ii|i|v|[a-g])(?![a-z]))?)`;
const CITA = new RegExp(String.raw`(?<![\d.,/A-Za-z-])(${UNO})(?:\s?[–-]\s?(${UNO}|(?:iii|iv|ii|i|v|[a-g])(?![a-z])))?(?![\d/%])(?!\s%)(?!\.\d)`, 'g');

/** Numerals from `desde` to `hasta` at the same depth, both included. */
function rango(desde: string, hasta: string): string[] {
  const padre = padreDe(desde);
  const fin = findNumeral(hasta) ? hasta : `${padre ?? desde}.${hasta}`;
  const a = ORDEN.get(desde);
  const b = ORDEN.get(fin);
  if (a === undefined || b === undefined || b < a) return [desde];
  const nivel = desde.split('.').length;
  return NUMERALES.slice(a, b + 1)
    .map((n) => n.numeral)
    .filter((n) => n.split('.').length === nivel && padreDe(n) === padre);
}

/**
 * Numerals of the Directive cited in a sentence, such as the title of a test: `8.13 …`, `(8.10.v)`, `8.17–8.19`, `8.10.i–iii`.
 * Numbers that are not numerals (`8.5 %`, `6.99`) are left out.
 */
export function numeralesEn(titulo: string): string[] {
  const citados = new Set<string>();
  for (const [, desde, hasta] of titulo.matchAll(CITA)) {
    if (!desde || !POR_CLAVE.has(desde)) continue;
    for (const n of hasta ? rango(desde, hasta) : [desde]) citados.add(n);
  }
  return [...citados];
}
