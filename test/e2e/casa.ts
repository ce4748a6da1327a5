import type { Browser, Page } from 'playwright-core';
import type { EnMarcha } from '../../src/app.ts';
import { baseNueva } from '../base.ts';
import { lanzarChromium } from '../chromium.ts';

/** The built house over a database of its own with the demo loaded, and a real Chromium to walk it. */
export interface CasaConNavegador {
  direccion: string;
  /** An empty page of somebody who has not signed in. */
  anonimo(ancho?: number): Promise<Page>;
  /** A page of who entered as an office with «Entrar como…». */
  como(oficina: string, entidad: string, ancho?: number): Promise<Page>;
  cerrar(): Promise<void>;
}

/** Fails a wait long before the whole test would. */
const ESPERA = 15_000;

export async function abrirCasa(): Promise<CasaConNavegador> {
  const base = await baseNueva();
  const ruta = new URL('../../build/server/index.js', import.meta.url).href;
  const { arrancar } = await import(/* @vite-ignore */ ruta);
  const [casa, navegador]: [EnMarcha, Browser] = await Promise.all([
    arrancar({ url: base.url, config: { puerto: 0, anfitrion: '127.0.0.1', directorio: '', hosts: [], demo: true } }),
    lanzarChromium(),
  ]);
  const anonimo = async (ancho = 1280) => {
    const contexto = await navegador.newContext({ viewport: { width: ancho, height: 900 }, baseURL: casa.direccion });
    contexto.setDefaultTimeout(ESPERA);
    return contexto.newPage();
  };
  return {
    direccion: casa.direccion,
    anonimo,
    como: async (oficina, entidad, ancho) => {
      const p = await anonimo(ancho);
      await p.goto('/ingresar');
      await p.getByRole('button', { name: `${oficina} ${entidad}`, exact: true }).click();
      await p.waitForURL('**/bandeja');
      return p;
    },
    cerrar: async () => {
      await navegador.close();
      await casa.cerrar();
      await base.cerrar();
    },
  };
}
