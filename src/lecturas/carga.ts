import { sql } from 'kysely';
import type { Id, TerritorioId } from '../kernel/tipos.ts';
import type { Indicador } from '../modules/indicador/indicador.ts';
import type { Mapeo } from '../modules/reporte/archivo/mapeo.ts';
import type { LoteCitado } from '../modules/reporte/reporte.ts';
import type { Db } from '../platform/base.ts';

declare module '../platform/base.ts' {
  interface Base {
    mapeo_carga: { indicador: Id; firma: string; mapeo: string; guardado_en: Date };
  }
}

/** What an import needs of the record: the indicator and the report that already brought the file, if any. One statement. */
export async function indicadorParaCargar(
  db: Db,
  id: Id,
  archivo: string,
): Promise<{ ficha: Indicador; previo: { id: Id; codigo: string } | null } | undefined> {
  const { rows } = await sql<{ ficha: Indicador; previo: { id: Id; codigo: string } | null }>`
    select e.estado as ficha,
      (select json_build_object('id', r.id, 'codigo', r.codigo) from expediente r
        where r.relaciones @> jsonb_build_object('indicador', e.id) and r.tipo = 'reporte' and r.situacion <> 'retirado'
          and r.estado -> 'lote' ->> 'documento' = ${archivo} order by r.creado_el desc limit 1) as previo
    from expediente e where e.id = ${id} and e.tipo = 'indicador'`.execute(db);
  return rows[0];
}

/** Codes of RENIEC and the mapping kept for these headers. One statement. */
export async function codigosYMapeo(db: Db, indicador: Id, firma: string): Promise<{ reniec: Map<string, TerritorioId>; mapeo: Mapeo | undefined }> {
  const { rows } = await sql<{ codigos: [string, TerritorioId][]; mapeo: Mapeo | null }>`
    select (select coalesce(json_agg(json_build_array(codigo, territorio)), '[]') from territorio_codigo where emisor = 'RENIEC') as codigos,
      (select mapeo from mapeo_carga where indicador = ${indicador} and firma = ${firma}) as mapeo`.execute(db);
  return { reniec: new Map(rows[0]?.codigos), mapeo: rows[0]?.mapeo ?? undefined };
}

/** The batch that a report already cites; undefined when there is no such report. */
export async function loteDeReporte(db: Db, reporte: Id): Promise<LoteCitado | undefined> {
  const { rows } = await sql<{ lote: LoteCitado }>`select estado -> 'lote' as lote from expediente where id = ${reporte} and tipo = 'reporte'`.execute(db);
  return rows[0]?.lote;
}
