import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import { sql } from 'kysely';
import { problema, respuestaProblema } from '../platform/http/problema.ts';
import { actosDe, montarActos } from './actos.ts';
import { montarCargas } from './cargas.ts';
import { montarCatalogos } from './catalogos.ts';
import { montarCuenta } from './cuenta.ts';
import { montarCuentas } from './cuentas.ts';
import type { DepsApi } from './deps.ts';
import { documentoOpenApi } from './documento-abierto.ts';
import { montarDocumentos } from './documentos.ts';
import { montarDocumentosGenerados } from './documentos-generados.ts';
import type { EntornoApi } from './entorno.ts';
import { alFallar, alValidar, noExiste } from './errores.ts';
import { montarEventos } from './eventos.ts';
import { montarExpedientes } from './expedientes.ts';
import { montarFirmas } from './firmas.ts';
import { montarImportaciones } from './importaciones.ts';
import { montarIndicadores } from './indicadores.ts';
import { paginaApi } from './pagina.ts';

/** Adds `/api/v1`, the readable page `/api` and `/healthz` to the application. After `montarSeguridad`. */
export function montarApi(app: Hono, deps: DepsApi): void {
  const v1 = new OpenAPIHono<EntornoApi>({ defaultHook: alValidar });
  v1.onError(alFallar(deps.log));
  montarActos(v1, deps);
  montarExpedientes(v1, deps);
  montarEventos(v1, deps);
  montarCatalogos(v1, deps);
  montarDocumentos(v1, deps);
  montarCuenta(v1, deps);
  montarCuentas(v1, deps);
  montarImportaciones(v1, deps);
  montarCargas(v1, deps);
  montarIndicadores(v1, deps);
  montarDocumentosGenerados(v1, deps);
  montarFirmas(v1, deps);

  const raiz = new OpenAPIHono<EntornoApi>();
  raiz.onError(alFallar(deps.log));
  raiz.route('/api/v1', v1);
  let documento: string | undefined;
  raiz.get('/api/v1/openapi.json', etag(), (c) => {
    documento ??= JSON.stringify(documentoOpenApi(raiz));
    return c.body(documento, 200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, max-age=300' });
  });
  // Writing it costs a quarter of a second: once, whoever asks.
  const nonceDePagina = randomUUID();
  let pagina: string | undefined;
  raiz.get('/api', async (c) => {
    pagina ??= String(await paginaApi(raiz, actosDe(deps), nonceDePagina));
    return c.html(pagina.replaceAll(nonceDePagina, c.get('nonce') ?? ''));
  });
  raiz.all('/api/*', () => noExiste('La API no tiene esa dirección.', 'Consulte las direcciones en /api.'));
  raiz.get('/healthz', async (c) => {
    try {
      await sql`select 1`.execute(deps.db);
      return c.json({ estado: 'en servicio' }, 200, { 'Cache-Control': 'no-store' });
    } catch {
      return respuestaProblema(
        problema('no_disponible', {
          motivo: 'La base de datos no responde.',
          remedio: 'Verifique que PostgreSQL esté en marcha y que DATABASE_URL sea correcta.',
        }),
      );
    }
  });
  app.route('/', raiz);
}
