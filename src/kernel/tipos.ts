/** Words shared by every room of the house. Pure types: no dependency, no behaviour. */

/** UUID v7, made by the client or by the server before the acto runs. */
export type Id = string;
/** Legal date `aaaa-mm-dd` in the calendar of America/Lima. */
export type Fecha = string;
/** Instant, ISO 8601 in UTC. */
export type Instante = string;
/** Catalogue key of an entity: `minsa`, `gr-09`, `mp-0901`, `md-090102`. */
export type EntidadId = string;
/** INEI code (`09`, `0901`, `090101`), `pe` for the country, `15M`/`15P` for the two departmental territories of Lima (A6). */
export type TerritorioId = string;

export type Nivel = 'nacional' | 'regional' | 'provincial' | 'distrital';

/** What stands recorded. `v` is the version of the shape of `datos`: old ones stay readable. */
export interface Hecho<T extends string = string, D = unknown> {
  tipo: T;
  v: number;
  datos: D;
}

/** When a hecho counts and when it was written, beside the office that did it. */
export interface Marca {
  ocurridoEl: Fecha;
  registradoEn: Instante;
  acto: Id;
  designacion: Id;
  entidad: EntidadId;
  cargo: string;
  /** Who decided, when it is not who recorded. */
  decididoPor?: DecididoPor;
}

/** A refusal: what rule, why, and what would cure it. `campo` names the field of the form where there is one. */
export interface Impedimento {
  numeral: string;
  motivo: string;
  remedio: string;
  campo?: string;
}

/** Let through, kept on record (effect W). */
export interface Advertencia {
  numeral: string;
  motivo: string;
}

/** Who waits to act: any of these offices of this entity. */
export interface Destinatario {
  entidad: EntidadId;
  cargos: readonly string[];
}

/** What an expediente waits for (bandeja, effect T). Derived from the state, never typed. */
export interface Pendiente {
  clave: string;
  que: string;
  numeral: string;
  para: readonly Destinatario[];
  desde: Fecha;
  vence?: Fecha;
  /** Name of the acto that settles it. */
  acto?: string;
}

/** What lists, links and search need of any expediente. Derived from the state. */
export interface Ficha {
  titulo: string;
  /** Masculine singular, e.g. `elevado`. */
  situacion: string;
  entidad: EntidadId;
  territorio?: TerritorioId;
  /** Other expedientes by role: `{ servicio: id, 'asunto-1': id }`. */
  relaciones: Readonly<Record<string, Id>>;
  /** Entities that take part, for «espero de otros» and scoping. */
  participantes: readonly EntidadId[];
  /** Key of an invariant over sets: no two live expedientes of the module share it. */
  unica?: string;
  pendientes: readonly Pendiente[];
}

export interface Territorio {
  id: TerritorioId;
  nombre: string;
  tipo: 'pais' | 'departamento' | 'ambito' | 'provincia' | 'distrito';
  padre?: TerritorioId;
  /** Departmental territory that an ETTI or a departmental modelo would use (A6); undefined for `pe` and `15`. */
  departamental?: TerritorioId;
  /** District that the provincial municipality itself governs (A17). */
  cercado?: boolean;
}

export type TipoEntidad =
  | 'ministerio'
  | 'pcm'
  | 'secretaria_pcm'
  | 'adscrito'
  | 'gobierno_regional'
  | 'municipalidad_provincial'
  | 'municipalidad_distrital'
  | 'asociacion'
  | 'otro';

export interface Entidad {
  id: EntidadId;
  nombre: string;
  sigla?: string;
  tipo: TipoEntidad;
  nivel: Nivel;
  territorio?: TerritorioId;
  /** Ministry whose sector it belongs to: itself for a ministry, the ministry of adscription for an adscribed body. */
  sector?: EntidadId;
  vigenteDesde?: Fecha;
  vigenteHasta?: Fecha;
}

/** Territory, entities and norms in force, as the pure rules see them. */
export interface Catalogo {
  territorio(id: TerritorioId): Territorio | undefined;
  hijosDe(id: TerritorioId): readonly Territorio[];
  /** Provinces of a departmental territory (`09`, `15M`, `15P`, `07`…). */
  provinciasDe(departamental: TerritorioId): readonly Territorio[];
  /** The 26 departmental territories (A6). */
  departamentales(): readonly Territorio[];
  entidad(id: EntidadId): Entidad | undefined;
  /** Government of a territory: regional, provincial or district. */
  gobiernoDe(territorio: TerritorioId): Entidad | undefined;
  entidades(): readonly Entidad[];
  /** Norm or competence citable by key, e.g. `LOGR-58-b`. */
  competencia(clave: string): { clave: string; texto: string; vigenteDesde?: Fecha; vigenteHasta?: Fecha } | undefined;
}

export type Calidad = 'titular' | 'encargatura' | 'suplencia' | 'representante';

/** Who acts: one office at a time. Permissions follow from it, never from a user flag. */
export interface Actor {
  persona: Id;
  designacion: Id;
  cargo: string;
  calidad: Calidad;
  entidad: EntidadId;
  tipoEntidad: TipoEntidad;
  nivel: Nivel;
  sector?: EntidadId;
  territorio?: TerritorioId;
  desde: Fecha;
  hasta?: Fecha;
}

/** An acto decided by somebody who never signs in (a Minister, a Council), recorded by an office entitled to. */
export interface DecididoPor {
  entidad: EntidadId;
  cargo: string;
}
