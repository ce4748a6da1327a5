import { sql } from 'kysely';
import type { Db } from '../platform/base.ts';
import { patrones } from './lista.ts';

/** One page of a catalogue, in order of key. `desde`: last key seen. */
export interface FiltroCatalogo {
  q?: string;
  desde?: string;
  limite: number;
}

export interface TerritorioFila {
  id: string;
  nombre: string;
  tipo: string;
  padre: string | null;
  departamental: string | null;
  capital: string | null;
  poblacion: number | null;
  vigenteHasta: string | null;
}

/** Territories by code. One statement. */
export async function listarTerritorios(db: Db, f: FiltroCatalogo & { tipo?: string; padre?: string }): Promise<TerritorioFila[]> {
  const { rows } = await sql<TerritorioFila>`
    select id, nombre, tipo, padre, departamental, capital, poblacion, vigente_hasta as "vigenteHasta" from territorio
    where busqueda like all (${patrones(f.q ?? '')}::text[])
      and ${f.tipo ? sql`tipo = ${f.tipo}` : sql`true`} and ${f.padre ? sql`padre = ${f.padre}` : sql`true`} and id > ${f.desde ?? ''} collate "C"
    order by id collate "C" limit ${f.limite}`.execute(db);
  return rows;
}

export interface EntidadFila {
  id: string;
  nombre: string;
  sigla: string | null;
  tipo: string;
  nivel: string;
  territorio: string | null;
  sector: string | null;
  nombrePorConfirmar: boolean;
  vigenteDesde: string | null;
  vigenteHasta: string | null;
  sucesora: string | null;
}

/** Entities by key. One statement. */
export async function listarEntidades(
  db: Db,
  f: FiltroCatalogo & { tipo?: string; territorio?: string; sector?: string; nivel?: string; porConfirmar?: boolean },
): Promise<EntidadFila[]> {
  const { rows } = await sql<EntidadFila>`
    select id, nombre, sigla, tipo, nivel, territorio, sector, nombre_por_confirmar as "nombrePorConfirmar", vigente_desde as "vigenteDesde",
      vigente_hasta as "vigenteHasta", sucesora
    from entidad
    where busqueda like all (${patrones(f.q ?? '')}::text[])
      and ${f.tipo ? sql`tipo = ${f.tipo}` : sql`true`} and ${f.territorio ? sql`territorio = ${f.territorio}` : sql`true`}
      and ${f.sector ? sql`sector = ${f.sector}` : sql`true`} and ${f.nivel ? sql`nivel = ${f.nivel}` : sql`true`}
      and ${f.porConfirmar ? sql`(nombre_por_confirmar or exists (select from organo o where o.entidad = entidad.id and o.por_confirmar))` : sql`true`} and id > ${f.desde ?? ''} collate "C"
    order by id collate "C" limit ${f.limite}`.execute(db);
  return rows;
}

export interface NormaFila {
  id: string;
  nombre: string;
  vigenteDesde: string | null;
  vigenteHasta: string | null;
}

/** Norms by key. One statement. */
export async function listarNormas(db: Db, f: FiltroCatalogo): Promise<NormaFila[]> {
  const { rows } = await sql<NormaFila>`
    select id, nombre, vigente_desde as "vigenteDesde", vigente_hasta as "vigenteHasta" from norma
    where busqueda like all (${patrones(f.q ?? '')}::text[]) and id > ${f.desde ?? ''} collate "C"
    order by id collate "C" limit ${f.limite}`.execute(db);
  return rows;
}

export interface CompetenciaFila {
  clave: string;
  norma: string;
  texto: string;
  materia: string | null;
  nivel: string | null;
  vigenteDesde: string | null;
  vigenteHasta: string | null;
}

/** Competences citable by article and letter. One statement. */
export async function listarCompetencias(db: Db, f: FiltroCatalogo & { norma?: string; nivel?: string }): Promise<CompetenciaFila[]> {
  const { rows } = await sql<CompetenciaFila>`
    select clave, norma, texto, materia, nivel, vigente_desde as "vigenteDesde", vigente_hasta as "vigenteHasta" from competencia
    where busqueda like all (${patrones(f.q ?? '')}::text[])
      and ${f.norma ? sql`norma = ${f.norma}` : sql`true`} and ${f.nivel ? sql`nivel = ${f.nivel}` : sql`true`} and clave > ${f.desde ?? ''} collate "C"
    order by clave collate "C" limit ${f.limite}`.execute(db);
  return rows;
}
