import { CertificateRevocationList } from 'pkijs';
import { type Certificado, USO } from './certificado.ts';

/** Certificates that this installation trusts, and the revocation lists it holds. */
export interface ListaDeConfianza {
  raices: readonly Certificado[];
  /** DER of revocation lists. */
  revocaciones: readonly Uint8Array[];
}

export const SIN_CONFIANZA: ListaDeConfianza = { raices: [], revocaciones: [] };

const PROFUNDIDAD = 8;
const PASOS = 200;

export type Cadena =
  | { ok: true; camino: readonly Certificado[] }
  | { ok: false; falla: 'sin_lista' | 'sin_camino' | 'vigencia' | 'no_es_ca' | 'extension'; detalle: string };

/**
 * Path from a certificate to one of the trust list, judged on a date (RFC 5280, without policies: a critical extension
 * that is not processed here is a reason not to trust). Bounded: certificates come from whoever sent the file.
 */
export function buscarCadena(hoja: Certificado, intermedios: readonly Certificado[], lista: ListaDeConfianza, fecha: Date): Cadena {
  if (lista.raices.length === 0)
    return {
      ok: false,
      falla: 'sin_lista',
      detalle: 'Esta instalación no tiene una lista de confianza: no se puede saber si la autoridad que emitió el certificado es reconocida.',
    };
  const confiables = new Set(lista.raices.map((r) => r.huella));
  const candidatos = [...lista.raices, ...intermedios.filter((c) => !confiables.has(c.huella))];
  let peor: Exclude<Cadena, { ok: true }> = {
    ok: false,
    falla: 'sin_camino',
    detalle: 'El certificado no lleva a ninguna autoridad de la lista de confianza.',
  };
  let pasos = 0;
  const subir = (camino: readonly Certificado[]): readonly Certificado[] | undefined => {
    const actual = camino[camino.length - 1] as Certificado;
    if (confiables.has(actual.huella)) return camino;
    if (camino.length >= PROFUNDIDAD) return undefined;
    for (const c of candidatos) {
      if (++pasos > PASOS) return undefined;
      if (camino.some((x) => x.huella === c.huella) || !emite(c, actual)) continue;
      const problema = problemaDeEmisor(c, camino.length - 1, fecha);
      if (problema) {
        peor = problema;
        continue;
      }
      const hallado = subir([...camino, c]);
      if (hallado) return hallado;
    }
    return undefined;
  };
  if (hoja.desconocidas.length > 0)
    return { ok: false, falla: 'extension', detalle: `El certificado tiene condiciones que no se pueden evaluar (${hoja.desconocidas.join(', ')}).` };
  const camino = subir([hoja]);
  return camino ? { ok: true, camino } : peor;
}

function emite(emisor: Certificado, hijo: Certificado): boolean {
  try {
    return hijo.pki.issuer.isEqual(emisor.pki.subject) && hijo.x509.verify(emisor.x509.publicKey);
  } catch {
    return false;
  }
}

function problemaDeEmisor(c: Certificado, debajo: number, fecha: Date): Exclude<Cadena, { ok: true }> | undefined {
  if (!c.ca || (c.usos !== undefined && (c.usos & USO.firmaCertificados) === 0))
    return { ok: false, falla: 'no_es_ca', detalle: 'Un certificado de la cadena no está autorizado a emitir otros.' };
  if (c.longitud !== undefined && debajo > c.longitud)
    return { ok: false, falla: 'no_es_ca', detalle: 'La cadena es más larga de lo que su autoridad permite.' };
  if (c.desconocidas.length > 0)
    return { ok: false, falla: 'extension', detalle: `Una autoridad de la cadena tiene condiciones que no se pueden evaluar (${c.desconocidas.join(', ')}).` };
  if (fecha < c.desde || fecha > c.hasta) return { ok: false, falla: 'vigencia', detalle: 'Una autoridad de la cadena no estaba vigente en esa fecha.' };
  return undefined;
}

export type Revocacion = { estado: 'revocado'; el: Date; quien: string } | { estado: 'vigente' } | { estado: 'desconocido' };

/** Looks every certificate of the path up in the revocation lists at hand; unknown when one of them has no list in force. */
export async function revocacionDe(camino: readonly Certificado[], listas: readonly Uint8Array[], fecha: Date): Promise<Revocacion> {
  const crls = listas.flatMap((der) => {
    try {
      return [CertificateRevocationList.fromBER(Uint8Array.from(der))];
    } catch {
      return [];
    }
  });
  let todos = true;
  for (const [i, c] of camino.slice(0, -1).entries()) {
    const emisor = camino[i + 1] as Certificado;
    let visto = false;
    for (const crl of crls) {
      if (!crl.issuer.isEqual(c.pki.issuer)) continue;
      const buena = await crl.verify({ issuerCertificate: emisor.pki }).catch(() => false);
      if (!buena || (emisor.usos !== undefined && (emisor.usos & USO.firmaListas) === 0)) continue;
      const entrada = crl.revokedCertificates?.find((r) => r.userCertificate.isEqual(c.pki.serialNumber));
      if (entrada && entrada.revocationDate.value <= fecha) return { estado: 'revocado', el: entrada.revocationDate.value, quien: c.x509.subject };
      if (crl.nextUpdate && crl.nextUpdate.value >= fecha && crl.thisUpdate.value.getTime() <= fecha.getTime() + 86_400_000) visto = true;
    }
    todos &&= visto;
  }
  return todos && camino.length > 1 ? { estado: 'vigente' } : { estado: 'desconocido' };
}
