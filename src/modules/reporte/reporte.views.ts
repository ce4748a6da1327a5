import { sql } from 'kysely';
import type { Periodo } from '../../directiva/periodos.ts';
import type { Catalogo, Id } from '../../kernel/tipos.ts';
import type { HechoGuardado, Tx } from '../../platform/base.ts';
import { anularLote, aplicarLote, type EntornoDeCifras, enviarLotes, guardarLote, seriesDe, type TramoDeLote } from '../../platform/cifras/almacen.ts';
import { leerDobles } from '../../platform/cifras/arreglo.ts';
import { posicionesDeCatalogo } from '../../platform/cifras/posiciones.ts';
import { MARCA } from '../../platform/cifras/tramo.ts';
import type { Indicador, IndicadorHecho } from '../indicador/indicador.ts';
import { type AvisoDeCifra, type CifrasDePeriodo, comparables, evaluar, fichaEn, queDependenDe, REGLAS, type Regla } from './reporte.calidad.ts';
import type { Cifra, ReporteHecho } from './reporte.ts';

/** Rebuilt from the batches, which stay. */
export const TABLAS_REPORTE = ['cifra', 'aviso_cifra'] as const;

const MARCAS = { valor: MARCA.VALOR, sin_dato: MARCA.SIN_DATO, no_aplica: MARCA.NO_APLICA, reservado: MARCA.RESERVADO } as const;

/** Groups the figures of a report by series and period, each in order of place. */
export function tramosDe(cifras: readonly Cifra[], serieDe: (categoria: string) => number, posDe: (territorio: string) => number | undefined): TramoDeLote[] {
  const grupos = new Map<string, Cifra[]>();
  for (const c of cifras) {
    const clave = `${serieDe(c.categoria)} ${c.periodo}`;
    const grupo = grupos.get(clave);
    if (grupo) grupo.push(c);
    else grupos.set(clave, [c]);
  }
  return [...grupos].map(([clave, suyas]) => {
    const [serie, periodo] = clave.split(' ').map(Number) as [number, number];
    const lugar = (c: Cifra): number => {
      const p = posDe(c.territorio);
      if (p === undefined) throw new Error(`El territorio ${c.territorio} no tiene lugar en las cifras.`);
      return p;
    };
    const orden = suyas.map((c) => ({ c, p: lugar(c) })).sort((a, b) => a.p - b.p);
    const conDen = orden.some(({ c }) => c.denominador !== undefined);
    return {
      serie,
      periodo,
      tramo: {
        pos: Uint16Array.from(orden, ({ p }) => p),
        marca: Uint8Array.from(orden, ({ c }) => MARCAS[c.estado]),
        num: Float64Array.from(orden, ({ c }) => c.valor ?? Number.NaN),
        den: conDen ? Float64Array.from(orden, ({ c }) => c.denominador ?? Number.NaN) : new Float64Array(0),
      },
    };
  });
}

/** Cells that stored batches touch, and the indicators they are of. */
async function celdasDe(tx: Tx, reportes: readonly Id[]): Promise<{ serie: number; periodo: number; indicador: Id }[]> {
  if (reportes.length === 0) return [];
  const { rows } = await sql<{ serie: number; periodo: number; indicador: Id }>`
    select distinct c.serie, c.periodo, s.indicador from lote l join lote_celda c on c.lote = l.id join serie s on s.id = c.serie
    where l.reporte = any (${[...reportes]}::uuid[])`.execute(tx);
  return rows;
}

/** Puts figures in force or out of it, in the transaction of the acto: the next read sees them, with their totals. */
export async function projectReportes(tx: Tx, hechos: readonly HechoGuardado[], catalogo: Catalogo): Promise<void> {
  const propios = hechos as readonly (HechoGuardado & { hecho: ReporteHecho })[];
  const registrados = propios.flatMap((h) => (h.hecho.tipo === 'CifrasRegistradas' ? [{ reporte: h.expediente, datos: h.hecho.datos }] : []));
  const enviados = new Set(propios.filter((h) => h.hecho.tipo === 'CifrasEnviadas').map((h) => h.expediente));
  const retirados = propios.filter((h) => h.hecho.tipo === 'CifrasRetiradas').map((h) => h.expediente);
  const posiciones = await posicionesDeCatalogo(tx, catalogo);
  const series = await seriesDe(
    tx,
    registrados.flatMap(({ datos }) => [...new Set(datos.cifras.map((c) => c.categoria))].map((categoria) => ({ indicador: datos.indicador, categoria }))),
  );
  const guardados = await guardadosDe(
    tx,
    registrados.map((r) => r.reporte),
  );
  const deUnaVez: { reporte: Id; tramos: TramoDeLote[] }[] = [];
  for (const { reporte, datos } of registrados) {
    if (datos.lote && guardados.get(reporte) !== datos.lote.huella) throw new Error(`El lote del reporte ${reporte} no es el que se preparó.`);
    if (datos.lote || guardados.has(reporte)) continue;
    const tramos = tramosDe(datos.cifras, (c) => series.get(`${datos.indicador} ${c}`) as number, posiciones.de);
    if (enviados.delete(reporte)) deUnaVez.push({ reporte, tramos });
    else await guardarLote(tx, reporte, tramos);
  }
  const deLotes = await celdasDe(tx, [...enviados, ...retirados]);
  const celdas = [...deLotes, ...deUnaVez.flatMap((l) => l.tramos)];
  if (celdas.length === 0) return;
  await cerrarSeries(
    tx,
    celdas.map((c) => c.serie),
  );
  const fichas = await fichasDe(tx, [...deLotes.map((c) => c.indicador), ...registrados.map((r) => r.datos.indicador)]);
  const entorno: EntornoDeCifras = { posiciones, formaDe: (serie) => fichas.get(serie) };
  if (deUnaVez.length > 0) await enviarLotes(tx, deUnaVez, entorno);
  for (const reporte of enviados) await aplicarLote(tx, reporte, entorno);
  for (const reporte of retirados) await anularLote(tx, reporte, entorno);
  await revisarCeldas(tx, celdas, (serie) => fichas.get(serie));
}

async function guardadosDe(tx: Tx, reportes: readonly Id[]): Promise<Map<Id, string>> {
  if (reportes.length === 0) return new Map();
  const filas = await tx.selectFrom('lote').select(['reporte', 'huella']).where('reporte', 'in', reportes).execute();
  return new Map(filas.map((f) => [f.reporte, f.huella]));
}

interface CeldaTocada {
  serie: number;
  periodo: Periodo;
}

/** Cells judged at once: bounds memory whatever the batch. */
const TANDA = 64;
const CERROJO = 16;

/** One writer of each series at a time: a warning reads the cells of other periods, which nobody else may be changing. */
async function cerrarSeries(tx: Tx, series: readonly number[]): Promise<void> {
  const orden = [...new Set(series)].sort((a, b) => a - b);
  if (orden.length > 0) await sql`select pg_advisory_xact_lock(${CERROJO}, s) from unnest(${orden}::integer[]) as t (s)`.execute(tx);
}

const clave = (serie: number, periodo: Periodo): string => `${serie} ${periodo}`;

/** Judges again the cells that changed and those compared with them, in the transaction that changes them (8.19). */
async function revisarCeldas(tx: Tx, tocadas: readonly CeldaTocada[], fichaDe: (serie: number) => Indicador | undefined): Promise<void> {
  const afectadas = new Map<string, CeldaTocada & { s: Indicador }>();
  for (const { serie, periodo } of tocadas) {
    const s = fichaDe(serie);
    if (s) for (const p of queDependenDe(s, periodo)) afectadas.set(clave(serie, p), { serie, periodo: p, s });
  }
  const orden = [...afectadas.values()].sort((a, b) => a.serie - b.serie || a.periodo - b.periodo);
  for (let i = 0; i < orden.length; i += TANDA) {
    const tanda = orden.slice(i, i + TANDA).map((c) => ({ ...c, ...comparables(c.s, c.periodo) }));
    const cifras = await cifrasDe(
      tx,
      tanda.flatMap(({ serie, periodo, previa, anual }) => [periodo, previa, anual].flatMap((p) => (p === undefined ? [] : [{ serie, periodo: p }]))),
    );
    const filas = tanda.flatMap(({ serie, periodo, s, previa, anual }) => {
      const en = (p: Periodo | undefined) => (p === undefined ? undefined : cifras.get(clave(serie, p)));
      const actual = en(periodo);
      if (!actual) return [];
      const avisos = evaluar(fichaEn(s, periodo), actual, en(previa), en(anual));
      return [{ serie, periodo, avisos: resumirAvisos(avisos) }];
    });
    await guardar(tx, filas);
  }
}

async function cifrasDe(tx: Tx, celdas: readonly CeldaTocada[]): Promise<Map<string, CifrasDePeriodo>> {
  const distintas = [...new Map(celdas.map((c) => [clave(c.serie, c.periodo), c])).values()];
  const { rows } = await sql<{ serie: number; periodo: number; marca: Buffer; num: Buffer; den: Buffer }>`
    select c.serie, c.periodo, c.marca, array_send(c.num) as num, array_send(c.den) as den
    from cifra c join unnest(${distintas.map((c) => c.serie)}::integer[], ${distintas.map((c) => c.periodo)}::integer[]) as t (s, p)
      on c.serie = t.s and c.periodo = t.p where octet_length(c.marca) > 0`.execute(tx);
  return new Map(rows.map((f) => [clave(f.serie, f.periodo), { marca: f.marca, num: leerDobles(f.num), den: leerDobles(f.den) }]));
}

/** A bound may overflow; JSON has no infinity. */
const enJson = (x: number | undefined): number | null => (x !== undefined && Number.isFinite(x) ? x : null);

/** Territories told one by one of the same rule in a period; where more break it, what is odd is the period. */
const POR_REGLA = 200;

/** Each warning as it is kept; beyond the limit of a rule, place -1 says how many there are in all. */
function resumirAvisos(avisos: readonly AvisoDeCifra[]): string[] {
  const cuantos = new Map<Regla, number>();
  const salida: string[] = [];
  for (const a of avisos) {
    const n = (cuantos.get(a.regla) ?? 0) + 1;
    cuantos.set(a.regla, n);
    if (n <= POR_REGLA) salida.push(`[${a.pos},"${a.regla}",${enJson(a.valor)},${enJson(a.menor)},${enJson(a.mayor)}]`);
  }
  for (const [regla, n] of cuantos) if (n > POR_REGLA) salida.push(`[-1,"${regla}",${n},null,null]`);
  return salida;
}

/** Only cells with warnings have a row, written when they change. */
async function guardar(tx: Tx, filas: readonly (CeldaTocada & { avisos: readonly string[] })[]): Promise<void> {
  if (filas.length === 0) return;
  // One text: a list of parameters would be escaped figure by figure.
  const lista = filas.map((f) => `{"serie":${f.serie},"periodo":${f.periodo},"avisos":[${f.avisos.join(',')}]}`).join(',');
  await sql`with f as (
      select * from jsonb_to_recordset(${`[${lista}]`}::jsonb) as t (serie integer, periodo integer, avisos jsonb)
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
async function fichasDe(tx: Tx, indicadores: readonly Id[]): Promise<Map<number, Indicador>> {
  const { rows } = await sql<{ id: number; estado: Indicador }>`
    select s.id, e.estado - 'periodos' - 'acuerdos' as estado from serie s join expediente e on e.id = s.indicador
    where s.indicador = any (${[...new Set(indicadores)]}::uuid[])`.execute(tx);
  return new Map(rows.map((r) => [r.id, r.estado]));
}
