import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, open, readFile, rename, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as esperar } from 'node:timers/promises';
import pg from 'pg';
import { ejecutar, type Identidad, identidadSinRoot, puedeEntrar } from './embebido.cuenta.ts';
import { existe, leerPostmaster, type Postmaster, vive } from './embebido.proceso.ts';
import { buscarProgramas, type Programas } from './embebido.programas.ts';

const VERSION_MAYOR = '18';
const USUARIO = 'ayni';
/** Of the temporary folder of the socket. */
const PREFIJO = 'ayni-';
/** Advisory lock that the app holds on the database `postgres` while it lives: freed by the server when the app dies. */
const CERROJO = 20_160_014;
const ESPERA_ARRANQUE_MS = 60_000;
/** A server that runs and starts has its socket long before this. */
const ESPERA_SOCKET_MS = 5_000;
const ESPERA_PARADA_MS = 30_000;
const REGISTRO_MAXIMO = 10 * 1024 * 1024;

const AJUSTES: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '256MB',
  max_wal_size: '512MB',
  jit: 'off',
  timezone: 'America/Lima',
  log_timezone: 'America/Lima',
  lc_messages: 'C',
};

export interface Embebido {
  /** Connection string of the database `ayni`, over a private Unix socket. */
  url: string;
  /** Stops the server: open transactions are rolled back, what was committed stays. */
  detener(): Promise<void>;
}

export interface OpcionesEmbebido {
  /** Folder of this installation's data; the cluster lies in `<directorio>/pg`. */
  directorio: string;
  /** Server settings over ours; tests give up durability with `{ fsync: 'off' }`. */
  ajustes?: Readonly<Record<string, string>>;
}

/**
 * Starts the PostgreSQL that comes with the packages, or adopts the one that a killed app left running.
 * As root the server runs as `nobody`. No TCP port is opened.
 * @throws Error in Spanish, with the remedy, when another app uses the folder, `nobody` cannot enter it, there is no
 * package for this machine or the server does not start.
 */
export async function levantarEmbebido({ directorio, ajustes = {} }: OpcionesEmbebido): Promise<Embebido> {
  const base = resolve(directorio);
  const quien = await identidadSinRoot();
  await mkdir(base, { recursive: true });
  if (!(await puedeEntrar(base, quien))) {
    throw new Error(
      `PostgreSQL no puede ejecutarse como root y el usuario «nobody» no puede entrar en ${base}. ` +
        'Inicie Ayni con un usuario corriente o indique en DATOS_DIR una carpeta a la que todos puedan llegar, por ejemplo /var/lib/ayni.',
    );
  }
  const programas = await buscarProgramas(base, quien);
  const datos = join(base, 'pg');
  await crearCluster(datos, programas, quien);
  const socket = await conectarOLevantar(base, datos, programas, quien, { ...AJUSTES, ...ajustes });
  const guardia = await tomarCerrojo(socket, base);
  return {
    url: urlDe(socket, USUARIO),
    detener: async () => {
      guardia.soltar();
      await detenerServidor(datos, socket);
    },
  };
}

function urlDe(socket: string, base: string): string {
  return `postgresql://${USUARIO}@/${base}?host=${encodeURIComponent(socket)}`;
}

/** Creates the cluster beside its place and renames it, so that an interrupted creation leaves nothing half made. */
async function crearCluster(datos: string, programas: Programas, quien: Identidad | undefined): Promise<void> {
  if (existsSync(join(datos, 'PG_VERSION'))) {
    const version = (await readFile(join(datos, 'PG_VERSION'), 'utf8')).trim();
    if (version === VERSION_MAYOR) return;
    throw new Error(
      `Los datos de ${datos} son de PostgreSQL ${version} y esta versión de Ayni trae la ${VERSION_MAYOR}. ` +
        'Ábralos con la versión de Ayni que los creó, o indique en DATABASE_URL un servidor propio.',
    );
  }
  const nuevo = await mkdtemp(`${datos}.nuevo-`);
  try {
    if (quien) await chown(nuevo, quien.uid, quien.gid);
    const opciones = ['-D', nuevo, '-U', USUARIO, '--auth=trust', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=es-PE'];
    await ejecutar(programas.initdb, opciones, quien);
    await chmod(nuevo, 0o700);
    await rename(nuevo, datos).catch((e: NodeJS.ErrnoException) => {
      if (!existsSync(join(datos, 'PG_VERSION'))) throw e;
    });
  } finally {
    await rm(nuevo, { recursive: true, force: true });
  }
}

/** @returns the folder of the socket of a server that answers. */
async function conectarOLevantar(
  base: string,
  datos: string,
  programas: Programas,
  quien: Identidad | undefined,
  ajustes: Readonly<Record<string, string>>,
): Promise<string> {
  const inicio = performance.now();
  let propio: { proceso: ChildProcess; socket: string } | undefined;
  let ultimo: unknown;
  while (performance.now() - inicio < ESPERA_ARRANQUE_MS) {
    const previo = await leerPostmaster(datos);
    const esDeOtro = !propio && performance.now() - inicio > ESPERA_SOCKET_MS && !existsSync(previo?.socket ?? '');
    if (previo && vive(previo.pid) && !esDeOtro) {
      const r = previo.socket ? await responde(previo.socket) : undefined;
      if (r === true) return previo.socket;
      ultimo = r;
    } else if (!propio) {
      if (previo) await retirarRestos(datos, previo, esDeOtro);
      propio = await lanzar(base, datos, programas, quien, ajustes);
    } else if (propio.proceso.exitCode !== null || propio.proceso.signalCode !== null) {
      await rm(propio.socket, { recursive: true, force: true });
      throw new Error(`PostgreSQL no pudo iniciar. Últimas líneas de ${join(base, 'postgres.log')}:\n${await cola(join(base, 'postgres.log'))}`);
    }
    await esperar(15);
  }
  throw new Error(`PostgreSQL no respondió en ${ESPERA_ARRANQUE_MS / 1000} segundos. Revise ${join(base, 'postgres.log')}.`, { cause: ultimo });
}

/**
 * What a server that died without closing left behind. PostgreSQL replaces its own stale file, except when the number of
 * the process was taken by another program or is a zombie.
 */
async function retirarRestos(datos: string, previo: Postmaster, esDeOtro: boolean): Promise<void> {
  if (existe(previo.pid) && !esDeOtro) await rm(join(datos, 'postmaster.pid'), { force: true });
  if (basename(previo.socket).startsWith(PREFIJO)) await rm(previo.socket, { recursive: true, force: true });
}

async function lanzar(
  base: string,
  datos: string,
  programas: Programas,
  quien: Identidad | undefined,
  ajustes: Readonly<Record<string, string>>,
): Promise<{ proceso: ChildProcess; socket: string }> {
  const socket = await carpetaDeSocket(quien);
  const registro = join(base, 'postgres.log');
  if (((await stat(registro).catch(() => undefined))?.size ?? 0) > REGISTRO_MAXIMO) await truncate(registro);
  const salida = await open(registro, 'a', 0o600);
  const opciones = Object.entries({ ...ajustes, unix_socket_directories: socket }).flatMap(([k, v]) => ['-c', `${k}=${v}`]);
  // Its own process group: Ctrl-C in the terminal reaches the app, and the app stops the server when it has finished.
  const proceso = spawn(programas.postgres, ['-D', datos, ...opciones], { ...quien, cwd: '/', detached: true, stdio: ['ignore', salida.fd, salida.fd] });
  proceso.on('error', () => {});
  proceso.unref();
  await salida.close();
  return { proceso, socket };
}

/** A socket path holds about 100 bytes: a long TMPDIR gives way to /tmp. */
async function carpetaDeSocket(quien: Identidad | undefined): Promise<string> {
  const raiz = tmpdir().length <= 60 && (await puedeEntrar(tmpdir(), quien)) ? tmpdir() : '/tmp';
  const carpeta = await mkdtemp(join(raiz, PREFIJO));
  if (quien) await chown(carpeta, quien.uid, quien.gid);
  return carpeta;
}

/** True, or the error of the attempt. */
async function responde(socket: string): Promise<unknown> {
  const c = new pg.Client({ connectionString: urlDe(socket, 'postgres') });
  c.on('error', () => {});
  try {
    await c.connect();
    await c.end();
    return true;
  } catch (e) {
    return e;
  }
}

/** Holds the folder for this app, creates the database `ayni` when missing, and keeps the lock across server crashes. */
async function tomarCerrojo(socket: string, base: string): Promise<{ soltar(): void }> {
  let parada = false;
  const tomar = async (): Promise<void> => {
    const c = new pg.Client({ connectionString: urlDe(socket, 'postgres'), application_name: `ayni ${process.pid}` });
    c.on('error', () => {});
    await c.connect();
    const { rows } = await c.query('select pg_try_advisory_lock($1) as tomado', [CERROJO]);
    if (!rows[0].tomado) {
      const otra = await c.query(
        `select application_name as nombre from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and classid = 0 and objid = $1`,
        [CERROJO],
      );
      await c.end();
      const proceso = otra.rows[0]?.nombre?.replace('ayni ', '');
      throw new Error(
        `Otra copia de Ayni${proceso ? ` (proceso ${proceso})` : ''} ya usa los datos de ${base}. ` +
          'Ciérrela, o indique otra carpeta en DATOS_DIR y otro puerto en PORT para esta copia.',
      );
    }
    const hay = await c.query('select 1 from pg_database where datname = $1', [USUARIO]);
    if (hay.rowCount === 0) await c.query(`create database ${USUARIO}`);
    c.on('end', () => {
      if (!parada) setTimeout(() => void retomar(), 500).unref();
    });
    cliente = c;
  };
  const retomar = async (): Promise<void> => {
    await tomar().catch(() => {
      if (!parada) setTimeout(() => void retomar(), 500).unref();
    });
  };
  let cliente: pg.Client | undefined;
  await tomar();
  return {
    soltar: () => {
      parada = true;
      void cliente?.end().catch(() => {});
    },
  };
}

/** Fast shutdown, then the last resort: an immediate one, from which PostgreSQL recovers on its next start. */
async function detenerServidor(datos: string, socket: string): Promise<void> {
  const p = await leerPostmaster(datos);
  if (p && vive(p.pid)) {
    process.kill(p.pid, 'SIGINT');
    if (!(await murio(datos, p.pid))) {
      process.kill(p.pid, 'SIGQUIT');
      await murio(datos, p.pid);
    }
  }
  await rm(socket, { recursive: true, force: true });
}

async function murio(datos: string, pid: number): Promise<boolean> {
  const limite = performance.now() + ESPERA_PARADA_MS;
  while (performance.now() < limite) {
    if (!vive(pid) || (await leerPostmaster(datos))?.pid !== pid) return true;
    await esperar(15);
  }
  return false;
}

async function cola(archivo: string): Promise<string> {
  const texto = await readFile(archivo, 'utf8').catch(() => '');
  return texto.trimEnd().split('\n').slice(-8).join('\n');
}
