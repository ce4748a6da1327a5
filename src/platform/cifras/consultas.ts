import { sql } from 'kysely';
import type { Id } from '../../kernel/tipos.ts';
import type { Db } from '../base.ts';
import { leerCortos, leerDobles, leerEnteros } from './arreglo.ts';
import type { Celda } from './celda.ts';

/** A number with its denominator and how many territories of capture gave it; value = num / den where there is one. */
export interface Punto {
  periodo: number;
  num: number;
  den: number;
  n: number;
}

/** Figures of a whole level in one period, by place. */
export interface Fila {
  periodo: number;
  num: Float64Array;
  den: Float64Array;
  n: Int16Array;
}

/** The country, period by period. */
export async function delPais(db: Db, serie: number, desde: number, hasta: number): Promise<Punto[]> {
  const { rows } = await sql<Punto>`select periodo, pais_num as num, pais_den as den, pais_n as n from cifra
    where serie = ${serie} and periodo between ${desde} and ${hasta} order by periodo`.execute(db);
  return rows;
}

/** One province, period by period. @param pos its place in the array of provinces */
export async function deProvincia(db: Db, serie: number, pos: number, desde: number, hasta: number): Promise<Punto[]> {
  const i = pos + 1;
  const { rows } = await sql<Punto>`select periodo, prov_num[${i}::integer] as num, prov_den[${i}::integer] as den, prov_n[${i}::integer] as n from cifra
    where serie = ${serie} and periodo between ${desde} and ${hasta} order by periodo`.execute(db);
  return rows;
}

interface Cruda {
  periodo: number;
  num: Buffer;
  den: Buffer;
  n: Buffer;
}
const filaDe = (f: Cruda): Fila => ({ periodo: f.periodo, num: leerDobles(f.num), den: leerDobles(f.den), n: leerCortos(f.n) });

/** Every departmental territory, period by period. */
export async function deDepartamentos(db: Db, serie: number, desde: number, hasta: number): Promise<Fila[]> {
  const { rows } = await sql<Cruda>`select periodo, array_send(dep_num) as num, array_send(dep_den) as den, array_send(dep_n) as n from cifra
    where serie = ${serie} and periodo between ${desde} and ${hasta} order by periodo`.execute(db);
  return rows.map(filaDe);
}

/** Every province in one period; undefined when nobody reported. */
export async function deProvincias(db: Db, serie: number, periodo: number): Promise<Fila | undefined> {
  const { rows } = await sql<Cruda>`select periodo, array_send(prov_num) as num, array_send(prov_den) as den, array_send(prov_n) as n from cifra
    where serie = ${serie} and periodo = ${periodo}`.execute(db);
  return rows[0] && filaDe(rows[0]);
}

/** Figures as captured in one period, by place: the map. */
export async function deCaptura(db: Db, serie: number, periodo: number): Promise<Pick<Celda, 'marca' | 'num' | 'den'> | undefined> {
  const { rows } = await sql<{ marca: Buffer; num: Buffer; den: Buffer }>`select marca, array_send(num) as num, array_send(den) as den from cifra
    where serie = ${serie} and periodo = ${periodo}`.execute(db);
  const f = rows[0];
  return f && { marca: f.marca, num: leerDobles(f.num), den: leerDobles(f.den) };
}

/** Places of the first `cuantas` values in order, among those that have one. */
export function extremos(valores: ArrayLike<number>, cuantas: number, mayores: boolean): { pos: number; valor: number }[] {
  return Array.from(valores, (valor, pos) => ({ pos, valor }))
    .filter((x) => !Number.isNaN(x.valor))
    .sort((a, b) => (mayores ? b.valor - a.valor : a.valor - b.valor))
    .slice(0, cuantas);
}

/** Figures in force of an indicator in some periods; keys are `categoría\nperiodo`. One statement. */
export async function celdasVigentes(db: Db, indicador: Id, periodos: readonly number[]): Promise<Map<string, Celda>> {
  const { rows } = await sql<{ categoria: string; periodo: number; marca: Buffer; num: Buffer; den: Buffer; orden: Buffer }>`
    select s.categoria, c.periodo, c.marca, array_send(c.num) as num, array_send(c.den) as den, array_send(c.orden) as orden
    from serie s join cifra c on c.serie = s.id where s.indicador = ${indicador} and c.periodo = any (${periodos}::integer[])`.execute(db);
  return new Map(
    rows.map((f) => [
      `${f.categoria}\n${f.periodo}`,
      { marca: Uint8Array.from(f.marca), num: leerDobles(f.num), den: leerDobles(f.den), orden: leerEnteros(f.orden) },
    ]),
  );
}
