import { type Kysely, sql } from 'kysely';
import type { Calidad, Fecha, Id } from '../../kernel/tipos.ts';
import type { Base, HechoGuardado, Tx } from '../../platform/base.ts';
import { DE_UN_TITULAR, type DesignacionHecho } from './designacion.ts';

declare module '../../platform/base.ts' {
  interface Base {
    designacion: {
      id: Id;
      persona: Id;
      entidad: string;
      cargo: string;
      calidad: Calidad;
      documento: string | null;
      desde: Fecha;
      hasta: Fecha | null;
      anulada: boolean;
    };
  }
}

/** Writes the row of `designacion` that follows from a hecho. */
export async function projectDesignacion(tx: Tx, { expediente, hecho }: HechoGuardado): Promise<void> {
  const h = hecho as DesignacionHecho;
  switch (h.tipo) {
    case 'OficinaDesignada': {
      const { persona, entidad, cargo, calidad, documento, desde, hasta } = h.datos;
      await tx
        .insertInto('designacion')
        .values({ id: expediente, persona, entidad, cargo, calidad, documento: documento ?? null, desde, hasta: hasta ?? null, anulada: false })
        .execute();
      return;
    }
    case 'DesignacionTerminada':
      await tx.updateTable('designacion').set({ hasta: h.datos.hasta }).where('id', '=', expediente).execute();
      return;
    case 'DesignacionRectificada': {
      const { calidad, documento, desde, hasta } = h.datos;
      await tx
        .updateTable('designacion')
        .set({ calidad, documento: documento ?? null, desde, hasta: hasta ?? null })
        .where('id', '=', expediente)
        .execute();
      return;
    }
    case 'DesignacionAnulada':
      await tx.updateTable('designacion').set({ anulada: true }).where('id', '=', expediente).execute();
      return;
  }
}

export interface FiltroDeDesignaciones {
  persona?: Id;
  entidad?: string;
  cargo?: string;
  /** Only those in force on this date. */
  vigentesEl?: Fecha;
  /** From 1. */
  pagina?: number;
  /** Rows per page, at most 200. */
  tamano?: number;
}

export interface DesignacionFila {
  id: Id;
  persona: Id;
  /** Name as it stands today; personal data. */
  nombre: string | null;
  entidad: string;
  entidadNombre: string | null;
  cargo: string;
  calidad: Calidad;
  documento: string | null;
  desde: Fecha;
  hasta: Fecha | null;
  anulada: boolean;
}

/** Designations, the latest first, paged by the database. */
export async function listarDesignaciones(db: Kysely<Base>, f: FiltroDeDesignaciones = {}): Promise<{ total: number; filas: DesignacionFila[] }> {
  const tamano = Math.min(Math.max(f.tamano ?? 50, 1), 200);
  const salto = (Math.max(f.pagina ?? 1, 1) - 1) * tamano;
  const { rows } = await sql<{ total: number; filas: DesignacionFila[] }>`
    with f as (
      select d.id, d.persona, nullif(concat_ws(' ', p.nombres, p.apellidos), '') as nombre, d.entidad, e.nombre as "entidadNombre",
        d.cargo, d.calidad, d.documento, d.desde, d.hasta, d.anulada
      from designacion d left join persona p on p.id = d.persona left join entidad e on e.id = d.entidad
      where (${f.persona ?? null}::uuid is null or d.persona = ${f.persona ?? null})
        and (${f.entidad ?? null}::text is null or d.entidad = ${f.entidad ?? null})
        and (${f.cargo ?? null}::text is null or d.cargo = ${f.cargo ?? null})
        and (${f.vigentesEl ?? null}::date is null
          or (not d.anulada and ${f.vigentesEl ?? null}::date between d.desde and coalesce(d.hasta, 'infinity')))
    ), pagina as (select * from f order by desde desc, id limit ${tamano} offset ${salto})
    select (select count(*) from f) as total, (select coalesce(json_agg(pagina order by desde desc, id), '[]') from pagina) as filas`.execute(db);
  return rows[0] as { total: number; filas: DesignacionFila[] };
}

/** Offices of one holder with two titulars on some same day: shown to the administration, which cures one of them. */
export async function titularesQueCoinciden(db: Kysely<Base>): Promise<{ entidad: string; cargo: string; una: Id; otra: Id }[]> {
  const { rows } = await sql<{ entidad: string; cargo: string; una: Id; otra: Id }>`
    select a.entidad, a.cargo, a.id as una, b.id as otra
    from designacion a join designacion b on b.entidad = a.entidad and b.cargo = a.cargo and b.id > a.id
    where a.calidad = 'titular' and b.calidad = 'titular' and not a.anulada and not b.anulada and a.cargo = any (${[...DE_UN_TITULAR]}::text[])
      and daterange(a.desde, a.hasta, '[]') && daterange(b.desde, b.hasta, '[]')
    order by a.entidad, a.cargo limit 200`.execute(db);
  return rows;
}

/** Titular in force of an office on a date, if any: what a form proposes as `anterior`. */
export async function findTitular(db: Kysely<Base>, entidad: string, cargo: string, el: Fecha): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id }>`
    select id from designacion
    where entidad = ${entidad} and cargo = ${cargo} and calidad = 'titular' and not anulada and ${el}::date between desde and coalesce(hasta, 'infinity')
    order by desde desc limit 1`.execute(db);
  return rows[0]?.id;
}
