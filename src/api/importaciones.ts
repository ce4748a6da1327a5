import { z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { CLASES, type Clase, EFECTOS, MAXIMO_TABLA, type Preparacion, prepararArchivo, reporteCsv } from '../importacion.ts';
import { estadoDeCatalogos } from '../lecturas/administracion.ts';
import { CATALOGO_ID } from '../modules/catalogo/catalogo.ts';
import { administra } from '../modules/catalogo/permisos.ts';
import { disposicion, sanearNombre } from '../platform/http/archivo.ts';
import { limitarCuerpo, MAXIMO_ENVIO } from '../platform/http/limite.ts';
import { etagDe, problema, problemaDeRechazo, respuestaProblema, versionDe } from '../platform/http/problema.ts';
import { exigirClave } from './actos.ts';
import { autenticar } from './autenticar.ts';
import { CursorDeNumero, cursorDe, Limite } from './cursor.ts';
import type { DepsApi } from './deps.ts';
import { type Api, type EntornoApi, ruta } from './entorno.ts';
import { noExiste } from './errores.ts';
import { CON_CREDENCIALES, HuellaApi, RespuestaActo, rechazos } from './esquemas.ts';

const ClaseApi = z.enum(Object.keys(CLASES) as [Clase, ...Clase[]], { error: 'Indique «territorio» o «normas».' });
const EfectoApi = z.enum(EFECTOS, { error: `Indique uno de: ${EFECTOS.join(', ')}.` });
const Cuenta = z.object({ nuevo: z.int(), cambiado: z.int(), igual: z.int(), rechazado: z.int() });
const Revision = z
  .object({
    archivo: HuellaApi,
    clase: ClaseApi,
    version: z.int().openapi({ description: 'Versión de los catálogos con la que se comparó: envíela en If-Match al confirmar.' }),
    cuenta: Cuenta,
    filas: z.array(z.object({ linea: z.int(), codigo: z.string(), nombre: z.string(), efecto: EfectoApi, motivo: z.string() })),
    total: z.int(),
    siguiente: z.string().optional(),
  })
  .openapi('RevisionDeImportacion', { description: 'Qué haría cada fila del archivo. Nada se incorpora hasta confirmar; nunca se elimina nada.' });

const COMUN = { tags: ['Administración'], security: CON_CREDENCIALES };
const SIN_CACHE = { 'Cache-Control': 'no-store' };
const Lugar = z.object({ clase: ClaseApi, archivo: HuellaApi });
const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { 'application/json': { schema } } });

const soloAdministracion: MiddlewareHandler<EntornoApi> = async (c, next) => {
  const permiso = administra(c.get('quien').actor);
  if (permiso) return respuestaProblema(problema('sin_permiso', permiso));
  return next();
};

/** The file, compared with the catalogue as it stands; undefined when it is not at hand. */
async function revisar(deps: DepsApi, clase: Clase, archivo: string): Promise<Preparacion | undefined> {
  const d = await deps.leerDocumento(archivo);
  const p = d && (await prepararArchivo(clase, d.bytes, { db: deps.db, catalogo: deps.catalogo() }));
  return p?.ok ? p : undefined;
}

const noEsta = () =>
  noExiste('Ese archivo no está por importar.', 'Súbalo con POST /api/v1/importaciones/{clase}; sin confirmar, se descarta a los siete días.');

function revision(p: Preparacion, version: number, o: { efecto?: (typeof EFECTOS)[number]; pagina: number; limite: number }) {
  const filas = o.efecto ? p.filas.filter((f) => f.efecto === o.efecto) : p.filas;
  return {
    archivo: String(p.datos.archivo),
    clase: p.clase,
    version,
    cuenta: p.cuenta,
    filas: filas.slice((o.pagina - 1) * o.limite, o.pagina * o.limite),
    total: filas.length,
    siguiente: o.pagina * o.limite < filas.length ? cursorDe(o.pagina + 1) : undefined,
  };
}

/** Import of catalogues in two steps: the file is reviewed row by row, and then confirmed. */
export function montarImportaciones(api: Api, deps: DepsApi): void {
  api.use('/importaciones/*', limitarCuerpo(MAXIMO_ENVIO), autenticar(deps), soloAdministracion);
  montarSubida(api, deps);
  montarRevision(api, deps);
  montarConfirmacion(api, deps);
}

function montarSubida(api: Api, deps: DepsApi): void {
  const subir = ruta({
    ...COMUN,
    method: 'post',
    path: '/importaciones/{clase}',
    operationId: 'SubirImportacion',
    summary: 'Subir una tabla y ver qué cambiaría',
    description: `Tabla CSV en UTF-8 de hasta ${MAXIMO_TABLA / 1024 / 1024} MB, tal como la publica su fuente.`,
    request: {
      params: z.object({ clase: ClaseApi }),
      body: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: z.object({
              archivo: z.instanceof(File, { error: 'Adjunte un archivo en el campo «archivo».' }).openapi({ type: 'string', format: 'binary' }),
            }),
          },
        },
      },
    },
    responses: { 201: json(Revision, 'Guardado aparte, sin incorporarse.'), ...rechazos(400, 401, 403, 413, 415) },
  });
  api.openapi(subir, async (c) => {
    const { clase } = c.req.valid('param');
    const archivo = c.req.valid('form').archivo as File;
    const bytes = new Uint8Array(await archivo.arrayBuffer());
    const p = await prepararArchivo(clase, bytes, { db: deps.db, catalogo: deps.catalogo() });
    if (!p.ok)
      return respuestaProblema(
        problema(bytes.length > MAXIMO_TABLA ? 'muy_grande' : 'datos_invalidos', { campo: 'archivo', motivo: p.motivo, remedio: p.remedio }),
      );
    const huella = await deps.guardarDocumento(bytes, sanearNombre(archivo.name, 'csv'), 'text/csv; charset=utf-8', c.get('quien'));
    const { version } = await estadoDeCatalogos(deps.db);
    return c.json(revision(p, version, { pagina: 1, limite: 50 }), 201, {
      Location: `/api/v1/importaciones/${clase}/${huella}`,
      ETag: etagDe(version),
      ...SIN_CACHE,
    });
  });
}

function montarRevision(api: Api, deps: DepsApi): void {
  const leer = ruta({
    ...COMUN,
    method: 'get',
    path: '/importaciones/{clase}/{archivo}',
    operationId: 'RevisarImportacion',
    summary: 'Qué haría cada fila del archivo',
    request: { params: Lugar, query: z.object({ resultado: EfectoApi.optional(), limite: Limite, cursor: CursorDeNumero }) },
    responses: { 200: json(Revision, 'Una página.'), ...rechazos(400, 401, 403, 404) },
  });
  api.openapi(leer, async (c) => {
    const { clase, archivo } = c.req.valid('param');
    const { resultado, limite, cursor = 1 } = c.req.valid('query');
    const p = await revisar(deps, clase, archivo);
    if (!p) return noEsta();
    const { version } = await estadoDeCatalogos(deps.db);
    return c.json(revision(p, version, { efecto: resultado, pagina: cursor, limite }), 200, { ETag: etagDe(version), ...SIN_CACHE });
  });

  const bajar = ruta({
    ...COMUN,
    method: 'get',
    path: '/importaciones/{clase}/{archivo}/reporte',
    operationId: 'BajarReporteDeImportacion',
    summary: 'El reporte completo como CSV',
    request: { params: Lugar },
    responses: { 200: { description: 'El reporte.', content: { 'text/csv': { schema: z.string() } } }, ...rechazos(400, 401, 403, 404) },
  });
  api.openapi(bajar, async (c) => {
    const { clase, archivo } = c.req.valid('param');
    const p = await revisar(deps, clase, archivo);
    if (!p) return noEsta();
    return c.body(reporteCsv(p.filas), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': disposicion(`reporte-${clase}.csv`),
      ...SIN_CACHE,
    });
  });
}

function montarConfirmacion(api: Api, deps: DepsApi): void {
  const confirmar = ruta({
    ...COMUN,
    method: 'post',
    path: '/importaciones/{clase}/{archivo}',
    operationId: 'ConfirmarImportacion',
    summary: 'Incorporar lo revisado',
    description: 'Realiza el acto ImportarTerritorio o ImportarNormas con lo que la revisión muestra. Necesita Idempotency-Key e If-Match.',
    middleware: [exigirClave] as MiddlewareHandler<EntornoApi>[],
    request: { params: Lugar },
    responses: { 200: json(RespuestaActo, 'Registrado.'), ...rechazos(400, 401, 403, 404, 409, 412, 422, 428) },
  });
  api.openapi(confirmar, async (c) => {
    const { clase, archivo } = c.req.valid('param');
    const version = versionDe(c.req.header('if-match'));
    if (version === null)
      return respuestaProblema(
        problema('pedido_malformado', {
          campo: 'If-Match',
          motivo: 'If-Match no nombra una versión.',
          remedio: 'Envíe el ETag de la revisión, entre comillas.',
        }),
      );
    const p = await revisar(deps, clase, archivo);
    if (!p) return noEsta();
    if (p.cuenta.nuevo + p.cuenta.cambiado === 0)
      return respuestaProblema(
        problema('impedido', {
          motivo: 'El catálogo ya tiene todo lo que el archivo trae.',
          remedio: 'No hay nada que incorporar; si acaba de confirmarlo, ya quedó registrado.',
        }),
      );
    const r = await deps.ejecutar(
      { acto: p.acto, expediente: CATALOGO_ID, version, datos: { ...p.datos, documento: archivo }, clave: c.req.header('idempotency-key') as string },
      c.get('quien'),
    );
    if (!r.ok) return respuestaProblema(problemaDeRechazo(r));
    const { ok: _, ...registrado } = r;
    return c.json(registrado, 200, { ETag: etagDe(r.version), Location: `/api/v1/expedientes/${r.expediente}`, ...SIN_CACHE });
  });
}
