import type { Kysely } from 'kysely';
import type { Id } from '../../kernel/tipos.ts';
import type { Base } from '../base.ts';

/** What is done with accounts and tokens, and what happens to them. */
export type Anotacion =
  | 'cuenta_creada'
  | 'clave_restablecida'
  | 'clave_cambiada'
  | 'ingreso'
  | 'ingreso_suspendido'
  | 'suspension_levantada'
  | 'cuenta_bloqueada'
  | 'cuenta_desbloqueada'
  | 'sesiones_cerradas'
  | 'cuenta_desactivada'
  | 'cuenta_reactivada'
  | 'persona_corregida'
  | 'datos_suprimidos'
  | 'ficha_emitida'
  | 'ficha_revocada';

/** Writes who did what, in the transaction that does it. `cuenta` absent: the installation itself. */
export async function anotar(
  tx: Kysely<Base>,
  a: { ahora: Date; cuenta?: Id; designacion?: Id; que: Anotacion; sobre: Id; detalle?: Record<string, string> },
): Promise<void> {
  await tx
    .insertInto('bitacora')
    .values({
      ocurrio_en: a.ahora,
      cuenta: a.cuenta ?? null,
      designacion: a.designacion ?? null,
      que: a.que,
      sobre: a.sobre,
      detalle: JSON.stringify(a.detalle ?? {}),
    })
    .execute();
}
