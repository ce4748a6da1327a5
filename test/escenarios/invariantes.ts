import type { Cig } from '../../src/modules/cig/cig.ts';
import type { Etti } from '../../src/modules/etti/etti.ts';
import { textoAnexo } from '../../src/modules/modelo/modelo.anexo.ts';
import type { Modelo } from '../../src/modules/modelo/modelo.ts';
import type { Plan } from '../../src/modules/plan/plan.ts';
import type { Servicio } from '../../src/modules/servicio/servicio.ts';
import type { Asunto, Sesion } from '../../src/modules/sesion/sesion.ts';
import { huella } from '../escenario.ts';

/** Los expedientes de una historia, con su estado. */
export interface Mundo {
  servicios: Map<string, Servicio>;
  cigs: Map<string, Cig>;
  planes: Map<string, Plan>;
  ettis: Map<string, Etti>;
  modelos: Map<string, Modelo>;
  sesiones: Map<string, Sesion>;
}

const ORDEN = ['E6', 'E7', 'E8', 'E8o', 'E9', 'E10', 'E11', 'E12'];
const desde = (m: Modelo, etapa: string) => m.pistaA !== 'X3' && ORDEN.indexOf(m.pistaA) >= ORDEN.indexOf(etapa);

const acuerdos = (w: Mundo): { sesion: Sesion; asunto: Asunto }[] =>
  [...w.sesiones.values()].flatMap((sesion) => sesion.asuntos.filter((asunto) => asunto.situacion === 'acordado').map((asunto) => ({ sesion, asunto })));

const acordado = (w: Mundo, tipo: string, objeto: string) => acuerdos(w).some(({ asunto }) => asunto.tipo === tipo && asunto.objeto === objeto);

const repetidos = (claves: readonly string[]) => claves.filter((c, i) => claves.indexOf(c) !== i);

/** Qué expedientes están en una situación que §11 prohíbe. */
type Prohibido = (w: Mundo) => string[];

const entre = <S>(mapa: ReadonlyMap<string, S>, malo: (estado: S, id: string) => boolean): string[] =>
  [...mapa].flatMap(([id, estado]) => (malo(estado, id) ? [id] : []));

/** Lo que §11 prohíbe, con su numeral. */
export const PROHIBIDO: Readonly<Record<string, Prohibido>> = {
  '6.5 modelo de un servicio que no es elegible': (w) => entre(w.modelos, (m) => w.servicios.get(m.servicio)?.situacion !== 'elegible'),

  '6.5 servicio elegible con una condición falsa o de un solo nivel': (w) =>
    entre(
      w.servicios,
      (s) =>
        s.situacion === 'elegible' &&
        (!s.condiciones || Object.values(s.condiciones).some((c) => !c.cumple) || (s.niveles.length === 1 && s.niveles[0] === 'nacional')),
    ),

  '6.5 dos modelos vivos del mismo servicio en un territorio': (w) =>
    repetidos([...w.modelos.values()].filter((m) => m.sinConsenso?.destino !== 'plan').map((m) => `${m.servicio}:${m.territorio}`)),

  '6.5 modelo de un distrito o del país': (w) => entre(w.modelos, (m) => m.territorio === 'pe' || m.territorio.length > 4),

  '8.9 modelo sin línea en un plan aprobado': (w) =>
    entre(w.modelos, (m) => {
      const plan = w.planes.get(m.plan);
      return plan?.situacion !== 'aprobado' || !plan.lineas.some((l) => l.servicio === m.servicio && l.territorio === m.territorio);
    }),

  '8.9 modelo sin ETTI reconocido e instalado de su departamento': (w) =>
    entre(w.modelos, (m) => {
      const etti = w.ettis.get(m.etti);
      return etti?.situacion !== 'instalado' || etti.territorio !== m.departamental || etti.cig !== m.cig;
    }),

  '8.9 dos ETTI de la misma CIG en un departamento': (w) =>
    repetidos([...w.ettis.values()].map((e) => [e.cig, e.territorio, e.adicionalPara].filter(Boolean).join(':'))),

  '8.9 ETTI reconocido sin acuerdo de la CIG': (w) => entre(w.ettis, (e, id) => e.situacion !== 'propuesto' && !acordado(w, 'ReconocerEtti', id)),

  '8.10 ETTI instalado sin los asientos i, ii y iii, salvo vacancia posterior': (w) =>
    entre(
      w.ettis,
      (e) =>
        e.situacion === 'instalado' && ['i', 'ii', 'iii'].some((a) => !e.miembros.some((m) => m.asiento === a) && !e.vacancias.some((v) => v.asiento === a)),
    ),

  '8.10 invitado contado como miembro o entre las conformidades': (w) =>
    entre(w.ettis, (e) => {
      const invitados = e.invitados.map((i) => i.entidad).filter((i) => i.startsWith('md-'));
      return [...e.miembros, ...(e.protocolo?.conformidades ?? [])].some((x) => invitados.includes(x.entidad));
    }),

  '8.10 posición en una sesión de quien no es miembro con decisión': (w) =>
    entre(w.sesiones, (s) => {
      const miembros = new Set(w.cigs.get(s.cig)?.miembros.flatMap((m) => (m.calidad === 'miembro' ? [m.id] : [])));
      return s.asuntos.some((a) => Object.keys(a.posiciones).some((id) => !miembros.has(id)));
    }),

  '6.6 acuerdo con una objeción en pie': (w) =>
    acuerdos(w).flatMap(({ sesion, asunto }) => {
      const retirados = new Set(w.cigs.get(sesion.cig)?.miembros.flatMap((m) => (m.hasta ? [m.id] : [])));
      const objetan = Object.entries(asunto.posiciones).filter(([id, p]) => p.postura === 'objecion' && !retirados.has(id));
      return objetan.length > 0 ? [`${asunto.tipo} ${objetan.map(([id]) => id)}`] : [];
    }),

  '6.6 acuerdo del sector solo': (w) =>
    acuerdos(w).flatMap(({ sesion, asunto }) =>
      Object.keys(asunto.posiciones).every((id) => id.startsWith(`${sesion.sector}/`)) ? [`${asunto.tipo} ${sesion.nombre}`] : [],
    ),

  '6.6 falta de consenso declarada sin objeción': (w) =>
    [...w.sesiones.values()].flatMap((s) =>
      s.asuntos.filter((a) => a.situacion === 'sin_consenso' && !Object.values(a.posiciones).some((p) => p.postura === 'objecion')).map((a) => a.titulo),
    ),

  '8.6 plan aprobado sin elevarse o sin acuerdo de la CIG': (w) =>
    entre(w.planes, (p, id) => p.situacion === 'aprobado' && (!p.elevacion || !acordado(w, 'AprobarPlan', id))),

  '8.7 plan aprobado sin diagnóstico': (w) => entre(w.planes, (p) => p.situacion === 'aprobado' && !p.diagnostico),

  '6.5 plan aprobado con una condición sin sustento': (w) => entre(w.planes, (p) => p.situacion === 'aprobado' && (p.elevacion?.sinSustento.length ?? 0) > 0),

  '8.13 modelo elevado sin acta o con otra huella': (w) =>
    entre(w.modelos, (m) => desde(m, 'E8') && (!m.paquete?.actaEtti || !/^[0-9a-f]{64}$/.test(m.paquete.huella))),

  '8.12 modelo elevado sin protocolo': (w) => entre(w.modelos, (m) => desde(m, 'E8') && !w.ettis.get(m.etti)?.protocolo),

  '8.1 modelo elevado sin nivel de prestación': (w) => entre(w.modelos, (m) => desde(m, 'E8') && !m.paquete?.contenido.secciones.nivelPrestacion),

  '8.13 modelo aprobado sin elevarse o sin acuerdo de la CIG': (w) =>
    entre(w.modelos, (m, id) => desde(m, 'E9') && (!m.paquete || !m.aprobacion || !acordado(w, 'AprobarModelo', id))),

  '8.15 modelo vigente sin Resolución Ministerial, o con otro anexo': (w) =>
    entre(
      w.modelos,
      (m) =>
        desde(m, 'E10') &&
        (m.resolucion?.situacion !== 'vigente' ||
          !(m.resolucion.textoAceptado || (m.paquete && m.resolucion.huellaAnexo === huella(textoAnexo(m.paquete.contenido))))),
    ),

  '8.15 discrepante que rige': (w) => entre(w.modelos, (m) => m.resolucion?.situacion === 'discrepante' && desde(m, 'E10')),

  '8.16 implementación sin estrategia ni cronograma': (w) =>
    entre(w.modelos, (m) => m.pistaA === 'E12' && !(m.estrategia && m.estrategia.cronograma.filas.length > 0)),

  '8.14 opinión pedida a un espacio que la CIG no reconoció': (w) =>
    entre(w.modelos, (m) => m.opiniones.some((o) => !w.cigs.get(m.cig)?.espacios.some((e) => e.id === o.espacio))),

  '8.18 indicador acordado sin acuerdo que lo recoja': (w) =>
    entre(w.modelos, (m) => m.indicadores.some((i) => i.situacion === 'acordado' && !i.acuerdo?.acta)),
};

/** Las prohibiciones que esta historia quebranta: ninguna. */
export const quebrantos = (w: Mundo): string[] => Object.entries(PROHIBIDO).flatMap(([regla, prohibido]) => prohibido(w).map((donde) => `${regla}: ${donde}`));
