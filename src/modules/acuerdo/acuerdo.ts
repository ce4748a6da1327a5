import type { Responsable } from '../../directiva/responsable.ts';
import type { EntidadId, Fecha, Ficha, Hecho, Id, Marca } from '../../kernel/tipos.ts';

/** What was done, with its proof: text, file or both. */
export interface Evidencia {
  texto?: string;
  documento?: string;
  el: Fecha;
  por: Responsable;
}

export interface Compromiso {
  cig: Id;
  nombreCig: string;
  sector: EntidadId;
  titulo: string;
  /** What counts as done. */
  cumplimiento: string;
  responsable: Responsable;
  vence: Fecha;
  /** Session and item that agreed it; absent when whoever conducts the sector recorded it outside a session. */
  sesion?: Id;
  nombreSesion?: string;
  asunto?: number;
  /** Expediente that it moves forward: a plan, an ETTI, a modelo, an indicator… */
  sobre?: Id;
  participantes: EntidadId[];
  /** Being overdue is not a situation: it follows from the date (`vencido`). */
  situacion: 'pendiente' | 'en_curso' | 'reprogramado' | 'por_confirmar' | 'cumplido' | 'no_cumplido' | 'dejado_sin_efecto';
  avances: { texto: string; porcentaje?: number; documento?: string; el: Fecha }[];
  evidencia?: Evidencia;
  reprogramaciones: { antes: Fecha; nueva: Fecha; motivo: string; el: Fecha }[];
  responsablesAnteriores: { responsable: Responsable; motivo: string; hasta: Fecha }[];
  revisiones: { sesion: Id; nombreSesion: string; resultado: Revision; constancia: string; el: Fecha }[];
  cierre?: { motivo: string; el: Fecha };
  desde: Fecha;
}

export const REVISIONES = {
  sigue: 'Sigue en curso',
  cumplido: 'La sesión lo da por cumplido',
  no_cumplido: 'La sesión deja constancia de que no se cumplió',
} as const;
export type Revision = keyof typeof REVISIONES;

type Apertura = Pick<
  Compromiso,
  'cig' | 'nombreCig' | 'sector' | 'titulo' | 'cumplimiento' | 'responsable' | 'vence' | 'sesion' | 'nombreSesion' | 'asunto' | 'sobre' | 'participantes'
>;

export type AcuerdoHecho =
  | Hecho<'CompromisoRegistrado', Apertura>
  | Hecho<'AvanceInformado', { texto: string; porcentaje?: number; documento?: string }>
  | Hecho<'CumplimientoPresentado', { texto?: string; documento?: string }>
  | Hecho<'CumplimientoConfirmado', { texto?: string; documento?: string }>
  | Hecho<'CompromisoReprogramado', { vence: Fecha; motivo: string }>
  | Hecho<'ResponsableReasignado', { responsable: Responsable; motivo: string }>
  | Hecho<'CompromisoSinEfecto', { motivo: string }>
  | Hecho<'CompromisoRevisado', { sesion: Id; nombreSesion: string; resultado: Revision; constancia: string }>;

export function evolve(s: Compromiso | undefined, h: AcuerdoHecho, m: Marca): Compromiso {
  if (h.tipo === 'CompromisoRegistrado')
    return { ...h.datos, situacion: 'pendiente', avances: [], reprogramaciones: [], responsablesAnteriores: [], revisiones: [], desde: m.ocurridoEl };
  const c = s as Compromiso;
  const evidencia = (d: { texto?: string; documento?: string }): Evidencia => ({ ...d, el: m.ocurridoEl, por: { entidad: m.entidad, cargo: m.cargo } });
  switch (h.tipo) {
    case 'AvanceInformado':
      return { ...c, situacion: 'en_curso', avances: [...c.avances, { ...h.datos, el: m.ocurridoEl }] };
    case 'CumplimientoPresentado':
      return { ...c, situacion: 'por_confirmar', evidencia: evidencia(h.datos) };
    case 'CumplimientoConfirmado':
      return { ...c, situacion: 'cumplido', evidencia: h.datos.texto || h.datos.documento ? evidencia(h.datos) : c.evidencia };
    case 'CompromisoReprogramado':
      return {
        ...c,
        situacion: 'reprogramado',
        vence: h.datos.vence,
        reprogramaciones: [...c.reprogramaciones, { antes: c.vence, nueva: h.datos.vence, motivo: h.datos.motivo, el: m.ocurridoEl }],
      };
    case 'ResponsableReasignado':
      return {
        ...c,
        responsable: h.datos.responsable,
        participantes: [...new Set([...c.participantes, h.datos.responsable.entidad])],
        responsablesAnteriores: [...c.responsablesAnteriores, { responsable: c.responsable, motivo: h.datos.motivo, hasta: m.ocurridoEl }],
      };
    case 'CompromisoSinEfecto':
      return { ...c, situacion: 'dejado_sin_efecto', cierre: { motivo: h.datos.motivo, el: m.ocurridoEl } };
    case 'CompromisoRevisado': {
      const { resultado } = h.datos;
      return {
        ...c,
        situacion: resultado === 'sigue' ? (c.situacion === 'por_confirmar' ? 'en_curso' : c.situacion) : resultado,
        revisiones: [...c.revisiones, { ...h.datos, el: m.ocurridoEl }],
      };
    }
  }
}

/** Situations in which somebody still owes something. */
export const ABIERTAS: readonly Compromiso['situacion'][] = ['pendiente', 'en_curso', 'reprogramado', 'por_confirmar'];

export const abierto = (c: Pick<Compromiso, 'situacion'>): boolean => ABIERTAS.includes(c.situacion);

/** Overdue on a day: derived from the date, never stored. What waits for confirmation was presented by its office. */
export function vencido(c: Pick<Compromiso, 'situacion' | 'vence'>, hoy: Fecha): boolean {
  return abierto(c) && c.situacion !== 'por_confirmar' && c.vence < hoy;
}

export function ficha(c: Compromiso): Ficha {
  const comun = { numeral: '6.6', vence: c.vence, acto: 'DarPorCumplido' };
  const porConfirmar = c.situacion === 'por_confirmar';
  return {
    titulo: c.titulo,
    situacion: c.situacion,
    entidad: c.sector,
    relaciones: {
      cig: c.cig,
      ...(c.sesion ? { sesion: c.sesion } : {}),
      ...(c.sobre ? { sobre: c.sobre } : {}),
      ...Object.fromEntries(c.revisiones.map((r, i) => [`revision-${i + 1}`, r.sesion])),
    },
    participantes: c.participantes,
    pendientes: !abierto(c)
      ? []
      : porConfirmar
        ? [
            {
              ...comun,
              vence: undefined,
              clave: 'confirmar',
              que: `Confirmar que se cumplió: ${c.titulo}`,
              para: [{ entidad: c.sector, cargos: ['organo_descentralizacion'] }],
              desde: c.evidencia?.el ?? c.desde,
            },
          ]
        : [
            {
              ...comun,
              clave: 'cumplir',
              que: `Cumplir el acuerdo: ${c.titulo}`,
              para: [{ entidad: c.responsable.entidad, cargos: [c.responsable.cargo] }],
              desde: c.responsablesAnteriores.at(-1)?.hasta ?? c.desde,
            },
          ],
  };
}
