/** An error of the published text: shown beside it, never corrected inside it. */
export interface Errata {
  numeral: string;
  dice: string;
  debeDecir: string;
  porque: string;
  /** Numerals the text means. */
  remiteA: readonly string[];
}

const CONVENIOS = ['7.2.4', '7.2.5', '7.2.6'] as const;
const INSTRUMENTOS = ['7.2'] as const;

export const ERRATAS: readonly Errata[] = [
  ...['7.3.1.g', '7.3.2.e'].map((numeral) => ({
    numeral,
    dice: 'los convenios descritos en el numeral 6.8',
    debeDecir: 'los convenios descritos en los numerales 7.2.4, 7.2.5 y 7.2.6',
    porque: 'El Glosario termina en el numeral 6.6; los convenios se definen en el numeral 7.2.',
    remiteA: CONVENIOS,
  })),
  ...['8.20.1', '8.20.2'].map((numeral) => ({
    numeral,
    dice: 'las acciones e instrumentos descritos en el numeral 6.6',
    debeDecir: 'las acciones e instrumentos descritos en el numeral 7.2',
    porque: 'El numeral 6.6 define la Comisión Intergubernamental; las acciones e instrumentos están en el numeral 7.2.',
    remiteA: INSTRUMENTOS,
  })),
  {
    numeral: 'Anexo',
    dice: 'Flujograma del Proceso',
    debeDecir: 'Flujograma del Proceso, con su figura',
    porque: 'El texto disponible conserva el título sin la figura. El flujograma que muestra Ayni se construyó a partir de los numerales VI a IX.',
    remiteA: [],
  },
];

export function erratasDe(numeral: string): readonly Errata[] {
  return ERRATAS.filter((e) => e.numeral === numeral);
}
