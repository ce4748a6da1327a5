import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { RUTA_TRAZABILIDAD, textoDeTrazabilidad } from '../src/trazabilidad.ts';

it('la página de trazabilidad corresponde al código (npm run trazabilidad la actualiza)', async () => {
  expect(await readFile(RUTA_TRAZABILIDAD, 'utf8')).toBe(await textoDeTrazabilidad());
});
