import { nombreDeCargo } from '../../directiva/cargos.ts';
import { SENTIDOS_DE_OPINION } from '../../directiva/opinion.ts';
import { dmy } from '../../kernel/calendario.ts';
import { CLASES, PARTICIPANTES } from '../../modules/espacio/espacio.etiquetas.ts';
import type { Espacio, Reunion } from '../../modules/espacio/espacio.ts';
import type { Nombres } from './nombres.ts';
import { chip, datos, grupo, lista, plegado, type Seccion, tabla, texto, type Vista } from './vista.ts';

const participante = (p: { clase: keyof typeof PARTICIPANTES; institucion?: string }): string =>
  p.institucion ? `${p.institucion}\n${PARTICIPANTES[p.clase]}` : PARTICIPANTES[p.clase];

function reunion(r: Reunion, n: Nombres): Vista {
  const { cierre } = r;
  return grupo([
    [
      undefined,
      datos([
        ['Situación', cierre ? chip('Concluida', 'verde') : chip('Convocada', 'azul', 'La asistencia es libre')],
        ['Lugar', r.lugar],
        ['Temas', r.temas],
        ['Se discute', r.sobre[0] ? n.expediente(r.sobre[0]) : undefined],
        ['Conclusiones', cierre?.conclusiones],
        ['Asistentes', cierre && cierre.asistentes.length > 0 ? lista(cierre.asistentes.map((a) => `${participante(a)}: ${a.cuantos}`)) : undefined],
      ]),
    ],
    ...(r.aportes.length > 0
      ? [
          [
            'Aportes',
            tabla(
              `Aportes de la reunión ${r.n}`,
              ['Quién', 'Aporte', 'Sobre', 'Lo registró'],
              r.aportes.map((a) => [
                participante(a),
                texto(a.texto, true),
                a.sobre ? n.expediente(a.sobre) : '—',
                `${nombreDeCargo(a.por.cargo)}, ${n.entidad(a.por.entidad)}`,
              ]),
            ),
          ] as const,
        ]
      : []),
  ]);
}

export function seccionesDeEspacio(e: Espacio, n: Nombres): Seccion[] {
  return [
    {
      id: 'espacio',
      titulo: 'El espacio',
      numeral: e.clase === 'otro' ? '9.3' : '7.3.2.c',
      vista: datos([
        ['Clase', CLASES[e.clase]],
        ['Lo conduce', n.entidad(e.entidad)],
        ['Territorio', e.territorio ? n.territorio(e.territorio) : undefined],
        ['Para qué se generó', e.proposito],
        ['Norma o acto que lo conforma', e.norma],
        ['Lo integran', e.integrantes.length > 0 ? lista(e.integrantes.map((x) => n.entidad(x))) : 'Participación abierta'],
      ]),
    },
    {
      id: 'reconocimientos',
      titulo: 'Reconocimiento por las CIG',
      numeral: '8.14',
      vista:
        e.reconocimientos.length > 0
          ? tabla(
              'Reconocimientos',
              ['Comisión', 'Sesión', 'Fecha'],
              e.reconocimientos.map((r) => [n.expediente(r.cig, r.nombreCig), n.expediente(r.sesion, r.nombreSesion), dmy(r.el)]),
            )
          : texto('Ninguna CIG lo reconoció aún. Puede reunirse y recoger aportes igualmente; el reconocimiento solo hace falta para la opinión previa.', true),
    },
    {
      id: 'reuniones',
      titulo: 'Reuniones y aportes',
      numeral: '7.3.2.c',
      acto: 'ConvocarReunion',
      vista:
        e.reuniones.length > 0
          ? grupo([...e.reuniones].reverse().map((r) => [undefined, plegado(`Reunión ${r.n}, ${dmy(r.fecha)}, ${r.hora}`, reunion(r, n), !r.cierre)] as const))
          : texto('El espacio aún no se reúne. Convoque la primera reunión para recoger aportes.'),
    },
    ...(e.opiniones.length > 0
      ? [
          {
            id: 'opiniones-dadas',
            titulo: 'Opiniones previas comunicadas',
            numeral: '8.14',
            vista: tabla(
              'Opiniones comunicadas',
              ['Fecha', 'Sobre', 'Opinión', 'Reunión'],
              e.opiniones.map((o) => [
                dmy(o.el),
                n.expediente(o.sobre, o.titulo),
                texto(`${SENTIDOS_DE_OPINION[o.sentido]}. ${o.texto}`, true),
                o.reunion === undefined ? '—' : String(o.reunion),
              ]),
            ),
          },
        ]
      : []),
  ];
}
