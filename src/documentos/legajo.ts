import { nombreDeCargo } from '../directiva/cargos.ts';
import type { NivelDeGobierno } from '../directiva/consenso.ts';
import type { Catalogo, EntidadId, Fecha, Hecho, Id, Impedimento, Marca, TerritorioId } from '../kernel/tipos.ts';
import type { Bloque, Firmante } from '../platform/pdf/documento.ts';

export interface OtroExpediente {
  id: Id;
  tipo: string;
  codigo: string;
  titulo: string;
  estado: unknown;
}

/** A record as the builders see it: state and hechos of one version, the expedientes it cites, the catalogue. */
export interface Legajo<S = unknown> {
  id: Id;
  tipo: string;
  codigo: string;
  titulo: string;
  version: number;
  /** Last link of the chain at that version. */
  huella: string;
  demo: boolean;
  estado: S;
  hechos: readonly { hecho: Hecho; marca: Marca }[];
  otros: ReadonlyMap<Id, OtroExpediente>;
  catalogo: Catalogo;
}

/** One kind of document that an expediente can produce. `v` names the part it is about where there are several. */
export interface TipoDeDocumento<S = unknown> {
  /** In addresses: `acta`, `resolucion`. */
  clave: string;
  nombre: string;
  expediente: string;
  numerales: readonly string[];
  /** Parts of the state with a document of their own; absent: one document for the expediente. */
  variantes?: (l: Legajo<S>) => readonly { clave: string; nombre: string }[];
  /** Expedientes whose state it prints, besides those it relates to. */
  necesita?: (estado: S) => readonly (Id | undefined)[];
  /** Why it cannot be produced yet; undefined when it can. */
  falta: (l: Legajo<S>, v: string) => Impedimento | undefined;
  titulo: (l: Legajo<S>, v: string) => string;
  /** Entity in the header. */
  entidad: (l: Legajo<S>, v: string) => EntidadId;
  fecha: (l: Legajo<S>, v: string) => Fecha;
  /** Still a draft: marked «PROYECTO». */
  proyecto: (l: Legajo<S>, v: string) => boolean;
  /** Anybody may know that it exists and what it is called; otherwise only its bytes can be checked. */
  publico: (l: Legajo<S>, v: string) => boolean;
  firmantes: (l: Legajo<S>, v: string) => readonly Firmante[];
  bloques: (l: Legajo<S>, v: string) => readonly Bloque[];
}

const TITULARES: ReadonlySet<string> = new Set(['gobernador', 'alcalde_provincial', 'alcalde_distrital', 'consejo_regional', 'concejo_provincial']);

export const nombreDeEntidad = (l: Pick<Legajo, 'catalogo'>, id: EntidadId): string => l.catalogo.entidad(id)?.nombre ?? id;

/** «Órgano encargado de la descentralización del Ministerio de Salud». */
export function oficinaDe(l: Pick<Legajo, 'catalogo'>, entidad: EntidadId, cargo: string): string {
  const nombre = nombreDeEntidad(l, entidad);
  const oficio = nombreDeCargo(cargo);
  if (nombre === oficio) return nombre;
  if (cargo === 'representante_asociacion') return `Representante ${conDe(nombre)}`;
  // «Gobernación Regional de Huancavelica», not «… del Gobierno Regional de Huancavelica».
  const lugar = TITULARES.has(cargo) ? /^(?:Gobierno Regional|Municipalidad Provincial|Municipalidad Distrital) (de.*)$/.exec(nombre)?.[1] : undefined;
  return `${oficio} ${lugar ?? conDe(nombre)}`;
}

/** With its article: «el Órgano…», «la Alcaldía…». */
export const elOLa = (oficina: string): string =>
  `${/^(Órgano|Despacho|Funcionario|Equipo|Consejo|Concejo|Representante)/.test(oficina) ? 'el' : 'la'} ${oficina}`;

/** «del Ministerio…», «de la Municipalidad…». */
export function conDe(nombre: string): string {
  if (/^(Ministerio|Gobierno|Instituto|Organismo|Servicio|Seguro|Consejo|Concejo)\b/.test(nombre)) return `del ${nombre}`;
  return /^(Municipalidad|Secretaría|Presidencia|Asamblea|Asociación|Autoridad|Red|Comisión|Mancomunidad)\b/.test(nombre) ? `de la ${nombre}` : `de ${nombre}`;
}

/** «Al Ministerio…», «A la Municipalidad…». */
export const conA = (nombre: string): string => conDe(nombre).replace(/^del /, 'Al ').replace(/^de /, 'A ');

/** «departamento de Huancavelica», «provincia de Acobamba». */
export function territorioDe(l: Pick<Legajo, 'catalogo'>, id: TerritorioId): string {
  const t = l.catalogo.territorio(id);
  if (!t) return id;
  return t.tipo === 'departamento' || t.tipo === 'provincia' || t.tipo === 'distrito' ? `${t.tipo} de ${t.nombre}` : t.nombre;
}

/** «del departamento de…», «de la provincia de…», «de Lima Metropolitana». */
export const deTerritorio = (nombre: string): string =>
  /^(departamento|distrito) /.test(nombre) ? `del ${nombre}` : /^provincia /.test(nombre) ? `de la ${nombre}` : `de ${nombre}`;

const MESES = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'setiembre', 'octubre', 'noviembre', 'diciembre'];

/** `2026-03-02` → «2 de marzo de 2026». */
export function fechaLarga(fecha: Fecha): string {
  const [anio, mes, dia] = fecha.split('-').map(Number);
  return `${dia} de ${MESES[(mes ?? 1) - 1]} de ${anio}`;
}

export const NIVELES: Readonly<Record<NivelDeGobierno, string>> = {
  nacional: 'Gobierno Nacional',
  regional: 'Gobiernos Regionales',
  local: 'Gobiernos Locales',
};

/** Sign of an entity for numbers: `MINSA`. */
export const siglaDe = (l: Pick<Legajo, 'catalogo'>, id: EntidadId): string => l.catalogo.entidad(id)?.sigla ?? id.toUpperCase();

/** Last hecho of a kind, with its mark. */
export function ultimo<D>(l: Pick<Legajo, 'hechos'>, tipo: string): { datos: D; marca: Marca } | undefined {
  const h = l.hechos.findLast((x) => x.hecho.tipo === tipo);
  return h && { datos: h.hecho.datos as D, marca: h.marca };
}

/** State of an expediente it cites, if it is of that kind. */
export function otroDe<S>(l: Pick<Legajo, 'otros'>, id: Id | undefined, tipo: string): S | undefined {
  const o = id ? l.otros.get(id) : undefined;
  return o?.tipo === tipo ? (o.estado as S) : undefined;
}

/** List in words: «a, b y c». */
export function enumerar(partes: readonly string[]): string {
  if (partes.length < 2) return partes.join('');
  const ultima = partes.at(-1) ?? '';
  return `${partes.slice(0, -1).join(', ')} ${/^h?i(?!e)/i.test(ultima) ? 'e' : 'y'} ${ultima}`;
}

/** Free text as paragraphs, one per line written. */
export const parrafos = (texto: string | undefined, vacio = 'Sin contenido registrado.'): Bloque[] => {
  const lineas = (texto ?? '')
    .split(/\n+/)
    .map((x) => x.trim())
    .filter(Boolean);
  return (lineas.length > 0 ? lineas : [vacio]).map((t) => ({ clase: 'parrafo', texto: t }));
};

/** Lines of signature as printed, from who signs. */
export function lineasDeFirma(l: Pick<Legajo, 'catalogo'>, firmantes: readonly Firmante[]): Bloque[] {
  const PAPELES = { visto_bueno: 'Visto bueno', aprueba: 'Aprueba', suscribe: 'Suscribe' } as const;
  return firmantes.length === 0
    ? []
    : [
        {
          clase: 'firmas',
          lineas: firmantes.map((f) => ({ papel: PAPELES[f.papel], cargo: nombreDeCargo(f.cargo), entidad: nombreDeEntidad(l, f.entidad) })),
        },
      ];
}
