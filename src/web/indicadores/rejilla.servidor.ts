import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { avisosPrevistos } from '../../calidad.ts';
import { correr, leerPeriodo, nombreDePeriodo, type Periodo, periodoCorto, periodoDe } from '../../directiva/periodos.ts';
import { fechaDeLima } from '../../kernel/calendario.ts';
import type { Catalogo, Impedimento, TerritorioId } from '../../kernel/tipos.ts';
import { leerSeries } from '../../lecturas/cifras.ts';
import type { IndicadorLeido } from '../../lecturas/indicadores.ts';
import { motivoDe } from '../../modules/reporte/reporte.etiquetas.ts';
import { type CifraEscrita, categoriasDe, leerCifras, tardanzas } from '../../modules/reporte/reporte.reglas.ts';
import type { Cifra } from '../../modules/reporte/reporte.ts';
import { tramosDe } from '../../modules/reporte/reporte.views.ts';
import { llevaDenominador } from '../../platform/cifras/celda.ts';
import { posicionesDeCatalogo } from '../../platform/cifras/posiciones.ts';
import { contextoVacio } from '../acciones.ts';
import { type DepsDeOficina, formulario, prohibido, texto } from '../sesion.servidor.ts';
import { textoDe } from './dibujo.servidor.ts';
import { leerCelda, marcaDecimalDe, motivoDeCelda, nombreDeCelda } from './rejilla.ts';
import { cargarIndicador, descendientes } from './vista.servidor.ts';

/** Rows and columns of a grid: what a person can go through, and what one report admits (2000 figures). */
const FILAS = 250;
const COLUMNAS = 6;
const POR_OMISION = 3;

type Params = Readonly<Record<string, string | undefined>>;

/** Territory, periods and category that the address asks for, and whether the office may report. */
async function lugarDe(deps: DepsDeOficina, params: Params, p: URLSearchParams) {
  const acto = deps.registro.acto('ReportarCifras');
  const permiso = acto?.puede(deps.quien.actor, undefined, contextoVacio(deps, ''));
  if (permiso) throw prohibido(permiso.motivo, permiso.remedio);
  const i = await cargarIndicador(deps, params.id);
  const s = i.estado;
  const { actor } = deps.quien;
  const catalogo = deps.catalogo();
  const todoElPais = actor.entidad === s.responsable || actor.entidad === s.sector;
  const propio: TerritorioId = todoElPais ? 'pe' : (actor.territorio ?? 'pe');
  const dado = catalogo.territorio(p.get('territorio') ?? '')?.id ?? propio;
  const dentro = (id: TerritorioId) => {
    const t = catalogo.territorio(id);
    return t?.tipo === s.captura || (s.captura === 'departamento' && t?.tipo === 'ambito')
      ? [t]
      : s.captura === 'pais' && id === 'pe' && t
        ? [t]
        : descendientes(catalogo, id, s.captura);
  };
  const deLaOficina = new Set(dentro(propio).map((t) => t.id));
  const elegidos = dentro(dado).filter((t) => deLaOficina.has(t.id));
  const hoy = fechaDeLima(deps.ahora());
  const abiertos = Object.entries(s.periodos).flatMap(([k, x]) => (x.situacion === 'abierto' ? [Number(k)] : []));
  const ultimo = leerPeriodo(s.periodicidad, p.get('hasta') ?? '') ?? Math.max(...abiertos, correr(s.periodicidad, periodoDe(s.periodicidad, hoy), -1));
  const cuantos = Math.min(COLUMNAS, Math.max(1, Math.trunc(Number(p.get('periodos'))) || POR_OMISION));
  const periodos: Periodo[] = Array.from({ length: cuantos }, (_, k) => correr(s.periodicidad, ultimo, k + 1 - cuantos));
  const categoria = categoriasDe(s).find((c) => c === p.get('categoria')) ?? '';
  return { i, propio, dado, territorios: elegidos.slice(0, FILAS), sobran: Math.max(0, elegidos.length - FILAS), periodos, categoria, cuantos, todoElPais };
}

/** The territory and its parents up to another, from the largest. */
function caminoHasta(catalogo: Catalogo, id: TerritorioId, tope: TerritorioId): TerritorioId[] {
  const padre = catalogo.territorio(id)?.padre;
  return id === tope || !padre ? [id] : [...caminoHasta(catalogo, padre, tope), id];
}

const numeroExacto = (n: number): string => n.toLocaleString('es-PE', { useGrouping: false, maximumFractionDigits: 10 }).replace('.', ',');

/** The grid: territories of the office × periods, with the figures in force. */
export async function datosDeRejilla(deps: DepsDeOficina, params: Params, p: URLSearchParams) {
  const l = await lugarDe(deps, params, p);
  const s = l.i.estado;
  const catalogo = deps.catalogo();
  const posiciones = await posicionesDeCatalogo(deps.db, catalogo);
  const ids = l.territorios.map((t) => t.id);
  const series = await leerSeries(deps.db, l.i.id, s, posiciones, { territorios: ids, categoria: l.categoria, periodo: 0, propios: true });
  const partes = llevaDenominador(s.agregacion)
    ? ([
        { parte: 'v', nombre: s.agregacion === 'razon' ? 'Numerador' : 'Valor' },
        { parte: 'd', nombre: s.agregacion === 'razon' ? 'Denominador' : 'Peso' },
      ] as const)
    : ([{ parte: 'v', nombre: 'Valor' }] as const);
  const ambitos = l.propio === 'pe' ? catalogo.departamentales() : [...catalogo.hijosDe(l.propio)].filter((t) => t.tipo !== s.captura);
  const cabezas = [...new Set([l.propio, ...caminoHasta(catalogo, l.dado, l.propio)])].flatMap((t) => catalogo.territorio(t) ?? []);
  return {
    id: l.i.id,
    titulo: l.i.titulo,
    unidad: s.unidad,
    captura: s.captura,
    numerador: s.numerador,
    denominador: s.denominador,
    partes: [...partes],
    periodos: l.periodos.map((x) => ({
      valor: x,
      corto: periodoCorto(s.periodicidad, x),
      nombre: nombreDePeriodo(s.periodicidad, x),
      abierto: s.periodos[x]?.situacion === 'abierto',
    })),
    hasta: periodoCorto(s.periodicidad, l.periodos.at(-1) as number),
    cuantos: l.cuantos,
    maximo: COLUMNAS,
    categoria: l.categoria,
    categorias: categoriasDe(s).map((c) => ({ valor: c, texto: c || 'Total' })),
    territorio: l.dado,
    territorios: [...cabezas, ...ambitos.filter((t) => !cabezas.some((c) => c.id === t.id))].map((t) => ({ valor: t.id, texto: t.nombre })),
    sobran: l.sobran,
    filas: l.territorios.map((t) => {
      const de = new Map((series.get(t.id) ?? []).filter((x) => x.categoria === l.categoria).map((x) => [x.periodo, x]));
      return {
        id: t.id,
        nombre: t.nombre,
        actual: l.periodos.map((x) => {
          const y = de.get(x);
          if (!y || y.estado === 'nada') return { v: '', d: '' };
          return {
            v: y.reportado ? numeroExacto(y.reportado.num) : textoDe(y, s.decimales),
            d: y.reportado?.den === undefined ? '' : numeroExacto(y.reportado.den),
          };
        }),
      };
    }),
    borrador: `${deps.quien.actor.designacion}:ReportarCifras:${l.i.id}:${l.categoria}`,
    csrf: deps.csrf,
    clave: randomUUID(),
    nuevo: randomUUID(),
  };
}

/** A warning that a figure would have, with the cell where it was written. */
interface AvisoDeCelda {
  celda: string;
  motivo: string;
}

/** What would look odd, before anything is recorded (8.19). */
async function revisar(deps: DepsDeOficina, i: IndicadorLeido, cifras: readonly Cifra[]): Promise<AvisoDeCelda[]> {
  const s = i.estado;
  const posiciones = await posicionesDeCatalogo(deps.db, deps.catalogo());
  const categorias = categoriasDe(s);
  const tramos = tramosDe(cifras, (c) => categorias.indexOf(c), posiciones.de);
  const previstos = await avisosPrevistos(
    deps.db,
    i.id,
    s,
    tramos.map((t) => ({ ...t, categoria: categorias[t.serie] ?? '' })),
  );
  const nombre = (id: TerritorioId) => deps.catalogo().territorio(id)?.nombre ?? id;
  const hoy = fechaDeLima(deps.ahora());
  return [
    ...tardanzas(
      s,
      cifras.map((c) => c.periodo),
      hoy,
    ).map((a) => ({ celda: '', motivo: a.motivo })),
    ...previstos.map((a) => {
      const id = posiciones.en(s.captura)[a.pos] ?? '';
      return {
        celda: nombreDeCelda(id, a.periodo, 'v'),
        motivo: `${nombre(id)}, ${nombreDePeriodo(s.periodicidad, a.periodo)}: ${motivoDe(a, a.valor ?? Number.NaN, s.decimales)}`,
      };
    }),
  ];
}

/** Reports what was written; an empty cell says nothing. Whatever fails, everything typed comes back. */
export async function reportarRejilla(deps: DepsDeOficina, params: Params, request: Request) {
  const l = await lugarDe(deps, params, new URL(request.url).searchParams);
  const s = l.i.estado;
  const datos = await formulario(deps, request);
  const escrito: Record<string, string> = {};
  for (const [k, v] of datos) if (/^[vd]:/.test(k) && typeof v === 'string' && v.trim() !== '') escrito[k] = v;
  const comunes = { motivo: texto(datos, 'motivo'), nuevo: texto(datos, '_nuevo'), clave: texto(datos, '_clave') };
  const errores: Record<string, string> = {};
  const devolver = (titulo: string, lista: readonly Impedimento[], estado: number) =>
    data({ titulo, escrito, comunes, errores, impedimentos: lista.map((x) => ({ ...x })), revision: null as AvisoDeCelda[] | null }, { status: estado });

  const cifras: CifraEscrita[] = [];
  const celdas: string[] = [];
  const marca = (parte: string, decimales: number) =>
    marcaDecimalDe(
      Object.entries(escrito).flatMap(([k, v]) => (k.startsWith(`${parte}:`) ? [v] : [])),
      decimales,
    );
  // The terms of a ratio may have decimals whatever the ratio has.
  const marcas = { v: marca('v', llevaDenominador(s.agregacion) ? 1 : s.decimales), d: marca('d', 1) };
  const nombres = new Map(l.territorios.map((t) => [t.id, t.nombre]));
  for (const t of l.territorios)
    for (const x of l.periodos) {
      const [nv, nd] = [nombreDeCelda(t.id, x, 'v'), nombreDeCelda(t.id, x, 'd')];
      const v = leerCelda(escrito[nv] ?? '', marcas.v);
      const d = leerCelda(escrito[nd] ?? '', marcas.d);
      if (v === null && d === null) continue;
      const falla = (campo: string) => {
        errores[campo] = `${nombres.get(t.id)}, ${nombreDePeriodo(s.periodicidad, x)}: ${motivoDeCelda(escrito[campo] ?? '')}`;
      };
      if (v === undefined) falla(nv);
      if (d === undefined || (d && d.estado !== 'valor')) falla(nd);
      if (v === null) errores[nv] = `${nombres.get(t.id)}, ${nombreDePeriodo(s.periodicidad, x)}: falta el valor; un vacío no es cero.`;
      if (errores[nv] || errores[nd] || !v) continue;
      celdas.push(nv);
      cifras.push({
        territorio: t.id,
        periodo: periodoCorto(s.periodicidad, x),
        categoria: l.categoria,
        estado: v.estado,
        valor: v.valor,
        denominador: d?.valor,
      });
    }
  if (Object.keys(errores).length > 0) return devolver('Hay celdas por corregir', [], 400);
  if (cifras.length === 0)
    return devolver('No hay cifras que reportar', [{ numeral: '8.17', motivo: 'La tabla está vacía.', remedio: 'Escriba o pegue al menos una cifra.' }], 400);
  if (texto(datos, 'enviar') === 'revisar') {
    const leidas = leerCifras(s, cifras, deps.catalogo());
    if ('impedimentos' in leidas) return devolver('Hay celdas por corregir', leidas.impedimentos, 400);
    const revision = await revisar(deps, l.i, leidas.cifras);
    return data({ titulo: '', escrito, comunes, errores, impedimentos: [] as Impedimento[], revision }, { status: 200 });
  }
  const r = await deps.ejecutar(
    {
      acto: 'ReportarCifras',
      expediente: comunes.nuevo,
      datos: { indicador: l.i.id, cifras, motivo: comunes.motivo, enviar: texto(datos, 'enviar') === 'si' },
      clave: comunes.clave,
    },
    deps.quien,
  );
  if (r.ok) return redirect(`/reportes/${r.expediente}?hecho=${r.acto}`);
  const sueltos: Impedimento[] = [];
  for (const x of r.impedimentos) {
    const [, n = '', campo] = /^cifras\[(\d+)\](?:\.(\w+))?/.exec(x.campo ?? '') ?? [];
    const celda = celdas[Number(n)];
    if (n && celda) errores[campo === 'denominador' ? celda.replace(/^v/, 'd') : celda] = `${x.motivo} ${x.remedio}`;
    else sueltos.push(x);
  }
  return devolver(r.titulo, sueltos, r.estado);
}
