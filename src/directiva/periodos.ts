import type { Fecha } from '../kernel/tipos.ts';

export const PERIODICIDADES = {
  mensual: 'Mensual',
  trimestral: 'Trimestral',
  semestral: 'Semestral',
  anual: 'Anual',
  escolar: 'Año escolar',
} as const;
export type Periodicidad = keyof typeof PERIODICIDADES;

/** Year 2021, semester 20211, quarter 20213, month 202107; a school year is its calendar year. */
export type Periodo = number;

const MESES = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'];

/** Parts of a year in each periodicity, and how many digits of the code hold them. */
const PARTES: Readonly<Record<Periodicidad, { n: number; base: number; mesFinal: (parte: number) => number }>> = {
  mensual: { n: 12, base: 100, mesFinal: (p) => p },
  trimestral: { n: 4, base: 10, mesFinal: (p) => p * 3 },
  semestral: { n: 2, base: 10, mesFinal: (p) => p * 6 },
  anual: { n: 1, base: 1, mesFinal: () => 12 },
  escolar: { n: 1, base: 1, mesFinal: () => 12 },
};

const armar = (p: Periodicidad, anio: number, parte: number): Periodo => (PARTES[p].n === 1 ? anio : anio * PARTES[p].base + parte);

/** Year and part (1 for a whole year) of a code. */
export function partesDe(p: Periodicidad, periodo: Periodo): { anio: number; parte: number } {
  const { n, base } = PARTES[p];
  return n === 1 ? { anio: periodo, parte: 1 } : { anio: Math.floor(periodo / base), parte: periodo % base };
}

/** True when the code is a period of that periodicity, from 1900 to 2100. */
export function esPeriodo(p: Periodicidad, periodo: number): boolean {
  const { anio, parte } = partesDe(p, periodo);
  return Number.isInteger(periodo) && anio >= 1900 && anio <= 2100 && parte >= 1 && parte <= PARTES[p].n;
}

/** The period `k` places later (earlier when negative). */
export function correr(p: Periodicidad, periodo: Periodo, k: number): Periodo {
  const { n } = PARTES[p];
  const { anio, parte } = partesDe(p, periodo);
  const total = anio * n + parte - 1 + k;
  return armar(p, Math.floor(total / n), (((total % n) + n) % n) + 1);
}

/** The same part of another year. */
export function correrAnios(p: Periodicidad, periodo: Periodo, k: number): Periodo {
  const { anio, parte } = partesDe(p, periodo);
  return armar(p, anio + k, parte);
}

/** Last day of the period. */
export function finDe(p: Periodicidad, periodo: Periodo): Fecha {
  const { anio, parte } = partesDe(p, periodo);
  return new Date(Date.UTC(anio, PARTES[p].mesFinal(parte), 0)).toISOString().slice(0, 10);
}

/** Period in which a date falls. */
export function periodoDe(p: Periodicidad, fecha: Fecha): Periodo {
  const [anio, mes] = fecha.split('-').map(Number) as [number, number];
  return armar(p, anio, Math.ceil((mes * PARTES[p].n) / 12));
}

/** «julio de 2021», «3.er trimestre de 2021», «2021». */
export function nombreDePeriodo(p: Periodicidad, periodo: Periodo): string {
  const { anio, parte } = partesDe(p, periodo);
  if (p === 'mensual') return `${MESES[parte - 1]} de ${anio}`;
  if (p === 'trimestral') return `${['1.er', '2.º', '3.er', '4.º'][parte - 1]} trimestre de ${anio}`;
  if (p === 'semestral') return `${['1.er', '2.º'][parte - 1]} semestre de ${anio}`;
  return p === 'escolar' ? `año escolar ${anio}` : String(anio);
}

/** Short form for axes and tables: `07/2021`, `2021-T3`, `2021-S1`, `2021`. */
export function periodoCorto(p: Periodicidad, periodo: Periodo): string {
  const { anio, parte } = partesDe(p, periodo);
  if (p === 'mensual') return `${String(parte).padStart(2, '0')}/${anio}`;
  if (p === 'trimestral') return `${anio}-T${parte}`;
  return p === 'semestral' ? `${anio}-S${parte}` : String(anio);
}

/** Year and part of the year of two columns, as one period. */
export const periodoEscrito = (anio: string, parte: string): string => (parte.trim() === '' ? anio : `${anio.trim()}-${parte.trim()}`);

const ROMANOS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const sinAcentos = (t: string): string => t.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

function mesDe(texto: string): number | undefined {
  if (/^\d{1,2}$/.test(texto)) return Number(texto);
  const t = sinAcentos(texto).replace(/\.$/, '');
  if (t === 'set' || t === 'setiembre') return 9;
  const i = t.length < 3 ? -1 : MESES.findIndex((m) => m.startsWith(t));
  return i < 0 ? undefined : i + 1;
}

const anioDe = (t: string): number => (t.length === 2 ? 2000 + Number(t) : Number(t));

/**
 * Reads a period as people write it: `2021`, `2021-07`, `07/2021`, `jul-21`, `Julio 2021`, `202107`, `2021M07`, `2021-T3`,
 * `III trimestre 2021`, `2021 S1`, `01/07/2021`, `2021-07-15`, `2021.0`, `Año 2021`.
 * @returns undefined when it is not a period of that periodicity.
 */
export function leerPeriodo(p: Periodicidad, escrito: string): Periodo | undefined {
  const t = sinAcentos(escrito)
    .replace(/^(ano|anio|year|periodo|mes|ejercicio)[\s:_-]*(escolar)?[\s:_-]*/, '')
    .replace(/\.0+$/, '')
    .trim();
  const dar = (anio: number, parte: number): Periodo | undefined => {
    const periodo = armar(p, anio, parte);
    return esPeriodo(p, periodo) && parte <= PARTES[p].n ? periodo : undefined;
  };
  if (PARTES[p].n === 1) {
    if (/^\d{4}$/.test(t)) return dar(Number(t), 1);
    const fecha = t.match(/^(\d{4})-\d{1,2}-\d{1,2}/) ?? t.match(/^\d{1,2}\/\d{1,2}\/(\d{4})$/);
    return fecha ? dar(Number(fecha[1]), 1) : undefined;
  }
  if (p === 'mensual') {
    const corridos = t.match(/^(\d{4})[m-]?(\d{2})$/) ?? t.match(/^(\d{4})[-/ m](\d{1,2})$/);
    if (corridos) return dar(Number(corridos[1]), Number(corridos[2]));
    const fecha = t.match(/^(\d{4})-(\d{1,2})-\d{1,2}/);
    if (fecha) return dar(Number(fecha[1]), Number(fecha[2]));
    const dia = t.match(/^\d{1,2}\/(\d{1,2})\/(\d{4})$/);
    if (dia) return dar(Number(dia[2]), Number(dia[1]));
    const nombrado = t.match(/^([a-z.]+|\d{1,2})[\s\-/_]*(?:de|del)?[\s\-/_]*(\d{4}|\d{2})$/) ?? undefined;
    if (nombrado) {
      const mes = mesDe(nombrado[1] as string);
      if (mes) return dar(anioDe(nombrado[2] as string), mes);
    }
    const invertido = t.match(/^(\d{4})[\s\-/_]+([a-z.]+)$/);
    const mes = invertido ? mesDe(invertido[2] as string) : undefined;
    return mes && invertido ? dar(Number(invertido[1]), mes) : undefined;
  }
  const letra = p === 'trimestral' ? '(?:t|q|trimestre|trim\\.?)' : '(?:s|semestre|sem\\.?)';
  const orden = '(\\d|i{1,3}|iv)(?:er|do|to|ro|\\.?[ºo]|\\.er)?';
  const ordenDe = (x: string): number => ROMANOS[x] ?? Number(x);
  const despues = t.match(new RegExp(`^(\\d{4})[\\s\\-/_]*${letra}?[\\s\\-/_]*${orden}$`));
  if (despues) return dar(Number(despues[1]), ordenDe(despues[2] as string));
  const antes =
    t.match(new RegExp(`^${letra}[\\s\\-/_]*${orden}[\\s\\-/_]*(?:de|del)?[\\s\\-/_]*(\\d{4})$`)) ??
    t.match(new RegExp(`^${orden}[\\s\\-/_]*${letra}[\\s\\-/_]*(?:de|del)?[\\s\\-/_]*(\\d{4})$`));
  return antes ? dar(Number(antes[2]), ordenDe(antes[1] as string)) : undefined;
}
