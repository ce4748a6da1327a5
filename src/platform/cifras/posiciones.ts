import { sql } from 'kysely';
import type { Catalogo, TerritorioId } from '../../kernel/tipos.ts';
import type { Db, Tx } from '../base.ts';
import type { Arbol, NivelDeCaptura } from './celda.ts';

declare module '../base.ts' {
  interface Base {
    posicion: { territorio: TerritorioId; nivel: 'departamento' | 'provincia' | 'distrito'; pos: number };
  }
}

/** Where each territory stands in the arrays of its level, and who its parents are. */
export interface Posiciones {
  /** Place in the array of the level of the territory; 0 for the country. */
  de(territorio: TerritorioId): number | undefined;
  nivelDe(territorio: TerritorioId): NivelDeCaptura | undefined;
  /** Territories of a level in order of place. */
  en(nivel: NivelDeCaptura): readonly TerritorioId[];
  arbol: Arbol;
}

const NIVEL: Readonly<Record<string, 'departamento' | 'provincia' | 'distrito'>> = {
  departamento: 'departamento',
  ambito: 'departamento',
  provincia: 'provincia',
  distrito: 'distrito',
};

/** Places of the territories of the catalogue; gives one to those that have none yet. */
export async function cargarPosiciones(db: Db | Tx, catalogo: Catalogo): Promise<Posiciones> {
  const filas = await sql<{ territorio: TerritorioId; tipo: string; pos: number | null }>`
    select t.id as territorio, t.tipo, p.pos from territorio t left join posicion p on p.territorio = t.id where t.tipo <> 'pais' order by t.id`.execute(db);
  const niveles: Record<'departamento' | 'provincia' | 'distrito', TerritorioId[]> = { departamento: [], provincia: [], distrito: [] };
  for (const f of filas.rows) if (f.pos !== null) niveles[NIVEL[f.tipo] as 'distrito'][f.pos] = f.territorio;
  const nuevas: { territorio: TerritorioId; nivel: string; pos: number }[] = [];
  for (const f of filas.rows) {
    if (f.pos !== null) continue;
    const nivel = NIVEL[f.tipo] as 'distrito';
    nuevas.push({ territorio: f.territorio, nivel, pos: niveles[nivel].push(f.territorio) - 1 });
  }
  if (nuevas.length > 0) {
    const { rows } = await sql<{ n: number }>`
      with a as (insert into posicion select * from jsonb_to_recordset(${JSON.stringify(nuevas)}::jsonb) as (territorio text, nivel text, pos integer)
        on conflict do nothing returning 1) select count(*)::integer as n from a`.execute(db);
    if (rows[0]?.n !== nuevas.length) return cargarPosiciones(db, catalogo);
  }
  return posicionesDe(niveles, catalogo);
}

const conocidas = new WeakMap<Catalogo, Posiciones>();

/** Places of the territories of a catalogue, read once for each version of it. */
export async function posicionesDeCatalogo(db: Db | Tx, catalogo: Catalogo): Promise<Posiciones> {
  let p = conocidas.get(catalogo);
  if (!p) {
    p = await cargarPosiciones(db, catalogo);
    conocidas.set(catalogo, p);
  }
  return p;
}

/** Pure part: places and parents from the lists of each level. */
export function posicionesDe(niveles: Record<'departamento' | 'provincia' | 'distrito', readonly TerritorioId[]>, catalogo: Catalogo): Posiciones {
  const lugar = new Map<TerritorioId, number>([['pe', 0]]);
  const nivel = new Map<TerritorioId, NivelDeCaptura>([['pe', 'pais']]);
  for (const [n, ids] of Object.entries(niveles))
    ids.forEach((id, i) => {
      lugar.set(id, i);
      nivel.set(id, n as NivelDeCaptura);
    });
  const padre = (id: TerritorioId): TerritorioId => catalogo.territorio(id)?.padre ?? id;
  const lugarDe = (id: TerritorioId): number => lugar.get(id) ?? -1;
  return {
    de: (id) => lugar.get(id),
    nivelDe: (id) => nivel.get(id),
    en: (n) => (n === 'pais' ? ['pe'] : niveles[n]),
    arbol: {
      distritos: niveles.distrito.length,
      provincias: niveles.provincia.length,
      departamentos: niveles.departamento.length,
      provinciaDe: Int16Array.from(niveles.distrito, (id) => lugarDe(padre(id))),
      departamentoDe: Int16Array.from(niveles.provincia, (id) => lugarDe(padre(id))),
      mayorDe: Int16Array.from(niveles.departamento, (id) => (padre(id) === 'pe' ? lugarDe(id) : lugarDe(padre(id)))),
    },
  };
}
