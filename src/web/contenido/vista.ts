import { cambiosEntre, type Trozo } from '../cambios.ts';
import type { Tono } from '../etiquetas.ts';

/** What a screen shows of a state, already in words: built on the server, drawn by `ui/vista.tsx`. */
export type Vista =
  | { clase: 'texto'; texto: string; largo?: boolean }
  | { clase: 'cambios'; trozos: Trozo[] }
  | { clase: 'enlace'; texto: string; a: string; nota?: string; archivo?: boolean }
  | { clase: 'chip'; texto: string; tono: Tono; nota?: string }
  | { clase: 'datos'; pares: { etiqueta: string; valor: Vista }[] }
  | { clase: 'tabla'; titulo: string; columnas: Columna[]; filas: Vista[][] }
  | { clase: 'lista'; items: Vista[] }
  | { clase: 'grupo'; partes: { titulo?: string; valor: Vista }[] }
  | { clase: 'avance'; hechos: number; total: number; nombre: string }
  | { clase: 'plegado'; titulo: string; valor: Vista; abierto?: boolean };

export interface Columna {
  titulo: string;
  /** Right-aligned figures. */
  num?: boolean;
}

export interface Seccion {
  id: string;
  titulo: string;
  numeral?: string;
  /** Acto that changes it, when the office may perform it now. */
  acto?: string;
  /** Nothing written yet: shown in one list with the others like it. */
  vacia?: boolean;
  vista: Vista;
}

export const texto = (t: string | undefined | null, largo = false): Vista => ({ clase: 'texto', texto: t?.trim() ? t : '—', largo });
export const chip = (t: string, tono: Tono = 'gris', nota?: string): Vista => ({ clase: 'chip', texto: t, tono, nota });
export const cambios = (antes: string, despues: string): Vista => ({ clase: 'cambios', trozos: cambiosEntre(antes, despues) });
export const plegado = (titulo: string, valor: Vista, abierto = false): Vista => ({ clase: 'plegado', titulo, valor, abierto });
export const enlace = (t: string, a: string, nota?: string): Vista => ({ clase: 'enlace', texto: t, a, nota });
export const datos = (pares: readonly (readonly [string, Vista | string | undefined])[]): Vista => ({
  clase: 'datos',
  pares: pares.flatMap(([etiqueta, v]) => (v === undefined || v === '' ? [] : [{ etiqueta, valor: typeof v === 'string' ? texto(v, true) : v }])),
});
export const tabla = (titulo: string, columnas: readonly (string | Columna)[], filas: readonly (readonly (Vista | string)[])[]): Vista => ({
  clase: 'tabla',
  titulo,
  columnas: columnas.map((c) => (typeof c === 'string' ? { titulo: c } : c)),
  filas: filas.map((f) => f.map((v) => (typeof v === 'string' ? texto(v, true) : v))),
});
export const lista = (items: readonly (Vista | string)[]): Vista => ({ clase: 'lista', items: items.map((v) => (typeof v === 'string' ? texto(v, true) : v)) });
export const grupo = (partes: readonly (readonly [string | undefined, Vista])[]): Vista => ({
  clase: 'grupo',
  partes: partes.map(([titulo, valor]) => ({ titulo, valor })),
});
