import { type EstadoTrazado, NOMBRE_DE_ESTADO } from '../../directiva/trazabilidad.ts';
import type { Tono } from '../etiquetas.ts';
import { Chip } from './piezas.tsx';

const TONO: Readonly<Record<EstadoTrazado, Tono>> = { implementado: 'verde', aun_no: 'ambar', orientacion: 'gris' };
const MARCA: Readonly<Record<EstadoTrazado, string>> = { implementado: '✓', aun_no: '○', orientacion: '–' };

/** Whether Ayni already does what a numeral says, in words. */
export function EstadoDeNumeral({ estado }: { estado: EstadoTrazado }) {
  return (
    <Chip tono={TONO[estado]}>
      <span aria-hidden="true">{MARCA[estado]}</span> {NOMBRE_DE_ESTADO[estado]}
    </Chip>
  );
}
