import type { Informe, Plan } from '../modules/plan/plan.ts';
import { type Bloque, n, parrafo, titulo } from '../platform/pdf/documento.ts';
import { conDe, deTerritorio, fechaLarga, type Legajo, lineasDeFirma, nombreDeEntidad, parrafos, type TipoDeDocumento, territorioDe } from './legajo.ts';

const informeDe = (l: Legajo<Plan>, v: string): Informe | undefined => l.estado.informes.find((i) => i.entidad === v);

/** Governments convened, and those that reported without being convened (R18). */
const variantes: NonNullable<TipoDeDocumento<Plan>['variantes']> = (l) =>
  [...new Set([...(l.estado.convocatoria?.convocados ?? []).map((c) => c.entidad), ...l.estado.informes.map((i) => i.entidad)])].map((e) => ({
    clave: e,
    nombre: nombreDeEntidad(l, e),
  }));

const nivelDe = (l: Legajo<Plan>, v: string): Informe['nivel'] =>
  informeDe(l, v)?.nivel ?? l.estado.convocatoria?.convocados.find((c) => c.entidad === v)?.nivel ?? (v.startsWith('gr-') ? 'regional' : 'provincial');

const FORMA = {
  provincial: {
    informe: 'Informe Institucional Provincial',
    numeral: '8.8.1',
    recoge: 'Alcaldes Distritales de la provincia',
    acuerdo: 'Acuerdo de Concejo Municipal Provincial',
    organo: 'Concejo Municipal Provincial',
    colegiado: 'concejo_provincial',
    titular: 'alcalde_provincial',
    tecnico: 'gerente_municipal',
    ley: 'el artículo 9 de la Ley N° 27972, Ley Orgánica de Municipalidades, establece las atribuciones del Concejo Municipal; y el artículo 41 de la misma ley señala que los acuerdos son decisiones que toma el Concejo referidas a asuntos específicos de interés público, vecinal o institucional;',
  },
  regional: {
    informe: 'Informe Institucional Regional',
    numeral: '8.8.2',
    recoge: 'Alcaldes Provinciales del departamento',
    acuerdo: 'Acuerdo de Consejo Regional',
    organo: 'Consejo Regional',
    colegiado: 'consejo_regional',
    titular: 'gobernador',
    tecnico: 'gerente_regional',
    ley: 'el artículo 39 de la Ley N° 27867, Ley Orgánica de Gobiernos Regionales, señala que los Acuerdos del Consejo Regional expresan la decisión de este órgano sobre asuntos internos del Consejo Regional, de interés público, ciudadano o institucional;',
  },
} as const;

const formaDe = (l: Legajo<Plan>, v: string) => FORMA[nivelDe(l, v)];

function falta(l: Legajo<Plan>, v: string) {
  const f = formaDe(l, v);
  return informeDe(l, v)
    ? undefined
    : {
        numeral: f.numeral,
        motivo: `${nombreDeEntidad(l, v)} aún no presenta su informe. Su ausencia no impide que el plan continúe (8.8).`,
        remedio: 'Se genera cuando el gobierno presente su diagnóstico y propuestas.',
      };
}

const territorio = (l: Legajo<Plan>, v: string): string => {
  const t = l.catalogo.entidad(v)?.territorio;
  return t ? territorioDe(l, t) : '';
};

const firmasDelInforme: TipoDeDocumento<Plan>['firmantes'] = (l, v) => [
  { cargo: formaDe(l, v).tecnico, entidad: v, papel: 'visto_bueno' },
  { cargo: formaDe(l, v).titular, entidad: v, papel: 'suscribe' },
];

function cuerpo(l: Legajo<Plan>, v: string): Bloque[] {
  const i = informeDe(l, v) as Informe;
  const f = formaDe(l, v);
  return [
    titulo('1.', 'Objeto'),
    parrafo(
      `El presente ${f.informe} condensa los insumos y propuestas de los ${f.recoge} para el ${l.estado.nombre} del ${nombreDeEntidad(l, l.estado.sector)}, periodo ${l.estado.periodo}, conforme al numeral ${f.numeral} de la Directiva N° 001-2016-PCM/SD.`,
    ),
    {
      clase: 'ficha',
      titulo: 'Datos del informe',
      datos: [
        ['Gobierno que informa', nombreDeEntidad(l, v)],
        ['Territorio', territorio(l, v)],
        ['Presentado', fechaLarga(i.el)],
        [
          f.acuerdo,
          i.acuerdo ? `${i.acuerdo.numero}, de fecha ${fechaLarga(i.acuerdo.fecha)}` : 'Pendiente. Sin acuerdo se recibe como aporte y no como informe.',
        ],
        ['Oportunidad', i.tardio ? 'Recibido después de la aprobación del plan; se remite al ETTI como información.' : ''],
      ],
    },
    titulo('2.', 'Diagnóstico'),
    ...parrafos(i.resumen),
    titulo('3.', 'Propuestas'),
    ...parrafos(i.propuestas),
    titulo('4.', 'Aprobación'),
    parrafo(
      i.acuerdo
        ? `El ${f.organo} aprobó el presente informe mediante ${f.acuerdo} N° ${i.acuerdo.numero.replace(/^N[°º]\s*/, '')}, del ${fechaLarga(i.acuerdo.fecha)}.`
        : `El presente informe se somete a la aprobación del ${f.organo}, mediante ${f.acuerdo}.`,
    ),
    ...(i.respuesta
      ? [
          titulo('5.', 'Respuesta del sector'),
          parrafo(
            `${{ incorporado: 'Incorporado', parcial: 'Incorporado en parte', no_incorporado: 'No incorporado' }[i.respuesta.resultado]}. ${i.respuesta.motivo}`,
          ),
        ]
      : []),
    ...lineasDeFirma(l, firmasDelInforme(l, v)),
  ];
}

/** 8.8.1 and 8.8.2: one per government. */
export const informe: TipoDeDocumento<Plan> = {
  clave: 'informe',
  nombre: 'Informe institucional',
  expediente: 'plan',
  numerales: ['8.8', '8.8.1', '8.8.2'],
  variantes,
  falta,
  titulo: (l, v) => `${formaDe(l, v).informe} ${conDe(nombreDeEntidad(l, v))}`,
  entidad: (_l, v) => v,
  fecha: (l, v) => informeDe(l, v)?.acuerdo?.fecha ?? informeDe(l, v)?.el ?? l.estado.desde,
  proyecto: (l, v) => !informeDe(l, v)?.acuerdo,
  publico: (l, v) => informeDe(l, v)?.acuerdo !== undefined,
  firmantes: firmasDelInforme,
  bloques: cuerpo,
};

const firmasDelAcuerdo: TipoDeDocumento<Plan>['firmantes'] = (l, v) => [
  { cargo: formaDe(l, v).titular, entidad: v, papel: nivelDe(l, v) === 'provincial' ? 'suscribe' : 'visto_bueno' },
  ...(nivelDe(l, v) === 'regional' ? [{ cargo: 'consejo_regional', entidad: v, papel: 'suscribe' as const }] : []),
];

const que = (texto: string): Bloque => ({ clase: 'parrafo', texto: `Que, ${texto}`, sangria: 28 });

function acuerdoDe(l: Legajo<Plan>, v: string): Bloque[] {
  const f = formaDe(l, v);
  const gobierno = nombreDeEntidad(l, v);
  const sector = nombreDeEntidad(l, l.estado.sector);
  const i = informeDe(l, v) as Informe;
  return [
    { clase: 'parrafo', texto: [n(`${f.acuerdo.toLocaleUpperCase('es-PE')} N° ______-${(i.acuerdo?.fecha ?? i.el).slice(0, 4)}`)], alinear: 'centro' },
    parrafo('______________, ____ de ______________ de ______'),
    parrafo(n('VISTO: '), `en sesión de ${f.organo}, el ${f.informe} ${conDe(gobierno)}, formulado para el ${l.estado.nombre} del ${sector}; y,`),
    parrafo(n('CONSIDERANDO:')),
    que(
      'el artículo 188 de la Constitución Política del Perú establece que la descentralización es una forma de organización democrática y constituye una política permanente de Estado, de carácter obligatorio;',
    ),
    que(f.ley),
    que(
      `el numeral ${f.numeral} de la Directiva N° 001-2016-PCM/SD, aprobada por Resolución Ministerial N° 014-2016-PCM, dispone que los insumos y propuestas de los ${f.recoge} se condensan en el ${f.informe}, el que es aprobado por acuerdo del ${f.organo};`,
    ),
    que(
      `el informe visto contiene el diagnóstico y las propuestas ${conDe(gobierno)}${territorio(l, v) ? ` para el ámbito ${deTerritorio(territorio(l, v))}` : ''}, que el sector integrará en su Plan de Trabajo Institucional;`,
    ),
    parrafo(`Estando a lo expuesto, y en uso de las facultades conferidas por la ley, el ${f.organo};`),
    parrafo(n('ACUERDA:')),
    parrafo(n('Artículo Primero.- '), `APROBAR el ${f.informe} ${conDe(gobierno)}, que como anexo forma parte integrante del presente Acuerdo.`),
    parrafo(
      n('Artículo Segundo.- '),
      `REMITIR el presente Acuerdo y su anexo al ${sector}, para su integración en el ${l.estado.nombre}, conforme al numeral 8.8 de la Directiva N° 001-2016-PCM/SD.`,
    ),
    parrafo(n('Artículo Tercero.- '), 'ENCARGAR a la unidad de organización competente la publicación del presente Acuerdo en el portal institucional.'),
    parrafo('Regístrese, comuníquese y cúmplase.'),
    ...lineasDeFirma(l, firmasDelAcuerdo(l, v)),
  ];
}

/** Draft for the council: without the acuerdo the informe counts as input only (A13). */
export const acuerdo: TipoDeDocumento<Plan> = {
  clave: 'acuerdo',
  nombre: 'Proyecto de acuerdo que aprueba el informe',
  expediente: 'plan',
  numerales: ['8.8.1', '8.8.2'],
  // Once the council approved, its own acuerdo is the document.
  variantes: (l) => variantes(l).filter((v) => informeDe(l, v.clave) && !informeDe(l, v.clave)?.acuerdo),
  falta,
  titulo: (l, v) => `${formaDe(l, v).acuerdo} que aprueba el ${formaDe(l, v).informe} ${conDe(nombreDeEntidad(l, v))}`,
  entidad: (_l, v) => v,
  fecha: (l, v) => informeDe(l, v)?.acuerdo?.fecha ?? informeDe(l, v)?.el ?? l.estado.desde,
  proyecto: () => true,
  publico: () => false,
  firmantes: firmasDelAcuerdo,
  bloques: acuerdoDe,
};
