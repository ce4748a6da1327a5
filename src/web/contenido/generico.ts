import { dmy, esFecha } from '../../kernel/calendario.ts';
import { enPalabras, nombreDeValor } from '../etiquetas.ts';
import { numero } from '../formato.ts';
import type { Nombres } from './nombres.ts';
import { datos, grupo, lista, tabla, texto, type Vista } from './vista.ts';

type Etiquetas = Readonly<Record<string, string>>;

/** Labels of the fields of an acto, or of all those of its module. */
export type EtiquetasDe = (acto?: string) => Etiquetas;

interface Nodo {
  title?: string;
  properties?: Record<string, Nodo>;
  items?: Nodo;
}

/** Labels of the fields by name, from the schemas of the actos of a module. */
export function etiquetasDe(esquemas: readonly Record<string, unknown>[]): Etiquetas {
  const salida: Record<string, string> = {};
  const recorrer = (n: Nodo): void => {
    for (const [clave, hijo] of Object.entries(n.properties ?? {})) {
      if (hijo.title) salida[clave] ??= hijo.title;
      recorrer(hijo);
    }
    if (n.items) recorrer(n.items);
  };
  for (const e of esquemas) recorrer(e as Nodo);
  return salida;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HUELLA = /^[0-9a-f]{64}$/;
const ENTIDADES = new Set(['entidad', 'sector', 'responsable', 'propuestoPor', 'gobierno', 'otrosSectores', 'entidades', 'sucesora']);
const TERRITORIOS = new Set(['territorio', 'departamental']);
const OCULTAS = new Set(['id', 'v', 'huella']);

function valor(clave: string, v: unknown, n: Nombres, etiquetas: Etiquetas): Vista | undefined {
  if (v === null || v === undefined || v === '') return undefined;
  if (typeof v === 'boolean') return texto(v ? 'Sí' : 'No');
  if (typeof v === 'number') return texto(numero(v));
  if (typeof v === 'string') return cadena(clave, v, n);
  if (Array.isArray(v)) return v.length === 0 ? undefined : arreglo(clave, v, n, etiquetas);
  const pares = objeto(v as Record<string, unknown>, n, etiquetas);
  return pares.length > 0 ? datos(pares) : undefined;
}

function cadena(clave: string, v: string, n: Nombres): Vista | undefined {
  if (HUELLA.test(v)) return undefined;
  if (UUID.test(v)) return n.expediente(v);
  if (esFecha(v)) return texto(dmy(v));
  if (ENTIDADES.has(clave)) return texto(n.entidad(v));
  if (TERRITORIOS.has(clave)) return texto(n.territorio(v));
  return texto(/^[a-z][a-z_]*$/.test(v) || clave === 'cargo' ? nombreDeValor(v) : v, true);
}

function arreglo(clave: string, v: readonly unknown[], n: Nombres, etiquetas: Etiquetas): Vista {
  const filas = v.filter((x): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x));
  if (filas.length === 0) return lista(v.map((x) => valor(clave, x, n, etiquetas) ?? texto('')));
  const claves = enOrden([...new Set(filas.flatMap((f) => Object.keys(f)))], etiquetas).filter(
    (k) => !OCULTAS.has(k) && filas.some((f) => valor(k, f[k], n, etiquetas) !== undefined),
  );
  return tabla(
    etiquetas[clave] ?? enPalabras(clave),
    claves.map((k) => ({ titulo: etiquetas[k] ?? enPalabras(k), num: filas.every((f) => f[k] === undefined || typeof f[k] === 'number') })),
    filas.map((f) => claves.map((k) => valor(k, f[k], n, etiquetas) ?? texto(''))),
  );
}

/** Keys in the order of the form: a stored state has them by the alphabet. */
function enOrden(claves: readonly string[], etiquetas: Etiquetas): string[] {
  const orden = new Map(Object.keys(etiquetas).map((k, i) => [k, i]));
  return [...claves].sort((a, b) => (orden.get(a) ?? orden.size) - (orden.get(b) ?? orden.size));
}

/** Label and value of each field with something to show. */
export function objeto(o: Record<string, unknown>, n: Nombres, etiquetas: Etiquetas): [string, Vista][] {
  return enOrden(Object.keys(o), etiquetas).flatMap((k): [string, Vista][] => {
    const vista = OCULTAS.has(k) ? undefined : valor(k, o[k], n, etiquetas);
    return vista ? [[etiquetas[k] ?? enPalabras(k), vista]] : [];
  });
}

/** Same, with the tables at full width under the rest. */
export function conTablas(o: Record<string, unknown>, n: Nombres, etiquetas: Etiquetas): Vista {
  const partes = objeto(o, n, etiquetas);
  const sueltos = partes.filter(([, v]) => v.clase !== 'tabla');
  const tablas = partes.filter(([, v]) => v.clase === 'tabla');
  return grupo([...(sueltos.length > 0 ? [[undefined, datos(sueltos)] as const] : []), ...tablas.map(([, v]) => [undefined, v] as const)]);
}

/** A whole state by the labels of its forms: what is shown of a kind without a view of its own. */
export function vistaGenerica(estado: unknown, n: Nombres, etiquetas: Etiquetas): Vista {
  return datos(objeto((estado ?? {}) as Record<string, unknown>, n, etiquetas));
}
