import type { Impedimento } from '../../kernel/tipos.ts';
import { abierto, type Compromiso } from './acuerdo.ts';

export const siConcluido = (s: Compromiso): Impedimento[] =>
  abierto(s)
    ? []
    : [{ numeral: '6.6', motivo: 'El seguimiento de este acuerdo ya concluyó.', remedio: 'Si la comisión acordó algo nuevo, registre otro compromiso.' }];
