import pg from 'pg';
import type { Page } from 'playwright-core';
import { baseNueva } from '../base.ts';
import { lanzarChromium } from '../chromium.ts';
import { arrancarConDemo } from './plantilla.ts';

/** The built house over a database of its own with the demo, and a real Chromium to walk it. */
export interface CasaConNavegador {
  /** One expediente of each kind, an acto of the modelo to annul and an account. */
  ejemplos(): Promise<Ejemplos>;
  /** An empty page of somebody who has not signed in. */
  anonimo(ventana?: Ventana): Promise<Page>;
  /** A page of who entered as an office with «Entrar como…». */
  como(oficina: string, entidad: string, ventana?: Ventana): Promise<Page>;
  cerrar(): Promise<void>;
}

interface Ventana {
  /** 1280 px unless told. */
  ancho?: number;
  /** False for a browser that runs none. */
  scripts?: boolean;
}

/** What the addresses of the screens need. */
export interface Ejemplos {
  porTipo: Readonly<Record<string, string>>;
  actoDelModelo: string;
  cuenta: string;
}

/** Fails a wait long before the whole test would. */
const ESPERA = 15_000;

export async function abrirCasa(config: { raices?: string } = {}): Promise<CasaConNavegador> {
  const base = await baseNueva();
  const [casa, navegador] = await Promise.all([arrancarConDemo(base.url, config), lanzarChromium()]);
  const anonimo = async ({ ancho = 1280, scripts = true }: Ventana = {}) => {
    const contexto = await navegador.newContext({ viewport: { width: ancho, height: 900 }, baseURL: casa.direccion, javaScriptEnabled: scripts });
    contexto.setDefaultTimeout(ESPERA);
    return contexto.newPage();
  };
  return {
    ejemplos: () => leerEjemplos(base.url),
    anonimo,
    como: async (oficina, entidad, ventana) => {
      const p = await anonimo(ventana);
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
