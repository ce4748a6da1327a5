import { parse } from 'csv-parse/sync';
import { GRUPOS_LOM, type GrupoLom } from './lom.datos.ts';
import { type Competencia, findCompetencia, findNorma, nombreDeNorma } from './norma.ts';
import { NORMAS } from './normas.datos.ts';

/** A norm as `ImportarNormas` records it. */
export interface FilaNorma {
  id: string;
  nombre: string;
  emitida?: string;
  vigenteDesde?: string;
  vigenteHasta?: string;
  fechasVerificadas?: boolean;
}

/** A function as `ImportarNormas` records it. */
export interface FilaCompetencia {
  clave: string;
  norma: string;
  texto: string;
  materia?: string;
  nivel?: Competencia['nivel'];
  grupo?: string;
  textoCompleto?: string;
  vigenteDesde?: string;
  vigenteHasta?: string;
}

/** Data of `ImportarNormas`. `archivo` is the sha-256 of the file, in hex. */
export interface DatosDeNormas {
  archivo: string;
  resumen: Record<string, number>;
  normas: FilaNorma[];
  competencias: FilaCompetencia[];
}

/** What was wrong with a row, or worth knowing. `campo` is the column as the file names it. */
export interface Observacion {
  linea: number;
  campo: string;
  motivo: string;
}

/** `lineas`: where each function of `datos` is in the file. */
export type NormasPreparadas =
  | { ok: true; ley: 'LOGR' | 'LOM'; datos: DatosDeNormas; lineas: Readonly<Record<string, number>>; rechazos: Observacion[]; avisos: Observacion[] }
  | { ok: false; motivo: string; remedio: string };

type Ley = 'LOGR' | 'LOM';

/** Column that tells both tables apart, and the norm each one belongs to. */
const LEYES: Readonly<Record<Ley, { inciso: string; norma: string; forma: RegExp; ejemplo: string; articulos: readonly [number, number] }>> = {
  LOGR: { inciso: 'literal', norma: 'ley-27867', forma: /^[a-zñ]$/, ejemplo: 'g', articulos: [47, 64] },
  LOM: { inciso: 'numeral', norma: 'ley-27972', forma: /^\d{1,2}(\.\d{1,2})?$/, ejemplo: '2.6', articulos: [79, 86] },
};

const MINIMAS = ['articulo', 'funcion'] as const;
/** Longest text that the catalogue keeps. */
const MAXIMO = 4000;

interface Registro {
  record: Record<string, string>;
  info: { lines: number };
}

const normal = (texto: string) => texto.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

/** Spaces joined; marks of notes and stray quotes that published tables leave at the end removed: `texto." (1)` → `texto.` */
function limpiar(texto: string): string {
  const sinNota = texto
    .replace(/\s+/g, ' ')
    .replace(/\s*\((?:\d{0,2}|\*+)\)\s*$/, '')
    .trim();
  const cuerpo = sinNota.replace(/[\s"“”.]+$/, '');
  return /\.[\s"“”.]*$/.test(sinNota) ? `${cuerpo}.` : cuerpo;
}

function detectar(columnas: readonly string[]): Ley | undefined {
  if (!MINIMAS.every((c) => columnas.includes(c))) return undefined;
  return (Object.keys(LEYES) as Ley[]).find((l) => columnas.includes(LEYES[l].inciso));
}

function leer(texto: string): Registro[] | string {
  const primera = texto.slice(0, texto.search(/[\r\n]|$/));
  try {
    return parse(texto, {
      bom: true,
      columns: (cabecera: string[]) => cabecera.map(normal),
      delimiter: primera.split(';').length > primera.split(',').length ? ';' : ',',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Registro[];
  } catch (e) {
    const { lines } = e as { lines?: unknown };
    return typeof lines === 'number' ? `: cerca de la línea ${lines} hay comillas mal puestas o sin cerrar` : '';
  }
}

type FilaLeida = { competencia: FilaCompetencia; aviso?: Observacion } | { rechazo: Observacion };

/** Group of a function that our table does not have, by the name the file gives it. */
function grupoPorNombre(nombre: string): GrupoLom | undefined {
  const n = normal(nombre);
  const tipo = n.includes('exclusiva') ? 'exclusiva' : n.includes('compartida') ? 'compartida' : undefined;
  if (n.includes('gobierno nacional')) return 'compartida_local';
  const nivel = n.includes('provincial') ? 'provincial' : n.includes('distrital') ? 'distrital' : undefined;
  return tipo && nivel ? `${tipo}_${nivel}` : undefined;
}

function leerFila({ record }: Registro, linea: number, ley: Ley): FilaLeida {
  const { inciso: columna, forma, ejemplo, norma, articulos } = LEYES[ley];
  const rechazo = (campo: string, motivo: string): FilaLeida => ({ rechazo: { linea, campo, motivo } });
  const articulo = Number(record.articulo);
  const [desde, hasta] = articulos;
  if (!Number.isInteger(articulo) || articulo < desde || articulo > hasta)
    return rechazo('articulo', `Se espera un artículo entre ${desde} y ${hasta}; la fila dice «${record.articulo ?? ''}».`);
  const inciso = normal(record[columna] ?? '').replace(/[.)]+$/, '');
  if (!forma.test(inciso)) return rechazo(columna, `Se espera un valor como «${ejemplo}»; la fila dice «${record[columna] ?? ''}».`);
  const completo = limpiar(record.funcion ?? '');
  if (completo === '') return rechazo('funcion', 'La función está vacía.');
  if (completo.length > MAXIMO) return rechazo('funcion', `La función tiene más de ${MAXIMO} caracteres.`);
  const clave = `${ley}-${articulo}-${inciso}`;
  const propia = findCompetencia(clave);
  if (propia) return { competencia: { ...filaDe(propia), textoCompleto: completo } };
  const grupo = grupoPorNombre(record.grupo ?? '');
  return {
    competencia: {
      clave,
      norma,
      texto: completo.slice(0, 2000),
      materia: limpiar(record.materia ?? '') || undefined,
      nivel: ley === 'LOGR' ? 'regional' : grupo ? GRUPOS_LOM[grupo].nivel : 'local',
      grupo: grupo && GRUPOS_LOM[grupo].nombre,
      textoCompleto: completo,
    },
    aviso: { linea, campo: columna, motivo: `${clave} no está en la base de Ayni: se incorpora con el texto del archivo y sin fecha de vigencia.` },
  };
}

/**
 * Reads a full table of functions (LOGR arts. 47–64 or LOM arts. 79–86) and prepares `ImportarNormas`. The law is told by the
 * headers. Our short wording stays; the text of the file is kept beside it. What the file omits stays as it was.
 * @param archivo sha-256 of the file, in hex.
 */
export function prepararNormas(texto: string, archivo: string): NormasPreparadas {
  if (texto.includes('\uFFFD'))
    return { ok: false, motivo: 'El archivo no está en UTF-8: sus tildes se perderían.', remedio: 'Guárdelo como UTF-8 e inténtelo de nuevo.' };
  const filas = leer(texto);
  if (typeof filas === 'string')
    return { ok: false, motivo: `El archivo no se puede leer como tabla${filas}.`, remedio: 'Use una tabla en UTF-8 separada por coma o punto y coma.' };
  const ley = filas[0] && detectar(Object.keys(filas[0].record));
  if (!ley)
    return {
      ok: false,
      motivo: 'Las columnas no corresponden a una tabla de funciones conocida.',
      remedio: 'Se esperan articulo, literal y funcion (Ley 27867), o articulo, numeral y funcion (Ley 27972).',
    };
  const competencias = new Map<string, FilaCompetencia>();
  const lineaDe = new Map<string, number>();
  const rechazos: Observacion[] = [];
  const avisos: Observacion[] = [];
  let anterior = 1;
  for (const registro of filas) {
    const linea = anterior + 1;
    anterior = registro.info.lines;
    const leida = leerFila(registro, linea, ley);
    if ('rechazo' in leida) {
      rechazos.push(leida.rechazo);
      continue;
    }
    const { clave } = leida.competencia;
    const antes = lineaDe.get(clave);
    if (antes !== undefined) {
      rechazos.push({ linea, campo: LEYES[ley].inciso, motivo: `${clave} ya está en la línea ${antes}.` });
      continue;
    }
    lineaDe.set(clave, linea);
    competencias.set(clave, leida.competencia);
    if (leida.aviso) avisos.push(leida.aviso);
  }
  const norma = findNorma(LEYES[ley].norma);
  return {
    ok: true,
    ley,
    rechazos,
    avisos,
    lineas: Object.fromEntries(lineaDe),
    datos: {
      archivo,
      resumen: { incorporado: competencias.size - avisos.length, nuevo: avisos.length, rechazado: rechazos.length },
      normas: norma ? [filaDeNorma(norma)] : [],
      competencias: [...competencias.values()],
    },
  };
}

function filaDeNorma(n: (typeof NORMAS)[number]): FilaNorma {
  return {
    id: n.id,
    nombre: nombreDeNorma(n),
    emitida: n.emitida,
    vigenteDesde: n.vigenteDesde,
    vigenteHasta: n.vigenteHasta,
    fechasVerificadas: n.fechasVerificadas,
  };
}

function filaDe(c: Competencia): FilaCompetencia {
  return {
    clave: c.clave,
    norma: c.norma,
    texto: c.texto,
    materia: c.materia,
    nivel: c.nivel,
    grupo: c.grupo && GRUPOS_LOM[c.grupo].nombre,
    vigenteDesde: c.vigenteDesde,
    vigenteHasta: c.vigenteHasta,
  };
}

/** Norms and functions that an installation begins with, for its first `ImportarNormas`. `archivo` identifies this base. */
export function normasBase(competencias: readonly Competencia[], archivo: string): DatosDeNormas {
  return { archivo, resumen: { nuevo: NORMAS.length + competencias.length }, normas: NORMAS.map(filaDeNorma), competencias: competencias.map(filaDe) };
}
