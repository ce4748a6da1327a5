import { NIVELES_DE_GOBIERNO, type NivelDeGobierno, POSTURAS, type Postura, valorarConsenso } from '../../directiva/consenso.ts';
import { faltaQuorum, type Reglas } from '../../directiva/reglamento.ts';
import type { Miembro } from '../../modules/cig/cig.ts';
import {
  type Asunto,
  type Enmienda,
  enOrden,
  esInformativo,
  type PosicionAnterior,
  posicionesDe,
  presente,
  rondaDe,
  type Sesion,
  textoVigente,
} from '../../modules/sesion/sesion.ts';

/** Seat as the room shows it. */
export interface Silla extends Pick<Miembro, 'id' | 'entidad' | 'cargo' | 'nivel' | 'calidad' | 'suplente'> {
  nombre: string;
}

/** What the room knows besides the state of the session: it changes seldom and comes with the page. */
export interface Sala {
  sillas: readonly Silla[];
  reglas: Reglas;
  /** Names of entities by key. */
  entidades: Readonly<Record<string, string>>;
}

export interface PosicionMostrada {
  id: string;
  nombre: string;
  postura: Postura;
  motivo?: string;
  /** Taken on an earlier text. */
  anterior: boolean;
  porOtra: boolean;
}

export interface NivelMostrado {
  nivel: NivelDeGobierno;
  posiciones: PosicionMostrada[];
  sin: string[];
}

export interface AsuntoMostrado {
  n: number;
  titulo: string;
  tipo: string;
  objeto: string;
  situacion: Asunto['situacion'];
  informativo: boolean;
  actual: boolean;
  texto: { n: number; texto: string };
  textos: { n: number; texto: string }[];
  ronda: { n: number; cierra?: string };
  niveles: NivelMostrado[];
  enmiendas: (Enmienda & { quien: string })[];
  anteriores: (PosicionAnterior & { quien: string })[];
  comentarios: { quien: string; texto: string }[];
  /** Why it cannot be agreed yet; empty when it can. */
  falta: string[];
  asunto: Asunto;
}

export interface SillaPresente extends Silla {
  presente: boolean;
  detalle: string;
}

export interface Vivo {
  situacion: Sesion['situacion'];
  asuntos: AsuntoMostrado[];
  actual: number | undefined;
  asistencia: { nivel: NivelDeGobierno; sillas: SillaPresente[]; presentes: number; pide: number }[];
  presentes: number;
  pide: number;
  faltaQuorum: boolean;
  invitados: { nombre: string; tema: string }[];
}

const nombreDe = (sala: Sala, clave: string): string => sala.sillas.find((s) => s.id === clave)?.nombre ?? clave;

function niveles(sala: Sala, a: Asunto): NivelMostrado[] {
  const vigente = textoVigente(a).n;
  return NIVELES_DE_GOBIERNO.map((nivel) => {
    const propias = sala.sillas.filter((s) => s.nivel === nivel && s.calidad === 'miembro');
    return {
      nivel,
      posiciones: propias.flatMap((s) => {
        const p = a.posiciones[s.id];
        return p
          ? [
              {
                id: s.id,
                nombre: s.nombre,
                postura: p.postura,
                motivo: p.motivo,
                anterior: (p.texto ?? vigente) !== vigente,
                porOtra: p.registradaPor !== undefined,
              },
            ]
          : [];
      }),
      sin: propias.filter((s) => !a.posiciones[s.id]).map((s) => s.nombre),
    };
  });
}

function mostrar(s: Sesion, sala: Sala, a: Asunto): AsuntoMostrado {
  const miembros = sala.sillas as unknown as readonly Miembro[];
  const nombrar = (m: Miembro) => nombreDe(sala, m.id);
  const informativo = esInformativo(a);
  return {
    n: a.n,
    titulo: a.titulo,
    tipo: a.tipo,
    objeto: a.objeto,
    situacion: a.situacion,
    informativo,
    actual: s.enDebate === a.n,
    texto: textoVigente(a),
    textos: a.textos ?? [],
    ronda: rondaDe(a),
    niveles: niveles(sala, a),
    enmiendas: (a.enmiendas ?? []).map((e) => ({ ...e, quien: nombreDe(sala, e.miembro) })),
    anteriores: a.anteriores.map((x) => ({ ...x, quien: nombreDe(sala, x.miembro) })),
    comentarios: a.comentarios.map((c) => ({ quien: oficina(sala, c.entidad, c.cargo), texto: c.texto })),
    falta:
      informativo || a.situacion !== 'por_tratar'
        ? []
        : valorarConsenso(posicionesDe(s, a, miembros, nombrar)).impedimentos.map((i) => `${i.motivo} ${i.remedio}`),
    asunto: a,
  };
}

const oficina = (sala: Sala, entidad: string, cargo: string): string =>
  sala.sillas.find((s) => s.id === `${entidad}/${cargo}`)?.nombre ?? sala.entidades[entidad] ?? entidad;

function detalleDe(s: Sesion, silla: Silla): string {
  const a = s.asistencia[silla.id];
  if (!a) return '';
  const tramos = (a.presencias ?? []).filter((p) => p.desde !== '');
  const horas = tramos.map((p) => `${p.desde}${p.hasta ? `–${p.hasta}` : ''}`).join(', ');
  const suplente = a.presencias?.at(-1)?.suplente ? 'por su suplente' : '';
  return [a.modo === 'virtual' ? 'virtual' : 'en la sala', suplente, horas].filter(Boolean).join(', ');
}

/** All that the room shows of a state of the session. Pure: the server draws with it and the browser again at every change. */
export function vivoDe(s: Sesion, sala: Sala): Vivo {
  const asistencia = NIVELES_DE_GOBIERNO.map((nivel) => {
    const sillas = sala.sillas.filter((x) => x.nivel === nivel).map((x) => ({ ...x, presente: presente(s.asistencia[x.id]), detalle: detalleDe(s, x) }));
    return { nivel, sillas, presentes: sillas.filter((x) => x.presente && x.calidad === 'miembro').length, pide: sala.reglas.quorum[nivel] };
  });
  const presentes = asistencia.flatMap((n) => n.sillas.filter((x) => x.presente && x.calidad === 'miembro'));
  return {
    situacion: s.situacion,
    asuntos: enOrden(s).map((a) => mostrar(s, sala, a)),
    actual: s.enDebate,
    asistencia,
    presentes: presentes.length,
    pide: sala.reglas.quorum.total,
    faltaQuorum: s.modalidad !== 'circulacion' && faltaQuorum(sala.reglas, presentes).length > 0,
    invitados: (s.invitados ?? []).map((i) => ({ nombre: i.entidad ? (sala.entidades[i.entidad] ?? i.entidad) : (i.institucion ?? ''), tema: i.tema })),
  };
}

/** Order in which positions are read: what stops a consensus first. */
export const ORDEN_DE_POSTURAS = (Object.keys(POSTURAS) as Postura[]).reverse();
