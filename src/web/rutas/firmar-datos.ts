import type { LoaderFunctionArgs } from 'react-router';
import { oficinaDe } from '../sesion.servidor.ts';

/** What the page script needs to sign: asked at the moment of signing, since it declares the instant. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const r = await deps.firmas.preparar(deps.quien, params.id ?? '');
  return Response.json(r, { status: r.ok ? 200 : r.estado, headers: { 'Cache-Control': 'no-store' } });
}
