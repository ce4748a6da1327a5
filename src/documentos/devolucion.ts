import { diffArrays, diffWordsWithSpace } from 'diff';

export interface Trozo {
  que: 'igual' | 'quita' | 'agrega';
  t: string;
}

/** A run of equal lines, folded, or a line that changed. */
export type Diferencia = { clase: 'iguales'; lineas: number; antes: string; despues: string } | { clase: 'cambio'; trozos: Trozo[] };

const MAXIMO_LINEA = 20_000;

/** What changed inside a line, by words; very long lines are shown whole. */
function enLinea(antes: string, despues: string): Trozo[] {
  if (antes.length + despues.length > MAXIMO_LINEA)
    return [
      { que: 'quita', t: antes },
      { que: 'agrega', t: despues },
    ];
  return diffWordsWithSpace(antes, despues).map((p) => ({ que: p.added ? 'agrega' : p.removed ? 'quita' : 'igual', t: p.value }));
}

/** Differences between the text of the record and the one returned, in reading order; empty when they say the same. */
export function compararLineas(original: readonly string[], devuelto: readonly string[]): Diferencia[] {
  const salida: Diferencia[] = [];
  let quitadas: string[] = [];
  const cerrar = (agregadas: readonly string[]) => {
    for (let i = 0; i < Math.max(quitadas.length, agregadas.length); i++) {
      const [a, d] = [quitadas[i], agregadas[i]];
      const trozos: Trozo[] = a !== undefined && d !== undefined ? enLinea(a, d) : a !== undefined ? [{ que: 'quita', t: a }] : [{ que: 'agrega', t: d ?? '' }];
      salida.push({ clase: 'cambio', trozos });
    }
    quitadas = [];
  };
  const partes = diffArrays([...original], [...devuelto]);
  if (partes.every((p) => !p.added && !p.removed)) return [];
  for (const p of partes) {
    if (p.removed) quitadas = p.value;
    else if (p.added) cerrar(p.value);
    else {
      cerrar([]);
      salida.push({ clase: 'iguales', lineas: p.value.length, antes: p.value[0] ?? '', despues: p.value.at(-1) ?? '' });
    }
  }
  cerrar([]);
  return salida;
}

/** Version that a returned text says it is of: the line «Expediente X, versión N» that every document bears. */
export function versionDe(lineas: readonly string[], codigo: string): number | undefined {
  for (const l of lineas) {
    const i = l.indexOf(`Expediente ${codigo}, versión `);
    const n = i < 0 ? Number.NaN : Number.parseInt(l.slice(i + `Expediente ${codigo}, versión `.length), 10);
    if (Number.isInteger(n) && n > 0) return n;
  }
  return undefined;
}
