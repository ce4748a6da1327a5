import { describe, expect, it } from 'vitest';
import type { Indicador, VersionDelMetodo } from '../indicador/indicador.ts';
import { comparables, evaluar, type FichaDeCalidad, fichaEn, queDependenDe } from './reporte.calidad.ts';
import { motivoDe } from './reporte.etiquetas.ts';
import { plazoDe, tardanzas } from './reporte.reglas.ts';

const suma: FichaDeCalidad = { agregacion: 'suma', factor: 1, acumulativo: false, salto: 100 };
const razon: FichaDeCalidad = { ...suma, agregacion: 'razon', factor: 100 };
const celda = (num: number[], den: number[] = [], marca = num.map(() => 1)) => ({ marca, num, den });
const reglas = (avisos: ReturnType<typeof evaluar>) => avisos.map((a) => `${a.pos} ${a.regla}`);

describe('Reglas de calidad', () => {
  it('8.19 el numerador no supera al denominador y el valor está en el rango de la ficha', () => {
    const avisos = evaluar({ ...razon, minimo: 10, maximo: 90 }, celda([60, 4, 96, 50], [50, 100, 100, 100]));
    expect(reglas(avisos)).toEqual(['0 denominador', '0 maximo', '1 minimo', '2 maximo']);
    expect(avisos[2]).toEqual({ pos: 1, valor: 4, regla: 'minimo', menor: 10 });
  });

  it('8.17 un salto se mide frente al periodo anterior y frente al mismo periodo del año anterior', () => {
    const d = { ...suma, salto: 50 };
    expect(reglas(evaluar(d, celda([151, 150, 49, 10]), celda([100, 100, 100, 0])))).toEqual(['0 salto', '2 salto']);
    expect(evaluar(d, celda([151]), celda([150]), celda([100]))).toEqual([{ pos: 0, valor: 151, regla: 'salto_anual', menor: 50, mayor: 150 }]);
  });

  it('8.17 un acumulado que baja se advierte; el que se mantiene no', () => {
    expect(reglas(evaluar({ ...suma, acumulativo: true }, celda([9, 10, 11]), celda([10, 10, 10])))).toEqual(['0 descenso']);
    expect(evaluar(suma, celda([9]), celda([10]))).toEqual([]);
  });

  it('8.17 lo que nadie dijo, «sin dato» y «no aplica» no se comparan: no son cero; lo reservado sí', () => {
    expect(evaluar(suma, celda([5, 0, 0], [], [1, 2, 3]), celda([0, 9, 9], [], [0, 1, 1]))).toEqual([]);
    expect(reglas(evaluar(suma, celda([900], [], [4]), celda([10])))).toEqual(['0 salto']);
  });

  it('8.19 un atípico se mide por mediana: unos pocos disparates no lo esconden; una razón se compara con sus pares', () => {
    const num = [50, 51, 49, 52, 48, 50, 51, 49, 50, 52, 48, 99, 98];
    const avisos = evaluar(
      razon,
      celda(
        num,
        num.map(() => 100),
      ),
    );
    expect(reglas(avisos)).toEqual(['11 atipico', '12 atipico']);
    expect(avisos[0]?.menor).toBeCloseTo(50 - 5 * 1.4826, 6);
    expect(
      reglas(
        evaluar(
          { ...razon, atipico: 0 },
          celda(
            num,
            num.map(() => 100),
          ),
        ),
      ),
    ).toEqual([]);
    expect(reglas(evaluar(razon, celda([50, 51, 49, 99], [100, 100, 100, 100])))).toEqual([]);
  });

  it('8.19 una cantidad, que depende del tamaño del territorio, se compara por cuánto creció', () => {
    const antes = [10, 2000, 30, 400, 50, 600, 70, 800, 90, 1000, 110, 120];
    const ahora = antes.map((x, i) => x * (i === 4 ? 1.8 : 1.05 + 0.01 * (i % 3)));
    expect(evaluar(suma, celda(ahora))).toEqual([]);
    const avisos = evaluar(suma, celda(ahora), celda(antes));
    expect(reglas(avisos)).toEqual(['4 atipico']);
    expect(avisos[0]?.mayor).toBeGreaterThan(50 * 1.06);
    expect(avisos[0]?.mayor).toBeLessThan(90);
    // All grow alike: a few points more than the others are no oddity.
    const parejo = antes.map((x, i) => x * (i === 4 ? 1.15 : 1.01 + 0.0001 * (i % 3)));
    expect(evaluar(suma, celda(parejo), celda(antes))).toEqual([]);
  });

  it('8.18 cada periodo se juzga por la versión de la ficha con que se midió, y nada se compara a través de un cambio de método', () => {
    const v = (numero: number, cambio: Partial<VersionDelMetodo>): VersionDelMetodo => ({ numero, ruptura: false, motivo: '', ...cambio });
    const s = {
      agregacion: 'suma',
      periodicidad: 'mensual',
      factor: 1,
      versiones: [
        v(1, { calidad: { acumulativo: false, salto: 20, factor: 1 } }),
        v(2, { desde: 202107, ruptura: true, calidad: { acumulativo: true, salto: 60, factor: 1 } }),
      ],
    } as Indicador;
    expect([fichaEn(s, 202106).salto, fichaEn(s, 202107).salto]).toEqual([20, 60]);
    expect(comparables(s, 202106)).toEqual({ previa: 202105, anual: 202006 });
    expect(comparables(s, 202107)).toEqual({ previa: undefined, anual: undefined });
    expect(comparables(s, 202201)).toEqual({ previa: 202112, anual: undefined });
    expect(comparables({ ...s, periodicidad: 'anual' }, 2021)).toEqual({ previa: 2020, anual: undefined });
    expect(queDependenDe(s, 202112)).toEqual([202112, 202201, 202212]);
    expect(queDependenDe({ periodicidad: 'anual' }, 2021)).toEqual([2021, 2022]);
  });

  it('8.17 lo que llega después del plazo o del cierre se acepta y lo dice', () => {
    const s = { periodicidad: 'anual', periodos: { 2024: { situacion: 'cerrado', vence: '2025-03-31', cerrado: '2025-02-28' } } } as unknown as Indicador;
    expect(plazoDe(s.periodos[2024])).toBe('2025-02-28');
    expect(tardanzas(s, [2024, 2024, 2023], '2025-03-01')).toEqual([{ numeral: '8.17', motivo: '2024: llega después del plazo, que terminó el 28/02/2025.' }]);
    expect(tardanzas(s, [2024], '2025-02-28')).toEqual([]);
  });

  it('8.19 cada aviso dice el valor y qué se esperaba', () => {
    expect(motivoDe({ regla: 'salto', menor: 5, mayor: 15 }, 40.26, 1)).toBe('Cambio grande frente al periodo anterior: 40,3; se esperaba entre 5 y 15.');
    expect(motivoDe({ regla: 'descenso', menor: 5 }, 4, 0)).toContain('se esperaba 5 o más');
  });
});
