import { textoAnexo } from '../../modules/modelo/modelo.anexo.ts';
import type { ClaveDeSeccion } from '../../modules/modelo/modelo.campos.ts';
import type { Modelo } from '../../modules/modelo/modelo.ts';
import type { Plan } from '../../modules/plan/plan.ts';
import type { Servicio } from '../../modules/servicio/servicio.ts';
import { esInformativo, type Sesion } from '../../modules/sesion/sesion.ts';

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
  RegistrarResolucion: (e) => {
    const paquete = (e as Modelo).paquete;
    return paquete && { anexo: textoAnexo(paquete.contenido) };
  },
};

/** With what a form begins: what stands in the expediente, the only item it can be about, or what the address brings. */
export function valoresIniciales(acto: string, estado: unknown, direccion: URLSearchParams): Record<string, unknown> {
  const seccion = SECCIONES[acto];
  const propios = seccion ? (estado as Modelo).secciones[seccion] : DE_ESTADO[acto]?.(estado);
  return { ...propios, ...asuntoUnico(acto, estado), ...Object.fromEntries([...direccion].filter(([k]) => !k.startsWith('_'))) };
}

function asuntoUnico(acto: string, estado: unknown): { asunto?: number } {
  const asuntos = (estado as Partial<Sesion> | undefined)?.asuntos;
  if (!asuntos) return {};
  const abiertos = asuntos.filter((a) => a.situacion === 'por_tratar' && !esInformativo(a));
  const propios = abiertos.filter((a) => a.tipo === acto);
  const unico = propios.length === 1 ? propios[0] : abiertos.length === 1 ? abiertos[0] : undefined;
  return unico ? { asunto: unico.n } : {};
}
