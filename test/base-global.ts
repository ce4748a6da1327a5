import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { levantarEmbebido } from '../src/platform/embebido.ts';
import { migrar } from '../src/platform/migrar.ts';
import { conBase } from './base-url.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the migrated template that every test clones. */
    plantilla: string;
  }
}

/** The tests do not need to survive a power cut. */
const SIN_DURABILIDAD = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

export default async function preparar(proyecto: TestProject): Promise<() => Promise<void>> {
  const { plantilla, apagar } = await abrirPlantilla();
  proyecto.provide('plantilla', plantilla);
  return apagar;
}

/** One server for the run (DATABASE_URL, else the embedded one in a temporary folder) and one migrated template. */
export async function abrirPlantilla(): Promise<{ plantilla: string; apagar(): Promise<void> }> {
  const { url: servidor, apagar } = await abrirServidor();
  const nombre = `ayni_plantilla_${randomUUID().slice(0, 8)}`;
  const plantilla = conBase(servidor, nombre);
  await mandar(servidor, `create database ${nombre}`);
  await migrar(plantilla);
  return {
    plantilla,
    apagar: async () => {
      await mandar(servidor, `drop database if exists ${nombre} with (force)`);
      await apagar();
    },
  };
}

async function abrirServidor(): Promise<{ url: string; apagar(): Promise<void> }> {
  const dado = process.env.DATABASE_URL;
  if (dado) return { url: dado, apagar: async () => {} };
  const directorio = await mkdtemp(join(tmpdir(), 'ayni-pruebas-'));
  await chmod(directorio, 0o755);
  const e = await levantarEmbebido({ directorio, ajustes: SIN_DURABILIDAD });
  return {
    url: e.url,
    apagar: async () => {
      await e.detener();
      await rm(directorio, { recursive: true, force: true });
    },
  };
}

async function mandar(url: string, sql: string): Promise<void> {
  const c = new pg.Client({ connectionString: url });
  await c.connect();
  try {
    await c.query(sql);
  } finally {
    await c.end();
  }
}
