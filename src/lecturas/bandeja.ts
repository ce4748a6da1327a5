import { sql } from 'kysely';
import type { EntidadId, Fecha, Id } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';
import { type Pagina, paginar } from './pagina.ts';

/** Something that an expediente waits for. */
export interface FilaPendiente {
  expediente: Id;
  clave: string;
  orden: number;
  tipo: string;
  codigo: string;
  titulo: string;
  situacion: string;
  que: string;
  numeral: string;
  entidad: EntidadId;
  cargos: string[];
  desde: Fecha;
  vence: Fecha | null;
  acto: string | null;
  demo: boolean;
}

export interface FiltroPendientes {
  /** `mio`: waits on this office. `ajeno`: waits on other entities in cases where the entity takes part. */
  de: 'mio' | 'ajeno';
  entidad: EntidadId;
  cargo: string;
  /** Sort keys of the last row seen: `[vence, desde, expediente, clave, orden]`. */
  desde?: readonly string[];
  limite: number;
}

/** Pendientes by due date; those without one, last. */
export async function listarPendientes(db: Db, f: FiltroPendientes): Promise<Pagina<FilaPendiente>> {
  const alcance =
    f.de === 'mio' ? sql`p.entidad = ${f.entidad} and ${f.cargo} = any (p.cargos)` : sql`p.entidad <> ${f.entidad} and ${f.entidad} = any (e.participantes)`;
  const tras = f.desde
    ? sql`and (coalesce(p.vence, 'infinity'), p.desde, p.expediente_id, p.clave, p.orden)
        > (${f.desde[0]}::date, ${f.desde[1]}::date, ${f.desde[2]}::uuid, ${f.desde[3]}, ${f.desde[4]}::smallint)`
    : sql``;
  const { rows } = await sql<FilaPendiente>`
    select p.expediente_id as expediente, p.clave, p.orden, e.tipo, e.codigo, e.titulo, e.situacion, p.que, p.numeral, p.entidad, p.cargos, p.desde, p.vence, p.acto, e.demo
    from pendiente p join expediente e on e.id = p.expediente_id
    where ${alcance} ${tras}
    order by coalesce(p.vence, 'infinity'), p.desde, p.expediente_id, p.clave, p.orden
    limit ${f.limite + 1}`.execute(db);
  return paginar(rows, f.limite, (p) => [p.vence ?? 'infinity', p.desde, p.expediente, p.clave, String(p.orden)]);
}
