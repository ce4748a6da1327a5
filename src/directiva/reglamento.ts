import type { NivelDeGobierno } from './consenso.ts';
import { NIVELES_DE_GOBIERNO } from './consenso.ts';

/** Ways in which a commission may meet. */
export const CANALES = { presencial: 'Presencial', virtual: 'Virtual', mixta: 'Mixta', circulacion: 'Por circulación' } as const;
export type Canal = keyof typeof CANALES;

export const PROPONENTES = { asistentes: 'Quienes asistieron a la sesión', miembros: 'Todos los miembros acreditados' } as const;

/**
 * 6.6 ¶2: guidelines, procedures and protocols that the CIG sets for itself. Nothing here is the law: each figure is a
 * parameter of that commission, and lacking any of them it acts with the defaults.
 */
export interface Reglas {
  /** Members present to meet, overall and by level; 0 asks for none. */
  quorum: { total: number } & Record<NivelDeGobierno, number>;
  /** Rounds of concertation before no consensus may be declared (X3). */
  rondas: number;
  /** Calendar days of each round; 0: within the session. */
  diasDeRonda: number;
  suplentes: boolean;
  canales: readonly Canal[];
  /** Calendar days between ordinary sessions; 0: not fixed. */
  periodicidad: number;
  /** Calendar days between convocation and session; 0: not fixed. */
  diasDeConvocatoria: number;
  correcciones: { dias: number; proponen: keyof typeof PROPONENTES };
  plazos: readonly { asunto: string; dias: number }[];
  disposiciones: readonly string[];
}

/** R2: a CIG without rulebook can act, with these. */
export const REGLAS_POR_DEFECTO: Reglas = {
  quorum: { total: 0, nacional: 0, regional: 0, local: 0 },
  rondas: 1,
  diasDeRonda: 0,
  suplentes: true,
  canales: Object.keys(CANALES) as Canal[],
  periodicidad: 0,
  diasDeConvocatoria: 0,
  correcciones: { dias: 5, proponen: 'asistentes' },
  plazos: [],
  disposiciones: [],
};

const numeroO = (n: number, si: string): string => (n > 0 ? `${n} ${si}` : 'No lo fija');

/** Quorum in words, overall and by level. */
export function describirQuorum({ quorum: q }: Reglas): string {
  const niveles = { nacional: 'Gobierno Nacional', regional: 'Gobiernos Regionales', local: 'Gobiernos Locales' };
  return [numeroO(q.total, 'en total'), ...NIVELES_DE_GOBIERNO.filter((k) => q[k] > 0).map((k) => `${q[k]} de ${niveles[k]}`)].join(', ');
}

/** Rulebook as name and value, for screens and for the acta that adopts it. */
export const describirReglas = (r: Reglas): (readonly [nombre: string, valor: string])[] => [
  ['Quórum', describirQuorum(r)],
  ['Rondas de concertación', `${r.rondas}${r.diasDeRonda > 0 ? `, de ${r.diasDeRonda} días cada una` : ', dentro de la sesión'}`],
  ['Suplentes', r.suplentes ? 'Se admiten' : 'No se admiten'],
  ['Canales', r.canales.map((c) => CANALES[c]).join(', ')],
  ['Sesiones ordinarias', numeroO(r.periodicidad, 'días entre una y otra')],
  ['Anticipación de la convocatoria', numeroO(r.diasDeConvocatoria, 'días')],
  ['Correcciones al acta', `${r.correcciones.dias} días; las proponen: ${PROPONENTES[r.correcciones.proponen].toLocaleLowerCase('es-PE')}`],
  ...r.plazos.map((p) => [p.asunto, `${p.dias} días`] as const),
  ['Otras pautas', r.disposiciones.join('\n')],
];

const MAYORIA =
  /\b(mayoria\w*|votacion\w*|vot(?:o|os|a|ar|ara|aran|aron|an|e|en)|sufragio\w*|dirimente|mitad mas uno|dos tercios|tres cuartos|tercera parte|silencio (?:positivo|equivale|se entiende)|(?:se entiende|se tendra por|se considera) (?:aceptad|aprobad|conforme)\w*)\b/g;
const NEGADA = /\b(no|ni|sin|nunca|jamas|tampoco|excluye\w*|prohib\w*|ningun\w*|en vez de|en lugar de)\b/g;
const CONDICION = /\b(consenso|acuerdo|unanimidad|objecion\w*|quorum)\b/;

/**
 * R17: the words of a provision that would put majority, vote or silence in the place of consensus (6.6, 9.7); undefined
 * when it respects it. A clause that only denies the vote is right.
 */
export function contraElConsenso(disposicion: string): string | undefined {
  const llano = disposicion.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  for (const clausula of llano.split(/[.;,:\n]+/)) {
    for (const hallada of clausula.matchAll(MAYORIA)) {
      const antes = clausula.slice(0, hallada.index);
      const negacion = [...antes.matchAll(NEGADA)].at(-1);
      const entre = negacion ? antes.slice(negacion.index) : '';
      if (!negacion || CONDICION.test(entre)) return hallada[0];
    }
  }
  return undefined;
}

interface Presente {
  nivel: NivelDeGobierno;
}

/** What the rulebook asks for and is not present: overall or by level. Empty when met or when none was set. */
export function faltaQuorum(reglas: Reglas, presentes: readonly Presente[]): { de: NivelDeGobierno | 'total'; hay: number; pide: number }[] {
  const hay = (de: NivelDeGobierno | 'total') => (de === 'total' ? presentes : presentes.filter((p) => p.nivel === de)).length;
  return (['total', ...NIVELES_DE_GOBIERNO] as const).map((de) => ({ de, hay: hay(de), pide: reglas.quorum[de] })).filter((q) => q.hay < q.pide);
}

/** Member, office or norm in force on a date: from its first day, to its last (`vence`), or until withdrawn (`hasta`). */
export function vigenteEl(x: { desde: string; vence?: string; hasta?: string }, fecha: string): boolean {
  return x.desde <= fecha && (x.vence === undefined || x.vence >= fecha) && (x.hasta === undefined || x.hasta > fecha);
}

/** Last of the adopted rulebooks in force on a date; the defaults before the first one. */
export function reglasEl(adoptados: readonly { desde: string; reglas: Reglas }[] | undefined, fecha: string): Reglas {
  return adoptados?.findLast((r) => r.desde <= fecha)?.reglas ?? REGLAS_POR_DEFECTO;
}
