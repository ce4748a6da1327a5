import { isIPv4, isIPv6 } from 'node:net';
import { type Kysely, sql } from 'kysely';
import type { Base } from '../base.ts';
import { type Negado, negar } from './tablas.ts';
import { huellaDe } from './tokens.ts';

/** Failures in a burst that a network may have: an office behind one address has many people. */
const CAPACIDAD = 60;
/** Seconds in which one failure is forgotten: a full network waits this long for each new attempt, never more. */
const SEGUNDOS = 10;

const LAZO = /^(127\.|::1$)/;

const sinPrefijo = (ip: string): string => ip.trim().replace(/^::ffff:(?=\d+\.)/i, '');

/** First 64 bits of an IPv6 address, which one subscriber holds entirely. */
function prefijo64(ip: string): string {
  const [antes = '', despues] = ip.split('%')[0]?.toLowerCase().split('::') ?? [];
  const inicio = antes ? antes.split(':') : [];
  const fin = despues ? despues.split(':') : [];
  const ceros = despues === undefined ? 0 : 8 - inicio.length - fin.length;
  return [...inicio, ...Array.from({ length: ceros }, () => '0'), ...fin]
    .slice(0, 4)
    .map((g) => Number.parseInt(g, 16).toString(16))
    .join(':');
}

/**
 * Network of who asks: the address of the socket or, when that is a proxy of ours (on this machine, or listed), the
 * last address that the proxy added to `X-Forwarded-For`. What the client itself wrote there is never believed.
 * @returns undefined when no address can be known
 */
export function redDe(remoto: string | undefined, cabeceras: Headers, proxies: ReadonlySet<string> = new Set()): string | undefined {
  const esProxy = (ip: string) => LAZO.test(ip) || proxies.has(ip);
  const camino = [...(cabeceras.get('x-forwarded-for') ?? '').split(',').map(sinPrefijo).filter(Boolean), sinPrefijo(remoto ?? '')];
  while (camino.length > 1 && esProxy(camino.at(-1) ?? '')) camino.pop();
  const ip = camino.at(-1) ?? '';
  if (isIPv4(ip)) return ip;
  return isIPv6(ip) ? prefijo64(ip) : undefined;
}

/** Takes an attempt of a network before the password is checked; `devolverARed` gives it back when it was right. */
export async function tomarDeRed(db: Kysely<Base>, red: string, ahora: Date): Promise<{ ok: true } | Negado> {
  const vaciado = sql`greatest(0, r.nivel - extract(epoch from ${ahora}::timestamptz - r.actualizado_en) / ${SEGUNDOS})`;
  const { rows } = await sql`
    insert into intento_red as r (clave, nivel, actualizado_en) values (${huellaDe(`red\n${red}`)}, 1, ${ahora})
    on conflict (clave) do update set nivel = ${vaciado} + 1, actualizado_en = ${ahora} where ${vaciado} + 1 <= ${CAPACIDAD}
    returning 1`.execute(db);
  if (rows.length > 0) return { ok: true };
  return negar(
    429,
    'Desde su red hubo muchos intentos fallidos de ingreso, de esta u otras personas.',
    `Espere ${SEGUNDOS} segundos e intente de nuevo: su cuenta no está bloqueada.`,
  );
}

/** Gives the attempt back: who knows the password does not count against the others of the network. */
export async function devolverARed(db: Kysely<Base>, red: string): Promise<void> {
  await sql`update intento_red set nivel = greatest(0, nivel - 1) where clave = ${huellaDe(`red\n${red}`)}`.execute(db);
}
