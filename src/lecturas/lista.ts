import { sql } from 'kysely';
import type { Fecha, Id } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

export const ORDENES = {
  reciente: 'e.actualizado_en desc',
  titulo: 'e.titulo',
  codigo: 'e.codigo',
  situacion: 'e.situacion, e.titulo',
  plazo: 'p.vence nulls last, e.titulo',
} as const;
export type Orden = keyof typeof ORDENES;

export interface Filtro {
  tipos?: readonly string[];
  /** Words of the title or number, in any order, accents aside. */
  q?: string;
  entidad?: string;
  /** The territory or any inside it. */
  territorio?: string;
  situacion?: string;
  /** State of the process: `E7`, `B1`… of a modelo; `E3` and `E4` of a plan. */
  etapa?: string;
  /** Another expediente that it is related to. */
  relacionado?: Id;
  orden: Orden;
  /** From 1. */
  pagina: number;
}

export interface ExpedienteFila {
  id: Id;
  tipo: string;
  codigo: string;
  titulo: string;
  situacion: string;
  entidad: string;
  entidadNombre: string;
  territorioNombre: string | null;
  actualizadoEn: string;
  pendientes: number;
  vence: Fecha | null;
  demo: boolean;
}

export const POR_PAGINA = 25;

/** Patterns for `like all`: each word anywhere, without accents. */
export function patrones(texto: string): string[] {
  return texto
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((p) => `%${p.replace(/[\\%_]/g, '\\$&')}%`);
}

const enEtapa = (etapa: string) => sql`case e.tipo when 'modelo' then ${etapa} in (e.estado->>'pistaA', e.estado->>'pistaB')
  when 'plan' then ${etapa} = case e.situacion when 'aprobado' then 'E4' else 'E3' end else false end`;

/** One page of expedientes, with the situations found and the total. One statement. */
export async function listarExpedientes(db: Db, f: Filtro): Promise<{ total: number; filas: ExpedienteFila[]; situaciones: string[] }> {
  const salto = (Math.max(1, f.pagina) - 1) * POR_PAGINA;
  const { rows } = await sql<{ total: number; filas: ExpedienteFila[]; situaciones: string[] }>`
    with base as (
      select e.* from expediente e left join territorio t on t.id = e.territorio
      where ${f.tipos ? sql`e.tipo = any(${[...f.tipos]})` : sql`e.tipo not in ('designacion', 'catalogo')`}
        and e.busqueda like all (${patrones(f.q ?? '')}::text[])
        and ${f.entidad ? sql`(e.entidad = ${f.entidad} or e.participantes @> array[${f.entidad}])` : sql`true`}
        and ${f.territorio ? sql`(e.territorio like ${`${f.territorio}%`} or t.departamental = ${f.territorio})` : sql`true`}
        and ${f.etapa ? enEtapa(f.etapa) : sql`true`}
        and ${f.relacionado ? sql`${f.relacionado} in (select value from jsonb_each_text(e.relaciones))` : sql`true`}
    ), f as (select * from base where ${f.situacion ? sql`situacion = ${f.situacion}` : sql`true`})
    select (select count(*)::int from f) as total,
      (select coalesce(json_agg(distinct situacion), '[]') from base) as situaciones,
      (select coalesce(json_agg(x), '[]') from (
        select e.id, e.tipo, e.codigo, e.titulo, e.situacion, e.entidad, coalesce(n.nombre, e.entidad) as "entidadNombre", t.nombre as "territorioNombre",
          e.actualizado_en as "actualizadoEn", coalesce(p.n, 0) as pendientes, p.vence, e.demo
        from f e left join entidad n on n.id = e.entidad left join territorio t on t.id = e.territorio
          left join lateral (select count(distinct clave)::int as n, min(vence) as vence from pendiente where expediente_id = e.id) p on true
        order by ${sql.raw(ORDENES[f.orden])}, e.id limit ${POR_PAGINA} offset ${salto}) x) as filas`.execute(db);
  return rows[0] as { total: number; filas: ExpedienteFila[]; situaciones: string[] };
}
