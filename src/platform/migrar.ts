import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

const CERROJO = 20160122;

/** Folder of the forward-only migrations, beside `src/` or, in the built bundle, beside `build/`. */
const CARPETA = new URL('../../migrations/', import.meta.url);

/**
 * Applies the pending migrations in order, each in its own transaction, under an advisory lock so that two processes
 * starting at once do not race. Throws if a migration already applied has since changed.
 */
export async function migrar(url: string, carpeta: URL = CARPETA): Promise<string[]> {
  const c = new pg.Client({ connectionString: url, application_name: 'ayni-migrar' });
  await c.connect();
  const aplicadas: string[] = [];
  try {
    const version = Number((await c.query('show server_version_num')).rows[0].server_version_num);
    if (version < 150_000) throw new Error(`Ayni necesita PostgreSQL 15 o posterior; el servidor informa ${version}.`);
    await c.query('select pg_advisory_lock($1)', [CERROJO]);
    await c.query('create table if not exists migracion (nombre text primary key, huella text not null, aplicada_en timestamptz not null default now())');
    const hechas = new Map<string, string>((await c.query('select nombre, huella from migracion')).rows.map((r) => [r.nombre, r.huella]));
    for (const nombre of (await readdir(carpeta)).filter((n) => n.endsWith('.sql')).sort()) {
      const sql = await readFile(new URL(nombre, carpeta), 'utf8');
      const huella = createHash('sha256').update(sql).digest('hex');
      const previa = hechas.get(nombre);
      if (previa === huella) continue;
      if (previa) throw new Error(`La migración ${nombre} cambió después de aplicarse. Restaure su texto y agregue una nueva.`);
      await c.query('begin');
      await c.query(sql);
      await c.query('insert into migracion (nombre, huella) values ($1, $2)', [nombre, huella]);
      await c.query('commit');
      aplicadas.push(nombre);
    }
  } finally {
    await c.end();
  }
  return aplicadas;
}
