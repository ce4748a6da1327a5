import type { Efecto } from './numerales.datos.ts';

/** Effect codes of a numeral, in words. */
export const EFECTOS: Readonly<Record<Efecto, { nombre: string; explica: string }>> = {
  B: { nombre: 'Bloquea', explica: 'Si no se cumple, el acto no procede: Ayni dice el motivo, el numeral y cómo resolverlo.' },
  W: { nombre: 'Advierte', explica: 'Si no se cumple, el acto procede y la advertencia queda en el expediente.' },
  R: { nombre: 'Registra', explica: 'Se deja constancia y se muestra; no condiciona ningún acto.' },
  D: { nombre: 'Documenta', explica: 'De ello resulta un documento.' },
  M: { nombre: 'Mide', explica: 'Alimenta las cifras de avance y de supervisión.' },
  P: { nombre: 'Permite', explica: 'Es una posibilidad: nunca se exige y nada la impide.' },
  T: { nombre: 'Abre una obligación', explica: 'Queda pendiente de una entidad, a la vista, hasta que se cumple.' },
};
