import type { Fecha, Nivel } from '../kernel/tipos.ts';

export const NIVELES: Readonly<Record<Nivel, string>> = {
  nacional: 'Gobierno Nacional',
  regional: 'Gobierno Regional',
  provincial: 'Municipalidad Provincial',
  distrital: 'Municipalidad Distrital',
};

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

/** Support of regional and local governments (8.20.2). */
export const SOPORTES = { politico: 'Político', administrativo: 'Administrativo', tecnico: 'Técnico', financiero: 'Financiero' } as const;

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
    vigenteDesde: '2019-01-01',
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
