import { createHash } from 'node:crypto';
import { apariencia } from './apariencia.ts';
import { anexar, cambiado, type ObjetoNuevo, paginaDe } from './pdf/anexar.ts';
import { camposDeFirma } from './pdf/campos.ts';
import { DocumentoPdf } from './pdf/documento.ts';
import { escribir, fechaPdf, textoPdf } from './pdf/escribir.ts';
import { type Dic, esDic, esRef, PdfIlegible, type Ref, type Valor } from './pdf/objetos.ts';

/** Bytes kept for the CMS: a certificate chain and a time stamp fit with room to spare. */
const RESERVA = 16 * 1024;

export interface DatosDeFirma {
  /** Who signs, as the document names them. */
  nombre: string;
  /** «Apruebo el acta», «V°B°». */
  motivo: string;
  /** Office in which they sign. */
  oficina: string;
  /** Instant that the document declares; proven only by a time stamp. */
  fecha: Date;
  /** Where it is seen; without it the field has no place on the page. Last page when `pagina` is negative. */
  visible?: { pagina: number; rect: readonly [number, number, number, number] };
}

/** A PDF ready to be signed: all but the signature itself. */
export interface Preparado {
  pdf: Buffer;
  byteRange: readonly [number, number, number, number];
  /** sha-256 of the bytes that the signature covers. */
  digesto: Buffer;
}

const HUECO = '[0 ********** ********** **********]';

/**
 * Adds an empty signature as an incremental update; earlier signatures stay as they are. The same bytes and data always
 * give the same result, so nothing has to be kept between preparing and signing.
 */
export async function prepararFirma(original: Uint8Array, datos: DatosDeFirma): Promise<Preparado> {
  const doc = new DocumentoPdf(Buffer.from(original));
  const raiz = doc.cola.get('Root');
  if (!esRef(raiz)) throw new PdfIlegible('El PDF no tiene catálogo.');
  const pagina = paginaDe(doc, datos.visible?.pagina ?? 0);
  const siguiente = doc.tamano;
  const [firma, campo] = [ref(siguiente), ref(siguiente + 1)];
  const vista = datos.visible ? await apariencia(datos, siguiente + 2) : [];
  const cuerpoFirma = [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/ByteRange ${HUECO}`,
    `/Contents <${'0'.repeat(RESERVA * 2)}>`,
    `/M ${fechaPdf(datos.fecha)} /Name ${textoPdf(datos.nombre)} /Reason ${textoPdf(`${datos.motivo} · ${datos.oficina}`)} >>`,
  ].join('\n');
  const rect = datos.visible?.rect ?? [0, 0, 0, 0];
  const cuerpoCampo = `<< /Type /Annot /Subtype /Widget /FT /Sig /T ${textoPdf(nombreLibre(doc))} /V ${escribir(firma)} /F 132 /P ${escribir(pagina)} /Rect ${escribir([...rect])}${
    vista.length > 0 ? ` /AP << /N ${siguiente + 2} 0 R >>` : ''
  } >>`;
  const pdf = anexar(doc, [
    { num: firma.num, cuerpo: cuerpoFirma },
    { num: campo.num, cuerpo: cuerpoCampo },
    ...vista,
    ...enFormulario(doc, raiz, campo),
    conAnotacion(doc, pagina, campo),
  ]);
  return medir(pdf, doc.fin);
}

const ref = (num: number): Ref => ({ clase: 'ref', num, gen: 0 });

function nombreLibre(doc: DocumentoPdf): string {
  const usados = new Set(camposDeFirma(doc).map((c) => c.nombre));
  for (let n = usados.size + 1; ; n++) if (!usados.has(`Firma ${n}`)) return `Firma ${n}`;
}

function enFormulario(doc: DocumentoPdf, raiz: Ref, campo: Ref): ObjetoNuevo[] {
  const actual = doc.catalogo.get('AcroForm');
  const dic: Dic = doc.dic(actual) ?? new Map();
  const cambios: Record<string, Valor> = { Fields: [...doc.lista(dic.get('Fields')), campo], SigFlags: 3 };
  if (esRef(actual)) return [cambiado(actual, dic, cambios)];
  return [cambiado(raiz, doc.catalogo, { AcroForm: new Map([...dic, ...Object.entries(cambios)]) })];
}

function conAnotacion(doc: DocumentoPdf, pagina: Ref, campo: Ref): ObjetoNuevo {
  const d = doc.objeto(pagina);
  if (!esDic(d)) throw new PdfIlegible('Una página está dañada.');
  return cambiado(pagina, d, { Annots: [...doc.lista(d.get('Annots')), campo] });
}

/** Writes the ByteRange in the room left for it, after `desde`, and takes the digest. */
function medir(pdf: Buffer, desde: number): Preparado {
  const lugar = pdf.indexOf(HUECO, desde);
  const abre = pdf.indexOf('<', pdf.indexOf('/Contents ', lugar));
  const cierra = pdf.indexOf('>', abre) + 1;
  const byteRange = [0, abre, cierra, pdf.length - cierra] as const;
  pdf.write(`[${byteRange.join(' ')}]`.padEnd(HUECO.length, ' '), lugar, 'latin1');
  return { pdf, byteRange, digesto: digestoDe(pdf, byteRange) };
}

/** Digest of the two ranges of a signature. */
function digestoDe(pdf: Buffer, [a, b, c, d]: readonly [number, number, number, number]): Buffer {
  return createHash('sha256')
    .update(pdf.subarray(a, a + b))
    .update(pdf.subarray(c, c + d))
    .digest();
}

/** Puts the CMS in the room left for it. */
export function incrustarFirma({ pdf, byteRange }: Preparado, cms: Uint8Array): Buffer {
  const hueco = byteRange[2] - byteRange[1] - 2;
  const hex = Buffer.from(cms).toString('hex');
  if (hex.length > hueco) throw new PdfIlegible('La firma es más grande que el espacio reservado.');
  const salida = Buffer.from(pdf);
  salida.write(hex, byteRange[1] + 1, 'latin1');
  return salida;
}
