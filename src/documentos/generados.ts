import { type Insertable, sql } from 'kysely';
import type { Fecha, Id } from '../kernel/tipos.ts';
import type { Base, Db } from '../platform/base.ts';

declare module '../platform/base.ts' {
  interface Base {
    documento_generado: {
      codigo: string;
      expediente_id: Id;
      tipo: string;
      version: number;
      titulo: string;
      fecha: Fecha;
      proyecto: boolean;
      publico: boolean;
      demo: boolean;
      huella: string;
      tamano: number;
      generado_en: Date;
    };
  }
}

/** Notes what a record produced; the same text is noted once. */
export async function anotarDocumento(db: Db, fila: Insertable<Base['documento_generado']>): Promise<void> {
  await db
    .insertInto('documento_generado')
    .values(fila)
    .onConflict((oc) => oc.column('codigo').doNothing())
    .execute();
}

export interface DocumentoVerificable {
  codigo: string;
  tipo: string;
  titulo: string;
  fecha: Fecha;
  version: number;
  /** Version of the expediente today: later than `version` when the record went on. */
  versionActual: number;
  expediente: Id;
  codigoDeExpediente: string;
  tituloDeExpediente: string;
  proyecto: boolean;
  publico: boolean;
  demo: boolean;
  huella: string;
  tamano: number;
  generadoEn: Date;
}

const COLUMNAS = sql`d.codigo, d.tipo, d.titulo, d.fecha, d.version, e.version as "versionActual", e.id as expediente, e.codigo as "codigoDeExpediente",
  e.titulo as "tituloDeExpediente", d.proyecto, d.publico, d.demo, d.huella, d.tamano, d.generado_en as "generadoEn"`;

/** What a code stands for; undefined when nothing was produced under it. One statement. */
export async function findDocumentoGenerado(db: Db, codigo: string): Promise<DocumentoVerificable | undefined> {
  const { rows } = await sql<DocumentoVerificable>`
    select ${COLUMNAS} from documento_generado d join expediente e on e.id = d.expediente_id where d.codigo = ${codigo}`.execute(db);
  return rows[0];
}

/** The document whose PDF has that sha-256. One statement. */
export async function findPorHuella(db: Db, huella: string): Promise<DocumentoVerificable | undefined> {
  const { rows } = await sql<DocumentoVerificable>`
    select ${COLUMNAS} from documento_generado d join expediente e on e.id = d.expediente_id where d.huella = ${huella} order by d.generado_en limit 1`.execute(
    db,
  );
  return rows[0];
}
