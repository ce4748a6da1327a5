import { sql } from 'kysely';
import type { Fecha } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

/** Days before the due date in which an agreement is reminded. */
export const ANTELACION = 7;

/**
 * Messages that a date brings: agreements about to be due or overdue, once for each due date, and the root of the day.
 * Running it again, or in two processes, writes nothing twice.
 */
export async function anotarAvisosDelDia(db: Db, hoy: Fecha, ahora: Date): Promise<void> {
  await sql`
    with a as (
      select id, estado->>'vence' as vence, case when (estado->>'vence')::date < ${hoy}::date then 'vencido' else 'recordatorio' end as clase
      from expediente where tipo = 'acuerdo' and situacion in ('pendiente', 'en_curso', 'reprogramado') and (estado->>'vence')::date <= ${hoy}::date + ${ANTELACION}::integer
    ), m as (
      select clase || ':' || id || ':' || vence as clave, clase, id as expediente, jsonb_build_object('vence', vence) as datos from a
      union all
      select 'raiz:' || fecha, 'raiz', null, jsonb_build_object('fecha', fecha) from raiz where fecha = ${hoy}::date
    )
    insert into salida (clave, clase, expediente, datos, estado, creada_en, proximo_en)
    select clave, clase, expediente, datos, 'por_dirigir', ${ahora}, ${ahora} from m order by clave
    on conflict (clave) do nothing`.execute(db);
}
