import { type ColumnType, type Generated, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Advertencia, Catalogo, DecididoPor, Fecha, Id } from '../kernel/tipos.ts';
import type { Exito } from './contrato.ts';
import { ClienteQuePrepara } from './preparadas.ts';

pg.types.setTypeParser(pg.types.builtins.DATE, (t) => t);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Written as text, read as the parsed value. */
type Json<T> = ColumnType<T, string, string>;

/**
 * Tables of the database. This file declares the ledger; every module adds its own with
 * `declare module '…/platform/base.ts' { interface Base { … } }`.
 */
export interface Base {
  acto: {
    id: Id;
    nombre: string;
    cuenta: string;
    clave: string;
    solicitud: Buffer;
    persona: Id;
    designacion: Id;
    entidad: string;
    cargo: string;
    decidido_por: Json<DecididoPor | null>;
    ocurrido_el: Fecha;
    registrado_en: Date;
    advertencias: Json<Advertencia[]>;
    respuesta: Json<Exito>;
  };
  hecho: { expediente_id: Id; version: number; acto_id: Id; tipo: string; contenido: string; huella: Buffer };
  expediente: {
    id: Id;
    tipo: string;
    codigo: string;
    version: number;
    estado: Json<unknown>;
    huella: Buffer;
    titulo: string;
    situacion: string;
    entidad: string;
    territorio: string | null;
    relaciones: Json<Record<string, Id>>;
    participantes: string[];
    unica: string | null;
    busqueda: string;
    demo: boolean;
    creado_el: Fecha;
    actualizado_en: Date;
  };
  pendiente: {
    expediente_id: Id;
    clave: string;
    orden: number;
    que: string;
    numeral: string;
    entidad: string;
    cargos: string[];
    desde: Fecha;
    vence: Fecha | null;
    acto: string | null;
  };
  numeracion: { serie: string; entidad: string; anio: number; ultimo: number };
  documento: {
    huella: string;
    nombre: string;
    tipo: string;
    bytes: Buffer;
    tamano: number;
    subido_por: Id;
    subido_en: Date;
    citado: Generated<boolean>;
    visibilidad: Generated<'publico' | 'reservado' | 'personal'>;
  };
  raiz: { fecha: Fecha; huella: string; expedientes: number; cabezas: Json<Record<Id, string>>; anotada_en: Date };
  ajuste: { clave: string; valor: string };
}

export type Db = Kysely<Base>;
export type Tx = Transaction<Base>;

/** What a module's projection receives of a hecho. */
export interface HechoGuardado {
  expediente: Id;
  version: number;
  hecho: { tipo: string; v: number; datos: unknown };
  marca: { ocurridoEl: Fecha; registradoEn: string; acto: Id; designacion: Id; entidad: string; cargo: string };
}

/** Writes the rows of a module's own tables. Runs in the transaction of the actos of a lot and again when rebuilding. */
export type Proyeccion = (tx: Tx, hechos: readonly HechoGuardado[], catalogo: Catalogo) => Promise<void>;

/** Opens a pool whose connections work as `ayni_app`, the role that cannot change hechos (house rule 4). */
export function abrirPool(url: string, { maximo = 16, ajustes = '' }: { maximo?: number; ajustes?: string } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    Client: ClienteQuePrepara,
    max: maximo,
    application_name: 'ayni',
    onConnect: async (c) => {
      await c.query(
        `set role ayni_app; set timezone = 'America/Lima'; set statement_timeout = '30s'; set idle_in_transaction_session_timeout = '30s'; ${ajustes}`,
      );
    },
  });
  pool.on('error', () => {});
  // A connection lost while lent and idle inside a transaction belongs to nobody's query: unheard, it would end the process.
  pool.on('connect', (c) => c.on('error', () => {}));
  return pool;
}

/** Query builder over a pool; destroying it ends the pool. */
export function abrirBase(url: string, opciones: { maximo?: number } = {}): Db {
  return new Kysely<Base>({ dialect: new PostgresDialect({ pool: abrirPool(url, opciones) }) });
}
