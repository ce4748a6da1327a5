import type { LoaderFunctionArgs } from 'react-router';
import { responderDocumento } from '../../documentos/respuesta.ts';
import { noExiste, oficinaDe } from '../sesion.servidor.ts';
import { cargarExpediente } from './expediente.servidor.ts';

/** PDF or DOCX that the record produces, for whoever may read the expediente. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const { id } = await cargarExpediente(deps, params.id);
  const version = new URL(request.url).searchParams.get('v');
  const r = await responderDocumento(deps, id, params.archivo ?? '', { version, ifNoneMatch: request.headers.get('if-none-match') });
  if ('motivo' in r) throw noExiste(r.motivo, r.remedio);
  return r.respuesta;
}
