import { valorarConsenso } from '../directiva/consenso.ts';
import type { ActoCualquiera, Contexto } from '../kernel/acto.ts';
import { fechaDeLima } from '../kernel/calendario.ts';
import type { Fecha, Impedimento } from '../kernel/tipos.ts';
import type { Relacionado } from '../lecturas/expediente.ts';
import type { Cig } from '../modules/cig/cig.ts';
import { asientosDe, posicionesDe, type Sesion } from '../modules/sesion/sesion.ts';
import type { AccionDisponible } from '../platform/contrato.ts';
import { MODULOS } from '../registro.ts';
import type { DepsDeOficina } from './sesion.servidor.ts';

/** Acto as the screen of its expediente offers it. */
export interface AccionMostrada extends Omit<AccionDisponible, 'concurrencia'> {
  a: string;
}

export interface Acciones {
  posibles: AccionMostrada[];
  /** Possible actos that write a section: offered beside it. */
  deContenido: AccionMostrada[];
  impedidas: AccionMostrada[];
  /** Impeded for lack of an item in the agenda, or beyond what is worth showing at once. */
  otras: AccionMostrada[];
  ajenas: AccionMostrada[];
}

const VISIBLES = 4;

/** Actos with a page of their own instead of the generated form; `:id` is the expediente. */
const PAGINAS: Readonly<Record<string, string>> = {
  ImportarTerritorio: '/administracion/importar',
  ImportarNormas: '/administracion/importar',
  FirmarDocumento: '/expediente/:id/firmar',
};

/** Where an acto on an expediente is performed. */
export const direccionDe = (acto: string, id: string): string => PAGINAS[acto]?.replace(':id', id) ?? `/expediente/${id}/acto/${acto}`;

/** Standing objections stop an agreement before any form: shown as the picture of the session is (6.6, R2). */
function consensoDe(sesion: Sesion, cig: Cig | undefined, acto: string, nombrar: (entidad: string) => string, hoy: Fecha): Impedimento[] {
  const abiertos = sesion.asuntos.filter((a) => a.tipo === acto && a.situacion === 'por_tratar');
  const impedidos = abiertos.map(
    (a) => valorarConsenso(posicionesDe(sesion, a, asientosDe(a, cig?.miembros ?? [], hoy), (m) => nombrar(m.entidad))).impedimentos,
  );
  return impedidos.length > 0 && impedidos.every((i) => i.length > 0) ? (impedidos[0] as Impedimento[]) : [];
}

function conConsenso(
  lista: readonly AccionDisponible[],
  estado: unknown,
  relacionados: readonly Relacionado[],
  nombrar: (e: string) => string,
  hoy: Fecha,
): AccionDisponible[] {
  const sesion = estado as Sesion;
  const cig = relacionados.find((r) => r.rol === 'cig')?.estado as Cig | undefined;
  return lista.map((a) => {
    if (a.estado !== 'posible' || a.acto === 'DeclararSinConsenso') return a;
    const impedimentos = consensoDe(sesion, cig, a.acto, nombrar, hoy);
    return impedimentos.length > 0 ? { ...a, estado: 'impedida', impedimentos } : a;
  });
}

/** Actos of a session that its room offers beside what they are about. */
export const EN_SALA: readonly string[] = [
  'RegistrarAsistencia',
  'RegistrarSalida',
  'PonerEnDebate',
  'FijarPosicion',
  'RetirarObjecion',
  'ComentarAsunto',
  'ProponerEnmienda',
  'IncorporarEnmienda',
  'RetirarEnmienda',
  'AbrirRonda',
  'DarPorTratado',
  'DiferirAsunto',
  'AnotarCompromiso',
  'RetirarCompromiso',
];

/**
 * Sorts what `disponibles` says for a screen: what is awaited from this office first, then what is possible.
 * @param esperados actos that settle a pendiente of this office
 * @param deSeccion actos that write a section of the content
 */
export function ordenarAcciones(
  id: string,
  e: { tipo: string; estado: unknown; relacionados: readonly Relacionado[] },
  todas: readonly AccionDisponible[],
  opciones: { esperados: ReadonlySet<string>; deSeccion: ReadonlySet<string>; nombrar: (entidad: string) => string; hoy: Fecha },
): Acciones {
  const esSesion = e.tipo === 'sesion';
  const deSeccion = esSesion ? new Set([...opciones.deSeccion, ...EN_SALA]) : opciones.deSeccion;
  const lista = esSesion ? conConsenso(todas, e.estado, e.relacionados, opciones.nombrar, opciones.hoy) : todas;
  const agenda = new Set(esSesion ? (e.estado as Sesion).asuntos.filter((a) => a.situacion === 'por_tratar').map((a) => a.tipo) : []);
  const mostrar = ({ concurrencia: _c, ...a }: AccionDisponible): AccionMostrada => ({
    ...a,
    a: direccionDe(a.acto, id),
  });
  const peso = (a: AccionDisponible) => (opciones.esperados.has(a.acto) ? 0 : agenda.has(a.acto) ? 1 : 2);
  const con = (estado: AccionDisponible['estado']) => lista.filter((a) => a.estado === estado).sort((x, y) => peso(x) - peso(y));
  const posibles = con('posible');
  const impedidas = con('impedida').sort((x, y) => Number(deSeccion.has(x.acto)) - Number(deSeccion.has(y.acto)));
  const destacadas = impedidas.filter((a, i) => peso(a) < 2 || (!esSesion && i < VISIBLES && !deSeccion.has(a.acto)));
  return {
    posibles: posibles.filter((a) => !deSeccion.has(a.acto) || opciones.esperados.has(a.acto)).map(mostrar),
    deContenido: posibles.filter((a) => deSeccion.has(a.acto) && !opciones.esperados.has(a.acto)).map(mostrar),
    impedidas: destacadas.map(mostrar),
    otras: impedidas.filter((a) => !destacadas.includes(a)).map(mostrar),
    ajenas: con('ajena').map(mostrar),
  };
}

/** Context of a decision that reads nothing yet. */
export function contextoVacio(deps: DepsDeOficina, id: string): Contexto {
  const ahora = deps.ahora();
  const hoy = fechaDeLima(ahora);
  return { id, hoy, ahora: ahora.toISOString(), ocurridoEl: hoy, actor: deps.quien.actor, catalogo: deps.catalogo(), leidos: {}, huella: () => '' };
}

/** Actos that open an expediente and that this office may perform. `tipo`: only of that kind. */
export function creables(deps: DepsDeOficina, tipo?: string): ActoCualquiera[] {
  const ctx = contextoVacio(deps, '');
  return MODULOS.filter((m) => m.tipo !== 'catalogo' && (!tipo || m.tipo === tipo))
    .flatMap((m) => m.actos)
    .filter((a) => a.crea && a.puede(deps.quien.actor, undefined, ctx) === null);
}
