import type { LoaderFunctionArgs } from 'react-router';
import { csv } from '../matriz.ts';
import { oficinaDe } from '../sesion.servidor.ts';
import { filasDeCsv, leerAcuerdos } from './acuerdos.servidor.ts';

/** The agreements on screen as a file, with the same filters. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const deps = oficinaDe(context, request);
  const { filas } = await leerAcuerdos(deps, new URL(request.url).searchParams, { archivo: true });
  return new Response(csv(filasDeCsv(filas)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="acuerdos.csv"', 'Cache-Control': 'no-store' },
  });
}
