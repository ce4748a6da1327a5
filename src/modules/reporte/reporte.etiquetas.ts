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
  CifrasRetiradas: 'Cifras retiradas',
};

export const ESTADOS_DE_VALOR: Readonly<Record<EstadoDeValor, string>> = {
  valor: 'Con dato',
  sin_dato: 'Sin dato',
  no_aplica: 'No aplica',
  reservado: 'Reservado',
};
