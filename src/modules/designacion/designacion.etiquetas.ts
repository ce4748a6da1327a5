import type { Calidad } from '../../kernel/tipos.ts';
import type { Designacion } from './designacion.ts';

export const CALIDADES: Readonly<Record<Calidad, string>> = {
  titular: 'Titular',
  encargatura: 'Encargatura',
  suplencia: 'Suplencia',
  representante: 'Representante por delegación',
};

export const SITUACIONES: Readonly<Record<Designacion['situacion'], string>> = {
  designado: 'Designado',
  terminado: 'Terminado',
  anulado: 'Anulado',
};
