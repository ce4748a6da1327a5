/** Content of the CRED modelo of Huancavelica. Figures are of the demo, not official. */

const DATO = 'Dato referencial de la demostración';

export const SERVICIO_CRED = {
  nombre: 'Control de crecimiento y desarrollo (CRED) de niñas y niños',
  sector: 'minsa',
  necesidad:
    'Vigilar de manera oportuna el crecimiento y el desarrollo de las niñas y los niños menores de cinco años, para detectar a tiempo riesgos, anemia y desnutrición crónica.',
  continuidad: 'Se presta todo el año en los establecimientos del primer nivel y en visitas domiciliarias, según el esquema de controles por edad.',
  norma: 'NTS N.º 137-MINSA/2017/DGIESP, aprobada por Resolución Ministerial N.º 537-2017/MINSA',
  niveles: ['nacional', 'regional', 'provincial', 'distrital'],
  otrosSectores: ['midis', 'mimp'],
};

export const ELEGIBILIDAD_CRED = {
  competenciasCompartidas: {
    cumple: true,
    sustento:
      'El ministerio norma y fija estándares; el gobierno regional organiza y presta; las municipalidades gestionan la atención primaria en coordinación con la región.',
    normas: ['LOGR-49-e', 'LOGR-49-g', 'LOM-80-2.5', 'LOM-80-4.4'],
  },
  fasesSucesivas: {
    cumple: true,
    sustento: 'Norma técnica y compra de insumos (nacional), programación y atención (regional), padrón nominal y seguimiento domiciliario (local).',
  },
  responsabilidadCompartida: {
    cumple: true,
    sustento: 'Un control completo y oportuno depende de que las tres fases se cumplan: cada nivel responde por la suya ante la misma niña o niño.',
  },
};

export const DIAGNOSTICO_PTI_SALUD = {
  texto:
    'En Huancavelica cuatro de cada diez niñas y niños menores de 36 meses llegan con controles incompletos. El padrón nominal de las municipalidades y el registro de los establecimientos no coinciden, y las visitas domiciliarias se programan sin un calendario común.',
  fuentes: `Registro HIS, padrón nominal y ENDES. ${DATO}.`,
  practica: 'Existen acuerdos de gestión entre la Dirección Regional de Salud y tres municipalidades provinciales, sin seguimiento común.',
  problematica: 'Falta de agua segura, identidad tardía de recién nacidos y dispersión de la población en comunidades altoandinas.',
  politicas: 'Política Nacional Multisectorial de Salud al 2030 y Política Nacional Multisectorial para las Niñas, Niños y Adolescentes al 2030.',
};

export const LINEA_CRED = {
  territorio: '09',
  prioridad: 1,
  criterios: 'Mayor proporción de controles incompletos, anemia infantil por encima del promedio nacional y disposición de los gobiernos locales.',
  alineamiento: {
    metas: 'Contribuye a las metas sectoriales de reducción de la anemia y de la desnutrición crónica infantil.',
    acuerdoNacional: 'Políticas de Estado 13 (acceso universal a la salud) y 15 (seguridad alimentaria y nutrición).',
    planEstrategico: 'Plan Estratégico de Desarrollo Nacional al 2050, objetivo sobre el pleno desarrollo de las capacidades de las personas.',
  },
  roles: [
    { nivel: 'nacional', rol: 'Norma, estándares, financiamiento por resultados y evaluación', competencia: '' },
    { nivel: 'regional', rol: 'Organiza y presta los controles en sus establecimientos', competencia: 'LOGR-49-g' },
    { nivel: 'provincial', rol: 'Articula el padrón nominal y la atención primaria en la provincia', competencia: 'LOM-80-2.5' },
    { nivel: 'distrital', rol: 'Mantiene el padrón y acompaña a las familias', competencia: 'LOM-80-4.4' },
  ],
};

export const PROTOCOLO_SALUD = {
  regla: 'consenso',
  convocatoria: 'La presidencia convoca con diez días de anticipación por correo institucional; cualquier miembro puede pedir una reunión.',
  intercambio: 'Repositorio compartido; los datos nominales de niñas y niños no salen de los sistemas del sector.',
  estrategiaTerritorial:
    'Se distingue entre capitales provinciales, valles y comunidades altoandinas, con brigadas itinerantes donde el acceso supera dos horas.',
  invitados: 'cualquier_miembro',
};

/** Acto, office of the ETTI that writes it and content. */
export const SECCIONES_CRED = [
  [
    'GuardarDestinatarios',
    'minsa/funcionario_sector',
    {
      filas: [
        {
          quienes: 'Niñas y niños menores de 36 meses',
          necesidades: 'Controles completos según edad, vacunas, tamizaje de hemoglobina y suplemento de hierro.',
          expectativas: 'Atención en su lengua y sin esperas mayores de una hora.',
          fuente: DATO,
        },
        {
          quienes: 'Madres, padres y cuidadores',
          necesidades: 'Consejería clara sobre crianza, alimentación y signos de alarma.',
          requisitos: 'Horario compatible con el trabajo agrícola.',
          fuente: 'Taller con organizaciones comunales de Yauli y Acobamba (demostración)',
        },
      ],
    },
  ],
  [
    'GuardarCadenaDeValor',
    'minsa/organo_descentralizacion',
    {
      filas: [
        {
          fase: 'Regulación y provisión',
          insumos: 'Presupuesto por resultados, norma técnica',
          actividades: 'Actualizar la norma, comprar y distribuir micronutrientes y vacunas.',
          productos: 'Establecimientos abastecidos.',
        },
        {
          fase: 'Captación y padrón',
          insumos: 'Registro de nacimientos, actores sociales',
          actividades: 'Actualizar el padrón nominal cada mes y visitar a las familias.',
          productos: 'Padrón nominal al día.',
        },
        {
          fase: 'Atención del control',
          insumos: 'Personal de enfermería, consultorio equipado',
          actividades: 'Evaluar crecimiento, desarrollo y hemoglobina; dar consejería.',
          productos: 'Control CRED completo y oportuno.',
          resultado: 'Menos anemia y desnutrición crónica infantil',
        },
        {
          fase: 'Seguimiento',
          actividades: 'Buscar en su domicilio a quien no asistió y registrar el resultado.',
          productos: 'Niñas y niños recuperados para el control.',
        },
      ],
    },
  ],
  [
    'GuardarProcesos',
    'gr-09/gerente_regional',
    {
      filas: [
        {
          proceso: 'Programación territorial de controles',
          tipo: 'operativo',
          nivel: 'regional',
          entrega: 'Recibe el padrón de las municipalidades y devuelve la lista de citas.',
          norma: 'LOGR-49-g',
          politica: 'Política Nacional Multisectorial de Salud al 2030',
        },
        {
          proceso: 'Actualización del padrón nominal',
          tipo: 'operativo',
          nivel: 'distrital',
          entrega: 'Entrega el padrón a la red de salud cada fin de mes.',
          norma: 'LOM-80-4.4',
          politica: 'Política Nacional Multisectorial para las Niñas, Niños y Adolescentes al 2030',
        },
        {
          proceso: 'Abastecimiento de insumos estratégicos',
          tipo: 'soporte',
          nivel: 'nacional',
          entrega: 'Entrega vacunas y micronutrientes al almacén regional.',
          norma: 'Decreto Legislativo N.º 1161',
          politica: 'Política Nacional Multisectorial de Salud al 2030',
        },
      ],
    },
  ],
  [
    'GuardarRoles',
    'minsa/ogpp',
    {
      filas: [
        { fase: 'Regulación y provisión', nivel: 'nacional', rol: 'Norma y abastece', responsable: true, principio: 'complementariedad' },
        {
          fase: 'Captación y padrón',
          nivel: 'distrital',
          rol: 'Actualiza el padrón',
          responsable: true,
          competencia: 'LOM-80-4.4',
          principio: 'subsidiariedad',
        },
        { fase: 'Captación y padrón', nivel: 'provincial', rol: 'Articula los padrones distritales', responsable: false, competencia: 'LOM-80-2.5' },
        {
          fase: 'Atención del control',
          nivel: 'regional',
          rol: 'Presta el control',
          responsable: true,
          competencia: 'LOGR-49-g',
          principio: 'corresponsabilidad',
        },
        { fase: 'Seguimiento', nivel: 'regional', rol: 'Programa la búsqueda activa', responsable: true, competencia: 'LOGR-49-e' },
        { fase: 'Seguimiento', nivel: 'distrital', rol: 'Acompaña las visitas', responsable: true, competencia: 'LOM-80-4.5', principio: 'corresponsabilidad' },
      ],
    },
  ],
  [
    'GuardarBienesYServicios',
    'minsa/funcionario_sector',
    {
      filas: [
        {
          nombre: 'Control CRED',
          tipo: 'servicio',
          estandar: 'Once controles en el primer año, seis en el segundo y cuatro en el tercero, de 45 minutos como mínimo.',
          norma: 'NTS N.º 137-MINSA/2017/DGIESP',
        },
        {
          nombre: 'Suplemento de hierro',
          tipo: 'bien',
          estandar: 'Entrega mensual desde los cuatro meses, con control de consumo.',
          norma: 'NTS N.º 137-MINSA/2017/DGIESP',
        },
      ],
    },
  ],
  [
    'GuardarNivelDePrestacion',
    'minsa/ogpp',
    {
      aspirado: 'Que 85 de cada 100 niñas y niños menores de 36 meses tengan el control CRED completo y oportuno en todas las provincias.',
      cobertura: '85 % en el departamento y no menos de 75 % en cada provincia.',
      calidad: 'Consejería en quechua donde la familia la pida.',
      actual: `61 % en el departamento; la brecha mayor está en comunidades a más de dos horas de un establecimiento. ${DATO}.`,
    },
  ],
  [
    'GuardarEnfoques',
    'gr-09/gerente_regional',
    {
      territorial: { aplica: true, sustento: 'Brigadas itinerantes en comunidades altoandinas y calendario según ferias y siembras.' },
      genero: { aplica: true, sustento: 'La consejería convoca también a los padres; hoy nueve de cada diez acompañantes son madres.' },
      interculturalidad: { aplica: true, sustento: 'Atención en quechua chanka y respeto de las prácticas de crianza que no dañan la salud.' },
      inclusion: { aplica: true, sustento: 'Búsqueda activa de niñas y niños con discapacidad o sin DNI.' },
    },
  ],
  [
    'GuardarObjetivos',
    'minsa/organo_descentralizacion',
    {
      filas: [
        {
          objetivo: 'Reducir la anemia en menores de 36 meses',
          politica: 'Política Nacional Multisectorial de Salud al 2030',
          contribucion: 'El control permite tamizar, suplementar y aconsejar a tiempo.',
        },
        {
          objetivo: 'Asegurar el desarrollo infantil temprano',
          politica: 'Política Nacional Multisectorial para las Niñas, Niños y Adolescentes al 2030',
          contribucion: 'El control evalúa el desarrollo y deriva a tiempo.',
        },
      ],
    },
  ],
  [
    'GuardarOtrosSectores',
    'minsa/organo_descentralizacion',
    {
      multisectorial: true,
      filas: [{ sector: 'midis', servicio: 'Cuidado diurno y acompañamiento a familias', vinculo: 'Comparte el padrón nominal y la visita domiciliaria.' }],
    },
  ],
] as const;

const CRITERIOS = { simplicidad: true, confiabilidad: true, validez: true, costoRazonable: true };

export const INDICADORES_CRED = [
  {
    datos: {
      nombre: 'Niñas y niños menores de 36 meses con control CRED completo para su edad',
      dimension: 'cobertura',
      tipo: 'resultado',
      formula: 'Niñas y niños con CRED completo / niñas y niños del padrón nominal × 100',
      unidad: '%',
      fuente: 'HIS y padrón nominal',
      periodicidad: 'Mensual',
      criterios: CRITERIOS,
    },
    entidad: 'gr-09',
    base: 61.4,
  },
  {
    datos: {
      nombre: 'Menores de 36 meses con anemia',
      dimension: 'calidad',
      tipo: 'resultado',
      formula: 'Niñas y niños con hemoglobina ajustada por debajo del valor normal / tamizados × 100',
      unidad: '%',
      fuente: 'ENDES',
      periodicidad: 'Anual',
      criterios: CRITERIOS,
    },
    entidad: 'minsa',
    base: 52.8,
  },
  {
    datos: {
      nombre: 'Familias satisfechas con la consejería recibida',
      dimension: 'satisfaccion',
      tipo: 'resultado',
      formula: 'Familias que califican la consejería como buena o muy buena / familias entrevistadas × 100',
      unidad: '%',
      fuente: 'Encuesta de salida en establecimientos',
      periodicidad: 'Semestral',
      criterios: CRITERIOS,
    },
    entidad: 'gr-09',
    base: 68,
  },
  {
    datos: {
      nombre: 'Municipalidades con padrón nominal actualizado en el mes',
      dimension: 'otra',
      tipo: 'proceso',
      formula: 'Municipalidades con padrón actualizado / municipalidades del departamento × 100',
      unidad: '%',
      fuente: 'Padrón nominal',
      periodicidad: 'Mensual',
      criterios: CRITERIOS,
    },
    entidad: 'mp-0901',
    base: 47,
  },
] as const;

export const ESTRATEGIA_CRED = {
  estrategia: 'Tres etapas: provincias de Huancavelica y Acobamba; luego Angaraes, Tayacaja y Churcampa; al final, Castrovirreyna y Huaytará.',
  nacional: 'El ministerio asegura norma, insumos y evaluación anual.',
  subnacional: 'El gobierno regional sostiene el personal y las brigadas; las municipalidades, el padrón y los actores sociales.',
  instrumentos: 'Convenio de gestión entre el ministerio y el gobierno regional, con adhesión de las municipalidades provinciales.',
};
