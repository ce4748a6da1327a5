import { Ilegible, Recolector } from './intercambio.datos.ts';
import { leerJson } from './intercambio.json.ts';
import { leerXml } from './intercambio.xml.ts';
import { agotar, decodificar, type Lectura } from './tabla.ts';

/** What the first character says; a table of text begins with neither. */
export function esIntercambio(bytes: Uint8Array): boolean {
  const inicio = decodificar(bytes.subarray(0, 200))
    .texto.replace(/^\ufeff/, '')
    .trimStart();
  return inicio.startsWith('<') || inicio.startsWith('{');
}

/** Turns an ADX message or a DHIS2 data value set into the rows of text that any file of figures has. */
export function* leerIntercambioPorPartes(bytes: Uint8Array): Generator<void, Lectura> {
  const texto = decodificar(bytes)
    .texto.replace(/^\ufeff/, '')
    .trimStart();
  if (/^<(!doctype )?html/i.test(texto))
    return { ok: false, motivo: 'El archivo es una página web, no una tabla.', remedio: 'Ábralo en la hoja de cálculo y guárdelo como XLSX o CSV.' };
  const datos = new Recolector();
  try {
    const forma = texto.startsWith('<') ? yield* leerXml(texto, datos) : yield* leerJson(texto, datos);
    return datos.tabla(forma);
  } catch (e) {
    if (e instanceof Ilegible) return { ok: false, motivo: e.message, remedio: e.remedio };
    throw e;
  }
}

/** Same, at once. */
export const leerIntercambio = (bytes: Uint8Array): Lectura => agotar(leerIntercambioPorPartes(bytes));
