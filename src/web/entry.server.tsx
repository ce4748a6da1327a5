import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router';
import { depsDe } from './contexto.ts';

export const streamTimeout = 5_000;

/** Renders the whole page before answering: pages do not stream, so an error still gets its own status. */
export default function handleRequest(
  request: Request,
  estado: number,
  cabeceras: Headers,
  contextoRr: EntryContext,
  contexto: RouterContextProvider,
): Promise<Response> {
  const { nonce } = depsDe(contexto);
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={contextoRr} url={request.url} nonce={nonce} />, {
      nonce,
      onAllReady() {
        clearTimeout(limite);
        cabeceras.set('Content-Type', 'text/html; charset=utf-8');
        cabeceras.set('Cache-Control', 'private, no-cache');
        const cuerpo = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(cuerpo), { status: estado, headers: cabeceras }));
        pipe(cuerpo);
      },
      onShellError: reject,
    });
    const limite = setTimeout(() => abort(), streamTimeout + 1000);
  });
}
