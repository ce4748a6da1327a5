import { dmy, fechaDeLima } from '../kernel/calendario.ts';
import type { Fecha } from '../kernel/tipos.ts';

const HORA = new Intl.DateTimeFormat('es-PE', {
  timeZone: 'America/Lima',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const NUMERO = new Intl.NumberFormat('es-PE', { maximumFractionDigits: 2, useGrouping: true });

/** `19/11/2026 10:42`, in Lima. */
export function fechaHora(instante: string | Date): string {
  return HORA.format(new Date(instante)).replace(',', '');
}

/** Legal date first; the instant of registration second, only as an hour when both are of the same day in Lima. */
export function momento(ocurridoEl: Fecha, registradoEn: string | Date): { legal: string; registro: string; difieren: boolean } {
  const instante = fechaHora(registradoEn);
  const difieren = fechaDeLima(new Date(registradoEn)) !== ocurridoEl;
  return { legal: dmy(ocurridoEl), registro: difieren ? instante : instante.slice(11), difieren };
}

/** Decimal comma and thin thousands: `1 234,5`. */
export function numero(n: number): string {
  return NUMERO.formatToParts(n)
    .map((p) => (p.type === 'decimal' ? ',' : p.type === 'group' ? '\u202f' : p.value))
    .join('');
}

/** A figure with the decimals of its indicator: `85,20`. */
export function cifra(n: number, decimales: number): string {
  return new Intl.NumberFormat('es-PE', { minimumFractionDigits: decimales, maximumFractionDigits: decimales })
    .formatToParts(n)
    .map((p) => (p.type === 'decimal' ? ',' : p.type === 'group' ? '\u202f' : p.value))
    .join('');
}

/** `9f3a…e71c` */
export function huellaCorta(huella: string): string {
  return huella.length > 12 ? `${huella.slice(0, 4)}…${huella.slice(-4)}` : huella;
}

/** `1 asunto`, `3 asuntos`. */
export function cuantos(n: number, uno: string, varios: string): string {
  return `${numero(n)} ${n === 1 ? uno : varios}`;
}

/** How a term reads, and how urgent it is. */
export function plazo(vence: string | null | undefined, hoy: string): { texto: string; tono: 'rojo' | 'ambar' | 'azul' } {
  if (!vence) return { texto: 'sin plazo', tono: 'azul' };
  const dias = Math.round((Date.parse(vence) - Date.parse(hoy)) / 86_400_000);
  if (dias < 0) return { texto: `venció el ${dmy(vence)}`, tono: 'rojo' };
  if (dias === 0) return { texto: `vence hoy, ${dmy(vence)}`, tono: 'rojo' };
  return { texto: `vence el ${dmy(vence)}`, tono: dias <= 3 ? 'rojo' : 'ambar' };
}
