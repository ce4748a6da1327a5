import type { Captura } from '../../indicador/indicador.ts';
import { codigosDe, type Mapeo, pasaFiltros } from './mapeo.ts';
import type { Tabla } from './tabla.ts';
import { codigoEscrito, type Lugares, territorioDe } from './territorios.ts';

/** Codes of another system: how to get those of INEI out of it, and which ones whoever imports may name one by one. */
export function ajenosDeMensaje(t: Tabla, m: Mapeo, captura: Captura, l: Lugares): { remedio: string; desconocidos: { escrito: string; filas: number }[] } {
  const cura =
    'En DHIS2, exporte con orgUnitIdScheme=code cuando el código de cada unidad sea el INEI, o con orgUnitIdScheme=name para identificarlas por su nombre. Si son pocas, diga a qué territorio corresponde cada una.';
  const veces = new Map<string, number>();
  const pasa = pasaFiltros(t, m);
  for (let i = 0; i < t.filas.length; i++) {
    const f = t.filas.en(i);
    if (!pasa(f)) continue;
    for (const { codigo } of codigosDe(t, m, [f])) {
      const escrito = codigoEscrito(codigo, captura);
      if (m.sistema === 'nombres' || escrito === undefined || territorioDe(escrito, m.sistema, captura, l) === undefined)
        veces.set(codigo, (veces.get(codigo) ?? 0) + 1);
    }
  }
  return { remedio: cura, desconocidos: [...veces].map(([escrito, filas]) => ({ escrito, filas })) };
}

/**
 * Parts of a total in a message, when they are to be added up: each once, and never beside a total. Says why a row is not one more part.
 */
export function partesDeMensaje(t: Tabla, m: Mapeo): ((clave: string, f: readonly string[]) => string | undefined) | undefined {
  if (!t.dimensiones || m.repetidas !== 'sumar') return undefined;
  const columnas = t.dimensiones.slice(1).flatMap((d) => (d.columna === m.categoria ? [] : [t.cabeceras.indexOf(d.columna)]));
  const vistas = new Map<string, { forma: string; partes: Set<string> }>();
  return (clave, f) => {
    const parte = JSON.stringify(columnas.map((c) => f[c]));
    const forma = columnas.filter((c) => f[c] !== '').join();
    const v = vistas.get(clave);
    if (!v) vistas.set(clave, { forma, partes: new Set([parte]) });
    else if (v.forma !== forma) return 'Mezcla un total con sus partes: elija uno de los dos en los filtros.';
    else if (v.partes.has(parte)) return 'Repite un dato con las mismas características: no es otra parte del total.';
    else v.partes.add(parte);
    return undefined;
  };
}

/** In a message the denominator is another data element: that of the same unit, period and dimensions, if it is there once. */
export function denominadoresDeMensaje(t: Tabla, m: Mapeo): ((f: readonly string[]) => string | undefined) | undefined {
  const elemento = t.dimensiones?.[0];
  if (!elemento || !m.denominador) return undefined;
  const ajenas = ['value', 'comment', 'dataSet', elemento.columna];
  const columnas = t.cabeceras.flatMap((c, i) => (ajenas.includes(c) ? [] : [i]));
  const [iElemento, iValor] = [t.cabeceras.indexOf(elemento.columna), t.cabeceras.indexOf(m.valor)];
  const claveDe = (f: readonly string[]) => JSON.stringify(columnas.map((c) => f[c]));
  const valores = new Map<string, string>();
  for (let i = 0; i < t.filas.length; i++) {
    const f = t.filas.en(i);
    if (f[iElemento] === m.denominador) valores.set(claveDe(f), valores.has(claveDe(f)) ? '' : (f[iValor] as string));
  }
  return (f) => valores.get(claveDe(f));
}
