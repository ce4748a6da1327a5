import type { LoaderFunctionArgs } from 'react-router';
import { csv, filasDeCsv } from '../matriz.ts';
import { oficinaDe } from '../sesion.servidor.ts';
import { vistaDeMatriz } from './matriz.servidor.ts';

/** The matrix on screen as a file, with the same filters. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const deps = oficinaDe(context, request);
  const { vista, nombre } = await vistaDeMatriz(deps, new URL(request.url).searchParams);
  return new Response(csv(filasDeCsv(vista, nombre)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="cobertura.csv"', 'Cache-Control': 'no-store' },
  });
}
