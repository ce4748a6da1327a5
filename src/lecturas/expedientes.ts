import { sql } from 'kysely';
import type { EntidadId, Fecha, Id, Instante, TerritorioId } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';
import { contiene, type Pagina, paginar } from './pagina.ts';

export interface FiltroExpedientes {
  tipo?: string;
  /** Words of the title or of the number, accents apart. */
  q?: string;
  entidad?: EntidadId;
  /** Entity that leads it or takes part. */
  participa?: EntidadId;
  territorio?: TerritorioId;
  situacion?: string;
  /** Sort keys of the last row seen: `[actualizadoEn, id]`. */
  desde?: readonly string[];
  limite: number;
}

export interface FilaExpediente {
  id: Id;
  tipo: string;
  codigo: string;
  version: number;
  titulo: string;
  situacion: string;
  entidad: EntidadId;
  territorio: TerritorioId | null;
  demo: boolean;
  creadoEl: Fecha;
  actualizadoEn: Instante;
}

/** Heads by latest change. */
export async function listarExpedientes(db: Db, f: FiltroExpedientes): Promise<Pagina<FilaExpediente>> {
  let consulta = db
    .selectFrom('expediente')
    .select(['id', 'tipo', 'codigo', 'version', 'titulo', 'situacion', 'entidad', 'territorio', 'demo', 'creado_el as creadoEl'])
    .select(sql<Instante>`to_json(actualizado_en at time zone 'UTC') #>> '{}' || 'Z'`.as('actualizadoEn'));
  if (f.tipo) consulta = consulta.where('tipo', '=', f.tipo);
  if (f.q) consulta = consulta.where('busqueda', 'like', contiene(f.q));
  if (f.entidad) consulta = consulta.where('entidad', '=', f.entidad);
  if (f.participa) consulta = consulta.where(sql<boolean>`${f.participa} = any (participantes)`);
  if (f.territorio) consulta = consulta.where('territorio', '=', f.territorio);
  if (f.situacion) consulta = consulta.where('situacion', '=', f.situacion);
  if (f.desde) consulta = consulta.where(sql<boolean>`(actualizado_en, id) < (${f.desde[0]}::timestamptz, ${f.desde[1]}::uuid)`);
  const filas = await consulta
    .orderBy('actualizado_en', 'desc')
    .orderBy('id', 'desc')
    .limit(f.limite + 1)
    .execute();
  return paginar(filas, f.limite, (x) => [x.actualizadoEn, x.id]);
}

export interface ExpedienteLeido extends FilaExpediente {
  relaciones: Record<string, Id>;
  participantes: EntidadId[];
  estado: unknown;
  /** Last link of the chain of hechos, in hex. */
  huella: string;
}

/** One head with its folded state; undefined when there is none. */
export async function findExpediente(db: Db, id: Id): Promise<ExpedienteLeido | undefined> {
  return db
    .selectFrom('expediente')
    .select(['id', 'tipo', 'codigo', 'version', 'titulo', 'situacion', 'entidad', 'territorio', 'demo', 'creado_el as creadoEl', 'relaciones', 'participantes', 'estado'])
    .select(sql<Instante>`to_json(actualizado_en at time zone 'UTC') #>> '{}' || 'Z'`.as('actualizadoEn'))
    .select(sql<string>`encode(huella, 'hex')`.as('huella'))
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Canonical contents of the hechos of an expediente that had happened by a legal date, in order. */
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
