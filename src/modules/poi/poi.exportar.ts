import { FUENTES, GENERICAS, PRIORIDADES } from './poi.etiquetas.ts';
import type { VinculacionPoi } from './poi.ts';

type Celda = string | number;

const MESES = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'setiembre', 'octubre', 'noviembre', 'diciembre'];

/** Columns of the file for CEPLAN's application, in order (ADR 0016). */
export const COLUMNAS_CEPLAN: readonly string[] = [
  'Año',
  'Entidad',
  'Centro de costo',
  'Código OEI',
  'Código AEI',
  'Código de actividad operativa',
  'Actividad operativa',
  'Unidad de medida',
  'Ubigeo',
  'Prioridad',
  ...MESES.map((m) => `Meta física ${m}`),
  'Meta física anual',
  'Categoría presupuestal',
  'Producto o proyecto',
  'Actividad u obra',
  'Finalidad',
  'Fuente de financiamiento',
  'Genérica de gasto',
  ...MESES.map((m) => `Monto ${m} (S/)`),
  'PIA (S/)',
  'PIM (S/)',
  'Indicadores del modelo',
];

const doce = (m: readonly number[]): Celda[] => MESES.map((_, i) => m[i] ?? '');

/**
 * 9.5: one row per activity and budget line; an activity without line has one row with the budget empty. The physical target
 * goes only in the first row of an activity, so that a sum of the column does not count it twice.
 */
export function filasCeplan(s: VinculacionPoi, entidad: string): Celda[][] {
  return s.actividades.flatMap((a) => {
    const indicadores = s.metas
      .filter((m) => m.actividad === a.codigo)
      .map((m) => `${m.indicador}. ${m.nombre}: ${m.meta}`)
      .join('; ');
    const suyas = s.cadenas.filter((c) => c.actividad === a.codigo);
    return (suyas.length > 0 ? suyas : [undefined]).map((c, i): Celda[] => [
      s.anio,
      entidad,
      a.centroCosto,
      a.oei,
      a.aei,
      a.codigo,
      a.nombre,
      a.unidad,
      a.ubigeo,
      PRIORIDADES[a.prioridad],
      ...(i === 0 ? [...doce(a.mensual), a.anual] : doce([]).concat('')),
      c?.categoria ?? '',
      c?.producto ?? '',
      c?.obra ?? '',
      c?.finalidad ?? '',
      c ? (FUENTES[c.fuente] ?? c.fuente) : '',
      c ? (GENERICAS[c.generica] ?? c.generica) : '',
      ...doce(c?.mensual ?? []),
      c?.pia ?? '',
      c?.pim ?? '',
      indicadores,
    ]);
  });
}
