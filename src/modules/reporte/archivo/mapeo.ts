import { z } from 'zod';
import { leerPeriodo, type Periodo, periodoEscrito } from '../../../directiva/periodos.ts';
import type { Captura, Indicador } from '../../indicador/indicador.ts';
import { escrituraDe } from './numero.ts';
import { masParecida, palabra } from './parecido.ts';
import { algunas, type Tabla } from './tabla.ts';
import { clave, codigoEscrito, type Lugares, probar, type Sistema, sonNombres } from './territorios.ts';

/** How the columns of a file become figures of one indicator. Columns are named by their header. */
export interface Mapeo {
  sistema: Sistema;
  /** Column of the code; empty when territories are found by name. */
  codigo: string;
  departamento: string;
  provincia: string;
  distrito: string;
  /** Column that holds the period; empty when it is fixed or in the headers. */
  periodo: string;
  /** Column of the month, quarter or semester when the one of the period holds only the year. */
  parte: string;
  /** One period for the whole file. */
  periodoFijo: string;
  /** Wide file: columns whose header is a period. */
  anchas: string[];
  /** Column of the value or numerator; empty in a wide file. */
  valor: string;
  /** Its column; in a message, its data element. */
  denominador: string;
  /** Column of the category and characteristic of the sheet that it holds. */
  categoria: string;
  desagregacion: string;
  /** What to do when territory, period and category repeat; `contar`, each row is one unit and no column holds a value. */
  repetidas: 'rechazar' | 'sumar' | 'contar';
  /** What a blank name or code means; `heredar`, the one above: merged cells of a spreadsheet. */
  vacias: 'rechazar' | 'heredar';
  /** What a zero means in this file: some write it for «no data». */
  ceros: 'valor' | 'sin_dato';
  /** Names or codes as the file writes them, confirmed as a territory by whoever imports. */
  equivalencias: Record<string, string>;
  decimal: 'automatico' | 'punto' | 'coma';
  /** Only the rows that have that value in that column. */
  filtros: Record<string, string>;
}

/** How a filter names the rows that have nothing in a column. */
export const SIN_VALOR = '(vacío)';

/** Whether a row passes the filters; its cells in order of the headers. */
export function pasaFiltros(t: Pick<Tabla, 'cabeceras'>, m: Mapeo): (fila: readonly string[]) => boolean {
  const pares = Object.entries(m.filtros).map(([c, v]) => [t.cabeceras.indexOf(c), v === SIN_VALOR ? '' : v] as const);
  return (f) => pares.every(([i, v]) => (f[i] ?? '') === v);
}

const vacio: Mapeo = {
  sistema: 'inei',
  codigo: '',
  departamento: '',
  provincia: '',
  distrito: '',
  periodo: '',
  parte: '',
  periodoFijo: '',
  anchas: [],
  valor: '',
  denominador: '',
  categoria: '',
  desagregacion: '',
  repetidas: 'rechazar',
  vacias: 'rechazar',
  ceros: 'valor',
  equivalencias: {},
  decimal: 'automatico',
  filtros: {},
};

const columna = z.string().max(500);

/** Parts of a mapping as somebody sends them; what is absent stays as proposed. */
export const MapeoDado = z
  .strictObject({
    sistema: z.enum(['inei', 'reniec', 'nombres']),
    codigo: columna,
    departamento: columna,
    provincia: columna,
    distrito: columna,
    periodo: columna,
    parte: columna,
    periodoFijo: z.string().trim().max(40),
    anchas: z.array(columna).max(1000),
    valor: columna,
    denominador: columna,
    categoria: columna,
    desagregacion: z.string().max(200),
    repetidas: z.enum(['rechazar', 'sumar', 'contar']),
    vacias: z.enum(['rechazar', 'heredar']),
    ceros: z.enum(['valor', 'sin_dato']),
    equivalencias: z.record(z.string().max(500), z.string().max(10)),
    decimal: z.enum(['automatico', 'punto', 'coma']),
    filtros: z.record(columna, columna),
  })
  .partial();

const NOMBRES = {
  codigo: /^(ubigeo|cod(igo)? ?(ubigeo|inei|reniec|distrito|dist|prov|dep|dpto)?|iddist|idprov|iddpto|cod ?ubigeo|inei|reniec|region|ccdd|ubi)$/,
  departamento: /^(departamento|dep|dpto|depto|region|nombre region|nombdep|nom dep)$/,
  provincia: /^(provincia|prov|nombprov|nom prov)$/,
  distrito: /^(distrito|dist|nombdist|nom dist|municipalidad)$/,
  periodo: /^(periodo|ano|anio|year|ano encuesta|mes|fecha|ejercicio|trimestre|semestre)$/,
  anio: /^(ano|anio|year|ejercicio|periodo)$/,
  parte: /^((num|nro|numero|cod)? ?(mes|month|trimestre|semestre))$/,
};

/** Rows spread over the whole file, so that a change in the middle shows. */
export function muestraDe(t: Tabla, cuantas = 400): string[][] {
  return algunas(t.filas, 2 * cuantas, Math.max(1, Math.floor(t.filas.length / cuantas)));
}

/** Looks at headers and values and offers a mapping; whoever imports confirms or changes it. */
export function proponerMapeo(t: Tabla, s: Indicador, l: Lugares): Mapeo {
  const muestra = muestraDe(t);
  /** Cells of a column that say something: blanks of merged cells, totals and notes at the foot weigh nothing. */
  const celdas = (c: string) => muestra.map((f) => f[t.cabeceras.indexOf(c)] ?? '').filter((v) => v.trim() !== '');
  const m: Mapeo = { ...vacio };
  if (t.dimensiones) return deMensaje(t, t.dimensiones, m, muestra, s, l);
  const dePalabras = t.cabeceras.filter((c) => celdas(c).filter((v) => /\p{L}{3}/u.test(v)).length > celdas(c).length * 0.5);
  for (const k of ['departamento', 'provincia', 'distrito'] as const) m[k] = dePalabras.find((c) => NOMBRES[k].test(palabra(c))) ?? '';
  const deCodigos = t.cabeceras.filter((c) => {
    const suyas = celdas(c).filter((v) => /\d/.test(v));
    return suyas.filter((v) => codigoEscrito(v, s.captura) !== undefined).length > suyas.length * 0.9;
  });
  m.codigo = deCodigos.find((c) => NOMBRES.codigo.test(palabra(c)) && !NOMBRES.periodo.test(palabra(c))) ?? '';
  m.sistema = m.codigo ? sistemaDe(t, m, muestra, s.captura, l) : 'nombres';
  if (m.sistema === 'nombres') m.codigo = '';
  const anchas = t.cabeceras.filter((c) => leerPeriodo(s.periodicidad, c) !== undefined);
  const esPeriodo = (c: string) => celdas(c).filter((v) => leerPeriodo(s.periodicidad, v) !== undefined).length > celdas(c).length * 0.9;
  m.periodo = t.cabeceras.find((c) => NOMBRES.periodo.test(palabra(c)) && esPeriodo(c)) ?? '';
  if (!m.periodo) {
    const anio = t.cabeceras.find((c) => NOMBRES.anio.test(palabra(c)));
    const parte = t.cabeceras.find((c) => NOMBRES.parte.test(palabra(c)));
    const [a, p] = [anio, parte].map((c) => t.cabeceras.indexOf(c ?? ''));
    const juntos = muestra.filter((f) => leerPeriodo(s.periodicidad, periodoEscrito(f[a as number] ?? '', f[p as number] ?? '')) !== undefined);
    if (anio && parte && juntos.length > muestra.length * 0.9) Object.assign(m, { periodo: anio, parte });
  }
  if (!m.periodo && anchas.length > 0) m.anchas = anchas;
  const libres = t.cabeceras.filter(
    (c) =>
      ![m.codigo, m.departamento, m.provincia, m.distrito, m.periodo, m.parte].includes(c) &&
      !NOMBRES.codigo.test(palabra(c)) &&
      !NOMBRES.periodo.test(palabra(c)),
  );
  const numericas = libres.filter((c) => {
    const escritas = celdas(c);
    return escritas.filter((v) => /\d/.test(v) && /^[\d.,\s%+-]*$/.test(v)).length > escritas.length * 0.5;
  });
  if (m.anchas.length === 0) {
    m.valor = masParecida(numericas, s.numerador) ?? masParecida(numericas, s.nombre) ?? '';
    // A register has no column of figures: what is counted is its rows.
    if (!m.valor && s.agregacion === 'conteo') m.repetidas = 'contar';
    else m.valor ||= numericas.at(-1) ?? '';
  }
  if (s.denominador)
    m.denominador =
      masParecida(
        numericas.filter((c) => c !== m.valor),
        s.denominador,
      ) ?? '';
  for (const d of s.desagregaciones) {
    const c = libres.find((x) => palabra(x) === clave(d.nombre));
    if (c) {
      m.categoria = c;
      m.desagregacion = d.nombre;
      break;
    }
  }
  return m;
}

/** A message says by name what each attribute is; which data element is this indicator, whoever imports says. */
function deMensaje(t: Tabla, dimensiones: NonNullable<Tabla['dimensiones']>, m: Mapeo, muestra: string[][], s: Indicador, l: Lugares): Mapeo {
  const [elementos, ...otras] = dimensiones;
  const propuesto: Mapeo = { ...m, codigo: 'orgUnit', periodo: 'period', valor: 'value', decimal: 'punto' };
  propuesto.sistema = sistemaDe(t, propuesto, muestra, s.captura, l);
  if (
    s.captura !== 'pais' &&
    sonNombres(
      muestra.map((f) => f[0] ?? ''),
      s.captura,
      l,
    )
  )
    Object.assign(propuesto, { sistema: 'nombres', codigo: '', [s.captura]: 'orgUnit' });
  if (elementos?.valores.length === 1) propuesto.filtros = { [elementos.columna]: elementos.valores[0] as string };
  const d = s.desagregaciones.find((x) => otras.some((o) => clave(o.columna) === clave(x.nombre)));
  if (d) Object.assign(propuesto, { categoria: otras.find((o) => clave(o.columna) === clave(d.nombre))?.columna, desagregacion: d.nombre });
  return propuesto;
}

/** Sample of codes with their names, as `probar` wants them. */
export function codigosDe(t: Tabla, m: Mapeo, filas: readonly string[][]): { codigo: string; distrito?: string; provincia?: string; departamento?: string }[] {
  const en = (f: string[], c: string) => (c ? f[t.cabeceras.indexOf(c)] || undefined : undefined);
  return filas.flatMap((f) => {
    const codigo = en(f, m.codigo);
    return codigo && /\d/.test(codigo) && m.equivalencias[codigo] === undefined
      ? [{ codigo, distrito: en(f, m.distrito), provincia: en(f, m.provincia), departamento: en(f, m.departamento) }]
      : [];
  });
}

function sistemaDe(t: Tabla, m: Mapeo, muestra: readonly string[][], captura: Captura, l: Lugares): Sistema {
  const codigos = codigosDe(t, m, muestra);
  const [inei, reniec] = [probar(codigos, 'inei', captura, l), probar(codigos, 'reniec', captura, l)];
  const mejor = (p: typeof inei) => (p.nombres ?? 1) * p.conocidos;
  // Codes of nobody we know beside names: the names say where each figure is.
  if (mejor(inei) < 0.85 && mejor(reniec) < 0.85 && (m.departamento || m.provincia || m.distrito)) return 'nombres';
  return mejor(reniec) > mejor(inei) ? 'reniec' : 'inei';
}

/** Periods of a wide file by column. */
export const periodosAnchos = (m: Mapeo, s: Indicador): Map<string, Periodo | undefined> => new Map(m.anchas.map((c) => [c, leerPeriodo(s.periodicidad, c)]));

/** What is missing or contradictory in a mapping, by field; empty when it can be used. */
export function faltasDelMapeo(t: Tabla, m: Mapeo, s: Indicador): { campo: keyof Mapeo; motivo: string; remedio?: string }[] {
  const faltas: { campo: keyof Mapeo; motivo: string; remedio?: string }[] = [];
  const exigir = (campo: keyof Mapeo, bien: boolean, motivo: string) => {
    if (!bien) faltas.push({ campo, motivo });
  };
  const existe = (c: string) => c === '' || t.cabeceras.includes(c);
  const elementos = t.dimensiones?.[0]?.valores;
  for (const campo of ['codigo', 'departamento', 'provincia', 'distrito', 'periodo', 'parte', 'valor', 'denominador', 'categoria'] as const)
    exigir(
      campo,
      campo === 'denominador' && elementos ? m.denominador === '' || elementos.includes(m.denominador) : existe(m[campo]),
      `El archivo no tiene la columna «${m[campo]}».`,
    );
  exigir('anchas', m.anchas.every(existe), 'Alguna columna de periodo no está en el archivo.');
  if (s.captura !== 'pais') {
    exigir('codigo', m.sistema === 'nombres' || m.codigo !== '', 'Elija la columna del código de territorio.');
    exigir(s.captura, m.sistema !== 'nombres' || m[s.captura] !== '', `Elija la columna con el nombre de ${s.captura}.`);
  }
  exigir(
    'periodo',
    [m.periodo !== '', m.periodoFijo !== '', m.anchas.length > 0].filter(Boolean).length === 1,
    'Diga dónde está el periodo: en una columna, en las cabeceras o uno solo para todo el archivo.',
  );
  exigir(
    'periodoFijo',
    m.periodoFijo === '' || leerPeriodo(s.periodicidad, m.periodoFijo) !== undefined,
    `«${m.periodoFijo}» no es un periodo de este indicador.`,
  );
  exigir('parte', m.parte === '' || m.periodo !== '', 'Elija también la columna del año.');
  exigir('valor', m.anchas.length > 0 || m.valor !== '' || m.repetidas === 'contar', 'Elija la columna del valor, o cuente las filas.');
  exigir('repetidas', m.repetidas !== 'contar' || (m.anchas.length === 0 && !s.denominador), 'Solo se cuentan filas de un archivo con una fila por unidad.');
  exigir(
    'denominador',
    !s.denominador || m.denominador !== '',
    `Este indicador necesita un denominador: elija su ${elementos ? 'elemento de datos' : 'columna'}.`,
  );
  exigir(
    'desagregacion',
    m.categoria === '' || s.desagregaciones.some((d) => d.nombre === m.desagregacion),
    'Diga qué característica de la ficha contiene la columna.',
  );
  const sobra = Object.keys(m.filtros).find((c) => !t.cabeceras.includes(c));
  exigir('filtros', sobra === undefined, `El archivo no tiene la columna «${sobra}».`);
  if (faltas.length === 0 && t.dimensiones) faltas.push(...faltasDeMensaje(t, t.dimensiones, m));
  if (t.dimensiones) return faltas;
  const columnas = m.repetidas === 'contar' ? [] : m.anchas.length > 0 ? m.anchas : [m.valor, m.denominador].filter(Boolean);
  if (faltas.length === 0 && m.decimal === 'automatico' && !columnas.every((c) => escrituraDe(muestraDe(t).map((f) => f[t.cabeceras.indexOf(c)] ?? ''))))
    faltas.push({ campo: 'decimal', motivo: 'No se distingue si «1.234» son miles o decimales: diga con qué se separan los decimales.' });
  return faltas;
}

/** In a message every figure of an office may come: one data element is this indicator, and its parts are not added up unasked. */
function faltasDeMensaje(t: Tabla, dimensiones: NonNullable<Tabla['dimensiones']>, m: Mapeo): ReturnType<typeof faltasDelMapeo> {
  const [elementos, ...otras] = dimensiones;
  if (elementos && m.filtros[elementos.columna] === undefined)
    return [{ campo: 'filtros', motivo: `El archivo trae ${elementos.valores.length} elementos de datos (dataElement): elija cuál es este indicador.` }];
  const pasa = pasaFiltros(t, m);
  const vistos = new Map(
    otras.filter((o) => o.columna !== m.categoria && o.valores.length > 1).map((o) => [t.cabeceras.indexOf(o.columna), new Set<string>()]),
  );
  let hay = false;
  for (let i = 0; i < t.filas.length; i++) {
    const f = t.filas.en(i);
    if (!pasa(f)) continue;
    hay = true;
    for (const [c, valores] of vistos) if (valores.size < 2) valores.add(f[c] as string);
  }
  if (!hay) {
    const elegido = Object.entries(m.filtros).map(([c, v]) => `${c} = ${v}`);
    return [{ campo: 'filtros', motivo: `Ningún dato del archivo tiene ${elegido.join(' y ')}.`, remedio: 'Elija otro valor.' }];
  }
  const separan = [...vistos].filter(([, valores]) => valores.size > 1).map(([c]) => `«${t.cabeceras[c]}»`);
  if (separan.length === 0 || m.repetidas === 'sumar') return [];
  return [
    {
      campo: 'filtros',
      motivo: `Las cifras vienen separadas por ${separan.join(' y ')}.`,
      remedio: 'Elija un solo valor de cada una, la columna de la categoría, o sumar las repetidas si son partes de un total.',
    },
  ];
}
