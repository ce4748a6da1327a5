import type { Actor, Advertencia, Catalogo, DecididoPor, Fecha, Ficha, Hecho, Id, Impedimento, Instante, Marca } from './tipos.ts';

/** What a validator must offer; zod objects do. Keeps the kernel free of dependencies. */
export interface Esquema<D> {
  parse(valor: unknown): D;
}

/** Another expediente as read and locked for this acto. `estado` is its folded state: type it by its module. */
export interface Leido<S = unknown> {
  id: Id;
  tipo: string;
  version: number;
  estado: S;
}

/** Everything a decision may know. Clock, ids, actor and facts are arguments: decisions stay pure. */
export interface Contexto {
  /** Expediente on which the acto is performed. */
  id: Id;
  hoy: Fecha;
  ahora: Instante;
  /** Legal date of the acto: authority and norm are judged by it. */
  ocurridoEl: Fecha;
  actor: Actor;
  decididoPor?: DecididoPor;
  catalogo: Catalogo;
  /** Expedientes cited by `refs(datos)` or reached by the relations of the expediente. */
  leidos: Readonly<Record<string, Leido | undefined>>;
  /** What the finding named by the acto established; undefined outside `execute`. */
  pericia?: unknown;
  /** sha-256 in hex of a UTF-8 text. */
  huella(texto: string): string;
}

/** A hecho for this expediente, for another declared one named by its role (`en`), or the first of one that the acto opens (`abre`). */
export type HechoPara<H extends Hecho = Hecho> = H & { en?: string; abre?: { tipo: string; id: Id } };

export type Decision<H extends Hecho = Hecho> =
  | { hechos: readonly HechoPara<H>[]; advertencias?: readonly Advertencia[] }
  | { impedimentos: readonly Impedimento[] };

/** `null` when the office may; otherwise why not and who may. */
export type Permiso = null | { motivo: string; remedio: string; numeral?: string };

/**
 * One thing an office can do. From it come, without further code: endpoint, OpenAPI entry, form, button,
 * permission test and traceability row.
 */
export interface Acto<S = unknown, D = unknown, H extends Hecho = Hecho> {
  /** Infinitive + noun: `ElevarModelo`. */
  nombre: string;
  /** What the button says: «Elevar el modelo a la CIG». */
  titulo: string;
  /** One plain sentence that explains the acto to who performs it. */
  resumen: string;
  /** Module it belongs to: `modelo`. */
  expediente: string;
  numerales: readonly string[];
  /** True when it opens the expediente (client-made id, version 0). */
  crea?: boolean;
  /** `version` needs the version seen (If-Match); `conmuta` does not. */
  concurrencia: 'version' | 'conmuta';
  datos: Esquema<D>;
  /** Finding that `execute` gathers before deciding, of what no client may assert: a document generated, a signature verified (ADR 0010). */
  pericia?: string;
  /** Expedientes cited in the data, by role. */
  refs?: (datos: D) => Record<string, Id | undefined>;
  /** Roles (from `refs` or from the relations of the expediente) that the acto also writes; `asunto-*` names all that start so. */
  escribe?: (datos: D) => readonly string[];
  /** Kinds of expediente that it may open besides its own. */
  abre?: readonly string[];
  puede: (actor: Actor, estado: S, ctx: Contexto, datos?: D) => Permiso;
  /** What blocks it now, before any form. */
  impide?: (estado: S, ctx: Contexto) => readonly Impedimento[];
  decidir: (estado: S, datos: D, ctx: Contexto) => Decision<H>;
}

// biome-ignore lint/suspicious/noExplicitAny: the registry holds actos of every state and data shape.
export type ActoCualquiera = Acto<any, any, any>;

/** What the CIG decided, as the expediente it concerns receives it. */
export interface Acuerdo {
  cig: Id;
  sesion: Id;
  /** Number of the item in the agenda. */
  asunto: number;
  /** «Sesión Ordinaria II» */
  nombreSesion: string;
  /** Levels without position, printed as warning (R2). */
  nivelesAusentes: readonly string[];
}

/**
 * What a CIG agreement does to an expediente of this module (8.6, 8.9, 8.10.v, 8.13–8.15). The registry turns each one
 * into an acto of the session; the consensus rule of 6.6 is checked there, once, for all.
 */
export interface EfectoDeAcuerdo<S = unknown, D = unknown, H extends Hecho = Hecho> {
  /** Infinitive + noun, also the name of the acto: `AprobarPlan`. */
  nombre: string;
  titulo: string;
  resumen: string;
  numerales: readonly string[];
  /** What the agreement adds to the item: amendments, chosen managers… */
  datos: Esquema<D>;
  /** Other expedientes that its data cite, by role, and those of them that it also writes, as in an acto. */
  refs?: (datos: D) => Record<string, Id | undefined>;
  escribe?: (datos: D) => readonly string[];
  /** What blocks it on the side of the expediente, consensus apart. */
  impide?: (estado: S, ctx: Contexto) => readonly Impedimento[];
  decidir: (estado: S, datos: D, acuerdo: Acuerdo, ctx: Contexto) => Decision<H>;
  /** True for the one outcome that needs standing objections instead of consensus (X3). */
  sinConsenso?: boolean;
  /** Hechos when the session closes without deciding the item (R6). */
  sinAcuerdo?: (estado: S, acuerdo: Acuerdo, ctx: Contexto) => readonly H[];
}

// biome-ignore lint/suspicious/noExplicitAny: as above.
export type EfectoCualquiera = EfectoDeAcuerdo<any, any, any>;

/** Identity that infers state, data and hechos. */
export function efecto<S, D, H extends Hecho>(definicion: EfectoDeAcuerdo<S, D, H>): EfectoDeAcuerdo<S, D, H> {
  return definicion;
}

/** A noun of the Directive. */
export interface Modulo<S = unknown, H extends Hecho = Hecho> {
  /** `modelo` */
  tipo: string;
  /** «Modelo Específico» */
  nombre: string;
  /** Prefix of the number of the expediente: `PTI`, `ME`… numbered per entity and year. */
  serie: string;
  /** Series of one expediente, where the kind has several. */
  serieDe?: (estado: S) => string;
  evolve: (estado: S | undefined, hecho: H, marca: Marca) => S;
  ficha: (estado: S) => Ficha;
  actos: readonly ActoCualquiera[];
  /** What CIG agreements can do to it. */
  acuerdos?: readonly EfectoCualquiera[];
  /** Cure when `ficha.unica` is already taken. */
  unicidad?: Impedimento;
}

// biome-ignore lint/suspicious/noExplicitAny: as above.
export type ModuloCualquiera = Modulo<any, any>;

/** Identity that infers state, data and hechos. */
export function acto<S, D, H extends Hecho>(definicion: Acto<S, D, H>): Acto<S, D, H> {
  return definicion;
}

/** True when the decision refuses. */
export function esRechazo(d: Decision): d is { impedimentos: readonly Impedimento[] } {
  return 'impedimentos' in d;
}
