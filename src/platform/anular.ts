import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { ModuloCualquiera } from '../kernel/acto.ts';
import { fechaDeLima } from '../kernel/calendario.ts';
import { canon } from '../kernel/canon.ts';
import type { Id, Impedimento, Marca } from '../kernel/tipos.ts';
import { type Cabeza, contenidoDe, encadenar, filaDe, pendientesDe, sha256 } from './cabeza.ts';
import type { Exito, Peticion, Resultado, Solicitante } from './contrato.ts';
import { rechazo } from './decidir.ts';
import { esTextoLegible } from './http/legible.ts';
import type { Entorno } from './lote.ts';
import { ACTO_ANULADO, type Contenido, plegar } from './registro.ts';
import { ESCRIBIR } from './sql.ts';

/** Name under which the annulling acto is asked for, on any kind of expediente. */
export const ANULAR = 'AnularActo';

const NUMERAL = '5.1';
const MAXIMO_MOTIVO = 4_000;
const ES_UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const no = (motivo: string, remedio: string): Impedimento[] => [{ numeral: NUMERAL, motivo, remedio }];

interface FilaHecho {
  expediente_id: Id;
  version: number;
  acto_id: Id;
  contenido: string;
}

/**
 * Annuls a whole acto, on every expediente it touched: only by the office that performed it, with a reason, and while
 * nothing recorded later stands on it. The hechos stay in the ledger; the state is folded again without them.
 */
export async function anular(entorno: Entorno, peticion: Peticion, quien: Solicitante): Promise<Resultado> {
  const dados = (peticion.datos ?? {}) as { acto?: unknown; motivo?: unknown };
  const [id, motivo] = [dados.acto, dados.motivo].map((v) => (typeof v === 'string' ? v.trim() : '')) as [Id, string];
  if (!ES_UUID.test(id) || motivo === '' || motivo.length > MAXIMO_MOTIVO || !esTextoLegible(motivo))
    return rechazo('datos_invalidos', 'Hay datos por corregir', [
      {
        numeral: NUMERAL,
        campo: ES_UUID.test(id) ? 'motivo' : 'acto',
        motivo: `Para anular un acto se necesita cuál es y por qué, en ${MAXIMO_MOTIVO} caracteres como máximo.`,
        remedio: 'Indique el acto y escriba el motivo.',
      },
    ]);
  const cliente = await entorno.pool.connect();
  try {
    await cliente.query('begin');
    const resultado = await anularEn(cliente, entorno, { id, motivo }, peticion, quien);
    await cliente.query(resultado.ok && !resultado.repetido ? 'commit' : 'rollback');
    return resultado;
  } catch (e) {
    await cliente.query('rollback').catch(() => {});
    throw e;
  } finally {
    cliente.release();
  }
}

async function anularEn(cliente: pg.PoolClient, entorno: Entorno, que: { id: Id; motivo: string }, peticion: Peticion, quien: Solicitante): Promise<Resultado> {
  const solicitud = sha256(canon({ acto: ANULAR, expediente: peticion.expediente, datos: peticion.datos })).toString('hex');
  const previo = (await cliente.query('select solicitud, respuesta from acto where cuenta = $1 and clave = $2', [quien.cuenta, peticion.clave])).rows[0];
  if (previo)
    return (previo.solicitud as Buffer).toString('hex') === solicitud
      ? { ...(previo.respuesta as Exito), repetido: true }
      : rechazo(
          'clave_reutilizada',
          'La clave ya se usó para otro pedido',
          no('Con esa Idempotency-Key ya se registró un acto con otro contenido.', 'Use una clave nueva para un acto nuevo.'),
        );

  const original = (await cliente.query('select nombre, entidad, cargo, registrado_en from acto where id = $1', [que.id])).rows[0];
  const ids: Id[] = (await cliente.query('select distinct expediente_id as id from hecho where acto_id = $1 order by 1', [que.id])).rows.map((r) => r.id);
  if (!original || !ids.includes(peticion.expediente))
    return rechazo('no_existe', 'No se encontró el acto', no('Ese acto no figura en este expediente.', 'Elíjalo en la cronología.'));
  if (original.entidad !== quien.actor.entidad || original.cargo !== quien.actor.cargo)
    return rechazo('sin_permiso', 'Su oficina no puede anular este acto', no('Un acto lo anula la oficina que lo realizó.', 'Solicítelo a esa oficina.'));

  const cabezas = (await cliente.query('select * from expediente where id = any ($1::uuid[]) order by id for update', [ids])).rows;
  if (cabezas.some((c) => entorno.registro.proyeccion(c.tipo)))
    return rechazo(
      'impedido',
      'No se puede anular',
      no('Las designaciones y los catálogos se rectifican con su propio acto.', 'Use «Rectificar» o «Terminar» en ese expediente.'),
    );
  const hechos: FilaHecho[] = (
    await cliente.query('select expediente_id, version, acto_id, contenido from hecho where expediente_id = any ($1::uuid[]) order by expediente_id, version', [
      ids,
    ])
  ).rows;
  const porExpediente = ids.map((e) => hechos.filter((h) => h.expediente_id === e).map((h) => JSON.parse(h.contenido) as Contenido));
  const impedimento = await loQueDepende(cliente, que.id, ids, porExpediente, original.registrado_en as Date);
  if (impedimento) return rechazo('impedido', 'No se puede anular', impedimento, cabezas.find((c) => c.id === peticion.expediente)?.version);

  const ahora = entorno.ahora();
  const marca: Marca = {
    ocurridoEl: fechaDeLima(ahora),
    registradoEn: ahora.toISOString(),
    acto: randomUUID(),
    designacion: quien.actor.designacion,
    entidad: quien.actor.entidad,
    cargo: quien.actor.cargo,
  };
  const nuevos = cabezas.map((c, i) => {
    const contenido: Contenido = {
      expediente: c.id,
      version: c.version + 1,
      hecho: { tipo: ACTO_ANULADO, v: 1, datos: { acto: que.id, nombre: original.nombre, motivo: que.motivo } },
      marca,
    };
    const texto = contenidoDe(contenido);
    const modulo = entorno.registro.modulo(c.tipo) as ModuloCualquiera;
    const estado = plegar(modulo, [...(porExpediente[i] as Contenido[]), contenido]);
    const huella = encadenar(c.huella as Buffer, texto);
    const cabeza: Cabeza = {
      id: c.id,
      tipo: c.tipo,
      codigo: c.codigo,
      version: c.version + 1,
      estado,
      huella,
      relaciones: {},
      demo: c.demo,
      creadoEl: c.creado_el,
    };
    return { cabeza, texto, ficha: modulo.ficha(estado) };
  });
  const propia = nuevos.find((n) => n.cabeza.id === peticion.expediente)?.cabeza as Cabeza;
  const respuesta: Exito = {
    ok: true,
    acto: marca.acto,
    expediente: propia.id,
    tipo: propia.tipo,
    version: propia.version,
    hechos: nuevos.map((n) => ({ expediente: n.cabeza.id, version: n.cabeza.version, tipo: ACTO_ANULADO })),
    abiertos: [],
    advertencias: [],
    repetido: false,
  };
  const actor = quien.actor;
  await cliente.query(ESCRIBIR, [
    JSON.stringify([
      {
        id: marca.acto,
        nombre: ANULAR,
        cuenta: quien.cuenta,
        clave: peticion.clave,
        solicitud: `\\x${solicitud}`,
        persona: actor.persona,
        designacion: actor.designacion,
        entidad: actor.entidad,
        cargo: actor.cargo,
        decidido_por: null,
        ocurrido_el: marca.ocurridoEl,
        registrado_en: marca.registradoEn,
        advertencias: [],
        respuesta,
      },
    ]),
    JSON.stringify(
      nuevos.map((n) => ({
        expediente_id: n.cabeza.id,
        version: n.cabeza.version,
        acto_id: marca.acto,
        tipo: ACTO_ANULADO,
        contenido: n.texto,
        huella: `\\x${n.cabeza.huella.toString('hex')}`,
      })),
    ),
    JSON.stringify(nuevos.map((n) => filaDe(n.cabeza, n.ficha, marca.registradoEn))),
    ids,
    JSON.stringify(nuevos.flatMap((n) => pendientesDe(n.cabeza.id, n.ficha))),
    [],
  ]);
  return respuesta;
}

/** Later hechos of the same expedientes, the opening itself, or expedientes that came to rely on them. */
async function loQueDepende(
  cliente: pg.PoolClient,
  acto: Id,
  ids: readonly Id[],
  contenidos: readonly Contenido[][],
  desde: Date,
): Promise<Impedimento[] | undefined> {
  const anulados = new Set(contenidos.flat().flatMap((c) => (c.hecho.tipo === ACTO_ANULADO ? [(c.hecho.datos as { acto: string }).acto] : [])));
  if (anulados.has(acto)) return no('El acto ya fue anulado.', 'Revise la cronología.');
  for (const lista of contenidos) {
    const ultimo = Math.max(...lista.filter((c) => c.marca.acto === acto).map((c) => c.version));
    if (lista[0]?.marca.acto === acto) return no('La apertura de un expediente no se anula.', 'Corrija sus datos con el acto que corresponda.');
    const posterior = lista.find((c) => c.version > ultimo && c.hecho.tipo !== ACTO_ANULADO && !anulados.has(c.marca.acto));
    if (posterior)
      return no('Hay actos posteriores que se apoyan en este.', 'Anule primero los posteriores, del último al primero, o rectifique con un acto nuevo.');
  }
  const { rows } = await cliente.query(
    `select e.codigo from expediente e cross join lateral jsonb_each_text(e.relaciones) v
     where v.value = any ($1::text[]) and e.id <> all ($1::uuid[]) and e.actualizado_en >= $2 limit 1`,
    [ids, desde],
  );
  return rows[0]
    ? no(`El expediente ${rows[0].codigo} se apoya en este y actuó después.`, 'Rectifique con un acto nuevo, o anule antes lo actuado allí.')
    : undefined;
}
