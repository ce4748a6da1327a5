import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Solicitante } from '../platform/contrato.ts';
import type { VariablesHttp } from '../platform/http/registro.ts';

/** Variables of a request of the API; `quien` after `autenticar`. */
export interface EntornoApi {
  Variables: VariablesHttp & { quien: Solicitante };
}

export type Api = OpenAPIHono<EntornoApi>;
