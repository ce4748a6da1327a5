import { gzipSync } from 'node:zlib';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { finDe, leerPeriodo } from '../directiva/periodos.ts';
import { cuentasPor, leerAvisos, leerCumplimiento } from '../lecturas/calidad.ts';
import type { Lectura } from '../lecturas/cifras.ts';
import { coberturaDe, leerMapa, leerSeries, llegaA } from '../lecturas/cifras.ts';
import { findIndicador, type IndicadorLeido, listarIndicadores } from '../lecturas/indicadores.ts';
import { categoriasDe, plazoDe } from '../modules/reporte/reporte.reglas.ts';
import { posicionesDeCatalogo } from '../platform/cifras/posiciones.ts';
import { problema, respuestaProblema } from '../platform/http/problema.ts';
import { identificar } from './autenticar.ts';
import type { DepsApi } from './deps.ts';
import { type Api, type EntornoApi, ruta } from './entorno.ts';
import { noExiste } from './errores.ts';
import { IdApi, Palabra, ParametroId, rechazos } from './esquemas.ts';

const COMUN = { tags: ['Indicadores'], method: 'get' as const, security: [{}, { ficha: [] }, { sesion: [] }] as Record<string, string[]>[] };
const NIVELES = ['pais', 'departamento', 'provincia', 'distrito'] as const;
const POR_PAGINA = 100;

const Resumen = z
  .object({
    id: z.uuid(),
    codigo: z.string(),
    nombre: z.string(),
    servicio: z.uuid(),
    sector: z.string(),
    dimension: z.string(),
    unidad: z.string(),
    periodicidad: z.string(),
    captura: z.string(),
    situacion: z.string(),
  })
  .openapi('IndicadorResumen');
const Completo = Resumen.extend({
  definicion: z.record(z.string(), z.unknown()).openapi({ description: 'Ficha del indicador (8.18, 8.19).' }),
  versiones: z.array(z.record(z.string(), z.unknown())),
  periodos: z.array(z.object({ periodo: z.int(), publicado: z.boolean() })),
  categorias: z.array(z.string()),
}).openapi('Indicador');
const numeros = z.array(z.number().nullable());
const Serie = z
  .object({
    territorio: z.string(),
    categoria: z.string(),
    periodos: z.array(z.int()),
    valores: numeros,
    estados: z.array(z.string()),
    reportantes: z.array(z.int()),
  })
  .openapi('SerieDeIndicador', { description: 'Arreglos paralelos, en orden de periodo. Un valor nulo no es cero: su estado dice por qué falta.' });
const MapaApi = z
  .object({
    nivel: z.string(),
    periodo: z.int(),
    version: z.int(),
    publicado: z.boolean(),
    reportaron: z.int(),
    esperados: z.int(),
    codigos: z.array(z.string()).optional(),
    valores: numeros,
    reservados: z.array(z.int()).openapi({ description: 'Posiciones con valor reservado: cuentan en los totales.' }),
  })
  .openapi('MapaDeIndicador', {
    description:
      'Valores en el orden de «codigos». El orden no cambia: pida los códigos una vez y luego codigos=no. Los valores llevan los decimales del indicador.',
  });

const CalidadApi = z
  .object({
    periodo: z.int(),
    plazo: z.string().nullable(),
    territorios: z.array(z.object({ territorio: z.string(), esperados: z.int(), reportaron: z.int(), tarde: z.int(), avisos: z.int().nullable() })),
    faltan: z.array(z.string()),
    avisos: z
      .array(
        z.object({
          territorio: z.string(),
          categoria: z.string(),
          regla: z.string(),
          reglas: z.int().openapi({ description: 'Versión de las reglas que dieron el aviso.' }),
          reservado: z.boolean(),
          valor: z.number().nullable(),
          menor: z.number().nullable(),
          mayor: z.number().nullable(),
          reporte: z.uuid().nullable(),
          explicacion: z.string().nullable(),
        }),
      )
      .nullable()
      .openapi({ description: 'Nulo sin credenciales: los avisos son trabajo entre oficinas. Un aviso no cambia la cifra.' }),
  })
  .openapi('CalidadDeIndicador');

const Territorio = Palabra(10).openapi({ example: '09', description: 'Código INEI, 15M, 15P o pe.' });
const PeriodoApi = Palabra(30).openapi({ example: '2021' });
const json = (schema: z.ZodType) => ({ 200: { description: 'Cifras.', content: { 'application/json': { schema } } }, ...rechazos(400, 401, 404) });
const invalido = (motivo: string, remedio: string): Response => respuestaProblema(problema('datos_invalidos', { motivo, remedio }));

const redondo = (l: Lectura, decimales: number): number | null => (l.valor === undefined ? null : Number(l.valor.toFixed(decimales)));

/** Answer that a client may keep and ask about; compressed, since it is figures. */
function responder(c: Context<EntornoApi>, cuerpo: unknown, etag: string): Response {
  const cabeceras = { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Cookie, Authorization, Accept-Encoding' };
  if (
    c.req
      .header('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(etag)
  )
    return new Response(null, { status: 304, headers: cabeceras });
  const texto = JSON.stringify(cuerpo);
  const tipo = { ...cabeceras, 'Content-Type': 'application/json; charset=utf-8' };
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return new Response(texto, { headers: tipo });
  return new Response(gzipSync(texto, { level: 9 }), { headers: { ...tipo, 'Content-Encoding': 'gzip' } });
}

const resumen = (i: Pick<IndicadorLeido, 'id' | 'codigo' | 'situacion' | 'estado'>) => ({
  id: i.id,
  codigo: i.codigo,
  nombre: i.estado.nombre,
  servicio: i.estado.servicio,
  sector: i.estado.sector,
  dimension: i.estado.dimension,
  unidad: i.estado.unidad,
  periodicidad: i.estado.periodicidad,
  captura: i.estado.captura,
  situacion: i.situacion,
});

/** Indicators and their figures: published periods for anybody; every figure sent, for who brings credentials. */
export function montarIndicadores(api: Api, deps: DepsApi): void {
  const { db } = deps;
  /** True for the public; a token that does not count is refused. */
  async function soloPublicado(c: Context<EntornoApi>): Promise<boolean | Response> {
    if (c.req.header('authorization') === undefined) return (await deps.resolverCookie(c.req.raw)) === undefined;
    const quien = await identificar(c.req.raw, deps);
    return quien instanceof Response ? quien : false;
  }
  async function cargar(c: Context<EntornoApi>, id: string): Promise<IndicadorLeido | Response> {
    const publico = await soloPublicado(c);
    if (publico instanceof Response) return publico;
    return (
      (await findIndicador(db, id, { soloPublicado: publico })) ??
      noExiste('No existe ese indicador, o no tiene periodos publicados.', 'Búsquelo en /api/v1/indicadores.')
    );
  }

  const lista = ruta({
    ...COMUN,
    path: '/indicadores',
    operationId: 'ListarIndicadores',
    summary: 'Indicadores de los servicios',
    request: {
      query: z.object({
        q: Palabra().optional(),
        sector: Palabra(40).optional().openapi({ example: 'minsa' }),
        servicio: IdApi.optional(),
        pagina: z.coerce.number({ error: 'Indique un número.' }).int('Indique un número entero.').min(1, 'La primera página es la 1.').max(10_000).default(1),
      }),
    },
    responses: json(z.object({ total: z.int(), filas: z.array(Resumen) })),
  });
  api.openapi(lista, async (c) => {
    const publico = await soloPublicado(c);
    if (publico instanceof Response) return publico;
    const { pagina, ...filtro } = c.req.valid('query');
    const r = await listarIndicadores(db, { ...filtro, soloPublicado: publico, pagina, tamano: POR_PAGINA });
    return c.json({ total: r.total, filas: r.filas.map(resumen) });
  });

  const uno = ruta({
    ...COMUN,
    path: '/indicadores/{id}',
    operationId: 'LeerIndicador',
    summary: 'Ficha, versiones y periodos con cifras de un indicador',
    request: { params: ParametroId },
    responses: json(Completo),
  });
  api.openapi(uno, async (c) => {
    const i = await cargar(c, c.req.valid('param').id);
    if (i instanceof Response) return i;
    const { acuerdos: _a, periodos, versiones, ...definicion } = i.estado;
    return c.json({
      ...resumen(i),
      definicion,
      versiones,
      periodos: i.periodos.map((p) => ({ periodo: p, publicado: periodos[p]?.situacion === 'publicado' })),
      categorias: categoriasDe(i.estado),
    });
  });

  const serie = ruta({
    ...COMUN,
    path: '/indicadores/{id}/serie',
    operationId: 'LeerSerieDeIndicador',
    summary: 'Valores de un territorio por periodo',
    request: { params: ParametroId, query: z.object({ territorio: Territorio.default('pe'), categoria: Palabra(200).default('') }) },
    responses: json(Serie),
  });
  api.openapi(serie, async (c) => {
    const i = await cargar(c, c.req.valid('param').id);
    if (i instanceof Response) return i;
    const { territorio, categoria } = c.req.valid('query');
    const posiciones = await posicionesDeCatalogo(db, deps.catalogo());
    const nivel = posiciones.nivelDe(territorio);
    if (nivel === undefined || !llegaA(i.estado.captura, nivel))
      return invalido('Ese indicador no tiene cifras de ese territorio.', `Indique un territorio hasta el nivel ${i.estado.captura}, por su código INEI.`);
    const puntos = (await leerSeries(db, i.id, i.estado, posiciones, { territorios: [territorio], categoria, periodo: 0 })).get(territorio) ?? [];
    const visibles = puntos.filter((x) => i.periodos.includes(x.periodo));
    return c.json({
      territorio,
      categoria,
      periodos: visibles.map((x) => x.periodo),
      valores: visibles.map((x) => redondo(x, i.estado.decimales)),
      estados: visibles.map((x) => x.estado),
      reportantes: visibles.map((x) => x.n),
    });
  });

  const mapa = ruta({
    ...COMUN,
    path: '/indicadores/{id}/mapa',
    operationId: 'LeerMapaDeIndicador',
    summary: 'Valores de todo un nivel en un periodo',
    request: {
      params: ParametroId,
      query: z.object({
        nivel: z.enum(NIVELES, { error: 'Indique pais, departamento, provincia o distrito.' }),
        periodo: PeriodoApi,
        categoria: Palabra(200).default(''),
        codigos: z.enum(['si', 'no'], { error: 'Indique «si» o «no».' }).default('si'),
      }),
    },
    responses: { ...json(MapaApi), 304: { description: 'No cambió desde el ETag indicado.' } },
  });
  api.openapi(mapa, async (c) => {
    const i = await cargar(c, c.req.valid('param').id);
    if (i instanceof Response) return i;
    const q = c.req.valid('query');
    const s = i.estado;
    const periodo = leerPeriodo(s.periodicidad, q.periodo);
    if (periodo === undefined) return invalido(`«${q.periodo}» no es un periodo de un indicador ${s.periodicidad}.`, 'Corrija el periodo.');
    if (!llegaA(s.captura, q.nivel)) return invalido(`Este indicador se recoge por ${s.captura}.`, 'Pida ese nivel o uno mayor.');
    if (!i.periodos.includes(periodo)) return noExiste('Ese periodo no tiene cifras a la vista.', 'Vea los periodos en la ficha del indicador.');
    const posiciones = await posicionesDeCatalogo(db, deps.catalogo());
    const m = await leerMapa(db, i.id, s, posiciones, { nivel: q.nivel, periodo, categoria: q.categoria, fin: finDe(s.periodicidad, periodo) });
    const codigos = posiciones.en(q.nivel);
    const lecturas = codigos.map((_, p) => m.de(p));
    const cuerpo = {
      nivel: q.nivel,
      periodo,
      version: m.version,
      publicado: s.periodos[periodo]?.situacion === 'publicado',
      ...coberturaDe(m, s.captura, posiciones, 'pe'),
      ...(q.codigos === 'si' ? { codigos } : {}),
      valores: lecturas.map((l) => redondo(l, s.decimales)),
      reservados: lecturas.flatMap((l, p) => (l.estado === 'reservado' ? [p] : [])),
    };
    return responder(c, cuerpo, `"${i.version}-${m.version}-${codigos.length}-${q.codigos}"`);
  });

  const calidad = ruta({
    ...COMUN,
    path: '/indicadores/{id}/calidad',
    operationId: 'LeerCalidadDeIndicador',
    summary: 'Quiénes han reportado un periodo, cuándo, y qué avisos tienen sus cifras',
    request: { params: ParametroId, query: z.object({ periodo: PeriodoApi, categoria: Palabra(200).default('') }) },
    responses: json(CalidadApi),
  });
  api.openapi(calidad, async (c) => {
    const publico = await soloPublicado(c);
    if (publico instanceof Response) return publico;
    const i = await cargar(c, c.req.valid('param').id);
    if (i instanceof Response) return i;
    const q = c.req.valid('query');
    const s = i.estado;
    const periodo = leerPeriodo(s.periodicidad, q.periodo);
    if (periodo === undefined) return invalido(`«${q.periodo}» no es un periodo de un indicador ${s.periodicidad}.`, 'Corrija el periodo.');
    if (!i.periodos.includes(periodo)) return noExiste('Ese periodo no tiene cifras a la vista.', 'Vea los periodos en la ficha del indicador.');
    const posiciones = await posicionesDeCatalogo(db, deps.catalogo());
    const plazo = plazoDe(s.periodos[periodo]);
    const [cumplimiento, avisos] = await Promise.all([
      leerCumplimiento(db, i.id, s, posiciones, { categoria: q.categoria, periodo, fin: finDe(s.periodicidad, periodo), plazo }),
      publico ? undefined : leerAvisos(db, i.id, s, posiciones, periodo),
    ]);
    const codigos = posiciones.en(s.captura);
    const niveles =
      s.captura === 'pais'
        ? (['pe'] as const)
        : [
            'pe',
            ...deps
              .catalogo()
              .departamentales()
              .map((t) => t.id),
          ];
    return c.json({
      periodo,
      plazo: plazo ?? null,
      territorios: [...cuentasPor(niveles, s, posiciones, cumplimiento, avisos)].map(([territorio, x]) => ({ territorio, ...x, avisos: x.avisos ?? null })),
      faltan: cumplimiento.flatMap((x) => (x.reporto ? [] : [codigos[x.pos] ?? ''])),
      avisos:
        avisos?.map((a) => ({
          territorio: codigos[a.pos] ?? '',
          categoria: a.categoria,
          regla: a.regla,
          reglas: a.reglas,
          reservado: a.reservado,
          valor: a.valor ?? null,
          menor: a.menor ?? null,
          mayor: a.mayor ?? null,
          reporte: a.de?.reporte ?? null,
          explicacion: a.explicacion?.texto ?? null,
        })) ?? null,
    });
  });
}
