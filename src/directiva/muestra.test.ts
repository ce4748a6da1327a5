import { describe, expect, it } from 'vitest';
import { compararOlas, margenConjunto, margenDeMedia, margenDeProporcion } from './muestra.ts';

const simple = { confianza: '95', deff: 1 } as const;

describe('numeral 8.18: margen de error de la percepción de los usuarios', () => {
  it('proporción: los tamaños de los manuales dan el margen de los manuales', () => {
    expect(margenDeProporcion(0.5, { ...simple, n: 384 })).toBeCloseTo(0.05, 3);
    expect(margenDeProporcion(0.5, { ...simple, n: 1067 })).toBeCloseTo(0.03, 3);
    expect(margenDeProporcion(0.3, { ...simple, n: 100 })).toBeCloseTo(0.0898, 4);
    expect(margenDeProporcion(0.5, { n: 271, confianza: '90', deff: 1 })).toBeCloseTo(0.05, 3);
    expect(margenDeProporcion(0.5, { n: 664, confianza: '99', deff: 1 })).toBeCloseTo(0.05, 3);
  });

  it('población finita: la tabla de Krejcie y Morgan (N = 1000, n = 278; N = 200, n = 132) da 5 puntos', () => {
    expect(margenDeProporcion(0.5, { ...simple, n: 278, poblacion: 1000 })).toBeCloseTo(0.05, 3);
    expect(margenDeProporcion(0.5, { ...simple, n: 132, poblacion: 200 })).toBeCloseTo(0.05, 3);
    expect(margenDeProporcion(0.5, { ...simple, n: 200, poblacion: 200 })).toBe(0);
  });

  it('el efecto de diseño agranda el margen por su raíz', () => {
    const uno = margenDeProporcion(0.4, { ...simple, n: 400 });
    expect(margenDeProporcion(0.4, { ...simple, n: 400, deff: 2.25 })).toBeCloseTo(uno * 1.5, 10);
  });

  it('si todos respondieron igual el margen no es cero: regla de tres', () => {
    expect(margenDeProporcion(1, { ...simple, n: 100 })).toBeCloseTo(0.0295, 4);
    expect(margenDeProporcion(0, { ...simple, n: 300 })).toBeCloseTo(3 / 300, 3);
  });

  it('media: s = 15 y n = 36 dan 4,9', () => {
    expect(margenDeMedia(15, { ...simple, n: 36 })).toBeCloseTo(4.9, 2);
    expect(margenDeMedia(15, { ...simple, n: 36, poblacion: 100 })).toBeCloseTo(4.9 * Math.sqrt(64 / 99), 2);
  });

  it('estratos: pesa cada margen por su población', () => {
    expect(
      margenConjunto([
        { poblacion: 100, margen: 6 },
        { poblacion: 100, margen: 8 },
      ]),
    ).toBeCloseTo(5, 10);
    expect(margenConjunto([{ poblacion: 7, margen: 3 }])).toBeCloseTo(3, 10);
  });

  it('dos olas difieren solo si superan el margen de la diferencia', () => {
    expect(compararOlas({ valor: 60, margen: 3 }, { valor: 64, margen: 4 })).toEqual({ diferencia: 4, margen: 5, supera: false });
    expect(compararOlas({ valor: 60, margen: 3 }, { valor: 54, margen: 4 })).toMatchObject({ diferencia: -6, supera: true });
  });
});
