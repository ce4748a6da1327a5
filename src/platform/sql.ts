import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { conFichas } from './auth/fichas.ts';
import type { Base, Tx } from './base.ts';

/**
 * `= any (array(…))` keeps the plan on the primary key whatever the planner guesses of the lists.
 *
 * Two statements per lot of actos. The first locks the heads to write (FOR UPDATE) and those to read (FOR SHARE), in
 * id order, and brings the tokens of who asks and stored answers for the keys; the second writes actos, hechos, heads and pendientes.
 *
 * LEER: $1 ids to write · $2,$3 id and role: relations to write · $4 ids to read · $5 ids whose relations are read ·
 * $6,$7,$8 account, or else token in hex, and key of each request · $9 hashes of cited files · $10 tokens · $11 the moment.
 */
export const LEER = `
with escribir as (
  select unnest($1::uuid[]) as id
  union
  select v.value::uuid
  from unnest($2::uuid[], $3::text[]) as k (id, rol)
  join expediente p on p.id = k.id
  cross join lateral jsonb_each_text(p.relaciones) v
  where v.key like replace(k.rol, '*', '%')
), w as (
  select e.* from expediente e where e.id = any (array(select id from escribir)) order by e.id for update
), leer as (
  select unnest($4::uuid[]) as id
  union
  select v.value::uuid from expediente p cross join lateral jsonb_each_text(p.relaciones) v where p.id = any ($5::uuid[])
), r as (
  select e.* from expediente e
  where e.id = any (array(select id from leer)) and e.id <> all (array(select id from escribir))
  order by e.id for share
), ${conFichas('$10', '$11')}, k as (
  select coalesce(k.cuenta, f.cuenta::text) as cuenta, k.clave
  from unnest($6::text[], $7::text[], $8::text[]) as k (cuenta, ficha, clave) left join fichas f on f.huella = k.ficha
)
select
  (select coalesce(json_agg(json_build_array(id, tipo, codigo, version, estado, huella, relaciones, demo, creado_el)), '[]') from w) as w,
  (select coalesce(json_agg(json_build_array(id, tipo, codigo, version, estado, huella, relaciones, demo, creado_el)), '[]') from r) as r,
  (select coalesce(json_agg(json_build_array(a.cuenta, a.clave, a.solicitud, a.respuesta)), '[]')
     from k join acto a using (cuenta, clave)) as repetidos,
  (select coalesce(json_agg(json_build_array(d.huella, case when not d.citado then d.subido_por end)), '[]') from documento d where d.huella = any ($9::text[])) as documentos,
  (select coalesce(json_agg(f), '[]') from fichas f) as fichas`;

/** $1 actos · $2 hechos · $3 heads · $4 ids whose pendientes are replaced · $5 pendientes · $6 hashes now cited. All JSON but ids. */
export const ESCRIBIR = `
with a as (
  insert into acto select * from jsonb_to_recordset($1) as (
    id uuid, nombre text, cuenta text, clave text, solicitud bytea, persona uuid, designacion uuid, entidad text, cargo text,
    decidido_por jsonb, ocurrido_el date, registrado_en timestamptz, advertencias jsonb, respuesta jsonb)
), h as (
  insert into hecho select * from jsonb_to_recordset($2) as (
    expediente_id uuid, version integer, acto_id uuid, tipo text, contenido text, huella bytea)
), e as (
  insert into expediente select * from jsonb_to_recordset($3) as (
    id uuid, tipo text, codigo text, version integer, estado jsonb, huella bytea, titulo text, situacion text, entidad text, territorio text,
    relaciones jsonb, participantes text[], unica text, busqueda text, demo boolean, creado_el date, actualizado_en timestamptz)
  on conflict (id) do update set
    version = excluded.version, estado = excluded.estado, huella = excluded.huella, titulo = excluded.titulo, situacion = excluded.situacion,
    entidad = excluded.entidad, territorio = excluded.territorio, relaciones = excluded.relaciones, participantes = excluded.participantes,
    unica = excluded.unica, busqueda = excluded.busqueda, actualizado_en = excluded.actualizado_en
), p as (
  select * from jsonb_to_recordset($5) as (
    expediente_id uuid, clave text, orden smallint, que text, numeral text, entidad text, cargos text[], desde date, vence date, acto text)
), sobran as (
  delete from pendiente d where d.expediente_id = any ($4::uuid[])
    and not exists (select from p where p.expediente_id = d.expediente_id and p.clave = d.clave and p.orden = d.orden)
), nuevos as (
  insert into pendiente select * from p
  on conflict (expediente_id, clave, orden) do update set
    que = excluded.que, numeral = excluded.numeral, entidad = excluded.entidad, cargos = excluded.cargos,
    desde = excluded.desde, vence = excluded.vence, acto = excluded.acto
  where (pendiente.que, pendiente.numeral, pendiente.entidad, pendiente.cargos, pendiente.desde, pendiente.vence, pendiente.acto)
    is distinct from (excluded.que, excluded.numeral, excluded.entidad, excluded.cargos, excluded.desde, excluded.vence, excluded.acto)
)
update documento set citado = true where huella = any ($6::text[]) and not citado`;

/** $1 series · $2 entities · $3 years · $4 how many numbers each needs. */
export const NUMERAR = `
insert into numeracion (serie, entidad, anio, ultimo)
select * from unnest($1::text[], $2::text[], $3::integer[], $4::integer[])
on conflict (serie, entidad, anio) do update set ultimo = numeracion.ultimo + excluded.ultimo
returning serie, entidad, anio, ultimo`;

/** Kysely over a connection that is already inside a transaction, for the projections of the modules. */
export function txDe(cliente: pg.PoolClient): Tx {
  // Not a derived object: `pg` keeps its queue in `this`, and a copy of it would lose the answers.
  const prestado = { query: cliente.query.bind(cliente), release: () => {} };
  const unico = { connect: async () => prestado, end: async () => {} };
  return new Kysely<Base>({ dialect: new PostgresDialect({ pool: unico as unknown as pg.Pool }) }) as unknown as Tx;
}
