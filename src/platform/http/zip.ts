const FIN = 0x06054b50;
const ENTRADA = 0x02014b50;
const LARGO_FIN = 22;
const LARGO_ENTRADA = 46;
/** Most that the content may expand to. */
const MAXIMO_EXPANDIDO = 200 * 1024 * 1024;

/**
 * Names in the central directory of a ZIP, without expanding anything. Refuses what is cut, encrypted, split, ZIP64
 * (needless under 4 GiB) or would expand beyond 200 MB.
 */
export function inspeccionarZip(bytes: Uint8Array): { nombres: ReadonlySet<string> } | { motivo: string } {
  const vista = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fin = buscarFin(vista);
  if (fin === undefined) return { motivo: 'El archivo está incompleto o dañado.' };
  const total = vista.getUint16(fin + 10, true);
  const inicio = vista.getUint32(fin + 16, true);
  if (vista.getUint16(fin + 4, true) !== 0 || total === 0xffff || inicio === 0xffffffff)
    return { motivo: 'El archivo comprimido usa una forma que no se admite.' };

  const nombres = new Set<string>();
  let expandido = 0;
  let en = inicio;
  for (let i = 0; i < total; i++) {
    if (en + LARGO_ENTRADA > fin || vista.getUint32(en, true) !== ENTRADA) return { motivo: 'El archivo está incompleto o dañado.' };
    if ((vista.getUint16(en + 8, true) & 1) === 1) return { motivo: 'El archivo está protegido con contraseña.' };
    expandido += vista.getUint32(en + 24, true);
    const largoNombre = vista.getUint16(en + 28, true);
    const desde = en + LARGO_ENTRADA;
    nombres.add(Buffer.from(bytes.buffer, bytes.byteOffset + desde, Math.min(largoNombre, fin - desde)).toString('utf8'));
    en = desde + largoNombre + vista.getUint16(en + 30, true) + vista.getUint16(en + 32, true);
  }
  if (expandido > MAXIMO_EXPANDIDO) return { motivo: 'El archivo se expande a más de 200 MB.' };
  return { nombres };
}

/** The end record stands last, before a comment of at most 64 KiB. */
function buscarFin(vista: DataView): number | undefined {
  const minimo = Math.max(0, vista.byteLength - LARGO_FIN - 0xffff);
  for (let i = vista.byteLength - LARGO_FIN; i >= minimo; i--) if (vista.getUint32(i, true) === FIN) return i;
  return undefined;
}
