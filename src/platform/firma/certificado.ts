import { createHash, X509Certificate } from 'node:crypto';
import type { BitString } from 'asn1js';
import { type BasicConstraints, Certificate, type RelativeDistinguishedNames } from 'pkijs';

/** A certificate as the validator needs it: signatures by OpenSSL through Node, extensions by pkijs. */
export interface Certificado {
  x509: X509Certificate;
  pki: Certificate;
  /** sha-256 of the DER, in hex. */
  huella: string;
  desde: Date;
  hasta: Date;
  ca: boolean;
  /** How many CAs may follow it; undefined: no limit. */
  longitud?: number;
  /** First byte of key usage; undefined when the certificate does not restrict it. */
  usos?: number;
  usosExtendidos: readonly string[];
  /** Critical extensions that the validator does not process: the certificate cannot be judged. */
  desconocidas: readonly string[];
}

export const USO = { firmaDigital: 0x80, noRepudio: 0x40, firmaCertificados: 0x04, firmaListas: 0x02 } as const;
export const USO_SELLO = '1.3.6.1.5.5.7.3.8';

const PROCESADAS = new Set(['2.5.29.14', '2.5.29.15', '2.5.29.17', '2.5.29.18', '2.5.29.19', '2.5.29.31', '2.5.29.32', '2.5.29.35', '2.5.29.37']);

/** @throws when the bytes are not a certificate */
export function leerCertificado(der: Uint8Array): Certificado {
  const bytes = Uint8Array.from(der);
  const x509 = new X509Certificate(bytes);
  // Decoded only when asked for: a damaged key must show here and not in the middle of a verification.
  void x509.publicKey;
  const pki = Certificate.fromBER(bytes);
  const ext = (oid: string) => pki.extensions?.find((e) => e.extnID === oid)?.parsedValue as unknown;
  const basicas = ext('2.5.29.19') as BasicConstraints | undefined;
  const usos = ext('2.5.29.15') as BitString | undefined;
  const extendidos = ext('2.5.29.37') as { keyPurposes?: string[] } | undefined;
  const limite = basicas?.pathLenConstraint;
  return {
    x509,
    pki,
    huella: createHash('sha256').update(bytes).digest('hex'),
    desde: pki.notBefore.value,
    hasta: pki.notAfter.value,
    ca: basicas?.cA === true,
    longitud: typeof limite === 'number' ? limite : undefined,
    usos: usos ? (usos.valueBlock.valueHexView[0] ?? 0) : undefined,
    usosExtendidos: extendidos?.keyPurposes ?? [],
    desconocidas: (pki.extensions ?? []).filter((e) => e.critical && !PROCESADAS.has(e.extnID)).map((e) => e.extnID),
  };
}

/** What the certificate says of its holder. Personal data: shown, never put in a hecho. */
export interface Titular {
  nombre: string;
  organizacion?: string;
  /** Number of the identity document, when the certificate brings it (`PNOPE-…`, `IDCPE-…`). */
  documento?: string;
  emisor: string;
  serie: string;
}

const NOMBRE = { cn: '2.5.4.3', apellido: '2.5.4.4', serie: '2.5.4.5', organizacion: '2.5.4.10', pila: '2.5.4.42' } as const;

export function titularDe(c: Certificado): Titular {
  const sujeto = partes(c.pki.subject);
  const emisor = partes(c.pki.issuer);
  const nombre = sujeto.get(NOMBRE.cn) ?? [sujeto.get(NOMBRE.pila), sujeto.get(NOMBRE.apellido)].filter(Boolean).join(' ');
  return {
    nombre: nombre || 'Sin nombre en el certificado',
    organizacion: sujeto.get(NOMBRE.organizacion),
    documento: /(?:^|[^0-9])(\d{8})$/.exec(sujeto.get(NOMBRE.serie) ?? '')?.[1],
    emisor: emisor.get(NOMBRE.cn) ?? emisor.get(NOMBRE.organizacion) ?? 'Emisor sin nombre',
    serie: c.x509.serialNumber,
  };
}

function partes(nombre: RelativeDistinguishedNames): Map<string, string> {
  return new Map(nombre.typesAndValues.map((t) => [t.type, String((t.value as unknown as { valueBlock: { value: unknown } }).valueBlock.value).slice(0, 300)]));
}

/** Certificates of a text in PEM, or of bytes in DER. */
export function certificadosEn(bytes: Buffer): Certificado[] {
  const bloques = bytes.toString('latin1').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  if (!bloques) return [leerCertificado(bytes)];
  return bloques.map((b) => leerCertificado(Buffer.from(b.replace(/-----[A-Z ]+-----/g, ''), 'base64')));
}
