import type { DocumentoHecho, DocumentoOficial, Firma } from './documento.ts';

export const SITUACIONES: Readonly<Record<DocumentoOficial['situacion'], string>> = {
  emitido: 'Emitido, sin firmas',
  en_firma: 'En firma',
  firmado: 'Firmado',
  anulado: 'Anulado',
};

export const HECHOS: Readonly<Record<DocumentoHecho['tipo'], string>> = {
  DocumentoEmitido: 'Documento emitido',
  DocumentoFirmado: 'Documento firmado',
  FirmaManualRegistrada: 'Firma manual cotejada',
  CorreccionPropuesta: 'Corrección propuesta',
  CorreccionResuelta: 'Corrección resuelta',
  DocumentoAnulado: 'Documento anulado',
};

/** How each result is said. */
export const RESULTADOS: Readonly<Record<Firma['resultado'] | 'NO_VALIDO', string>> = {
  VALIDO: 'Válida',
  INDETERMINADO: 'Indeterminada',
  NO_VALIDO: 'No válida',
  COTEJADO: 'Manuscrita, cotejada',
};
