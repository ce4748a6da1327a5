import type { LoaderFunctionArgs } from 'react-router';
import { CANALES } from '../../directiva/reglamento.ts';
import { dmy } from '../../kernel/calendario.ts';
import { leerCronologia } from '../../lecturas/expediente.ts';
import { enOrden, type Sesion } from '../../modules/sesion/sesion.ts';
import { invitacionIcs } from '../../platform/invitacion.ts';
import { noExiste, oficinaDe } from '../sesion.servidor.ts';
import { cargarExpediente } from './expediente.servidor.ts';

/** Length of a session whose items say nothing of time. */
const MINUTOS = 120;

/** The convocation of a session as a calendar file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const e = await cargarExpediente(deps, params.id);
  if (e.tipo !== 'sesion') throw noExiste('Ese expediente no es una sesión.');
  const s = e.estado as Sesion;
  const [ultimo] = await leerCronologia(deps.db, e.id, { maximo: 1 });
  const asuntos = enOrden(s);
  const minutos = asuntos.reduce((n, a) => n + (a.minutos ?? 0), 0);
  const enlace = new URL(`/sesion/${e.id}`, request.url).href;
  const agenda = asuntos.map((a) => `${a.n === 0 ? '' : `${a.n}. `}${a.titulo}${a.minutos ? ` (${a.minutos} min)` : ''}`);
  const cierre = s.cierre ? `Recibe posiciones hasta el ${dmy(s.cierre.fecha)} a las ${s.cierre.hora}.` : '';
  const ics = invitacionIcs({
    id: e.id,
    secuencia: e.version,
    titulo: e.titulo,
    descripcion: [`Modalidad: ${CANALES[s.modalidad].toLocaleLowerCase('es-PE')}.`, cierre, 'Agenda:', ...agenda, '', enlace]
      .filter((l, i) => l !== '' || i > 2)
      .join('\n'),
    lugar: s.lugar,
    fecha: s.fecha,
    hora: s.hora,
    minutos: minutos || MINUTOS,
    enlace,
    organizador: s.nombreCig,
    actualizada: ultimo?.registradoEn ?? deps.ahora().toISOString(),
  });
  return new Response(ics, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="sesion-${e.codigo}.ics"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
