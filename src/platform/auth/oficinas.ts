import { type Expression, type RawBuilder, sql } from 'kysely';
import { dmy } from '../../kernel/calendario.ts';
import type { Actor, Fecha, Id } from '../../kernel/tipos.ts';

/** An office in force, ready to act, with the names a screen shows. */
export interface OficinaActiva extends Actor {
  entidadNombre: string;
  sigla?: string;
}

/** JSON of one office; needs `d` (designacion) and `e` (entidad) in the query. */
export const TEXTO_DE_OFICINA = `json_strip_nulls(json_build_object('persona', d.persona, 'designacion', d.id, 'cargo', d.cargo,
  'calidad', d.calidad, 'entidad', d.entidad, 'tipoEntidad', e.tipo, 'nivel', e.nivel, 'sector', e.sector, 'territorio', e.territorio,
  'desde', d.desde, 'hasta', d.hasta, 'entidadNombre', e.nombre, 'sigla', e.sigla))`;
export const JSON_DE_OFICINA: RawBuilder<OficinaActiva> = sql.raw(TEXTO_DE_OFICINA);

/** Condition: the designation `d` is in force on that date. */
export const vigenteEl = (hoy: Fecha): RawBuilder<boolean> => sql`(not d.anulada and ${hoy}::date between d.desde and coalesce(d.hasta, 'infinity'))`;

/** Scalar subquery: offices in force of a person. */
export const oficinasDe = (persona: Expression<unknown>, hoy: Fecha): RawBuilder<OficinaActiva[]> =>
  sql`(select coalesce(json_agg(${JSON_DE_OFICINA} order by e.nombre, d.cargo, d.id), '[]')
    from designacion d join entidad e on e.id = d.entidad where d.persona = ${persona} and ${vigenteEl(hoy)})`;

/** The office as the rules see it, without the names. */
export function actorDe({ entidadNombre: _n, sigla: _s, ...actor }: OficinaActiva): Actor {
  return actor;
}

/** Office in use: the chosen one while in force, else the only one; undefined when the person must choose or has none. */
export function oficinaEnUso(oficinas: readonly OficinaActiva[], elegida: Id | null): OficinaActiva | undefined {
  return oficinas.find((o) => o.designacion === elegida) ?? (oficinas.length === 1 ? oficinas[0] : undefined);
}

/** Why somebody who signed in acts as nothing. */
export interface SinOficina {
  motivo: string;
  remedio: string;
}

/** Explains the absence of an office, by the last term that ended or the first that will begin. */
export function explicarSinOficina(oficinas: number, terminoEl: Fecha | null, empiezaEl: Fecha | null): SinOficina {
  if (oficinas > 1) return { motivo: 'Usted ejerce más de una oficina y actúa con una a la vez.', remedio: 'Elija con cuál oficina trabajará ahora.' };
  const remedio = 'Envíe a la administración el documento de su designación vigente. Mientras tanto puede leer lo publicado.';
  if (empiezaEl)
    return { motivo: `Su designación empieza el ${dmy(empiezaEl)}.`, remedio: 'Desde ese día podrá actuar. Mientras tanto puede leer lo publicado.' };
  if (terminoEl) return { motivo: `Su designación terminó el ${dmy(terminoEl)}: puede ingresar, pero no actúa con ninguna oficina.`, remedio };
  return { motivo: 'Su cuenta no tiene una oficina designada.', remedio };
}
