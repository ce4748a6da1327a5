import type { Fecha } from './tipos.ts';

const ZONA = 'America/Lima';
const formato = new Intl.DateTimeFormat('en-CA', { timeZone: ZONA, year: 'numeric', month: '2-digit', day: '2-digit' });

let minuto = Number.NaN;
let fechaDelMinuto: Fecha = '';

/** Legal date in Lima of an instant. Formatting is slow and asked for at every request: the last minute is kept. */
export function fechaDeLima(instante: Date): Fecha {
  const actual = Math.floor(instante.getTime() / 60_000);
  if (actual !== minuto) {
    fechaDelMinuto = formato.format(instante);
    minuto = actual;
  }
  return fechaDelMinuto;
}

/** `2026-11-24` → `24/11/2026`. */
export function dmy(fecha: Fecha): string {
  const [a, m, d] = fecha.slice(0, 10).split('-');
  return `${d}/${m}/${a}`;
}

/** True for a date that exists, written `aaaa-mm-dd`. */
export function esFecha(texto: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(texto) || texto < '0001') return false;
  const d = new Date(`${texto}T00:00:00Z`);
  return !Number.isNaN(d.getTime()) && d.toISOString().slice(0, 10) === texto;
}

/** Calendar days added to a legal date. */
export function masDias(fecha: Fecha, dias: number): Fecha {
  const d = new Date(`${fecha}T00:00:00Z`);
  d.setUTCDate(d.getUTCDate() + dias);
  return d.toISOString().slice(0, 10);
}

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export function diasEntre(a: Fecha, b: Fecha): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
}

/** Easter Sunday (Gregorian, Meeus/Jones/Butcher). */
function pascua(anio: number): Fecha {
  const a = anio % 19;
  const b = Math.floor(anio / 100);
  const c = anio % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const mes = Math.floor((h + l - 7 * m + 114) / 31);
  const dia = ((h + l - 7 * m + 114) % 31) + 1;
  return `${anio}-${String(mes).padStart(2, '0')}-${String(dia).padStart(2, '0')}`;
}

/** National holidays: Decreto Legislativo 713 art. 6 and later laws (from: first year in force). */
const FERIADOS: readonly { dia: string; desde?: number }[] = [
  { dia: '01-01' },
  { dia: '05-01' },
  { dia: '06-07', desde: 2024 },
  { dia: '06-29' },
  { dia: '07-23', desde: 2024 },
  { dia: '07-28' },
  { dia: '07-29' },
  { dia: '08-06', desde: 2022 },
  { dia: '08-30' },
  { dia: '10-08' },
  { dia: '11-01' },
  { dia: '12-08' },
  { dia: '12-09', desde: 2022 },
  { dia: '12-25' },
];

/** Monday to Friday and not a national holiday. */
export function esHabil(fecha: Fecha): boolean {
  const semana = new Date(`${fecha}T00:00:00Z`).getUTCDay();
  if (semana === 0 || semana === 6) return false;
  const anio = Number(fecha.slice(0, 4));
  if (FERIADOS.some((f) => f.dia === fecha.slice(5) && anio >= (f.desde ?? 0))) return false;
  const domingo = pascua(anio);
  return fecha !== masDias(domingo, -3) && fecha !== masDias(domingo, -2);
}
