import type { LoaderFunctionArgs } from 'react-router';
import { COLUMNAS_CEPLAN, filasCeplan } from '../../modules/poi/poi.exportar.ts';
import type { VinculacionPoi } from '../../modules/poi/poi.ts';
import { csv } from '../matriz.ts';
import { noExiste, oficinaDe } from '../sesion.servidor.ts';
import { cargarExpediente } from './expediente.servidor.ts';

async function libro(filas: ReturnType<typeof filasCeplan>): Promise<Uint8Array<ArrayBuffer>> {
  const { default: ExcelJS } = await import('exceljs');
  const l = new ExcelJS.Workbook();
  const hoja = l.addWorksheet('POI');
  hoja.addRows([[...COLUMNAS_CEPLAN], ...filas]);
  hoja.getRow(1).font = { bold: true };
  hoja.views = [{ state: 'frozen', ySplit: 1 }];
  hoja.columns.forEach((c) => {
    c.width = 18;
  });
  return new Uint8Array(await l.xlsx.writeBuffer());
}

/** 9.5: the sheet as a file to load the POI from; a dot separates decimals in the CSV (ADR 0016). */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const deps = oficinaDe(context, request);
  const e = await cargarExpediente(deps, params.id);
  const archivo = params.archivo ?? '';
  if (e.tipo !== 'poi' || !/^ceplan\.(csv|xlsx)$/.test(archivo)) throw noExiste('Esa descarga no existe.', 'Elija una de la página de la vinculación.');
  const s = e.estado as VinculacionPoi;
  const filas = filasCeplan(s, deps.catalogo().entidad(s.entidad)?.nombre ?? s.entidad);
  const enCsv = archivo.endsWith('.csv');
  return new Response(enCsv ? csv([[...COLUMNAS_CEPLAN], ...filas.map((f) => f.map(String))]) : await libro(filas), {
    headers: {
      'Content-Type': enCsv ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${e.codigo.replace(/[^\w-]+/g, '-')}-${archivo}"`,
      'Cache-Control': 'private, no-cache',
    },
  });
}
