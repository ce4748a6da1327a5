import { describe, expect, it } from 'vitest';
import type { PuntoDeSerie } from './cifras.ts';
import { seUne, unir } from './linaje.ts';

const punto = (periodo: number, num?: number, den?: number): PuntoDeSerie =>
  num === undefined
    ? { periodo, categoria: '', estado: 'nada', n: 0 }
    : { periodo, categoria: '', estado: 'valor', valor: num, n: 1, reportado: { num, ...(den === undefined ? {} : { den }) } };

describe('Límites que cambian', () => {
  it('8.19: el conjunto suma lo de antes, del distrito entero, y lo de después, de las dos partes', () => {
    const origen = [punto(2019, 100), punto(2020, 70), punto(2021, 80)];
    const nacido = [punto(2019), punto(2020, 30), punto(2021)];
    expect(unir({ agregacion: 'suma', factor: 1 }, [nacido, origen]).map((x) => [x.periodo, x.valor, x.n])).toEqual([
      [2019, 100, 1],
      [2020, 100, 2],
      [2021, 80, 1],
    ]);
  });

  it('8.19: una razón une numeradores y denominadores, nunca promedia porcentajes', () => {
    const r = unir({ agregacion: 'razon', factor: 100 }, [[punto(2020, 10, 100)], [punto(2020, 90, 100)], [punto(2020, 0, 300)]]);
    expect(r[0]?.valor).toBe(20);
  });

  it('8.19: si una de las partes es reservada o no tiene dato, el conjunto tampoco se muestra', () => {
    const reservado: PuntoDeSerie = { periodo: 2020, categoria: '', estado: 'reservado', n: 1 };
    expect(unir({ agregacion: 'suma', factor: 1 }, [[reservado], [punto(2020, 5)]])).toEqual([{ periodo: 2020, categoria: '', estado: 'reservado', n: 0 }]);
    expect(unir({ agregacion: 'suma', factor: 1 }, [[punto(2020)]])).toEqual([]);
    expect(seUne({ agregacion: 'promedio', captura: 'distrito' })).toBe(false);
    expect(seUne({ agregacion: 'suma', captura: 'provincia' })).toBe(false);
    expect(seUne({ agregacion: 'razon', captura: 'distrito' })).toBe(true);
  });
});
