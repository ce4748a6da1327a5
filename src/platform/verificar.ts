import { sql } from 'kysely';
import type { ModuloCualquiera } from '../kernel/acto.ts';
import { canon } from '../kernel/canon.ts';
import type { Catalogo, Id } from '../kernel/tipos.ts';
import type { Db, Tx } from './base.ts';
import { type Cabeza, encadenar, filaDe, pendientesDe, SIN_ANTERIOR, sha256 } from './cabeza.ts';
import { cargarCatalogo } from './catalogo.ts';
import type { Exito } from './contrato.ts';
import { type Contenido, plegar, type Registro } from './registro.ts';

const PAGINA = 500;

interface FilaHecho {
  expediente_id: Id;
  version: number;
  tipo: string;
  contenido: string;
  huella: Buffer;
  respuesta: Exito;
}

/** The hechos of every expediente, one expediente at a time, in order of id. */
async function* expedientes(db: Db | Tx): AsyncGenerator<FilaHecho[]> {
  let desde = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<FilaHecho>`
      with ids as (select distinct expediente_id from hecho where expediente_id > ${desde} order by 1 limit ${PAGINA})
      select h.expediente_id, h.version, h.tipo, h.contenido, h.huella, a.respuesta
      from hecho h join ids using (expediente_id) join acto a on a.id = h.acto_id
      order by h.expediente_id, h.version`.execute(db);
    if (rows.length === 0) return;
    let grupo: FilaHecho[] = [];
    for (const fila of rows) {
      if (grupo[0] && grupo[0].expediente_id !== fila.expediente_id) {
        yield grupo;
        grupo = [];
      }
      grupo.push(fila);
    }
    yield grupo;
    desde = rows.at(-1)?.expediente_id ?? desde;
  }
}

/** Head as it follows from the hechos alone. */
function cabezaDe(filas: readonly FilaHecho[], registro: Registro, tipo: string): Cabeza {
  const modulo = registro.modulo(tipo) as ModuloCualquiera;
  const contenidos = filas.map((f) => JSON.parse(f.contenido) as Contenido);
  const estado = plegar(modulo, contenidos);
  const primera = filas[0] as FilaHecho;
  const apertura = primera.respuesta.abiertos.find((a) => a.expediente === primera.expediente_id);
  return {
    id: primera.expediente_id,
    tipo,
    codigo: apertura?.codigo ?? '',
    version: filas.length,
    estado,
    huella: (filas.at(-1) as FilaHecho).huella,
    relaciones: { ...modulo.ficha(estado).relaciones },
    demo: apertura?.demo ?? false,
    creadoEl: contenidos[0]?.marca.ocurridoEl ?? '',
  };
}

export interface Verificacion {
  expedientes: number;
  hechos: number;
  /** First fault of each expediente that has one; empty when the ledger is whole. */
  faltas: { expediente: Id; version: number; motivo: string }[];
  /** sha-256 over all heads, to publish. */
  raiz: string;
}

/**
 * Walks every chain: names the first hecho altered, missing or out of order, and heads that do not follow from hechos.
 * It reads one snapshot, so that offices at work meanwhile are no fault.
 */
export async function verificar(db: Db, registro: Registro): Promise<Verificacion> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => verificarEn(tx, registro));
}

async function verificarEn(db: Tx, registro: Registro): Promise<Verificacion> {
  const faltas: Verificacion['faltas'] = [];
  const cabezas = new Map((await db.selectFrom('expediente').select(['id', 'tipo', 'version', 'huella', 'estado']).execute()).map((c) => [c.id, c]));
  let total = 0;
  const vistos = new Set<Id>();
  for await (const filas of expedientes(db)) {
    const id = filas[0]?.expediente_id as Id;
    vistos.add(id);
    total += filas.length;
    const falta = faltaDe(filas);
    const cabeza = cabezas.get(id);
    if (falta) faltas.push({ expediente: id, ...falta });
    else if (!cabeza) faltas.push({ expediente: id, version: filas.length, motivo: 'Falta la cabeza del expediente; ejecute npm run reconstruir.' });
    else if (cabeza.version !== filas.length || !cabeza.huella.equals(filas.at(-1)?.huella ?? SIN_ANTERIOR))
      faltas.push({
        expediente: id,
        version: Math.min(cabeza.version, filas.length),
        motivo: 'La cabeza no corresponde al último hecho: faltan hechos o la cabeza fue alterada.',
      });
    else if (canon(cabeza.estado) !== canon(JSON.parse(canon(cabezaDe(filas, registro, cabeza.tipo).estado))))
      faltas.push({ expediente: id, version: cabeza.version, motivo: 'El estado guardado no se sigue de los hechos; ejecute npm run reconstruir.' });
  }
  for (const id of cabezas.keys()) if (!vistos.has(id)) faltas.push({ expediente: id, version: 0, motivo: 'El expediente no tiene hechos: fueron borrados.' });
  for (const f of [...(await faltasDeRaiz(db)), ...(await faltasDeArchivos(db))]) faltas.push(f);
  return { expedientes: vistos.size, hechos: total, faltas, raiz: raizDe([...cabezas.values()]) };
}

function faltaDe(filas: readonly FilaHecho[]): { version: number; motivo: string } | undefined {
  let anterior: Buffer = SIN_ANTERIOR;
  for (const [i, f] of filas.entries()) {
    if (f.version !== i + 1) return { version: i + 1, motivo: 'Falta este hecho en la secuencia.' };
    const c = JSON.parse(f.contenido) as Contenido;
    if (c.expediente !== f.expediente_id || c.version !== f.version || c.hecho.tipo !== f.tipo)
      return { version: f.version, motivo: 'Las columnas del hecho no corresponden a su contenido.' };
    if (!encadenar(anterior, f.contenido).equals(f.huella)) return { version: f.version, motivo: 'El contenido no corresponde a su huella: fue alterado.' };
    anterior = f.huella;
  }
  return undefined;
}

/** sha-256 over `id:version:huella` of every head, in order of id. */
function raizDe(cabezas: readonly { id: Id; version: number; huella: Buffer }[]): string {
  const texto = [...cabezas].sort((a, b) => (a.id < b.id ? -1 : 1)).map((c) => `${c.id}:${c.version}:${c.huella.toString('hex')}\n`);
  return sha256(texto.join('')).toString('hex');
}

/** Records today's root: later a missing tail or a deleted case shows against it. */
export async function anotarRaiz(db: Db, fecha: string, ahora: Date): Promise<string> {
  const cabezas = await db.selectFrom('expediente').select(['id', 'version', 'huella']).execute();
  const huella = raizDe(cabezas);
  await db
    .insertInto('raiz')
    .values({
      fecha,
      huella,
      expedientes: cabezas.length,
      cabezas: JSON.stringify(Object.fromEntries(cabezas.map((c) => [c.id, `${c.version}:${c.huella.toString('hex')}`]))),
      anotada_en: ahora,
    })
    .onConflict((oc) => oc.column('fecha').doNothing())
    .execute();
  return huella;
}

async function faltasDeRaiz(db: Tx): Promise<Verificacion['faltas']> {
  const { rows } = await sql<{ expediente: Id; version: number; fecha: string }>`
    with ultima as (select fecha, cabezas from raiz order by fecha desc limit 1),
    dichas as (select u.fecha, k.key::uuid as expediente, split_part(k.value, ':', 1)::integer as version, split_part(k.value, ':', 2) as huella
               from ultima u cross join lateral jsonb_each_text(u.cabezas) k)
    select d.expediente, d.version, d.fecha from dichas d
    left join hecho h on h.expediente_id = d.expediente and h.version = d.version
    where h.huella is distinct from decode(d.huella, 'hex')`.execute(db);
  return rows.map((r) => ({ expediente: r.expediente, version: r.version, motivo: `No corresponde a la raíz anotada el ${r.fecha}.` }));
}

/** Files cited by actos whose bytes are no longer those of their huella. */
async function faltasDeArchivos(db: Db): Promise<Verificacion['faltas']> {
  const { rows } = await sql<{ huella: string }>`select huella from documento where citado and encode(sha256(bytes), 'hex') <> huella order by 1`.execute(db);
  return rows.map((r) => ({ expediente: r.huella, version: 0, motivo: 'El archivo con esta huella fue alterado.' }));
}

/** Rebuilds heads, pendientes and the modules' own tables from the hechos, in one transaction. */
export async function reconstruir(db: Db, registro: Registro): Promise<{ expedientes: number }> {
  return db.transaction().execute(async (tx) => {
    const tipos = new Map((await tx.selectFrom('expediente').select(['id', 'tipo']).execute()).map((e) => [e.id, e.tipo]));
    await tx.deleteFrom('pendiente').execute();
    await tx.deleteFrom('expediente').execute();
    const conTabla: { contenido: Contenido; tipo: string }[] = [];
    let n = 0;
    for await (const filas of expedientes(tx)) {
      const tipo = tipos.get(filas[0]?.expediente_id as Id) ?? tipoDe(filas[0] as FilaHecho);
      const contenidos = filas.map((f) => JSON.parse(f.contenido) as Contenido);
      if (registro.proyeccion(tipo)) conTabla.push(...contenidos.map((contenido) => ({ contenido, tipo })));
      const cabeza = cabezaDe(filas, registro, tipo);
      const ficha = (registro.modulo(tipo) as ModuloCualquiera).ficha(cabeza.estado);
      const fila = filaDe(cabeza, ficha, contenidos.at(-1)?.marca.registradoEn ?? '');
      await sql`insert into expediente select * from jsonb_populate_record(null::expediente, ${JSON.stringify(fila)}::jsonb)`.execute(tx);
      await sql`insert into pendiente select * from jsonb_populate_recordset(null::pendiente, ${JSON.stringify(pendientesDe(cabeza.id, ficha))}::jsonb)`.execute(
        tx,
      );
      n++;
    }
    await reproyectar(tx, registro, conTabla);
    return { expedientes: n };
  });
}

/** The kind of an expediente whose head was lost: that of the acto that opened it. */
function tipoDe(primera: FilaHecho): string {
  return primera.respuesta.expediente === primera.expediente_id ? primera.respuesta.tipo : '';
}

async function reproyectar(tx: Tx, registro: Registro, hechos: { contenido: Contenido; tipo: string }[]): Promise<void> {
  const tablas = new Set(registro.tipos().flatMap((t) => registro.proyeccion(t)?.tablas ?? []));
  for (const tabla of tablas) await sql`delete from ${sql.table(tabla)}`.execute(tx);
  const clave = (c: Contenido) => `${c.marca.registradoEn} ${c.expediente} ${String(c.version).padStart(9, '0')}`;
  hechos.sort((a, b) => (clave(a.contenido) < clave(b.contenido) ? -1 : 1));
  let vigente: Catalogo | undefined;
  for (const { contenido, tipo } of hechos) {
    if (tipo === 'catalogo') vigente = undefined;
    else vigente ??= await cargarCatalogo(tx);
    await registro
      .proyeccion(tipo)
      ?.proyectar(tx, [{ expediente: contenido.expediente, version: contenido.version, hecho: contenido.hecho, marca: contenido.marca }], vigente as Catalogo);
  }
}
