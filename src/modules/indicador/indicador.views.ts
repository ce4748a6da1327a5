import { sql } from 'kysely';
import type { Id, TerritorioId } from '../../kernel/tipos.ts';
import type { HechoGuardado, Tx } from '../../platform/base.ts';
import type { IndicadorHecho, ValorEnTerritorio } from './indicador.ts';

declare module '../../platform/base.ts' {
  interface Base {
    meta: { indicador: Id; territorio: TerritorioId; periodo: number; valor: number };
    linea_base: { indicador: Id; territorio: TerritorioId; periodo: number; valor: number; fuente: string };
  }
}

export const TABLAS_INDICADOR = ['meta', 'linea_base'] as const;

/** The last value of a list stands where a territory repeats. */
const filas = (valores: readonly ValorEnTerritorio[], clave: (v: ValorEnTerritorio) => string): string =>
  JSON.stringify([...new Map(valores.map((v) => [clave(v), v])).values()]);

/** Writes targets and baselines; the rest of an indicator is in its head. */
export async function projectIndicador(tx: Tx, { expediente, hecho }: HechoGuardado): Promise<void> {
  const h = hecho as IndicadorHecho;
  if (h.tipo === 'MetasFijadas')
    await sql`insert into meta select ${expediente}::uuid, territorio, periodo, valor
      from jsonb_to_recordset(${filas(h.datos.valores, (v) => `${v.territorio} ${v.periodo}`)}::jsonb) as f (territorio text, periodo integer, valor double precision)
      on conflict (indicador, territorio, periodo) do update set valor = excluded.valor`.execute(tx);
  if (h.tipo === 'LineaBaseFijada')
    await sql`insert into linea_base select ${expediente}::uuid, territorio, periodo, valor, ${h.datos.fuente}
      from jsonb_to_recordset(${filas(h.datos.valores, (v) => v.territorio)}::jsonb) as f (territorio text, periodo integer, valor double precision)
      on conflict (indicador, territorio) do update set periodo = excluded.periodo, valor = excluded.valor, fuente = excluded.fuente`.execute(tx);
}
