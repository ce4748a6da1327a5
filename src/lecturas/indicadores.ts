import { sql } from 'kysely';
import type { Id } from '../kernel/tipos.ts';
import type { Indicador } from '../modules/indicador/indicador.ts';
import type { Db } from '../platform/base.ts';
import { patrones } from './lista.ts';

/** Periods that anybody may see. */
const publicado = sql`e.estado -> 'periodos' -> c.periodo::text ->> 'situacion' = 'publicado'`;

export interface IndicadorLeido {
  id: Id;
  codigo: string;
  titulo: string;
  version: number;
  situacion: string;
  demo: boolean;
  estado: Indicador;
  servicioNombre: string;
  sectorNombre: string;
  responsableNombre: string;
  /** Periods with figures, in order; only the published ones for who has not signed in. */
  periodos: number[];
}

/** Sheet of an indicator and the periods with figures. One statement. Undefined when it does not exist, or has nothing public for the public. */
export async function findIndicador(db: Db, id: Id, { soloPublicado }: { soloPublicado: boolean }): Promise<IndicadorLeido | undefined> {
  const { rows } = await sql<IndicadorLeido>`
    select e.id, e.codigo, e.titulo, e.version, e.situacion, e.demo, e.estado, coalesce(s.titulo, '') as "servicioNombre",
      coalesce(n.nombre, e.entidad) as "sectorNombre", coalesce(r.nombre, e.estado ->> 'responsable') as "responsableNombre",
      (select coalesce(array_agg(distinct c.periodo order by c.periodo), '{}') from serie x join cifra c on c.serie = x.id
        where x.indicador = e.id and octet_length(c.marca) > 0 and ${soloPublicado ? publicado : sql`true`}) as periodos
    from expediente e left join expediente s on s.id = (e.estado ->> 'servicio')::uuid left join entidad n on n.id = e.entidad
      left join entidad r on r.id = e.estado ->> 'responsable'
    where e.id = ${id} and e.tipo = 'indicador'`.execute(db);
  const i = rows[0];
  return i && soloPublicado && i.periodos.length === 0 ? undefined : i;
}

export interface FiltroDeIndicadores {
  q?: string;
  sector?: string;
  servicio?: Id;
  dimension?: string;
  soloPublicado: boolean;
  /** From 1. */
  pagina: number;
  tamano: number;
}

export interface IndicadorFila {
  id: Id;
  codigo: string;
  titulo: string;
  situacion: string;
  demo: boolean;
  sectorNombre: string;
  servicioNombre: string;
  estado: Indicador;
  /** Last period with figures of the whole country. `reserva`: some figure of that period is reserved, so the total may not be shown either. */
  ultimo: { periodo: number; num: number; den: number; n: number; reserva: boolean } | null;
}

interface Par {
  valor: string;
  texto: string;
}

/** One page of indicators with the sectors and services to filter by. One statement. */
export async function listarIndicadores(db: Db, f: FiltroDeIndicadores): Promise<{ total: number; filas: IndicadorFila[]; sectores: Par[]; servicios: Par[] }> {
  const { rows } = await sql<{ total: number; filas: IndicadorFila[]; sectores: Par[]; servicios: Par[] }>`
    with base as (
      select e.id, e.codigo, e.titulo, e.situacion, e.demo, e.estado, e.entidad, coalesce(n.nombre, e.entidad) as "sectorNombre",
        coalesce(s.titulo, '') as "servicioNombre", e.estado ->> 'servicio' as servicio, u.ultimo, e.busqueda
      from expediente e left join entidad n on n.id = e.entidad left join expediente s on s.id = (e.estado ->> 'servicio')::uuid
        left join lateral (select json_build_object('periodo', c.periodo, 'num', c.pais_num, 'den', c.pais_den, 'n', c.pais_n,
          'reserva', exists (select 1 from serie y join cifra d on d.serie = y.id where y.indicador = e.id and d.periodo = c.periodo and d.reservado)) as ultimo
          from serie x join cifra c on c.serie = x.id
          where x.indicador = e.id and x.categoria = '' and c.pais_n > 0 and ${f.soloPublicado ? publicado : sql`true`}
          order by c.periodo desc limit 1) u on true
      where e.tipo = 'indicador' and ${f.soloPublicado ? sql`u.ultimo is not null` : sql`true`}
    ), f as (
      select * from base where busqueda like all (${patrones(f.q ?? '')}::text[]) and ${f.sector ? sql`entidad = ${f.sector}` : sql`true`}
        and ${f.servicio ? sql`servicio = ${f.servicio}` : sql`true`} and ${f.dimension ? sql`estado ->> 'dimension' = ${f.dimension}` : sql`true`}
    ), pagina as (select * from f order by titulo, id limit ${f.tamano} offset ${(f.pagina - 1) * f.tamano})
    select (select count(*)::int from f) as total, (select coalesce(json_agg(pagina order by titulo, id), '[]') from pagina) as filas,
      (select coalesce(json_agg(x order by x.texto), '[]') from (select distinct entidad as valor, "sectorNombre" as texto from base) x) as sectores,
      (select coalesce(json_agg(x order by x.texto), '[]') from (select distinct servicio as valor, "servicioNombre" as texto from base) x) as servicios`.execute(
    db,
  );
  return rows[0] as { total: number; filas: IndicadorFila[]; sectores: Par[]; servicios: Par[] };
}
