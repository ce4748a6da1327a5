import type { Arbol, Celda, NivelDeCaptura } from './celda.ts';
import { MARCA, tieneValor } from './tramo.ts';

/** What may not be shown at each level: the reserved figures, and what would let anybody solve for them. */
export interface Ocultos {
  oculto(nivel: NivelDeCaptura, pos: number, categoria: string): boolean;
}

/** Territories down to the level of capture, parents before children, each with the territories it is the sum of. */
interface Nodos {
  desde: Readonly<Record<NivelDeCaptura, number>>;
  cuantos: Readonly<Record<NivelDeCaptura, number>>;
  padre: Int32Array;
  hijos: number[][];
  hojas: number;
}

/** The tree that totals follow: with capture by department all of them make the country; deeper, the two of Lima make 15 (A6). */
function nodosDe(captura: NivelDeCaptura, arbol: Arbol): Nodos {
  const cuantos = { pais: 1, departamento: arbol.departamentos, provincia: arbol.provincias, distrito: arbol.distritos };
  const desde = { pais: 0, departamento: 1, provincia: 1 + cuantos.departamento, distrito: 1 + cuantos.departamento + cuantos.provincia };
  const total = desde[captura] + cuantos[captura];
  const padre = new Int32Array(total).fill(-1);
  for (let i = 1; i < total; i++) {
    if (i >= desde.distrito) padre[i] = desde.provincia + (arbol.provinciaDe[i - desde.distrito] as number);
    else if (i >= desde.provincia) padre[i] = desde.departamento + (arbol.departamentoDe[i - desde.provincia] as number);
    else {
      const mayor = arbol.mayorDe[i - 1] as number;
      padre[i] = captura === 'departamento' || mayor === i - 1 ? 0 : 1 + mayor;
    }
  }
  const hijos: number[][] = Array.from({ length: total }, () => []);
  for (let i = 1; i < total; i++) hijos[padre[i] as number]?.push(i);
  return { desde, cuantos, padre, hijos, hojas: desde[captura] };
}

/** Which territories have a figure in one category, and how large: a territory is there when any inside it is. */
function presentes(n: Nodos, c: Pick<Celda, 'marca' | 'num'>): { hay: Uint8Array; peso: Float64Array } {
  const hay = new Uint8Array(n.padre.length);
  const peso = new Float64Array(n.padre.length);
  const subir = (i: number, x: number): void => {
    hay[i] = 1;
    peso[i] = (peso[i] as number) + x;
    const p = n.padre[i] as number;
    if (p >= 0) subir(p, x);
  };
  for (let i = n.hojas; i < n.padre.length; i++) if (tieneValor(c.marca[i - n.hojas] ?? 0)) subir(i, Math.abs(c.num[i - n.hojas] ?? 0) || 0);
  return { hay, peso };
}

/** The smallest that is not zero: what is lost by hiding it is the least. */
const menor = (candidatos: readonly number[], peso: Float64Array): number | undefined =>
  [...candidatos].sort((a, b) => (peso[a] || Number.POSITIVE_INFINITY) - (peso[b] || Number.POSITIVE_INFINITY) || a - b)[0];

/** The cell of one category of an indicator in one period; the empty one is the total. */
export interface CeldaDeCategoria extends Pick<Celda, 'marca' | 'num'> {
  categoria: string;
}

/**
 * Complementary suppression: each total and its parts make an equation, and none may be left with a single unknown. A lone
 * reserved figure takes with it the smallest of its siblings or, when it has none, the total; a total so hidden takes one
 * of its parts. Where a territory gives the total and every category of a disaggregation, they hide together, so that
 * none of them can be had from the others either.
 * @param particiones the categories of each disaggregation, as the sheet has them
 */
export function ocultar(celdas: readonly CeldaDeCategoria[], particiones: readonly (readonly string[])[], captura: NivelDeCaptura, arbol: Arbol): Ocultos {
  const n = nodosDe(captura, arbol);
  const cuales = celdas.map((c) => ({ ...presentes(n, c), oculto: new Uint8Array(n.padre.length), categoria: c.categoria }));
  const porNombre = new Map(cuales.map((c) => [c.categoria, c]));
  const grupos = particiones.map((p) => ['', ...p].map((c) => porNombre.get(c)));
  const esconder = (categoria: string, t: number): void => {
    const c = porNombre.get(categoria);
    if (!c || c.oculto[t]) return;
    c.oculto[t] = 1;
    for (const g of grupos) if (g.includes(c) && g.every((x) => x?.hay[t])) for (const x of g) if (x) esconder(x.categoria, t);
  };
  for (const c of celdas)
    for (let p = 0; p < c.marca.length && n.hojas + p < n.padre.length; p++) if (c.marca[p] === MARCA.RESERVADO) esconder(c.categoria, n.hojas + p);
  for (let cambia = true; cambia; ) {
    cambia = false;
    for (const { hay, peso, oculto, categoria } of cuales)
      for (let t = n.hojas - 1; t >= 0; t--) {
        if (!hay[t]) continue;
        const partes = (n.hijos[t] as number[]).filter((h) => hay[h]);
        const incognitas = (oculto[t] as number) + partes.filter((h) => oculto[h]).length;
        if (incognitas !== 1) continue;
        const visibles = partes.filter((h) => !oculto[h]);
        esconder(categoria, menor(visibles, peso) ?? t);
        cambia = true;
      }
  }
  return { oculto: (nivel, pos, categoria) => pos >= 0 && pos < n.cuantos[nivel] && porNombre.get(categoria)?.oculto[n.desde[nivel] + pos] === 1 };
}
