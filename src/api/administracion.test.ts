import { describe, expect, it } from 'vitest';
import { apiFalsa, QUIEN } from '../../test/api.falsa.ts';
import { idDe, oficina } from '../../test/escenario.ts';
import { CARGOS, type Cargo } from '../directiva/cargos.ts';

const ID = idDe('cuenta');
const HUELLA = 'ab'.repeat(32);
/** Every address of the administration. */
const DE_ADMINISTRACION = [
  ['GET', '/cuentas'],
  ['POST', '/cuentas'],
  ['GET', `/cuentas/${ID}`],
  ['PUT', `/cuentas/${ID}/persona`],
  ['DELETE', `/cuentas/${ID}/fichas/${ID}`],
  ...['restablecer', 'bloquear', 'desbloquear', 'levantar-suspension', 'desactivar', 'reactivar', 'suprimir-datos'].map((a) => ['POST', `/cuentas/${ID}/${a}`]),
  ['POST', '/importaciones/territorio'],
  ['POST', '/importaciones/normas'],
  ['GET', `/importaciones/territorio/${HUELLA}`],
  ['GET', `/importaciones/normas/${HUELLA}/reporte`],
  ['POST', `/importaciones/territorio/${HUELLA}`],
] as const satisfies readonly (readonly string[])[];
/** Every address of the own account. */
const PROPIAS = [
  ['GET', '/cuenta'],
  ['GET', '/cuenta/sesiones'],
  ['DELETE', '/cuenta/sesiones'],
  ['DELETE', `/cuenta/sesiones/${ID}`],
  ['GET', '/cuenta/fichas'],
  ['POST', '/cuenta/fichas'],
  ['DELETE', `/cuenta/fichas/${ID}`],
] as const;

const ENTIDAD: Readonly<Record<string, string>> = {
  ministerio: 'minsa',
  pcm: 'pcm',
  secretaria_pcm: 'pcm-sd',
  gobierno_regional: 'gr-09',
  municipalidad_provincial: 'mp-0901',
  municipalidad_distrital: 'md-090102',
};
const OTRAS = (Object.keys(CARGOS) as Cargo[]).filter((c) => c !== 'administrador' && ENTIDAD[CARGOS[c].entidades[0]]);
const como = (cargo: Cargo) => apiFalsa({ resolverBearer: async () => ({ ok: true, quien: { ...QUIEN, actor: { ...oficina('ogpp', 'minsa'), cargo } } }) });
const AJENAS: readonly Record<string, string>[] = [{}, { origin: 'http://malo.ejemplo' }, { 'sec-fetch-site': 'cross-site' }, { 'x-csrf': 'otro' }];
const problema = async (r: Response) => (await r.json()) as { codigo: string; motivo: string; remedio: string };

describe('Quién administra por la API', () => {
  it.each(OTRAS)('5.1 y IV: %s no administra cuentas ni catálogos, y se le dice a quién pedirlo', async (cargo) => {
    const { pedir } = como(cargo);
    for (const [method, ruta] of DE_ADMINISTRACION) {
      const r = await pedir(`/api/v1${ruta}`, { method });
      expect(r.status, `${method} ${ruta}`).toBe(403);
      const p = await problema(r);
      expect(p.codigo).toBe('sin_permiso');
      expect(p.motivo).not.toBe('');
      expect(p.remedio).not.toBe('');
    }
  });

  it('sin credenciales es 401, también para la cuenta propia', async () => {
    const { app } = apiFalsa();
    for (const [method, ruta] of [...DE_ADMINISTRACION, ...PROPIAS]) {
      const r = await app.request(`http://localhost/api/v1${ruta}`, { method, headers: { host: 'localhost' } });
      expect(r.status, `${method} ${ruta}`).toBe(401);
    }
  });

  it('con la sesión del navegador, desde otro sitio o sin X-CSRF no se cambia nada', async () => {
    const { app } = apiFalsa({ resolverCookie: async () => ({ ...QUIEN, actor: { ...QUIEN.actor, cargo: 'administrador' } }) });
    for (const [method, ruta] of [...DE_ADMINISTRACION, ...PROPIAS].filter(([m]) => m !== 'GET'))
      for (const ajena of AJENAS) {
        const headers = { host: 'localhost', cookie: 'ayni=vale', ...ajena };
        const r = await app.request(`http://localhost/api/v1${ruta}`, { method, headers });
        expect([r.status, (await problema(r)).codigo], `${method} ${ruta}`).toEqual([403, 'origen_ajeno']);
      }
  });

  it('una ficha no administra la cuenta de la persona: ni crea otras fichas ni cierra sesiones', async () => {
    const { pedir } = apiFalsa();
    for (const [method, ruta] of PROPIAS) {
      const r = await pedir(`/api/v1${ruta}`, { method });
      expect([r.status, (await problema(r)).codigo], `${method} ${ruta}`).toEqual([403, 'sin_permiso']);
    }
  });
});
