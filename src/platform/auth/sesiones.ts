import { type Kysely, sql } from 'kysely';
import { fechaDeLima } from '../../kernel/calendario.ts';
import type { Actor, Fecha, Id } from '../../kernel/tipos.ts';
import type { Base } from '../base.ts';
import type { Solicitante } from '../contrato.ts';
import { anotar } from './bitacora.ts';
import { COSTO, type Costo, verificarClave } from './claves.ts';
import { olvidarIntentos, suspendido, tomarIntento } from './intentos.ts';
import { actorDe, explicarSinOficina, type OficinaActiva, oficinaEnUso, oficinasDe, type SinOficina } from './oficinas.ts';
import { devolverARed, tomarDeRed } from './red.ts';
import { type Negado, negar } from './tablas.ts';
import { huellaDe, tokenAlAzar } from './tokens.ts';

/** Hours without use, and days in any case, after which a session ends. */
const HORAS = 12;
const DIAS = 7;
/** The last use is written at most this often, in minutes: reading a page does not write a row each time. */
const CADA = 5;

export interface Ingreso {
  ok: true;
  /** For the cookie; the database keeps its sha-256. */
  token: string;
  cuenta: Id;
  debeCambiar: boolean;
}

export interface SesionActiva {
  cuenta: Id;
  persona: Id;
  nombre: string;
  correo: string;
  demo: boolean;
  /** Office in use; null when there is none, when one must be chosen, or while the password must be changed. */
  actor: Actor | null;
  /** Why `actor` is null. */
  sinOficina?: SinOficina;
  /** Every office in force today. */
  oficinas: OficinaActiva[];
  debeCambiar: boolean;
}

const NO_COINCIDE = negar(
  401,
  'El correo o la contraseña no son correctos.',
  'Revise ambos e intente de nuevo. Tras cinco intentos fallidos habrá que esperar 15 minutos.',
);

/** An address as accounts keep it. */
export const correoNormal = (correo: string): string => correo.trim().normalize('NFKC').toLowerCase();

/**
 * Signs in. The answer and the work are the same for an unknown address and for a wrong password; five failures in a
 * row suspend the address for fifteen minutes, exists or not; many failures from one network slow that network down.
 * @param red from `redDe`; absent: attempts are not counted by network
 */
export async function ingresar(
  db: Kysely<Base>,
  { correo, clave, ahora, red, navegador }: { correo: string; clave: string; ahora: Date; red?: string; navegador?: string | null },
  costo: Costo = COSTO,
): Promise<Ingreso | Negado> {
  const direccion = correoNormal(correo);
  const deRed = red === undefined ? { ok: true as const } : await tomarDeRed(db, red, ahora);
  if (!deRed.ok) return deRed;
  const intento = await tomarIntento(db, direccion, ahora);
  if (!intento.permitido) return suspendido(intento.hasta ?? ahora);
  const cuenta = await db
    .selectFrom('cuenta')
    .select(['id', 'clave_hash', 'activa', 'bloqueada_en', 'debe_cambiar'])
    .where('correo', '=', direccion)
    .executeTakeFirst();
  const coincide = await verificarClave(clave, cuenta?.clave_hash, costo);
  if (!cuenta || !coincide) {
    if (cuenta && intento.hasta) await anotar(db, { ahora, que: 'ingreso_suspendido', sobre: cuenta.id });
    return intento.hasta ? suspendido(intento.hasta) : NO_COINCIDE;
  }
  await olvidarIntentos(db, direccion);
  if (red !== undefined) await devolverARed(db, red);
  if (!cuenta.activa) return negar(403, 'Su cuenta está desactivada.', 'Comuníquese con la administración de la plataforma.');
  if (cuenta.bloqueada_en)
    return negar(403, 'Su cuenta está bloqueada por seguridad.', 'Comuníquese con la administración de la plataforma para desbloquearla.');
  return {
    ok: true,
    token: await abrirSesion(db, { cuenta: cuenta.id, designacion: null, navegador, ahora }),
    cuenta: cuenta.id,
    debeCambiar: cuenta.debe_cambiar,
  };
}

/** Opens a session and removes what has expired. @returns the token for the cookie */
export async function abrirSesion(
  db: Kysely<Base>,
  { cuenta, designacion, navegador, ahora }: { cuenta: Id; designacion: Id | null; navegador?: string | null; ahora: Date },
): Promise<string> {
  const token = tokenAlAzar();
  await sql`
    with viejas as (delete from sesion_web where vence_en <= ${ahora}),
      olvidados as (delete from intento_ingreso where ultimo_en < ${ahora}::timestamptz - interval '1 day'),
      vaciadas as (delete from intento_red where actualizado_en < ${ahora}::timestamptz - interval '1 day'),
      visto as (update cuenta set ultimo_ingreso = ${ahora} where id = ${cuenta}),
      anotado as (insert into bitacora (ocurrio_en, cuenta, designacion, que, sobre) values (${ahora}, ${cuenta}, ${designacion}, 'ingreso', ${cuenta}))
    insert into sesion_web (token, cuenta, designacion, creada_en, ultima_en, vence_en, navegador)
    values (${huellaDe(token)}, ${cuenta}, ${designacion}, ${ahora}, ${ahora}, ${ahora}::timestamptz + make_interval(hours => ${HORAS}), ${navegador ?? null})`.execute(
    db,
  );
  return token;
}

interface Fila {
  cuenta: Id;
  persona: Id;
  nombre: string;
  correo: string;
  demo: boolean;
  debe_cambiar: boolean;
  designacion: Id | null;
  oficinas: OficinaActiva[];
  termino_el: Fecha | null;
  empieza_el: Fecha | null;
}

/** Session behind a cookie token, with the offices in force today: one statement. Undefined when it ended. */
export async function resolver(db: Kysely<Base>, token: string, ahora: Date): Promise<SesionActiva | undefined> {
  const hoy = fechaDeLima(ahora);
  const huella = huellaDe(token);
  const { rows } = await sql<Fila>`
    with uso as (
      update sesion_web set ultima_en = ${ahora},
        vence_en = least(creada_en + make_interval(days => ${DIAS}), ${ahora}::timestamptz + make_interval(hours => ${HORAS}))
      where token = ${huella} and vence_en > ${ahora} and ultima_en < ${ahora}::timestamptz - make_interval(mins => ${CADA})
    )
    select c.id as cuenta, c.persona, p.nombres || ' ' || p.apellidos as nombre, c.correo, c.demo, c.debe_cambiar, s.designacion,
      ${oficinasDe(sql.ref('c.persona'), hoy)} as oficinas,
      (select max(d.hasta) from designacion d where d.persona = c.persona and not d.anulada and d.hasta < ${hoy}) as termino_el,
      (select min(d.desde) from designacion d where d.persona = c.persona and not d.anulada and d.desde > ${hoy}) as empieza_el
    from sesion_web s join cuenta c on c.id = s.cuenta and c.activa and c.bloqueada_en is null join persona p on p.id = c.persona
    where s.token = ${huella} and s.vence_en > ${ahora}`.execute(db);
  return rows[0] && sesionDe(rows[0]);
}

function sesionDe(f: Fila): SesionActiva {
  const enUso = oficinaEnUso(f.oficinas, f.designacion);
  const sinOficina = f.debe_cambiar
    ? { motivo: 'Su contraseña la puso la administración.', remedio: 'Cámbiela por una que solo usted conozca para poder actuar.' }
    : enUso
      ? undefined
      : explicarSinOficina(f.oficinas.length, f.termino_el, f.empieza_el);
  return {
    cuenta: f.cuenta,
    persona: f.persona,
    nombre: f.nombre,
    correo: f.correo,
    demo: f.demo,
    actor: enUso && !sinOficina ? actorDe(enUso) : null,
    sinOficina,
    oficinas: f.oficinas,
    debeCambiar: f.debe_cambiar,
  };
}

/** Who acts, as `execute` wants it; undefined when the session has no office in use. */
export function solicitanteDe(s: SesionActiva): Solicitante | undefined {
  return s.actor ? { cuenta: s.cuenta, actor: s.actor, demo: s.demo } : undefined;
}

/** Chooses the office with which the session acts. Refused when it is not of the person or not in force today. */
export async function usarOficina(db: Kysely<Base>, token: string, designacion: Id, ahora: Date): Promise<{ ok: true } | Negado> {
  const hoy = fechaDeLima(ahora);
  const { rows } = await sql`
    update sesion_web s set designacion = d.id
    from cuenta c join designacion d on d.persona = c.persona
    where s.token = ${huellaDe(token)} and s.vence_en > ${ahora} and c.id = s.cuenta and c.activa and c.bloqueada_en is null
      and d.id::text = ${designacion} and not d.anulada and ${hoy}::date between d.desde and coalesce(d.hasta, 'infinity')
    returning 1`.execute(db);
  if (rows.length > 0) return { ok: true };
  return { ...negar(403, 'Esa oficina no es suya o su designación no está vigente.', 'Elija una de las oficinas de la lista.'), numeral: '5.1' };
}

/** Ends the session. Ending one that does not exist is no fault. */
export async function cerrar(db: Kysely<Base>, token: string): Promise<void> {
  await db.deleteFrom('sesion_web').where('token', '=', huellaDe(token)).execute();
}
