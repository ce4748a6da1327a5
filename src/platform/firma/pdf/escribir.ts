import { type Dic, esCadena, esDic, esFlujo, esRef, PdfIlegible, type Valor } from './objetos.ts';

/** A value as it is written in a file. Strings go in hexadecimal: no escaping to get wrong. */
export function escribir(v: Valor): string {
  if (v === null) return 'null';
  if (typeof v === 'boolean') return String(v);
  if (typeof v === 'number') return Number.isInteger(v) ? String(v) : v.toFixed(5).replace(/0+$/, '');
  if (Array.isArray(v)) return `[${v.map(escribir).join(' ')}]`;
  if (esDic(v)) return escribirDic(v);
  if (esRef(v)) return `${v.num} ${v.gen} R`;
  if (esCadena(v)) return `<${v.bytes.toString('hex')}>`;
  if (esFlujo(v)) throw new PdfIlegible('Un flujo no puede estar dentro de otro objeto.');
  return escribirNombre(v.n);
}

const escribirNombre = (n: string): string =>
  `/${n.replace(/[^!$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)}`;

export function escribirDic(d: Dic): string {
  return `<< ${[...d].map(([k, v]) => `${escribirNombre(k)} ${escribir(v)}`).join(' ')} >>`;
}

/** A text for people, in UTF-16 with mark (7.9.2.2). */
export function textoPdf(t: string): string {
  const bytes = Buffer.from(`\ufeff${t}`, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
}

/** `D:20261125154800Z` */
export function fechaPdf(d: Date): string {
  return `(D:${d.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`;
}

/** Text of a string of the file: UTF-16 with mark, UTF-8 with mark, else Latin-1, near enough to PDFDocEncoding. */
export function leerTexto(v: Valor | undefined): string | undefined {
  if (!esCadena(v)) return undefined;
  const b = v.bytes;
  if (b[0] === 0xfe && b[1] === 0xff)
    return Buffer.from(b.subarray(2, b.length - (b.length % 2)))
      .swap16()
      .toString('utf16le');
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return b.toString('utf8', 3);
  return b.toString('latin1');
}

/** Instant of a date of the file; undefined when it is not one. */
export function leerFecha(v: Valor | undefined): Date | undefined {
  const m = /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?)?/.exec(leerTexto(v) ?? '');
  if (!m) return undefined;
  const [, a, mes = '01', dia = '01', h = '00', min = '00', s = '00', signo, zh = '00', zm = '00'] = m;
  const d = new Date(`${a}-${mes}-${dia}T${h}:${min}:${s}${signo ? `${signo}${zh}:${zm}` : 'Z'}`);
  return Number.isNaN(d.getTime()) ? undefined : d;
}
