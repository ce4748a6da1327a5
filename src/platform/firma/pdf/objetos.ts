/** Values of a PDF file (ISO 32000-1, 7.3) and a strict reader of them: what it does not understand, it refuses. */

export interface Nombre {
  clase: 'nombre';
  n: string;
}
/** A string with the place of its token in the file: a signature is checked against the bytes, not against a copy. */
export interface Cadena {
  clase: 'cadena';
  bytes: Buffer;
  desde: number;
  hasta: number;
  hex: boolean;
}
export interface Ref {
  clase: 'ref';
  num: number;
  gen: number;
}
export type Dic = Map<string, Valor>;
export interface Flujo {
  clase: 'flujo';
  dic: Dic;
  desde: number;
}
export type Valor = null | boolean | number | Nombre | Cadena | Ref | Valor[] | Dic | Flujo;

/** The file is not a PDF that can be read whole and without guessing. */
export class PdfIlegible extends Error {}

export const esDic = (v: Valor | undefined): v is Dic => v instanceof Map;
const conClase = (v: Valor | undefined): string => (v && typeof v === 'object' && 'clase' in v ? v.clase : '');
export const esRef = (v: Valor | undefined): v is Ref => conClase(v) === 'ref';
export const esCadena = (v: Valor | undefined): v is Cadena => conClase(v) === 'cadena';
export const esFlujo = (v: Valor | undefined): v is Flujo => conClase(v) === 'flujo';
export const nombreDe = (v: Valor | undefined): string | undefined => (conClase(v) === 'nombre' ? (v as Nombre).n : undefined);

const ANIDADO = 60;
const BLANCOS = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITADORES = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)));
const esRegular = (c: number | undefined): boolean => c !== undefined && !BLANCOS.has(c) && !DELIMITADORES.has(c);
const CERO = 48;
const esDigito = (c: number | undefined): boolean => c !== undefined && c >= CERO && c <= CERO + 9;
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Reads values one after another from a place of the bytes. */
export class Lector {
  private readonly b: Buffer;
  private readonly fin: number;
  pos: number;

  constructor(bytes: Buffer, pos: number, fin = bytes.length) {
    this.b = bytes;
    this.pos = pos;
    this.fin = fin;
  }

  private en(i: number): number | undefined {
    return i < this.fin ? this.b[i] : undefined;
  }

  saltar(): void {
    for (;;) {
      const c = this.en(this.pos);
      if (c === undefined) return;
      if (BLANCOS.has(c)) this.pos++;
      else if (c === 0x25) while (this.en(this.pos) !== undefined && this.en(this.pos) !== 10 && this.en(this.pos) !== 13) this.pos++;
      else return;
    }
  }

  /** Run of regular characters: keyword or number. */
  palabra(): string {
    this.saltar();
    const desde = this.pos;
    while (esRegular(this.en(this.pos))) this.pos++;
    return this.b.toString('latin1', desde, this.pos);
  }

  entero(): number {
    const p = this.palabra();
    if (!/^\d{1,15}$/.test(p)) throw new PdfIlegible(`Se esperaba un número y hay «${p.slice(0, 20)}».`);
    return Number(p);
  }

  exigir(palabra: string): void {
    const p = this.palabra();
    if (p !== palabra) throw new PdfIlegible(`Se esperaba «${palabra}».`);
  }

  valor(nivel = 0): Valor {
    if (nivel > ANIDADO) throw new PdfIlegible('Los objetos están anidados en exceso.');
    this.saltar();
    const c = this.en(this.pos);
    if (c === undefined) throw new PdfIlegible('El archivo termina a mitad de un objeto.');
    if (c === 0x2f) return this.nombre();
    if (c === 0x28) return this.literal();
    if (c === 0x5b) return this.arreglo(nivel);
    if (c === 0x3c) return this.en(this.pos + 1) === 0x3c ? this.diccionario(nivel) : this.hexadecimal();
    return this.numeroORef();
  }

  private nombre(): Nombre {
    this.pos++;
    const desde = this.pos;
    while (esRegular(this.en(this.pos))) this.pos++;
    const crudo = this.b.toString('latin1', desde, this.pos);
    return { clase: 'nombre', n: crudo.replace(/#([0-9A-Fa-f]{2})/g, (_, h: string) => String.fromCharCode(Number.parseInt(h, 16))) };
  }

  private literal(): Cadena {
    const desde = this.pos++;
    const salida: number[] = [];
    let abiertos = 1;
    for (;;) {
      const c = this.en(this.pos++);
      if (c === undefined) throw new PdfIlegible('Un texto no termina.');
      if (c === 0x5c) this.escape(salida);
      else if (c === 0x28) {
        abiertos++;
        salida.push(c);
      } else if (c === 0x29) {
        if (--abiertos === 0) break;
        salida.push(c);
      } else salida.push(c);
    }
    return { clase: 'cadena', bytes: Buffer.from(salida), desde, hasta: this.pos, hex: false };
  }

  private escape(salida: number[]): void {
    const c = this.en(this.pos++);
    if (c === undefined) return;
    if (c === 13 && this.en(this.pos) === 10) this.pos++;
    if (c === 10 || c === 13) return;
    if (c >= CERO && c <= CERO + 7) {
      let valor = c - CERO;
      for (let i = 0; i < 2 && esDigito(this.en(this.pos)) && (this.en(this.pos) as number) < CERO + 8; i++)
        valor = valor * 8 + (this.en(this.pos++) as number) - CERO;
      salida.push(valor & 255);
    } else salida.push(ESCAPES[String.fromCharCode(c)] ?? c);
  }

  private hexadecimal(): Cadena {
    const desde = this.pos;
    const cierre = this.b.indexOf(0x3e, desde);
    if (cierre < 0 || cierre >= this.fin) throw new PdfIlegible('Un texto hexadecimal no termina.');
    const crudo = this.b.toString('latin1', desde + 1, cierre).replace(/[\0\t\n\f\r ]/g, '');
    if (!/^[0-9A-Fa-f]*$/.test(crudo)) throw new PdfIlegible('Un texto hexadecimal tiene caracteres ajenos.');
    this.pos = cierre + 1;
    return { clase: 'cadena', bytes: Buffer.from(crudo.length % 2 ? `${crudo}0` : crudo, 'hex'), desde, hasta: this.pos, hex: true };
  }

  private arreglo(nivel: number): Valor[] {
    this.pos++;
    const salida: Valor[] = [];
    for (;;) {
      this.saltar();
      if (this.en(this.pos) === 0x5d) break;
      salida.push(this.valor(nivel + 1));
    }
    this.pos++;
    return salida;
  }

  private diccionario(nivel: number): Dic {
    this.pos += 2;
    const d: Dic = new Map();
    for (;;) {
      this.saltar();
      if (this.en(this.pos) === 0x3e && this.en(this.pos + 1) === 0x3e) break;
      if (this.en(this.pos) !== 0x2f) throw new PdfIlegible('Un diccionario tiene una clave que no es un nombre.');
      const clave = this.nombre().n;
      // Readers disagree about which of two equal keys counts: that disagreement is an attack, not a document.
      if (d.has(clave)) throw new PdfIlegible(`Un diccionario repite la clave «${clave.slice(0, 40)}».`);
      d.set(clave, this.valor(nivel + 1));
    }
    this.pos += 2;
    return d;
  }

  private numeroORef(): Valor {
    const p = this.palabra();
    if (p === 'true') return true;
    if (p === 'false') return false;
    if (p === 'null') return null;
    if (/^\d{1,10}$/.test(p)) {
      const vuelta = this.pos;
      const gen = this.palabra();
      if (/^\d{1,5}$/.test(gen) && this.palabra() === 'R') return { clase: 'ref', num: Number(p), gen: Number(gen) };
      this.pos = vuelta;
    }
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(p)) throw new PdfIlegible(`No se entiende «${p.slice(0, 20)}».`);
    return Number(p);
  }
}
