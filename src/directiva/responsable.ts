import type { Contexto } from '../kernel/acto.ts';
import type { EntidadId, Impedimento } from '../kernel/tipos.ts';
import { CARGOS } from './cargos.ts';
import { Opcion } from './opcion.ts';

/** Office that answers for a commitment. Never a person: it stays with the office when its holder changes. */
export interface Responsable {
  entidad: EntidadId;
  cargo: string;
}

/** Offices that can answer for a commitment: councils decide, they do not sign in. */
const RESPONSABLES = Object.fromEntries(
  Object.entries(CARGOS).flatMap(([clave, c]) => ('colegiado' in c || clave === 'administrador' ? [] : [[clave, c.nombre] as const])),
);

export const OficinaResponsable = () =>
  Opcion('Oficina responsable', RESPONSABLES, 'La responsabilidad es de la oficina: sigue con ella aunque cambie quien la ejerce.');

/** An office that the entity does not have cannot answer. */
export function problemasDeResponsable(r: Responsable, ctx: Pick<Contexto, 'catalogo'>): Impedimento[] {
  const entidad = ctx.catalogo.entidad(r.entidad);
  const cargo = CARGOS[r.cargo as keyof typeof CARGOS];
  if (!entidad)
    return [{ numeral: '6.6', campo: 'responsable', motivo: 'La entidad responsable no está en el catálogo.', remedio: 'Elija una entidad de la lista.' }];
  if ((cargo.entidades as readonly string[]).includes(entidad.tipo)) return [];
  return [
    {
      numeral: '6.6',
      campo: 'cargo',
      motivo: `${entidad.nombre} no tiene la oficina «${cargo.nombre}».`,
      remedio: 'Elija una oficina que exista en esa entidad.',
    },
  ];
}
