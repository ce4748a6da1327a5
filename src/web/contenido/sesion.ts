import { POSTURAS } from '../../directiva/consenso.ts';
import { CANALES, vigenteEl } from '../../directiva/reglamento.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { Cig, Miembro } from '../../modules/cig/cig.ts';
import { ASUNTO, CAUSAS, ENMIENDA, RESULTADOS } from '../../modules/sesion/sesion.etiquetas.ts';
import {
  type Asistencia,
  type Asunto,
  compromisosDe,
  enOrden,
  esInformativo,
  type PosicionAnterior,
  rondaDe,
  type Sesion,
  textoVigente,
} from '../../modules/sesion/sesion.ts';
import { nombreDeValor, type Tono } from '../etiquetas.ts';
import { NIVEL } from './cig.ts';
import type { Nombres } from './nombres.ts';
import { cambios, chip, datos, enlace, grupo, lista, plegado, type Seccion, tabla, texto, type Vista } from './vista.ts';

const NIVELES = ['nacional', 'regional', 'local'] as const;

/** Members of the commission on the day of the session. */
function integrantes(s: Sesion, cig: Cig | undefined): Miembro[] {
  return (cig?.miembros ?? []).filter((m) => vigenteEl(m, s.fecha));
}

/** «virtual, 09:05–10:00, 10:30»: as what, by whom, from when to when. */
function tramos(a: Asistencia): string {
  const horas = (a.presencias ?? []).filter((p) => p.desde !== '').map((p) => `${p.desde}${p.hasta ? `–${p.hasta}` : ''}`);
  const suplente = a.presencias?.at(-1)?.suplente ? 'por su suplente' : '';
  return [suplente, ...horas].filter(Boolean).join(', ');
}

function asistencia(s: Sesion, miembros: readonly Miembro[], n: Nombres): Vista {
  return grupo([
    ...NIVELES.map((nivel) => {
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
                  a ? chip(nombreDeValor(a.modo), 'verde', tramos(a)) : chip(s.situacion === 'convocado' ? 'Por registrar' : 'Sin registro', 'gris'),
                ];
              }),
            ),
      ] as const;
    }),
    ...(s.invitados?.length
      ? [['Invitados, con voz', lista(s.invitados.map((i) => `${i.entidad ? n.entidad(i.entidad) : i.institucion}: ${i.tema}`))] as const]
      : []),
  ]);
}

const TONO: Readonly<Record<keyof typeof POSTURAS, Tono>> = { acuerdo: 'verde', acuerdo_con_reserva: 'azul', se_aparta: 'gris', objecion: 'ambar' };

function anterior(x: PosicionAnterior, n: Nombres): string {
  const [entidad = '', cargo = ''] = x.miembro.split('/');
  const fue = `${n.oficina(entidad, cargo)}: ${POSTURAS[x.posicion.postura]}${x.posicion.motivo ? `, «${x.posicion.motivo}»` : ''}, ${dmy(x.posicion.el)}.`;
  return x.causa ? `${fue} ${CAUSAS[x.causa]}${x.razon ? `: «${x.razon}»` : ''}${x.hasta ? `, ${dmy(x.hasta)}` : ''}.` : fue;
}

/** Amendments with what they add and take away. */
function enmiendas(a: Asunto, n: Nombres): Vista {
  return grupo(
    (a.enmiendas ?? []).map((e) => {
      const [entidad = '', cargo = ''] = e.miembro.split('/');
      return [
        `Enmienda ${e.n}, de ${n.oficina(entidad, cargo)}, ${dmy(e.el)}: ${ENMIENDA[e.situacion].toLocaleLowerCase('es-PE')}`,
        cambios(e.dice, e.debeDecir),
      ] as const;
    }),
  );
}

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
    ...(a.anteriores.length > 0 ? [['Posiciones anteriores', lista(a.anteriores.map((x) => anterior(x, n)))] as const] : []),
    ...(a.comentarios.length > 0
      ? [['Comentarios', lista(a.comentarios.map((c) => `${dmy(c.el)} · ${n.oficina(c.entidad, c.cargo)}: ${c.texto}`))] as const]
      : []),
  ]);
}

function asunto(a: Asunto, miembros: readonly Miembro[], n: Nombres): Vista {
  const compromisos = compromisosDe(a);
  const tono: Tono = a.situacion === 'acordado' ? 'verde' : a.situacion === 'por_tratar' ? 'azul' : a.situacion === 'tratado' ? 'gris' : 'ambar';
  return grupo([
    [
      undefined,
      datos([
        ['Situación', chip(a.acuerdo ? `${ASUNTO[a.situacion]} · ${RESULTADOS[a.acuerdo.resultado]}` : ASUNTO[a.situacion], tono)],
        ['Expediente', n.expediente(a.objeto)],
        ['Fecha del acuerdo', a.acuerdo ? dmy(a.acuerdo.el) : undefined],
        ['Viene de', a.viene?.nombreSesion],
        ['Minutos previstos', a.minutos ? String(a.minutos) : undefined],
        ['Ronda de concertación', rondaDe(a).n > 1 ? `${rondaDe(a).n} (parámetro de la comisión)` : undefined],
        ...(compromisos.length > 0
          ? []
          : ([
              ['Responsable', a.responsable ? n.entidad(a.responsable) : undefined],
              ['Se cumple cuando', a.cumplimiento],
              ['Hasta', a.vence ? dmy(a.vence) : undefined],
            ] as const)),
        [a.situacion === 'diferido' ? 'Motivo' : 'Síntesis', a.sintesis],
        [a.situacion === 'acordado' ? 'Texto acordado' : 'Texto propuesto', textoVigente(a).texto || undefined],
        ['Niveles sin posición', a.acuerdo && a.acuerdo.ausentes.length > 0 ? a.acuerdo.ausentes.map((x) => nombreDeValor(x)).join(', ') : undefined],
      ]),
    ],
    ...(compromisos.length > 0
      ? [
          [
            undefined,
            tabla(
              `Compromisos del asunto ${a.n}`,
              ['Compromiso', 'Oficina responsable', 'Se cumple cuando', 'Hasta'],
              compromisos.map((c) => [c.titulo, n.oficina(c.responsable.entidad, c.responsable.cargo), texto(c.cumplimiento, true), dmy(c.vence)]),
            ),
          ] as const,
        ]
      : []),
    ...(esInformativo(a) ? [] : [[undefined, plegado('Posiciones por nivel de gobierno', posiciones(a, miembros, n), a.situacion === 'por_tratar')] as const]),
    ...(a.enmiendas?.length ? [[undefined, plegado('Enmiendas de la sesión', enmiendas(a, n), true)] as const] : []),
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
        ['Modalidad', CANALES[s.modalidad]],
        ['Lugar o enlace', s.lugar],
        ['Recibe posiciones hasta', s.cierre ? `${dmy(s.cierre.fecha)}, ${s.cierre.hora}` : undefined],
        ['Hora de instalación y de cierre', s.horaInstalacion ? `${s.horaInstalacion}${s.horaCierre ? ` a ${s.horaCierre}` : ''}` : undefined],
        ['Sesión en vivo', n.id ? enlace(s.situacion === 'cerrado' ? 'Ver la sala como quedó' : 'Abrir la sala de la sesión', `/sesion/${n.id}`) : undefined],
        ['Calendario', n.id && s.situacion !== 'cerrado' ? enlace('Agregar a mi calendario', `/expediente/${n.id}/invitacion.ics`) : undefined],
      ]),
    },
    {
      id: 'agenda',
      titulo: 'Agenda',
      numeral: '6.6',
      acto: 'IncluirAsunto',
      vista:
        s.asuntos.length > 0
          ? grupo(enOrden(s).map((a) => [a.n === 0 ? a.titulo : `${a.n}. ${a.titulo}`, asunto(a, miembros, n)]))
          : texto('La agenda aún no tiene asuntos.'),
    },
    { id: 'asistencia', titulo: 'Asistencia por nivel de gobierno', numeral: '6.6', acto: 'RegistrarAsistencia', vista: asistencia(s, miembros, n) },
  ];
}
