import { nombreDePeriodo } from '../../directiva/periodos.ts';
import { avance } from '../../directiva/proyeccion.ts';
import type { Id, TerritorioId } from '../../kernel/tipos.ts';
import { type Eslabon, leerCadena } from '../../lecturas/cadena.ts';
import { DIMENSIONES } from '../../modules/indicador/indicador.etiquetas.ts';
import { valorDe } from '../../platform/cifras/celda.ts';
import { posicionesDeCatalogo } from '../../platform/cifras/posiciones.ts';
import type { Deps } from '../contexto.ts';
import { cifra, cuantos } from '../formato.ts';

const COLUMNAS = { proceso: 'Procesos', producto: 'Productos', resultado: 'Resultados' } as const;

/** Value of the last figure: as it was given where the territory is one of capture. */
function valor(e: Eslabon, propio: boolean): number | undefined {
  if (!e.ultimo || e.ultimo.reserva || e.ultimo.num === null) return undefined;
  const { agregacion, factor } = e.estado;
  const v = propio && agregacion !== 'razon' ? e.ultimo.num : valorDe(agregacion, e.ultimo.num, e.ultimo.den ?? Number.NaN, factor);
  return Number.isFinite(v) ? v : undefined;
}

function fila(e: Eslabon, territorio: TerritorioId, propio: boolean) {
  const s = e.estado;
  const v = valor(e, propio);
  const andado = v === undefined || e.base === null || !e.meta ? undefined : avance(e.base, v, e.meta.valor);
  return {
    id: e.id,
    a: `/indicadores/${e.id}?territorio=${territorio}`,
    titulo: e.titulo,
    dimension: DIMENSIONES[s.dimension],
    valor: v === undefined ? (e.ultimo?.reserva ? 'reservado' : 'sin reporte') : `${cifra(v, s.decimales)} ${s.unidad}`,
    periodo: e.ultimo ? nombreDePeriodo(s.periodicidad, e.ultimo.periodo) : '—',
    fuente: s.fuente,
    reportaron: e.ultimo && !propio ? cuantos(e.ultimo.n, s.captura, `${s.captura}s`) : '—',
    base: e.base === null ? '—' : cifra(e.base, s.decimales),
    meta: e.meta ? `${cifra(e.meta.valor, s.decimales)} (${nombreDePeriodo(s.periodicidad, e.meta.periodo)})` : '—',
    avance: andado ?? null,
  };
}

/** The value chain of a service in figures, column by column; null when the service does not exist or has nothing to show. */
export async function datosDeCadena(deps: Pick<Deps, 'db' | 'quien' | 'catalogo'>, servicio: Id, territorio: TerritorioId) {
  const posiciones = await posicionesDeCatalogo(deps.db, deps.catalogo());
  const nivel = posiciones.nivelDe(territorio) ?? 'pais';
  const c = await leerCadena(deps.db, servicio, { territorio, nivel, pos: posiciones.de(territorio) ?? 0, soloPublicado: deps.quien === null });
  if (c.servicio === null) return null;
  return {
    servicio: c.servicio,
    id: servicio,
    territorio: { id: territorio, nombre: deps.catalogo().territorio(territorio)?.nombre ?? territorio },
    fases: c.fases.map((f) => ({ fase: f.fase, productos: f.productos, resultado: f.resultado ?? '' })),
    columnas: (Object.keys(COLUMNAS) as (keyof typeof COLUMNAS)[]).map((k) => ({
      titulo: COLUMNAS[k],
      filas: c.eslabones.filter((e) => e.estado.clase === k).map((e) => fila(e, territorio, e.estado.captura === nivel)),
    })),
    total: c.eslabones.length,
  };
}

export type DatosDeCadena = NonNullable<Awaited<ReturnType<typeof datosDeCadena>>>;
