import type { Periodo } from './directiva/periodos.ts';
import type { Id } from './kernel/tipos.ts';
import { type AvisoLeido, tramosDeBorrador } from './lecturas/calidad.ts';
import { celdasVigentes } from './lecturas/cifras.ts';
import type { Indicador } from './modules/indicador/indicador.ts';
import { type AvisoDeCifra, comparables, evaluar, fichaEn, REGLAS, type Regla } from './modules/reporte/reporte.calidad.ts';
import type { Db } from './platform/base.ts';
import { aplicar, type Celda, celdaVacia } from './platform/cifras/celda.ts';
import type { Tramo } from './platform/cifras/tramo.ts';

/** After every batch there is: what is laid over with it stands. */
export const ULTIMO_ORDEN = 2 ** 31 - 1;

/** Rules that look at a figure alone. */
export const PROPIAS: ReadonlySet<Regla> = new Set(['denominador', 'minimo', 'maximo']);

/** Periods needed to judge the figures of some. */
export const periodosDe = (s: Indicador, periodos: readonly Periodo[]): Periodo[] => [
  ...new Set(periodos.flatMap((p) => [p, ...Object.values(comparables(s, p)).filter((x) => x !== undefined)])),
];

/** Warnings of the cell of a category and period, among cells by `categoría\nperiodo`. */
export function avisosDe(s: Indicador, celdas: ReadonlyMap<string, Celda>, { categoria, periodo }: { categoria: string; periodo: Periodo }): AvisoDeCifra[] {
  const en = (p: Periodo | undefined) => (p === undefined ? undefined : celdas.get(`${categoria}\n${p}`));
  const actual = en(periodo);
  const { previa, anual } = comparables(s, periodo);
  return actual ? evaluar(fichaEn(s, periodo), actual, en(previa), en(anual)) : [];
}

export interface TramoDeCategoria {
  categoria: string;
  periodo: Periodo;
  tramo: Tramo;
}

/** Warnings that some figures would have if they were in force now (8.19). Nothing is stored. */
export async function avisosPrevistos(db: Db, indicador: Id, s: Indicador, tramos: readonly TramoDeCategoria[]): Promise<AvisoLeido[]> {
  const celdas = await celdasVigentes(
    db,
    indicador,
    periodosDe(
      s,
      tramos.map((t) => t.periodo),
    ),
  );
  for (const t of tramos) {
    const k = `${t.categoria}\n${t.periodo}`;
    celdas.set(k, aplicar(celdas.get(k) ?? celdaVacia(), t.tramo, ULTIMO_ORDEN));
  }
  return tramos.flatMap((t) => {
    const suyos = new Set(t.tramo.pos);
    return avisosDe(s, celdas, t)
      .filter((a) => suyos.has(a.pos))
      .map((a) => ({ ...a, categoria: t.categoria, periodo: t.periodo, reglas: REGLAS, reservado: false }));
  });
}

/** Warnings that the figures of a draft would have: who sends them sees them before. */
export const avisosDeBorrador = async (db: Db, reporte: Id, indicador: Id, s: Indicador): Promise<AvisoLeido[]> =>
  avisosPrevistos(db, indicador, s, await tramosDeBorrador(db, reporte));
