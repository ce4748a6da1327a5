import { z } from '@hono/zod-openapi';
import type { Mensaje } from '../platform/eventos.ts';
import { problema, respuestaProblema } from '../platform/http/problema.ts';
import type { DepsApi } from './deps.ts';
import { type Api, ruta } from './entorno.ts';
import { noExiste } from './errores.ts';
import { CON_CREDENCIALES, ParametroId, rechazos } from './esquemas.ts';

/** Sign of life, so that neither side nor what lies between takes a quiet connection for a dead one. */
const LATIDO = 15_000;
/** A stream ends after this and the screen comes back with its last version: whoever lost access does not stay. */
const VIDA = 10 * 60_000;
/** Streams of one account at once. */
const MAXIMO = 40;

const CABECERAS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
};
const bytes = new TextEncoder();
const VIVO = bytes.encode(': latido\n\n');
const VOLVER = bytes.encode('retry: 1500\n\n');

/** Whole number that the reconnecting browser sends back, if any. */
const versionVista = (cabecera: string | undefined, parametro: number | undefined): number | undefined =>
  cabecera !== undefined && /^\d{1,9}$/.test(cabecera) ? Number(cabecera) : parametro;

/** Changes of an expediente as they happen, by server-sent events. Who may read it may listen. After `montarExpedientes`, which authenticates. */
export function montarEventos(api: Api, deps: DepsApi): void {
  const abiertos = new Map<string, number>();
  const eventos = ruta({
    tags: ['Lecturas'],
    security: CON_CREDENCIALES,
    method: 'get',
    path: '/expedientes/{id}/eventos',
    operationId: 'EscucharExpediente',
    summary: 'Cambios de un expediente, a medida que ocurren',
    description:
      'Flujo `text/event-stream`. Cada evento `cambio` trae la versión y los hechos nuevos; su `id` es la versión. Al reconectarse con `Last-Event-ID` (o `desde`) se recibe lo ocurrido desde entonces; si es demasiado llega `incompleto` y conviene leer el expediente. El flujo se cierra cada diez minutos: vuelva a conectarse.',
    request: {
      params: ParametroId,
      query: z.object({
        desde: z.coerce.number({ error: 'Indique una versión.' }).int().min(0).optional().openapi({ description: 'Versión que usted tiene.' }),
        contenido: z
          .enum(['si', 'no'], { error: 'Indique «si» o «no».' })
          .default('no')
          .openapi({ description: 'Con «si», cada hecho llega con su contenido canónico.' }),
      }),
    },
    responses: { 200: { description: 'El flujo.', content: { 'text/event-stream': { schema: z.string() } } }, ...rechazos(400, 401, 404) },
  });
  api.openapi(eventos, async (c) => {
    const { cuenta } = c.get('quien');
    const previos = abiertos.get(cuenta) ?? 0;
    if (previos >= MAXIMO)
      return respuestaProblema(
        problema('no_disponible', {
          motivo: `Su cuenta ya tiene ${MAXIMO} pantallas en vivo abiertas.`,
          remedio: 'Cierre las que no usa; mientras tanto puede recargar la página para ver lo nuevo.',
        }),
        { 'Retry-After': '30' },
      );
    const { desde, contenido } = c.req.valid('query');
    const flujo = nuevoFlujo(contenido === 'si');
    abiertos.set(cuenta, previos + 1);
    flujo.alCerrar(() => {
      const quedan = (abiertos.get(cuenta) ?? 1) - 1;
      if (quedan > 0) abiertos.set(cuenta, quedan);
      else abiertos.delete(cuenta);
    });
    try {
      const dejar = await deps.eventos.escuchar(c.req.valid('param').id, versionVista(c.req.header('last-event-id'), desde), flujo);
      if (!dejar) {
        flujo.terminar();
        return noExiste('No existe un expediente con ese identificador.', 'Búsquelo en /api/v1/expedientes.');
      }
      flujo.alCerrar(dejar);
    } catch (e) {
      flujo.terminar();
      throw e;
    }
    return c.body(flujo.cuerpo, 200, CABECERAS);
  });
}

/** Body of the answer: what is told goes out as it comes, with a sign of life in between. */
function nuevoFlujo(completo: boolean) {
  const alCerrar: (() => void)[] = [];
  let control: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cerrado = false;
  const cerrar = () => {
    if (cerrado) return;
    cerrado = true;
    clearInterval(latido);
    clearTimeout(fin);
    for (const hacer of alCerrar) hacer();
  };
  const terminar = () => {
    if (cerrado) return;
    cerrar();
    try {
      control?.close();
    } catch {
      // Already closed by the other side.
    }
  };
  const enviar = (b: Uint8Array) => {
    // A screen that stopped reading is let go: it comes back by itself with its last version.
    if (!control || cerrado) return;
    if ((control.desiredSize ?? 0) < -2_000_000) return terminar();
    control.enqueue(b);
  };
  const cuerpo = new ReadableStream<Uint8Array>(
    {
      start: (c) => {
        control = c;
        c.enqueue(VOLVER);
      },
      cancel: cerrar,
    },
    { highWaterMark: 65_536, size: (b) => b?.byteLength ?? 0 },
  );
  const latido = setInterval(() => enviar(VIVO), LATIDO);
  const fin = setTimeout(terminar, VIDA);
  latido.unref();
  fin.unref();
  return {
    cuerpo,
    terminar,
    recibir: (m: Mensaje) => enviar(completo ? m.completo() : m.breve()),
    alCerrar: (hacer: () => void) => {
      if (cerrado) hacer();
      else alCerrar.push(hacer);
    },
  };
}
