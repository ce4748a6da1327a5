import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogoReal } from '../../../../test/catalogo.ts';
import type { Indicador } from '../../indicador/indicador.ts';
import { faltasDelMapeo, type Mapeo, proponerMapeo } from './mapeo.ts';
import { escrituraDe, leerCelda } from './numero.ts';
import { type Preparado, preparar } from './preparar.ts';
import { agotar, algunas, leerCsv, partirSimple, type Tabla } from './tabla.ts';
import type { Lugares } from './territorios.ts';
import type { Lugar } from './ubicar.ts';

const catalogo = catalogoReal();
const distritos = catalogo.departamentales().flatMap((d) => catalogo.provinciasDe(d.id).flatMap((p) => catalogo.hijosDe(p.id).map((x) => x.id)));
/** RENIEC's digits of three districts of Puno are INEI codes of other places. */
const lugares: Lugares = {
  catalogo,
  reniec: new Map([
    ...distritos.slice(0, 900).map((id, i) => [distritos[i + 7] as string, id] as const),
    ...distritos.slice(900).map((id) => [`9${id.slice(1)}`, id] as const),
  ]),
};
const lugar: Lugar = { de: (id) => (distritos.indexOf(id) < 0 ? undefined : distritos.indexOf(id)), cuantos: distritos.length };

const s = {
  nombre: 'Residuos municipales',
  numerador: 'Toneladas de residuos',
  denominador: '',
  agregacion: 'suma',
  factor: 1,
  periodicidad: 'anual',
  captura: 'distrito',
  desagregaciones: [{ nombre: 'Área', categorias: ['Urbana', 'Rural'] }],
  versiones: [],
} as unknown as Indicador;

const bytes = (texto: string): Uint8Array => new TextEncoder().encode(texto);
const latin1 = (texto: string): Uint8Array => Uint8Array.from(texto, (c) => c.charCodeAt(0));
function tabla(entrada: string | Uint8Array): Tabla {
  const r = leerCsv(typeof entrada === 'string' ? bytes(entrada) : entrada);
  if (!r.ok) throw new Error(r.motivo);
  return r.tabla;
}
function importar(entrada: string | Uint8Array, cambio: Partial<Mapeo> = {}, ficha: Partial<Indicador> = {}): Preparado & { mapeo: Mapeo } {
  const t = tabla(entrada);
  const indicador = { ...s, ...ficha };
  const mapeo = { ...proponerMapeo(t, indicador, lugares), ...cambio };
  expect(faltasDelMapeo(t, mapeo, indicador)).toEqual([]);
  const p = preparar(t, mapeo, indicador, lugares, lugar);
  if ('motivo' in p) throw new Error(p.motivo);
  return { ...p, mapeo };
}
const valor = (p: Preparado, periodo: number, territorio: string, categoria = ''): number =>
  p.bloques.find((b) => b.periodo === periodo && b.categoria === categoria)?.num[distritos.indexOf(territorio)] as number;

describe('Leer la tabla', () => {
  it('reconoce separador, BOM, codificación y columnas vacías, repetidas o sin nombre', () => {
    expect(tabla('\ufeffubigeo;año;valor;;;\r\n010101;2021;5;;;\r\n')).toMatchObject({
      cabeceras: ['ubigeo', 'año', 'valor'],
      separador: ';',
      codificacion: 'UTF-8',
    });
    expect(tabla(latin1('Ubigeo,Año,Área\n10101,2021,1\n'))).toMatchObject({ cabeceras: ['Ubigeo', 'Año', 'Área'], codificacion: 'Windows-1252' });
    expect(tabla('valor,valor,\n1,2,3\n').cabeceras).toEqual(['valor', 'valor (2)', 'Columna 3']);
    expect(tabla('Cuadro 1: residuos\n\nubigeo\tvalor\n010101\t1\n')).toMatchObject({ cabeceras: ['ubigeo', 'valor'], separador: '\t', primera: 4 });
  });

  it('lo que no es una tabla se rechaza con su remedio', () => {
    expect(leerCsv(bytes('%PDF-1.7\0\0'))).toMatchObject({ ok: false, remedio: expect.stringContaining('CSV') });
    expect(leerCsv(bytes('a,b\n'))).toMatchObject({ ok: false });
  });
});

describe('Números', () => {
  it('distingue miles y decimales por la columna entera, y pregunta cuando no puede', () => {
    expect(escrituraDe(['1,234.5', '12'])).toEqual({ decimal: '.', miles: ',' });
    expect(escrituraDe(['1.234,5', '12'])).toEqual({ decimal: ',', miles: '.' });
    expect(escrituraDe(['3,5', '12'])).toEqual({ decimal: ',', miles: '.' });
    expect(escrituraDe(['1 234', '5'])).toEqual({ decimal: '.', miles: ' ' });
    expect(escrituraDe(['1,234', '5'])).toBeUndefined();
    expect(escrituraDe(['1,5', '1.5'])).toBeUndefined();
  });

  it('«sin dato» se escribe de muchas formas y ninguna es cero', () => {
    for (const t of ['', '-', 'N.D.', 's/d', 'NaN', 'n/a', 'Sin información', '#N/D', '…', 'NULL', 'no reporta'])
      expect(leerCelda(t, { decimal: '.', miles: ',' }).clase, t).toBe('sin_dato');
    expect(leerCelda('No aplica', { decimal: '.', miles: ',' }).clase).toBe('no_aplica');
    expect(leerCelda('0', { decimal: '.', miles: ',' })).toEqual({ clase: 'valor', valor: 0 });
    expect(leerCelda('1.234,5 %', { decimal: ',', miles: '.' })).toEqual({ clase: 'valor', valor: 1234.5 });
    expect(leerCelda('12a', { decimal: '.', miles: ',' }).clase).toBe('ilegible');
  });
});

describe('9.4 Importar cifras como la gente las tiene', () => {
  it('devuelve el cero que la hoja de cálculo quitó, solo donde falta', () => {
    const p = importar('UBIGEO,ANIO,VALOR\n10101,2021,5\n010102,2021,7.5\n');
    expect([valor(p, 2021, '010101'), valor(p, 2021, '010102')]).toEqual([5, 7.5]);
    expect(p.rechazadas).toBe(0);
  });

  it('una columna de RENIEC ofrecida como INEI se detiene antes de guardar nada, por los nombres', () => {
    const filas = [...lugares.reniec].slice(0, 60).map(([codigo, id]) => `${codigo},${catalogo.territorio(id)?.nombre},2021,1`);
    const t = tabla(`UBIGEO,DISTRITO,ANIO,VALOR\n${filas.join('\n')}\n`);
    const propuesto = proponerMapeo(t, s, lugares);
    expect(propuesto.sistema).toBe('reniec');
    const r = preparar(t, { ...propuesto, sistema: 'inei' }, s, lugares, lugar);
    expect(r).toMatchObject({ motivo: expect.stringContaining('RENIEC'), remedio: expect.stringContaining('RENIEC') });
  });

  it('y también por los códigos que no existen, cuando no hay nombres', () => {
    const t = tabla(
      `UBIGEO,ANIO,VALOR\n${[...lugares.reniec.keys()]
        .slice(880, 960)
        .map((c) => `${c},2021,1`)
        .join('\n')}\n`,
    );
    expect(preparar(t, { ...proponerMapeo(t, s, lugares), sistema: 'inei' }, s, lugares, lugar)).toMatchObject({
      motivo: expect.stringContaining('no existen'),
    });
  });

  it('encuentra por nombres, sin tildes, y pide confirmar los que no conoce', () => {
    const texto = 'Departamento;Provincia;Distrito;Año;Valor\nPUNO;PUNO;ACORA;2021;3\nPuno;Puno;Ácora viejo;2021;4\nPuno;Puno;Total;2021;9\n';
    const p = importar(texto);
    expect(valor(p, 2021, '210102')).toBe(3);
    expect(p.desconocidos).toEqual([{ escrito: 'Puno|Puno|Ácora viejo', filas: 1 }]);
    expect(p.avisos[0]?.motivo).toContain('es un total');
    expect(valor(importar(texto, { equivalencias: { 'Puno|Puno|Ácora viejo': '210103' } }), 2021, '210103')).toBe(4);
  });

  it('unos números propios junto a los nombres no se toman por códigos: valen los nombres', () => {
    const filas = ['Amazonas', 'Áncash', 'Apurímac', 'Arequipa', 'Ayacucho', 'Puno', 'Tacna', 'Tumbes'].map((n, i) => `${i + 10},${n},2021,${i}`);
    const t = tabla(`region,Nombre_region,ano,valor\n${filas.join('\n')}\n`);
    expect(proponerMapeo(t, { ...s, captura: 'departamento' }, lugares)).toMatchObject({ sistema: 'nombres', codigo: '', departamento: 'Nombre_region' });
  });

  it('el periodo puede estar en las cabeceras, y el número de años no cambia las filas', () => {
    const p = importar('ubigeo,2020,2021\n010101,1,2\n010102,sin dato,4\n');
    expect(p.mapeo.anchas).toEqual(['2020', '2021']);
    expect([valor(p, 2020, '010101'), valor(p, 2021, '010102')]).toEqual([1, 4]);
    expect(p.bloques.find((b) => b.periodo === 2020)?.marca[distritos.indexOf('010102')]).toBe(2);
  });

  it('una dimensión oculta que repite la clave se suma o se pregunta, nunca se sobrescribe', () => {
    const texto = 'ubigeo,anio,establecimiento,valor\n010101,2021,A,5\n010101,2021,B,6\n';
    expect(importar(texto)).toMatchObject({ rechazadas: 1, fallas: [{ linea: 3, motivo: expect.stringContaining('línea 2') }] });
    expect(valor(importar(texto, { repetidas: 'sumar' }), 2021, '010101')).toBe(11);
  });

  it('un cero que significa «sin dato» se declara, no se supone', () => {
    const p = importar('ubigeo,anio,valor\n010101,2021,0\n010102,2021,3\n');
    expect(p.ceros).toBe(1);
    expect(valor(p, 2021, '010101')).toBe(0);
    expect(valor(importar('ubigeo,anio,valor\n010101,2021,0\n010102,2021,3\n', { ceros: 'sin_dato' }), 2021, '010101')).toBeNaN();
  });

  it('lee categorías de la ficha y rechaza las que no están', () => {
    const p = importar('ubigeo,anio,area,valor\n010101,2021,URBANA,5\n010101,2021,rural,6\n010101,2021,selva,1\n');
    expect([valor(p, 2021, '010101', 'Área: Urbana'), valor(p, 2021, '010101', 'Área: Rural')]).toEqual([5, 6]);
    expect(p.fallas[0]).toMatchObject({ linea: 4, columna: 'area' });
  });

  it('8.19 un numerador mayor que el denominador se advierte, no se recorta', () => {
    const razon = { agregacion: 'razon', factor: 100, numerador: 'Atendidos', denominador: 'Población' } as Partial<Indicador>;
    const p = importar('ubigeo,anio,atendidos,poblacion\n010101,2021,60,50\n010102,2021,10,0\n', {}, razon);
    expect(valor(p, 2021, '010101')).toBe(60);
    expect(p.avisos[0]?.motivo).toContain('supera');
    expect(p.fallas[0]).toMatchObject({ linea: 3, motivo: 'El denominador es cero.' });
  });

  it('un mapeo incompleto dice qué columna falta', () => {
    const t = tabla('ubigeo,valor\n010101,1\n');
    expect(faltasDelMapeo(t, proponerMapeo(t, s, lugares), s)).toEqual([{ campo: 'periodo', motivo: expect.stringContaining('dónde está el periodo') }]);
  });
});

it('las líneas sin comillas se parten igual que con la gramática completa de CSV', () => {
  const celda = fc.stringMatching(/^[a-zñ0-9 .\t,-]{0,6}$/);
  const fila = fc.array(celda, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(fila, { maxLength: 8 }), fc.constantFrom(';', '|'), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (filas, sep, fin, cierra) => {
      const texto = filas.map((f) => f.join(sep)).join(fin) + (cierra && filas.length > 0 ? fin : '');
      const completa = parse(texto, { delimiter: sep, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
      const simples = agotar(partirSimple(texto, sep));
      expect(simples && algunas(simples, simples.length)).toEqual(completa);
    }),
  );
});
