import { createHash } from 'node:crypto';
import type { DocumentoPdf } from './documento.ts';
import { escribir, escribirDic } from './escribir.ts';
import { type Dic, esRef, PdfIlegible, type Ref, type Valor } from './objetos.ts';

/** An object of an update: its number and its body, written. */
export interface ObjetoNuevo {
  num: number;
  gen?: number;
  cuerpo: string | Buffer;
}

/**
 * Incremental update (7.5.6): the bytes of before, whole, then the new objects and a cross-reference section of the same
 * kind as the last one. Nothing that was signed moves.
 */
export function anexar(doc: DocumentoPdf, objetos: readonly ObjetoNuevo[]): Buffer {
  const partes: Buffer[] = [doc.bytes.subarray(0, doc.fin)];
  let largo = doc.fin;
  const poner = (b: Buffer): void => {
    partes.push(b);
    largo += b.length;
  };
  if (doc.bytes[doc.fin - 1] !== 10) poner(Buffer.from('\n'));
  const lugares = new Map<number, { pos: number; gen: number }>();
  for (const o of objetos) {
    lugares.set(o.num, { pos: largo, gen: o.gen ?? 0 });
    poner(Buffer.concat([Buffer.from(`${o.num} ${o.gen ?? 0} obj\n`), Buffer.from(o.cuerpo as string, 'latin1'), Buffer.from('\nendobj\n')]));
  }
  const inicio = largo;
  const mayor = Math.max(doc.tamano - 1, ...lugares.keys());
  poner(doc.conFlujo ? tablaEnFlujo(doc, lugares, mayor + 1, inicio) : tabla(doc, lugares, mayor + 1));
  poner(Buffer.from(`startxref\n${inicio}\n%%EOF\n`));
  return Buffer.concat(partes);
}

/** What every trailer keeps; the second part of the identifier changes with each update (14.4). */
function colaDe(doc: DocumentoPdf, tamano: number): Dic {
  const cola: Dic = new Map<string, Valor>([['Size', tamano]]);
  for (const k of ['Root', 'Info']) if (doc.cola.has(k)) cola.set(k, doc.cola.get(k) as Valor);
  const [primero] = doc.lista(doc.cola.get('ID'));
  const bytes = createHash('md5').update(doc.bytes.subarray(0, doc.fin)).digest();
  if (primero !== undefined) cola.set('ID', [primero, { clase: 'cadena', bytes, desde: 0, hasta: 0, hex: true }]);
  cola.set('Prev', doc.startxref);
  return cola;
}

/** Consecutive numbers go in one subsection. */
function tramos(numeros: readonly number[]): number[][] {
  const salida: number[][] = [];
  for (const n of [...numeros].sort((a, b) => a - b)) {
    const ultimo = salida.at(-1);
    if (ultimo && ultimo.at(-1) === n - 1) ultimo.push(n);
    else salida.push([n]);
  }
  return salida;
}

type Lugares = ReadonlyMap<number, { pos: number; gen: number }>;

function tabla(doc: DocumentoPdf, lugares: Lugares, tamano: number): Buffer {
  const filas = tramos([...lugares.keys()]).map((t) => {
    const lineas = t.map((n) => {
      const { pos, gen } = lugares.get(n) as { pos: number; gen: number };
      return `${String(pos).padStart(10, '0')} ${String(gen).padStart(5, '0')} n \n`;
    });
    return `${t[0]} ${t.length}\n${lineas.join('')}`;
  });
  return Buffer.from(`xref\n${filas.join('')}trailer\n${escribirDic(colaDe(doc, tamano))}\n`, 'latin1');
}

function tablaEnFlujo(doc: DocumentoPdf, lugares: Lugares, num: number, inicio: number): Buffer {
  const todos = new Map([...lugares, [num, { pos: inicio, gen: 0 }]]);
  const grupos = tramos([...todos.keys()]);
  const datos = Buffer.concat(
    grupos.flat().map((n) => {
      const { pos, gen } = todos.get(n) as { pos: number; gen: number };
      const fila = Buffer.alloc(7);
      fila[0] = 1;
      fila.writeUInt32BE(pos, 1);
      fila.writeUInt16BE(gen, 5);
      return fila;
    }),
  );
  const dic = colaDe(doc, num + 1);
  dic.set('Type', { clase: 'nombre', n: 'XRef' });
  dic.set('W', [1, 4, 2]);
  dic.set(
    'Index',
    grupos.flatMap((g) => [g[0] as number, g.length]),
  );
  dic.set('Length', datos.length);
  return Buffer.concat([Buffer.from(`${num} 0 obj\n${escribirDic(dic)}\nstream\n`, 'latin1'), datos, Buffer.from('\nendstream\nendobj\n')]);
}

/** Reference of a page by its place, walking the page tree. */
export function paginaDe(doc: DocumentoPdf, indice: number): Ref {
  let quedan = indice;
  let ultima: Ref | undefined;
  const vistos = new Set<number>();
  const recorrer = (v: Valor | undefined): Ref | undefined => {
    if (!esRef(v) || vistos.has(v.num)) return undefined;
    vistos.add(v.num);
    const d = doc.dic(v);
    if (!d) return undefined;
    if (!d.has('Kids')) {
      ultima = v;
      return quedan-- === 0 ? v : undefined;
    }
    for (const hijo of doc.lista(d.get('Kids'))) {
      const hallada = recorrer(hijo);
      if (hallada) return hallada;
    }
    return undefined;
  };
  const hallada = recorrer(doc.catalogo.get('Pages')) ?? (indice < 0 ? ultima : undefined);
  if (!hallada) throw new PdfIlegible('El PDF no tiene esa página.');
  return hallada;
}

/** The same dictionary with some keys replaced, as an object of the update. */
export function cambiado(ref: Ref, d: Dic, cambios: Readonly<Record<string, Valor>>): ObjetoNuevo {
  return { num: ref.num, gen: ref.gen, cuerpo: escribir(new Map([...d, ...Object.entries(cambios)])) };
}
