import type { MiddlewareHandler } from 'hono';
import type { Solicitante } from '../platform/contrato.ts';
import { origenDe, sinEfecto } from '../platform/http/origen.ts';
import { problema, respuestaProblema } from '../platform/http/problema.ts';
import type { DepsApi } from './deps.ts';
import type { EntornoApi } from './entorno.ts';

type Deps = Pick<DepsApi, 'resolverCookie' | 'resolverBearer' | 'csrfValido'>;

const sinCredenciales = (motivo: string, remedio: string): Response =>
  respuestaProblema(problema('sin_credenciales', { motivo, remedio }), { 'WWW-Authenticate': 'Bearer realm="Ayni"' });

/** Who asks, or the refusal. A token that does not count is refused even when a good session comes beside it. */
export async function identificar(req: Request, deps: Deps): Promise<Solicitante | Response> {
  if (req.headers.has('authorization')) {
    const quien = await deps.resolverBearer(req);
    return (
      quien ??
      sinCredenciales(
        'La ficha de acceso no existe, venció o fue revocada.',
        'Pida a la administración de su entidad una ficha vigente, y envíela como «Authorization: Bearer …».',
      )
    );
  }
  const quien = await deps.resolverCookie(req);
  if (!quien) return sinSesion();
  return (await rechazoDeOrigen(req, deps)) ?? quien;
}

/** 401 of a request without session. */
export function sinSesion(): Response {
  return sinCredenciales('No hay una sesión vigente.', 'Ingrese a Ayni, o envíe la ficha de su oficina como «Authorization: Bearer …».');
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
