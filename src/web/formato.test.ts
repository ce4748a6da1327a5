import { expect, it } from 'vitest';
import { momento } from './formato.ts';

it('la cronología pone primero la fecha legal y después el instante de registro, solo si difieren', () => {
  expect(momento('2026-03-02', '2026-03-02T15:05:00.000Z')).toEqual({ legal: '02/03/2026', registro: '10:05', difieren: false });
  expect(momento('2026-02-15', '2026-03-02T15:05:00.000Z')).toEqual({ legal: '15/02/2026', registro: '02/03/2026 10:05', difieren: true });
});

it('el día del registro es el de Lima: a las 02:00 UTC aún es el anterior', () => {
  expect(momento('2026-03-01', '2026-03-02T02:00:00.000Z')).toEqual({ legal: '01/03/2026', registro: '21:00', difieren: false });
});
