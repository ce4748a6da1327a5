import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leerPostmaster, vive } from './embebido.proceso.ts';
import { type Embebido, levantarEmbebido } from './embebido.ts';

const MODULO = new URL('./embebido.ts', import.meta.url).href;
const APP = `const { levantarEmbebido } = await import('${MODULO}');
try { console.log((await levantarEmbebido({ directorio: process.argv[1] })).url); setInterval(() => {}, 1000); }
catch (e) { console.log('RECHAZADA', e.message); }`;

let directorio: string;
const apps: ChildProcess[] = [];

/** Another process of Ayni on the same folder; `linea` is its URL or its refusal. */
async function otraApp(): Promise<{ app: ChildProcess; linea: string }> {
  const app = spawn(process.execPath, ['--input-type=module', '-e', APP, directorio], { stdio: ['ignore', 'pipe', 'inherit'] });
  apps.push(app);
  const [trozo] = (await once(app.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { app, linea: trozo.toString().trim() };
}

async function matar(app: ChildProcess): Promise<void> {
  const fin = once(app, 'exit');
  app.kill('SIGKILL');
  await fin;
}

async function consultar(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const c = new pg.Client({ connectionString: url });
  await c.connect();
  try {
    return (await c.query(sql)).rows;
  } finally {
    await c.end();
  }
}

const servidor = async (): Promise<number> => (await leerPostmaster(join(directorio, 'pg')))?.pid ?? 0;

beforeAll(async () => {
  directorio = await mkdtemp(join(tmpdir(), 'ayni-prueba-'));
  await chmod(directorio, 0o755);
});

afterAll(async () => {
  for (const app of apps) app.kill('SIGKILL');
  const pid = await servidor();
  if (pid && vive(pid)) process.kill(pid, 'SIGQUIT');
  await rm(directorio, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

describe('PostgreSQL embebido', { timeout: 60_000 }, () => {
  it('abre la base ayni en UTF-8, ordena como en español y no abre puertos', async () => {
    const e = await levantarEmbebido({ directorio });
    const [fila] = await consultar(
      e.url,
      `select current_database() as base, current_setting('server_encoding') as codificacion, current_setting('listen_addresses') as tcp,
              current_setting('fsync') as fsync, (select array_agg(x order by x) from unnest(array['oso', 'ñandú', 'nube', 'Ábaco', 'abeja']) x) as orden`,
    );
    expect(fila).toEqual({ base: 'ayni', codificacion: 'UTF8', tcp: '', fsync: 'on', orden: ['Ábaco', 'abeja', 'nube', 'ñandú', 'oso'] });
    expect((await stat(join(directorio, 'pg'))).mode & 0o777).toBe(0o700);
    await consultar(e.url, 'create table dato (n int); insert into dato values (1)');
    const pid = await servidor();
    await e.detener();
    expect(vive(pid)).toBe(false);
    await e.detener();
  });

  it('conserva los datos y adopta el servidor que dejó una app muerta con kill -9', async () => {
    const { app, linea } = await otraApp();
    await consultar(linea, 'insert into dato values (2)');
    const pid = await servidor();
    await matar(app);
    expect(vive(pid)).toBe(true);
    const e = await levantarEmbebido({ directorio });
    expect(e.url).toBe(linea);
    expect(await servidor()).toBe(pid);
    expect(await consultar(e.url, 'select n from dato order by n')).toEqual([{ n: 1 }, { n: 2 }]);
    await e.detener();
  });

  it('recupera los datos cuando también el servidor murió con kill -9', async () => {
    const { app, linea } = await otraApp();
    await consultar(linea, 'insert into dato values (3)');
    process.kill(await servidor(), 'SIGKILL');
    await matar(app);
    const e = await levantarEmbebido({ directorio });
    expect(await consultar(e.url, 'select max(n) as n from dato')).toEqual([{ n: 3 }]);
    await e.detener();
  });

  it('arranca aunque el archivo del servidor anterior nombre un proceso que hoy es de otro programa', async () => {
    await writeFile(join(directorio, 'pg', 'postmaster.pid'), `${process.pid}\n${join(directorio, 'pg')}\n1\n5432\n${join(tmpdir(), 'no-existe')}\n`);
    const e = await levantarEmbebido({ directorio });
    expect(await consultar(e.url, 'select count(*)::int as n from dato')).toEqual([{ n: 3 }]);
    await e.detener();
  });

  describe('con una app abierta', () => {
    let e: Embebido;
    beforeAll(async () => {
      e = await levantarEmbebido({ directorio });
    });

    it('rechaza una segunda sobre la misma carpeta y dice qué hacer', async () => {
      const { linea } = await otraApp();
      expect(linea).toMatch(new RegExp(`^RECHAZADA Otra copia de Ayni \\(proceso ${process.pid}\\) ya usa los datos .*DATOS_DIR`));
      expect(await consultar(e.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    });

    it('sigue rechazándola después de que el servidor se recupera de una caída', async () => {
      const [{ pid } = {}] = await consultar(e.url, "select pid from pg_stat_activity where backend_type = 'walwriter'");
      process.kill(Number(pid), 'SIGKILL');
      await expect.poll(() => consultar(e.url, `select 1 from pg_locks where locktype = 'advisory'`).catch(() => []), { timeout: 20_000 }).toHaveLength(1);
      expect((await otraApp()).linea).toMatch(/^RECHAZADA/);
    });

    it('no abre los datos de otra versión mayor de PostgreSQL', async () => {
      await e.detener();
      const archivo = join(directorio, 'pg', 'PG_VERSION');
      const version = await readFile(archivo, 'utf8');
      await writeFile(archivo, '17\n');
      await expect(levantarEmbebido({ directorio })).rejects.toThrow(/son de PostgreSQL 17 .*DATABASE_URL/);
      await writeFile(archivo, version);
    });
  });
});
