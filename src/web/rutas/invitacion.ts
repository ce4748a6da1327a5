import type { LoaderFunctionArgs } from 'react-router';
import { calendarioDe } from '../../avisos/convocatoria.ts';
import { leerCronologia } from '../../lecturas/expediente.ts';
import type { Sesion } from '../../modules/sesion/sesion.ts';
import { noExiste, oficinaDe } from '../sesion.servidor.ts';
import { cargarExpediente } from './expediente.servidor.ts';

/** The convocation of a session as a calendar file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const e = await cargarExpediente(deps, params.id);
  if (e.tipo !== 'sesion') throw noExiste('Ese expediente no es una sesión.');
  const [ultimo] = await leerCronologia(deps.db, e.id, { maximo: 1 });
  const enlace = new URL(`/sesion/${e.id}`, request.url).href;
  const ics = calendarioDe({ ...e, estado: e.estado as Sesion }, enlace, ultimo?.registradoEn ?? deps.ahora().toISOString());
  return new Response(ics, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="sesion-${e.codigo}.ics"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
