import { sql } from 'kysely';
import type { Fecha, Id } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';
import { patrones } from './lista.ts';

interface OrganoFila {
  cargo: string;
  nombre: string;
  porConfirmar: boolean;
}

export interface EntidadFila {
  id: string;
  nombre: string;
  sigla: string | null;
  tipo: string;
  nivel: string;
  territorio: string | null;
  nombrePorConfirmar: boolean;
  vigenteDesde: Fecha | null;
  vigenteHasta: Fecha | null;
  sucesora: { id: string; nombre: string } | null;
  organosPorConfirmar: number;
}

export interface FiltroDeEntidades {
  q?: string;
  tipo?: string;
  nivel?: string;
  /** In force on `hoy`, or no longer; both when absent. */
  estado?: 'vigentes' | 'terminadas';
  /** Only those whose name, or that of an organ, has not been verified. */
  porConfirmar?: boolean;
  hoy: Fecha;
  /** From 1. */
  pagina: number;
  tamano: number;
}

const vigente = (hoy: Fecha) => sql<boolean>`(e.vigente_hasta is null or e.vigente_hasta >= ${hoy}::date)`;

/** Entities by name, one page, in one statement. */
export async function buscarEntidades(db: Db, f: FiltroDeEntidades): Promise<{ total: number; filas: EntidadFila[] }> {
  const estado = f.estado === 'vigentes' ? vigente(f.hoy) : f.estado === 'terminadas' ? sql`not ${vigente(f.hoy)}` : sql`true`;
  const { rows } = await sql<{ total: number; filas: EntidadFila[] }>`
    with f as (
      select e.id, e.nombre, e.sigla, e.tipo, e.nivel, t.nombre as territorio, e.nombre_por_confirmar as "nombrePorConfirmar", e.vigente_desde as "vigenteDesde",
        e.vigente_hasta as "vigenteHasta", case when s.id is not null then json_build_object('id', s.id, 'nombre', s.nombre) end as sucesora,
        (select count(*)::int from organo o where o.entidad = e.id and o.por_confirmar) as "organosPorConfirmar"
      from entidad e left join entidad s on s.id = e.sucesora left join territorio t on t.id = e.territorio
      where e.busqueda like all (${patrones(f.q ?? '')}::text[]) and ${estado}
        and ${f.tipo ? sql`e.tipo = ${f.tipo}` : sql`true`} and ${f.nivel ? sql`e.nivel = ${f.nivel}` : sql`true`}
        and ${f.porConfirmar ? sql`(e.nombre_por_confirmar or exists (select from organo o where o.entidad = e.id and o.por_confirmar))` : sql`true`}
    ), pagina as (select * from f order by nombre, id limit ${f.tamano} offset ${(f.pagina - 1) * f.tamano})
    select (select count(*)::int from f) as total, (select coalesce(json_agg(pagina order by nombre, id), '[]') from pagina) as filas`.execute(db);
  return rows[0] as { total: number; filas: EntidadFila[] };
}

export interface CambioDeEntidad {
  hecho: string;
  ocurridoEl: Fecha;
  registradoEn: string;
  cargo: string;
  /** Name given then, norm of the succession, or name of the organ. */
  detalle: string | null;
}

export interface EntidadCompletaLeida extends Omit<EntidadFila, 'organosPorConfirmar' | 'territorio'> {
  territorio: { id: string; nombre: string } | null;
  sector: { id: string; nombre: string } | null;
  /** Entities whose functions it took over. */
  antecesoras: { id: string; nombre: string; hasta: Fecha | null }[];
  organos: OrganoFila[];
  /** Offices in force today. */
  oficinas: { designacion: Id; cargo: string; calidad: string; desde: Fecha; hasta: Fecha | null }[];
  cambios: CambioDeEntidad[];
}

/** One entity with its organs, succession, offices in force and what the catalogue recorded of it. One statement. */
export async function findEntidad(db: Db, id: string, hoy: Fecha): Promise<EntidadCompletaLeida | undefined> {
  const { rows } = await sql<EntidadCompletaLeida>`
    select e.id, e.nombre, e.sigla, e.tipo, e.nivel, e.nombre_por_confirmar as "nombrePorConfirmar", e.vigente_desde as "vigenteDesde", e.vigente_hasta as "vigenteHasta",
      case when t.id is not null then json_build_object('id', t.id, 'nombre', t.nombre) end as territorio,
      case when m.id is not null and m.id <> e.id then json_build_object('id', m.id, 'nombre', m.nombre) end as sector,
      case when s.id is not null then json_build_object('id', s.id, 'nombre', s.nombre) end as sucesora,
      (select coalesce(json_agg(json_build_object('id', a.id, 'nombre', a.nombre, 'hasta', a.vigente_hasta) order by a.nombre), '[]')
        from entidad a where a.sucesora = e.id) as antecesoras,
      (select coalesce(json_agg(json_build_object('cargo', o.cargo, 'nombre', o.nombre, 'porConfirmar', o.por_confirmar) order by o.cargo), '[]')
        from organo o where o.entidad = e.id) as organos,
      (select coalesce(json_agg(json_build_object('designacion', d.id, 'cargo', d.cargo, 'calidad', d.calidad, 'desde', d.desde, 'hasta', d.hasta) order by d.cargo, d.desde), '[]')
        from designacion d where d.entidad = e.id and not d.anulada and ${hoy}::date between d.desde and coalesce(d.hasta, 'infinity')) as oficinas,
      (select coalesce(json_agg(c order by c."registradoEn" desc), '[]') from (
        select h.tipo as hecho, a.ocurrido_el as "ocurridoEl", a.registrado_en as "registradoEn", a.cargo,
          coalesce(x.datos ->> 'norma', x.datos ->> 'nombre') as detalle
        from hecho h join expediente k on k.id = h.expediente_id and k.tipo = 'catalogo' join acto a on a.id = h.acto_id
          cross join lateral (select h.contenido::jsonb -> 'hecho' -> 'datos' as datos) x
        where h.tipo in ('EntidadRegistrada', 'EntidadCorregida', 'OrganoConfirmado', 'SucesionRegistrada')
          and e.id in (x.datos ->> 'id', x.datos ->> 'entidad', x.datos ->> 'sucesora')) c) as cambios
    from entidad e left join territorio t on t.id = e.territorio left join entidad m on m.id = e.sector left join entidad s on s.id = e.sucesora
    where e.id = ${id}`.execute(db);
  return rows[0];
}

export interface TerritorioConCodigos {
  id: string;
  nombre: string;
  tipo: string;
  dentroDe: string | null;
  capital: string | null;
  poblacion: number | null;
  vigenteHasta: Fecha | null;
  codigos: { emisor: string; codigo: string; vigente: boolean }[];
}

/** Territories by code, with the code of each issuer. One page, one statement. `q` also finds a code of either. */
export async function buscarTerritorios(
  db: Db,
  f: { q?: string; tipo?: string; pagina: number; tamano: number },
): Promise<{ total: number; filas: TerritorioConCodigos[] }> {
  const codigo = /^\d{2,6}$/.test(f.q?.trim() ?? '') ? f.q?.trim() : undefined;
  const { rows } = await sql<{ total: number; filas: TerritorioConCodigos[] }>`
    with f as (
      select t.id, t.nombre, t.tipo, concat_ws(', ', p.nombre, case when p.padre <> 'pe' then a.nombre end) as "dentroDe", t.capital, t.poblacion,
        t.vigente_hasta as "vigenteHasta"
      from territorio t left join territorio p on p.id = t.padre and p.id <> 'pe' left join territorio a on a.id = p.padre
      where ${f.tipo ? sql`t.tipo = ${f.tipo}` : sql`true`}
        and ${codigo ? sql`exists (select from territorio_codigo c where c.territorio = t.id and c.codigo = ${codigo})` : sql`t.busqueda like all (${patrones(f.q ?? '')}::text[])`}
    ), pagina as (select * from f order by id collate "C" limit ${f.tamano} offset ${(f.pagina - 1) * f.tamano})
    select (select count(*)::int from f) as total,
      (select coalesce(json_agg(to_jsonb(x) order by x.id collate "C"), '[]') from (
        select pagina.*, (select coalesce(json_agg(json_build_object('emisor', c.emisor, 'codigo', c.codigo, 'vigente', c.vigente) order by c.emisor, c.codigo), '[]')
          from territorio_codigo c where c.territorio = pagina.id) as codigos from pagina) x) as filas`.execute(db);
  return rows[0] as { total: number; filas: TerritorioConCodigos[] };
}

export interface FuncionFila {
  clave: string;
  normaNombre: string;
  texto: string;
  materia: string | null;
  nivel: string | null;
  textoCompleto: string | null;
  vigenteDesde: Fecha | null;
  vigenteHasta: Fecha | null;
}

/** Functions by key, one page, with the norms there are to filter by. One statement. */
export async function buscarFunciones(
  db: Db,
  f: { q?: string; norma?: string; nivel?: string; pagina: number; tamano: number },
): Promise<{ total: number; filas: FuncionFila[]; normas: { id: string; nombre: string }[] }> {
  const { rows } = await sql<{ total: number; filas: FuncionFila[]; normas: { id: string; nombre: string }[] }>`
    with f as (
      select c.clave, n.nombre as "normaNombre", c.texto, c.materia, c.nivel, c.texto_completo as "textoCompleto", c.vigente_desde as "vigenteDesde",
        c.vigente_hasta as "vigenteHasta"
      from competencia c join norma n on n.id = c.norma
      where c.busqueda like all (${patrones(f.q ?? '')}::text[])
        and ${f.norma ? sql`c.norma = ${f.norma}` : sql`true`} and ${f.nivel ? sql`c.nivel = ${f.nivel}` : sql`true`}
    ), pagina as (select * from f order by clave collate "C" limit ${f.tamano} offset ${(f.pagina - 1) * f.tamano})
    select (select count(*)::int from f) as total, (select coalesce(json_agg(pagina order by clave collate "C"), '[]') from pagina) as filas,
      (select coalesce(json_agg(json_build_object('id', n.id, 'nombre', n.nombre) order by n.nombre), '[]')
        from norma n where exists (select from competencia c where c.norma = n.id)) as normas`.execute(db);
  return rows[0] as { total: number; filas: FuncionFila[]; normas: { id: string; nombre: string }[] };
}
