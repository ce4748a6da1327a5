import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { sinEfecto } from './origen.ts';
import { problema, respuestaProblema } from './problema.ts';

const MIB = 1024 * 1024;

/** Most bytes of a JSON or form body without files. */
export const MAXIMO_CUERPO = 4 * MIB;
/** Most bytes of one file. */
export const MAXIMO_ARCHIVO = 20 * MIB;
/** A file with the wrapping of multipart around it. */
export const MAXIMO_ENVIO = MAXIMO_ARCHIVO + MIB;

/** Most bytes of a file of figures, and with its wrapping. */
export const MAXIMO_CARGA = 64 * MIB;
const MAXIMO_ENVIO_CARGA = MAXIMO_CARGA + MIB;
/** Where files of figures are sent: a page and its endpoint. */
const CARGAS = /^(\/indicadores\/[^/]+\/importar|\/api\/v1\/indicadores\/[^/]+\/cargas)$/;

/** The limit of each address: wider only where files of figures arrive. */
export function limitarSegunRuta(): MiddlewareHandler {
  const [comun, carga] = [limitarCuerpo(MAXIMO_ENVIO), limitarCuerpo(MAXIMO_ENVIO_CARGA)];
  return (c, next) => (CARGAS.test(c.req.path.replace(/\.data$/, '')) ? carga : comun)(c, next);
}

/** 413 for bodies over the limit, announced or not. @param bytes most bytes admitted */
export function limitarCuerpo(bytes: number): MiddlewareHandler {
  const cifra = Math.floor(bytes / MIB);
  const excedido = () =>
    respuestaProblema(
      problema('muy_grande', {
        motivo: `El envío excede el máximo de ${cifra} MB.`,
        remedio: 'Reduzca el contenido, o divídalo en varios envíos. Nada quedó registrado.',
      }),
      { Connection: 'close' },
    );
  const contar = bodyLimit({ maxSize: bytes, onError: excedido });
  return async (c, next) => {
    const { method, headers } = c.req.raw;
    if (sinEfecto(method)) return next();
    const anunciado = headers.get('content-length');
    // Node delivers at most what was announced. Counting means reading the body as a web stream, which costs more than the acto.
    if (anunciado !== null && !headers.has('transfer-encoding')) return Number(anunciado) <= bytes ? next() : excedido();
    return contar(c, next);
  };
}
