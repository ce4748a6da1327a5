import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Id } from '../../kernel/tipos.ts';
import type { Base } from '../base.ts';
import type { Solicitante } from '../contrato.ts';
import { esTextoLegible } from '../http/legible.ts';
import { type Anotacion, anotar } from './bitacora.ts';
import { COSTO, type Costo, cifrarClave, claveAlAzar } from './claves.ts';
import { olvidarIntentos } from './intentos.ts';
import { correoNormal } from './sesiones.ts';
import { type Negado, negar } from './tablas.ts';

/** What identifies a person. Erasable: never in a hecho. */
export interface DatosPersona {
  nombres: string;
  apellidos: string;
  dni?: string;
}

const ES_REAL = negar(
  403,
  'La administración de la demostración no maneja cuentas reales.',
  'Ingrese con una cuenta de administración que no sea de la demostración.',
);

/** Refuses whoever does not act as administrator. */
export function exigirAdministrador(quien: { actor: { cargo: string } | null }): Negado | undefined {
  if (quien.actor?.cargo === 'administrador') return undefined;
  return {
    ...negar(
      403,
      'Las cuentas las maneja la administración de la plataforma.',
      'Pida el cambio a la administración o ingrese con esa oficina si usted la ejerce.',
    ),
    numeral: '5.1',
  };
}

function problemaDePersona(d: DatosPersona): Negado | undefined {
  for (const [campo, titulo] of [
    ['nombres', 'los nombres'],
    ['apellidos', 'los apellidos'],
  ] as const) {
    const largo = d[campo].trim().length;
    if (!esTextoLegible(d[campo])) return negar(400, `No se pueden leer ${titulo}.`, 'Escríbalos de nuevo.', campo);
    if (largo === 0 || largo > 100)
      return negar(400, largo === 0 ? `Faltan ${titulo}.` : `Son demasiado largos ${titulo}.`, 'Escríbalos como figuran en el DNI.', campo);
  }
  if (d.dni && !/^\d{8}$/.test(d.dni.trim())) return negar(400, 'El DNI tiene ocho dígitos.', 'Corríjalo o déjelo vacío.', 'dni');
  return undefined;
}

const filaDePersona = (d: DatosPersona) => ({ nombres: d.nombres.trim(), apellidos: d.apellidos.trim(), dni: d.dni?.trim() || null });

/**
 * Writes person and account. `hash` null: without password, only «Entrar como…» opens it.
 * @returns undefined when the address is taken.
 */
export async function insertarCuenta(
  tx: Kysely<Base>,
  c: DatosPersona & { persona?: Id; correo: string; hash: string | null; demo: boolean; ahora: Date },
): Promise<{ cuenta: Id; persona: Id } | undefined> {
  const persona = c.persona ?? randomUUID();
  const cuenta = randomUUID();
  const correo = correoNormal(c.correo);
  if (await tx.selectFrom('cuenta').select('id').where('correo', '=', correo).executeTakeFirst()) return undefined;
  await tx
    .insertInto('persona')
    .values({ id: persona, ...filaDePersona(c), creada_en: c.ahora })
    .execute();
  await tx
    .insertInto('cuenta')
    .values({ id: cuenta, persona, correo, clave_hash: c.hash, debe_cambiar: c.hash !== null, demo: c.demo, creada_en: c.ahora, ultimo_ingreso: null })
    .execute();
  return { cuenta, persona };
}

/** Creates a person with an account. The initial password is returned once and must be changed at the first sign-in. */
export async function crearCuenta(
  db: Kysely<Base>,
  quien: Solicitante,
  datos: DatosPersona & { correo: string },
  ahora: Date,
  costo: Costo = COSTO,
): Promise<{ ok: true; cuenta: Id; persona: Id; clave: string } | Negado> {
  const correo = correoNormal(datos.correo);
  const ocupado = negar(409, 'Ya hay una cuenta con ese correo.', 'Búsquela en la lista; si la persona es otra, use su propio correo.', 'correo');
  const problema = exigirAdministrador(quien) ?? problemaDePersona(datos);
  if (problema) return problema;
  if (correo.length > 200 || !/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(correo))
    return negar(400, 'El correo no tiene la forma nombre@entidad.', 'Corríjalo.', 'correo');
  const clave = claveAlAzar();
  const hash = await cifrarClave(clave, costo);
  try {
    return await db.transaction().execute(async (tx) => {
      const nueva = await insertarCuenta(tx, { ...datos, correo, hash, demo: quien.demo, ahora });
      if (!nueva) return ocupado;
      await anotar(tx, { ahora, cuenta: quien.cuenta, designacion: quien.actor.designacion, que: 'cuenta_creada', sobre: nueva.cuenta });
      return { ok: true, ...nueva, clave };
    });
  } catch (e) {
    if ((e as { code?: string }).code === '23505') return ocupado;
    throw e;
  }
}

/** Loads an account to administer it, and notes what was done to it, in one transaction. */
async function administrar(
  db: Kysely<Base>,
  quien: Solicitante,
  a: { cuenta: Id; que: Anotacion; ahora: Date; ajena?: string },
  hacer: (tx: Kysely<Base>, c: { id: Id; persona: Id; correo: string; demo: boolean }) => Promise<void>,
): Promise<{ ok: true } | Negado> {
  const problema = exigirAdministrador(quien);
  if (problema) return problema;
  if (a.ajena && a.cuenta === quien.cuenta) return negar(409, a.ajena, 'Pida a otra persona de la administración que lo haga.');
  return db.transaction().execute(async (tx) => {
    const cuenta = await tx.selectFrom('cuenta').select(['id', 'persona', 'correo', 'demo']).where(sql`id::text`, '=', a.cuenta).forUpdate().executeTakeFirst();
    if (!cuenta) return negar(404, 'No existe esa cuenta.', 'Vuelva a la lista y ábrala desde allí.');
    if (quien.demo && !cuenta.demo) return ES_REAL;
    await hacer(tx, cuenta);
    await anotar(tx, { ahora: a.ahora, cuenta: quien.cuenta, designacion: quien.actor.designacion, que: a.que, sobre: a.cuenta });
    return { ok: true };
  });
}

const revocarFichas = (tx: Kysely<Base>, cuenta: Id, ahora: Date) =>
  tx.updateTable('ficha_api').set({ revocada_en: ahora }).where('cuenta', '=', cuenta).where('revocada_en', 'is', null).execute();

const cerrarSesiones = (tx: Kysely<Base>, cuenta: Id) => tx.deleteFrom('sesion_web').where('cuenta', '=', cuenta).execute();

/** Sets a one-time password, ends the sessions and lifts a suspension. @returns the password, once */
export async function restablecerClave(
  db: Kysely<Base>,
  quien: Solicitante,
  cuenta: Id,
  ahora: Date,
  costo: Costo = COSTO,
): Promise<{ ok: true; clave: string } | Negado> {
  const clave = claveAlAzar();
  const hash = await cifrarClave(clave, costo);
  const r = await administrar(
    db,
    quien,
    { cuenta, que: 'clave_restablecida', ahora, ajena: 'Su propia contraseña se cambia en «Mi cuenta».' },
    async (tx, c) => {
      await tx.updateTable('cuenta').set({ clave_hash: hash, debe_cambiar: true }).where('id', '=', c.id).execute();
      await cerrarSesiones(tx, c.id);
      await olvidarIntentos(tx, c.correo);
    },
  );
  return r.ok ? { ok: true, clave } : r;
}

/** Closes the door without deleting anything: sessions end, tokens are revoked. */
export async function desactivarCuenta(db: Kysely<Base>, quien: Solicitante, cuenta: Id, ahora: Date): Promise<{ ok: true } | Negado> {
  return administrar(db, quien, { cuenta, que: 'cuenta_desactivada', ahora, ajena: 'Nadie desactiva su propia cuenta.' }, async (tx, c) => {
    await tx.updateTable('cuenta').set({ activa: false }).where('id', '=', c.id).execute();
    await cerrarSesiones(tx, c.id);
    await revocarFichas(tx, c.id, ahora);
  });
}

/** Locks for safety, as long as it takes: sessions end; tokens wait until it is unlocked. */
export async function bloquearCuenta(db: Kysely<Base>, quien: Solicitante, cuenta: Id, ahora: Date): Promise<{ ok: true } | Negado> {
  return administrar(db, quien, { cuenta, que: 'cuenta_bloqueada', ahora, ajena: 'Nadie bloquea su propia cuenta.' }, async (tx, c) => {
    await tx.updateTable('cuenta').set({ bloqueada_en: ahora }).where('id', '=', c.id).execute();
    await cerrarSesiones(tx, c.id);
  });
}

/** Takes the lock away, and forgets the failed attempts. */
export async function desbloquearCuenta(db: Kysely<Base>, quien: Solicitante, cuenta: Id, ahora: Date): Promise<{ ok: true } | Negado> {
  return administrar(db, quien, { cuenta, que: 'cuenta_desbloqueada', ahora }, async (tx, c) => {
    await tx.updateTable('cuenta').set({ bloqueada_en: null }).where('id', '=', c.id).execute();
    await olvidarIntentos(tx, c.correo);
  });
}

/** Lifts the suspension that follows five failures. */
export async function levantarSuspension(db: Kysely<Base>, quien: Solicitante, cuenta: Id, ahora: Date): Promise<{ ok: true } | Negado> {
  return administrar(db, quien, { cuenta, que: 'suspension_levantada', ahora }, async (tx, c) => olvidarIntentos(tx, c.correo));
}

/** Opens it again. */
export async function reactivarCuenta(db: Kysely<Base>, quien: Solicitante, cuenta: Id, ahora: Date): Promise<{ ok: true } | Negado> {
  return administrar(db, quien, { cuenta, que: 'cuenta_reactivada', ahora }, async (tx, c) => {
    await tx.updateTable('cuenta').set({ activa: true }).where('id', '=', c.id).execute();
  });
}

/** Corrects the name or DNI of the person of an account. */
export async function corregirPersona(db: Kysely<Base>, quien: Solicitante, cuenta: Id, datos: DatosPersona, ahora: Date): Promise<{ ok: true } | Negado> {
  const problema = exigirAdministrador(quien) ?? problemaDePersona(datos);
  if (problema) return problema;
  return administrar(db, quien, { cuenta, que: 'persona_corregida', ahora }, async (tx, c) => {
    await tx.updateTable('persona').set(filaDePersona(datos)).where('id', '=', c.persona).execute();
  });
}

/** Erases name, DNI and address (Ley 29733). The id stays: hechos cite it, and say which office acted. */
export async function suprimirDatos(db: Kysely<Base>, quien: Solicitante, cuenta: Id, ahora: Date): Promise<{ ok: true } | Negado> {
  return administrar(db, quien, { cuenta, que: 'datos_suprimidos', ahora, ajena: 'Nadie suprime su propia cuenta.' }, async (tx, c) => {
    await tx.updateTable('persona').set({ nombres: 'Dato', apellidos: 'suprimido', dni: null, suprimida: true }).where('id', '=', c.persona).execute();
    await tx
      .updateTable('cuenta')
      .set({ correo: `suprimida-${c.id}@ayni.invalid`, clave_hash: null, activa: false })
      .where('id', '=', c.id)
      .execute();
    await cerrarSesiones(tx, c.id);
    await revocarFichas(tx, c.id, ahora);
  });
}
