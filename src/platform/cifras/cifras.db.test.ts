import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CasaDePrueba, casaNueva } from '../../../test/casa.ts';
import { anularLote, aplicarLote, type EntornoDeCifras, enviarLotes, type Forma, guardarLote, rehacerCifras, serieDe } from './almacen.ts';
import { cargarPosiciones, type Posiciones } from './posiciones.ts';
import { MARCA } from './tramo.ts';

let casa: CasaDePrueba;
let posiciones: Posiciones;

beforeAll(async () => {
  casa = await casaNueva();
  posiciones = await cargarPosiciones(casa.db, casa.catalogo());
});
afterAll(() => casa.cerrar());

/** Small seeded generator: a failure prints its seed. */
function azar(semilla: number): (n: number) => number {
  let s = semilla >>> 0;
  return (n) => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return Math.floor((s / 2 ** 32) * n);
  };
}

interface Valor {
  serie: number;
  periodo: number;
  pos: number;
  marca: number;
  num: number;
  den: number;
}

const LOTES = Number(process.env.LOTES ?? 1000);
const ESCRITORES = 4;

test(`8.18 ${LOTES} lotes nuevos, corregidos y retirados por ${ESCRITORES} escritores a la vez: cada celda es la de un recálculo completo`, async () => {
  const semilla = Number(process.env.SEMILLA ?? Date.now() % 1e6);
  const al = azar(semilla);
  const formas: Forma[] = [
    { agregacion: 'suma', captura: 'distrito' },
    { agregacion: 'razon', captura: 'distrito' },
    { agregacion: 'media_ponderada', captura: 'provincia' },
    { agregacion: 'promedio', captura: 'departamento' },
  ];
  const series = await Promise.all(formas.map(() => serieDe(casa.db, randomUUID())));
  const entorno: EntornoDeCifras = { posiciones, formaDe: (s) => formas[series.indexOf(s)] };
  const largos = { distrito: 1891, provincia: 196, departamento: 27, pais: 1 };
  const conDen = (i: number) => formas[i]?.agregacion === 'razon' || formas[i]?.agregacion === 'media_ponderada';

  const hechos: ({ reporte: string; valores: Valor[]; retirado: boolean } | undefined)[] = [];
  const retirar: string[] = [];
  const unLote = async () => {
    if (retirar.length > 0 && al(5) === 0) {
      const reporte = retirar.splice(al(retirar.length), 1)[0] as string;
      await casa.db.transaction().execute((tx) => anularLote(tx, reporte, entorno));
      for (const h of hechos) if (h?.reporte === reporte) h.retirado = true;
      return;
    }
    const valores = new Map<string, Valor>();
    for (let i = 1 + al(20); i > 0; i--) {
      const k = al(formas.length);
      const marca = al(8) === 0 ? ([MARCA.SIN_DATO, MARCA.NO_APLICA, MARCA.RESERVADO][al(3)] ?? MARCA.VALOR) : MARCA.VALOR;
      const lleva = marca === MARCA.VALOR || marca === MARCA.RESERVADO;
      const v: Valor = {
        serie: k,
        periodo: 2020 + al(3),
        pos: al(Math.min(60, largos[formas[k]?.captura ?? 'pais'])),
        marca,
        num: lleva ? al(1000) : Number.NaN,
        den: lleva && conDen(k) ? 1 + al(1000) : Number.NaN,
      };
      valores.set(`${v.serie}:${v.periodo}:${v.pos}`, v);
    }
    const grupos = new Map<string, Valor[]>();
    for (const v of [...valores.values()].sort((a, b) => a.pos - b.pos)) {
      const clave = `${v.serie}:${v.periodo}`;
      grupos.set(clave, [...(grupos.get(clave) ?? []), v]);
    }
    const tramos = [...grupos.values()].map((vs) => ({
      serie: series[vs[0]?.serie ?? 0] as number,
      periodo: vs[0]?.periodo as number,
      tramo: {
        pos: Uint16Array.from(vs, (v) => v.pos),
        marca: Uint8Array.from(vs, (v) => v.marca),
        num: Float64Array.from(vs, (v) => v.num),
        den: conDen(vs[0]?.serie as number) ? Float64Array.from(vs, (v) => v.den) : new Float64Array(0),
      },
    }));
    const reporte = randomUUID();
    const orden = await casa.db.transaction().execute(async (tx) => {
      if (al(2) === 0) await enviarLotes(tx, [{ reporte, tramos }], entorno);
      else {
        await guardarLote(tx, reporte, tramos);
        await aplicarLote(tx, reporte, entorno);
      }
      return (await tx.selectFrom('lote').select('orden').where('reporte', '=', reporte).executeTakeFirstOrThrow()).orden as number;
    });
    hechos[orden] = { reporte, valores: [...valores.values()], retirado: false };
    retirar.push(reporte);
  };
  let quedan = LOTES;
  await Promise.all(
    Array.from({ length: ESCRITORES }, async () => {
      while (quedan-- > 0) await unLote();
    }),
  );

  const ultimos = new Map<string, Valor>();
  for (const h of hechos) if (h && !h.retirado) for (const v of h.valores) ultimos.set(`${v.serie}:${v.periodo}:${v.pos}`, v);
  const comparar = async () => {
    const filas = await sql<{ serie: number; periodo: number; pais_num: number; pais_den: number; pais_n: number; prov: number[]; num: number[] }>`
      select serie, periodo, pais_num, pais_den, pais_n, prov_num as prov, num from cifra order by 1, 2`.execute(casa.db);
    for (const f of filas.rows) {
      const k = series.indexOf(f.serie);
      const suyos = [...ultimos.values()].filter((v) => v.serie === k && v.periodo === f.periodo);
      const dicen = suyos.filter((v) => v.marca === MARCA.VALOR || v.marca === MARCA.RESERVADO);
      const clave = `semilla ${semilla}, serie ${formas[k]?.agregacion}, periodo ${f.periodo}`;
      expect(f.pais_n, clave).toBe(dicen.length);
      const suma = (de: (v: Valor) => number) => dicen.reduce((s, v) => s + de(v), 0);
      const num = formas[k]?.agregacion === 'media_ponderada' ? suma((v) => v.num * v.den) : suma((v) => v.num);
      if (dicen.length > 0) expect(f.pais_num, clave).toBeCloseTo(num, 6);
      else expect(f.pais_num, clave).toBeNaN();
      if (conDen(k) && dicen.length > 0)
        expect(f.pais_den, clave).toBeCloseTo(
          suma((v) => v.den),
          6,
        );
      if (k === 0) {
        const primera = posiciones.arbol.provinciaDe[0] as number;
        const dentro = dicen.filter((v) => posiciones.arbol.provinciaDe[v.pos] === primera);
        if (dentro.length > 0)
          expect(f.prov[primera], clave).toBeCloseTo(
            dentro.reduce((s, v) => s + v.num, 0),
            6,
          );
      }
      for (const v of dicen) expect(f.num[v.pos], clave).toBe(v.num);
    }
    return filas.rows.length;
  };
  expect(await comparar()).toBeGreaterThan(8);

  const huella = () =>
    sql<{ h: string }>`select md5(string_agg((to_jsonb(c) - 'version')::text, '' order by serie, periodo)) as h from cifra c where pais_n > 0`.execute(casa.db);
  const antes = (await huella()).rows[0]?.h;
  await casa.db.transaction().execute((tx) => rehacerCifras(tx, entorno));
  await comparar();
  expect((await huella()).rows[0]?.h, `semilla ${semilla}`).toBe(antes);
}, 120_000);
