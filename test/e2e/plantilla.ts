import type { TestProject } from 'vitest/node';
import type { EnMarcha } from '../../src/app.ts';
import { abrirPlantilla } from '../base-global.ts';

/** Starts what was built, as `npm start` would, on a free port. The demo is loaded unless the database has it. */
export async function arrancarConDemo(url: string, config: { raices?: string } = {}): Promise<EnMarcha> {
  const ruta = new URL('../../build/server/index.js', import.meta.url).href;
  const { arrancar } = await import(/* @vite-ignore */ ruta);
  return arrancar({ url, config: { puerto: 0, anfitrion: '127.0.0.1', directorio: '', hosts: [], demo: true, ...config } });
}

/** The template of the browser tests has the demo, loaded once for all of them. */
export default async function preparar(proyecto: TestProject): Promise<() => Promise<void>> {
  const { plantilla, apagar } = await abrirPlantilla();
  try {
    await (await arrancarConDemo(plantilla)).cerrar();
  } catch (e) {
    await apagar();
    throw e;
  }
  proyecto.provide('plantilla', plantilla);
  return apagar;
}
