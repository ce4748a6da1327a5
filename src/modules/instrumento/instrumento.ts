import type { HechoDeResolucion } from '../../directiva/formalizar.ts';
import { OFICINAS_TERRITORIALES, type Opinion } from '../../directiva/opinion.ts';
import type { Resolucion } from '../../directiva/resolucion.ts';
import type { EntidadId, Fecha, Ficha, Hecho, Id, Marca, Pendiente, TerritorioId } from '../../kernel/tipos.ts';

export type Clase = 'guia' | 'protocolo_atencion' | 'directiva' | 'estandar' | 'lineamiento' | 'manual' | 'otro';
export type Situacion = 'formulado' | 'devuelto' | 'elevado' | 'en_opinion_previa' | 'aprobado' | 'discrepante' | 'vigente';

/** «Donde dice… debe decir…»; without `dice` the text is added at the end (R1). */
export interface Enmienda {
  seccion: 'texto';
  dice?: string;
  debeDecir: string;
}

/** What the ETTI wrote: its whole text, and the file it comes in. */
export interface Redaccion {
  clase: Clase;
  titulo: string;
  texto: string;
  archivo?: string;
}

/** What was elevated, frozen: the hash covers kind, title, text and the hash of the file. */
export interface Elevacion extends Redaccion {
  version: number;
  huella: string;
  actaEtti: string;
}

interface Aprobacion {
  sesion: Id;
  nombreSesion: string;
  /** The text approved, with the amendments of the session. */
  texto: string;
  huella: string;
  huellaElevada: string;
  enmiendas: Enmienda[];
  nivelesAusentes: string[];
}

/** An instrument of the ETTI other than the modelo: a guide, a protocol of care, a directive… (8.13, R23). */
export interface Instrumento extends Redaccion {
  etti: Id;
  nombreEtti: string;
  cig: Id;
  sector: EntidadId;
  territorio: TerritorioId;
  /** Office in seat i when it was formulated or last elevated. */
  presidencia: { entidad: EntidadId; cargo: string };
  situacion: Situacion;
  elevacion?: Elevacion;
  aprobacion?: Aprobacion & { fecha: Fecha };
  opiniones: Opinion[];
  observaciones: { el: Fecha; texto: string }[];
  proyecto?: { huellaAnexo: string; fecha: Fecha };
  resolucion?: Resolucion;
  desde: Fecha;
}

type Formulado = Redaccion & Pick<Instrumento, 'etti' | 'nombreEtti' | 'cig' | 'sector' | 'territorio' | 'presidencia'>;
type DeSesion = { sesion: Id; nombreSesion: string };

export type InstrumentoHecho =
  | Hecho<'InstrumentoFormulado', Formulado>
  | Hecho<'InstrumentoCorregido', Redaccion>
  | Hecho<'InstrumentoElevado', Elevacion & Pick<Instrumento, 'presidencia'>>
  | Hecho<'InstrumentoDevuelto', DeSesion & { observaciones: string }>
  | Hecho<'InstrumentoAprobado', Aprobacion>
  | Hecho<'OpinionPedida', Omit<Opinion, 'desde' | 'respuesta'> & DeSesion>
  | Hecho<'OpinionEmitida', { espacio: string } & Omit<NonNullable<Opinion['respuesta']>, 'fecha'>>
  | HechoDeResolucion
  | Hecho<'TextoPublicadoAceptado', DeSesion & { huellaAnexo: string }>;

/** The CIG has it and did not decide yet. */
export const enLaCig = (i: Instrumento): boolean => i.situacion === 'elevado' || i.situacion === 'en_opinion_previa';

/** The ETTI still works on it. */
export const enElEtti = (i: Instrumento): boolean => i.situacion === 'formulado' || i.situacion === 'devuelto';

/** While somebody was asked and did not answer it waits, and may be approved all the same (8.14). */
const elevado = (opiniones: readonly Opinion[]): Situacion => (opiniones.some((o) => !o.respuesta) ? 'en_opinion_previa' : 'elevado');

export function evolve(previo: Instrumento | undefined, h: InstrumentoHecho, marca: Marca): Instrumento {
  const el = marca.ocurridoEl;
  if (h.tipo === 'InstrumentoFormulado') return { ...h.datos, situacion: 'formulado', opiniones: [], observaciones: [], desde: el };
  const i = previo as Instrumento;
  switch (h.tipo) {
    case 'InstrumentoCorregido':
      return { ...i, archivo: undefined, ...h.datos };
    case 'InstrumentoElevado': {
      const { presidencia, ...elevacion } = h.datos;
      return { ...i, elevacion, presidencia, situacion: elevado(i.opiniones), desde: el };
    }
    case 'InstrumentoDevuelto':
      return { ...i, situacion: 'devuelto', observaciones: [...i.observaciones, { el, texto: h.datos.observaciones }], desde: el };
    case 'InstrumentoAprobado':
      return { ...i, situacion: 'aprobado', texto: h.datos.texto, aprobacion: { ...h.datos, fecha: el }, desde: el };
    case 'OpinionPedida': {
      const { sesion: _s, nombreSesion: _n, ...pedida } = h.datos;
      const opiniones = [...i.opiniones.filter((o) => o.espacio !== pedida.espacio), { ...pedida, desde: el }];
      return { ...i, opiniones, situacion: enLaCig(i) ? elevado(opiniones) : i.situacion };
    }
    case 'OpinionEmitida': {
      const { espacio, ...respuesta } = h.datos;
      const opiniones = i.opiniones.map((o) => (o.espacio === espacio ? { ...o, respuesta: { ...respuesta, fecha: el } } : o));
      return { ...i, opiniones, situacion: enLaCig(i) ? elevado(opiniones) : i.situacion };
    }
    case 'ProyectoDeResolucionRegistrado':
      return { ...i, proyecto: { huellaAnexo: h.datos.huellaAnexo, fecha: el } };
    case 'ResolucionRegistrada': {
      const { anexo: _publicado, ...resolucion } = h.datos;
      return { ...i, resolucion, situacion: resolucion.situacion, desde: el };
    }
    case 'FeDeErratasRegistrada': {
      const { conforme, huellaAnexo, diferencia } = h.datos;
      const situacion = conforme ? 'vigente' : 'discrepante';
      return { ...i, resolucion: { ...(i.resolucion as Resolucion), huellaAnexo, diferencia, situacion }, situacion };
    }
    case 'TextoPublicadoAceptado':
      return { ...i, resolucion: { ...(i.resolucion as Resolucion), situacion: 'vigente', textoAceptado: true }, situacion: 'vigente', desde: el };
  }
}

function deSituacion(i: Instrumento): Pendiente[] {
  const sector = [{ entidad: i.sector, cargos: ['organo_descentralizacion'] }];
  const p = (clave: string, que: string, numeral: string, para: Pendiente['para'], acto: string): Pendiente => ({
    clave,
    que,
    numeral,
    para,
    desde: i.desde,
    acto,
  });
  const presidencia = [{ entidad: i.presidencia.entidad, cargos: [i.presidencia.cargo] }];
  switch (i.situacion) {
    case 'formulado':
      return [p('elevar', 'Elevar el instrumento a la CIG con el acta del ETTI', '8.13', presidencia, 'ElevarInstrumento')];
    case 'devuelto':
      return [p('devuelto', 'Atender las observaciones de la CIG y elevar de nuevo el instrumento', '8.13', presidencia, 'CorregirInstrumento')];
    case 'elevado':
    case 'en_opinion_previa':
      return [p('decidir', 'Someter el instrumento a la CIG', '8.13', sector, 'ConvocarSesion')];
    case 'aprobado':
      return [p('formalizar', 'Formalizar el instrumento por Resolución Ministerial', '8.15', sector, 'FormalizarInstrumento')];
    case 'discrepante':
      return [p('erratas', 'Corregir el anexo publicado, o llevarlo a la CIG', '8.15', sector, 'CorregirFormalizacion')];
    case 'vigente':
      return [];
  }
}

/** Asked of each space that did not answer yet, until the CIG decides. */
const deOpinion = (i: Instrumento): Pendiente[] =>
  enLaCig(i) || enElEtti(i)
    ? i.opiniones
        .filter((o) => !o.respuesta)
        .map((o) => ({
          clave: `opinion-${o.espacio}`,
          que: `Emitir opinión previa como «${o.nombre}»`,
          numeral: '8.14',
          para: [{ entidad: o.entidad, cargos: OFICINAS_TERRITORIALES }],
          desde: o.desde,
          vence: o.plazo,
          acto: 'EmitirOpinionDeInstrumento',
        }))
    : [];

export function ficha(i: Instrumento): Ficha {
  return {
    titulo: i.titulo,
    situacion: i.situacion,
    entidad: i.sector,
    territorio: i.territorio,
    relaciones: { etti: i.etti, cig: i.cig },
    participantes: [...new Set([i.sector, i.presidencia.entidad, ...i.opiniones.map((o) => o.entidad)])],
    pendientes: [...deSituacion(i), ...deOpinion(i)],
  };
}
