import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva } from '../test/casa.ts';
import { type Clase, type Preparacion, prepararArchivo } from './importacion.ts';
import { CATALOGO_ID } from './modules/catalogo/catalogo.ts';

const INEI = [
  'departamento;provincia;distrito;ubigeo;capital_legal;categoría;altitud;población;latitud;longitud',
  'Puno;Puno;Distrito Nuevo;210116;Villa Nueva;Pueblo;3800;100;-15.8;-70.0',
  'Amazonas;Chachapoyas;Balsas;010103;Balsas;Pueblo;859;1125;-6.83;-78.01',
  'Amazonas;Chachapoyas;Cheto;;;;;;;',
].join('\n');
const RENIEC = ['inei,reniec,departamento,provincia,distrito', '010103,010104,AMAZONAS,CHACHAPOYAS,BALSAS', 'NA,010105,AMAZONAS,CHACHAPOYAS,NADIE'].join('\n');
const LOGR = ['articulo,literal,funcion', '49,a,"Formular, aprobar y ejecutar las políticas de salud."', '99,a,Fuera', '49,a,Repetida'].join('\n');

let casa: CasaDePrueba;
beforeAll(async () => {
  casa = await casaNueva();
});
afterAll(() => casa?.cerrar());

async function preparar(clase: Clase, texto: string): Promise<Preparacion> {
  const p = await prepararArchivo(clase, new TextEncoder().encode(texto), { db: casa.db, catalogo: casa.catalogo() });
  if (!p.ok) throw new Error(p.motivo);
  return p;
}
const efectos = (p: Preparacion) => p.filas.map((f) => [f.linea, f.efecto]);
const importar = (p: Preparacion) => casa.hacer(p.acto, CATALOGO_ID, p.datos, casa.como('administrador', 'pcm'));
const contar = async () => {
  const de = async (t: 'territorio' | 'territorio_codigo' | 'entidad' | 'competencia' | 'hecho') =>
    Number((await casa.db.selectFrom(t).select(casa.db.fn.countAll().as('n')).executeTakeFirstOrThrow()).n);
  return { territorio: await de('territorio'), codigo: await de('territorio_codigo'), entidad: await de('entidad'), hecho: await de('hecho') };
};

describe('Importar el territorio', () => {
  it('la revisión dice qué haría cada fila y no guarda nada; confirmada, la misma tabla ya no cambia nada', async () => {
    const antes = await contar();
    const p = await preparar('territorio', INEI);
    expect(efectos(p)).toEqual([
      [2, 'nuevo'],
      [3, 'cambiado'],
      [4, 'rechazado'],
    ]);
    expect(await contar()).toEqual(antes);
    await importar(p);
    const despues = await contar();
    expect(despues).toMatchObject({ territorio: antes.territorio + 1, entidad: antes.entidad + 1 });
    const otra = await preparar('territorio', INEI);
    expect(otra.cuenta).toEqual({ nuevo: 0, cambiado: 0, igual: 2, rechazado: 1 });
  });

  it('cada código conserva su emisor: el mismo número es de INEI en un lugar y de RENIEC en otro', async () => {
    const p = await preparar('territorio', RENIEC);
    expect(efectos(p)).toEqual([
      [2, 'cambiado'],
      [3, 'rechazado'],
    ]);
    await importar(p);
    const codigos = await casa.db.selectFrom('territorio_codigo').select(['emisor', 'territorio']).where('codigo', '=', '010104').orderBy('emisor').execute();
    expect(codigos).toEqual([
      { emisor: 'INEI', territorio: '010104' },
      { emisor: 'RENIEC', territorio: '010103' },
    ]);
    expect((await preparar('territorio', RENIEC)).cuenta).toMatchObject({ cambiado: 0, igual: 1 });
  });
});

describe('Importar las normas', () => {
  it('completa la función con el texto de la ley, rechaza lo ajeno y lo repetido, y después no cambia nada', async () => {
    const p = await preparar('normas', LOGR);
    expect(p.filas.map((f) => [f.linea, f.efecto, f.motivo])).toEqual([
      [2, 'cambiado', 'Cambia el texto completo.'],
      [3, 'rechazado', expect.stringMatching(/47 y 64/)],
      [4, 'rechazado', expect.stringMatching(/línea 2/)],
    ]);
    await importar(p);
    const c = await casa.db.selectFrom('competencia').select('texto_completo').where('clave', '=', 'LOGR-49-a').executeTakeFirst();
    expect(c?.texto_completo).toBe('Formular, aprobar y ejecutar las políticas de salud.');
    expect((await preparar('normas', LOGR)).cuenta).toEqual({ nuevo: 0, cambiado: 0, igual: 1, rechazado: 2 });
  });

  it('una tabla de territorio no se toma por una de normas, ni al revés', async () => {
    const como = (clase: Clase, texto: string) => prepararArchivo(clase, new TextEncoder().encode(texto), { db: casa.db, catalogo: casa.catalogo() });
    expect(await como('normas', INEI)).toMatchObject({ ok: false, motivo: expect.stringMatching(/columnas/) });
    expect(await como('territorio', LOGR)).toMatchObject({ ok: false, motivo: expect.stringMatching(/columnas/) });
  });
});
