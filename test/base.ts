import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { conBase, nombreDeBase } from './base-url.ts';

export interface BaseDePrueba {
  /** Connection string, as the owner of the database. */
  url: string;
  /** Drops the database, whoever is still connected. */
  cerrar(): Promise<void>;
}

/** A migrated, empty database of its own for one test file, cloned from the template of the run. */
export async function baseNueva(): Promise<BaseDePrueba> {
  const plantilla = inject('plantilla');
  const nombre = `ayni_prueba_${randomUUID().replaceAll('-', '')}`;
  const administrar = async (sql: string): Promise<void> => {
    const c = new pg.Client({ connectionString: conBase(plantilla, 'postgres') });
    await c.connect();
    try {
      await c.query(sql);
    } finally {
      await c.end();
    }
  };
  await administrar(`create database ${nombre} template ${nombreDeBase(plantilla)}`);
  return { url: conBase(plantilla, nombre), cerrar: () => administrar(`drop database if exists ${nombre} with (force)`) };
}
