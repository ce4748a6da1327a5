import { correr, nombreDePeriodo, type Periodo } from '../../directiva/periodos.ts';
import { avance, caminoALaMeta, type Proyeccion, proyectar } from '../../directiva/proyeccion.ts';
import type { TerritorioId } from '../../kernel/tipos.ts';
import type { PuntoDeSerie, ValorFijado } from '../../lecturas/cifras.ts';
import type { Indicador } from '../../modules/indicador/indicador.ts';
import { cifra } from '../formato.ts';

/** How a territory goes towards its last target (8.17). */
export interface CaminoALaMeta {
  territorio: string;
  ultimo: { periodo: Periodo; valor: number };
  meta: { periodo: Periodo; valor: number };
  /** Per cent of the way from the baseline. */
  avance?: number;
  /** Value that the trend gives in the period of the target; undefined with fewer than three comparable points. */
  proyectado?: number;
  tendencia?: Proyeccion;
  /** Place on the axis of the last figure and of the target. */
  desde: number;
  hasta: number;
  lectura: 'ya' | 'llega' | 'no_llega' | 'sin_tendencia';
}

const LIMITE = 600;

/** Periods between two of them. */
function distancia(s: Indicador, de: Periodo, a: Periodo): number {
  let k = 0;
  for (let p = de; p < a && k < LIMITE; k++) p = correr(s.periodicidad, p, 1);
  return k;
}

/** A percentage stays between 0 and 100 and a count over 0, whatever the trend says. */
function posible(s: Indicador, valor: number): number {
  if (s.agregacion === 'razon' && s.factor === 100) return Math.min(100, Math.max(0, valor));
  return s.agregacion === 'suma' || s.agregacion === 'conteo' ? Math.max(0, valor) : valor;
}

/** 8.17: the trend of a territory read against its target still to come. Undefined without figures or without such a target. */
export function caminoDe(
  s: Indicador,
  t: { id: TerritorioId; nombre: string },
  puntos: readonly PuntoDeSerie[],
  fijados: readonly ValorFijado[],
  inicio: Periodo,
): CaminoALaMeta | undefined {
  const con = puntos.filter((p) => p.categoria === '' && p.valor !== undefined);
  const ultimo = con.at(-1);
  const meta = fijados.filter((f) => f.clase === 'meta' && f.territorio === t.id).at(-1);
  if (!ultimo || ultimo.valor === undefined || !meta || meta.periodo <= ultimo.periodo) return undefined;
  const lugar = (p: Periodo) => distancia(s, inicio, p);
  const rupturas = s.versiones.flatMap((v) => (v.ruptura && v.desde !== undefined ? [lugar(v.desde)] : []));
  const tendencia = proyectar(
    con.map((p) => ({ x: lugar(p.periodo), y: p.valor as number })),
    rupturas,
  );
  const base = fijados.find((f) => f.clase === 'base' && f.territorio === t.id);
  const hasta = lugar(meta.periodo);
  const proyectado = tendencia && posible(s, tendencia.en(hasta));
  return {
    territorio: t.nombre,
    ultimo: { periodo: ultimo.periodo, valor: ultimo.valor },
    meta: { periodo: meta.periodo, valor: meta.valor },
    avance: base && avance(base.valor, ultimo.valor, meta.valor),
    proyectado,
    tendencia,
    desde: lugar(ultimo.periodo),
    hasta,
    lectura: proyectado === undefined ? 'sin_tendencia' : caminoALaMeta(s.sentido, ultimo.valor, proyectado, meta.valor),
  };
}

const LECTURAS = {
  ya: { texto: 'Ya alcanza la meta', tono: 'verde' },
  llega: { texto: 'Va camino a la meta', tono: 'verde' },
  no_llega: { texto: 'A este paso no llega', tono: 'ambar' },
  sin_tendencia: { texto: 'Menos de tres cifras comparables', tono: 'gris' },
} as const;

/** The same in words, a row by territory. */
export const filaDeCamino = (s: Indicador, c: CaminoALaMeta) => ({
  territorio: c.territorio,
  ultimo: `${cifra(c.ultimo.valor, s.decimales)} (${nombreDePeriodo(s.periodicidad, c.ultimo.periodo)})`,
  meta: `${cifra(c.meta.valor, s.decimales)} (${nombreDePeriodo(s.periodicidad, c.meta.periodo)})`,
  avance: c.avance === undefined ? '—' : `${cifra(c.avance, 0)} %`,
  tendencia: c.tendencia ? `${c.tendencia.pendiente >= 0 ? '+' : '−'}${cifra(Math.abs(c.tendencia.pendiente), Math.max(1, s.decimales))}` : '—',
  proyectado: c.proyectado === undefined ? '—' : cifra(c.proyectado, s.decimales),
  ...LECTURAS[c.lectura],
});
