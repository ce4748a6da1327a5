import type * as asn1js from 'asn1js';
import { AuthenticatedSafe, CertBag, Certificate, ContentInfo, EncryptedData, KeyBag, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeBag } from 'pkijs';
import type { ConQueFirma } from '../../platform/firma/cades.ts';

/** Why a file could not be opened, in words for who signs. */
export class P12Ilegible extends Error {
  readonly remedio: string;
  constructor(motivo: string, remedio: string) {
    super(motivo);
    this.remedio = remedio;
  }
}

export interface Abierto extends ConQueFirma {
  titular: string;
  hasta: Date;
}

const PBES2 = '1.2.840.113549.1.5.13';
const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';
const CURVAS: Readonly<Record<string, string>> = { '1.2.840.10045.3.1.7': 'P-256', '1.3.132.0.34': 'P-384', '1.3.132.0.35': 'P-521' };

const ANTIGUO = () =>
  new P12Ilegible(
    'El archivo usa un cifrado antiguo (3DES o RC2) que los navegadores no abren.',
    'Expórtelo de nuevo eligiendo AES-256, o firme con Firma Perú, ReFirma o Acrobat y suba aquí el documento firmado.',
  );

/** Opens a PKCS#12 in this browser. Neither the file nor the password is sent anywhere; the key cannot be taken out of the result. */
export async function abrirP12(bytes: ArrayBuffer, clave: string): Promise<Abierto> {
  const pfx = leer(bytes);
  const password = new TextEncoder().encode(clave).buffer;
  const seguro = pfx.authSafe.contentType === ContentInfo.DATA ? AuthenticatedSafe.fromBER((pfx.authSafe.content as asn1js.OctetString).getValue()) : undefined;
  if (!seguro) throw new P12Ilegible('El archivo está protegido con otro certificado y no con una contraseña.', 'Use un archivo .p12 o .pfx con contraseña.');
  for (const c of seguro.safeContents)
    if (
      c.contentType === ContentInfo.ENCRYPTED_DATA &&
      new EncryptedData({ schema: c.content }).encryptedContentInfo.contentEncryptionAlgorithm.algorithmId !== PBES2
    )
      throw ANTIGUO();
  let bolsas: SafeBag[];
  try {
    await pfx.parseInternalValues({ password, checkIntegrity: pfx.macData !== undefined });
    const abierto = pfx.parsedValue?.authenticatedSafe as AuthenticatedSafe;
    await abierto.parseInternalValues({ safeContents: abierto.safeContents.map(() => ({ password })) });
    bolsas = abierto.parsedValue.safeContents.flatMap((s: { value: { safeBags: SafeBag[] } }) => s.value.safeBags);
  } catch {
    throw new P12Ilegible(
      'La contraseña no abre ese archivo.',
      'Escríbala de nuevo. Si lleva tildes o eñes, cámbiela por una sin ellas al exportar el certificado.',
    );
  }
  const certificados = bolsas.flatMap((b) => (b.bagValue instanceof CertBag && b.bagValue.parsedValue instanceof Certificate ? [b.bagValue.parsedValue] : []));
  return elegir(await clavesEn(bolsas, password), certificados);
}

function leer(bytes: ArrayBuffer): PFX {
  try {
    return PFX.fromBER(bytes);
  } catch {
    throw new P12Ilegible(
      'Ese archivo no es un certificado digital con su clave (.p12 o .pfx).',
      'Elija el archivo que le entregó su entidad de certificación.',
    );
  }
}

async function clavesEn(bolsas: readonly SafeBag[], password: ArrayBuffer): Promise<CryptoKey[]> {
  const claves: CryptoKey[] = [];
  for (const { bagValue } of bolsas) {
    let info: PrivateKeyInfo | undefined;
    if (bagValue instanceof PKCS8ShroudedKeyBag) {
      if (bagValue.encryptionAlgorithm.algorithmId !== PBES2) throw ANTIGUO();
      await (bagValue as unknown as { parseInternalValues(p: { password: ArrayBuffer }): Promise<void> }).parseInternalValues({ password });
      info = bagValue.parsedValue;
    } else if (bagValue instanceof PrivateKeyInfo || bagValue instanceof KeyBag) info = bagValue as PrivateKeyInfo;
    if (info) claves.push(await importar(info));
  }
  return claves;
}

function importar(info: PrivateKeyInfo): Promise<CryptoKey> {
  const { algorithmId, algorithmParams } = info.privateKeyAlgorithm;
  const der = info.toSchema().toBER();
  if (algorithmId === RSA) return crypto.subtle.importKey('pkcs8', der, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign']);
  const namedCurve = algorithmId === EC ? CURVAS[(algorithmParams as asn1js.ObjectIdentifier).valueBlock.toString()] : undefined;
  if (!namedCurve)
    throw new P12Ilegible('La clave es de una clase que este navegador no usa para firmar.', 'Firme con otro programa y suba aquí el documento firmado.');
  return crypto.subtle.importKey('pkcs8', der, { name: 'ECDSA', namedCurve }, false, ['sign']);
}

/** The certificate of a key is the one that verifies what the key signs. */
async function elegir(claves: readonly CryptoKey[], certificados: readonly Certificate[]): Promise<Abierto> {
  const der = (c: Certificate) => new Uint8Array(c.toSchema(false).toBER());
  const prueba = crypto.getRandomValues(new Uint8Array(32));
  for (const clave of claves) {
    const algoritmo = clave.algorithm.name === 'ECDSA' ? { name: 'ECDSA', hash: 'SHA-256' } : clave.algorithm;
    const firma = await crypto.subtle.sign(algoritmo, clave, prueba);
    for (const c of certificados) {
      const publica = await c.getPublicKey({ algorithm: { algorithm: clave.algorithm as Algorithm, usages: ['verify'] } }).catch(() => undefined);
      if (!publica || !(await crypto.subtle.verify(algoritmo, publica, firma, prueba).catch(() => false))) continue;
      const cn = c.subject.typesAndValues.find((t) => t.type === '2.5.4.3');
      return {
        clave,
        certificado: der(c),
        cadena: certificados.filter((x) => x !== c).map(der),
        titular: String((cn?.value as unknown as { valueBlock?: { value?: unknown } })?.valueBlock?.value ?? ''),
        hasta: c.notAfter.value,
      };
    }
  }
  throw new P12Ilegible('El archivo no trae un certificado con su clave.', 'Expórtelo de nuevo incluyendo la clave privada.');
}
