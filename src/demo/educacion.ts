import { asiento, type Guion } from './guion.ts';
import { idDemo } from './identidad.ts';

const SERVICIO = idDemo('servicio/acompanamiento');
const MANTENIMIENTO = idDemo('servicio/mantenimiento-locales');
const CIG = idDemo('cig/educacion');
const PLAN = idDemo('plan/educacion');
const SECTOR = 'minedu/organo_descentralizacion';

/** Multigrade schools in Puno: a plan that gathers reports, with a session convened to decide on it. */
export async function contarEducacion(g: Guion): Promise<void> {
  await conformar(g);
  await planificar(g);
  await recoger(g);
  await g.convocar({
    id: idDemo('sesion/educacion-1'),
    cig: CIG,
    convocada: g.hace(2),
    fecha: g.en(26),
    lugar: 'Ministerio de Educación, Lima, y enlace virtual',
    conduce: SECTOR,
    asuntos: [{ tipo: 'AprobarPlan', titulo: 'Aprobar el plan del sector Educación', objeto: PLAN, posiciones: [] }],
  });
}

async function conformar(g: Guion): Promise<void> {
  await g.hacer(
    SECTOR,
    'ConformarCig',
    CIG,
    {
      sector: 'minedu',
      nombre: 'Comisión Intergubernamental de Educación',
      norma: 'Resolución Ministerial de conformación (demostración)',
      miembros: [
        asiento(SECTOR),
        asiento('minedu/ogpp'),
        asiento('gr-21/gobernador'),
        asiento('mp-2101/alcalde_provincial'),
        asiento('mp-2111/alcalde_provincial'),
        asiento('angr/representante_asociacion', { representa: 'regional' }),
        asiento('remurpe/representante_asociacion', { representa: 'local' }),
      ],
    },
    { el: g.hace(170) },
  );
  await g.hacer(
    'gr-21/gerente_regional',
    'IdentificarServicio',
    SERVICIO,
    {
      nombre: 'Acompañamiento pedagógico a escuelas multigrado',
      sector: 'minedu',
      necesidad: 'Que niñas y niños de escuelas rurales donde una o un docente atiende varios grados aprendan lo que corresponde a su edad.',
      continuidad: 'Visitas en aula, grupos de interaprendizaje y talleres durante todo el año escolar.',
      norma: 'Ley N.º 28044, Ley General de Educación, y disposiciones de acompañamiento pedagógico en la Educación Básica',
      niveles: ['nacional', 'regional', 'provincial', 'distrital'],
      otrosSectores: [],
    },
    { el: g.hace(160) },
  );
  await g.hacer(
    SECTOR,
    'EvaluarElegibilidad',
    SERVICIO,
    {
      competenciasCompartidas: {
        cumple: true,
        sustento: 'El ministerio define la estrategia formativa; la región y sus unidades locales la ejecutan; las municipalidades apoyan redes y locales.',
        normas: ['LOGR-47-f', 'LOGR-47-t', 'LOM-82-4', 'LOM-82-6'],
      },
      fasesSucesivas: { cumple: true, sustento: 'Diseño y financiamiento, selección y formación de acompañantes, visitas en aula y soporte local a la red.' },
      responsabilidadCompartida: { cumple: true, sustento: '' },
    },
    { el: g.hace(148) },
  );
  await g.hacer(
    'mp-2102/alcalde_provincial',
    'IdentificarServicio',
    MANTENIMIENTO,
    {
      nombre: 'Mantenimiento de locales escolares rurales',
      sector: 'minedu',
      necesidad: 'Aulas seguras y con servicios básicos en zonas de heladas.',
      continuidad: 'Intervenciones antes de cada temporada de bajas temperaturas.',
      norma: 'Normas del programa de mantenimiento de locales educativos',
      niveles: ['nacional', 'regional', 'provincial'],
      otrosSectores: ['vivienda'],
    },
    { el: g.hace(35) },
  );
}

async function planificar(g: Guion): Promise<void> {
  const anio = g.en(40).slice(0, 4);
  await g.hacer(
    SECTOR,
    'ProponerPlan',
    PLAN,
    { cig: CIG, nombre: `Plan de Trabajo Institucional ${anio} del sector Educación`, periodo: anio },
    { el: g.hace(70) },
  );
  await g.hacer(
    SECTOR,
    'PresentarDiagnostico',
    PLAN,
    {
      texto:
        'En Puno dos de cada tres escuelas primarias rurales son multigrado. El acompañamiento llega a menos de la tercera parte y las visitas se interrumpen al cambiar el personal contratado. Las redes educativas y las municipalidades cercanas no participan en su programación.',
      fuentes: 'Censo educativo y registros de las unidades de gestión educativa local. Dato referencial de la demostración.',
      practica: 'Núcleos de acompañamiento con financiamiento nacional y ejecución regional.',
      problematica: 'Caminos intransitables en época de lluvias, alta rotación de docentes y falta de alojamiento para acompañantes.',
      politicas: 'Proyecto Educativo Nacional al 2036 y política de atención educativa para el ámbito rural.',
    },
    { el: g.hace(56) },
  );
  const linea = (territorio: string, prioridad: number, criterios: string) =>
    g.hacer(
      SECTOR,
      'IncluirServicio',
      PLAN,
      {
        servicio: SERVICIO,
        territorio,
        prioridad,
        criterios,
        alineamiento: {
          metas: 'Contribuye a la meta sectorial de mejora de aprendizajes en primaria rural.',
          acuerdoNacional: 'Política de Estado 12 (acceso universal a una educación pública gratuita y de calidad).',
          planEstrategico: '',
        },
        roles: [
          { nivel: 'nacional', rol: 'Estrategia formativa, materiales y financiamiento', competencia: '' },
          { nivel: 'regional', rol: 'Selecciona, forma y da seguimiento a los acompañantes', competencia: 'LOGR-47-t' },
          { nivel: 'provincial', rol: 'Apoya a las redes educativas', competencia: 'LOM-82-6' },
        ],
      },
      { el: g.hace(44) },
    );
  await linea('21', 1, 'Mayor número de escuelas multigrado del país y experiencia regional en redes educativas rurales.');
  await linea('0903', 2, 'Angaraes: escuelas multigrado en quechua chanka con resultados por debajo del promedio regional.');
}

async function recoger(g: Guion): Promise<void> {
  await g.hacer(SECTOR, 'ConvocarInformes', PLAN, { vence: g.en(12) }, { el: g.hace(30) });
  const acuerdoFecha = g.hace(13);
  const anio = acuerdoFecha.slice(0, 4);
  await g.hacer(
    'gr-21/gerente_regional',
    'PresentarInforme',
    PLAN,
    {
      entidad: 'gr-21',
      resumen: 'La Dirección Regional de Educación tiene 42 acompañantes para 310 escuelas multigrado priorizadas.',
      propuestas: 'Núcleos por red educativa, con permanencia de dos semanas al mes en la zona.',
      acuerdoNumero: `088-${anio}-GRP/CR`,
      acuerdoFecha,
    },
    { el: g.hace(10) },
  );
  await g.hacer(
    'mp-2101/gerente_municipal',
    'PresentarInforme',
    PLAN,
    {
      entidad: 'mp-2101',
      resumen: 'En la provincia hay 64 escuelas multigrado; 11 quedan aisladas en época de lluvias.',
      propuestas: 'La municipalidad ofrece alojamiento y combustible para los acompañantes en tres centros poblados.',
      acuerdoNumero: `035-${anio}-MPP/CM`,
      acuerdoFecha,
    },
    { el: g.hace(9) },
  );
  await g.hacer(
    'mp-2111/alcalde_provincial',
    'PresentarInforme',
    PLAN,
    {
      entidad: 'mp-2111',
      resumen: 'San Román tiene redes educativas activas en cuatro distritos.',
      propuestas: 'Usar las redes como sede de los talleres.',
      acuerdoNumero: '',
    },
    { el: g.hace(7) },
  );
  await g.hacer(
    SECTOR,
    'ResponderInforme',
    PLAN,
    { entidad: 'gr-21', resultado: 'parcial', motivo: 'Los núcleos por red se incorporan; la permanencia se definirá en el diseño del modelo.' },
    { el: g.hace(5) },
  );
}
