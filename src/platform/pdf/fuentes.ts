import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Tramo } from './documento.ts';

/** A parsed font file (fontkit). Reading it costs more than writing ten pages, and no document changes it. */
interface FuenteLeida {
  hasGlyphForCodePoint(punto: number): boolean;
}

/** What we use of pdfkit's embedded font: its types do not declare it, and its version is pinned. */
export interface FuenteIncrustada {
  id: string;
  ascender: number;
  descender: number;
  layoutCache: Record<string, unknown>;
  font: FuenteLeida;
  encode(texto: string): [codigos: string[], posiciones: { xAdvance: number; advanceWidth: number }[]];
  ref(): unknown;
}

/** The page and fonts of pdfkit's document that its types leave out. */
export interface Interior {
  _font: FuenteIncrustada;
  _fontFamilies: Record<string, FuenteIncrustada>;
  _fontCount: number;
  font(origen: string): unknown;
  registerFont(nombre: string, origen: Buffer): unknown;
  page: { fonts: Record<string, unknown> };
}

export type Estilo = 'normal' | 'negrita' | 'cursiva' | 'negritaCursiva';

const requerir = createRequire(import.meta.url);
const ARCHIVOS: Readonly<Record<Estilo, string>> = {
  normal: '400Regular/SourceSans3_400Regular.ttf',
  negrita: '600SemiBold/SourceSans3_600SemiBold.ttf',
  cursiva: '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  negritaCursiva: '600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf',
};
type ClaseDeFuente = new (doc: Interior, font: FuenteLeida, id: string) => FuenteIncrustada;
const abiertas = new Map<Estilo, { font: FuenteLeida; Clase: ClaseDeFuente }>();
/** Shaping of a word does not depend on the document: one cache per style for all, emptied when it grows too much. */
const formas = new Map<Estilo, { palabras: Record<string, unknown>; usos: number }>();
const MAXIMO_USOS = 400;

function formasDe(estilo: Estilo): Record<string, unknown> {
  let f = formas.get(estilo);
  if (!f || f.usos >= MAXIMO_USOS) {
    f = { palabras: Object.create(null) as Record<string, unknown>, usos: 0 };
    formas.set(estilo, f);
  }
  f.usos++;
  return f.palabras;
}

export const estiloDe = (t: Pick<Tramo, 'negrita' | 'cursiva'>): Estilo =>
  t.negrita ? (t.cursiva ? 'negritaCursiva' : 'negrita') : t.cursiva ? 'cursiva' : 'normal';

/** A word ready to be written: operands of `TJ` and its width in thousandths of the size. */
export interface Palabra {
  operandos: string;
  ancho: number;
}

/** The fonts of one document: each is embedded only if used, and each word is encoded once. */
export class Fuentes {
  private readonly doc: Interior;
  private readonly abiertas = new Map<Estilo, FuenteIncrustada>();
  private readonly palabras: Record<Estilo, Map<string, Palabra>> = { normal: new Map(), negrita: new Map(), cursiva: new Map(), negritaCursiva: new Map() };

  constructor(doc: Interior) {
    this.doc = doc;
  }

  de(estilo: Estilo): FuenteIncrustada {
    let f = this.abiertas.get(estilo);
    if (!f) {
      f = this.incrustar(estilo);
      f.layoutCache = formasDe(estilo);
      this.abiertas.set(estilo, f);
    }
    return f;
  }

  /** The first document parses the file; the others get a subset of their own over the same parsed font. */
  private incrustar(estilo: Estilo): FuenteIncrustada {
    const leida = abiertas.get(estilo);
    if (leida) {
      const propia = new leida.Clase(this.doc, leida.font, `F${++this.doc._fontCount}`);
      this.doc._fontFamilies[estilo] = propia;
      return propia;
    }
    this.doc.registerFont(estilo, readFileSync(requerir.resolve(`@expo-google-fonts/source-sans-3/${ARCHIVOS[estilo]}`)));
    this.doc.font(estilo);
    const primera = this.doc._font;
    abiertas.set(estilo, { font: primera.font, Clase: primera.constructor as ClaseDeFuente });
    return primera;
  }

  /** Name of the font in the resources of the current page. */
  enPagina(estilo: Estilo): string {
    const f = this.de(estilo);
    this.doc.page.fonts[f.id] ??= f.ref();
    return f.id;
  }

  palabra(texto: string, estilo: Estilo): Palabra {
    const propias = this.palabras[estilo];
    let p = propias.get(texto);
    if (!p) {
      p = codificar(this.de(estilo), texto);
      propias.set(texto, p);
    }
    return p;
  }
}

/** PDF/A forbids a glyph the font lacks: a character without one becomes «?». */
function codificar(fuente: FuenteIncrustada, texto: string): Palabra {
  const seguro = [...texto].map((x) => (fuente.font.hasGlyphForCodePoint(x.codePointAt(0) ?? 0) ? x : '?')).join('');
  const [codigos, posiciones] = fuente.encode(seguro);
  let operandos = '<';
  let ancho = 0;
  for (const [i, codigo] of codigos.entries()) {
    const p = posiciones[i] ?? { xAdvance: 0, advanceWidth: 0 };
    const ajuste = Math.round(p.advanceWidth - p.xAdvance);
    operandos += codigo;
    if (ajuste !== 0) operandos += `>${ajuste}<`;
    ancho += p.advanceWidth - ajuste;
  }
  return { operandos: `${operandos}>`.replaceAll('<>', ''), ancho };
}
