import type { EntidadCompleta } from './entidad.ts';

/** Acronym in lower case → official name and acronym of the 18 ministries in force. */
const MINISTERIOS: readonly (readonly [id: string, nombre: string, sigla: string])[] = [
  ['cultura', 'Ministerio de Cultura', 'CULTURA'],
  ['mef', 'Ministerio de Economía y Finanzas', 'MEF'],
  ['midagri', 'Ministerio de Desarrollo Agrario y Riego', 'MIDAGRI'],
  ['midis', 'Ministerio de Desarrollo e Inclusión Social', 'MIDIS'],
  ['minam', 'Ministerio del Ambiente', 'MINAM'],
  ['mincetur', 'Ministerio de Comercio Exterior y Turismo', 'MINCETUR'],
  ['mindef', 'Ministerio de Defensa', 'MINDEF'],
  ['minedu', 'Ministerio de Educación', 'MINEDU'],
  ['minem', 'Ministerio de Energía y Minas', 'MINEM'],
  ['mininter', 'Ministerio del Interior', 'MININTER'],
  ['minjusdh', 'Ministerio de Justicia y Derechos Humanos', 'MINJUSDH'],
  ['mimp', 'Ministerio de la Mujer y Poblaciones Vulnerables', 'MIMP'],
  ['minsa', 'Ministerio de Salud', 'MINSA'],
  ['mtc', 'Ministerio de Transportes y Comunicaciones', 'MTC'],
  ['mtpe', 'Ministerio de Trabajo y Promoción del Empleo', 'MTPE'],
  ['produce', 'Ministerio de la Producción', 'PRODUCE'],
  ['rree', 'Ministerio de Relaciones Exteriores', 'RREE'],
  ['vivienda', 'Ministerio de Vivienda, Construcción y Saneamiento', 'VIVIENDA'],
];

/** Adscribed bodies that may preside an ETTI (8.10.i, R3), with the ministry of adscription. */
const ADSCRITOS: readonly (readonly [id: string, nombre: string, sigla: string, sector: string])[] = [
  ['ana', 'Autoridad Nacional del Agua', 'ANA', 'midagri'],
  ['ins', 'Instituto Nacional de Salud', 'INS', 'minsa'],
  ['oefa', 'Organismo de Evaluación y Fiscalización Ambiental', 'OEFA', 'minam'],
  ['senasa', 'Servicio Nacional de Sanidad Agraria', 'SENASA', 'midagri'],
  ['serfor', 'Servicio Nacional Forestal y de Fauna Silvestre', 'SERFOR', 'midagri'],
  ['sernanp', 'Servicio Nacional de Áreas Naturales Protegidas por el Estado', 'SERNANP', 'minam'],
  ['sis', 'Seguro Integral de Salud', 'SIS', 'minsa'],
];

/** Associations of governments: they take part, they do not govern a territory. */
const ASOCIACIONES: readonly EntidadCompleta[] = [
  { id: 'ampe', nombre: 'Asociación de Municipalidades del Perú', sigla: 'AMPE', tipo: 'asociacion', nivel: 'provincial' },
  { id: 'angr', nombre: 'Asamblea Nacional de Gobiernos Regionales', sigla: 'ANGR', tipo: 'asociacion', nivel: 'regional' },
  { id: 'remurpe', nombre: 'Red de Municipalidades Urbanas y Rurales del Perú', sigla: 'REMURPE', tipo: 'asociacion', nivel: 'provincial' },
];

/** Ley 31075 gave the ministry its present name and functions. */
const MINAGRI: EntidadCompleta = {
  id: 'minagri',
  nombre: 'Ministerio de Agricultura y Riego',
  sigla: 'MINAGRI',
  tipo: 'ministerio',
  nivel: 'nacional',
  sector: 'minagri',
  vigenteHasta: '2020-11-24',
  sucesora: 'midagri',
};

/** PCM and its two secretariats; these have acts of their own and lead no sector (R20). */
const PRESIDENCIA: readonly EntidadCompleta[] = [
  { id: 'pcm', nombre: 'Presidencia del Consejo de Ministros', sigla: 'PCM', tipo: 'pcm', nivel: 'nacional', sector: 'pcm' },
  { id: 'pcm-sd', nombre: 'Secretaría de Descentralización', sigla: 'SD', tipo: 'secretaria_pcm', nivel: 'nacional' },
  { id: 'pcm-sgp', nombre: 'Secretaría de Gestión Pública', sigla: 'SGP', tipo: 'secretaria_pcm', nivel: 'nacional' },
];

/** Entities that do not follow from the territory. */
export const ENTIDADES_NACIONALES: readonly EntidadCompleta[] = [
  ...PRESIDENCIA,
  ...MINISTERIOS.map(
    ([id, nombre, sigla]): EntidadCompleta => ({
      id,
      nombre,
      sigla,
      tipo: 'ministerio',
      nivel: 'nacional',
      sector: id,
      ...(id === 'midagri' && { vigenteDesde: '2020-11-25' }),
    }),
  ),
  MINAGRI,
  ...ADSCRITOS.map(([id, nombre, sigla, sector]): EntidadCompleta => ({ id, nombre, sigla, tipo: 'adscrito', nivel: 'nacional', sector })),
  ...ASOCIACIONES,
];

/**
 * Organs of a ministry and of PCM by the function that the Directive gives them (7.3.1.a, 8.10.i–iii). Each entity
 * calls them otherwise in its own regulation: they stay to be confirmed.
 */
export const ORGANOS_POR_FUNCION: readonly { cargo: string; nombre: string }[] = [
  { cargo: 'organo_descentralizacion', nombre: 'Unidad orgánica encargada de la descentralización' },
  { cargo: 'ogpp', nombre: 'Oficina General de Planeamiento y Presupuesto' },
  { cargo: 'funcionario_sector', nombre: 'Órgano de línea relacionado con la función o el servicio' },
];
