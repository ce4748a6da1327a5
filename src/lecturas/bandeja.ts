import { sql } from 'kysely';
import type { Actor, Fecha, Id } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

export interface PendienteFila {
  expediente: Id;
  tipo: string;
  codigo: string;
  titulo: string;
  que: string;
  numeral: string;
  desde: Fecha;
  vence: Fecha | null;
  acto: string | null;
  demo: boolean;
}

export interface EsperaFila extends PendienteFila {
  /** Entities that may settle it. */
  de: string[];
}

export interface RecienteFila {
  expediente: Id;
  tipo: string;
  titulo: string;
  hecho: string;
  entidad: string;
  cargo: string;
  /** Legal date. */
  ocurridoEl: Fecha;
}

export interface Bandeja {
  total: number;
  mios: PendienteFila[];
  totalEspera: number;
  espero: EsperaFila[];
  recientes: RecienteFila[];
}

/** Rows of each part of the bandeja. */
const MAXIMO = 50;

const FILA = sql`e.id as expediente, e.tipo, e.codigo, e.titulo, p.que, p.numeral, p.desde, p.vence, p.acto, e.demo`;

/**
 * What waits on the office by due date, what its entity awaits from others on the cases it takes part in, and the last
 * hechos on them. What is not due to begin yet stays out. One statement.
 */
export async function leerBandeja(db: Db, actor: Pick<Actor, 'entidad' | 'cargo'>, hoy: Fecha): Promise<Bandeja> {
  const { rows } = await sql<Bandeja>`
    with mios as (
      select distinct on (e.id, p.clave) ${FILA} from pendiente p join expediente e on e.id = p.expediente_id
      where p.entidad = ${actor.entidad} and ${actor.cargo} = any(p.cargos) and p.desde <= ${hoy}
    ), ambito as (
      select * from expediente e where e.entidad = ${actor.entidad} or e.participantes @> array[${actor.entidad}]
    ), espero as (
      select ${FILA}, array_agg(distinct p.entidad) as de
      from pendiente p join ambito e on e.id = p.expediente_id
      where p.desde <= ${hoy}
      group by e.id, e.tipo, e.codigo, e.titulo, e.demo, p.clave, p.que, p.numeral, p.desde, p.vence, p.acto
      having not (${actor.entidad} = any(array_agg(p.entidad)))
    )
    select (select count(*)::int from mios) as total,
      (select coalesce(json_agg(x), '[]') from (select * from mios order by vence nulls last, desde, titulo limit ${MAXIMO}) x) as mios,
      (select count(*)::int from espero) as "totalEspera",
      (select coalesce(json_agg(x), '[]') from (select * from espero order by desde, vence nulls last, titulo limit ${MAXIMO}) x) as espero,
      (select coalesce(json_agg(x), '[]') from (
        select e.id as expediente, e.tipo, e.titulo, h.tipo as hecho, a.entidad, a.cargo, a.ocurrido_el as "ocurridoEl"
        from (select * from ambito where tipo not in ('designacion', 'catalogo') order by actualizado_en desc limit 20) e
        cross join lateral (select * from hecho where expediente_id = e.id order by version desc limit 3) h
        join acto a on a.id = h.acto_id
        order by a.ocurrido_el desc, a.registrado_en desc, h.version desc limit 12) x) as recientes`.execute(db);
  return rows[0] as Bandeja;
}
