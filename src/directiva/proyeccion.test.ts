import { describe, expect, it } from 'vitest';
import { avance, caminoALaMeta, proyectar } from './proyeccion.ts';

const serie = (...ys: number[]) => ys.map((y, x) => ({ x, y }));

describe('numeral 8.17: proyección hacia la meta', () => {
  it('con menos de tres puntos no dice nada', () => {
    expect(proyectar(serie(1, 2))).toBeUndefined();
    expect(proyectar(serie(1, 2, 3))?.en(3)).toBeCloseTo(4);
  });

  it('un valor raro no la tuerce, un hueco sigue siendo un hueco', () => {
    expect(proyectar(serie(10, 12, 14, 90, 18, 20))?.pendiente).toBeCloseTo(2);
    const p = proyectar([
      { x: 0, y: 10 },
      { x: 2, y: 14 },
      { x: 5, y: 20 },
    ]);
    expect(p?.en(7)).toBeCloseTo(24);
  });

  it('8.18 no cruza un cambio de método', () => {
    const p = proyectar(serie(80, 70, 60, 10, 12, 14), [3]);
    expect(p).toMatchObject({ pendiente: 2, desde: 3, puntos: 3 });
    expect(proyectar(serie(80, 70, 60, 10, 12), [3])).toBeUndefined();
  });

  it('mira los últimos periodos', () => {
    expect(proyectar(serie(100, 90, 80, 70, 1, 2, 3, 4, 5, 6, 7, 8))?.pendiente).toBeCloseTo(1);
  });

  it('lee la meta según el sentido del indicador', () => {
    expect(caminoALaMeta('mayor_mejor', 60, 72, 70)).toBe('llega');
    expect(caminoALaMeta('mayor_mejor', 60, 68, 70)).toBe('no_llega');
    expect(caminoALaMeta('mayor_mejor', 71, 74, 70)).toBe('ya');
    expect(caminoALaMeta('menor_mejor', 30, 18, 20)).toBe('llega');
    expect(caminoALaMeta('menor_mejor', 18, 25, 20)).toBe('no_llega');
  });

  it('el avance va de la línea de base a la meta, suba o baje', () => {
    expect(avance(40, 55, 70)).toBe(50);
    expect(avance(40, 30, 20)).toBe(50);
    expect(avance(40, 35, 70)).toBeCloseTo(-16.67, 2);
    expect(avance(40, 40, 40)).toBeUndefined();
  });
});
