import { nombreDePeriodo, PERIODICIDADES } from '../../directiva/periodos.ts';
import { dmy } from '../../kernel/calendario.ts';
import { AGREGACIONES, CAPTURAS, CLASES, DIMENSIONES, SENTIDOS } from '../../modules/indicador/indicador.etiquetas.ts';
import type { Deps } from '../contexto.ts';
import { nombreDeSituacion, tonoDeSituacion } from '../etiquetas.ts';
import { cifra, cuantos, numero } from '../formato.ts';
import { paginaDe } from '../gestion.servidor.ts';
import { datosDeCadena } from './cadena.servidor.ts';
import { datosDeCalidad } from './calidad.servidor.ts';
import { caminosDe, conMargen, datosDeBrecha, datosDelMapa, datosDeSerie, nombresDePeriodos, textoDe } from './dibujo.servidor.ts';
import { filaDeCamino } from './meta.ts';
import { datosDePercepcion } from './percepcion.ts';
import { descendientes, direccionDe, type FilaDeNivel, nombreDelPeriodo, sinConjunto, type VistaDeIndicador, vistaDeIndicador } from './vista.servidor.ts';

const POR_PAGINA = 60;
const EXTREMOS = 5;
const PLURAL: Readonly<Record<string, string>> = { departamento: 'departamentos', provincia: 'provincias', distrito: 'distritos', pais: 'país' };

const ORDENES = {
  nombre: (a: FilaDeNivel, b: FilaDeNivel) => a.nombre.localeCompare(b.nombre, 'es'),
  valor: (a: FilaDeNivel, b: FilaDeNivel) => (a.lectura.valor ?? 0) - (b.lectura.valor ?? 0),
  meta: (a: FilaDeNivel, b: FilaDeNivel) => (a.meta ?? 0) - (b.meta ?? 0),
} as const;
type Orden = keyof typeof ORDENES;

/** Rows in the order asked for; those without the figure go last whatever the direction. */
function ordenadas(filas: readonly FilaDeNivel[], orden: Orden, descendente: boolean): FilaDeNivel[] {
  const tiene = (f: FilaDeNivel) => orden === 'nombre' || (orden === 'valor' ? f.lectura.valor !== undefined : f.meta !== undefined);
  const sentido = descendente ? -1 : 1;
  return [...filas].sort((a, b) => Number(tiene(b)) - Number(tiene(a)) || sentido * ORDENES[orden](a, b) || a.id.localeCompare(b.id));
}

/** Rows with a figure from best to worst, as the indicator reads. */
export function clasificadas(v: VistaDeIndicador): FilaDeNivel[] {
  return ordenadas(
    v.filas.filter((f) => f.lectura.valor !== undefined),
    'valor',
    v.i.estado.sentido === 'mayor_mejor',
  );
}

function tablaDeSerie(v: VistaDeIndicador) {
  const s = v.i.estado;
  const territorios = [v.territorio, ...v.comparados];
  const metas = new Map(v.fijados.filter((f) => f.clase === 'meta' && f.territorio === v.territorio.id).map((f) => [f.periodo, f.valor]));
  const por = territorios.map((t) => new Map((v.series.get(t.id) ?? []).filter((x) => x.categoria === v.categoria).map((x) => [x.periodo, x])));
  const periodos = [...new Set([...v.i.periodos, ...metas.keys()])].sort((a, b) => b - a);
  return {
    columnas: territorios.map((t) => t.nombre),
    filas: periodos.map((p) => ({
      periodo: nombreDePeriodo(s.periodicidad, p),
      sinPublicar: v.i.periodos.includes(p) && s.periodos[p]?.situacion !== 'publicado',
      ruptura: s.versiones.some((x) => x.ruptura && x.desde === p),
      valores: por.map((m, k) => {
        const l = m.get(p);
        return l
          ? conMargen(textoDe(l, s.decimales), v.margenDe(territorios[k]?.id ?? '', p, l.n), s.decimales)
          : v.i.periodos.includes(p)
            ? 'sin reporte'
            : '—';
      }),
      meta: metas.has(p) ? cifra(metas.get(p) as number, s.decimales) : null,
    })),
  };
}

/** Why the figures of a district before and after are of different ground, and how to see them over the same one (8.19). */
function datosDeLinaje(v: VistaDeIndicador, { creaciones, unido }: NonNullable<VistaDeIndicador['linaje']>) {
  return {
    unido,
    a: direccionDe(v, { limites: unido ? '' : 'hoy' }),
    creaciones: creaciones.map(
      (c) => `${v.nombreDe(c.territorio)} se creó el ${dmy(c.desde)} a partir de ${c.origenes.map(v.nombreDe).join(', ')} (${c.norma}).`,
    ),
  };
}

/** All that the page of an indicator shows, in words. */
export async function datosDeIndicador(deps: Deps, id: string | undefined, p: URLSearchParams) {
  const v = await vistaDeIndicador(deps, id, p);
  const { i } = v;
  const s = i.estado;
  const orden = (p.get('orden') ?? '') in ORDENES ? (p.get('orden') as Orden) : 'nombre';
  const descendente = p.get('sentido') === 'desc';
  const filas = ordenadas(v.filas, orden, descendente);
  const pagina = Math.min(paginaDe(p), Math.max(1, Math.ceil(filas.length / POR_PAGINA)));
  const mejores = clasificadas(v);
  const extremos = Math.min(EXTREMOS, Math.floor(mejores.length / 2));
  const catalogo = deps.catalogo();
  const cadena = await datosDeCadena(deps, s.servicio, v.territorio.id);
  const fila = (f: FilaDeNivel) => ({
    id: f.id,
    nombre: f.nombre,
    dentroDe: f.dentroDe,
    a: direccionDe(v, { territorio: f.id, nivel: '' }),
    valor: conMargen(textoDe(f.lectura, s.decimales), v.periodo === undefined ? undefined : v.margenDe(f.id, v.periodo, f.lectura.n), s.decimales),
    hay: f.lectura.valor !== undefined,
    base: f.base ? cifra(f.base.valor, s.decimales) : null,
    meta: f.meta === undefined ? null : cifra(f.meta, s.decimales),
    alcanza: f.meta === undefined || f.lectura.valor === undefined ? null : s.sentido === 'mayor_mejor' ? f.lectura.valor >= f.meta : f.lectura.valor <= f.meta,
    comparado: v.comparados.some((c) => c.id === f.id),
  });
  const actual = (v.series.get(v.territorio.id) ?? []).find((x) => x.periodo === v.periodo && x.categoria === v.categoria);
  const base = v.fijados.find((f) => f.clase === 'base' && f.territorio === v.territorio.id);
  const meta = v.fijados.find((f) => f.clase === 'meta' && f.territorio === v.territorio.id && f.periodo === v.periodo);
  const hermanos = v.territorio.camino.slice(0, -1).map((t) => ({ texto: t.nombre, a: direccionDe(v, { territorio: t.id, nivel: '' }) }));
  return {
    id: i.id,
    titulo: i.titulo,
    detalle: [i.servicioNombre, i.sectorNombre, i.codigo].filter(Boolean).join(' · '),
    demo: i.demo,
    publico: v.publico,
    situacion: { texto: nombreDeSituacion('indicador', i.situacion), tono: tonoDeSituacion(i.situacion) },
    hayCifras: v.periodo !== undefined,
    publicado: v.publicado,
    periodo: { valor: v.periodo === undefined ? '' : String(v.periodo), nombre: nombreDelPeriodo(v) },
    periodos: nombresDePeriodos(v).reverse(),
    territorio: v.territorio,
    territorios: [
      ...v.territorio.camino,
      ...(v.territorio.id === 'pe' ? [] : descendientes(catalogo, v.territorio.id, v.nivel).slice(0, 200)),
      ...catalogo.departamentales().filter((t) => !v.territorio.camino.some((c) => c.id === t.id)),
    ].map((t) => ({ valor: t.id, texto: t.nombre })),
    hermanos,
    ambito: v.ambito,
    nivel: v.nivel,
    niveles: v.niveles.map((n) => ({ valor: n, texto: CAPTURAS[n] })),
    plural: PLURAL[v.nivel] ?? '',
    categoria: v.categoria,
    categorias: v.categorias.map((c) => ({ valor: c, texto: c || 'Total' })),
    comparados: sinConjunto(v),
    linaje: v.linaje ? datosDeLinaje(v, v.linaje) : null,
    unidad: s.unidad,
    fuente: s.fuente,
    cobertura: v.cobertura
      ? `${numero(v.cobertura.reportaron)} de ${numero(v.cobertura.esperados)} ${v.cobertura.esperados === 1 && s.captura !== 'pais' ? s.captura : PLURAL[s.captura]}`
      : '',
    actual: actual ? textoDe(actual, s.decimales) : 'sin reporte',
    margen: actual ? conMargen('', v.margenDe(v.territorio.id, actual.periodo, actual.n), s.decimales) || null : null,
    hayActual: actual?.valor !== undefined,
    base: base ? { valor: cifra(base.valor, s.decimales), periodo: nombreDePeriodo(s.periodicidad, base.periodo), fuente: base.fuente } : null,
    meta: meta ? cifra(meta.valor, s.decimales) : null,
    calidad: await datosDeCalidad(deps, v),
    serie: datosDeSerie(v),
    tablaSerie: tablaDeSerie(v),
    mapa: datosDelMapa(v) ?? null,
    limitesFaltan: v.ambito.id !== 'pe' && v.limites.length === 0,
    mapaEsDepartamental: v.ambito.id === 'pe' && v.nivel !== 'departamento',
    ranking: {
      mejores: mejores.slice(0, extremos).map(fila),
      peores: extremos > 0 ? mejores.slice(-extremos).reverse().map(fila) : [],
      con: mejores.length,
    },
    brecha: datosDeBrecha(v),
    admiteEncuestas: s.dimension === 'satisfaccion' && s.agregacion === 'media_ponderada' && s.situacion !== 'retirado',
    cadena: cadena && cadena.total > 1 ? cadena : null,
    caminos: caminosDe(v).map((c) => filaDeCamino(s, c)),
    percepcion: datosDePercepcion({
      encuestas: v.encuestas,
      periodicidad: s.periodicidad,
      decimales: Math.max(1, s.decimales),
      territorio: v.territorio,
      puntos: (v.series.get(v.territorio.id) ?? []).filter((x) => x.categoria === ''),
      margenDe: v.margenDe,
    }),
    filas: filas.slice((pagina - 1) * POR_PAGINA, pagina * POR_PAGINA).map(fila),
    total: filas.length,
    totalTexto: cuantos(filas.length, v.nivel, PLURAL[v.nivel] ?? ''),
    pagina,
    tamano: POR_PAGINA,
    orden,
    descendente,
    enlace: direccionDe(v),
    administra: deps.quien?.actor.cargo === 'administrador',
    ficha: [
      ['Propósito', s.proposito],
      ['Qué se cuenta', s.numerador],
      ['Denominador o peso', s.denominador],
      ['Unidad', s.unidad],
      ['Qué mide', `${DIMENSIONES[s.dimension]} · ${CLASES[s.clase]}`],
      ['Cómo se agrega', AGREGACIONES[s.agregacion]],
      ['Se recoge por', `${CAPTURAS[s.captura]}, ${PERIODICIDADES[s.periodicidad].toLowerCase()}`],
      ['Sentido', SENTIDOS[s.sentido]],
      ['Fuente', s.fuente],
      ['Responsable', i.responsableNombre],
    ].filter(([, x]) => x !== '') as [string, string][],
    versiones: s.versiones
      .filter((x) => x.desde !== undefined)
      .map((x) => ({
        texto: `Versión ${x.numero}, desde ${nombreDePeriodo(s.periodicidad, x.desde as number)}`,
        motivo: x.motivo,
        ruptura: x.ruptura,
      })),
  };
}

export type DatosDeIndicador = Awaited<ReturnType<typeof datosDeIndicador>>;
