import { NIVELES_DE_GOBIERNO } from '../directiva/consenso.ts';
import { describirQuorum, faltaQuorum, reglasEl, vigenteEl } from '../directiva/reglamento.ts';
import type { Cig, Miembro } from '../modules/cig/cig.ts';
import { enOrden, type Sesion } from '../modules/sesion/sesion.ts';
import { type Bloque, n, parrafo, titulo } from '../platform/pdf/documento.ts';
import { bloquesDeAsunto, rotuloDe } from './acta.asuntos.ts';
import {
  elOLa,
  enumerar,
  fechaLarga,
  type Legajo,
  lineasDeFirma,
  NIVELES,
  nombreDeEntidad,
  oficinaDe,
  otroDe,
  type TipoDeDocumento,
  ultimo,
} from './legajo.ts';

/** Seats in force on the date of the session. */
function integrantes(l: Pick<Legajo, 'otros'>, s: Sesion): Miembro[] {
  return (otroDe<Cig>(l, s.cig, 'cig')?.miembros ?? []).filter((m) => vigenteEl(m, s.fecha));
}

/** Who took part: registered attendance or, in a session by circulation, who took position. */
function participo(s: Sesion, m: Miembro): boolean {
  return s.asistencia[m.id] !== undefined || (s.modalidad === 'circulacion' && s.asuntos.some((a) => a.posiciones[m.id]));
}

const MODALIDADES: Readonly<Record<Sesion['modalidad'], string>> = {
  presencial: 'presencial',
  virtual: 'virtual',
  mixta: 'presencial y virtual',
  circulacion: 'por circulación',
};

/** Attendance by level, for the acta and for whoever cites it. */
export function asistenciaPorNivel(l: Pick<Legajo, 'otros'>, s: Sesion): { nivel: keyof typeof NIVELES; presentes: Miembro[]; acreditados: number }[] {
  const miembros = integrantes(l, s).filter((m) => m.calidad === 'miembro');
  return NIVELES_DE_GOBIERNO.map((nivel) => {
    const propios = miembros.filter((m) => m.nivel === nivel);
    return { nivel, presentes: propios.filter((m) => participo(s, m)), acreditados: propios.length };
  });
}

function convocatoria(l: Legajo<Sesion>): Bloque[] {
  const s = l.estado;
  const convocada = ultimo(l, 'SesionConvocada');
  const instalada = ultimo(l, 'SesionInstalada');
  return [
    titulo('1.', 'Convocatoria e instalación'),
    parrafo(
      `El ${fechaLarga(s.fecha)}, siendo las ${s.horaInstalacion || s.hora} horas, en modalidad ${MODALIDADES[s.modalidad] ?? s.modalidad}${s.lugar ? ` (${s.lugar})` : ''}, se reúne la ${s.nombreCig}, en ${s.nombre}, `,
      convocada ? `convocada el ${fechaLarga(convocada.marca.ocurridoEl)} por ${elOLa(oficinaDe(l, convocada.marca.entidad, convocada.marca.cargo))}, ` : '',
      'con el objeto de tratar la agenda que sigue, de conformidad con los numerales 6.6 y 7.3.1 de la Directiva N° 001-2016-PCM/SD, «Directiva para el Desarrollo de la Gestión Descentralizada de los Servicios Públicos orientado a Resultados», aprobada por Resolución Ministerial N° 014-2016-PCM.',
    ),
    {
      clase: 'ficha',
      titulo: 'Datos de la sesión',
      datos: [
        ['Comisión', s.nombreCig],
        ['Sesión', s.nombre],
        ['Fecha y hora convocadas', `${fechaLarga(s.fecha)}, ${s.hora} horas`],
        ['Modalidad', MODALIDADES[s.modalidad] ?? s.modalidad],
        ['Lugar o enlace', s.lugar],
        ['Recibe posiciones hasta', s.cierre ? `${fechaLarga(s.cierre.fecha)}, ${s.cierre.hora} horas` : ''],
        [
          'Instalada',
          instalada
            ? [fechaLarga(instalada.marca.ocurridoEl), s.horaInstalacion && `${s.horaInstalacion} horas`].filter(Boolean).join(', ')
            : 'Aún no se instala',
        ],
      ],
    },
  ];
}

/** How a member attended: mode, hours of arrival and departure, and the deputy who came in its place. */
function comoAsistio(l: Legajo<Sesion>, m: Miembro): string {
  const s = l.estado;
  const a = s.asistencia[m.id];
  if (!a) return participo(s, m) ? 'Fijó posición por circulación' : 'No registra asistencia';
  const horas = (a.presencias ?? []).filter((p) => p.desde).map((p) => (p.hasta ? `de ${p.desde} a ${p.hasta}` : `desde las ${p.desde}`));
  const suplente = (a.presencias ?? []).findLast((p) => p.suplente)?.suplente;
  const [entidad = '', cargo = ''] = (suplente ?? '').split('/');
  return [
    a.modo === 'virtual' ? 'Asiste, en forma virtual' : 'Asiste',
    ...(horas.length > 0 ? [enumerar(horas)] : []),
    ...(suplente ? [`por su suplente: ${oficinaDe(l, entidad, cargo)}`] : []),
  ].join(', ');
}

function quorum(l: Legajo<Sesion>): Bloque[] {
  const s = l.estado;
  const reglamentos = otroDe<Cig>(l, s.cig, 'cig')?.reglamentos;
  if (!reglamentos?.some((r) => r.desde <= s.fecha)) return [];
  if (s.modalidad === 'circulacion') return [];
  const presentes = asistenciaPorNivel(l, s).flatMap((x) => x.presentes);
  const reglas = reglasEl(reglamentos, s.fecha);
  const faltan = faltaQuorum(reglas, presentes);
  const pide = Object.values(reglas.quorum).some((x) => x > 0);
  return [
    parrafo(
      n('Quórum del reglamento de la Comisión: '),
      faltan.length === 0
        ? pide
          ? `se cumple (${describirQuorum(reglas)}).`
          : 'el reglamento no lo exige.'
        : `no se alcanza (${faltan.map((f) => `${f.de === 'total' ? 'en total' : NIVELES[f.de]}: ${f.hay} de ${f.pide}`).join('; ')}). La Directiva no exige quórum.`,
    ),
  ];
}

function asistencia(l: Legajo<Sesion>): Bloque[] {
  const s = l.estado;
  const miembros = integrantes(l, s);
  const niveles = asistenciaPorNivel(l, s);
  const ausentes = niveles.filter((x) => x.presentes.length === 0).map((x) => NIVELES[x.nivel]);
  const invitados = (s.invitados ?? []).map((i) => `${i.entidad ? nombreDeEntidad(l, i.entidad) : (i.institucion ?? '')}: ${i.tema}`);
  const fila = (m: Miembro, nivel: string) => [nivel, oficinaDe(l, m.entidad, m.cargo), comoAsistio(l, m)];
  return [
    titulo('2.', 'Asistencia por nivel de gobierno'),
    {
      clase: 'tabla',
      titulo: 'Miembros acreditados a la fecha de la sesión',
      columnas: [
        { titulo: 'Nivel de gobierno', ancho: 22 },
        { titulo: 'Miembro', ancho: 48 },
        { titulo: 'Asistencia', ancho: 30 },
      ],
      filas: [
        ...NIVELES_DE_GOBIERNO.flatMap((nivel) => miembros.filter((m) => m.nivel === nivel && m.calidad === 'miembro').map((m) => fila(m, NIVELES[nivel]))),
        ...miembros.filter((m) => m.calidad !== 'miembro').map((m) => fila(m, m.calidad === 'observador' ? 'Observador, con voz' : 'Invitado, con voz')),
      ],
    },
    parrafo(
      `Participan: ${niveles.map((x) => `${x.presentes.length} de ${x.acreditados} por ${x.nivel === 'nacional' ? 'el' : 'los'} ${NIVELES[x.nivel]}`).join('; ')}.`,
    ),
    ...(ausentes.length > 0
      ? [parrafo(n('Nivel ausente: '), `${enumerar(ausentes)}. Se deja constancia; la ausencia no se tiene por adhesión (numeral 6.6).`)]
      : []),
    ...quorum(l),
    ...(invitados.length > 0 ? [parrafo(n('Invitados a la sesión, con voz.')), { clase: 'lista', numeracion: 'guion', puntos: invitados } as const] : []),
  ];
}

function agenda(s: Sesion): Bloque[] {
  return [
    titulo('3.', 'Agenda'),
    s.asuntos.length > 0
      ? { clase: 'lista', numeracion: 'guion', puntos: enOrden(s).map(rotuloDe) }
      : parrafo('La sesión se convocó sin asuntos en la agenda.'),
  ];
}

function cierre(l: Legajo<Sesion>): Bloque[] {
  const s = l.estado;
  const cerrada = ultimo(l, 'SesionCerrada');
  const diferidos = s.asuntos.filter((a) => a.situacion === 'diferido');
  return [
    titulo('5.', 'Cierre'),
    parrafo(
      cerrada
        ? `${diferidos.length > 0 ? 'Se' : 'No habiendo otro asunto que tratar, se'} cierra la sesión el ${fechaLarga(cerrada.marca.ocurridoEl)}${s.horaCierre ? `, siendo las ${s.horaCierre} horas` : ''}. Leída la presente acta, la suscriben los miembros que participaron.`
        : 'La sesión aún no se cierra: este texto es un proyecto de acta y cambia con lo que se registre.',
    ),
    ...(diferidos.length > 0
      ? [parrafo(n('Quedan diferidos: '), `${enumerar(diferidos.map((a) => (a.n === 0 ? `el punto «${a.titulo}»` : `el asunto ${a.n} (${a.titulo})`)))}.`)]
      : []),
  ];
}

/** Who took part, the sector that conducts it first (6.6). */
const firmantes: TipoDeDocumento<Sesion>['firmantes'] = (l) => {
  const presentes = integrantes(l, l.estado).filter((m) => m.calidad === 'miembro' && participo(l.estado, m));
  const orden = (m: Miembro) => (m.entidad === l.estado.sector ? -1 : NIVELES_DE_GOBIERNO.indexOf(m.nivel));
  return [...presentes].sort((a, b) => orden(a) - orden(b)).map((m) => ({ cargo: m.cargo, entidad: m.entidad, papel: 'suscribe' }));
};

/** 6.6: written by the record. */
export const acta: TipoDeDocumento<Sesion> = {
  clave: 'acta',
  nombre: 'Acta de sesión de la CIG',
  expediente: 'sesion',
  numerales: ['6.6', '7.3.1.a', '8.8'],
  falta: (l) =>
    l.estado.situacion === 'convocado'
      ? {
          numeral: '6.6',
          motivo: 'La sesión aún no se instala: no hay nada que hacer constar.',
          remedio: 'Instale la sesión; desde entonces puede leer el proyecto de acta.',
        }
      : undefined,
  titulo: (l) => `Acta de la ${l.estado.nombre} de la ${l.estado.nombreCig}`,
  entidad: (l) => l.estado.sector,
  fecha: (l) => ultimo(l, 'SesionCerrada')?.marca.ocurridoEl ?? l.estado.fecha,
  proyecto: (l) => l.estado.situacion !== 'cerrado',
  publico: (l) => l.estado.situacion === 'cerrado',
  firmantes,
  bloques: (l) => {
    const miembros = integrantes(l, l.estado);
    return [
      ...convocatoria(l),
      ...asistencia(l),
      ...agenda(l.estado),
      titulo('4.', 'Desarrollo de la sesión y acuerdos'),
      ...(l.estado.asuntos.length > 0
        ? enOrden(l.estado).flatMap((a, i) => bloquesDeAsunto(l, a, `4.${i + 1}.`, miembros))
        : [parrafo('No se trataron asuntos.')]),
      ...cierre(l),
      ...lineasDeFirma(l, firmantes(l, '')),
    ];
  },
};
