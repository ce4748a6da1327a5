import type { Opinion } from '../directiva/opinion.ts';
import type { Advertencia, EntidadId, Fecha, Id, Impedimento, Marca, TerritorioId } from '../kernel/tipos.ts';
import type { Etti } from '../modules/etti/etti.ts';
import { CLASES } from '../modules/instrumento/instrumento.etiquetas.ts';
import type { Elevacion, Instrumento } from '../modules/instrumento/instrumento.ts';
import { textoAnexo } from '../modules/modelo/modelo.anexo.ts';
import type { Paquete } from '../modules/modelo/modelo.partes.ts';
import type { Modelo } from '../modules/modelo/modelo.ts';
import { type Bloque, n, parrafo } from '../platform/pdf/documento.ts';
import { deTerritorio, type Legajo, territorioDe, ultimo } from './legajo.ts';

/** State of what the ETTI elevates, the CIG approves and a minister formalises (8.13, 8.15, R23). */
export interface Aprobable {
  sector: EntidadId;
  cig: Id;
  etti: Id;
  territorio: TerritorioId;
  presidencia: { entidad: EntidadId; cargo: string };
  opiniones: readonly Opinion[];
  aprobacion?: { sesion: Id; nombreSesion: string; fecha: Fecha; enmiendas: readonly unknown[]; nivelesAusentes: readonly string[] };
  desde: Fecha;
}

interface Elevado {
  marca: Marca;
  version: number;
  huella: string;
  actaEtti: string;
  /** What the ETTI elevated without, printed beside it (R11). */
  advertencias: readonly Advertencia[];
  anexo: readonly Bloque[];
}

/** A modelo or another instrument, as its elevation and its resolution name it and print it. */
export interface Materia<S extends Aprobable> {
  expediente: 'modelo' | 'instrumento';
  /** Numerals of its elevation. */
  numerales: readonly string[];
  femenino: (s: S) => boolean;
  /** Without article: «Modelo Específico «X» en el ámbito…», «Guía «X»». */
  nombre: (l: Legajo<S>) => string;
  /** As the operative article names it. */
  formal?: (l: Legajo<S>) => string;
  /** Item of the agenda that approves it. */
  asunto: 'AprobarModelo' | 'AprobarInstrumento';
  elevado: (l: Legajo<S>, etti: Etti | undefined) => Elevado | undefined;
  /** The ETTI still works on it: its elevation is a draft again. */
  enElEtti: (s: S) => boolean;
  datos: (l: Legajo<S>) => readonly (readonly [string, string])[];
  /** What the CIG approved: version, hash and text. */
  aprobado: (l: Legajo<S>) => { version: number; huella: string; anexo: readonly Bloque[] };
  sinElevar: Impedimento;
  sinAprobar: Impedimento;
  /** What the Directive says it is, for the recitals. */
  considerando: string;
  /** Third article of the resolution. */
  encargo: string;
}

export const conArticulo = <S extends Aprobable>(m: Materia<S>, l: Legajo<S>): string => `${m.femenino(l.estado) ? 'la' : 'el'} ${m.nombre(l)}`;
export const conDel = <S extends Aprobable>(m: Materia<S>, l: Legajo<S>, nombre = m.nombre): string => `${m.femenino(l.estado) ? 'de la' : 'del'} ${nombre(l)}`;

/** Line by line as approved (8.15, R7): what the ministry copies must be that, letter by letter. Only weight and size are added. */
const bloquesDeModelo = (contenido: Paquete['contenido']): Bloque[] =>
  textoAnexo(contenido)
    .split('\n')
    .filter((linea) => linea.trim() !== '')
    .map((linea, i): Bloque => {
      if (i === 0) return { clase: 'parrafo', texto: [n(linea)], alinear: 'centro' };
      const seccion = /^(\d{1,2}\.) (.+)$/.exec(linea);
      if (seccion) return { clase: 'titulo', nivel: 2, numero: seccion[1], texto: seccion[2] ?? '' };
      const fila = /^(\d{1,2}\.\d{1,3}\.) (.+)$/.exec(linea);
      if (fila) return { clase: 'titulo', nivel: 3, numero: fila[1], texto: fila[2] ?? '' };
      const dato = /^([^:]{2,60}): (.+)$/.exec(linea);
      return dato ? parrafo(n(`${dato[1]}: `), dato[2] ?? '') : parrafo(linea);
    });

const ROTULO = /^((?:Artículo|Disposición) [^ ]+ ?(?:\.-|\.|-|:)|\d{1,3}(?:\.\d{1,3})*\.|[a-z]\)) (.+)$/i;

/** Same, for a text that its authors numbered as they liked: what looks like the number of a paragraph goes in bold. */
const bloquesDeTexto = (texto: string): Bloque[] =>
  texto
    .split('\n')
    .filter((linea) => linea.trim() !== '')
    .map((linea): Bloque => {
      const r = ROTULO.exec(linea);
      if (r) return parrafo(n(`${r[1]} `), r[2] ?? '');
      return /\p{L}/u.test(linea) && linea.length < 90 && linea === linea.toLocaleUpperCase('es-PE') ? parrafo(n(linea)) : parrafo(linea);
    });

const objetoDe = (l: Legajo<Modelo>): string => `«${l.estado.nombreServicio}» en el ámbito ${deTerritorio(territorioDe(l, l.estado.territorio))}`;

export const deModelo: Materia<Modelo> = {
  expediente: 'modelo',
  numerales: ['8.13', '8.12', '8.1'],
  femenino: () => false,
  nombre: (l) => `Modelo Específico ${objetoDe(l)}`,
  formal: (l) => `Modelo Específico de gestión descentralizada del servicio ${objetoDe(l)}`,
  asunto: 'AprobarModelo',
  elevado: (l) => {
    const e = ultimo<Paquete>(l, 'ModeloElevado');
    return e && { ...e.datos, marca: e.marca, advertencias: e.datos.contenido.advertencias, anexo: bloquesDeModelo(e.datos.contenido) };
  },
  enElEtti: (m) => m.pistaA === 'E7',
  datos: (l) => [['Servicio público', l.estado.nombreServicio]],
  aprobado: ({ estado: { paquete } }) => ({
    version: paquete?.version ?? 1,
    huella: paquete?.huella ?? '',
    anexo: paquete ? bloquesDeModelo(paquete.contenido) : [],
  }),
  sinElevar: {
    numeral: '8.13',
    motivo: 'El ETTI aún no eleva el modelo a la CIG.',
    remedio: 'Eleve el modelo con el acta del ETTI; entonces queda congelado el paquete.',
  },
  sinAprobar: {
    numeral: '8.15',
    motivo: 'La Resolución Ministerial formaliza la aprobación de la CIG, que aún no existe.',
    remedio: 'Lleve el modelo elevado a una sesión de la CIG.',
  },
  considerando:
    'de acuerdo con los numerales 6.5 y 6.6 de la citada Directiva, el Modelo Específico es la concreción del modelo de gestión para un servicio en un ámbito provincial o departamental, y corresponde a la Comisión Intergubernamental su formulación, aprobación e implementación, actuando de manera concertada y por consenso;',
  encargo:
    'Encargar al Equipo Técnico de Trabajo Intergubernamental el seguimiento de la implementación y la mejora de procesos del Modelo Específico, e informar de ello a la Comisión Intergubernamental.',
};

const FEMENINAS: ReadonlySet<string> = new Set(['guia', 'directiva']);

/** «Guía de visita» already says what it is; «Visita domiciliaria» needs «Guía «Visita domiciliaria»». */
function nombreDeInstrumento({ clase, titulo }: Pick<Instrumento, 'clase' | 'titulo'>): string {
  const nombre = clase === 'otro' ? 'instrumento' : CLASES[clase];
  return titulo.toLocaleLowerCase('es-PE').startsWith(nombre.toLocaleLowerCase('es-PE')) ? `«${titulo}»` : `${nombre} «${titulo}»`;
}

export const deInstrumento: Materia<Instrumento> = {
  expediente: 'instrumento',
  numerales: ['8.13', '8.12', '8.5'],
  femenino: (i) => FEMENINAS.has(i.clase),
  nombre: (l) => nombreDeInstrumento(l.estado),
  asunto: 'AprobarInstrumento',
  elevado: (l, etti) => {
    const e = ultimo<Elevacion>(l, 'InstrumentoElevado');
    const sinProtocolo = { numeral: '8.12', motivo: 'El ETTI eleva el instrumento sin haber adoptado su protocolo.' };
    const tenia = etti?.protocolo && e && etti.protocolo.desde <= e.marca.ocurridoEl;
    return e && { ...e.datos, marca: e.marca, advertencias: tenia ? [] : [sinProtocolo], anexo: bloquesDeTexto(e.datos.texto) };
  },
  enElEtti: (i) => i.situacion === 'formulado' || i.situacion === 'devuelto',
  datos: ({ estado: i }) => [
    ['Instrumento', CLASES[i.clase]],
    ['Título', i.titulo],
    ...(i.elevacion?.archivo ? [['Archivo con su formato (huella)', i.elevacion.archivo] as const] : []),
  ],
  aprobado: ({ estado: { elevacion, aprobacion } }) => ({
    version: elevacion?.version ?? 1,
    huella: aprobacion?.huella ?? '',
    anexo: bloquesDeTexto(aprobacion?.texto ?? ''),
  }),
  sinElevar: {
    numeral: '8.13',
    motivo: 'El ETTI aún no eleva el instrumento a la CIG.',
    remedio: 'Eleve el instrumento con el acta del ETTI; entonces queda congelado su texto.',
  },
  sinAprobar: {
    numeral: '8.15',
    motivo: 'La Resolución Ministerial formaliza la aprobación de la CIG, que aún no existe.',
    remedio: 'Lleve el instrumento elevado a una sesión de la CIG.',
  },
  considerando:
    'de acuerdo con los numerales 6.6 y 8.13 de la citada Directiva, los Modelos Específicos y los demás instrumentos formulados por el Equipo Técnico de Trabajo Intergubernamental son elevados a la Comisión Intergubernamental respectiva para su aprobación, la que actúa de manera concertada y por consenso;',
  encargo:
    'Encargar al Equipo Técnico de Trabajo Intergubernamental la difusión del instrumento aprobado en los tres niveles de gobierno y el seguimiento de su aplicación, e informar de ello a la Comisión Intergubernamental.',
};
