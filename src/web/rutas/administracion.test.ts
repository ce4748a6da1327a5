import { RouterContextProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { oficina } from '../../../test/escenario.ts';
import { CARGOS, type Cargo } from '../../directiva/cargos.ts';
import { appContext, type Deps } from '../contexto.ts';
import * as administracion from './administracion.tsx';
import * as cuenta from './cuenta.tsx';
import * as cuentaAdministrada from './cuenta-administrada.tsx';
import * as cuentas from './cuentas.tsx';
import * as entidad from './entidad.tsx';
import * as entidades from './entidades.tsx';
import * as importar from './importar.tsx';
import * as reporte from './importar-reporte.ts';
import * as revision from './importar-revision.tsx';
import * as normas from './normas.tsx';
import * as territorio from './territorio.tsx';

type Funcion = (args: never) => unknown;
interface Pantalla {
  loader: Funcion;
  action?: Funcion;
}
const PANTALLAS: Readonly<Record<string, Pantalla>> = {
  '/administracion': administracion,
  '/administracion/cuentas': cuentas,
  '/administracion/cuentas/x': cuentaAdministrada,
  '/administracion/importar': importar,
  '/administracion/importar/territorio/x': revision,
  '/administracion/importar/territorio/x/reporte': reporte,
  '/administracion/entidades': entidades,
  '/administracion/entidades/minsa': entidad,
  '/administracion/territorio': territorio,
  '/administracion/normas': normas,
};

/** Calls a loader or action and gives the Response that it throws; the database is not there: nothing is read before. */
async function abrir(funcion: Funcion, ruta: string, deps: Partial<Deps>, method = 'GET'): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(appContext, deps as Deps);
  try {
    await funcion({
      request: new Request(`http://localhost${ruta}`, { method, body: method === 'GET' ? undefined : new FormData() }),
      params: {},
      context,
    } as never);
  } catch (e) {
    if (e instanceof Response) return e;
    throw e;
  }
  throw new Error('Se admitió');
}

const con = (cargo: Cargo): Partial<Deps> => {
  const actor = { ...oficina('ogpp', 'minsa'), cargo };
  return { sesion: { debeCambiar: false } as Deps['sesion'], quien: { cuenta: 'c', actor, demo: false } };
};
const OTRAS = (Object.keys(CARGOS) as Cargo[]).filter((c) => c !== 'administrador');

describe('Quién abre las pantallas de administración', () => {
  it.each(OTRAS)('5.1 y IV: %s recibe 403 con motivo y remedio en cada una, al leer y al enviar', async (cargo) => {
    for (const [ruta, p] of Object.entries(PANTALLAS))
      for (const [funcion, method] of [[p.loader, 'GET'], ...(p.action ? [[p.action, 'POST'] as const] : [])] as const) {
        const r = await abrir(funcion, ruta, con(cargo), method);
        expect(r.status, `${method} ${ruta}`).toBe(403);
        expect(await r.json()).toMatchObject({ motivo: expect.stringMatching(/administración/), remedio: expect.stringMatching(/./) });
      }
  });

  it('sin sesión llevan a ingresar, y vuelven a la pantalla pedida', async () => {
    for (const [ruta, p] of Object.entries(PANTALLAS)) {
      const r = await abrir(p.loader, ruta, { sesion: null, quien: null });
      expect([r.status, r.headers.get('location')]).toEqual([302, `/ingresar?volver=${encodeURIComponent(ruta)}`]);
    }
    expect((await abrir(cuenta.loader, '/cuenta', { sesion: null, quien: null })).headers.get('location')).toBe('/ingresar?volver=/cuenta');
    expect((await abrir(cuenta.action, '/cuenta', { sesion: null, quien: null }, 'POST')).status).toBe(302);
  });

  it('un formulario sin el token de la sesión no hace nada', async () => {
    const deps = { ...con('administrador'), csrfValido: () => false };
    for (const [ruta, p] of [...Object.entries(PANTALLAS), ['/cuenta', cuenta as Pantalla] as const])
      if (p.action) expect((await abrir(p.action, ruta, deps, 'POST')).status, ruta).toBe(403);
  });

  it('con una contraseña por cambiar, primero se cambia', async () => {
    const r = await abrir(cuenta.loader, '/cuenta', { sesion: { debeCambiar: true } as Deps['sesion'], quien: null });
    expect(r.headers.get('location')).toBe('/clave?volver=/cuenta');
  });
});
