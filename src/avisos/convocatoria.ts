import { CANALES } from '../directiva/reglamento.ts';
import { dmy } from '../kernel/calendario.ts';
import type { Id } from '../kernel/tipos.ts';
import { enOrden, type Sesion } from '../modules/sesion/sesion.ts';
import { invitacionIcs } from '../platform/invitacion.ts';

/** Length of a session whose items say nothing of time. */
const MINUTOS = 120;

export interface SesionLeida {
  id: Id;
  version: number;
  codigo: string;
  titulo: string;
  estado: Sesion;
}

/** Lines of the agenda, in its order. */
export function agendaDe(s: Sesion): string[] {
  return enOrden(s).map((a) => `${a.n === 0 ? '' : `${a.n}. `}${a.titulo}${a.minutos ? ` (${a.minutos} min)` : ''}`);
}

export const cierreDe = (s: Sesion): string => (s.cierre ? `Recibe posiciones hasta el ${dmy(s.cierre.fecha)} a las ${s.cierre.hora}.` : '');

/** Calendar file of a convocation (7.3.1.a). Pure: same data, same bytes. */
export function calendarioDe({ id, version, titulo, estado: s }: SesionLeida, enlace: string, actualizada: string): string {
  const minutos = s.asuntos.reduce((n, a) => n + (a.minutos ?? 0), 0);
  return invitacionIcs({
    id,
    secuencia: version,
    titulo,
    descripcion: [`Modalidad: ${CANALES[s.modalidad].toLocaleLowerCase('es-PE')}.`, cierreDe(s), 'Agenda:', ...agendaDe(s), '', enlace]
      .filter((l, i) => l !== '' || i > 2)
      .join('\n'),
    lugar: s.lugar,
    fecha: s.fecha,
    hora: s.hora,
    minutos: minutos || MINUTOS,
    enlace,
    organizador: s.nombreCig,
    actualizada,
  });
}
