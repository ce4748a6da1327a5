import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { ActoCualquiera } from '../kernel/acto.ts';
import { ANULAR } from '../platform/anular.ts';
import { ilegibleEn } from '../platform/http/legible.ts';
import { limitarCuerpo, MAXIMO_CUERPO } from '../platform/http/limite.ts';
import { etagDe, problema, problemaDeRechazo, respuestaProblema, versionDe } from '../platform/http/problema.ts';
import { autenticarConElActo, sinCredenciales } from './autenticar.ts';
import type { DepsApi } from './deps.ts';
import { ejemploDe, type Nodo } from './ejemplo.ts';
import type { Api, EntornoApi } from './entorno.ts';
import { noExiste } from './errores.ts';
import { CON_CREDENCIALES, CuerpoActo, RespuestaActo, rechazos } from './esquemas.ts';

/** An acto as the API documents it. */
export interface ActoDeApi extends Pick<ActoCualquiera, 'nombre' | 'titulo' | 'resumen' | 'numerales' | 'crea' | 'concurrencia'> {
  /** Title of the group: «Modelo Específico». */
  grupo: string;
  /** JSON Schema of `datos`. */
  esquema: Record<string, unknown>;
}

/** The acto that the platform adds to every kind of expediente. */
const ANULACION: ActoDeApi = {
  nombre: ANULAR,
  titulo: 'Anular un acto',
  resumen: 'Deja sin efecto un acto de su propia oficina mientras nada posterior se apoye en él. El acto y su motivo quedan en la cronología.',
  numerales: ['5.1'],
  concurrencia: 'conmuta',
  grupo: 'Todo expediente',
  esquema: {
    type: 'object',
    required: ['acto', 'motivo'],
    properties: {
      acto: { type: 'string', format: 'uuid', title: 'Acto', description: 'Identificador del acto, como figura en la cronología.' },
      motivo: { type: 'string', title: 'Motivo', minLength: 1 },
    },
  },
};

/** Every acto of the house, in order of module. */
export function actosDe(deps: Pick<DepsApi, 'modulos' | 'esquemaDe'>): readonly ActoDeApi[] {
  const propios = deps.modulos.flatMap((m) =>
    m.actos.map((a): ActoDeApi => {
      const { nombre, titulo, resumen, numerales, crea, concurrencia } = a;
      return { nombre, titulo, resumen, numerales, crea, concurrencia, grupo: m.nombre, esquema: deps.esquemaDe(a) };
    }),
  );
  return [...propios, ANULACION];
}

const CLAVE = /^[\x21-\x7e]{1,200}$/;

/** 400 before anything else when the key is missing: without it a repeated request would act twice. */
export const exigirClave: MiddlewareHandler = async (c, next) => {
  if (CLAVE.test(c.req.header('idempotency-key') ?? '')) return next();
  return respuestaProblema(
    problema('falta_clave', {
      campo: 'Idempotency-Key',
      motivo: 'El pedido no trae una Idempotency-Key de 1 a 200 caracteres visibles.',
      remedio: 'Genere una clave por acto (por ejemplo un UUID) y repítala solo para reintentar el mismo pedido.',
    }),
  );
};

/** One endpoint for every acto; `execute` decides. */
export function montarActos(api: Api, deps: DepsApi): void {
  const actos = new Map(actosDe(deps).map((a) => [a.nombre, a]));
  for (const acto of actos.values()) documentarActo(api, acto);

  api.use('/actos/*', limitarCuerpo(MAXIMO_CUERPO), autenticarConElActo(deps));
  const ruta = createRoute({
    method: 'post',
    path: '/actos/{acto}',
    hide: true,
    middleware: [exigirClave] as MiddlewareHandler<EntornoApi>[],
    request: { params: z.object({ acto: z.string().max(80) }), body: { required: true, content: { 'application/json': { schema: CuerpoActo } } } },
    responses: { 200: { description: '' } },
  });
  api.openapi(ruta, async (c) => {
    const acto = actos.get(c.req.valid('param').acto);
    if (!acto) return noExiste('Ayni no conoce ese acto.', 'Consulte la lista de actos en /api.');
    const version = versionDe(c.req.header('if-match'));
    if (version === null)
      return respuestaProblema(
        problema('pedido_malformado', {
          campo: 'If-Match',
          motivo: 'If-Match no nombra una versión.',
          remedio: 'Envíe la versión que usted vio entre comillas, tal como llega en ETag: "7".',
        }),
      );
    const cuerpo = c.req.valid('json');
    const ilegible = ilegibleEn(cuerpo);
    if (ilegible)
      return respuestaProblema(
        problema('datos_invalidos', {
          campo: ilegible.campo.replace(/^datos\./, ''),
          motivo: ilegible.razon === 'texto' ? 'El texto contiene caracteres que no se pueden guardar.' : 'Los datos tienen demasiados niveles.',
          remedio: 'Corrija el campo y vuelva a enviarlo.',
        }),
      );
    const credencial = c.get('credencial');
    const r = await deps.ejecutar({ acto: acto.nombre, version, clave: c.req.header('idempotency-key') as string, ...cuerpo }, credencial);
    if (!r.ok) return r.codigo === 'sin_credenciales' ? sinCredenciales(r.impedimentos[0]) : respuestaProblema(problemaDeRechazo(r));
    const minima = /\breturn=minimal\b/.test(c.req.header('prefer') ?? '');
    const quien = 'ficha' in credencial ? credencial.quien : credencial;
    const disponibles = minima || !quien ? undefined : await deps.disponibles(quien, r.expediente);
    const { ok: _, ...registrado } = r;
    return c.json({ ...registrado, disponibles }, acto.crea ? 201 : 200, {
      ETag: etagDe(r.version),
      Location: `/api/v1/expedientes/${r.expediente}`,
      'Cache-Control': 'no-store',
      ...(minima ? { 'Preference-Applied': 'return=minimal' } : {}),
    });
  });
  api.all('/actos/:acto', () =>
    respuestaProblema(
      problema('metodo_no_admitido', { motivo: 'Los actos se realizan con POST.', remedio: 'Use POST. Para leer, consulte /api/v1/expedientes.' }),
      { Allow: 'POST' },
    ),
  );
}

const Cabeceras = z.object({
  'Idempotency-Key': z.string().openapi({
    description: 'Clave que usted elige para este pedido. Repetida con el mismo cuerpo devuelve la respuesta guardada; con otro, 422.',
    example: '5b1f0c1e-2f1c-4a52-9a37-1d8e6f0c7b21',
  }),
  Prefer: z.string().optional().openapi({ description: '`return=minimal` omite «disponibles».', example: 'return=minimal' }),
});
const ConVersion = Cabeceras.extend({
  'If-Match': z.string().openapi({ description: 'Versión que usted vio, como llega en ETag.', example: '"7"' }),
});

/** Schema as a component: the references inside it point into the component. */
function componente(nombre: string, esquema: Record<string, unknown>): Record<string, unknown> {
  const aqui = `#/components/schemas/${nombre}`;
  const { $schema: _, ...resto } = JSON.parse(JSON.stringify(esquema), (clave, valor) =>
    clave === '$ref' && typeof valor === 'string' && valor.startsWith('#') ? aqui + valor.slice(1) : valor,
  ) as Record<string, unknown>;
  return resto;
}

/** OpenAPI entry of an acto, from what the acto says of itself. */
function documentarActo(api: Api, acto: ActoDeApi): void {
  const nombre = `Datos${acto.nombre}`;
  const esquema = componente(nombre, acto.esquema);
  const ejemplo = ejemploDe(esquema as Nodo);
  api.openAPIRegistry.registerComponent('schemas', nombre, esquema);
  const conVersion = acto.concurrencia === 'version' && !acto.crea;
  api.openAPIRegistry.registerPath({
    method: 'post',
    path: `/actos/${acto.nombre}`,
    operationId: acto.nombre,
    tags: [acto.grupo],
    summary: acto.titulo,
    description: `${acto.resumen}\n\nNumerales: ${acto.numerales.join(', ')}.`,
    security: CON_CREDENCIALES,
    request: {
      headers: conVersion ? ConVersion : Cabeceras,
      body: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              additionalProperties: false,
              required: ['expediente', 'datos'],
              properties: {
                expediente: {
                  type: 'string',
                  format: 'uuid',
                  description: acto.crea ? 'Identificador nuevo (UUID versión 7) que usted genera.' : 'Identificador del expediente.',
                },
                datos: { $ref: `#/components/schemas/${nombre}` },
                ocurridoEl: { type: 'string', format: 'date', description: 'Fecha legal del acto; hoy en Lima si se omite.' },
                decididoPor: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['entidad', 'cargo'],
                  properties: { entidad: { type: 'string' }, cargo: { type: 'string' } },
                  description: 'Quién decidió, cuando no es quien registra.',
                },
              },
            },
            example: { expediente: '019d2f5e-7c1a-7b3e-9c55-2f0d3a4b5c6d', datos: ejemplo },
          },
        },
      },
    },
    responses: {
      [acto.crea ? 201 : 200]: {
        description: 'Registrado. ETag trae la versión; Location, el expediente.',
        content: { 'application/json': { schema: RespuestaActo } },
      },
      ...rechazos(400, 401, 403, 404, 409, 412, 413, 415, 422, ...(conVersion ? ([428] as const) : [])),
    },
  });
}
