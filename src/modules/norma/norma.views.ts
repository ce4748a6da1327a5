import { sql } from 'kysely';
import type { Fecha } from '../../kernel/tipos.ts';
import type { HechoGuardado, Tx } from '../../platform/base.ts';
import type { FilaCompetencia, FilaNorma } from './importar.ts';

declare module '../../platform/base.ts' {
  interface Base {
    norma: {
      id: string;
      nombre: string;
      emitida: Fecha | null;
      vigente_desde: Fecha | null;
      vigente_hasta: Fecha | null;
      fechas_verificadas: boolean;
      busqueda: string;
    };
    competencia: {
      clave: string;
      norma: string;
      materia: string | null;
      nivel: string | null;
      grupo: string | null;
      texto: string;
      texto_completo: string | null;
      vigente_desde: Fecha | null;
      vigente_hasta: Fecha | null;
      busqueda: string;
    };
  }
}

/** Tables that `projectNormas` writes, in the order in which they can be emptied. */
export const TABLAS_NORMA = ['competencia', 'norma'] as const;

async function guardarNormas(tx: Tx, filas: readonly FilaNorma[]): Promise<void> {
  await sql`
    insert into norma (id, nombre, emitida, vigente_desde, vigente_hasta, fechas_verificadas)
    select id, nombre, emitida, "vigenteDesde", "vigenteHasta", coalesce("fechasVerificadas", false)
    from jsonb_to_recordset(${JSON.stringify(filas)}::jsonb) as f (id text, nombre text, emitida date, "vigenteDesde" date, "vigenteHasta" date, "fechasVerificadas" boolean)
    on conflict (id) do update set nombre = excluded.nombre, emitida = coalesce(excluded.emitida, norma.emitida),
      vigente_desde = coalesce(excluded.vigente_desde, norma.vigente_desde), vigente_hasta = coalesce(excluded.vigente_hasta, norma.vigente_hasta),
      fechas_verificadas = excluded.fechas_verificadas`.execute(tx);
}

/** The full text, the matter and the dates that a later import does not give stay as they were. */
async function guardarCompetencias(tx: Tx, filas: readonly FilaCompetencia[]): Promise<void> {
  await sql`
    insert into competencia (clave, norma, materia, nivel, grupo, texto, texto_completo, vigente_desde, vigente_hasta)
    select clave, norma, materia, nivel, grupo, texto, "textoCompleto", "vigenteDesde", "vigenteHasta"
    from jsonb_to_recordset(${JSON.stringify(filas)}::jsonb) as f (clave text, norma text, materia text, nivel text, grupo text, texto text,
      "textoCompleto" text, "vigenteDesde" date, "vigenteHasta" date)
    on conflict (clave) do update set norma = excluded.norma, texto = excluded.texto, materia = coalesce(excluded.materia, competencia.materia),
      nivel = coalesce(excluded.nivel, competencia.nivel), grupo = coalesce(excluded.grupo, competencia.grupo),
      texto_completo = coalesce(excluded.texto_completo, competencia.texto_completo),
      vigente_desde = coalesce(excluded.vigente_desde, competencia.vigente_desde), vigente_hasta = coalesce(excluded.vigente_hasta, competencia.vigente_hasta)`.execute(
    tx,
  );
}

/** Writes the norms and functions of `NormasImportadas`; other hechos of the catalogue have their own projection. */
export async function projectNormas(tx: Tx, { hecho }: HechoGuardado): Promise<void> {
  if (hecho.tipo !== 'NormasImportadas') return;
  const { normas, competencias } = hecho.datos as { normas: FilaNorma[]; competencias: FilaCompetencia[] };
  await guardarNormas(tx, normas);
  await guardarCompetencias(tx, competencias);
}
