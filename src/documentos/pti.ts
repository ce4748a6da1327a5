import { involucrados } from '../modules/plan/plan.reglas.ts';
import type { Linea, Plan } from '../modules/plan/plan.ts';
import { ausentes } from '../modules/plan/plan.ts';
import { type Bloque, n, parrafo, subtitulo, titulo } from '../platform/pdf/documento.ts';
import { enumerar, fechaLarga, type Legajo, lineasDeFirma, nombreDeEntidad, parrafos, type TipoDeDocumento, territorioDe } from './legajo.ts';

const NIVEL = {
  nacional: 'Gobierno Nacional',
  regional: 'Gobierno Regional',
  provincial: 'Gobierno Local provincial',
  distrital: 'Gobierno Local distrital',
} as const;
const RESPUESTA = { incorporado: 'Incorporado', parcial: 'Incorporado en parte', no_incorporado: 'No incorporado' } as const;

function presentacion(l: Legajo<Plan>): Bloque[] {
  const p = l.estado;
  const comision = l.otros.get(p.cig)?.titulo ?? 'Comisión Intergubernamental';
  return [
    titulo('1.', 'Presentación'),
    parrafo(
      `El presente Plan de Trabajo Institucional, a propuesta ${p.situacion === 'aprobado' ? 'del sector y aprobado por' : 'del sector para su aprobación por'} la ${comision}, establece la identificación y priorización de los servicios públicos en cada territorio específico y las políticas que inciden en ellos, de conformidad con los numerales 8.4, 8.6, 8.7 y 8.8 de la Directiva N° 001-2016-PCM/SD. Comprende a los tres niveles de gobierno.`,
    ),
    {
      clase: 'ficha',
      titulo: 'Datos del plan',
      datos: [
        ['Sector', nombreDeEntidad(l, p.sector)],
        ['Comisión', comision],
        ['Periodo', p.periodo],
        [
          'Situación',
          { borrador: 'En formulación', elevado: 'Elevado a la Comisión', observado: 'Observado por la Comisión', aprobado: 'Aprobado por la Comisión' }[
            p.situacion
          ] ?? p.situacion,
        ],
        ['Aprobación', p.aprobacion ? `${p.aprobacion.nombreSesion}, ${fechaLarga(p.aprobacion.el)}` : ''],
        ['Niveles sin posición', p.aprobacion ? enumerar(p.aprobacion.nivelesAusentes) : ''],
      ],
    },
  ];
}

function diagnostico(p: Plan): Bloque[] {
  const d = p.diagnostico;
  if (!d)
    return [
      titulo('2.', 'Diagnóstico'),
      parrafo('El sector aún no presenta el diagnóstico efectuado para tal fin (numeral 8.7), sin el cual la Comisión no puede aprobar el plan.'),
    ];
  return [
    titulo('2.', 'Diagnóstico'),
    ...parrafos(d.texto),
    parrafo(n('Fuentes: '), d.fuentes || 'no se indican.'),
    subtitulo('Políticas nacionales y sectoriales que inciden', '2.1.'),
    ...parrafos(d.politicas),
    subtitulo('Problemática en relación con otros servicios y otros niveles de gobierno', '2.2.'),
    ...parrafos(d.problematica),
    subtitulo('Práctica actual de gestión descentralizada', '2.3.'),
    ...parrafos(d.practica, 'No aplica.'),
  ];
}

function linea(l: Legajo<Plan>, x: Linea, i: number): Bloque[] {
  const { metas, acuerdoNacional, planEstrategico } = x.alineamiento;
  return [
    subtitulo(`${x.nombreServicio}: ${territorioDe(l, x.territorio)}`, `3.${i + 1}.`),
    parrafo(n('Criterios de priorización: '), x.criterios),
    {
      clase: 'ficha',
      titulo: 'Contribución (numeral 8.4)',
      datos: [
        ['Metas nacionales y sectoriales', metas || 'No se indica.'],
        ['Políticas del Acuerdo Nacional', acuerdoNacional || 'No se indica.'],
        ['Plan Estratégico de Desarrollo Nacional', planEstrategico || 'No se indica.'],
      ],
    },
    x.roles.length > 0
      ? {
          clase: 'tabla',
          titulo: 'Roles por nivel de gobierno',
          columnas: [
            { titulo: 'Nivel', ancho: 24 },
            { titulo: 'Rol', ancho: 54 },
            { titulo: 'Competencia', ancho: 22 },
          ],
          filas: x.roles.map((r) => [NIVEL[r.nivel] ?? r.nivel, r.rol, r.competencia || 'No se cita']),
        }
      : parrafo('No se precisan los roles por nivel de gobierno (numeral 8.7).'),
    ...(x.sinSustento.length > 0 ? [parrafo(n('Sin sustento de elegibilidad: '), `${enumerar(x.sinSustento)}.`)] : []),
  ];
}

function servicios(l: Legajo<Plan>): Bloque[] {
  const ordenadas = [...l.estado.lineas].sort((a, b) => a.prioridad - b.prioridad || a.n - b.n);
  if (ordenadas.length === 0) return [titulo('3.', 'Servicios priorizados por territorio'), parrafo('El plan aún no identifica ni prioriza servicios.')];
  return [
    titulo('3.', 'Servicios priorizados por territorio'),
    {
      clase: 'tabla',
      titulo: '',
      columnas: [
        { titulo: 'Prioridad', ancho: 14, alinear: 'centro' },
        { titulo: 'Servicio público', ancho: 50 },
        { titulo: 'Territorio', ancho: 36 },
      ],
      filas: ordenadas.map((x) => [String(x.prioridad), x.nombreServicio, territorioDe(l, x.territorio)]),
    },
    ...ordenadas.flatMap((x, i) => linea(l, x, i)),
  ];
}

function informes(l: Legajo<Plan>): Bloque[] {
  const p = l.estado;
  const faltan = p.aprobacion?.ausentes ?? ausentes(p, involucrados(p.lineas, l.catalogo));
  const recibidos = p.informes.map((i) => [
    nombreDeEntidad(l, i.entidad),
    i.nivel === 'regional' ? 'Regional (8.8.2)' : 'Provincial (8.8.1)',
    i.acuerdo ? `${i.acuerdo.numero}, ${fechaLarga(i.acuerdo.fecha)}` : 'Sin acuerdo: se recibe como aporte',
    i.respuesta
      ? `${RESPUESTA[i.respuesta.resultado] ?? i.respuesta.resultado}. ${i.respuesta.motivo}`
      : i.tardio
        ? 'Recibido después de la aprobación'
        : 'Por responder',
  ]);
  return [
    titulo('4.', 'Diagnósticos y propuestas de los Gobiernos Regionales y Locales'),
    parrafo(
      p.convocatoria
        ? `Los informes institucionales se convocaron el ${fechaLarga(p.convocatoria.el)}, para ser recibidos hasta el ${fechaLarga(p.convocatoria.vence)}, de ${p.convocatoria.convocados.length} gobiernos involucrados.`
        : 'No se convocaron informes institucionales.',
    ),
    recibidos.length > 0
      ? {
          clase: 'tabla',
          titulo: 'Informes recibidos y cómo se integraron',
          columnas: [
            { titulo: 'Gobierno', ancho: 27 },
            { titulo: 'Informe', ancho: 18 },
            { titulo: 'Acuerdo', ancho: 24 },
            { titulo: 'Integración', ancho: 31 },
          ],
          filas: recibidos,
          encabezadoDeFila: true,
        }
      : parrafo('No se recibió ningún informe.'),
    ...(faltan.length > 0
      ? [
          subtitulo('Informes ausentes', '4.1.'),
          parrafo(
            `No se recibieron con su acuerdo los informes de ${faltan.length === 1 ? 'un gobierno' : `${faltan.length} gobiernos`}. Conforme al numeral 8.8, la ausencia de los informes no impide la continuación del proceso.`,
          ),
          {
            clase: 'lista',
            numeracion: 'guion',
            puntos: faltan.map((a) => `${nombreDeEntidad(l, a.entidad)} (Informe Institucional ${a.nivel === 'regional' ? 'Regional' : 'Provincial'}).`),
          } as const,
        ]
      : []),
  ];
}

function aprobacion(p: Plan): Bloque[] {
  if (!p.aprobacion) return [];
  return [
    titulo('5.', 'Aprobación'),
    parrafo(
      `La Comisión Intergubernamental aprobó el presente plan por consenso en su ${p.aprobacion.nombreSesion}, el ${fechaLarga(p.aprobacion.el)} (numerales 6.6 y 8.6). Huella del texto aprobado: ${p.aprobacion.huella}.`,
    ),
    ...(p.aprobacion.enmiendas
      ? [parrafo(n('Enmiendas acordadas en la sesión, que forman parte del texto aprobado: ')), ...parrafos(p.aprobacion.enmiendas)]
      : []),
  ];
}

const firmantes: TipoDeDocumento<Plan>['firmantes'] = (l) => [
  { cargo: 'ogpp', entidad: l.estado.sector, papel: 'visto_bueno' },
  { cargo: 'organo_descentralizacion', entidad: l.estado.sector, papel: 'suscribe' },
];

/** 8.6–8.8: the sector proposes, the CIG approves; the absences are printed. */
export const pti: TipoDeDocumento<Plan> = {
  clave: 'pti',
  nombre: 'Plan de Trabajo Institucional',
  expediente: 'plan',
  numerales: ['8.6', '8.7', '8.8'],
  falta: () => undefined,
  titulo: (l) =>
    `Plan de Trabajo Institucional: ${l.estado.nombre}`.replace(
      /^Plan de Trabajo Institucional: Plan de Trabajo Institucional/,
      'Plan de Trabajo Institucional',
    ),
  entidad: (l) => l.estado.sector,
  fecha: (l) => l.estado.aprobacion?.el ?? l.estado.elevacion?.el ?? l.estado.desde,
  proyecto: (l) => l.estado.situacion !== 'aprobado',
  publico: (l) => l.estado.situacion === 'aprobado',
  firmantes,
  bloques: (l) => [
    ...presentacion(l),
    ...diagnostico(l.estado),
    ...servicios(l),
    ...informes(l),
    ...aprobacion(l.estado),
    ...lineasDeFirma(l, firmantes(l, '')),
  ],
};
