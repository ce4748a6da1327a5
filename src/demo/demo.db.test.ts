import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva } from '../../test/casa.ts';
import { reconstruir, verificar } from '../platform/verificar.ts';
import { cargarDemo } from './demo.ts';

let casa: CasaDePrueba;
beforeAll(async () => {
  casa = await casaNueva();
  await cargarDemo(casa);
}, 120_000);
afterAll(() => casa.cerrar());

it('el libro de la demostración está íntegro y cada estado se sigue de sus hechos', async () => {
  expect((await verificar(casa.db, casa.registro)).faltas).toEqual([]);
  await reconstruir(casa.db, casa.registro);
  expect((await verificar(casa.db, casa.registro)).faltas).toEqual([]);
});
