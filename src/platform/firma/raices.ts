import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListaDeConfianza } from './cadena.ts';
import { certificadosEn } from './certificado.ts';

/**
 * Trust list of the installation: certificates (`.pem`, `.crt`, `.cer`) and revocation lists (`.crl`, DER or PEM) of a
 * folder. No folder, no trust: signatures are then INDETERMINADO.
 * @throws naming the file that cannot be read, so that a mistake is seen at start and not at the first signature
 */
export async function leerRaices(carpeta: string): Promise<ListaDeConfianza> {
  const nombres = await readdir(carpeta).catch((e: NodeJS.ErrnoException) => {
    if (e.code === 'ENOENT') return [];
    throw new Error(`No se puede leer la carpeta de la lista de confianza: ${e.message}`);
  });
  const leer = async (n: string) => readFile(join(carpeta, n));
  const certificados = await Promise.all(
    nombres
      .filter((n) => /\.(pem|crt|cer)$/i.test(n))
      .sort()
      .map(async (n) => {
        try {
          return certificadosEn(await leer(n));
        } catch {
          throw new Error(`La lista de confianza tiene un archivo que no es un certificado: ${n}`);
        }
      }),
  );
  const revocaciones = await Promise.all(nombres.filter((n) => /\.crl$/i.test(n)).map(async (n) => derDe(await leer(n))));
  return { raices: certificados.flat(), revocaciones };
}

function derDe(bytes: Buffer): Uint8Array {
  const pem = /-----BEGIN X509 CRL-----([^-]+)-----END/.exec(bytes.toString('latin1'));
  return pem ? Buffer.from(pem[1] as string, 'base64') : bytes;
}
