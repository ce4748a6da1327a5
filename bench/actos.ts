import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { type Casa, componer } from '../src/composicion.ts';
import { instalar } from '../src/instalar.ts';
import { fechaDeLima, masDias } from '../src/kernel/calendario.ts';
import { emitirFicha } from '../src/platform/auth/fichas.ts';
import { solicitanteInstalador } from '../src/platform/auth/instalacion.ts';
import { baseDeBench } from './base.ts';
import { comparar, salidaDe } from './comun.ts';

/**
 * Actos per second through HTTP (authentication, permission, rules, ledger, hash chain, projections) over 10,000 cases,
 * against pgbench writing the same rows with the same durability: in one statement, and in our number of round trips.
 */
const CASOS = 10_000;
const RONDAS = Number(process.env.RONDAS ?? 5);
const SEGUNDOS = Number(process.env.SEGUNDOS ?? 4);

const idDe = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const datosDe = (n: number, texto: string) => ({
  nombre: `Servicio ${n}`,
  sector: 'minsa',
  necesidad: `Necesidad que atiende. ${texto}`,
  continuidad: 'Se presta todo el año en los establecimientos del territorio.',
  norma: 'Norma técnica del sector',
  niveles: ['nacional', 'regional', 'provincial'],
});

async function sembrar(casa: Casa): Promise<{ token: string }> {
  const persona = randomUUID();
  const designacion = randomUUID();
  const cuenta = randomUUID();
  const ahora = casa.ahora();
  await casa.db.insertInto('persona').values({ id: persona, nombres: 'Oficina', apellidos: 'de prueba', dni: null, creada_en: ahora }).execute();
  await casa.db
    .insertInto('cuenta')
    .values({ id: cuenta, persona, correo: 'bench@localhost', clave_hash: null, debe_cambiar: false, creada_en: ahora, ultimo_ingreso: null })
    .execute();
  const r = await casa.ejecutar(
    {
      acto: 'DesignarOficina',
      expediente: designacion,
      clave: randomUUID(),
      datos: { persona, entidad: 'minsa', cargo: 'organo_descentralizacion', calidad: 'titular', desde: '2020-01-01' },
    },
    solicitanteInstalador(),
  );
  if (!r.ok) throw new Error(JSON.stringify(r.impedimentos));
  const entidad = casa.catalogo().entidad('minsa');
  if (!entidad) throw new Error('Falta el catálogo');
  const quien = {
    cuenta,
    demo: false,
    actor: {
      persona,
      designacion,
      cargo: 'organo_descentralizacion',
      calidad: 'titular' as const,
      entidad: 'minsa',
      tipoEntidad: entidad.tipo,
      nivel: entidad.nivel,
      sector: 'minsa',
      desde: '2020-01-01',
    },
  };
  for (let n = 0; n < CASOS; n += 500)
    await Promise.all(
      Array.from({ length: 500 }, (_, i) =>
        casa.ejecutar({ acto: 'IdentificarServicio', expediente: idDe(n + i), clave: randomUUID(), datos: datosDe(n + i, 'x') }, quien),
      ),
    );
  const oficina = { ...quien.actor, entidadNombre: entidad.nombre };
  const ficha = await emitirFicha(
    casa.db,
    { cuenta, oficinas: [oficina], debeCambiar: false },
    { nombre: 'bench', designacion, venceEl: masDias(fechaDeLima(ahora), 30), ahora },
  );
  if (!ficha.ok) throw new Error(ficha.motivo);
  return { token: ficha.token };
}

async function levantarServidor(url: string): Promise<{ proceso: ChildProcess; puerto: number }> {
  const proceso = fork(new URL('./servidor.ts', import.meta.url), { env: { ...process.env, DATABASE_URL: url, NODE_ENV: 'production' } });
  const { puerto } = await new Promise<{ puerto: number }>((listo, fallo) => {
    proceso.once('message', (m) => listo(m as { puerto: number }));
    proceso.once('exit', (c) => fallo(new Error(`El servidor terminó con ${c}`)));
  });
  return { proceso, puerto };
}

const versiones = new Uint32Array(CASOS).fill(1);
let siguiente = 0;
let rechazados = 0;

/** Accepted actos per second at so many connections. */
async function medirHttp(puerto: number, token: string, conexiones: number): Promise<number> {
  let aceptados = 0;
  const r = await autocannon({
    url: `http://127.0.0.1:${puerto}`,
    connections: conexiones,
    duration: SEGUNDOS,
    requests: [
      {
        method: 'POST',
        path: '/api/v1/actos/CorregirServicio',
        setupRequest: (req) => {
          const n = siguiente++ % CASOS;
          const version = versiones[n] ?? 1;
          versiones[n] = version + 1;
          return {
            ...req,
            headers: {
              'content-type': 'application/json',
              prefer: 'return=minimal',
              authorization: `Bearer ${token}`,
              'idempotency-key': `${n}-${version}`,
              'if-match': `"${version}"`,
            },
            body: JSON.stringify({ expediente: idDe(n), datos: datosDe(n, `Versión ${version}`) }),
          };
        },
        onResponse: (estado) => {
          if (estado === 200 || estado === 201) aceptados++;
          else rechazados++;
        },
      },
    ],
  });
  return aceptados / r.duration;
}

/** SQL literal of about the same bytes; the space keeps pgbench from reading `:name` as a variable. */
const literal = (v: unknown) => `'${(typeof v === 'string' ? v : JSON.stringify(v)).replaceAll("'", "''").replaceAll(':', ': ')}'`;

/** pgbench scripts that write rows like ours: sizes and columns from a row of the ledger. */
async function guiones(url: string): Promise<{ una: string; cuatro: string }> {
  const c = new pg.Client({ connectionString: url });
  await c.connect();
  const h = (
    await c.query(
      'select h.contenido, a.respuesta, a.advertencias from hecho h join acto a on a.id = h.acto_id join expediente e on e.id = h.expediente_id where e.tipo = $1 limit 1',
      ['servicio'],
    )
  ).rows[0];
  const e = (await c.query('select estado, titulo, relaciones, participantes, busqueda from expediente where tipo = $1 limit 1', ['servicio'])).rows[0];
  await c.query(
    'create table if not exists bench_acto (like acto including all); create table if not exists bench_hecho (like hecho including all); create table if not exists bench_expediente (like expediente including all)',
  );
  await c.query('insert into bench_expediente select * from expediente on conflict do nothing');
  await c.end();
  const id = `('00000000-0000-7000-8000-' || lpad(to_hex(:n::integer), 12, '0'))::uuid`;
  const cabeza = `\\set n random(0, ${CASOS - 1})\n\\set k random(1, 9000000000000000)\n`;
  const actualizar = `update bench_expediente set version = version + 1, estado = ${literal(e.estado)}::jsonb, huella = sha256('x'), titulo = ${literal(e.titulo)}, relaciones = ${literal(e.relaciones)}::jsonb, busqueda = ${literal(e.busqueda)}, actualizado_en = now() where id = ${id} returning id, version`;
  const acto = `insert into bench_acto select gen_random_uuid(), 'CorregirServicio', 'bench', :k::bigint || '-' || e.version, sha256('x'), gen_random_uuid(), gen_random_uuid(), 'minsa', 'organo_descentralizacion', null, current_date, now(), ${literal(h.advertencias)}::jsonb, ${literal(h.respuesta)}::jsonb from e returning id`;
  const hecho = `insert into bench_hecho select e.id, e.version, a.id, 'ServicioCorregido', ${literal(h.contenido)}, sha256('x') from e, a`;
  const escribir = `with e as (${actualizar}), a as (${acto}) ${hecho};`;
  const una = join(tmpdir(), `ayni-una-${process.pid}.sql`);
  const cuatro = join(tmpdir(), `ayni-cuatro-${process.pid}.sql`);
  await writeFile(una, `${cabeza}${escribir}\n`);
  await writeFile(cuatro, `${cabeza}begin;\nselect * from bench_expediente where id = ${id} for update;\n${escribir}\ncommit;\n`);
  return { una, cuatro };
}

/** Transactions per second of pgbench, or of the bare driver where pgbench is not installed. */
async function medirReferencia(url: string, guion: string, conexiones: number): Promise<number> {
  const salida = await salidaDe('pgbench', [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(conexiones),
    '-j',
    String(Math.min(2, conexiones)),
    '-T',
    String(SEGUNDOS),
    '-f',
    guion,
    url,
  ]);
  if (salida === undefined) throw new Error('Instale pgbench (paquete postgresql-contrib o postgresql-client) para la referencia.');
  return Number(/tps = ([\d.]+) \(without/.exec(salida)?.[1] ?? /tps = ([\d.]+)/.exec(salida)?.[1]);
}

const base = await baseDeBench('actos');
let servidor: ChildProcess | undefined;
try {
  const casa = await componer({ url: base.url });
  await instalar(casa);
  const { token } = await sembrar(casa);
  await casa.cerrar();
  const { una, cuatro } = await guiones(base.url);
  const s = await levantarServidor(base.url);
  servidor = s.proceso;
  await medirHttp(s.puerto, token, 16);
  for (const conexiones of [1, 16]) {
    await comparar(
      `actos-${conexiones}-una-sentencia`,
      RONDAS,
      () => medirHttp(s.puerto, token, conexiones),
      () => medirReferencia(base.url, una, conexiones),
    );
    await comparar(
      `actos-${conexiones}-mismos-viajes`,
      RONDAS,
      () => medirHttp(s.puerto, token, conexiones),
      () => medirReferencia(base.url, cuatro, conexiones),
    );
  }
  if (rechazados > 0) console.log(`${rechazados} actos rechazados`);
} finally {
  servidor?.kill();
  await base.cerrar();
}
