import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva, nuevo } from '../../test/casa.ts';
import type { Solicitante } from './contrato.ts';
import { guardarDocumento } from './documentos.ts';
import { anotarRaiz, reconstruir, verificar } from './verificar.ts';

let casa: CasaDePrueba;
let minsa: Solicitante;
let gore: Solicitante;

beforeAll(async () => {
  casa = await casaNueva();
  minsa = casa.como('organo_descentralizacion', 'minsa');
  gore = casa.como('gobernador', 'gr-09');
});
afterAll(() => casa.cerrar());

const datos = (nombre: string) => ({ nombre, sector: 'minsa', necesidad: 'n', continuidad: 'c', norma: 'n', niveles: ['nacional', 'regional', 'provincial'] });
const cumple = { cumple: true, sustento: 's' };
const elegible = { competenciasCompartidas: cumple, fasesSucesivas: cumple, responsabilidadCompartida: cumple };

async function servicioNuevo(nombre: string): Promise<string> {
  const id = nuevo();
  await casa.hacer('IdentificarServicio', id, datos(nombre), minsa);
  return id;
}

/** As the owner of the database, who is not bound by the role of the app. */
async function comoDuenio(tarea: (c: pg.Client) => Promise<void>): Promise<void> {
  const c = new pg.Client({ connectionString: casa.url });
  await c.connect();
  try {
    await tarea(c);
  } finally {
    await c.end();
  }
}

const tablas = async () => {
  const leer = async (t: string, orden: string) => (await sql.raw(`select * from ${t} order by ${orden}`).execute(casa.db)).rows;
  return {
    expediente: await leer('expediente', 'id'),
    pendiente: await leer('pendiente', 'expediente_id, clave, orden'),
    entidad: await leer('entidad', 'id'),
    territorio: await leer('territorio', 'id'),
    organo: await leer('organo', 'entidad, cargo'),
    designacion: await leer('designacion', 'id'),
  };
};

describe('execute', () => {
  it('registra el acto, encadena el hecho, numera el expediente y proyecta sus pendientes', async () => {
    const id = await servicioNuevo('Uno');
    const e = await casa.db.selectFrom('expediente').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(e).toMatchObject({ tipo: 'servicio', version: 1, situacion: 'identificado', busqueda: expect.stringContaining('uno') });
    expect(e.codigo).toMatch(/^SP-\d{4}-\d{4}-MINSA$/);
    expect(await casa.db.selectFrom('pendiente').select('acto').where('expediente_id', '=', id).execute()).toEqual([{ acto: 'EvaluarElegibilidad' }]);
  });

  it('la misma clave con el mismo pedido devuelve la respuesta guardada; con otro, 422', async () => {
    const id = nuevo();
    const primera = await casa.hacer('IdentificarServicio', id, datos('Repetido'), minsa, { clave: 'k-1', version: null });
    const segunda = await casa.pedir('IdentificarServicio', id, datos('Repetido'), minsa, { clave: 'k-1', version: null });
    expect(segunda).toEqual({ ...primera, repetido: true });
    expect(await casa.pedir('IdentificarServicio', id, datos('Otro'), minsa, { clave: 'k-1', version: null })).toMatchObject({ ok: false, estado: 422 });
    expect(await casa.pedir('IdentificarServicio', nuevo(), datos('Otra cuenta'), gore, { clave: 'k-1', version: null })).toMatchObject({ ok: true });
  });

  it('la misma clave enviada veinte veces a la vez se registra una sola', async () => {
    const id = nuevo();
    const rs = await Promise.all(
      Array.from({ length: 20 }, () => casa.pedir('IdentificarServicio', id, datos('A la vez'), minsa, { clave: 'k-vez', version: null })),
    );
    expect(rs.filter((r) => r.ok && !r.repetido)).toHaveLength(1);
    expect(rs.every((r) => r.ok)).toBe(true);
    expect(await casa.db.selectFrom('hecho').select('version').where('expediente_id', '=', id).execute()).toHaveLength(1);
  });

  it('exige la versión vista (428) y rechaza la superada (412) con la actual', async () => {
    const id = await servicioNuevo('Versiones');
    expect(await casa.pedir('EvaluarElegibilidad', id, elegible, minsa, { version: null })).toMatchObject({ estado: 428, version: 1 });
    await casa.hacer('CorregirServicio', id, datos('Versiones corregido'), minsa);
    expect(await casa.pedir('EvaluarElegibilidad', id, elegible, minsa, { version: 1 })).toMatchObject({ estado: 412, version: 2 });
  });

  it('de treinta actos sobre la misma versión a la vez solo uno se registra', async () => {
    const id = await servicioNuevo('Carrera');
    const rs = await Promise.all(Array.from({ length: 30 }, (_, i) => casa.pedir('CorregirServicio', id, datos(`Carrera ${i}`), minsa, { version: 1 })));
    expect(rs.filter((r) => r.ok)).toHaveLength(1);
    expect(rs.filter((r) => !r.ok && r.estado === 412)).toHaveLength(29);
  });

  it('responde 404 a lo desconocido y a un expediente de otra clase', async () => {
    const id = await servicioNuevo('Clase');
    expect(await casa.pedir('NoExiste', id, {}, minsa)).toMatchObject({ estado: 404 });
    expect(await casa.pedir('EvaluarElegibilidad', nuevo(), elegible, minsa)).toMatchObject({ estado: 404 });
    expect(await casa.pedir('ElevarPlan', id, {}, minsa)).toMatchObject({ estado: 404 });
  });

  it('responde 400 nombrando el campo, y 403 diciendo quién puede; nada cambia', async () => {
    const id = await servicioNuevo('Errores');
    expect(await casa.pedir('CorregirServicio', id, { ...datos('x'), nombre: '' }, minsa)).toMatchObject({ estado: 400, impedimentos: [{ campo: 'nombre' }] });
    expect(await casa.pedir('EvaluarElegibilidad', id, elegible, gore)).toMatchObject({ estado: 403, impedimentos: [{ numeral: '6.4' }] });
    expect(await casa.pedir('CorregirServicio', id, datos('x'), minsa, { ocurridoEl: '2099-01-01' })).toMatchObject({
      estado: 400,
      impedimentos: [{ campo: 'ocurridoEl' }],
    });
    const vencida = { ...minsa, actor: { ...minsa.actor, hasta: '2021-01-01' } };
    expect(await casa.pedir('CorregirServicio', id, datos('x'), vencida)).toMatchObject({ estado: 403 });
    expect(await casa.db.selectFrom('hecho').select('version').where('expediente_id', '=', id).execute()).toHaveLength(1);
  });

  it('6.4 un servicio con el mismo nombre en el sector se rechaza con su cura, también dentro de un lote', async () => {
    const [a, b] = await Promise.all([
      casa.pedir('IdentificarServicio', nuevo(), datos('Único'), minsa),
      casa.pedir('IdentificarServicio', nuevo(), datos('ÚNICO'), minsa),
    ]);
    expect([a, b].filter((r) => r?.ok)).toHaveLength(1);
    expect([a, b].find((r) => !r?.ok)).toMatchObject({ estado: 409, impedimentos: [{ numeral: '6.4', remedio: expect.stringContaining('existente') }] });
  });

  it('un archivo que no está en el sistema, o que otra persona subió y nadie citó, no puede citarse', async () => {
    const cig = nuevo();
    const plan = nuevo();
    await casa.hacer('ConformarCig', cig, { sector: 'minsa', nombre: 'CIG', norma: 'RM' }, minsa);
    await casa.hacer('ProponerPlan', plan, { cig, nombre: 'PTI', periodo: '2026' }, minsa);
    const presentar = (documento: string) =>
      casa.pedir('PresentarDiagnostico', plan, { texto: 't', fuentes: 'f', problematica: 'p', politicas: 'p', documento }, minsa);
    const rechazado = { estado: 400, impedimentos: [{ campo: 'documento' }] };
    expect(await presentar('a'.repeat(64))).toMatchObject(rechazado);
    const subir = (quien: Solicitante) => guardarDocumento(casa.db, Buffer.from('texto'), 'd.txt', 'text/plain', quien, new Date());
    const huella = await subir(gore);
    expect(await presentar(huella)).toMatchObject(rechazado);
    await subir(minsa);
    expect(await presentar(huella)).toMatchObject({ ok: true });
  });
});

describe('AnularActo', () => {
  it('quita los hechos del estado y los conserva en el libro', async () => {
    const id = await servicioNuevo('Anulable');
    const acto = await casa.hacer('EvaluarElegibilidad', id, elegible, minsa);
    const r = await casa.hacer('AnularActo', id, { acto: acto.acto, motivo: 'Error de registro' }, minsa);
    expect(r).toMatchObject({ version: 3 });
    expect(await casa.db.selectFrom('expediente').select(['situacion', 'version']).where('id', '=', id).executeTakeFirst()).toEqual({
      situacion: 'identificado',
      version: 3,
    });
    expect(await casa.pedir('AnularActo', id, { acto: acto.acto, motivo: 'otra vez' }, minsa)).toMatchObject({ estado: 409 });
    await casa.hacer('EvaluarElegibilidad', id, elegible, minsa);
  });

  it('la oficina que no lo realizó no lo anula, ni se anula lo que otros ya usaron', async () => {
    const id = await servicioNuevo('Con sucesores');
    const primero = await casa.hacer('CorregirServicio', id, datos('Con sucesores 2'), minsa);
    await casa.hacer('EvaluarElegibilidad', id, elegible, minsa);
    expect(await casa.pedir('AnularActo', id, { acto: primero.acto, motivo: 'm' }, gore)).toMatchObject({ estado: 403 });
    expect(await casa.pedir('AnularActo', id, { acto: primero.acto, motivo: 'm' }, minsa)).toMatchObject({ estado: 409 });
    expect(await casa.pedir('AnularActo', id, { acto: primero.acto, motivo: '' }, minsa)).toMatchObject({ estado: 400 });
  });
});

describe('El libro', () => {
  it('la aplicación no puede cambiar ni borrar hechos; tampoco el dueño sin quitar el disparador', async () => {
    for (const orden of ['update hecho set tipo = tipo', 'delete from hecho', 'truncate hecho', 'update acto set nombre = nombre'])
      await expect(sql.raw(orden).execute(casa.db)).rejects.toThrow(/permission denied|permiso denegado/);
    await comoDuenio(async (c) => {
      await expect(c.query("update hecho set contenido = ''")).rejects.toThrow(/no admite cambios/);
      await expect(c.query('delete from acto')).rejects.toThrow(/no admite cambios/);
    });
  });

  it('reconstruir da filas idénticas', async () => {
    const antes = await tablas();
    await reconstruir(casa.db, casa.registro);
    expect(await tablas()).toEqual(antes);
  });

  it('verificar nombra el primer hecho alterado y el que falta', async () => {
    const id = await servicioNuevo('Alterado');
    await casa.hacer('CorregirServicio', id, datos('Alterado 2'), minsa);
    const borrado = await servicioNuevo('Borrado');
    expect((await verificar(casa.db, casa.registro)).faltas).toEqual([]);
    await anotarRaiz(casa.db, '2026-01-01', new Date());
    await comoDuenio(async (c) => {
      await c.query('alter table hecho disable trigger all');
      await c.query("update hecho set contenido = replace(contenido, 'Alterado', 'Adulterado') where expediente_id = $1 and version = 1", [id]);
      await c.query('delete from hecho where expediente_id = $1', [borrado]);
      await c.query('delete from pendiente where expediente_id = $1', [borrado]);
      await c.query('delete from expediente where id = $1', [borrado]);
      await c.query('alter table hecho enable trigger all');
    });
    const { faltas } = await verificar(casa.db, casa.registro);
    expect(faltas).toEqual([
      { expediente: id, version: 1, motivo: expect.stringContaining('alterado') },
      { expediente: borrado, version: 1, motivo: expect.stringContaining('raíz') },
      ...faltas.slice(2),
    ]);
  });
});

describe('Archivos citados', () => {
  it('sus bytes no cambian ni se borran, y verificar nombra el que fue alterado por fuera', async () => {
    const huella = 'a'.repeat(64);
    await casa.db
      .insertInto('documento')
      .values({ huella, nombre: 'a.txt', tipo: 'text/plain', bytes: Buffer.from('x'), tamano: 1, subido_por: nuevo(), subido_en: new Date() })
      .execute();
    await casa.db.updateTable('documento').set({ citado: true }).where('huella', '=', huella).execute();
    await expect(
      casa.db
        .updateTable('documento')
        .set({ bytes: Buffer.from('y') })
        .where('huella', '=', huella)
        .execute(),
    ).rejects.toThrow(/permission denied/);
    await expect(casa.db.deleteFrom('documento').where('huella', '=', huella).execute()).rejects.toThrow(/no admite cambios/);
    expect((await verificar(casa.db, casa.registro)).faltas).toContainEqual({
      expediente: huella,
      version: 0,
      motivo: 'El archivo con esta huella fue alterado.',
    });
  });
});
