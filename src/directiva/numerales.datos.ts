/**
 * The Directive, numeral by numeral. `texto` is the literal text as published; `titulo` and `resumen` are our own words.
 * Effects follow clauses.md as corrected by the readings R1–R24.
 */
export type Efecto = 'B' | 'W' | 'R' | 'D' | 'M' | 'P' | 'T';
export type TipoDeNumeral = 'regla' | 'orientacion' | 'alcance';
export type Seccion = 'RM' | 'I' | 'II' | 'III' | 'IV' | 'V' | 'VI' | 'VII' | 'VIII' | 'IX' | 'Anexo';

export interface Numeral {
  numeral: string;
  titulo: string;
  resumen: string;
  texto: string;
  tipo: TipoDeNumeral;
  efecto: readonly Efecto[];
  seccion: Seccion;
}

export const NUMERALES: readonly Numeral[] = [
  {
    numeral: 'RM.1',
    titulo: 'Aprobación de la Directiva',
    resumen: 'La Presidencia del Consejo de Ministros aprueba la Directiva. El Anexo forma parte de la resolución.',
    texto:
      'Aprobar la Directiva N° 001-2016-PCM/SD – "Directiva para el Desarrollo de la Gestión Descentralizada de los Servicios Públicos orientado a Resultados", que en Anexo forma parte integrante de la presente resolución ministerial.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'RM',
  },
  {
    numeral: 'RM.2',
    titulo: 'Difusión',
    resumen: 'La Secretaría de Descentralización debe difundir la Directiva entre las entidades de los tres niveles.',
    texto:
      'Encargar a la Secretaría de Descentralización la responsabilidad de difundir la Directiva N° 001-2016-PCM/SD, aprobada mediante el artículo 1 de la presente resolución ministerial.',
    tipo: 'regla',
    efecto: ['R', 'M'],
    seccion: 'RM',
  },
  {
    numeral: 'RM.3',
    titulo: 'Publicación',
    resumen: 'La resolución se publica en El Peruano; con su Anexo, también en el portal de la PCM al día siguiente de su aprobación.',
    texto:
      'Disponer la publicación de la presente resolución ministerial en el Diario Oficial El Peruano; asimismo, la presente resolución ministerial y su Anexo serán publicadas en el Portal Institucional de la Presidencia del Consejo de Ministros (www.pcm.gob.pe) al día siguiente de su aprobación.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'RM',
  },
  {
    numeral: 'I',
    titulo: 'Objetivo',
    resumen: 'Dar pautas comunes para formular e implementar Modelos Específicos mediante una gestión compartida por los tres niveles de gobierno.',
    texto:
      'Establecer las pautas específicas comunes para el desarrollo de la Gestión Descentralizada de los Servicios Públicos orientado a Resultados que contribuya a la formulación e implementación de Modelos Específicos que describan una gestión descentralizada de servicios públicos identificados (en adelante, MODELOS ESPECIFICOS), a través de un proceso de gestión compartida con los tres niveles de gobierno.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'I',
  },
  {
    numeral: 'II',
    titulo: 'Finalidad',
    resumen:
      'Mejorar los servicios que recibe la ciudadanía con enfoque territorial y rectoría nacional. Los principios son complementariedad, corresponsabilidad y subsidiariedad.',
    texto:
      'Fortalecer la Gestión Descentralizada de los Servicios Públicos orientado a Resultados para la provisión de servicios públicos en beneficio de los ciudadanos, con enfoque territorial, bajo la rectoría del Gobierno Nacional y por los Gobiernos Regionales y Locales, conforme a los principios de complementariedad, corresponsabilidad y subsidiariedad y en el marco de las herramientas y orientaciones metodológicas que determina la Secretaría de Descentralización y la Secretaría de Gestión Pública, así como aquellas previstas en la presente Directiva.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'II',
  },
  {
    numeral: 'III',
    titulo: 'Base legal',
    resumen: 'Enumera las normas en que se apoya la Directiva.',
    texto: 'La presente directiva se sustenta en las siguientes normas:',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'III',
  },
  {
    numeral: '3.1',
    titulo: 'Constitución Política',
    resumen: 'La Constitución y las leyes que la reforman.',
    texto: 'Constitución Política del Perú y las leyes de reforma constitucional que la modifican.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'III',
  },
  {
    numeral: '3.2',
    titulo: 'Marco de Modernización',
    resumen: 'La ley que declara al Estado en modernización, y su reglamento.',
    texto:
      'Ley N° 27658, Ley Marco de Modernización de la Gestión del Estado y sus normas modificatorias; y su Reglamento aprobado por Decreto Supremo N° 030-2002-PCM.-',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'III',
  },
  {
    numeral: '3.3',
    titulo: 'Bases de la Descentralización',
    resumen: 'La ley que ordena las competencias y la transferencia de funciones entre niveles.',
    texto: 'Ley N° 27783, Ley de Bases de la Descentralización y sus normas modificatorias.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'III',
  },
  {
    numeral: '3.4',
    titulo: 'Orgánica de Gobiernos Regionales',
    resumen: 'La ley que enumera las funciones sectoriales de los gobiernos regionales.',
    texto: 'Ley N° 27867, Ley Orgánica de Gobiernos Regionales y sus normas modificatorias.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'III',
  },
  {
    numeral: '3.5',
    titulo: 'Orgánica de Municipalidades',
    resumen: 'La ley que distribuye las funciones entre municipalidades provinciales y distritales.',
    texto: 'Ley N° 27972, Ley Orgánica de Municipalidades y sus normas modificatorias.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'III',
  },
  {
    numeral: '3.6',
    titulo: 'Orgánica del Poder Ejecutivo',
    resumen: 'La ley que regula los ministerios y su rectoría.',
    texto: 'Ley N° 29158, Ley Orgánica del Poder Ejecutivo y sus normas modificatorias.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'III',
  },
  {
    numeral: '3.7',
    titulo: 'Gestión descentralizada (2009)',
    resumen: 'El decreto que introdujo la gestión descentralizada de los servicios y las Comisiones Intergubernamentales.',
    texto:
      'Plan Anual de Transferencia de Competencias Sectoriales a los Gobiernos Regionales y Locales del año 2009 y Disposiciones para el Desarrollo de la Gestión Descentralizada, aprobado por Decreto Supremo N° 047-2009-PCM.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'III',
  },
  {
    numeral: '3.8',
    titulo: 'Organización de la PCM',
    resumen: 'El reglamento que organiza la PCM y, en ella, la Secretaría de Descentralización.',
    texto:
      'Reglamento de Organización y Funciones de la Presidencia del Consejo de Ministros aprobado por Decreto Supremo N° 063-2007-PCM y sus normas modificatorias.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'III',
  },
  {
    numeral: '3.9',
    titulo: 'Estrategia de Modernización',
    resumen: 'La estrategia de modernización de la gestión pública de 2012.',
    texto: 'Estrategia de Modernización de la Gestión Pública, aprobada por Decreto Supremo N° 109-2012-PCM.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'III',
  },
  {
    numeral: '3.10',
    titulo: 'Política de Modernización',
    resumen: 'La política de modernización de 2013, que trae la gestión por procesos.',
    texto: 'Política Nacional de Modernización de la Gestión Pública, aprobada por Decreto Supremo N° 004-2013-PCM.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'III',
  },
  {
    numeral: '3.11',
    titulo: 'Plan de Modernización 2013-2016',
    resumen: 'El plan con el que se puso en marcha esa política.',
    texto:
      'Plan de Implementación de la Política Nacional de Modernización de la Gestión Pública 2013-2016, aprobada por Resolución Ministerial N° 125-2013-PCM.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'III',
  },
  {
    numeral: 'IV',
    titulo: 'Alcance',
    resumen: 'Obliga a las entidades nacionales, regionales y locales comprendidas en la descentralización administrativa.',
    texto:
      'Las disposiciones contenidas en la presente Directiva son de aplicación a las entidades del Gobierno Nacional, los Gobiernos Regionales y los Gobiernos Locales comprendidos en el proceso de descentralización administrativa y de su enfoque de gestión descentralizada de los servicios públicos orientada a resultados, indicado en el Decreto Supremo N° 047-2009-PCM.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'IV',
  },
  {
    numeral: '5.1',
    titulo: 'Responsables de ejecutar',
    resumen: 'Cada entidad de los tres niveles responde por ejecutar la Directiva en lo que le toca según sus competencias, funciones y roles.',
    texto:
      'Las entidades del Gobierno Nacional, los Gobiernos Regionales y los Gobiernos Locales, en lo que concierne a sus respectivas competencias, funciones y roles, son responsables de la ejecución de la presente Directiva.',
    tipo: 'regla',
    efecto: ['M', 'R'],
    seccion: 'V',
  },
  {
    numeral: '5.2',
    titulo: 'Supervisión de la Secretaría de Descentralización',
    resumen:
      'La Secretaría de Descentralización supervisa el cumplimiento. También asiste y evalúa los roles de cada nivel, los espacios de articulación y la implementación de los modelos.',
    texto:
      'Corresponde a la Secretaría de Descentralización monitorear y supervisar la implementación de la presente Directiva y su debido cumplimiento.\n\nAsimismo, asiste, supervisa y evalúa el ejercicio de los roles que cada nivel de gobierno cumple en el desarrollo de la gestión descentralizada, así como el funcionamiento adecuado de los espacios y protocolos previstos para la articulación intergubernamental, conforme a los lineamientos previstos en el Decreto Supremo N° 047-2009-PCM, así como la implementación de los MODELOS ESPECIFICOS acorde a la presente directiva.',
    tipo: 'regla',
    efecto: ['R', 'M', 'D'],
    seccion: 'V',
  },
  {
    numeral: '5.3',
    titulo: 'Metodología de la Secretaría de Gestión Pública',
    resumen:
      'La Secretaría de Gestión Pública fija la metodología con participación de los tres niveles y entrega las herramientas. Capacita y asiste junto con la Secretaría de Descentralización.',
    texto:
      'La Secretaría de Gestión Pública establece la metodología para el diseño, implementación y aprobación de los Modelos Especificos, con la participación de los tres niveles de gobierno y proporciona a las entidades de los tres niveles de gobierno las herramientas, metodologías y procesos para la Implementación de la Gestión por Procesos, del Modelo de Gestión para Resultados, brindando, en coordinación con la Secretaría de Descentralización, capacitación y asistencia técnica para la formulación, aprobación, ejecución y evaluación de los MODELOS ESPECIFICOS, en tanto modelos territoriales de gestión para resultados acorde a lo previsto en el Decreto Supremo N° 004-2013-PCM.',
    tipo: 'regla',
    efecto: ['R'],
    seccion: 'V',
  },
  {
    numeral: '6.1',
    titulo: 'Gestión Descentralizada',
    resumen:
      'Es el modelo de gestión para resultados llevado a los tres niveles y al territorio, como procesos delimitados, articulados y concertados. Usa los enfoques territorial, de género, de interculturalidad y de inclusión.',
    texto:
      'Gestión Descentralizada: En el marco del Modelo Constitucional de Estado con un Gobierno Unitario y Descentralizado, se entiende por Gestión Descentralizada a la concreción del Modelo de Gestión para Resultados con enfoque multinivel y territorial, y que se traduce en un conjunto de procesos delimitados, articulados y concertados entre el Gobierno Nacional, los Gobiernos Regionales y los Gobiernos Locales para la prestación y mejoramiento continuo de servicios públicos hacia las personas, con un enfoque territorial, de género, de interculturalidad y de inclusión, sujeto a los principios de corresponsabilidad, complementariedad y subsidiariedad, cumpliéndose las políticas nacionales y sectoriales.\n\nConforme al Decreto Supremo N° 047-2009-PCM, la Gestión Descentralizada de los servicios públicos se desarrolla bajo un enfoque de gestión por procesos orientado a resultados, lo que permite acercar más el Estado a la población, logrando una mayor eficiencia en la prestación de los servicios públicos en el territorio, con la mayor cobertura, calidad e igualdad de oportunidades, priorizando y optimizando el uso de los recursos públicos, con pleno respeto de las libertades y derechos ciudadanos.',
    tipo: 'orientacion',
    efecto: ['R'],
    seccion: 'VI',
  },
  {
    numeral: '6.2',
    titulo: 'Servicio Público',
    resumen:
      'Es la actividad de una entidad pública que atiende una necesidad de interés general, en forma regular y continua, según una norma específica. Si participan varios niveles, comparten una cadena de valor en un territorio.',
    texto:
      'Servicio Público: Se entiende por Servicio Público a aquella actividad prestada por una entidad pública orientada a satisfacer una necesidad individual o social determinada, de interés general, en forma regular y continua, y acorde a un marco normativo específico.\n\nAtendiendo a la caracterización del Servicio Público y al tipo de competencia o función que se ejerce, el Servicio Público podrá ser prestado exclusivamente por un nivel de gobierno o con participación de los dos o tres niveles de gobierno. En estos últimos casos, el Servicio Público comprende una cadena de valor construida con participación de los tres niveles de gobierno, de manera complementaria, de acuerdo a sus roles y responsabilidades, articulada en un determinado territorio. Comprende además la intervención de otros sectores bajo el ciclo de producción del servicio, buscando atender las demandas de los ciudadanos con resultados que impacten individual y colectivamente, generando valor público.',
    tipo: 'regla',
    efecto: ['R', 'W'],
    seccion: 'VI',
  },
  {
    numeral: '6.3',
    titulo: 'Modelo de Gestión para Resultados',
    resumen: 'Ordena los procesos operativos, de soporte y estratégicos que convierten insumos en productos. Busca la mayor satisfacción al menor costo.',
    texto:
      'Modelo de Gestión para Resultados al servicio de los ciudadanos: Es aquel modelo definido e identificado por la Secretaría de Gestión Pública que, -en el marco de políticas públicas de Estado, nacionales, regionales y locales y según las competencias que corresponden a cada nivel de gobierno, permite organizar los procesos de producción o actividades (operativos), los de soporte y estratégicos, con el fin de transformar los insumos en productos a lo largo de la "cadena de valor", y que den por resultado la mayor satisfacción de los ciudadanos, garantizando sus derechos y al menor costo posible.',
    tipo: 'orientacion',
    efecto: ['R'],
    seccion: 'VI',
  },
  {
    numeral: '6.4',
    titulo: 'Rol Rector',
    resumen:
      'Los ministerios regulan, norman, orientan y fiscalizan los servicios de su sector. Incluye políticas, estándares nacionales, capacitación y evaluación de resultados.',
    texto:
      'Rol Rector: Se entiende por Rol Rector a aquella función regulatoria, normativa, orientadora y de fiscalización que ejercen los Ministerios en el ámbito sectorial de su competencia respecto de los servicios públicos asociados a las funciones transferidas prestados por los Gobiernos Regionales y/o Gobiernos Locales.\n\nEl Rol Rector comprende la identificación y aprobación de políticas sectoriales vinculadas a los servicios públicos inherentes a sus competencias, alineadas a las políticas nacionales, la definición de estándares nacionales, la gestión de la capacitación y del rendimiento de las personas a nivel intergubernamental y el monitoreo y la evaluación de los resultados a nivel nacional de los servicios públicos de su competencia.',
    tipo: 'regla',
    efecto: ['B', 'R'],
    seccion: 'VI',
  },
  {
    numeral: '6.5',
    titulo: 'Modelo Específico',
    resumen:
      'Es el modelo de gestión de un servicio en una provincia o un departamento: lo prioriza el sector y lo aprueba la CIG. Solo procede si hay competencias compartidas, fases sucesivas compartidas y responsabilidad de todos sobre el producto.',
    texto:
      'Modelo Específico: Se entiende por Modelo Específico a la concreción del Modelo de Gestión para Resultados para un servicio público identificado y priorizado por el sector y aprobado por la Comisión Intergubernamental (CIG) a que se refiere el Decreto Supremo N° 047-2009-PCM, en un determinado territorio provincial o departamental, de tal forma que existan tantos MODELOS ESPECIFICOS como servicios públicos bajo rectoría de sectores existan, prestados en cada uno de los territorios identificados en el país.\n\nPara efectos de lo previsto en el párrafo anterior, sólo corresponde construir MODELOS ESPECIFICOS para los servicios públicos que involucran competencias compartidas entre los niveles de gobierno, que comparten fases sucesivas de los procesos implicados, y en donde todos asumen una responsabilidad compartida sobre el producto, bien y/o servicio a entregarse en función del rol que deban cumplir.',
    tipo: 'regla',
    efecto: ['B', 'M'],
    seccion: 'VI',
  },
  {
    numeral: '6.6',
    titulo: 'Comisión Intergubernamental (CIG)',
    resumen:
      'Es el espacio de concertación que lidera cada sector con los gobiernos regionales y locales. Formula, aprueba e implementa los modelos por consenso y fija sus propias pautas y protocolos.',
    texto:
      'Comisión Intergubernamental (CIG): La Comisión Intergubernamental (CIG) a que se refiere el Decreto Supremo N° 047-2009-PCM, es el espacio de coordinación, diálogo y concertación liderado por cada sector del Gobierno Nacional, en su condición de rector del servicio público, el Gobierno Regional y el Gobierno Local para el desarrollo de la gestión descentralizada de los servicios públicos asociados a las funciones transferidas, sus características y componentes, para procurar la mejora continua de los servicios públicos en beneficio de la ciudadanía.\n\nCorresponde a las CIG la formulación, aprobación e implementación de los MODELOS ESPECIFICOS quienes actúan de manera concertada y por consenso, determinando las pautas, procedimientos y protocolos que resulten necesarios, bajo los lineamientos y procedimientos que la Secretaría de Descentralización y la Secretaría de Gestión Pública establecen en el marco de sus competencias y responsabilidades conforme a lo previsto en la presente Directiva.',
    tipo: 'regla',
    efecto: ['B', 'W', 'R'],
    seccion: 'VI',
  },
  {
    numeral: '7.1',
    titulo: 'Gestión por procesos',
    resumen: 'El ciclo de producción de un servicio sigue las orientaciones de la Secretaría de Gestión Pública, con mirada multinivel y territorial.',
    texto:
      'La identificación e implementación del ciclo de producción de un servicio público con la entrega de bienes y/o servicios a la ciudadanía se rige bajo las orientaciones que, sobre la base del enfoque de gestión por procesos en el marco del Modelo de Gestión para Resultados, determina la Secretaría de Gestión Pública en el marco de lo previsto en el Decreto Supremo N° 004-2013-PCM y normas complementarias, el cual, cuando corresponda, debe estar alineado al enfoque multinivel y territorial de dicho ciclo de producción y su cadena de valor que se rige bajo los lineamientos contenidos en el Decreto Supremo N° 047-2009-PCM, así como las disposiciones contenidas en la presente Directiva.',
    tipo: 'orientacion',
    efecto: ['W'],
    seccion: 'VII',
  },
  {
    numeral: '7.2',
    titulo: 'Acciones e instrumentos',
    resumen: 'La gestión descentralizada se apoya en seis clases de acciones e instrumentos.',
    texto: 'El desarrollo de la Gestión Descentralizada de los Servicios Públicos orientada a Resultados se sirve de los siguientes acciones e instrumentos:',
    tipo: 'regla',
    efecto: ['R'],
    seccion: 'VII',
  },
  {
    numeral: '7.2.1',
    titulo: 'Acciones de Cooperación',
    resumen: 'Capacitación y asistencia técnica de los sectores a los gobiernos regionales y locales.',
    texto:
      'Acciones de Cooperación: aquellas acciones de capacitación y asistencia técnica que brindan los sectores del Gobierno Nacional a los Gobiernos Regionales y Locales para apoyar la formulación e implementación de los MODELOS ESPECIFICOS.',
    tipo: 'regla',
    efecto: ['R'],
    seccion: 'VII',
  },
  {
    numeral: '7.2.2',
    titulo: 'Acciones de Colaboración',
    resumen: 'Apoyo de los sectores con recursos materiales.',
    texto:
      'Acciones de Colaboración: aquellas acciones de apoyo que brindan los sectores del Gobierno Nacional a los Gobiernos Regionales y Locales en términos de recursos materiales, a efectos de facilitar la formulación e implementación de los MODELOS ESPECIFICOS.',
    tipo: 'regla',
    efecto: ['R'],
    seccion: 'VII',
  },
  {
    numeral: '7.2.3',
    titulo: 'Acciones de Coordinación',
    resumen: 'Gestiones entre el Gobierno Nacional y los gobiernos regionales y locales, o ante terceros.',
    texto:
      'Acciones de Coordinación: aquellas que realiza el Gobierno Nacional con los Gobiernos Regionales y Locales entre si y/o ante terceros, para facilitar la formulación e implementación de los MODELOS ESPECIFICOS.',
    tipo: 'regla',
    efecto: ['R'],
    seccion: 'VII',
  },
  {
    numeral: '7.2.4',
    titulo: 'Convenio Marco Intergubernamental',
    resumen: 'Acuerdo de los titulares que reúne acciones de cooperación, colaboración y coordinación. Por el ministerio puede firmar un representante.',
    texto:
      'Convenio Marco Intergubernamental: acuerdo que incluye acciones de cooperación, colaboración y coordinación suscrito por los titulares de los Ministerios o sus representantes con los titulares de los Gobiernos Regionales y Locales para contribuir con la formulación e implementación de los MODELOS ESPECIFICOS.',
    tipo: 'regla',
    efecto: ['D', 'W'],
    seccion: 'VII',
  },
  {
    numeral: '7.2.5',
    titulo: 'Convenio de Gestión',
    resumen: 'Acuerdo para acompañar técnicamente la implementación y mejora de los modelos. Debe definir objetivos y metas que se midan con indicadores.',
    texto:
      'Convenio de Gestión: acuerdo que suscriben los titulares de los Ministerios o sus representantes con los titulares de los Gobiernos Regionales y Locales a efectos de acompañar técnicamente a los Gobiernos Regionales y Locales en la implementación y mejora continua de los MODELOS ESPECIFICOS, definiéndose los objetivos, metas específicas susceptibles de ser medidas a través de indicadores de monitoreo y evaluación que correspondan con el objetivo de garantizar una gestión para resultados, eficiente y eficaz.',
    tipo: 'regla',
    efecto: ['B', 'D', 'W'],
    seccion: 'VII',
  },
  {
    numeral: '7.2.6',
    titulo: 'Convenio de Delegación',
    resumen: 'Acuerdo para evaluar cómo se ejercen funciones delegadas antes de transferirlas en definitiva.',
    texto:
      'Convenio de Delegación: acuerdo que suscriben los titulares de los Ministerios o sus representantes con los titulares de los Gobiernos Regionales y Locales en el marco de los artículos 13° y 52° de la Ley N° 27783, Ley de Bases de la Descentralización y sus modificatorias y las resoluciones de la Secretaría de Descentralización, a efectos de evaluar la experiencia en el ejercicio de funciones de manera previa a la transferencia definitiva.',
    tipo: 'regla',
    efecto: ['B', 'D', 'W'],
    seccion: 'VII',
  },
  {
    numeral: '7.3',
    titulo: 'Tareas de cada nivel',
    resumen: 'Enumera las acciones de los ministerios y de los gobiernos regionales y locales, cada uno según sus competencias.',
    texto:
      'Para el cumplimiento de la presente Directiva, las entidades del Estado, en sus tres niveles de gobierno, y en el marco de sus competencias y funciones, tienen a su cargo las siguientes acciones:',
    tipo: 'regla',
    efecto: ['R'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.1',
    titulo: 'Tareas de los ministerios',
    resumen: 'Reúne las siete tareas de los ministerios.',
    texto: 'Los Ministerios:',
    tipo: 'regla',
    efecto: ['R'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.1.a',
    titulo: 'Conformar y organizar la CIG',
    resumen: 'El ministerio conforma y organiza su CIG y promueve que funcione.',
    texto: 'Conforman y organizan la CIG promoviendo su dinámica y desarrollo',
    tipo: 'regla',
    efecto: ['B', 'R', 'M'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.1.b',
    titulo: 'Promover la identificación de servicios',
    resumen: 'El ministerio promueve que se identifiquen y prioricen los servicios públicos.',
    texto: 'Promueven la identificación y priorización de los servicios públicos',
    tipo: 'regla',
    efecto: ['R', 'M'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.1.c',
    titulo: 'Acompañar todas las fases',
    resumen: 'El ministerio acompaña cada fase de la implementación de los modelos.',
    texto: 'Realizan acciones de acompañamiento en todas las fases para la implementación de los MODELOS ESPECIFICOS.',
    tipo: 'regla',
    efecto: ['R', 'W'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.1.d',
    titulo: 'Capacitar y asistir',
    resumen: 'El ministerio capacita y asiste a los gobiernos descentralizados en lo que toca a cobertura y calidad.',
    texto:
      'Brindan capacitación y asistencia técnica a los gobiernos descentralizados en aquellos aspectos que, en el marco de sus competencias y acorde al rol rector que asumen, están directamente vinculados con la cobertura y calidad de los servicios públicos.',
    tipo: 'regla',
    efecto: ['R'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.1.e',
    titulo: 'Cambios normativos del sector',
    resumen: 'El ministerio prepara y aprueba los cambios de normas que los modelos necesitan.',
    texto:
      'Formulan y aprueban los cambios normativos que correspondan, conforme a sus competencias, para la adecuada implementación de los MODELOS ESPECIFICOS.',
    tipo: 'regla',
    efecto: ['T'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.1.f',
    titulo: 'Acciones administrativas del sector',
    resumen: 'El ministerio realiza las gestiones administrativas que los modelos necesitan.',
    texto:
      'Realizan las acciones administrativas que resulten necesarias, conforme a sus competencias y en el marco de las normas específicas, para la adecuada implementación de los MODELOS ESPECIFICOS que se construyan.',
    tipo: 'regla',
    efecto: ['T'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.1.g',
    titulo: 'Promover convenios desde el sector',
    resumen: 'El ministerio promueve convenios, u otros acuerdos, que ayuden a implementar los modelos. La remisión al numeral 6.8 es una errata.',
    texto:
      'Promueven la celebración de los convenios descritos en el numeral 6.8 o cualquier otro acuerdo con los Gobiernos Regionales y Locales, que contribuya con la implementación de los MODELOS ESPECIFICOS que se diseñen.',
    tipo: 'regla',
    efecto: ['P', 'R'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.2',
    titulo: 'Tareas de los gobiernos regionales y locales',
    resumen: 'Reúne las cinco tareas de los gobiernos regionales y locales.',
    texto: 'Los Gobiernos Regionales y Locales:',
    tipo: 'regla',
    efecto: ['R'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.2.a',
    titulo: 'Participación activa',
    resumen: 'Aseguran que sus representantes participen en las CIG y en los demás espacios.',
    texto:
      'Aseguran que sus representantes participen activamente en las CIG y en aquellos espacios de articulación intergubernamental que la presente Directiva señala.',
    tipo: 'regla',
    efecto: ['M', 'W'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.2.b',
    titulo: 'Cambios normativos regionales y locales',
    resumen: 'Aprueban los cambios de organización y funciones que los modelos requieren, con los lineamientos de la Secretaría de Gestión Pública.',
    texto:
      'Formulan y aprueban los cambios normativos que correspondan en el ámbito estructural y funcional, acorde a los lineamientos que determine la Secretaría de Gestión Pública, en el marco de sus competencias y funciones contenidas en las Leyes Orgánicas o las que hayan sido objeto de transferencia conforme al proceso de descentralización, para la adecuada implementación de los MODELOS ESPECIFICOS que se diseñen.',
    tipo: 'regla',
    efecto: ['T'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.2.c',
    titulo: 'Espacios territoriales',
    resumen: 'Abren espacios en el territorio para discutir los modelos con otras instituciones y la sociedad civil.',
    texto:
      'Generan espacios en el territorio para la discusión de los MODELOS ESPECIFICOS con participación de los Gobiernos Regionales y Locales, según el caso, otras instituciones y actores de la sociedad civil.',
    tipo: 'regla',
    efecto: ['R', 'M'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.2.d',
    titulo: 'Acciones administrativas regionales y locales',
    resumen: 'Realizan las gestiones administrativas que los modelos necesitan.',
    texto:
      'Realizan las acciones administrativas que resulten necesarias, conforme a sus competencias y en el marco de las normas específicas, para la adecuada implementación de los MODELOS ESPECIFICOS que se diseñen.',
    tipo: 'regla',
    efecto: ['T'],
    seccion: 'VII',
  },
  {
    numeral: '7.3.2.e',
    titulo: 'Promover convenios regionales y locales',
    resumen: 'Promueven convenios u otros acuerdos con gobiernos regionales y locales, incluso sin un ministerio. La remisión al numeral 6.8 es una errata.',
    texto:
      'Promueven la celebración de los convenios descritos en el numeral 6.8 o cualquier otro acuerdo con los Gobiernos Regionales y Locales, que contribuya con la implementación de los MODELOS ESPECIFICOS que se diseñen.',
    tipo: 'regla',
    efecto: ['P', 'R'],
    seccion: 'VII',
  },
  {
    numeral: '7.4',
    titulo: 'Fortalecimiento de capacidades',
    resumen: 'Con lo hallado en la supervisión, la Mesa Permanente identifica y propone acciones de capacidades y la Comisión Multisectorial las aprueba.',
    texto:
      'Como resultado de la supervisión, monitoreo y evaluación, la Mesa Permanente de Coordinación para el Fortalecimiento de Capacidades Institucionales prevista en la Resolución Ministerial N° 216-2015-PCM, identifica y propone a la Comisión Multisectorial para el Desarrollo de Capacidades aprobada por Decreto Supremo N° 002-2008-PCM, para su aprobación, las acciones a ser consideradas por los tres niveles de gobierno, alineando los procesos de gestión de la capacitación y del rendimiento, atendiendo a las necesidades identificadas por los niveles de gobierno para una adecuada implementación de los MODELOS ESPECIFICOS.',
    tipo: 'regla',
    efecto: ['R', 'T'],
    seccion: 'VII',
  },
  {
    numeral: '8.1',
    titulo: 'Grado de avance y nivel de prestación',
    resumen: 'Los modelos avanzan cualquiera sea el grado de descentralización. Deben precisar el nivel de prestación al que se aspira.',
    texto:
      'Los MODELOS ESPECIFICOS se diseñan e implementan, cualquiera sea el grado de avance del proceso de descentralización. En ese sentido, los MODELOS ESPECIFICOS precisan el nivel de prestación al que se aspira llegar una vez completado el proceso de descentralización del mismo, lo cual posibilitará que los tres niveles de gobierno asuman los roles y responsabilidades que les corresponde en la cadena de valor y el ciclo de producción.',
    tipo: 'regla',
    efecto: ['B', 'P', 'R'],
    seccion: 'VIII',
  },
  {
    numeral: '8.2',
    titulo: 'Diseño articulado',
    resumen: 'Los tres niveles diseñan e implementan juntos los modelos. Sus resultados en calidad y cobertura pueden depender de servicios de otros sectores.',
    texto:
      'Los MODELOS ESPECIFICOS se diseñan e implementan de manera articulada entre los tres niveles de gobierno para servicios públicos cuyos resultados, en términos de calidad y cobertura, puedan o no tener naturaleza multisectorial; es decir, estar asociados a servicios provistos por otros sectores.',
    tipo: 'regla',
    efecto: ['R'],
    seccion: 'VIII',
  },
  {
    numeral: '8.3',
    titulo: 'Roles y responsabilidades',
    resumen: 'Los modelos recogen qué hace cada nivel a lo largo de la cadena de valor y cómo se articulan.',
    texto:
      'Los MODELOS ESPECIFICOS toman en cuenta los roles y responsabilidades que asumen los tres niveles de gobierno a lo largo de la cadena de valor y del ciclo de producción de los servicios públicos así como la relación articulada entre los mismos.',
    tipo: 'regla',
    efecto: ['W', 'R'],
    seccion: 'VIII',
  },
  {
    numeral: '8.4',
    titulo: 'Contribución a metas y políticas',
    resumen: 'Al priorizar un servicio se considera su aporte a metas nacionales y sectoriales, al Acuerdo Nacional y al plan nacional de desarrollo.',
    texto:
      'La identificación y priorización de los servicios públicos para construir los MODELOS ESPECIFICOS debe considerar su contribución al cumplimiento de metas nacionales y sectoriales así como al cumplimiento de las políticas de Estado descritas en el Acuerdo Nacional y en el Plan Estratégico de Desarrollo Nacional – Plan Bicentenario: El Perú hacia el 2021.',
    tipo: 'regla',
    efecto: ['W'],
    seccion: 'VIII',
  },
  {
    numeral: '8.5',
    titulo: 'Aplicación de la metodología',
    resumen: 'Las entidades de los tres niveles aplican la metodología de la Secretaría de Gestión Pública en los espacios de articulación.',
    texto:
      'La aplicación de las orientaciones de la Secretaría de Gestión Pública para la Metodología para la Implementación de la Gestión por Procesos y otras normas y/o herramientas que ponga a disposición para la formulación e implementación de los MODELOS ESPECIFICOS se lleva a cabo por las entidades públicas de los tres niveles de gobierno y a través de los espacios de articulación intergubernamental que la presente Directiva determina.',
    tipo: 'orientacion',
    efecto: ['P'],
    seccion: 'VIII',
  },
  {
    numeral: '8.6',
    titulo: 'Etapa Preparatoria y Plan de Trabajo Institucional',
    resumen: 'El sector propone el Plan de Trabajo Institucional y la CIG lo aprueba. El plan comprende a los tres niveles.',
    texto:
      'La Etapa Preparatoria de la Metodología para la Implementación de la Gestión por Procesos se desarrolla a nivel de la CIG quien aprueba un Plan de Trabajo Institucional, que se regirá bajo los lineamientos de la Secretaría de Gestión Pública, que comprende a los tres niveles de gobierno, sobre la base de la propuesta formulada por el sector correspondiente, como ente rector de los servicios públicos de su competencia.',
    tipo: 'regla',
    efecto: ['B'],
    seccion: 'VIII',
  },
  {
    numeral: '8.7',
    titulo: 'Contenido del Plan de Trabajo Institucional',
    resumen:
      'El plan identifica y prioriza servicios por territorio a partir de un diagnóstico hecho para ello. El sector precisa los roles, la práctica existente y los problemas con otros servicios y niveles.',
    texto:
      'El Plan de Trabajo Institucional propuesto por el Sector establece la identificación y priorización de los servicios públicos en función a cada territorio específico y las políticas nacionales y sectoriales que incidan en el mismo, sobre la base de un diagnóstico efectuado para tal fin. Para ello, el sector identifica y precisa los roles según niveles de gobierno, a partir de sus competencias y funciones respectivas, teniendo en cuenta la práctica de la gestión descentralizada del servicio público orientada a resultados que se viene desarrollando de ser el caso, y apreciando la problemática de la gestión del servicio público asociada con otros servicios públicos como con otros niveles de gobierno.',
    tipo: 'regla',
    efecto: ['B', 'W'],
    seccion: 'VIII',
  },
  {
    numeral: '8.8',
    titulo: 'Integración de los informes',
    resumen: 'El plan integra el diagnóstico y las propuestas de los gobiernos regionales y locales involucrados. Si un informe falta, el proceso continúa.',
    texto:
      'El Plan de Trabajo Institucional que propone el Sector a la CIG se constituye en un plan de trabajo que integra el diagnóstico y propuestas de los Gobiernos Regionales y los Gobiernos Locales involucrados en la prestación del servicio, teniendo en cuenta lo siguiente:\n\nLa ausencia de los Informes Institucionales descritos en este acápite no impide la continuación del proceso, el que se desarrollará sobre la base del Plan de Trabajo Institucional que formule el sector rector de los servicios públicos correspondientes y que aprueba la CIG.',
    tipo: 'regla',
    efecto: ['P', 'W', 'R'],
    seccion: 'VIII',
  },
  {
    numeral: '8.8.1',
    titulo: 'Informe Institucional Provincial',
    resumen: 'La municipalidad provincial reúne los aportes de sus alcaldes distritales en un informe que aprueba el Concejo Municipal Provincial.',
    texto:
      'La Municipalidad Provincial recoge los insumos y propuestas de los Alcaldes Distritales de la respectiva Provincia, condensados en un Informe Institucional Provincial que es aprobado por acuerdo del Concejo Municipal Provincial.',
    tipo: 'regla',
    efecto: ['B', 'D'],
    seccion: 'VIII',
  },
  {
    numeral: '8.8.2',
    titulo: 'Informe Institucional Regional',
    resumen: 'El gobierno regional reúne los aportes de los alcaldes provinciales en un informe que aprueba el Consejo Regional.',
    texto:
      'El Gobierno Regional recoge los insumos y propuestas de los Alcaldes Provinciales del departamento respectivo, condensados en un Informe Institucional Regional que es aprobado por acuerdo del Consejo Regional.',
    tipo: 'regla',
    efecto: ['B', 'D'],
    seccion: 'VIII',
  },
  {
    numeral: '8.9',
    titulo: 'Equipo Técnico de Trabajo Intergubernamental (ETTI)',
    resumen:
      'Aprobado el plan, el diagnóstico e identificación de procesos lo hace un ETTI por territorio departamental, reconocido por la CIG y conducido por el sector.',
    texto:
      'Aprobado el Plan de Trabajo Institucional por la CIG, la Etapa de Diagnóstico e Identificación de Procesos, para los efectos de la formulación de los MODELOS ESPECIFICOS, se desarrolla a nivel intergubernamental, a través de un Equipo Técnico de Trabajo Intergubernamental – ETTI, para cada territorio departamental, reconocido por la CIG y conducido por el Sector a cargo de la rectoría del servicio público.',
    tipo: 'regla',
    efecto: ['B', 'W'],
    seccion: 'VIII',
  },
  {
    numeral: '8.10',
    titulo: 'Conformación del ETTI',
    resumen: 'Fija los integrantes del ETTI. La participación regional y municipal es variable y los especialistas convocados solo tienen voz.',
    texto:
      'El ETTI está conformado por :\n\nLa participación de los miembros descritos en los numerales iv y v es variable, atendiendo al enfoque territorial para cada servicio público.\n\nPodrán participar, con derecho a voz, profesionales especialistas de algún nivel de gobierno o de la sociedad civil que sean convocados para dichos efectos.',
    tipo: 'regla',
    efecto: ['B', 'W', 'R'],
    seccion: 'VIII',
  },
  {
    numeral: '8.10.i',
    titulo: 'Funcionario del sector, presidente',
    resumen: 'Preside un funcionario del sector relacionado con el servicio.',
    texto: 'El funcionario del sector relacionado con las funciones y/o el servicio público correspondiente, quien lo presidirá.',
    tipo: 'regla',
    efecto: ['B'],
    seccion: 'VIII',
  },
  {
    numeral: '8.10.ii',
    titulo: 'Representante de planeamiento y presupuesto',
    resumen: 'Integra un representante de la Oficina General de Planeamiento y Presupuesto del ministerio.',
    texto: 'Un representante de la Oficina General de Planeamiento y Presupuesto del Ministerio',
    tipo: 'regla',
    efecto: ['B'],
    seccion: 'VIII',
  },
  {
    numeral: '8.10.iii',
    titulo: 'Titular del órgano de descentralización',
    resumen: 'Integra quien dirige la descentralización en el ministerio; el asiento sigue al cargo.',
    texto: 'El titular del órgano o unidad orgánica encargado del proceso de descentralización en el Ministerio.',
    tipo: 'regla',
    efecto: ['B'],
    seccion: 'VIII',
  },
  {
    numeral: '8.10.iv',
    titulo: 'Gerente Regional',
    resumen: 'Integra un Gerente Regional relacionado con el servicio.',
    texto: 'Un Gerente Regional relacionado con las competencias y/o servicio público correspondiente',
    tipo: 'regla',
    efecto: ['W'],
    seccion: 'VIII',
  },
  {
    numeral: '8.10.v',
    titulo: 'Gerentes Municipales',
    resumen: 'Integran dos Gerentes Municipales de municipalidades provinciales, elegidos por la CIG o, en su defecto, por el presidente del ETTI.',
    texto:
      'Dos Gerentes Municipales de los Gobiernos Locales Provinciales del territorio, seleccionados por la CIG o en su defecto por el Presidente del ETTI.',
    tipo: 'regla',
    efecto: ['B', 'W'],
    seccion: 'VIII',
  },
  {
    numeral: '8.11',
    titulo: 'Dinámica de trabajo del ETTI',
    resumen: 'Además de la metodología, el ETTI toma en cuenta tres aspectos.',
    texto:
      'Para la dinámica del trabajo que desarrolla el ETTI, complementariamente a aquellas que desarrolle conforme a las orientaciones previstas en la Metodología para la Implementación de la Gestión por Procesos, deberá tomarse en cuenta lo siguiente:',
    tipo: 'orientacion',
    efecto: ['R'],
    seccion: 'VIII',
  },
  {
    numeral: '8.11.1',
    titulo: 'Realidad territorial y enfoques',
    resumen:
      'Al identificar el proceso se considera la realidad territorial, el género, la interculturalidad y la inclusión, para conocer qué necesitan y esperan las personas.',
    texto:
      'En la identificación del proceso de producción del servicio público y los bienes y/o servicios específicos que se entregan a la ciudadanía, el ETTI toma en cuenta la realidad territorial donde se desarrolla el servicio público, considerando el enfoque de género, de interculturalidad y de inclusión, a fin de conocer los requisitos, necesidades y expectativas de los destinatarios de los servicios.',
    tipo: 'regla',
    efecto: ['W', 'D'],
    seccion: 'VIII',
  },
  {
    numeral: '8.11.2',
    titulo: 'Servicios que se repiten entre sectores',
    resumen: 'Un servicio puede servir a varios objetivos y repetirse en las cadenas de valor de otros sectores.',
    texto:
      'El ETTI deberá tener en cuenta que uno o más servicios públicos pueden estar asociados al cumplimiento de más de un objetivo de política pública y, por tanto, un mismo servicio podría repetirse en la cadena de valor que construya cada sector.',
    tipo: 'regla',
    efecto: ['P', 'R'],
    seccion: 'VIII',
  },
  {
    numeral: '8.11.3',
    titulo: 'Indicadores de contribución',
    resumen: 'Si un servicio aporta a varios resultados, los convenios de gestión fijan indicadores que midan ese aporte.',
    texto:
      'Si es que un mismo servicio contribuye a distintos resultados de política, corresponde que, concertadamente, a través de los convenios de gestión, se identifiquen los indicadores específicos que puedan medir de manera efectiva la contribución del servicio público con el resultado planteado.',
    tipo: 'regla',
    efecto: ['T'],
    seccion: 'VIII',
  },
  {
    numeral: '8.12',
    titulo: 'Protocolo del ETTI',
    resumen:
      'El ETTI adopta un protocolo de entendimiento que guía el análisis en cada jurisdicción y cuida que la estrategia responda a la realidad del territorio.',
    texto:
      'Para la realización de sus acciones, el ETTI construye un protocolo o procedimiento para el entendimiento entre sus miembros respecto al diseño del / de los MODELOS ESPECÍFICOS, el cual constituirá la guía a partir del cual se pueda arribar a un análisis específico en cada jurisdicción de los gobiernos regionales, a fin de asegurar se contemple una estrategia para el diseño y la implementación que se articule con la realidad territorial heterogénea y diversa en sus respectivas jurisdicciones.',
    tipo: 'regla',
    efecto: ['B', 'W', 'D'],
    seccion: 'VIII',
  },
  {
    numeral: '8.13',
    titulo: 'Elevación a la CIG',
    resumen: 'El ETTI eleva los modelos y demás instrumentos a la CIG para su aprobación.',
    texto:
      'Los MODELOS ESPECIFICOS y los demás instrumentos formulados por el ETTI en el marco de las orientaciones previstas en la Metodología para la Implementación de la Gestión por Procesos y otras normas y/o herramientas que la Secretaría de Gestión Pública apruebe son elevados a la CIG respectiva para su aprobación.',
    tipo: 'regla',
    efecto: ['B', 'D'],
    seccion: 'VIII',
  },
  {
    numeral: '8.14',
    titulo: 'Opinión previa',
    resumen: 'Si lo estima pertinente, la CIG puede pedir opinión a espacios de articulación que ella misma reconoció.',
    texto:
      'Si la CIG lo estimase pertinente, los instrumentos formulados por el ETTI podrán ser previamente remitidos a aquellos espacios de articulación sectorial de nivel regional y/o local reconocidos por la CIG para emitir opinión previa sobre los mismos.',
    tipo: 'regla',
    efecto: ['P', 'B', 'D'],
    seccion: 'VIII',
  },
  {
    numeral: '8.15',
    titulo: 'Resolución Ministerial',
    resumen: 'Lo aprobado por la CIG se formaliza por Resolución Ministerial para que se cumpla en los tres niveles.',
    texto: 'La aprobación efectuada por la CIG es formalizada a través de Resolución Ministerial para su debido cumplimiento en los tres niveles de gobierno.',
    tipo: 'regla',
    efecto: ['B', 'D'],
    seccion: 'VIII',
  },
  {
    numeral: '8.16',
    titulo: 'Puesta en marcha',
    resumen: 'Implementar el modelo exige una estrategia y un cronograma de actividades para alcanzar el nivel de calidad.',
    texto:
      'La implementación y mejora de los MODELOS ESPECIFICOS constituye la puesta en marcha de cada modelo diseñado. Implica el diseño y planificación de la estrategia de implementación del modelo, según los instrumentos aprobados y el cronograma de actividades a ser desarrollado, para alcanzar el nivel de calidad del servicio público.',
    tipo: 'regla',
    efecto: ['B', 'R'],
    seccion: 'VIII',
  },
  {
    numeral: '8.17',
    titulo: 'Etapa de Mejora de Procesos',
    resumen: 'El ETTI identifica indicadores consensuados y líneas de base, y retroalimenta los modelos.',
    texto:
      'La Etapa de Mejora de Procesos que comprende la identificación de indicadores consensuados por los niveles de gobierno, las líneas de base y la retroalimentación a los MODELOS ESPECIFICOS está a cargo del ETTI.',
    tipo: 'regla',
    efecto: ['R', 'W'],
    seccion: 'VIII',
  },
  {
    numeral: '8.18',
    titulo: 'Monitoreo en paralelo',
    resumen:
      'Se monitorea desde las instituciones y desde la percepción del usuario, en paralelo con la identificación de procesos. Los indicadores constan en acuerdos del ETTI o de la CIG.',
    texto:
      'Asimismo, en la Etapa de Mejora de Procesos se monitorea el desarrollo de los MODELOS ESPECIFICOS desde los marcos institucionales y desde la percepción del usuario. Se desarrolla en paralelo a la etapa de identificación del proceso toda vez que los indicadores se definen desde el inicio del mismo, debiendo estar recogidos en los acuerdos que adopte el ETTI correspondiente y/o la CIG respectiva, donde se reflejen los compromisos asumidos.',
    tipo: 'regla',
    efecto: ['P', 'W', 'M'],
    seccion: 'VIII',
  },
  {
    numeral: '8.19',
    titulo: 'Construcción de indicadores',
    resumen:
      'Se parte de lo recogido sobre cobertura, calidad y satisfacción. Miden sobre todo resultados y cumplen simplicidad, confiabilidad, validez y costo razonable.',
    texto:
      'Para la construcción de los indicadores, se toma como base la información recabada en la primera fase en relación a los servicios, a nivel de cobertura, calidad y satisfacción de la ciudadanía con el servicio prestado, utilizándose las orientaciones previstas en la Metodología para la Implementación de la Gestión por Procesos y otras normas y herramientas que la Secretaría de Gestión Pública apruebe. Los indicadores deben medir primordialmente los resultados, siempre que éstos cumplan con los requisitos de simplicidad, confiabilidad, validez y costo razonable de la recolección de información que sirve de base para su elaboración.',
    tipo: 'regla',
    efecto: ['W'],
    seccion: 'VIII',
  },
  {
    numeral: '8.20',
    titulo: 'Estrategia de implementación y mejora',
    resumen: 'La estrategia distribuye lo que hace cada nivel y quién evalúa.',
    texto: 'En la definición de la estrategia de implementación y mejora de los procesos:',
    tipo: 'regla',
    efecto: ['R'],
    seccion: 'VIII',
  },
  {
    numeral: '8.20.1',
    titulo: 'Papel del Gobierno Nacional',
    resumen: 'Fortalece la gestión con su rectoría y evalúa la política nacional del servicio. La remisión al numeral 6.6 es una errata.',
    texto:
      'El Gobierno Nacional fortalece la gestión descentralizada con la rectoría y evalúa la implementación de la política nacional que corresponda, de acuerdo al servicio público específico. Para dichos efectos, toma en cuenta las acciones e instrumentos descritos en el numeral 6.6.',
    tipo: 'regla',
    efecto: ['R'],
    seccion: 'VIII',
  },
  {
    numeral: '8.20.2',
    titulo: 'Papel de los gobiernos regionales y locales',
    resumen:
      'Dan soporte político, administrativo, técnico y financiero. El gobierno regional puede usar los instrumentos del 7.2 con las municipalidades; la remisión al 6.6 es una errata.',
    texto:
      'Los Gobiernos Regionales y Locales complementan y facilitan el soporte político, administrativo, técnico y financiero, para la prestación de los servicios públicos. Los Gobiernos Regionales toman en cuenta las acciones e instrumentos descritos en el numeral 6.6. respecto de los Gobiernos Locales Provinciales y Distritales',
    tipo: 'regla',
    efecto: ['P', 'R'],
    seccion: 'VIII',
  },
  {
    numeral: '8.20.3',
    titulo: 'Evaluación por las secretarías',
    resumen: 'La Secretaría de Descentralización y la de Gestión Pública evalúan cada una el cumplimiento de su política.',
    texto: 'La Secretaría de Descentralización y la Secretaría de Gestión Pública evalúan el cumplimiento de sus respectivas políticas, conforme a Ley.',
    tipo: 'regla',
    efecto: ['M', 'D'],
    seccion: 'VIII',
  },
  {
    numeral: '8.20.4',
    titulo: 'Aplicación supletoria',
    resumen: 'En lo no previsto rigen los lineamientos de mejora continua de la Secretaría de Descentralización.',
    texto:
      'Resultan de aplicación supletoria los Lineamientos Generales para la Determinación e Implementación de Acciones de Mejora Continua de los Servicios Públicos aprobados por la Secretaría de Descentralización, en lo no previsto en la presente Directiva.',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'VIII',
  },
  {
    numeral: '9.1',
    titulo: 'Alineamiento normativo',
    resumen: 'La identificación de procesos se alinea con las normas de competencia y las políticas del sector. Si hace falta, el ministerio propone reformas.',
    texto:
      'La identificación del proceso de producción de los servicios públicos debe estar alineado a las normas que definen el ámbito de competencia de la materia sectorial correspondiente así como con los documentos de política nacional o sectorial. De ser el caso, los Ministerios plantean propuestas de reforma normativa que resulten necesarias.',
    tipo: 'regla',
    efecto: ['W', 'T'],
    seccion: 'IX',
  },
  {
    numeral: '9.2',
    titulo: 'Planes de capacitación',
    resumen:
      'La Secretaría de Descentralización convoca a la Mesa para formular lineamientos, la Comisión los aprueba y una resolución los formaliza. Los planes sectoriales, regionales y locales los siguen.',
    texto:
      'Acorde a lo previsto en el numeral 7.4. de la presente Directiva, la Secretaría de Descentralización convoca a la Mesa Permanente de Coordinación para el Fortalecimiento de Capacidades Institucionales para la formulación de los lineamientos que identifiquen los procedimientos y plazos para la aprobación de Planes Sectoriales, Regionales y Locales de Capacitación y Asistencia Técnica, teniendo en cuenta las disposiciones contenidas en el artículo 8º del Decreto Supremo N° 047-2009-PCM, para su aprobación por la Comisión Multisectorial de Desarrollo de Capacidades en Gestión Pública de los Gobiernos Regionales y Locales y posterior formalización por Resolución de Secretaría de Descentralización.',
    tipo: 'regla',
    efecto: ['D', 'T'],
    seccion: 'IX',
  },
  {
    numeral: '9.3',
    titulo: 'Otros espacios',
    resumen: 'Tener una CIG no impide crear otros espacios intergubernamentales.',
    texto:
      'La conformación de una CIG no limita a las entidades del Gobierno Nacional para que, en el marco de su rol rector, desarrolle otros espacios intergubernamentales para la atención de otros asuntos de interés sectorial.',
    tipo: 'regla',
    efecto: ['P'],
    seccion: 'IX',
  },
  {
    numeral: '9.4',
    titulo: 'Solicitudes de información',
    resumen: 'El ETTI pide a los gobiernos involucrados la información que falte para fijar las líneas de base.',
    texto:
      'Los ETTI solicitan a los Gobiernos Regionales y Locales involucrados, cualquier información adicional no contemplada en los Planes de Trabajo Institucional relacionada a los servicios públicos que sean materia de análisis, a fin de establecer las líneas de base que correspondan para la formulación e implementación de los MODELOS ESPECIFICOS.',
    tipo: 'regla',
    efecto: ['W', 'R'],
    seccion: 'IX',
  },
  {
    numeral: '9.5',
    titulo: 'Planes operativos anuales',
    resumen: 'Sectores y gobiernos involucrados incluyen las metas e indicadores en su plan operativo, con cargo a su presupuesto.',
    texto:
      'Los Sectores del Gobierno Nacional y los Gobiernos Regionales y Locales involucrados en el desarrollo del Modelo de Gestión Descentralizada de los Servicios Públicos orientada a Resultados considerarán en sus planes operativos anuales las metas e indicadores correspondientes, a fin de comprometer su ejecución con cargo a sus respectivos presupuestos institucionales.',
    tipo: 'regla',
    efecto: ['W', 'M', 'D'],
    seccion: 'IX',
  },
  {
    numeral: '9.6',
    titulo: 'Otros planes',
    resumen: 'La Directiva no excluye los planes que exijan las políticas de modernización y de descentralización.',
    texto:
      'La presente Directiva no excluye la formulación y aprobación de otros Planes que sean requeridos por los órganos competentes comprendidos en la Política Nacional de Modernización de la Gestión Pública aprobada por Decreto Supremo N° 004-2013-PCM y en la Política Nacional de Descentralización prevista en la Constitución Política del Perú y desarrollada en las normas de desarrollo constitucional descritas en el numeral III de la presente Directiva.',
    tipo: 'alcance',
    efecto: ['P'],
    seccion: 'IX',
  },
  {
    numeral: '9.7',
    titulo: 'Disposiciones complementarias',
    resumen: 'La Secretaría de Descentralización dicta disposiciones para lo no previsto. No pueden contradecir el texto.',
    texto:
      'En todo lo que no esté previsto en la presente Directiva, la Secretaría de Descentralización, en el marco de sus funciones, dicta las disposiciones complementarias o de desarrollo que sean requeridas para la aplicación de la presente Directiva.',
    tipo: 'regla',
    efecto: ['R', 'B'],
    seccion: 'IX',
  },
  {
    numeral: 'Anexo',
    titulo: 'Flujograma del Proceso',
    resumen: 'El texto conserva solo el título del flujograma; la figura no figura. El proceso que muestra Ayni es una interpretación.',
    texto: 'Flujograma del Proceso',
    tipo: 'alcance',
    efecto: ['R'],
    seccion: 'Anexo',
  },
];
