import { geoIdentity, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { TerritorioId } from '../../kernel/tipos.ts';
import { PASO } from '../../limites.ts';
import departamentos from './departamentos.topo.json' with { type: 'json' };

type Figura = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>;

/** A territory as an SVG path. */
export interface Trazado {
  id: TerritorioId;
  d: string;
}

export interface Dibujo {
  ancho: number;
  alto: number;
  formas: Trazado[];
}

/** Units of the frame: two for each pixel of a phone, so that whole numbers draw fine. */
const ANCHO = 880;
const ALTO_MAXIMO = 1300;

/** The 26 departmental territories (A6), built in. */
export const DEPARTAMENTALES: readonly Figura[] = (() => {
  const t = departamentos as unknown as Parameters<typeof feature>[0];
  const coleccion = feature(t, t.objects.departamentos as Parameters<typeof feature>[1]) as unknown as GeoJSON.FeatureCollection;
  return coleccion.features as Figura[];
})();

/** A stored shape as a figure: each ring a polygon, so that islands and holes draw by parity. */
export function figuraDe({ id, trazos }: { id: TerritorioId; trazos: readonly (readonly number[])[] }): Figura {
  const coordinates = trazos.map((t) => {
    const anillo: [number, number][] = [];
    for (let i = 0, x = 0, y = 0; i + 1 < t.length; i += 2) {
      x += t[i] as number;
      y += t[i + 1] as number;
      anillo.push([x / PASO, y / PASO]);
    }
    return anillo;
  });
  return { type: 'Feature', id, properties: {}, geometry: { type: 'Polygon', coordinates } };
}

/** A ring in whole units, as steps from point to point. */
function anilloEn(puntos: readonly (readonly number[])[], poner: (p: readonly number[]) => readonly [number, number]): string {
  let d = '';
  let [px, py] = [0, 0];
  puntos.forEach((p, i) => {
    const [x, y] = poner(p).map(Math.round) as [number, number];
    if (i === 0) d = `M${x},${y}l`;
    else if (x !== px || y !== py) d += `${x - px},${y - py} `;
    [px, py] = [x, y];
  });
  return `${d.trimEnd()}z`;
}

/** Paths of some figures, fitted together in a frame. Near the equator degrees draw well as they are. */
export function dibujar(figuras: readonly Figura[]): Dibujo {
  const coleccion: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [...figuras] };
  const proyeccion = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [0, 0],
        [ANCHO, ALTO_MAXIMO],
      ],
      coleccion,
    );
  const [[izquierda, arriba], [derecha, abajo]] = geoPath(proyeccion).bounds(coleccion);
  // The frame hugs the figure: no empty bands beside a narrow one.
  const poner = (p: readonly number[]): [number, number] => {
    const [x, y] = proyeccion([p[0] as number, p[1] as number]) as [number, number];
    return [x - izquierda, y - arriba];
  };
  const anillos = (f: Figura) => (f.geometry.type === 'Polygon' ? f.geometry.coordinates : f.geometry.coordinates.flat());
  return {
    ancho: Math.ceil(derecha - izquierda),
    alto: Math.ceil(abajo - arriba),
    formas: figuras.map((f) => ({
      id: String(f.id),
      d: anillos(f)
        .map((a) => anilloEn(a, poner))
        .join(''),
    })),
  };
}

let nacional: Dibujo | undefined;

/** The country by departments; drawn once. */
export function dibujoNacional(): Dibujo {
  nacional ??= dibujar(DEPARTAMENTALES);
  return nacional;
}
