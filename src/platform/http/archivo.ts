import { MAXIMO_ARCHIVO } from './limite.ts';
import { inspeccionarZip } from './zip.ts';

/** An upload ready to be stored, or why it is not taken. */
export type Recibido =
  | { bytes: Uint8Array<ArrayBuffer>; nombre: string; tipo: string }
  | { falla: 'vacio' | 'grande' | 'tipo'; motivo: string; remedio: string };

/** Size, type by the bytes and safe name of an uploaded file: the only door for files, from the API and from forms. */
export async function recibirArchivo(archivo: File): Promise<Recibido> {
  if (archivo.size === 0) return { falla: 'vacio', motivo: 'El archivo está vacío.', remedio: 'Elija el archivo de nuevo.' };
  if (archivo.size > MAXIMO_ARCHIVO)
    return {
      falla: 'grande',
      motivo: `El archivo excede el máximo de ${MAXIMO_ARCHIVO / 1024 / 1024} MB.`,
      remedio: 'Adjunte uno más liviano, por ejemplo un PDF sin imágenes de alta resolución.',
    };
  const bytes = new Uint8Array(await archivo.arrayBuffer());
  const r = reconocerArchivo(bytes, archivo.name);
  return 'motivo' in r ? { falla: 'tipo', ...r } : { bytes, nombre: sanearNombre(archivo.name, r.extension), tipo: r.tipo };
}

/** What the bytes of an upload turned out to be, or why it is not taken. */
export type Reconocido = { tipo: string; extension: string } | { motivo: string; remedio: string };

const ADMITIDOS = 'PDF, PNG, JPEG, DOCX, XLSX, CSV o texto (UTF-8)';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const empieza = (bytes: Uint8Array, firma: readonly number[]): boolean => firma.every((b, i) => bytes[i] === b);

/**
 * Type of a file by its bytes, never by its name or by what the client declares.
 * @param nombre only tells CSV from plain text, which no byte does
 */
export function reconocerArchivo(bytes: Uint8Array, nombre: string): Reconocido {
  if (empieza(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return pdf(bytes);
  if (empieza(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { tipo: 'image/png', extension: 'png' };
  if (empieza(bytes, [0xff, 0xd8, 0xff])) return { tipo: 'image/jpeg', extension: 'jpg' };
  if (empieza(bytes, [0x50, 0x4b, 0x03, 0x04])) return ofimatica(bytes);
  if (esTexto(bytes))
    return /\.csv$/i.test(nombre) ? { tipo: 'text/csv; charset=utf-8', extension: 'csv' } : { tipo: 'text/plain; charset=utf-8', extension: 'txt' };
  return { motivo: 'El contenido del archivo no es de un tipo admitido.', remedio: `Adjunte ${ADMITIDOS}.` };
}

/** An encrypted PDF cannot be read by who receives it nor kept as evidence. */
function pdf(bytes: Uint8Array): Reconocido {
  const texto = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(texto))
    return { motivo: 'El PDF está protegido con contraseña o cifrado.', remedio: 'Quite la protección y adjúntelo de nuevo.' };
  return { tipo: 'application/pdf', extension: 'pdf' };
}

function ofimatica(bytes: Uint8Array): Reconocido {
  const zip = inspeccionarZip(bytes);
  if ('motivo' in zip) return { motivo: zip.motivo, remedio: 'Guarde de nuevo el documento y adjúntelo otra vez.' };
  const { nombres } = zip;
  if (nombres.has('[Content_Types].xml')) {
    if ([...nombres].some((n) => /vbaproject\.bin$/i.test(n)))
      return { motivo: 'El documento contiene macros.', remedio: 'Guárdelo sin macros (DOCX o XLSX) o como PDF.' };
    if (nombres.has('word/document.xml')) return { tipo: WORD, extension: 'docx' };
    if (nombres.has('xl/workbook.xml')) return { tipo: EXCEL, extension: 'xlsx' };
  }
  return { motivo: 'El archivo comprimido no es un documento DOCX ni XLSX.', remedio: `Adjunte ${ADMITIDOS}, uno por uno.` };
}

/** UTF-8 without control characters other than tab and line breaks. */
function esTexto(bytes: Uint8Array): boolean {
  for (const b of bytes) if ((b < 0x20 && b !== 0x09 && b !== 0x0a && b !== 0x0d) || b === 0x7f) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Name under which a file is kept: no folders, no control or direction characters, nothing that a file system refuses,
 * at most 120 characters, and the extension of what the bytes are.
 */
export function sanearNombre(nombre: string, extension: string): string {
  // Cut before the expressions look: a name of a megabyte of dots would hold them for minutes.
  const corto = nombre.split(/[\\/]/).pop()?.slice(-1_000) ?? '';
  const base = corto
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${[...base].slice(0, 110).join('') || 'documento'}.${extension}`;
}

/** `Content-Disposition` that downloads under any name (RFC 6266). */
export function disposicion(nombre: string): string {
  const ascii = nombre
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_');
  const utf8 = encodeURIComponent(nombre).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
