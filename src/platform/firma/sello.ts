import { createHash } from 'node:crypto';
import { TSTInfo } from 'pkijs';
import { buscarCadena, type ListaDeConfianza } from './cadena.ts';
import { type Certificado, titularDe, USO_SELLO } from './certificado.ts';
import { algoritmoDe, leerCms, verificarCms } from './cms.ts';

const CONTENIDO = '1.2.840.113549.1.9.16.1.4';

export type Sello =
  /** `probado`: the authority is of the trust list, so the instant proves something. */
  { ok: true; el: Date; autoridad: string; probado: boolean; detalle: string } | { ok: false; detalle: string };

/**
 * RFC 3161 time stamp token over some bytes: imprint, signature of the authority, its certificate made for stamping
 * (and for nothing else) and in force at that instant, and its chain.
 */
export function validarSello(token: Uint8Array, selladoPor: (algoritmo: string) => Buffer, lista: ListaDeConfianza, extra: readonly Certificado[] = []): Sello {
  try {
    const cms = leerCms(token);
    if (cms.tipoDeContenido !== CONTENIDO || !cms.contenido) return { ok: false, detalle: 'El sello de tiempo no tiene la forma debida.' };
    const contenido = cms.contenido;
    const info = TSTInfo.fromBER(Uint8Array.from(contenido));
    const algoritmo = algoritmoDe(info.messageImprint.hashAlgorithm.algorithmId);
    if ('detalle' in algoritmo) return { ok: false, detalle: algoritmo.detalle };
    if (!Buffer.from(info.messageImprint.hashedMessage.getValue()).equals(selladoPor(algoritmo.nombre)))
      return { ok: false, detalle: 'El sello de tiempo es de otro contenido.' };
    const m = verificarCms(cms, (a) => createHash(a).update(contenido).digest());
    if (!m.ok) return { ok: false, detalle: `El sello de tiempo no es válido: ${m.detalle}` };
    const tsa = cms.certificado as Certificado;
    if (tsa.usosExtendidos.length !== 1 || tsa.usosExtendidos[0] !== USO_SELLO)
      return { ok: false, detalle: 'El certificado del sello de tiempo no es de una autoridad de sellado.' };
    const el = info.genTime;
    if (el < tsa.desde || el > tsa.hasta) return { ok: false, detalle: 'El certificado del sello de tiempo no estaba vigente.' };
    // What remains critical in a stamping certificate is its extended use, verified above.
    const cadena = buscarCadena(tsa, [...cms.certificados, ...extra], lista, el);
    const autoridad = titularDe(tsa).nombre;
    return cadena.ok
      ? { ok: true, el, autoridad, probado: true, detalle: `Sello de tiempo de ${autoridad}.` }
      : { ok: true, el, autoridad, probado: false, detalle: `Tiene un sello de tiempo de ${autoridad}, que no prueba la fecha: ${cadena.detalle}` };
  } catch {
    return { ok: false, detalle: 'El sello de tiempo no se puede leer.' };
  }
}
