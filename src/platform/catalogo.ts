import { sql } from 'kysely';
import type { Catalogo, Entidad, Territorio } from '../kernel/tipos.ts';
import type { Db, Tx } from './base.ts';
import { type Competencia, catalogoDeMemoria } from './catalogo-memoria.ts';

interface Fila {
  version: number;
  territorios: Territorio[] | null;
  entidades: Entidad[] | null;
  competencias: Competencia[] | null;
}

/**
 * Reads the catalogues of one moment into memory. `version` is the one of the expediente of catalogues, 0 before the
 * installation: compare it to know whether to read again.
 */
export async function cargarCatalogo(db: Db | Tx): Promise<Catalogo & { version: number }> {
  const { rows } = await sql<Fila>`
    select
      coalesce((select version from expediente where tipo = 'catalogo'), 0) as version,
      (select json_agg(json_strip_nulls(json_build_object('id', id, 'nombre', nombre, 'tipo', tipo, 'padre', padre, 'departamental', departamental,
        'cercado', nullif(cercado, false), 'capital', capital, 'poblacion', poblacion, 'lat', lat, 'lon', lon,
        'vigenteDesde', vigente_desde, 'vigenteHasta', vigente_hasta))) from territorio) as territorios,
      (select json_agg(json_strip_nulls(json_build_object('id', id, 'nombre', nombre, 'sigla', sigla, 'tipo', tipo, 'nivel', nivel, 'territorio', territorio,
        'sector', sector, 'nombrePorConfirmar', nullif(nombre_por_confirmar, false), 'vigenteDesde', vigente_desde, 'vigenteHasta', vigente_hasta,
        'sucesora', sucesora))) from entidad) as entidades,
      (select json_agg(json_strip_nulls(json_build_object('clave', clave, 'texto', texto, 'vigenteDesde', vigente_desde, 'vigenteHasta', vigente_hasta)))
        from competencia) as competencias`.execute(db);
  const [fila] = rows as [Fila];
  return { ...catalogoDeMemoria(fila.territorios ?? [], fila.entidades ?? [], fila.competencias ?? []), version: fila.version };
}
