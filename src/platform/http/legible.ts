const HONDURA = 64;

/** Why a value cannot be stored: text with NUL or broken surrogates (PostgreSQL refuses both), or nesting without end. */
export type Ilegible = { campo: string; razon: 'texto' | 'hondura' };

/** First text of a value from outside that the database could not store. @returns undefined when all is well */
export function ilegibleEn(valor: unknown, campo = '', hondura = 0): Ilegible | undefined {
  if (typeof valor === 'string') return esTextoLegible(valor) ? undefined : { campo, razon: 'texto' };
  if (valor === null || typeof valor !== 'object') return undefined;
  if (hondura > HONDURA) return { campo: campo.slice(0, 80), razon: 'hondura' };
  const esLista = Array.isArray(valor);
  for (const [clave, hijo] of Object.entries(valor)) {
    if (!esTextoLegible(clave)) return { campo, razon: 'texto' };
    const malo = ilegibleEn(hijo, esLista ? `${campo}[${clave}]` : campo ? `${campo}.${clave}` : clave, hondura + 1);
    if (malo) return malo;
  }
  return undefined;
}

/** Text without NUL and with whole surrogate pairs. */
export function esTextoLegible(texto: string): boolean {
  return texto.isWellFormed() && !texto.includes('\0');
}
