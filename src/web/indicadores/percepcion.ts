import { compararOlas, margenConjunto } from '../../directiva/muestra.ts';
import { type Periodicidad, periodoCorto } from '../../directiva/periodos.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { Catalogo, TerritorioId } from '../../kernel/tipos.ts';
import type { PuntoDeSerie } from '../../lecturas/cifras.ts';
import type { EncuestaLeida } from '../../lecturas/encuestas.ts';
import { CONFIANZAS, DISENOS } from '../../modules/encuesta/encuesta.etiquetas.ts';
import type { Resultado } from '../../modules/encuesta/encuesta.ts';
import { cifra, numero } from '../formato.ts';

/** Margin of error of a figure; undefined when it does not come whole from surveys with random samples. */
export type MargenDe = (territorio: TerritorioId, periodo: number, n: number) => number | undefined;

/**
 * 8.18: margin of each figure of a survey: its own, or that of the strata inside the territory weighed by population.
 * A total in which somebody else also reported has none.
 */
export function margenesDe(encuestas: readonly EncuestaLeida[], catalogo: Catalogo): MargenDe {
  const porPeriodo = new Map<number, Map<TerritorioId, Resultado>>();
  for (const e of encuestas) {
    const suyos = porPeriodo.get(e.periodo) ?? new Map<TerritorioId, Resultado>();
    for (const r of e.resultados) suyos.set(r.territorio, r);
    porPeriodo.set(e.periodo, suyos);
  }
  const dentro = (t: TerritorioId | undefined, de: TerritorioId): boolean => t !== undefined && (t === de || dentro(catalogo.territorio(t)?.padre, de));
  return (territorio, periodo, n) => {
    const resultados = porPeriodo.get(periodo);
    if (!resultados) return undefined;
    const propio = resultados.get(territorio);
    if (propio) return propio.margen;
    const estratos = [...resultados.values()].filter((r) => dentro(r.territorio, territorio));
    if (estratos.length === 0 || estratos.length !== n || estratos.some((e) => e.margen === undefined)) return undefined;
    return margenConjunto(estratos.map((e) => ({ poblacion: e.poblacion, margen: e.margen as number })));
  };
}

interface Contexto {
  encuestas: readonly EncuestaLeida[];
  periodicidad: Periodicidad;
  decimales: number;
  territorio: { id: TerritorioId; nombre: string };
  puntos: readonly PuntoDeSerie[];
  margenDe: MargenDe;
}

/** «Subió 4,0 (margen de la diferencia ± 5,0): no supera el margen». */
function comparacion(c: Contexto): string | null {
  const con = c.puntos.flatMap((p) => {
    const margen = p.valor === undefined ? undefined : c.margenDe(c.territorio.id, p.periodo, p.n);
    return p.valor === undefined || margen === undefined ? [] : [{ periodo: p.periodo, valor: p.valor, margen }];
  });
  const [antes, ahora] = con.slice(-2);
  if (!antes || !ahora) return null;
  const { diferencia, margen, supera } = compararOlas(antes, ahora);
  const [de, a] = [periodoCorto(c.periodicidad, antes.periodo), periodoCorto(c.periodicidad, ahora.periodo)];
  const cuanto = `${diferencia >= 0 ? 'subió' : 'bajó'} ${cifra(Math.abs(diferencia), c.decimales)} entre ${de} y ${a}, con un margen de la diferencia de ± ${cifra(margen, c.decimales)}`;
  return `${c.territorio.nombre}: ${cuanto}. ${supera ? 'El cambio supera el margen.' : 'El cambio no supera el margen: puede deberse al azar de la muestra.'}`;
}

/** Surveys behind the figures, in words; null when there are none. */
export function datosDePercepcion(c: Contexto) {
  if (c.encuestas.length === 0) return null;
  return {
    comparacion: comparacion(c),
    confianza: [...new Set(c.encuestas.map((e) => CONFIANZAS[e.confianza]))].join(', '),
    filas: [...c.encuestas].reverse().map((e) => ({
      id: e.id,
      nombre: e.nombre,
      periodo: e.nombrePeriodo,
      muestra: numero(e.muestra),
      respuesta: `${numero(e.tasaRespuesta)} %`,
      diseno: `${DISENOS[e.diseno]}${e.deff === 1 ? '' : `, efecto de diseño ${numero(e.deff)}`}`,
      campo: `${dmy(e.desde)} a ${dmy(e.hasta)}`,
      aplico: e.aplico,
      pregunta: e.pregunta,
    })),
  };
}
