import { sql } from 'kysely';
import type { Id } from '../kernel/tipos.ts';
import type { Modelo } from '../modules/modelo/modelo.ts';
import type { Db } from '../platform/base.ts';

export interface ModeloConPoi {
  id: Id;
  codigo: string;
  titulo: string;
  demo: boolean;
  estado: Modelo;
}

/** Modelos formalised at least once, or with some sheet of POI (9.5). One statement. */
export async function leerModelosConPoi(db: Db): Promise<ModeloConPoi[]> {
  const { rows } = await sql<ModeloConPoi>`
    select id, codigo, titulo, demo, estado - 'secciones' - 'paquete' as estado from expediente
    where tipo = 'modelo' and (estado ? 'resolucion' or estado ? 'enFuerza' or estado ? 'vinculaciones') order by titulo, codigo`.execute(db);
  return rows;
}
