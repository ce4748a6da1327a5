import { sql } from 'kysely';
import type { Periodo } from '../../directiva/periodos.ts';
import type { Id } from '../../kernel/tipos.ts';
import type { HechoGuardado, Tx } from '../../platform/base.ts';
import { leerDobles } from '../../platform/cifras/arreglo.ts';
import type { Indicador, IndicadorHecho } from '../indicador/indicador.ts';
import { type CifrasDePeriodo, comparables, evaluar, fichaEn, queDependenDe, REGLAS } from './reporte.calidad.ts';

export interface CeldaTocada {
  serie: number;
  periodo: Periodo;
}

/** Cells judged at once: bounds memory whatever the batch. */
const TANDA = 64;
const CERROJO = 16;

/** One writer of each series at a time: a warning reads the cells of other periods, which nobody else may be changing. */
export async function cerrarSeries(tx: Tx, series: readonly number[]): Promise<void> {
  const orden = [...new Set(series)].sort((a, b) => a - b);
  if (orden.length > 0) await sql`select pg_advisory_xact_lock(${CERROJO}, s) from unnest(${orden}::integer[]) as t (s)`.execute(tx);
}

const clave = (serie: number, periodo: Periodo): string => `${serie} ${periodo}`;

/** Judges again the cells that changed and those compared with them, in the transaction that changes them (8.19). */
export async function revisarCeldas(tx: Tx, tocadas: readonly CeldaTocada[], fichaDe: (serie: number) => Indicador | undefined): Promise<void> {
  const afectadas = new Map<string, CeldaTocada & { s: Indicador }>();
  for (const { serie, periodo } of tocadas) {
    const s = fichaDe(serie);
    if (s) for (const p of queDependenDe(s, periodo)) afectadas.set(clave(serie, p), { serie, periodo: p, s });
  }
  const orden = [...afectadas.values()].sort((a, b) => a.serie - b.serie || a.periodo - b.periodo);
  for (let i = 0; i < orden.length; i += TANDA) {
    const tanda = orden.slice(i, i + TANDA).map((c) => ({ ...c, ...comparables(c.s, c.periodo) }));
    const cifras = await leerCifras(
      tx,
      tanda.flatMap(({ serie, periodo, previa, anual }) => [periodo, previa, anual].flatMap((p) => (p === undefined ? [] : [{ serie, periodo: p }]))),
    );
    const filas = tanda.flatMap(({ serie, periodo, s, previa, anual }) => {
      const en = (p: Periodo | undefined) => (p === undefined ? undefined : cifras.get(clave(serie, p)));
      const actual = en(periodo);
      if (!actual) return [];
      const avisos = evaluar(fichaEn(s, periodo), actual, en(previa), en(anual));
      return [{ serie, periodo, avisos: JSON.stringify(avisos.map((a) => [a.pos, a.regla, a.valor, a.menor ?? null, a.mayor ?? null])) }];
    });
    await guardar(tx, filas);
  }
}

async function leerCifras(tx: Tx, celdas: readonly CeldaTocada[]): Promise<Map<string, CifrasDePeriodo>> {
  const distintas = [...new Map(celdas.map((c) => [clave(c.serie, c.periodo), c])).values()];
  const { rows } = await sql<{ serie: number; periodo: number; marca: Buffer; num: Buffer; den: Buffer }>`
    select c.serie, c.periodo, c.marca, array_send(c.num) as num, array_send(c.den) as den
    from cifra c join unnest(${distintas.map((c) => c.serie)}::integer[], ${distintas.map((c) => c.periodo)}::integer[]) as t (s, p)
      on c.serie = t.s and c.periodo = t.p where octet_length(c.marca) > 0`.execute(tx);
  return new Map(rows.map((f) => [clave(f.serie, f.periodo), { marca: f.marca, num: leerDobles(f.num), den: leerDobles(f.den) }]));
}

/** Only cells with warnings have a row, written when they change. */
async function guardar(tx: Tx, filas: readonly (CeldaTocada & { avisos: string })[]): Promise<void> {
  if (filas.length === 0) return;
  await sql`with f as (
      select * from unnest(${filas.map((f) => f.serie)}::integer[], ${filas.map((f) => f.periodo)}::integer[], ${filas.map((f) => f.avisos)}::jsonb[]) as t (serie, periodo, avisos)
    ), d as (
      delete from aviso_cifra a using f where a.serie = f.serie and a.periodo = f.periodo and f.avisos = '[]'
    )
    insert into aviso_cifra as a (serie, periodo, reglas, avisos)
    select serie, periodo, ${REGLAS}::smallint, avisos from f where avisos <> '[]'
    on conflict (serie, periodo) do update set reglas = excluded.reglas, avisos = excluded.avisos
      where a.avisos <> excluded.avisos or a.reglas <> excluded.reglas`.execute(tx);
}

/** A new version of the sheet judges by its own parameters the figures already reported. */
export async function projectCalidad(tx: Tx, { expediente, hecho }: HechoGuardado): Promise<void> {
  if ((hecho as IndicadorHecho).tipo !== 'IndicadorVersionado') return;
  const { rows: series } = await sql<{ id: number }>`select id from serie where indicador = ${expediente}`.execute(tx);
  const ids = series.map((s) => s.id);
  await cerrarSeries(tx, ids);
  const { rows: celdas } = await sql<CeldaTocada>`select serie, periodo from cifra where serie = any (${ids}::integer[])`.execute(tx);
  const fichas = await fichasDe(tx, [expediente]);
  await revisarCeldas(tx, celdas, (serie) => fichas.get(serie));
}

/** Sheet of each series of some indicators. */
export async function fichasDe(tx: Tx, indicadores: readonly Id[]): Promise<Map<number, Indicador>> {
  const { rows } = await sql<{ id: number; estado: Indicador }>`
    select s.id, e.estado - 'periodos' - 'acuerdos' as estado from serie s join expediente e on e.id = s.indicador
    where s.indicador = any (${[...new Set(indicadores)]}::uuid[])`.execute(tx);
  return new Map(rows.map((r) => [r.id, r.estado]));
}
