import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { dmy, fechaDeLima, masDias } from '../../kernel/calendario.ts';
import type { Fecha, Id } from '../../kernel/tipos.ts';
import type { Base } from '../base.ts';
import type { Solicitante } from '../contrato.ts';
import { anotar } from './bitacora.ts';
import { actorDe, JSON_DE_OFICINA, type OficinaActiva, vigenteEl } from './oficinas.ts';
import type { SesionActiva } from './sesiones.ts';
import { type Negado, negar } from './tablas.ts';
import { huellaDe, tokenAlAzar } from './tokens.ts';

const PREFIJO = 'ayni_';
/** Longest life of a token, in days. */
const MAXIMO = 366;

/** A machine token as its owner sees it: never the token itself. */
export interface FichaApi {
  id: Id;
  nombre: string;
  designacion: Id;
  cargo: string;
  entidad: string;
  entidadNombre: string;
  creadaEn: string;
  venceEl: Fecha;
  revocadaEn: string | null;
  ultimaEn: string | null;
}

/**
 * Makes a token bound to one office of the session. Shown once: the database keeps its sha-256.
 * Refused when the office is not in force or the date is past or more than a year away.
 */
export async function emitirFicha(
  db: Kysely<Base>,
  sesion: Pick<SesionActiva, 'cuenta' | 'oficinas' | 'debeCambiar'>,
  { nombre, designacion, venceEl, ahora }: { nombre: string; designacion: Id; venceEl: Fecha; ahora: Date },
): Promise<{ ok: true; id: Id; token: string } | Negado> {
  const hoy = fechaDeLima(ahora);
  const titulo = nombre.trim();
  if (sesion.debeCambiar) return negar(403, 'Antes debe cambiar su contraseña.', 'Cámbiela y vuelva a crear la ficha.');
  if (titulo === '' || titulo.length > 100) return negar(400, 'La ficha necesita un nombre de hasta 100 caracteres.', 'Escriba para qué sistema es.', 'nombre');
  if (venceEl < hoy || venceEl > masDias(hoy, MAXIMO))
    return negar(400, 'El vencimiento debe estar entre hoy y un año después.', `Elija una fecha hasta el ${dmy(masDias(hoy, MAXIMO))}.`, 'venceEl');
  if (!sesion.oficinas.some((o) => o.designacion === designacion))
    return { ...negar(403, 'Esa oficina no es suya o su designación no está vigente.', 'Elija una de sus oficinas.', 'designacion'), numeral: '5.1' };
  const token = PREFIJO + tokenAlAzar();
  const id = randomUUID();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('ficha_api')
      .values({
        id,
        nombre: titulo,
        token: huellaDe(token),
        cuenta: sesion.cuenta,
        designacion,
        creada_en: ahora,
        vence_el: venceEl,
        revocada_en: null,
        ultima_en: null,
      })
      .execute();
    await anotar(tx, { ahora, cuenta: sesion.cuenta, designacion, que: 'ficha_emitida', sobre: id });
  });
  return { ok: true, id, token };
}

/** Ends a token, of the own account or, for the administration, of any. */
export async function revocarFicha(
  db: Kysely<Base>,
  quien: { cuenta: Id; actor: { cargo: string; designacion: Id } | null },
  ficha: Id,
  ahora: Date,
): Promise<{ ok: true } | Negado> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql`
      update ficha_api set revocada_en = ${ahora}
      where id::text = ${ficha} and revocada_en is null and (cuenta = ${quien.cuenta} or ${quien.actor?.cargo === 'administrador'})
      returning 1`.execute(tx);
    if (rows.length === 0) return negar(404, 'No existe esa ficha entre las suyas, o ya fue revocada.', 'Revise la lista de fichas.');
    await anotar(tx, { ahora, cuenta: quien.cuenta, designacion: quien.actor?.designacion, que: 'ficha_revocada', sobre: ficha });
    return { ok: true };
  });
}

/** Tokens of an account, the latest first. */
export async function listarFichas(db: Kysely<Base>, cuenta: Id): Promise<FichaApi[]> {
  const { rows } = await sql<FichaApi>`
    select f.id, f.nombre, f.designacion, d.cargo, d.entidad, e.nombre as "entidadNombre", to_json(f.creada_en) as "creadaEn",
      f.vence_el as "venceEl", to_json(f.revocada_en) as "revocadaEn", to_json(f.ultima_en) as "ultimaEn"
    from ficha_api f join designacion d on d.id = f.designacion join entidad e on e.id = d.entidad
    where f.cuenta = ${cuenta} order by f.creada_en desc, f.id limit 200`.execute(db);
  return rows;
}

interface Fila {
  token: Buffer;
  cuenta: Id;
  demo: boolean;
  activa: boolean;
  bloqueada: boolean;
  vence_el: Fecha;
  revocada_en: Date | null;
  vigente: boolean;
  oficina: OficinaActiva;
}

interface Espera {
  huella: Buffer;
  ahora: Date;
  responder: (fila: Fila | undefined) => void;
  fallar: (e: unknown) => void;
}

const esperas = new WeakMap<Kysely<Base>, Espera[]>();

/**
 * Reads a token. Those that arrive while a read is under way share the next one, so many clients do not cost a query
 * each; every read begins after the request that needs it, so that a revocation counts at once, wherever it was made.
 */
function leerFicha(db: Kysely<Base>, huella: Buffer, ahora: Date): Promise<Fila | undefined> {
  return new Promise((responder, fallar) => {
    const espera = { huella, ahora, responder, fallar };
    const cola = esperas.get(db);
    if (cola) {
      cola.push(espera);
      return;
    }
    const nueva = [espera];
    esperas.set(db, nueva);
    setImmediate(() => void atenderEsperas(db, nueva));
  });
}

async function atenderEsperas(db: Kysely<Base>, cola: Espera[]): Promise<void> {
  while (cola.length > 0) {
    const turno = cola.splice(0);
    try {
      const huellas = new Map(turno.map((e) => [e.huella.toString('hex'), e.huella]));
      const filas = await leerFichas(db, [...huellas.values()], (turno.at(-1) as Espera).ahora);
      for (const e of turno) e.responder(filas.get(e.huella.toString('hex')));
    } catch (falla) {
      for (const e of turno) e.fallar(falla);
    }
  }
  esperas.delete(db);
}

async function leerFichas(db: Kysely<Base>, huellas: Buffer[], ahora: Date): Promise<Map<string, Fila>> {
  const { rows } = await sql<Fila>`
    with uso as (update ficha_api set ultima_en = ${ahora} where token = any (${huellas}) and (ultima_en is null or ultima_en < ${ahora}::timestamptz - interval '1 hour'))
    select f.token, c.id as cuenta, c.demo, c.activa, c.bloqueada_en is not null as bloqueada, f.vence_el, f.revocada_en, ${vigenteEl(fechaDeLima(ahora))} as vigente, ${JSON_DE_OFICINA} as oficina
    from ficha_api f join cuenta c on c.id = f.cuenta join designacion d on d.id = f.designacion and d.persona = c.persona join entidad e on e.id = d.entidad
    where f.token = any (${huellas})`.execute(db);
  return new Map(rows.map((r) => [r.token.toString('hex'), r]));
}

/**
 * Who acts with `Authorization: Bearer ayni_…`, in one statement. 401: no such token, revoked or past its date.
 * 403: the account is off or the office is no longer in force.
 */
export async function resolverFicha(db: Kysely<Base>, autorizacion: string | null | undefined, ahora: Date): Promise<({ ok: true } & Solicitante) | Negado> {
  const token = /^Bearer +(ayni_[A-Za-z0-9_-]{43})$/i.exec(autorizacion ?? '')?.[1];
  if (!token) return negar(401, 'La cabecera Authorization no trae una ficha de Ayni.', 'Envíe «Authorization: Bearer» seguido de la ficha.');
  const huella = huellaDe(token);
  const hoy = fechaDeLima(ahora);
  const f = await leerFicha(db, huella, ahora);
  if (!f) return negar(401, 'La ficha no existe.', 'Cree una en «Mi cuenta» y envíela completa.');
  if (f.revocada_en) return negar(401, 'La ficha fue revocada.', 'Cree una nueva en «Mi cuenta».');
  if (f.vence_el < hoy) return negar(401, `La ficha venció el ${dmy(f.vence_el)}.`, 'Cree una nueva en «Mi cuenta».');
  if (!f.activa) return negar(403, 'La cuenta de la ficha está desactivada.', 'Comuníquese con la administración de la plataforma.');
  if (f.bloqueada) return negar(403, 'La cuenta de la ficha está bloqueada por seguridad.', 'Comuníquese con la administración de la plataforma.');
  if (!f.vigente)
    return { ...negar(403, 'La designación a la que está ligada la ficha no está vigente.', 'Cree una ficha nueva con una oficina vigente.'), numeral: '5.1' };
  return { ok: true, cuenta: f.cuenta, actor: actorDe(f.oficina), demo: f.demo };
}
