import { sql } from 'kysely';
import type { Id } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';
import type { ClaseDeSalida, EstadoDeSalida } from '../platform/salida/tablas.ts';

export interface SalidaFila {
  id: Id;
  clase: ClaseDeSalida;
  estado: EstadoDeSalida;
  expediente: Id | null;
  titulo: string | null;
  entidad: string | null;
  cargo: string | null;
  intentos: number;
  motivo: string | null;
  respuesta: string | null;
  /** Instant in which it ended, or in which it will be tried again. */
  cuando: string;
  destino: string | null;
}

export interface PaginaDeSalida {
  cuentas: Partial<Record<EstadoDeSalida, number>>;
  filas: SalidaFila[];
}

const CAMPOS = sql`s.id, s.clase, s.estado, s.expediente, e.titulo, s.entidad, s.cargo, s.intentos, s.motivo, s.respuesta,
  to_json(coalesce(s.terminada_en, s.proximo_en)) as cuando, encode(s.destino, 'hex') as destino`;

/** Messages with what became of them, the ones that need attention first. One statement. */
export async function leerSalida(db: Db, estado: EstadoDeSalida | undefined, { maximo, salto }: { maximo: number; salto: number }): Promise<PaginaDeSalida> {
  const { rows } = await sql<PaginaDeSalida>`
    select (select coalesce(json_object_agg(estado, n), '{}') from (select estado, count(*)::int as n from salida where estado <> 'dirigido' group by estado) x) as cuentas,
      (select coalesce(json_agg(x), '[]') from (
        select ${CAMPOS} from salida s left join expediente e on e.id = s.expediente
        where s.estado <> 'dirigido' and ${estado ? sql`s.estado = ${estado}` : sql`true`}
        order by array_position(array['muerto', 'pendiente', 'por_dirigir'], s.estado) nulls last, coalesce(s.terminada_en, s.proximo_en) desc, s.id
        limit ${maximo} offset ${salto}) x) as filas`.execute(db);
  return rows[0] as PaginaDeSalida;
}

/** Whom an expediente was notified to, office by office: «constancia de notificación». */
export async function notificacionesDe(db: Db, expediente: Id): Promise<SalidaFila[]> {
  const { rows } = await sql<SalidaFila>`
    select ${CAMPOS} from salida s left join expediente e on e.id = s.expediente
    where s.expediente = ${expediente} and s.estado <> 'dirigido' order by s.creada_en, s.entidad, s.cargo, s.id limit 3000`.execute(db);
  return rows;
}
