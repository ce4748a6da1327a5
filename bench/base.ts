import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { levantarEmbebido } from '../src/platform/embebido.ts';
import { migrar } from '../src/platform/migrar.ts';

/** A migrated database of its own: on DATABASE_URL's server, or on an embedded one with full durability. */
export async function baseDeBench(nombre: string): Promise<{ url: string; cerrar(): Promise<void> }> {
  if (process.env.DATABASE_URL) {
    const url = new URL(process.env.DATABASE_URL);
    const base = `ayni_bench_${nombre}`;
    const admin = async (orden: string) => {
      const c = new pg.Client({ connectionString: process.env.DATABASE_URL });
      await c.connect();
      await c.query(orden);
      await c.end();
    };
    await admin(`drop database if exists ${base} with (force)`);
    await admin(`create database ${base}`);
    url.pathname = `/${base}`;
    await migrar(url.href);
    return { url: url.href, cerrar: () => admin(`drop database ${base} with (force)`) };
  }
  const directorio = await mkdtemp(join(tmpdir(), 'ayni-bench-'));
  // As root the server runs as another account, which must be able to enter.
  await chmod(directorio, 0o755);
  const embebido = await levantarEmbebido({ directorio });
  await migrar(embebido.url);
  return {
    url: embebido.url,
    cerrar: async () => {
      await embebido.detener();
      await rm(directorio, { recursive: true, force: true });
    },
  };
}
