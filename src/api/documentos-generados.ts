import { z } from '@hono/zod-openapi';
import { type CasaDeDocumentos, cargarLegajo } from '../documentos/generar.ts';
import { documentosDe } from '../documentos/registro.ts';
import { responderDocumento } from '../documentos/respuesta.ts';
import { verificar } from '../documentos/verificar.ts';
import type { DepsApi } from './deps.ts';
import { type Api, ruta } from './entorno.ts';
import { noExiste } from './errores.ts';
import { CON_CREDENCIALES, ParametroId, rechazos } from './esquemas.ts';

const Posible = z
  .object({
    tipo: z.string(),
    nombre: z.string(),
    numerales: z.array(z.string()),
    proyecto: z.boolean(),
    falta: z.object({ numeral: z.string(), motivo: z.string(), remedio: z.string() }).optional(),
  })
  .openapi('DocumentoPosible', { description: '«falta» dice por qué aún no se puede producir; sin ella, pídalo como «tipo».pdf o «tipo».docx.' });

const Verificacion = z
  .object({
    codigo: z.string(),
    publico: z.boolean(),
    demo: z.boolean(),
    titulo: z.string().optional(),
    expediente: z.string().optional(),
    version: z.int().optional(),
    fecha: z.string().optional(),
    estado: z.string().optional(),
    huella: z.string(),
  })
  .openapi('Verificacion', { description: 'De un documento reservado solo se dice que existe y la huella de su PDF.' });

const binario = (tipo: string) => ({ [tipo]: { schema: z.string().openapi({ format: 'binary' }) } });

/** Documents that a record writes, and the public check of their codes. After `montarExpedientes`, which authenticates its paths. */
export function montarDocumentosGenerados(api: Api, deps: DepsApi): void {
  const casa: CasaDeDocumentos = {
    db: deps.db,
    registro: { modulo: (tipo) => deps.modulos.find((m) => m.tipo === tipo) },
    catalogo: deps.catalogo,
    ahora: deps.ahora,
    direccionPublica: deps.direccionPublica,
  };
  const comun = { tags: ['Documentos'], security: CON_CREDENCIALES };
  const listar = ruta({
    ...comun,
    method: 'get',
    path: '/expedientes/{id}/documentos',
    operationId: 'ListarDocumentosDeExpediente',
    summary: 'Documentos que el expediente produce',
    request: { params: ParametroId },
    responses: {
      200: { description: 'Los documentos, disponibles o no.', content: { 'application/json': { schema: z.object({ documentos: z.array(Posible) }) } } },
      ...rechazos(400, 401, 404),
    },
  });
  api.openapi(listar, async (c) => {
    const legajo = await cargarLegajo(casa, c.req.valid('param').id);
    return legajo
      ? c.json({ documentos: documentosDe(legajo) })
      : noExiste('No existe un expediente con ese identificador.', 'Búsquelo en /api/v1/expedientes.');
  });

  const bajar = ruta({
    ...comun,
    method: 'get',
    path: '/expedientes/{id}/documentos/{archivo}',
    operationId: 'BajarDocumentoDeExpediente',
    summary: 'Un documento del expediente, en PDF o DOCX',
    description: 'El mismo estado da los mismos bytes de PDF; ETag es el código impreso. Con «version», el documento tal como era entonces.',
    request: {
      params: ParametroId.extend({ archivo: z.string().max(70).openapi({ example: 'acta.pdf' }) }),
      query: z.object({ version: z.coerce.number({ error: 'Indique un número de versión.' }).int().min(1).max(2_000_000_000).optional() }),
    },
    responses: {
      200: {
        description: 'El documento.',
        content: { ...binario('application/pdf'), ...binario('application/vnd.openxmlformats-officedocument.wordprocessingml.document') },
      },
      304: { description: 'Sin cambios.' },
      ...rechazos(400, 401, 404),
    },
  });
  api.openapi(bajar, async (c) => {
    const { id, archivo } = c.req.valid('param');
    const { version } = c.req.valid('query');
    const r = await responderDocumento(casa, id, archivo, {
      version: version === undefined ? null : String(version),
      ifNoneMatch: c.req.header('if-none-match'),
    });
    return 'respuesta' in r ? r.respuesta : noExiste(r.motivo, r.remedio);
  });

  const comprobar = ruta({
    tags: ['Documentos'],
    method: 'get',
    path: '/verificar/{codigo}',
    operationId: 'VerificarDocumento',
    summary: 'Qué documento lleva un código',
    description: 'Pública. Para saber si un archivo está íntegro, compare su sha-256 con «huella».',
    security: [],
    request: { params: z.object({ codigo: z.string().max(40).openapi({ example: 'K7PM-3XQ9-TV2H' }) }) },
    responses: { 200: { description: 'Lo que se puede saber de él.', content: { 'application/json': { schema: Verificacion } } }, ...rechazos(404) },
  });
  api.openapi(comprobar, async (c) => {
    const d = await verificar(deps.db, c.req.valid('param').codigo);
    if (!d) return noExiste('No hay ningún documento con ese código.', 'Compruebe que lo escribió como está impreso.');
    return c.json(d, 200, { 'Cache-Control': 'no-store' });
  });
}
