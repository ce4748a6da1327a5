import { sql } from 'kysely';
import type { Contexto, Leido } from '../kernel/acto.ts';
import { fechaDeLima } from '../kernel/calendario.ts';
import type { Catalogo, Id } from '../kernel/tipos.ts';
import type { Db } from './base.ts';
import { sha256 } from './cabeza.ts';
import type { AccionDisponible, Solicitante } from './contrato.ts';
import type { Registro } from './registro.ts';

interface Entorno {
  db: Db;
  registro: Registro;
  catalogo: () => Catalogo;
  ahora: () => Date;
}

/**
 * What the office can do on an expediente now, and why not what it cannot: the same rules that `execute` will apply,
 * read in one statement and without locks. Empty when the expediente does not exist.
 */
export async function disponibles(e: Entorno, quien: Solicitante, id: Id): Promise<AccionDisponible[]> {
  const { rows } = await sql<{ id: Id; tipo: string; version: number; estado: unknown; relaciones: Record<string, Id> }>`
    select e.id, e.tipo, e.version, e.estado, e.relaciones from expediente e
    where e.id = ${id} or e.id in (select v.value::uuid from expediente p cross join lateral jsonb_each_text(p.relaciones) v where p.id = ${id})`.execute(e.db);
  const propio = rows.find((r) => r.id === id);
  const modulo = propio && e.registro.modulo(propio.tipo);
  if (!propio || !modulo) return [];
  const porId = new Map(rows.map((r) => [r.id, r]));
  const leidos: Record<string, Leido> = {};
  for (const [rol, otro] of Object.entries(propio.relaciones)) {
    const fila = porId.get(otro);
    if (fila) leidos[rol] = fila;
  }
  const ahora = e.ahora();
  const hoy = fechaDeLima(ahora);
  const ctx: Contexto = {
    id,
    hoy,
    ahora: ahora.toISOString(),
    ocurridoEl: hoy,
    actor: quien.actor,
    catalogo: e.catalogo(),
    leidos,
    huella: (texto) => sha256(texto).toString('hex'),
  };
  return modulo.actos
    .filter((a) => !a.crea)
    .map((a): AccionDisponible => {
      const base = { acto: a.nombre, titulo: a.titulo, resumen: a.resumen, numerales: a.numerales, concurrencia: a.concurrencia };
      const permiso = a.puede(quien.actor, propio.estado, ctx);
      if (permiso)
        return {
          ...base,
          estado: 'ajena',
          impedimentos: [{ numeral: permiso.numeral ?? a.numerales[0] ?? '', motivo: permiso.motivo, remedio: permiso.remedio }],
        };
      const impedimentos = [...(a.impide?.(propio.estado, ctx) ?? [])];
      return { ...base, estado: impedimentos.length > 0 ? 'impedida' : 'posible', impedimentos };
    });
}
