import { scaleQuantile } from 'd3-scale';
import { correr, nombreDePeriodo, type Periodo, periodoCorto } from '../../directiva/periodos.ts';
import type { Lectura } from '../../lecturas/cifras.ts';
import { CAPTURAS } from '../../modules/indicador/indicador.etiquetas.ts';
import { cifra } from '../formato.ts';
import type { DatosDelMapa } from '../graficos/mapa.tsx';
import type { DatosDeSerie, PuntoDeLinea } from '../graficos/serie.tsx';
import { dibujar, dibujoNacional, figuraDe } from '../mapa/formas.servidor.ts';
import { type CaminoALaMeta, caminoDe } from './meta.ts';
import { nombreDelPeriodo, type VistaDeIndicador } from './vista.servidor.ts';

/** Periods of an axis: beyond this, only the last ones. */
const PERIODOS = 240;
const CLASES = 5;

const SIN_VALOR: Readonly<Record<Exclude<Lectura['estado'], 'valor'>, string>> = {
  nada: 'sin reporte',
  sin_dato: 'sin dato',
  no_aplica: 'no aplica',
  reservado: 'reservado',
};

/** «85,20», or why there is no figure: none of them is zero. */
export const textoDe = (l: Lectura, decimales: number): string => (l.valor === undefined ? SIN_VALOR[l.estado as 'nada'] : cifra(l.valor, decimales));

/** «72,4 ± 3,1» where the figure comes from a sample. */
export const conMargen = (texto: string, margen: number | undefined, decimales: number): string =>
  margen === undefined ? texto : `${texto} ± ${cifra(margen, Math.max(1, decimales))}`;

/** The way to the target of each chosen territory; of the total, since targets are of it. */
export function caminosDe(v: VistaDeIndicador): CaminoALaMeta[] {
  if (v.categoria !== '') return [];
  const todos = [...v.series.values()].flat().filter((p) => p.categoria === '');
  const inicio = Math.min(...todos.map((p) => p.periodo));
  return [v.territorio, ...v.comparados].flatMap((t) => caminoDe(v.i.estado, t, v.series.get(t.id) ?? [], v.fijados, inicio) ?? []);
}

/** Lines of the chosen territories, on an axis without holes. */
export function datosDeSerie(v: VistaDeIndicador): DatosDeSerie {
  const s = v.i.estado;
  const { id } = v.territorio;
  const base = v.categoria === '' ? v.fijados.find((f) => f.clase === 'base' && f.territorio === id) : undefined;
  const metas = v.categoria === '' ? v.fijados.filter((f) => f.clase === 'meta' && f.territorio === id) : [];
  const conCifra = [...v.series.values()].flat().filter((x) => x.categoria === v.categoria);
  const fijados = [...(base ? [base.periodo] : []), ...metas.map((m) => m.periodo)];
  // Marks alone draw nothing: without a value, a target or a baseline there is no chart.
  const todos = conCifra.some((x) => x.valor !== undefined) || fijados.length > 0 ? [...conCifra.map((x) => x.periodo), ...fijados] : [];
  const ultimo = Math.max(...todos);
  let eje: Periodo[] = [];
  for (let p = Math.min(...todos); p <= ultimo && todos.length > 0; p = correr(s.periodicidad, p, 1)) eje.push(p);
  eje = eje.slice(-PERIODOS);
  const lugar = new Map(eje.map((p, i) => [p, i]));
  const punto = (periodo: Periodo, y: number | null): PuntoDeLinea[] => {
    const x = lugar.get(periodo);
    return x === undefined ? [] : [{ x, y }];
  };
  const nombres = new Map([v.territorio, ...v.comparados].map((t) => [t.id, t.nombre]));
  // Both count from the first period with a figure; the axis may start before, at the baseline.
  const corrido = lugar.get(Math.min(...conCifra.map((x) => x.periodo))) ?? 0;
  const proyecciones = new Map(
    caminosDe(v).flatMap((c) =>
      c.tendencia && c.proyectado !== undefined
        ? [
            [
              c.territorio,
              [
                { x: c.desde + corrido, y: c.tendencia.en(c.desde) },
                { x: c.hasta + corrido, y: c.proyectado },
              ],
            ] as const,
          ]
        : [],
    ),
  );
  return {
    titulo: `${s.nombre}${v.categoria ? `, ${v.categoria}` : ''}: ${[...nombres.values()].join(', ')}, por periodo`,
    unidad: s.unidad,
    decimales: s.decimales,
    periodos: eje.map((p) => periodoCorto(s.periodicidad, p)),
    lineas: [...v.series].map(([t, puntos]) => {
      const de = new Map(puntos.filter((x) => x.categoria === v.categoria).map((x) => [x.periodo, x]));
      return {
        nombre: nombres.get(t) ?? t,
        puntos: eje.flatMap((p) => punto(p, de.get(p)?.valor ?? null).map((x) => ({ ...x, margen: v.margenDe(t, p, de.get(p)?.n ?? 0) }))),
        proyeccion: proyecciones.get(nombres.get(t) ?? t) ?? null,
      };
    }),
    base: base ? (punto(base.periodo, base.valor)[0] ?? null) : null,
    metas: metas.flatMap((m) => punto(m.periodo, m.valor)),
    rupturas: s.versiones.flatMap((x) => (x.ruptura && x.desde !== undefined ? punto(x.desde, null).map((y) => y.x) : [])).filter((x) => x > 0),
  };
}

/** Classes with about as many territories each; fewer where there are few different values. */
function clasesDe(valores: readonly number[], decimales: number): { de(x: number): number; clases: { texto: string; n: number }[] } {
  const distintos = [...new Set(valores)].sort((a, b) => a - b);
  if (distintos.length === 0) return { de: () => -1, clases: [] };
  const k = Math.min(CLASES, distintos.length);
  const escala = scaleQuantile<number>()
    .domain(distintos.length <= CLASES ? distintos : [...valores])
    .range(Array.from({ length: k }, (_, i) => i));
  const grupos = Map.groupBy(
    [...valores].sort((a, b) => a - b),
    (x) => escala(x),
  );
  const usadas = [...grupos.keys()].sort((a, b) => a - b);
  return {
    de: (x) => usadas.indexOf(escala(x)),
    clases: usadas.map((c) => {
      const suyos = grupos.get(c) ?? [];
      const [menor, mayor] = [cifra(suyos[0] as number, decimales), cifra(suyos.at(-1) as number, decimales)];
      return { texto: menor === mayor ? menor : `${menor} a ${mayor}`, n: suyos.length };
    }),
  };
}

/** Map of the country by departments, or of the inside of a territory when its limits are stored. */
export function datosDelMapa(v: VistaDeIndicador): DatosDelMapa | undefined {
  const s = v.i.estado;
  const nacional = v.ambito.id === 'pe';
  if (v.periodo === undefined || (nacional ? v.departamentos.size === 0 : v.limites.length === 0) || s.captura === 'pais') return undefined;
  const lecturas = nacional ? v.departamentos : new Map(v.filas.map((f) => [f.id, f.lectura]));
  const dibujo = nacional ? dibujoNacional() : dibujar(v.limites.map(figuraDe));
  const valores = dibujo.formas.flatMap((f) => lecturas.get(f.id)?.valor ?? []);
  const { de, clases } = clasesDe(valores, s.decimales);
  const nivel = nacional ? 'departamento' : v.nivel;
  return {
    titulo: `${s.nombre}${v.categoria ? `, ${v.categoria}` : ''}: ${v.ambito.nombre} por ${CAPTURAS[nivel].toLowerCase()}, ${nombreDelPeriodo(v)}`,
    ancho: dibujo.ancho,
    alto: dibujo.alto,
    formas: dibujo.formas.map((f) => {
      const l = lecturas.get(f.id);
      return {
        ...f,
        clase: l?.valor === undefined ? -1 : de(l.valor),
        texto: `${v.nombreDe(f.id)}: ${l ? textoDe(l, s.decimales) : SIN_VALOR.nada}${l?.valor === undefined ? '' : ` ${s.unidad}`}`,
      };
    }),
    clases,
    sinCifra: dibujo.formas.length - valores.length,
  };
}

export interface BarraDeBrecha {
  nombre: string;
  texto: string;
  valor: number | null;
}

/** Categories of each characteristic side by side, in the chosen territory and period. */
export function datosDeBrecha(v: VistaDeIndicador): { nombre: string; barras: BarraDeBrecha[]; brecha: string | null }[] {
  const s = v.i.estado;
  const puntos = (v.series.get(v.territorio.id) ?? []).filter((x) => x.periodo === v.periodo);
  const por = new Map(puntos.map((x) => [x.categoria, x]));
  return s.desagregaciones.flatMap((d) => {
    const barras = d.categorias.map((c): BarraDeBrecha => {
      const l: Lectura = por.get(`${d.nombre}: ${c}`) ?? { estado: 'nada', n: 0 };
      return { nombre: c, texto: textoDe(l, s.decimales), valor: l.valor ?? null };
    });
    const valores = barras.flatMap((b) => (b.valor === null ? [] : [b.valor]));
    if (valores.length === 0) return [];
    const brecha = valores.length > 1 ? cifra(Math.max(...valores) - Math.min(...valores), s.decimales) : null;
    return [{ nombre: d.nombre, barras, brecha: brecha && `${brecha} ${s.factor === 100 && s.agregacion === 'razon' ? 'puntos porcentuales' : s.unidad}` }];
  });
}

/** Full name of each period, for the table of the series. */
export const nombresDePeriodos = (v: VistaDeIndicador): { valor: string; texto: string }[] =>
  v.i.periodos.map((p) => ({
    valor: String(p),
    texto: `${nombreDePeriodo(v.i.estado.periodicidad, p)}${v.i.estado.periodos[p]?.situacion === 'publicado' ? '' : ' (sin publicar)'}`,
  }));
