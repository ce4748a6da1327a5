import { createHash } from 'node:crypto';
import type { ListaDeConfianza } from './cadena.ts';
import type { Titular } from './certificado.ts';
import { type EnElPdf, leerFirmas } from './cobertura.ts';
import { juzgarCertificado } from './juicio.ts';
import { PdfIlegible } from './pdf/objetos.ts';

export type ResultadoDeFirma = 'VALIDO' | 'NO_VALIDO' | 'INDETERMINADO';

/** One thing that was looked at. `nota` informs and does not weigh. */
export interface Comprobacion {
  que: 'alcance' | 'cambios' | 'contenido' | 'firma' | 'certificado' | 'vigencia' | 'uso' | 'cadena' | 'revocacion' | 'sello';
  resultado: 'bien' | 'mal' | 'dudoso' | 'nota';
  detalle: string;
}

export interface FirmaVerificada {
  /** Name of the field in the PDF. */
  campo: string;
  /** `sello`: a document time stamp, nobody's signature. */
  clase: 'firma' | 'sello';
  resultado: ResultadoDeFirma;
  comprobaciones: Comprobacion[];
  /** sha-256 of the certificate. */
  certificado?: string;
  titular?: Titular;
  vigencia?: { desde: string; hasta: string };
  /** What the document says, proven by nobody. */
  declarado: { el?: string; nombre?: string; motivo?: string };
  /** Instant proven by a time stamp of the trust list. */
  selladoEl?: string;
  /** Bytes of the file that the signature covers, from its beginning. */
  cubre: number;
}

export type Validacion =
  | { legible: true; huella: string; tamano: number; firmas: FirmaVerificada[] }
  /** Not something to judge: what it is and what to do. */
  | { legible: false; motivo: string; remedio: string };

export interface OpcionesDeValidacion {
  lista: ListaDeConfianza;
  ahora: Date;
  /** When this installation received the file, if earlier: the record proves that it was already signed then. */
  recibidoEl?: Date | ((certificado: string) => Date | undefined);
}

/** Largest file that is looked at. */
const MAXIMO = 40 * 1024 * 1024;
const FIRMAS = 50;

/**
 * Every signature of a PDF, judged on its own. Never a boolean: VÁLIDO needs all that can be verified to be right;
 * NO VÁLIDO, something wrong; INDETERMINADO, something that this installation cannot know.
 */
export async function validar(pdf: Uint8Array, o: OpcionesDeValidacion): Promise<Validacion> {
  if (pdf.length > MAXIMO) return { legible: false, motivo: 'El archivo es demasiado grande.', remedio: `El máximo es ${MAXIMO / 1024 / 1024} MB.` };
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  try {
    const halladas = leerFirmas(bytes);
    if (halladas.length === 0)
      return {
        legible: false,
        motivo: bytes.includes('/ByteRange') ? 'El PDF tuvo firmas que ya no están en su formulario.' : 'El PDF no tiene firmas digitales.',
        remedio: 'Firme el documento con su certificado y súbalo sin imprimirlo ni volver a guardarlo con otro programa.',
      };
    if (halladas.length > FIRMAS) return { legible: false, motivo: 'El PDF tiene firmas en exceso.', remedio: 'Revise el archivo.' };
    const firmas: FirmaVerificada[] = [];
    for (const f of halladas) firmas.push(await juzgar(bytes, f, o));
    return { legible: true, huella: createHash('sha256').update(bytes).digest('hex'), tamano: bytes.length, firmas };
  } catch (e) {
    if (!(e instanceof PdfIlegible)) throw e;
    return {
      legible: false,
      motivo: e.message,
      remedio: 'Descargue de nuevo el documento, fírmelo sin modificarlo y súbalo tal como lo guardó el programa de firma.',
    };
  }
}

async function juzgar(bytes: Buffer, f: EnElPdf, o: OpcionesDeValidacion): Promise<FirmaVerificada> {
  const base = { campo: f.campo, clase: f.clase, declarado: f.declarado, cubre: f.cubre };
  const estructura = [...f.comprobaciones];
  const juicio = f.cms ? await juzgarCertificado(bytes, f, o) : { comprobaciones: [] };
  const comprobaciones = [...estructura, ...juicio.comprobaciones];
  return { ...base, ...juicio, comprobaciones, resultado: resumir(comprobaciones) };
}

function resumir(lista: readonly Comprobacion[]): ResultadoDeFirma {
  if (lista.some((c) => c.resultado === 'mal')) return 'NO_VALIDO';
  return lista.some((c) => c.resultado === 'dudoso') || !lista.some((c) => c.que === 'cadena' && c.resultado === 'bien') ? 'INDETERMINADO' : 'VALIDO';
}
