import type { Entidad, EntidadId } from '../../kernel/tipos.ts';

/** An entity as the catalogue keeps it. */
export interface EntidadCompleta extends Entidad {
  /** The official name has not been verified. */
  nombrePorConfirmar?: boolean;
  /** Entity that took over its functions. */
  sucesora?: EntidadId;
}

/** An organ that exercises an office of its entity; 8.10 names it by function, the entity by its own name. */
export interface Organo {
  entidad: EntidadId;
  cargo: string;
  nombre: string;
  porConfirmar: boolean;
}
