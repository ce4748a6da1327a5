import { disposicion } from '../platform/http/archivo.ts';
import { type CasaDeDocumentos, cargarLegajo, componerDocumento, dibujar } from './generar.ts';
import { documentosDe } from './registro.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Our own content, shown by the browser's reader: it may draw, never run or fetch. */
const POLITICA = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; img-src data:; frame-ancestors 'none'";

export type RespuestaDeDocumento = { respuesta: Response } | { motivo: string; remedio: string; numeral?: string };

/**
 * Answer to `acta.pdf` or `acta.docx`, of the last version or of the one asked for. The ETag is the code of the text: when
 * it is known nothing is drawn.
 */
export async function responderDocumento(
  casa: CasaDeDocumentos,
  id: string,
  archivo: string,
  { version, ifNoneMatch }: { version?: string | null; ifNoneMatch?: string | null },
): Promise<RespuestaDeDocumento> {
  const partes = /^([a-z0-9~-]{1,60})\.(pdf|docx)$/.exec(archivo);
  const n = version ? Number(version) : undefined;
  if (!partes || (n !== undefined && (!Number.isInteger(n) || n < 1 || n > 2_000_000_000)))
    return { motivo: 'Ese documento no existe.', remedio: 'Ábralo desde su expediente.' };
  const [, tipo = '', formato] = partes;
  const legajo = await cargarLegajo(casa, id, n);
  const compuesto = legajo && componerDocumento(legajo, tipo, casa.direccionPublica);
  if (!legajo || !compuesto) {
    const falta = legajo && documentosDe(legajo).find((d) => d.tipo === tipo)?.falta;
    return falta ?? { motivo: 'El expediente no produce ese documento.', remedio: 'Ábralo desde su expediente.' };
  }
  const etag = `"${compuesto.codigo}-${formato}"`;
  const cabeceras = { ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Content-Type-Options': 'nosniff' };
  if (ifNoneMatch?.split(',').some((t) => t.trim().replace(/^W\//, '') === etag)) return { respuesta: new Response(null, { status: 304, headers: cabeceras }) };
  const d = await dibujar(casa, legajo, tipo, compuesto);
  const nombre = `${d.nombreArchivo}.${formato}`;
  const respuesta =
    formato === 'pdf'
      ? new Response(new Uint8Array(d.pdf), {
          headers: {
            ...cabeceras,
            'Content-Type': 'application/pdf',
            'Content-Security-Policy': POLITICA,
            'Content-Disposition': disposicion(nombre).replace(/^attachment/, 'inline'),
          },
        })
      : new Response(new Uint8Array(await d.docx()), { headers: { ...cabeceras, 'Content-Type': WORD, 'Content-Disposition': disposicion(nombre) } });
  return { respuesta };
}
