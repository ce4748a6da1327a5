import type { LoaderFunctionArgs } from 'react-router';
import { buscarEnCatalogo } from '../formulario/nombres.ts';
import { noExiste, oficinaDe } from '../sesion.servidor.ts';

const MAXIMO = 20;

/** Names of the catalogue for the fields that suggest while typing. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const { clase } = params;
  if (clase !== 'entidad' && clase !== 'territorio') throw noExiste('No hay opciones con ese nombre.');
  const p = new URL(request.url).searchParams;
  const tipos = (p.get('tipos') ?? '').split(',').filter(Boolean);
  return Response.json(buscarEnCatalogo(deps.catalogo(), clase, tipos, (p.get('q') ?? '').slice(0, 100), MAXIMO), {
    headers: { 'Cache-Control': 'private, max-age=300' },
  });
}
