import type { HechoDeResolucion } from '../../directiva/formalizar.ts';
import type { Opinion } from '../../directiva/opinion.ts';
import type { Resolucion } from '../../directiva/resolucion.ts';
import type { Advertencia, EntidadId, Fecha, Hecho, Id, Marca, TerritorioId } from '../../kernel/tipos.ts';
import type { ClaveDeSeccion, Secciones } from './modelo.campos.ts';
import { type Cese, type CierreDeCiclo, type Evaluacion, evolveMejora, type MejoraHecho, reemplazar, type VersionFormalizada } from './modelo.mejora.ts';
import type { Contenido, Enmienda } from './modelo.paquete.ts';
import type {
  AcuerdoDeIndicador,
  DatosDeIndicador,
  EstrategiaAdoptada,
  Indicador,
  LineaBase,
  LineaPoi,
  Paquete,
  PedidoDeInformacion,
  PoiDeEntidad,
} from './modelo.partes.ts';

export type Etapa = 'E6' | 'E7' | 'E8' | 'E8o' | 'E9' | 'E10' | 'E11' | 'E12' | 'E13' | 'X3' | 'X4';
export type PistaB = 'B1' | 'B2';
export type Situacion =
  | 'en_diagnostico'
  | 'formulado'
  | 'devuelto'
  | 'elevado'
  | 'en_opinion_previa'
  | 'aprobado'
  | 'discrepante'
  | 'vigente'
  | 'con_estrategia'
  | 'en_implementacion'
  | 'en_mejora'
  | 'suspendido'
  | 'sin_efecto'
  | 'sin_consenso';

export interface Modelo {
  servicio: Id;
  plan: Id;
  etti: Id;
  cig: Id;
  sector: EntidadId;
  nombreServicio: string;
  territorio: TerritorioId;
  nombreTerritorio: string;
  departamental: TerritorioId;
  /** Context only, never a gate (8.1). */
  transferencia?: { estado: 'transferida' | 'en_proceso' | 'no_transferida' | 'no_aplica'; nota?: string };
  /** Office in seat i when the diagnosis opened or the modelo was last elevated. */
  presidencia: { entidad: EntidadId; cargo: string };
  pistaA: Etapa;
  pistaB: PistaB;
  situacion: Situacion;
  secciones: Partial<Secciones>;
  indicadores: Indicador[];
  pedidos: PedidoDeInformacion[];
  opiniones: Opinion[];
  observaciones: { seccion?: string; texto: string }[];
  paquete?: Paquete;
  aprobacion?: { sesion: Id; nombreSesion: string; fecha: Fecha; huellaElevada: string; enmiendas: Enmienda[]; nivelesAusentes: string[] };
  sinConsenso?: { motivo: string; destino: 'etti' | 'plan' };
  proyecto?: { huellaAnexo: string; fecha: Fecha };
  resolucion?: Resolucion;
  estrategia?: EstrategiaAdoptada;
  poi?: LineaPoi[];
  /** Sheets in force of every entity and year (9.5). */
  vinculaciones?: PoiDeEntidad[];
  evaluaciones?: Evaluacion[];
  /** Feedback reports (8.17). */
  cierres?: CierreDeCiclo[];
  /** Improvement cycles closed without changes. */
  ciclos?: number;
  /** Version that applies while the next one is designed (t17). */
  enFuerza?: VersionFormalizada;
  versiones?: VersionFormalizada[];
  cese?: Cese;
  desde: Fecha;
}

type Abierto = Pick<
  Modelo,
  'servicio' | 'plan' | 'etti' | 'cig' | 'sector' | 'nombreServicio' | 'territorio' | 'nombreTerritorio' | 'departamental' | 'transferencia' | 'presidencia'
>;
type SeccionGuardada = { [K in ClaveDeSeccion]: { seccion: K; contenido: Secciones[K] } }[ClaveDeSeccion];
type DeSesion = { sesion: Id; nombreSesion: string };

export type ModeloHecho =
  | Hecho<'DiagnosticoAbierto', Abierto>
  | Hecho<'SeccionGuardada', SeccionGuardada>
  | Hecho<'IndicadorPropuesto', DatosDeIndicador & { numero: number }>
  | Hecho<'IndicadorAcordado', AcuerdoDeIndicador & { numero: number }>
  | Hecho<'LineaBaseRegistrada', LineaBase & { numero: number }>
  | Hecho<'IndicadorRetirado', { numero: number; motivo: string }>
  | Hecho<'InformacionPedida', Omit<PedidoDeInformacion, 'desde' | 'respuesta'>>
  | Hecho<'RespuestaRegistrada', { numero: number; texto: string; alcance: 'completa' | 'parcial'; documento?: string }>
  | Hecho<'ModeloFormulado', { faltantes: Advertencia[] }>
  | Hecho<'ModeloElevado', Paquete & { presidencia: Modelo['presidencia'] }>
  | Hecho<'ElevacionRetirada', { motivo: string }>
  | Hecho<'OpinionPedida', Omit<Opinion, 'desde' | 'respuesta'> & DeSesion>
  | Hecho<'OpinionEmitida', { espacio: string; sentido: 'favorable' | 'con_observaciones' | 'desfavorable'; texto: string; documento?: string }>
  | Hecho<'ModeloDevuelto', DeSesion & { observaciones: { seccion?: string; texto: string }[] }>
  | Hecho<'ModeloAprobado', DeSesion & { huella: string; huellaElevada: string; enmiendas: Enmienda[]; contenido?: Contenido; nivelesAusentes: string[] }>
  | Hecho<'ConsensoNoAlcanzado', DeSesion & { motivo: string; destino: 'etti' | 'plan' }>
  | HechoDeResolucion
  | Hecho<'TextoPublicadoAceptado', DeSesion & { huellaAnexo: string }>
  | Hecho<'EstrategiaAdoptada', DeSesion & Omit<EstrategiaAdoptada, 'sesion' | 'desde'>>
  | Hecho<'ImplementacionIniciada', { poi: LineaPoi[] }>
  | Hecho<'PoiVinculado', PoiDeEntidad>
  | Hecho<'PoiDesvinculado', { vinculacion: Id }>
  | MejoraHecho;

/** Indicators still in the set. */
export const vigentes = (m: Modelo): Indicador[] => m.indicadores.filter((i) => i.situacion !== 'retirado');

function conIndicador(m: Modelo, numero: number, cambio: Partial<Indicador>): Modelo {
  const indicadores = m.indicadores.map((i) => (i.numero === numero ? { ...i, ...cambio } : i));
  return conPistaB({ ...m, indicadores });
}

/** B2 once every indicator is agreed and has its baseline (8.17, 8.18). */
function conPistaB(m: Modelo): Modelo {
  const lista = vigentes(m);
  return { ...m, pistaB: lista.length > 0 && lista.every((i) => i.situacion === 'acordado' && i.lineaBase) ? 'B2' : 'B1' };
}

const vigente = (m: Modelo, el: Fecha): Pick<Modelo, 'pistaA' | 'situacion' | 'enFuerza' | 'versiones'> => ({
  ...(m.estrategia ? { pistaA: 'E11', situacion: 'con_estrategia' } : { pistaA: 'E10', situacion: 'vigente' }),
  ...reemplazar(m, el),
});

const sinFicha = (m: Modelo, vinculacion: Id): PoiDeEntidad[] => (m.vinculaciones ?? []).filter((v) => v.vinculacion !== vinculacion);

export function evolve(previo: Modelo | undefined, h: ModeloHecho, marca: Marca): Modelo {
  const el = marca.ocurridoEl;
  if (h.tipo === 'DiagnosticoAbierto')
    return {
      ...h.datos,
      pistaA: 'E6',
      pistaB: 'B1',
      situacion: 'en_diagnostico',
      secciones: {},
      indicadores: [],
      pedidos: [],
      opiniones: [],
      observaciones: [],
      desde: el,
    };
  const m = previo as Modelo;
  switch (h.tipo) {
    case 'SeccionGuardada':
      return { ...m, secciones: { ...m.secciones, [h.datos.seccion]: h.datos.contenido } };
    case 'IndicadorPropuesto':
      return conPistaB({ ...m, indicadores: [...m.indicadores, { ...h.datos, situacion: 'borrador' }] });
    case 'IndicadorAcordado': {
      const { numero, ...acuerdo } = h.datos;
      const previos = m.indicadores.find((i) => i.numero === numero)?.acuerdo?.niveles ?? [];
      return conIndicador(m, numero, { situacion: 'acordado', acuerdo: { ...acuerdo, niveles: [...new Set([...previos, ...acuerdo.niveles])] } });
    }
    case 'LineaBaseRegistrada': {
      const { numero, ...lineaBase } = h.datos;
      return conIndicador(m, numero, { lineaBase });
    }
    case 'IndicadorRetirado':
      return conIndicador(m, h.datos.numero, { situacion: 'retirado' });
    case 'InformacionPedida':
      return { ...m, pedidos: [...m.pedidos, { ...h.datos, desde: el }] };
    case 'RespuestaRegistrada': {
      const { numero, ...respuesta } = h.datos;
      return { ...m, pedidos: m.pedidos.map((p) => (p.numero === numero ? { ...p, respuesta: { ...respuesta, fecha: el } } : p)) };
    }
    default:
      return evolvePaquete(m, h, el);
  }
}

type DelPaquete = Exclude<
  ModeloHecho,
  {
    tipo:
      | 'DiagnosticoAbierto'
      | 'SeccionGuardada'
      | 'IndicadorPropuesto'
      | 'IndicadorAcordado'
      | 'LineaBaseRegistrada'
      | 'IndicadorRetirado'
      | 'InformacionPedida'
      | 'RespuestaRegistrada';
  }
>;

function evolvePaquete(m: Modelo, h: DelPaquete, el: Fecha): Modelo {
  switch (h.tipo) {
    case 'ModeloFormulado':
      return { ...m, pistaA: 'E7', situacion: 'formulado', sinConsenso: undefined, desde: el };
    case 'ModeloElevado': {
      const { presidencia, ...paquete } = h.datos;
      const abierta = m.opiniones.some((o) => !o.respuesta);
      return { ...m, paquete, presidencia, observaciones: [], pistaA: abierta ? 'E8o' : 'E8', situacion: abierta ? 'en_opinion_previa' : 'elevado', desde: el };
    }
    case 'ElevacionRetirada':
      return { ...m, pistaA: 'E7', situacion: 'formulado', desde: el };
    case 'OpinionPedida': {
      const { espacio, nombre, entidad, plazo } = h.datos;
      const opiniones = [...m.opiniones.filter((o) => o.espacio !== espacio), { espacio, nombre, entidad, plazo, desde: el }];
      return m.pistaA === 'E7' ? { ...m, opiniones } : { ...m, opiniones, pistaA: 'E8o', situacion: 'en_opinion_previa' };
    }
    case 'OpinionEmitida': {
      const { espacio, ...respuesta } = h.datos;
      const opiniones = m.opiniones.map((o) => (o.espacio === espacio ? { ...o, respuesta: { ...respuesta, fecha: el } } : o));
      return m.pistaA === 'E8o' && opiniones.every((o) => o.respuesta) ? { ...m, opiniones, pistaA: 'E8', situacion: 'elevado' } : { ...m, opiniones };
    }
    case 'ModeloDevuelto':
      return { ...m, pistaA: 'E7', situacion: 'devuelto', observaciones: h.datos.observaciones, desde: el };
    case 'ModeloAprobado': {
      const { sesion, nombreSesion, huella, huellaElevada, enmiendas, contenido, nivelesAusentes } = h.datos;
      const elevado = m.paquete as Paquete;
      const aprobado = contenido ?? elevado.contenido;
      return {
        ...m,
        pistaA: 'E9',
        situacion: 'aprobado',
        paquete: { ...elevado, huella, contenido: aprobado },
        secciones: { ...m.secciones, ...aprobado.secciones },
        aprobacion: { sesion, nombreSesion, fecha: el, huellaElevada, enmiendas, nivelesAusentes },
        desde: el,
      };
    }
    case 'ConsensoNoAlcanzado':
      return { ...m, pistaA: 'X3', situacion: 'sin_consenso', sinConsenso: { motivo: h.datos.motivo, destino: h.datos.destino }, desde: el };
    case 'ProyectoDeResolucionRegistrado':
      return { ...m, proyecto: { huellaAnexo: h.datos.huellaAnexo, fecha: el } };
    case 'ResolucionRegistrada': {
      const { anexo: _publicado, ...resolucion } = h.datos;
      return { ...m, resolucion, ...(resolucion.situacion === 'vigente' ? vigente(m, el) : { situacion: 'discrepante' as const }), desde: el };
    }
    case 'FeDeErratasRegistrada': {
      const { conforme, huellaAnexo, diferencia } = h.datos;
      const resolucion: Resolucion = { ...(m.resolucion as Resolucion), huellaAnexo, diferencia, situacion: conforme ? 'vigente' : 'discrepante' };
      return conforme ? { ...m, resolucion, ...vigente(m, el), desde: el } : { ...m, resolucion };
    }
    case 'TextoPublicadoAceptado':
      return { ...m, resolucion: { ...(m.resolucion as Resolucion), situacion: 'vigente', textoAceptado: true }, ...vigente(m, el), desde: el };
    case 'EstrategiaAdoptada': {
      const { nombreSesion: _sesion, ...adoptada } = h.datos;
      const con = { ...m, estrategia: { ...adoptada, desde: el } };
      return m.pistaA === 'E10' ? { ...con, pistaA: 'E11', situacion: 'con_estrategia', desde: el } : con;
    }
    case 'ImplementacionIniciada':
      return { ...m, pistaA: 'E12', situacion: 'en_implementacion', poi: h.datos.poi, desde: el };
    case 'PoiVinculado':
      return { ...m, vinculaciones: [...sinFicha(m, h.datos.vinculacion), h.datos] };
    case 'PoiDesvinculado':
      return { ...m, vinculaciones: sinFicha(m, h.datos.vinculacion) };
    default:
      return evolveMejora(m, h, el);
  }
}
