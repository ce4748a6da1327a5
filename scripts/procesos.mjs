// Child processes under the pinned Node.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { nodo, RAIZ } from './entorno.mjs';

const entorno = (extra) => ({ ...process.env, PATH: `${join(RAIZ, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`, ...extra });

const codigoDe = (codigo, senal) => codigo ?? 128 + (constants.signals[senal] ?? 0);

/** Runs to its end and returns the exit code. */
export function ejecutar(args, extra = {}) {
  return terminar(spawn(nodo(), args, { cwd: RAIZ, stdio: 'inherit', env: entorno(extra) }));
}

/**
 * Runs a long-lived process that must outlive nobody: it receives our signals, and the closing of the channel tells it
 * if we are killed. Ctrl-C already reaches it from the terminal, where a second copy would read as «stop at once».
 */
export function relevar(args, extra = {}) {
  const hijo = spawn(nodo(), ['--import', './scripts/vigilar-padre.mjs', ...args], {
    cwd: RAIZ,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: entorno(extra),
  });
  for (const senal of ['SIGTERM', 'SIGHUP']) process.on(senal, () => hijo.kill(senal));
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) hijo.kill('SIGINT');
  });
  return terminar(hijo);
}

function terminar(hijo) {
  return new Promise((resolver, rechazar) => {
    hijo.once('error', rechazar);
    hijo.once('exit', (codigo, senal) => resolver(codigoDe(codigo, senal)));
  });
}
