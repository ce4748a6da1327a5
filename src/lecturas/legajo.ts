import { sql } from 'kysely';
import type { Id } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

export interface CabezaDeLegajo {
  id: Id;
  tipo: string;
  codigo: string;
  titulo: string;
  version: number;
  huella: string;
  demo: boolean;
  relaciones: Record<string, Id>;
  /** Canonical contents of its hechos, in order. */
  contenidos: string[];
}

/** Head and hechos of an expediente up to a version; undefined when it does not exist. One statement. */
export async function leerLegajo(db: Db, id: Id, version?: number): Promise<CabezaDeLegajo | undefined> {
  const hasta = version ?? null;
  const { rows } = await sql<CabezaDeLegajo>`
    select e.id, e.tipo, e.codigo, e.titulo, e.demo, e.relaciones, h.version, h.huella, h.contenidos
    from expediente e cross join lateral (
      select max(version) as version, (array_agg(encode(huella, 'hex') order by version desc))[1] as huella, array_agg(contenido order by version) as contenidos
      from hecho where expediente_id = e.id and version <= coalesce(${hasta}::integer, 2147483647)) h
    where e.id = ${id} and h.version is not null`.execute(db);
  return rows[0];
}

export interface FilaDeOtro {
  id: Id;
  tipo: string;
  codigo: string;
  titulo: string;
  estado: unknown;
}

/** Folded states of several expedientes, and of the CIG of each. One statement. */
export async function leerEstados(db: Db, ids: readonly Id[]): Promise<FilaDeOtro[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FilaDeOtro>`
    with pedidos as (select unnest(${[...new Set(ids)]}::uuid[]) as id)
    select id, tipo, codigo, titulo, estado from expediente
    where id in (select id from pedidos union select (e.relaciones ->> 'cig')::uuid from expediente e join pedidos p on p.id = e.id where e.relaciones ? 'cig')
    order by id`.execute(db);
  return rows;
}
