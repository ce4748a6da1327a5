/** Two-sided quantiles of the normal distribution by confidence level. */
const Z = { '90': 1.644854, '95': 1.959964, '99': 2.575829 } as const;
export type Confianza = keyof typeof Z;

/** How a sample was drawn, as far as the error of its results depends on it (8.18, 8.19). */
export interface Muestra {
  n: number;
  confianza: Confianza;
  /** Variance against that of a simple random sample of the same size; 1 for a simple one. */
  deff: number;
  /** Size of the population, for the finite-population correction. */
  poblacion?: number;
}

const correccion = ({ n, poblacion }: Muestra): number => (poblacion === undefined || poblacion <= 1 ? 1 : Math.max(0, (poblacion - n) / (poblacion - 1)));

/**
 * 8.18: margin of error of a proportion, z·√(deff·p(1−p)/n·(N−n)/(N−1)). Where everybody answered the same that formula
 * gives zero; the exact bound of the binomial («rule of three») stands instead.
 * @param p from 0 to 1
 */
export function margenDeProporcion(p: number, m: Muestra): number {
  const efectiva = m.n / m.deff;
  if (p <= 0 || p >= 1) return (1 - (1 - Number(m.confianza) / 100) ** (1 / efectiva)) * Math.sqrt(correccion(m));
  return Z[m.confianza] * Math.sqrt(((p * (1 - p)) / efectiva) * correccion(m));
}

/** 8.18: margin of error of a mean, z·s·√(deff/n·(N−n)/(N−1)), with the standard deviation of the answers. */
export const margenDeMedia = (desviacion: number, m: Muestra): number => Z[m.confianza] * desviacion * Math.sqrt((m.deff / m.n) * correccion(m));

/** Margin of the mean of several strata weighed by their population, each with its own independent sample: √Σ(W·e)². */
export function margenConjunto(estratos: readonly { poblacion: number; margen: number }[]): number {
  const total = estratos.reduce((s, e) => s + e.poblacion, 0);
  return Math.sqrt(estratos.reduce((s, e) => s + ((e.poblacion / total) * e.margen) ** 2, 0));
}

/** 8.17, 8.18: two independent waves differ when what they differ by is more than √(e₁²+e₂²), the margin of the difference. */
export function compararOlas(antes: { valor: number; margen: number }, ahora: { valor: number; margen: number }) {
  const diferencia = ahora.valor - antes.valor;
  const margen = Math.hypot(antes.margen, ahora.margen);
  return { diferencia, margen, supera: Math.abs(diferencia) > margen };
}
