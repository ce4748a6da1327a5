/** A reading of the text adopted by the product, shown as such. It prevails where the text admits more than one. */
export interface Lectura {
  /** `R1`… `R24` */
  clave: string;
  titulo: string;
  numerales: readonly string[];
  lectura: string;
  adoptadaPor: string;
}

const ADOPTADA_POR = 'Equipo de Ayni, a falta de disposición de la Secretaría de Descentralización (9.7)';

const LECTURAS_BASE: readonly Omit<Lectura, 'adoptadaPor'>[] = [
  {
    clave: 'R1',
    titulo: 'La CIG puede modificar en sesión',
    numerales: ['6.6', '8.6', '8.13'],
    lectura:
      'La CIG puede aprobar el paquete elevado, o el Plan de Trabajo Institucional propuesto, con modificaciones acordadas en sesión; el texto modificado es la versión aprobada. Solo se impide cuando nada fue elevado o propuesto. Devolver al ETTI es una opción, no el único camino.',
  },
  {
    clave: 'R2',
    titulo: 'Qué es consenso',
    numerales: ['6.6'],
    lectura:
      'No hay acuerdo mientras se mantenga la objeción de un integrante con derecho a decidir, ni cuando solo el sector tomó posición. Si falta un nivel subnacional, se advierte. El silencio, la ausencia o una circulación vencida nunca son adhesión. Una CIG sin reglamento puede actuar.',
  },
  {
    clave: 'R3',
    titulo: 'A quién pertenecen los asientos del ETTI',
    numerales: ['8.10.i', '8.10.ii', '8.10.iii', '8.10.iv', '8.10.v', '7.3.2.a'],
    lectura:
      'El presidente pertenece al sector: al ministerio o a un organismo adscrito. Los asientos ii y iii son del ministerio; el ii se reconoce por su función. El ministerio designa i y ii, y el gobierno regional el iv; la CIG no los designa. El asiento v sigue al puesto.',
  },
  {
    clave: 'R4',
    titulo: 'Cuántos ETTI',
    numerales: ['8.9'],
    lectura:
      'Uno por CIG y departamento. Un segundo ETTI reconocido por la CIG para otro servicio se admite con advertencia; para el mismo servicio y departamento se impide.',
  },
  {
    clave: 'R5',
    titulo: 'Asientos i a iii',
    numerales: ['8.10.i', '8.10.ii', '8.10.iii', '8.10'],
    lectura:
      'Se exigen para instalar el ETTI. Una vacante o ausencia posterior advierte y abre una obligación, no detiene al equipo. La variación de iv y v lleva motivo y no se cuenta como integración incompleta.',
  },
  {
    clave: 'R6',
    titulo: 'Selección por el presidente del ETTI',
    numerales: ['8.10.v'],
    lectura:
      'El presidente puede seleccionar si venció la fecha que la CIG se fijó, si la CIG lo difirió expresamente, si una sesión cerró sin selección, o si la CIG reconoció el ETTI sin seleccionar y no hay fecha pendiente. Una selección posterior de la CIG la reemplaza.',
  },
  {
    clave: 'R7',
    titulo: 'Qué debe coincidir en la Resolución Ministerial',
    numerales: ['8.15'],
    lectura:
      'Debe coincidir el anexo con la versión aprobada; el visto, los considerandos y los artículos son del ministerio. Se impide expedir un proyecto con otro anexo. Una resolución ya expedida siempre se registra: si su anexo difiere queda como discrepante, sin vigencia, hasta una fe de erratas o un acuerdo de la CIG. Firma el Ministro o quien tenga el encargo del despacho.',
  },
  {
    clave: 'R8',
    titulo: 'Estrategia de implementación',
    numerales: ['8.16'],
    lectura:
      'Se elabora desde que el modelo está formulado y la adopta la CIG con el ETTI y las entidades. Solo se impide pasar a implementación sin estrategia y cronograma.',
  },
  {
    clave: 'R9',
    titulo: 'Orden de los indicadores',
    numerales: ['8.17', '8.18', '8.19'],
    lectura:
      'Indicadores, líneas de base y retroalimentación pueden hacerse en cualquier orden; el primer valor puede ser la línea de base. Lo que falte o no cumpla un criterio se advierte. Si un nivel no tiene integrante en el ETTI, acuerda mediante la CIG.',
  },
  {
    clave: 'R10',
    titulo: 'Indicadores de contribución',
    numerales: ['8.11.3'],
    lectura: 'La obligación se abre y se imprime en el informe de retroalimentación; nunca impide cerrar un ciclo.',
  },
  {
    clave: 'R11',
    titulo: 'Qué se exige para elevar',
    numerales: ['8.1', '8.11.1', '8.12', '8.13'],
    lectura: 'Se impide sin nivel de prestación o sin protocolo adoptado. Los cuatro enfoques y lo demás se advierten y se imprimen en el paquete.',
  },
  {
    clave: 'R12',
    titulo: 'Alineamiento y diagnóstico',
    numerales: ['8.4', '8.7'],
    lectura:
      'La falta de vínculo con cada clase de meta o política se advierte; «se consideró y no contribuye, por este motivo» es una respuesta válida. El diagnóstico se exige al aprobar el plan, no al proponerlo.',
  },
  {
    clave: 'R13',
    titulo: 'Roles compartidos',
    numerales: ['5.1', '8.3'],
    lectura: 'Debe haber al menos un responsable y varios son lícitos: se registra quién hace qué. Solo se advierte cuando no hay ninguno.',
  },
  {
    clave: 'R14',
    titulo: 'Opinión previa',
    numerales: ['8.14'],
    lectura: 'La CIG puede pedirla desde que el modelo está formulado. Que no sea vinculante es una lectura de este producto.',
  },
  {
    clave: 'R15',
    titulo: 'Elegibilidad del servicio',
    numerales: ['6.5', '6.2', '8.1'],
    lectura:
      'Se impide si una condición se declara falsa; la falta de sustento se advierte hasta aprobar el plan. Un servicio de dos niveles puede ser elegible con advertencia. El grado de transferencia nunca condiciona.',
  },
  {
    clave: 'R16',
    titulo: 'Convenios de Gestión y de Delegación',
    numerales: ['7.2.5', '7.2.6', '7.3.2.e'],
    lectura:
      'El Convenio de Delegación requiere funciones y marco legal; el de Gestión, objetivos, metas e indicadores. Lo demás se advierte, incluidos el acto de delegación de quien firma por el ministerio y la autorización del concejo municipal. Se admiten contrapartes solo regionales o solo locales.',
  },
  {
    clave: 'R17',
    titulo: 'Disposiciones complementarias',
    numerales: ['9.7', '6.6'],
    lectura:
      'Solo llenan vacíos. La que contradice una regla del texto, como una mayoría en lugar del consenso, se rechaza; la que llena un vacío rige los siguientes actos, también en casos en trámite.',
  },
  {
    clave: 'R18',
    titulo: 'Informes institucionales',
    numerales: ['8.8', '8.8.1', '8.8.2'],
    lectura:
      'Involucrado es quien tiene territorio en el ámbito y un nivel participante. El Informe Regional reúne a los alcaldes provinciales y el plan integra directamente a gobiernos regionales y locales: una región en silencio no absorbe a sus provincias. Ninguna ausencia impide continuar.',
  },
  {
    clave: 'R19',
    titulo: 'No hay jerarquía entre niveles',
    numerales: ['6.1', '8.17'],
    lectura: 'Un gobierno regional no devuelve las cifras de una municipalidad. La revisión de datos es técnica y la mejora corresponde al ETTI.',
  },
  {
    clave: 'R20',
    titulo: 'Actos de las secretarías de la PCM',
    numerales: ['5.2', '5.3', '8.20.3', '9.7'],
    lectura:
      'Tienen actos propios: observar, asistir, evaluar, convocar, dictar disposiciones y publicar metodología. No actúan sobre contenido ajeno y leen lo presentado, no los borradores.',
  },
  {
    clave: 'R21',
    titulo: 'Dos flujos de capacidades',
    numerales: ['7.4', '9.2'],
    lectura:
      'En 9.2 la Secretaría de Descentralización convoca, la Mesa formula lineamientos, la Comisión los aprueba, una resolución los formaliza y los planes los siguen. En 7.4 la Mesa propone acciones y la Comisión las aprueba, sin necesidad de lineamientos.',
  },
  {
    clave: 'R22',
    titulo: 'Plan operativo anual',
    numerales: ['9.5'],
    lectura:
      'La obligación nace con el siguiente plan operativo que se formule, para sectores y gobiernos regionales y locales. Un plan ya aprobado a la fecha de la resolución no es incumplimiento.',
  },
  {
    clave: 'R23',
    titulo: 'Otros instrumentos y espacios',
    numerales: ['8.13', '8.14', '8.15', '7.3.2.c', '9.3'],
    lectura: 'Otros instrumentos pueden elevarse, aprobarse y formalizarse por sí solos. Los espacios de articulación son actores con actos propios.',
  },
  {
    clave: 'R24',
    titulo: 'Lecturas abiertas',
    numerales: ['6.6', '8.10.iv', '8.10.v', '9.2'],
    lectura:
      'Siguen abiertas: si la CIG la lidera solo el sector o los tres niveles; una CIG por sector (una segunda se advierte); si «su aprobación» en 9.2 se refiere a lineamientos o planes; los asientos iv y v en Lima Metropolitana; y el Callao, donde departamento y provincia coinciden.',
  },
];

export const LECTURAS: readonly Lectura[] = LECTURAS_BASE.map((l) => ({ ...l, adoptadaPor: ADOPTADA_POR }));

/** Readings that bear on a numeral. */
export function lecturasDe(numeral: string): readonly Lectura[] {
  return LECTURAS.filter((l) => l.numerales.includes(numeral));
}
