import type { LoaderFunctionArgs } from 'react-router';
import { descarga, puedeLeer } from '../../platform/http/descarga.ts';
import { noExiste, oficinaDe } from '../sesion.servidor.ts';

/** A file cited by some acto, or just uploaded by the same person. Always as an attachment: its content is not ours. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const d = params.huella && /^[0-9a-f]{64}$/.test(params.huella) ? await deps.leerDocumento(params.huella) : undefined;
  if (!d || !puedeLeer(d, deps.quien)) throw noExiste('Ese archivo no existe o no está a su alcance.', 'Ábralo desde su expediente.');
  return descarga(d, request.headers.get('if-none-match') ?? undefined);
}
