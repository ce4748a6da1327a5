import type { Fecha } from '../../kernel/tipos.ts';

/** A norm that the product cites. Validity is of the norm as a whole; its functions carry their own. */
export interface Norma {
  /** `ley-27867`, `ds-047-2009-pcm` */
  id: string;
  numero: string;
  titulo: string;
  /** Date the norm bears or, when only that is known, of publication. */
  emitida?: Fecha;
  vigenteDesde?: Fecha;
  /** Last day in force. */
  vigenteHasta?: Fecha;
  /** True when the dates were checked against the text of the norm; otherwise they are to be confirmed. */
  fechasVerificadas: boolean;
  /** Numeral of section III that cites it. */
  baseLegal?: string;
}

/** Section III of the Directive, the norms it names elsewhere, and later ones that bear on its application. */
export const NORMAS: readonly Norma[] = [
  {
    id: 'constitucion-1993',
    numero: 'Constitución',
    titulo: 'Constitución Política del Perú',
    emitida: '1993-12-29',
    vigenteDesde: '1993-12-31',
    fechasVerificadas: false,
    baseLegal: '3.1',
  },
  {
    id: 'ley-27658',
    numero: 'Ley N° 27658',
    titulo: 'Ley Marco de Modernización de la Gestión del Estado',
    emitida: '2002-01-29',
    vigenteDesde: '2002-01-31',
    fechasVerificadas: false,
    baseLegal: '3.2',
  },
  {
    id: 'ds-030-2002-pcm',
    numero: 'Decreto Supremo N° 030-2002-PCM',
    titulo: 'Reglamento de la Ley Marco de Modernización de la Gestión del Estado',
    emitida: '2002-05-02',
    vigenteDesde: '2002-05-04',
    fechasVerificadas: false,
    baseLegal: '3.2',
  },
  {
    id: 'ley-27783',
    numero: 'Ley N° 27783',
    titulo: 'Ley de Bases de la Descentralización',
    emitida: '2002-07-17',
    vigenteDesde: '2002-07-21',
    fechasVerificadas: true,
    baseLegal: '3.3',
  },
  {
    id: 'ley-27867',
    numero: 'Ley N° 27867',
    titulo: 'Ley Orgánica de Gobiernos Regionales',
    emitida: '2002-11-16',
    vigenteDesde: '2003-01-01',
    fechasVerificadas: true,
    baseLegal: '3.4',
  },
  {
    id: 'ley-27972',
    numero: 'Ley N° 27972',
    titulo: 'Ley Orgánica de Municipalidades',
    emitida: '2003-05-26',
    vigenteDesde: '2003-05-28',
    fechasVerificadas: true,
    baseLegal: '3.5',
  },
  {
    id: 'ley-29158',
    numero: 'Ley N° 29158',
    titulo: 'Ley Orgánica del Poder Ejecutivo',
    emitida: '2007-12-19',
    vigenteDesde: '2007-12-21',
    fechasVerificadas: true,
    baseLegal: '3.6',
  },
  {
    id: 'ds-047-2009-pcm',
    numero: 'Decreto Supremo N° 047-2009-PCM',
    titulo: 'Plan Anual de Transferencia 2009 y Disposiciones para el Desarrollo de la Gestión Descentralizada',
    emitida: '2009-07-24',
    vigenteDesde: '2009-07-25',
    fechasVerificadas: false,
    baseLegal: '3.7',
  },
  {
    id: 'ds-063-2007-pcm',
    numero: 'Decreto Supremo N° 063-2007-PCM',
    titulo: 'Reglamento de Organización y Funciones de la Presidencia del Consejo de Ministros',
    fechasVerificadas: false,
    baseLegal: '3.8',
  },
  {
    id: 'ds-109-2012-pcm',
    numero: 'Decreto Supremo N° 109-2012-PCM',
    titulo: 'Estrategia de Modernización de la Gestión Pública',
    emitida: '2012-10-31',
    fechasVerificadas: false,
    baseLegal: '3.9',
  },
  {
    id: 'ds-004-2013-pcm',
    numero: 'Decreto Supremo N° 004-2013-PCM',
    titulo: 'Política Nacional de Modernización de la Gestión Pública',
    emitida: '2013-01-08',
    vigenteDesde: '2013-01-10',
    vigenteHasta: '2022-08-21',
    fechasVerificadas: false,
    baseLegal: '3.10',
  },
  {
    id: 'rm-125-2013-pcm',
    numero: 'Resolución Ministerial N° 125-2013-PCM',
    titulo: 'Plan de Implementación de la Política Nacional de Modernización 2013-2016',
    vigenteHasta: '2016-12-31',
    fechasVerificadas: false,
    baseLegal: '3.11',
  },
  {
    id: 'ds-002-2008-pcm',
    numero: 'Decreto Supremo N° 002-2008-PCM',
    titulo: 'Comisión Multisectorial para el Desarrollo de Capacidades',
    fechasVerificadas: false,
  },
  {
    id: 'rm-216-2015-pcm',
    numero: 'Resolución Ministerial N° 216-2015-PCM',
    titulo: 'Mesa Permanente de Coordinación para el Fortalecimiento de Capacidades Institucionales',
    fechasVerificadas: false,
  },
  {
    id: 'rm-014-2016-pcm',
    numero: 'Resolución Ministerial N° 014-2016-PCM',
    titulo: 'Aprueba la Directiva N° 001-2016-PCM/SD',
    emitida: '2016-01-22',
    vigenteDesde: '2016-01-23',
    fechasVerificadas: true,
  },
  {
    id: 'ds-054-2011-pcm',
    numero: 'Decreto Supremo N° 054-2011-PCM',
    titulo: 'Plan Bicentenario: El Perú hacia el 2021',
    emitida: '2011-06-22',
    vigenteDesde: '2011-06-24',
    vigenteHasta: '2022-07-28',
    fechasVerificadas: false,
  },
  {
    id: 'ds-095-2022-pcm',
    numero: 'Decreto Supremo N° 095-2022-PCM',
    titulo: 'Plan Estratégico de Desarrollo Nacional al 2050',
    emitida: '2022-07-27',
    vigenteDesde: '2022-07-29',
    fechasVerificadas: false,
  },
  {
    id: 'ds-103-2023-pcm',
    numero: 'Decreto Supremo N° 103-2023-PCM',
    titulo: 'Actualización del Plan Estratégico de Desarrollo Nacional al 2050',
    fechasVerificadas: false,
  },
  {
    id: 'ds-103-2022-pcm',
    numero: 'Decreto Supremo N° 103-2022-PCM',
    titulo: 'Política Nacional de Modernización de la Gestión Pública al 2030',
    vigenteDesde: '2022-08-22',
    fechasVerificadas: false,
  },
  {
    id: 'ds-029-2018-pcm',
    numero: 'Decreto Supremo N° 029-2018-PCM',
    titulo: 'Reglamento que regula las Políticas Nacionales',
    emitida: '2018-03-19',
    vigenteDesde: '2018-03-21',
    fechasVerificadas: false,
  },
  {
    id: 'rsgp-006-2018-pcm-sgp',
    numero: 'Resolución de Secretaría de Gestión Pública N° 006-2018-PCM-SGP',
    titulo: 'Norma Técnica N° 001-2018-PCM/SGP para la Implementación de la Gestión por Procesos',
    fechasVerificadas: false,
  },
  {
    id: 'ley-31075',
    numero: 'Ley N° 31075',
    titulo: 'Ley de Organización y Funciones del Ministerio de Desarrollo Agrario y Riego',
    emitida: '2020-11-24',
    vigenteDesde: '2020-11-25',
    fechasVerificadas: false,
  },
];
