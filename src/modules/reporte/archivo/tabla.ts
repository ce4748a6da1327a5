import { parse } from 'csv-parse/sync';

/** A table as read from a file: text cells, headers without repeats or blanks. */
export interface Tabla {
  cabeceras: string[];
  /** Cells by row, as written; short rows are padded when read. */
  filas: string[][];
  /** Line of the file where the first row of data is, from 1. */
  primera: number;
  codificacion: 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'XLSX';
  separador: string;
  /** What was changed to make it readable, in words. */
  notas: string[];
}

export type Lectura = { ok: true; tabla: Tabla } | { ok: false; motivo: string; remedio: string };

const SEPARADORES = [';', ',', '\t', '|'] as const;

function decodificar(bytes: Uint8Array): { texto: string; codificacion: Tabla['codificacion'] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { texto: new TextDecoder('utf-16le').decode(bytes), codificacion: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { texto: new TextDecoder('utf-16be').decode(bytes), codificacion: 'UTF-16' };
  try {
    return { texto: new TextDecoder('utf-8', { fatal: true }).decode(bytes), codificacion: 'UTF-8' };
  } catch {
    return { texto: new TextDecoder('windows-1252').decode(bytes), codificacion: 'Windows-1252' };
  }
}

/** The separator that gives most columns, the same in nearly every one of the first lines. */
function separadorDe(texto: string): string {
  const lineas = texto
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/, 30)
    .filter((l) => l.trim() !== '');
  let mejor = { sep: ',', puntos: -1 };
  for (const sep of SEPARADORES) {
    const veces = new Map<number, number>();
    for (const l of lineas) veces.set(l.split(sep).length, (veces.get(l.split(sep).length) ?? 0) + 1);
    const [columnas, iguales] = [...veces].sort((x, y) => y[1] - x[1] || y[0] - x[0])[0] ?? [1, 0];
    const puntos = ((columnas - 1) * iguales) / Math.max(1, lineas.length);
    if (puntos > mejor.puntos) mejor = { sep, puntos };
  }
  return mejor.sep;
}

/** Names every column: blank headers get a number, repeated ones a suffix, empty tails go. */
export function ordenarCabeceras(crudas: readonly string[], filas: readonly string[][]): { cabeceras: string[]; columnas: number[]; notas: string[] } {
  const notas: string[] = [];
  const columnas: number[] = [];
  for (let c = 0; c < crudas.length; c++) {
    const vacia = (crudas[c] ?? '').trim() === '' && filas.slice(0, 2000).every((f) => (f[c] ?? '').trim() === '');
    if (!vacia) columnas.push(c);
  }
  if (columnas.length < crudas.length) notas.push(`Se dejaron de lado ${crudas.length - columnas.length} columnas vacías.`);
  const usos = new Map<string, number>();
  const cabeceras = columnas.map((c, i) => {
    const base = (crudas[c] ?? '').replace(/\s+/g, ' ').trim() || `Columna ${i + 1}`;
    const n = (usos.get(base.toLowerCase()) ?? 0) + 1;
    usos.set(base.toLowerCase(), n);
    if ((crudas[c] ?? '').trim() === '') notas.push(`La columna ${i + 1} no tiene nombre; se llama «${base}».`);
    if (n > 1) notas.push(`La cabecera «${base}» se repite; la segunda se llama «${base} (${n})».`);
    return n > 1 ? `${base} (${n})` : base;
  });
  return { cabeceras, columnas, notas };
}

/** Table from rows of text whose first non-empty row holds the headers. */
export function tablaDe(registros: string[][], datos: Pick<Tabla, 'codificacion' | 'separador'>): Lectura {
  const inicio = registros.findIndex((r) => r.filter((v) => v.trim() !== '').length > 1);
  const [crudas, filas] = [registros[inicio], registros.slice(inicio + 1)];
  if (!crudas || filas.length === 0)
    return {
      ok: false,
      motivo: 'El archivo no tiene una tabla con cabecera y filas.',
      remedio: 'La primera fila debe llevar los nombres de las columnas; debajo, una fila por dato.',
    };
  const { cabeceras, columnas, notas } = ordenarCabeceras(crudas, filas);
  if (inicio > 0) notas.push(`La cabecera está en la línea ${inicio + 1}; lo anterior se dejó de lado.`);
  const entera = columnas.length === crudas.length && columnas.every((c, i) => c === i);
  const recortadas = entera ? filas : filas.map((f) => columnas.map((c) => f[c] ?? ''));
  return { ok: true, tabla: { cabeceras, filas: recortadas, primera: inicio + 2, notas, ...datos } };
}

/** Lines split between two pauses. */
const PARTE = 50_000;

/** Runs to the end what a caller with a server to keep alive would run in parts. */
export function agotar<T>(partes: Generator<void, T>): T {
  for (;;) {
    const p = partes.next();
    if (p.done) return p.value;
  }
}

/**
 * Rows of a text without quotes, exactly as `csv-parse` gives them and several times faster; undefined when a quote
 * calls for the whole grammar.
 */
export function* partirSimple(texto: string, separador: string): Generator<void, string[][] | undefined> {
  if (texto.includes('"')) return undefined;
  const fin = /\r\n|\n|\r/.exec(texto)?.[0];
  const lineas = fin ? texto.split(fin) : [texto];
  if (lineas.at(-1) === '') lineas.pop();
  const filas: string[][] = new Array(lineas.length);
  for (let i = 0; i < lineas.length; i++) {
    filas[i] = (lineas[i] as string).split(separador);
    if (i % PARTE === PARTE - 1) yield;
  }
  return filas;
}

/** Reads a text table of any usual encoding and separator; nothing is interpreted yet. */
export const leerCsv = (bytes: Uint8Array): Lectura => agotar(leerCsvPorPartes(bytes));

/** Same, in parts. */
export function* leerCsvPorPartes(bytes: Uint8Array): Generator<void, Lectura> {
  const { texto, codificacion } = decodificar(bytes);
  if (texto.slice(0, 4000).includes('\0'))
    return { ok: false, motivo: 'El archivo no es una tabla de texto.', remedio: 'Guárdelo como CSV o XLSX y vuelva a cargarlo.' };
  const separador = separadorDe(texto);
  yield;
  const simples = yield* partirSimple(texto.replace(/^\ufeff/, ''), separador);
  if (simples) return tablaDe(simples, { codificacion, separador });
  try {
    const registros = parse(texto, { bom: true, delimiter: separador, relax_column_count: true, relax_quotes: true, skip_empty_lines: false }) as string[][];
    return tablaDe(registros, { codificacion, separador });
  } catch (e) {
    const { lines } = e as { lines?: number };
    return {
      ok: false,
      motivo: `El archivo no se puede leer como tabla${lines ? `: cerca de la línea ${lines} hay comillas sin cerrar` : ''}.`,
      remedio: 'Revise esa línea en el archivo y vuelva a cargarlo; nada se guardó.',
    };
  }
}
