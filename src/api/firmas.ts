import { z } from '@hono/zod-openapi';
import { limitarCuerpo } from '../platform/http/limite.ts';
import { problema, problemaDeRechazo, respuestaProblema } from '../platform/http/problema.ts';
import { autenticar } from './autenticar.ts';
import type { DepsApi } from './deps.ts';
import { type Api, ruta } from './entorno.ts';
import { noExiste } from './errores.ts';
import { CON_CREDENCIALES, HuellaApi, ParametroId, RespuestaActo, rechazos } from './esquemas.ts';

const ParaFirmar = z
  .object({ base: HuellaApi, instante: z.iso.datetime(), digesto: HuellaApi })
  .openapi('FirmaPreparada', { description: '«digesto» es el sha-256 de lo que se firma (CAdES separado). «base» e «instante» se devuelven con la firma.' });

const FirmaApi = z
  .strictObject({
    base: HuellaApi,
    instante: z.iso.datetime({ error: 'Indique el instante que recibió al preparar.' }),
    cms: z.base64({ error: 'Indique el CMS en base64.' }).max(64 * 1024, 'La firma es demasiado grande.'),
  })
  .openapi('FirmaHecha');

const Verificada = z.object({
  campo: z.string(),
  clase: z.enum(['firma', 'sello']),
  resultado: z.enum(['VALIDO', 'NO_VALIDO', 'INDETERMINADO']),
  comprobaciones: z.array(z.object({ que: z.string(), resultado: z.enum(['bien', 'mal', 'dudoso', 'nota']), detalle: z.string() })),
  certificado: z.string().optional(),
  selladoEl: z.string().optional(),
  cubre: z.int(),
});

const Informe = z
  .object({ huella: HuellaApi, confianza: z.int(), firmas: z.array(Verificada), motivo: z.string().optional(), remedio: z.string().optional() })
  .openapi('InformeDeFirmas', { description: '«confianza»: raíces en la lista de esta instalación. Sin ninguna, las firmas quedan como INDETERMINADO.' });

/** Signing and verifying the documents; the acto itself is FirmarDocumento, with a file uploaded. */
export function montarFirmas(api: Api, deps: DepsApi): void {
  api.use('/expedientes/:id/firma', limitarCuerpo(128 * 1024));
  api.use('/expedientes/:id/firma', autenticar(deps));
  api.use('/expedientes/:id/firmas', autenticar(deps));

  const preparar = ruta({
    method: 'get',
    path: '/expedientes/{id}/firma',
    tags: ['Firmas'],
    operationId: 'PrepararFirma',
    summary: 'Preparar la firma de la oficina',
    description: 'Para firmar sin bajar el documento: la clave queda donde está, y aquí solo llega la firma. Vale quince minutos.',
    security: CON_CREDENCIALES,
    request: { params: ParametroId },
    responses: { 200: { description: 'Lo que se firma.', content: { 'application/json': { schema: ParaFirmar } } }, ...rechazos(400, 401, 403, 404, 409) },
  });
  api.openapi(preparar, async (c) => {
    const r = await deps.firmas.preparar(c.get('quien'), c.req.valid('param').id);
    if (!r.ok) return respuestaProblema(problemaDeRechazo(r));
    return c.json({ base: r.base, instante: r.instante, digesto: r.digesto }, 200, { 'Cache-Control': 'no-store' });
  });

  const firmar = ruta({
    method: 'post',
    path: '/expedientes/{id}/firma',
    tags: ['Firmas'],
    operationId: 'RegistrarFirmaHecha',
    summary: 'Entregar una firma hecha sobre lo preparado',
    description: 'Ayni la incrusta en el documento, la verifica y registra el acto FirmarDocumento. Necesita Idempotency-Key.',
    security: CON_CREDENCIALES,
    request: { params: ParametroId, body: { required: true, content: { 'application/json': { schema: FirmaApi } } } },
    responses: {
      200: { description: 'Registrada.', content: { 'application/json': { schema: RespuestaActo } } },
      ...rechazos(400, 401, 403, 404, 409, 413, 422),
    },
  });
  api.openapi(firmar, async (c) => {
    const clave = c.req.header('idempotency-key');
    if (!clave || clave.length > 200)
      return respuestaProblema(
        problema('falta_clave', { motivo: 'Falta la cabecera Idempotency-Key.', remedio: 'Envíe una clave nueva por cada firma, de hasta 200 caracteres.' }),
      );
    const { base, instante, cms } = c.req.valid('json') as z.output<typeof FirmaApi>;
    const r = await deps.firmas.firmar(c.get('quien'), c.req.valid('param').id, { base, instante, cms: Buffer.from(cms, 'base64'), clave });
    if (!r.ok) return respuestaProblema(problemaDeRechazo(r));
    const { ok: _ok, ...cuerpo } = r;
    return c.json(cuerpo, 200);
  });

  const verificar = ruta({
    method: 'get',
    path: '/expedientes/{id}/firmas',
    tags: ['Firmas'],
    operationId: 'VerificarFirmas',
    summary: 'Verificar las firmas de un documento',
    description: 'Cada firma, comprobación por comprobación. Los nombres de las personas están en el propio documento y no se repiten aquí.',
    security: CON_CREDENCIALES,
    request: { params: ParametroId },
    responses: { 200: { description: 'El informe.', content: { 'application/json': { schema: Informe } } }, ...rechazos(400, 401, 404) },
  });
  api.openapi(verificar, async (c) => {
    const r = await deps.firmas.informe(c.req.valid('param').id);
    if (!r) return noExiste('No hay un documento oficial con ese identificador.', 'Búsquelo en /expedientes?tipo=documento.');
    const { validacion: v, confianza, documento } = r;
    if (!v.legible) return c.json({ huella: documento.vigente, confianza, firmas: [], motivo: v.motivo, remedio: v.remedio }, 200);
    const firmas = v.firmas.map(({ campo, clase, resultado, comprobaciones, certificado, selladoEl, cubre }) => ({
      campo,
      clase,
      resultado,
      comprobaciones,
      certificado,
      selladoEl,
      cubre,
    }));
    return c.json({ huella: v.huella, confianza, firmas }, 200);
  });
}
