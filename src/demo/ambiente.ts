import {
  DIAGNOSTICO_PTI_AMBIENTE,
  ELEGIBILIDAD_RESIDUOS,
  INDICADORES_RESIDUOS,
  LINEA_RESIDUOS,
  PROTOCOLO_AMBIENTE,
  SECCIONES_RESIDUOS,
  SERVICIO_RESIDUOS,
} from './ambiente.contenido.ts';
import { asiento, type Guion, todos } from './guion.ts';
import { idDemo } from './identidad.ts';

const SERVICIO = idDemo('servicio/residuos');
const CIG = idDemo('cig/ambiente');
const PLAN = idDemo('plan/ambiente');
const ETTI = idDemo('etti/ambiente-16');
const MODELO = idDemo('modelo/residuos-16');
const SECTOR = 'minam/organo_descentralizacion';
const PRESIDENCIA = 'minam/funcionario_sector';
const PRESENTES = [SECTOR, 'gr-16/gobernador', 'mp-1601/alcalde_provincial', 'remurpe/representante_asociacion'] as const;
const LUGAR = 'Sede del Gobierno Regional de Loreto, Iquitos, y enlace virtual';

const REGLAMENTO = {
  quorum: { total: 3, nacional: 1, regional: 1, local: 1 },
  rondas: 2,
  diasDeRonda: 10,
  periodicidad: 90,
  diasDeConvocatoria: 7,
  canales: ['presencial', 'virtual', 'mixta'],
  disposiciones: ['Quien objeta dice qué texto atendería su objeción.', 'Los documentos de la agenda se alcanzan con la convocatoria.'],
};

/** Solid waste in Loreto: a modelo before its CIG, where the regional government keeps an objection. */
export async function contarAmbiente(g: Guion): Promise<void> {
  await planificar(g);
  await integrar(g);
  await disenar(g);
  await debatir(g);
}

async function planificar(g: Guion): Promise<void> {
  await g.hacer(
    SECTOR,
    'ConformarCig',
    CIG,
    {
      sector: 'minam',
      nombre: 'Comisión Intergubernamental del Ambiente',
      norma: 'Resolución Ministerial de conformación (demostración)',
      miembros: [
        asiento(SECTOR),
        asiento('gr-16/gobernador'),
        asiento('mp-1601/alcalde_provincial'),
        asiento('angr/representante_asociacion', { representa: 'regional' }),
        asiento('remurpe/representante_asociacion', { representa: 'local' }),
        asiento('pcm-sd/secretario_sd', { calidad: 'observador' }),
      ],
    },
    { el: g.hace(290) },
  );
  await g.hacer('mp-1602/alcalde_provincial', 'AcreditarMiembro', CIG, asiento('mp-1602/alcalde_provincial'), { el: g.hace(285) });
  await g.hacer(SECTOR, 'IdentificarServicio', SERVICIO, SERVICIO_RESIDUOS, { el: g.hace(280) });
  await g.hacer(SECTOR, 'EvaluarElegibilidad', SERVICIO, ELEGIBILIDAD_RESIDUOS, { el: g.hace(270) });
  const anio = g.hace(262).slice(0, 4);
  await g.hacer(
    SECTOR,
    'ProponerPlan',
    PLAN,
    { cig: CIG, nombre: `Plan de Trabajo Institucional ${anio} del sector Ambiente`, periodo: anio },
    { el: g.hace(262) },
  );
  await g.hacer(SECTOR, 'PresentarDiagnostico', PLAN, DIAGNOSTICO_PTI_AMBIENTE, { el: g.hace(255) });
  await g.hacer(SECTOR, 'IncluirServicio', PLAN, { servicio: SERVICIO, ...LINEA_RESIDUOS }, { el: g.hace(250) });
  await g.hacer(SECTOR, 'ConvocarInformes', PLAN, { vence: g.hace(216) }, { el: g.hace(248) });
  const acuerdoFecha = g.hace(228);
  await g.hacer(
    'gr-16/gerente_regional',
    'PresentarInforme',
    PLAN,
    {
      entidad: 'gr-16',
      resumen: 'El sistema regional de gestión ambiental no recibe reportes de seis provincias.',
      propuestas: 'Dos rellenos compartidos por cuenca y un fondo regional de operación.',
      acuerdoNumero: `044-${acuerdoFecha.slice(0, 4)}-GRL/CR`,
      acuerdoFecha,
    },
    { el: g.hace(224) },
  );
  await g.hacer(
    'mp-1601/gerente_municipal',
    'PresentarInforme',
    PLAN,
    {
      entidad: 'mp-1601',
      resumen: 'Maynas genera la mitad de los residuos del departamento y su botadero está al límite.',
      propuestas: 'Ampliar la ruta fluvial y cerrar el botadero por etapas.',
      acuerdoNumero: `052-${acuerdoFecha.slice(0, 4)}-MPM/CM`,
      acuerdoFecha,
    },
    { el: g.hace(222) },
  );
  const responder = (entidad: string, motivo: string) =>
    g.hacer(SECTOR, 'ResponderInforme', PLAN, { entidad, resultado: 'parcial', motivo }, { el: g.hace(210) });
  await responder('gr-16', 'El enfoque por cuencas se incorpora; el fondo regional se verá en la estrategia de implementación.');
  await responder('mp-1601', 'La ruta fluvial se incorpora; el cierre del botadero depende de la infraestructura compartida.');
  await g.hacer(SECTOR, 'ElevarPlan', PLAN, {}, { el: g.hace(205) });
}

async function integrar(g: Guion): Promise<void> {
  await g.hacer(SECTOR, 'ProponerEtti', ETTI, { cig: CIG, sector: 'minam', territorio: '16', servicios: [SERVICIO], plan: PLAN }, { el: g.hace(204) });
  await g.hacer(SECTOR, 'ProponerReglamento', CIG, REGLAMENTO, { el: g.hace(203) });
  await g.celebrar({
    id: idDemo('sesion/ambiente-1'),
    cig: CIG,
    convocada: g.hace(202),
    fecha: g.hace(190),
    lugar: LUGAR,
    conduce: SECTOR,
    presentes: PRESENTES,
    asuntos: [
      {
        tipo: 'AprobarPlan',
        titulo: 'Aprobar el plan del sector Ambiente',
        objeto: PLAN,
        posiciones: [
          ...todos('acuerdo', SECTOR, 'gr-16/gobernador', 'mp-1601/alcalde_provincial'),
          ['remurpe/representante_asociacion', 'acuerdo_con_reserva', 'Debe preverse asistencia técnica para municipalidades sin oficina ambiental.'],
        ],
        acuerdo: {},
      },
      {
        tipo: 'ReconocerEtti',
        titulo: 'Reconocer el ETTI de Loreto',
        objeto: ETTI,
        posiciones: todos('acuerdo', ...PRESENTES),
        acuerdo: { fechaSeleccion: g.hace(170) },
      },
      {
        tipo: 'AdoptarReglamento',
        titulo: 'Adoptar el reglamento de la comisión',
        objeto: CIG,
        posiciones: todos('acuerdo', ...PRESENTES),
        acuerdo: { propuesta: 1 },
      },
    ],
  });
  const designar = (a: string, entidad: string, cargo: string, unidad?: string) =>
    g.hacer(a === 'iv' ? 'gr-16/gobernador' : SECTOR, 'DesignarMiembro', ETTI, { asiento: a, entidad, cargo, unidad }, { el: g.hace(184) });
  await designar('i', 'minam', 'funcionario_sector', 'Dirección General de Gestión de Residuos Sólidos');
  await designar('ii', 'minam', 'ogpp');
  await designar('iii', 'minam', 'organo_descentralizacion');
  await designar('iv', 'gr-16', 'gerente_regional', 'Gerencia Regional del Ambiente');
  await g.hacer(PRESIDENCIA, 'InstalarEtti', ETTI, {}, { el: g.hace(175) });
  await g.hacer(PRESIDENCIA, 'SeleccionarGerentesPorPresidencia', ETTI, { gerentes: [{ entidad: 'mp-1601' }, { entidad: 'mp-1602' }] }, { el: g.hace(160) });
  const conformidades = [
    ...['i', 'ii', 'iii'].map((a) => ({ asiento: a, entidad: 'minam', posicion: 'conforme' })),
    { asiento: 'iv', entidad: 'gr-16', posicion: 'conforme' },
    { asiento: 'v', entidad: 'mp-1601', posicion: 'conforme' },
    { asiento: 'v', entidad: 'mp-1602', posicion: 'ausente', motivo: 'Sin conexión el día de la reunión.' },
  ];
  await g.hacer(PRESIDENCIA, 'AdoptarProtocolo', ETTI, { ...PROTOCOLO_AMBIENTE, conformidades }, { el: g.hace(154) });
}

async function disenar(g: Guion): Promise<void> {
  const refs = { servicio: SERVICIO, territorio: '16', plan: PLAN, etti: ETTI, transferencia: 'en_proceso', notaTransferencia: 'Acreditación en trámite.' };
  await g.hacer(PRESIDENCIA, 'AbrirDiagnostico', MODELO, refs, { el: g.hace(148) });
  for (const datos of INDICADORES_RESIDUOS) await g.hacer('gr-16/gerente_regional', 'ProponerIndicador', MODELO, datos, { el: g.hace(147) });
  await g.hacer(
    'mp-1602/gerente_municipal',
    'PresentarInforme',
    PLAN,
    {
      entidad: 'mp-1602',
      resumen: 'Alto Amazonas no tiene relleno sanitario y usa un botadero en zona inundable.',
      propuestas: 'Estación de transferencia en Yurimaguas.',
      acuerdoNumero: `021-${g.hace(140).slice(0, 4)}-MPAA/CM`,
      acuerdoFecha: g.hace(140),
    },
    { el: g.hace(138) },
  );
  const pedido = {
    entidad: 'mp-1602',
    informacion: 'Toneladas recogidas por mes en Yurimaguas.',
    lineaBase: 'Residuos dispuestos en relleno sanitario',
    plazo: g.en(8),
  };
  await g.hacer(PRESIDENCIA, 'PedirInformacion', MODELO, pedido, { el: g.hace(24) });
  for (const [i, [acto, quien, contenido]] of SECCIONES_RESIDUOS.entries()) await g.hacer(quien, acto, MODELO, contenido, { el: g.hace(128 - 8 * i) });
  await g.hacer(
    PRESIDENCIA,
    'AcordarIndicador',
    MODELO,
    {
      numero: 1,
      organo: 'etti',
      acta: 'Acta de la reunión 4 del ETTI',
      niveles: ['nacional', 'regional', 'local'],
      entidad: 'mp-1601',
      compromiso: 'Pesa y reporta cada mes.',
    },
    { el: g.hace(84) },
  );
  await g.hacer(
    'mp-1601/gerente_municipal',
    'RegistrarLineaBase',
    MODELO,
    { numero: 1, valor: 12.3, fecha: g.hace(90), fuente: 'Dato referencial de la demostración' },
    { el: g.hace(82) },
  );
  await g.hacer(PRESIDENCIA, 'FormularModelo', MODELO, {}, { el: g.hace(70) });
  const actaEtti = await g.documento(PRESIDENCIA, 'Acta del ETTI Loreto que acuerda elevar el modelo de residuos sólidos', [
    'Se acuerda elevar el modelo a la CIG.',
  ]);
  await g.hacer(PRESIDENCIA, 'ElevarModelo', MODELO, { actaEtti }, { el: g.hace(62) });
}

/** The session stays open: while the objection stands the modelo is not approved (6.6). */
async function debatir(g: Guion): Promise<void> {
  await g.celebrar({
    id: idDemo('sesion/ambiente-2'),
    cig: CIG,
    convocada: g.hace(22),
    fecha: g.hace(6),
    lugar: LUGAR,
    conduce: SECTOR,
    presentes: PRESENTES,
    asuntos: [
      {
        tipo: 'AprobarModelo',
        titulo: 'Aprobar el Modelo Específico de residuos sólidos en Loreto',
        objeto: MODELO,
        propuesta: 'Se aprueba el Modelo Específico de manejo de residuos sólidos en el departamento de Loreto, según el paquete elevado por el ETTI.',
        minutos: 60,
        enDebate: true,
        posiciones: [
          ...todos('acuerdo', SECTOR, 'mp-1601/alcalde_provincial', 'remurpe/representante_asociacion'),
          [
            'gr-16/gobernador',
            'objecion',
            'El modelo carga la operación del relleno compartido a las provincias sin decir cómo se financia. Se retiraría con un fondo de operación en la estrategia.',
          ],
        ],
      },
      {
        tipo: 'RegistrarAcuerdo',
        titulo: 'Asistencia técnica a las municipalidades sin oficina ambiental',
        objeto: CIG,
        propuesta: 'El Ministerio del Ambiente brinda asistencia técnica a las municipalidades que la soliciten.',
        minutos: 20,
        responsable: 'minam',
        cargo: 'funcionario_sector',
        cumplimiento: 'Cada municipalidad del plan recibió al menos dos visitas.',
        vence: g.en(90),
        posiciones: [
          ...todos('acuerdo', SECTOR, 'gr-16/gobernador', 'mp-1601/alcalde_provincial'),
          [
            'remurpe/representante_asociacion',
            'objecion',
            'Las municipalidades más pequeñas no tienen quién la solicite. Se retiraría si el ministerio la ofrece.',
          ],
        ],
        concertacion: {
          propone: 'remurpe/representante_asociacion',
          debeDecir:
            'El Ministerio del Ambiente ofrece y brinda asistencia técnica a todas las municipalidades del plan, empezando por las que no tienen oficina ambiental.',
          motivo: 'Atiende a las municipalidades que no pueden solicitarla.',
          razon: 'La enmienda incorporada la atiende.',
          despues: todos('acuerdo', ...PRESENTES),
        },
        acuerdo: {
          titulo: 'Asistencia técnica a las municipalidades sin oficina ambiental',
          texto:
            'El Ministerio del Ambiente ofrece y brinda asistencia técnica a todas las municipalidades del plan, empezando por las que no tienen oficina ambiental.',
        },
      },
    ],
  });
}
