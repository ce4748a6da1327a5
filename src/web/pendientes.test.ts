import { describe, expect, it } from 'vitest';
import { juntarPendientes } from './pendientes.ts';

const de = (entidad: string, que = 'Informar sobre la propuesta', texto = 'vence el 30/11/2026') => ({
  que,
  numeral: '8.8',
  para: [entidad],
  plazo: { texto },
  mio: entidad === 'Puno',
});

describe('Qué se espera', () => {
  it('lo mismo esperado de varios se dice una vez, con todos ellos', () => {
    expect(juntarPendientes([de('Loreto'), de('Puno'), de('Loreto')])).toEqual([{ ...de('Loreto'), para: ['Loreto', 'Puno'], mio: true, veces: 3 }]);
  });
  it('otro asunto u otro plazo va aparte', () => {
    const lista = [de('Loreto'), de('Puno', 'Otra cosa'), de('Puno', undefined, 'vencido')];
    expect(juntarPendientes(lista).map((p) => p.veces)).toEqual([1, 1, 1]);
  });
});
