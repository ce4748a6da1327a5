import { largoDer } from './cms.ts';
import { type CampoDeFirma, camposDeFirma } from './pdf/campos.ts';
import { cambiosDesde } from './pdf/comparar.ts';
import { DocumentoPdf } from './pdf/documento.ts';
import { leerFecha, leerTexto } from './pdf/escribir.ts';
import { esCadena, nombreDe, PdfIlegible } from './pdf/objetos.ts';
import type { Comprobacion } from './validar.ts';

export type ByteRange = readonly [number, number, number, number];

/** A signature found in the form of a PDF, with what its place in the file says. */
export interface EnElPdf {
  campo: string;
  clase: 'firma' | 'sello';
  subfiltro: string;
  /** Undefined when the range is not one that can be trusted to read anything. */
  byteRange?: ByteRange;
  /** DER of the CMS, without the zeros after it. */
  cms?: Buffer;
  declarado: { el?: string; nombre?: string; motivo?: string };
  cubre: number;
  comprobaciones: Comprobacion[];
}

const SUBFILTROS = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached', 'ETSI.RFC3161']);

/** Signatures in the order in which they were put. @throws PdfIlegible */
export function leerFirmas(bytes: Buffer): EnElPdf[] {
  const final = new DocumentoPdf(bytes);
  return camposDeFirma(final)
    .filter((c) => c.firma || c.dic.has('V'))
    .map((c) => leerUna(final, c))
    .sort((a, b) => a.cubre - b.cubre);
}

function leerUna(final: DocumentoPdf, c: CampoDeFirma): EnElPdf {
  const firma = c.firma ?? new Map();
  const texto = (k: string) => leerTexto(final.resolver(firma.get(k)));
  const subfiltro = nombreDe(final.resolver(firma.get('SubFilter'))) ?? '';
  const salida: EnElPdf = {
    campo: c.nombre,
    clase: subfiltro === 'ETSI.RFC3161' ? 'sello' : 'firma',
    subfiltro,
    declarado: { el: leerFecha(final.resolver(firma.get('M')))?.toISOString(), nombre: texto('Name'), motivo: texto('Reason') },
    cubre: 0,
    comprobaciones: [],
  };
  const mal = (que: Comprobacion['que'], detalle: string): EnElPdf => {
    salida.comprobaciones.push({ que, resultado: 'mal', detalle });
    return salida;
  };
  if (!c.firma) return mal('firma', 'El campo dice estar firmado y no tiene firma.');
  if (!SUBFILTROS.has(subfiltro)) return mal('firma', `La firma es de una clase que no se admite (${subfiltro || 'sin indicar'}).`);
  const rango = rangoDe(final, firma.get('ByteRange'));
  if ('problema' in rango) return mal('alcance', rango.problema);
  const [, abre, cierra, cola] = rango.byteRange;
  const contenido = firma.get('Contents');
  // The gap must be this very signature: otherwise anything could be hidden in what no signature covers.
  if (!esCadena(contenido) || !contenido.hex || contenido.desde !== abre || contenido.hasta !== cierra)
    return mal('alcance', 'Lo que la firma deja sin cubrir no es la propia firma: puede haber contenido agregado.');
  salida.cubre = cierra + cola;
  salida.byteRange = rango.byteRange;
  const largo = largoDer(contenido.bytes) ?? contenido.bytes.length;
  if (largo > contenido.bytes.length || contenido.bytes.subarray(largo).some((b) => b !== 0))
    return mal('firma', 'La firma está incompleta o tiene datos agregados.');
  salida.cms = contenido.bytes.subarray(0, largo);
  salida.comprobaciones.push(...revision(final, c, salida.cubre));
  return salida;
}

function rangoDe(doc: DocumentoPdf, v: Parameters<DocumentoPdf['lista']>[0]): { byteRange: ByteRange } | { problema: string } {
  const r = doc.lista(v);
  if (r.length !== 4 || r.some((n) => typeof n !== 'number' || !Number.isInteger(n) || n < 0))
    return { problema: 'El alcance de la firma (ByteRange) no son cuatro números.' };
  const [a, b, c, d] = r as number[] as [number, number, number, number];
  if (a !== 0) return { problema: 'La firma no cubre el comienzo del archivo.' };
  if (c <= b) return { problema: 'Los tramos que la firma cubre se superponen.' };
  if (c + d > doc.fin) return { problema: 'La firma dice cubrir más que el archivo.' };
  return { byteRange: [a, b, c, d] };
}

/** The signature covers a whole revision, in which it already was, and what came later adds only signatures. */
function revision(final: DocumentoPdf, c: CampoDeFirma, fin: number): Comprobacion[] {
  try {
    const firmada = new DocumentoPdf(final.bytes, fin);
    const alli = camposDeFirma(firmada).find((x) => x.nombre === c.nombre && x.num === c.num);
    if (!alli?.firma || alli.numFirma !== c.numFirma || lugarDe(firmada, alli) !== lugarDe(final, c))
      return [{ que: 'alcance', resultado: 'mal', detalle: 'La firma no está en la revisión que dice cubrir.' }];
    const alcance: Comprobacion = {
      que: 'alcance',
      resultado: 'bien',
      detalle: fin === final.fin ? 'Cubre todo el archivo.' : 'Cubre toda la revisión del documento en que se firmó.',
    };
    const cambios = fin === final.fin ? [] : cambiosDesde(firmada, final);
    if (cambios.length > 0)
      return [alcance, { que: 'cambios', resultado: 'mal', detalle: `El documento se modificó después de esta firma. ${cambios.join(' ')}` }];
    return [
      alcance,
      {
        que: 'cambios',
        resultado: 'bien',
        detalle: fin === final.fin ? 'El documento no cambió después de esta firma.' : 'Después de esta firma solo se agregaron otras firmas o sus pruebas.',
      },
    ];
  } catch (e) {
    if (!(e instanceof PdfIlegible)) throw e;
    return [{ que: 'alcance', resultado: 'mal', detalle: `La firma no cubre una revisión completa del documento: ${e.message}` }];
  }
}

const lugarDe = (doc: DocumentoPdf, c: CampoDeFirma): string => {
  const contenido = c.firma?.get('Contents');
  return `${c.numFirma === undefined ? '' : doc.lugar(c.numFirma)}@${esCadena(contenido) ? contenido.desde : ''}`;
};
