import type { LoaderFunctionArgs } from 'react-router';
import { EFECTOS, reporteCsv } from '../../importacion.ts';
import { disposicion } from '../../platform/http/archivo.ts';
import { administracionDe } from '../sesion.servidor.ts';
import { revisionDe } from './importar.servidor.ts';

/** The whole report of a file as CSV, or the rows with one result. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { nombre, p } = await revisionDe(administracionDe(context, request), params);
  const efecto = EFECTOS.find((e) => e === new URL(request.url).searchParams.get('resultado'));
  const filas = efecto ? p.filas.filter((f) => f.efecto === efecto) : p.filas;
  return new Response(reporteCsv(filas), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': disposicion(`reporte-${nombre}`),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
