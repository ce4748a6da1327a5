import { NIVELES_DE_GOBIERNO, POSTURAS } from '../directiva/consenso.ts';
import { describirReglas } from '../directiva/reglamento.ts';
import type { Cig, Miembro } from '../modules/cig/cig.ts';
import type { Plan } from '../modules/plan/plan.ts';
import { CAUSAS, ENMIENDA, RESULTADOS } from '../modules/sesion/sesion.etiquetas.ts';
import { type Asunto, compromisosDe, esInformativo, type PosicionFijada, type Sesion } from '../modules/sesion/sesion.ts';
import { type Bloque, n, parrafo, subtitulo } from '../platform/pdf/documento.ts';
import { enumerar, fechaLarga, type Legajo, NIVELES, nombreDeEntidad, oficinaDe, otroDe } from './legajo.ts';

const minuscula = (t: string): string => t.charAt(0).toLocaleLowerCase('es-PE') + t.slice(1);
const postura = (p: PosicionFijada): string => POSTURAS[p.postura] ?? p.postura;
/** «Asunto 2: …»: the number that positions, agreements and the room of the session use; what comes before the items has none. */
export const rotuloDe = (a: Pick<Asunto, 'n' | 'titulo'>): string => (a.n === 0 ? a.titulo : `Asunto ${a.n}: ${a.titulo}`);
const sinPunto = (t: string): string => t.replace(/[.\s]+$/, '');

/** Seat key `entidad/cargo` → office, for members who have left since. */
function nombreDeClave(l: Legajo<Sesion>, clave: string, miembros: readonly Miembro[]): string {
  const m = miembros.find((x) => x.id === clave);
  if (m) return oficinaDe(l, m.entidad, m.cargo);
  const [entidad = clave, cargo = ''] = clave.split('/');
  return cargo ? oficinaDe(l, entidad, cargo) : nombreDeEntidad(l, entidad);
}

/** What was proposed: the text as it came in, and each one that replaced it. */
function propuesta(a: Asunto): Bloque[] {
  const textos = (a.textos ?? []).filter((t) => t.texto.trim() !== '');
  if (textos.length === 0) return [];
  if (textos.length === 1) return [parrafo(n('Texto propuesto: '), `«${sinPunto(textos[0]?.texto ?? '')}».`)];
  return [
    parrafo(n('Textos puestos a consideración.')),
    {
      clase: 'lista',
      numeracion: 'numero',
      puntos: textos.map((t) => `${fechaLarga(t.el)}${t.enmienda ? `, con la enmienda ${t.enmienda}` : ''}: «${sinPunto(t.texto)}».`),
    },
  ];
}

function enmiendasPropuestas(l: Legajo<Sesion>, a: Asunto, miembros: readonly Miembro[]): Bloque[] {
  const lista = a.enmiendas ?? [];
  if (lista.length === 0) return [];
  return [
    {
      clase: 'tabla',
      titulo: 'Enmiendas propuestas en la sesión',
      columnas: [
        { titulo: 'N°', ancho: 7, alinear: 'centro' },
        { titulo: 'La propone', ancho: 26 },
        { titulo: 'Enmienda', ancho: 45 },
        { titulo: 'Resultado', ancho: 22 },
      ],
      filas: lista.map((e) => [
        String(e.n),
        nombreDeClave(l, e.miembro, miembros),
        `${e.dice ? `Donde dice: «${e.dice}»; debe decir: «${e.debeDecir}».` : `Se agrega: «${e.debeDecir}».`}${e.motivo ? ` Motivo: ${e.motivo}` : ''}`,
        ENMIENDA[e.situacion] ?? e.situacion,
      ]),
    },
  ];
}

const rondas = (a: Asunto): Bloque[] =>
  (a.rondas?.length ?? 0) > 1
    ? [
        parrafo(
          n('Rondas de concertación: '),
          `${enumerar((a.rondas ?? []).map((r) => `la ${r.n}.ª, desde el ${fechaLarga(r.desde)}${r.cierra ? ` hasta el ${fechaLarga(r.cierra)}` : ''}`))}.`,
        ),
      ]
    : [];

function posiciones(l: Legajo<Sesion>, a: Asunto, miembros: readonly Miembro[]): Bloque[] {
  const filas = Object.entries(a.posiciones)
    .map(([clave, p]) => {
      const m = miembros.find((x) => x.id === clave);
      return {
        orden: m ? NIVELES_DE_GOBIERNO.indexOf(m.nivel) : 9,
        celdas: [m ? NIVELES[m.nivel] : '', nombreDeClave(l, clave, miembros), postura(p), p.motivo ?? ''],
      };
    })
    .sort((x, y) => x.orden - y.orden);
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
      filas: filas.map((f) => (conMotivo ? f.celdas : f.celdas.slice(0, 3))),
    },
  ];
}

/** Objections and reservations that were replaced or withdrawn: their reasons stay in the acta. */
function objeciones(l: Legajo<Sesion>, a: Asunto, miembros: readonly Miembro[]): Bloque[] {
  const puntos = a.anteriores
    .filter((x) => x.posicion.postura === 'objecion' || x.posicion.postura === 'acuerdo_con_reserva')
    .map((x) => {
      const actual = a.posiciones[x.miembro];
      const que = x.posicion.postura === 'objecion' ? 'objetó' : 'formuló reserva';
      const motivo = x.posicion.motivo ? `, por el siguiente motivo: «${sinPunto(x.posicion.motivo)}»` : ', sin motivo registrado';
      const hasta = x.hasta ?? actual?.el;
      const fin =
        x.causa === 'texto_nuevo'
          ? `; ${minuscula(CAUSAS.texto_nuevo)}`
          : x.causa === 'retiro' || (actual && actual.postura !== x.posicion.postura)
            ? `; ${hasta ? `el ${fechaLarga(hasta)} ` : ''}la retira${x.razon ? `: «${sinPunto(x.razon)}»` : ''}${actual ? `, y queda: ${minuscula(postura(actual))}` : ''}`
            : '';
      return `${nombreDeClave(l, x.miembro, miembros)} ${que} el ${fechaLarga(x.posicion.el)}${motivo}${fin}.`;
    });
  return puntos.length > 0 ? [parrafo(n('Objeciones y reservas formuladas antes, y su retiro.')), { clase: 'lista', numeracion: 'guion', puntos }] : [];
}

interface Datos {
  enmiendas?: string | { seccion?: string; dice?: string; debeDecir: string }[];
  gerentes?: { entidad: string; unidad?: string }[];
  fechaSeleccion?: string;
  plazo?: string;
  motivo?: string;
  observaciones?: string | { texto: string }[];
  texto?: string;
}

/** Amendments made in session, whatever the shape in which the agreement keeps them (R1). */
function enmiendas(e: Datos['enmiendas']): Bloque[] {
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

/** What the agreement added to the item: who was selected, until when, what was observed and why. */
function detalle(l: Legajo<Sesion>, datos: unknown, dicho = ''): Bloque[] {
  const d = (datos ?? {}) as Datos;
  const observaciones = typeof d.observaciones === 'string' ? [d.observaciones] : (d.observaciones ?? []).map((o) => o.texto);
  return [
    ...(d.gerentes && d.gerentes.length > 0
      ? [
          parrafo(n('Gerentes Municipales seleccionados (numeral 8.10.v).')),
          {
            clase: 'lista',
            numeracion: 'letra',
            puntos: d.gerentes.map((g) => [g.unidad, oficinaDe(l, g.entidad, 'gerente_municipal')].filter(Boolean).join(', ')),
          } as const,
        ]
      : []),
    ...(d.fechaSeleccion ? [parrafo(n('Fecha que la Comisión se fija para seleccionar: '), `${fechaLarga(d.fechaSeleccion)}.`)] : []),
    ...(d.plazo ? [parrafo(n('Fecha en que se espera la opinión: '), `${fechaLarga(d.plazo)}. Su falta no impide decidir (numeral 8.14).`)] : []),
    ...(d.motivo ? [parrafo(n('Motivo: '), d.motivo)] : []),
    ...(d.texto && sinPunto(d.texto) !== sinPunto(dicho) ? [parrafo(n('Texto del acuerdo: '), d.texto)] : []),
    ...(observaciones.length > 0 ? [parrafo(n('Observaciones de la Comisión.')), { clase: 'lista', numeracion: 'letra', puntos: observaciones } as const] : []),
    ...enmiendas(d.enmiendas),
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
      `Se deja constancia de que no se ${ausentes.length === 1 ? 'recibió un informe institucional' : `recibieron ${ausentes.length} informes institucionales`} con su acuerdo. Su ausencia no impide la continuación del proceso, que prosigue con el Plan de Trabajo Institucional formulado por el sector y aprobado por la Comisión.`,
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

/** The rulebook is printed where it is adopted (6.6 ¶2). */
function reglasAdoptadas(l: Legajo<Sesion>, a: Asunto): Bloque[] {
  if (a.tipo !== 'AdoptarReglamento') return [];
  const r = otroDe<Cig>(l, a.objeto, 'cig')?.reglamentos?.find((x) => x.sesion === l.id);
  return r
    ? [parrafo(n(`Reglamento de la Comisión, versión ${r.version}.`)), { clase: 'ficha', titulo: 'Reglamento adoptado', datos: describirReglas(r.reglas) }]
    : [];
}

/** What the agreement asks of offices: who answers, what counts as done and until when (8.18). */
function compromisos(l: Legajo<Sesion>, a: Asunto): Bloque[] {
  const lista = compromisosDe(a);
  if (lista.length > 0)
    return [
      {
        clase: 'tabla',
        titulo: `Compromisos del acuerdo ${a.n}`,
        columnas: [
          { titulo: 'Compromiso', ancho: 30 },
          { titulo: 'Oficina responsable', ancho: 28 },
          { titulo: 'Se considera cumplido cuando', ancho: 26 },
          { titulo: 'Hasta', ancho: 16 },
        ],
        filas: lista.map((c) => [c.titulo, oficinaDe(l, c.responsable.entidad, c.responsable.cargo), sinPunto(c.cumplimiento), fechaLarga(c.vence)]),
      },
    ];
  const partes = [
    a.responsable && `responsable, ${nombreDeEntidad(l, a.responsable)}`,
    a.cumplimiento && `se cumple cuando: ${sinPunto(a.cumplimiento)}`,
    a.vence && `hasta el ${fechaLarga(a.vence)}`,
  ].filter((x): x is string => Boolean(x));
  return partes.length > 0 ? [parrafo(n('Cumplimiento: '), `${partes.join('; ')}.`)] : [];
}

function acordado(l: Legajo<Sesion>, a: Asunto, acuerdo: NonNullable<Asunto['acuerdo']>): Bloque[] {
  const dicho = acuerdo.texto || (acuerdo.datos as Datos | undefined)?.texto || a.titulo;
  const ausentes = acuerdo.ausentes.map((x) => NIVELES[x as keyof typeof NIVELES] ?? x);
  return [
    parrafo(
      n(`ACUERDO ${a.n}. `),
      `La Comisión acuerda por consenso: ${sinPunto(dicho)}. `,
      n(
        `Resultado: ${minuscula(RESULTADOS[acuerdo.resultado] ?? acuerdo.resultado)}, el ${fechaLarga(acuerdo.el)}${acuerdo.hora ? `, a las ${acuerdo.hora} horas` : ''}.`,
      ),
      ausentes.length > 0 ? ` No fijó posición: ${enumerar(ausentes)}.` : '',
    ),
    ...compromisos(l, a),
    ...detalle(l, acuerdo.datos, dicho),
    ...informesAusentes(l, a),
    ...reglasAdoptadas(l, a),
  ];
}

function resultado(l: Legajo<Sesion>, a: Asunto): Bloque[] {
  const dicho = a.sintesis ? `${sinPunto(a.sintesis)}.` : '';
  if (a.situacion === 'por_tratar') return [parrafo(n('Situación: '), 'por tratar.')];
  if (a.situacion === 'tratado') return [parrafo(n('Se informó, sin acuerdo. '), dicho)];
  if (a.situacion === 'diferido' && esInformativo(a)) return [parrafo(n('No se trató. '), dicho ? `Motivo: ${dicho}` : 'Queda para una próxima sesión.')];
  if (a.situacion === 'diferido')
    return [
      parrafo(
        n('Asunto diferido. '),
        dicho ? `Motivo: ${dicho} ` : '',
        'La sesión se cierra sin acuerdo sobre este asunto, que queda para una próxima sesión.',
      ),
    ];
  if (!a.acuerdo) return [parrafo(n('Situación: '), a.situacion)];
  if (a.situacion === 'acordado') return acordado(l, a, a.acuerdo);
  return [
    parrafo(
      n(`Sin consenso, ${fechaLarga(a.acuerdo.el)}. `),
      'Se mantienen objeciones y la Comisión, que actúa de manera concertada y por consenso, no adopta el acuerdo (numeral 6.6).',
    ),
    ...detalle(l, a.acuerdo.datos),
  ];
}

/** One item of the agenda: what was proposed, what each said, and how it ended. */
export function bloquesDeAsunto(l: Legajo<Sesion>, a: Asunto, numero: string, miembros: readonly Miembro[]): Bloque[] {
  const objeto = l.otros.get(a.objeto);
  const decide = !esInformativo(a);
  return [
    subtitulo(rotuloDe(a), numero),
    ...(objeto && decide && a.objeto !== l.estado.cig ? [parrafo(n('Expediente sobre el que se decide: '), `${objeto.titulo} (${objeto.codigo}).`)] : []),
    ...(a.viene ? [parrafo(n('Viene de: '), `${a.viene.nombreSesion}, que lo dejó sin tratar.`)] : []),
    ...propuesta(a),
    ...enmiendasPropuestas(l, a, miembros),
    ...rondas(a),
    ...(decide ? posiciones(l, a, miembros) : []),
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
