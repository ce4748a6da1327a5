/**
 * States and transitions of a Modelo Específico, as read from VI–IX: the figure of the Anexo is missing.
 * There is no E5: recognition and seating of the ETTI (t5) is a machine of its own, for one ETTI serves many modelos.
 */
export type ClaveDeEstado =
  | 'E1'
  | 'E2'
  | 'E3'
  | 'E4'
  | 'E6'
  | 'E7'
  | 'E8'
  | 'E8o'
  | 'E9'
  | 'E10'
  | 'E11'
  | 'E12'
  | 'E13'
  | 'X1'
  | 'X2'
  | 'X3'
  | 'X4'
  | 'B1'
  | 'B2'
  | 'B3'
  | 'B4';

/** `principal`: design and approval. `mejora`: indicators, in parallel since the diagnosis (8.18). `salida`: off the line. */
export type Via = 'principal' | 'mejora' | 'salida';

export interface EstadoDelProceso {
  clave: ClaveDeEstado;
  nombre: string;
  via: Via;
  numerales: readonly string[];
}

const estado = (clave: ClaveDeEstado, nombre: string, via: Via, ...numerales: string[]): EstadoDelProceso => ({ clave, nombre, via, numerales });

export const ESTADOS: readonly EstadoDelProceso[] = [
  estado('E1', 'Servicio identificado', 'principal', '6.2', '7.3.1.b'),
  estado('E2', 'Elegible', 'principal', '6.5'),
  estado('E3', 'Propuesto en el PTI', 'principal', '8.6', '8.7'),
  estado('E4', 'Priorizado en el PTI', 'principal', '8.6', '6.6'),
  estado('E6', 'En diagnóstico e identificación', 'principal', '8.9'),
  estado('E7', 'Formulado', 'principal', '8.12', '8.1'),
  estado('E8', 'Elevado a la CIG', 'principal', '8.13'),
  estado('E8o', 'En opinión previa', 'principal', '8.14'),
  estado('E9', 'Aprobado por la CIG', 'principal', '6.6', '8.13'),
  estado('E10', 'Formalizado', 'principal', '8.15'),
  estado('E11', 'Estrategia de implementación definida', 'principal', '8.16', '8.20'),
  estado('E12', 'En implementación', 'principal', '8.16'),
  estado('E13', 'En ciclo de mejora', 'principal', '8.17', '8.18'),
  estado('X1', 'No elegible', 'salida', '6.5'),
  estado('X2', 'Retirado del PTI', 'salida', '8.6'),
  estado('X3', 'Sin consenso', 'salida', '6.6'),
  estado('X4', 'Suspendido o dejado sin efecto', 'salida', '6.6', '8.15'),
  estado('B1', 'Mejora abierta', 'mejora', '8.18'),
  estado('B2', 'Indicadores acordados con línea de base', 'mejora', '8.17', '8.18'),
  estado('B3', 'En medición', 'mejora', '8.18'),
  estado('B4', 'En evaluación', 'mejora', '8.17'),
];

export interface Transicion {
  clave: string;
  /** Empty when the case is born or when the step may start anywhere. */
  de: readonly ClaveDeEstado[];
  a: readonly ClaveDeEstado[];
  titulo: string;
  quien: string;
  exige: string;
  numerales: readonly string[];
  /** False when nothing in it may ever block. */
  puedeImpedir: boolean;
}

export const TRANSICIONES: readonly Transicion[] = [
  {
    clave: 't1',
    de: [],
    a: ['E1'],
    titulo: 'Identificar el servicio',
    quien: 'El sector; los gobiernos regionales y locales pueden proponer',
    exige: 'Datos completos del servicio',
    numerales: ['6.2', '7.3.1.b'],
    puedeImpedir: false,
  },
  {
    clave: 't2',
    de: ['E1'],
    a: ['E2'],
    titulo: 'Declarar elegible',
    quien: 'El sector',
    exige: 'Las tres condiciones se cumplen; la falta de sustento se advierte',
    numerales: ['6.5'],
    puedeImpedir: true,
  },
  {
    clave: 't2x',
    de: ['E1'],
    a: ['X1'],
    titulo: 'Declarar no elegible',
    quien: 'El sector',
    exige: 'Motivo público; puede evaluarse otra vez si cambian las normas',
    numerales: ['6.5'],
    puedeImpedir: false,
  },
  {
    clave: 't3',
    de: ['E2'],
    a: ['E3'],
    titulo: 'Proponer en el PTI',
    quien: 'El sector',
    exige: 'Territorio provincial o departamental; roles, políticas y alineamiento se advierten',
    numerales: ['8.4', '8.6', '8.7'],
    puedeImpedir: true,
  },
  {
    clave: 't3p',
    de: [],
    a: [],
    titulo: 'Presentar los Informes Institucionales',
    quien: 'Municipalidades distritales y provinciales, gobiernos regionales',
    exige: 'Acuerdo del concejo o del consejo; su ausencia solo se registra',
    numerales: ['8.8', '8.8.1', '8.8.2'],
    puedeImpedir: false,
  },
  {
    clave: 't4',
    de: ['E3'],
    a: ['E4'],
    titulo: 'Aprobar el PTI',
    quien: 'La CIG',
    exige: 'Plan propuesto por el sector, diagnóstico y consenso',
    numerales: ['6.6', '8.6', '8.7'],
    puedeImpedir: true,
  },
  {
    clave: 't4x',
    de: ['E3'],
    a: ['E3', 'X2'],
    titulo: 'Observar el PTI o retirar el servicio',
    quien: 'La CIG o el sector',
    exige: 'Motivo; el sector reformula',
    numerales: ['8.6'],
    puedeImpedir: false,
  },
  {
    clave: 't5',
    de: [],
    a: [],
    titulo: 'Reconocer e integrar el ETTI',
    quien: 'La CIG lo reconoce; el sector lo conduce',
    exige: 'Reconocimiento y asientos i a iii para instalarlo; iv y v son variables',
    numerales: ['8.9', '8.10'],
    puedeImpedir: true,
  },
  {
    clave: 't6',
    de: ['E4'],
    a: ['E6', 'B1'],
    titulo: 'Abrir el diagnóstico y la mejora',
    quien: 'El ETTI',
    exige: 'PTI aprobado y ETTI reconocido; ambas vías se abren a la vez',
    numerales: ['8.9', '8.18'],
    puedeImpedir: true,
  },
  {
    clave: 't6i',
    de: ['E6'],
    a: ['E6'],
    titulo: 'Pedir información',
    quien: 'El ETTI a los gobiernos involucrados',
    exige: 'La línea de base que alimenta; el silencio solo se advierte',
    numerales: ['9.4'],
    puedeImpedir: false,
  },
  {
    clave: 't6s',
    de: ['E6'],
    a: ['E6'],
    titulo: 'Discutir el modelo en el territorio',
    quien: 'Los gobiernos regionales y locales',
    exige: 'Aportes registrados',
    numerales: ['7.3.2.c'],
    puedeImpedir: false,
  },
  {
    clave: 'tB2',
    de: ['B1'],
    a: ['B2'],
    titulo: 'Acordar indicadores con línea de base',
    quien: 'El ETTI, con los tres niveles',
    exige: 'Cuatro criterios, acuerdo y línea de base; lo que falte se advierte',
    numerales: ['8.17', '8.18', '8.19'],
    puedeImpedir: false,
  },
  {
    clave: 't7',
    de: ['E6'],
    a: ['E7'],
    titulo: 'Formular el modelo',
    quien: 'El ETTI',
    exige: 'Roles, procesos, enfoques e indicadores; lo que falte se lista',
    numerales: ['8.1', '8.3', '8.11.1', '8.12', '9.1'],
    puedeImpedir: false,
  },
  {
    clave: 't8',
    de: ['E7'],
    a: ['E8'],
    titulo: 'Elevar a la CIG',
    quien: 'El presidente del ETTI',
    exige: 'Acta del ETTI, protocolo adoptado y nivel de prestación',
    numerales: ['8.1', '8.12', '8.13'],
    puedeImpedir: true,
  },
  {
    clave: 't9',
    de: ['E7', 'E8'],
    a: ['E8o'],
    titulo: 'Pedir opinión previa',
    quien: 'Solo la CIG, si lo estima pertinente',
    exige: 'Espacio reconocido por la CIG; el silencio no impide aprobar',
    numerales: ['8.14'],
    puedeImpedir: true,
  },
  {
    clave: 't10',
    de: ['E8', 'E8o'],
    a: ['E7'],
    titulo: 'Devolver con observaciones',
    quien: 'La CIG, si no prefiere modificar en sesión',
    exige: 'Observaciones',
    numerales: ['6.6', '8.13'],
    puedeImpedir: false,
  },
  {
    clave: 't11',
    de: ['E8', 'E8o'],
    a: ['E9'],
    titulo: 'Aprobar el modelo',
    quien: 'La CIG',
    exige: 'Consenso: ninguna objeción en pie y no solo la posición del sector',
    numerales: ['6.6', '8.13'],
    puedeImpedir: true,
  },
  {
    clave: 't11x',
    de: ['E8'],
    a: ['X3'],
    titulo: 'Dejar constancia de la falta de consenso',
    quien: 'La CIG',
    exige: 'Agotar las rondas de su propio protocolo; nunca se aprueba por mayoría',
    numerales: ['6.6'],
    puedeImpedir: false,
  },
  {
    clave: 't12',
    de: ['E9'],
    a: ['E10'],
    titulo: 'Formalizar por Resolución Ministerial',
    quien: 'El Ministro',
    exige: 'Anexo idéntico a la versión aprobada',
    numerales: ['8.15'],
    puedeImpedir: true,
  },
  {
    clave: 't13',
    de: ['E10'],
    a: ['E11'],
    titulo: 'Adoptar la estrategia de implementación',
    quien: 'La CIG con el ETTI y las entidades',
    exige: 'Estrategia y cronograma',
    numerales: ['8.16', '8.20'],
    puedeImpedir: false,
  },
  {
    clave: 't14',
    de: ['E11'],
    a: ['E12'],
    titulo: 'Iniciar la implementación',
    quien: 'Las entidades responsables',
    exige: 'Estrategia y cronograma; plan operativo y reformas pendientes se advierten',
    numerales: ['8.16', '9.5', '7.3'],
    puedeImpedir: true,
  },
  {
    clave: 't15',
    de: ['E12', 'B2'],
    a: ['E13', 'B3', 'B4'],
    titulo: 'Medir y evaluar',
    quien: 'El ETTI',
    exige: 'Mediciones desde las instituciones y desde la percepción del usuario',
    numerales: ['8.17', '8.18'],
    puedeImpedir: false,
  },
  {
    clave: 't16',
    de: ['E13'],
    a: ['E12'],
    titulo: 'Cerrar el ciclo sin cambios',
    quien: 'El ETTI',
    exige: 'Informe de retroalimentación con las obligaciones abiertas',
    numerales: ['8.17', '8.11.3'],
    puedeImpedir: false,
  },
  {
    clave: 't17',
    de: ['E10', 'E11', 'E12', 'E13'],
    a: ['E6', 'E7'],
    titulo: 'Abrir una nueva versión',
    quien: 'El ETTI',
    exige: 'Propuesta de cambio; la versión anterior rige hasta la nueva resolución',
    numerales: ['8.13', '8.17'],
    puedeImpedir: false,
  },
  {
    clave: 't18',
    de: ['E10', 'E11', 'E12', 'E13'],
    a: ['X4'],
    titulo: 'Suspender o dejar sin efecto',
    quien: 'La CIG y el ministerio',
    exige: 'Acto del mismo rango',
    numerales: ['6.6', '8.15'],
    puedeImpedir: false,
  },
  {
    clave: 't19',
    de: [],
    a: [],
    titulo: 'Adecuar a un territorio nuevo o dividido',
    quien: 'El sector y la CIG',
    exige: 'Norma que crea el territorio; se conserva el linaje del modelo',
    numerales: ['6.5'],
    puedeImpedir: false,
  },
];

/** Steps the process line of a screen shows, each with the states it gathers. */
export interface Paso {
  clave: string;
  nombre: string;
  estados: readonly ClaveDeEstado[];
}

export const PASOS: readonly Paso[] = [
  { clave: 'identificado', nombre: 'Servicio identificado', estados: ['E1'] },
  { clave: 'elegible', nombre: 'Elegible', estados: ['E2'] },
  { clave: 'priorizado', nombre: 'Priorizado en el PTI', estados: ['E3', 'E4'] },
  { clave: 'diagnostico', nombre: 'En diagnóstico', estados: ['E6'] },
  { clave: 'formulado', nombre: 'Formulado', estados: ['E7'] },
  { clave: 'elevado', nombre: 'Elevado a la CIG', estados: ['E8', 'E8o'] },
  { clave: 'aprobado', nombre: 'Aprobado por la CIG', estados: ['E9'] },
  { clave: 'formalizado', nombre: 'Resolución Ministerial', estados: ['E10'] },
  { clave: 'implementacion', nombre: 'Implementación', estados: ['E11', 'E12', 'E13'] },
];

/** Step a state stands on; undefined off the line (X1–X4) and on the parallel track (B1–B4). */
export function pasoDe(clave: ClaveDeEstado): Paso | undefined {
  return PASOS.find((p) => p.estados.includes(clave));
}

/** Transitions that leave a state. */
export function transicionesDesde(clave: ClaveDeEstado): readonly Transicion[] {
  return TRANSICIONES.filter((t) => t.de.includes(clave));
}
