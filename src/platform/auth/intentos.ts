import { type Kysely, sql } from 'kysely';
import type { Base } from '../base.ts';
import { type Negado, negar } from './tablas.ts';
import { huellaDe } from './tokens.ts';

/** Failures in a row that suspend, and for how long. */
const MAXIMO = 5;
const MINUTOS = 15;

const hora = new Intl.DateTimeFormat('es-PE', { timeZone: 'America/Lima', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Suspended until this instant, in words. */
export function suspendido(hasta: Date): Negado {
  return negar(
    429,
    `Por seguridad, tras ${MAXIMO} intentos fallidos no se admiten otros hasta las ${hora.format(hasta)} (hora de Lima).`,
    'Espere hasta esa hora e intente de nuevo. Si olvidó su contraseña, pida a la administración que la restablezca.',
  );
}

/**
 * Takes one attempt *before* checking the password, so that attempts made at once cannot exceed the maximum.
 * @returns until when it is suspended, and whether this attempt may still be checked
 */
export async function tomarIntento(db: Kysely<Base>, que: string, ahora: Date): Promise<{ permitido: boolean; hasta: Date | null }> {
  const limite = new Date(ahora.getTime() + MINUTOS * 60_000);
  const antes = new Date(ahora.getTime() - MINUTOS * 60_000);
  const { rows } = await sql<{ intentos: number; bloqueado_hasta: Date | null }>`
    insert into intento_ingreso as i (clave, intentos, ultimo_en) values (${huellaDe(que)}, 1, ${ahora})
    on conflict (clave) do update set
      ultimo_en = excluded.ultimo_en,
      intentos = case
        when i.bloqueado_hasta > ${ahora} then least(i.intentos + 1, 1000)
        when i.bloqueado_hasta is not null or i.ultimo_en < ${antes} then 1
        else i.intentos + 1 end,
      bloqueado_hasta = case
        when i.bloqueado_hasta > ${ahora} then i.bloqueado_hasta
        when i.bloqueado_hasta is not null or i.ultimo_en < ${antes} then null
        when i.intentos + 1 >= ${MAXIMO} then ${limite}::timestamptz end
    returning intentos, bloqueado_hasta`.execute(db);
  const fila = rows[0] as { intentos: number; bloqueado_hasta: Date | null };
  return { permitido: fila.intentos <= MAXIMO, hasta: fila.bloqueado_hasta };
}

/** Forgets the failures: the password was right, or it was reset. */
export async function olvidarIntentos(db: Kysely<Base>, que: string): Promise<void> {
  await db.deleteFrom('intento_ingreso').where('clave', '=', huellaDe(que)).execute();
}
