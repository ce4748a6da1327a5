import { webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CertificateRevocationList,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  MessageImprint,
  RevokedCertificate,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  Time,
  TSTInfo,
} from 'pkijs';

/** A key with its certificate, made by the test run. */
export interface Identidad {
  certificado: Certificate;
  der: Uint8Array<ArrayBuffer>;
  claves: webcrypto.CryptoKeyPair;
}

interface Pedido {
  cn: string;
  dni?: string;
  emisor?: Identidad;
  ca?: boolean;
  desde?: Date;
  hasta?: Date;
  /** First byte of key usage. */
  uso?: number;
  sellado?: boolean;
  rsa?: boolean;
  criticaAjena?: boolean;
}

const EC = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const RSA = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' } as const;
let serie = 1000;

export async function emitir(p: Pedido): Promise<Identidad> {
  const claves = (await webcrypto.subtle.generateKey(p.rsa ? RSA : EC, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const c = new Certificate();
  c.version = 2;
  c.serialNumber = new asn1js.Integer({ value: ++serie });
  nombrar(c.subject.typesAndValues, p);
  if (p.emisor) c.issuer = p.emisor.certificado.subject;
  else nombrar(c.issuer.typesAndValues, p);
  c.notBefore.value = p.desde ?? new Date('2024-01-01T00:00:00Z');
  c.notAfter.value = p.hasta ?? new Date('2034-01-01T00:00:00Z');
  const uso = p.uso ?? (p.ca ? 0x06 : 0xc0);
  c.extensions = [
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: new BasicConstraints({ cA: p.ca ?? false }).toSchema().toBER(false) }),
    new Extension({ extnID: '2.5.29.15', critical: true, extnValue: new asn1js.BitString({ valueHex: new Uint8Array([uso]).buffer }).toBER(false) }),
  ];
  if (p.sellado)
    c.extensions.push(
      new Extension({ extnID: '2.5.29.37', critical: true, extnValue: new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] }).toSchema().toBER(false) }),
    );
  if (p.criticaAjena) c.extensions.push(new Extension({ extnID: '1.2.3.4.5', critical: true, extnValue: new asn1js.Null().toBER(false) }));
  await c.subjectPublicKeyInfo.importKey(claves.publicKey as CryptoKey);
  await c.sign((p.emisor?.claves ?? claves).privateKey as CryptoKey, 'SHA-256');
  const der = new Uint8Array(c.toSchema(true).toBER(false));
  return { certificado: Certificate.fromBER(der), der, claves };
}

function nombrar(lista: AttributeTypeAndValue[], p: Pedido): void {
  lista.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: p.cn }) as never }));
  if (p.dni) lista.push(new AttributeTypeAndValue({ type: '2.5.4.5', value: new asn1js.PrintableString({ value: `PNOPE-${p.dni}` }) as never }));
}

/** Root, intermediate and what the tests need of each kind. */
export async function autoridad() {
  const raiz = await emitir({ cn: 'Raíz de prueba', ca: true });
  const intermedia = await emitir({ cn: 'Intermedia de prueba', ca: true, emisor: raiz });
  return {
    raiz,
    intermedia,
    hoja: (cn: string, mas: Partial<Pedido> = {}) => emitir({ cn, emisor: intermedia, ...mas }),
    tsa: () => emitir({ cn: 'Sellado de prueba', emisor: intermedia, uso: 0x80, sellado: true }),
  };
}

/** Revocation list of an authority. */
export async function revocar(ca: Identidad, revocados: readonly Identidad[], cuando = new Date('2026-01-15T00:00:00Z')): Promise<Uint8Array> {
  const crl = new CertificateRevocationList();
  crl.version = 1;
  crl.issuer = ca.certificado.subject;
  crl.thisUpdate = new Time({ type: 0, value: new Date('2026-01-10T00:00:00Z') });
  crl.nextUpdate = new Time({ type: 0, value: new Date('2027-01-01T00:00:00Z') });
  if (revocados.length > 0)
    crl.revokedCertificates = revocados.map(
      (r) => new RevokedCertificate({ userCertificate: r.certificado.serialNumber, revocationDate: new Time({ type: 0, value: cuando }) }),
    );
  await crl.sign(ca.claves.privateKey as CryptoKey, 'SHA-256');
  return new Uint8Array(crl.toSchema(true).toBER(false));
}

/** Time stamp token (RFC 3161) over some bytes. */
export async function sellar(tsa: Identidad, sobre: Uint8Array, el: Date): Promise<ArrayBuffer> {
  const resumen = await webcrypto.subtle.digest('SHA-256', Uint8Array.from(sobre));
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4',
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' }),
      hashedMessage: new asn1js.OctetString({ valueHex: resumen }),
    }),
    serialNumber: new asn1js.Integer({ value: 7 }),
    genTime: el,
  });
  const contenido = info.toSchema().toBER(false);
  const s = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.9.16.1.4', eContent: new asn1js.OctetString({ valueHex: contenido }) }),
    certificates: [tsa.certificado],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: tsa.certificado.issuer, serialNumber: tsa.certificado.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new Attribute({ type: '1.2.840.113549.1.9.3', values: [new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.9.16.1.4' })] }),
            new Attribute({
              type: '1.2.840.113549.1.9.4',
              values: [new asn1js.OctetString({ valueHex: await webcrypto.subtle.digest('SHA-256', contenido) })],
            }),
          ],
        }),
      }),
    ],
  });
  await s.sign(tsa.claves.privateKey as CryptoKey, 0, 'SHA-256');
  return new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: s.toSchema(true) }).toSchema().toBER(false);
}

/** The same CMS with a time stamp of its signature among the unsigned attributes. */
export function conSello(cms: Uint8Array, token: ArrayBuffer): Uint8Array {
  const info = ContentInfo.fromBER(Uint8Array.from(cms));
  const s = new SignedData({ schema: info.content });
  const firmante = s.signerInfos[0] as SignerInfo;
  firmante.unsignedAttrs = new SignedAndUnsignedAttributes({
    type: 1,
    attributes: [new Attribute({ type: '1.2.840.113549.1.9.16.2.14', values: [asn1js.fromBER(token).result] })],
  });
  return new Uint8Array(new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: s.toSchema(true) }).toSchema().toBER(false));
}

/** Bytes of the signature inside a CMS. */
export function firmaDe(cms: Uint8Array): Uint8Array {
  const s = new SignedData({ schema: ContentInfo.fromBER(Uint8Array.from(cms)).content });
  return new Uint8Array((s.signerInfos[0] as SignerInfo).signature.getValue());
}
