import type { Fecha, Nivel } from '../kernel/tipos.ts';

export const NIVELES: Readonly<Record<Nivel, string>> = {
  nacional: 'Gobierno Nacional',
  regional: 'Gobierno Regional',
  provincial: 'Municipalidad Provincial',
  distrital: 'Municipalidad Distrital',
};

/** The Directive counts three levels: both municipal ones are local. */
export type NivelDeGobierno = 'nacional' | 'regional' | 'local';

export const NIVELES_DE_GOBIERNO: Readonly<Record<NivelDeGobierno, string>> = {
  nacional: 'Gobierno Nacional',
  regional: 'Gobiernos Regionales',
  local: 'Gobiernos Locales',
};

export function nivelDeGobierno(nivel: Nivel): NivelDeGobierno {
  return nivel === 'provincial' || nivel === 'distrital' ? 'local' : nivel;
}

/** Approaches of 6.1 and 8.11.1, with the question a team answers. */
export const ENFOQUES = {
  territorial: { nombre: 'Enfoque territorial', pregunta: '¿Cómo cambia el servicio según el territorio donde se presta?' },
  genero: { nombre: 'Enfoque de género', pregunta: '¿Qué necesitan y qué barreras encuentran mujeres y hombres?' },
  interculturalidad: { nombre: 'Enfoque de interculturalidad', pregunta: '¿Cómo se atienden las lenguas y culturas de quienes reciben el servicio?' },
  inclusion: { nombre: 'Enfoque de inclusión', pregunta: '¿Quiénes quedan fuera hoy y qué ajuste necesitan?' },
} as const;
export type Enfoque = keyof typeof ENFOQUES;

/** What a member of a CIG says of an item (6.6, R2). Only `objecion` stops an agreement; silence is never adherence. */
export const POSICIONES = {
  conforme: { nombre: 'Conforme', toma: true, impide: false },
  conforme_con_reserva: { nombre: 'Conforme con reserva', toma: true, impide: false },
  objecion: { nombre: 'Objeción', toma: true, impide: true },
  se_abstiene: { nombre: 'Se abstiene', toma: false, impide: false },
} as const;
export type Posicion = keyof typeof POSICIONES;

/** Seats of an ETTI (8.10). `variable`: the number and the person may change by territory. */
export const ASIENTOS = {
  i: { numeral: '8.10.i', nombre: 'Funcionario del sector, presidente', cantidad: 1, variable: false, designa: 'ministerio' },
  ii: { numeral: '8.10.ii', nombre: 'Representante de la Oficina General de Planeamiento y Presupuesto', cantidad: 1, variable: false, designa: 'ministerio' },
  iii: { numeral: '8.10.iii', nombre: 'Titular del órgano encargado de la descentralización', cantidad: 1, variable: false, designa: 'cargo' },
  iv: { numeral: '8.10.iv', nombre: 'Gerente Regional', cantidad: 1, variable: true, designa: 'gobierno_regional' },
  v: { numeral: '8.10.v', nombre: 'Gerentes Municipales de municipalidades provinciales', cantidad: 2, variable: true, designa: 'cig' },
} as const;
export type Asiento = keyof typeof ASIENTOS;

/** Actions and instruments of 7.2; the errata of 7.3.1.g, 7.3.2.e, 8.20.1 and 8.20.2 lead here. */
export const INSTRUMENTOS = {
  cooperacion: { numeral: '7.2.1', nombre: 'Acción de Cooperación', convenio: false },
  colaboracion: { numeral: '7.2.2', nombre: 'Acción de Colaboración', convenio: false },
  coordinacion: { numeral: '7.2.3', nombre: 'Acción de Coordinación', convenio: false },
  convenio_marco: { numeral: '7.2.4', nombre: 'Convenio Marco Intergubernamental', convenio: true },
  convenio_gestion: { numeral: '7.2.5', nombre: 'Convenio de Gestión', convenio: true },
  convenio_delegacion: { numeral: '7.2.6', nombre: 'Convenio de Delegación', convenio: true },
  otro_acuerdo: { numeral: '7.3.1.g', nombre: 'Otro acuerdo', convenio: true },
} as const;
export type Instrumento = keyof typeof INSTRUMENTOS;

export const TIPOS_DE_PROCESO = { estrategico: 'Estratégico', operativo: 'Operativo', soporte: 'De soporte' } as const;

/** Criteria each indicator must meet (8.19, A19). */
export const CRITERIOS_DE_INDICADOR = { simplicidad: 'Simplicidad', confiabilidad: 'Confiabilidad', validez: 'Validez', costo: 'Costo razonable' } as const;
export const DIMENSIONES_DE_INDICADOR = { cobertura: 'Cobertura', calidad: 'Calidad', satisfaccion: 'Satisfacción de la ciudadanía' } as const;
/** Lenses of monitoring (8.18). */
export const MIRADAS = { institucional: 'Marcos institucionales', usuario: 'Percepción del usuario' } as const;
/** Support of regional and local governments (8.20.2). */
export const SOPORTES = { politico: 'Político', administrativo: 'Administrativo', tecnico: 'Técnico', financiero: 'Financiero' } as const;
/** Principles of II and 6.1. */
export const PRINCIPIOS = { complementariedad: 'Complementariedad', corresponsabilidad: 'Corresponsabilidad', subsidiariedad: 'Subsidiariedad' } as const;

/** Stage names are a versioned vocabulary (A21): a modelo keeps the names of its version. */
export interface VocabularioDeEtapas {
  clave: string;
  nombre: string;
  vigenteDesde: Fecha;
  vigenteHasta?: Fecha;
  etapas: readonly { clave: string; nombre: string; numeral?: string }[];
}

export const VOCABULARIOS_DE_ETAPAS: readonly VocabularioDeEtapas[] = [
  {
    clave: 'metodologia-2013',
    nombre: 'Metodología para la Implementación de la Gestión por Procesos',
    vigenteDesde: '2013-01-01',
    vigenteHasta: '2018-12-31',
    etapas: [
      { clave: 'preparatoria', nombre: 'Etapa Preparatoria', numeral: '8.6' },
      { clave: 'diagnostico', nombre: 'Etapa de Diagnóstico e Identificación de Procesos', numeral: '8.9' },
      { clave: 'mejora', nombre: 'Etapa de Mejora de Procesos', numeral: '8.17' },
      { clave: 'institucionalizacion', nombre: 'Institucionalización' },
    ],
  },
  {
    clave: 'norma-tecnica-2018',
    nombre: 'Norma Técnica N° 001-2018-PCM/SGP',
    vigenteDesde: '2018-12-31',
    etapas: [
      { clave: 'determinacion', nombre: 'Determinación de procesos' },
      { clave: 'seguimiento', nombre: 'Seguimiento, medición y análisis de procesos' },
      { clave: 'mejora', nombre: 'Mejora de procesos' },
    ],
  },
];

/** Our correspondence between both vocabularies; neither norm states it. */
export const EQUIVALENCIAS_DE_ETAPAS: readonly { de2013: string; a2018: readonly string[] }[] = [
  { de2013: 'preparatoria', a2018: [] },
  { de2013: 'diagnostico', a2018: ['determinacion'] },
  { de2013: 'mejora', a2018: ['seguimiento', 'mejora'] },
  { de2013: 'institucionalizacion', a2018: [] },
];

/** Vocabulary in force on a date; the last one whose validity began. */
export function vocabularioDeEtapas(fecha: Fecha): VocabularioDeEtapas {
  const vigente = VOCABULARIOS_DE_ETAPAS.filter((v) => v.vigenteDesde <= fecha).at(-1);
  return vigente ?? (VOCABULARIOS_DE_ETAPAS[0] as VocabularioDeEtapas);
}

/** Models of the Directive, or the later name for them (A34). */
export const PERFILES = {
  'directiva-2016': { nombre: 'Directiva N° 001-2016-PCM/SD', modelo: 'Modelo Específico', modelos: 'Modelos Específicos' },
  'provision-2018': { nombre: 'Modelos de provisión de bienes y servicios', modelo: 'Modelo de provisión', modelos: 'Modelos de provisión' },
} as const;
export type Perfil = keyof typeof PERFILES;
