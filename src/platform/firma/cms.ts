import { constants, createHash, verify } from 'node:crypto';
import * as asn1js from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, RSASSAPSSParams, SignedData, type SignerInfo } from 'pkijs';
import { OID } from './cades.ts';
import { type Certificado, leerCertificado } from './certificado.ts';

/** A CMS signature read, not yet judged. */
export interface Cms {
  datos: SignedData;
  firmante: SignerInfo;
  certificado?: Certificado;
  certificados: Certificado[];
  /** Bytes of the content, when it is inside (a time stamp). */
  contenido?: Buffer;
  tipoDeContenido: string;
  revocaciones: Uint8Array[];
}

const CERTIFICADOS = 30;

/** Algorithms accepted, by OID. SHA-1 and MD5 are not: whoever forges a collision signs another document. */
const DIGESTOS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const DEBILES: Readonly<Record<string, string>> = { '1.3.14.3.2.26': 'SHA-1', '1.2.840.113549.2.5': 'MD5' };

/** Length that the DER declares for itself; what follows must be the zeros of the room left. */
export function largoDer(b: Uint8Array): number | undefined {
  if (b[0] !== 0x30) return undefined;
  const primero = b[1] ?? 0;
  if (primero < 0x80) return primero + 2;
  const n = primero - 0x80;
  if (n === 0 || n > 4) return undefined;
  let largo = 0;
  for (let i = 0; i < n; i++) largo = largo * 256 + (b[2 + i] ?? 0);
  return largo + 2 + n;
}

/** @throws when the bytes are not a CMS with exactly one signer */
export function leerCms(der: Uint8Array): Cms {
  const info = ContentInfo.fromBER(Uint8Array.from(der));
  if (info.contentType !== OID.firmado) throw new Error('no es SignedData');
  const datos = new SignedData({ schema: info.content });
  const [firmante, otro] = datos.signerInfos;
  if (!firmante || otro) throw new Error('no tiene exactamente un firmante');
  const certificados = (datos.certificates ?? [])
    .filter((c): c is Certificate => c instanceof Certificate)
    .slice(0, CERTIFICADOS)
    .flatMap((c) => {
      try {
        return [leerCertificado(new Uint8Array(c.toSchema(false).toBER()))];
      } catch {
        return [];
      }
    });
  const contenido = datos.encapContentInfo.eContent;
  return {
    datos,
    firmante,
    certificados,
    certificado: certificados.find((c) => esDe(firmante, c)),
    contenido: contenido ? Buffer.from(contenido.getValue()) : undefined,
    tipoDeContenido: datos.encapContentInfo.eContentType,
    revocaciones: (datos.crls ?? []).flatMap((c) => ('thisUpdate' in c ? [new Uint8Array(c.toSchema(false).toBER())] : [])),
  };
}

function esDe(firmante: SignerInfo, c: Certificado): boolean {
  const { sid } = firmante;
  if (sid instanceof IssuerAndSerialNumber) return c.pki.issuer.isEqual(sid.issuer) && c.pki.serialNumber.isEqual(sid.serialNumber);
  const ski = c.pki.extensions?.find((e) => e.extnID === '2.5.29.14')?.parsedValue as asn1js.OctetString | undefined;
  const bytes = (sid as { valueBlock?: { valueHexView?: Uint8Array } }).valueBlock?.valueHexView;
  return ski !== undefined && bytes !== undefined && Buffer.from(ski.valueBlock.valueHexView).equals(Buffer.from(bytes));
}

export type Matematica =
  | { ok: true; digesto: string; ligado: boolean }
  | { ok: false; falla: 'debil' | 'digesto' | 'firma' | 'formato' | 'sin_certificado' | 'otro_certificado'; detalle: string };

/** Digest algorithm by its OID; what cannot be used says why. */
export function algoritmoDe(oid: string): { nombre: string } | { detalle: string } {
  const nombre = DIGESTOS[oid];
  if (nombre) return { nombre };
  return { detalle: DEBILES[oid] ? `Usa ${DEBILES[oid]}, que ya no es seguro.` : `Usa un algoritmo de resumen que no se admite (${oid}).` };
}

/**
 * The mathematics of a CMS: digest of the content, signature over the attributes, and certificate bound to it.
 * @param digestoDe digest of what is signed, by algorithm
 */
export function verificarCms(cms: Cms, digestoDe: (algoritmo: string) => Buffer): Matematica {
  const { firmante, certificado } = cms;
  const algoritmo = algoritmoDe(firmante.digestAlgorithm.algorithmId);
  if ('detalle' in algoritmo) return { ok: false, falla: 'debil', detalle: algoritmo.detalle };
  if (!certificado) return { ok: false, falla: 'sin_certificado', detalle: 'La firma no trae el certificado de quien firmó.' };
  const atributos = firmante.signedAttrs?.attributes;
  if (!atributos) return { ok: false, falla: 'formato', detalle: 'La firma no tiene atributos firmados.' };
  const valor = (tipo: string) => {
    const hallados = atributos.filter((a) => a.type === tipo);
    return hallados.length === 1 && hallados[0]?.values.length === 1 ? (hallados[0].values[0] as asn1js.BaseBlock) : undefined;
  };
  const digesto = valor(OID.digesto);
  const tipo = valor(OID.tipo);
  if (!(digesto instanceof asn1js.OctetString) || !(tipo instanceof asn1js.ObjectIdentifier))
    return { ok: false, falla: 'formato', detalle: 'A la firma le faltan atributos obligatorios.' };
  if (tipo.valueBlock.toString() !== cms.tipoDeContenido)
    return { ok: false, falla: 'formato', detalle: 'La firma declara un tipo de contenido distinto del firmado.' };
  if (!Buffer.from(digesto.getValue()).equals(digestoDe(algoritmo.nombre)))
    return { ok: false, falla: 'digesto', detalle: 'El contenido no es el que se firmó: su resumen no coincide.' };
  const { asymmetricKeyType: clase, asymmetricKeyDetails: detalle } = certificado.x509.publicKey;
  if (clase === 'rsa' && (detalle?.modulusLength ?? 0) < 2048)
    return { ok: false, falla: 'debil', detalle: 'La clave RSA del certificado tiene menos de 2048 bits.' };
  if (!firmaCorrecta(cms, certificado, algoritmo.nombre)) return { ok: false, falla: 'firma', detalle: 'La firma no corresponde a la clave del certificado.' };
  const ligado = ligadura(valor(OID.certificadoV2), certificado);
  if (ligado === false) return { ok: false, falla: 'otro_certificado', detalle: 'La firma está ligada a otro certificado.' };
  return { ok: true, digesto: algoritmo.nombre, ligado: ligado === true };
}

function firmaCorrecta(cms: Cms, certificado: Certificado, digesto: string): boolean {
  const { firmante } = cms;
  // The signature covers the attributes as a SET, not under the tag they have inside the CMS (RFC 5652, 5.4).
  const cubierto = Buffer.from(firmante.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  const firma = Buffer.from(firmante.signature.getValue());
  const clave = certificado.x509.publicKey;
  const oid = firmante.signatureAlgorithm.algorithmId;
  try {
    if (oid === '1.2.840.113549.1.1.10') {
      const p = new RSASSAPSSParams({ schema: firmante.signatureAlgorithm.algorithmParams });
      const suyo = algoritmoDe(p.hashAlgorithm.algorithmId);
      return 'nombre' in suyo && verify(suyo.nombre, cubierto, { key: clave, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: p.saltLength }, firma);
    }
    return (clave.asymmetricKeyType === 'rsa' || clave.asymmetricKeyType === 'ec') && verify(digesto, cubierto, clave, firma);
  } catch {
    return false;
  }
}

/** True when signing-certificate-v2 names this certificate, false when it names another, undefined without it. */
function ligadura(v: asn1js.BaseBlock | undefined, c: Certificado): boolean | undefined {
  if (!(v instanceof asn1js.Sequence)) return undefined;
  const lista = v.valueBlock.value[0];
  const ess = lista instanceof asn1js.Sequence ? lista.valueBlock.value[0] : undefined;
  if (!(ess instanceof asn1js.Sequence)) return false;
  const [a, b] = ess.valueBlock.value;
  const oid = a instanceof asn1js.Sequence ? (a.valueBlock.value[0] as asn1js.ObjectIdentifier).valueBlock.toString() : '2.16.840.1.101.3.4.2.1';
  const hash = a instanceof asn1js.OctetString ? a : b;
  const algoritmo = algoritmoDe(oid);
  if (!(hash instanceof asn1js.OctetString) || 'detalle' in algoritmo) return false;
  return createHash(algoritmo.nombre).update(c.x509.raw).digest().equals(Buffer.from(hash.getValue()));
}
