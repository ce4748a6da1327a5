/** How a column writes its numbers. */
export interface Escritura {
  decimal: '.' | ',';
  miles: '' | '.' | ',' | ' ';
}

const sinAcentos = (t: string): string => t.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Ways of writing that there is no figure. None of them is zero. */
const SIN_DATO = new Set([
  '',
  '-',
  '--',
  '---',
  '.',
  '..',
  '...',
  '…',
  '*',
  '**',
  'x',
  'na',
  'n/a',
  'nan',
  'null',
  'nulo',
  'none',
  'nd',
  'n/d',
  'n.d',
  'n.d.',
  's/d',
  's.d.',
  'sd',
  's/i',
  's.i.',
  '#n/a',
  '#n/d',
  '#¡div/0!',
  '#div/0!',
  '#¡valor!',
  'sin dato',
  'sin datos',
  'sin informacion',
  'no disponible',
  'no reporta',
  'no reporto',
  'no registra',
  'pendiente',
  '(null)',
  '<na>',
]);
const NO_APLICA = new Set(['no aplica', 'n.a.', 'n. a.', 'no corresponde']);
const RESERVADO = new Set(['reservado', 'confidencial', '(c)', 'secreto estadistico']);

export type Celda = { clase: 'valor'; valor: number } | { clase: 'sin_dato' | 'no_aplica' | 'reservado' | 'ilegible' };

/** What a text says when it is a way of writing that there is no figure; undefined when it is not. */
export function marcaDe(escrito: string): 'sin_dato' | 'no_aplica' | 'reservado' | undefined {
  const t = sinAcentos(escrito);
  return SIN_DATO.has(t) ? 'sin_dato' : NO_APLICA.has(t) ? 'no_aplica' : RESERVADO.has(t) ? 'reservado' : undefined;
}

const SIMPLE = /^-?\d+(?:\.\d+)?$/;

/** Style of a column from its written values; `undefined` when the two readings of «1.234» or «1,234» cannot be told apart. */
export function escrituraDe(valores: readonly string[]): Escritura | undefined {
  let [decimalPunto, decimalComa, miles, dudas] = [0, 0, '' as Escritura['miles'], 0];
  for (const crudo of valores) {
    const v = crudo.trim().replace(/\s*%$/, '');
    if (/^-?\d{1,3}( \d{3})+([.,]\d+)?$/.test(v)) miles = ' ';
    if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(v) || /^-?\d{1,3}(,\d{3}){2,}$/.test(v)) {
      decimalPunto++;
      miles = ',';
    } else if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(v) || /^-?\d{1,3}(\.\d{3}){2,}$/.test(v)) {
      decimalComa++;
      miles = '.';
    } else if (/^-?\d{1,3}[.,]\d{3}$/.test(v)) dudas++;
    else if (/^-?\d*\.\d+$/.test(v)) decimalPunto++;
    else if (/^-?\d*,\d+$/.test(v)) decimalComa++;
  }
  if (decimalPunto > 0 && decimalComa > 0) return undefined;
  if (decimalComa > 0) return { decimal: ',', miles: miles || '.' };
  if (decimalPunto > 0) return { decimal: '.', miles: miles || ',' };
  return dudas > 0 ? undefined : { decimal: '.', miles };
}

/** Reads one cell. A percentage sign is dropped: the sheet of the indicator says the unit. */
export function leerCelda(crudo: string, e: Escritura): Celda {
  if (SIMPLE.test(crudo) && e.decimal === '.' && e.miles !== '.') return { clase: 'valor', valor: Number(crudo) };
  const t = crudo.replace(/\u00a0/g, ' ').trim();
  const marca = marcaDe(t);
  if (marca) return { clase: marca };
  let n = t.replace(/\s*%$/, '').replace(/^S\/\.?\s*/i, '');
  if (e.miles) n = n.replaceAll(e.miles, '');
  if (e.decimal === ',') n = n.replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(n) ? { clase: 'valor', valor: Number(n) } : { clase: 'ilegible' };
}
