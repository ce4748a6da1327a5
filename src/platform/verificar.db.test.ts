import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva, nuevo } from '../../test/casa.ts';
import { verificar } from './verificar.ts';

let casa: CasaDePrueba;

beforeAll(async () => {
  casa = await casaNueva();
});
afterAll(() => casa?.cerrar());

it('verificar mientras las oficinas trabajan no ve faltas: lee una sola instantánea', async () => {
  const minsa = casa.como('organo_descentralizacion', 'minsa');
  const datos = (nombre: string) => ({ nombre, sector: 'minsa', necesidad: 'n', continuidad: 'c', norma: 'n', niveles: ['nacional', 'regional'] });
  let trabajan = true;
  const oficina = async (n: number) => {
    const id = nuevo();
    await casa.hacer('IdentificarServicio', id, datos(`Servicio ${n}`), minsa);
    for (let i = 0; trabajan; i++) await casa.hacer('CorregirServicio', id, datos(`Servicio ${n}, corrección ${i}`), minsa);
  };
  const oficinas = Promise.all(Array.from({ length: 8 }, (_, n) => oficina(n)));
  const faltas: unknown[] = [];
  for (let i = 0; i < 30; i++) faltas.push(...(await verificar(casa.db, casa.registro)).faltas);
  trabajan = false;
  await oficinas;
  expect(faltas).toEqual([]);
});
