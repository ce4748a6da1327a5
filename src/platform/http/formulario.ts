import type { MiddlewareHandler } from 'hono';
import { MAXIMO_CUERPO } from './limite.ts';
import { sinEfecto } from './origen.ts';
import { problema, respuestaProblema } from './problema.ts';

/** Most fields of a form: the longest of ours has some hundreds. */
const MAXIMO_CAMPOS = 5_000;
/** Most bytes of the headers of one part; a file name is among them. */
const MAXIMO_CABECERA = 8 * 1024;
const AMPERSAND = 0x26;
const FIN_DE_CABECERA = '\r\n\r\n';

/**
 * Refuses forms with thousands of fields or endless part headers before anything parses them: the parsers of the
 * platform take minutes over a few megabytes of `a&a&a&…`, and the sign-in page takes forms from anybody.
 */
export function limitarFormulario(): MiddlewareHandler {
  return async (c, next) => {
    const { method, headers, url } = c.req.raw;
    const tipo = headers.get('content-type') ?? '';
    const simple = /^\s*application\/x-www-form-urlencoded\b/i.test(tipo);
    if (sinEfecto(method) || !(simple || /^\s*multipart\//i.test(tipo))) return next();
    const cuerpo = Buffer.from(await c.req.raw.arrayBuffer());
    if (simple ? excedeSimple(cuerpo) : excedePartes(cuerpo, /\bboundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(tipo)))
      return respuestaProblema(
        problema('muy_grande', {
          motivo: 'El formulario trae más campos o más texto de lo que se admite.',
          remedio: 'Envíe menos filas a la vez. Nada quedó registrado.',
        }),
        { Connection: 'close' },
      );
    const enteras = new Headers(headers);
    enteras.delete('transfer-encoding'); // now whole, whatever way it came: a later limit need not count it again
    enteras.set('content-length', String(cuerpo.length));
    c.req.raw = new Request(url, { method, headers: enteras, body: cuerpo });
    return next();
  };
}

function excedeSimple(cuerpo: Buffer): boolean {
  if (cuerpo.length > MAXIMO_CUERPO) return true;
  let campos = 0;
  for (let en = cuerpo.indexOf(AMPERSAND); en >= 0; en = cuerpo.indexOf(AMPERSAND, en + 1)) if (++campos >= MAXIMO_CAMPOS) return true;
  return false;
}

function excedePartes(cuerpo: Buffer, frontera: RegExpExecArray | null): boolean {
  const marca = Buffer.from(`--${frontera?.[1] ?? frontera?.[2] ?? ''}`);
  let partes = 0;
  for (let en = cuerpo.indexOf(marca); en >= 0; en = cuerpo.indexOf(marca, en + marca.length)) {
    const cabecera = cuerpo.subarray(en, en + MAXIMO_CABECERA);
    if (++partes > MAXIMO_CAMPOS || (cabecera.length === MAXIMO_CABECERA && !cabecera.includes(FIN_DE_CABECERA))) return true;
  }
  return false;
}
