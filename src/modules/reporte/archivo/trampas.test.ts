import { expect, it } from 'vitest';
import { catalogoReal } from '../../../../test/catalogo.ts';
import type { Indicador } from '../../indicador/indicador.ts';
import { faltasDelMapeo, type Mapeo, proponerMapeo } from './mapeo.ts';
import { type Preparado, preparar } from './preparar.ts';
import { leerCsv, type Tabla } from './tabla.ts';
import { codigosAjenos, type Lugares } from './territorios.ts';

const catalogo = catalogoReal();
const niveles = {
  distrito: catalogo.departamentales().flatMap((d) => catalogo.provinciasDe(d.id).flatMap((p) => catalogo.hijosDe(p.id).map((x) => x.id))),
  provincia: catalogo.departamentales().flatMap((d) => catalogo.provinciasDe(d.id).map((p) => p.id)),
  departamento: [...catalogo.departamentales().map((d) => d.id), '15'],
};
const lugares: Lugares = { catalogo, reniec: new Map() };
const ficha = {
  nombre: 'Residuos',
  numerador: 'Toneladas',
  denominador: '',
  agregacion: 'suma',
  factor: 1,
  periodicidad: 'anual',
  captura: 'distrito',
  desagregaciones: [],
  versiones: [],
  decimales: 2,
} as unknown as Indicador;

/** District of a province of a department, by its official names. */
const distrito = (departamento: string, provincia: string, nombre: string): string =>
  niveles.distrito.find(
    (id) =>
      catalogo.territorio(id)?.nombre === nombre &&
      catalogo.territorio(id.slice(0, 4))?.nombre === provincia &&
      catalogo.territorio(id.slice(0, 2))?.nombre === departamento,
  ) ?? '';

const utf8 = (t: string): Uint8Array => new TextEncoder().encode(t);
const utf16 = (t: string, marca: string): Uint8Array => new Uint8Array(Buffer.from(marca + t, 'utf16le'));
function leer(entrada: string | Uint8Array): Tabla {
  const r = leerCsv(typeof entrada === 'string' ? utf8(entrada) : entrada);
  if (!r.ok) throw new Error(r.motivo);
  return r.tabla;
}
function importar(entrada: string | Uint8Array, cambio: Partial<Mapeo> = {}, de: Partial<Indicador> = {}) {
  const t = leer(entrada);
  const s = { ...ficha, ...de };
  const m = { ...proponerMapeo(t, s, lugares), ...cambio };
  expect(faltasDelMapeo(t, m, s)).toEqual([]);
  const ids = niveles[s.captura as keyof typeof niveles];
  const p = preparar(t, m, s, lugares, { de: (id) => (ids.includes(id) ? ids.indexOf(id) : undefined), cuantos: ids.length });
  if ('motivo' in p) throw new Error(p.motivo);
  const en = (periodo: number, id: string) => p.bloques.find((b) => b.periodo === periodo)?.num[ids.indexOf(id)];
  return { ...(p as Preparado), en, m, t };
}

it('9.4 UTF-16, con marca o sin ella, con punto y coma y coma decimal', () => {
  const texto = 'Ubigeo;Año;Toneladas\r\n010101;2021;1.234,5\r\n010102;2021;3,25\r\n';
  for (const marca of ['\ufeff', '']) {
    const p = importar(utf16(texto, marca));
    expect(p.t).toMatchObject({ codificacion: 'UTF-16', separador: ';', cabeceras: ['Ubigeo', 'Año', 'Toneladas'] });
    expect([p.en(2021, '010101'), p.en(2021, '010102')]).toEqual([1234.5, 3.25]);
  }
});

it('9.4 la cabecera bajo títulos y notas, con alguna celda suelta, y el pie no son datos', () => {
  const p = importar(
    'Cuadro 12;;;;\nResiduos por distrito;;;;2021\nElaboración;oficina;;;\nDepartamento;Provincia;Distrito;Año;Toneladas\n' +
      'PUNO;PUNO;ACORA;2021;3\nPUNO;PUNO;AMANTANI;2021;4\nTOTAL PUNO;;;2021;7\n;;;;\nFuente: declaración municipal;;;;\n',
  );
  expect(p.t.primera).toBe(5);
  expect(p.valores).toBe(2);
  expect(p.rechazadas).toBe(0);
  expect(p.avisos.map((a) => [a.linea, a.motivo])).toEqual([
    [7, expect.stringContaining('es un total')],
    [9, expect.stringContaining('no es una fila de datos')],
  ]);
});

it('9.4 un archivo corto con su fila de total o un código errado no se toma por códigos ajenos', () => {
  const p = importar('UBIGEO,ANIO,TONELADAS\n010101,2021,5\n010102,2021,6\n010103,2021,7\n010104,2021,8\n999999,2021,1\nTOTAL,2021,26\n');
  expect([p.valores, p.rechazadas, p.avisadas]).toEqual([4, 1, 1]);
  expect(p.fallas[0]).toMatchObject({ linea: 6, motivo: expect.stringContaining('999999') });
});

it('9.4 las celdas combinadas dejan blancos: se rechazan con su remedio, o valen las de arriba si así se elige', () => {
  const texto =
    'Departamento;Provincia;Distrito;Año;Toneladas\nLIMA;CAÑETE;SAN LUIS;2021;1\n;;ASIA;2021;2\nANCASH;CARLOS FERMIN FITZCARRALD;SAN LUIS;2021;3\nPUNO;PUNO;;2021;9\n';
  const sola = importar(texto);
  expect(sola.fallas.at(-1)).toMatchObject({ linea: 5, motivo: expect.stringContaining('celda combinada') });
  const p = importar(texto.split('\n').slice(0, 4).join('\n'), { vacias: 'heredar' });
  expect(
    [distrito('Lima', 'Cañete', 'San Luis'), distrito('Lima', 'Cañete', 'Asia'), distrito('Áncash', 'Carlos Fermín Fitzcarrald', 'San Luis')].map((id) =>
      p.en(2021, id),
    ),
  ).toEqual([1, 2, 3]);
  const codigos = 'UBIGEO,ANIO,TONELADAS\n010101,2020,5\n,2021,6\n010102,2020,7\n,2021,8\n';
  expect(importar(codigos).fallas[0]).toMatchObject({ linea: 3, motivo: expect.stringContaining('Falta el territorio') });
  expect(importar(codigos, { vacias: 'heredar' }).en(2021, '010102')).toBe(8);
});

it('9.4 las eñes y tildes rotas por una lectura errada se reparan, y se dice', () => {
  const sano = 'Departamento;Provincia;Distrito;Año;Toneladas\nÁNCASH;HUARMEY;HUARMEY;2021;1\nLIMA;CAÑETE;IMPERIAL;2021;2\nJunín;Huancayo;Pucará;2021;3\n';
  const roto = new TextDecoder('windows-1252').decode(utf8(sano));
  expect(roto).toContain('Ã');
  const p = importar(roto);
  expect(p.t.cabeceras[3]).toBe('Año');
  expect(p.t.notas).toEqual([expect.stringContaining('repararon')]);
  expect([p.rechazadas, p.valores]).toEqual([0, 3]);
  expect(importar(sano).t.notas).toEqual([]);
});

it('9.4 un nombre de distrito que se repite en el departamento no se adivina', () => {
  const texto = 'Departamento;Provincia;Distrito;Año;Toneladas\nJUNIN;;PACCHA;2021;1\nJUNIN;JAUJA;PACCHA;2021;2\nJUNIN;;CHILCA;2021;3\n';
  const p = importar(texto);
  expect([p.en(2021, distrito('Junín', 'Jauja', 'Paccha')), p.en(2021, distrito('Junín', 'Huancayo', 'Chilca'))]).toEqual([2, 3]);
  expect(p.desconocidos).toEqual([{ escrito: 'JUNIN||PACCHA', filas: 1 }]);
  expect(p.fallas[0]).toMatchObject({ linea: 2, motivo: expect.stringContaining('JUNIN, PACCHA') });
});

it('9.4 un departamento que se reporta por partes pide decir cuál; no se suma a ninguna', () => {
  const texto = 'Region;Año;Toneladas\nPUNO;2021;1\nLIMA;2021;2\nLIMA METROPOLITANA;2021;3\n';
  const p = importar(texto, {}, { captura: 'departamento' });
  expect(p.fallas).toEqual([expect.objectContaining({ linea: 3, motivo: expect.stringMatching(/15M.*15P|15P.*15M/) })]);
  expect(importar(texto, { equivalencias: { 'LIMA||': '15P' } }, { captura: 'departamento' }).en(2021, '15P')).toBe(2);
});

it('9.4 la coma de miles sin comillas parte la fila: se rechaza, no se toma la mitad', () => {
  const p = importar('UBIGEO,ANIO,TONELADAS\n010101,2021,950\n010102,2021,1,234\n');
  expect(p.en(2021, '010102')).not.toBe(1);
  expect(p.fallas).toEqual([expect.objectContaining({ linea: 3, motivo: expect.stringContaining('más celdas') })]);
});

it('9.4 el año y el mes en columnas distintas, como número o nombre', () => {
  const p = importar('ubigeo;anio;num_mes;toneladas\n010101;2021;01;5\n010101;2021;2;6\n010101;2021;Setiembre;7\n', {}, { periodicidad: 'mensual' });
  expect(p.m).toMatchObject({ periodo: 'anio', parte: 'num_mes' });
  expect([p.en(202101, '010101'), p.en(202102, '010101'), p.en(202109, '010101')]).toEqual([5, 6, 7]);
  const t = importar('ubigeo;anio;trimestre;toneladas\n010101;2021;III;5\n', {}, { periodicidad: 'trimestral' });
  expect(t.en(20213, '010101')).toBe(5);
});

it('8.19 un padrón se cuenta por filas: ninguna columna es el valor', () => {
  const p = importar(
    'Código;Ubigeo;Altitud\n9001;010101;30\n9002;010101;31\n9003;010102;40\n',
    { periodoFijo: '2025' },
    { agregacion: 'conteo', numerador: 'Locales' },
  );
  expect(p.m).toMatchObject({ repetidas: 'contar', valor: '' });
  expect([p.en(2025, '010101'), p.en(2025, '010102'), p.rechazadas]).toEqual([2, 1, 0]);
});

it('9.4 un código cuyo nombre es de otro territorio se avisa una vez', () => {
  const filas = niveles.distrito.slice(0, 40).map((id) => `${id},${catalogo.territorio(id)?.nombre},2020,1\n${id},${catalogo.territorio(id)?.nombre},2021,1`);
  const p = importar(`UBIGEO,DISTRITO,ANIO,TONELADAS\n${filas.join('\n')}\n210101,ACORA,2020,1\n210101,ACORA,2021,1\n`);
  expect(p.avisos).toEqual([expect.objectContaining({ linea: 82, motivo: expect.stringContaining('«ACORA»') })]);
});

it('9.4 sin códigos RENIEC con que probar se dice eso, y no que la columna está mal', () => {
  const r = codigosAjenos([{ codigo: '010101' }], 'reniec', 'distrito', lugares);
  expect(r).toMatchObject({ motivo: expect.stringContaining('aún no tiene los códigos RENIEC'), remedio: expect.stringContaining('administración') });
});

it('9.4 la columna del valor es la que más se parece, aunque venga casi vacía', () => {
  const filas = Array.from({ length: 20 }, (_, i) => `PUNO;${2000 + i};0,5;${i < 3 ? '0,4' : ''}`).join('\n');
  const t = leer(`Region;Año;indice_objetivo;indice_real\n${filas}\n`);
  expect(proponerMapeo(t, { ...ficha, captura: 'departamento', numerador: 'Índice real' }, lugares).valor).toBe('indice_real');
});
