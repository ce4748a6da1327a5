import { REGLAS_POR_DEFECTO } from '../../directiva/reglamento.ts';
import type { Cig } from '../../modules/cig/cig.ts';
import type { Instrumento } from '../../modules/instrumento/instrumento.ts';
import { textoAnexo } from '../../modules/modelo/modelo.anexo.ts';
import type { ClaveDeSeccion } from '../../modules/modelo/modelo.campos.ts';
import type { Modelo } from '../../modules/modelo/modelo.ts';
import type { Plan } from '../../modules/plan/plan.ts';
import type { VinculacionPoi } from '../../modules/poi/poi.ts';
import type { Servicio } from '../../modules/servicio/servicio.ts';
import { esInformativo, type Sesion, textoVigente } from '../../modules/sesion/sesion.ts';

/** Section of a modelo that each acto writes: its form begins with what stands. */
const SECCIONES: Readonly<Record<string, ClaveDeSeccion>> = {
  GuardarDestinatarios: 'destinatarios',
  GuardarCadenaDeValor: 'cadena',
  GuardarProcesos: 'procesos',
  GuardarRoles: 'roles',
  GuardarBienesYServicios: 'bienes',
  GuardarNivelDePrestacion: 'nivelPrestacion',
  GuardarEnfoques: 'enfoques',
  GuardarObjetivos: 'objetivos',
  GuardarOtrosSectores: 'otrosSectores',
  GuardarEstrategia: 'estrategia',
  GuardarCronograma: 'cronograma',
};

const DE_ESTADO: Readonly<Record<string, (estado: unknown) => object | undefined>> = {
  CorregirServicio: (e) => e as Servicio,
  EvaluarElegibilidad: (e) => (e as Servicio).condiciones,
  DeclararNoElegible: (e) => (e as Servicio).condiciones,
  PresentarDiagnostico: (e) => (e as Plan).diagnostico,
  ProponerReglamento: (e) => {
    const reglas = (e as Cig).reglamentos?.at(-1)?.reglas ?? REGLAS_POR_DEFECTO;
    return { ...reglas, suplentes: reglas.suplentes ? 'si' : 'no' };
  },
  CorregirInstrumento: (e) => {
    const { clase, titulo, texto, archivo } = e as Instrumento;
    return { clase, titulo, texto, archivo };
  },
  FormalizarInstrumento: (e) => ({ anexo: (e as Instrumento).aprobacion?.texto }),
  CorregirVinculacionPoi: (e) => {
    const { metas, actividades, cadenas, documento } = e as VinculacionPoi;
    const enTexto = <T extends { mensual: number[] }>(x: T) => ({ ...x, mensual: x.mensual.join(' ') });
    return { metas, actividades: actividades.map(enTexto), cadenas: cadenas.map(enTexto), documento };
  },
  RegistrarResolucion: (e) => {
    const paquete = (e as Modelo).paquete;
    return paquete && { anexo: textoAnexo(paquete.contenido) };
  },
};

/** With what a form begins: what stands in the expediente, the only item it can be about, or what the address brings. */
export function valoresIniciales(acto: string, estado: unknown, direccion: URLSearchParams): Record<string, unknown> {
  const seccion = SECCIONES[acto];
  const propios = seccion ? (estado as Modelo).secciones[seccion] : DE_ESTADO[acto]?.(estado);
  const asunto = direccion.get('asunto') ?? asuntoUnico(acto, estado).asunto;
  return {
    ...propios,
    ...asuntoUnico(acto, estado),
    ...delAsunto(acto, estado, Number(asunto)),
    ...Object.fromEntries([...direccion].filter(([k]) => !k.startsWith('_'))),
  };
}

/** What the item already says of the agreement: its text as amended, or the proposal of rulebook it decides on. */
function delAsunto(acto: string, estado: unknown, n: number): Record<string, unknown> {
  if (acto === 'AnotarCompromiso') {
    const { responsable, cargo, cumplimiento, vence, objeto } = (estado as Partial<Sesion> | undefined)?.asuntos?.find((x) => x.n === n) ?? {};
    return { responsable, cargo, cumplimiento, vence, sobre: objeto };
  }
  const a = (estado as Partial<Sesion> | undefined)?.asuntos?.find((x) => x.n === n && x.tipo === acto);
  if (!a) return {};
  if (acto === 'AdoptarReglamento') return { propuesta: a.referencia };
  return acto === 'RegistrarAcuerdo' ? { titulo: a.titulo, texto: textoVigente(a).texto } : {};
}

function asuntoUnico(acto: string, estado: unknown): { asunto?: number } {
  const asuntos = (estado as Partial<Sesion> | undefined)?.asuntos;
  if (!asuntos) return {};
  const abiertos = asuntos.filter((a) => a.situacion === 'por_tratar' && !esInformativo(a));
  const propios = abiertos.filter((a) => a.tipo === acto);
  const unico = propios.length === 1 ? propios[0] : abiertos.length === 1 ? abiertos[0] : undefined;
  return unico ? { asunto: unico.n } : {};
}
