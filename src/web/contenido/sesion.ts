import { POSTURAS } from '../../directiva/consenso.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { Cig, Miembro } from '../../modules/cig/cig.ts';
import { ASUNTO, RESULTADOS } from '../../modules/sesion/sesion.etiquetas.ts';
import type { Asunto, Sesion } from '../../modules/sesion/sesion.ts';
import { nombreDeValor, type Tono } from '../etiquetas.ts';
import { NIVEL } from './cig.ts';
import type { Nombres } from './nombres.ts';
import { chip, datos, grupo, lista, type Seccion, tabla, texto, type Vista } from './vista.ts';

const NIVELES = ['nacional', 'regional', 'local'] as const;

/** Members of the commission on the day of the session. */
function integrantes(s: Sesion, cig: Cig | undefined): Miembro[] {
  return (cig?.miembros ?? []).filter((m) => m.desde <= s.fecha && (m.hasta === undefined || m.hasta > s.fecha));
}

function asistencia(s: Sesion, miembros: readonly Miembro[], n: Nombres): Vista {
  return grupo(
    NIVELES.map((nivel) => {
      const propios = miembros.filter((m) => m.nivel === nivel);
      return [
        NIVEL[nivel],
        propios.length === 0
          ? chip('Sin miembro acreditado', 'ambar')
          : tabla(
              `Asistencia de ${NIVEL[nivel]}`,
              ['Miembro', 'Asistencia'],
              propios.map((m) => {
                const a = s.asistencia[m.id];
                return [
                  n.oficina(m.entidad, m.cargo),
                  a ? chip(nombreDeValor(a.modo), 'verde') : chip(s.situacion === 'convocado' ? 'Por registrar' : 'Sin registro', 'gris'),
                ];
              }),
            ),
      ];
    }),
  );
}

const TONO: Readonly<Record<keyof typeof POSTURAS, Tono>> = { acuerdo: 'verde', acuerdo_con_reserva: 'azul', se_aparta: 'gris', objecion: 'ambar' };

/** Positions by level. There is no count of votes: the CIG acts by consensus (6.6). */
function posiciones(a: Asunto, miembros: readonly Miembro[], n: Nombres): Vista {
  const conDerecho = miembros.filter((m) => m.calidad === 'miembro');
  return grupo([
    ...NIVELES.map((nivel) => {
      const propios = conDerecho.filter((m) => m.nivel === nivel);
      const filas = propios.map((m) => {
        const p = a.posiciones[m.id];
        return [
          n.oficina(m.entidad, m.cargo),
          p ? chip(POSTURAS[p.postura], TONO[p.postura]) : chip('Sin posición', 'gris'),
          texto(p ? [p.motivo, `${dmy(p.el)}${p.registradaPor ? ' · registrada por otra oficina de la entidad' : ''}`].filter(Boolean).join('\n') : '', true),
        ];
      });
      return [
        NIVEL[nivel],
        filas.length > 0 ? tabla(`Posiciones de ${NIVEL[nivel]}`, ['Miembro', 'Posición', 'Motivo y fecha'], filas) : chip('Sin miembro acreditado', 'ambar'),
      ] as const;
    }),
    ...(a.anteriores.length > 0
      ? [
          [
            'Posiciones anteriores',
            lista(a.anteriores.map((x) => `${dmy(x.posicion.el)}: ${POSTURAS[x.posicion.postura]}${x.posicion.motivo ? `, «${x.posicion.motivo}»` : ''}`)),
          ] as const,
        ]
      : []),
    ...(a.comentarios.length > 0
      ? [['Comentarios', lista(a.comentarios.map((c) => `${dmy(c.el)} · ${n.oficina(c.entidad, c.cargo)}: ${c.texto}`))] as const]
      : []),
  ]);
}

function asunto(a: Asunto, miembros: readonly Miembro[], n: Nombres): Vista {
  const tono: Tono = a.situacion === 'acordado' ? 'verde' : a.situacion === 'por_tratar' ? 'azul' : 'ambar';
  return grupo([
    [
      undefined,
      datos([
        ['Situación', chip(a.acuerdo ? `${ASUNTO[a.situacion]} · ${RESULTADOS[a.acuerdo.resultado]}` : ASUNTO[a.situacion], tono)],
        ['Expediente', n.expediente(a.objeto)],
        ['Fecha del acuerdo', a.acuerdo ? dmy(a.acuerdo.el) : undefined],
        ['Niveles sin posición', a.acuerdo && a.acuerdo.ausentes.length > 0 ? a.acuerdo.ausentes.map((x) => nombreDeValor(x)).join(', ') : undefined],
      ]),
    ],
    [undefined, { clase: 'plegado', titulo: 'Posiciones por nivel de gobierno', abierto: a.situacion === 'por_tratar', valor: posiciones(a, miembros, n) }],
  ]);
}

export function seccionesDeSesion(s: Sesion, n: Nombres): Seccion[] {
  const miembros = integrantes(s, n.relacionado('cig')?.estado as Cig | undefined);
  return [
    {
      id: 'convocatoria',
      titulo: 'Convocatoria',
      numeral: '7.3.1.a',
      vista: datos([
        ['Comisión', n.expediente(s.cig, s.nombreCig)],
        ['Fecha y hora', `${dmy(s.fecha)}, ${s.hora}`],
        ['Modalidad', nombreDeValor(s.modalidad)],
        ['Lugar o enlace', s.lugar],
      ]),
    },
    {
      id: 'agenda',
      titulo: 'Agenda',
      numeral: '6.6',
      acto: 'IncluirAsunto',
      vista: s.asuntos.length > 0 ? grupo(s.asuntos.map((a) => [`${a.n}. ${a.titulo}`, asunto(a, miembros, n)])) : texto('La agenda aún no tiene asuntos.'),
    },
    { id: 'asistencia', titulo: 'Asistencia por nivel de gobierno', numeral: '6.6', acto: 'RegistrarAsistencia', vista: asistencia(s, miembros, n) },
  ];
}
