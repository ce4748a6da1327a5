import { sql } from 'kysely';
import type { Db } from '../platform/base.ts';

/** Cases that stand on a state of the process, or on a situation of an ETTI. */
export interface Parada {
  /** `E1`…`E13`, `X1`…, `B1`…, or `etti:instalado`. */
  clave: string;
  casos: number;
}

/** Where every case stands now, of one entity or of all. One statement. */
export async function leerParadas(db: Db, entidad: string | undefined): Promise<Parada[]> {
  const deEntidad = entidad ? sql`(entidad = ${entidad} or participantes @> array[${entidad}])` : sql`true`;
  const { rows } = await sql<Parada>`
    with e as (select id, tipo, situacion, estado, relaciones from expediente where tipo in ('servicio', 'plan', 'etti', 'modelo') and ${deEntidad}),
    linea as (select e.situacion, x->>'servicio' as servicio, x->>'territorio' as territorio from e cross join lateral jsonb_array_elements(e.estado->'lineas') x where e.tipo = 'plan'),
    parada as (
      select case situacion when 'identificado' then 'E1' when 'elegible' then 'E2' when 'no_elegible' then 'X1' end as clave from e where tipo = 'servicio'
      union all select 'etti:' || situacion from e where tipo = 'etti'
      union all select estado->>'pistaA' from e where tipo = 'modelo'
      union all select estado->>'pistaB' from e where tipo = 'modelo'
      union all select case situacion when 'aprobado' then 'E4' else 'E3' end from linea where situacion <> 'aprobado'
        or not exists (select from e m where m.tipo = 'modelo' and m.relaciones->>'servicio' = linea.servicio and m.estado->>'territorio' = linea.territorio)
    )
    select clave, count(*)::int as casos from parada where clave is not null group by clave order by clave`.execute(db);
  return rows;
}
