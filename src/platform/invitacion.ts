import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export interface Invitacion {
  /** Stable identity of the meeting: the same one updates what a calendar already holds. */
  id: string;
  /** Grows with every change. */
  secuencia: number;
  titulo: string;
  descripcion: string;
  lugar: string;
  /** Legal date and hour of Lima. */
  fecha: string;
  hora: string;
  minutos: number;
  /** Address of the session. */
  enlace: string;
  organizador: string;
  /** When the convocation was last recorded: makes the bytes the same each time. */
  actualizada: string;
  cancelada?: boolean;
}

/** iCalendar file of a meeting (RFC 5545), in UTC: Peru keeps UTC−5 all year. Pure: same data, same bytes. */
export function invitacionIcs(i: Invitacion): string {
  const inicio = new Date(`${i.fecha}T${i.hora}:00-05:00`);
  const calendario = ical({ name: i.organizador, prodId: { company: 'Ayni', product: 'Sesiones', language: 'ES' }, method: ICalCalendarMethod.PUBLISH });
  calendario.createEvent({
    id: `${i.id}@ayni`,
    sequence: i.secuencia,
    start: inicio,
    end: new Date(inicio.getTime() + i.minutos * 60_000),
    stamp: new Date(i.actualizada),
    summary: i.titulo,
    description: i.descripcion,
    location: i.lugar,
    url: i.enlace,
    status: i.cancelada ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendario.toString();
}
