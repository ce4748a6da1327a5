import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva, nuevo } from '../../test/casa.ts';
import { registro } from '../registro.ts';
import { emitirFicha, fichaPorLeer, listarFichas, revocarFicha } from './auth/fichas.ts';
import type { FichaPorLeer, Peticion, Resultado, Solicitante } from './contrato.ts';
import { crearEjecutor } from './ejecutar.ts';
import { abrirLibro } from './libro.ts';
import { enTanda } from './tanda.ts';
import { verificar } from './verificar.ts';

let casa: CasaDePrueba;
let minsa: Solicitante;
let libro: pg.Pool;

beforeAll(async () => {
  casa = await casaNueva();
  minsa = casa.como('organo_descentralizacion', 'minsa');
  libro = abrirLibro(casa.url);
});
afterAll(async () => {
  await libro.end();
  await casa.cerrar();
});

const datos = (nombre: string) => ({ nombre, sector: 'minsa', necesidad: 'n', continuidad: 'c', norma: 'n', niveles: ['nacional', 'regional', 'provincial'] });
const identificar = (nombre: string, clave = nuevo(), expediente = nuevo()): Peticion => ({
  acto: 'IdentificarServicio',
  expediente,
  clave,
  datos: datos(nombre),
});

/** `execute` over another pool: requests made at once share one lot. */
const ejecutorSobre = (pool: pg.Pool) => crearEjecutor({ pool, registro, catalogo: casa.catalogo, ahora: casa.ahora, transacciones: 1 });
const aLaVez = (pool: pg.Pool, peticiones: Peticion[]): Promise<PromiseSettledResult<Resultado>[]> => {
  const ejecutar = ejecutorSobre(pool);
  return Promise.allSettled(peticiones.map((p) => ejecutar(p, minsa)));
};

type Enviable = { sentencias?: { name?: string }[] };

/** The pool, with something done to its connection just before the write of a lot is sent; only the first `veces`. */
function poolQue(antesDeEscribir: (c: pg.PoolClient) => Promise<void>, veces = 1): { pool: pg.Pool; escrituras: () => number } {
  let escrituras = 0;
  const connect = async () => {
    const c = await libro.connect();
    const query = (consulta: Enviable, ...resto: unknown[]) => {
      if (!consulta.sentencias?.some((s) => s.name === 'escribir')) return (c.query as (...x: unknown[]) => unknown)(consulta, ...resto);
      escrituras++;
      if (escrituras > veces) return c.query(consulta as unknown as string);
      return void antesDeEscribir(c).then(() => c.query(consulta as unknown as string));
    };
    return { query, release: (e?: Error) => c.release(e) };
  };
  return { pool: { connect } as unknown as pg.Pool, escrituras: () => escrituras };
}

/** Number of actos and of hechos under these keys. */
async function escritos(claves: string[]): Promise<{ actos: number; hechos: number }> {
  const { rows } = await sql<{ actos: number; hechos: number }>`
    select count(distinct a.id)::int as actos, count(h.*)::int as hechos
    from acto a left join hecho h on h.acto_id = a.id where a.clave = any (${claves})`.execute(casa.db);
  return rows[0] as { actos: number; hechos: number };
}

/** As an administrator of the server: ends the process behind a connection. */
async function matar(c: pg.PoolClient): Promise<void> {
  const admin = new pg.Client({ connectionString: casa.url });
  await admin.connect();
  await admin.query('select pg_terminate_backend($1)', [(c as unknown as { processID: number }).processID]);
  await admin.end();
}

describe('Un lote de actos', () => {
  it('rechaza los que no pueden y registra los demás, en una sola transacción', async () => {
    const { pool, escrituras } = poolQue(async () => {}, 0);
    const peticiones = [identificar('Lote 1'), { ...identificar('Lote 2'), acto: 'CorregirServicio', version: 1 }, identificar('Lote 3')];
    const rs = await aLaVez(pool, peticiones);
    expect(rs.map((r) => r.status === 'fulfilled' && (r.value.ok ? 200 : r.value.estado))).toEqual([200, 404, 200]);
    expect(escrituras()).toBe(1);
    expect(await escritos(peticiones.map((p) => p.clave))).toEqual({ actos: 2, hechos: 2 });
  });

  it('si la base rechaza la escritura, solo cae el acto que la estorba', async () => {
    const peticiones = [identificar('Estorbo'), identificar('Vecino'), identificar('estorbo'), identificar('Otro vecino')];
    const rs = await aLaVez(libro, peticiones);
    expect(rs.map((r) => r.status === 'fulfilled' && (r.value.ok ? 200 : r.value.estado))).toEqual([200, 200, 409, 200]);
    expect(await escritos(peticiones.map((p) => p.clave))).toEqual({ actos: 3, hechos: 3 });
  });

  it('si se pierde la conexión antes de escribir, cada acto se repite en otra y ninguno queda a medias', async () => {
    const { pool } = poolQue(matar);
    const peticiones = Array.from({ length: 8 }, (_, i) => identificar(`Corte ${i}`));
    const rs = await aLaVez(pool, peticiones);
    expect(rs.every((r) => r.status === 'fulfilled' && r.value.ok)).toBe(true);
    expect(await escritos(peticiones.map((p) => p.clave))).toEqual({ actos: 8, hechos: 8 });
    expect((await verificar(casa.db, casa.registro)).faltas).toEqual([]);
  });

  it('si la conexión se pierde siempre, todos reciben la falla y nada queda escrito', async () => {
    const { pool } = poolQue(matar, Number.POSITIVE_INFINITY);
    const peticiones = Array.from({ length: 3 }, (_, i) => identificar(`Sin base ${i}`));
    const rs = await aLaVez(pool, peticiones);
    expect(rs.map((r) => r.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await escritos(peticiones.map((p) => p.clave))).toEqual({ actos: 0, hechos: 0 });
    // The same keys, tried again later, are new requests.
    expect((await aLaVez(libro, peticiones)).every((r) => r.status === 'fulfilled' && r.value.ok && !r.value.repetido)).toBe(true);
  });

  it('si la respuesta del COMMIT se pierde, repetir el pedido da la respuesta guardada', async () => {
    const p = identificar('Respuesta perdida');
    await casa.ejecutar(p, minsa);
    const r = await ejecutorSobre(libro)(p, minsa);
    expect(r).toMatchObject({ ok: true, repetido: true });
  });
});

describe('Fichas de un lote', () => {
  let n = 0;
  const CREDENCIAL = { nombre: 'X', venceEl: '2026-12-31' };
  /** A token of an office, with the account behind it. */
  async function fichaDe(quien: Solicitante) {
    const cuenta = nuevo();
    const persona = nuevo();
    const designacion = nuevo();
    const { cargo, entidad } = quien.actor;
    await casa.db.insertInto('persona').values({ id: persona, nombres: 'Oficina', apellidos: 'de prueba', dni: null, creada_en: casa.ahora() }).execute();
    await casa.db
      .insertInto('cuenta')
      .values({ id: cuenta, persona, correo: `lote${n++}@minsa.gob.pe`, clave_hash: null, debe_cambiar: false, creada_en: casa.ahora(), ultimo_ingreso: null })
      .execute();
    await sql`insert into designacion (id, persona, entidad, cargo, calidad, desde) values (${designacion}, ${persona}, ${entidad}, ${cargo}, 'titular', '2020-01-01')`.execute(
      casa.db,
    );
    const oficina = { ...quien.actor, persona, designacion, entidadNombre: entidad };
    const r = await emitirFicha(casa.db, { cuenta, oficinas: [oficina], debeCambiar: false }, { ...CREDENCIAL, designacion, ahora: casa.ahora() });
    if (!r.ok) throw new Error(r.motivo);
    return { ...r, cuenta, designacion };
  }
  const leer = (token: string) => fichaPorLeer(`Bearer ${token}`) as FichaPorLeer;
  const estados = (rs: Resultado[]) => rs.map((r) => (r.ok ? 200 : r.estado));

  it('cada acto lo realiza la oficina de su ficha, en un mismo lote; la que no vale no estorba a las demás', async () => {
    const [una, otra, revocada] = [await fichaDe(minsa), await fichaDe(casa.como('administrador', 'pcm')), await fichaDe(minsa)];
    await revocarFicha(casa.db, { cuenta: revocada.cuenta, actor: null }, revocada.id, casa.ahora());
    const { pool, escrituras } = poolQue(async () => {}, 0);
    const ejecutar = ejecutorSobre(pool);
    const quienes = [una.token, otra.token, revocada.token, `ayni_${'x'.repeat(43)}`, una.token].map(leer);
    const peticiones = quienes.map((_, i) => identificar(`Con ficha ${i}`));
    const rs = await Promise.all(peticiones.map((p, i) => ejecutar(p, quienes[i] as FichaPorLeer)));
    expect(estados(rs)).toEqual([200, 403, 401, 401, 200]);
    expect(escrituras()).toBe(1);
    expect(quienes.map((q) => q.leida)).toEqual([true, true, true, true, true]);
    expect(quienes.map((q) => q.quien?.cuenta)).toEqual([una.cuenta, otra.cuenta, undefined, undefined, una.cuenta]);
    const actos = await casa.db
      .selectFrom('acto')
      .select(['cuenta', 'designacion'])
      .where(
        'clave',
        'in',
        peticiones.map((p) => p.clave),
      )
      .execute();
    expect(actos).toEqual([una, una].map(({ cuenta, designacion }) => ({ cuenta, designacion })));
  });

  it('lo revocado entre dos actos ya no vale, y el uso queda anotado aunque el acto se rechace', async () => {
    const f = await fichaDe(minsa);
    const ejecutar = ejecutorSobre(libro);
    expect(estados([await ejecutar({ ...identificar('x'), acto: 'CorregirServicio', version: 1 }, leer(f.token))])).toEqual([404]);
    expect((await listarFichas(casa.db, f.cuenta))[0]?.ultimaEn).not.toBeNull();
    expect(estados([await ejecutar(identificar('Antes de revocar'), leer(f.token))])).toEqual([200]);
    await revocarFicha(casa.db, { cuenta: f.cuenta, actor: null }, f.id, casa.ahora());
    const rechazado = await ejecutar(identificar('Después de revocar'), leer(f.token));
    expect(rechazado).toMatchObject({ estado: 401, codigo: 'sin_credenciales' });
    const anulacion = { acto: 'AnularActo', expediente: nuevo(), clave: nuevo(), datos: { acto: nuevo(), motivo: 'x' } };
    expect(estados([await ejecutar(anulacion, leer(f.token))])).toEqual([401]);
  });

  it('la misma clave dos veces en un lote: el segundo recibe la respuesta del primero, y otro contenido, 422', async () => {
    const f = await fichaDe(minsa);
    const p = identificar('Clave repetida');
    const ejecutar = ejecutorSobre(libro);
    const [a, b, c] = await Promise.all([ejecutar(p, leer(f.token)), ejecutar(p, leer(f.token)), ejecutar({ ...p, datos: datos('Otro') }, leer(f.token))]);
    expect(b).toEqual({ ...a, repetido: true });
    expect(estados([a as Resultado, c as Resultado])).toEqual([200, 422]);
    expect(await escritos([p.clave])).toEqual({ actos: 1, hechos: 1 });
    expect(await ejecutar(p, leer(f.token))).toEqual(b);
  });
});

describe('Una tanda', () => {
  it('una sentencia que falla detiene a las que siguen: el COMMIT no se ejecuta', async () => {
    const c = await libro.connect();
    try {
      await enTanda(c, [{ text: 'begin' }, { text: "insert into ajuste (clave, valor) values ('tanda', 'x')" }]);
      await expect(enTanda(c, [{ text: 'select 1/0' }, { text: 'commit' }])).rejects.toMatchObject({ code: '22012' });
      await expect(c.query('select 1')).rejects.toMatchObject({ code: '25P02' });
      await c.query('rollback');
      expect((await c.query("select from ajuste where clave = 'tanda'")).rowCount).toBe(0);
      expect(await enTanda(c, [{ text: "select 'sigue en uso'" }])).toEqual([['sigue en uso']]);
    } finally {
      c.release();
    }
  });

  it('lleva listas con cualquier texto', async () => {
    const raro = ['{a,b}', 'con "comillas" y \\', '', 'ñandú 👍', 'NULL'];
    const clave = raro.map((r) => `clave ${r}`);
    const c = await libro.connect();
    try {
      await c.query('prepare raras (text[]) as select to_json($1)');
      const [fila] = await enTanda(c, [{ name: 'raras', values: [clave] }]);
      expect(JSON.parse(fila?.[0] ?? '')).toEqual(clave);
    } finally {
      c.release();
    }
  });
});
