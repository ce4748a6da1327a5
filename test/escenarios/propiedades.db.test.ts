import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconstruir, verificar } from '../../src/platform/verificar.ts';
import { type CasaDePrueba, casaNueva } from '../casa.ts';
import { Azar, Historia } from './azar.ts';
import { PASOS } from './camino.ts';
import { quebrantos } from './invariantes.ts';

let casa: CasaDePrueba;

beforeAll(async () => {
  casa = await casaNueva();
});
afterAll(() => casa?.cerrar());

/** Uno o varios intentos a la vez, cada uno con los números de que salen sus elecciones. */
const intento = fc.array(fc.nat(10_000), { minLength: 14, maxLength: 14 });
const aLaVez = fc.oneof({ weight: 4, arbitrary: fc.tuple(intento) }, { weight: 1, arbitrary: fc.array(intento, { minLength: 2, maxLength: 3 }) });
const rondas = fc.array(aLaVez, { minLength: 12, maxLength: 26, size: 'max' });

/** Lo que se dedica a historias; las que no alcanzan a empezar no cuentan, y hay un mínimo. */
const TIEMPO = 11_000;
const MINIMO = 3;
const vistas = new Set<string>();

describe('§11 sobre la base de datos: cualquier oficina intenta cualquier acto, en cualquier orden y a la vez', () => {
  it('ninguna secuencia llega a un estado prohibido', { timeout: 60_000 }, async () => {
    const limite = performance.now() + TIEMPO;
    let contadas = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(PASOS.length), rondas, async (inicio, historia) => {
        if (performance.now() > limite && contadas >= MINIMO) return;
        contadas++;
        const h = new Historia(casa);
        await h.hasta(PASOS[inicio - 1]);
        for (const ronda of historia) {
          await Promise.all(ronda.map((numeros) => h.intentar(new Azar(numeros))));
          const mundo = await h.mundo();
          for (const m of mundo.modelos.values()) vistas.add(m.pistaA);
          expect(quebrantos(mundo)).toEqual([]);
        }
      }),
      { numRuns: 16, examples: [[PASOS.length, [[[5, 3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9]]]]] },
    );
    expect([...vistas]).toEqual(expect.arrayContaining(['E12']));
  });
});

/** Tablas que se siguen de los hechos, por la columna que las ordena. */
const PROYECTADAS = {
  expediente: 'id',
  pendiente: 'expediente_id, clave, orden',
  designacion: 'id',
  entidad: 'id',
  territorio: 'id',
  organo: 'entidad, cargo',
  norma: 'id',
};

const filas = async () => {
  const leidas = Object.entries(PROYECTADAS).map(
    async ([t, orden]) => [t, (await sql.raw(`select * from ${t} order by ${orden}`).execute(casa.db)).rows] as const,
  );
  return Object.fromEntries(await Promise.all(leidas));
};

/** Como superusuario, que ninguna regla de la casa detiene. */
async function comoSuperusuario(...ordenes: [texto: string, valores?: unknown[]][]): Promise<void> {
  const c = new pg.Client({ connectionString: casa.url });
  await c.connect();
  try {
    for (const [texto, valores] of ordenes) await c.query(texto, valores);
  } finally {
    await c.end();
  }
}

describe('Después de esas historias', () => {
  it('reconstruir da las mismas filas y verificar no encuentra faltas', async () => {
    const antes = await filas();
    expect(antes.expediente?.length).toBeGreaterThan(50);
    await reconstruir(casa.db, casa.registro);
    expect(await filas()).toEqual(antes);
    expect((await verificar(casa.db, casa.registro)).faltas).toEqual([]);
  });

  it('si alguien altera hechos por fuera, verificar nombra el primero que cambió en cada expediente', async () => {
    const largos = await casa.db.selectFrom('expediente').select('id').where('tipo', '=', 'modelo').where('version', '>', 4).orderBy('id').limit(1).execute();
    const id = largos[0]?.id as string;
    const cambio =
      'update hecho set contenido = replace(contenido, \'"ocurridoEl":"20\', \'"ocurridoEl":"19\') where expediente_id = $1 and version = any ($2)';
    await comoSuperusuario(['alter table hecho disable trigger user'], [cambio, [id, [3, 4]]], ['alter table hecho enable trigger user']);
    expect((await verificar(casa.db, casa.registro)).faltas).toEqual([{ expediente: id, version: 3, motivo: expect.stringContaining('fue alterado') }]);
  });
});
