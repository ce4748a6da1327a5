import { fechaDeLima, masDias } from '../kernel/calendario.ts';
import type { Db } from './base.ts';
import { sha256 } from './cabeza.ts';
import type { Solicitante } from './contrato.ts';

/** Days that a file not cited by any acto is kept. */
const CUARENTENA = 7;

export interface Documento {
  huella: string;
  nombre: string;
  tipo: string;
  bytes: Uint8Array<ArrayBuffer>;
  subidoPor: string;
  citado: boolean;
  visibilidad: 'publico' | 'reservado' | 'personal';
}

/** Stores a file by its sha-256; the same bytes are kept once and, until cited, belong to who uploaded them last. @returns sha-256 in hex */
export async function guardarDocumento(db: Db, bytes: Uint8Array, nombre: string, tipo: string, quien: Solicitante, ahora: Date): Promise<string> {
  const contenido = Buffer.from(bytes);
  const huella = sha256(contenido).toString('hex');
  await db
    .insertInto('documento')
    .values({ huella, nombre, tipo, bytes: contenido, tamano: contenido.length, subido_por: quien.actor.persona, subido_en: ahora })
    .onConflict((oc) => oc.column('huella').doUpdateSet({ subido_por: quien.actor.persona, subido_en: ahora }).where('documento.citado', '=', false))
    .execute();
  return huella;
}

export async function leerDocumento(db: Db, huella: string): Promise<Documento | undefined> {
  const d = await db.selectFrom('documento').selectAll().where('huella', '=', huella).executeTakeFirst();
  return (
    d && {
      huella: d.huella,
      nombre: d.nombre,
      tipo: d.tipo,
      bytes: new Uint8Array(d.bytes),
      subidoPor: d.subido_por,
      citado: d.citado,
      visibilidad: d.visibilidad,
    }
  );
}

/** What was left aside before this instant and nobody cited is deleted. */
export const limiteDeCuarentena = (ahora: Date): Date => new Date(`${masDias(fechaDeLima(ahora), -CUARENTENA)}T05:00:00Z`);

/** Deletes files that stayed in quarantine past their term. @returns how many */
export async function depurarDocumentos(db: Db, ahora: Date): Promise<number> {
  const limite = limiteDeCuarentena(ahora);
  const r = await db.deleteFrom('documento').where('citado', '=', false).where('subido_en', '<', limite).executeTakeFirst();
  return Number(r.numDeletedRows);
}
