import { sql } from 'kysely';
import type { Fecha } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

/** Every code of a territory by who issues it. One statement. */
export async function codigosGuardados(db: Db): Promise<{ territorio: string; emisor: 'INEI' | 'RENIEC'; codigo: string; vigente: boolean }[]> {
  return db.selectFrom('territorio_codigo').select(['territorio', 'emisor', 'codigo', 'vigente']).execute();
}

export interface NormaGuardada {
  id: string;
  nombre: string;
  emitida: Fecha | null;
  vigenteDesde: Fecha | null;
  vigenteHasta: Fecha | null;
  fechasVerificadas: boolean;
}

export interface CompetenciaGuardada {
  clave: string;
  norma: string;
  texto: string;
  materia: string | null;
  nivel: string | null;
  grupo: string | null;
  textoCompleto: string | null;
  vigenteDesde: Fecha | null;
  vigenteHasta: Fecha | null;
}

/** The norms and functions that the catalogue has, of those named. One statement. */
export async function normasGuardadas(
  db: Db,
  normas: readonly string[],
  claves: readonly string[],
): Promise<{ normas: NormaGuardada[]; competencias: CompetenciaGuardada[] }> {
  const { rows } = await sql<{ normas: NormaGuardada[]; competencias: CompetenciaGuardada[] }>`
    select (select coalesce(json_agg(json_build_object('id', id, 'nombre', nombre, 'emitida', emitida, 'vigenteDesde', vigente_desde,
        'vigenteHasta', vigente_hasta, 'fechasVerificadas', fechas_verificadas)), '[]') from norma where id = any (${[...normas]}::text[])) as normas,
      (select coalesce(json_agg(json_build_object('clave', clave, 'norma', norma, 'texto', texto, 'materia', materia, 'nivel', nivel, 'grupo', grupo,
        'textoCompleto', texto_completo, 'vigenteDesde', vigente_desde, 'vigenteHasta', vigente_hasta)), '[]')
        from competencia where clave = any (${[...claves]}::text[])) as competencias`.execute(db);
  return rows[0] as { normas: NormaGuardada[]; competencias: CompetenciaGuardada[] };
}
