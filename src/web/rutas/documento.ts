import type { LoaderFunctionArgs } from 'react-router';
import { noExiste, oficinaDe } from '../sesion.servidor.ts';

/** A file cited by some acto, or just uploaded by the same person. Always as an attachment: its content is not ours. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const d = params.huella && /^[0-9a-f]{64}$/.test(params.huella) ? await deps.leerDocumento(params.huella) : undefined;
  if (!d || (!d.citado && d.subidoPor !== deps.quien.actor.persona)) throw noExiste('Ese archivo no existe.', 'Ábralo desde su expediente.');
  return new Response(d.bytes, {
    headers: {
      'Content-Type': d.tipo,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(d.nombre)}`,
      'Content-Security-Policy': 'sandbox',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
