import { firmarCades } from '../../platform/firma/cades.ts';
import { abrirP12 } from './p12.ts';

const enBase64 = (b: Uint8Array): string => btoa(Array.from(b, (x) => String.fromCharCode(x)).join(''));

/**
 * Signs a digest with a certificate of this computer. Loaded only when somebody signs.
 * @param pedir asks the server for what is to be signed, once the file opened
 */
export async function firmarAqui<P extends { digesto: string }>(
  archivo: File,
  clave: string,
  pedir: () => Promise<P>,
): Promise<{ cms: string; titular: string; pedido: P }> {
  const abierto = await abrirP12(await archivo.arrayBuffer(), clave);
  const pedido = await pedir();
  const digesto = Uint8Array.from(pedido.digesto.match(/../g) ?? [], (h) => Number.parseInt(h, 16));
  const cms = await firmarCades(digesto, abierto);
  return { cms: enBase64(cms), titular: abierto.titular, pedido };
}
