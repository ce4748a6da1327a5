import { sql } from 'kysely';
import type { Id } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

export interface Inicio {
  cuentas: { tipo: string; n: number }[];
  /** Modelos formalised by Resolución Ministerial, the latest first. */
  vigentes: { id: Id; titulo: string; territorio: string | null; sector: string; situacion: string }[];
}

/** Public figures of the first page. One statement. */
export async function leerInicio(db: Db): Promise<Inicio> {
  const { rows } = await sql<Inicio>`
    select (select coalesce(json_agg(x), '[]') from (select tipo, count(*)::int as n from expediente
        where tipo in ('servicio', 'plan', 'etti', 'modelo') group by tipo) x) as cuentas,
      (select coalesce(json_agg(x), '[]') from (
        select e.id, e.titulo, t.nombre as territorio, coalesce(n.nombre, e.entidad) as sector, e.situacion
        from expediente e left join territorio t on t.id = e.territorio left join entidad n on n.id = e.entidad
        where e.tipo = 'modelo' and e.situacion in ('vigente', 'con_estrategia', 'en_implementacion') order by e.actualizado_en desc limit 10) x) as vigentes`.execute(
    db,
  );
  return rows[0] as Inicio;
}
