import type { ClaveDeSeccion } from './modelo.campos.ts';
import type { Etapa, ModeloHecho, PistaB, Situacion } from './modelo.ts';

/** Stages of track A (clauses.md §10). */
export const ETAPAS: Readonly<Record<Etapa, string>> = {
  E6: 'Diagnóstico e identificación de procesos',
  E7: 'Formulado',
  E8: 'Elevado a la CIG',
  E8o: 'En opinión previa',
  E9: 'Aprobado por la CIG',
  E10: 'Formalizado por Resolución Ministerial',
  E11: 'Estrategia de implementación definida',
  E12: 'En implementación',
  E13: 'En ciclo de mejora',
  X3: 'Sin consenso',
  X4: 'Suspendido o dejado sin efecto',
};

/** Stages of track B, which opens the same day (8.18). */
export const PISTA_B: Readonly<Record<PistaB, string>> = {
  B1: 'Mejora abierta',
  B2: 'Indicadores acordados con línea de base',
};

export const SITUACIONES: Readonly<Record<Situacion, string>> = {
  en_diagnostico: 'En diagnóstico',
  formulado: 'Formulado',
  devuelto: 'Devuelto con observaciones',
  elevado: 'Elevado a la CIG',
  en_opinion_previa: 'En opinión previa',
  aprobado: 'Aprobado por la CIG, sin Resolución Ministerial',
  discrepante: 'Con Resolución Ministerial discrepante, no vigente',
  vigente: 'Vigente',
  con_estrategia: 'Vigente, con estrategia de implementación',
  en_implementacion: 'En implementación',
  en_mejora: 'En ciclo de mejora',
  suspendido: 'Suspendido',
  sin_efecto: 'Dejado sin efecto',
  sin_consenso: 'Sin consenso en la CIG',
};

export const SECCIONES: Readonly<Record<ClaveDeSeccion, { titulo: string; numeral: string }>> = {
  destinatarios: { titulo: 'Destinatarios y sus necesidades', numeral: '8.11.1' },
  cadena: { titulo: 'Cadena de valor', numeral: '6.3' },
  procesos: { titulo: 'Procesos', numeral: '9.1' },
  roles: { titulo: 'Roles y responsabilidades por nivel de gobierno', numeral: '8.3' },
  bienes: { titulo: 'Bienes y servicios con estándares', numeral: '8.11.1' },
  nivelPrestacion: { titulo: 'Nivel de prestación al que se aspira', numeral: '8.1' },
  enfoques: { titulo: 'Enfoques territorial, de género, de interculturalidad y de inclusión', numeral: '8.11.1' },
  objetivos: { titulo: 'Objetivos de política', numeral: '8.11.2' },
  otrosSectores: { titulo: 'Articulación con otros sectores', numeral: '8.2' },
  estrategia: { titulo: 'Estrategia de implementación', numeral: '8.16' },
  cronograma: { titulo: 'Cronograma de implementación', numeral: '8.16' },
};

export const NIVELES = {
  nacional: 'Gobierno Nacional',
  regional: 'Gobierno Regional',
  provincial: 'Gobierno Local Provincial',
  distrital: 'Gobierno Local Distrital',
} as const;
export const TIPOS_DE_PROCESO = { operativo: 'Operativo', soporte: 'De soporte', estrategico: 'Estratégico' } as const;
export const TIPOS_DE_BIEN = { bien: 'Bien', servicio: 'Servicio' } as const;
export const PRINCIPIOS = { complementariedad: 'Complementariedad', corresponsabilidad: 'Corresponsabilidad', subsidiariedad: 'Subsidiariedad' } as const;
export const ENFOQUES = {
  territorial: 'Enfoque territorial',
  genero: 'Enfoque de género',
  interculturalidad: 'Enfoque de interculturalidad',
  inclusion: 'Enfoque de inclusión',
} as const;
export const DIMENSIONES = { cobertura: 'Cobertura', calidad: 'Calidad', satisfaccion: 'Satisfacción de la ciudadanía', costo: 'Costo', otra: 'Otra' } as const;
export const TIPOS_DE_INDICADOR = { resultado: 'De resultado', producto: 'De producto', proceso: 'De proceso' } as const;
export const CRITERIOS = {
  simplicidad: 'Simplicidad',
  confiabilidad: 'Confiabilidad',
  validez: 'Validez',
  costoRazonable: 'Costo razonable de la recolección',
} as const;
export const TRANSFERENCIA = { transferida: 'Transferida', en_proceso: 'En proceso', no_transferida: 'No transferida', no_aplica: 'No aplica' } as const;

export const HECHOS: Readonly<Record<ModeloHecho['tipo'], string>> = {
  DiagnosticoAbierto: 'Diagnóstico e identificación de procesos abierto, junto con la mejora',
  SeccionGuardada: 'Sección del modelo guardada',
  IndicadorPropuesto: 'Indicador propuesto',
  IndicadorAcordado: 'Indicador acordado',
  LineaBaseRegistrada: 'Línea de base registrada',
  IndicadorRetirado: 'Indicador retirado',
  InformacionPedida: 'Información pedida a un gobierno involucrado',
  RespuestaRegistrada: 'Respuesta a la información pedida',
  ModeloFormulado: 'Modelo formulado por el ETTI',
  ModeloElevado: 'Modelo elevado a la CIG',
  ElevacionRetirada: 'Elevación retirada por el ETTI',
  OpinionPedida: 'Opinión previa pedida por la CIG',
  OpinionEmitida: 'Opinión previa emitida',
  ModeloDevuelto: 'Modelo devuelto con observaciones',
  ModeloAprobado: 'Modelo aprobado por la CIG',
  ConsensoNoAlcanzado: 'Sin consenso en la CIG',
  ProyectoDeResolucionRegistrado: 'Proyecto de Resolución Ministerial conforme',
  ResolucionRegistrada: 'Resolución Ministerial registrada',
  FeDeErratasRegistrada: 'Fe de erratas de la Resolución Ministerial registrada',
  TextoPublicadoAceptado: 'Texto publicado aceptado por la CIG',
  EstrategiaAdoptada: 'Estrategia y cronograma de implementación adoptados',
  ImplementacionIniciada: 'Implementación iniciada',
  PoiVinculado: 'Metas vinculadas con el POI de una entidad',
  PoiDesvinculado: 'Vinculación con el POI retirada',
  PeriodoEvaluado: 'Periodo evaluado',
  CicloCerrado: 'Ciclo de mejora cerrado sin cambios',
  NuevaVersionAbierta: 'Nueva versión del modelo abierta',
  CeseAcordado: 'Cese del modelo acordado por la CIG',
  CeseFormalizado: 'Cese del modelo formalizado',
};
