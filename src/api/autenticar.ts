import type { MiddlewareHandler } from 'hono';
import type { Solicitante } from '../platform/contrato.ts';
import { origenDe, sinEfecto } from '../platform/http/origen.ts';
import { problema, respuestaProblema } from '../platform/http/problema.ts';
import type { DepsApi } from './deps.ts';
import type { EntornoApi } from './entorno.ts';

type Deps = Pick<DepsApi, 'resolverCookie' | 'resolverBearer' | 'csrfValido'>;

const SIN_VALOR = { motivo: 'La ficha de acceso no vale.', remedio: 'Pida a la administración de su entidad una ficha vigente.' };

/** 401 with its reason. */
export const sinCredenciales = (porque: { motivo: string; remedio: string } = SIN_VALOR): Response =>
  respuestaProblema(problema('sin_credenciales', porque), { 'WWW-Authenticate': 'Bearer realm="Ayni"' });

/** Who asks, or the refusal. A token that does not count is refused even when a good session comes beside it. */
export async function identificar(req: Request, deps: Deps): Promise<Solicitante | Response> {
  if (req.headers.has('authorization')) {
    const r = await deps.resolverBearer(req);
    if (r.ok) return r.quien;
    const { motivo, remedio, numeral } = r;
    return r.estado === 403 ? respuestaProblema(problema('sin_permiso', { numeral, motivo, remedio })) : sinCredenciales({ motivo, remedio });
  }
  const quien = await deps.resolverCookie(req);
  if (!quien) return sinSesion();
  return (await rechazoDeOrigen(req, deps)) ?? quien;
}

/** 401 of a request without session. */
export function sinSesion(): Response {
  return sinCredenciales({ motivo: 'No hay una sesión vigente.', remedio: 'Ingrese a Ayni, o envíe la ficha de su oficina como «Authorization: Bearer …».' });
}

/** Refuses what would change something with a session and cannot be shown to come from our own pages. */
export async function rechazoDeOrigen(req: Request, deps: Pick<DepsApi, 'csrfValido'>): Promise<Response | undefined> {
  if (sinEfecto(req.method)) return undefined;
  const origen = origenDe(req);
  if (origen === 'propio' || (origen === 'desconocido' && (await deps.csrfValido(req)))) return undefined;
  return respuestaProblema(
    problema('origen_ajeno', {
      motivo: 'Con la sesión del navegador, los pedidos que cambian algo deben venir de Ayni mismo.',
      remedio: 'Envíe la cabecera X-CSRF de su sesión, o use una ficha de acceso en lugar de la sesión.',
    }),
  );
}

/** Puts `quien` in the context, or answers 401 or 403. */
export function autenticar(deps: Deps): MiddlewareHandler<EntornoApi> {
  return async (c, next) => {
    const quien = await identificar(c.req.raw, deps);
    if (quien instanceof Response) return quien;
    c.set('quien', quien);
    await next();
  };
}

/** Most bytes of a body that is read before the token that comes with it. */
const CUERPO_SIN_FICHA_LEIDA = 64 * 1024;

/**
 * As `autenticar`, for an acto. The token of a small request is left to `execute`, which reads it in the same exchange as
 * the expediente. A request that never reached `execute` is authenticated afterwards: without credentials nobody gets
 * any other answer than 401.
 */
export function autenticarConElActo(deps: Deps & Pick<DepsApi, 'fichaDe'>): MiddlewareHandler<EntornoApi> {
  return async (c, next) => {
    const largo = c.req.raw.headers.get('content-length');
    const ficha = largo !== null && Number(largo) <= CUERPO_SIN_FICHA_LEIDA ? deps.fichaDe(c.req.raw) : undefined;
    const credencial = ficha ?? (await identificar(c.req.raw, deps));
    if (credencial instanceof Response) return credencial;
    c.set('credencial', credencial);
    await next();
    if (!ficha || ficha.leida) return;
    const quien = await identificar(c.req.raw, deps);
    if (!(quien instanceof Response)) return;
    c.res = undefined; // or its headers would pass to the refusal
    c.res = quien;
  };
}
