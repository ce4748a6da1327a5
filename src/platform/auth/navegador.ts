const NAVEGADORES: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SISTEMAS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** «Firefox en Windows»: enough for a person to recognise a session; never the whole header. */
export function navegadorDe(agente: string | null): string | null {
  const de = (lista: typeof NAVEGADORES) => lista.find(([forma]) => forma.test(agente ?? ''))?.[1];
  const partes = [de(NAVEGADORES), de(SISTEMAS)].filter(Boolean);
  return partes.length > 0 ? partes.join(' en ') : null;
}
