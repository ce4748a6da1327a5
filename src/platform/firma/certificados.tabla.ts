import { sql } from 'kysely';
import type { Db } from '../base.ts';
import type { FirmaVerificada } from './validar.ts';

declare module '../base.ts' {
  interface Base {
    certificado_firma: { huella: string; nombre: string; emisor: string; serie: string; desde: Date; hasta: Date; visto_en: Date };
  }
}

/** Keeps who a certificate names, apart from the hechos, which cite only its hash: it can be erased. */
export async function guardarCertificado(db: Db, f: FirmaVerificada, ahora: Date): Promise<void> {
  if (!f.certificado || !f.titular || !f.vigencia) return;
  await db
    .insertInto('certificado_firma')
    .values({
      huella: f.certificado,
      nombre: f.titular.nombre,
      emisor: f.titular.emisor,
      serie: f.titular.serie,
      desde: new Date(f.vigencia.desde),
      hasta: new Date(f.vigencia.hasta),
      visto_en: ahora,
    })
    .onConflict((oc) => oc.column('huella').doNothing())
    .execute();
}

/** Names of the holders of some certificates, those not erased. */
export async function nombresDeCertificados(db: Db, huellas: readonly string[]): Promise<Map<string, string>> {
  if (huellas.length === 0) return new Map();
  const { rows } = await sql<{ huella: string; nombre: string }>`select huella, nombre from certificado_firma where huella = any(${[...huellas]})`.execute(db);
  return new Map(rows.map((r) => [r.huella, r.nombre]));
}
