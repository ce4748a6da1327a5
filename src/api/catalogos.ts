import { z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { NUMERALES, type Numeral } from '../directiva/numerales.datos.ts';
import { findNumeral, SECCIONES } from '../directiva/numerales.ts';
import { fechaDeLima } from '../kernel/calendario.ts';
import { listarCompetencias, listarEntidades, listarNormas, listarTerritorios } from '../lecturas/catalogos.ts';
import { findEntidad } from '../lecturas/entidades.ts';
import { CursorDeClave, Limite, paginaDe } from './cursor.ts';
import type { DepsApi } from './deps.ts';
import { type Api, ruta } from './entorno.ts';
import { noExiste } from './errores.ts';
import { Palabra, rechazos } from './esquemas.ts';

const nulo = () => z.string().nullable();
const Territorio = z
  .object({
    id: z.string(),
    nombre: z.string(),
    tipo: z.string(),
    padre: nulo(),
    departamental: nulo(),
    capital: nulo(),
    poblacion: z.int().nullable(),
    vigenteHasta: nulo(),
  })
  .openapi('Territorio');
const Entidad = z
  .object({
    id: z.string(),
    nombre: z.string(),
    sigla: nulo(),
    tipo: z.string(),
    nivel: z.string(),
    territorio: nulo(),
    sector: nulo(),
    nombrePorConfirmar: z.boolean(),
    vigenteDesde: nulo(),
    vigenteHasta: nulo(),
    sucesora: nulo(),
  })
  .openapi('Entidad');
const Referida = z.object({ id: z.string(), nombre: z.string() });
const EntidadCompleta = z
  .object({
    id: z.string(),
    nombre: z.string(),
    sigla: nulo(),
    tipo: z.string(),
    nivel: z.string(),
    nombrePorConfirmar: z.boolean(),
    vigenteDesde: nulo(),
    vigenteHasta: nulo(),
    territorio: Referida.nullable(),
    sector: Referida.nullable(),
    sucesora: Referida.nullable(),
    antecesoras: z.array(Referida.extend({ hasta: nulo() })),
    organos: z.array(z.object({ cargo: z.string(), nombre: z.string(), porConfirmar: z.boolean() })),
    cambios: z.array(z.object({ hecho: z.string(), ocurridoEl: z.string(), registradoEn: z.string(), cargo: z.string(), detalle: nulo() })),
  })
  .openapi('EntidadCompleta');
const Norma = z.object({ id: z.string(), nombre: z.string(), vigenteDesde: nulo(), vigenteHasta: nulo() }).openapi('Norma');
const Competencia = z
  .object({ clave: z.string(), norma: z.string(), texto: z.string(), materia: nulo(), nivel: nulo(), vigenteDesde: nulo(), vigenteHasta: nulo() })
  .openapi('Competencia');
const NumeralApi = z
  .object({
    numeral: z.string(),
    seccion: z.string(),
    titulo: z.string(),
    resumen: z.string(),
    texto: z.string(),
    tipo: z.string(),
    efecto: z.array(z.string()),
    actos: z.array(z.string()).openapi({ description: 'Actos que lo aplican.' }),
  })
  .openapi('Numeral');

const respuestas = (fila: z.ZodType, ...estados: (400 | 404)[]) => ({
  200: { description: 'Una página.', content: { 'application/json': { schema: fila } } },
  ...rechazos(...estados),
});
const lista = (fila: z.ZodType) => z.object({ filas: z.array(fila), siguiente: z.string().optional() });
const PAGINA = { q: Palabra().optional().openapi({ description: 'Palabras, sin importar tildes.' }), limite: Limite, cursor: CursorDeClave };
const COMUN = { tags: ['Catálogos públicos'], method: 'get' as const, security: [] };

/** Territory, entities, norms and the Directive: public, without credentials. */
export function montarCatalogos(api: Api, deps: DepsApi): void {
  for (const camino of ['/territorios', '/entidades', '/entidades/*', '/normas', '/competencias', '/directiva', '/directiva/*'])
    api.use(camino, etag(), async (c, next) => {
      await next();
      if (c.res.status === 200) c.header('Cache-Control', 'public, max-age=300');
    });
  const { db } = deps;

  const territorios = ruta({
    ...COMUN,
    path: '/territorios',
    operationId: 'ListarTerritorios',
    summary: 'Territorios por código INEI',
    request: {
      query: z.object({
        ...PAGINA,
        tipo: z.enum(['pais', 'departamento', 'ambito', 'provincia', 'distrito'], { error: 'Indique un tipo de territorio que exista.' }).optional(),
        padre: Palabra(10).optional().openapi({ example: '09' }),
      }),
    },
    responses: respuestas(lista(Territorio), 400),
  });
  api.openapi(territorios, async (c) => {
    const { limite, cursor, ...filtro } = c.req.valid('query');
    return c.json(paginaDe(await listarTerritorios(db, { ...filtro, desde: cursor, limite: limite + 1 }), limite, (t) => t.id));
  });

  const entidades = ruta({
    ...COMUN,
    path: '/entidades',
    operationId: 'ListarEntidades',
    summary: 'Entidades',
    request: {
      query: z.object({
        ...PAGINA,
        tipo: Palabra(40).optional().openapi({ example: 'municipalidad_provincial' }),
        territorio: Palabra(10).optional().openapi({ example: '0901' }),
        sector: Palabra(40).optional().openapi({ example: 'minsa' }),
        nivel: z.enum(['nacional', 'regional', 'provincial', 'distrital'], { error: 'Indique un nivel de gobierno.' }).optional(),
        porConfirmar: z
          .enum(['true', 'false'], { error: 'Indique «true» o «false».' })
          .optional()
          .openapi({ description: 'Con el nombre propio o el de un órgano por confirmar.' }),
      }),
    },
    responses: respuestas(lista(Entidad), 400),
  });
  api.openapi(entidades, async (c) => {
    const { limite, cursor, porConfirmar, ...filtro } = c.req.valid('query');
    return c.json(
      paginaDe(await listarEntidades(db, { ...filtro, porConfirmar: porConfirmar === 'true', desde: cursor, limite: limite + 1 }), limite, (e) => e.id),
    );
  });

  const entidad = ruta({
    ...COMUN,
    path: '/entidades/{id}',
    operationId: 'LeerEntidad',
    summary: 'Una entidad: vigencia, sucesión, órganos y cambios',
    request: { params: z.object({ id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'Indique el identificador de la entidad.') }) },
    responses: respuestas(EntidadCompleta, 400, 404),
  });
  api.openapi(entidad, async (c) => {
    const e = await findEntidad(db, c.req.valid('param').id, fechaDeLima(deps.ahora()));
    if (!e) return noExiste('No existe esa entidad.', 'Búsquela en /api/v1/entidades.');
    const { oficinas: _, ...publica } = e;
    return c.json(publica);
  });

  const normas = ruta({
    ...COMUN,
    path: '/normas',
    operationId: 'ListarNormas',
    summary: 'Normas',
    request: { query: z.object(PAGINA) },
    responses: respuestas(lista(Norma), 400),
  });
  api.openapi(normas, async (c) => {
    const { limite, cursor, ...filtro } = c.req.valid('query');
    return c.json(paginaDe(await listarNormas(db, { ...filtro, desde: cursor, limite: limite + 1 }), limite, (n) => n.id));
  });

  const competencias = ruta({
    ...COMUN,
    path: '/competencias',
    operationId: 'ListarCompetencias',
    summary: 'Competencias citables, por artículo y literal',
    request: {
      query: z.object({
        ...PAGINA,
        norma: Palabra(60).optional().openapi({ example: 'LOGR' }),
        nivel: Palabra(20).optional().openapi({ example: 'regional' }),
      }),
    },
    responses: respuestas(lista(Competencia), 400),
  });
  api.openapi(competencias, async (c) => {
    const { limite, cursor, ...filtro } = c.req.valid('query');
    return c.json(paginaDe(await listarCompetencias(db, { ...filtro, desde: cursor, limite: limite + 1 }), limite, (x) => x.clave));
  });

  montarDirectiva(api, deps);
}

function montarDirectiva(api: Api, deps: DepsApi): void {
  const porNumeral = new Map<string, string[]>();
  for (const a of deps.modulos.flatMap((m) => m.actos)) for (const n of a.numerales) porNumeral.set(n, [...(porNumeral.get(n) ?? []), a.nombre]);
  const conActos = (n: Numeral) => ({ ...n, seccion: SECCIONES[n.seccion], actos: porNumeral.get(n.numeral) ?? [] });

  const directiva = ruta({
    ...COMUN,
    path: '/directiva',
    operationId: 'LeerDirectiva',
    summary: 'La Directiva, numeral por numeral',
    responses: respuestas(z.object({ filas: z.array(NumeralApi) })),
  });
  api.openapi(directiva, (c) => c.json({ filas: NUMERALES.map(conActos) }));

  const numeral = ruta({
    ...COMUN,
    path: '/directiva/{numeral}',
    operationId: 'LeerNumeral',
    summary: 'Un numeral',
    request: { params: z.object({ numeral: z.string().max(20).openapi({ example: '8.13' }) }) },
    responses: respuestas(NumeralApi, 404),
  });
  api.openapi(numeral, (c) => {
    const n = findNumeral(c.req.valid('param').numeral);
    return n ? c.json(conActos(n)) : noExiste('La Directiva no tiene ese numeral.', 'Consulte /api/v1/directiva.');
  });
}
