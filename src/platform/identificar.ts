import type pg from 'pg';
import { bytea, type FilaDeFicha, LEER_FICHAS, quienDeFicha } from './auth/fichas.ts';
import type { FichaPorLeer, Rechazo, Solicitante } from './contrato.ts';
import { rechazo } from './decidir.ts';

/** The one who asks: known already, or whom the token stands for according to the rows just read. Notes it in the token. */
export function identificar(quien: Solicitante | FichaPorLeer, fichas: ReadonlyMap<string, FilaDeFicha>, ahora: Date): Solicitante | Rechazo {
  if (!('ficha' in quien)) return quien;
  const r = quienDeFicha(fichas.get(quien.ficha), ahora);
  quien.leida = true;
  quien.quien = r.ok ? r.quien : undefined;
  if (r.ok) return r.quien;
  const porque = [{ numeral: r.numeral, motivo: r.motivo, remedio: r.remedio }];
  return r.estado === 403 ? rechazo('sin_permiso', 'No corresponde a su oficina', porque) : rechazo('sin_credenciales', 'Faltan credenciales', porque);
}

/** The same for what does not go in a lot: reads the token by itself. */
export async function identificarSolo(pool: pg.Pool, quien: Solicitante | FichaPorLeer, ahora: Date): Promise<Solicitante | Rechazo> {
  if (!('ficha' in quien)) return quien;
  const { rows } = await pool.query<{ ficha: FilaDeFicha }>(LEER_FICHAS, [[bytea(quien.ficha)], ahora]);
  return identificar(quien, new Map(rows.map((r) => [r.ficha.huella, r.ficha])), ahora);
}
