import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { archivosDeTrazabilidad } from '../src/trazabilidad.ts';

it('la página y los datos de trazabilidad corresponden al código (npm run trazabilidad los actualiza)', async () => {
  for (const [ruta, texto] of Object.entries(await archivosDeTrazabilidad())) expect(await readFile(ruta, 'utf8'), ruta).toBe(texto);
});
