import type { Escrito } from './pantalla.ts';

/** What the offices of Education and Puno write on the main path. Figures are of the test, not official. */

export const SERVICIO = {
  nombre: 'Atención en programas no escolarizados de educación inicial (PRONOEI)',
  sector: 'minedu',
  necesidad: 'Que niñas y niños de tres a cinco años de comunidades dispersas reciban educación inicial cerca de su hogar.',
  continuidad: 'Ocho horas semanales como mínimo durante el año escolar, en locales comunales.',
  norma: 'Resolución Viceministerial N.º 036-2015-MINEDU',
  niveles: ['nacional', 'regional', 'provincial', 'distrital'],
} as const satisfies Escrito;

export const ELEGIBILIDAD = {
  competenciasCompartidas: {
    cumple: true,
    sustento: 'El ministerio norma y financia; la región conduce el servicio con sus unidades locales; las municipalidades apoyan los locales.',
    normas: 'LOGR-47-f\nLOM-82-4',
  },
  fasesSucesivas: { cumple: true, sustento: 'Norma y presupuesto, selección de promotoras, atención en comunidad y soporte del local.' },
  responsabilidadCompartida: { cumple: true, sustento: 'Sin local, promotora o norma no hay atención: cada nivel responde por su fase.' },
} as const satisfies Escrito;

export const DIAGNOSTICO_PTI = {
  texto: 'En Puno una de cada tres comunidades de menos de treinta familias no tiene oferta de educación inicial.',
  fuentes: 'Censo educativo y padrón de programas de la Dirección Regional de Educación.',
  problematica: 'Locales prestados sin agua segura y promotoras que cambian dos veces al año.',
  politicas: 'Proyecto Educativo Nacional al 2036.',
} as const satisfies Escrito;

export const LINEA = {
  territorio: '21',
  criterios: 'Mayor número de comunidades sin oferta y disposición de las municipalidades provinciales.',
  alineamiento: {
    metas: 'Meta sectorial de cobertura de educación inicial.',
    acuerdoNacional: 'Política de Estado 12.',
    planEstrategico: 'Plan Estratégico de Desarrollo Nacional al 2050, desarrollo de capacidades.',
  },
  roles: [
    { nivel: 'nacional', rol: 'Norma, materiales y financiamiento' },
    { nivel: 'regional', rol: 'Selecciona y acompaña a las promotoras', competencia: 'LOGR-47-f' },
    { nivel: 'provincial', rol: 'Acondiciona y mantiene los locales', competencia: 'LOM-82-4' },
  ],
} as const satisfies Escrito;

export const PROTOCOLO = {
  convocatoria: 'La presidencia convoca con diez días de anticipación por correo institucional.',
  intercambio: 'Carpeta compartida; los datos de niñas y niños no salen de los sistemas del sector.',
  estrategiaTerritorial: 'Se distingue entre la ribera del lago, el altiplano y la selva de la región.',
  conformidades: [
    { asiento: 'i', entidad: 'Ministerio de Educación' },
    { asiento: 'ii', entidad: 'Ministerio de Educación' },
    { asiento: 'iii', entidad: 'Ministerio de Educación' },
    { asiento: 'iv', entidad: 'Gobierno Regional de Puno' },
    { asiento: 'v', entidad: 'Municipalidad Provincial de Puno' },
    { asiento: 'v', entidad: 'Municipalidad Provincial de San Román' },
  ],
} as const satisfies Escrito;

/** Title of the acto, office of the ETTI that writes it and content. */
export const SECCIONES = [
  [
    'Registrar destinatarios y necesidades',
    'presidencia',
    { filas: [{ quienes: 'Niñas y niños de tres a cinco años', necesidades: 'Atención cercana y en su lengua.', fuente: 'Padrón comunal' }] },
  ],
  [
    'Registrar la cadena de valor',
    'sector',
    {
      filas: [
        { fase: 'Regulación y financiamiento', actividades: 'Fijar la norma y asignar el presupuesto.', productos: 'Programas financiados.' },
        { fase: 'Atención', actividades: 'Sesiones en el local comunal.', productos: 'Niñas y niños atendidos.', resultado: 'Desarrollo infantil' },
      ],
    },
  ],
  [
    'Registrar los procesos',
    'gerenteRegional',
    {
      filas: [
        { proceso: 'Selección de promotoras', tipo: 'operativo', nivel: 'regional', norma: 'LOGR-47-f', politica: 'Proyecto Educativo Nacional al 2036' },
      ],
    },
  ],
  [
    'Registrar roles y responsabilidades',
    'ogpp',
    {
      filas: [
        { fase: 'Regulación y financiamiento', nivel: 'nacional', rol: 'Norma y financia', responsable: true },
        { fase: 'Atención', nivel: 'regional', rol: 'Conduce la atención', responsable: true, competencia: 'LOGR-47-f' },
        { fase: 'Atención', nivel: 'provincial', rol: 'Sostiene el local', responsable: true, competencia: 'LOM-82-4', principio: 'corresponsabilidad' },
      ],
    },
  ],
  [
    'Registrar bienes y servicios con estándares',
    'presidencia',
    { filas: [{ nombre: 'Sesión de educación inicial', tipo: 'servicio', estandar: 'Ocho horas semanales, con no más de veinte niñas y niños.' }] },
  ],
  [
    'Registrar los cuatro enfoques',
    'gerenteRegional',
    {
      territorial: { sustento: 'Calendario según siembra y heladas.' },
      genero: { sustento: 'Se convoca a madres y padres.' },
      interculturalidad: { sustento: 'Atención en quechua o aimara.' },
      inclusion: { sustento: 'Búsqueda activa de niñas y niños con discapacidad.' },
    },
  ],
  [
    'Registrar objetivos de política',
    'sector',
    {
      filas: [
        { objetivo: 'Ampliar la cobertura de educación inicial', politica: 'Proyecto Educativo Nacional al 2036', contribucion: 'Llega donde no hay escuela.' },
      ],
    },
  ],
  [
    'Registrar la articulación con otros sectores',
    'gerenteMunicipal',
    { multisectorial: true, filas: [{ sector: 'minsa', servicio: 'Control de crecimiento y desarrollo', vinculo: 'Comparte el padrón de niñas y niños.' }] },
  ],
] as const;

export const NIVEL_DE_PRESTACION = {
  aspirado: 'Que toda comunidad con ocho o más niñas y niños de tres a cinco años tenga un programa en funcionamiento.',
  cobertura: '90 % de las comunidades priorizadas.',
  actual: '62 % de las comunidades priorizadas.',
} as const satisfies Escrito;

export const INDICADOR = {
  nombre: 'Comunidades priorizadas con programa en funcionamiento',
  dimension: 'cobertura',
  tipo: 'resultado',
  formula: 'Comunidades con programa / comunidades priorizadas × 100',
  unidad: '%',
  fuente: 'Padrón de programas',
  periodicidad: 'Semestral',
  criterios: { simplicidad: true, confiabilidad: true, validez: true, costoRazonable: true },
} as const satisfies Escrito;

export const ESTRATEGIA = {
  estrategia: 'Dos etapas: provincias de Puno y San Román; luego las demás provincias del departamento.',
  nacional: 'El ministerio asegura norma, materiales y evaluación anual.',
  subnacional: 'El gobierno regional sostiene a las promotoras; las municipalidades, los locales.',
  instrumentos: 'Convenio de gestión entre el ministerio y el gobierno regional.',
} as const satisfies Escrito;
