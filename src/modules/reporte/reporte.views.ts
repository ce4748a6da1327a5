import { sql } from 'kysely';
import type { Catalogo, Id } from '../../kernel/tipos.ts';
import type { HechoGuardado, Tx } from '../../platform/base.ts';
import { anularLote, aplicarLote, type EntornoDeCifras, enviarLotes, guardarLote, seriesDe, type TramoDeLote } from '../../platform/cifras/almacen.ts';
import { posicionesDeCatalogo } from '../../platform/cifras/posiciones.ts';
import { MARCA } from '../../platform/cifras/tramo.ts';
import { cerrarSeries, fichasDe, revisarCeldas } from './reporte.calidad.views.ts';
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
