import { nombreDeCargo } from '../directiva/cargos.ts';
import { SITUACIONES as ACUERDO, HECHOS as ACUERDO_HECHOS } from '../modules/acuerdo/acuerdo.etiquetas.ts';
import { SITUACIONES as CIG, HECHOS as CIG_HECHOS } from '../modules/cig/cig.etiquetas.ts';
import { SITUACIONES as DESIGNACION } from '../modules/designacion/designacion.etiquetas.ts';
import { SITUACIONES as DOCUMENTO, HECHOS as DOCUMENTO_HECHOS } from '../modules/documento/documento.etiquetas.ts';
import { SITUACIONES as ENCUESTA, HECHOS as ENCUESTA_HECHOS } from '../modules/encuesta/encuesta.etiquetas.ts';
import { SITUACIONES as ESPACIO, HECHOS as ESPACIO_HECHOS } from '../modules/espacio/espacio.etiquetas.ts';
import { SITUACIONES as ETTI, HECHOS as ETTI_HECHOS } from '../modules/etti/etti.etiquetas.ts';
import { SITUACIONES as INDICADOR, HECHOS as INDICADOR_HECHOS } from '../modules/indicador/indicador.etiquetas.ts';
import { SITUACIONES as INSTRUMENTO, HECHOS as INSTRUMENTO_HECHOS } from '../modules/instrumento/instrumento.etiquetas.ts';
import { SITUACIONES as MODELO, HECHOS as MODELO_HECHOS } from '../modules/modelo/modelo.etiquetas.ts';
import { SITUACIONES as PLAN, HECHOS as PLAN_HECHOS } from '../modules/plan/plan.etiquetas.ts';
import { SITUACIONES as POI, HECHOS as POI_HECHOS } from '../modules/poi/poi.etiquetas.ts';
import { SITUACIONES as REPORTE, HECHOS as REPORTE_HECHOS } from '../modules/reporte/reporte.etiquetas.ts';
import { SITUACIONES as SERVICIO, HECHOS as SERVICIO_HECHOS } from '../modules/servicio/servicio.etiquetas.ts';
import { SITUACIONES as SESION, HECHOS as SESION_HECHOS } from '../modules/sesion/sesion.etiquetas.ts';
import { SITUACIONES as SUPERVISION, HECHOS as SUPERVISION_HECHOS } from '../modules/supervision/supervision.etiquetas.ts';

export type Tono = 'gris' | 'verde' | 'ambar' | 'azul' | 'rojo';

type Etiquetas = Readonly<Record<string, string>>;

interface EtiquetasDeTipo {
  /** «Modelo Específico» */
  nombre: string;
  plural: string;
  /** Address of its list. */
  lista: string;
  situaciones: Etiquetas;
  hechos: Etiquetas;
}

const DESIGNACION_HECHOS: Etiquetas = {
  OficinaDesignada: 'Oficina designada',
  DesignacionTerminada: 'Designación terminada',
  DesignacionRectificada: 'Designación rectificada',
  DesignacionAnulada: 'Designación anulada',
};

export const TIPOS: Readonly<Record<string, EtiquetasDeTipo>> = {
  servicio: { nombre: 'Servicio público', plural: 'Servicios públicos', lista: '/servicios', situaciones: SERVICIO, hechos: SERVICIO_HECHOS },
  cig: { nombre: 'Comisión Intergubernamental', plural: 'Comisiones Intergubernamentales', lista: '/cig', situaciones: CIG, hechos: CIG_HECHOS },
  sesion: { nombre: 'Sesión de la CIG', plural: 'Sesiones de las CIG', lista: '/sesiones', situaciones: SESION, hechos: SESION_HECHOS },
  acuerdo: { nombre: 'Acuerdo de la CIG', plural: 'Acuerdos de las CIG', lista: '/acuerdos', situaciones: ACUERDO, hechos: ACUERDO_HECHOS },
  supervision: { nombre: 'Supervisión', plural: 'Supervisiones', lista: '/expedientes', situaciones: SUPERVISION, hechos: SUPERVISION_HECHOS },
  plan: { nombre: 'Plan de Trabajo Institucional', plural: 'Planes de Trabajo Institucional', lista: '/planes', situaciones: PLAN, hechos: PLAN_HECHOS },
  etti: { nombre: 'ETTI', plural: 'Equipos Técnicos de Trabajo Intergubernamental', lista: '/ettis', situaciones: ETTI, hechos: ETTI_HECHOS },
  modelo: { nombre: 'Modelo Específico', plural: 'Modelos Específicos', lista: '/modelos', situaciones: MODELO, hechos: MODELO_HECHOS },
  instrumento: {
    nombre: 'Instrumento del ETTI',
    plural: 'Instrumentos de los ETTI',
    lista: '/instrumentos',
    situaciones: INSTRUMENTO,
    hechos: INSTRUMENTO_HECHOS,
  },
  espacio: { nombre: 'Espacio de articulación', plural: 'Espacios de articulación', lista: '/espacios', situaciones: ESPACIO, hechos: ESPACIO_HECHOS },
  indicador: { nombre: 'Indicador', plural: 'Indicadores', lista: '/indicadores', situaciones: INDICADOR, hechos: INDICADOR_HECHOS },
  reporte: { nombre: 'Reporte de cifras', plural: 'Reportes de cifras', lista: '/reportes', situaciones: REPORTE, hechos: REPORTE_HECHOS },
  encuesta: { nombre: 'Encuesta de percepción', plural: 'Encuestas de percepción', lista: '/expedientes', situaciones: ENCUESTA, hechos: ENCUESTA_HECHOS },
  poi: { nombre: 'Vinculación con el POI', plural: 'Vinculaciones con el POI', lista: '/poi', situaciones: POI, hechos: POI_HECHOS },
  documento: { nombre: 'Documento oficial', plural: 'Documentos oficiales', lista: '/documentos', situaciones: DOCUMENTO, hechos: DOCUMENTO_HECHOS },
  designacion: {
    nombre: 'Designación',
    plural: 'Oficinas y designaciones',
    lista: '/administracion/oficinas',
    situaciones: DESIGNACION,
    hechos: DESIGNACION_HECHOS,
  },
  catalogo: {
    nombre: 'Catálogos',
    plural: 'Catálogos',
    lista: '/administracion',
    situaciones: {},
    hechos: {
      CatalogosSembrados: 'Catálogos iniciales cargados',
      TerritorioImportado: 'Territorio importado',
      NormasImportadas: 'Normas importadas',
      EntidadRegistrada: 'Entidad registrada',
      EntidadCorregida: 'Entidad corregida',
      OrganoConfirmado: 'Nombre de órgano confirmado',
      SucesionRegistrada: 'Sucesión de entidades registrada',
      DistritoCreado: 'Creación de distrito registrada',
    },
  },
};

/** A key as words, when no label is known: `no_alcanzado` → «No alcanzado», `nivelPrestacion` → «Nivel prestacion». */
export function enPalabras(clave: string): string {
  const texto = clave
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toLowerCase();
  return texto.charAt(0).toUpperCase() + texto.slice(1);
}

export function nombreDeTipo(tipo: string): string {
  return TIPOS[tipo]?.nombre ?? enPalabras(tipo);
}

export function nombreDeSituacion(tipo: string, situacion: string): string {
  return TIPOS[tipo]?.situaciones[situacion] ?? enPalabras(situacion);
}

export function nombreDeHecho(tipo: string, hecho: string): string {
  return hecho === 'ActoAnulado' ? 'Acto anulado' : (TIPOS[tipo]?.hechos[hecho] ?? enPalabras(hecho));
}

const VERDES = new Set([
  'elegible',
  'aprobado',
  'instalado',
  'vigente',
  'con_estrategia',
  'en_implementacion',
  'conformado',
  'designado',
  'reconocido',
  'firmado',
  'cumplido',
]);
const AMBARES = new Set(['observado', 'devuelto', 'sin_consenso', 'discrepante', 'no_elegible', 'anulado', 'no_cumplido', 'reprogramado']);
const GRISES = new Set(['borrador', 'identificado', 'cerrado', 'terminado', 'dejado_sin_efecto']);

/** Colour that accompanies the words of a situation; never alone. */
export function tonoDeSituacion(situacion: string): Tono {
  if (VERDES.has(situacion)) return 'verde';
  if (AMBARES.has(situacion)) return 'ambar';
  return GRISES.has(situacion) ? 'gris' : 'azul';
}

/** Words for choices whose schema brings no labels. */
const VALORES: Etiquetas = {
  nacional: 'Gobierno Nacional',
  regional: 'Gobierno Regional',
  provincial: 'Municipalidad Provincial',
  distrital: 'Municipalidad Distrital',
  local: 'Gobiernos Locales',
  ministerio: 'Ministerio',
  pcm: 'Presidencia del Consejo de Ministros',
  secretaria_pcm: 'Secretaría de la PCM',
  adscrito: 'Organismo adscrito',
  gobierno_regional: 'Gobierno Regional',
  municipalidad_provincial: 'Municipalidad Provincial',
  municipalidad_distrital: 'Municipalidad Distrital',
  asociacion: 'Asociación de gobiernos',
  miembro: 'Miembro, con posición',
  observador: 'Observador, con voz',
  i: 'i. Funcionario del sector que preside',
  ii: 'ii. Representante de planeamiento y presupuesto',
  iii: 'iii. Titular del órgano de descentralización',
  iv: 'iv. Gerente Regional',
  v: 'v. Gerente Municipal',
  presidencia: 'La presidencia del ETTI',
  cualquier_miembro: 'Cualquier miembro del ETTI',
  encargatura: 'Encargatura',
  suplencia: 'Suplencia',
  titular: 'Titular',
  representante: 'Representante, por delegación',
  otra: 'Otra regla',
  inei: 'INEI',
  inei_reniec: 'INEI y RENIEC',
};

/** Words for the value of a choice. */
export function nombreDeValor(valor: string, etiquetas?: Etiquetas): string {
  if (etiquetas?.[valor]) return etiquetas[valor];
  const cargo = nombreDeCargo(valor);
  return VALORES[valor] ?? (cargo === valor ? enPalabras(valor) : cargo);
}
