import type { Solicitante } from '../contrato.ts';
import type { Documento } from '../documentos.ts';
import { disposicion } from './archivo.ts';

/** A file in quarantine belongs to who uploaded it; cited, to the case, save what is personal. */
export function puedeLeer(d: Pick<Documento, 'subidoPor' | 'citado' | 'visibilidad'>, quien: Solicitante): boolean {
  return d.subidoPor === quien.actor.persona || (d.citado && d.visibilidad !== 'personal');
}

/** A stored file never runs: attachment, no sniffing, empty sandbox. */
export function descarga(d: Documento, ifNoneMatch?: string): Response {
  const etag = `"${d.huella}"`;
  const cabeceras = {
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
  };
  if (ifNoneMatch?.split(',').some((t) => t.trim().replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers: cabeceras });
  return new Response(d.bytes, {
    headers: { ...cabeceras, 'Content-Type': d.tipo, 'Content-Length': String(d.bytes.length), 'Content-Disposition': disposicion(d.nombre) },
  });
}
