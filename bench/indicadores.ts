import { randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { sql } from 'kysely';
import pg from 'pg';
import { from as copiarDesde } from 'pg-copy-streams';
import { confirmarCarga } from '../src/carga.ts';
import { type Casa, componer } from '../src/composicion.ts';
import { instalar } from '../src/instalar.ts';
import type { Id, TerritorioId } from '../src/kernel/tipos.ts';
import { leerMapa, leerSeries } from '../src/lecturas/cifras.ts';
import { aplicarLote, type EntornoDeCifras, enviarLotes, guardarLote, rehacerCifras, serieDe, type TramoDeLote } from '../src/platform/cifras/almacen.ts';
import { type Posiciones, posicionesDeCatalogo } from '../src/platform/cifras/posiciones.ts';
import type { Solicitante } from '../src/platform/contrato.ts';
import { guardarDocumento, leerDocumento } from '../src/platform/documentos.ts';
import { baseDeBench } from './base.ts';
import { comparar } from './comun.ts';

/**
 * Figures: import of a file against COPY, roll-up of one correction against a full rebuild, queries of the screens
 * against a read by primary key (and DuckDB over a row per value), single reports, bytes on disk, growth with size.
 * VALORES (10 million by default) is the larger size; the smaller one, for the exponents, is a tenth.
 */
const VALORES = Number(process.env.VALORES ?? 10e6);
const FILAS = Number(process.env.FILAS ?? 1e6);
const RONDAS = Number(process.env.RONDAS ?? 3);
const LECTURAS = Number(process.env.LECTURAS ?? 400);
const MESES = 120;
const DISTRITOS = 1891;

const periodo = (mes: number): number => (2015 + Math.floor(mes / 12)) * 100 + (mes % 12) + 1;
const PRIMERO = periodo(0);
const ULTIMO = periodo(MESES - 1);
/** The same figure here and in DuckDB. */
const cifra = (serie: number, mes: number, pos: number): number => ((serie * 7919 + mes * 104729 + pos * 15485863) % 100003) / 10;

const ms = (t: number): string => (t >= 100 ? `${Math.round(t)} ms` : `${t.toFixed(2)} ms`);
const p = (xs: number[], q: number): number => [...xs].sort((a, b) => a - b)[Math.min(xs.length - 1, Math.floor(xs.length * q))] ?? 0;
async function medir(hacer: () => Promise<unknown>): Promise<number> {
  const t = performance.now();
  await hacer();
  return performance.now() - t;
}
const exponente = (chico: number, grande: number, razon: number): string => (Math.log(grande / chico) / Math.log(razon)).toFixed(2);
function razon(nombre: string, pares: readonly { a: number; b: number }[], nota = ''): void {
  const rs = pares.map(({ a, b }) => a / b);
  console.log(`${nombre} ratio ${p(rs, 0.5).toPrecision(3)} (min ${Math.min(...rs).toPrecision(3)}, max ${Math.max(...rs).toPrecision(3)})${nota}`);
}

function solicitante(casa: Casa): Solicitante {
  const entidad = casa.catalogo().entidad('minam');
  if (!entidad) throw new Error('Falta el catálogo');
  const [persona, designacion] = [randomUUID(), randomUUID()];
  const { tipo: tipoEntidad, nivel } = entidad;
  return {
    cuenta: randomUUID(),
    demo: false,
    actor: {
      persona,
      designacion,
      cargo: 'organo_descentralizacion',
      calidad: 'titular',
      entidad: 'minam',
      tipoEntidad,
      nivel,
      sector: 'minam',
      desde: '2020-01-01',
    },
  };
}

async function hacer(casa: Casa, quien: Solicitante, acto: string, datos: unknown, expediente: Id = randomUUID()): Promise<Id> {
  const r = await casa.ejecutar({ acto, expediente, datos, clave: randomUUID() }, quien);
  if (!r.ok) throw new Error(JSON.stringify(r.impedimentos));
  return expediente;
}

async function indicadorNuevo(casa: Casa, quien: Solicitante, servicio: Id): Promise<Id> {
  return hacer(casa, quien, 'DefinirIndicador', {
    servicio,
    nombre: `Indicador ${randomUUID()}`,
    proposito: 'Medir',
    dimension: 'cobertura',
    clase: 'resultado',
    agregacion: 'suma',
    numerador: 'Cantidad atendida',
    unidad: 'unidades',
    decimales: 1,
    sentido: 'mayor_mejor',
    periodicidad: 'mensual',
    fuente: 'Registro',
    responsable: 'minam',
    captura: 'distrito',
  });
}

const base = await baseDeBench('indicadores');
const casa = await componer({ url: base.url });
const cliente = new pg.Client({ connectionString: base.url });
await cliente.connect();
try {
  await instalar(casa);
  console.log(
    `${cpus().length} procesadores, carga ${loadavg()
      .map((x) => x.toFixed(1))
      .join(' ')}`,
  );
  const quien = solicitante(casa);
  const servicio = await hacer(casa, quien, 'IdentificarServicio', {
    nombre: 'Servicio',
    sector: 'minam',
    necesidad: 'N',
    continuidad: 'C',
    norma: 'N',
    niveles: ['nacional', 'regional', 'provincial', 'distrital'],
  });
  const posiciones = await posicionesDeCatalogo(casa.db, casa.catalogo());
  const entorno: EntornoDeCifras = { posiciones, formaDe: () => ({ agregacion: 'suma', captura: 'distrito' }) };
  await importacion(quien, servicio, posiciones);
  await reportes(quien, servicio, posiciones);
  const chico = await tamano(VALORES / 10, entorno);
  const grande = await tamano(VALORES, entorno);
  for (const k of Object.keys(grande) as (keyof typeof grande)[])
    console.log(
      `crecimiento ${k}: exponente ${exponente(chico[k], grande[k], 10)} (${ms(chico[k])} con ${VALORES / 1e7} M, ${ms(grande[k])} con ${VALORES / 1e6} M)`,
    );
  console.log(
    `carga al terminar ${loadavg()
      .map((x) => x.toFixed(1))
      .join(' ')}`,
  );
} finally {
  await cliente.end();
  await casa.cerrar();
  await base.cerrar();
}

/** The file as somebody has it, five rows in a hundred wrong, and the same rows all right as COPY takes them. */
function archivos(distritos: readonly string[]): { bytes: Uint8Array; copia: Buffer } {
  const lineas: string[] = [];
  const buenas: string[] = [];
  for (let i = 0; i < FILAS; i++) {
    const ubigeo = distritos[i % DISTRITOS] as string;
    const mes = Math.floor(i / DISTRITOS);
    const fecha = `${1950 + Math.floor(mes / 12)}-${String((mes % 12) + 1).padStart(2, '0')}`;
    const valor = cifra(1, mes, i % DISTRITOS);
    buenas.push(`${ubigeo}\t${fecha}\t${valor}`);
    const n = i % 100;
    if (n === 7) lineas.push(`99${ubigeo.slice(2)},${fecha},${valor}`);
    else if (n === 27 || n === 47) lineas.push(`${ubigeo},${fecha},${valor} aprox`);
    else if (n === 67) lineas.push(`${ubigeo},${fecha.slice(0, 4)}-13,${valor}`);
    else if (n === 87) lineas.push(`,${fecha},${valor}`);
    else lineas.push(`${ubigeo},${fecha},${valor}`);
  }
  return { bytes: new TextEncoder().encode(`ubigeo,periodo,cantidad\n${lineas.join('\n')}\n`), copia: Buffer.from(`${buenas.join('\n')}\n`) };
}

/** (a) Rows of a file per second, from its bytes to figures in force with their totals, against COPY into a keyed table. */
async function importacion(quien: Solicitante, servicio: Id, posiciones: Posiciones): Promise<void> {
  const { bytes, copia } = archivos(posiciones.en('distrito'));
  const nuestro = async () => {
    const indicador = await indicadorNuevo(casa, quien, servicio);
    const huella = await guardarDocumento(casa.db, bytes, 'cifras.csv', 'text/csv', quien, casa.ahora());
    const t = await medir(async () => {
      const r = await confirmarCarga({ ...casa, leerDocumento: (h) => leerDocumento(casa.db, h) }, quien, indicador, huella, {
        soloCorrectas: true,
        motivo: '',
        clave: randomUUID(),
      });
      if (!r.ok) throw new Error(JSON.stringify(r));
    });
    return (FILAS / t) * 1000;
  };
  const referencia = async () => {
    await cliente.query(
      'drop table if exists referencia; create table referencia (ubigeo text, periodo text, valor double precision, primary key (ubigeo, periodo))',
    );
    const t = await medir(() => pipeline(Readable.from([copia]), cliente.query(copiarDesde('copy referencia from stdin'))));
    return (FILAS / t) * 1000;
  };
  await comparar(`importar ${FILAS / 1e6} M filas`, RONDAS, nuestro, referencia);
  await cliente.query('drop table referencia');
}

/** (d) Single reports per second through `execute`, with as many at once as a busy day brings. */
async function reportes(quien: Solicitante, servicio: Id, posiciones: Posiciones): Promise<void> {
  const indicador = await indicadorNuevo(casa, quien, servicio);
  const distritos = posiciones.en('distrito');
  const N = Number(process.env.REPORTES ?? 1500);
  let i = 0;
  const t = await medir(() =>
    Promise.all(
      Array.from({ length: 32 }, async () => {
        for (let k = i++; k < N; k = i++)
          await hacer(casa, quien, 'ReportarCifras', {
            indicador,
            enviar: true,
            cifras: [{ territorio: distritos[(k * 37) % DISTRITOS], periodo: `2024-${String((k % 12) + 1).padStart(2, '0')}`, valor: k }],
          });
      }),
    ),
  );
  console.log(`reportes de una cifra: ${Math.round((N / t) * 1000)}/s`);
}

/** A new set of series with as many figures, loaded by batches; times and sizes of everything over it. */
async function tamano(valores: number, entorno: EntornoDeCifras) {
  await sql`truncate cifra, lote, lote_celda, serie restart identity cascade`.execute(casa.db).catch(async () => {
    await cliente.query('truncate cifra, lote_celda, lote, serie restart identity cascade');
  });
  const series = Math.max(1, Math.round(valores / (MESES * DISTRITOS)));
  const pos = Uint16Array.from({ length: DISTRITOS }, (_, i) => i);
  const marca = new Uint8Array(DISTRITOS).fill(1);
  const den = new Float64Array(0);
  const ids: number[] = [];
  const indicadores: Id[] = [];
  const carga = await medir(async () => {
    for (let s = 0; s < series; s++) {
      const indicador = randomUUID();
      const serie = await serieDe(casa.db, indicador);
      ids.push(serie);
      indicadores.push(indicador);
      const tramos = Array.from(
        { length: MESES },
        (_, mes): TramoDeLote => ({ serie, periodo: periodo(mes), tramo: { pos, marca, num: Float64Array.from(pos, (x) => cifra(serie, mes, x)), den } }),
      );
      const reporte = randomUUID();
      await casa.db.transaction().execute(async (tx) => {
        await guardarLote(tx, reporte, tramos);
        await aplicarLote(tx, reporte, entorno);
      });
    }
  });
  await cliente.query('vacuum analyze cifra; ').catch(() => {});
  await cliente.query('vacuum analyze lote_celda');
  const titulo = `${((series * MESES * DISTRITOS) / 1e6).toFixed(1)} M`;
  console.log(`\n${titulo}: ${series} series de ${MESES} meses; carga ${Math.round((series * MESES * DISTRITOS) / (carga / 1000))} valores/s`);
  const disco = async (t: string) => Number((await cliente.query(`select pg_total_relation_size('${t}') as b`)).rows[0].b) / 1e6;
  const [c, l] = [await disco('cifra'), await disco('lote_celda')];
  console.log(`disco ${titulo}: ${(c + l).toFixed(0)} MB (cifra ${c.toFixed(0)}, lote_celda ${l.toFixed(0)})`);

  const lecturas = await consultas(ids, indicadores, entorno.posiciones, titulo);
  const correcciones: number[] = [];
  const unaCorreccion = (k: number) =>
    medir(() =>
      casa.db.transaction().execute((tx) =>
        enviarLotes(
          tx,
          [
            {
              reporte: randomUUID(),
              tramos: [
                {
                  serie: ids[k % ids.length] as number,
                  periodo: periodo(k % MESES),
                  tramo: { pos: Uint16Array.of((k * 31) % DISTRITOS), marca: Uint8Array.of(1), num: Float64Array.of(k), den },
                },
              ],
            },
          ],
          entorno,
        ),
      ),
    );
  for (let k = 0; k < 20; k++) await unaCorreccion(k);
  const pares: { a: number; b: number }[] = [];
  for (let r = 0; r < (valores > 20e6 ? 1 : 2); r++) {
    const suyas: number[] = [];
    for (let k = 0; k < 100; k++) suyas.push(await unaCorreccion(r * 100 + k + 20));
    correcciones.push(...suyas);
    pares.push({ a: p(suyas, 0.5), b: await medir(() => casa.db.transaction().execute((tx) => rehacerCifras(tx, entorno))) });
  }
  razon(
    `corregir una cifra ÷ rehacer todo (${titulo})`,
    pares,
    ` · 1/${Math.round(
      1 /
        p(
          pares.map((x) => x.a / x.b),
          0.5,
        ),
    )}; ${ms(p(correcciones, 0.5))} (p99 ${ms(p(correcciones, 0.99))}) frente a ${ms(pares[0]?.b ?? 0)}`,
  );
  return { ...lecturas, corregir: p(correcciones, 0.5) };
}

/** (c) p99 of what the screens ask for ÷ p99 of a read by primary key, in alternation; and the same in DuckDB. */
async function consultas(ids: readonly number[], indicadores: readonly Id[], posiciones: Posiciones, titulo: string) {
  const { db } = casa;
  const forma = { agregacion: 'suma' as const, captura: 'distrito' as const, factor: 1, desagregaciones: [] };
  const alguno = (k: number) => indicadores[(k * 7) % indicadores.length] as Id;
  const provincias = posiciones.en('provincia');
  const departamentos = posiciones.en('departamento');
  const serie = (k: number, territorios: readonly TerritorioId[], entre: readonly [number, number]) =>
    leerSeries(db, alguno(k), forma, posiciones, { territorios, categoria: '', periodo: 0, entre });
  const mapa = (k: number, nivel: 'distrito' | 'provincia') =>
    leerMapa(db, alguno(k), forma, posiciones, { categoria: '', periodo: periodo(k % MESES), nivel, fin: '2024-12-31' });
  const peores = async (k: number) => {
    const m = await mapa(k, 'provincia');
    const valores = provincias.flatMap((_, pos) => {
      const { valor } = m.de(pos);
      return valor === undefined ? [] : [{ pos, valor }];
    });
    return valores.sort((a, b) => a.valor - b.valor).slice(0, 20);
  };
  const expedientes = (await db.selectFrom('expediente').select('id').limit(200).execute()).map((e) => e.id);
  const NUESTRAS: Readonly<Record<string, (k: number) => Promise<unknown>>> = {
    'mapa de distritos': (k) => mapa(k, 'distrito'),
    'una provincia × 120 meses': (k) => serie(k, [provincias[k % provincias.length] as TerritorioId], [PRIMERO, ULTIMO]),
    'departamentos × 12 meses': (k) => serie(k, departamentos, [periodo(k % (MESES - 12)), periodo((k % (MESES - 12)) + 11)]),
    'las 20 provincias peores': peores,
    'país × 120 meses': (k) => serie(k, ['pe'], [PRIMERO, ULTIMO]),
  };
  const clave = (k: number) =>
    db
      .selectFrom('expediente')
      .selectAll()
      .where('id', '=', expedientes[k % expedientes.length] as string)
      .executeTakeFirst();
  const duck = await enDuck(ids);
  const medianas: Record<string, number> = {};
  try {
    for (const [nombre, consulta] of Object.entries(NUESTRAS)) {
      for (let k = 0; k < 50; k++) {
        await consulta(k);
        await clave(k);
      }
      const pares: { a: number; b: number }[] = [];
      const todas: number[] = [];
      for (let r = 0; r < 3; r++) {
        const [a, b]: [number[], number[]] = [[], []];
        for (let k = 0; k < LECTURAS; k++) {
          a.push(await medir(() => consulta(r * LECTURAS + k)));
          b.push(await medir(() => clave(k)));
        }
        todas.push(...a);
        pares.push({ a: p(a, 0.99), b: p(b, 0.99) });
      }
      const suyo: number[] = [];
      for (let k = 0; k < 40; k++) suyo.push(await medir(() => duck.consultar(nombre, k)));
      medianas[nombre] = p(todas, 0.5);
      razon(
        `${nombre} (${titulo}), p99 ÷ p99 de clave primaria`,
        pares,
        ` · ${ms(p(todas, 0.5))} (p99 ${ms(p(todas, 0.99))}); DuckDB ${ms(p(suyo, 0.5))} (p99 ${ms(p(suyo, 0.99))})`,
      );
    }
  } finally {
    duck.cerrar();
  }
  return medianas as Record<
    'mapa de distritos' | 'una provincia × 120 meses' | 'departamentos × 12 meses' | 'las 20 provincias peores' | 'país × 120 meses',
    number
  >;
}

/** The same figures in DuckDB, a row per value, with where each district is. */
async function enDuck(ids: readonly number[]) {
  const { arbol } = await posicionesDeCatalogo(casa.db, casa.catalogo());
  const instancia = await DuckDBInstance.create(':memory:');
  const c = await instancia.connect();
  await c.run('create table lugar (pos integer, prov integer, dep integer)');
  const lugares = Array.from({ length: DISTRITOS }, (_, i) => {
    const prov = arbol.provinciaDe[i] as number;
    return `(${i},${prov},${arbol.mayorDe[arbol.departamentoDe[prov] as number]})`;
  });
  await c.run(`insert into lugar values ${lugares.join(',')}`);
  await c.run(`create table valor as select s::integer as serie, m::integer as mes, l.pos, l.prov, l.dep,
    ((s * 7919 + m * 104729 + l.pos::bigint * 15485863) % 100003) / 10.0 as v
    from (select unnest([${ids.join(',')}]::bigint[]) as s) a, range(${MESES}) b (m), lugar l order by 1, 2, 3`);
  const s = (k: number) => ids[(k * 7) % ids.length];
  const textos: Readonly<Record<string, (k: number) => string>> = {
    'mapa de distritos': (k) => `select pos, v from valor where serie = ${s(k)} and mes = ${k % MESES} order by pos`,
    'una provincia × 120 meses': (k) => `select mes, sum(v) from valor where serie = ${s(k)} and prov = ${k % 196} group by mes order by mes`,
    'departamentos × 12 meses': (k) =>
      `select mes, dep, sum(v) from valor where serie = ${s(k)} and mes between ${k % (MESES - 12)} and ${(k % (MESES - 12)) + 11} group by mes, dep order by mes, dep`,
    'las 20 provincias peores': (k) => `select prov, sum(v) as t from valor where serie = ${s(k)} and mes = ${k % MESES} group by prov order by t limit 20`,
    'país × 120 meses': (k) => `select mes, sum(v) from valor where serie = ${s(k)} group by mes order by mes`,
  };
  return {
    consultar: async (nombre: string, k: number) => (await c.runAndReadAll(textos[nombre]?.(k) ?? '')).getRows(),
    cerrar: () => {
      c.closeSync();
      instancia.closeSync();
    },
  };
}
