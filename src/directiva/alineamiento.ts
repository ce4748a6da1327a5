import type { Fecha } from '../kernel/tipos.ts';

/**
 * What a prioritised service may contribute to (8.4). Catalogues carry their validity: the plan that 8.4 names has expired (A20).
 * National and sector goals are written by each sector, so they have no closed list.
 */
export type ClaseDeAlineamiento = 'meta_nacional' | 'meta_sectorial' | 'acuerdo_nacional' | 'plan_nacional';

export interface OpcionDeAlineamiento {
  /** `AN-08`, `PB-2`, `PEDN-1` */
  clave: string;
  nombre: string;
  grupo: string;
}

export interface CatalogoDeAlineamiento {
  clave: string;
  clase: ClaseDeAlineamiento;
  nombre: string;
  norma: string;
  vigenteDesde: Fecha;
  /** Last day in force. */
  vigenteHasta?: Fecha;
  opciones: readonly OpcionDeAlineamiento[];
}

const OBJETIVOS_AN = [
  'Democracia y Estado de Derecho',
  'Equidad y Justicia Social',
  'Competitividad del País',
  'Estado Eficiente, Transparente y Descentralizado',
] as const;

/** Number of the last policy under each objective. */
const HASTA_AN = [9, 16, 23, 35] as const;

/** Titles shortened; the number identifies the policy. */
const POLITICAS_AN = [
  'Régimen democrático y Estado de derecho',
  'Vida política democrática y sistema de partidos',
  'Identidad nacional',
  'Diálogo y concertación',
  'Gobierno por objetivos, planeamiento estratégico y transparencia',
  'Política exterior para la democracia y el desarrollo',
  'Erradicación de la violencia y seguridad ciudadana',
  'Descentralización política, económica y administrativa',
  'Seguridad nacional',
  'Reducción de la pobreza',
  'Igualdad de oportunidades sin discriminación',
  'Educación pública gratuita y de calidad, cultura y deporte',
  'Servicios de salud y seguridad social',
  'Empleo pleno, digno y productivo',
  'Seguridad alimentaria y nutrición',
  'Familia, niñez, adolescencia y juventud',
  'Economía social de mercado',
  'Competitividad, productividad y formalización',
  'Desarrollo sostenible y gestión ambiental',
  'Ciencia y tecnología',
  'Infraestructura y vivienda',
  'Comercio exterior',
  'Desarrollo agrario y rural',
  'Estado eficiente y transparente',
  'Fuerzas Armadas al servicio de la democracia',
  'Ética, transparencia y erradicación de la corrupción',
  'Erradicación de las drogas ilegales',
  'Constitución, derechos humanos y acceso a la justicia',
  'Acceso a la información y libertad de expresión y de prensa',
  'Eliminación del terrorismo y reconciliación nacional',
  'Sostenibilidad fiscal y reducción de la deuda',
  'Gestión del riesgo de desastres',
  'Recursos hídricos',
  'Ordenamiento y gestión territorial',
  'Sociedad de la información y del conocimiento',
] as const;

const acuerdoNacional: readonly OpcionDeAlineamiento[] = POLITICAS_AN.map((nombre, i) => ({
  clave: `AN-${String(i + 1).padStart(2, '0')}`,
  nombre: `${i + 1}. ${nombre}`,
  grupo: OBJETIVOS_AN[HASTA_AN.findIndex((hasta) => i < hasta)] ?? '',
}));

const numerados = (prefijo: string, grupo: string, nombres: readonly string[]): OpcionDeAlineamiento[] =>
  nombres.map((nombre, i) => ({ clave: `${prefijo}-${i + 1}`, nombre: `${i + 1}. ${nombre}`, grupo }));

export const CATALOGOS_DE_ALINEAMIENTO: readonly CatalogoDeAlineamiento[] = [
  {
    clave: 'acuerdo-nacional',
    clase: 'acuerdo_nacional',
    nombre: 'Acuerdo Nacional',
    norma: 'Acuerdo Nacional de 2002 y políticas posteriores',
    vigenteDesde: '2002-07-22',
    opciones: acuerdoNacional,
  },
  {
    clave: 'plan-bicentenario',
    clase: 'plan_nacional',
    nombre: 'Plan Bicentenario: El Perú hacia el 2021',
    norma: 'Decreto Supremo N° 054-2011-PCM',
    vigenteDesde: '2011-06-24',
    vigenteHasta: '2022-07-28',
    opciones: numerados('PB', 'Eje estratégico', [
      'Derechos fundamentales y dignidad de las personas',
      'Oportunidades y acceso a los servicios',
      'Estado y gobernabilidad',
      'Economía, competitividad y empleo',
      'Desarrollo regional e infraestructura',
      'Recursos naturales y ambiente',
    ]),
  },
  {
    clave: 'pedn-2050',
    clase: 'plan_nacional',
    nombre: 'Plan Estratégico de Desarrollo Nacional al 2050',
    norma: 'Decreto Supremo N° 095-2022-PCM, actualizado por Decreto Supremo N° 103-2023-PCM',
    vigenteDesde: '2022-07-29',
    opciones: numerados('PEDN', 'Objetivo nacional', [
      'Pleno desarrollo de las capacidades de las personas',
      'Gestión sostenible del territorio y reducción de riesgos',
      'Competitividad y productividad con empleo decente',
      'Sociedad justa y democrática, con un Estado efectivo',
    ]),
  },
];

const vigente = (c: CatalogoDeAlineamiento, fecha: Fecha) => c.vigenteDesde <= fecha && (c.vigenteHasta === undefined || fecha <= c.vigenteHasta);

/** Catalogues in force on a date, one per closed class. */
export function catalogosVigentes(fecha: Fecha): readonly CatalogoDeAlineamiento[] {
  return CATALOGOS_DE_ALINEAMIENTO.filter((c) => vigente(c, fecha));
}

/** The option and its catalogue, in force or not: old links stay readable. */
export function findAlineamiento(clave: string): { catalogo: CatalogoDeAlineamiento; opcion: OpcionDeAlineamiento } | undefined {
  for (const catalogo of CATALOGOS_DE_ALINEAMIENTO) {
    const opcion = catalogo.opciones.find((o) => o.clave === clave);
    if (opcion) return { catalogo, opcion };
  }
  return undefined;
}
