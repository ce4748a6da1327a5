import type { Compromiso } from '../../modules/acuerdo/acuerdo.ts';
import type { Cig } from '../../modules/cig/cig.ts';
import type { DocumentoOficial } from '../../modules/documento/documento.ts';
import type { Encuesta } from '../../modules/encuesta/encuesta.ts';
import type { Espacio } from '../../modules/espacio/espacio.ts';
import type { Etti } from '../../modules/etti/etti.ts';
import type { Indicador } from '../../modules/indicador/indicador.ts';
import type { Instrumento } from '../../modules/instrumento/instrumento.ts';
import type { Modelo } from '../../modules/modelo/modelo.ts';
import type { Plan } from '../../modules/plan/plan.ts';
import type { VinculacionPoi } from '../../modules/poi/poi.ts';
import type { Cifra, Reporte } from '../../modules/reporte/reporte.ts';
import type { Servicio } from '../../modules/servicio/servicio.ts';
import type { Sesion } from '../../modules/sesion/sesion.ts';
import { seccionesDeAcuerdo } from './acuerdo.ts';
import { seccionesDeCig } from './cig.ts';
import { seccionesDeDocumento } from './documento.ts';
import { seccionesDeEncuesta } from './encuesta.ts';
import { seccionesDeEspacio } from './espacio.ts';
import { seccionesDeEtti } from './etti.ts';
import { type EtiquetasDe, vistaGenerica } from './generico.ts';
import { seccionesDeIndicador } from './indicador.ts';
import { seccionesDeInstrumento } from './instrumento.ts';
import { seccionesDeModelo } from './modelo.ts';
import type { Nombres } from './nombres.ts';
import { seccionesDePlan } from './plan.ts';
import { seccionesDePoi } from './poi.ts';
import { seccionesDeReporte } from './reporte.ts';
import { seccionesDeServicio } from './servicio.ts';
import { seccionesDeSesion } from './sesion.ts';
import type { Seccion } from './vista.ts';

const DE_TIPO: Readonly<Record<string, (estado: unknown, n: Nombres, etiquetas: EtiquetasDe) => Seccion[]>> = {
  servicio: (e, n) => seccionesDeServicio(e as Servicio, n),
  cig: (e, n) => seccionesDeCig(e as Cig, n),
  sesion: (e, n) => seccionesDeSesion(e as Sesion, n),
  acuerdo: (e, n) => seccionesDeAcuerdo(e as Compromiso, n),
  plan: (e, n) => seccionesDePlan(e as Plan, n),
  etti: (e, n) => seccionesDeEtti(e as Etti, n),
  espacio: (e, n) => seccionesDeEspacio(e as Espacio, n),
  instrumento: (e, n) => seccionesDeInstrumento(e as Instrumento, n),
  documento: (e, n) => seccionesDeDocumento(e as DocumentoOficial, n),
  indicador: (e, n) => seccionesDeIndicador(e as Indicador, n, (e as { id?: string }).id),
  reporte: (e, n) => seccionesDeReporte(e as Reporte & { cifras?: Cifra[] }, n),
  encuesta: (e, n) => seccionesDeEncuesta(e as Encuesta, n),
  poi: (e, n) => seccionesDePoi(e as VinculacionPoi, n),
  modelo: (e, n, etiquetas) => seccionesDeModelo(e as Modelo, n, etiquetas),
};

/** What the frame of an expediente shows of its state, kind by kind; any other kind by the labels of its forms. */
export function seccionesDe(tipo: string, estado: unknown, n: Nombres, etiquetas: EtiquetasDe): Seccion[] {
  return DE_TIPO[tipo]?.(estado, n, etiquetas) ?? [{ id: 'contenido', titulo: 'Contenido', vista: vistaGenerica(estado, n, etiquetas()) }];
}
