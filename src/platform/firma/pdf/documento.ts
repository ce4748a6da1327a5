import { inflateSync } from 'node:zlib';
import { type Dic, esDic, esFlujo, esRef, type Flujo, Lector, nombreDe, PdfIlegible, type Ref, type Valor } from './objetos.ts';

type Entrada = { clase: 'libre' } | { clase: 'en'; pos: number; gen: number } | { clase: 'comprimido'; flujo: number; indice: number };

const REVISIONES = 200;
const OBJETOS = 500_000;
/** All that the compressed objects of a file may unfold to. */
const INFLADO = 64 * 1024 * 1024;
const COLA = 2048;

/**
 * A PDF as it stands at the end of one of its revisions: cross-reference chain, trailer and objects. Strict on purpose:
 * a broken table is not rebuilt, since what is shown would then depend on who rebuilds it.
 */
export class DocumentoPdf {
  readonly bytes: Buffer;
  readonly fin: number;
  /** Dictionary of the last trailer. */
  readonly cola: Dic;
  /** Where the last cross-reference section begins. */
  readonly startxref: number;
  /** True when the last section is a stream: an update must bring one too. */
  readonly conFlujo: boolean;
  private readonly entradas = new Map<number, Entrada>();
  private readonly leidos = new Map<number, Valor>();
  private readonly paquetes = new Map<number, Map<number, Valor>>();
  /** Free entries of the last table read: in a hybrid file its stream fills them. */
  private libresDeTabla = new Set<number>();
  private inflado = 0;

  constructor(bytes: Buffer, fin = bytes.length) {
    this.bytes = bytes;
    this.fin = fin;
    if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) throw new PdfIlegible('El archivo no es un PDF.');
    this.startxref = this.buscarInicio();
    const { cola, conFlujo } = this.leerTablas();
    this.cola = cola;
    this.conFlujo = conFlujo;
    if (cola.has('Encrypt')) throw new PdfIlegible('El PDF está protegido con contraseña o cifrado.');
  }

  /** Highest object number plus one. */
  get tamano(): number {
    let mayor = typeof this.cola.get('Size') === 'number' ? (this.cola.get('Size') as number) - 1 : 0;
    for (const n of this.entradas.keys()) mayor = Math.max(mayor, n);
    return mayor + 1;
  }

  get catalogo(): Dic {
    const raiz = this.resolver(this.cola.get('Root'));
    if (!esDic(raiz)) throw new PdfIlegible('El PDF no tiene catálogo.');
    return raiz;
  }

  /** Follows a reference, however many times. */
  resolver(v: Valor | undefined): Valor {
    let actual = v ?? null;
    for (let saltos = 0; esRef(actual); saltos++) {
      if (saltos > 20) throw new PdfIlegible('Una referencia da vueltas sobre sí misma.');
      actual = this.objeto(actual);
    }
    return actual;
  }

  dic(v: Valor | undefined): Dic | undefined {
    const r = this.resolver(v);
    return esDic(r) ? r : esFlujo(r) ? r.dic : undefined;
  }

  lista(v: Valor | undefined): Valor[] {
    const r = this.resolver(v);
    return Array.isArray(r) ? r : [];
  }

  objeto({ num, gen }: Ref): Valor {
    const leido = this.leidos.get(num);
    if (leido !== undefined) return leido;
    const e = this.entradas.get(num);
    if (!e || e.clase === 'libre') return null;
    if (e.clase === 'en' && e.gen !== gen) return null;
    const v = e.clase === 'en' ? this.leerEn(e.pos, num, gen) : (this.paquete(e.flujo).get(num) ?? null);
    this.leidos.set(num, v);
    return v;
  }

  /** Place of an object in the file, to know whether two revisions hold the same one. */
  lugar(num: number): string {
    const e = this.entradas.get(num);
    if (!e || e.clase === 'libre') return 'libre';
    return e.clase === 'en' ? `${e.pos}` : `${e.flujo}:${this.lugar(e.flujo)}:${e.indice}`;
  }

  /** Raw bytes of a stream, still encoded. */
  crudo(f: Flujo): Buffer {
    const largo = this.resolver(f.dic.get('Length'));
    if (typeof largo !== 'number' || !Number.isInteger(largo) || largo < 0 || f.desde + largo > this.fin) throw new PdfIlegible('Un flujo excede el archivo.');
    return this.bytes.subarray(f.desde, f.desde + largo);
  }

  private buscarInicio(): number {
    const desde = Math.max(0, this.fin - COLA);
    const texto = this.bytes.toString('latin1', desde, this.fin);
    const m = /startxref\s+(\d{1,12})\s+%%EOF\s*$/.exec(texto);
    if (!m) throw new PdfIlegible('El PDF está incompleto: no termina como debe.');
    return Number(m[1]);
  }

  private leerTablas(): { cola: Dic; conFlujo: boolean } {
    let primera: { cola: Dic; conFlujo: boolean } | undefined;
    const vistas = new Set<number>();
    let pos: number | undefined = this.startxref;
    while (pos !== undefined) {
      if (vistas.has(pos) || vistas.size >= REVISIONES) throw new PdfIlegible('La tabla de objetos da vueltas o tiene revisiones en exceso.');
      if (pos >= this.fin) throw new PdfIlegible('La tabla de objetos está fuera del archivo.');
      vistas.add(pos);
      const l = new Lector(this.bytes, pos, this.fin);
      l.saltar();
      const esTabla = this.bytes.toString('latin1', l.pos, l.pos + 4) === 'xref';
      const cola: Dic = esTabla ? this.tabla(l) : this.flujoDeTabla(pos);
      primera ??= { cola, conFlujo: !esTabla };
      const hibrida = cola.get('XRefStm');
      if (esTabla && typeof hibrida === 'number') this.flujoDeTabla(hibrida, this.libresDeTabla);
      const previa: Valor | undefined = cola.get('Prev');
      pos = typeof previa === 'number' ? previa : undefined;
    }
    return primera as { cola: Dic; conFlujo: boolean };
  }

  private anotar(num: number, e: Entrada, sobre?: ReadonlySet<number>): void {
    const nueva = !this.entradas.has(num);
    if (nueva || sobre?.has(num)) this.entradas.set(num, e);
    if (nueva && e.clase === 'libre') this.libresDeTabla.add(num);
    if (this.entradas.size > OBJETOS) throw new PdfIlegible('El PDF tiene objetos en exceso.');
  }

  private tabla(l: Lector): Dic {
    l.exigir('xref');
    this.libresDeTabla = new Set();
    for (;;) {
      const p = l.palabra();
      if (p === 'trailer') break;
      if (!/^\d{1,10}$/.test(p)) throw new PdfIlegible('La tabla de objetos está dañada.');
      const primero = Number(p);
      const cuantos = l.entero();
      if (cuantos > OBJETOS) throw new PdfIlegible('El PDF tiene objetos en exceso.');
      for (let i = 0; i < cuantos; i++) {
        const pos = l.entero();
        const gen = l.entero();
        const clase = l.palabra();
        if (clase === 'n') this.anotar(primero + i, { clase: 'en', pos, gen });
        else if (clase === 'f') this.anotar(primero + i, { clase: 'libre' });
        else throw new PdfIlegible('La tabla de objetos está dañada.');
      }
    }
    const cola = l.valor();
    if (!esDic(cola)) throw new PdfIlegible('El PDF no tiene trailer.');
    return cola;
  }

  private flujoDeTabla(pos: number, sobre?: ReadonlySet<number>): Dic {
    if (pos >= this.fin) throw new PdfIlegible('La tabla de objetos está fuera del archivo.');
    const v = this.leerEn(pos);
    if (!esFlujo(v) || nombreDe(v.dic.get('Type')) !== 'XRef') throw new PdfIlegible('La tabla de objetos está dañada.');
    const datos = this.decodificar(v);
    const [w1 = 0, w2 = 0, w3 = 0] = enteros(v.dic.get('W'));
    const ancho = w1 + w2 + w3;
    if (ancho === 0 || ancho > 20) throw new PdfIlegible('La tabla de objetos está dañada.');
    const tamano = v.dic.get('Size');
    const tramos = v.dic.has('Index') ? enteros(v.dic.get('Index')) : [0, typeof tamano === 'number' ? tamano : 0];
    let i = 0;
    const campo = (n: number): number => {
      let x = 0;
      for (let k = 0; k < n; k++) x = x * 256 + (datos[i++] ?? 0);
      return x;
    };
    for (let t = 0; t + 1 < tramos.length; t += 2)
      for (let k = 0; k < (tramos[t + 1] as number); k++) {
        if (i + ancho > datos.length) throw new PdfIlegible('La tabla de objetos está incompleta.');
        const clase = w1 === 0 ? 1 : campo(w1);
        const [a, b] = [campo(w2), campo(w3)];
        const num = (tramos[t] as number) + k;
        if (clase === 0) this.anotar(num, { clase: 'libre' }, sobre);
        else if (clase === 1) this.anotar(num, { clase: 'en', pos: a, gen: b }, sobre);
        else if (clase === 2) this.anotar(num, { clase: 'comprimido', flujo: a, indice: b }, sobre);
      }
    return v.dic;
  }

  private leerEn(pos: number, num?: number, gen?: number): Valor {
    if (pos >= this.fin) throw new PdfIlegible('Un objeto está fuera del archivo.');
    const l = new Lector(this.bytes, pos, this.fin);
    const n = l.entero();
    const g = l.entero();
    l.exigir('obj');
    if (num !== undefined && (n !== num || g !== gen)) throw new PdfIlegible(`La tabla de objetos señala el objeto ${n} donde debía estar el ${num}.`);
    const v = l.valor();
    const fin = l.palabra();
    if (fin === 'endobj') return v;
    if (fin !== 'stream' || !esDic(v)) throw new PdfIlegible(`El objeto ${n} está dañado.`);
    let desde = l.pos;
    if (this.bytes[desde] === 13) desde++;
    if (this.bytes[desde] === 10) desde++;
    return { clase: 'flujo', dic: v, desde };
  }

  private paquete(num: number): Map<number, Valor> {
    const hecho = this.paquetes.get(num);
    if (hecho) return hecho;
    const e = this.entradas.get(num);
    const v = e?.clase === 'en' ? this.leerEn(e.pos, num, e.gen) : null;
    if (!esFlujo(v) || nombreDe(v.dic.get('Type')) !== 'ObjStm') throw new PdfIlegible('Un paquete de objetos está dañado.');
    const datos = this.decodificar(v);
    const n = v.dic.get('N');
    const primero = v.dic.get('First');
    if (typeof n !== 'number' || typeof primero !== 'number' || n > OBJETOS) throw new PdfIlegible('Un paquete de objetos está dañado.');
    const cabecera = new Lector(datos, 0, Math.min(primero, datos.length));
    const lugares = Array.from({ length: n }, () => [cabecera.entero(), cabecera.entero()] as const);
    const salida = new Map<number, Valor>();
    for (const [indice, [id, pos]] of lugares.entries()) {
      const suya = this.entradas.get(id);
      if (suya?.clase === 'comprimido' && suya.flujo === num && suya.indice === indice) salida.set(id, new Lector(datos, primero + pos).valor());
    }
    this.paquetes.set(num, salida);
    return salida;
  }

  /** Content of a table or packet of objects; other streams are never opened. */
  private decodificar(f: Flujo): Buffer {
    const crudo = this.crudo(f);
    const filtro = f.dic.get('Filter');
    const nombre = Array.isArray(filtro) ? (filtro.length === 1 ? nombreDe(filtro[0]) : 'varios') : nombreDe(filtro);
    if (filtro === undefined || filtro === null) return crudo;
    if (nombre !== 'FlateDecode') throw new PdfIlegible('Una tabla de objetos usa una compresión que no se admite.');
    let datos: Buffer;
    try {
      datos = inflateSync(crudo, { maxOutputLength: INFLADO - this.inflado });
    } catch {
      throw new PdfIlegible('Una tabla de objetos no se puede descomprimir o se expande en exceso.');
    }
    this.inflado += datos.length;
    const parametros = f.dic.get('DecodeParms');
    const p = Array.isArray(parametros) ? parametros[0] : parametros;
    return esDic(p) ? sinPredictor(datos, p) : datos;
  }
}

function enteros(v: Valor | undefined): number[] {
  if (!Array.isArray(v) || v.some((x) => typeof x !== 'number' || !Number.isInteger(x) || x < 0)) throw new PdfIlegible('La tabla de objetos está dañada.');
  return v as number[];
}

/** Undoes the PNG predictors that cross-reference streams use. */
function sinPredictor(datos: Buffer, p: Dic): Buffer {
  const predictor = p.get('Predictor') ?? 1;
  if (predictor === 1) return datos;
  const columnas = p.get('Columns') ?? 1;
  if (typeof predictor !== 'number' || predictor < 10 || typeof columnas !== 'number' || columnas < 1 || columnas > 64 || (p.get('Colors') ?? 1) !== 1)
    throw new PdfIlegible('Una tabla de objetos usa una codificación que no se admite.');
  const filas = Math.floor(datos.length / (columnas + 1));
  const salida = Buffer.alloc(filas * columnas);
  for (let f = 0; f < filas; f++) {
    const tipo = datos[f * (columnas + 1)] as number;
    for (let c = 0; c < columnas; c++) {
      const x = datos[f * (columnas + 1) + 1 + c] as number;
      const izquierda = c > 0 ? (salida[f * columnas + c - 1] as number) : 0;
      const arriba = f > 0 ? (salida[(f - 1) * columnas + c] as number) : 0;
      const diagonal = f > 0 && c > 0 ? (salida[(f - 1) * columnas + c - 1] as number) : 0;
      salida[f * columnas + c] = (x + suma(tipo, izquierda, arriba, diagonal)) & 255;
    }
  }
  return salida;
}

function suma(tipo: number, a: number, b: number, c: number): number {
  if (tipo === 0) return 0;
  if (tipo === 1) return a;
  if (tipo === 2) return b;
  if (tipo === 3) return (a + b) >> 1;
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}
