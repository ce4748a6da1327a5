/**
 * Canonical JSON (RFC 8785 for the values we use): keys sorted, no spaces, `undefined` members dropped.
 * The same value always gives the same bytes, so it can be hashed.
 */
export function canon(valor: unknown): string {
  if (valor === null || typeof valor !== 'object') {
    if (typeof valor === 'number' && !Number.isFinite(valor)) throw new TypeError('Un número no finito no tiene forma canónica');
    return JSON.stringify(valor ?? null);
  }
  if (Array.isArray(valor)) return `[${valor.map(canon).join(',')}]`;
  const objeto = valor as Record<string, unknown>;
  const partes: string[] = [];
  for (const clave of Object.keys(objeto).sort()) {
    if (objeto[clave] !== undefined) partes.push(`${JSON.stringify(clave)}:${canon(objeto[clave])}`);
  }
  return `{${partes.join(',')}}`;
}
