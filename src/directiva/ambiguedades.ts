/** A point the text leaves open, and how the product resolves it meanwhile. */
export interface Ambiguedad {
  /** `A1`… `A34` */
  clave: string;
  numerales: readonly string[];
  duda: string;
  resolucion: string;
}

type Fila = readonly [clave: string, numerales: readonly string[], duda: string, resolucion: string];

const FILAS: readonly Fila[] = [
  [
    'A1',
    ['6.5', '8.9'],
    'Los modelos son provinciales o departamentales, pero el ETTI es solo departamental.',
    'El ETTI del departamento trabaja el modelo provincial; cuando se puede, el Gerente Municipal de esa provincia ocupa un asiento v.',
  ],
  [
    'A2',
    ['6.5'],
    '¿Puede haber un modelo departamental y uno provincial del mismo servicio en el mismo departamento?',
    'No está prohibido. Se advierte y el acuerdo de la CIG precisa la relación entre ambos.',
  ],
  [
    'A3',
    ['8.9', '8.10'],
    '¿El ETTI es por sector, por servicio o por departamento?',
    'Uno por CIG y territorio departamental; los asientos i, iv y v pueden variar por servicio.',
  ],
  [
    'A4',
    ['8.10'],
    '¿«Variable» se refiere al número o a las personas?',
    'A ambos, con motivo escrito. Lo habitual es uno y dos; no tener ningún integrante subnacional se advierte con énfasis.',
  ],
  [
    'A5',
    ['8.10.v'],
    'En un departamento con una sola provincia no puede haber dos Gerentes Municipales.',
    'Se esperan dos o las provincias que existan, lo que sea menor, con motivo automático.',
  ],
  [
    'A6',
    ['8.8.1', '8.8.2', '8.9'],
    'El código 15 reúne a la provincia de Lima, de régimen especial, y al Gobierno Regional de Lima.',
    'Dos territorios departamentales: Lima Metropolitana y Lima Provincias. En el primero el Concejo Metropolitano adopta ambos acuerdos y un solo acto puede servir a los dos.',
  ],
  [
    'A7',
    ['8.15'],
    '¿La Resolución Ministerial alcanza al plan y al reconocimiento del ETTI?',
    'Es obligatoria para modelos e instrumentos elevados; para el plan y el ETTI es opcional y, si se expide, se registra.',
  ],
  [
    'A8',
    ['8.2', '8.15'],
    'Si intervienen varios sectores, ¿qué ministerio expide la resolución?',
    'El sector rector del servicio; los demás pueden refrendarla o expedir la suya.',
  ],
  [
    'A9',
    ['6.6'],
    '¿Consenso es unanimidad o presencia?',
    'Es que no subsista una objeción de un integrante con derecho a decidir. Un nivel ausente se advierte. El protocolo de la CIG puede ser más exigente.',
  ],
  [
    'A10',
    ['8.10', '8.12', '8.17'],
    '¿El ETTI decide por consenso o por votación?',
    'Por consenso, salvo otra regla de su protocolo; los indicadores siempre requieren consenso de los niveles.',
  ],
  [
    'A11',
    ['8.10.v'],
    '¿Cuándo procede la selección «en su defecto»?',
    'Tras la fecha fijada por la CIG, su diferimiento expreso o una sesión cerrada sin selección. Se registra cuál; la CIG puede reemplazarla después.',
  ],
  [
    'A12',
    ['8.8.1', '8.8.2'],
    '¿El Informe Regional absorbe los Informes Provinciales o recoge aportes directos?',
    'Ambos: el Informe Provincial aprobado si existe; si no, el aporte directo del alcalde. Cada uno con su origen.',
  ],
  ['A13', ['8.8.1', '8.8.2'], 'Llega un informe sin acuerdo.', 'Se recibe como aporte, no como Informe; nunca impide continuar.'],
  [
    'A14',
    ['8.8', '9.4'],
    'Llega un informe después de aprobado el plan.',
    'Se adjunta, va al ETTI como información y a la siguiente revisión del plan; no reabre la aprobación.',
  ],
  [
    'A15',
    ['8.8'],
    '¿Quiénes son los gobiernos involucrados?',
    'Los que tienen territorio en el ámbito del plan y un rol en el servicio. La lista queda fija por versión del plan y puede enmendarse.',
  ],
  [
    'A16',
    ['8.8.2'],
    '¿Los distritos opinan en el Informe Regional?',
    'Solo mediante el Informe Provincial; sus aportes se muestran hacia arriba sin poder cambiarse.',
  ],
  [
    'A17',
    ['8.8.1'],
    'El distrito capital de provincia no tiene municipalidad distrital propia.',
    'Responde la municipalidad provincial; no se cuenta como distrito ausente.',
  ],
  ['A18', ['8.19'], '¿Cuál es la «primera fase»?', 'El diagnóstico de la Etapa Preparatoria, completado con la información pedida por el ETTI.'],
  ['A19', ['8.19'], '«Siempre que éstos cumplan»: ¿los resultados o los indicadores?', 'Los indicadores: los cuatro criterios se aplican a cada uno.'],
  [
    'A20',
    ['8.4'],
    'El Plan Bicentenario al 2021 ya no rige.',
    'Se alinea con el plan estratégico vigente a la fecha; se conservan ambos catálogos con su vigencia.',
  ],
  [
    'A21',
    ['5.3', '8.6', '8.9', '8.17'],
    'La metodología cambió después los nombres de sus etapas.',
    'Los nombres son un vocabulario con versión; cada modelo conserva los de la suya y hay una tabla de equivalencias.',
  ],
  ['A22', ['6.6', '8.13'], '¿Quién puede devolver un modelo al ETTI?', 'La CIG, con observaciones: se desprende de su poder de aprobar y del consenso.'],
  [
    'A23',
    ['8.15'],
    '¿Puede el Ministro negarse a firmar?',
    'El texto dice que la aprobación se formaliza: el acto es debido. La demora se muestra como obligación, con los días transcurridos.',
  ],
  ['A24', ['8.13', '8.15'], '¿Cómo se modifica un modelo aprobado?', 'Por el mismo camino y rango. Las correcciones menores van por fe de erratas.'],
  ['A25', ['8.10'], '¿Quién convoca a los especialistas?', 'El presidente del ETTI, o cualquier integrante si el protocolo lo permite.'],
  ['A26', ['8.11.3'], '¿El convenio debe existir antes de aprobar el modelo?', 'No. La obligación se abre con la aprobación.'],
  [
    'A27',
    ['7.2.4', '7.2.5', '7.2.6'],
    '¿Los «representantes» son solo del ministerio?',
    'Según el texto, sí. Por los gobiernos regionales y locales firma el titular, salvo que su ley permita delegar; entonces se advierte y se adjunta el acto.',
  ],
  [
    'A28',
    ['7.2.4', '7.2.5', '7.2.6'],
    '¿Los convenios requieren acuerdo de concejo?',
    'La Directiva no lo dice; la práctica muestra acuerdos que autorizan al alcalde. Se pide como adjunto opcional.',
  ],
  ['A29', ['7.3.2.e', '8.20.2'], '¿Puede haber convenios entre gobiernos regionales y locales sin un ministerio?', 'Sí.'],
  ['A30', ['6.5'], '¿Un distrito puede ser el territorio de un modelo?', 'No: provincia o departamento. Un distrito puede ser punto de atención dentro de él.'],
  ['A31', ['6.5', '9.3'], '¿Y una mancomunidad o macrorregión?', 'No es territorio de un modelo; puede ser espacio de articulación o parte de un convenio.'],
  [
    'A32',
    ['6.4', '8.11.2'],
    'Dos ministerios reclaman la rectoría del mismo servicio.',
    'Un solo rector por servicio; el conflicto se registra y lo ve la Secretaría de Descentralización. El otro sector reutiliza el servicio.',
  ],
  ['A33', ['5.2', '6.6'], '¿Las secretarías de la PCM integran la CIG?', 'Solo si el acto de la CIG lo dice; si no, observan sin derecho a decidir.'],
  [
    'A34',
    ['IV', '5.3'],
    '¿Rige hoy la Directiva, tras las normas posteriores a 2018?',
    'No se ha verificado. La norma base es un parámetro y puede usarse el vocabulario de modelos de provisión.',
  ],
];

export const AMBIGUEDADES: readonly Ambiguedad[] = FILAS.map(([clave, numerales, duda, resolucion]) => ({ clave, numerales, duda, resolucion }));

export function ambiguedadesDe(numeral: string): readonly Ambiguedad[] {
  return AMBIGUEDADES.filter((a) => a.numerales.includes(numeral));
}
