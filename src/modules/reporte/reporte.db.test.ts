import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva, nuevo } from '../../../test/casa.ts';
import type { Id } from '../../kernel/tipos.ts';
import { reconstruir, verificar } from '../../platform/verificar.ts';
import { REGLAS } from './reporte.calidad.ts';

let casa: CasaDePrueba;
let indicador: Id;
beforeAll(async () => {
  casa = await casaNueva();
  const sector = casa.como('organo_descentralizacion', 'minam');
  const servicio = nuevo();
  await casa.hacer('IdentificarServicio', servicio, SERVICIO, sector);
  indicador = nuevo();
  await casa.hacer('DefinirIndicador', indicador, { ...INDICADOR, servicio }, sector);
});
afterAll(() => casa.cerrar());

const SERVICIO = {
  nombre: 'Gestión de residuos sólidos municipales',
  sector: 'minam',
  necesidad: 'Barrios limpios',
  continuidad: 'Recolección diaria',
  norma: 'Decreto Legislativo 1278',
  niveles: ['nacional', 'regional', 'provincial', 'distrital'],
};
const INDICADOR = {
  nombre: 'Residuos municipales generados',
  proposito: 'Dimensionar la recolección',
  dimension: 'cobertura',
  clase: 'resultado',
  agregacion: 'suma',
  numerador: 'Toneladas generadas en el año',
  unidad: 't',
  decimales: 2,
  sentido: 'menor_mejor',
  periodicidad: 'anual',
  fuente: 'Declaración municipal',
  responsable: 'minam',
  captura: 'distrito',
};

const pais = async (periodo: number) =>
  (
    await sql<{
      v: number;
      n: number;
    }>`select pais_num as v, pais_n as n from cifra c join serie s on s.id = c.serie where s.indicador = ${indicador} and periodo = ${periodo}`.execute(casa.db)
  ).rows[0];

const distrital = () => casa.como('alcalde_distrital', 'md-090102');

it('8.18 la cifra que corrige un distrito cambia la cifra nacional en la lectura siguiente, y retirarla la devuelve', async () => {
  const sector = casa.como('ogpp', 'minam');
  await casa.hacer(
    'ReportarCifras',
    nuevo(),
    {
      indicador,
      enviar: true,
      cifras: [
        { territorio: '090102', periodo: '2021', valor: 10 },
        { territorio: '090103', periodo: '2021', valor: 5 },
        { territorio: '150101', periodo: '2021', estado: 'sin_dato' },
      ],
    },
    sector,
  );
  expect(await pais(2021)).toEqual({ v: 15, n: 2 });
  const correccion = nuevo();
  await casa.hacer(
    'ReportarCifras',
    correccion,
    { indicador, motivo: 'Error de pesaje', cifras: [{ territorio: '090102', periodo: '2021', valor: 12.5 }] },
    distrital(),
  );
  expect(await pais(2021), 'un borrador no cuenta').toEqual({ v: 15, n: 2 });
  await casa.hacer('EnviarCifras', correccion, {}, distrital());
  expect(await pais(2021)).toEqual({ v: 17.5, n: 2 });
  await casa.hacer('RetirarCifras', correccion, { motivo: 'La balanza estaba bien' }, distrital());
  expect(await pais(2021)).toEqual({ v: 15, n: 2 });
});

it('8.17 una municipalidad no reporta por otro distrito', async () => {
  const r = await casa.pedir('ReportarCifras', nuevo(), { indicador, cifras: [{ territorio: '090103', periodo: '2021', valor: 1 }] }, distrital());
  expect(r).toMatchObject({ ok: false, estado: 409, impedimentos: [{ numeral: '8.17', campo: 'cifras[0].territorio' }] });
});

it('8.18 las cifras se reconstruyen iguales desde los hechos', async () => {
  await casa.hacer('ReportarCifras', nuevo(), { indicador, enviar: true, cifras: [{ territorio: '090102', periodo: '2020', valor: 3 }] }, distrital());
  const foto = async () =>
    (await sql`select serie, periodo, pais_num, pais_n, prov_num, num, marca, orden from cifra where pais_n > 0 order by 1, 2`.execute(casa.db)).rows;
  const antes = await foto();
  await reconstruir(casa.db, casa.registro);
  expect(await foto()).toEqual(antes);
  expect((await verificar(casa.db, casa.registro)).faltas).toEqual([]);
});

const avisos = async () =>
  (
    await sql<{ periodo: number; reglas: number; a: [number, string, number, number | null, number | null] }>`
      select a.periodo, a.reglas, x.a from aviso_cifra a join serie s on s.id = a.serie, jsonb_array_elements(a.avisos) with ordinality as x (a, i)
      where s.indicador = ${acumulado} order by a.periodo, x.i`.execute(casa.db)
  ).rows.map((r) => `${r.periodo} v${r.reglas} ${r.a[1]} ${r.a[2]} ${r.a[3]}..${r.a[4]}`);
let acumulado: Id;

it('8.19 los avisos siguen a las cifras en vigor: nacen, cambian y se resuelven en la transacción que las cambia, y se reconstruyen iguales', async () => {
  acumulado = nuevo();
  const sector = casa.como('organo_descentralizacion', 'minam');
  const { servicio } = (await casa.db.selectFrom('expediente').select('estado').where('id', '=', indicador).executeTakeFirstOrThrow()).estado as {
    servicio: Id;
  };
  const ficha = { ...INDICADOR, nombre: 'Rellenos construidos', acumulativo: true, salto: 50, maximo: 1000 };
  await casa.hacer('DefinirIndicador', acumulado, { ...ficha, servicio }, sector);
  const reportar = async (periodo: string, valor: number) => {
    const id = nuevo();
    await casa.hacer('ReportarCifras', id, { indicador: acumulado, enviar: true, cifras: [{ territorio: '090102', periodo, valor }] }, distrital());
    return id;
  };
  await reportar('2021', 100);
  expect(await avisos()).toEqual([]);
  await reportar('2020', 10);
  expect(await avisos(), 'el año siguiente se juzga de nuevo').toEqual([`2021 v${REGLAS} salto 100 5..15`]);
  const baja = await reportar('2021', 4);
  expect(await avisos()).toEqual([`2021 v${REGLAS} descenso 4 10..null`, `2021 v${REGLAS} salto 4 5..15`]);
  await casa.hacer('RetirarCifras', baja, { motivo: 'Era de otro distrito' }, distrital());
  expect(await avisos()).toEqual([`2021 v${REGLAS} salto 100 5..15`]);
  await reportar('2021', 12);
  expect(await avisos(), 'la corrección resuelve el aviso').toEqual([]);
  await casa.hacer('VersionarIndicador', acumulado, { ...ficha, salto: 10, maximo: 11, desde: '2021', motivo: 'Más fino', ruptura: false }, sector);
  const conVersion = [`2021 v${REGLAS} maximo 12 null..11`, `2021 v${REGLAS} salto 12 9..11`];
  expect(await avisos(), 'la versión nueva rige desde su periodo').toEqual(conVersion);
  await reconstruir(casa.db, casa.registro);
  expect(await avisos()).toEqual(conVersion);
});
