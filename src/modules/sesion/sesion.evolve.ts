import type { Marca } from '../../kernel/tipos.ts';
import type { Asistencia, Asunto, PosicionFijada, Presencia, Sesion, SesionHecho } from './sesion.ts';
import { textoVigente } from './sesion.ts';

const conAsunto = (s: Sesion, n: number, cambio: (a: Asunto) => Asunto): Sesion => ({ ...s, asuntos: s.asuntos.map((a) => (a.n === n ? cambio(a) : a)) });
const sinDebate = (s: Sesion, n: number): Sesion => (s.enDebate === n ? { ...s, enDebate: undefined } : s);

type DeHecho<T extends SesionHecho['tipo']> = Extract<SesionHecho, { tipo: T }>['datos'];

function incluir(s: Sesion, d: DeHecho<'AsuntoIncluido'>, m: Marca): Sesion {
  const { n, propuesta, ...resto } = d;
  const numero = n ?? Math.max(0, ...s.asuntos.map((a) => a.n)) + 1;
  const textos = propuesta ? [{ n: 1, texto: propuesta, el: m.ocurridoEl }] : undefined;
  return {
    ...s,
    asuntos: [...s.asuntos, { ...resto, n: numero, situacion: 'por_tratar', posiciones: {}, anteriores: [], comentarios: [], ...(textos ? { textos } : {}) }],
    agenda: s.agenda && [...s.agenda, numero],
  };
}

function llegar(previa: Asistencia | undefined, d: DeHecho<'AsistenciaRegistrada'>, m: Marca): Asistencia {
  if (d.hora === undefined) return { modo: d.modo, el: m.ocurridoEl };
  const nueva: Presencia = { modo: d.modo, el: m.ocurridoEl, desde: d.hora, suplente: d.suplente, ...(d.propia ? { designacion: m.designacion } : {}) };
  const abiertas = (previa?.presencias ?? []).map((p) => (p.hasta === undefined ? { ...p, hasta: d.hora } : p));
  return { modo: d.modo, el: m.ocurridoEl, presencias: [...abiertas, nueva] };
}

function salir(previa: Asistencia | undefined, hora: string): Asistencia {
  const base: Asistencia = previa ?? { modo: 'presencial', el: '' };
  const presencias = base.presencias ?? [{ modo: base.modo, el: base.el, desde: '' }];
  return { ...base, presencias: presencias.map((p) => (p.hasta === undefined ? { ...p, hasta: hora } : p)) };
}

function fijar(a: Asunto, d: DeHecho<'PosicionFijada'>, m: Marca): Asunto {
  const previa = a.posiciones[d.miembro];
  const registradaPor = m.decididoPor || (d.texto !== undefined && `${m.entidad}/${m.cargo}` !== d.miembro) ? `${m.entidad}/${m.cargo}` : undefined;
  const posicion: PosicionFijada = {
    postura: d.postura,
    motivo: d.motivo,
    el: m.ocurridoEl,
    registradaPor,
    ...(d.texto === undefined ? {} : { texto: d.texto }),
  };
  return {
    ...a,
    posiciones: { ...a.posiciones, [d.miembro]: posicion },
    anteriores: previa
      ? [...a.anteriores, { miembro: d.miembro, posicion: previa, ...(d.texto === undefined ? {} : { causa: 'cambio' as const, hasta: m.ocurridoEl }) }]
      : a.anteriores,
  };
}

function retirar(a: Asunto, d: DeHecho<'ObjecionRetirada'>, m: Marca): Asunto {
  const { [d.miembro]: previa, ...resto } = a.posiciones;
  if (!previa) return a;
  return {
    ...a,
    posiciones: resto,
    anteriores: [...a.anteriores, { miembro: d.miembro, posicion: previa, causa: 'retiro', razon: d.razon, hasta: m.ocurridoEl }],
  };
}

/** A new text needs new adherences, and an objection stands until its member withdraws it (R2). */
function incorporar(a: Asunto, enmienda: number, m: Marca): Asunto {
  const e = a.enmiendas?.find((x) => x.n === enmienda);
  if (!e) return a;
  const vigente = textoVigente(a);
  const texto = e.seccion === undefined ? e.debeDecir : vigente.texto;
  // In order of key: the state comes back from the database with its keys in another order.
  const entradas = Object.entries(a.posiciones).sort(([x], [y]) => (x < y ? -1 : 1));
  const vencidas = entradas.filter(([, p]) => p.postura !== 'objecion');
  return {
    ...a,
    textos: [...(a.textos ?? [{ n: 1, texto: '', el: m.ocurridoEl }]), { n: vigente.n + 1, texto, el: m.ocurridoEl, enmienda }],
    enmiendas: a.enmiendas?.map((x) => {
      if (x.n === enmienda) return { ...x, situacion: 'incorporada' };
      return x.situacion === 'propuesta' && x.seccion === undefined && e.seccion === undefined ? { ...x, situacion: 'superada' } : x;
    }),
    posiciones: Object.fromEntries(entradas.filter(([, p]) => p.postura === 'objecion')),
    anteriores: [...a.anteriores, ...vencidas.map(([miembro, posicion]) => ({ miembro, posicion, causa: 'texto_nuevo' as const, hasta: m.ocurridoEl }))],
  };
}

const conEnmienda = (a: Asunto, n: number, situacion: 'retirada'): Asunto => ({
  ...a,
  enmiendas: a.enmiendas?.map((x) => (x.n === n ? { ...x, situacion } : x)),
});

/** Folds a hecho, of this version or an earlier one. Pure and small: the screen of the session folds with it too. */
export function evolve(s: Sesion | undefined, h: SesionHecho, m: Marca): Sesion {
  if (h.tipo === 'SesionConvocada') return { ...h.datos, situacion: 'convocado', asistencia: {}, asuntos: [], desde: m.ocurridoEl };
  const z = s as Sesion;
  switch (h.tipo) {
    case 'AsuntoIncluido':
      return incluir(z, h.datos, m);
    case 'AgendaOrdenada':
      return { ...z, agenda: h.datos.orden };
    case 'InvitadoConvocado': {
      const { entidad } = h.datos;
      const participantes = entidad && !z.participantes.includes(entidad) ? [...z.participantes, entidad] : z.participantes;
      return { ...z, participantes, invitados: [...(z.invitados ?? []), { ...h.datos, el: m.ocurridoEl }] };
    }
    case 'SesionInstalada':
      return { ...z, situacion: 'instalado', desde: m.ocurridoEl, ...(h.datos.hora ? { horaInstalacion: h.datos.hora } : {}) };
    case 'AsistenciaRegistrada':
      return { ...z, asistencia: { ...z.asistencia, [h.datos.miembro]: llegar(z.asistencia[h.datos.miembro], h.datos, m) } };
    case 'SalidaRegistrada':
      return { ...z, asistencia: { ...z.asistencia, [h.datos.miembro]: salir(z.asistencia[h.datos.miembro], h.datos.hora) } };
    case 'AsuntoEnDebate':
      return { ...z, enDebate: h.datos.asunto };
    case 'AsuntoTratado':
      return sinDebate(
        conAsunto(z, h.datos.asunto, (a) => ({ ...a, situacion: 'tratado', sintesis: h.datos.sintesis })),
        h.datos.asunto,
      );
    case 'AsuntoDiferido':
      return sinDebate(
        conAsunto(z, h.datos.asunto, (a) => ({ ...a, situacion: 'diferido', sintesis: h.datos.motivo })),
        h.datos.asunto,
      );
    case 'PosicionFijada':
      return conAsunto(z, h.datos.asunto, (a) => fijar(a, h.datos, m));
    case 'ObjecionRetirada':
      return conAsunto(z, h.datos.asunto, (a) => retirar(a, h.datos, m));
    case 'ComentarioRegistrado':
      return conAsunto(z, h.datos.asunto, (a) => ({
        ...a,
        comentarios: [...a.comentarios, { entidad: m.entidad, cargo: m.cargo, texto: h.datos.texto, el: m.ocurridoEl }],
      }));
    case 'EnmiendaPropuesta':
      return conAsunto(z, h.datos.asunto, (a) => {
        const { asunto: _, ...e } = h.datos;
        const previas = a.enmiendas ?? [];
        return { ...a, enmiendas: [...previas, { ...e, n: previas.length + 1, el: m.ocurridoEl, situacion: 'propuesta' }] };
      });
    case 'EnmiendaRetirada':
      return conAsunto(z, h.datos.asunto, (a) => conEnmienda(a, h.datos.enmienda, 'retirada'));
    case 'EnmiendaIncorporada':
      return conAsunto(z, h.datos.asunto, (a) => incorporar(a, h.datos.enmienda, m));
    case 'RondaAbierta':
      return conAsunto(z, h.datos.asunto, (a) => {
        const previas = a.rondas ?? [{ n: 1, desde: m.ocurridoEl }];
        return { ...a, rondas: [...previas, { n: previas.length + 1, desde: m.ocurridoEl, ...(h.datos.cierra ? { cierra: h.datos.cierra } : {}) }] };
      });
    case 'AcuerdoAdoptado': {
      const { asunto, ...acuerdo } = h.datos;
      return sinDebate(
        conAsunto(z, asunto, (a) => ({
          ...a,
          situacion: acuerdo.resultado === 'sin_consenso' ? 'sin_consenso' : 'acordado',
          acuerdo: { el: m.ocurridoEl, ...acuerdo },
        })),
        asunto,
      );
    }
    case 'CompromisoAnotado':
      return conAsunto(z, h.datos.asunto, (a) => {
        const { asunto: _, ...c } = h.datos;
        const previos = a.compromisos ?? [];
        return { ...a, compromisos: [...previos, { ...c, n: (previos.at(-1)?.n ?? 0) + 1 }] };
      });
    case 'CompromisoRetirado':
      return conAsunto(z, h.datos.asunto, (a) => ({ ...a, compromisos: a.compromisos?.filter((c) => c.n !== h.datos.compromiso) }));
    case 'SesionCerrada':
      return {
        ...z,
        situacion: 'cerrado',
        enDebate: undefined,
        ...(h.datos.hora ? { horaCierre: h.datos.hora } : {}),
        asuntos: z.asuntos.map((a) => (h.datos.diferidos.includes(a.n) ? { ...a, situacion: 'diferido' } : a)),
      };
  }
}
