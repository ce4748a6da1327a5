import { expect, it } from 'vitest';
import { extensa } from './extensa.ts';
import { datos, grupo, plegado, tabla, texto } from './vista.ts';

it('se pliega en el teléfono lo que ocupa más de una pantalla, por sus filas o por su texto', () => {
  const filas = (n: number) =>
    tabla(
      'Roles',
      ['Rol', 'Nivel'],
      Array.from({ length: n }, () => ['Conducir', 'Regional']),
    );
  expect(extensa(filas(3))).toBe(false);
  expect(extensa(filas(12))).toBe(true);
  expect(extensa(grupo([[undefined, filas(12)]]))).toBe(true);
  expect(extensa(texto('a'.repeat(900)))).toBe(true);
  expect(extensa(datos([['Sector', 'Salud']]))).toBe(false);
  expect(extensa(plegado('Lo demás', filas(12)))).toBe(false);
});
