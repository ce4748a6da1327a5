import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const DEL_SISTEMA = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const OPCIONES = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Opens a real Chromium: the system's, else the one from npm, else Playwright's download within a minute. */
export async function lanzarChromium(): Promise<Browser> {
  const args = [...OPCIONES, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const fallas: string[] = [];
  for (const buscar of [delSistema, deNpm, descargado]) {
    try {
      return await chromium.launch({ executablePath: await buscar(), args });
    } catch (e) {
      fallas.push(`${buscar.name}: ${(e as Error).message.split('\n')[0]}`);
    }
  }
  throw new Error(`No se encontró un Chromium que funcione. Instale el paquete «chromium» de su sistema y repita npm test.\n${fallas.join('\n')}`);
}

async function delSistema(): Promise<string> {
  const ruta = DEL_SISTEMA.find((r) => existsSync(r));
  if (!ruta) throw new Error('no está instalado');
  return ruta;
}

async function deNpm(): Promise<string> {
  const { default: paquete } = await import('@sparticuz/chromium');
  return paquete.executablePath();
}

async function descargado(): Promise<string> {
  const cli = fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url));
  await promisify(execFile)(process.execPath, [cli, 'install', 'chromium-headless-shell'], { timeout: 60_000 });
  return chromium.executablePath();
}
