import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { fechaDeLima } from '../../kernel/calendario.ts';
import type { Id } from '../../kernel/tipos.ts';
import { vigenteEl } from '../auth/oficinas.ts';
import type { Db } from '../base.ts';
import { type Correo, sinDirecciones } from './correo.ts';
import type { Oficina, Redaccion, Salida } from './tablas.ts';

/** Messages that a process takes at once, and for how long it has them: more than they can take to be sent. */
const TANDA = 10;
const TOMA = 15 * 60_000;
/** Attempts before a message is left to the administration: about three days. */
export const INTENTOS = 16;

/** Wait after the n-th failure: one minute, then twice as long each time, six hours at most. */
export const espera = (n: number): number => Math.min(2 ** (n - 1), 360) * 60_000;

const sha256 = (texto: string): Buffer => createHash('sha256').update(texto, 'utf8').digest();

/** Accounts that hold an office on a day, as messages to write. An office without any leaves its row, not sent and saying so. */
async function destinatarios(db: Db, oficinas: readonly Oficina[], hoy: string) {
  const { rows } = await sql<{ entidad: string; cargo: string; cuenta: Id | null; demo: boolean | null }>`
    select k.entidad, k.cargo, c.id as cuenta, c.demo
    from unnest(${oficinas.map((o) => o.entidad)}::text[], ${oficinas.map((o) => o.cargo)}::text[]) as k (entidad, cargo)
    left join designacion d on d.entidad = k.entidad and d.cargo = k.cargo and ${vigenteEl(hoy)}
    left join cuenta c on c.persona = d.persona and c.activa
    group by k.entidad, k.cargo, c.id, c.demo`.execute(db);
  const conCuenta = new Set(rows.filter((r) => r.cuenta).map((r) => `${r.entidad}/${r.cargo}`));
  return rows.filter((r) => r.cuenta || !conCuenta.has(`${r.entidad}/${r.cargo}`));
}

/** Turns each hecho or date into one message per office and account. @returns how many were addressed */
export async function dirigir(db: Db, redaccion: Pick<Redaccion, 'dirigir'>, ahora: Date): Promise<number> {
  let n = 0;
  for (;;) {
    const hubo = await db.transaction().execute(async (tx) => {
      const s = await tx
        .selectFrom('salida')
        .select(['id', 'clave', 'clase', 'expediente', 'datos'])
        .where('estado', '=', 'por_dirigir')
        .where('proximo_en', '<=', ahora)
        .orderBy('creada_en')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!s) return false;
      const filas = await destinatarios(tx, await redaccion.dirigir(s as Salida), fechaDeLima(ahora));
      if (filas.length > 0)
        await tx
          .insertInto('salida')
          .values(
            filas.map((f) => {
              const motivo = !f.cuenta ? 'Ninguna persona con cuenta ejerce hoy esa oficina.' : f.demo ? 'Cuenta de demostración: no recibe correo.' : null;
              return {
                clave: `${s.clave}:${f.entidad}/${f.cargo}:${f.cuenta ?? ''}`,
                clase: s.clase,
                expediente: s.expediente,
                datos: JSON.stringify(s.datos),
                entidad: f.entidad,
                cargo: f.cargo,
                cuenta: f.cuenta,
                estado: motivo ? ('descartado' as const) : ('pendiente' as const),
                motivo,
                proximo_en: ahora,
                creada_en: ahora,
                terminada_en: motivo ? ahora : null,
              };
            }),
          )
          .onConflict((oc) => oc.column('clave').doNothing())
          .execute();
      await tx.updateTable('salida').set({ estado: 'dirigido', terminada_en: ahora }).where('id', '=', s.id).execute();
      return true;
    });
    if (!hubo) return n;
    n++;
  }
}

/** Takes the next messages for this process: another one neither waits nor takes the same. */
async function tomar(db: Db, ahora: Date): Promise<(Salida & { cuenta: Id; intentos: number })[]> {
  const { rows } = await sql<Salida & { cuenta: Id; intentos: number }>`
    update salida set tomado_hasta = ${new Date(ahora.getTime() + TOMA)}, intentos = intentos + 1
    where id in (
      select id from salida where estado = 'pendiente' and proximo_en <= ${ahora} and (tomado_hasta is null or tomado_hasta < ${ahora})
      order by proximo_en limit ${TANDA} for update skip locked)
    returning id, clave, clase, expediente, datos, cuenta, intentos`.execute(db);
  return rows;
}

/** Sends what is due. Nothing is lost: what fails waits and is tried again, and what fails for good stays in sight. @returns messages accepted */
export async function enviar(db: Db, correo: Correo, redaccion: Pick<Redaccion, 'redactar'>, ahora: () => Date): Promise<number> {
  let enviados = 0;
  for (;;) {
    const tanda = await tomar(db, ahora());
    if (tanda.length === 0) return enviados;
    for (const s of tanda) enviados += (await enviarUno(db, correo, redaccion, s, ahora)) ? 1 : 0;
  }
}

async function enviarUno(
  db: Db,
  correo: Correo,
  redaccion: Pick<Redaccion, 'redactar'>,
  s: Salida & { cuenta: Id; intentos: number },
  ahora: () => Date,
): Promise<boolean> {
  const anotar = (cambio: Partial<Anotado>) =>
    db
      .updateTable('salida')
      .set({ tomado_hasta: null, ...cambio })
      .where('id', '=', s.id)
      .execute();
  try {
    const cuenta = await db.selectFrom('cuenta').select('correo').where('id', '=', s.cuenta).where('activa', '=', true).executeTakeFirst();
    const m = cuenta ? await redaccion.redactar(s) : { descartar: 'La cuenta ya no está activa.' };
    if (!cuenta || 'descartar' in m) {
      await anotar({ estado: 'descartado', motivo: 'descartar' in m ? m.descartar : null, terminada_en: ahora() });
      return false;
    }
    const r = await correo.enviar(cuenta.correo, s.id, m);
    if (r.ok) {
      const prueba = { destino: sha256(`${s.id}:${cuenta.correo}`), contenido: sha256(m.texto) };
      await anotar({ estado: 'enviado', respuesta: sinDirecciones(r.respuesta).slice(0, 500), motivo: null, terminada_en: ahora(), ...prueba });
      return true;
    }
    await anotar(trasFallo(s.intentos, r.motivo, r.definitivo, ahora()));
  } catch (e) {
    await anotar(trasFallo(s.intentos, sinDirecciones((e as Error).message).slice(0, 500), false, ahora()));
  }
  return false;
}

interface Anotado {
  estado: 'pendiente' | 'enviado' | 'descartado' | 'muerto';
  motivo: string | null;
  respuesta: string;
  terminada_en: Date;
  proximo_en: Date;
  destino: Buffer;
  contenido: Buffer;
}

function trasFallo(intentos: number, motivo: string, definitivo: boolean, ahora: Date): Partial<Anotado> {
  if (definitivo || intentos >= INTENTOS) return { estado: 'muerto', motivo, terminada_en: ahora };
  return { estado: 'pendiente', motivo, proximo_en: new Date(ahora.getTime() + espera(intentos)) };
}

/** The administration sends again what was given up. @returns false when it is not among those */
export async function reintentar(db: Db, id: Id, ahora: Date): Promise<boolean> {
  const r = await db
    .updateTable('salida')
    .set({ estado: 'pendiente', intentos: 0, proximo_en: ahora, terminada_en: null })
    .where('id', '=', id)
    .where('estado', '=', 'muerto')
    .executeTakeFirst();
  return r.numUpdatedRows > 0n;
}
