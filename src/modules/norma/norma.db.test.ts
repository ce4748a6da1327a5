import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baseNueva } from '../../../test/base.ts';
import { abrirBase, type Db } from '../../platform/base.ts';
import { cargarCatalogo } from '../../platform/catalogo.ts';
import { datosDeNormas } from '../../siembra.ts';
import { type DatosDeNormas, prepararNormas } from './importar.ts';
import { projectNormas, TABLAS_NORMA } from './norma.views.ts';

let base: Awaited<ReturnType<typeof baseNueva>>;
let db: Db;

const EXPEDIENTE = '01900000-0000-7000-8000-000000000001';
const MARCA = {
  ocurridoEl: '2026-03-02',
  registradoEn: '2026-03-02T15:00:00.000Z',
  acto: EXPEDIENTE,
  designacion: EXPEDIENTE,
  entidad: 'pcm',
  cargo: 'administrador',
};
const hechos: DatosDeNormas[] = [];

async function proyectar(datos: DatosDeNormas): Promise<void> {
  await db
    .transaction()
    .execute((tx) => projectNormas(tx, { expediente: EXPEDIENTE, version: 1, hecho: { tipo: 'NormasImportadas', v: 1, datos }, marca: MARCA }));
}

async function registrar(datos: DatosDeNormas): Promise<void> {
  hechos.push(datos);
  await proyectar(datos);
}

const filas = async () => ({
  normas: await db.selectFrom('norma').selectAll().orderBy('id').execute(),
  competencias: await db.selectFrom('competencia').selectAll().orderBy('clave').execute(),
});

const competencia = (clave: string) => db.selectFrom('competencia').selectAll().where('clave', '=', clave).executeTakeFirstOrThrow();

beforeAll(async () => {
  base = await baseNueva();
  db = abrirBase(base.url);
});
afterAll(async () => {
  await db?.destroy();
  await base?.cerrar();
});

describe('Normas en la base de datos', () => {
  it('9.1: la base inicial deja citables las 321 funciones, con su vigencia', async () => {
    await registrar(datosDeNormas());
    const catalogo = await cargarCatalogo(db);
    expect((await filas()).competencias).toHaveLength(321);
    expect(catalogo.competencia('LOGR-52-k')).toMatchObject({ clave: 'LOGR-52-k', vigenteDesde: '2024-07-21' });
    expect(catalogo.competencia('LOM-80-2.6')?.vigenteHasta).toBeUndefined();
  });

  it('una tabla completa agrega el texto de la ley y conserva nuestra redacción', async () => {
    const antes = await competencia('LOGR-49-g');
    const r = prepararNormas('articulo,literal,funcion\n49,g,Texto completo de ejemplo.\n64,z,Letra nueva.', 'b'.repeat(64));
    if (!r.ok) throw new Error(r.motivo);
    await registrar(r.datos);
    expect(await competencia('LOGR-49-g')).toEqual({ ...antes, texto_completo: 'Texto completo de ejemplo.' });
    expect((await filas()).competencias).toHaveLength(322);
  });

  it('importar de nuevo no quita lo que el archivo omite', async () => {
    const antes = await filas();
    await registrar({ ...datosDeNormas(), competencias: datosDeNormas().competencias.slice(0, 3) });
    expect(await filas()).toEqual(antes);
  });

  it('busca sin tildes por clave, texto y materia', async () => {
    const claves = await db.selectFrom('competencia').select('clave').where('busqueda', 'like', '%atencion primaria%').orderBy('clave').execute();
    expect(claves.map((c) => c.clave)).toEqual(['LOM-80-2.5', 'LOM-80-4.4']);
  });

  it('reconstruye filas idénticas desde los hechos', async () => {
    const antes = await filas();
    for (const tabla of TABLAS_NORMA) await db.deleteFrom(tabla).execute();
    for (const datos of hechos) await proyectar(datos);
    expect(await filas()).toEqual(antes);
  });
});
