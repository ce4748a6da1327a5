/** Same text whatever the editor: Unicode NFC, line ends and trailing spaces (R7). Nothing else is forgiven. */
export function normalizar(texto: string): string {
  return texto
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

const CERCA = 24;

/** Where two annexes first differ, in words; undefined when they are the same once normalised. */
export function primeraDiferencia(aprobado: string, otro: string): string | undefined {
  const a = [...normalizar(aprobado)];
  const b = [...normalizar(otro)];
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (i === a.length && i === b.length) return undefined;
  const antes = a.slice(0, i);
  const linea = antes.filter((c) => c === '\n').length + 1;
  const columna = i - antes.lastIndexOf('\n');
  const cita = (t: string[]): string =>
    i < t.length
      ? `«${t
          .slice(Math.max(0, i - CERCA), i + CERCA)
          .join('')
          .replaceAll('\n', ' ⏎ ')}»`
      : 'el final del texto';
  return `línea ${linea}, columna ${columna}: lo aprobado dice ${cita(a)} y el anexo presentado dice ${cita(b)}`;
}
