import type pg from 'pg';
import { abrirPool } from './base.ts';
import { ESCRIBIR, LEER } from './sql.ts';
import { preparar } from './tanda.ts';

/**
 * Pool for `execute`: its statements are prepared when a connection opens. They go by primary key whatever the size of
 * the tables, and are planned once, perhaps while those are still empty.
 */
export function abrirLibro(url: string, maximo = 4): pg.Pool {
  return abrirPool(url, {
    maximo,
    ajustes: `set plan_cache_mode = 'force_generic_plan'; set enable_seqscan = off; ${preparar({ leer: LEER, escribir: ESCRIBIR })}`,
  });
}
