import PDFDocument from 'pdfkit';
import { firmarCades } from '../../src/platform/firma/cades.ts';
import { leerCertificado } from '../../src/platform/firma/certificado.ts';
import { type DatosDeFirma, incrustarFirma, prepararFirma } from '../../src/platform/firma/preparar.ts';
import type { Identidad } from './autoridad.ts';

/** A PDF of two pages. */
export function pdfDePrueba(texto = 'Acta de la Sesión Ordinaria I'): Promise<Buffer> {
  return new Promise((listo) => {
    const pdf = new PDFDocument({ info: { Title: texto, CreationDate: new Date('2026-03-02T15:00:00Z') } });
    const partes: Buffer[] = [];
    pdf.on('data', (b: Buffer) => partes.push(b));
    pdf.on('end', () => listo(Buffer.concat(partes)));
    pdf.text(texto);
    pdf.addPage().text('Segunda página');
    pdf.end();
  });
}

export const FECHA = new Date('2026-03-02T15:00:00Z');

/** Signs as the browser does: prepares, signs the digest and embeds. */
export async function firmarPdf(
  pdf: Uint8Array,
  quien: Identidad,
  cadena: readonly Identidad[] = [],
  datos: Partial<DatosDeFirma> = {},
  cambiarCms: (cms: Uint8Array) => Uint8Array | Promise<Uint8Array> = (c) => c,
): Promise<Buffer> {
  const preparado = await prepararFirma(pdf, { nombre: 'Rosa Quispe', motivo: 'Apruebo', oficina: 'Viceministerio de Prueba', fecha: FECHA, ...datos });
  const cms = await firmarCades(Uint8Array.from(preparado.digesto), {
    certificado: quien.der,
    cadena: cadena.map((c) => c.der),
    clave: quien.claves.privateKey as CryptoKey,
  });
  return incrustarFirma(preparado, await cambiarCms(cms));
}

export const confiar = (...raices: readonly Identidad[]) => ({ raices: raices.map((r) => leerCertificado(r.der)), revocaciones: [] as Uint8Array[] });
