import { sql } from 'kysely';
import type { Id, TerritorioId } from '../kernel/tipos.ts';
import type { Indicador } from '../modules/indicador/indicador.ts';
import type { Db } from '../platform/base.ts';
import type { NivelDeCaptura } from '../platform/cifras/celda.ts';
import { llegaA } from './cifras.ts';

/** An indicator of a value chain with its last figure, its baseline and the target that comes. */
export interface Eslabon {
  id: Id;
  titulo: string;
  demo: boolean;
  estado: Indicador;
  ultimo: { periodo: number; num: number | null; den: number | null; n: number; reserva: boolean } | null;
  base: number | null;
  meta: { periodo: number; valor: number } | null;
}

export interface CadenaDeServicio {
  servicio: string | null;
  eslabones: Eslabon[];
  /** Phases as the modelo of the territory tells them (6.3). */
  fases: { fase: string; productos: string; resultado?: string }[];
}

/**
 * Every indicator of a service in one territory, with how far each is (6.3, 8.17). One statement. A figure is the last one that counts;
 * whoever has not signed in reads published periods only, and no phases.
 */
export async function leerCadena(
  db: Db,
  servicio: Id,
  q: { territorio: TerritorioId; nivel: NivelDeCaptura; pos: number; soloPublicado: boolean },
): Promise<CadenaDeServicio> {
  const i = sql`${q.pos + 1}::integer`;
  const sobre = {
    pais: ['c.pais_num', 'c.pais_den', 'c.pais_n'],
    departamento: ['c.dep_num', 'c.dep_den', 'c.dep_n'],
    provincia: ['c.prov_num', 'c.prov_den', 'c.prov_n'],
  };
  const total = (k: 0 | 1 | 2) =>
    q.nivel === 'distrito' ? sql`null` : q.nivel === 'pais' ? sql.raw(sobre.pais[k] as string) : sql`${sql.raw(sobre[q.nivel][k] as string)}[${i}]`;
  const propio = sql`e.estado ->> 'captura' = ${q.nivel}`;
  const publicado = sql`e.estado -> 'periodos' -> c.periodo::text ->> 'situacion' = 'publicado'`;
  const { rows } = await sql<CadenaDeServicio>`
    with e as (select id, titulo, demo, estado, codigo from expediente
      where tipo = 'indicador' and situacion <> 'retirado' and relaciones @> jsonb_build_object('servicio', ${servicio}::text)),
    f as (select e.id, e.titulo, e.demo, e.estado, e.codigo, u.ultimo,
        (select b.valor from linea_base b where b.indicador = e.id and b.territorio = ${q.territorio}) as base,
        (select json_build_object('periodo', m.periodo, 'valor', m.valor) from meta m where m.indicador = e.id and m.territorio = ${q.territorio}
          order by m.periodo < coalesce((u.ultimo ->> 'periodo')::integer, 0), abs(m.periodo - coalesce((u.ultimo ->> 'periodo')::integer, 0)) limit 1) as meta
      from e left join lateral (select json_build_object('periodo', x.periodo, 'num', x.num, 'den', nullif(x.den, 'NaN'), 'n', x.n,
          'reserva', exists (select 1 from serie y join cifra d on d.serie = y.id where y.indicador = e.id and d.periodo = x.periodo and d.reservado)) as ultimo
        from (select c.periodo, case when ${propio} then c.num[${i}] else ${total(0)} end as num, case when ${propio} then c.den[${i}] else ${total(1)} end as den,
            case when ${propio} then 1 else ${total(2)} end as n
          from serie s join cifra c on c.serie = s.id where s.indicador = e.id and s.categoria = '' and ${q.soloPublicado ? publicado : sql`true`}) x
        where x.num is not null and x.num <> 'NaN' and x.n > 0 order by x.periodo desc limit 1) u on true)
    select (select titulo from expediente where id = ${servicio}::uuid and tipo = 'servicio') as servicio,
      (select coalesce(json_agg(f order by f.codigo), '[]') from f ${q.soloPublicado ? sql`where f.ultimo is not null` : sql``}) as eslabones,
      ${
        q.soloPublicado
          ? sql`'[]'::jsonb`
          : sql`coalesce((select m.estado -> 'secciones' -> 'cadena' -> 'filas' from expediente m where m.tipo = 'modelo'
            and m.relaciones @> jsonb_build_object('servicio', ${servicio}::text) and m.estado -> 'secciones' ? 'cadena'
            order by (m.estado ->> 'territorio' = ${q.territorio}) desc, m.actualizado_en desc limit 1), '[]'::jsonb)`
      } as fases`.execute(db);
  const r = rows[0] as CadenaDeServicio;
  return { ...r, eslabones: r.eslabones.filter((e) => llegaA(e.estado.captura, q.nivel)) };
}
