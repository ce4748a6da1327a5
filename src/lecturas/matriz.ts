import { sql } from 'kysely';
import type { Id } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

/** What a service has in a departmental territory. */
export interface CeldaLeida {
  servicio: Id;
  departamental: string;
  modelos: number;
  /** Most advanced stage among its modelos; null without modelos. */
  etapa: string | null;
  /** The modelo, when there is just one. */
  modelo: Id | null;
  /** Lines of plans approved and not yet approved. */
  priorizados: number;
  propuestos: number;
  plan: Id | null;
}

export interface Matriz {
  servicios: { id: Id; nombre: string; situacion: string; sector: string }[];
  celdas: CeldaLeida[];
  ettis: { departamental: string; id: Id; situacion: string; sector: string }[];
}

/** Stages from the first to the last, as the state of a modelo names them. */
const ORDEN = ['X3', 'E6', 'E7', 'E8', 'E8o', 'E9', 'E10', 'E11', 'E12'];

/** Coverage territory × service of one sector, or of all. One statement. */
export async function leerMatriz(db: Db, sector: string | undefined): Promise<Matriz> {
  const delSector = sector ? sql`entidad = ${sector}` : sql`true`;
  const { rows } = await sql<Matriz>`
    with s as (select id, titulo, situacion, entidad from expediente where tipo = 'servicio' and ${delSector} order by titulo limit 60),
    m as (
      select relaciones->>'servicio' as servicio, estado->>'departamental' as departamental, count(*)::int as modelos,
        max(array_position(${ORDEN}::text[], estado->>'pistaA')) as etapa, (array_agg(id))[1] as uno
      from expediente where tipo = 'modelo' and relaciones->>'servicio' in (select id::text from s) group by 1, 2
    ), l as (
      select x->>'servicio' as servicio, coalesce(t.departamental, t.id) as departamental,
        count(*) filter (where e.situacion = 'aprobado')::int as priorizados, count(*) filter (where e.situacion <> 'aprobado')::int as propuestos,
        (array_agg(e.id order by e.actualizado_en desc))[1] as plan
      from expediente e cross join lateral jsonb_array_elements(e.estado->'lineas') x join territorio t on t.id = x->>'territorio'
      where e.tipo = 'plan' and x->>'servicio' in (select id::text from s) group by 1, 2
    )
    select (select coalesce(json_agg(json_build_object('id', id, 'nombre', titulo, 'situacion', situacion, 'sector', entidad) order by titulo), '[]') from s) as servicios,
      (select coalesce(json_agg(json_build_object('servicio', coalesce(m.servicio, l.servicio), 'departamental', coalesce(m.departamental, l.departamental),
        'modelos', coalesce(m.modelos, 0), 'etapa', (${ORDEN}::text[])[m.etapa], 'modelo', case when m.modelos = 1 then m.uno end,
        'priorizados', coalesce(l.priorizados, 0), 'propuestos', coalesce(l.propuestos, 0), 'plan', l.plan)), '[]')
        from m full join l on l.servicio = m.servicio and l.departamental = m.departamental) as celdas,
      (select coalesce(json_agg(json_build_object('departamental', estado->>'territorio', 'id', id, 'situacion', situacion, 'sector', entidad)), '[]')
        from expediente where tipo = 'etti' and ${delSector}) as ettis`.execute(db);
  return rows[0] as Matriz;
}
