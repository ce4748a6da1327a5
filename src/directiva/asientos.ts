import type { Permiso } from '../kernel/acto.ts';
import type { Actor, Calidad, Catalogo, EntidadId, Fecha } from '../kernel/tipos.ts';
import { nombreDeCargo } from './cargos.ts';

/** Seats of the ETTI (8.10). */
export type Asiento = 'i' | 'ii' | 'iii' | 'iv' | 'v';

/** What each seat is, in the order of 8.10. Only i–iii are not variable. */
export const ASIENTOS: Readonly<Record<Asiento, { nombre: string; numeral: string }>> = {
  i: { nombre: 'funcionario del sector que preside', numeral: '8.10.i' },
  ii: { nombre: 'representante de la oficina de planeamiento y presupuesto', numeral: '8.10.ii' },
  iii: { nombre: 'titular del órgano encargado de la descentralización', numeral: '8.10.iii' },
  iv: { nombre: 'Gerente Regional', numeral: '8.10.iv' },
  v: { nombre: 'Gerente Municipal', numeral: '8.10.v' },
};

/** Seats without which the ETTI is not installed (8.10, R5). */
export const FIJOS: readonly Asiento[] = ['i', 'ii', 'iii'];

/** A seat belongs to an office, never to a person. */
export interface Miembro {
  asiento: Asiento;
  entidad: EntidadId;
  cargo: string;
  calidad: Calidad;
  /** Unit inside the entity, when several offices of the same kind exist: «Gerencia Regional de Desarrollo Social». */
  unidad?: string;
  desde: Fecha;
  /** Who chose a seat v (8.10.v). */
  elegidoPor?: 'cig' | 'presidencia';
}

/** What other modules need of an ETTI to know who belongs to it. */
interface Integracion {
  sector: EntidadId;
  miembros: readonly Miembro[];
}

const ocupa = (actor: Actor, m: Miembro): boolean => m.entidad === actor.entidad && m.cargo === actor.cargo;

/** Seat that the office holds, if any. A guest holds none (8.10 ¶3). */
export function asientoDe(integracion: Integracion | undefined, actor: Actor): Miembro | undefined {
  return integracion?.miembros.find((m) => ocupa(actor, m));
}

/** Holder of seat i, who presides. */
export function presidenciaDe(integracion: Integracion | undefined): Miembro | undefined {
  return integracion?.miembros.find((m) => m.asiento === 'i');
}

/** Only the office in seat i (8.10.i). */
export function presideEtti(actor: Actor, integracion: Integracion | undefined, catalogo: Catalogo): Permiso {
  const p = presidenciaDe(integracion);
  if (p && ocupa(actor, p)) return null;
  return {
    numeral: '8.10.i',
    motivo: p
      ? `Este acto corresponde a quien preside el ETTI: ${nombreDeCargo(p.cargo)} de ${catalogo.entidad(p.entidad)?.nombre ?? p.entidad}.`
      : 'Este acto corresponde a quien preside el ETTI y ese asiento aún no está cubierto.',
    remedio: p ? 'Solicítelo a esa oficina.' : 'Pida al ministerio rector que designe al funcionario del sector que lo presidirá.',
  };
}

/** Any of the members, whatever the level of government (8.5); guests have voice only (8.10 ¶3). */
export function integraEtti(actor: Actor, integracion: Integracion | undefined): Permiso {
  if (asientoDe(integracion, actor)) return null;
  return {
    numeral: '8.10',
    motivo: 'Este acto corresponde a los miembros del ETTI; quien participa como invitado tiene derecho a voz.',
    remedio: 'Alcance su aporte como comentario, o pida que lo registre un miembro del ETTI.',
  };
}
