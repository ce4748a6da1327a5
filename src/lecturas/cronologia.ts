import { sql } from 'kysely';
import type { Advertencia, DecididoPor, EntidadId, Fecha, Id, Instante } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';
import { type Pagina, paginar } from './pagina.ts';

/** A hecho with the acto that brought it. */
export interface FilaCronologia {
  version: number;
  hecho: string;
  /** Id of the acto, to annul it or to find its other hechos. */
  acto: Id;
  nombre: string;
  ocurridoEl: Fecha;
  registradoEn: Instante;
  entidad: EntidadId;
  cargo: string;
  decididoPor: DecididoPor | null;
  advertencias: Advertencia[];
  /** Link of the chain, sha-256 in hex. */
  huella: string;
  /** What the hecho holds, when asked for. */
  datos?: unknown;
}

/** Hechos of an expediente, latest first. `antesDe`: version of the last row seen. */
export async function leerCronologia(db: Db, id: Id, o: { antesDe?: number; limite: number; conDatos: boolean }): Promise<Pagina<FilaCronologia>> {
  let consulta = db
    .selectFrom('hecho')
    .innerJoin('acto', 'acto.id', 'hecho.acto_id')
    .select(['hecho.version', 'hecho.tipo as hecho', 'acto.id as acto', 'acto.nombre', 'acto.ocurrido_el as ocurridoEl', 'acto.entidad', 'acto.cargo', 'acto.advertencias'])
    .select('acto.decidido_por as decididoPor')
    .select(sql<Instante>`to_json(acto.registrado_en at time zone 'UTC') #>> '{}' || 'Z'`.as('registradoEn'))
    .select(sql<string>`encode(hecho.huella, 'hex')`.as('huella'))
    .where('hecho.expediente_id', '=', id);
  if (o.antesDe !== undefined) consulta = consulta.where('hecho.version', '<', o.antesDe);
  const orden = consulta.orderBy('hecho.version', 'desc').limit(o.limite + 1);
  const filas: FilaCronologia[] = o.conDatos ? await orden.select(sql<unknown>`hecho.contenido::json -> 'hecho' -> 'datos'`.as('datos')).execute() : await orden.execute();
  return paginar(filas, o.limite, (f) => [String(f.version)]);
}
