import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

/** Account that runs the server. */
export interface Identidad {
  uid: number;
  gid: number;
}

const correr = promisify(execFile);

/** `nobody` when we are root, because PostgreSQL refuses to run as root; undefined: our own account. */
export async function identidadSinRoot(): Promise<Identidad | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const numero = (opcion: string): number => Number(execFileSync('id', [opcion, 'nobody'], { encoding: 'utf8' }));
  return { uid: numero('-u'), gid: numero('-g') };
}

/** Whether `quien` can enter the folder, asked of the system itself: permissions, ACLs and mounts included. */
export async function puedeEntrar(carpeta: string, quien: Identidad | undefined): Promise<boolean> {
  if (!quien) return true;
  return correr('/bin/sh', ['-c', 'cd "$1"', 'sh', carpeta], { ...quien, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

/** Runs a program to its end as `quien`. @throws Error with what the program printed. */
export async function ejecutar(programa: string, opciones: readonly string[], quien: Identidad | undefined): Promise<void> {
  await correr(programa, opciones, { ...quien, cwd: '/' }).catch((e: { stdout?: string; stderr?: string; message: string }) => {
    throw new Error(`${programa} falló:\n${e.stderr || e.stdout || e.message}`, { cause: e });
  });
}
