import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { CeldaLeida } from '../lecturas/matriz.ts';
import { csv, filasDeCsv, filasDeMatriz, totalesPorServicio, type Vista } from './matriz.ts';

const servicio = (id: string) => ({ id, nombre: `Servicio ${id}`, situacion: 'elegible', sector: 'minsa' });
const caso = (de: string, territorio: string, etapa: string, departamental = territorio.slice(0, 2)): CeldaLeida => ({
  servicio: de,
  territorio,
  departamental,
  etapa,
  expediente: `exp-${de}-${territorio}`,
});
const vista = (celdas: CeldaLeida[], cambios: Partial<Vista> = {}): Vista => ({
  servicios: [servicio('a'), servicio('b')],
  celdas,
  departamentales: [
    { id: '09', nombre: 'Huancavelica' },
    { id: '21', nombre: 'Puno' },
  ],
  provinciasDe: (d) => (d === '09' ? [1, 2].map((n) => ({ id: `090${n}`, nombre: `Provincia ${n}` })) : []),
  abiertas: new Set(),
  soloConCasos: false,
  abrir: (d) => `?abrir=${d}`,
  ...cambios,
});

describe('Matriz de cobertura', () => {
  it('6.5 una fila por territorio departamental; las provincias solo bajo los que se abren', () => {
    expect(filasDeMatriz(vista([])).map((f) => f.id)).toEqual(['09', '21']);
    expect(filasDeMatriz(vista([], { abiertas: new Set(['09']) })).map((f) => [f.id, f.nivel])).toEqual([
      ['09', 'departamento'],
      ['0901', 'provincia'],
      ['0902', 'provincia'],
      ['21', 'departamento'],
    ]);
  });

  it('la celda de un departamento muestra lo más avanzado, con palabra y marca, y dice cuánto más hay en provincias', () => {
    const celdas = [caso('a', '09', 'E4'), caso('a', '0901', 'E12'), caso('a', '0902', 'X3')];
    const [dep] = filasDeMatriz(vista(celdas));
    expect(dep?.celdas[0]).toEqual({
      servicio: 'a',
      etapa: { nombre: 'En implementación', marca: '✓', tono: 'verde' },
      a: '?abrir=09',
      nota: 'y en 2 provincias',
    });
    expect(dep?.celdas[1]).toEqual({ servicio: 'b' });
    const solo = filasDeMatriz(vista([caso('b', '0901', 'E7')]))[0]?.celdas[1];
    expect(solo).toMatchObject({ etapa: { nombre: 'Formulado' }, a: '/expediente/exp-b-0901', nota: 'en 1 provincia' });
  });

  it('cuenta por fila los servicios iniciados y por columna los territorios departamentales', () => {
    const celdas = [caso('a', '0901', 'E6'), caso('a', '0902', 'E6'), caso('b', '0901', 'E3')];
    const filas = filasDeMatriz(vista(celdas, { abiertas: new Set(['09']) }));
    expect(filas.map((f) => f.conCasos)).toEqual([2, 2, 1, 0]);
    expect(totalesPorServicio([servicio('a'), servicio('b'), servicio('c')], celdas)).toEqual([1, 1, 0]);
  });

  it('puede mostrar solo los territorios con algo iniciado', () => {
    const filas = filasDeMatriz(vista([caso('a', '0901', 'E6')], { soloConCasos: true, abiertas: new Set(['09']) }));
    expect(filas.map((f) => f.id)).toEqual(['09', '0901']);
  });

  it('el CSV dice «Sin iniciar» donde no hay nada y vuelve a leerse igual, sin fórmulas', () => {
    const v = vista([caso('a', '0902', 'E10')], { servicios: [{ ...servicio('a'), nombre: '=SUMA(1;2), "CRED"' }] });
    const texto = csv(filasDeCsv(v, () => 'Ministerio de Salud'));
    const filas = parse(texto, { bom: true, columns: true }) as Record<string, string>[];
    expect(filas.map((f) => [f.codigo_territorio, f.nivel, f.departamento, f.etapa])).toEqual([
      ['09', 'departamental', 'Huancavelica', 'Sin iniciar'],
      ['0902', 'provincial', 'Huancavelica', 'Formalizado'],
      ['21', 'departamental', 'Puno', 'Sin iniciar'],
    ]);
    expect(filas[0]).toMatchObject({ sector: 'Ministerio de Salud', servicio: `'=SUMA(1;2), "CRED"` });
    expect(filas[1]?.expediente).toBe('/expediente/exp-a-0902');
  });
});
