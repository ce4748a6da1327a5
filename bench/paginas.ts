import { type ChildProcess, fork } from 'node:child_process';
import { Agent, get } from 'node:http';
import { setTimeout as esperar } from 'node:timers/promises';
import { cookieDeSesion } from '../src/platform/auth/cookie.ts';
import { oficinasDeDemo } from '../src/platform/auth/demo.ts';
import { abrirSesion } from '../src/platform/auth/sesiones.ts';
import { abrirBase } from '../src/platform/base.ts';
import { baseDeBench } from './base.ts';
import { comparar } from './comun.ts';

/**
 * Main pages of the demo with 20 users: pages per second against a static file of the same server in the same run, and
 * p95 of the time until the last byte, of users who open a page each second and of users who never pause.
 */
const USUARIOS = 20;
const RONDAS = Number(process.env.RONDAS ?? 5);
const SEGUNDOS = Number(process.env.SEGUNDOS ?? 2);
const ESTATICO = '/icono.svg';
const PUBLICAS: ReadonlySet<string> = new Set(['/', '/directiva', ESTATICO]);

const agente = new Agent({ keepAlive: true, maxSockets: USUARIOS });

/** Milliseconds until the last byte. Fails unless the answer is 200. `cookie`: empty for who has not signed in. */
function abrir(url: string, cookie: string): Promise<number> {
  return new Promise((listo, fallo) => {
    const inicio = performance.now();
    get(url, { agent: agente, headers: cookie ? { cookie } : {} }, (r) => {
      r.resume();
      r.on('end', () => (r.statusCode === 200 ? listo(performance.now() - inicio) : fallo(new Error(`${url} respondió ${r.statusCode}`))));
    }).on('error', fallo);
  });
}

/** Every user opens the page again and again; with `cada`, once in so many milliseconds. @returns the times, in order */
async function usar(url: string, cookie: string, segundos: number, cada = 0): Promise<number[]> {
  const tiempos: number[] = [];
  const fin = performance.now() + segundos * 1000;
  await Promise.all(
    Array.from({ length: USUARIOS }, async (_, i) => {
      await esperar((cada * i) / USUARIOS);
      while (performance.now() < fin) {
        const ms = await abrir(url, cookie);
        tiempos.push(ms);
        if (cada > ms) await esperar(cada - ms);
      }
    }),
  );
  return tiempos.sort((a, b) => a - b);
}

const p95 = (ordenados: readonly number[]): string => `${(ordenados[Math.ceil(ordenados.length * 0.95) - 1] ?? 0).toFixed(0)} ms`;

async function levantar(url: string): Promise<{ proceso: ChildProcess; direccion: string }> {
  const proceso = fork(new URL('./servidor-paginas.ts', import.meta.url), { env: { ...process.env, DATABASE_URL: url, NODE_ENV: 'production' } });
  const { direccion } = await new Promise<{ direccion: string }>((listo, fallo) => {
    proceso.once('message', (m) => listo(m as { direccion: string }));
    proceso.once('exit', (c) => fallo(new Error(`El servidor terminó con ${c}`)));
  });
  return { proceso, direccion };
}

/** Session of the office of the demo that has most to do, and its busiest expediente. */
async function entrar(url: string): Promise<{ cookie: string; expediente: string }> {
  const db = abrirBase(url, { maximo: 1 });
  try {
    const ahora = new Date();
    const oficinas = await oficinasDeDemo(db, ahora);
    const pendientes = await db.selectFrom('pendiente').select(['entidad', 'cargos']).execute();
    const carga = (o: (typeof oficinas)[number]) => pendientes.filter((p) => p.entidad === o.entidad && p.cargos.includes(o.cargo)).length;
    const oficina = [...oficinas].sort((a, b) => carga(b) - carga(a))[0];
    const { id: cuenta } = await db
      .selectFrom('cuenta')
      .select('id')
      .where('persona', '=', oficina?.persona ?? '')
      .executeTakeFirstOrThrow();
    const token = await abrirSesion(db, { cuenta, designacion: oficina?.designacion ?? null, ahora });
    const { id } = await db.selectFrom('expediente').select('id').where('tipo', '=', 'modelo').orderBy('version', 'desc').executeTakeFirstOrThrow();
    return { cookie: cookieDeSesion(token, false).split(';')[0] ?? '', expediente: id };
  } finally {
    await db.destroy();
  }
}

const base = await baseDeBench('paginas');
let servidor: ChildProcess | undefined;
try {
  const s = await levantar(base.url);
  servidor = s.proceso;
  const { cookie, expediente } = await entrar(base.url);
  const paginas = {
    inicio: '/',
    directiva: '/directiva',
    bandeja: '/bandeja',
    modelos: '/modelos',
    matriz: '/matriz',
    expediente: `/expediente/${expediente}`,
    formulario: '/nuevo/IdentificarServicio',
  };
  const usarPagina = (ruta: string, segundos: number, cada?: number) => usar(s.direccion + ruta, PUBLICAS.has(ruta) ? '' : cookie, segundos, cada);
  const porSegundo = async (ruta: string) => (await usarPagina(ruta, SEGUNDOS)).length / SEGUNDOS;
  for (const [nombre, ruta] of Object.entries(paginas)) {
    await usarPagina(ruta, 1);
    await comparar(
      `pagina-${nombre}`,
      RONDAS,
      () => porSegundo(ruta),
      () => porSegundo(ESTATICO),
    );
    const conPausa = await usarPagina(ruta, SEGUNDOS * 3, 1000);
    const sinPausa = await usarPagina(ruta, SEGUNDOS);
    console.log(`pagina-${nombre} p95 ${p95(conPausa)} con 20 usuarios que abren una página por segundo; ${p95(sinPausa)} si ninguno hace pausa`);
  }
} finally {
  servidor?.kill();
  agente.destroy();
  await base.cerrar();
}
