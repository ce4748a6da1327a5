import { NIVELES_DE_GOBIERNO, POSTURAS } from '../directiva/consenso.ts';
import type { Cig, Miembro } from '../modules/cig/cig.ts';
import type { Plan } from '../modules/plan/plan.ts';
import { RESULTADOS } from '../modules/sesion/sesion.etiquetas.ts';
import type { Asunto, PosicionFijada, Sesion } from '../modules/sesion/sesion.ts';
import { type Bloque, n, parrafo, subtitulo, titulo } from '../platform/pdf/documento.ts';
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

/** Members accredited on the date of the session. */
export function integrantes(l: Pick<Legajo, 'otros'>, s: Sesion): Miembro[] {
  const cig = otroDe<Cig>(l, s.cig, 'cig');
  return (cig?.miembros ?? []).filter((m) => m.desde <= s.fecha && (m.hasta === undefined || m.hasta > s.fecha));
}

const MODALIDADES: Readonly<Record<Sesion['modalidad'], string>> = {
  presencial: 'presencial',
  virtual: 'virtual',
  mixta: 'presencial y virtual',
  circulacion: 'por circulación',
};

const nombrar = (l: Legajo<Sesion>, m: Pick<Miembro, 'entidad' | 'cargo'>): string => oficinaDe(l, m.entidad, m.cargo);

/** Seat key `entidad/cargo` → office, for members who have left since. */
function nombreDeClave(l: Legajo<Sesion>, clave: string, miembros: readonly Miembro[]): string {
  const m = miembros.find((x) => x.id === clave);
  if (m) return nombrar(l, m);
  const [entidad = clave, cargo = ''] = clave.split('/');
  return cargo ? oficinaDe(l, entidad, cargo) : nombreDeEntidad(l, entidad);
}

/** Attendance by level, for the acta and for whoever cites it. */
export function asistenciaPorNivel(l: Pick<Legajo, 'otros'>, s: Sesion): { nivel: keyof typeof NIVELES; presentes: Miembro[]; acreditados: number }[] {
  const miembros = integrantes(l, s).filter((m) => m.calidad === 'miembro');
  return NIVELES_DE_GOBIERNO.map((nivel) => {
    const propios = miembros.filter((m) => m.nivel === nivel);
    return { nivel, presentes: propios.filter((m) => s.asistencia[m.id]), acreditados: propios.length };
  });
}

function convocatoria(l: Legajo<Sesion>): Bloque[] {
  const s = l.estado;
  const convocada = ultimo(l, 'SesionConvocada');
  const instalada = ultimo(l, 'SesionInstalada');
  return [
    titulo('1.', 'Convocatoria e instalación'),
    parrafo(
      `El ${fechaLarga(s.fecha)}, siendo las ${s.hora} horas, en modalidad ${MODALIDADES[s.modalidad] ?? s.modalidad} (${s.lugar}), se reúne la ${s.nombreCig}, en ${s.nombre}, `,
      convocada ? `convocada el ${fechaLarga(convocada.marca.ocurridoEl)} por ${elOLa(oficinaDe(l, convocada.marca.entidad, convocada.marca.cargo))}, ` : '',
      'con el objeto de tratar la agenda que sigue, de conformidad con los numerales 6.6 y 7.3.1 de la Directiva N° 001-2016-PCM/SD, «Directiva para el Desarrollo de la Gestión Descentralizada de los Servicios Públicos orientado a Resultados», aprobada por Resolución Ministerial N° 014-2016-PCM.',
    ),
    {
      clase: 'ficha',
      titulo: 'Datos de la sesión',
      datos: [
        ['Comisión', s.nombreCig],
        ['Sesión', s.nombre],
        ['Fecha y hora', `${fechaLarga(s.fecha)}, ${s.hora} horas`],
        ['Modalidad', MODALIDADES[s.modalidad] ?? s.modalidad],
        ['Lugar o enlace', s.lugar],
        ['Instalada', instalada ? fechaLarga(instalada.marca.ocurridoEl) : 'Aún no se instala'],
      ],
    },
  ];
}

function asistencia(l: Legajo<Sesion>): Bloque[] {
  const s = l.estado;
  const miembros = integrantes(l, s);
  const niveles = asistenciaPorNivel(l, s);
  const observadores = miembros.filter((m) => m.calidad === 'observador');
  const ausentes = niveles.filter((x) => x.presentes.length === 0).map((x) => NIVELES[x.nivel]);
  const fila = (m: Miembro, nivel: string) => {
    const a = s.asistencia[m.id];
    return [nivel, nombrar(l, m), a ? (a.modo === 'virtual' ? 'Asiste, en forma virtual' : 'Asiste') : 'No registra asistencia'];
  };
  return [
    titulo('2.', 'Asistencia por nivel de gobierno'),
    {
      clase: 'tabla',
      titulo: 'Miembros acreditados a la fecha de la sesión',
      columnas: [
        { titulo: 'Nivel de gobierno', ancho: 22 },
        { titulo: 'Miembro', ancho: 53 },
        { titulo: 'Asistencia', ancho: 25 },
      ],
      filas: [
        ...NIVELES_DE_GOBIERNO.flatMap((nivel) => miembros.filter((m) => m.nivel === nivel && m.calidad === 'miembro').map((m) => fila(m, NIVELES[nivel]))),
        ...observadores.map((m) => fila(m, 'Observador, con voz')),
      ],
    },
    parrafo(`Asisten: ${niveles.map((x) => `${x.presentes.length} de ${x.acreditados} por ${NIVELES[x.nivel]}`).join('; ')}.`),
    ...(ausentes.length > 0
      ? [parrafo(n('Nivel ausente: '), `${enumerar(ausentes)}. Se deja constancia; la ausencia no se tiene por adhesión (numeral 6.6).`)]
      : []),
  ];
}

function agenda(s: Sesion): Bloque[] {
  return [
    titulo('3.', 'Agenda'),
    s.asuntos.length > 0
      ? { clase: 'lista', numeracion: 'numero', puntos: s.asuntos.map((a) => a.titulo) }
      : parrafo('La sesión se convocó sin asuntos en la agenda.'),
  ];
}

const postura = (p: PosicionFijada): string => POSTURAS[p.postura] ?? p.postura;

/** Objections and reservations that were replaced: reasons and withdrawal stay in the acta. */
function objeciones(l: Legajo<Sesion>, a: Asunto, miembros: readonly Miembro[]): Bloque[] {
  const puntos = a.anteriores
    .filter((x) => x.posicion.postura === 'objecion' || x.posicion.postura === 'acuerdo_con_reserva')
    .map((x) => {
      const actual = a.posiciones[x.miembro];
      const que = x.posicion.postura === 'objecion' ? 'objetó' : 'formuló reserva';
      const despues =
        actual && actual.postura !== x.posicion.postura ? `; el ${fechaLarga(actual.el)} la retira y queda: ${postura(actual).toLocaleLowerCase('es-PE')}` : '';
      return `${nombreDeClave(l, x.miembro, miembros)} ${que} el ${fechaLarga(x.posicion.el)}${x.posicion.motivo ? `, por el siguiente motivo: «${x.posicion.motivo}»` : ', sin motivo registrado'}${despues}.`;
    });
  return puntos.length > 0 ? [parrafo(n('Objeciones y reservas formuladas antes, y su retiro.')), { clase: 'lista', numeracion: 'guion', puntos }] : [];
}

function posiciones(l: Legajo<Sesion>, a: Asunto, miembros: readonly Miembro[]): Bloque[] {
  const filas = Object.entries(a.posiciones).map(([clave, p]) => {
    const m = miembros.find((x) => x.id === clave);
    return {
      orden: m ? NIVELES_DE_GOBIERNO.indexOf(m.nivel) : 9,
      celdas: [m ? NIVELES[m.nivel] : '', nombreDeClave(l, clave, miembros), postura(p), p.motivo ?? ''],
    };
  });
  if (filas.length === 0) return [parrafo('Ningún miembro fijó posición. El silencio no es adhesión (numeral 6.6).')];
  const conMotivo = filas.some((f) => f.celdas[3] !== '');
  return [
    {
      clase: 'tabla',
      titulo: `Posiciones sobre el asunto ${a.n}`,
      columnas: [
        { titulo: 'Nivel', ancho: 20 },
        { titulo: 'Miembro', ancho: conMotivo ? 34 : 55 },
        { titulo: 'Posición', ancho: conMotivo ? 17 : 25 },
        ...(conMotivo ? [{ titulo: 'Motivo', ancho: 29 }] : []),
      ],
      filas: filas.sort((x, y) => x.orden - y.orden).map((f) => (conMotivo ? f.celdas : f.celdas.slice(0, 3))),
    },
  ];
}

interface EnmiendaDeModelo {
  seccion: string;
  dice?: string;
  debeDecir: string;
}

/** Amendments made in session, whatever the shape in which the agreement keeps them (R1). */
function enmiendas(datos: unknown): Bloque[] {
  const e = (datos as { enmiendas?: string | EnmiendaDeModelo[] } | undefined)?.enmiendas;
  if (!e || e.length === 0) return [];
  const cabeza = parrafo(n('Enmiendas acordadas en la sesión, que forman parte del texto aprobado.'));
  if (typeof e === 'string') return [cabeza, parrafo(e)];
  return [
    cabeza,
    {
      clase: 'lista',
      numeracion: 'letra',
      puntos: e.map((x) => (x.dice ? `Donde dice: «${x.dice}»; debe decir: «${x.debeDecir}».` : `Se agrega: «${x.debeDecir}».`)),
    },
  ];
}

/** 8.8 last ¶: the Informes that did not arrive are printed, and stop nothing. */
function informesAusentes(l: Legajo<Sesion>, a: Asunto): Bloque[] {
  if (a.tipo !== 'AprobarPlan') return [];
  const plan = otroDe<Plan>(l, a.objeto, 'plan');
  if (!plan?.aprobacion || plan.aprobacion.sesion !== l.id) return [];
  const { ausentes } = plan.aprobacion;
  if (ausentes.length === 0) return [parrafo('Se recibieron los informes institucionales de todos los gobiernos convocados (numeral 8.8).')];
  return [
    parrafo(
      n('Ausencia de informes (numeral 8.8). '),
      `Se deja constancia de que no se recibieron ${ausentes.length} informes institucionales con su acuerdo. Su ausencia no impide la continuación del proceso, que prosigue con el Plan de Trabajo Institucional formulado por el sector y aprobado por la Comisión.`,
    ),
    {
      clase: 'lista',
      numeracion: 'guion',
      puntos: ausentes.map(
        (x) => `${nombreDeEntidad(l, x.entidad)} (Informe Institucional ${x.nivel === 'regional' ? 'Regional, numeral 8.8.2' : 'Provincial, numeral 8.8.1'}).`,
      ),
    },
  ];
}

function resultado(l: Legajo<Sesion>, a: Asunto): Bloque[] {
  if (a.situacion === 'por_tratar') return [parrafo(n('Situación: '), 'por tratar.')];
  if (a.situacion === 'diferido')
    return [parrafo(n('Asunto diferido. '), 'La sesión se cierra sin acuerdo sobre este asunto, que queda para una próxima sesión.')];
  if (!a.acuerdo) return [parrafo(n('Situación: '), a.situacion)];
  const ausentes = a.acuerdo.ausentes.map((x) => NIVELES[x as keyof typeof NIVELES] ?? x);
  if (a.situacion === 'sin_consenso')
    return [
      parrafo(
        n(`Sin consenso, ${fechaLarga(a.acuerdo.el)}. `),
        'Se mantienen objeciones y la Comisión, que actúa de manera concertada y por consenso, no adopta el acuerdo (numeral 6.6).',
      ),
    ];
  return [
    parrafo(
      n(`ACUERDO ${a.n}. `),
      `La Comisión acuerda por consenso: ${a.titulo.replace(/[.\s]+$/, '')}. `,
      n(`Resultado: ${(RESULTADOS[a.acuerdo.resultado] ?? a.acuerdo.resultado).toLocaleLowerCase('es-PE')}, el ${fechaLarga(a.acuerdo.el)}.`),
      ausentes.length > 0 ? ` No fijó posición: ${enumerar(ausentes)}.` : '',
    ),
    ...enmiendas(a.acuerdo.datos),
    ...informesAusentes(l, a),
  ];
}

function asunto(l: Legajo<Sesion>, a: Asunto, i: number): Bloque[] {
  const miembros = integrantes(l, l.estado);
  const objeto = l.otros.get(a.objeto);
  return [
    subtitulo(a.titulo, `4.${i + 1}.`),
    ...(objeto ? [parrafo(n('Expediente sobre el que se decide: '), `${objeto.titulo} (${objeto.codigo}).`)] : []),
    ...posiciones(l, a, miembros),
    ...objeciones(l, a, miembros),
    ...(a.comentarios.length > 0
      ? [
          parrafo(n('Comentarios, con voz.')),
          { clase: 'lista', numeracion: 'guion', puntos: a.comentarios.map((c) => `${oficinaDe(l, c.entidad, c.cargo)}: ${c.texto}`) } as const,
        ]
      : []),
    ...resultado(l, a),
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
        ? `No habiendo otro asunto que tratar, se cierra la sesión el ${fechaLarga(cerrada.marca.ocurridoEl)}. Leída la presente acta, la suscriben los miembros asistentes.`
        : 'La sesión aún no se cierra: este texto es un proyecto de acta y cambia con lo que se registre.',
    ),
    ...(diferidos.length > 0 ? [parrafo(n('Quedan diferidos: '), `${enumerar(diferidos.map((a) => `el asunto ${a.n} (${a.titulo})`))}.`)] : []),
  ];
}

/** Who took part, the sector that conducts it first (6.6). */
const firmantes: TipoDeDocumento<Sesion>['firmantes'] = (l) => {
  const presentes = integrantes(l, l.estado).filter((m) => m.calidad === 'miembro' && l.estado.asistencia[m.id]);
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
  bloques: (l) => [
    ...convocatoria(l),
    ...asistencia(l),
    ...agenda(l.estado),
    titulo('4.', 'Desarrollo de la sesión y acuerdos'),
    ...(l.estado.asuntos.length > 0 ? l.estado.asuntos.flatMap((a, i) => asunto(l, a, i)) : [parrafo('No se trataron asuntos.')]),
    ...cierre(l),
    ...lineasDeFirma(l, firmantes(l, '')),
  ],
};
