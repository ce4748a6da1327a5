import { randomUUID } from 'node:crypto';
import { CompiledQuery, type Kysely, sql } from 'kysely';
import { dmy, fechaDeLima, masDias } from '../../kernel/calendario.ts';
import type { Fecha, Id } from '../../kernel/tipos.ts';
import type { Base } from '../base.ts';
import type { FichaPorLeer, Solicitante } from '../contrato.ts';
import { esTextoLegible } from '../http/legible.ts';
import { anotar } from './bitacora.ts';
import { actorDe, type OficinaActiva, TEXTO_DE_OFICINA } from './oficinas.ts';
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
  if (titulo === '' || titulo.length > 100 || !esTextoLegible(titulo))
    return negar(400, 'La ficha necesita un nombre de hasta 100 caracteres.', 'Escriba para qué sistema es.', 'nombre');
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

/** What the database says of a token, in force or not. */
export interface FilaDeFicha {
  /** sha-256 of the token, in hex. */
  huella: string;
  cuenta: Id;
  demo: boolean;
  activa: boolean;
  bloqueada: boolean;
  vence: Fecha;
  revocada: boolean;
  /** The designation was entered by mistake and does not count. */
  anulada: boolean;
  oficina: OficinaActiva;
}

/**
 * Members of a `with`: `fichas`, rows of the tokens, and the note of their use, to the nearest hour. The arguments are
 * the statement's own parameters: hashes (`bytea[]`) and the moment.
 */
export const conFichas = (huellas: string, ahora: string): string => `uso as (
  update ficha_api set ultima_en = ${ahora}::timestamptz
  where token = any (${huellas}::bytea[]) and (ultima_en is null or ultima_en < ${ahora}::timestamptz - interval '1 hour')
), fichas as (
  select encode(f.token, 'hex') as huella, c.id as cuenta, c.demo, c.activa, c.bloqueada_en is not null as bloqueada, f.vence_el as vence,
    f.revocada_en is not null as revocada, d.anulada, ${TEXTO_DE_OFICINA} as oficina
  from ficha_api f join cuenta c on c.id = f.cuenta join designacion d on d.id = f.designacion and d.persona = c.persona join entidad e on e.id = d.entidad
  where f.token = any (${huellas}::bytea[])
)`;

/** Hash in hex as a value of `bytea`. */
export const bytea = (hex: string): string => `\\x${hex}`;

/** Statement of its own: $1 hashes, $2 the moment. */
export const LEER_FICHAS = `with ${conFichas('$1', '$2')} select to_json(f) as ficha from fichas f`;

/** Token of `Authorization: Bearer ayni_…`, still to be read; undefined when the header brings none. */
export function fichaPorLeer(autorizacion: string | null | undefined): FichaPorLeer | undefined {
  const token = /^Bearer +(ayni_[A-Za-z0-9_-]{43})$/i.exec(autorizacion ?? '')?.[1];
  return token === undefined ? undefined : { ficha: huellaDe(token).toString('hex'), leida: false };
}

/**
 * Whom a token stands for now. 401: no such token, revoked or past its date. 403: the account is off or the office is no
 * longer in force.
 */
export function quienDeFicha(f: FilaDeFicha | undefined, ahora: Date): { ok: true; quien: Solicitante } | Negado {
  const hoy = fechaDeLima(ahora);
  if (!f) return negar(401, 'La ficha no existe.', 'Cree una en «Mi cuenta» y envíela completa.');
  if (f.revocada) return negar(401, 'La ficha fue revocada.', 'Cree una nueva en «Mi cuenta».');
  if (f.vence < hoy) return negar(401, `La ficha venció el ${dmy(f.vence)}.`, 'Cree una nueva en «Mi cuenta».');
  if (!f.activa) return negar(403, 'La cuenta de la ficha está desactivada.', 'Comuníquese con la administración de la plataforma.');
  if (f.bloqueada) return negar(403, 'La cuenta de la ficha está bloqueada por seguridad.', 'Comuníquese con la administración de la plataforma.');
  const { desde, hasta } = f.oficina;
  if (f.anulada || hoy < desde || (hasta !== undefined && hoy > hasta))
    return { ...negar(403, 'La designación a la que está ligada la ficha no está vigente.', 'Cree una ficha nueva con una oficina vigente.'), numeral: '5.1' };
  return { ok: true, quien: { cuenta: f.cuenta, actor: actorDe(f.oficina), demo: f.demo } };
}

/** Who acts with `Authorization: Bearer ayni_…`, in one statement. Nothing is cached: a revocation counts at once. */
export async function resolverFicha(
  db: Kysely<Base>,
  autorizacion: string | null | undefined,
  ahora: Date,
): Promise<{ ok: true; quien: Solicitante } | Negado> {
  const leible = fichaPorLeer(autorizacion);
  if (!leible) return negar(401, 'La cabecera Authorization no trae una ficha de Ayni.', 'Envíe «Authorization: Bearer» seguido de la ficha.');
  const { rows } = await db.executeQuery<{ ficha: FilaDeFicha }>(CompiledQuery.raw(LEER_FICHAS, [[bytea(leible.ficha)], ahora]));
  return quienDeFicha(rows[0]?.ficha, ahora);
}
