import { finDe, leerPeriodo, nombreDePeriodo, type Periodo } from '../../directiva/periodos.ts';
import type { Catalogo, Territorio, TerritorioId } from '../../kernel/tipos.ts';
import {
  type Cobertura,
  coberturaDe,
  type Lectura,
  leerFijados,
  leerMapa,
  leerSeries,
  llegaA,
  type PuntoDeSerie,
  type ValorFijado,
} from '../../lecturas/cifras.ts';
import { type EncuestaLeida, leerEncuestas } from '../../lecturas/encuestas.ts';
import { findIndicador, type IndicadorLeido } from '../../lecturas/indicadores.ts';
import { leerLimites } from '../../lecturas/limites.ts';
import { type Linaje, leerLinaje, seUne, unir } from '../../lecturas/linaje.ts';
import { categoriasDe } from '../../modules/reporte/reporte.reglas.ts';
import type { NivelDeCaptura } from '../../platform/cifras/celda.ts';
import { posicionesDeCatalogo } from '../../platform/cifras/posiciones.ts';
import type { Deps } from '../contexto.ts';
import { noExiste } from '../sesion.servidor.ts';
import { type MargenDe, margenesDe } from './percepcion.ts';

/** Key of the series that joins the districts that shared ground. */
const CONJUNTO = 'conjunto';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NIVELES = ['departamento', 'provincia', 'distrito'] as const;
/** Territories beside the chosen one in the chart. */
const COMPARADOS = 4;

/** A territory of the level on screen with what is known of it. */
export interface FilaDeNivel {
  id: TerritorioId;
  nombre: string;
  /** Where it lies, when the table mixes several. */
  dentroDe: string;
  lectura: Lectura;
  base?: ValorFijado;
  meta?: number;
}

/** Everything of an indicator that one address shows. */
export interface VistaDeIndicador {
  i: IndicadorLeido;
  publico: boolean;
  /** Undefined while there are no figures to see. */
  periodo?: Periodo;
  publicado: boolean;
  territorio: { id: TerritorioId; nombre: string; camino: { id: TerritorioId; nombre: string }[] };
  nivel: NivelDeCaptura;
  niveles: NivelDeCaptura[];
  /** Territory whose inside the table and the map show. */
  ambito: { id: TerritorioId; nombre: string };
  categoria: string;
  categorias: string[];
  comparados: { id: TerritorioId; nombre: string }[];
  series: Map<TerritorioId, PuntoDeSerie[]>;
  filas: FilaDeNivel[];
  /** Figures of the departments, for the map of the country when the table shows another level. */
  departamentos: Map<TerritorioId, Lectura>;
  fijados: ValorFijado[];
  /** Surveys behind the figures (8.18). */
  encuestas: EncuestaLeida[];
  margenDe: MargenDe;
  cobertura?: Cobertura;
  limites: { id: TerritorioId; trazos: number[][] }[];
  /** Births of districts that changed the ground of the chosen one; `unido` when its joined series is shown (8.19). */
  linaje?: Linaje & { unido: boolean };
  version: number;
  nombreDe(id: TerritorioId): string;
}

/** Territories of a level inside another, by code. */
export function descendientes(catalogo: Catalogo, dentro: TerritorioId, nivel: NivelDeCaptura): Territorio[] {
  if (nivel === 'pais') return [];
  if (nivel === 'departamento') return catalogo.departamentales().filter((t) => dentro === 'pe' || t.id === dentro || t.padre === dentro);
  const salida: Territorio[] = [];
  const bajar = (id: TerritorioId): void => {
    for (const h of catalogo.hijosDe(id)) {
      if (h.tipo === nivel) salida.push(h);
      else bajar(h.id);
    }
  };
  bajar(dentro);
  return salida;
}

function caminoDe(catalogo: Catalogo, id: TerritorioId): Territorio[] {
  const t = catalogo.territorio(id);
  return t ? [...(t.padre ? caminoDe(catalogo, t.padre) : []), t] : [];
}

/** The indicator of the address; who has not signed in sees published periods only. */
export async function cargarIndicador(deps: Pick<Deps, 'db' | 'quien'>, id: string | undefined): Promise<IndicadorLeido> {
  const i = id && UUID.test(id) ? await findIndicador(deps.db, id, { soloPublicado: deps.quien === null }) : undefined;
  if (!i)
    throw noExiste(
      deps.quien ? 'Ese indicador no existe.' : 'Ese indicador no existe o aún no tiene periodos publicados.',
      'Búsquelo en la lista de indicadores, o ingrese con su oficina.',
    );
  return i;
}

/** What the address asks for, and nothing that does not exist: anything unknown falls back to the whole. At most six statements. */
export async function vistaDeIndicador(deps: Pick<Deps, 'db' | 'quien' | 'catalogo'>, id: string | undefined, p: URLSearchParams): Promise<VistaDeIndicador> {
  const i = await cargarIndicador(deps, id);
  const catalogo = deps.catalogo();
  const posiciones = await posicionesDeCatalogo(deps.db, catalogo);
  const s = i.estado;
  const pedido = leerPeriodo(s.periodicidad, p.get('periodo') ?? '');
  const periodo = pedido !== undefined && i.periodos.includes(pedido) ? pedido : i.periodos.at(-1);

  const dado = p.get('territorio') ?? '';
  const t = catalogo.territorio(dado) ?? (catalogo.territorio('pe') as Territorio);
  const nivelPropio = posiciones.nivelDe(t.id) ?? 'pais';
  const debajo = (n: NivelDeCaptura) => NIVELES.filter((x) => llegaA(s.captura, x) && !llegaA(n, x));
  const padre = t.padre ?? 'pe';
  const ambito = debajo(nivelPropio).length > 0 || t.id === 'pe' ? t.id : padre;
  const niveles: NivelDeCaptura[] = s.captura === 'pais' ? [] : debajo(posiciones.nivelDe(ambito) ?? 'pais');
  const nivel = niveles.find((n) => n === p.get('nivel')) ?? niveles[0] ?? 'pais';
  const categorias = categoriasDe(s);
  const categoria = categorias.find((c) => c === p.get('categoria')) ?? '';
  const comparados = [...new Set(p.getAll('comparar').flatMap((c) => c.split(',')))].filter((c) => c !== t.id && catalogo.territorio(c)).slice(0, COMPARADOS);

  const nombre = (x: TerritorioId) => catalogo.territorio(x)?.nombre ?? x;
  const vista: VistaDeIndicador = {
    i,
    publico: deps.quien === null,
    periodo,
    publicado: periodo !== undefined && s.periodos[periodo]?.situacion === 'publicado',
    territorio: { id: t.id, nombre: t.nombre, camino: caminoDe(catalogo, t.id).map((x) => ({ id: x.id, nombre: x.nombre })) },
    nivel,
    niveles,
    ambito: { id: ambito, nombre: nombre(ambito) },
    categoria,
    categorias,
    // A province and its capital often share the name: then each says what it is.
    comparados: comparados.map((x) => ({
      id: x,
      nombre: [t.id, ...comparados].some((y) => y !== x && nombre(y) === nombre(x)) ? `${nombre(x)} (${catalogo.territorio(x)?.tipo} ${x})` : nombre(x),
    })),
    series: new Map(),
    filas: [],
    departamentos: new Map(),
    fijados: [],
    encuestas: [],
    margenDe: () => undefined,
    limites: [],
    version: 0,
    nombreDe: nombre,
  };
  const elegidos = [t.id, ...comparados];
  const linaje = t.tipo === 'distrito' && seUne(s) ? await leerLinaje(deps.db, t.id) : undefined;
  const unido = linaje !== undefined && p.get('limites') === 'hoy';
  if (periodo === undefined) return { ...vista, fijados: await leerFijados(deps.db, i.id, { periodo: 0, territorios: elegidos }) };

  const q = { categoria, periodo, fin: finDe(s.periodicidad, periodo) };
  const dentro = descendientes(catalogo, ambito, nivel);
  const [series, mapa, departamental, fijados, limites, registradas] = await Promise.all([
    leerSeries(deps.db, i.id, s, posiciones, { territorios: [...new Set([...elegidos, ...(unido ? linaje.miembros : [])])], categoria, periodo }),
    leerMapa(deps.db, i.id, s, posiciones, { ...q, nivel }),
    ambito === 'pe' && nivel !== 'departamento' && nivel !== 'pais' ? leerMapa(deps.db, i.id, s, posiciones, { ...q, nivel: 'departamento' }) : undefined,
    leerFijados(deps.db, i.id, { periodo, territorios: elegidos }),
    ambito === 'pe'
      ? []
      : leerLimites(
          deps.db,
          dentro.map((d) => d.id),
        ),
    s.dimension === 'satisfaccion' ? leerEncuestas(deps.db, i.id) : [],
  ]);
  const visibles = new Set(i.periodos);
  const encuestas = registradas.filter((e) => visibles.has(e.periodo));
  for (const [clave, puntos] of series)
    series.set(
      clave,
      puntos.filter((x) => visibles.has(x.periodo)),
    );
  if (unido) {
    const partes = linaje.miembros.map((x) => series.get(x) ?? []);
    for (const x of linaje.miembros) if (!elegidos.includes(x)) series.delete(x);
    series.set(CONJUNTO, unir(s, partes));
  }
  const esperados = new Set(mapa.esperados);
  const bases = new Map(fijados.filter((f) => f.clase === 'base').map((f) => [f.territorio, f]));
  const metas = new Map(fijados.filter((f) => f.clase === 'meta' && f.periodo === periodo).map((f) => [f.territorio, f.valor]));
  const filas = dentro.flatMap((d): FilaDeNivel[] => {
    const pos = posiciones.de(d.id);
    if (pos === undefined) return [];
    const lectura = mapa.de(pos);
    // A territory that no longer, or not yet, existed then is not listed as missing.
    if (nivel === s.captura && !esperados.has(pos) && lectura.estado === 'nada') return [];
    const lejos = d.padre !== ambito && d.padre !== '15' && d.padre ? nombre(d.padre) : '';
    return [{ id: d.id, nombre: d.nombre, dentroDe: lejos, lectura, base: bases.get(d.id), meta: metas.get(d.id) }];
  });
  const departamentos = new Map(
    ambito === 'pe' ? catalogo.departamentales().map((d) => [d.id, (departamental ?? mapa).de(posiciones.de(d.id) ?? -1)] as const) : [],
  );
  return {
    ...vista,
    ...(linaje ? { linaje: { ...linaje, unido } } : {}),
    comparados: unido ? [{ id: CONJUNTO, nombre: linaje.miembros.map(nombre).join(' + ') }, ...vista.comparados] : vista.comparados,
    series,
    filas,
    departamentos,
    fijados,
    limites,
    encuestas,
    margenDe: categoria === '' ? margenesDe(encuestas, catalogo) : () => undefined,
    version: mapa.version,
    cobertura: coberturaDe(mapa, s.captura, posiciones, t.id),
  };
}

/** Territories compared that have a code, as an address names them. */
export const sinConjunto = (v: VistaDeIndicador): string =>
  v.comparados
    .filter((c) => c.id !== CONJUNTO)
    .map((c) => c.id)
    .join(',');

/** Address of a view: what is not said stays as it is. */
export function direccionDe(v: VistaDeIndicador, cambio: Readonly<Record<string, string>> = {}): string {
  const q = new URLSearchParams({
    territorio: v.territorio.id,
    periodo: v.periodo === undefined ? '' : String(v.periodo),
    nivel: v.nivel,
    categoria: v.categoria,
    comparar: sinConjunto(v),
    limites: v.linaje?.unido ? 'hoy' : '',
    ...cambio,
  });
  for (const [k, valor] of [...q]) if (valor === '') q.delete(k);
  return `/indicadores/${v.i.id}?${q}`;
}

export const nombreDelPeriodo = (v: VistaDeIndicador): string => (v.periodo === undefined ? '' : nombreDePeriodo(v.i.estado.periodicidad, v.periodo));
