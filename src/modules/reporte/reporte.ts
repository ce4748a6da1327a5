import { CONDUCEN } from '../../directiva/cargos.ts';
import type { EntidadId, Fecha, Ficha, Hecho, Id, Marca, TerritorioId } from '../../kernel/tipos.ts';

/** Offices that answer for the figures of their entity: they send what their technicians prepare. */
export const RESPONDEN: readonly string[] = [
  ...CONDUCEN,
  'funcionario_sector',
  'ogpp',
  'gobernador',
  'gerente_regional',
  'alcalde_provincial',
  'gerente_municipal',
  'alcalde_distrital',
];

/** «No data», «does not apply» and «reserved» are not zero. */
export type EstadoDeValor = 'valor' | 'sin_dato' | 'no_aplica' | 'reservado';

/** A figure of one territory and period. */
export interface Cifra {
  territorio: TerritorioId;
  /** Code of the period (`directiva/periodos.ts`). */
  periodo: number;
  /** Category of the disaggregation; empty = the total. */
  categoria: string;
  estado: EstadoDeValor;
  /** Value, or numerator of a ratio. */
  valor?: number;
  denominador?: number;
}

/** A batch kept outside the hecho, by the hash of its content. */
export interface LoteCitado {
  huella: string;
  valores: number;
  /** First and last period it touches. */
  desde: number;
  hasta: number;
  /** File it came from, as uploaded. */
  documento?: string;
}

interface Registrado {
  indicador: Id;
  nombreIndicador: string;
  sector: EntidadId;
  entidad: EntidadId;
  /** Why earlier figures change; empty in a first report. */
  motivo: string;
  cifras: Cifra[];
  lote?: LoteCitado;
}

/** Why a figure that was warned of is right. */
export interface ExplicacionDeCifra {
  territorio: TerritorioId;
  periodo: number;
  categoria: string;
  texto: string;
  fecha: Fecha;
}

export interface Reporte extends Omit<Registrado, 'cifras'> {
  situacion: 'borrador' | 'enviado' | 'verificado' | 'retirado';
  valores: number;
  observaciones: { entidad: EntidadId; texto: string; fecha: Fecha }[];
  /** What the entity answers to the warnings on its figures. */
  explicaciones?: ExplicacionDeCifra[];
  desde: Fecha;
}

export type ReporteHecho =
  | Hecho<'CifrasRegistradas', Registrado>
  | Hecho<'CifrasEnviadas', Record<string, never>>
  | Hecho<'CifrasVerificadas', { comentario: string }>
  | Hecho<'CifrasObservadas', { texto: string }>
  | Hecho<'CifrasExplicadas', Omit<ExplicacionDeCifra, 'fecha'>>
  | Hecho<'CifrasRetiradas', { motivo: string }>;

export function evolve(previo: Reporte | undefined, h: ReporteHecho, m: Marca): Reporte {
  const s = previo as Reporte;
  switch (h.tipo) {
    case 'CifrasRegistradas': {
      const { cifras, ...resto } = h.datos;
      return { ...resto, situacion: 'borrador', valores: h.datos.lote?.valores ?? cifras.length, observaciones: [], desde: m.ocurridoEl };
    }
    case 'CifrasEnviadas':
      return { ...s, situacion: 'enviado', desde: m.ocurridoEl };
    case 'CifrasVerificadas':
      return { ...s, situacion: 'verificado' };
    case 'CifrasObservadas':
      return { ...s, observaciones: [...s.observaciones, { entidad: m.entidad, texto: h.datos.texto, fecha: m.ocurridoEl }] };
    case 'CifrasExplicadas':
      return { ...s, explicaciones: [...(s.explicaciones ?? []), { ...h.datos, fecha: m.ocurridoEl }] };
    case 'CifrasRetiradas':
      return { ...s, situacion: 'retirado' };
  }
}

export function ficha(s: Reporte): Ficha {
  return {
    titulo: `${s.nombreIndicador}: ${s.valores === 1 ? 'una cifra' : `${s.valores} cifras`}`,
    situacion: s.situacion,
    entidad: s.entidad,
    relaciones: { indicador: s.indicador },
    participantes: [...new Set([s.entidad, s.sector])],
    pendientes:
      s.situacion === 'borrador'
        ? [
            {
              clave: 'envio',
              que: `Revisar y enviar las cifras de «${s.nombreIndicador}»`,
              numeral: '8.17',
              para: [{ entidad: s.entidad, cargos: RESPONDEN }],
              desde: s.desde,
              acto: 'EnviarCifras',
            },
          ]
        : [],
  };
}
