import { type Kysely, sql } from 'kysely';
import type { Id } from '../../kernel/tipos.ts';
import type { Base } from '../base.ts';
import { anotar } from './bitacora.ts';
import { huellaDe } from './tokens.ts';

/** An open session as its owner sees it. */
export interface SesionAbierta {
  id: Id;
  creadaEn: string;
  ultimaEn: string;
  venceEn: string;
  navegador: string | null;
  /** Office in use; null while none was chosen. */
  oficina: { cargo: string; entidadNombre: string } | null;
  /** The one that asks. */
  esta: boolean;
}

/** Open sessions of an account, the last used first. `token`: the session that asks, if it is one. */
export async function sesionesAbiertas(db: Kysely<Base>, cuenta: Id, token: string | undefined, ahora: Date): Promise<SesionAbierta[]> {
  const { rows } = await sql<SesionAbierta>`
    select s.id, to_json(s.creada_en) as "creadaEn", to_json(s.ultima_en) as "ultimaEn", to_json(s.vence_en) as "venceEn", s.navegador,
      case when d.id is not null then json_build_object('cargo', d.cargo, 'entidadNombre', e.nombre) end as oficina,
      s.token = ${huellaDe(token ?? '')} as esta
    from sesion_web s left join designacion d on d.id = s.designacion left join entidad e on e.id = d.entidad
    where s.cuenta = ${cuenta} and s.vence_en > ${ahora} order by s.ultima_en desc, s.id limit 100`.execute(db);
  return rows;
}

/** Ends the other sessions of an account, or only one of them. @returns how many ended */
export async function cerrarOtras(db: Kysely<Base>, a: { cuenta: Id; token: string | undefined; sesion?: Id; ahora: Date }): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { numAffectedRows } = await sql`
      delete from sesion_web where cuenta = ${a.cuenta} and token <> ${huellaDe(a.token ?? '')} and (${a.sesion ?? null}::text is null or id::text = ${a.sesion ?? null})`.execute(
      tx,
    );
    const cerradas = Number(numAffectedRows ?? 0);
    if (cerradas > 0) await anotar(tx, { ahora: a.ahora, cuenta: a.cuenta, que: 'sesiones_cerradas', sobre: a.cuenta });
    return cerradas;
  });
}
