import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiFalsa } from '../test/api.falsa.ts';
import { type CasaDePrueba, casaNueva, nuevo } from '../test/casa.ts';
import { type Confirmacion, confirmarCarga, leerTabla, prepararCarga } from './carga.ts';
import { CARGOS, type Cargo } from './directiva/cargos.ts';
import type { Id } from './kernel/tipos.ts';
import { algunas } from './modules/reporte/archivo/tabla.ts';
import { depurarLotes, guardarLote, serieDe } from './platform/cifras/almacen.ts';
import type { Solicitante } from './platform/contrato.ts';
import { guardarDocumento, leerDocumento, limiteDeCuarentena } from './platform/documentos.ts';

let casa: CasaDePrueba;
let distritos: string[];
let codigos: { territorio: string; codigo: string }[];
const deps = () => ({
  db: casa.db,
  catalogo: casa.catalogo,
  ejecutar: casa.ejecutar,
  ahora: casa.ahora,
  leerDocumento: (h: string) => leerDocumento(casa.db, h),
});

const SERVICIO = {
  nombre: 'Gestión de residuos sólidos municipales',
  sector: 'minam',
  necesidad: 'Barrios limpios',
  continuidad: 'Recolección diaria',
  norma: 'Decreto Legislativo 1278',
  niveles: ['nacional', 'regional', 'provincial', 'distrital'],
};
const INDICADOR = {
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
let servicio: Id;
async function indicadorNuevo(nombre: string): Promise<Id> {
  const id = nuevo();
  await casa.hacer('DefinirIndicador', id, { ...INDICADOR, nombre, servicio }, sector());
  return id;
}
const sector = () => casa.como('ogpp', 'minam');

beforeAll(async () => {
  casa = await casaNueva();
  servicio = nuevo();
  await casa.hacer('IdentificarServicio', servicio, SERVICIO, casa.como('organo_descentralizacion', 'minam'));
  const c = casa.catalogo();
  distritos = c.departamentales().flatMap((d) => c.provinciasDe(d.id).flatMap((p) => c.hijosDe(p.id).map((x) => x.id)));
  // RENIEC numbers of its own: most are digits that INEI gave to another district.
  codigos = distritos.map((territorio, i) => ({ territorio, codigo: distritos[(i + 5) % distritos.length] as string }));
  await sql`insert into territorio_codigo (territorio, emisor, codigo, vigente)
    select t, 'RENIEC', c, true from unnest(${codigos.map((x) => x.territorio)}::text[], ${codigos.map((x) => x.codigo)}::text[]) as f (t, c)`.execute(casa.db);
});
afterAll(() => casa?.cerrar());

/** The shape of the national file of waste: lost leading zeros, several measures, the period last. */
function residuos(anios: readonly number[], cuantos = 120): string {
  const filas = anios.flatMap((a) =>
    distritos
      .filter((_, i) => i % Math.floor(distritos.length / cuantos) === 0)
      .map((id, i) => `${Number(id)},${1000 + i},${600 + i},400,0.${40 + (i % 9)},${i}.5,${i}.25,${(i * 7 + (a % 10)) % 900}.${10 + (i % 80)},${a}`),
  );
  return `UBIGEO,POB_TOTAL,POB_URBANA,POB_RURAL,GPC_DOM,QRESIDUOS_DOM,QRESIDUOS_NO_DOM,QRESIDUOS_MUN,PERIODO\n${filas.join('\n')}\n`;
}
/** Control total of a year, straight from the text. */
function controlDe(texto: string, anio: number): number {
  let centesimos = 0;
  for (const l of texto.trim().split('\n').slice(1)) {
    const campos = l.split(',');
    if (campos[8] === String(anio)) centesimos += Math.round(Number(campos[7]) * 100);
  }
  return centesimos / 100;
}
const guardar = (texto: string | Uint8Array, quien: Solicitante) =>
  guardarDocumento(casa.db, typeof texto === 'string' ? new TextEncoder().encode(texto) : texto, 'cifras.csv', 'text/csv', quien, casa.ahora());
async function importar(indicador: Id, texto: string, quien: Solicitante, o: Partial<Confirmacion> = {}) {
  const huella = await guardar(texto, quien);
  return confirmarCarga(deps(), quien, indicador, huella, { soloCorrectas: false, motivo: '', clave: randomUUID(), ...o });
}
const pais = async (indicador: Id, periodo: number) =>
  (
    await sql<{
      v: number;
    }>`select pais_num as v from cifra c join serie s on s.id = c.serie where s.indicador = ${indicador} and periodo = ${periodo} and pais_n > 0`.execute(
      casa.db,
    )
  ).rows[0]?.v;
const cuentas = async () =>
  (
    await sql`select (select count(*) from lote) as lotes, (select count(*) from lote_celda) as celdas, (select count(*) from cifra) as cifras,
      (select count(*) from serie) as series, (select count(*) from hecho) as hechos, (select count(*) from mapeo_carga) as mapeos`.execute(casa.db)
  ).rows[0];
/** What a refused import answers, or the report it opened. */
const reporteDe = (r: Awaited<ReturnType<typeof importar>>): Id => {
  if (!r.ok) throw new Error(JSON.stringify(r));
  return r.expediente;
};

describe('9.4 Importar un archivo como la gente lo tiene', () => {
  it('8.19 la revisión avisa, por línea, de los saltos dentro del archivo y frente a lo vigente; los totales son los que quedarían', async () => {
    const indicador = await indicadorNuevo('Residuos con saltos');
    const [a, b] = [distritos[0] as string, distritos[1] as string];
    const csv = (filas: string[]) => ['UBIGEO,PERIODO,TONELADAS', ...filas].join('\n');
    for (const valor of [90, 95, 100]) reporteDe(await importar(indicador, csv([`${a},2020,${valor}`, `${b},2020,10`]), sector()));
    const huella = await guardar(csv([`${a},2021,500`, `${b},2021,11`, `${a},2022,510`, `${b},2022,40`, `${a},2020,101`]), sector());
    const r = await prepararCarga(deps(), sector(), indicador, huella);
    if (!r.ok || !r.efectos) throw new Error(JSON.stringify(r));
    expect(r.efectos).toMatchObject({ rechazadas: 0, avisadas: 2, nuevos: 4, cambiados: 1 });
    expect(r.efectos.avisos.map((x) => [x.linea, x.columna])).toEqual([
      [2, 'TONELADAS'],
      [5, 'TONELADAS'],
    ]);
    expect(r.efectos.avisos[0]?.motivo).toBe('Cambio grande frente al periodo anterior: 500; se esperaba entre 0 y 202.');
    expect(r.efectos.totales.map((t) => [t.periodo, t.antes, t.despues])).toEqual([
      [2020, 110, 111],
      [2021, null, 511],
      [2022, null, 550],
    ]);
  });

  it('8.18 entra tal cual, la cifra nacional de cada año es el total de control, se corrige por un distrito y se deshace', async () => {
    const indicador = await indicadorNuevo('Residuos municipales');
    const texto = residuos([2019, 2020, 2021]);
    const reporte = reporteDe(await importar(indicador, texto, sector()));
    for (const a of [2019, 2020, 2021]) expect(await pais(indicador, a), String(a)).toBeCloseTo(controlDe(texto, a), 6);

    const huella = await guardar(texto, sector());
    const otra = await prepararCarga(deps(), sector(), indicador, huella);
    expect(otra).toMatchObject({
      ok: true,
      origen: 'guardado',
      previo: { id: reporte },
      efectos: { nuevos: 0, cambiados: 0, iguales: texto.trim().split('\n').length - 1 },
    });
    const antes = await cuentas();
    expect(await importar(indicador, texto, sector())).toMatchObject({
      ok: false,
      codigo: 'impedido',
      motivo: expect.stringContaining('ya son las del archivo'),
    });
    expect(await cuentas()).toEqual(antes);

    const [primera, cabecera] = [texto.split('\n')[1] as string, texto.split('\n')[0]];
    const campos = primera.split(',');
    const subida = (Number(campos[7]) + 100).toFixed(2);
    const correccion = `${cabecera}\n${[...campos.slice(0, 7), subida, campos[8]].join(',')}\n`;
    const alcalde = casa.como('alcalde_provincial', 'mp-0101');
    const corregido = reporteDe(await importar(indicador, correccion, alcalde, { motivo: 'Error de pesaje' }));
    expect(await pais(indicador, 2019)).toBeCloseTo(controlDe(texto, 2019) + 100, 6);
    await casa.hacer('RetirarCifras', corregido, { motivo: 'La balanza estaba bien' }, alcalde);
    expect(await pais(indicador, 2019)).toBeCloseTo(controlDe(texto, 2019), 6);
    await casa.hacer('RetirarCifras', reporte, { motivo: 'Era de otro indicador' }, sector());
    expect(await pais(indicador, 2020)).toBeUndefined();
    const { citado } = await casa.db.selectFrom('documento').select('citado').where('huella', '=', huella).executeTakeFirstOrThrow();
    expect(citado, 'el archivo queda citado por el acto').toBe(true);
  });

  it('9.4 una columna de RENIEC ofrecida como INEI se detiene y ninguna tabla cambia', async () => {
    const indicador = await indicadorNuevo('Con RENIEC');
    const filas = codigos.slice(0, 300).map(({ territorio, codigo }) => `${codigo},${casa.catalogo().territorio(territorio)?.nombre},2021,1`);
    const texto = `UBIGEO,DISTRITO,ANIO,VALOR\n${filas.join('\n')}\n`;
    const huella = await guardar(texto, sector());
    const antes = await cuentas();
    const r = await confirmarCarga(deps(), sector(), indicador, huella, { mapeo: { sistema: 'inei' }, soloCorrectas: true, motivo: '', clave: randomUUID() });
    expect(r).toMatchObject({ ok: false, campo: 'sistema', motivo: expect.stringContaining('RENIEC') });
    expect(await cuentas()).toEqual(antes);
    expect(await prepararCarga(deps(), sector(), indicador, huella)).toMatchObject({ mapeo: { sistema: 'reniec' }, efectos: { nuevos: 300, rechazadas: 0 } });
  });

  it('8.18 con filas rechazadas no se importa nada, salvo que se elija importar las correctas', async () => {
    const indicador = await indicadorNuevo('Con defectos');
    const texto = `${residuos([2021])}10102,1,1,1,1,1,1,doce,2021\n`;
    const antes = await cuentas();
    expect(await importar(indicador, texto, sector())).toMatchObject({ ok: false, campo: 'soloCorrectas' });
    expect(await cuentas()).toEqual(antes);
    const clave = randomUUID();
    const reporte = reporteDe(await importar(indicador, texto, sector(), { soloCorrectas: true, clave }));
    expect(await importar(indicador, texto, sector(), { soloCorrectas: true, clave }), 'repetir la clave no lo registra dos veces').toMatchObject({
      ok: true,
      expediente: reporte,
      repetido: true,
    });
    expect(await pais(indicador, 2021)).toBeCloseTo(controlDe(residuos([2021]), 2021), 6);
  });

  it('9.4 un libro XLSX entra igual que su CSV: números y fechas como texto', async () => {
    const libro = new ExcelJS.Workbook();
    libro.addWorksheet('Portada').getCell('A1').value = 'Residuos';
    const hoja = libro.addWorksheet('Datos');
    hoja.addRow(['UBIGEO', 'FECHA', 'VALOR']);
    hoja.addRow([10101, new Date('2021-12-31T00:00:00Z'), 5.5]);
    hoja.addRow(['010102', '2021', { formula: 'C2*2', result: 11 }]);
    const bytes = new Uint8Array(await libro.xlsx.writeBuffer());
    const leida = await leerTabla(bytes);
    expect(leida.ok && [leida.tabla.codificacion, ...algunas(leida.tabla.filas, 9)]).toEqual([
      'XLSX',
      ['10101', '2021-12-31', '5.5'],
      ['010102', '2021', '11'],
    ]);
    const mentira = Uint8Array.from(bytes);
    const fin = Buffer.from(mentira).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    new DataView(mentira.buffer).setUint32(fin + 24, 1, true);
    expect(await leerTabla(mentira), 'un libro que se expande a más de lo que declara').toMatchObject({ ok: false, motivo: expect.stringContaining('dañado') });
  });
});

describe('8.17 Quién importa', () => {
  it('un gobierno importa lo de su territorio; las filas de otros se rechazan', async () => {
    const indicador = await indicadorNuevo('De dos regiones');
    const texto = 'UBIGEO,ANIO,VALOR\n010101,2021,5\n010102,2021,6\n210101,2021,7\n';
    const region = casa.como('gerente_regional', 'gr-01');
    const p = await prepararCarga(deps(), region, indicador, await guardar(texto, region));
    expect(p).toMatchObject({ efectos: { nuevos: 2, rechazadas: 1, fallas: [{ linea: 4, motivo: expect.stringContaining('fuera del territorio') }] } });
    reporteDe(await importar(indicador, texto, region, { soloCorrectas: true }));
    expect(await pais(indicador, 2021)).toBe(11);
  });

  it('lo que prepara un equipo técnico queda en borrador hasta que lo envía quien responde', async () => {
    const indicador = await indicadorNuevo('De un equipo técnico');
    const reporte = reporteDe(await importar(indicador, 'UBIGEO,ANIO,VALOR\n010101,2021,5\n010102,2021,6\n', casa.como('tecnico_regional', 'gr-01')));
    expect(await pais(indicador, 2021)).toBeUndefined();
    await casa.hacer('EnviarCifras', reporte, {}, casa.como('gerente_regional', 'gr-01'));
    expect(await pais(indicador, 2021)).toBe(11);
  });

  it('cada cargo: importa quien reporta cifras y tiene con qué, y a los demás se les dice por qué no', async () => {
    const indicador = await indicadorNuevo('Para cada cargo');
    const ENTIDAD: Readonly<Record<string, string>> = {
      ministerio: 'minam',
      pcm: 'pcm',
      secretaria_pcm: 'pcm-sd',
      gobierno_regional: 'gr-01',
      municipalidad_provincial: 'mp-0101',
      municipalidad_distrital: 'md-010102',
    };
    const pueden: string[] = [];
    for (const cargo of Object.keys(CARGOS) as Cargo[]) {
      const entidad = ENTIDAD[CARGOS[cargo].entidades[0]];
      if (!entidad) continue;
      const quien = casa.como(cargo, entidad);
      const antes = await cuentas();
      const { pedir } = apiFalsa({
        ...deps(),
        resolverBearer: async () => ({ ok: true, quien }),
        guardarDocumento: (b, n, t, q) => guardarDocumento(casa.db, b, n, t, q, casa.ahora()),
      });
      const forma = new FormData();
      forma.append('archivo', new File(['UBIGEO,ANIO,VALOR\n010102,2021,5\n010102,2020,5\n'], 'a.csv'));
      const r = await pedir(`/api/v1/indicadores/${indicador}/cargas`, { method: 'POST', body: forma });
      expect([201, 403], `${cargo} ${await r.clone().text()}`).toContain(r.status);
      if (r.status === 201) pueden.push(cargo);
      else expect(await r.json(), cargo).toMatchObject({ codigo: 'sin_permiso', numeral: '8.17', remedio: expect.stringMatching(/./) });
      expect(await cuentas(), cargo).toEqual(antes);
    }
    expect(pueden.sort()).toEqual(
      [
        'alcalde_distrital',
        'alcalde_provincial',
        'funcionario_sector',
        'gerente_municipal',
        'gerente_regional',
        'gobernador',
        'ogpp',
        'organo_descentralizacion',
        'secretaria_general',
        'tecnico_distrital',
        'tecnico_regional',
        'viceministro',
      ].sort(),
    );
    expect(await prepararCarga(deps(), casa.como('ogpp', 'minsa'), indicador, '0'.repeat(64)), 'otro ministerio').toMatchObject({ codigo: 'sin_permiso' });
  });

  it('el archivo que subió una persona no lo importa otra, y sin credenciales no se llega a nada', async () => {
    const indicador = await indicadorNuevo('De una sola persona');
    const huella = await guardar(`UBIGEO,ANIO,VALOR\n010101,2021,${Math.random()}\n`, sector());
    const otro = { ...casa.como('organo_descentralizacion', 'minam') };
    expect(await prepararCarga(deps(), { ...otro, actor: { ...otro.actor, persona: randomUUID() } }, indicador, huella)).toMatchObject({ codigo: 'no_existe' });
    const { app } = apiFalsa();
    for (const [method, ruta] of [
      ['POST', ''],
      ['GET', `/${huella}`],
      ['POST', `/${huella}`],
      ['GET', `/${huella}/filas`],
    ] as const)
      expect((await app.request(`http://localhost/api/v1/indicadores/${indicador}/cargas${ruta}`, { method, headers: { host: 'localhost' } })).status).toBe(
        401,
      );
  });
});

it('8.17 por la API: se sube, se revisa con otro mapeo, se bajan las filas y se confirma una sola vez', async () => {
  const indicador = await indicadorNuevo('Por la API');
  const { pedir } = apiFalsa({
    ...deps(),
    resolverBearer: async () => ({ ok: true, quien: sector() }),
    guardarDocumento: (b, n, t, q) => guardarDocumento(casa.db, b, n, t, q, casa.ahora()),
  });
  const forma = new FormData();
  forma.append('archivo', new File(['UBIGEO;ANIO;A;B\n010101;2021;1;3\n010102;2021;2;x y z\n'], 'dos medidas.csv'));
  const ruta = `/api/v1/indicadores/${indicador}/cargas`;
  const subido = (await (await pedir(ruta, { method: 'POST', body: forma })).json()) as { archivo: string; mapeo: object };
  const consulta = `?mapeo=${encodeURIComponent(JSON.stringify({ valor: 'B' }))}`;
  expect(await (await pedir(`${ruta}/${subido.archivo}${consulta}`)).json()).toMatchObject({ origen: 'elegido', efectos: { nuevos: 1, rechazadas: 1 } });
  expect(await (await pedir(`${ruta}/${subido.archivo}/filas${consulta}`)).text()).toContain('3,rechazada,B');
  expect((await pedir(`${ruta}/${subido.archivo}?mapeo=no`)).status).toBe(400);
  const confirmar = (cuerpo: object, clave: string) =>
    pedir(`${ruta}/${subido.archivo}`, {
      method: 'POST',
      headers: { 'idempotency-key': clave, 'content-type': 'application/json' },
      body: JSON.stringify(cuerpo),
    });
  expect((await confirmar({ mapeo: { valor: 'B' } }, 'una')).status).toBe(400);
  expect((await confirmar({ mapeo: { valor: 'A' } }, 'una')).status).toBe(201);
  expect(await (await confirmar({ mapeo: { valor: 'A' } }, 'una')).json()).toMatchObject({ repetido: true });
  expect(await pais(indicador, 2021)).toBe(3);
});

it('8.17 y 8.18 un mensaje ADX entra por la misma puerta: se elige el dato, se confirma, se recuerda y se deshace', async () => {
  const indicador = await indicadorNuevo('De otro sistema');
  const grupo = (id: string, a: number) =>
    `<group orgUnit="${id}" period="2021-01-01/P1Y"><dataValue dataElement="A" value="${a}"/><dataValue dataElement="B" value="1"/></group>`;
  const mensaje = `<adx xmlns="urn:ihe:qrph:adx:2015">${grupo('010101', 5)}${grupo('010102', 6)}</adx>`;
  expect(await importar(indicador, mensaje, sector())).toMatchObject({ ok: false, campo: 'filtros', numeral: '8.18' });
  const reporte = reporteDe(await importar(indicador, mensaje, sector(), { mapeo: { filtros: { dataElement: 'A' } } }));
  expect(await pais(indicador, 2021)).toBe(11);
  const { pedir } = apiFalsa({
    ...deps(),
    resolverBearer: async () => ({ ok: true, quien: sector() }),
    guardarDocumento: (b, n, t, q) => guardarDocumento(casa.db, b, n, t, q, casa.ahora()),
  });
  const forma = new FormData();
  forma.append('archivo', new File([mensaje.replace('"5"', '"7"')], 'cifras.csv'));
  expect(await (await pedir(`/api/v1/indicadores/${indicador}/cargas`, { method: 'POST', body: forma })).json()).toMatchObject({
    nombre: 'cifras.xml',
    codificacion: 'ADX',
    dimensiones: [{ columna: 'dataElement', valores: ['A', 'B'] }],
    origen: 'guardado',
    efectos: { cambiados: 1, iguales: 1, rechazadas: 0 },
  });
  await casa.hacer('RetirarCifras', reporte, { motivo: 'Era de otro año' }, sector());
  expect(await pais(indicador, 2021)).toBeUndefined();
});

it('8.17 un lote preparado que nadie confirmó se descarta con la cuarentena, y uno citado no', async () => {
  const indicador = await indicadorNuevo('Con lotes sueltos');
  const reporte = reporteDe(await importar(indicador, 'UBIGEO,ANIO,VALOR\n010101,2021,5\n010102,2021,6\n', casa.como('tecnico_regional', 'gr-01')));
  const suelto = nuevo();
  const tramo = { pos: Uint16Array.of(0), marca: Uint8Array.of(1), num: Float64Array.of(1), den: new Float64Array(0) };
  await guardarLote(casa.db, suelto, [{ serie: await serieDe(casa.db, indicador), periodo: 2020, tramo }]);
  const lotes = async () => (await casa.db.selectFrom('lote').select('reporte').where('reporte', 'in', [reporte, suelto]).execute()).map((l) => l.reporte);
  const ocho = 8 * 86_400_000;
  expect(await depurarLotes(casa.db, limiteDeCuarentena(casa.ahora()))).toBe(0);
  expect(await depurarLotes(casa.db, limiteDeCuarentena(new Date(casa.ahora().getTime() + ocho)))).toBe(1);
  expect(await lotes()).toEqual([reporte]);
});
