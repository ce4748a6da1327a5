import { leerPeriodo, type Periodo, periodoEscrito } from '../../../directiva/periodos.ts';
import type { Indicador } from '../../indicador/indicador.ts';
import { type FichaDeCalidad, fichaEn, reparosPropios } from '../reporte.calidad.ts';
import { motivoDe } from '../reporte.etiquetas.ts';
import { codigosDe, type Mapeo, muestraDe, pasaFiltros, periodosAnchos } from './mapeo.ts';
import { ajenosDeMensaje, denominadoresDeMensaje, partesDeMensaje } from './mensaje.ts';
import { type Celda, type Escritura, escrituraDe, leerCelda } from './numero.ts';
import { agotar, type Tabla } from './tabla.ts';
import { clave, codigosAjenos, type Lugares } from './territorios.ts';
import { esTotal, type Lugar, ubicador } from './ubicar.ts';

/** Marks as the store of figures keeps them (`platform/cifras/tramo.ts`). */
const MARCA = { valor: 1, sin_dato: 2, no_aplica: 3, reservado: 4 } as const;

export interface Falla {
  linea: number;
  columna: string;
  motivo: string;
}

/** Figures of one category and period, by place of the territory. `linea` 0 = nothing. */
export interface Bloque {
  categoria: string;
  periodo: Periodo;
  marca: Uint8Array;
  num: Float64Array;
  den: Float64Array;
  linea: Int32Array;
}

export interface Preparado {
  bloques: Bloque[];
  /** Rows that cannot be used, each with its reason: the first ones, and how many in all. */
  fallas: Falla[];
  rechazadas: number;
  /** What looks odd and goes through. */
  avisos: Falla[];
  avisadas: number;
  filas: number;
  valores: number;
  /** Zeros as written, whatever the mapping takes them for. */
  ceros: number;
  /** Territories written in a way that the catalogue does not know, with the rows that use each. */
  desconocidos: { escrito: string; filas: number }[];
}

/** Most rows explained one by one; beyond them only the count grows. */
const MUESTRA_DE_FALLAS = 100_000;

/**
 * Turns a table into figures, or says why the file cannot be what it is offered as. Nothing is stored.
 * Rows with faults are left out and reported; figures are never clipped, summed or overwritten unless the mapping says so.
 */
export const preparar = (t: Tabla, m: Mapeo, s: Indicador, l: Lugares, lugar: Lugar): Preparado | Ajenos => agotar(prepararPorPartes(t, m, s, l, lugar));

/** The codes of a file are not those of the issuer offered. */
type Ajenos = { motivo: string; remedio: string; desconocidos?: Preparado['desconocidos'] };

/** What a row is worth where rows are counted. */
const UNA: Celda = { clase: 'valor', valor: 1 };

/** Rows read between two pauses. */
const PARTE = 20_000;

/** Same, in parts. */
export function* prepararPorPartes(t: Tabla, m: Mapeo, s: Indicador, l: Lugares, lugar: Lugar): Generator<void, Preparado | Ajenos> {
  if (m.sistema !== 'nombres') {
    const ajenos = codigosAjenos(codigosDe(t, m, muestraDe(t, 4000)), m.sistema, s.captura, l);
    if (ajenos) return t.dimensiones ? { ...ajenos, ...ajenosDeMensaje(t, m, s.captura, l) } : ajenos;
  }
  const en = (c: string) => (c ? t.cabeceras.indexOf(c) : -1);
  const [iPeriodo, iParte, iCategoria, iDen] = [m.periodo, m.parte, m.categoria, m.denominador].map(en) as [number, number, number, number];
  const contar = m.repetidas === 'contar';
  const columnas = contar ? [''] : m.anchas.length > 0 ? m.anchas : [m.valor];
  const escrituras = new Map([...columnas, m.denominador].filter(Boolean).map((c) => [c, escrituraDelMapeo(t, m, c)]));
  const fijo = m.periodoFijo ? leerPeriodo(s.periodicidad, m.periodoFijo) : undefined;
  const anchos = periodosAnchos(m, s);
  const lectores = columnas.map((c) => ({ columna: c, i: en(c), periodo: anchos.get(c) ?? fijo, escritura: escrituras.get(c) as Escritura }));
  const escrituraDen = escrituras.get(m.denominador);
  const ubicar = ubicador(t, m, s, l, lugar);
  const deTerritorio = m.codigo || m[s.captura === 'pais' ? 'departamento' : s.captura];
  const periodos = new Map<string, Periodo | undefined>();
  // In a message, a value without the attribute is that of the whole.
  const categorias = new Map<string, string | undefined>(t.dimensiones ? [['', '']] : []);
  const bloques = new Map<string, Bloque>();
  const fichas = new Map<Periodo, FichaDeCalidad>();
  const salida: Preparado = { bloques: [], fallas: [], rechazadas: 0, avisos: [], avisadas: 0, filas: t.filas.length, valores: 0, ceros: 0, desconocidos: [] };
  const desconocidos = new Map<string, number>();
  const pasa = pasaFiltros(t, m);
  const partes = partesDeMensaje(t, m);
  const denominadores = denominadoresDeMensaje(t, m);
  const fallar = (linea: number, columna: string, motivo: string) => {
    if (++salida.rechazadas <= MUESTRA_DE_FALLAS) salida.fallas.push({ linea, columna, motivo });
  };
  const avisar = (linea: number, columna: string, motivo: string) => {
    if (++salida.avisadas <= MUESTRA_DE_FALLAS) salida.avisos.push({ linea, columna, motivo });
  };

  const periodoDe = (escrito: string): Periodo | undefined => {
    if (!periodos.has(escrito)) periodos.set(escrito, leerPeriodo(s.periodicidad, escrito));
    return periodos.get(escrito);
  };
  const categoriaDe = (escrito: string): string | undefined => {
    if (!categorias.has(escrito)) {
      const d = s.desagregaciones.find((x) => x.nombre === m.desagregacion);
      const c = d?.categorias.find((x) => clave(x) === clave(escrito));
      categorias.set(escrito, c ? `${d?.nombre}: ${c}` : esTotal(escrito) ? '' : undefined);
    }
    return categorias.get(escrito);
  };

  for (let i = 0; i < t.filas.length; i++) {
    const f = t.filas.en(i);
    const linea = t.primera + i;
    if (i % PARTE === PARTE - 1) yield;
    if (!pasa(f) || (f[0] === '' && f.every((v) => v === ''))) continue;
    if (f.length > t.cabeceras.length && f.slice(t.cabeceras.length).some((v) => v.trim() !== '')) {
      fallar(linea, '', `La fila tiene más celdas que la cabecera: quizá un número con «${t.separador}» sin comillas.`);
      continue;
    }
    const u = ubicar(f);
    if ('ajena' in u) {
      avisar(linea, deTerritorio, u.ajena);
      continue;
    }
    if ('falla' in u) {
      if (u.desconocido !== undefined) desconocidos.set(u.desconocido, (desconocidos.get(u.desconocido) ?? 0) + 1);
      fallar(linea, deTerritorio, u.falla);
      continue;
    }
    const { p } = u;
    if (u.aviso) avisar(linea, deTerritorio, u.aviso);
    const categoria = iCategoria < 0 ? '' : categoriaDe(f[iCategoria] ?? '');
    if (categoria === undefined) {
      fallar(linea, m.categoria, `«${f[iCategoria] ?? ''}» no es una categoría de la ficha.`);
      continue;
    }
    const deFila = iPeriodo < 0 ? '' : iParte < 0 ? (f[iPeriodo] ?? '') : periodoEscrito(f[iPeriodo] ?? '', f[iParte] ?? '');
    const dePeriodo = iPeriodo < 0 ? undefined : periodoDe(deFila);
    if (iPeriodo >= 0 && dePeriodo === undefined) {
      fallar(linea, m.periodo, `«${deFila}» no es un periodo de este indicador.`);
      continue;
    }
    for (const lector of lectores) {
      const periodo = dePeriodo ?? (lector.periodo as Periodo);
      const leida: Celda = contar ? UNA : leerCelda(f[lector.i] ?? '', lector.escritura);
      const celda: Celda = leida.clase === 'valor' && leida.valor === 0 && m.ceros === 'sin_dato' ? { clase: 'sin_dato' } : leida;
      if (leida.clase === 'valor' && leida.valor === 0) salida.ceros++;
      if (celda.clase === 'ilegible') {
        fallar(linea, lector.columna, `«${f[lector.i]}» no es un número.`);
        continue;
      }
      let den = Number.NaN;
      if (escrituraDen && (celda.clase === 'valor' || celda.clase === 'reservado')) {
        const d: Celda = leerCelda((denominadores ? denominadores(f) : f[iDen]) ?? '', escrituraDen);
        if (d.clase !== 'valor' || d.valor === 0) {
          fallar(
            linea,
            m.denominador,
            d.clase === 'valor' ? 'El denominador es cero.' : denominadores ? 'Falta el denominador, o está repetido.' : 'Falta el denominador.',
          );
          continue;
        }
        den = d.valor;
      }
      const k = `${categoria}\n${periodo}`;
      const mezcla = partes?.(`${k}\n${p}`, f);
      if (mezcla) fallar(linea, lector.columna, mezcla);
      else anotar(k, categoria, periodo, p, celda, den, linea, lector.columna);
    }
  }

  function anotar(k: string, categoria: string, periodo: Periodo, p: number, celda: Celda, den: number, linea: number, columna: string): void {
    let b = bloques.get(k);
    if (!b) {
      b = {
        categoria,
        periodo,
        marca: new Uint8Array(lugar.cuantos),
        num: new Float64Array(lugar.cuantos).fill(Number.NaN),
        den: new Float64Array(escrituraDen ? lugar.cuantos : 0).fill(Number.NaN),
        linea: new Int32Array(lugar.cuantos),
      };
      bloques.set(k, b);
    }
    const valor = celda.clase === 'valor' ? celda.valor : Number.NaN;
    const antes = b.linea[p] as number;
    if (antes > 0) {
      if (m.repetidas === 'rechazar') {
        fallar(linea, columna, `El territorio y el periodo ya están en la línea ${antes}. Si son partes de un total, elija sumarlas.`);
        return;
      }
      if (celda.clase !== 'valor') return;
      if (b.marca[p] === MARCA.valor) {
        b.num[p] = (b.num[p] as number) + valor;
        if (escrituraDen) b.den[p] = (b.den[p] as number) + den;
        return;
      }
    } else salida.valores++;
    b.linea[p] = linea;
    b.marca[p] = MARCA[celda.clase as keyof typeof MARCA];
    b.num[p] = valor;
    if (escrituraDen) b.den[p] = den;
    if (celda.clase === 'valor') revisar(periodo, valor, den, linea, columna);
  }

  function revisar(periodo: Periodo, valor: number, den: number, linea: number, columna: string): void {
    const ficha = fichas.get(periodo) ?? fichaEn(s, periodo);
    fichas.set(periodo, ficha);
    for (const r of reparosPropios(ficha, valor, den))
      avisar(linea, columna, motivoDe(r, s.agregacion === 'razon' ? (valor / den) * s.factor : valor, s.decimales));
  }

  salida.bloques = [...bloques.values()];
  salida.desconocidos = [...desconocidos].map(([escrito, filas]) => ({ escrito, filas })).sort((a, b) => b.filas - a.filas);
  return salida;
}

function escrituraDelMapeo(t: Tabla, m: Mapeo, columna: string): Escritura {
  if (t.dimensiones) return { decimal: '.', miles: '' };
  const i = t.cabeceras.indexOf(columna);
  if (m.decimal === 'coma') return { decimal: ',', miles: '.' };
  if (m.decimal === 'punto') return { decimal: '.', miles: ',' };
  return escrituraDe(muestraDe(t).map((f) => f[i] ?? '')) ?? { decimal: '.', miles: ',' };
}
