import type { Fecha } from '../../kernel/tipos.ts';
import { ARTICULOS_LOGR, INCORPORADAS_LOGR } from './logr.datos.ts';
import { ARTICULOS_LOM, GRUPOS_LOM, type GrupoLom, INCORPORADAS_LOM } from './lom.datos.ts';
import { NORMAS, type Norma } from './normas.datos.ts';

export type NivelDeCompetencia = 'nacional' | 'regional' | 'provincial' | 'distrital' | 'local';

/** A function that a law gives to a level of government. */
export interface Competencia {
  /** `LOGR-49-g`, `LOM-80-2.6` */
  clave: string;
  norma: string;
  articulo: number;
  /** Letter of the LOGR or numeral of the LOM. */
  inciso: string;
  materia: string;
  nivel: NivelDeCompetencia;
  grupo?: GrupoLom;
  /** Short wording of our own. */
  texto: string;
  vigenteDesde: Fecha;
  /** Last day in force. */
  vigenteHasta?: Fecha;
  /** Law that added it, when it was not in the first text. */
  incorporadaPor?: string;
}

const LEY_LOGR = 'ley-27867';
const LEY_LOM = 'ley-27972';
const DESDE_LOGR = '2003-01-01';
const DESDE_LOM = '2003-05-28';

function incorporacion(
  clave: string,
  tabla: Readonly<Record<string, { ley: string; vigenteDesde: Fecha }>>,
  desde: Fecha,
): Pick<Competencia, 'vigenteDesde' | 'incorporadaPor'> {
  const i = tabla[clave];
  return i ? { vigenteDesde: i.vigenteDesde, incorporadaPor: i.ley } : { vigenteDesde: desde };
}

const logr: readonly Competencia[] = ARTICULOS_LOGR.flatMap(({ articulo, materia, funciones }) =>
  Object.entries(funciones).map(([inciso, texto]): Competencia => {
    const clave = `LOGR-${articulo}-${inciso}`;
    return { clave, norma: LEY_LOGR, articulo, inciso, materia, nivel: 'regional', texto, ...incorporacion(clave, INCORPORADAS_LOGR, DESDE_LOGR) };
  }),
);

const lom: readonly Competencia[] = ARTICULOS_LOM.flatMap(({ articulo, materia, grupos, funciones }) =>
  Object.entries(funciones).map(([inciso, texto]): Competencia => {
    const clave = `LOM-${articulo}-${inciso}`;
    const grupo = grupos[inciso.includes('.') ? Number(inciso.split('.')[0]) : 0];
    if (!grupo) throw new Error(`${clave} no tiene grupo`);
    return {
      clave,
      norma: LEY_LOM,
      articulo,
      inciso,
      materia,
      nivel: GRUPOS_LOM[grupo].nivel,
      grupo,
      texto,
      ...incorporacion(clave, INCORPORADAS_LOM, DESDE_LOM),
    };
  }),
);

/** Functions of both organic laws, in the order of the text. */
export const COMPETENCIAS: readonly Competencia[] = [...logr, ...lom];

const POR_CLAVE: ReadonlyMap<string, Competencia> = new Map(COMPETENCIAS.map((c) => [c.clave, c]));

export function findCompetencia(clave: string): Competencia | undefined {
  return POR_CLAVE.get(clave);
}

interface ConVigencia {
  vigenteDesde?: Fecha;
  vigenteHasta?: Fecha;
}

/** In force on a date; a missing end means no end. */
export function estaVigente({ vigenteDesde, vigenteHasta }: ConVigencia, fecha: Fecha): boolean {
  return (vigenteDesde === undefined || vigenteDesde <= fecha) && (vigenteHasta === undefined || fecha <= vigenteHasta);
}

/** The function, if it was in force on that date: an act is judged by the norm of its date. */
export function competenciaVigente(clave: string, fecha: Fecha): Competencia | undefined {
  const c = POR_CLAVE.get(clave);
  return c && estaVigente(c, fecha) ? c : undefined;
}

/** Lower case without accents: what people type. */
function sinTildes(texto: string): string {
  return texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export interface FiltroDeCompetencia {
  /** Only those in force on this date. */
  fecha?: Fecha;
  nivel?: NivelDeCompetencia;
  limite?: number;
}

const INDICE: readonly { competencia: Competencia; busqueda: string }[] = COMPETENCIAS.map((competencia) => ({
  competencia,
  busqueda: sinTildes(`${competencia.clave} ${competencia.texto} ${competencia.materia}`),
}));

/** Functions that hold every word, accents apart. Those for all municipalities answer for provincial and district ones too. */
export function buscarCompetencias(texto: string, { fecha, nivel, limite = 50 }: FiltroDeCompetencia = {}): readonly Competencia[] {
  const palabras = sinTildes(texto).split(/\s+/).filter(Boolean);
  const esDelNivel = (c: Competencia) => !nivel || c.nivel === nivel || (c.nivel === 'local' && (nivel === 'provincial' || nivel === 'distrital'));
  return INDICE.filter(
    ({ competencia, busqueda }) => palabras.every((p) => busqueda.includes(p)) && esDelNivel(competencia) && (!fecha || estaVigente(competencia, fecha)),
  )
    .slice(0, limite)
    .map(({ competencia }) => competencia);
}

/** «Ley N° 27867, Ley Orgánica de Gobiernos Regionales» */
export function nombreDeNorma(norma: Norma): string {
  return norma.numero === 'Constitución' ? norma.titulo : `${norma.numero}, ${norma.titulo}`;
}

export function findNorma(id: string): Norma | undefined {
  return NORMAS.find((n) => n.id === id);
}
