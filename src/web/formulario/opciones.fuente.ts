import type { Campo } from './campos.ts';

export interface Opcion {
  valor: string;
  texto: string;
  grupo?: string;
}

/** What a choice offers. */
export interface Oferta {
  opciones: readonly Opcion[];
  /** Set when there are too many to list: `opciones` are then the likely ones, and more come from this address while typing. */
  mas?: string;
  /** What to do when nothing is offered. */
  nota?: string;
}

/** Offers of the fields of a form, by source. */
export type Opciones = Readonly<Record<string, Oferta>>;

/** Key under which the offer of a field is found. */
export const fuenteDe = (c: Campo): string => `${c.fuente}:${c.tipos.join(',')}`;
