import { sql } from 'kysely';
import type { EntidadId, Id, TerritorioId } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

/** Coverage of services by territory: which Modelo Específico stands where, and how far. */
export interface Matriz {
  servicios: { id: Id; codigo: string; titulo: string; situacion: string; entidad: EntidadId; demo: boolean }[];
  celdas: { servicio: Id; territorio: TerritorioId; modelo: Id; codigo: string; situacion: string }[];
}

const MAXIMO = 500;

/** @param sector ministry whose services are shown; all when absent. At most 500 services, by title. */
export async function leerMatriz(db: Db, sector?: EntidadId): Promise<Matriz> {
  const { rows } = await sql<Matriz>`
    with s as (
      select id, codigo, titulo, situacion, entidad, demo from expediente
      where tipo = 'servicio' and (${sector ?? null}::text is null or entidad = ${sector ?? null})
      order by titulo, id limit ${MAXIMO}
    ), m as (
      select relaciones ->> 'servicio' as servicio, territorio, id as modelo, codigo, situacion from expediente
      where tipo = 'modelo' and (relaciones ->> 'servicio')::uuid in (select id from s)
      order by territorio, creado_el desc, id
    )
    select (select coalesce(json_agg(s), '[]') from s) as servicios, (select coalesce(json_agg(m), '[]') from m) as celdas`.execute(db);
  return rows[0] as Matriz;
}
