/** Content of the solid waste modelo of Loreto. Figures are of the demo, not official. */

const DATO = 'Dato referencial de la demostración';

export const SERVICIO_RESIDUOS = {
  nombre: 'Gestión integral de residuos sólidos municipales',
  sector: 'minam',
  necesidad: 'Que la población viva en un ambiente limpio, con residuos recogidos, aprovechados y dispuestos sin dañar la salud ni los ríos.',
  continuidad: 'La limpieza, recolección y disposición final se prestan todos los días del año.',
  norma: 'Decreto Legislativo N.º 1278, Ley de Gestión Integral de Residuos Sólidos, y su reglamento',
  niveles: ['nacional', 'regional', 'provincial', 'distrital'],
  otrosSectores: ['minsa'],
};

export const ELEGIBILIDAD_RESIDUOS = {
  competenciasCompartidas: {
    cumple: true,
    sustento: 'El ministerio norma y fiscaliza, el gobierno regional conduce el sistema ambiental regional y las municipalidades prestan el servicio.',
    normas: ['LOGR-53-a', 'LOGR-53-b', 'LOM-80-1.1', 'LOM-80-3.1'],
  },
  fasesSucesivas: {
    cumple: true,
    sustento:
      'Segregación y recolección (distrital), transferencia y disposición final (provincial), planes e infraestructura regional, norma y supervisión (nacional).',
  },
  responsabilidadCompartida: {
    cumple: true,
    sustento: 'Un residuo mal dispuesto aguas arriba afecta a todas las provincias de la cuenca: el resultado depende de cada nivel.',
  },
};

export const DIAGNOSTICO_PTI_AMBIENTE = {
  texto:
    'En Loreto seis de las ocho capitales provinciales disponen sus residuos en botaderos y en época de creciente parte de ellos llega al río. Solo dos municipalidades tienen plan de residuos vigente y ninguna comparte equipos.',
  fuentes: `Registro de gestión de residuos sólidos e informes de fiscalización. ${DATO}.`,
  practica: 'Coordinación por proyecto, sin reglas comunes entre provincias de la misma cuenca.',
  problematica: 'Transporte fluvial costoso, suelos inundables y competencia con el saneamiento por los mismos terrenos.',
  politicas: 'Política Nacional del Ambiente al 2030.',
};

export const LINEA_RESIDUOS = {
  territorio: '16',
  prioridad: 1,
  criterios: 'Riesgo para los ríos de la cuenca, ausencia de rellenos sanitarios y voluntad de las provincias de compartir infraestructura.',
  alineamiento: {
    metas: 'Contribuye a la meta sectorial de disposición final adecuada.',
    acuerdoNacional: 'Política de Estado 19 (desarrollo sostenible y gestión ambiental).',
    planEstrategico: 'Plan Estratégico de Desarrollo Nacional al 2050, objetivo sobre gestión sostenible del territorio.',
  },
  roles: [
    { nivel: 'nacional', rol: 'Norma, asistencia técnica y fiscalización', competencia: '' },
    { nivel: 'regional', rol: 'Conduce el sistema regional de gestión ambiental', competencia: 'LOGR-53-b' },
    { nivel: 'provincial', rol: 'Regula y controla la disposición final', competencia: 'LOM-80-1.1' },
    { nivel: 'distrital', rol: 'Presta la limpieza y la recolección', competencia: 'LOM-80-3.1' },
  ],
};

export const PROTOCOLO_AMBIENTE = {
  regla: 'consenso',
  convocatoria: 'La presidencia convoca con quince días de anticipación, por la conectividad de la región.',
  intercambio: 'Carpeta compartida y radio para las municipalidades sin internet estable.',
  estrategiaTerritorial: 'Se diseña por cuencas: Amazonas, Marañón, Huallaga y Putumayo, con soluciones distintas para ciudades y riberas.',
  invitados: 'presidencia',
};

export const SECCIONES_RESIDUOS = [
  [
    'GuardarDestinatarios',
    'minam/funcionario_sector',
    {
      filas: [
        { quienes: 'Hogares de las capitales provinciales', necesidades: 'Recolección frecuente y puntos limpios.', fuente: DATO },
        { quienes: 'Comunidades ribereñas', necesidades: 'Recojo fluvial periódico y lugares de acopio que no se inunden.', fuente: DATO },
      ],
    },
  ],
  [
    'GuardarCadenaDeValor',
    'minam/organo_descentralizacion',
    {
      filas: [
        { fase: 'Segregación y recolección', actividades: 'Recoger por ruta urbana y fluvial.', productos: 'Residuos recogidos y separados.' },
        { fase: 'Aprovechamiento', actividades: 'Compostar y valorizar con asociaciones de recicladores.', productos: 'Residuos aprovechados.' },
        {
          fase: 'Disposición final',
          actividades: 'Operar rellenos sanitarios compartidos.',
          productos: 'Residuos dispuestos sin riesgo.',
          resultado: 'Ríos y ciudades limpios',
        },
      ],
    },
  ],
  [
    'GuardarProcesos',
    'mp-1601/gerente_municipal',
    {
      filas: [
        {
          proceso: 'Recolección urbana y fluvial',
          tipo: 'operativo',
          nivel: 'distrital',
          entrega: 'Entrega los residuos en la estación de transferencia provincial.',
          norma: 'LOM-80-3.1',
          politica: 'Política Nacional del Ambiente al 2030',
        },
        {
          proceso: 'Disposición final compartida',
          tipo: 'operativo',
          nivel: 'provincial',
          entrega: 'Recibe de los distritos e informa al sistema regional.',
          norma: 'LOM-80-1.1',
          politica: 'Política Nacional del Ambiente al 2030',
        },
      ],
    },
  ],
  [
    'GuardarRoles',
    'minam/ogpp',
    {
      filas: [
        {
          fase: 'Segregación y recolección',
          nivel: 'distrital',
          rol: 'Presta el servicio',
          responsable: true,
          competencia: 'LOM-80-3.1',
          principio: 'subsidiariedad',
        },
        { fase: 'Aprovechamiento', nivel: 'provincial', rol: 'Promueve plantas de valorización', responsable: true },
        {
          fase: 'Disposición final',
          nivel: 'provincial',
          rol: 'Opera el relleno compartido',
          responsable: true,
          competencia: 'LOM-80-1.1',
          principio: 'corresponsabilidad',
        },
        {
          fase: 'Disposición final',
          nivel: 'regional',
          rol: 'Cofinancia y supervisa',
          responsable: false,
          competencia: 'LOGR-53-b',
          principio: 'complementariedad',
        },
        { fase: 'Disposición final', nivel: 'nacional', rol: 'Norma, asiste y fiscaliza', responsable: false },
      ],
    },
  ],
  [
    'GuardarNivelDePrestacion',
    'minam/ogpp',
    {
      aspirado: 'Que 70 de cada 100 toneladas de residuos de las capitales provinciales se dispongan en rellenos sanitarios y 15 se aprovechen.',
      cobertura: '90 % de los hogares urbanos con recolección.',
      actual: `12 % de disposición adecuada. ${DATO}.`,
    },
  ],
  [
    'GuardarEnfoques',
    'gr-16/gerente_regional',
    {
      territorial: { aplica: true, sustento: 'Soluciones por cuenca y según creciente o vaciante.' },
      genero: { aplica: true, sustento: 'Siete de cada diez recicladores asociados son mujeres; se prevén horarios y equipos adecuados.' },
      interculturalidad: { aplica: true, sustento: 'Material en kukama, tikuna y awajún, validado con las comunidades.' },
      inclusion: { aplica: true, sustento: 'Formalización de recicladores informales antes de cerrar los botaderos.' },
    },
  ],
] as const;

const CRITERIOS = { simplicidad: true, confiabilidad: true, validez: true, costoRazonable: true };

export const INDICADORES_RESIDUOS = [
  {
    nombre: 'Residuos municipales dispuestos en relleno sanitario',
    dimension: 'cobertura',
    tipo: 'resultado',
    formula: 'Toneladas dispuestas en relleno sanitario / toneladas generadas × 100',
    unidad: '%',
    fuente: 'Registro de gestión de residuos sólidos',
    periodicidad: 'Anual',
    criterios: CRITERIOS,
  },
  {
    nombre: 'Hogares conformes con la frecuencia de recojo',
    dimension: 'satisfaccion',
    tipo: 'resultado',
    formula: 'Hogares conformes / hogares encuestados × 100',
    unidad: '%',
    fuente: 'Encuesta municipal por implementar',
    periodicidad: 'Anual',
    criterios: { ...CRITERIOS, costoRazonable: false },
  },
] as const;
