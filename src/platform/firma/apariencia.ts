import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { ObjetoNuevo } from './pdf/anexar.ts';
import { paginaDe } from './pdf/anexar.ts';
import { DocumentoPdf } from './pdf/documento.ts';
import { escribir, escribirDic } from './pdf/escribir.ts';
import { type Dic, esDic, esFlujo, esRef, PdfIlegible, type Valor } from './pdf/objetos.ts';
import type { DatosDeFirma } from './preparar.ts';

const FUENTE = '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';

/**
 * What is seen in the place of a signature: name, office, reason and date, with the font embedded as PDF/A asks.
 * Drawn by pdfkit on a page of its own, whose content and resources are carried over.
 * @param primero number of the form object; its resources follow
 */
export async function apariencia(datos: DatosDeFirma, primero: number): Promise<ObjetoNuevo[]> {
  const [x1, y1, x2, y2] = datos.visible?.rect ?? [0, 0, 0, 0];
  const [ancho, alto] = [x2 - x1, y2 - y1];
  if (!(ancho > 20 && alto > 12)) throw new PdfIlegible('El lugar de la firma es demasiado pequeño.');
  const doc = new DocumentoPdf(await dibujar(datos, ancho, alto));
  const pagina = doc.objeto(paginaDe(doc, 0)) as Dic;
  const contenido = doc.resolver(Array.isArray(pagina.get('Contents')) ? (pagina.get('Contents') as Valor[])[0] : pagina.get('Contents'));
  if (!esFlujo(contenido)) throw new PdfIlegible('No se pudo dibujar la firma.');
  const traslado = new Traslado(doc, primero + 1);
  const recursos = traslado.valor(pagina.get('Resources') ?? new Map());
  const dic: Dic = new Map<string, Valor>([
    ['Type', { clase: 'nombre', n: 'XObject' }],
    ['Subtype', { clase: 'nombre', n: 'Form' }],
    ['BBox', [0, 0, ancho, alto]],
    ['Resources', recursos],
  ]);
  return [{ num: primero, cuerpo: flujo(doc, dic, contenido) }, ...traslado.objetos];
}

function dibujar(datos: DatosDeFirma, ancho: number, alto: number): Promise<Buffer> {
  return new Promise((listo, fallo) => {
    const pdf = new PDFDocument({ size: [ancho, alto], margin: 0, font: createRequire(import.meta.url).resolve(FUENTE), info: { CreationDate: datos.fecha } });
    const partes: Buffer[] = [];
    pdf.on('data', (b: Buffer) => partes.push(b));
    pdf.on('end', () => listo(Buffer.concat(partes)));
    pdf.on('error', fallo);
    const fecha = new Intl.DateTimeFormat('es-PE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'America/Lima' }).format(datos.fecha);
    const lineas = [`Firmado digitalmente por ${datos.nombre}`, datos.oficina, `Motivo: ${datos.motivo}`, `Fecha declarada: ${fecha}`];
    const cuerpo = Math.max(4, Math.min(8, (alto - 4) / (lineas.length * 1.5)));
    pdf
      .lineWidth(0.5)
      .rect(0.5, 0.5, ancho - 1, alto - 1)
      .stroke('#5b6570');
    pdf.fontSize(cuerpo).fillColor('#1c2127');
    for (const [i, l] of lineas.entries()) pdf.text(l, 4, 3 + i * cuerpo * 1.45, { width: ancho - 8, height: cuerpo * 1.3, ellipsis: true, lineBreak: false });
    pdf.end();
  });
}

function flujo(doc: DocumentoPdf, dic: Dic, original: Extract<Valor, { clase: 'flujo' }>): Buffer {
  const crudo = doc.crudo(original);
  const con: Dic = new Map([...dic, ['Length', crudo.length as Valor]]);
  for (const k of ['Filter', 'DecodeParms']) if (original.dic.has(k)) con.set(k, original.dic.get(k) as Valor);
  return Buffer.concat([Buffer.from(`${escribirDic(con)}\nstream\n`, 'latin1'), crudo, Buffer.from('\nendstream')]);
}

/** Carries values from one document to the update of another, giving each object a new number. */
class Traslado {
  readonly objetos: ObjetoNuevo[] = [];
  private readonly doc: DocumentoPdf;
  private readonly numeros = new Map<number, number>();
  private siguiente: number;

  constructor(doc: DocumentoPdf, siguiente: number) {
    this.doc = doc;
    this.siguiente = siguiente;
  }

  valor(v: Valor): Valor {
    if (Array.isArray(v)) return v.map((x) => this.valor(x));
    if (esDic(v)) return new Map([...v].map(([k, x]) => [k, this.valor(x)] as const));
    if (!esRef(v)) return v;
    let num = this.numeros.get(v.num);
    if (num === undefined) {
      num = this.siguiente++;
      this.numeros.set(v.num, num);
      const original = this.doc.objeto(v);
      this.objetos.push({
        num,
        cuerpo: esFlujo(original) ? flujo(this.doc, this.valor(original.dic) as Dic, original) : escribir(this.valor(original)),
      });
    }
    return { clase: 'ref', num, gen: 0 };
  }
}
