import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Resultado } from '../../src/platform/contrato.ts';
import type { CasaDePrueba } from '../casa.ts';

/** Cuánto hay en el libro y en qué versión está cada expediente: igual antes y después de lo que se rechaza. */
export async function instantanea(casa: Pick<CasaDePrueba, 'db'>): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*)::int from acto) as actos, (select count(*)::int from hecho) as hechos, (select count(*)::int from pendiente) as pendientes,
      (select coalesce(sum(ultimo), 0)::int from numeracion) as numeros,
      (select md5(string_agg(id || ':' || version || ':' || encode(huella, 'hex') || ':' || estado::text, ',' order by id)) from expediente) as cabezas`.execute(
    casa.db,
  );
  return rows[0];
}

/** Un rechazo con motivo y remedio: su estado, sus numerales y los campos que nombra, sin repetir. */
export function rechazoDe(r: Resultado): { estado: number; numerales: string[]; campos: string[] } {
  if (r.ok) throw new Error(`No debía hacerse, y se registró ${r.hechos.map((h) => h.tipo).join(', ')}.`);
  for (const i of r.impedimentos) {
    expect(i.motivo).not.toBe('');
    expect(i.remedio).not.toBe('');
  }
  const unicos = (lista: (string | undefined)[]) => [...new Set(lista.filter((x) => x !== undefined))];
  return { estado: r.estado, numerales: unicos(r.impedimentos.map((i) => i.numeral)), campos: unicos(r.impedimentos.map((i) => i.campo)) };
}
