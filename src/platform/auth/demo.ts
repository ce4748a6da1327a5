import { type Kysely, sql } from 'kysely';
import { fechaDeLima } from '../../kernel/calendario.ts';
import type { Id } from '../../kernel/tipos.ts';
import type { Base } from '../base.ts';
import { JSON_DE_OFICINA, type OficinaActiva, vigenteEl } from './oficinas.ts';
import { abrirSesion, type Ingreso } from './sesiones.ts';
import { type Negado, negar } from './tablas.ts';

/** Where a request comes from: address of the socket, headers, and the address under which people reach this installation. */
export interface Procedencia {
  remoto: string | undefined;
  cabeceras: Headers;
  direccionPublica: string;
}

const REENVIO =
  /^(forwarded|via|cdn-loop|true-client-ip|(cf|fly|fastly)-.+|x-(real|client|cluster-client|original)-.+|x-(forwarded|envoy|amzn?|arr|azure|appengine)-.+)$/;
const LAZO = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i;
const HOST_LOCAL = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d+)?$/i;

/**
 * True when the request was made on this very machine: socket and Host are loopback, no proxy passed it on and the
 * installation has no public address. Only then does «Entrar como…» exist.
 */
export function demoPermitida({ remoto, cabeceras, direccionPublica }: Procedencia): boolean {
  // A proxy on this machine may say nothing of whom it serves: a public address is enough to close the door.
  if (!HOST_LOCAL.test(new URL(direccionPublica).host)) return false;
  if (!remoto || !LAZO.test(remoto)) return false;
  if (!HOST_LOCAL.test(cabeceras.get('host') ?? 'localhost')) return false;
  return ![...cabeceras.keys()].some((nombre) => REENVIO.test(nombre.toLowerCase()));
}

/** Offices of the demo in force today, for the list of «Entrar como…». */
export async function oficinasDeDemo(db: Kysely<Base>, ahora: Date): Promise<OficinaActiva[]> {
  const { rows } = await sql<{ oficina: OficinaActiva }>`
    select ${JSON_DE_OFICINA} as oficina
    from cuenta c join designacion d on d.persona = c.persona join entidad e on e.id = d.entidad
    where c.demo and c.activa and c.bloqueada_en is null and ${vigenteEl(fechaDeLima(ahora))}
    order by array_position(array['nacional', 'regional', 'provincial', 'distrital'], e.nivel), e.nombre, d.cargo, d.id
    limit 500`.execute(db);
  return rows.map((r) => r.oficina);
}

/** «Entrar como…»: signs in as an office of the demo, without password. */
export async function ingresarDemo(
  db: Kysely<Base>,
  designacion: Id,
  procedencia: Procedencia,
  ahora: Date,
  navegador?: string | null,
): Promise<Ingreso | Negado> {
  if (!demoPermitida(procedencia))
    return negar(
      403,
      '«Entrar como…» solo funciona en la misma máquina donde corre la demostración.',
      'Abra Ayni en esa máquina, sin intermediarios, o ingrese con su correo y contraseña.',
    );
  const { rows } = await sql<{ cuenta: Id }>`
    select c.id as cuenta from designacion d join cuenta c on c.persona = d.persona
    where d.id::text = ${designacion} and c.demo and c.activa and c.bloqueada_en is null and ${vigenteEl(fechaDeLima(ahora))}`.execute(db);
  const cuenta = rows[0]?.cuenta;
  if (!cuenta) return negar(404, 'Esa oficina no es de la demostración o ya no está vigente.', 'Elija una oficina de la lista.');
  return { ok: true, token: await abrirSesion(db, { cuenta, designacion, navegador, ahora }), cuenta, debeCambiar: false };
}
