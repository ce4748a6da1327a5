import { parse } from 'csv-parse/sync';
import { claveDeNombre } from './territorio.ts';

/** INEI (`;`, one code) or INEI–RENIEC (`,`, the code of each issuer). */
export type Formato = 'inei' | 'inei_reniec';

/** A row as published, by header. */
export interface Fila {
  /** Where it starts in the file, from 1. */
  linea: number;
  /** Value of a column; undefined when the column is missing or its value means «sin dato». */
  valor(columna: string): string | undefined;
}

export type Fuente = { ok: true; formato: Formato; filas: Fila[] } | { ok: false; motivo: string; remedio: string };

const COLUMNAS: Readonly<Record<Formato, readonly string[]>> = {
  inei: ['ubigeo', 'departamento', 'provincia', 'distrito'],
  inei_reniec: ['inei', 'reniec', 'departamento', 'provincia', 'distrito'],
};
const SIN_DATO = new Set(['', 'na', 'n a', 'nan', 'null', 'nd', 's d']);
const REMEDIO = 'Use el archivo tal como lo publica la fuente, en UTF-8 y separado por coma o punto y coma.';

interface Registro {
  record: string[];
  info: { lines: number };
}

/** Where a table stops making sense, in words: the reason that the parser gives is in English. */
function lugarDe(e: unknown): string {
  const { lines } = e as { lines?: unknown };
  return typeof lines === 'number' ? `: cerca de la línea ${lines} hay comillas mal puestas o sin cerrar` : '';
}

/** Reads the text of a published table and recognises it by its headers. Nothing is interpreted yet. */
export function leerFuente(texto: string): Fuente {
  if (texto.includes('\uFFFD'))
    return { ok: false, motivo: 'El archivo no está en UTF-8: sus tildes se perderían.', remedio: 'Guárdelo como UTF-8 e inténtelo de nuevo.' };
  const primera = texto.slice(0, texto.search(/[\r\n]|$/));
  const delimiter = primera.split(';').length > primera.split(',').length ? ';' : ',';
  let registros: Registro[];
  try {
    registros = parse(texto, { bom: true, delimiter, info: true, relax_column_count: true, trim: true }) as unknown as Registro[];
  } catch (e) {
    return { ok: false, motivo: `El archivo no se puede leer como tabla${lugarDe(e)}.`, remedio: REMEDIO };
  }
  const [cabecera, ...cuerpo] = registros;
  const columnas = (cabecera?.record ?? []).map((c) => claveDeNombre(c).replaceAll(' ', '_'));
  const repetida = columnas.find((c, i) => c !== '' && columnas.indexOf(c) !== i);
  if (repetida) return { ok: false, motivo: `La columna «${repetida}» aparece más de una vez.`, remedio: 'Deje una sola columna con ese nombre.' };
  const formato = (['inei_reniec', 'inei'] as const).find((f) => COLUMNAS[f].every((c) => columnas.includes(c)));
  if (!formato)
    return {
      ok: false,
      motivo: 'Las columnas no corresponden a una tabla de ubigeo conocida.',
      remedio: `Se esperan las columnas ${COLUMNAS.inei.join(', ')}; o bien ${COLUMNAS.inei_reniec.join(', ')}.`,
    };
  let anterior = cabecera?.info.lines ?? 0;
  const filas = cuerpo.flatMap(({ record, info }): Fila[] => {
    const linea = anterior + 1;
    anterior = info.lines;
    if (record.every((v) => v === '')) return [];
    const fila: Fila = {
      linea,
      valor: (columna) => {
        const v = record[columnas.indexOf(columna)];
        return v === undefined || SIN_DATO.has(claveDeNombre(v)) ? undefined : v.replace(/\s+/g, ' ');
      },
    };
    return [fila];
  });
  return { ok: true, formato, filas };
}

/** Six digits, with the leading zero that spreadsheets drop; undefined when the text is no district code. */
export function codigoDeDistrito(texto: string | undefined): string | undefined {
  return texto !== undefined && /^\d{5,6}$/.test(texto) ? texto.padStart(6, '0') : undefined;
}

/** A number with decimal point, inside its limits; undefined otherwise. */
export function numero(texto: string | undefined, minimo: number, maximo: number): number | undefined {
  if (texto === undefined || !/^-?\d+(\.\d+)?$/.test(texto)) return undefined;
  const n = Number(texto);
  return n >= minimo && n <= maximo ? n : undefined;
}
