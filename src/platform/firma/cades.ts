import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

/** Works in the browser and on the server alike: only pkijs and WebCrypto, and the key may be one that cannot be exported. */
export interface ConQueFirma {
  /** DER of the certificate of who signs. */
  certificado: Uint8Array<ArrayBuffer>;
  /** DER of the certificates that lead to a root, in any order. */
  cadena: readonly Uint8Array<ArrayBuffer>[];
  clave: CryptoKey;
}

export const OID = {
  datos: '1.2.840.113549.1.7.1',
  firmado: '1.2.840.113549.1.7.2',
  tipo: '1.2.840.113549.1.9.3',
  digesto: '1.2.840.113549.1.9.4',
  certificadoV2: '1.2.840.113549.1.9.16.2.47',
  sello: '1.2.840.113549.1.9.16.2.14',
} as const;

const octetos = (b: ArrayBuffer | Uint8Array<ArrayBuffer>) => new asn1js.OctetString({ valueHex: b instanceof ArrayBuffer ? b : b.slice().buffer });

/**
 * CAdES detached (ETSI EN 319 122, as PAdES asks in EN 319 142): content type, digest and the certificate bound by
 * signing-certificate-v2; the time goes in the PDF, not here.
 * @param digesto sha-256 of what is signed
 * @returns DER of the CMS
 */
export async function firmarCades(digesto: Uint8Array<ArrayBuffer>, con: ConQueFirma): Promise<Uint8Array<ArrayBuffer>> {
  const certificado = Certificate.fromBER(con.certificado);
  const huella = await crypto.subtle.digest('SHA-256', con.certificado);
  // ESSCertIDv2: sha-256 is the default algorithm and DER leaves it out (RFC 5035).
  const essCert = new asn1js.Sequence({ value: [octetos(huella)] });
  const firmado = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.datos }),
    certificates: [certificado, ...con.cadena.map((c) => Certificate.fromBER(c))],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificado.issuer, serialNumber: certificado.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: enOrden([
            new Attribute({ type: OID.tipo, values: [new asn1js.ObjectIdentifier({ value: OID.datos })] }),
            new Attribute({ type: OID.digesto, values: [octetos(digesto)] }),
            new Attribute({ type: OID.certificadoV2, values: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [essCert] })] })] }),
          ]),
        }),
      }),
    ],
  });
  await firmado.sign(con.clave, 0, 'SHA-256');
  return new Uint8Array(new ContentInfo({ contentType: OID.firmado, content: firmado.toSchema(true) }).toSchema().toBER());
}

/** A SET OF is written in order of its encodings (DER), and the signature covers exactly that. */
function enOrden(atributos: readonly Attribute[]): Attribute[] {
  const hex = (a: Attribute) => [...new Uint8Array(a.toSchema().toBER())].map((b) => b.toString(16).padStart(2, '0')).join('');
  return atributos
    .map((a) => [hex(a), a] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, a]) => a);
}
