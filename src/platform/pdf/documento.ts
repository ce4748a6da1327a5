import type { EntidadId, Fecha } from '../../kernel/tipos.ts';

/** Piece of text with one style. */
export interface Tramo {
  t: string;
  negrita?: boolean;
  cursiva?: boolean;
}

/** Text of a block: plain, or pieces in order. */
export type Texto = string | readonly (string | Tramo)[];

export type Alineacion = 'justificado' | 'izquierda' | 'centro' | 'derecha';

export interface Columna {
  titulo: string;
  /** Share of the width, relative to the others. */
  ancho?: number;
  alinear?: Alineacion;
}

export type Numeracion = 'guion' | 'numero' | 'letra';

/** Who signs a document, in which order of the list. Never a person: an office of an entity. */
export interface Firmante {
  cargo: string;
  entidad: EntidadId;
  papel: 'visto_bueno' | 'aprueba' | 'suscribe';
}

/** Place left for the signature of a firmante, as printed. */
export interface LineaDeFirma {
  papel: string;
  cargo: string;
  entidad: string;
}

export type Bloque =
  | { clase: 'titulo'; nivel: 2 | 3; numero?: string; texto: string }
  | { clase: 'parrafo'; texto: Texto; alinear?: Alineacion; sangria?: number }
  | { clase: 'lista'; numeracion: Numeracion; puntos: readonly Texto[] }
  /** `encabezadoDeFila`: the first cell of each row is its header. */
  | { clase: 'tabla'; titulo: string; columnas: readonly Columna[]; filas: readonly (readonly Texto[])[]; encabezadoDeFila?: boolean }
  /** Name and value, in two columns. */
  | { clase: 'ficha'; titulo: string; datos: readonly (readonly [nombre: string, valor: Texto])[] }
  | { clase: 'firmas'; lineas: readonly LineaDeFirma[] }
  /** Starts on a new page. */
  | { clase: 'anexo'; titulo: string; subtitulo?: string };

/** A document of any kind: what it says, with no trace of how it looks. Same tree, same bytes. */
export interface Documento {
  titulo: string;
  /** Printed under the title: number of the document or of the case. */
  numero: string;
  /** Entity that issues it, in the header of every page. */
  entidad: string;
  /** Legal date of what it records: also the date of the file. */
  fecha: Fecha;
  /** Printed on every page: «PROYECTO», «DEMOSTRACIÓN, SIN VALOR LEGAL». */
  marcas: readonly string[];
  bloques: readonly Bloque[];
  /** Code and address with which anybody can check the paper. */
  verificacion?: { codigo: string; url: string };
}

export const n = (t: string): Tramo => ({ t, negrita: true });
export const titulo = (numero: string, texto: string): Bloque => ({ clase: 'titulo', nivel: 2, numero, texto });
export const subtitulo = (texto: string, numero?: string): Bloque => ({ clase: 'titulo', nivel: 3, numero, texto });
export const parrafo = (...texto: (string | Tramo)[]): Bloque => ({ clase: 'parrafo', texto });

/** Pieces of a text, empty ones dropped. Control characters and lone surrogates never reach a file. */
export function tramosDe(texto: Texto): Tramo[] {
  return (typeof texto === 'string' ? [texto] : texto)
    .map((x) => (typeof x === 'string' ? { t: limpio(x) } : { ...x, t: limpio(x.t) }))
    .filter((x) => x.t !== '');
}

/** NFC, one kind of line break, no control characters. */
export function limpio(texto: string): string {
  return texto
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (x) => (x === '\n' ? x : ''));
}

export const textoPlano = (texto: Texto): string =>
  tramosDe(texto)
    .map((x) => x.t)
    .join('');

/** Mark of the nth point of a list: `–`, `1.`, `a)`. */
export function marcaDe(numeracion: Numeracion, i: number): string {
  if (numeracion === 'guion') return '–';
  if (numeracion === 'numero') return `${i + 1}.`;
  let letras = '';
  for (let x = i; x >= 0; x = Math.floor(x / 26) - 1) letras = String.fromCharCode(97 + (x % 26)) + letras;
  return `${letras})`;
}

/** Lines that a person would read, top to bottom, marks and page furniture aside: what a returned file is compared with. */
export function lineasDe(d: Documento): string[] {
  return [d.titulo, d.numero, ...d.bloques.flatMap(lineasDeBloque)]
    .flatMap((l) => l.split('\n'))
    .map((l) => l.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

function lineasDeBloque(b: Bloque): string[] {
  switch (b.clase) {
    case 'titulo':
      return [[b.numero, limpio(b.texto)].filter(Boolean).join(' ')];
    case 'parrafo':
      return [textoPlano(b.texto)];
    case 'lista':
      return b.puntos.map((p, i) => `${marcaDe(b.numeracion, i)} ${textoPlano(p)}`);
    case 'tabla':
      if (b.filas.length === 0) return [];
      return [limpio(b.titulo), ...b.columnas.map((x) => limpio(x.titulo)), ...b.filas.flatMap((f) => f.map(textoPlano))];
    case 'ficha':
      return b.datos.filter(([, valor]) => textoPlano(valor) !== '').flatMap(([nombre, valor]) => [limpio(nombre), textoPlano(valor)]);
    case 'firmas':
      return b.lineas.flatMap((l) => [l.cargo, l.entidad, l.papel].map(limpio));
    case 'anexo':
      return [limpio(b.titulo), ...(b.subtitulo ? [limpio(b.subtitulo)] : [])];
  }
}
