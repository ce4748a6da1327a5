import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What is known of a value. `NADA` is «nobody reported», which is not zero nor «no data». */
export const MARCA = { NADA: 0, VALOR: 1, SIN_DATO: 2, NO_APLICA: 3, RESERVADO: 4 } as const;

/** True when the mark carries a number: a reserved value counts in the totals and is not shown on its own. */
export const tieneValor = (marca: number): boolean => marca === MARCA.VALOR || marca === MARCA.RESERVADO;

/** What one batch says of one series and period. Parallel arrays, in ascending order of `pos`, without repeats. */
export interface Tramo {
  /** Place in the array of the level of capture. */
  pos: Uint16Array;
  marca: Uint8Array;
  /** Value or numerator; NaN where there is none. */
  num: Float64Array;
  /** Denominator or weight; empty where the indicator has none. */
  den: Float64Array;
}

const VERSION = 1;
/** From here on it pays to compress. */
const GRANDE = 256;

/** Bytes of the same significance together: what makes columns of figures compress. */
function trasponer(x: Float64Array): Uint8Array {
  const b = new Uint8Array(x.buffer, x.byteOffset, x.byteLength);
  const n = x.length;
  const s = new Uint8Array(b.length);
  for (let k = 0; k < 8; k++) for (let i = 0; i < n; i++) s[k * n + i] = b[i * 8 + k] as number;
  return s;
}

function destrasponer(s: Uint8Array, n: number): Float64Array {
  const x = new Float64Array(n);
  const b = new Uint8Array(x.buffer);
  for (let k = 0; k < 8; k++) for (let i = 0; i < n; i++) b[i * 8 + k] = s[k * n + i] as number;
  return x;
}

/** Packs a slice: header (version, compressed, has denominator, count) and its columns. Same slice, same bytes. */
export function empacar(t: Tramo): Buffer {
  const n = t.pos.length;
  const conDen = t.den.length > 0;
  const cuerpo = Buffer.alloc(n * (3 + 8 + (conDen ? 8 : 0)));
  for (let i = 0, previo = 0; i < n; i++) {
    const p = t.pos[i] as number;
    cuerpo.writeUInt16LE(p - previo, i * 2);
    previo = p;
  }
  cuerpo.set(t.marca, n * 2);
  cuerpo.set(trasponer(t.num), n * 3);
  if (conDen) cuerpo.set(trasponer(t.den), n * 11);
  const comprimir = cuerpo.length >= GRANDE;
  const cabecera = Buffer.alloc(5);
  cabecera[0] = VERSION;
  cabecera[1] = (comprimir ? 1 : 0) | (conDen ? 2 : 0);
  cabecera.writeUInt16LE(n, 3);
  return Buffer.concat([cabecera, comprimir ? deflateRawSync(cuerpo, { level: 1 }) : cuerpo]);
}

/** Inverse of `empacar`. @throws RangeError when the bytes are of another version. */
export function desempacar(b: Buffer): Tramo {
  if (b[0] !== VERSION) throw new RangeError(`Tramo de versión ${b[0]}; se esperaba ${VERSION}.`);
  const n = b.readUInt16LE(3);
  const banderas = b[1] as number;
  const cuerpo = banderas & 1 ? inflateRawSync(b.subarray(5)) : b.subarray(5);
  const pos = new Uint16Array(n);
  for (let i = 0, previo = 0; i < n; i++) pos[i] = previo += cuerpo.readUInt16LE(i * 2);
  return {
    pos,
    marca: Uint8Array.from(cuerpo.subarray(n * 2, n * 3)),
    num: destrasponer(cuerpo.subarray(n * 3, n * 11), n),
    den: banderas & 2 ? destrasponer(cuerpo.subarray(n * 11, n * 19), n) : new Float64Array(0),
  };
}
