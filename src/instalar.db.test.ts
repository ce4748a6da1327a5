import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva, nuevo } from '../test/casa.ts';
import { instalar } from './instalar.ts';

let casa: CasaDePrueba;

beforeAll(async () => {
  casa = await casaNueva();
});
afterAll(() => casa?.cerrar());

it('tras una actualización, lo que se lee vuelve a salir de los hechos, una sola vez', async () => {
  const id = nuevo();
  const datos = { nombre: 'Uno', sector: 'minsa', necesidad: 'n', continuidad: 'c', norma: 'n', niveles: ['nacional', 'regional'] };
  await casa.hacer('IdentificarServicio', id, datos, casa.como('organo_descentralizacion', 'minsa'));
  const titulo = async () => (await casa.db.selectFrom('expediente').select('titulo').where('id', '=', id).executeTakeFirstOrThrow()).titulo;
  const deAntes = () => casa.db.updateTable('expediente').set({ titulo: 'De la versión anterior' }).where('id', '=', id).execute();
  await instalar(casa);
  await deAntes();
  await instalar(casa);
  expect(await titulo()).toBe('De la versión anterior');
  await casa.db.updateTable('ajuste').set({ valor: '0001_libro.sql' }).where('clave', '=', 'proyecciones').execute();
  await instalar(casa);
  expect(await titulo()).toBe('Uno');
});
