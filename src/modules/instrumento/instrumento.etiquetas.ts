import type { InstrumentoHecho, Situacion } from './instrumento.ts';

/** Kinds of instrument that an ETTI formulates beside the modelo (8.13). */
export const CLASES = {
  guia: 'Guía',
  protocolo_atencion: 'Protocolo de atención',
  directiva: 'Directiva',
  estandar: 'Estándar',
  lineamiento: 'Lineamiento',
  manual: 'Manual de procesos',
  otro: 'Otro instrumento',
} as const;

/** The one part that an amendment in session may change. */
export const PARTES = { texto: 'Texto del instrumento' } as const;

export const SITUACIONES: Readonly<Record<Situacion, string>> = {
  formulado: 'Formulado',
  devuelto: 'Devuelto con observaciones',
  elevado: 'Elevado a la CIG',
  en_opinion_previa: 'En opinión previa',
  aprobado: 'Aprobado por la CIG, sin Resolución Ministerial',
  discrepante: 'Con Resolución Ministerial discrepante, no vigente',
  vigente: 'Vigente',
};

export const HECHOS: Readonly<Record<InstrumentoHecho['tipo'], string>> = {
  InstrumentoFormulado: 'Instrumento formulado por el ETTI',
  InstrumentoCorregido: 'Instrumento corregido',
  InstrumentoElevado: 'Instrumento elevado a la CIG',
  InstrumentoDevuelto: 'Instrumento devuelto con observaciones',
  InstrumentoAprobado: 'Instrumento aprobado por la CIG',
  OpinionPedida: 'Opinión previa pedida por la CIG',
  OpinionEmitida: 'Opinión previa emitida',
  ProyectoDeResolucionRegistrado: 'Proyecto de Resolución Ministerial conforme',
  ResolucionRegistrada: 'Resolución Ministerial registrada',
  FeDeErratasRegistrada: 'Fe de erratas de la Resolución Ministerial registrada',
  TextoPublicadoAceptado: 'Texto publicado aceptado por la CIG',
};
