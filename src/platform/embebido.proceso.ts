import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Postmaster {
  pid: number;
  /** Empty until the server has opened its socket. */
  socket: string;
}

/** What the server wrote about itself in its data folder; undefined when it is not running or has not got that far. */
export async function leerPostmaster(datos: string): Promise<Postmaster | undefined> {
  const texto = await readFile(join(datos, 'postmaster.pid'), 'utf8').catch(() => '');
  const lineas = texto.split('\n');
  const pid = Number(lineas[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, socket: lineas[4]?.trim() ?? '' } : undefined;
}

/** True while `pid` is a PostgreSQL that runs: neither a zombie nor another program that inherited the number. */
export function vive(pid: number): boolean {
  if (!existe(pid)) return false;
  const { estado, programa } = process.platform === 'linux' ? deProc(pid) : dePs(pid);
  return !estado.startsWith('Z') && programa.includes('postgres');
}

/** True while some process, of whatever program and account, has that number. */
export function existe(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function deProc(pid: number): { estado: string; programa: string } {
  try {
    const texto = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fin = texto.lastIndexOf(')');
    return { estado: texto.slice(fin + 2, fin + 3), programa: texto.slice(texto.indexOf('(') + 1, fin) };
  } catch {
    return { estado: 'Z', programa: '' };
  }
}

function dePs(pid: number): { estado: string; programa: string } {
  try {
    const [estado = 'Z', ...resto] = execFileSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    return { estado, programa: resto.join(' ') };
  } catch {
    return { estado: 'Z', programa: '' };
  }
}
