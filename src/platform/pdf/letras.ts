const HASTA_29 = [
  'cero',
  'uno',
  'dos',
  'tres',
  'cuatro',
  'cinco',
  'seis',
  'siete',
  'ocho',
  'nueve',
  'diez',
  'once',
  'doce',
  'trece',
  'catorce',
  'quince',
  'dieciséis',
  'diecisiete',
  'dieciocho',
  'diecinueve',
  'veinte',
  'veintiuno',
  'veintidós',
  'veintitrés',
  'veinticuatro',
  'veinticinco',
  'veintiséis',
  'veintisiete',
  'veintiocho',
  'veintinueve',
];
const DECENAS = ['', '', '', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa'];
const CENTENAS = ['', 'ciento', 'doscientos', 'trescientos', 'cuatrocientos', 'quinientos', 'seiscientos', 'setecientos', 'ochocientos', 'novecientos'];

/** Whole number below a million in words: folios are numbered in figures and in words. */
export function enLetras(numero: number): string {
  if (numero < 30) return HASTA_29[numero] ?? String(numero);
  if (numero < 100) return [DECENAS[Math.floor(numero / 10)], ...(numero % 10 ? ['y', enLetras(numero % 10)] : [])].join(' ');
  if (numero === 100) return 'cien';
  if (numero < 1000) return [CENTENAS[Math.floor(numero / 100)], ...(numero % 100 ? [enLetras(numero % 100)] : [])].join(' ');
  const miles = Math.floor(numero / 1000);
  const antes =
    miles === 1
      ? 'mil'
      : `${enLetras(miles)
          .replace(/veintiuno$/, 'veintiún')
          .replace(/uno$/, 'un')} mil`;
  return [antes, ...(numero % 1000 ? [enLetras(numero % 1000)] : [])].join(' ');
}
