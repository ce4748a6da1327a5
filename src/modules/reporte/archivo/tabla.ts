import { parse } from 'csv-parse/sync';

/** Rows that are cut when asked for: a million of them in memory cost more to collect than to read again. */
export interface Filas {
  readonly length: number;
  /** Cells of a row, as written; more of them than headers when the line has some to spare. */
  en(i: number): string[];
}

export const enMemoria = (filas: readonly string[][]): Filas => ({ length: filas.length, en: (i) => filas[i] as string[] });

/** The first rows, or so many spread over the whole table. */
export function algunas(filas: Filas, cuantas: number, paso = 1): string[][] {
  return Array.from({ length: Math.min(cuantas, Math.ceil(filas.length / paso)) }, (_, i) => filas.en(i * paso));
}

/** A table as read from a file: text cells, headers without repeats or blanks. */
export interface Tabla {
  cabeceras: string[];
  filas: Filas;
  /** Line of the file where the first row of data is, from 1. */
  primera: number;
  codificacion: 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'XLSX' | 'ADX' | 'DHIS2 (XML)' | 'DHIS2 (JSON)';
  separador: string;
  /** What was changed to make it readable, in words. */
  notas: string[];
  /** Only in a message of data values: columns that tell its figures apart, the data element first, with all their values. */
  dimensiones?: { columna: string; valores: string[] }[];
}

export type Lectura = { ok: true; tabla: Tabla } | { ok: false; motivo: string; remedio: string };

const SEPARADORES = [';', ',', '\t', '|'] as const;

/** UTF-16 without its mark: in Spanish nearly every letter has an empty byte, always on the same side. */
function nulosDe(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const n = Math.min(bytes.length & ~1, 4000);
  const lados = [0, 0];
  for (let i = 0; i < n; i++) if (bytes[i] === 0) lados[i % 2] = (lados[i % 2] as number) + 1;
  const [par, impar] = lados as [number, number];
  if (n < 4) return undefined;
  if (impar > n * 0.4 && par === 0) return 'utf-16le';
  return par > n * 0.4 && impar === 0 ? 'utf-16be' : undefined;
}

/** Windows-1252 letters that stand for the bytes 0x80–0x9f; a byte without letter stays as it is. */
const ALTOS = new Map(Array.from({ length: 32 }, (_, i) => [new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + i)), 0x80 + i]));
const ROTA = new RegExp(`[\u00c2-\u00c5][\u00a0-\u00bf${[...ALTOS.keys()].join('')}]`, 'g');

/** UTF-8 that somebody read as Windows-1252 and saved again («CaÃ±ete»): the letters that were. */
function reparar(texto: string): { texto: string; rotas: number } {
  let rotas = 0;
  const sano = texto.replace(ROTA, (dos) => {
    rotas++;
    const segundo = dos[1] as string;
    return String.fromCharCode(((dos.charCodeAt(0) & 0x1f) << 6) | ((ALTOS.get(segundo) ?? segundo.charCodeAt(0)) & 0x3f));
  });
  return { texto: sano, rotas };
}

export function decodificar(bytes: Uint8Array): { texto: string; codificacion: Tabla['codificacion'] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { texto: new TextDecoder('utf-16le').decode(bytes), codificacion: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { texto: new TextDecoder('utf-16be').decode(bytes), codificacion: 'UTF-16' };
  const nulos = nulosDe(bytes);
  if (nulos) return { texto: new TextDecoder(nulos).decode(bytes), codificacion: 'UTF-16' };
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
export function ordenarCabeceras(crudas: readonly string[], filas: Filas): { cabeceras: string[]; columnas: number[]; notas: string[] } {
  const notas: string[] = [];
  const columnas: number[] = [];
  const primeras = algunas(filas, 2000);
  for (let c = 0; c < crudas.length; c++) {
    const vacia = (crudas[c] ?? '').trim() === '' && primeras.every((f) => (f[c] ?? '').trim() === '');
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

const llenas = (f: readonly string[]): number => f.filter((v) => v.trim() !== '').length;

/** Rows among which a header is looked for, under titles and notes. */
const BUSCA_CABECERA = 30;

/** Row of the headers: the first one nearly as wide as the rows around. */
function inicioDe(registros: Filas): number {
  const anchos = algunas(registros, BUSCA_CABECERA).map(llenas);
  const minimo = Math.max(2, Math.ceil(Math.max(0, ...anchos) * 0.6));
  const i = anchos.findIndex((n) => n >= minimo);
  return i < 0 ? registros.length : i;
}

/** Table from rows of text; the headers may be under some lines of titles. */
export function tablaDe(registros: Filas, datos: Pick<Tabla, 'codificacion' | 'separador'>, avisos: readonly string[] = []): Lectura {
  const inicio = inicioDe(registros);
  const filas: Filas = { length: Math.max(0, registros.length - inicio - 1), en: (i) => registros.en(inicio + 1 + i) };
  if (filas.length === 0)
    return {
      ok: false,
      motivo: 'El archivo no tiene una tabla con cabecera y filas.',
      remedio: 'La primera fila debe llevar los nombres de las columnas; debajo, una fila por dato.',
    };
  const crudas = registros.en(inicio);
  const { cabeceras, columnas, notas } = ordenarCabeceras(crudas, filas);
  notas.push(...avisos);
  if (inicio > 0) notas.push(`La cabecera está en la línea ${inicio + 1}; lo anterior se dejó de lado.`);
  const entera = columnas.length === crudas.length && columnas.every((c, i) => c === i);
  const recortar = (f: readonly string[]) => [...columnas.map((c) => f[c] ?? ''), ...f.slice(crudas.length)];
  const recortadas: Filas = entera ? filas : { length: filas.length, en: (i) => recortar(filas.en(i)) };
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
export function* partirSimple(texto: string, separador: string): Generator<void, Filas | undefined> {
  if (texto.includes('"')) return undefined;
  const fin = /\r\n|\n|\r/.exec(texto)?.[0] ?? '\n';
  let inicios = new Int32Array(1024);
  let n = 0;
  for (let i = 0; i < texto.length; ) {
    if (n === inicios.length) {
      const mayor = new Int32Array(n * 2);
      mayor.set(inicios);
      inicios = mayor;
    }
    inicios[n++] = i;
    const salto = texto.indexOf(fin, i);
    i = salto < 0 ? texto.length : salto + fin.length;
    if (n % PARTE === 0) yield;
  }
  const ultimo = texto.endsWith(fin) ? texto.length - fin.length : texto.length;
  return {
    length: n,
    en: (k) => texto.slice(inicios[k], k + 1 < n ? (inicios[k + 1] as number) - fin.length : ultimo).split(separador),
  };
}

/** Reads a text table of any usual encoding and separator; nothing is interpreted yet. */
export const leerCsv = (bytes: Uint8Array): Lectura => agotar(leerCsvPorPartes(bytes));

/** Same, in parts. */
export function* leerCsvPorPartes(bytes: Uint8Array): Generator<void, Lectura> {
  const { texto: leido, codificacion } = decodificar(bytes);
  const { texto, rotas } = reparar(leido);
  const avisos = rotas > 0 ? [`Se repararon ${rotas} letras con tilde o eñe que el archivo traía rotas.`] : [];
  if (texto.slice(0, 4000).includes('\0'))
    return { ok: false, motivo: 'El archivo no es una tabla de texto.', remedio: 'Guárdelo como CSV o XLSX y vuelva a cargarlo.' };
  const separador = separadorDe(texto);
  yield;
  const simples = yield* partirSimple(texto.replace(/^\ufeff/, ''), separador);
  if (simples) return tablaDe(simples, { codificacion, separador }, avisos);
  try {
    const registros = parse(texto, { bom: true, delimiter: separador, relax_column_count: true, relax_quotes: true, skip_empty_lines: false }) as string[][];
    return tablaDe(enMemoria(registros), { codificacion, separador }, avisos);
  } catch (e) {
    const { lines } = e as { lines?: number };
    return {
      ok: false,
      motivo: `El archivo no se puede leer como tabla${lines ? `: cerca de la línea ${lines} hay comillas sin cerrar` : ''}.`,
      remedio: 'Revise esa línea en el archivo y vuelva a cargarlo; nada se guardó.',
    };
  }
}
