import { z } from '@hono/zod-openapi';
import { recibirArchivo } from '../platform/http/archivo.ts';
import { descarga, puedeLeer } from '../platform/http/descarga.ts';
import { limitarCuerpo, MAXIMO_ARCHIVO, MAXIMO_ENVIO } from '../platform/http/limite.ts';
import { problema, respuestaProblema } from '../platform/http/problema.ts';
import { autenticar } from './autenticar.ts';
import type { DepsApi } from './deps.ts';
import { type Api, ruta } from './entorno.ts';
import { noExiste } from './errores.ts';
import { CON_CREDENCIALES, HuellaApi, rechazos } from './esquemas.ts';

const Subido = z
  .object({ huella: HuellaApi, nombre: z.string(), tipo: z.string(), tamano: z.int().openapi({ description: 'En bytes.' }) })
  .openapi('DocumentoSubido', { description: '«huella» (sha-256) es lo que los actos citan. Sin citar, se descarta a los siete días.' });

const CAMPO = 'archivo';
const CODIGO = { vacio: 'datos_invalidos', grande: 'muy_grande', tipo: 'tipo_no_admitido' } as const;

/** Upload first, then the acto that cites the huella. */
export function montarDocumentos(api: Api, deps: DepsApi): void {
  api.use('/documentos', limitarCuerpo(MAXIMO_ENVIO));
  api.use('/documentos', autenticar(deps));
  api.use('/documentos/*', autenticar(deps));
  const subir = ruta({
    method: 'post',
    path: '/documentos',
    tags: ['Documentos'],
    operationId: 'SubirDocumento',
    summary: 'Subir un archivo',
    description: `PDF sin cifrar, PNG, JPEG, DOCX, XLSX, CSV o texto UTF-8, de hasta ${MAXIMO_ARCHIVO / 1024 / 1024} MB. El tipo se reconoce por el contenido, no por el nombre.`,
    security: CON_CREDENCIALES,
    request: {
      body: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: z.object({
              [CAMPO]: z.instanceof(File, { error: 'Adjunte un archivo en el campo «archivo».' }).openapi({ type: 'string', format: 'binary' }),
            }),
          },
        },
      },
    },
    responses: {
      201: { description: 'Guardado en cuarentena, a nombre de quien lo subió.', content: { 'application/json': { schema: Subido } } },
      ...rechazos(400, 401, 403, 413, 415),
    },
  });
  api.openapi(subir, async (c) => {
    const recibido = await recibirArchivo(c.req.valid('form')[CAMPO] as File);
    if ('motivo' in recibido) return respuestaProblema(problema(CODIGO[recibido.falla], { campo: CAMPO, motivo: recibido.motivo, remedio: recibido.remedio }));
    const { bytes, nombre, tipo } = recibido;
    const huella = await deps.guardarDocumento(bytes, nombre, tipo, c.get('quien'));
    return c.json({ huella, nombre, tipo, tamano: bytes.length }, 201, { Location: `/api/v1/documentos/${huella}` });
  });

  const bajar = ruta({
    method: 'get',
    path: '/documentos/{huella}',
    tags: ['Documentos'],
    operationId: 'BajarDocumento',
    summary: 'Bajar un archivo',
    description: 'Para quien lo subió y, una vez citado en un expediente, para las oficinas.',
    security: CON_CREDENCIALES,
    request: { params: z.object({ huella: HuellaApi }) },
    responses: {
      200: { description: 'El archivo, tal como se subió.', content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
      ...rechazos(400, 401, 404),
    },
  });
  api.openapi(bajar, async (c) => {
    const { huella } = c.req.valid('param');
    const d = await deps.leerDocumento(huella);
    // Not allowed looks like not existing: a hash must not reveal that somebody else holds the file.
    if (!d || !puedeLeer(d, c.get('quien')))
      return noExiste('No hay un documento con esa huella a su alcance.', 'Verifique la huella en el expediente que lo cita.');
    return descarga(d, c.req.header('if-none-match'));
  });
}
