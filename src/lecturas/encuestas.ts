import { sql } from 'kysely';
import type { Id } from '../kernel/tipos.ts';
import type { Encuesta } from '../modules/encuesta/encuesta.ts';
import type { Db } from '../platform/base.ts';

export interface EncuestaLeida extends Encuesta {
  id: Id;
  codigo: string;
}

/** Surveys in force whose results are figures of an indicator, in the order in which they were registered (8.18). One statement. */
export async function leerEncuestas(db: Db, indicador: Id): Promise<EncuestaLeida[]> {
  const { rows } = await sql<{ id: Id; codigo: string; estado: Encuesta }>`
    select id, codigo, estado from expediente
    where tipo = 'encuesta' and situacion = 'vigente' and relaciones @> jsonb_build_object('indicador', ${indicador}::text) order by creado_el, codigo`.execute(
    db,
  );
  return rows.map((r) => ({ ...r.estado, id: r.id, codigo: r.codigo }));
}
