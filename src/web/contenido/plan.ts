import { dmy } from '../../kernel/calendario.ts';
import { RESPUESTAS } from '../../modules/plan/plan.etiquetas.ts';
import { ausentes, type Informe, type Plan } from '../../modules/plan/plan.ts';
import { nombreDeValor } from '../etiquetas.ts';
import type { Nombres } from './nombres.ts';
import { chip, datos, grupo, lista, type Seccion, tabla, texto, type Vista } from './vista.ts';

function linea(l: Plan['lineas'][number], n: Nombres): Vista[] {
  const alineado = [l.alineamiento.metas, l.alineamiento.acuerdoNacional, l.alineamiento.planEstrategico].filter(Boolean).length;
  return [
    texto(String(l.n)),
    n.expediente(l.servicio, l.nombreServicio),
    texto(n.territorio(l.territorio)),
    texto(String(l.prioridad)),
    alineado === 3 ? chip('3 de 3', 'verde') : chip(`${alineado} de 3`, 'ambar', 'Falta alineamiento (8.4)'),
  ];
}

/** Why the line is in the plan: criteria, alignment (8.4) and roles by level (8.7). */
function sustento(l: Plan['lineas'][number], n: Nombres): Vista {
  return {
    clase: 'plegado',
    titulo: `Sustento de la línea ${l.n}: ${l.nombreServicio}, ${n.territorio(l.territorio)}`,
    valor: datos([
      ['Criterios de priorización', texto(l.criterios, true)],
      ['Metas nacionales y sectoriales', l.alineamiento.metas],
      ['Acuerdo Nacional', l.alineamiento.acuerdoNacional],
      ['Plan Estratégico de Desarrollo Nacional', l.alineamiento.planEstrategico],
      [
        'Roles por nivel de gobierno',
        l.roles.length > 0 ? lista(l.roles.map((r) => `${nombreDeValor(r.nivel)}: ${r.rol}${r.competencia ? ` (${r.competencia})` : ''}`)) : undefined,
      ],
    ]),
  };
}

function informes(p: Plan, n: Nombres): Vista {
  const faltan = ausentes(p, []);
  const total = p.convocatoria?.convocados.length ?? 0;
  const fila = (i: Informe): Vista[] => [
    texto(n.entidad(i.entidad)),
    i.acuerdo ? chip('Recibido', 'verde', `Acuerdo ${i.acuerdo.numero}, ${dmy(i.acuerdo.fecha)}`) : chip('Recibido como aporte', 'azul', 'Sin acuerdo (8.8)'),
    texto(`${dmy(i.el)}${i.tardio ? ', después de la aprobación' : ''}`),
    i.respuesta ? texto(`${RESPUESTAS[i.respuesta.resultado]}. ${i.respuesta.motivo}`, true) : texto('Por responder'),
  ];
  return grupo([
    ...(p.convocatoria
      ? [
          [
            undefined,
            {
              clase: 'avance',
              hechos: total - faltan.length,
              total,
              nombre: `informes recibidos; se esperaban hasta el ${dmy(p.convocatoria.vence)}`,
            } as Vista,
          ] as const,
        ]
      : []),
    ...(p.informes.length > 0
      ? [['Recibidos', tabla('Informes recibidos', ['Gobierno', 'Situación', 'Fecha', 'Respuesta del sector'], p.informes.map(fila))] as const]
      : []),
    ...(faltan.length > 0
      ? [
          [
            `Ausentes: ${faltan.length}`,
            grupo([
              [undefined, texto('La ausencia queda anotada y no impide aprobar el plan (8.8).')],
              [undefined, { clase: 'plegado', titulo: 'Ver los gobiernos que no enviaron informe', valor: lista(faltan.map((f) => n.entidad(f.entidad))) }],
            ]),
          ] as const,
        ]
      : []),
  ]);
}

export function seccionesDePlan(p: Plan, n: Nombres): Seccion[] {
  const d = p.diagnostico;
  return [
    {
      id: 'lineas',
      titulo: 'Servicios priorizados por territorio',
      numeral: '8.7',
      acto: 'IncluirServicio',
      vista:
        p.lineas.length > 0
          ? grupo([
              [
                undefined,
                tabla(
                  'Líneas del plan',
                  [{ titulo: 'N.º', num: true }, 'Servicio', 'Territorio', { titulo: 'Prioridad', num: true }, 'Alineamiento'],
                  p.lineas.map((l) => linea(l, n)),
                ),
              ],
              ...p.lineas.map((l) => [undefined, sustento(l, n)] as const),
            ])
          : texto('El plan aún no prioriza ningún servicio en un territorio.'),
    },
    {
      id: 'informes',
      titulo: 'Informes Institucionales',
      numeral: '8.8',
      vista: p.convocatoria || p.informes.length > 0 ? informes(p, n) : texto('Aún no se convocaron los informes de los gobiernos involucrados.'),
    },
    {
      id: 'diagnostico',
      titulo: 'Diagnóstico',
      numeral: '8.7',
      acto: 'PresentarDiagnostico',
      vista: d
        ? datos([
            ['Diagnóstico', texto(d.texto, true)],
            ['Fuentes de información', d.fuentes],
            ['Práctica actual de gestión descentralizada', d.practica],
            ['Problemática con otros servicios y niveles', texto(d.problematica, true)],
            ['Políticas nacionales y sectoriales', texto(d.politicas, true)],
          ])
        : texto('Sin diagnóstico: la CIG no podrá aprobar el plan.'),
    },
    ...(p.aprobacion
      ? [
          {
            id: 'aprobacion',
            titulo: 'Aprobación',
            numeral: '8.6',
            vista: datos([
              ['Sesión', n.expediente(p.aprobacion.sesion, p.aprobacion.nombreSesion)],
              ['Fecha', dmy(p.aprobacion.el)],
              ['Enmiendas hechas en la sesión', p.aprobacion.enmiendas],
              ['Niveles sin posición', p.aprobacion.nivelesAusentes.map((x) => nombreDeValor(x)).join(', ')],
            ]),
          },
        ]
      : []),
    ...(p.observaciones.length > 0
      ? [{ id: 'observaciones', titulo: 'Observaciones de la CIG', numeral: '8.6', vista: lista(p.observaciones.map((o) => `${dmy(o.el)}: ${o.texto}`)) }]
      : []),
  ];
}
