import type { Campo } from './campos.ts';

export interface Opcion {
  valor: string;
  texto: string;
  grupo?: string;
}

/** Options of the fields of a form, by source. Longer lists are offered as suggestions while typing. */
export type Opciones = Readonly<Record<string, readonly Opcion[]>>;

/** Key under which the options of a field are found. */
export const fuenteDe = (c: Campo): string => `${c.fuente}:${c.tipos.join(',')}`;
