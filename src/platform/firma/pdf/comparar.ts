import { camposDeFirma } from './campos.ts';
import type { DocumentoPdf } from './documento.ts';
import { type Dic, esCadena, esDic, esFlujo, esRef, nombreDe, PdfIlegible, type Valor } from './objetos.ts';

/** Where of the document a value stands: some places may grow after a signature, the rest may not change. */
type Sitio = 'catalogo' | 'formulario' | 'pagina' | 'campo' | 'otro';

const NODOS = 400_000;
/** Keys of the catalogue that later signatures and their proofs may add or change. They show nothing. */
const CATALOGO = new Set(['AcroForm', 'DSS', 'Extensions', 'Metadata', 'Version', 'Perms']);
const FORMULARIO = new Set(['Fields', 'SigFlags']);
/** Keys that signing puts in a signature field that was empty. */
const CAMPO = new Set(['V', 'AP', 'F', 'M', 'MK', 'AS']);

/**
 * What changed from a signed revision to a later one, besides further signatures and their proofs: each a sentence, none
 * when all that was signed is still what a reader shows. It walks both documents from the catalogue, so that replacing
 * an object, adding a page or an annotation, or pointing somewhere else is seen whichever way it was written (shadow
 * attacks of the incremental update).
 */
export function cambiosDesde(antes: DocumentoPdf, ahora: DocumentoPdf, { renumerado = false }: { renumerado?: boolean } = {}): string[] {
  return new Comparacion(antes, ahora, renumerado).correr();
}

class Comparacion {
  private readonly a: DocumentoPdf;
  private readonly b: DocumentoPdf;
  private readonly cambios = new Set<string>();
  private readonly vistos = new Set<string>();
  private readonly firmados: ReadonlySet<number>;
  /** The file was written again: the same things may have other numbers. */
  private readonly renumerado: boolean;
  private nodos = 0;

  constructor(antes: DocumentoPdf, ahora: DocumentoPdf, renumerado: boolean) {
    this.renumerado = renumerado;
    this.a = antes;
    this.b = ahora;
    this.firmados = new Set(
      camposDeFirma(ahora)
        .filter((c) => c.firma)
        .flatMap((c) => [...(c.num === undefined ? [] : [c.num]), ...ahora.lista(c.dic.get('Kids')).flatMap((k) => (esRef(k) ? [k.num] : []))]),
    );
  }

  correr(): string[] {
    const [ra, rb] = [this.a.cola.get('Root'), this.b.cola.get('Root')];
    if (!esRef(ra) || !esRef(rb) || this.cambia(ra.num, rb.num)) return ['El documento tiene otro catálogo.'];
    this.mismo(ra, rb, 'catalogo', 'el catálogo');
    return [...this.cambios];
  }

  private cambia(a: number, b: number): boolean {
    return a !== b && !this.renumerado;
  }

  private anotar(donde: string): void {
    if (this.cambios.size < 20) this.cambios.add(`Se cambió ${donde}.`);
  }

  private mismo(va: Valor | undefined, vb: Valor | undefined, sitio: Sitio, donde: string): void {
    // An explicit work list instead of deep recursion: page trees and outlines may be long chains.
    const cola: [Valor | undefined, Valor | undefined, Sitio, string][] = [[va, vb, sitio, donde]];
    for (let t = cola.pop(); t; t = cola.pop()) this.uno(t, cola);
  }

  private uno(
    [va, vb, sitio, donde]: [Valor | undefined, Valor | undefined, Sitio, string],
    cola: [Valor | undefined, Valor | undefined, Sitio, string][],
  ): void {
    if (++this.nodos > NODOS) throw new PdfIlegible('El PDF es demasiado complejo para compararlo.');
    if (esRef(va) && esRef(vb)) {
      const clave = `${va.num}/${vb.num}/${sitio}`;
      if (this.vistos.has(clave)) return;
      this.vistos.add(clave);
      if (this.cambia(va.num, vb.num) && sitio === 'otro') {
        this.anotar(donde);
        return;
      }
    }
    const [a, b] = [this.a.resolver(va), this.b.resolver(vb)];
    if (esDic(a) && esDic(b)) {
      this.diccionario(a, b, sitioDe(a, sitio), donde, cola);
      return;
    }
    if (esFlujo(a) && esFlujo(b)) {
      if (!this.a.crudo(a).equals(this.b.crudo(b))) {
        this.anotar(donde);
        return;
      }
      this.diccionario(a.dic, b.dic, 'otro', donde, cola);
      return;
    }
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) {
        this.anotar(donde);
        return;
      }
      for (const [i, x] of a.entries()) cola.push([x, b[i], 'otro', donde]);
      return;
    }
    if (!igual(a, b)) this.anotar(donde);
  }

  private diccionario(a: Dic, b: Dic, sitio: Sitio, donde: string, cola: [Valor | undefined, Valor | undefined, Sitio, string][]): void {
    const nombre = sitio === 'pagina' ? 'una página' : sitio === 'formulario' ? 'el formulario' : sitio === 'campo' ? 'un campo del formulario' : donde;
    const vacio = sitio === 'campo' && nombreDe(this.b.resolver(b.get('FT'))) === 'Sig' && !a.has('V');
    for (const k of new Set([...a.keys(), ...b.keys()])) {
      const [x, y] = [a.get(k), b.get(k)];
      if (sitio === 'catalogo' && k === 'AcroForm') this.formulario(x, y, cola);
      else if (sitio === 'catalogo' && CATALOGO.has(k)) continue;
      else if (sitio === 'formulario' && FORMULARIO.has(k)) {
        if (k === 'Fields') this.crece(x, y, 'campo', 'un campo del formulario', cola);
      } else if (sitio === 'pagina' && k === 'Annots') this.crece(x, y, 'campo', 'una anotación de una página', cola);
      else if (vacio && CAMPO.has(k)) continue;
      else if (x === undefined || y === undefined) {
        if (!igual(x ?? null, y ?? null)) this.anotar(nombre);
      } else cola.push([x, y, 'otro', `${nombre} (${k})`]);
    }
  }

  /** A form may appear with the first signature, holding signature fields only. */
  private formulario(x: Valor | undefined, y: Valor | undefined, cola: [Valor | undefined, Valor | undefined, Sitio, string][]): void {
    if (x === undefined) {
      const f = this.b.dic(y);
      if (f) this.crece([], f.get('Fields'), 'campo', 'un campo del formulario', cola);
    } else cola.push([x, y ?? null, 'formulario', 'el formulario']);
  }

  /** A list that may only grow, at its end, with signature fields that are signed. */
  private crece(x: Valor | undefined, y: Valor | undefined, sitio: Sitio, donde: string, cola: [Valor | undefined, Valor | undefined, Sitio, string][]): void {
    const [a, b] = [this.a.lista(x), this.b.lista(y)];
    if (b.length < a.length) {
      this.anotar(donde);
      return;
    }
    for (const [i, v] of a.entries()) {
      const w = b[i] as Valor;
      if (esRef(v) !== esRef(w) || (esRef(v) && esRef(w) && this.cambia(v.num, w.num))) this.anotar(donde);
      else cola.push([v, w, sitio, donde]);
    }
    for (const w of b.slice(a.length)) if (!esRef(w) || !this.firmados.has(w.num)) this.anotar(`${donde}: se agregó algo que no es una firma`);
  }
}

/** Pages are known by what they say they are; a value inside them keeps no privilege. */
function sitioDe(d: Dic, sitio: Sitio): Sitio {
  return sitio === 'otro' && nombreDe(d.get('Type')) === 'Page' ? 'pagina' : sitio;
}

function igual(a: Valor, b: Valor): boolean {
  if (esCadena(a) && esCadena(b)) return a.bytes.equals(b.bytes);
  const [na, nb] = [nombreDe(a), nombreDe(b)];
  if (na !== undefined || nb !== undefined) return na === nb;
  return a === b;
}
