import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import type { EnMarcha } from '../../src/app.ts';
import { baseNueva } from '../base.ts';
import { lanzarChromium } from '../chromium.ts';

/** The built house over a database of its own with the demo loaded, and a real Chromium to walk it. */
export interface CasaConNavegador {
  /** One expediente of each kind, an acto of the modelo to annul and an account. */
  ejemplos(): Promise<Ejemplos>;
  /** An empty page of somebody who has not signed in. */
  anonimo(ancho?: number): Promise<Page>;
  /** A page of who entered as an office with «Entrar como…». */
  como(oficina: string, entidad: string, ancho?: number): Promise<Page>;
  cerrar(): Promise<void>;
}

/** What the addresses of the screens need. */
export interface Ejemplos {
  porTipo: Readonly<Record<string, string>>;
  actoDelModelo: string;
  cuenta: string;
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
    ejemplos: () => leerEjemplos(base.url),
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

async function leerEjemplos(url: string): Promise<Ejemplos> {
  const c = new pg.Client({ connectionString: url });
  await c.connect();
  try {
    // The one with the longest story has the most on its screen.
    const { rows } = await c.query<{ tipo: string; id: string }>('select distinct on (tipo) tipo, id from expediente order by tipo, version desc');
    const porTipo = Object.fromEntries(rows.map((r) => [r.tipo, r.id]));
    const acto = await c.query<{ acto_id: string }>('select acto_id from hecho where expediente_id = $1 order by version desc limit 1', [porTipo.modelo]);
    const cuenta = await c.query<{ id: string }>('select id from cuenta order by creada_en, id limit 1');
    return { porTipo, actoDelModelo: acto.rows[0]?.acto_id ?? '', cuenta: cuenta.rows[0]?.id ?? '' };
  } finally {
    await c.end();
  }
}
