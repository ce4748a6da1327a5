import { sql } from 'kysely';
import type { Advertencia, DecididoPor, Fecha, Id } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

export interface Relacionado {
  id: Id;
  rol: string;
  tipo: string;
  codigo: string;
  titulo: string;
  situacion: string;
  estado: unknown;
}

export interface PendienteDeExpediente {
  clave: string;
  que: string;
  numeral: string;
  /** Entities and offices that may settle it. */
  para: string[];
  cargos: string[];
  acto: string | null;
  desde: Fecha;
  vence: Fecha | null;
}

export interface ExpedienteLeido {
  id: Id;
  tipo: string;
  codigo: string;
  version: number;
  estado: unknown;
  huella: string;
  titulo: string;
  situacion: string;
  entidad: string;
  territorio: string | null;
  participantes: string[];
  demo: boolean;
  creadoEl: Fecha;
  relacionados: Relacionado[];
  pendientes: PendienteDeExpediente[];
}

/** Head of an expediente with those it relates to and what it waits for. One statement; undefined when there is none. */
export async function findExpediente(db: Db, id: Id): Promise<ExpedienteLeido | undefined> {
  const { rows } = await sql<ExpedienteLeido>`
    select e.id, e.tipo, e.codigo, e.version, e.estado, encode(e.huella, 'hex') as huella, e.titulo, e.situacion, e.entidad, e.territorio,
      e.participantes, e.demo, e.creado_el as "creadoEl",
      (select coalesce(json_agg(json_build_object('id', o.id, 'rol', r.key, 'tipo', o.tipo, 'codigo', o.codigo, 'titulo', o.titulo, 'situacion', o.situacion,
        'estado', case when o.tipo = 'cig' or (e.tipo = 'reporte' and o.tipo = 'indicador') then o.estado end) order by r.key), '[]')
        from jsonb_each_text(e.relaciones) r join expediente o on o.id = r.value::uuid) as relacionados,
      (select coalesce(json_agg(json_build_object('clave', p.clave, 'que', p.que, 'numeral', p.numeral, 'para', p.para, 'cargos', p.cargos, 'acto', p.acto, 'desde', p.desde, 'vence', p.vence)
          order by p.vence nulls last, p.desde), '[]')
        from (select clave, que, numeral, desde, vence, acto, array_agg(distinct entidad) as para, array_agg(distinct cargo) as cargos
          from pendiente cross join unnest(cargos) cargo where expediente_id = e.id group by clave, que, numeral, desde, vence, acto) p) as pendientes
    from expediente e where e.id = ${id}`.execute(db);
  return rows[0];
}

export interface HechoLeido {
  version: number;
  tipo: string;
  contenido: string;
  huella: string;
  acto: Id;
  nombreActo: string;
  entidad: string;
  cargo: string;
  decididoPor: DecididoPor | null;
  ocurridoEl: Fecha;
  registradoEn: string;
  advertencias: Advertencia[];
}

/** Hechos of an expediente from the last to the first, or from the one before `antesDe`. One statement. */
export async function leerCronologia(
  db: Db,
  id: Id,
  { conContenido = false, maximo = 300, antesDe }: { conContenido?: boolean; maximo?: number; antesDe?: number } = {},
): Promise<HechoLeido[]> {
  const { rows } = await sql<HechoLeido>`
    select h.version, h.tipo, ${conContenido ? sql`h.contenido` : sql`''`} as contenido, encode(h.huella, 'hex') as huella, a.id as acto, a.nombre as "nombreActo",
      a.entidad, a.cargo, a.decidido_por as "decididoPor", a.ocurrido_el as "ocurridoEl", a.registrado_en as "registradoEn", a.advertencias
    from hecho h join acto a on a.id = h.acto_id
    where h.expediente_id = ${id} and h.version < coalesce(${antesDe ?? null}::integer, 2147483647) order by h.version desc limit ${maximo}`.execute(db);
  return rows;
}

export interface DocumentoCitado {
  huella: string;
  nombre: string;
  tipo: string;
  tamano: number;
}

/** Files cited by a folded state: every sha-256 in it that names a stored document. One statement. */
export async function leerDocumentos(db: Db, estado: unknown): Promise<DocumentoCitado[]> {
  const huellas = [...new Set(JSON.stringify(estado).match(/(?<=")[0-9a-f]{64}(?=")/g) ?? [])];
  if (huellas.length === 0) return [];
  return db.selectFrom('documento').select(['huella', 'nombre', 'tipo', 'tamano']).where('huella', 'in', huellas).orderBy('nombre').execute();
}
