import { type RawBuilder, sql } from 'kysely';
import type { Fecha, Id } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

export interface AcuerdoFila {
  id: Id;
  codigo: string;
  titulo: string;
  situacion: string;
  cig: Id;
  nombreCig: string;
  nombreSesion: string | null;
  asunto: number | null;
  entidad: string;
  entidadNombre: string;
  cargo: string;
  cumplimiento: string;
  vence: Fecha;
  vencido: boolean;
  /** Last progress reported, in percentage. */
  avance: number | null;
  reprogramaciones: number;
  demo: boolean;
}

export interface FiltroDeAcuerdos {
  q: readonly string[];
  cig?: Id;
  /** Entity that answers. */
  responsable?: string;
  cargo?: string;
  /** `abierto`, `vencido` or a situation. */
  estado?: string;
}

const ABIERTO = sql`e.situacion in ('pendiente', 'en_curso', 'reprogramado', 'por_confirmar')`;
const vencidoEl = (hoy: Fecha): RawBuilder<boolean> =>
  sql`(e.situacion in ('pendiente', 'en_curso', 'reprogramado') and (e.estado->>'vence')::date < ${hoy}::date)`;

const fila = (hoy: Fecha) => sql`e.id, e.codigo, e.titulo, e.situacion, e.estado->>'cig' as cig, e.estado->>'nombreCig' as "nombreCig",
  e.estado->>'nombreSesion' as "nombreSesion", (e.estado->>'asunto')::int as asunto, e.estado->'responsable'->>'entidad' as entidad,
  coalesce(n.nombre, e.estado->'responsable'->>'entidad') as "entidadNombre", e.estado->'responsable'->>'cargo' as cargo,
  e.estado->>'cumplimiento' as cumplimiento, e.estado->>'vence' as vence, ${vencidoEl(hoy)} as vencido,
  (e.estado->'avances'->-1->>'porcentaje')::int as avance, jsonb_array_length(e.estado->'reprogramaciones') as reprogramaciones, e.demo`;

const ORDEN = (hoy: Fecha) => sql`${vencidoEl(hoy)} desc, (${ABIERTO}) desc, e.estado->>'vence', e.id`;

const condicion = (estado: string | undefined, hoy: Fecha) =>
  !estado ? sql`true` : estado === 'vencido' ? vencidoEl(hoy) : estado === 'abierto' ? ABIERTO : sql`e.situacion = ${estado}`;

export interface PaginaDeAcuerdos {
  total: number;
  vencidos: number;
  filas: AcuerdoFila[];
  /** Commissions and entities that the filters offer. */
  comisiones: { id: Id; nombre: string }[];
  responsables: { id: string; nombre: string }[];
}

/** Agreements to follow up, overdue first, then open by date. One statement. */
export async function listarAcuerdos(db: Db, f: FiltroDeAcuerdos, hoy: Fecha, { maximo, salto }: { maximo: number; salto: number }): Promise<PaginaDeAcuerdos> {
  const { rows } = await sql<PaginaDeAcuerdos>`
    with todos as (select * from expediente where tipo = 'acuerdo'),
    f as (
      select e.* from todos e
      where e.busqueda like all (${[...f.q]}::text[])
        and ${f.cig ? sql`e.estado->>'cig' = ${f.cig}` : sql`true`}
        and ${f.responsable ? sql`e.estado->'responsable'->>'entidad' = ${f.responsable}` : sql`true`}
        and ${f.cargo ? sql`e.estado->'responsable'->>'cargo' = ${f.cargo}` : sql`true`}
        and ${condicion(f.estado, hoy)}
    )
    select (select count(*)::int from f) as total,
      (select count(*)::int from f e where ${vencidoEl(hoy)}) as vencidos,
      (select coalesce(json_agg(x), '[]') from (
        select ${fila(hoy)} from f e left join entidad n on n.id = e.estado->'responsable'->>'entidad'
        order by ${ORDEN(hoy)} limit ${maximo} offset ${salto}) x) as filas,
      (select coalesce(json_agg(json_build_object('id', id, 'nombre', nombre) order by nombre), '[]')
        from (select distinct estado->>'cig' as id, estado->>'nombreCig' as nombre from todos) x) as comisiones,
      (select coalesce(json_agg(json_build_object('id', r.id, 'nombre', coalesce(n.nombre, r.id)) order by coalesce(n.nombre, r.id)), '[]')
        from (select distinct estado->'responsable'->>'entidad' as id from todos) r left join entidad n on n.id = r.id) as responsables`.execute(db);
  return rows[0] as PaginaDeAcuerdos;
}

/** Open agreements of a commission, overdue first: what a session reviews as its first item. */
export async function acuerdosPorSeguir(db: Db, cig: Id, hoy: Fecha): Promise<AcuerdoFila[]> {
  const { rows } = await sql<AcuerdoFila>`
    select ${fila(hoy)} from expediente e left join entidad n on n.id = e.estado->'responsable'->>'entidad'
    where e.tipo = 'acuerdo' and e.relaciones @> jsonb_build_object('cig', ${cig}::text) and ${ABIERTO}
    order by ${ORDEN(hoy)} limit 200`.execute(db);
  return rows;
}
