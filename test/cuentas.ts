import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Casa, componer } from '../src/composicion.ts';
import { cambiarClave } from '../src/platform/auth/cambio.ts';
import type { Costo } from '../src/platform/auth/claves.ts';
import { crearCuenta } from '../src/platform/auth/cuentas.ts';
import { solicitanteInstalador } from '../src/platform/auth/instalacion.ts';
import { ingresar } from '../src/platform/auth/sesiones.ts';
import type { Negado } from '../src/platform/auth/tablas.ts';
import type { Solicitante } from '../src/platform/contrato.ts';
import { type BaseDePrueba, baseNueva } from './base.ts';

export const COSTO: Costo = { memoria: 64, pasadas: 1, paralelo: 1 };
export const AHORA = new Date('2026-03-02T15:00:00Z');
export const mas = (minutos: number) => new Date(AHORA.getTime() + minutos * 60_000);
export const LOCAL = { remoto: '127.0.0.1', cabeceras: new Headers({ host: 'localhost' }), direccionPublica: 'http://localhost:3000' };

let base: BaseDePrueba;
/** House over two ministries, its clock stopped at `AHORA`. */
export let casa: Casa;
let numero = 0;

/** Connection string of that house, as the owner of its database. */
export const url = (): string => base.url;

/** Opens the house for the tests of this file. */
export function usarCasa(): void {
  beforeAll(async () => {
    base = await baseNueva();
    const previa = await componer({ url: base.url });
    await sql`insert into entidad (id, nombre, sigla, tipo, nivel, sector) values
    ('pcm', 'Presidencia del Consejo de Ministros', 'PCM', 'pcm', 'nacional', 'pcm'), ('minsa', 'Ministerio de Salud', 'MINSA', 'ministerio', 'nacional', 'minsa')
    on conflict do nothing`.execute(previa.db);
    await previa.cerrar();
    casa = await componer({ url: base.url, ahora: () => AHORA });
  });
  afterAll(async () => {
    await casa?.cerrar();
    await base?.cerrar();
  });
}

/** The same as narrowing by hand: what was expected to succeed, or the reason it did not. */
export function logrado<T extends { ok: boolean }>(r: T): Exclude<T, Negado> {
  expect(r).toMatchObject({ ok: true });
  return r as Exclude<T, Negado>;
}

export const admin = (): Solicitante => solicitanteInstalador();

export const correoNuevo = (dominio = 'minsa.gob.pe'): string => `oficina${++numero}@${dominio}`;

export async function cuentaNueva(nombres = 'Oficina', demo = false) {
  const correo = correoNuevo();
  const r = logrado(await crearCuenta(casa.db, { ...admin(), demo }, { nombres, apellidos: 'de Prueba', correo }, AHORA, COSTO));
  return { ...r, correo };
}

export async function designar(persona: string, extra: Record<string, unknown> = {}): Promise<string> {
  const expediente = randomUUID();
  const datos = { persona, entidad: 'minsa', cargo: 'funcionario_sector', calidad: 'titular', desde: '2026-01-05', ...extra };
  logrado(await casa.ejecutar({ acto: 'DesignarOficina', expediente, clave: randomUUID(), datos }, admin()));
  return expediente;
}

export async function conSesion(nombres?: string) {
  const c = await cuentaNueva(nombres);
  const { token } = logrado(await ingresar(casa.db, { correo: c.correo, clave: c.clave, ahora: AHORA }, COSTO));
  logrado(await cambiarClave(casa.db, { token, actual: c.clave, nueva: 'llueve en la puna', ahora: AHORA }, COSTO));
  return { ...c, token, clave: 'llueve en la puna' };
}
