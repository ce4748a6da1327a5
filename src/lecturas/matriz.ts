import { sql } from 'kysely';
import type { Id } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

/** What a service has in a territory: its modelo, or else the line of a plan. */
export interface CeldaLeida {
  servicio: Id;
  territorio: string;
  departamental: string;
  /** State of the process: `E3`, `E4`, `E6`…, `X3`. */
  etapa: string;
  /** The modelo, or the plan while there is none. */
  expediente: Id;
}

export interface ServicioLeido {
  id: Id;
  nombre: string;
  situacion: string;
  sector: string;
}

export interface Matriz {
  servicios: ServicioLeido[];
  celdas: CeldaLeida[];
  /** Sectors that have services. */
  sectores: string[];
}

/** Coverage territory × service of one sector, or of all. One statement. */
export async function leerMatriz(db: Db, sector: string | undefined): Promise<Matriz> {
  const { rows } = await sql<Matriz>`
    with s as (select id, titulo, situacion, entidad from expediente where tipo = 'servicio' and ${sector ? sql`entidad = ${sector}` : sql`true`} order by titulo limit 200),
    m as (
      select distinct on (relaciones->>'servicio', estado->>'territorio') relaciones->>'servicio' as servicio, estado->>'territorio' as territorio,
        estado->>'departamental' as departamental, estado->>'pistaA' as etapa, id
      from expediente where tipo = 'modelo' and relaciones->>'servicio' in (select id::text from s)
      order by relaciones->>'servicio', estado->>'territorio', actualizado_en desc
    ), l as (
      select distinct on (x->>'servicio', x->>'territorio') x->>'servicio' as servicio, x->>'territorio' as territorio,
        coalesce(t.departamental, t.id) as departamental, case e.situacion when 'aprobado' then 'E4' else 'E3' end as etapa, e.id
      from expediente e cross join lateral jsonb_array_elements(e.estado->'lineas') x join territorio t on t.id = x->>'territorio'
      where e.tipo = 'plan' and x->>'servicio' in (select id::text from s)
      order by x->>'servicio', x->>'territorio', e.situacion = 'aprobado' desc, e.actualizado_en desc
    )
    select (select coalesce(json_agg(json_build_object('id', id, 'nombre', titulo, 'situacion', situacion, 'sector', entidad) order by titulo), '[]') from s) as servicios,
      (select coalesce(json_agg(json_build_object('servicio', coalesce(m.servicio, l.servicio), 'territorio', coalesce(m.territorio, l.territorio),
        'departamental', coalesce(m.departamental, l.departamental), 'etapa', coalesce(m.etapa, l.etapa), 'expediente', coalesce(m.id, l.id))), '[]')
        from m full join l on l.servicio = m.servicio and l.territorio = m.territorio) as celdas,
      (select coalesce(json_agg(distinct entidad), '[]') from expediente where tipo = 'servicio') as sectores`.execute(db);
  return rows[0] as Matriz;
}
