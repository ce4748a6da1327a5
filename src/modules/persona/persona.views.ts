import { type Generated, type Kysely, sql } from 'kysely';
import type { Id } from '../../kernel/tipos.ts';
import type { Base } from '../../platform/base.ts';

declare module '../../platform/base.ts' {
  interface Base {
    persona: {
      id: Id;
      nombres: string;
      apellidos: string;
      dni: string | null;
      suprimida: Generated<boolean>;
      creada_en: Date;
      busqueda: Generated<string>;
    };
  }
}

/** Names of several persons by id. Who is not found (the installer, a person erased) is not in the map. */
export async function nombresDe(db: Kysely<Base>, ids: readonly Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map();
  const filas = await db
    .selectFrom('persona')
    .select(['id', 'nombres', 'apellidos'])
    .where('id', 'in', [...new Set(ids)])
    .where('suprimida', '=', false)
    .execute();
  return new Map(filas.map((f) => [f.id, `${f.nombres} ${f.apellidos}`]));
}

/** Persons with an account in use whose name or DNI contains every word of the text, accents aside. At most 300. */
export async function buscarPersonas(db: Kysely<Base>, texto: string): Promise<{ id: Id; nombre: string; correo: string }[]> {
  const palabras = palabrasDe(texto);
  const { rows } = await sql<{ id: Id; nombre: string; correo: string }>`
    select p.id, p.nombres || ' ' || p.apellidos as nombre, c.correo
    from persona p join cuenta c on c.persona = p.id and c.activa
    where not p.suprimida and p.busqueda like all (${palabras}::text[])
    order by p.apellidos, p.nombres, p.id limit 300`.execute(db);
  return rows;
}

/** `Núñez 45` → `%nunez%`, `%45%`: patterns for `like all`. */
function palabrasDe(texto: string): string[] {
  const limpio = texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return limpio.split(/\s+/).map((p) => `%${p.replace(/[\\%_]/g, '\\$&')}%`);
}
