import { z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { emitirFicha, listarFichas, revocarFicha } from '../platform/auth/fichas.ts';
import { cerrarOtras, sesionesAbiertas } from '../platform/auth/sesiones.propias.ts';
import { problema, respuestaProblema } from '../platform/http/problema.ts';
import { rechazoDeOrigen, sinSesion } from './autenticar.ts';
import type { DepsApi } from './deps.ts';
import { type Api, type EntornoApi, ruta } from './entorno.ts';
import { noExiste, problemaDeNegado } from './errores.ts';
import { FichaDeApi } from './esquemas.cuentas.ts';
import { FechaApi, ParametroId, rechazos } from './esquemas.ts';

const nulo = () => z.string().nullable();
const Sesion = z
  .object({
    id: z.uuid(),
    creadaEn: z.string(),
    ultimaEn: z.string(),
    venceEn: z.string(),
    navegador: nulo(),
    oficina: z.object({ cargo: z.string(), entidadNombre: z.string() }).nullable(),
    esta: z.boolean(),
  })
  .openapi('SesionAbierta');
const MiCuenta = z
  .object({
    cuenta: z.uuid(),
    persona: z.uuid(),
    nombre: z.string(),
    correo: z.string(),
    demo: z.boolean(),
    debeCambiar: z.boolean(),
    oficinas: z.array(
      z.object({
        designacion: z.uuid(),
        cargo: z.string(),
        calidad: z.string(),
        entidad: z.string(),
        entidadNombre: z.string(),
        desde: z.string(),
        hasta: z.string().optional(),
      }),
    ),
  })
  .openapi('MiCuenta');

const COMUN = { tags: ['Mi cuenta'], security: [{ sesion: [] }] };
const SIN_CACHE = { 'Cache-Control': 'no-store' };
const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { 'application/json': { schema } } });

/** Only the session of the person: a stolen token must not make other tokens nor end sessions. */
function autenticarSesion(deps: DepsApi): MiddlewareHandler<EntornoApi> {
  return async (c, next) => {
    if (c.req.header('authorization') !== undefined)
      return respuestaProblema(
        problema('sin_permiso', {
          motivo: 'Con una ficha no se administra la cuenta de la persona.',
          remedio: 'Ingrese a Ayni con su correo y contraseña y use «Mi cuenta».',
        }),
      );
    const abierta = await deps.sesionPropia(c.req.raw);
    if (!abierta) return sinSesion();
    const ajeno = await rechazoDeOrigen(c.req.raw, deps);
    if (ajeno) return ajeno;
    c.set('abierta', abierta);
    return next();
  };
}

/** Own account: data, open sessions and tokens. */
export function montarCuenta(api: Api, deps: DepsApi): void {
  for (const camino of ['/cuenta', '/cuenta/*']) api.use(camino, autenticarSesion(deps));
  const leer = ruta({
    ...COMUN,
    method: 'get',
    path: '/cuenta',
    operationId: 'LeerMiCuenta',
    summary: 'Mi cuenta y mis oficinas vigentes',
    responses: { 200: json(MiCuenta, 'La cuenta.'), ...rechazos(401, 403) },
  });
  api.openapi(leer, (c) => {
    const { cuenta, persona, nombre, correo, demo, debeCambiar, oficinas } = c.get('abierta').sesion;
    return c.json({ cuenta, persona, nombre, correo, demo, debeCambiar, oficinas }, 200, SIN_CACHE);
  });
  montarSesiones(api, deps);
  montarFichas(api, deps);
}

function montarSesiones(api: Api, deps: DepsApi): void {
  const listar = ruta({
    ...COMUN,
    method: 'get',
    path: '/cuenta/sesiones',
    operationId: 'ListarMisSesiones',
    summary: 'Mis sesiones abiertas',
    responses: { 200: json(z.object({ filas: z.array(Sesion) }), 'Las sesiones.'), ...rechazos(401, 403) },
  });
  api.openapi(listar, async (c) => {
    const { sesion, token } = c.get('abierta');
    return c.json({ filas: await sesionesAbiertas(deps.db, sesion.cuenta, token, deps.ahora()) }, 200, SIN_CACHE);
  });

  const cerrar = ruta({
    ...COMUN,
    method: 'delete',
    path: '/cuenta/sesiones',
    operationId: 'CerrarMisOtrasSesiones',
    summary: 'Cerrar mis demás sesiones',
    responses: { 200: json(z.object({ cerradas: z.int() }), 'Cerradas.'), ...rechazos(401, 403) },
  });
  api.openapi(cerrar, async (c) => {
    const { sesion, token } = c.get('abierta');
    return c.json({ cerradas: await cerrarOtras(deps.db, { cuenta: sesion.cuenta, token, ahora: deps.ahora() }) });
  });

  const cerrarUna = ruta({
    ...COMUN,
    method: 'delete',
    path: '/cuenta/sesiones/{id}',
    operationId: 'CerrarMiSesion',
    summary: 'Cerrar una de mis demás sesiones',
    request: { params: ParametroId },
    responses: { 204: { description: 'Cerrada.' }, ...rechazos(400, 401, 403, 404) },
  });
  api.openapi(cerrarUna, async (c) => {
    const { sesion, token } = c.get('abierta');
    const n = await cerrarOtras(deps.db, { cuenta: sesion.cuenta, token, sesion: c.req.valid('param').id, ahora: deps.ahora() });
    return n > 0
      ? c.body(null, 204)
      : noExiste('No es una de sus demás sesiones abiertas.', 'Consulte /api/v1/cuenta/sesiones; la actual se cierra con «Salir».');
  });
}

function montarFichas(api: Api, deps: DepsApi): void {
  const listar = ruta({
    ...COMUN,
    method: 'get',
    path: '/cuenta/fichas',
    operationId: 'ListarMisFichas',
    summary: 'Mis fichas de la API',
    responses: { 200: json(z.object({ filas: z.array(FichaDeApi) }), 'Las fichas.'), ...rechazos(401, 403) },
  });
  api.openapi(listar, async (c) => c.json({ filas: await listarFichas(deps.db, c.get('abierta').sesion.cuenta) }, 200, SIN_CACHE));

  const crear = ruta({
    ...COMUN,
    method: 'post',
    path: '/cuenta/fichas',
    operationId: 'CrearMiFicha',
    summary: 'Crear una ficha ligada a una de mis oficinas',
    request: {
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.strictObject({
              nombre: z.string({ error: 'Indique para qué sistema es.' }),
              designacion: z.uuid({ error: 'Indique una de sus oficinas.' }),
              venceEl: FechaApi,
            }),
          },
        },
      },
    },
    responses: { 201: json(z.object({ id: z.uuid(), ficha: z.string() }), '«ficha» no vuelve a mostrarse.'), ...rechazos(400, 401, 403) },
  });
  api.openapi(crear, async (c) => {
    const r = await emitirFicha(deps.db, c.get('abierta').sesion, { ...c.req.valid('json'), ahora: deps.ahora() });
    return r.ok ? c.json({ id: r.id, ficha: r.token }, 201, SIN_CACHE) : respuestaProblema(problemaDeNegado(r));
  });

  const revocar = ruta({
    ...COMUN,
    method: 'delete',
    path: '/cuenta/fichas/{id}',
    operationId: 'RevocarMiFicha',
    summary: 'Revocar una de mis fichas',
    request: { params: ParametroId },
    responses: { 204: { description: 'Revocada.' }, ...rechazos(400, 401, 403, 404) },
  });
  api.openapi(revocar, async (c) => {
    const r = await revocarFicha(deps.db, { cuenta: c.get('abierta').sesion.cuenta, actor: null }, c.req.valid('param').id, deps.ahora());
    return r.ok ? c.body(null, 204) : respuestaProblema(problemaDeNegado(r));
  });
}
