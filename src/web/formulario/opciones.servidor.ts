import { CARGOS, nombreDeCargo } from '../../directiva/cargos.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { Catalogo, Id, Territorio } from '../../kernel/tipos.ts';
import type { Cig } from '../../modules/cig/cig.ts';
import type { Espacio } from '../../modules/espacio/espacio.ts';
import { PARTES } from '../../modules/instrumento/instrumento.etiquetas.ts';
import { PARTES_ENMENDABLES } from '../../modules/modelo/modelo.acuerdos.ts';
import type { Modelo } from '../../modules/modelo/modelo.ts';
import { buscarPersonas, nombresDe } from '../../modules/persona/persona.views.ts';
import type { Plan } from '../../modules/plan/plan.ts';
import { ASUNTOS } from '../../modules/sesion/sesion.asuntos.ts';
import { esInformativo, type Sesion } from '../../modules/sesion/sesion.ts';
import { nombreDeSituacion } from '../etiquetas.ts';
import type { DepsDeOficina } from '../sesion.servidor.ts';
import type { Campo } from './campos.ts';
import { buscarEnCatalogo } from './nombres.ts';
import { fuenteDe, type Oferta, type Opcion, type Opciones } from './opciones.fuente.ts';

/** The expediente of the form and those related to it, for the options that come from them. */
export interface Entorno {
  tipo?: string;
  estado?: unknown;
  /** Territory and entities of the case: their governments come first. */
  territorio?: string;
  participantes: readonly string[];
  /** Person that the address names. */
  persona?: Id;
  relacionados: readonly { rol: string; estado: unknown }[];
  /** Documents that the expediente named as origin can produce; undefined while none is named. */
  generables: readonly Opcion[] | undefined;
}

const MAXIMO = 300;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Beyond this many, a choice is written with suggestions instead of listed: a list of 2,100 weighs too much on a slow network. */
const LISTABLES = 60;

/** Loads what the selects of a form offer: catalogues from memory, expedientes in one statement per kind. */
export async function opcionesPara(deps: DepsDeOficina, campos: readonly Campo[], entorno: Entorno): Promise<Opciones> {
  const unicos = new Map(campos.map((c) => [fuenteDe(c), c]));
  const pares = await Promise.all([...unicos].map(async ([clave, c]) => [clave, await leer(deps, c, entorno)] as const));
  return Object.fromEntries(pares);
}

async function leer(deps: DepsDeOficina, c: Campo, entorno: Entorno): Promise<Oferta> {
  const catalogo = deps.catalogo();
  const mas = `/opciones/${c.fuente}?tipos=${c.tipos.join(',')}`;
  if (c.fuente === 'entidad') {
    const todas = entidades(catalogo, c.tipos);
    return todas.length <= LISTABLES ? { opciones: todas } : { opciones: cercanas(deps, c.tipos, entorno), mas };
  }
  if (c.fuente === 'territorio' && (c.tipos.length === 0 || c.tipos.includes('distrito')))
    return { opciones: territorios(deps, ['departamento', 'ambito']), mas };
  if (c.fuente === 'generable')
    return {
      opciones: entorno.generables ?? [],
      nota: entorno.generables ? 'Ese expediente todavía no puede producir documentos. Elija otro.' : 'Elija primero el expediente.',
    };
  return { opciones: await listadas(deps, c, entorno) };
}

async function listadas(deps: DepsDeOficina, c: Campo, entorno: Entorno): Promise<readonly Opcion[]> {
  switch (c.fuente) {
    case 'territorio':
      return territorios(deps, c.tipos);
    case 'cargo':
      return (Object.keys(CARGOS) as (keyof typeof CARGOS)[])
        .filter((k) => !('colegiado' in CARGOS[k]))
        .map((valor) => ({ valor, texto: CARGOS[valor].nombre, grupo: NIVEL[CARGOS[valor].nivel] }));
    case 'expediente':
      return expedientes(deps, c.tipos[0]);
    case 'persona':
      return personas(deps, entorno.persona);
    default:
      return deExpediente(deps, c, entorno);
  }
}

/** The person of the address alone, or those with an account in use. */
async function personas(deps: DepsDeOficina, elegida: Id | undefined): Promise<Opcion[]> {
  const nombre = elegida && UUID.test(elegida) ? (await nombresDe(deps.db, [elegida])).get(elegida) : undefined;
  if (elegida && nombre) return [{ valor: elegida, texto: nombre }];
  return (await buscarPersonas(deps.db, '')).map((p) => ({ valor: p.id, texto: `${p.nombre} · ${p.correo}` }));
}

const NIVEL: Readonly<Record<string, string>> = {
  nacional: 'Gobierno Nacional',
  regional: 'Gobiernos Regionales',
  provincial: 'Municipalidades Provinciales',
  distrital: 'Municipalidades Distritales',
};
const ORDEN = ['nacional', 'regional', 'provincial', 'distrital'];

function entidades(catalogo: Catalogo, tipos: readonly string[]): Opcion[] {
  return buscarEnCatalogo(catalogo, 'entidad', tipos, '', LISTABLES + 1)
    .map((o) => ({ ...o, nivel: catalogo.entidad(o.valor)?.nivel ?? '' }))
    .sort((a, b) => ORDEN.indexOf(a.nivel) - ORDEN.indexOf(b.nivel) || a.texto.localeCompare(b.texto, 'es'))
    .map(({ nivel, ...o }) => ({ ...o, grupo: NIVEL[nivel] }));
}

/** Own entity, those of the case and the governments of its territory. */
function cercanas(deps: DepsDeOficina, tipos: readonly string[], entorno: Entorno): Opcion[] {
  const catalogo = deps.catalogo();
  const { entidad, territorio } = deps.quien.actor;
  const deTerritorio = (t: string | undefined) => (t ? [t, ...catalogo.hijosDe(t).map((x) => x.id), ...catalogo.provinciasDe(t).map((x) => x.id)] : []);
  const gobiernos = [...deTerritorio(entorno.territorio), ...deTerritorio(territorio)].flatMap((t) => catalogo.gobiernoDe(t)?.id ?? []);
  return [...new Set([entidad, ...entorno.participantes, ...gobiernos])].flatMap((id) => {
    const e = catalogo.entidad(id);
    return e && (tipos.length === 0 || tipos.includes(e.tipo)) ? [{ valor: id, texto: e.nombre }] : [];
  });
}

function territorios(deps: DepsDeOficina, tipos: readonly string[]): Opcion[] {
  const catalogo = deps.catalogo();
  const admite = (t: Territorio) => tipos.length === 0 || tipos.includes(t.tipo);
  return catalogo.departamentales().flatMap((d) => [
    ...(admite(d) ? [{ valor: d.id, texto: d.tipo === 'ambito' ? d.nombre : `Departamento de ${d.nombre}`, grupo: d.nombre }] : []),
    ...catalogo
      .provinciasDe(d.id)
      .filter(admite)
      .map((p) => ({ valor: p.id, texto: `Provincia de ${p.nombre}`, grupo: d.nombre })),
  ]);
}

async function expedientes(deps: DepsDeOficina, tipo: string | undefined): Promise<Opcion[]> {
  const { sector } = deps.quien.actor;
  let consulta = deps.db.selectFrom('expediente').select(['id', 'titulo', 'codigo', 'situacion', 'territorio', 'tipo']);
  consulta = tipo ? consulta.where('tipo', '=', tipo) : consulta.where('tipo', 'not in', ['designacion', 'catalogo', 'supervision']);
  if (sector) consulta = consulta.orderBy((eb) => eb.case().when('entidad', '=', sector).then(0).else(1).end());
  const filas = await consulta.orderBy('creado_el', 'desc').orderBy('id').limit(MAXIMO).execute();
  const catalogo = deps.catalogo();
  return filas.map((f) => ({
    valor: f.id as Id,
    texto: [f.titulo, f.territorio ? catalogo.territorio(f.territorio)?.nombre : undefined, nombreDeSituacion(f.tipo, f.situacion), f.codigo]
      .filter(Boolean)
      .join(' · '),
  }));
}

/** Sections of what was elevated that the CIG may amend in session. */
const SECCIONES_ENMENDABLES: Opcion[] = Object.entries({ ...PARTES_ENMENDABLES, ...PARTES }).map(([valor, texto]) => ({ valor, texto }));

/** Items of the expediente itself: seats, agenda, lines, spaces, indicators. */
function deExpediente(deps: DepsDeOficina, { fuente, tipos }: Campo, { tipo, estado, relacionados }: Entorno): Opcion[] {
  const catalogo = deps.catalogo();
  const cig = (tipo === 'cig' ? estado : relacionados.find((r) => r.rol === 'cig')?.estado) as Cig | undefined;
  switch (fuente) {
    case 'miembro':
      return (cig?.miembros ?? [])
        .filter((m) => !m.hasta)
        .map((m) => ({ valor: m.id, texto: `${nombreDeCargo(m.cargo)} · ${catalogo.entidad(m.entidad)?.nombre ?? m.entidad}` }));
    case 'asunto':
      return ((estado as Partial<Sesion> | undefined)?.asuntos ?? [])
        .filter((a) => admiteAsunto(tipos[0] ?? '', a))
        .map((a) => ({ valor: String(a.n), texto: `${a.n}. ${a.titulo}` }));
    case 'enmienda':
      return ((estado as Partial<Sesion> | undefined)?.asuntos ?? []).flatMap((a) =>
        (a.enmiendas ?? [])
          .filter((x) => x.situacion === 'propuesta')
          .map((x) => ({ valor: String(x.n), texto: `${x.n}. ${x.debeDecir.slice(0, 80)}`, grupo: `Asunto ${a.n}: ${a.titulo}` })),
      );
    case 'compromiso':
      return ((estado as Partial<Sesion> | undefined)?.asuntos ?? []).flatMap((a) =>
        (a.compromisos ?? []).map((c) => ({ valor: String(c.n), texto: `${c.n}. ${c.titulo}`, grupo: `Asunto ${a.n}: ${a.titulo}` })),
      );
    case 'indicador':
      return ((estado as Partial<Modelo> | undefined)?.indicadores ?? [])
        .filter((i) => i.situacion !== 'retirado')
        .map((i) => ({ valor: String(i.numero), texto: `${i.numero}. ${i.nombre}` }));
    case 'seccion':
      return SECCIONES_ENMENDABLES;
    case 'propuesta':
      return (cig?.propuestas ?? []).map((p) => ({ valor: String(p.n), texto: `Propuesta ${p.n}, del ${dmy(p.el)}` }));
    case 'linea':
      return ((estado as Partial<Plan> | undefined)?.lineas ?? []).map((l) => ({
        valor: String(l.n),
        texto: `${l.n}. ${l.nombreServicio} · ${catalogo.territorio(l.territorio)?.nombre ?? l.territorio}`,
      }));
    case 'espacio':
      return (cig?.espacios ?? []).map((e) => ({ valor: e.id, texto: e.nombre }));
    case 'reunion':
      return ((estado as Partial<Espacio> | undefined)?.reuniones ?? []).map((r) => ({
        valor: String(r.n),
        texto: `Reunión ${r.n}, ${dmy(r.fecha)}, ${r.cierre ? 'concluida' : 'por concluir'}`,
      }));
    case 'pedido':
      return ((estado as Partial<Modelo> | undefined)?.pedidos ?? [])
        .filter((p) => p.entidad === deps.quien.actor.entidad && p.respuesta?.alcance !== 'completa')
        .map((p) => ({ valor: String(p.numero), texto: `${p.numero}. ${catalogo.entidad(p.entidad)?.nombre ?? p.entidad}: ${p.informacion}` }));
    case 'opinion':
      return ((estado as Partial<Modelo> | undefined)?.opiniones ?? []).filter((o) => !o.respuesta).map((o) => ({ valor: o.espacio, texto: o.nombre }));
    case 'informante':
      return ((estado as Partial<Plan> | undefined)?.informes ?? []).map((i) => ({
        valor: i.entidad,
        texto: catalogo.entidad(i.entidad)?.nombre ?? i.entidad,
        grupo: i.respuesta ? 'Ya respondidos' : 'Por responder',
      }));
    case 'numero':
      return indicadoresDe(tipo === 'sesion' ? relacionados.filter((r) => r.rol.startsWith('asunto-')).map((r) => r.estado) : [estado]);
    default:
      return [];
  }
}

/** Indicators of the modelo of the form, or of those in the agenda of the session. */
const indicadoresDe = (estados: readonly unknown[]): Opcion[] =>
  estados.flatMap((e) => ((e as Partial<Modelo> | undefined)?.indicadores ?? []).map((i) => ({ valor: String(i.numero), texto: `${i.numero}. ${i.nombre}` })));

/** Actos on an item that decides something (6.6). */
const SOBRE_DECISIONES = new Set(['FijarPosicion', 'RetirarObjecion', 'ProponerEnmienda', 'AbrirRonda', 'DejarSinConsenso']);

/** An agreement offers only its own items; a position, those that decide; what is only informed, those that inform. */
function admiteAsunto(acto: string, a: Sesion['asuntos'][number]): boolean {
  if (acto === 'AnotarCompromiso') return !esInformativo(a) && (a.situacion === 'por_tratar' || a.situacion === 'acordado');
  if (acto === 'RetirarCompromiso') return (a.compromisos?.length ?? 0) > 0;
  if (a.situacion !== 'por_tratar') return false;
  if (acto in ASUNTOS) return a.tipo === acto;
  if (acto === 'DarPorTratado') return esInformativo(a);
  return !SOBRE_DECISIONES.has(acto) || !esInformativo(a);
}

/** Fields that name a thing of the expediente by its number or key, where the schema says only text or number. */
const DE_ESTADO: Readonly<Record<string, string>> = {
  'RetirarMiembro.miembro': 'miembro',
  'IncorporarEnmienda.enmienda': 'enmienda',
  'RetirarEnmienda.enmienda': 'enmienda',
  'RetirarCompromiso.compromiso': 'compromiso',
  'AdoptarReglamento.propuesta': 'propuesta',
  'AcordarIndicador.numero': 'numero',
  'AcordarIndicadores.indicadores.numero': 'numero',
  'EmitirDocumento.clase': 'generable',
  'RegistrarLineaBase.numero': 'numero',
  'RetirarIndicador.numero': 'numero',
  'RegistrarRespuesta.numero': 'pedido',
  'EmitirOpinion.espacio': 'opinion',
  'EmitirOpinionDeInstrumento.espacio': 'opinion',
  'ResponderInforme.entidad': 'informante',
};

/** The fields of an acto, those above as choices, at any depth. Items of an agenda are those that the acto can be about. */
export function comoEleccion(acto: string, campos: readonly Campo[], padre = acto): readonly Campo[] {
  return campos.map((c) => {
    const ruta = `${padre}.${c.clave}`;
    const fuente = DE_ESTADO[ruta];
    if (fuente) return { ...c, control: 'opcion', ayuda: AYUDAS[fuente] ?? c.ayuda, fuente, tipos: [] };
    if (c.fuente === 'asunto') return { ...c, ayuda: '', tipos: [acto] };
    return c.fila ? { ...c, fila: { ...c.fila, hijos: comoEleccion(acto, c.fila.hijos, ruta) } } : c;
  });
}

/** Help of a choice, where that of the schema is for who writes the key by hand. */
const AYUDAS: Readonly<Record<string, string>> = {
  numero: '',
  generable: 'Los que el expediente puede producir hoy.',
};
