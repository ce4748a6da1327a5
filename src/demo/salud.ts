import { textoAnexo } from '../modules/modelo/modelo.anexo.ts';
import type { Modelo } from '../modules/modelo/modelo.ts';
import { generarMesa, MESA, reunirMesa } from './espacio.ts';
import { asiento, type Guion, todos } from './guion.ts';
import { idDemo } from './identidad.ts';
import {
  DIAGNOSTICO_PTI_SALUD,
  ELEGIBILIDAD_CRED,
  ESTRATEGIA_CRED,
  INDICADORES_CRED,
  LINEA_CRED,
  PROTOCOLO_SALUD,
  SECCIONES_CRED,
  SERVICIO_CRED,
} from './salud.contenido.ts';
import { medir } from './salud.indicador.ts';
import { escuchar } from './salud.percepcion.ts';
import { vincularConPoi } from './salud.poi.ts';

const SERVICIO = idDemo('servicio/cred');
const REGISTRO_SANITARIO = idDemo('servicio/registro-sanitario');
const CIG = idDemo('cig/salud');
const PLAN = idDemo('plan/salud');
const ETTI = idDemo('etti/salud-09');
const MODELO = idDemo('modelo/cred-09');
const SECTOR = 'minsa/organo_descentralizacion';
const PRESIDENCIA = 'minsa/funcionario_sector';
const SUBNACIONALES = ['gr-09/gobernador', 'mp-0901/alcalde_provincial', 'mp-0902/alcalde_provincial', 'remurpe/representante_asociacion'] as const;
const PRESENTES = [SECTOR, ...SUBNACIONALES, 'angr/representante_asociacion'] as const;
const LUGAR = 'Auditorio del Ministerio de Salud, Lima, y enlace virtual';

/** CRED in Huancavelica: the whole path, from the service to its implementation. */
export async function contarSalud(g: Guion): Promise<void> {
  await identificar(g);
  await planificar(g);
  await integrar(g);
  await disenar(g);
  await aprobar(g);
  await implementar(g);
  await medir(g);
  await escuchar(g);
  await vincularConPoi(g);
  await reunirMesa(g);
}

async function identificar(g: Guion): Promise<void> {
  await g.hacer(
    SECTOR,
    'ConformarCig',
    CIG,
    {
      sector: 'minsa',
      nombre: 'Comisión Intergubernamental de Salud',
      norma: 'Resolución Ministerial de conformación (demostración)',
      miembros: [
        asiento(SECTOR),
        asiento('minsa/ogpp'),
        asiento('gr-09/gobernador'),
        asiento('mp-0901/alcalde_provincial'),
        asiento('mp-0902/alcalde_provincial'),
        asiento('angr/representante_asociacion', { representa: 'regional' }),
        asiento('remurpe/representante_asociacion', { representa: 'local' }),
        asiento('pcm-sd/secretario_sd', { calidad: 'observador' }),
      ],
    },
    { el: g.hace(305) },
  );
  await g.hacer('md-090117/alcalde_distrital', 'AcreditarMiembro', CIG, asiento('md-090117/alcalde_distrital'), { el: g.hace(302) });
  await g.hacer(SECTOR, 'IdentificarServicio', SERVICIO, SERVICIO_CRED, { el: g.hace(300) });
  await g.hacer(SECTOR, 'EvaluarElegibilidad', SERVICIO, ELEGIBILIDAD_CRED, { el: g.hace(292) });
  await g.hacer(
    SECTOR,
    'IdentificarServicio',
    REGISTRO_SANITARIO,
    {
      nombre: 'Registro sanitario de medicamentos',
      sector: 'minsa',
      necesidad: 'Garantizar que los medicamentos que se comercializan sean seguros y eficaces.',
      continuidad: 'Procedimiento permanente a cargo de la autoridad nacional de medicamentos.',
      norma: 'Ley N.º 29459, Ley de los Productos Farmacéuticos, Dispositivos Médicos y Productos Sanitarios',
      niveles: ['nacional'],
    },
    { el: g.hace(291) },
  );
  await g.hacer(
    SECTOR,
    'DeclararNoElegible',
    REGISTRO_SANITARIO,
    {
      competenciasCompartidas: { cumple: false, sustento: 'El otorgamiento del registro corresponde solo al nivel nacional.' },
      fasesSucesivas: { cumple: false, sustento: 'Ninguna fase del procedimiento está a cargo de otro nivel.' },
      responsabilidadCompartida: { cumple: false, sustento: 'Responde únicamente la autoridad nacional.' },
      motivo: 'Es competencia exclusiva del nivel nacional: no hay fases ni responsabilidad compartidas con gobiernos regionales o locales.',
    },
    { el: g.hace(286) },
  );
}

async function planificar(g: Guion): Promise<void> {
  const anio = g.hace(280).slice(0, 4);
  await g.hacer(
    SECTOR,
    'ProponerPlan',
    PLAN,
    { cig: CIG, nombre: `Plan de Trabajo Institucional ${anio} del sector Salud`, periodo: anio },
    { el: g.hace(284) },
  );
  await g.hacer(SECTOR, 'PresentarDiagnostico', PLAN, DIAGNOSTICO_PTI_SALUD, { el: g.hace(280) });
  await g.hacer(SECTOR, 'IncluirServicio', PLAN, { servicio: SERVICIO, ...LINEA_CRED }, { el: g.hace(278) });
  await g.hacer(SECTOR, 'ConvocarInformes', PLAN, { vence: g.hace(246) }, { el: g.hace(276) });
  const acuerdo = (numero: string) => numero.replace('AAAA', g.hace(256).slice(0, 4));
  const informe = (entidad: string, resumen: string, propuestas: string, acuerdoNumero = '') => ({
    entidad,
    resumen,
    propuestas,
    acuerdoNumero: acuerdo(acuerdoNumero),
    acuerdoFecha: acuerdoNumero ? g.hace(256) : undefined,
  });
  await g.hacer(
    'mp-0901/gerente_municipal',
    'PresentarInforme',
    PLAN,
    informe(
      'mp-0901',
      'El padrón nominal se actualiza cada tres meses y sin cruce con la red de salud.',
      'Cruce mensual y dos digitadores en la provincia.',
      '018-AAAA-CM/MPH',
    ),
    { el: g.hace(254) },
  );
  await g.hacer(
    'mp-0907/alcalde_provincial',
    'PresentarInforme',
    PLAN,
    informe(
      'mp-0907',
      'Las comunidades de la margen del Mantaro están a más de tres horas del establecimiento.',
      'Brigada itinerante compartida con Churcampa.',
      '007-AAAA-CM/MPT',
    ),
    { el: g.hace(252) },
  );
  await g.hacer(
    'mp-0902/gerente_municipal',
    'PresentarInforme',
    PLAN,
    informe('mp-0902', 'Faltan tallímetros y balanzas en cuatro puestos de salud.', 'Reposición de equipos antes de la campaña de invierno.'),
    { el: g.hace(250) },
  );
  await g.hacer(
    'gr-09/gerente_regional',
    'PresentarInforme',
    PLAN,
    informe(
      'gr-09',
      'La Dirección Regional de Salud registra 61 % de controles completos.',
      'Programación única por red y metas por provincia.',
      '031-AAAA-GRH/CR',
    ),
    { el: g.hace(248) },
  );
  const responder = (entidad: string, resultado: string, motivo: string) =>
    g.hacer(SECTOR, 'ResponderInforme', PLAN, { entidad, resultado, motivo }, { el: g.hace(244) });
  await responder('gr-09', 'incorporado', 'Las metas por provincia pasan al diagnóstico del plan.');
  await responder('mp-0901', 'incorporado', 'El cruce mensual del padrón será un proceso del modelo.');
  await responder('mp-0907', 'parcial', 'La brigada se evaluará en el diseño; su financiamiento corresponde al gobierno regional.');
  await responder('mp-0902', 'no_incorporado', 'La reposición de equipos se atiende con el programa presupuestal vigente.');
  await g.hacer(SECTOR, 'ElevarPlan', PLAN, {}, { el: g.hace(240) });
}

async function integrar(g: Guion): Promise<void> {
  await g.hacer(SECTOR, 'ProponerEtti', ETTI, { cig: CIG, sector: 'minsa', territorio: '09', servicios: [SERVICIO], plan: PLAN }, { el: g.hace(238) });
  await generarMesa(g);
  await g.celebrar({
    id: idDemo('sesion/salud-1'),
    cig: CIG,
    convocada: g.hace(236),
    fecha: g.hace(226),
    lugar: LUGAR,
    conduce: SECTOR,
    presentes: PRESENTES,
    asuntos: [
      { tipo: 'AprobarPlan', titulo: 'Aprobar el plan del sector Salud', objeto: PLAN, posiciones: todos('acuerdo', ...PRESENTES), acuerdo: {} },
      {
        tipo: 'ReconocerEtti',
        titulo: 'Reconocer el ETTI de Huancavelica y seleccionar a sus Gerentes Municipales',
        objeto: ETTI,
        posiciones: todos('acuerdo', ...PRESENTES),
        acuerdo: { gerentes: [{ entidad: 'mp-0901' }, { entidad: 'mp-0907' }] },
      },
      {
        tipo: 'ReconocerEspacio',
        titulo: 'Reconocer la mesa regional de lucha contra la anemia',
        objeto: CIG,
        posiciones: todos('acuerdo', SECTOR, 'gr-09/gobernador', 'mp-0901/alcalde_provincial'),
        acuerdo: { espacio: MESA },
      },
    ],
  });
  const designar = (quien: typeof SECTOR | 'gr-09/gobernador', a: string, entidad: string, cargo: string, unidad?: string) =>
    g.hacer(quien, 'DesignarMiembro', ETTI, { asiento: a, entidad, cargo, unidad }, { el: g.hace(222) });
  await designar(SECTOR, 'i', 'minsa', 'funcionario_sector', 'Dirección General de Intervenciones Estratégicas en Salud Pública');
  await designar(SECTOR, 'ii', 'minsa', 'ogpp');
  await designar(SECTOR, 'iii', 'minsa', 'organo_descentralizacion');
  await designar('gr-09/gobernador', 'iv', 'gr-09', 'gerente_regional', 'Gerencia Regional de Desarrollo Social');
  const actaEtti = await g.documento(PRESIDENCIA, 'Acta de instalación del ETTI Huancavelica – MINSA', [
    'Se instala el equipo con los asientos i a v cubiertos.',
  ]);
  await g.hacer(PRESIDENCIA, 'InstalarEtti', ETTI, { actaEtti }, { el: g.hace(218) });
  const conformidades = [
    ['i', 'minsa'],
    ['ii', 'minsa'],
    ['iii', 'minsa'],
    ['iv', 'gr-09'],
    ['v', 'mp-0901'],
    ['v', 'mp-0907'],
  ].map(([a, entidad]) => ({ asiento: a, entidad, posicion: 'conforme' }));
  await g.hacer(PRESIDENCIA, 'AdoptarProtocolo', ETTI, { ...PROTOCOLO_SALUD, conformidades }, { el: g.hace(210) });
  await g.hacer(
    'gr-09/gerente_regional',
    'ConvocarInvitado',
    ETTI,
    { entidad: 'md-090117', especialidad: 'Promoción de la salud en comunidades quechuas', asunto: 'Seguimiento domiciliario' },
    { el: g.hace(196) },
  );
  await g.hacer(
    'md-090117/tecnico_distrital',
    'ComentarComoInvitado',
    ETTI,
    { sentido: 'aporte', texto: 'Conviene programar las visitas fuera de los días de feria; el padrón mejora si lo valida la autoridad comunal.' },
    { el: g.hace(190) },
  );
}

async function disenar(g: Guion): Promise<void> {
  const refs = { servicio: SERVICIO, territorio: '09', plan: PLAN, etti: ETTI, transferencia: 'transferida' };
  await g.hacer(PRESIDENCIA, 'AbrirDiagnostico', MODELO, refs, { el: g.hace(205) });
  for (const { datos } of INDICADORES_CRED) await g.hacer(PRESIDENCIA, 'ProponerIndicador', MODELO, datos, { el: g.hace(205) });
  const pedir = (entidad: string, informacion: string, lineaBase: string) =>
    g.hacer(PRESIDENCIA, 'PedirInformacion', MODELO, { entidad, informacion, lineaBase, plazo: g.hace(180) }, { el: g.hace(200) });
  await pedir('gr-09', 'Controles completos por distrito en los últimos doce meses.', 'Cobertura de control CRED completo');
  await pedir('mp-0903', 'Fecha de la última actualización del padrón nominal por distrito.', 'Padrón nominal actualizado');
  await g.hacer(
    'gr-09/gerente_regional',
    'RegistrarRespuesta',
    MODELO,
    { numero: 1, texto: 'Se remite el reporte por distrito.', alcance: 'completa' },
    { el: g.hace(186) },
  );
  for (const [i, [acto, quien, contenido]] of SECCIONES_CRED.entries()) await g.hacer(quien, acto, MODELO, contenido, { el: g.hace(182 - 3 * i) });
  for (const [i, { entidad, base }] of INDICADORES_CRED.entries()) {
    const numero = i + 1;
    const acuerdo = {
      numero,
      organo: 'etti',
      acta: 'Acta de la reunión 5 del ETTI',
      niveles: ['nacional', 'regional', 'local'],
      entidad,
      compromiso: 'Reporta el valor en cada periodo.',
    };
    await g.hacer(
      'gr-09/gerente_regional',
      'RegistrarLineaBase',
      MODELO,
      { numero, valor: base, fecha: g.hace(180), fuente: 'Dato referencial de la demostración' },
      { el: g.hace(154) },
    );
    await g.hacer(PRESIDENCIA, 'AcordarIndicador', MODELO, acuerdo, { el: g.hace(150) });
  }
  await g.hacer(PRESIDENCIA, 'FormularModelo', MODELO, {}, { el: g.hace(142) });
  const actaEtti = await g.documento(PRESIDENCIA, 'Acta del ETTI que acuerda elevar el modelo CRED', [
    'Los seis miembros acuerdan por consenso elevar el modelo a la CIG.',
  ]);
  await g.hacer(PRESIDENCIA, 'ElevarModelo', MODELO, { actaEtti }, { el: g.hace(132) });
}

async function aprobar(g: Guion): Promise<void> {
  const sesion = { cig: CIG, lugar: LUGAR, conduce: SECTOR, presentes: PRESENTES } as const;
  const favorables = todos('acuerdo', ...PRESENTES);
  await g.celebrar({
    ...sesion,
    id: idDemo('sesion/salud-2'),
    convocada: g.hace(128),
    fecha: g.hace(118),
    asuntos: [
      {
        tipo: 'PedirOpinionPrevia',
        titulo: 'Pedir opinión previa a la mesa regional',
        objeto: MODELO,
        posiciones: favorables,
        acuerdo: { espacio: 'gr-09-1', plazo: g.hace(100) },
      },
    ],
  });
  const opinion = { sobre: MODELO, sentido: 'con_observaciones', texto: 'Se opina a favor; se pide que la meta por provincia no sea menor de 75 %.' };
  await g.hacer('gr-09/gerente_regional', 'ComunicarOpinion', MESA, opinion, { el: g.hace(104) });
  await g.celebrar({
    ...sesion,
    id: idDemo('sesion/salud-3'),
    convocada: g.hace(101),
    fecha: g.hace(90),
    asuntos: [
      {
        tipo: 'AprobarModelo',
        titulo: 'Aprobar el Modelo Específico de control CRED en Huancavelica',
        objeto: MODELO,
        posiciones: [
          [SECTOR, 'acuerdo'],
          ['mp-0902/alcalde_provincial', 'objecion', 'La meta departamental puede ocultar a las provincias rezagadas.'],
          ['gr-09/gobernador', 'acuerdo'],
          ['mp-0901/alcalde_provincial', 'acuerdo'],
          ['remurpe/representante_asociacion', 'acuerdo_con_reserva', 'Las municipalidades pequeñas necesitarán apoyo para el padrón.'],
          ['angr/representante_asociacion', 'acuerdo'],
          ['mp-0902/alcalde_provincial', 'acuerdo', 'Retira la objeción con la enmienda acordada.'],
        ],
        acuerdo: {
          enmiendas: [
            {
              seccion: 'nivelPrestacion',
              dice: 'no menos de 75 % en cada provincia',
              debeDecir: 'no menos de 75 % en cada provincia, con reporte por provincia',
            },
          ],
        },
      },
    ],
  });
  const { paquete } = await g.estado<Modelo>(MODELO);
  if (!paquete) throw new Error('El modelo de la demostración no tiene paquete aprobado.');
  const resolucion = {
    visto: 'El acta de la sesión de la Comisión Intergubernamental de Salud que aprueba el Modelo Específico (demostración);',
    considerando:
      'Que corresponde formalizar por Resolución Ministerial lo aprobado por la Comisión Intergubernamental, conforme al numeral 8.15 de la Directiva;',
    anexo: textoAnexo(paquete.contenido),
  };
  const fecha = g.hace(68);
  const numero = `482-${fecha.slice(0, 4)}/MINSA`;
  await g.hacer('minsa/secretaria_general', 'RegistrarResolucion', MODELO, { modo: 'borrador', ...resolucion }, { el: g.hace(75) });
  const documento = await g.documento('minsa/secretaria_general', `Resolución Ministerial N.º ${numero}`, [resolucion.visto, resolucion.considerando]);
  await g.hacer(
    'minsa/secretaria_general',
    'RegistrarResolucion',
    MODELO,
    { modo: 'emitida', numero, fecha, ...resolucion, documento },
    { el: fecha, decididoPor: { entidad: 'minsa', cargo: 'ministro' } },
  );
}

async function implementar(g: Guion): Promise<void> {
  const actividad = (texto: string, responsable: string, desde: number, hasta: number, meta: string) => ({
    actividad: texto,
    responsable,
    inicio: g.en(desde),
    fin: g.en(hasta),
    meta,
  });
  await g.hacer(PRESIDENCIA, 'GuardarEstrategia', MODELO, ESTRATEGIA_CRED, { el: g.hace(64) });
  const filas = [
    actividad('Cruce mensual del padrón nominal con la red de salud', 'mp-0901', 10, 360, 'Doce cruces al año por provincia'),
    actividad('Brigadas itinerantes en comunidades altoandinas', 'gr-09', 30, 330, 'Cuatro brigadas en operación'),
    actividad('Capacitación en consejería intercultural', 'minsa', 20, 150, '120 profesionales capacitados'),
  ];
  await g.hacer(PRESIDENCIA, 'GuardarCronograma', MODELO, { filas }, { el: g.hace(62) });
  await g.celebrar({
    id: idDemo('sesion/salud-4'),
    cig: CIG,
    clase: 'extraordinaria',
    convocada: g.hace(58),
    fecha: g.hace(48),
    modalidad: 'virtual',
    lugar: 'Enlace virtual de la comisión',
    conduce: SECTOR,
    presentes: PRESENTES,
    asuntos: [
      {
        tipo: 'AdoptarEstrategia',
        titulo: 'Adoptar la estrategia y el cronograma de implementación',
        objeto: MODELO,
        posiciones: todos('acuerdo', ...PRESENTES),
        acuerdo: { entidades: ['minsa', 'gr-09', 'mp-0901', 'mp-0902'] },
      },
    ],
  });
  const anio = Number(g.en(60).slice(0, 4));
  const poi = [
    { entidad: 'gr-09', anio, meta: '85 % de controles completos', actividad: 'Atención de niñas y niños con CRED completo' },
    { entidad: 'mp-0901', anio, meta: 'Doce actualizaciones del padrón', actividad: 'Padrón nominal y visitas domiciliarias' },
  ];
  await g.hacer(PRESIDENCIA, 'IniciarImplementacion', MODELO, { poi }, { el: g.hace(30) });
  // An official document waiting for its signatures.
  await g.hacer(SECTOR, 'EmitirDocumento', idDemo('documento/acta-salud-2'), { origen: idDemo('sesion/salud-2'), clase: 'acta' }, { el: g.hace(28) });
}
