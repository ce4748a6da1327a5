import type { Periodicidad, Periodo } from '../../directiva/periodos.ts';
import type { EntidadId, Fecha, Ficha, Hecho, Id, Marca, TerritorioId } from '../../kernel/tipos.ts';

export type Agregacion = 'suma' | 'conteo' | 'razon' | 'media_ponderada' | 'promedio' | 'ultimo';
export type Captura = 'distrito' | 'provincia' | 'departamento' | 'pais';

/** What the sheet says of what to expect of a figure (8.19): it warns, never clips. */
export interface ParametrosDeCalidad {
  minimo?: number;
  maximo?: number;
  /** A series that only grows: a fall warns. */
  acumulativo: boolean;
  /** Change against the previous period, or the same of last year, in per cent, from which it warns. */
  salto: number;
  /** Robust deviations from the other territories from which it warns; 0 = never. */
  atipico?: number;
}

/** What the sheet of an indicator says (8.18, 8.19). */
export interface Definicion extends ParametrosDeCalidad {
  nombre: string;
  proposito: string;
  dimension: 'cobertura' | 'calidad' | 'satisfaccion' | 'costo' | 'otra';
  clase: 'resultado' | 'producto' | 'proceso';
  agregacion: Agregacion;
  numerador: string;
  denominador: string;
  /** Multiplies a ratio: 100 for a percentage. */
  factor: number;
  unidad: string;
  decimales: number;
  sentido: 'mayor_mejor' | 'menor_mejor';
  periodicidad: Periodicidad;
  fuente: string;
  responsable: EntidadId;
  captura: Captura;
  desagregaciones: { nombre: string; categorias: string[] }[];
  criterios: { simplicidad: boolean; confiabilidad: boolean; validez: boolean; costoRazonable: boolean };
}

/** From when a version of the method counts; a break is marked in every chart. */
export interface VersionDelMetodo {
  numero: number;
  desde?: Periodo;
  ruptura: boolean;
  motivo: string;
  /** What its figures are judged by. */
  calidad?: ParametrosDeCalidad & { factor: number };
}

export interface PeriodoDelIndicador {
  situacion: 'abierto' | 'cerrado' | 'publicado';
  vence?: Fecha;
  /** Day on which it was closed. */
  cerrado?: Fecha;
}

export interface AcuerdoDelIndicador {
  organo: 'etti' | 'cig';
  acta: string;
  niveles: string[];
  entidad?: EntidadId;
  compromiso?: string;
  fecha: Fecha;
}

export interface Indicador extends Definicion {
  servicio: Id;
  modelo?: Id;
  sector: EntidadId;
  situacion: 'borrador' | 'acordado' | 'retirado';
  acuerdos: AcuerdoDelIndicador[];
  versiones: VersionDelMetodo[];
  periodos: Record<string, PeriodoDelIndicador>;
  /** How many baselines and targets stand; their values are in `linea_base` and `meta`. */
  lineasBase: number;
  metas: number;
  desde: Fecha;
}

export interface ValorEnTerritorio {
  territorio: TerritorioId;
  periodo: Periodo;
  valor: number;
}

export type IndicadorHecho =
  | Hecho<'IndicadorDefinido', Definicion & { servicio: Id; modelo?: Id; sector: EntidadId }>
  | Hecho<'IndicadorVersionado', Definicion & { desde: Periodo; ruptura: boolean; motivo: string }>
  | Hecho<'IndicadorAdoptado', Omit<AcuerdoDelIndicador, 'fecha'> & { documento?: string }>
  | Hecho<'LineaBaseFijada', { valores: ValorEnTerritorio[]; fuente: string }>
  | Hecho<'MetasFijadas', { valores: ValorEnTerritorio[]; sustento: string }>
  | Hecho<'PeriodoAbierto', { periodo: Periodo; vence?: Fecha }>
  | Hecho<'PeriodoCerrado', { periodo: Periodo }>
  | Hecho<'PeriodoPublicado', { periodo: Periodo }>
  | Hecho<'IndicadorDejado', { motivo: string }>;

const conPeriodo = (s: Indicador, periodo: Periodo, cambio: PeriodoDelIndicador): Indicador => ({ ...s, periodos: { ...s.periodos, [periodo]: cambio } });

const calidadDe = ({ minimo, maximo, acumulativo, salto, atipico, factor }: Definicion): VersionDelMetodo['calidad'] => ({
  minimo,
  maximo,
  acumulativo,
  salto,
  atipico,
  factor,
});

export function evolve(previo: Indicador | undefined, h: IndicadorHecho, m: Marca): Indicador {
  const s = previo as Indicador;
  switch (h.tipo) {
    case 'IndicadorDefinido':
      return {
        ...h.datos,
        situacion: 'borrador',
        acuerdos: [],
        versiones: [{ numero: 1, ruptura: false, motivo: '', calidad: calidadDe(h.datos) }],
        periodos: {},
        lineasBase: 0,
        metas: 0,
        desde: m.ocurridoEl,
      };
    case 'IndicadorVersionado': {
      const { desde, ruptura, motivo, ...definicion } = h.datos;
      return { ...s, ...definicion, versiones: [...s.versiones, { numero: s.versiones.length + 1, desde, ruptura, motivo, calidad: calidadDe(h.datos) }] };
    }
    case 'IndicadorAdoptado': {
      const { documento: _, ...acuerdo } = h.datos;
      return { ...s, situacion: 'acordado', acuerdos: [...s.acuerdos, { ...acuerdo, fecha: m.ocurridoEl }] };
    }
    case 'LineaBaseFijada':
      return { ...s, lineasBase: s.lineasBase + h.datos.valores.length };
    case 'MetasFijadas':
      return { ...s, metas: s.metas + h.datos.valores.length };
    case 'PeriodoAbierto':
      return conPeriodo(s, h.datos.periodo, { situacion: 'abierto', vence: h.datos.vence });
    case 'PeriodoCerrado':
      return conPeriodo(s, h.datos.periodo, { ...s.periodos[h.datos.periodo], situacion: 'cerrado', cerrado: m.ocurridoEl });
    case 'PeriodoPublicado':
      return conPeriodo(s, h.datos.periodo, { ...s.periodos[h.datos.periodo], situacion: 'publicado' });
    case 'IndicadorDejado':
      return { ...s, situacion: 'retirado' };
  }
}

export function ficha(s: Indicador): Ficha {
  return {
    titulo: s.nombre,
    situacion: s.situacion,
    entidad: s.sector,
    relaciones: { servicio: s.servicio, ...(s.modelo ? { modelo: s.modelo } : {}) },
    participantes: [...new Set([s.sector, s.responsable])],
    unica: s.situacion === 'retirado' ? undefined : `${s.servicio}:${s.nombre.toLocaleLowerCase('es-PE')}`,
    pendientes:
      s.situacion === 'borrador'
        ? [
            {
              clave: 'acuerdo',
              que: `Recoger en un acuerdo el indicador «${s.nombre}»`,
              numeral: '8.18',
              para: [{ entidad: s.sector, cargos: ['funcionario_sector', 'organo_descentralizacion'] }],
              desde: s.desde,
              acto: 'AdoptarIndicador',
            },
          ]
        : [],
  };
}
