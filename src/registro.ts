import { z } from 'zod';
import type { ActoCualquiera, EfectoCualquiera, ModuloCualquiera } from './kernel/acto.ts';
import { acuerdo } from './modules/acuerdo/acuerdo.actos.ts';
import { catalogo } from './modules/catalogo/catalogo.actos.ts';
import { projectCatalogo, TABLAS_CATALOGO } from './modules/catalogo/catalogo.views.ts';
import { cig } from './modules/cig/cig.actos.ts';
import { designacion } from './modules/designacion/designacion.actos.ts';
import { projectDesignacion } from './modules/designacion/designacion.views.ts';
import { documento } from './modules/documento/documento.actos.ts';
import { encuesta } from './modules/encuesta/encuesta.actos.ts';
import { projectEncuestas } from './modules/encuesta/encuesta.views.ts';
import { espacio } from './modules/espacio/espacio.actos.ts';
import { etti } from './modules/etti/etti.actos.ts';
import { indicador } from './modules/indicador/indicador.actos.ts';
import { projectIndicador, TABLAS_INDICADOR } from './modules/indicador/indicador.views.ts';
import { instrumento } from './modules/instrumento/instrumento.actos.ts';
import { modelo } from './modules/modelo/modelo.actos.ts';
import { projectNormas, TABLAS_NORMA } from './modules/norma/norma.views.ts';
import { plan } from './modules/plan/plan.actos.ts';
import { poi } from './modules/poi/poi.actos.ts';
import { reporte } from './modules/reporte/reporte.actos.ts';
import { projectCalidad, projectReportes, TABLAS_REPORTE } from './modules/reporte/reporte.views.ts';
import { servicio } from './modules/servicio/servicio.actos.ts';
import { sesion } from './modules/sesion/sesion.actos.ts';
import { actoDeAcuerdo, dejarSinConsensoCon } from './modules/sesion/sesion.acuerdos.ts';
import { cerrarSesionCon, diferirAsuntoCon, proponerEnmiendaCon } from './modules/sesion/sesion.cierre.ts';
import { supervision } from './modules/supervision/supervision.actos.ts';
import type { HechoGuardado, Proyeccion, Tx } from './platform/base.ts';
import type { Registro } from './platform/registro.ts';

z.config(z.locales.es());

const NOMBRES: readonly ModuloCualquiera[] = [
  servicio,
  cig,
  sesion,
  acuerdo,
  plan,
  etti,
  modelo,
  instrumento,
  espacio,
  supervision,
  documento,
  designacion,
  catalogo,
  indicador,
  reporte,
  encuesta,
  poi,
];

/** The agreements that a CIG can adopt, by the kind of expediente they concern. */
export const ACUERDOS: readonly { tipo: string; efecto: EfectoCualquiera }[] = NOMBRES.flatMap((m) =>
  (m.acuerdos ?? []).map((e) => ({ tipo: m.tipo, efecto: e })),
);

const EFECTOS = ACUERDOS.map((a) => a.efecto);

/** What the session does with the agreements of every module. */
const DE_SESION: readonly ActoCualquiera[] = [
  proponerEnmiendaCon(EFECTOS),
  ...ACUERDOS.map(({ tipo, efecto }) => actoDeAcuerdo(tipo, efecto)),
  diferirAsuntoCon(EFECTOS),
  dejarSinConsensoCon(EFECTOS),
  cerrarSesionCon(EFECTOS),
];

/** Every module, the session with one acto per agreement. */
export const MODULOS: readonly ModuloCualquiera[] = NOMBRES.map((m) => (m.tipo === 'sesion' ? { ...m, actos: [...m.actos, ...DE_SESION] } : m));

const deUnoEnUno =
  (proyectar: (tx: Tx, hecho: HechoGuardado) => Promise<void>): Proyeccion =>
  async (tx, hechos) => {
    for (const h of hechos) await proyectar(tx, h);
  };

/** Projections to the own tables of a module. */
const PROYECCIONES: Readonly<Record<string, { tablas: readonly string[]; proyectar: Proyeccion }>> = {
  catalogo: {
    tablas: [...TABLAS_NORMA, ...TABLAS_CATALOGO],
    proyectar: deUnoEnUno(async (tx, hecho) => {
      await projectCatalogo(tx, hecho);
      await projectNormas(tx, hecho);
    }),
  },
  designacion: { tablas: ['designacion'], proyectar: deUnoEnUno(projectDesignacion) },
  indicador: {
    tablas: TABLAS_INDICADOR,
    proyectar: deUnoEnUno(async (tx, hecho) => {
      await projectIndicador(tx, hecho);
      await projectCalidad(tx, hecho);
    }),
  },
  reporte: { tablas: TABLAS_REPORTE, proyectar: projectReportes },
  encuesta: { tablas: [], proyectar: projectEncuestas },
};

const porTipo = new Map(MODULOS.map((m) => [m.tipo, m]));
const porNombre = new Map<string, ActoCualquiera>(MODULOS.flatMap((m) => m.actos.map((a) => [a.nombre, a] as const)));
const esquemas = new Map<string, unknown>();

/** JSON Schema of the data of an acto, with our `control` marks. */
export function esquemaDe(acto: ActoCualquiera): Record<string, unknown> {
  let esquema = esquemas.get(acto.nombre);
  if (!esquema) {
    esquema = z.toJSONSchema(acto.datos as unknown as z.ZodType, { io: 'input', unrepresentable: 'any' });
    esquemas.set(acto.nombre, esquema);
  }
  return esquema as Record<string, unknown>;
}

const conDocumentos = new Map<string, boolean>();

/** True when some field of the acto is a file; most actos have none. */
function citaDocumentos(acto: ActoCualquiera): boolean {
  let cita = conDocumentos.get(acto.nombre);
  if (cita === undefined) {
    cita = JSON.stringify(esquemaDe(acto)).includes('"control":"documento"');
    conDocumentos.set(acto.nombre, cita);
  }
  return cita;
}

type Nodo = { control?: string; properties?: Record<string, Nodo>; items?: Nodo; anyOf?: Nodo[] };

function* documentos(nodo: Nodo, valor: unknown, campo: string): Generator<{ campo: string; huella: string }> {
  if (nodo.control === 'documento' && typeof valor === 'string') yield { campo, huella: valor };
  for (const rama of nodo.anyOf ?? []) yield* documentos(rama, valor, campo);
  if (nodo.items && Array.isArray(valor)) for (const [i, v] of valor.entries()) yield* documentos(nodo.items, v, `${campo}[${i}]`);
  if (nodo.properties && valor && typeof valor === 'object')
    for (const [clave, hijo] of Object.entries(nodo.properties))
      yield* documentos(hijo, (valor as Record<string, unknown>)[clave], campo ? `${campo}.${clave}` : clave);
}

/** The registry that the platform works with. */
export const registro: Registro = {
  acto: (nombre) => porNombre.get(nombre),
  modulo: (tipo) => porTipo.get(tipo),
  proyeccion: (tipo) => PROYECCIONES[tipo],
  tipos: () => [...porTipo.keys()],
  documentosEn: (nombre, datos) => {
    const acto = porNombre.get(nombre);
    return acto && citaDocumentos(acto) ? [...documentos(esquemaDe(acto) as Nodo, datos, '')] : [];
  },
  validar: (acto, datos) => {
    const r = (acto.datos as unknown as z.ZodType).safeParse(datos ?? {});
    if (r.success) return { datos: r.data };
    return { errores: r.error.issues.map((i) => ({ campo: ruta(i.path), mensaje: i.message })) };
  },
};

/** `['filas', 0, 'fase']` → `filas[0].fase` */
function ruta(path: readonly PropertyKey[]): string {
  return path.reduce<string>((r, p) => (typeof p === 'number' ? `${r}[${p}]` : r ? `${r}.${String(p)}` : String(p)), '');
}
