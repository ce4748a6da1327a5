import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../kernel/tipos.ts';
import type { Db, Tx } from '../base.ts';
import { cortos, dobles, enteros, leerDobles, leerEnteros } from './arreglo.ts';
import { type Agregacion, aplicar, type Celda, celdaVacia, componer, type NivelDeCaptura, resumir } from './celda.ts';
import type { Posiciones } from './posiciones.ts';
import { desempacar, empacar, type Tramo } from './tramo.ts';

declare module '../base.ts' {
  interface Base {
    serie: { id: number; indicador: Id; categoria: string };
    lote: { id: number; reporte: Id; orden: number | null; anulado: boolean; valores: number; huella: string; creado_en: Date };
    lote_celda: { serie: number; periodo: number; lote: number; datos: Buffer };
  }
}

/** How the figures of a series are added up and where they are captured. */
export interface Forma {
  agregacion: Agregacion;
  captura: NivelDeCaptura;
}

/** A slice of a batch with its place. */
export interface TramoDeLote {
  serie: number;
  periodo: number;
  tramo: Tramo;
}

/** What the roll-up needs beside the figures; the caller knows the indicators. */
export interface EntornoDeCifras {
  posiciones: Posiciones;
  formaDe(serie: number): Forma | undefined;
}

/** Cells locked and written at once: bounds memory whatever the batch. */
const TANDA = 64;

const orden = (a: TramoDeLote, b: TramoDeLote): number => a.serie - b.serie || a.periodo - b.periodo;

/** Series of several indicators and categories, opened when first used; keys are `indicador categoria`. */
export async function seriesDe(tx: Db | Tx, cuales: readonly { indicador: Id; categoria: string }[]): Promise<Map<string, number>> {
  if (cuales.length === 0) return new Map();
  const leer = () =>
    sql<{ id: number; clave: string }>`
    select s.id, s.indicador || ' ' || s.categoria as clave from serie s
    join unnest(${cuales.map((c) => c.indicador)}::uuid[], ${cuales.map((c) => c.categoria)}::text[]) as t (i, c) on s.indicador = t.i and s.categoria = t.c`.execute(
      tx,
    );
  let { rows } = await leer();
  const distintas = new Set(cuales.map((c) => `${c.indicador} ${c.categoria}`));
  if (rows.length < distintas.size) {
    await sql`insert into serie (indicador, categoria)
      select distinct i, c from unnest(${cuales.map((c) => c.indicador)}::uuid[], ${cuales.map((c) => c.categoria)}::text[]) as t (i, c) on conflict do nothing`.execute(
      tx,
    );
    ({ rows } = await leer());
  }
  return new Map(rows.map((r) => [r.clave, r.id]));
}

/** Series of an indicator and category, opened when first used. */
export async function serieDe(db: Db | Tx, indicador: Id, categoria = ''): Promise<number> {
  return (await seriesDe(db, [{ indicador, categoria }])).get(`${indicador} ${categoria}`) as number;
}

/** sha-256 over the packed slices, in order: what the hecho of the report carries. */
export function huellaDeTramos(filas: readonly { serie: number; periodo: number; datos: Buffer }[]): string {
  const h = createHash('sha256');
  for (const f of [...filas].sort((a, b) => a.serie - b.serie || a.periodo - b.periodo))
    h.update(`${f.serie}:${f.periodo}:${f.datos.length}\n`).update(f.datos);
  return h.digest('hex');
}

/** Stores the content of a batch; it does not count until `aplicarLote`. */
export async function guardarLote(db: Db | Tx, reporte: Id, tramos: readonly TramoDeLote[]): Promise<{ lote: number; huella: string; valores: number }> {
  const filas = [...tramos].sort(orden).map((t) => ({ serie: t.serie, periodo: t.periodo, datos: empacar(t.tramo) }));
  const huella = huellaDeTramos(filas);
  const valores = contar(tramos);
  const { rows } = await sql<{ id: number }>`insert into lote (reporte, valores, huella) values (${reporte}, ${valores}, ${huella}) returning id`.execute(db);
  const lote = rows[0]?.id as number;
  for (let i = 0; i < filas.length; i += TANDA) {
    const tanda = filas.slice(i, i + TANDA);
    await sql`insert into lote_celda (serie, periodo, lote, datos)
      select s, p, ${lote}, d from unnest(${tanda.map((f) => f.serie)}::integer[], ${tanda.map((f) => f.periodo)}::integer[], ${tanda.map((f) => f.datos)}::bytea[]) as t (s, p, d)`.execute(
      db,
    );
  }
  return { lote, huella, valores };
}

/**
 * Stores small batches and puts them in force, in three statements whatever their number.
 * @returns hash of the content of each, as the hecho carries it.
 */
export async function enviarLotes(tx: Tx, lotes: readonly { reporte: Id; tramos: readonly TramoDeLote[] }[], entorno: EntornoDeCifras): Promise<void> {
  const filas = lotes.flatMap((l) => l.tramos.map((t) => ({ reporte: l.reporte, ...t, datos: empacar(t.tramo) })));
  const { rows } = await sql<{ reporte: Id; orden: number }>`
    with l as (
      insert into lote (reporte, valores, huella, orden)
      select r, v, h, nextval('lote_orden') from unnest(${lotes.map((l) => l.reporte)}::uuid[],
        ${lotes.map((l) => contar(l.tramos))}::integer[], ${lotes.map((l) => huellaDeTramos(filas.filter((f) => f.reporte === l.reporte)))}::text[]) as t (r, v, h)
      returning id, reporte, orden
    ), f as (
      select * from unnest(${filas.map((f) => f.reporte)}::uuid[], ${filas.map((f) => f.serie)}::integer[], ${filas.map((f) => f.periodo)}::integer[],
        ${filas.map((f) => f.datos)}::bytea[]) as t (reporte, serie, periodo, datos)
    ), c as (
      insert into lote_celda (serie, periodo, lote, datos) select f.serie, f.periodo, l.id, f.datos from f join l using (reporte)
    ), a as (
      insert into cifra (serie, periodo) select distinct serie, periodo from f on conflict do nothing
    )
    select reporte, orden from l`.execute(tx);
  const ordenes = new Map(rows.map((r) => [r.reporte, r.orden]));
  const porCelda = new Map<Clave, { tramo: Tramo; orden: number }[]>();
  for (const f of filas) anotar(porCelda, `${f.serie}:${f.periodo}`, { tramo: f.tramo, orden: ordenes.get(f.reporte) as number });
  const claves = [...porCelda.keys()].map((c) => c.split(':').map(Number) as [number, number]);
  const celdas = await bloquearCeldas(tx, { series: claves.map(([s]) => s), periodos: claves.map(([, p]) => p) });
  for (const [clave, c] of celdas)
    celdas.set(
      clave,
      (porCelda.get(clave) ?? []).reduce((previa, t) => aplicar(previa, t.tramo, t.orden), c),
    );
  await escribirCeldas(tx, celdas, entorno);
}

const contar = (tramos: readonly TramoDeLote[]): number => tramos.reduce((n, t) => n + t.tramo.pos.length, 0);

function anotar<K, V>(mapa: Map<K, V[]>, clave: K, valor: V): void {
  const previas = mapa.get(clave);
  if (previas) previas.push(valor);
  else mapa.set(clave, [valor]);
}

/** Puts a stored batch in force: its cells and their totals change in this transaction. Applying it again changes nothing. */
export async function aplicarLote(tx: Tx, reporte: Id, entorno: EntornoDeCifras): Promise<void> {
  const { rows } = await sql<{ id: number; orden: number }>`
    update lote set orden = coalesce(orden, nextval('lote_orden')::integer) where reporte = ${reporte} and not anulado returning id, orden`.execute(tx);
  const lote = rows[0];
  if (!lote) return;
  await porTandas(tx, lote.id, entorno, async (celdas, claves) => {
    const tramos = await leerTramos(tx, claves, lote.id);
    for (const [clave, filas] of tramos) celdas.set(clave, aplicar(celdas.get(clave) ?? celdaVacia(), filas[0]?.tramo as Tramo, lote.orden));
  });
}

/** Takes a batch out of force: each of its cells is what the other batches make of it. */
export async function anularLote(tx: Tx, reporte: Id, entorno: EntornoDeCifras): Promise<void> {
  const { rows } = await sql<{ id: number; orden: number | null }>`update lote set anulado = true where reporte = ${reporte} returning id, orden`.execute(tx);
  const lote = rows[0];
  if (!lote || lote.orden === null) return;
  await porTandas(tx, lote.id, entorno, async (celdas, claves) => {
    const tramos = await leerTramos(tx, claves);
    for (const clave of celdas.keys()) celdas.set(clave, componer(tramos.get(clave) ?? []));
  });
}

type Clave = `${number}:${number}`;
interface Claves {
  series: number[];
  periodos: number[];
}

/** Locks the cells of a batch in order of key, lets `cambiar` rewrite them, and stores them with their totals. */
async function porTandas(tx: Tx, lote: number, entorno: EntornoDeCifras, cambiar: (celdas: Map<Clave, Celda>, claves: Claves) => Promise<void>): Promise<void> {
  const { rows: suyas } = await sql<{ serie: number; periodo: number }>`
    select serie, periodo from lote_celda where lote = ${lote} order by serie, periodo`.execute(tx);
  for (let i = 0; i < suyas.length; i += TANDA) {
    const tanda = suyas.slice(i, i + TANDA);
    const claves = { series: tanda.map((f) => f.serie), periodos: tanda.map((f) => f.periodo) };
    await abrirCeldas(tx, claves);
    const celdas = await bloquearCeldas(tx, claves);
    await cambiar(celdas, claves);
    await escribirCeldas(tx, celdas, entorno);
  }
}

/** A row for each cell that has none, so that there is something to lock. */
async function abrirCeldas(tx: Tx, { series, periodos }: Claves): Promise<void> {
  await sql`insert into cifra (serie, periodo) select s, p from unnest(${series}::integer[], ${periodos}::integer[]) as t (s, p)
    on conflict do nothing`.execute(tx);
}

async function bloquearCeldas(tx: Tx, { series, periodos }: Claves): Promise<Map<Clave, Celda>> {
  const { rows } = await sql<{ serie: number; periodo: number; marca: Buffer; num: Buffer; den: Buffer; orden: Buffer }>`
    select c.serie, c.periodo, c.marca, array_send(c.num) as num, array_send(c.den) as den, array_send(c.orden) as orden
    from cifra c join unnest(${series}::integer[], ${periodos}::integer[]) as t (s, p) on c.serie = t.s and c.periodo = t.p
    order by c.serie, c.periodo for update of c`.execute(tx);
  return new Map(
    rows.map((f) => [
      `${f.serie}:${f.periodo}` as Clave,
      { marca: Uint8Array.from(f.marca), num: leerDobles(f.num), den: leerDobles(f.den), orden: leerEnteros(f.orden) },
    ]),
  );
}

/** Slices of the cells: those of one batch, or of every batch in force. */
async function leerTramos(tx: Tx, { series, periodos }: Claves, lote?: number): Promise<Map<Clave, { tramo: Tramo; orden: number }[]>> {
  const { rows } = await sql<{ serie: number; periodo: number; orden: number; datos: Buffer }>`
    select c.serie, c.periodo, l.orden, c.datos
    from unnest(${series}::integer[], ${periodos}::integer[]) as t (s, p)
    join lote_celda c on c.serie = t.s and c.periodo = t.p and (${lote ?? null}::integer is null or c.lote = ${lote ?? null}::integer)
    join lote l on l.id = c.lote and l.orden is not null and not l.anulado`.execute(tx);
  const salida = new Map<Clave, { tramo: Tramo; orden: number }[]>();
  for (const f of rows) {
    anotar(salida, `${f.serie}:${f.periodo}` as Clave, { tramo: desempacar(f.datos), orden: f.orden });
  }
  return salida;
}

async function escribirCeldas(tx: Tx, celdas: Map<Clave, Celda>, entorno: EntornoDeCifras): Promise<void> {
  const filas = [...celdas].map(([clave, c]) => {
    const [serie, periodo] = clave.split(':').map(Number) as [number, number];
    const forma = entorno.formaDe(serie);
    if (!forma) throw new Error(`La serie ${serie} no tiene indicador.`);
    const r = resumir(c, forma.agregacion, forma.captura, entorno.posiciones.arbol);
    return sql`(${serie}::integer, ${periodo}::integer, ${dobleSuelto(r.pais.num)}::double precision, ${dobleSuelto(r.pais.den)}::double precision, ${r.pais.n}::integer,
      ${dobles(r.departamento.num)}::double precision[], ${dobles(r.departamento.den)}::double precision[], ${cortos(r.departamento.n)}::smallint[],
      ${dobles(r.provincia.num)}::double precision[], ${dobles(r.provincia.den)}::double precision[], ${cortos(r.provincia.n)}::smallint[],
      ${Buffer.from(c.marca)}::bytea, ${dobles(c.num)}::double precision[], ${dobles(c.den)}::double precision[], ${enteros(c.orden)}::integer[])`;
  });
  await sql`update cifra c set version = c.version + 1, pais_num = v.pn, pais_den = v.pd, pais_n = v.pc, dep_num = v.dn, dep_den = v.dd, dep_n = v.dc,
      prov_num = v.vn, prov_den = v.vd, prov_n = v.vc, marca = v.marca, num = v.num, den = v.den, orden = v.orden
    from (values ${sql.join(filas)}) as v (serie, periodo, pn, pd, pc, dn, dd, dc, vn, vd, vc, marca, num, den, orden)
    where c.serie = v.serie and c.periodo = v.periodo`.execute(tx);
}

const dobleSuelto = (x: number): string => (Number.isNaN(x) ? 'NaN' : String(x));

/** Computes every cell again from the batches in force: what `npm run reconstruir` does. */
export async function rehacerCifras(tx: Tx, entorno: EntornoDeCifras): Promise<void> {
  await sql`delete from cifra`.execute(tx);
  const { rows: lotes } = await sql<{ reporte: Id }>`select reporte from lote where orden is not null and not anulado order by orden`.execute(tx);
  for (const l of lotes) await aplicarLote(tx, l.reporte, entorno);
}

/** Deletes a batch that no report cites: a refused import leaves nothing behind. */
export async function descartarLote(db: Db | Tx, reporte: Id): Promise<void> {
  await sql`delete from lote l where reporte = ${reporte} and orden is null and not exists (select 1 from expediente e where e.id = l.reporte)`.execute(db);
}

/** Deletes the batches prepared before `limite` that no report came to cite. @returns how many */
export async function depurarLotes(db: Db, limite: Date): Promise<number> {
  const r =
    await sql`delete from lote l where orden is null and creado_en < ${limite} and not exists (select 1 from expediente e where e.id = l.reporte)`.execute(db);
  return Number(r.numAffectedRows ?? 0);
}
