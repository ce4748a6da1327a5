import { z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { type Carga, confirmarCarga, filasCsv, leerTabla, type Negativa, prepararCarga, puedeCargar, tipoDeTabla } from '../carga.ts';
import { indicadorParaCargar } from '../lecturas/carga.ts';
import { MapeoDado } from '../modules/reporte/archivo/mapeo.ts';
import { disposicion, sanearNombre } from '../platform/http/archivo.ts';
import { MAXIMO_CARGA } from '../platform/http/limite.ts';
import { etagDe, problema, problemaDeRechazo, respuestaProblema } from '../platform/http/problema.ts';
import { exigirClave } from './actos.ts';
import { autenticar } from './autenticar.ts';
import type { DepsApi } from './deps.ts';
import { type Api, type EntornoApi, ruta } from './entorno.ts';
import { noExiste } from './errores.ts';
import { CON_CREDENCIALES, HuellaApi, IdApi, RespuestaActo, rechazos } from './esquemas.ts';

const MapeoApi = MapeoDado.openapi('MapeoDeCarga', {
  description: 'Qué columna es cada cosa. Lo que no se envíe queda como se propone, o como se confirmó la última vez con las mismas cabeceras.',
});
const Fila = z.object({ linea: z.int(), columna: z.string(), motivo: z.string() });
const Revision = z
  .object({
    archivo: HuellaApi,
    nombre: z.string(),
    cabeceras: z.array(z.string()),
    codificacion: z.string(),
    notas: z.array(z.string()),
    dimensiones: z
      .array(z.object({ columna: z.string(), valores: z.array(z.string()) }))
      .optional()
      .openapi({ description: 'En un mensaje ADX o DHIS2: columnas que distinguen sus cifras, con todos sus valores, para «filtros».' }),
    mapeo: MapeoApi,
    origen: z.enum(['propuesto', 'guardado', 'elegido']),
    faltas: z.array(z.object({ campo: z.string(), motivo: z.string(), remedio: z.string().optional() })),
    efectos: z
      .object({
        filas: z.int(),
        valores: z.int(),
        nuevos: z.int(),
        cambiados: z.int(),
        iguales: z.int(),
        rechazadas: z.int(),
        avisadas: z.int(),
        ceros: z.int(),
        totales: z.array(
          z.object({
            periodo: z.int(),
            nombre: z.string(),
            categoria: z.string(),
            valores: z.int(),
            antes: z.number().nullable(),
            despues: z.number().nullable(),
          }),
        ),
        fallas: z.array(Fila),
        avisos: z.array(Fila),
        desconocidos: z.array(z.object({ escrito: z.string(), filas: z.int() })),
      })
      .optional(),
    yaImportado: z.object({ id: z.uuid(), codigo: z.string() }).nullable(),
  })
  .openapi('RevisionDeCarga', { description: 'Qué haría el archivo. Con «faltas», corrija el mapeo; nada se guarda hasta confirmar.' });

const COMUN = { tags: ['Indicadores'], security: CON_CREDENCIALES };
const SIN_CACHE = { 'Cache-Control': 'no-store' };
const Lugar = z.object({ id: IdApi, archivo: HuellaApi });
const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { 'application/json': { schema } } });
/** Rows explained in one answer; all of them are in the report. */
const MUESTRA = 200;

function revision(c: Carga): z.input<typeof Revision> {
  const e = c.efectos;
  return {
    archivo: c.archivo,
    nombre: c.nombreArchivo,
    cabeceras: c.tabla.cabeceras,
    codificacion: c.tabla.codificacion,
    notas: c.tabla.notas,
    dimensiones: c.tabla.dimensiones,
    mapeo: c.mapeo,
    origen: c.origen,
    faltas: c.faltas,
    efectos: e && { ...e, fallas: e.fallas.slice(0, MUESTRA), avisos: e.avisos.slice(0, MUESTRA), desconocidos: e.desconocidos.slice(0, MUESTRA) },
    yaImportado: c.previo,
  };
}

const responder = (n: Negativa): Response =>
  respuestaProblema(problema(n.codigo, { numeral: n.numeral, campo: n.campo, motivo: n.motivo, remedio: n.remedio }));

/** Mapping of the address; undefined when it is not sent, null when it cannot be read. */
function mapeoDe(texto: string | undefined): z.output<typeof MapeoDado> | undefined | null {
  if (texto === undefined) return undefined;
  try {
    return MapeoDado.safeParse(JSON.parse(texto)).data ?? null;
  } catch {
    return null;
  }
}
const mapeoIlegible = () =>
  respuestaProblema(problema('pedido_malformado', { campo: 'mapeo', motivo: '«mapeo» no se entiende.', remedio: 'Envíe el objeto MapeoDeCarga como JSON.' }));

/** Import of figures in two steps: the file is reviewed against the figures in force, and then confirmed. */
export function montarCargas(api: Api, deps: DepsApi): void {
  api.use('/indicadores/:id/cargas', autenticar(deps));
  api.use('/indicadores/:id/cargas/*', autenticar(deps));
  montarSubida(api, deps);
  montarRevision(api, deps);
  montarConfirmacion(api, deps);
}

function montarSubida(api: Api, deps: DepsApi): void {
  const subir = ruta({
    ...COMUN,
    method: 'post',
    path: '/indicadores/{id}/cargas',
    operationId: 'SubirCarga',
    summary: 'Subir un archivo de cifras y ver qué cambiaría',
    description: `CSV de cualquier codificación y separador usual, XLSX, mensaje ADX o dataValueSet de DHIS2 (XML o JSON), de hasta ${MAXIMO_CARGA / 1024 / 1024} MB.`,
    request: {
      params: z.object({ id: IdApi }),
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
    responses: { 201: json(Revision, 'Guardado aparte, sin que ninguna cifra cambie.'), ...rechazos(400, 401, 403, 404, 409, 413, 415) },
    middleware: [
      async (c, next) => {
        const id = c.req.param('id') ?? '';
        const leido = z.uuid().safeParse(id).success ? await indicadorParaCargar(deps.db, id, '') : undefined;
        if (!leido) return noExiste('Ese indicador no existe.', 'Búsquelo en GET /api/v1/expedientes?tipo=indicador.');
        const negado = puedeCargar(c.get('quien').actor, leido.ficha);
        return negado ? responder(negado) : next();
      },
    ] as MiddlewareHandler<EntornoApi>[],
  });
  api.openapi(subir, async (c) => {
    const { id } = c.req.valid('param');
    const archivo = c.req.valid('form').archivo as File;
    const bytes = new Uint8Array(await archivo.arrayBuffer());
    const lectura = await leerTabla(bytes);
    if (!lectura.ok) return respuestaProblema(problema('datos_invalidos', { campo: 'archivo', motivo: lectura.motivo, remedio: lectura.remedio }));
    const { extension, tipo } = tipoDeTabla(lectura.tabla);
    const huella = await deps.guardarDocumento(bytes, sanearNombre(archivo.name, extension), tipo, c.get('quien'));
    const p = await prepararCarga(deps, c.get('quien'), id, huella);
    if (!p.ok) return responder(p);
    return c.json(revision(p), 201, { Location: `/api/v1/indicadores/${id}/cargas/${huella}`, ...SIN_CACHE });
  });
}

const Consulta = z.object({ mapeo: z.string().max(12_000).optional().openapi({ description: 'MapeoDeCarga como JSON.' }) });

function montarRevision(api: Api, deps: DepsApi): void {
  const leer = ruta({
    ...COMUN,
    method: 'get',
    path: '/indicadores/{id}/cargas/{archivo}',
    operationId: 'RevisarCarga',
    summary: 'Qué haría el archivo con un mapeo',
    request: { params: Lugar, query: Consulta },
    responses: { 200: json(Revision, 'La revisión.'), ...rechazos(400, 401, 403, 404, 409) },
  });
  api.openapi(leer, async (c) => {
    const { id, archivo } = c.req.valid('param');
    const mapeo = mapeoDe(c.req.valid('query').mapeo);
    if (mapeo === null) return mapeoIlegible();
    const p = await prepararCarga(deps, c.get('quien'), id, archivo, mapeo);
    return p.ok ? c.json(revision(p), 200, SIN_CACHE) : responder(p);
  });
  const bajar = ruta({
    ...COMUN,
    method: 'get',
    path: '/indicadores/{id}/cargas/{archivo}/filas',
    operationId: 'BajarFilasDeCarga',
    summary: 'Las filas rechazadas y con avisos, como CSV',
    request: { params: Lugar, query: Consulta },
    responses: { 200: { description: 'El reporte por fila.', content: { 'text/csv': { schema: z.string() } } }, ...rechazos(400, 401, 403, 404, 409) },
  });
  api.openapi(bajar, async (c) => {
    const { id, archivo } = c.req.valid('param');
    const mapeo = mapeoDe(c.req.valid('query').mapeo);
    if (mapeo === null) return mapeoIlegible();
    const p = await prepararCarga(deps, c.get('quien'), id, archivo, mapeo);
    if (!p.ok) return responder(p);
    if (!p.efectos)
      return respuestaProblema(
        problema(
          'datos_invalidos',
          p.faltas.map((f) => ({ remedio: 'Corrija el mapeo.', ...f })),
        ),
      );
    return c.body(filasCsv(p.efectos), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': disposicion('filas.csv'),
      ...SIN_CACHE,
    });
  });
}

function montarConfirmacion(api: Api, deps: DepsApi): void {
  const confirmar = ruta({
    ...COMUN,
    method: 'post',
    path: '/indicadores/{id}/cargas/{archivo}',
    operationId: 'ConfirmarCarga',
    summary: 'Importar lo revisado',
    description: 'Realiza el acto ReportarCifras con las cifras del archivo: todas o ninguna. Para deshacerlo, RetirarCifras. Necesita Idempotency-Key.',
    middleware: [exigirClave] as MiddlewareHandler<EntornoApi>[],
    request: {
      params: Lugar,
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.strictObject({
              mapeo: MapeoApi.optional(),
              soloCorrectas: z.boolean().default(false).openapi({ description: 'Importar las filas correctas aunque otras se rechacen.' }),
              motivo: z.string().trim().max(2000).default('').openapi({ description: 'Motivo de la corrección, si cambia cifras ya reportadas.' }),
            }),
          },
        },
      },
    },
    responses: { 201: json(RespuestaActo, 'Registrado.'), ...rechazos(400, 401, 403, 404, 409, 422) },
  });
  api.openapi(confirmar, async (c) => {
    const { id, archivo } = c.req.valid('param');
    const r = await confirmarCarga(deps, c.get('quien'), id, archivo, { ...c.req.valid('json'), clave: c.req.header('idempotency-key') as string });
    if (!r.ok) return 'impedimentos' in r ? respuestaProblema(problemaDeRechazo(r)) : responder(r);
    const { ok: _, ...registrado } = r;
    return c.json(registrado, 201, { ETag: etagDe(r.version), Location: `/api/v1/expedientes/${r.expediente}`, ...SIN_CACHE });
  });
}
