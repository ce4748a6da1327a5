import type { Fecha, Id } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

/** Canonical contents of the hechos of an expediente that had happened by a legal date, in order. One statement. */
export async function contenidosAl(db: Db, id: Id, fecha: Fecha): Promise<string[]> {
  const filas = await db
    .selectFrom('hecho')
    .innerJoin('acto', 'acto.id', 'hecho.acto_id')
    .select('hecho.contenido')
    .where('hecho.expediente_id', '=', id)
    .where('acto.ocurrido_el', '<=', fecha)
    .orderBy('hecho.version')
    .execute();
  return filas.map((f) => f.contenido);
}
