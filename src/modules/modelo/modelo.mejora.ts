import type { Resolucion } from '../../directiva/resolucion.ts';
import type { Fecha, Hecho, Id } from '../../kernel/tipos.ts';
import type { Modelo } from './modelo.ts';

/** Where the perception of the users comes from: a survey with its margin, or an indicator that counts complaints (8.18). */
export interface FuenteDePercepcion {
  clase: 'encuesta' | 'reclamos';
  expediente: Id;
  texto: string;
}

/** What the ETTI found in a period, seen by the institutions and by the users of the service (8.18). */
export interface Evaluacion {
  periodo: string;
  institucional: string;
  percepcion: string;
  fuentes?: FuenteDePercepcion[];
  mediciones: { numero: number; valor: number; comentario: string }[];
  hallazgos: { texto: string; propuesta: string }[];
  fecha: Fecha;
}

/** Feedback report with which a cycle closes; it lists what is open of 8.11.3 (R10). */
export interface CierreDeCiclo {
  retroalimentacion: string;
  contribucionPendiente: string[];
  fecha: Fecha;
}

/** A formalised version, in force until the next one is (t17). */
export interface VersionFormalizada {
  version: number;
  huella: string;
  resolucion: Resolucion;
  /** Last day; undefined while it is in force. */
  hasta?: Fecha;
}

export interface Cese {
  clase: 'suspendido' | 'sin_efecto';
  motivo: string;
  sesion: Id;
  nombreSesion: string;
  resolucion?: { numero: string; fecha: Fecha; documento?: string };
}

export type MejoraHecho =
  | Hecho<'PeriodoEvaluado', Omit<Evaluacion, 'fecha'>>
  | Hecho<'CicloCerrado', Omit<CierreDeCiclo, 'fecha'>>
  | Hecho<'NuevaVersionAbierta', { motivo: string; desde: 'E6' | 'E7' }>
  | Hecho<'CeseAcordado', Omit<Cese, 'resolucion'>>
  | Hecho<'CeseFormalizado', { numero: string; fecha: Fecha; documento?: string }>;

/** Stages t15–t18: measuring and evaluating, a new version, and the end of one. */
export function evolveMejora(m: Modelo, h: MejoraHecho, el: Fecha): Modelo {
  switch (h.tipo) {
    case 'PeriodoEvaluado':
      return { ...m, pistaA: 'E13', situacion: 'en_mejora', evaluaciones: [...(m.evaluaciones ?? []), { ...h.datos, fecha: el }], desde: el };
    case 'CicloCerrado':
      return {
        ...m,
        pistaA: 'E12',
        situacion: 'en_implementacion',
        ciclos: (m.ciclos ?? 0) + 1,
        cierres: [...(m.cierres ?? []), { ...h.datos, fecha: el }],
        desde: el,
      };
    case 'NuevaVersionAbierta': {
      const { paquete, resolucion } = m;
      const enFuerza = paquete && resolucion ? { version: paquete.version, huella: paquete.huella, resolucion } : m.enFuerza;
      return {
        ...m,
        enFuerza,
        pistaA: h.datos.desde,
        situacion: h.datos.desde === 'E6' ? 'en_diagnostico' : 'formulado',
        resolucion: undefined,
        aprobacion: undefined,
        proyecto: undefined,
        opiniones: [],
        observaciones: [],
        desde: el,
      };
    }
    case 'CeseAcordado':
      return { ...m, cese: h.datos };
    case 'CeseFormalizado':
      return { ...m, cese: m.cese && { ...m.cese, resolucion: h.datos }, pistaA: 'X4', situacion: m.cese?.clase ?? 'sin_efecto', desde: el };
  }
}

/** What the new resolution replaces: the version that was in force goes to the history. */
export function reemplazar(m: Modelo, el: Fecha): Pick<Modelo, 'enFuerza' | 'versiones'> {
  return m.enFuerza ? { enFuerza: undefined, versiones: [...(m.versiones ?? []), { ...m.enFuerza, hasta: el }] } : {};
}
