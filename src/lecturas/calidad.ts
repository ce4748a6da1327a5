import { sql } from 'kysely';
import type { EntidadId, Fecha, Id, TerritorioId } from '../kernel/tipos.ts';
import type { Regla } from '../modules/reporte/reporte.calidad.ts';
import type { ExplicacionDeCifra } from '../modules/reporte/reporte.ts';
import type { Db } from '../platform/base.ts';
import { leerEnteros } from '../platform/cifras/arreglo.ts';
import type { Posiciones } from '../platform/cifras/posiciones.ts';
import { desempacar, MARCA, type Tramo } from '../platform/cifras/tramo.ts';
import { contiene, type Forma, leerMapa, reservasDe } from './cifras.ts';

/** Batch that a figure in force comes from. */
export interface Procedencia {
  reporte: Id;
  codigo: string;
  entidad: EntidadId;
  entidadNombre: string;
  enviado: Fecha;
}

/** A warning on a figure in force, as it may be shown. */
export interface AvisoLeido {
  categoria: string;
  periodo: number;
  /** Place in the level of capture. */
  pos: number;
  regla: Regla;
  /** Version of the rules that gave it. */
  reglas: number;
  /** Not shown where the figure is reserved, or another could be had from it. */
  reservado: boolean;
  valor?: number;
  menor?: number;
  mayor?: number;
  de?: Procedencia;
  explicacion?: ExplicacionDeCifra;
}

type Guardado = [pos: number, regla: Regla, valor: number, menor: number | null, mayor: number | null];

const leido = ([pos, regla, valor, menor, mayor]: Guardado, mas: { categoria: string; periodo: number; reglas: number; reservado: boolean }): AvisoLeido => ({
  ...mas,
  pos,
  regla,
  ...(mas.reservado ? {} : { valor, menor: menor ?? undefined, mayor: mayor ?? undefined }),
});

/** Reports that some batches are of. One statement. */
async function procedencias(db: Db, ordenes: readonly number[]): Promise<Map<number, Procedencia & { explicaciones: ExplicacionDeCifra[] }>> {
  if (ordenes.length === 0) return new Map();
  const { rows } = await sql<Procedencia & { orden: number; explicaciones: ExplicacionDeCifra[] }>`
    select l.orden, e.id as reporte, e.codigo, e.entidad, coalesce(n.nombre, e.entidad) as "entidadNombre", e.estado ->> 'desde' as enviado,
      coalesce(e.estado -> 'explicaciones', '[]') as explicaciones
    from lote l join expediente e on e.id = l.reporte left join entidad n on n.id = e.entidad where l.orden = any (${[...ordenes]}::integer[])`.execute(db);
  return new Map(rows.map(({ orden, ...r }) => [orden, r]));
}

const explicacionDe = (lista: readonly ExplicacionDeCifra[], a: AvisoLeido, territorio: TerritorioId | undefined): ExplicacionDeCifra | undefined =>
  lista.findLast((x) => x.territorio === territorio && x.periodo === a.periodo && x.categoria === a.categoria);

/** Warnings on the figures in force of an indicator in a period, in every category, with what was answered to each. At most three statements. */
export async function leerAvisos(db: Db, indicador: Id, f: Forma, posiciones: Posiciones, periodo: number): Promise<AvisoLeido[]> {
  const { rows } = await sql<{ categoria: string; reglas: number; avisos: Guardado[]; orden: Buffer }>`
    select s.categoria, a.reglas, a.avisos, array_send(c.orden) as orden
    from serie s join aviso_cifra a on a.serie = s.id join cifra c on c.serie = a.serie and c.periodo = a.periodo
    where s.indicador = ${indicador} and a.periodo = ${periodo} order by s.categoria`.execute(db);
  if (rows.length === 0) return [];
  const ocultos = (await reservasDe(db, indicador, f, posiciones, [periodo])).get(periodo);
  const territorios = posiciones.en(f.captura);
  const filas = rows.map((r) => ({ ...r, orden: leerEnteros(r.orden) }));
  const de = await procedencias(db, [...new Set(filas.flatMap((r) => r.avisos.map(([pos]) => r.orden[pos] ?? 0)))]);
  return filas.flatMap((r) =>
    r.avisos
      .filter(([pos]) => pos >= 0)
      .map((g) => {
        const a = leido(g, { categoria: r.categoria, periodo, reglas: r.reglas, reservado: ocultos?.oculto(f.captura, g[0], r.categoria) ?? false });
        const origen = de.get(r.orden[a.pos] ?? 0);
        if (!origen) return a;
        const { explicaciones, ...procedencia } = origen;
        return { ...a, de: procedencia, explicacion: explicacionDe(explicaciones, a, territorios[a.pos]) };
      }),
  );
}

/** Rules that so many territories break in a period that not all are told one by one: what is odd is the period. One statement. */
export async function leerMasivos(db: Db, indicador: Id, periodo: number): Promise<{ categoria: string; regla: Regla; territorios: number }[]> {
  const { rows } = await sql<{ categoria: string; regla: Regla; territorios: number }>`
    select s.categoria, x.a ->> 1 as regla, (x.a ->> 2)::integer as territorios
    from serie s join aviso_cifra a on a.serie = s.id cross join jsonb_array_elements(a.avisos) as x (a)
    where s.indicador = ${indicador} and a.periodo = ${periodo} and x.a -> 0 = '-1' order by 1, 2`.execute(db);
  return rows;
}

/** Cells of a batch that are looked at for its warnings. */
const CELDAS = 240;

/** Warnings on the figures that a report has in force, the last periods first. One statement. */
export async function leerAvisosDeReporte(
  db: Db,
  reporte: Id,
  territorios: readonly TerritorioId[],
  explicaciones: readonly ExplicacionDeCifra[],
): Promise<AvisoLeido[]> {
  const { rows } = await sql<{ categoria: string; periodo: number; reglas: number; avisos: Guardado[]; orden: Buffer; marca: Buffer; suyo: number }>`
    select s.categoria, a.periodo, a.reglas, a.avisos, array_send(c.orden) as orden, c.marca, l.orden as suyo
    from lote l join lote_celda lc on lc.lote = l.id join serie s on s.id = lc.serie join aviso_cifra a on a.serie = lc.serie and a.periodo = lc.periodo
      join cifra c on c.serie = a.serie and c.periodo = a.periodo
    where l.reporte = ${reporte} and l.orden is not null order by a.periodo desc, s.categoria limit ${CELDAS}`.execute(db);
  return rows.flatMap((r) => {
    const orden = leerEnteros(r.orden);
    return r.avisos
      .filter(([pos]) => orden[pos] === r.suyo)
      .map((g) => {
        const a = leido(g, { categoria: r.categoria, periodo: r.periodo, reglas: r.reglas, reservado: r.marca[g[0]] === MARCA.RESERVADO });
        return { ...a, explicacion: explicacionDe(explicaciones, a, territorios[a.pos]) };
      });
  });
}

/** What a batch not sent yet says. One statement. */
export async function tramosDeBorrador(db: Db, reporte: Id): Promise<{ categoria: string; periodo: number; tramo: Tramo }[]> {
  const { rows } = await sql<{ categoria: string; periodo: number; datos: Buffer }>`
    select s.categoria, c.periodo, c.datos from lote l join lote_celda c on c.lote = l.id join serie s on s.id = c.serie
    where l.reporte = ${reporte} and l.orden is null order by c.periodo desc, s.categoria limit ${CELDAS}`.execute(db);
  return rows.map(({ datos, ...r }) => ({ ...r, tramo: desempacar(datos) }));
}

/** Whether a territory of capture that was expected reported, by which report, and whether after the term. */
export interface Cumplimiento {
  pos: number;
  reporto: boolean;
  tarde: boolean;
  de?: Procedencia;
}

/** Who of the expected has reported a period, and when (8.17, 8.19). Three statements. */
export async function leerCumplimiento(
  db: Db,
  indicador: Id,
  f: Forma,
  posiciones: Posiciones,
  q: { categoria: string; periodo: number; fin: Fecha; plazo?: Fecha },
): Promise<Cumplimiento[]> {
  const [mapa, { rows }] = await Promise.all([
    leerMapa(db, indicador, f, posiciones, { ...q, nivel: f.captura }),
    sql<{ orden: Buffer }>`select array_send(c.orden) as orden from serie s join cifra c on c.serie = s.id
      where s.indicador = ${indicador} and s.categoria = ${q.categoria} and c.periodo = ${q.periodo}`.execute(db),
  ]);
  const orden = rows[0] ? leerEnteros(rows[0].orden) : new Int32Array(0);
  const de = await procedencias(
    db,
    [...new Set(orden)].filter((o) => o > 0),
  );
  return [...mapa.esperados].map((pos) => {
    const origen = de.get(orden[pos] ?? 0);
    if (!mapa.reporto(pos) || !origen) return { pos, reporto: mapa.reporto(pos), tarde: false };
    const { explicaciones: _, ...procedencia } = origen;
    return { pos, reporto: true, tarde: q.plazo !== undefined && origen.enviado > q.plazo, de: procedencia };
  });
}

export interface CuentaDeCalidad {
  esperados: number;
  reportaron: number;
  tarde: number;
  /** Territories with some warning not explained; undefined where warnings were not read. */
  avisos?: number;
}

/** Counts of each of some territories. Pure. */
export function cuentasPor(
  territorios: readonly TerritorioId[],
  f: Pick<Forma, 'captura'>,
  posiciones: Posiciones,
  cumplimiento: readonly Cumplimiento[],
  avisos?: readonly AvisoLeido[],
): Map<TerritorioId, CuentaDeCalidad> {
  const abiertos = avisos && [...new Set(avisos.filter((a) => !a.explicacion).map((a) => a.pos))];
  return new Map(
    territorios.map((t) => {
      const [nivel, lugar] = [posiciones.nivelDe(t) ?? 'pais', posiciones.de(t) ?? 0];
      const dentro = (p: number) => contiene(posiciones, nivel, lugar, f.captura, p);
      const suyos = cumplimiento.filter((c) => dentro(c.pos));
      return [
        t,
        {
          esperados: suyos.length,
          reportaron: suyos.filter((c) => c.reporto).length,
          tarde: suyos.filter((c) => c.tarde).length,
          avisos: abiertos?.filter(dentro).length,
        },
      ];
    }),
  );
}
