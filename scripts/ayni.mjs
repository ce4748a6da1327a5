#!/usr/bin/env node
// Entry of every npm script. Plain JavaScript for any Node from 20 on, with nothing installed: it installs what is
// missing, builds what is stale, and hands over to the pinned Node.
import { construir } from './construir.mjs';
import { asegurarDependencias, ErrorDeEntorno } from './entorno.mjs';
import { probar } from './probar.mjs';
import { ejecutar, relevar } from './procesos.mjs';

const ORDENES = {
  start: async (args) => {
    await construir();
    return relevar(['src/main.ts', ...args], { NODE_ENV: 'production' });
  },
  test: probar,
  bench: async ([nombre, ...args]) => {
    if (!/^[a-z][a-z0-9-]*$/.test(nombre ?? '')) throw new ErrorDeEntorno('Indique qué medir, por ejemplo: npm run bench -- actos');
    await construir();
    return relevar([`bench/${nombre}.ts`, ...args], { NODE_ENV: 'production' });
  },
  cli: (args) => ejecutar(['src/cli.ts', ...args]),
};

try {
  const [orden, ...args] = process.argv.slice(2);
  if (!Object.hasOwn(ORDENES, orden ?? '')) throw new ErrorDeEntorno(`Uso: node scripts/ayni.mjs ${Object.keys(ORDENES).join(' | ')}`);
  await asegurarDependencias();
  process.exitCode = await ORDENES[orden](args);
} catch (e) {
  console.error(e instanceof ErrorDeEntorno ? `\n${e.message}` : e);
  process.exitCode = 1;
}
