import { avisosDeBorrador } from '../../calidad.ts';
import { puedeCargar } from '../../carga.ts';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import type { Legajo } from '../../documentos/legajo.ts';
import { documentosDe } from '../../documentos/registro.ts';
import { dmy, esFecha, fechaDeLima } from '../../kernel/calendario.ts';
import type { Catalogo } from '../../kernel/tipos.ts';
import { acuerdosPorSeguir } from '../../lecturas/acuerdos.ts';
import { leerAvisosDeReporte } from '../../lecturas/calidad.ts';
import { type ExpedienteLeido, findExpediente, type HechoLeido, leerCronologia, leerDocumentos } from '../../lecturas/expediente.ts';
import { notificacionesDe } from '../../lecturas/salida.ts';
import type { Cig } from '../../modules/cig/cig.ts';
import type { Indicador } from '../../modules/indicador/indicador.ts';
import { prepara } from '../../modules/reporte/reporte.reglas.ts';
import type { Reporte } from '../../modules/reporte/reporte.ts';
import type { Sesion } from '../../modules/sesion/sesion.ts';
import { posicionesDeCatalogo } from '../../platform/cifras/posiciones.ts';
import { ACTO_ANULADO, type Contenido, plegar } from '../../platform/registro.ts';
import { esquemaDe } from '../../registro.ts';
import { ordenarAcciones } from '../acciones.ts';
import { porSeguir } from '../contenido/acuerdo.ts';
import { seccionDeAvisos } from '../contenido/calidad.ts';
import { etiquetasDe } from '../contenido/generico.ts';
import { type Nombres, nombresDe } from '../contenido/nombres.ts';
import { constanciaDeNotificacion } from '../contenido/notificaciones.ts';
import { seccionesDe } from '../contenido/secciones.ts';
import type { Seccion } from '../contenido/vista.ts';
import { nombreDeHecho, nombreDeSituacion, nombreDeTipo, TIPOS, tonoDeSituacion } from '../etiquetas.ts';
import { huellaCorta, momento, plazo } from '../formato.ts';
import { juntarPendientes } from '../pendientes.ts';
import { procesoDe } from '../proceso.ts';
import { type DepsDeOficina, noExiste } from '../sesion.servidor.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Head of the expediente of the address, or 404. */
export async function cargarExpediente(deps: DepsDeOficina, id: string | undefined): Promise<ExpedienteLeido> {
  const e = id && UUID.test(id) ? await findExpediente(deps.db, id) : undefined;
  if (!e) throw noExiste('Ese expediente no existe.');
  return e;
}

/** Hechos that count: an annulled acto leaves its mark and nothing else. */
function vigentes(cronologia: readonly HechoLeido[], anulados: ReadonlySet<string>): HechoLeido[] {
  return cronologia.filter((h) => h.tipo !== ACTO_ANULADO && !anulados.has(h.acto));
}

function anuladosEn(cronologia: readonly HechoLeido[]): Set<string> {
  return new Set(
    cronologia
      .filter((h) => h.tipo === ACTO_ANULADO)
      .map((h) => (JSON.parse(h.contenido) as Contenido & { hecho: { datos: { acto: string } } }).hecho.datos.acto),
  );
}

/** State as it stood at the end of a day. */
function estadoAl(deps: DepsDeOficina, tipo: string, cronologia: readonly HechoLeido[], al: string): unknown {
  const modulo = deps.registro.modulo(tipo);
  const contenidos = cronologia.filter((h) => h.ocurridoEl <= al).map((h) => JSON.parse(h.contenido) as Contenido);
  return modulo && plegar(modulo, contenidos.reverse());
}

/** What is already read, as the documents see it: enough to know which ones there are. The texts read the rest when asked for. */
function legajoDe(e: ExpedienteLeido, cronologia: readonly HechoLeido[], anulados: ReadonlySet<string>, catalogo: Catalogo): Legajo {
  const contenidos = vigentes(cronologia, anulados).flatMap((h) => (h.contenido ? [JSON.parse(h.contenido) as Contenido] : []));
  const { id, tipo, codigo, titulo, version, huella, demo, estado } = e;
  return { id, tipo, codigo, titulo, version, huella, demo, estado, hechos: contenidos.reverse(), otros: new Map(), catalogo };
}

/** Agreements to follow up, first in a commission and in its sessions. One statement, for these two kinds only. */
async function deSeguimiento(deps: DepsDeOficina, e: ExpedienteLeido, nombres: Nombres, hoy: string): Promise<Seccion[]> {
  if (e.tipo !== 'cig' && (e.tipo !== 'sesion' || e.situacion === 'cerrado')) return [];
  const cig = e.tipo === 'cig' ? { id: e.id, estado: e.estado as Cig } : { id: (e.estado as Sesion).cig };
  const filas = await acuerdosPorSeguir(deps.db, cig.id, hoy);
  const revisa = e.tipo === 'sesion' && e.situacion === 'instalado' && conduceSector(deps.quien.actor, e.entidad, deps.catalogo()) === null;
  return e.tipo === 'sesion' && filas.length === 0 ? [] : [porSeguir(cig, filas, nombres, revisa ? e.id : undefined)];
}

/** Warnings on the figures of a report: those in force, or those that a draft would have. */
async function deCalidad(deps: DepsDeOficina, e: ExpedienteLeido, nombres: Nombres): Promise<Seccion[]> {
  const r = e.estado as Reporte;
  const s = e.relacionados.find((x) => x.rol === 'indicador')?.estado as Indicador | undefined;
  if (!s || r.situacion === 'retirado') return [];
  const territorios = (await posicionesDeCatalogo(deps.db, deps.catalogo())).en(s.captura);
  const avisos =
    r.situacion === 'borrador'
      ? await avisosDeBorrador(deps.db, e.id, r.indicador, s)
      : await leerAvisosDeReporte(deps.db, e.id, territorios, r.explicaciones ?? []);
  const explica = deps.quien.actor.entidad === r.entidad && prepara(deps.quien.actor) === null;
  return [seccionDeAvisos({ id: e.id, reporte: r, s, avisos, territorios, explica }, nombres)];
}

/** The state with what its section shows besides: the figures of a report are in its first hecho, not in its head. */
function conLoSuyo(e: ExpedienteLeido, estado: unknown, cronologia: readonly HechoLeido[]): unknown {
  if (e.tipo === 'indicador') return { ...(estado as object), id: e.id };
  if (e.tipo !== 'reporte') return estado;
  const registro = cronologia.find((h) => h.tipo === 'CifrasRegistradas');
  const cifras = registro ? (JSON.parse(registro.contenido) as Contenido & { hecho: { datos: { cifras?: unknown[] } } }).hecho.datos.cifras : [];
  return { ...(estado as object), cifras };
}

/** All that the frame of an expediente shows. Four statements: head, chronology, documents, what is possible now. */
export async function datosDeExpediente(deps: DepsDeOficina, id: string | undefined, parametros: URLSearchParams) {
  const e = await cargarExpediente(deps, id);
  const pedida = parametros.get('al') ?? '';
  const al = esFecha(pedida) ? pedida : undefined;
  const [cronologia, disponibles] = await Promise.all([
    leerCronologia(deps.db, e.id, { conContenido: e.tipo !== 'catalogo' }),
    deps.disponibles(deps.quien, e.id),
  ]);
  const anulados = e.tipo === 'catalogo' ? new Set<string>() : anuladosEn(cronologia);
  const hechos = vigentes(cronologia, anulados).filter((h) => !al || h.ocurridoEl <= al);
  const estado = al ? estadoAl(deps, e.tipo, cronologia, al) : e.estado;
  const documentos = await leerDocumentos(deps.db, estado);

  const catalogo = deps.catalogo();
  const nombres = nombresDe(catalogo, e.relacionados, e.id);
  const modulo = deps.registro.modulo(e.tipo);
  const secciones = estado
    ? seccionesDe(e.tipo, conLoSuyo(e, estado, cronologia), nombres, (acto) =>
        etiquetasDe((modulo?.actos ?? []).filter((a) => !acto || a.nombre === acto).map(esquemaDe)),
      )
    : [];
  const hoy = fechaDeLima(deps.ahora());
  const generables = al || estado === undefined ? [] : documentosDe(legajoDe(e, cronologia, anulados, catalogo));
  if (estado && !al) secciones.unshift(...(await deSeguimiento(deps, e, nombres, hoy)));
  if (e.tipo === 'reporte' && estado && !al) secciones.push(...(await deCalidad(deps, e, nombres)));
  if (e.tipo === 'sesion' && !al) secciones.push(...constanciaDeNotificacion(await notificacionesDe(deps.db, e.id), nombres));
  const { entidad, cargo } = deps.quien.actor;
  const esperados = new Set(esperadosDe(deps, e));
  const acciones = ordenarAcciones(e.id, e, disponibles, {
    esperados,
    deSeccion: new Set(secciones.flatMap((s) => (s.acto ? [s.acto] : []))),
    nombrar: nombres.entidad,
    hoy,
  });
  const posibles = new Set([...acciones.posibles, ...acciones.deContenido].map((a) => a.acto));
  const recien = cronologia.find((h) => h.acto === parametros.get('hecho'));
  const advertencias = recien?.advertencias ?? [];
  const ultimas = advertenciasVigentes(cronologia, anulados);
  return {
    id: e.id,
    tipo: e.tipo,
    tipoNombre: nombreDeTipo(e.tipo),
    lista: TIPOS[e.tipo]?.lista ?? '/expedientes',
    plural: TIPOS[e.tipo]?.plural ?? 'Expedientes',
    codigo: e.codigo,
    titulo: e.titulo,
    version: e.version,
    demo: e.demo,
    huella: e.huella,
    entidad: nombres.entidad(e.entidad),
    territorio: e.territorio ? nombres.territorio(e.territorio) : null,
    situacion: { texto: nombreDeSituacion(e.tipo, e.situacion), tono: tonoDeSituacion(e.situacion) },
    al: al ? dmy(al) : null,
    /** Room of the session, while it can be entered. */
    sala: e.tipo === 'sesion' && !al && e.situacion !== 'cerrado' ? `/sesion/${e.id}` : null,
    /** Import of figures from a file, for the offices that may. */
    importar: e.tipo === 'indicador' && !al && !puedeCargar(deps.quien.actor, e.estado as Indicador) ? `/indicadores/${e.id}/importar` : null,
    sinEstado: estado === undefined,
    proceso: procesoDe(e.tipo, estado, hechos),
    secciones: secciones.map((s) => ({ ...s, acto: !al && s.acto && posibles.has(s.acto) ? s.acto : undefined })),
    acciones: al ? null : acciones,
    principal: acciones.posibles.find((a) => esperados.has(a.acto))?.acto,
    pendientes: juntarPendientes(
      e.pendientes.map((p) => ({
        que: p.que,
        numeral: p.numeral,
        para: p.para.map(nombres.entidad),
        plazo: plazo(p.vence, hoy),
        mio: p.para.includes(entidad),
      })),
    ),
    advertencias: ultimas,
    recien: recien ? { titulo: deps.registro.acto(recien.nombreActo)?.titulo ?? nombreDeHecho(e.tipo, recien.tipo), advertencias } : null,
    generables,
    documentos: documentos.map((d) => ({ huella: d.huella, nombre: d.nombre, kb: Math.max(1, Math.round(d.tamano / 1024)) })),
    relacionados: relacionadosUnicos(e),
    participantes: e.participantes.map(nombres.entidad),
    cronologia: cronologia.map((h) => ({
      version: h.version,
      ocurridoEl: h.ocurridoEl,
      momento: momento(h.ocurridoEl, h.registradoEn),
      oficina: nombres.oficina(h.entidad, h.cargo),
      decidio: h.decididoPor ? nombres.oficina(h.decididoPor.entidad, h.decididoPor.cargo) : null,
      que: nombreDeHecho(e.tipo, h.tipo),
      huella: h.huella,
      corta: huellaCorta(h.huella),
      anulado: anulados.has(h.acto),
      anular: h.entidad === entidad && h.cargo === cargo && !anulados.has(h.acto) && h.tipo !== ACTO_ANULADO && e.tipo !== 'catalogo' ? h.acto : null,
    })),
    oficina: nombreDeCargo(cargo),
  };
}

/** Actos that settle what this office owes on the expediente. */
function esperadosDe(deps: DepsDeOficina, e: ExpedienteLeido): string[] {
  const { entidad, cargo } = deps.quien.actor;
  return e.pendientes.filter((p) => p.acto && p.para.includes(entidad) && p.cargos.includes(cargo)).map((p) => p.acto as string);
}

/** Warnings of the actos that stand, each once. */
function advertenciasVigentes(cronologia: readonly HechoLeido[], anulados: ReadonlySet<string>) {
  const unicas = new Map(cronologia.filter((h) => !anulados.has(h.acto)).flatMap((h) => h.advertencias.map((a) => [`${a.numeral} ${a.motivo}`, a] as const)));
  return [...unicas.values()];
}

function relacionadosUnicos(e: ExpedienteLeido) {
  const unicos = new Map(e.relacionados.map((r) => [r.id, r]));
  return [...unicos.values()].map((r) => ({
    id: r.id,
    titulo: r.titulo,
    tipo: nombreDeTipo(r.tipo),
    codigo: r.codigo,
    situacion: nombreDeSituacion(r.tipo, r.situacion),
    tono: tonoDeSituacion(r.situacion),
  }));
}

export type DatosDeExpediente = Awaited<ReturnType<typeof datosDeExpediente>>;
