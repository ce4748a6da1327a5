import { createRoute, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { SesionActiva } from '../platform/auth/sesiones.ts';
import type { FichaPorLeer, Solicitante } from '../platform/contrato.ts';
import type { VariablesHttp } from '../platform/http/registro.ts';

/** Variables of a request of the API; `quien` after `autenticar`, `abierta` after `autenticarSesion`; `credencial` after `autenticarConElActo`. */
export interface EntornoApi {
  Variables: VariablesHttp & { quien: Solicitante; credencial: Solicitante | FichaPorLeer; abierta: { sesion: SesionActiva; token: string } };
}

export type Api = OpenAPIHono<EntornoApi>;

/** A documented route whose handler may also answer a bare `Response` (problems, downloads). */
export function ruta<P extends string, R extends Omit<RouteConfig, 'path'> & { path: P }>(
  config: R,
): Omit<R, 'responses'> & { path: P; responses: RouteConfig['responses'] } {
  return createRoute(config);
}
