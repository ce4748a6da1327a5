import { type Kysely, sql } from 'kysely';
import { fechaDeLima } from '../../kernel/calendario.ts';
import type { Id } from '../../kernel/tipos.ts';
import type { Base } from '../base.ts';
import { sinTildes } from '../cabeza.ts';
import { type OficinaActiva, oficinasDe } from './oficinas.ts';
import { huellaDe } from './tokens.ts';

export interface CuentaFila {
  id: Id;
  persona: Id;
  nombres: string;
  apellidos: string;
  dni: string | null;
  correo: string;
  activa: boolean;
  /** Locked by the administration. */
  bloqueada: boolean;
  demo: boolean;
  debeCambiar: boolean;
  ultimoIngreso: string | null;
  /** Offices in force today. */
  oficinas: OficinaActiva[];
}

export interface FiltroDeCuentas {
  /** Words of the name, DNI or address, in any order, accents aside. */
  buscar?: string;
  activas?: boolean;
  /** From 1. */
  pagina?: number;
  /** Rows per page, at most 200. */
  tamano?: number;
}

/** `Núñez 45` → `%nunez%`, `%45%`: patterns for `like all`. */
const patrones = (texto: string): string[] =>
  sinTildes(texto.trim())
    .split(/\s+/)
    .map((p) => `%${p.replace(/[\\%_]/g, '\\$&')}%`);

/** Accounts by surname, one page, in one statement. The caller checks that an administrator asks. */
export async function listarCuentas(db: Kysely<Base>, f: FiltroDeCuentas, ahora: Date): Promise<{ total: number; filas: CuentaFila[] }> {
  const tamano = Math.min(Math.max(f.tamano ?? 50, 1), 200);
  const salto = (Math.max(f.pagina ?? 1, 1) - 1) * tamano;
  const { rows } = await sql<{ total: number; filas: CuentaFila[] }>`
    with f as (
      select c.id, c.persona, p.nombres, p.apellidos, p.dni, c.correo, c.activa, c.bloqueada_en is not null as bloqueada, c.demo, c.debe_cambiar as "debeCambiar", to_json(c.ultimo_ingreso) as "ultimoIngreso"
      from cuenta c join persona p on p.id = c.persona
      where p.busqueda || ' ' || c.correo like all (${patrones(f.buscar ?? '')}::text[]) and (${f.activas ?? null}::boolean is null or c.activa = ${f.activas ?? null})
    ), pagina as (select * from f order by apellidos, nombres, id limit ${tamano} offset ${salto})
    select (select count(*) from f) as total,
      (select coalesce(json_agg(to_jsonb(x) order by x.apellidos, x.nombres, x.id), '[]')
        from (select pagina.*, ${oficinasDe(sql.ref('pagina.persona'), fechaDeLima(ahora))} as oficinas from pagina) x) as filas`.execute(db);
  return rows[0] as { total: number; filas: CuentaFila[] };
}

export interface BitacoraFila {
  ocurrioEn: string;
  que: string;
  /** Address of who acted; null for the installation. */
  por: string | null;
}

/** What happened to an account and its tokens, the latest first, and until when its sign-in is suspended. */
export async function historiaDeCuenta(db: Kysely<Base>, cuenta: Id, ahora: Date): Promise<{ suspendidaHasta: string | null; anotaciones: BitacoraFila[] }> {
  const correo = (await db.selectFrom('cuenta').select('correo').where('id', '=', cuenta).executeTakeFirst())?.correo ?? '';
  const { rows } = await sql<{ suspendidaHasta: string | null; anotaciones: BitacoraFila[] }>`
    select (select to_json(bloqueado_hasta) from intento_ingreso where clave = ${huellaDe(correo)} and bloqueado_hasta > ${ahora}) as "suspendidaHasta",
      (select coalesce(json_agg(x), '[]') from (
        select to_json(b.ocurrio_en) as "ocurrioEn", b.que, c.correo as por from bitacora b left join cuenta c on c.id = b.cuenta
        where b.sobre = ${cuenta} or b.sobre in (select f.id from ficha_api f where f.cuenta = ${cuenta}) order by b.id desc limit 200) x) as anotaciones`.execute(
    db,
  );
  return rows[0] as { suspendidaHasta: string | null; anotaciones: BitacoraFila[] };
}
