import { sql } from 'kysely';
import type { TerritorioId } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

/** Shapes of some territories; those without one are absent. */
export async function leerLimites(db: Db, territorios: readonly TerritorioId[]): Promise<{ id: TerritorioId; trazos: number[][] }[]> {
  if (territorios.length === 0) return [];
  const { rows } = await sql<{ id: TerritorioId; trazos: number[][] }>`
    select territorio as id, trazos from limite where territorio = any(${[...territorios]}::text[]) order by territorio`.execute(db);
  return rows;
}

/** How many shapes are stored, and since when. */
export async function estadoDeLimites(db: Db): Promise<{ provincias: number; distritos: number; el: string | null }> {
  const { rows } = await sql<{ provincias: number; distritos: number; el: string | null }>`
    select count(*) filter (where length(territorio) = 4)::int as provincias, count(*) filter (where length(territorio) = 6)::int as distritos,
      to_char(max(cargado_en) at time zone 'America/Lima', 'YYYY-MM-DD') as el from limite`.execute(db);
  return rows[0] as { provincias: number; distritos: number; el: string | null };
}
