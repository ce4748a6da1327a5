import { sql } from 'kysely';
import type { Fecha, Id, TerritorioId } from '../kernel/tipos.ts';
import type { Definicion } from '../modules/indicador/indicador.ts';
import type { Db } from '../platform/base.ts';
import { leerDobles, leerEnteros } from '../platform/cifras/arreglo.ts';
import { type Celda, type NivelDeCaptura, valorDe } from '../platform/cifras/celda.ts';
import type { Posiciones } from '../platform/cifras/posiciones.ts';
import { type Ocultos, ocultar } from '../platform/cifras/reserva.ts';
import { MARCA } from '../platform/cifras/tramo.ts';

/** What is known of a figure. «nada»: nobody reported, which is not zero nor «no data». */
export type EstadoLeido = 'valor' | 'nada' | 'sin_dato' | 'no_aplica' | 'reservado';

/** A figure as it may be shown: a reserved one counts in the totals and has no value of its own. */
export interface Lectura {
  valor?: number;
  estado: EstadoLeido;
  /** How many territories of capture gave a value. */
  n: number;
}

export type Forma = Pick<Definicion, 'agregacion' | 'factor' | 'captura' | 'desagregaciones'>;

const POR_MARCA: Readonly<Record<number, EstadoLeido>> = {
  [MARCA.NADA]: 'nada',
  [MARCA.VALOR]: 'valor',
  [MARCA.SIN_DATO]: 'sin_dato',
  [MARCA.NO_APLICA]: 'no_aplica',
  [MARCA.RESERVADO]: 'reservado',
};

/** Figure of a territory of capture: as it was given. */
function propia(f: Forma, marca: number, num: number, den: number): Lectura {
  const estado = POR_MARCA[marca] ?? 'nada';
  if (estado !== 'valor') return { estado, n: estado === 'reservado' ? 1 : 0 };
  return { estado, n: 1, valor: f.agregacion === 'razon' ? (num / den) * f.factor : num };
}

/** Total of a territory above the level of capture. */
function sumada(f: Forma, num: number, den: number, n: number): Lectura {
  const valor = n > 0 ? valorDe(f.agregacion, num, den, f.factor) : Number.NaN;
  return Number.isFinite(valor) ? { estado: 'valor', n, valor } : { estado: 'nada', n };
}

/** A figure that may not be shown, for itself or because another could be had from it. */
const reservada = (l: Lectura): Lectura => (l.estado === 'valor' ? { estado: 'reservado', n: l.n } : l);

/** What each period hides; only periods with a reserved figure are in it. One statement. */
export async function reservasDe(db: Db, indicador: Id, f: Forma, { arbol }: Posiciones, periodos?: readonly number[]): Promise<Map<number, Ocultos>> {
  const { rows } = await sql<{ periodo: number; categoria: string; marca: Buffer; num: Buffer }>`
    select c.periodo, s.categoria, c.marca, array_send(c.num) as num from serie s join cifra c on c.serie = s.id
    where s.indicador = ${indicador} and c.periodo in (select d.periodo from serie t join cifra d on d.serie = t.id
      where t.indicador = ${indicador} and d.reservado and ${periodos ? sql`d.periodo = any (${[...periodos]}::integer[])` : sql`true`})`.execute(db);
  const porPeriodo = Map.groupBy(rows, (r) => r.periodo);
  return new Map(
    [...porPeriodo].map(([p, celdas]) => [
      p,
      ocultar(
        celdas.map((c) => ({ categoria: c.categoria, marca: c.marca, num: leerDobles(c.num) })),
        f.desagregaciones.map((d) => d.categorias.map((c) => `${d.nombre}: ${c}`)),
        f.captura,
        arbol,
      ),
    ]),
  );
}

const RANGO: Readonly<Record<NivelDeCaptura, number>> = { pais: 0, departamento: 1, provincia: 2, distrito: 3 };

/** True when there are figures at that level: the level of capture or any above. */
export const llegaA = (captura: NivelDeCaptura, nivel: NivelDeCaptura): boolean => RANGO[nivel] <= RANGO[captura];

export interface PuntoDeSerie extends Lectura {
  periodo: number;
  categoria: string;
  /** As reported, where the territory is one of capture and the value may be shown. */
  reportado?: { num: number; den?: number };
}

/**
 * Figures of some territories: every period of one category, and every category of one period. One statement, and another
 * when some figure is reserved.
 * @param q `propios`: whoever reports those territories reads them, so only their own reserved figures are hidden; `entre`: first and last period
 * @returns by territory, in order of period
 */
export async function leerSeries(
  db: Db,
  indicador: Id,
  f: Forma,
  posiciones: Posiciones,
  q: { territorios: readonly TerritorioId[]; categoria: string; periodo: number; propios?: boolean; entre?: readonly [number, number] },
): Promise<Map<TerritorioId, PuntoDeSerie[]>> {
  const salida = new Map<TerritorioId, PuntoDeSerie[]>(q.territorios.map((t) => [t, []]));
  const lugares = q.territorios.flatMap((id) => {
    const nivel = posiciones.nivelDe(id);
    const pos = posiciones.de(id);
    return nivel !== undefined && pos !== undefined && llegaA(f.captura, nivel) ? [{ id, nivel, p: pos + 1, propio: nivel === f.captura }] : [];
  });
  if (lugares.length === 0) return salida;
  const { rows } = await sql<{
    periodo: number;
    categoria: string;
    i: number;
    num: number | null;
    den: number | null;
    n: number | null;
    marca: number | null;
    reserva: boolean;
  }>`
    select c.periodo, s.categoria, t.i::integer as i,
      c.periodo in (select d.periodo from serie x join cifra d on d.serie = x.id where x.indicador = ${indicador} and d.reservado) as reserva,
      case when t.propio then c.num[t.p] when t.nivel = 'pais' then c.pais_num when t.nivel = 'departamento' then c.dep_num[t.p] else c.prov_num[t.p] end as num,
      case when t.propio then c.den[t.p] when t.nivel = 'pais' then c.pais_den when t.nivel = 'departamento' then c.dep_den[t.p] else c.prov_den[t.p] end as den,
      case when t.propio then null when t.nivel = 'pais' then c.pais_n when t.nivel = 'departamento' then c.dep_n[t.p] else c.prov_n[t.p] end as n,
      case when t.propio and octet_length(c.marca) >= t.p then get_byte(c.marca, t.p - 1) end as marca
    from serie s join cifra c on c.serie = s.id
      cross join unnest(${lugares.map((l) => l.nivel)}::text[], ${lugares.map((l) => l.p)}::integer[], ${lugares.map((l) => l.propio)}::boolean[])
        with ordinality as t (nivel, p, propio, i)
    where s.indicador = ${indicador} and (s.categoria = ${q.categoria} or c.periodo = ${q.periodo})${q.entre ? sql` and c.periodo between ${q.entre[0]} and ${q.entre[1]}` : sql``}
    order by c.periodo, s.categoria`.execute(db);
  const reservas = !q.propios && rows.some((r) => r.reserva) ? await reservasDe(db, indicador, f, posiciones) : undefined;
  for (const r of rows) {
    const lugar = lugares[r.i - 1];
    if (!lugar) continue;
    const num = r.num ?? Number.NaN;
    const den = r.den ?? Number.NaN;
    const leida = lugar.propio ? propia(f, r.marca ?? MARCA.NADA, num, den) : sumada(f, num, den, r.n ?? 0);
    const l = reservas?.get(r.periodo)?.oculto(lugar.nivel, lugar.p - 1, r.categoria) ? reservada(leida) : leida;
    const reportado = lugar.propio && l.valor !== undefined ? { num, ...(Number.isNaN(den) ? {} : { den }) } : undefined;
    salida.get(lugar.id)?.push({ periodo: r.periodo, categoria: r.categoria, ...l, reportado });
  }
  return salida;
}

/** Figures of a whole level in one period, and who was expected to report. */
export interface Mapa {
  /** Grows with each change of the figures; 0 when there are none. */
  version: number;
  /** By place in the level; shorter than the level when the last ones have nothing. */
  de(pos: number): Lectura;
  /** True when the territory of capture said something: a value or a mark. */
  reporto(pos: number): boolean;
  /** Places of capture in force on the last day of the period. */
  esperados: Int32Array;
}

const COLUMNAS = {
  distrito: { num: 'c.num', den: 'c.den', n: '' },
  provincia: { num: 'c.prov_num', den: 'c.prov_den', n: 'c.prov_n' },
  departamento: { num: 'c.dep_num', den: 'c.dep_den', n: 'c.dep_n' },
  pais: { num: 'array[c.pais_num]', den: 'array[c.pais_den]', n: 'array[c.pais_n]' },
} as const;

/** Who was expected at the end of a period, for each version of the catalogue: it changes with it only. */
const conocidos = new WeakMap<Posiciones, Map<string, Int32Array>>();

/** One level for one period, in one statement (another when a figure is reserved): the arrays travel as PostgreSQL keeps them. */
export async function leerMapa(
  db: Db,
  indicador: Id,
  f: Forma,
  posiciones: Posiciones,
  q: { categoria: string; periodo: number; nivel: NivelDeCaptura; fin: Fecha },
): Promise<Mapa> {
  const propio = q.nivel === f.captura;
  const col = COLUMNAS[q.nivel];
  const porFin = conocidos.get(posiciones) ?? new Map<string, Int32Array>();
  conocidos.set(posiciones, porFin);
  const clave = `${f.captura} ${q.fin}`;
  const sabido = porFin.get(clave);
  const esperados =
    f.captura === 'pais'
      ? sql`array[0]`
      : sql`(select coalesce(array_agg(p.pos order by p.pos), '{}') from posicion p join territorio t on t.id = p.territorio
          where p.nivel = ${f.captura} and (t.vigente_desde is null or t.vigente_desde <= ${q.fin}::date) and (t.vigente_hasta is null or t.vigente_hasta >= ${q.fin}::date)
            and ${f.captura === 'departamento' ? sql`t.departamental = t.id` : sql`true`})`;
  const { rows } = await sql<{
    version: number | null;
    num: Buffer | null;
    den: Buffer | null;
    n: Buffer | null;
    marca: Buffer | null;
    esperados: Buffer | null;
    reserva: boolean;
  }>`
    select c.version, exists (select 1 from serie x join cifra d on d.serie = x.id where x.indicador = ${indicador} and d.periodo = ${q.periodo} and d.reservado) as reserva, array_send(${sql.raw(propio ? 'c.num' : col.num)}) as num, array_send(${sql.raw(propio ? 'c.den' : col.den)}) as den,
      ${propio ? sql`null::bytea` : sql`array_send(${sql.raw(col.n)}::integer[])`} as n, c.marca, ${sabido ? sql`null::bytea` : sql`array_send(${esperados}::integer[])`} as esperados
    from (select 1) x left join (select c.* from serie s join cifra c on c.serie = s.id
      where s.indicador = ${indicador} and s.categoria = ${q.categoria} and c.periodo = ${q.periodo}) c on true`.execute(db);
  const r = rows[0];
  const num = r?.num ? leerDobles(r.num) : new Float64Array(0);
  const den = r?.den ? leerDobles(r.den) : new Float64Array(0);
  const n = r?.n ? leerEnteros(r.n) : new Int32Array(0);
  const marca = r?.marca ?? Buffer.alloc(0);
  const lugares = sabido ?? (r?.esperados ? leerEnteros(r.esperados) : new Int32Array(0));
  if (!sabido) porFin.set(clave, lugares);
  const ocultos = r?.reserva ? (await reservasDe(db, indicador, f, posiciones, [q.periodo])).get(q.periodo) : undefined;
  const leida = (p: number): Lectura =>
    propio ? propia(f, marca[p] ?? MARCA.NADA, num[p] ?? Number.NaN, den[p] ?? Number.NaN) : sumada(f, num[p] ?? Number.NaN, den[p] ?? Number.NaN, n[p] ?? 0);
  return {
    version: r?.version ?? 0,
    de: (p) => (ocultos?.oculto(q.nivel, p, q.categoria) ? reservada(leida(p)) : leida(p)),
    reporto: (p) => (marca[p] ?? MARCA.NADA) !== MARCA.NADA,
    esperados: lugares,
  };
}

export interface Cobertura {
  reportaron: number;
  esperados: number;
}

/** How many of the territories expected inside `dentro` said something (8.19). A17: each district counts once, the cercado too. */
export function coberturaDe(m: Mapa, captura: NivelDeCaptura, posiciones: Posiciones, dentro: TerritorioId): Cobertura {
  const nivel = posiciones.nivelDe(dentro) ?? 'pais';
  const lugar = posiciones.de(dentro) ?? 0;
  let reportaron = 0;
  let esperados = 0;
  for (const p of m.esperados) {
    if (!contiene(posiciones, nivel, lugar, captura, p)) continue;
    esperados++;
    if (m.reporto(p)) reportaron++;
  }
  return { reportaron, esperados };
}

/** True when place `p` of level `captura` lies inside place `lugar` of `nivel`, or is it. */
export function contiene({ arbol }: Posiciones, nivel: NivelDeCaptura, lugar: number, captura: NivelDeCaptura, p: number): boolean {
  if (nivel === 'pais') return true;
  if (nivel === captura) return p === lugar || (nivel === 'departamento' && arbol.mayorDe[p] === lugar);
  if (captura === 'pais' || captura === 'departamento') return false;
  const provincia = captura === 'distrito' ? (arbol.provinciaDe[p] as number) : p;
  if (nivel === 'provincia') return provincia === lugar;
  const departamento = arbol.departamentoDe[provincia] as number;
  return departamento === lugar || arbol.mayorDe[departamento] === lugar;
}

export interface ValorFijado {
  clase: 'meta' | 'base';
  territorio: TerritorioId;
  periodo: number;
  valor: number;
  fuente: string | null;
}

/** Baselines, targets of a period, and every target of some territories (8.17). One statement. */
export async function leerFijados(db: Db, indicador: Id, q: { periodo: number; territorios: readonly TerritorioId[] }): Promise<ValorFijado[]> {
  const { rows } = await sql<ValorFijado>`
    select 'meta' as clase, territorio, periodo, valor, null as fuente from meta
      where indicador = ${indicador} and (periodo = ${q.periodo} or territorio = any(${[...q.territorios]}::text[]))
    union all select 'base', territorio, periodo, valor, fuente from linea_base where indicador = ${indicador}
    order by territorio, periodo`.execute(db);
  return rows;
}

/** Figures in force of an indicator in some periods; keys are `categoría\nperiodo`. One statement. */
export async function celdasVigentes(db: Db, indicador: Id, periodos: readonly number[]): Promise<Map<string, Celda>> {
  const { rows } = await sql<{ categoria: string; periodo: number; marca: Buffer; num: Buffer; den: Buffer; orden: Buffer }>`
    select s.categoria, c.periodo, c.marca, array_send(c.num) as num, array_send(c.den) as den, array_send(c.orden) as orden
    from serie s join cifra c on c.serie = s.id where s.indicador = ${indicador} and c.periodo = any (${periodos}::integer[])`.execute(db);
  return new Map(
    rows.map((f) => [
      `${f.categoria}\n${f.periodo}`,
      { marca: Uint8Array.from(f.marca), num: leerDobles(f.num), den: leerDobles(f.den), orden: leerEnteros(f.orden) },
    ]),
  );
}
