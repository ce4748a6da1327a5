/** A point of a series: `x` counts periods, so that a hole stays a hole. */
export interface Punto {
  x: number;
  y: number;
}

export interface Proyeccion {
  /** Change per period. */
  pendiente: number;
  /** First and last point that the trend rests on. */
  desde: number;
  hasta: number;
  puntos: number;
  en(x: number): number;
}

const MINIMO = 3;
/** The trend looks at no more than these last points: older ones speak of another time. */
const VENTANA = 8;

function mediana(xs: readonly number[]): number {
  const o = [...xs].sort((a, b) => a - b);
  const m = o.length >> 1;
  return o.length % 2 === 1 ? (o[m] as number) : ((o[m - 1] as number) + (o[m] as number)) / 2;
}

/**
 * 8.17: where a series is going, by the median of the slopes between its last points (Theil–Sen: one odd value does not bend it).
 * Nothing is said with fewer than three points, nor across a break of the method (8.18).
 * @param rupturas places from which values do not compare with the earlier ones
 */
export function proyectar(puntos: readonly Punto[], rupturas: readonly number[] = []): Proyeccion | undefined {
  const ruptura = Math.max(...rupturas, Number.NEGATIVE_INFINITY);
  const suyos = [...puntos]
    .filter((p) => p.x >= ruptura)
    .sort((a, b) => a.x - b.x)
    .slice(-VENTANA);
  if (suyos.length < MINIMO) return undefined;
  const pendientes = suyos.flatMap((a, i) => suyos.slice(i + 1).map((b) => (b.y - a.y) / (b.x - a.x)));
  const pendiente = mediana(pendientes);
  const origen = mediana(suyos.map((p) => p.y - pendiente * p.x));
  return {
    pendiente,
    desde: (suyos[0] as Punto).x,
    hasta: (suyos.at(-1) as Punto).x,
    puntos: suyos.length,
    en: (x) => origen + pendiente * x,
  };
}

/** 8.17: whether the trend reaches the target, as the indicator reads. «ya»: the last value does. */
export function caminoALaMeta(sentido: 'mayor_mejor' | 'menor_mejor', ultimo: number, proyectado: number, meta: number): 'ya' | 'llega' | 'no_llega' {
  const alcanza = (v: number): boolean => (sentido === 'mayor_mejor' ? v >= meta : v <= meta);
  if (alcanza(proyectado)) return alcanza(ultimo) ? 'ya' : 'llega';
  return 'no_llega';
}

/** 8.17: how much of the way from the baseline to the target is walked, in per cent; negative when it goes back. Undefined when there is no way. */
export const avance = (base: number, valor: number, meta: number): number | undefined => (meta === base ? undefined : ((valor - base) / (meta - base)) * 100);
