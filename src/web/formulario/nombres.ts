import type { Catalogo, Entidad, Territorio } from '../../kernel/tipos.ts';
import type { Opcion } from './opciones.fuente.ts';

/** Lower case, without accents or punctuation: how names are compared. */
export function llano(texto: string): string {
  return texto
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

interface Indice {
  opciones: readonly (Opcion & { tipo: string; llano: string; vigente: boolean })[];
  porTexto: ReadonlyMap<string, string>;
}

const entidades = new WeakMap<Catalogo, Indice>();
const territorios = new WeakMap<Catalogo, Indice>();

/** «Distrito, provincia, departamento», from the nearest to the widest. */
function lugarDe(t: Territorio | undefined, catalogo: Catalogo): string {
  const nombres: string[] = [];
  for (let x = t; x && x.tipo !== 'pais'; x = x.padre ? catalogo.territorio(x.padre) : undefined) nombres.push(x.nombre);
  return nombres.slice(1).join(', ');
}

function indexar<T extends { id: string; nombre: string; tipo: string; vigenteHasta?: string; sigla?: string }>(
  filas: readonly T[],
  lugar: (x: T) => string,
): Indice {
  const veces = new Map<string, number>();
  for (const f of filas) veces.set(f.nombre, (veces.get(f.nombre) ?? 0) + 1);
  const opciones = filas.map((f) => {
    const donde = (veces.get(f.nombre) ?? 0) > 1 ? lugar(f) : '';
    const texto = donde ? `${f.nombre} (${donde})` : f.nombre;
    return { valor: f.id, texto, tipo: f.tipo, llano: llano(`${texto} ${f.sigla ?? ''}`), vigente: f.vigenteHasta === undefined };
  });
  return { opciones, porTexto: new Map(opciones.map((o) => [llano(o.texto), o.valor])) };
}

function indiceDe(catalogo: Catalogo, de: 'entidad' | 'territorio'): Indice {
  const cache = de === 'entidad' ? entidades : territorios;
  let indice = cache.get(catalogo);
  if (!indice) {
    indice =
      de === 'entidad'
        ? indexar(catalogo.entidades(), (e: Entidad) => lugarDe(e.territorio ? catalogo.territorio(e.territorio) : undefined, catalogo))
        : indexar(todos(catalogo), (t) => lugarDe(t, catalogo));
    cache.set(catalogo, indice);
  }
  return indice;
}

function todos(catalogo: Catalogo): Territorio[] {
  const salida: Territorio[] = [];
  const bajar = (id: string): void => {
    for (const t of catalogo.hijosDe(id)) {
      salida.push(t);
      bajar(t.id);
    }
  };
  const pais = catalogo.territorio('pe');
  if (pais) salida.push(pais);
  bajar('pe');
  return salida;
}

/** Entities or territories in force, of some kinds, whose name or acronym has all the words; at most `maximo`. */
export function buscarEnCatalogo(catalogo: Catalogo, de: 'entidad' | 'territorio', tipos: readonly string[], texto: string, maximo: number): Opcion[] {
  const palabras = llano(texto).split(' ').filter(Boolean);
  const salida: Opcion[] = [];
  for (const o of indiceDe(catalogo, de).opciones) {
    if (!o.vigente || (tipos.length > 0 && !tipos.includes(o.tipo))) continue;
    if (!palabras.every((p) => o.llano.includes(p))) continue;
    salida.push({ valor: o.valor, texto: o.texto });
    if (salida.length === maximo) break;
  }
  return salida;
}

/** Key of what somebody wrote: the key itself, the whole name, or words that only one name has. */
export function resolverEnCatalogo(
  catalogo: Catalogo,
  de: 'entidad' | 'territorio',
  tipos: readonly string[],
  escrito: string,
): { valor: string } | { varios: Opcion[] } {
  const indice = indiceDe(catalogo, de);
  if (indice.opciones.some((o) => o.valor === escrito)) return { valor: escrito };
  const exacto = indice.porTexto.get(llano(escrito));
  if (exacto) return { valor: exacto };
  const varios = buscarEnCatalogo(catalogo, de, tipos, escrito, 30);
  return varios.length === 1 && varios[0] ? { valor: varios[0].valor } : { varios };
}
