import { z } from '@hono/zod-openapi';
import { fechaDeLima } from '../kernel/calendario.ts';
import { leerBandeja } from '../lecturas/bandeja.ts';
import { type ExpedienteLeido, findExpediente, leerCronologia } from '../lecturas/expediente.ts';
import { contenidosAl } from '../lecturas/historia.ts';
import { listarExpedientes, ORDENES, POR_PAGINA } from '../lecturas/lista.ts';
import { leerMatriz } from '../lecturas/matriz.ts';
import { etagDe } from '../platform/http/problema.ts';
import { type Contenido, plegar } from '../platform/registro.ts';
import { autenticar } from './autenticar.ts';
import { CursorDeNumero, cursorDe, Limite, paginaDe } from './cursor.ts';
import type { DepsApi } from './deps.ts';
import { type Api, ruta } from './entorno.ts';
import { noExiste } from './errores.ts';
import { Accion, CON_CREDENCIALES, FechaApi, Palabra, ParametroId, rechazos } from './esquemas.ts';

const Fila = z
  .object({
    id: z.uuid(),
    tipo: z.string(),
    codigo: z.string(),
    titulo: z.string(),
    situacion: z.string(),
    entidad: z.string(),
    entidadNombre: z.string(),
    territorioNombre: z.string().nullable(),
    actualizadoEn: z.string(),
    pendientes: z.int(),
    vence: z.string().nullable(),
    demo: z.boolean(),
  })
  .openapi('FilaDeExpediente');

const Expediente = z
  .object({
    id: z.uuid(),
    tipo: z.string(),
    codigo: z.string(),
    version: z.int(),
    titulo: z.string(),
    situacion: z.string(),
    entidad: z.string(),
    territorio: z.string().nullable(),
    participantes: z.array(z.string()),
    demo: z.boolean(),
    creadoEl: z.string(),
    estado: z.unknown(),
    huella: z.string(),
    relacionados: z.array(z.object({ id: z.uuid(), rol: z.string(), tipo: z.string(), codigo: z.string(), titulo: z.string(), situacion: z.string() })),
    pendientes: z.array(
      z.object({
        clave: z.string(),
        que: z.string(),
        numeral: z.string(),
        para: z.array(z.string()),
        cargos: z.array(z.string()),
        acto: z.string().nullable(),
        desde: z.string(),
        vence: z.string().nullable(),
      }),
    ),
  })
  .openapi('Expediente', { description: '«estado» es lo que resulta de los hechos; su forma depende del tipo. «huella» es el último eslabón de la cadena.' });

const Hecho = z
  .object({
    version: z.int(),
    hecho: z.string(),
    acto: z.uuid(),
    nombre: z.string(),
    ocurridoEl: z.string(),
    registradoEn: z.string(),
    entidad: z.string(),
    cargo: z.string(),
    decididoPor: z.object({ entidad: z.string(), cargo: z.string() }).nullable(),
    advertencias: z.array(z.object({ numeral: z.string(), motivo: z.string() })),
    huella: z.string(),
    contenido: z.string().optional().openapi({ description: 'Texto canónico con el que se calculó la huella, si se pidió.' }),
  })
  .openapi('Hecho');

const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { 'application/json': { schema } } });
const lista = <T extends z.ZodType>(fila: T) => z.object({ filas: z.array(fila), siguiente: z.string().optional(), total: z.int().optional() });
const COMUN = { tags: ['Lecturas'], security: CON_CREDENCIALES };

/** Cases, their chronology and what can be done on them. */
export function montarExpedientes(api: Api, deps: DepsApi): void {
  for (const camino of ['/expedientes', '/expedientes/*', '/bandeja', '/matriz', '/oficina']) api.use(camino, autenticar(deps));
  montarLista(api, deps);
  montarExpediente(api, deps);
  montarCronologia(api, deps);
  montarPaneles(api, deps);
}

function montarLista(api: Api, deps: DepsApi): void {
  const listar = ruta({
    ...COMUN,
    method: 'get',
    path: '/expedientes',
    operationId: 'ListarExpedientes',
    summary: 'Expedientes',
    description: `Páginas de ${POR_PAGINA}. Las designaciones y los catálogos solo se listan si se piden por su tipo.`,
    request: {
      query: z.object({
        tipo: z.enum(deps.modulos.map((m) => m.tipo) as [string, ...string[]], { error: 'Indique un tipo de expediente que exista.' }).optional(),
        q: Palabra().optional().openapi({ description: 'Palabras del título o del número, sin importar tildes.' }),
        entidad: Palabra(40).optional().openapi({ description: 'Entidad que lo conduce o que participa.', example: 'minsa' }),
        territorio: Palabra(10).optional().openapi({ description: 'Código INEI; incluye lo que contiene.', example: '09' }),
        situacion: Palabra(40).optional(),
        orden: z.enum(Object.keys(ORDENES) as [keyof typeof ORDENES], { error: 'Indique un orden admitido.' }).default('reciente'),
        cursor: CursorDeNumero,
      }),
    },
    responses: { 200: json(lista(Fila), 'Una página.'), ...rechazos(400, 401) },
  });
  api.openapi(listar, async (c) => {
    const { tipo, cursor: pagina = 1, ...filtro } = c.req.valid('query');
    const { total, filas } = await listarExpedientes(deps.db, { ...filtro, tipos: tipo ? [tipo] : undefined, pagina });
    return c.json({ filas, total, siguiente: pagina * POR_PAGINA < total ? cursorDe(pagina + 1) : undefined });
  });
}

const sinExpediente = (): Response => noExiste('No existe un expediente con ese identificador.', 'Búsquelo en /api/v1/expedientes.');

function montarExpediente(api: Api, deps: DepsApi): void {
  const leer = ruta({
    ...COMUN,
    method: 'get',
    path: '/expedientes/{id}',
    operationId: 'LeerExpediente',
    summary: 'Un expediente',
    description: 'ETag trae la versión: envíela en If-Match al actuar. Con «al», el estado que resultaba de los hechos ocurridos hasta esa fecha.',
    request: { params: ParametroId, query: z.object({ al: FechaApi.optional() }) },
    responses: { 200: json(Expediente, 'El expediente.'), 304: { description: 'Sin cambios desde la versión de If-None-Match.' }, ...rechazos(400, 401, 404) },
  });
  api.openapi(leer, async (c) => {
    const actual = await findExpediente(deps.db, c.req.valid('param').id);
    if (!actual) return sinExpediente();
    const { al } = c.req.valid('query');
    const visto = al === undefined || al >= fechaDeLima(deps.ahora()) ? actual : await estadoAl(deps, actual, al);
    if (!visto) return noExiste(`El expediente aún no existía el ${al}.`, 'Pida una fecha posterior a su apertura.');
    const etag = etagDe(visto.version);
    const cabeceras = { ETag: etag, 'Cache-Control': 'private, no-cache' };
    const conocidas = c.req.header('if-none-match')?.split(',') ?? [];
    if (conocidas.some((t) => t.trim().replace(/^W\//, '') === etag)) return c.body(null, 304, cabeceras);
    return c.json({ ...visto, relacionados: visto.relacionados.map(({ estado: _, ...r }) => r) }, 200, cabeceras);
  });

  const acciones = ruta({
    ...COMUN,
    method: 'get',
    path: '/expedientes/{id}/acciones',
    operationId: 'LeerAcciones',
    summary: 'Qué puede hacer hoy su oficina',
    description: 'Los actos del expediente: posibles, impedidos (con numeral, motivo y remedio) o de otra oficina.',
    request: { params: ParametroId },
    responses: { 200: json(z.object({ acciones: z.array(Accion) }), 'Los actos.'), ...rechazos(400, 401, 404) },
  });
  api.openapi(acciones, async (c) => {
    const lista = await deps.disponibles(c.get('quien'), c.req.valid('param').id);
    return lista.length === 0 ? sinExpediente() : c.json({ acciones: lista });
  });
}

/** State of a legal date, folded from its hechos; undefined when it had none. */
async function estadoAl(deps: DepsApi, actual: ExpedienteLeido, fecha: string): Promise<ExpedienteLeido | undefined> {
  const modulo = deps.modulos.find((m) => m.tipo === actual.tipo);
  const contenidos = (await contenidosAl(deps.db, actual.id, fecha)).map((t) => JSON.parse(t) as Contenido);
  if (!modulo || contenidos.length === 0) return undefined;
  const estado = plegar(modulo, contenidos);
  if (estado === undefined) return undefined;
  const { titulo, situacion, entidad, territorio, participantes, pendientes } = modulo.ficha(estado);
  const ids = new Set(Object.values(modulo.ficha(estado).relaciones));
  return {
    ...actual,
    version: contenidos.at(-1)?.version ?? actual.version,
    estado,
    titulo,
    situacion,
    entidad,
    territorio: territorio ?? null,
    participantes: [...participantes],
    relacionados: actual.relacionados.filter((r) => ids.has(r.id)),
    pendientes: pendientes.map((p) => ({
      clave: p.clave,
      que: p.que,
      numeral: p.numeral,
      para: p.para.map((d) => d.entidad),
      cargos: [...new Set(p.para.flatMap((d) => d.cargos))],
      acto: p.acto ?? null,
      desde: p.desde,
      vence: p.vence ?? null,
    })),
  };
}

function montarCronologia(api: Api, deps: DepsApi): void {
  const cronologia = ruta({
    ...COMUN,
    method: 'get',
    path: '/expedientes/{id}/cronologia',
    operationId: 'LeerCronologia',
    summary: 'Cronología de un expediente',
    description: 'Sus hechos, del último al primero, con la oficina, las dos fechas y la huella que los encadena.',
    request: {
      params: ParametroId,
      query: z.object({ contenido: z.enum(['si', 'no'], { error: 'Indique «si» o «no».' }).default('no'), limite: Limite, cursor: CursorDeNumero }),
    },
    responses: { 200: json(lista(Hecho), 'Una página.'), ...rechazos(400, 401, 404) },
  });
  api.openapi(cronologia, async (c) => {
    const { contenido, limite, cursor } = c.req.valid('query');
    const filas = await leerCronologia(deps.db, c.req.valid('param').id, { conContenido: contenido === 'si', maximo: limite + 1, antesDe: cursor });
    if (filas.length === 0 && cursor === undefined) return sinExpediente();
    const hechos = filas.map(({ tipo, nombreActo, contenido: texto, ...f }) => ({
      ...f,
      hecho: tipo,
      nombre: nombreActo,
      contenido: contenido === 'si' ? texto : undefined,
    }));
    return c.json(paginaDe(hechos, limite, (f) => f.version));
  });
}

function montarPaneles(api: Api, deps: DepsApi): void {
  const bandeja = ruta({
    ...COMUN,
    method: 'get',
    path: '/bandeja',
    operationId: 'LeerBandeja',
    summary: 'Lo que espera su oficina y lo que espera de otros',
    responses: { 200: json(z.looseObject({ total: z.int(), totalEspera: z.int() }).openapi('Bandeja'), 'La bandeja.'), ...rechazos(401) },
  });
  api.openapi(bandeja, async (c) => c.json(await leerBandeja(deps.db, c.get('quien').actor, fechaDeLima(deps.ahora()))));

  const matriz = ruta({
    ...COMUN,
    method: 'get',
    path: '/matriz',
    operationId: 'LeerMatriz',
    summary: 'Cobertura de servicios por territorio',
    request: { query: z.object({ sector: Palabra(40).optional().openapi({ description: 'Ministerio rector; todos si se omite.', example: 'minsa' }) }) },
    responses: {
      200: json(z.looseObject({ servicios: z.array(z.unknown()), celdas: z.array(z.unknown()) }).openapi('Matriz'), 'La matriz.'),
      ...rechazos(400, 401),
    },
  });
  api.openapi(matriz, async (c) => c.json(await leerMatriz(deps.db, c.req.valid('query').sector)));

  const oficina = ruta({
    ...COMUN,
    method: 'get',
    path: '/oficina',
    operationId: 'LeerOficina',
    summary: 'La oficina con la que usted actúa',
    responses: { 200: json(z.looseObject({ cargo: z.string(), entidad: z.string() }).openapi('Oficina'), 'La oficina.'), ...rechazos(401) },
  });
  api.openapi(oficina, (c) => {
    const { cargo, calidad, entidad, nivel, sector, territorio, desde, hasta } = c.get('quien').actor;
    return c.json({ cargo, calidad, entidad, nivel, sector, territorio, desde, hasta });
  });
}
