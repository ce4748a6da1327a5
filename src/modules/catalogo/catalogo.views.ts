import { sql } from 'kysely';
import type { Fecha } from '../../kernel/tipos.ts';
import type { HechoGuardado, Tx } from '../../platform/base.ts';
import type { EntidadCompleta, Organo } from '../entidad/entidad.ts';
import type { TerritorioCompleto } from '../territorio/territorio.ts';
import type { CatalogoHecho, CodigoDeTerritorio, Creacion, Sucesion } from './catalogo.ts';

declare module '../../platform/base.ts' {
  interface Base {
    territorio: {
      id: string;
      nombre: string;
      tipo: TerritorioCompleto['tipo'];
      padre: string | null;
      departamental: string | null;
      cercado: boolean;
      capital: string | null;
      poblacion: number | null;
      lat: number | null;
      lon: number | null;
      vigente_desde: Fecha | null;
      vigente_hasta: Fecha | null;
      busqueda: string;
    };
    territorio_codigo: { emisor: CodigoDeTerritorio['emisor']; codigo: string; territorio: string; vigente: boolean };
    entidad: {
      id: string;
      nombre: string;
      sigla: string | null;
      tipo: EntidadCompleta['tipo'];
      nivel: EntidadCompleta['nivel'];
      territorio: string | null;
      sector: string | null;
      nombre_por_confirmar: boolean;
      vigente_desde: Fecha | null;
      vigente_hasta: Fecha | null;
      sucesora: string | null;
      busqueda: string;
    };
    organo: { entidad: string; cargo: string; nombre: string; por_confirmar: boolean };
    linaje: { territorio: string; origen: string; desde: Fecha; norma: string };
  }
}

/** Tables that `projectCatalogo` writes, in the order in which they can be emptied. */
export const TABLAS_CATALOGO = ['linaje', 'territorio_codigo', 'organo', 'entidad', 'territorio'] as const;

/** Data that a source does not give stay as they were. */
async function guardarTerritorios(tx: Tx, filas: readonly TerritorioCompleto[]): Promise<void> {
  await sql`
    insert into territorio (id, nombre, tipo, padre, departamental, cercado, capital, poblacion, lat, lon, vigente_desde, vigente_hasta)
    select id, nombre, tipo, padre, departamental, coalesce(cercado, false), capital, poblacion, lat, lon, "vigenteDesde", "vigenteHasta"
    from jsonb_to_recordset(${JSON.stringify(filas)}::jsonb) as f (id text, nombre text, tipo text, padre text, departamental text, cercado boolean,
      capital text, poblacion integer, lat double precision, lon double precision, "vigenteDesde" date, "vigenteHasta" date)
    on conflict (id) do update set nombre = excluded.nombre, capital = coalesce(excluded.capital, territorio.capital),
      poblacion = coalesce(excluded.poblacion, territorio.poblacion), lat = coalesce(excluded.lat, territorio.lat), lon = coalesce(excluded.lon, territorio.lon),
      vigente_desde = coalesce(excluded.vigente_desde, territorio.vigente_desde), vigente_hasta = coalesce(excluded.vigente_hasta, territorio.vigente_hasta)`.execute(
    tx,
  );
  const propios = filas.filter((t) => /^\d+$/.test(t.id)).map((t): CodigoDeTerritorio => ({ territorio: t.id, emisor: 'INEI', codigo: t.id, vigente: true }));
  await guardarCodigos(tx, propios);
}

async function guardarCodigos(tx: Tx, filas: readonly CodigoDeTerritorio[]): Promise<void> {
  await sql`
    insert into territorio_codigo (emisor, codigo, territorio, vigente)
    select emisor, codigo, territorio, vigente
    from jsonb_to_recordset(${JSON.stringify(filas)}::jsonb) as f (emisor text, codigo text, territorio text, vigente boolean)
    on conflict (emisor, codigo) do update set territorio = excluded.territorio, vigente = excluded.vigente`.execute(tx);
}

async function guardarEntidades(tx: Tx, filas: readonly EntidadCompleta[]): Promise<void> {
  await sql`
    insert into entidad (id, nombre, sigla, tipo, nivel, territorio, sector, nombre_por_confirmar, vigente_desde, vigente_hasta, sucesora)
    select id, nombre, sigla, tipo, nivel, territorio, sector, coalesce("nombrePorConfirmar", false), "vigenteDesde", "vigenteHasta", sucesora
    from jsonb_to_recordset(${JSON.stringify(filas)}::jsonb) as f (id text, nombre text, sigla text, tipo text, nivel text, territorio text, sector text,
      "nombrePorConfirmar" boolean, "vigenteDesde" date, "vigenteHasta" date, sucesora text)
    on conflict (id) do update set nombre = excluded.nombre, sigla = excluded.sigla, nombre_por_confirmar = excluded.nombre_por_confirmar`.execute(tx);
}

async function guardarOrganos(tx: Tx, filas: readonly Organo[]): Promise<void> {
  await sql`
    insert into organo (entidad, cargo, nombre, por_confirmar)
    select entidad, cargo, nombre, "porConfirmar"
    from jsonb_to_recordset(${JSON.stringify(filas)}::jsonb) as f (entidad text, cargo text, nombre text, "porConfirmar" boolean)
    on conflict (entidad, cargo) do update set nombre = excluded.nombre, por_confirmar = excluded.por_confirmar`.execute(tx);
}

async function suceder(tx: Tx, s: Sucesion): Promise<void> {
  await tx.updateTable('entidad').set({ vigente_hasta: s.hasta, sucesora: s.sucesora }).where('id', '=', s.entidad).execute();
}

async function crearDistrito(tx: Tx, c: Creacion): Promise<void> {
  await tx.updateTable('territorio').set({ vigente_desde: c.desde }).where('id', '=', c.distrito).execute();
  await tx.deleteFrom('linaje').where('territorio', '=', c.distrito).execute();
  await tx
    .insertInto('linaje')
    .values(c.origenes.map((origen) => ({ territorio: c.distrito, origen, desde: c.desde, norma: c.norma })))
    .execute();
}

/** Writes the rows of territory and entities that a hecho of the catalogue changes; norms have their own projection. */
export async function projectCatalogo(tx: Tx, { hecho }: HechoGuardado): Promise<void> {
  const h = hecho as CatalogoHecho;
  switch (h.tipo) {
    case 'CatalogosSembrados':
      await guardarTerritorios(tx, h.datos.territorios);
      await guardarEntidades(tx, h.datos.entidades);
      return guardarOrganos(tx, h.datos.organos);
    case 'TerritorioImportado':
      await guardarTerritorios(tx, h.datos.territorios);
      await guardarCodigos(tx, h.datos.codigos);
      return guardarEntidades(tx, h.datos.entidades);
    case 'EntidadRegistrada':
    case 'EntidadCorregida':
      return guardarEntidades(tx, [h.datos]);
    case 'OrganoConfirmado':
      return guardarOrganos(tx, [h.datos]);
    case 'SucesionRegistrada':
      return suceder(tx, h.datos);
    case 'DistritoCreado':
      return crearDistrito(tx, h.datos);
    case 'NormasImportadas':
      return;
  }
}
