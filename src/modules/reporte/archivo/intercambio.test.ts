import { describe, expect, it } from 'vitest';
import { catalogoReal } from '../../../../test/catalogo.ts';
import { leerPeriodo, PERIODICIDADES, type Periodicidad } from '../../../directiva/periodos.ts';
import type { Indicador } from '../../indicador/indicador.ts';
import { conjuntoDhis2 } from './dhis2.ts';
import { periodoDeIntercambio } from './intercambio.datos.ts';
import { esIntercambio, leerIntercambio } from './intercambio.ts';
import { faltasDelMapeo, type Mapeo, proponerMapeo } from './mapeo.ts';
import { type Preparado, preparar } from './preparar.ts';
import type { Tabla } from './tabla.ts';

const catalogo = catalogoReal();
const lugares = { catalogo, reniec: new Map<string, string>() };
const TERRITORIOS = ['010101', '010102', '010103'];
const lugar = { de: (id: string) => (TERRITORIOS.includes(id) ? TERRITORIOS.indexOf(id) : undefined), cuantos: 3 };
const s = {
  nombre: 'Casos atendidos',
  numerador: 'Casos',
  denominador: '',
  agregacion: 'suma',
  factor: 1,
  periodicidad: 'mensual',
  captura: 'distrito',
  desagregaciones: [{ nombre: 'Sex', categorias: ['M', 'F'] }],
  versiones: [],
} as unknown as Indicador;

const leer = (texto: string) => leerIntercambio(new TextEncoder().encode(texto));
function tabla(texto: string): Tabla {
  const r = leer(texto);
  if (!r.ok) throw new Error(r.motivo);
  return r.tabla;
}
const filas = (t: Tabla) => Array.from({ length: t.filas.length }, (_, i) => t.filas.en(i));
function importar(texto: string, cambio: Partial<Mapeo> = {}, ficha: Partial<Indicador> = {}) {
  const t = tabla(texto);
  const indicador = { ...s, ...ficha };
  const mapeo = { ...proponerMapeo(t, indicador, lugares), ...cambio };
  return { mapeo, faltas: faltasDelMapeo(t, mapeo, indicador), r: preparar(t, mapeo, indicador, lugares, lugar) };
}
const preparado = (r: ReturnType<typeof importar>['r']): Preparado => {
  if ('motivo' in r) throw new Error(r.motivo);
  return r;
};

const adx = (grupos: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<adx xmlns="urn:ihe:qrph:adx:2015" exported="2015-02-08T19:30:00Z">\n${grupos}\n</adx>`;
const ADX = adx(`<group orgUnit="010101" period="2015-01-01/P1M" mechanism="PROPIO" dataSetComplete="true">
  <dataValue dataElement="A01" value="32"/>
  <dataValue dataElement="A04" value="10" ageGroup="menor5" sex="M"/>
  <dataValue dataElement="A04" value="11" ageGroup="menor5" sex="F"/>
</group>
<group orgUnit="010102" period="2015-01-01/P1M" mechanism="OTRO" comment="Del establecimiento">
  <dataValue dataElement="A01" value="0"><annotation>Sin casos &amp; revisado</annotation></dataValue>
  <dataValue dataElement="A04" value="7"/>
  <dataValue dataElement="A04" value="3" ageGroup="menor5" sex="M"/>
</group>`);
const DXF = `<dataValueSet xmlns="http://dhis2.org/schema/dxf/2.0" dataSet="residuos" orgUnitIdScheme="code">
<dataValue dataElement="R1" period="201201" orgUnit="010101" value="10.125" storedBy="jperez" timestamp="2012-01-01" followup="false"/>
<dataValue dataElement="R1" period="201202" orgUnit="010102" value="9" storedBy="jperez" deleted="true"/></dataValueSet>`;
const JSON_ = JSON.stringify({
  dataSet: 'residuos',
  period: '201201',
  orgUnit: '010101',
  dataValues: [
    { dataElement: 'R1', categoryOptionCombo: 'c1', value: 12, followUp: false, comment: null },
    { dataElement: 'R1', categoryOptionCombo: 'c1', value: '13', orgUnit: '010102' },
  ],
});

describe('8.17 y 8.18 leer cifras de otros sistemas', () => {
  it('8.18 un ADX da las mismas filas de texto que cualquier archivo, con una columna por dimensión', () => {
    const t = tabla(ADX);
    expect(t).toMatchObject({ codificacion: 'ADX', primera: 1 });
    expect(t.cabeceras).toEqual(['orgUnit', 'period', 'dataElement', 'value', 'comment', 'mechanism', 'ageGroup', 'sex']);
    expect(filas(t).slice(1, 4)).toEqual([
      ['010101', '2015-01', 'A04', '10', '', 'PROPIO', 'menor5', 'M'],
      ['010101', '2015-01', 'A04', '11', '', 'PROPIO', 'menor5', 'F'],
      ['010102', '2015-01', 'A01', '0', 'Sin casos & revisado', 'OTRO', '', ''],
    ]);
    expect(t.dimensiones?.[0]).toEqual({ columna: 'dataElement', valores: ['A01', 'A04'] });
  });

  it('8.18 un dataValueSet de DHIS2 se lee igual en XML y en JSON; quién lo digitó no entra, y lo eliminado se ve', () => {
    const t = tabla(DXF);
    expect(t.cabeceras).toEqual(['orgUnit', 'period', 'dataElement', 'value', 'comment', 'dataSet']);
    expect(filas(t)).toEqual([
      ['010101', '2012-01', 'R1', '10.125', '', 'residuos'],
      ['010102', '2012-02', 'R1', 'eliminado: 9', '', 'residuos'],
    ]);
    const j = tabla(JSON_);
    expect(j.codificacion).toBe('DHIS2 (JSON)');
    expect(filas(j)).toEqual([
      ['010101', '2012-01', 'R1', '12', '', 'residuos', 'c1'],
      ['010102', '2012-01', 'R1', '13', '', 'residuos', 'c1'],
    ]);
  });

  it('el formato se reconoce por el contenido, con marca de orden o sin ella', () => {
    const es = (t: string) => esIntercambio(new TextEncoder().encode(t));
    expect([es(ADX), es(`\ufeff${JSON_}`), es(`\n  ${DXF}`), es('ubigeo,valor\n010101,1\n')]).toEqual([true, true, true, false]);
    expect(tabla(`\ufeff${ADX}`).filas.length).toBe(6);
  });
});

describe('8.17 los periodos de otros sistemas', () => {
  it.each([
    ['2015-01-01/P1M', 'mensual', 201501],
    ['2015-04-01/P3M', 'trimestral', 20152],
    ['2015-07-01/P6M', 'semestral', 20152],
    ['2015-01-01/P1Y', 'anual', 2015],
    ['201512', 'mensual', 201512],
    ['2015Q3', 'trimestral', 20153],
    ['2015S1', 'semestral', 20151],
    ['2015', 'escolar', 2015],
  ] as const)('8.17 «%s» es un periodo %s', (escrito, periodicidad, periodo) => {
    const p = periodoDeIntercambio(escrito);
    expect(p.admitido).toBe(true);
    for (const k of Object.keys(PERIODICIDADES) as Periodicidad[]) {
      const igual = k === periodicidad || (['anual', 'escolar'].includes(k) && ['anual', 'escolar'].includes(periodicidad));
      expect(leerPeriodo(k, p.texto), k).toBe(igual ? periodo : undefined);
    }
  });

  it('8.17 lo que no es mes, trimestre, semestre ni año del calendario no se confunde con ninguno', () => {
    for (const escrito of [
      ...['2015-01-05/P7D', '2015-01-05/P1W', '2015-01-01/P1D', '2015-02-01/P3M', '2015-04-01/P1Y', '2015-03-01/P6M', '2015-01-15/P1M', '2015-13-01/P1M'],
      ...['2015-01-01/P2M', '2015W5', '2015WedW5', '20150101', '2015-01-01', '201501B', '2015April', '2015Oct', '2015AprilS1', '2015Q5', '201513', 'x', ''],
    ]) {
      const p = periodoDeIntercambio(escrito);
      expect(p.admitido, escrito).toBe(false);
      for (const k of Object.keys(PERIODICIDADES) as Periodicidad[]) expect(leerPeriodo(k, p.texto), `${escrito} ${k}`).toBeUndefined();
    }
    expect(periodoDeIntercambio('2015W5').texto).toBe('semanal: 2015W5');
  });

  it('8.17 un archivo sin ningún periodo que la casa mida se rechaza nombrando el dato', () => {
    const r = leer(DXF.replaceAll(/period="\d+"/g, 'period="2012W3"'));
    expect(r).toMatchObject({ ok: false, motivo: expect.stringMatching(/«2012W3» del dataElement «R1» \(línea 2\)/), remedio: expect.stringContaining('mes') });
  });
});

describe('8.18 de un mensaje con muchas cifras, las de un indicador', () => {
  it('8.18 quien importa dice qué elemento es el indicador; con uno solo, se propone', () => {
    expect(importar(ADX).faltas).toEqual([{ campo: 'filtros', motivo: expect.stringContaining('2 elementos') }]);
    expect(importar(DXF)).toMatchObject({ faltas: [], mapeo: { codigo: 'orgUnit', sistema: 'inei', filtros: { dataElement: 'R1' } } });
    expect(importar(DXF, { filtros: { dataElement: 'R2' } }).faltas[0]?.motivo).toBe('Ningún dato del archivo tiene dataElement = R2.');
  });

  it('8.18 solo entran las filas elegidas, y la línea es el orden del dato', () => {
    const { r } = importar(ADX, { filtros: { dataElement: 'A01', mechanism: 'OTRO' } });
    expect(preparado(r)).toMatchObject({ valores: 1, ceros: 1, rechazadas: 0 });
    expect([...(preparado(r).bloques[0]?.linea ?? [])]).toEqual([0, 4, 0]);
  });

  it('8.18 el punto es siempre decimal, y lo eliminado en el origen se rechaza', () => {
    const p = preparado(importar(DXF, { decimal: 'coma' }).r);
    expect(p.bloques[0]?.num[0]).toBe(10.125);
    expect(p.fallas).toEqual([{ linea: 2, columna: 'value', motivo: '«eliminado: 9» no es un número.' }]);
    expect(preparado(importar(DXF.replace('10.125', '1,5')).r).fallas[0]?.motivo).toBe('«1,5» no es un número.');
  });

  it('8.18 lo que viene separado por una dimensión se pregunta antes de sumar', () => {
    const f = importar(ADX, { filtros: { dataElement: 'A04' }, categoria: '' }).faltas[0];
    expect(f).toMatchObject({ campo: 'filtros', motivo: 'Las cifras vienen separadas por «mechanism» y «ageGroup» y «sex».' });
    const { mapeo, r } = importar(ADX, { filtros: { dataElement: 'A04', mechanism: 'PROPIO' } });
    expect(mapeo).toMatchObject({ categoria: 'sex', desagregacion: 'Sex' });
    expect(preparado(r).bloques.map((b) => [b.categoria, b.num[0]])).toEqual([
      ['Sex: M', 10],
      ['Sex: F', 11],
    ]);
  });

  it('8.18 las partes se suman si se pide, pero nunca un total con sus partes ni la misma parte dos veces', () => {
    const sumar = { filtros: { dataElement: 'A04' }, categoria: '', repetidas: 'sumar' } as const;
    const p = preparado(importar(ADX, sumar).r);
    expect(p.bloques[0]?.num[0]).toBe(21);
    expect(p.fallas).toEqual([{ linea: 6, columna: 'value', motivo: expect.stringContaining('Mezcla un total con sus partes') }]);
    const dos = ADX.replace('ageGroup="menor5" sex="F"', 'ageGroup="menor5" sex="M"');
    expect(preparado(importar(dos, sumar).r).fallas[0]).toMatchObject({ linea: 3, motivo: expect.stringContaining('mismas características') });
    expect(preparado(importar(ADX, { ...sumar, filtros: { dataElement: 'A04', sex: '(vacío)' } }).r).bloques[0]?.num[1]).toBe(7);
  });

  it('8.18 unas unidades escritas por su nombre se buscan por su nombre', () => {
    const { mapeo, r } = importar(DXF.replace('010101', 'PUNO').replace('010102', 'Áncash').replace(' deleted="true"', ''), {}, { captura: 'departamento' });
    expect(mapeo).toMatchObject({ sistema: 'nombres', codigo: '', departamento: 'orgUnit' });
    expect(preparado(r).fallas.map((f) => f.columna)).toEqual(['orgUnit', 'orgUnit']);
  });

  it('8.18 numerador y denominador en dos elementos de datos se juntan por unidad, periodo y dimensiones', () => {
    const razon = { agregacion: 'razon', factor: 100, denominador: 'Población', desagregaciones: [] } as Partial<Indicador>;
    const texto = adx(`<group orgUnit="010101" period="2015-01-01/P1M"><dataValue dataElement="N" value="3"/><dataValue dataElement="D" value="30"/></group>
      <group orgUnit="010102" period="2015-01-01/P1M"><dataValue dataElement="N" value="4"/></group>
      <group orgUnit="010103" period="2015-01-01/P1M"><dataValue dataElement="D" value="8"/><dataValue dataElement="D" value="9"/><dataValue dataElement="N" value="5"/></group>`);
    const filtros = { dataElement: 'N' };
    expect(importar(texto, { filtros }, razon).faltas).toEqual([{ campo: 'denominador', motivo: expect.stringContaining('elemento de datos') }]);
    expect(importar(texto, { filtros, denominador: 'Z' }, razon).faltas[0]?.campo).toBe('denominador');
    const { faltas, r } = importar(texto, { filtros, denominador: 'D' }, razon);
    expect(faltas).toEqual([]);
    expect([preparado(r).bloques[0]?.num[0], preparado(r).bloques[0]?.den[0]]).toEqual([3, 30]);
    expect(preparado(r).fallas.map((f) => [f.linea, f.motivo])).toEqual([
      [3, 'Falta el denominador, o está repetido.'],
      [6, 'Falta el denominador, o está repetido.'],
    ]);
  });

  it('8.18 unos códigos que no son del INEI se detienen con su remedio; confirmados uno a uno, entran', () => {
    const ajeno = DXF.replace('010101', 'DiszpKrYNg8').replace('010102', 'BdfsJfj87js').replace(' deleted="true"', '');
    expect(importar(ajeno).r).toMatchObject({
      motivo: expect.stringContaining('no es de códigos INEI'),
      remedio: expect.stringContaining('orgUnitIdScheme=code'),
    });
    const p = preparado(importar(ajeno, { equivalencias: { DiszpKrYNg8: '010101', BdfsJfj87js: '010102' } }).r);
    expect(p).toMatchObject({ valores: 2, rechazadas: 0 });
  });
});

describe('8.18 entregar cifras a otros sistemas', () => {
  it.each([
    ['mensual', 202103],
    ['trimestral', 20213],
    ['semestral', 20212],
    ['anual', 2021],
    ['escolar', 2021],
  ] as const)('8.18 lo que sale para DHIS2 vuelve a entrar igual (%s)', (periodicidad, periodo) => {
    const valores = [
      { territorio: '010101', valor: 10.125 },
      { territorio: '010103', valor: 0 },
    ];
    const texto = conjuntoDhis2({ elemento: 'IND-1', periodicidad, periodo, categoria: '', valores });
    const { mapeo, faltas, r } = importar(texto, {}, { periodicidad });
    expect([mapeo.filtros, faltas]).toEqual([{ dataElement: 'IND-1' }, []]);
    expect(preparado(r).bloques).toMatchObject([{ periodo, categoria: '' }]);
    expect([...(preparado(r).bloques[0]?.num ?? [])]).toEqual([10.125, Number.NaN, 0]);
  });
});

describe('archivos hostiles o ajenos', () => {
  it.each([
    ['entidades', '<!DOCTYPE adx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><adx><group orgUnit="&b;"/></adx>', /DOCTYPE, línea 1/],
    ['una entidad de fuera', '<!DOCTYPE adx SYSTEM "file:///etc/passwd"><adx/>', /DOCTYPE/],
    ['una entidad sin declarar', adx('<group orgUnit="&x;" period="2015"/>'), /mal formado en la línea 3/],
    ['anidado sin fin', '<adx>'.repeat(100_000), /No se esperaba «adx» dentro de «adx»/],
    ['JSON anidado sin fin', `{"dataValues":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, /sin su dataElement|no es un valor simple|no es un objeto/],
    ['cortado', ADX.slice(0, 400), /mal formado en la línea/],
    ['JSON cortado', JSON_.slice(0, 60), /JSON está mal formado/],
    ['otro XML', '<log xes.version="1.0"><trace/></log>', /«log» no es un mensaje ADX/],
    ['otro JSON', '{"type":"FeatureCollection"}', /dataValues/],
    ['una página web', '<!DOCTYPE html><html><table></table></html>', /página web/],
    ['sin datos', adx(''), /no trae ningún dato/],
    ['sin elemento', adx('<group orgUnit="1" period="2015">\n<dataValue value="1"/></group>'), /sin su dataElement \(línea 4\)/],
    ['algo más dentro', adx('<group orgUnit="1" period="2015"><extra/></group>'), /«extra» dentro de «group» \(línea 3\)/],
    ['demasiados atributos', adx(`<group ${Array.from({ length: 61 }, (_, i) => `a${i}="x"`).join(' ')}/>`), /más de 60 atributos/],
    ['un código inmenso', adx(`<group orgUnit="${'9'.repeat(501)}" period="2015"><dataValue dataElement="A" value="1"/></group>`), /«orgUnit» pasa de 500/],
  ])('8.18 %s: se rechaza diciendo por qué', (_, texto, motivo) => {
    const r = leer(texto);
    expect(r).toMatchObject({ ok: false, motivo: expect.stringMatching(motivo), remedio: expect.stringMatching(/\w/) });
  });
});
