import { webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import { AuthenticatedSafe, CertBag, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, SafeBag, SafeContents } from 'pkijs';
import type { Identidad } from './autoridad.ts';

/** PKCS#12 as current programs write it: AES-256 and PBKDF2, with the chain inside. */
export async function p12De(quien: Identidad, cadena: readonly Identidad[], clave: string): Promise<Buffer> {
  const password = new TextEncoder().encode(clave).buffer;
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', quien.claves.privateKey as webcrypto.CryptoKey);
  const bolsa = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(pkcs8) });
  const cifrado = { password, contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 }, hmacHashAlgorithm: 'SHA-256', iterationCount: 2048 };
  await (bolsa as unknown as { makeInternalValues(p: object): Promise<void> }).makeInternalValues(cifrado);
  const pfx = new PFX({
    parsedValue: {
      integrityMode: 0,
      authenticatedSafe: new AuthenticatedSafe({
        parsedValue: {
          safeContents: [
            { privacyMode: 0, value: new SafeContents({ safeBags: [new SafeBag({ bagId: '1.2.840.113549.1.12.10.1.2', bagValue: bolsa })] }) },
            {
              privacyMode: 1,
              value: new SafeContents({
                safeBags: [quien, ...cadena].map(
                  (i) => new SafeBag({ bagId: '1.2.840.113549.1.12.10.1.3', bagValue: new CertBag({ parsedValue: i.certificado }) }),
                ),
              }),
            },
          ],
        },
      }),
    },
  });
  await pfx.parsedValue?.authenticatedSafe?.makeInternalValues({ safeContents: [{}, cifrado] });
  await pfx.makeInternalValues({ password, iterations: 2048, pbkdf2HashAlgorithm: 'SHA-256', hmacHashAlgorithm: 'SHA-256' });
  return Buffer.from(pfx.toSchema().toBER(false));
}

/** The same file saying that it was ciphered as older programs do. */
export function comoAntiguo(p12: Buffer): Buffer {
  const pbes2 = Buffer.from(new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.5.13' }).toBER(false));
  const viejo = Buffer.from(new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.12.1.3' }).toBER(false));
  const b = Buffer.from(p12);
  // Same length on the wire but for one byte: 3DES is told by a different arc of the same family.
  for (let i = b.indexOf(pbes2); i >= 0; i = b.indexOf(pbes2, i + 1)) b[i + pbes2.length - 1] = viejo[viejo.length - 1] as number;
  return b;
}
