import { sql } from 'kysely';
import type { Fecha, TerritorioId } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';
import { valorDe } from '../platform/cifras/celda.ts';
import type { Forma, PuntoDeSerie } from './cifras.ts';

/** Districts that share ground over time, and the births that explain it. */
export interface Linaje {
  /** The territory asked for, first, and those it shared ground with. */
  miembros: TerritorioId[];
  creaciones: { territorio: TerritorioId; origenes: TerritorioId[]; desde: Fecha; norma: string }[];
}

/** Births of districts that touch a territory, directly or through others; undefined when there are none. One statement. */
export async function leerLinaje(db: Db, territorio: TerritorioId): Promise<Linaje | undefined> {
  const { rows } = await sql<{ territorio: TerritorioId; origenes: TerritorioId[]; desde: Fecha; norma: string }>`
    with recursive c (t) as (
      select ${territorio}::text
      union
      select case when l.territorio = c.t then l.origen else l.territorio end from linaje l join c on c.t in (l.territorio, l.origen)
    )
    select l.territorio, array_agg(l.origen order by l.origen) as origenes, l.desde, l.norma
    from linaje l where l.territorio in (select t from c) group by l.territorio, l.desde, l.norma order by l.desde, l.territorio`.execute(db);
  if (rows.length === 0) return undefined;
  return { miembros: [...new Set([territorio, ...rows.flatMap((r) => [r.territorio, ...r.origenes])])], creaciones: rows };
}

/** Only what adds up can be joined: an average of two districts is not that of both. */
export const seUne = (f: Pick<Forma, 'agregacion' | 'captura'>): boolean =>
  f.captura === 'distrito' && ['suma', 'conteo', 'razon', 'ultimo'].includes(f.agregacion);

/**
 * One series for several territories of capture, over the same ground before and after a birth (8.19). A period is
 * joined only when every member that says something gives a value: one reserved or without data leaves no figure.
 */
export function unir(f: Pick<Forma, 'agregacion' | 'factor'>, series: readonly (readonly PuntoDeSerie[])[]): PuntoDeSerie[] {
  const porClave = Map.groupBy(series.flat(), (x) => `${x.periodo}\n${x.categoria}`);
  return [...porClave.values()]
    .flatMap((puntos): PuntoDeSerie[] => {
      const [primero] = puntos;
      const dicen = puntos.filter((x) => x.estado !== 'nada');
      if (!primero || dicen.length === 0) return [];
      const base = { periodo: primero.periodo, categoria: primero.categoria };
      const falta = dicen.find((x) => !x.reportado);
      if (falta) return [{ ...base, estado: falta.estado === 'valor' ? 'nada' : falta.estado, n: 0 }];
      const suma = (de: (r: { num: number; den?: number }) => number) => dicen.reduce((n, x) => n + de(x.reportado as { num: number; den?: number }), 0);
      const valor = valorDe(
        f.agregacion,
        suma((r) => r.num),
        suma((r) => r.den ?? Number.NaN),
        f.factor,
      );
      return [Number.isFinite(valor) ? { ...base, estado: 'valor', valor, n: dicen.length } : { ...base, estado: 'nada', n: 0 }];
    })
    .sort((a, b) => a.periodo - b.periodo);
}
