import { z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { findCuenta } from '../lecturas/administracion.ts';
import { historiaDeCuenta, listarCuentas } from '../platform/auth/cuentas.lista.ts';
import {
  bloquearCuenta,
  corregirPersona,
  crearCuenta,
  desactivarCuenta,
  desbloquearCuenta,
  exigirAdministrador,
  levantarSuspension,
  reactivarCuenta,
  restablecerClave,
  suprimirDatos,
} from '../platform/auth/cuentas.ts';
import { listarFichas, revocarFicha } from '../platform/auth/fichas.ts';
import type { Negado } from '../platform/auth/tablas.ts';
import type { Solicitante } from '../platform/contrato.ts';
import { respuestaProblema } from '../platform/http/problema.ts';
import { autenticar } from './autenticar.ts';
import { CursorDeNumero, cursorDe, Limite } from './cursor.ts';
import type { DepsApi } from './deps.ts';
import { type Api, type EntornoApi, ruta } from './entorno.ts';
import { noExiste, problemaDeNegado } from './errores.ts';
import { FichaDeApi } from './esquemas.cuentas.ts';
import { CON_CREDENCIALES, IdApi, Palabra, ParametroId, rechazos } from './esquemas.ts';

const nulo = () => z.string().nullable();
const Oficina = z.object({ designacion: z.uuid(), cargo: z.string(), calidad: z.string(), entidad: z.string(), entidadNombre: z.string() });
const Comun = {
  id: z.uuid(),
  persona: z.uuid(),
  nombres: z.string(),
  apellidos: z.string(),
  dni: nulo(),
  correo: z.string(),
  activa: z.boolean(),
  bloqueada: z.boolean(),
  demo: z.boolean(),
  debeCambiar: z.boolean().openapi({ description: 'Ingresó con una contraseña que puso otra persona.' }),
  ultimoIngreso: nulo(),
};
const Fila = z.object({ ...Comun, oficinas: z.array(Oficina) }).openapi('FilaDeCuenta');
const Cuenta = z
  .object({
    ...Comun,
    suprimida: z.boolean(),
    conClave: z.boolean(),
    suspendidaHasta: nulo(),
    designaciones: z.array(
      z.object({
        id: z.uuid(),
        version: z.int(),
        entidadNombre: z.string(),
        cargo: z.string(),
        calidad: z.string(),
        documento: nulo(),
        desde: z.string(),
        hasta: nulo(),
        anulada: z.boolean(),
      }),
    ),
    fichas: z.array(FichaDeApi),
    historia: z.array(z.object({ ocurrioEn: z.string(), que: z.string(), por: nulo() })),
  })
  .openapi('Cuenta', { description: 'Las designaciones se registran con los actos DesignarOficina y TerminarDesignacion.' });

const Persona = {
  nombres: z.string({ error: 'Indique los nombres.' }),
  apellidos: z.string({ error: 'Indique los apellidos.' }),
  dni: z.string().optional(),
};
const Creada = z
  .object({ cuenta: z.uuid(), persona: z.uuid(), clave: z.string() })
  .openapi('CuentaCreada', { description: '«clave» es temporal y no vuelve a mostrarse.' });

/** What can be done to an account, and the verb of its address. */
const ACCIONES: Readonly<
  Record<string, { resumen: string; hacer: (d: DepsApi, q: Solicitante, cuenta: string) => Promise<{ ok: true; clave?: string } | Negado> }>
> = {
  restablecer: { resumen: 'Poner una contraseña temporal; sus sesiones terminan', hacer: (d, q, c) => restablecerClave(d.db, q, c, d.ahora()) },
  bloquear: { resumen: 'Bloquear por seguridad; sus sesiones terminan y sus fichas esperan', hacer: (d, q, c) => bloquearCuenta(d.db, q, c, d.ahora()) },
  desbloquear: { resumen: 'Desbloquear', hacer: (d, q, c) => desbloquearCuenta(d.db, q, c, d.ahora()) },
  'levantar-suspension': { resumen: 'Levantar la suspensión por intentos fallidos', hacer: (d, q, c) => levantarSuspension(d.db, q, c, d.ahora()) },
  desactivar: { resumen: 'Desactivar; sus fichas se revocan', hacer: (d, q, c) => desactivarCuenta(d.db, q, c, d.ahora()) },
  reactivar: { resumen: 'Reactivar', hacer: (d, q, c) => reactivarCuenta(d.db, q, c, d.ahora()) },
  'suprimir-datos': { resumen: 'Borrar nombre, DNI y correo a pedido de la persona (Ley 29733)', hacer: (d, q, c) => suprimirDatos(d.db, q, c, d.ahora()) },
};

const COMUN = { tags: ['Administración'], security: CON_CREDENCIALES };
const SIN_CACHE = { 'Cache-Control': 'no-store' };

/** Only the administration of the platform; the others are told whom to ask. */
const soloAdministracion: MiddlewareHandler<EntornoApi> = async (c, next) => {
  const negado = exigirAdministrador(c.get('quien'));
  if (negado) return respuestaProblema(problemaDeNegado(negado));
  return next();
};

const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { 'application/json': { schema } } });

/** Accounts of the platform, for its administration. */
export function montarCuentas(api: Api, deps: DepsApi): void {
  for (const camino of ['/cuentas', '/cuentas/*']) api.use(camino, autenticar(deps), soloAdministracion);
  montarLista(api, deps);
  montarUna(api, deps);
  montarAcciones(api, deps);
}

function montarLista(api: Api, deps: DepsApi): void {
  const listar = ruta({
    ...COMUN,
    method: 'get',
    path: '/cuentas',
    operationId: 'ListarCuentas',
    summary: 'Cuentas, por apellidos',
    request: {
      query: z.object({
        q: Palabra().optional().openapi({ description: 'Palabras del nombre, DNI o correo, sin importar tildes.' }),
        estado: z.enum(['activas', 'desactivadas'], { error: 'Indique «activas» o «desactivadas».' }).optional(),
        limite: Limite,
        cursor: CursorDeNumero,
      }),
    },
    responses: { 200: json(z.object({ filas: z.array(Fila), total: z.int(), siguiente: z.string().optional() }), 'Una página.'), ...rechazos(400, 401, 403) },
  });
  api.openapi(listar, async (c) => {
    const { q, estado, limite, cursor: pagina = 1 } = c.req.valid('query');
    const activas = estado === undefined ? undefined : estado === 'activas';
    const { total, filas } = await listarCuentas(deps.db, { buscar: q, activas, pagina, tamano: limite }, deps.ahora());
    return c.json({ filas, total, siguiente: pagina * limite < total ? cursorDe(pagina + 1) : undefined }, 200, SIN_CACHE);
  });

  const crear = ruta({
    ...COMUN,
    method: 'post',
    path: '/cuentas',
    operationId: 'CrearCuenta',
    summary: 'Crear una cuenta',
    request: {
      body: {
        required: true,
        content: { 'application/json': { schema: z.strictObject({ ...Persona, correo: z.string({ error: 'Indique el correo.' }) }) } },
      },
    },
    responses: { 201: json(Creada, 'Creada. La contraseña se cambia al primer ingreso.'), ...rechazos(400, 401, 403, 409) },
  });
  api.openapi(crear, async (c) => {
    const r = await crearCuenta(deps.db, c.get('quien'), c.req.valid('json'), deps.ahora());
    if (!r.ok) return respuestaProblema(problemaDeNegado(r));
    const { ok: _, ...creada } = r;
    return c.json(creada, 201, { Location: `/api/v1/cuentas/${r.cuenta}`, ...SIN_CACHE });
  });
}

function montarUna(api: Api, deps: DepsApi): void {
  const leer = ruta({
    ...COMUN,
    method: 'get',
    path: '/cuentas/{id}',
    operationId: 'LeerCuenta',
    summary: 'Una cuenta, con sus oficinas, fichas e historia',
    request: { params: ParametroId },
    responses: { 200: json(Cuenta, 'La cuenta.'), ...rechazos(400, 401, 403, 404) },
  });
  api.openapi(leer, async (c) => {
    const cuenta = await findCuenta(deps.db, c.req.valid('param').id);
    if (!cuenta) return noExiste('No existe esa cuenta.', 'Búsquela en /api/v1/cuentas.');
    const [{ suspendidaHasta, anotaciones }, fichas] = await Promise.all([
      historiaDeCuenta(deps.db, cuenta.id, deps.ahora()),
      listarFichas(deps.db, cuenta.id),
    ]);
    return c.json({ ...cuenta, suspendidaHasta, fichas, historia: anotaciones }, 200, SIN_CACHE);
  });

  const corregir = ruta({
    ...COMUN,
    method: 'put',
    path: '/cuentas/{id}/persona',
    operationId: 'CorregirPersona',
    summary: 'Corregir nombre o DNI',
    request: { params: ParametroId, body: { required: true, content: { 'application/json': { schema: z.strictObject(Persona) } } } },
    responses: { 204: { description: 'Corregido.' }, ...rechazos(400, 401, 403, 404) },
  });
  api.openapi(corregir, async (c) => {
    const r = await corregirPersona(deps.db, c.get('quien'), c.req.valid('param').id, c.req.valid('json'), deps.ahora());
    return r.ok ? c.body(null, 204) : respuestaProblema(problemaDeNegado(r));
  });

  const revocar = ruta({
    ...COMUN,
    method: 'delete',
    path: '/cuentas/{id}/fichas/{ficha}',
    operationId: 'RevocarFichaDeCuenta',
    summary: 'Revocar una ficha de la API de esa cuenta',
    request: { params: z.object({ id: IdApi, ficha: IdApi }) },
    responses: { 204: { description: 'Revocada.' }, ...rechazos(400, 401, 403, 404) },
  });
  api.openapi(revocar, async (c) => {
    const { id, ficha } = c.req.valid('param');
    if (!(await listarFichas(deps.db, id)).some((f) => f.id === ficha))
      return noExiste('Esa cuenta no tiene esa ficha.', 'Revise la lista de fichas de la cuenta.');
    const r = await revocarFicha(deps.db, c.get('quien'), ficha, deps.ahora());
    return r.ok ? c.body(null, 204) : respuestaProblema(problemaDeNegado(r));
  });
}

function montarAcciones(api: Api, deps: DepsApi): void {
  for (const [accion, { resumen, hacer }] of Object.entries(ACCIONES)) {
    const config = ruta({
      ...COMUN,
      method: 'post',
      path: `/cuentas/{id}/${accion}`,
      operationId: `Cuenta_${accion.replace('-', '_')}`,
      summary: resumen,
      request: { params: ParametroId },
      responses: {
        200: json(z.object({ clave: z.string().optional().openapi({ description: 'Contraseña temporal; no vuelve a mostrarse.' }) }), 'Hecho.'),
        ...rechazos(400, 401, 403, 404, 409),
      },
    });
    api.openapi(config, async (c) => {
      const r = await hacer(deps, c.get('quien'), (c.req.valid('param') as { id: string }).id);
      return r.ok ? c.json({ clave: r.clave }, 200, SIN_CACHE) : respuestaProblema(problemaDeNegado(r));
    });
  }
}
