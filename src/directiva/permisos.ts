import type { Permiso } from '../kernel/acto.ts';
import type { Actor, Catalogo, EntidadId } from '../kernel/tipos.ts';
import { CONDUCEN, nombreDeCargo } from './cargos.ts';

/** Offices of the ministry that leads the sector (7.3.1.a, 8.6, 8.9). */
export function conduceSector(actor: Actor, sector: EntidadId, catalogo: Catalogo): Permiso {
  if (actor.entidad === sector && (CONDUCEN as readonly string[]).includes(actor.cargo)) return null;
  const nombre = catalogo.entidad(sector)?.nombre ?? sector;
  return {
    numeral: '6.4',
    motivo: `Este acto corresponde al sector rector, ${nombre}.`,
    remedio: `Puede realizarlo el ${nombreDeCargo('organo_descentralizacion').toLowerCase()} de ${nombre}.`,
  };
}

/** Any of these offices of one entity. */
export function esOficinaDe(actor: Actor, entidad: EntidadId, cargos: readonly string[], catalogo: Catalogo, numeral?: string): Permiso {
  if (actor.entidad === entidad && cargos.includes(actor.cargo)) return null;
  const nombre = catalogo.entidad(entidad)?.nombre ?? entidad;
  return {
    numeral,
    motivo: `Este acto corresponde a ${cargos.map(nombreDeCargo).join(' o ')} de ${nombre}.`,
    remedio: `Solicítelo a ${nombre} o ingrese con esa oficina si usted la ejerce.`,
  };
}
