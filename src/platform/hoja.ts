import ExcelJS from 'exceljs';
import { expandeComoDice, inspeccionarZip } from './http/zip.ts';

/** Most that a workbook may expand to; larger tables come as CSV. */
const MAXIMO = 64 * 1024 * 1024;
const COLUMNAS = 500;

type Negada = { motivo: string; remedio: string };

/** What a cell shows, without its format: dates as `aaaa-mm-dd`, formulas by their result. */
function textoDe(v: ExcelJS.CellValue): string {
  if (v === null || v === undefined) return '';
  if (v instanceof Date) return v.toISOString().slice(0, 10);
  if (typeof v !== 'object') return String(v);
  if ('richText' in v) return v.richText.map((t) => t.text).join('');
  if ('error' in v) return v.error;
  if ('text' in v) return textoDe(v.text as ExcelJS.CellValue);
  return 'result' in v ? textoDe(v.result as ExcelJS.CellValue) : '';
}

/**
 * Rows of text of the first sheet with data of an XLSX. A workbook that would expand beyond 64 MB, or beyond what it
 * declares, is refused before anything reads it.
 */
export async function leerHoja(bytes: Uint8Array): Promise<{ filas: string[][] } | Negada> {
  const zip = inspeccionarZip(bytes);
  if ('motivo' in zip) return { motivo: zip.motivo, remedio: 'Guarde de nuevo el libro, o guárdelo como CSV.' };
  if (!zip.nombres.has('xl/workbook.xml'))
    return { motivo: 'El archivo comprimido no es un libro de Excel.', remedio: 'Cargue el CSV o el XLSX, sin comprimir.' };
  if (zip.expandido > MAXIMO)
    return { motivo: 'El libro es demasiado grande para leerlo como XLSX.', remedio: 'Guarde la hoja como «CSV UTF-8» y cárguela así: admite hasta 64 MB.' };
  if (!expandeComoDice(bytes, zip.entradas)) return { motivo: 'El libro está dañado.', remedio: 'Guárdelo de nuevo, o como CSV.' };
  const libro = new ExcelJS.Workbook();
  try {
    await libro.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  } catch {
    return { motivo: 'El libro no se puede leer.', remedio: 'Ábralo, guárdelo de nuevo como XLSX o como CSV, y vuelva a cargarlo.' };
  }
  const hoja = libro.worksheets.find((h) => h.actualRowCount > 1);
  if (!hoja) return { motivo: 'El libro no tiene una hoja con datos.', remedio: 'Ponga la tabla en la primera hoja, con su cabecera.' };
  const filas: string[][] = [];
  const ancho = Math.min(hoja.columnCount, COLUMNAS);
  hoja.eachRow((fila, n) => {
    while (filas.length < n - 1) filas.push(['']);
    filas.push(Array.from({ length: ancho }, (_, c) => textoDe(fila.getCell(c + 1).value)));
  });
  return { filas };
}
