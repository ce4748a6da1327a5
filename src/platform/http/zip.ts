import { inflateRawSync } from 'node:zlib';

const FIN = 0x06054b50;
const ENTRADA = 0x02014b50;
const LARGO_FIN = 22;
const LARGO_ENTRADA = 46;
const LARGO_LOCAL = 30;
/** Most that the content may expand to. */
const MAXIMO_EXPANDIDO = 200 * 1024 * 1024;

/**
 * Names in the central directory of a ZIP, without expanding anything. Refuses what is cut, encrypted, split, ZIP64
 * (needless under 4 GiB) or would expand beyond 200 MB.
 */
export function inspeccionarZip(
  bytes: Uint8Array,
): { nombres: ReadonlySet<string>; expandido: number; entradas: readonly EntradaDeZip[] } | { motivo: string } {
  const vista = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fin = buscarFin(vista);
  if (fin === undefined) return { motivo: 'El archivo está incompleto o dañado.' };
  const total = vista.getUint16(fin + 10, true);
  const inicio = vista.getUint32(fin + 16, true);
  if (vista.getUint16(fin + 4, true) !== 0 || total === 0xffff || inicio === 0xffffffff)
    return { motivo: 'El archivo comprimido usa una forma que no se admite.' };

  const nombres = new Set<string>();
  const entradas: EntradaDeZip[] = [];
  let expandido = 0;
  let en = inicio;
  for (let i = 0; i < total; i++) {
    if (en + LARGO_ENTRADA > fin || vista.getUint32(en, true) !== ENTRADA) return { motivo: 'El archivo está incompleto o dañado.' };
    if ((vista.getUint16(en + 8, true) & 1) === 1) return { motivo: 'El archivo está protegido con contraseña.' };
    const suyo = vista.getUint32(en + 24, true);
    expandido += suyo;
    entradas.push({ en: vista.getUint32(en + 42, true), comprimido: vista.getUint32(en + 20, true), expandido: suyo, metodo: vista.getUint16(en + 10, true) });
    const largoNombre = vista.getUint16(en + 28, true);
    const desde = en + LARGO_ENTRADA;
    nombres.add(Buffer.from(bytes.buffer, bytes.byteOffset + desde, Math.min(largoNombre, fin - desde)).toString('utf8'));
    en = desde + largoNombre + vista.getUint16(en + 30, true) + vista.getUint16(en + 32, true);
  }
  if (expandido > MAXIMO_EXPANDIDO) return { motivo: 'El archivo se expande a más de 200 MB.' };
  return { nombres, expandido, entradas };
}

/** What the central directory says of one file. */
interface EntradaDeZip {
  en: number;
  comprimido: number;
  expandido: number;
  metodo: number;
}

/** False when a file inside expands to more than its directory says: a library that trusts it would fill the memory. */
export function expandeComoDice(bytes: Uint8Array, entradas: readonly EntradaDeZip[]): boolean {
  const vista = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return entradas.every((e) => {
    if (e.en + LARGO_LOCAL > bytes.length) return false;
    const desde = e.en + LARGO_LOCAL + vista.getUint16(e.en + 26, true) + vista.getUint16(e.en + 28, true);
    if (desde + e.comprimido > bytes.length) return false;
    if (e.metodo === 0) return e.comprimido === e.expandido;
    if (e.metodo !== 8) return false;
    try {
      return inflateRawSync(bytes.subarray(desde, desde + e.comprimido), { maxOutputLength: Math.max(1, e.expandido) }).length === e.expandido;
    } catch {
      return false;
    }
  });
}

/** The end record stands last, before a comment of at most 64 KiB. */
function buscarFin(vista: DataView): number | undefined {
  const minimo = Math.max(0, vista.byteLength - LARGO_FIN - 0xffff);
  for (let i = vista.byteLength - LARGO_FIN; i >= minimo; i--) if (vista.getUint32(i, true) === FIN) return i;
  return undefined;
}
