import { expect, it } from 'vitest';
import { pantallas, VISITAS } from './e2e/visitas.ts';

it('cada ruta con pantalla tiene su visita de accesibilidad (test/e2e/visitas.ts), y no sobra ninguna', async () => {
  expect(Object.keys(VISITAS).sort()).toEqual((await pantallas()).sort());
});
