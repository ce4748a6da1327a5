import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baseNueva } from '../../../test/base.ts';
import { catalogoReal } from '../../../test/catalogo.ts';
import type { Catalogo } from '../../kernel/tipos.ts';
import { leerLinaje } from '../../lecturas/linaje.ts';
import { abrirBase, type Db } from '../../platform/base.ts';
import { cargarCatalogo } from '../../platform/catalogo.ts';
import { datosDeSiembra } from '../../siembra.ts';
import { prepararImportacion } from '../territorio/importar.ts';
import { CATALOGO_ID, type CatalogoHecho } from './catalogo.ts';
import { projectCatalogo, TABLAS_CATALOGO } from './catalogo.views.ts';

let base: Awaited<ReturnType<typeof baseNueva>>;
let db: Db;

const MARCA = {
  ocurridoEl: '2026-03-02',
  registradoEn: '2026-03-02T15:00:00.000Z',
  acto: CATALOGO_ID,
  designacion: CATALOGO_ID,
  entidad: 'pcm',
  cargo: 'administrador',
};
const hechos: CatalogoHecho[] = [];

/** Projects what would be recorded, as it comes back from the ledger. */
async function registrar(...nuevos: CatalogoHecho[]): Promise<void> {
  hechos.push(...nuevos);
  await db.transaction().execute(async (tx) => {
    for (const hecho of nuevos) await projectCatalogo(tx, { expediente: CATALOGO_ID, version: 1, hecho: JSON.parse(JSON.stringify(hecho)), marca: MARCA });
  });
}

async function filas(): Promise<unknown> {
  return {
    territorio: await db.selectFrom('territorio').selectAll().orderBy('id').execute(),
    codigos: await db.selectFrom('territorio_codigo').selectAll().orderBy('emisor').orderBy('codigo').execute(),
    entidad: await db.selectFrom('entidad').selectAll().orderBy('id').execute(),
    linaje: await db.selectFrom('linaje').selectAll().orderBy('territorio').execute(),
    organo: await db.selectFrom('organo').selectAll().orderBy('entidad').orderBy('cargo').execute(),
  };
}

async function importar(texto: string): Promise<void> {
  const r = prepararImportacion(texto, await cargarCatalogo(db), 'a'.repeat(64));
  if (!r.ok) throw new Error(r.motivo);
  await registrar({ tipo: 'TerritorioImportado', v: 1, datos: { ...r.datos, altas: { territorios: 0, entidades: 0 } } });
}

beforeAll(async () => {
  base = await baseNueva();
  db = abrirBase(base.url);
});
afterAll(async () => {
  await db?.destroy();
  await base?.cerrar();
});

describe('Catálogos en la base de datos', () => {
  it('antes de la siembra está vacío y su versión es 0', async () => {
    const c = await cargarCatalogo(db);
    expect([c.version, c.departamentales().length, c.entidades().length]).toEqual([0, 0, 0]);
  });

  it('sembrado, responde lo mismo que el catálogo en memoria', async () => {
    await registrar({ tipo: 'CatalogosSembrados', v: 1, datos: datosDeSiembra() });
    const leido = await cargarCatalogo(db);
    const real: Catalogo = catalogoReal();
    expect(leido.entidades()).toEqual(real.entidades());
    expect(leido.departamentales()).toEqual(real.departamentales());
    for (const { id } of real.departamentales()) expect(leido.provinciasDe(id)).toEqual(real.provinciasDe(id));
    expect(leido.gobiernoDe('15M')?.id).toBe('mp-1501');
  });

  it('busca sin tildes, también la ñ y las siglas', async () => {
    const t = await db.selectFrom('territorio').select('id').where('busqueda', 'like', '%canete%').execute();
    expect(t.map((f) => f.id)).toContain('1505');
    const e = await db.selectFrom('entidad').select('busqueda').where('id', '=', 'vivienda').executeTakeFirstOrThrow();
    expect(e.busqueda).toBe('ministerio de vivienda, construccion y saneamiento vivienda');
  });

  it('importa datos, un distrito nuevo con su municipalidad y los códigos de cada emisor', async () => {
    const cabecera = 'departamento;provincia;distrito;ubigeo;capital_legal;categoría;altitud;población;latitud;longitud';
    await importar(`${cabecera}\nPuno;Puno;Acora;210102;Acora;Villa;3867;28000;-15.97;-69.79\nPuno;Puno;Distrito Nuevo;210116;;;;;;`);
    await importar('inei,reniec,departamento,provincia,distrito\n210102,200102,PUNO,PUNO,ACORA');
    const c = await cargarCatalogo(db);
    expect(c.territorio('210102')).toMatchObject({ nombre: 'Acora', poblacion: 28000, lat: -15.97 });
    expect(c.gobiernoDe('210116')?.nombre).toBe('Municipalidad Distrital de Distrito Nuevo');
    const codigos = await db.selectFrom('territorio_codigo').select(['emisor', 'codigo']).where('territorio', '=', '210102').orderBy('emisor').execute();
    expect(codigos).toEqual([
      { emisor: 'INEI', codigo: '210102' },
      { emisor: 'RENIEC', codigo: '200102' },
    ]);
  });

  it('lo que el archivo omite queda como estaba', async () => {
    await importar('departamento;provincia;distrito;ubigeo;población\nPuno;Puno;Acora;210102;28500');
    expect((await cargarCatalogo(db)).territorio('210102')).toMatchObject({ poblacion: 28500, capital: 'Acora' });
  });

  it('registra entidades, nombres de órganos y sucesiones', async () => {
    await registrar(
      {
        tipo: 'EntidadRegistrada',
        v: 1,
        datos: { id: 'inia', nombre: 'Instituto Nacional de Innovación Agraria', tipo: 'adscrito', nivel: 'nacional', sector: 'midagri' },
      },
      {
        tipo: 'OrganoConfirmado',
        v: 1,
        datos: { entidad: 'minsa', cargo: 'ogpp', nombre: 'Oficina General de Planeamiento, Presupuesto y Modernización', porConfirmar: false },
      },
      { tipo: 'SucesionRegistrada', v: 1, datos: { entidad: 'mincetur', sucesora: 'produce', hasta: '2026-12-31', norma: 'Ley de ejemplo' } },
    );
    const c = await cargarCatalogo(db);
    expect(c.entidad('inia')?.sector).toBe('midagri');
    expect(c.entidad('mincetur')).toMatchObject({ vigenteHasta: '2026-12-31', sucesora: 'produce' });
    const organo = await db.selectFrom('organo').select('por_confirmar').where('entidad', '=', 'minsa').where('cargo', '=', 'ogpp').executeTakeFirstOrThrow();
    expect(organo.por_confirmar).toBe(false);
  });

  it('8.19: la creación de un distrito fecha su vigencia y une el linaje, que otra importación no borra', async () => {
    await registrar({ tipo: 'DistritoCreado', v: 1, datos: { distrito: '210116', origenes: ['210102'], desde: '2021-01-01', norma: 'Ley de ejemplo' } });
    await importar('departamento;provincia;distrito;ubigeo;población\nPuno;Puno;Distrito Nuevo;210116;900');
    const t = await db.selectFrom('territorio').select('vigente_desde').where('id', '=', '210116').executeTakeFirstOrThrow();
    expect(t.vigente_desde).toBe('2021-01-01');
    expect(await leerLinaje(db, '210102')).toEqual({
      miembros: ['210102', '210116'],
      creaciones: [{ territorio: '210116', origenes: ['210102'], desde: '2021-01-01', norma: 'Ley de ejemplo' }],
    });
    expect(await leerLinaje(db, '210101')).toBeUndefined();
  });

  it('reproyectar los mismos hechos da filas idénticas', async () => {
    const antes = await filas();
    const previos = hechos.splice(0);
    await db.transaction().execute(async (tx) => {
      for (const tabla of TABLAS_CATALOGO) await tx.deleteFrom(tabla).execute();
    });
    await registrar(...previos);
    expect(await filas()).toEqual(antes);
  });
});
