import type { Regla, Reparo } from './reporte.calidad.ts';
import type { EstadoDeValor, Reporte, ReporteHecho } from './reporte.ts';

export const SITUACIONES: Readonly<Record<Reporte['situacion'], string>> = {
  borrador: 'Borrador',
  enviado: 'Enviado',
  verificado: 'Verificado',
  retirado: 'Retirado',
};

export const HECHOS: Readonly<Record<ReporteHecho['tipo'], string>> = {
  CifrasRegistradas: 'Cifras registradas',
  CifrasEnviadas: 'Cifras enviadas',
  CifrasVerificadas: 'Cifras verificadas',
  CifrasObservadas: 'Cifras observadas',
  CifrasExplicadas: 'Aviso explicado por la entidad',
  CifrasRetiradas: 'Cifras retiradas',
};

export const ESTADOS_DE_VALOR: Readonly<Record<EstadoDeValor, string>> = {
  valor: 'Con dato',
  sin_dato: 'Sin dato',
  no_aplica: 'No aplica',
  reservado: 'Reservado',
};

export const REGLAS_DE_CALIDAD: Readonly<Record<Regla, string>> = {
  denominador: 'Numerador mayor que el denominador',
  minimo: 'Menor que el mínimo esperable',
  maximo: 'Mayor que el máximo esperable',
  descenso: 'Baja, y solo puede crecer',
  salto: 'Cambio grande frente al periodo anterior',
  salto_anual: 'Cambio grande frente al mismo periodo del año anterior',
  atipico: 'Se aparta de los demás territorios',
};

/** `1 234,5`, as every figure of the house. */
const numero = (x: number, decimales: number): string =>
  new Intl.NumberFormat('es-PE', { maximumFractionDigits: decimales })
    .formatToParts(x)
    .map((p) => (p.type === 'decimal' ? ',' : p.type === 'group' ? '\u202f' : p.value))
    .join('');

/** «entre 10 y 20», «20 o menos», «10 o más». */
export function esperable({ menor, mayor }: Pick<Reparo, 'menor' | 'mayor'>, decimales: number): string {
  if (menor === undefined) return mayor === undefined ? '' : `${numero(mayor, decimales)} o menos`;
  return mayor === undefined ? `${numero(menor, decimales)} o más` : `entre ${numero(menor, decimales)} y ${numero(mayor, decimales)}`;
}

/** Why a figure is warned of, in a sentence. */
export function motivoDe(r: Reparo, valor: number, decimales: number): string {
  if (r.regla === 'denominador') return 'El numerador supera al denominador.';
  return `${REGLAS_DE_CALIDAD[r.regla]}: ${numero(valor, decimales)}; se esperaba ${esperable(r, decimales)}.`;
}
