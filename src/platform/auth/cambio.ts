import { type Kysely, sql } from 'kysely';
import type { Base } from '../base.ts';
import { anotar } from './bitacora.ts';
import { COSTO, type Costo, cifrarClave, problemaDeClave, verificarClave } from './claves.ts';
import { olvidarIntentos, suspendido, tomarIntento } from './intentos.ts';
import { type Negado, negar } from './tablas.ts';
import { huellaDe } from './tokens.ts';

interface Propia {
  id: string;
  correo: string;
  clave_hash: string | null;
}

/**
 * Changes the own password from an open session. The current one is asked for, with the same limit of attempts as
 * signing in; every other session of the account ends.
 */
export async function cambiarClave(
  db: Kysely<Base>,
  { token, actual, nueva, ahora }: { token: string; actual: string; nueva: string; ahora: Date },
  costo: Costo = COSTO,
): Promise<{ ok: true } | Negado> {
  const huella = huellaDe(token);
  const { rows } = await sql<Propia>`
    select c.id, c.correo, c.clave_hash from sesion_web s join cuenta c on c.id = s.cuenta and c.activa and c.bloqueada_en is null
    where s.token = ${huella} and s.vence_en > ${ahora}`.execute(db);
  const cuenta = rows[0];
  if (!cuenta) return negar(401, 'Su sesión terminó.', 'Ingrese de nuevo para cambiar su contraseña.');
  if (!cuenta.clave_hash) return negar(409, 'Las cuentas de la demostración no tienen contraseña.', 'Ingrese con «Entrar como…».');
  const problema = problemaDeClave(nueva, cuenta.correo);
  if (problema) return problema;
  const que = `cambio\n${cuenta.id}`;
  const intento = await tomarIntento(db, que, ahora);
  if (!intento.permitido) return suspendido(intento.hasta ?? ahora);
  if (!(await verificarClave(actual, cuenta.clave_hash, costo)))
    return intento.hasta
      ? suspendido(intento.hasta)
      : negar(400, 'La contraseña actual no es correcta.', 'Escríbala de nuevo; la nueva todavía no rige.', 'actual');
  await olvidarIntentos(db, que);
  if (actual === nueva) return negar(400, 'La contraseña nueva es igual a la actual.', 'Elija otra.', 'nueva');
  const hash = await cifrarClave(nueva, costo);
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('cuenta').set({ clave_hash: hash, debe_cambiar: false }).where('id', '=', cuenta.id).execute();
    await tx.deleteFrom('sesion_web').where('cuenta', '=', cuenta.id).where('token', '!=', huella).execute();
    await anotar(tx, { ahora, cuenta: cuenta.id, que: 'clave_cambiada', sobre: cuenta.id });
  });
  return { ok: true };
}
