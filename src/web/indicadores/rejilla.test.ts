import { expect, it } from 'vitest';
import { celdasPegadas, leerCelda, leerNumero, marcaDecimalDe, motivoDeCelda } from './rejilla.ts';

it('8.18 un número se lee como se escribe en el Perú, y lo dudoso se rechaza', () => {
  const casos: [string, number | undefined][] = [
    ['85,2', 85.2],
    ['85.2 %', 85.2],
    ['1 234,5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1234567],
    ['-3', -3],
    ['12,34,5', undefined],
    ['1.2.3', undefined],
    ['doce', undefined],
    ['1e5', undefined],
  ];
  for (const [escrito, leido] of casos) expect(leerNumero(escrito), escrito).toBe(leido);
});

it('8.18 un vacío no dice nada; «s/d», «n/a» y el reservado no son cero', () => {
  expect(leerCelda('  ')).toBeNull();
  expect(leerCelda('0')).toEqual({ estado: 'valor', valor: 0 });
  expect(leerCelda('S/D')).toEqual({ estado: 'sin_dato' });
  expect(leerCelda('n/a')).toEqual({ estado: 'no_aplica' });
  expect(leerCelda('12 r')).toEqual({ estado: 'reservado', valor: 12 });
  expect(leerCelda('x')).toBeUndefined();
});

it('8.17 lo pegado de una hoja de cálculo conserva filas y columnas, vacíos incluidos', () => {
  expect(celdasPegadas('1\t2\r\n\t4\r\n')).toEqual([
    ['1', '2'],
    ['', '4'],
  ]);
});

it('8.18 «1,234» se lee como diga el resto de la tabla; si nada lo dice, se pregunta', () => {
  const leer = (escritos: string[], decimales: number) => leerNumero(escritos[0] as string, marcaDecimalDe(escritos, decimales));
  expect(leer(['1,234', '1,234.5'], 2)).toBe(1234);
  expect(leer(['1,234', '3,5'], 2)).toBe(1.234);
  expect(leer(['1.234', '2.345', '3'], 0)).toBe(1234);
  expect(leer(['1.234', '3'], 2)).toBeUndefined();
  expect(leer(['1.234', '3,5', '4.5'], 2)).toBeUndefined();
  expect(motivoDeCelda('1.234')).toContain('1234 o 1,2340');
});

it('8.18 se pegan las marcas de las hojas de cálculo; lo reservado pide su número', () => {
  for (const t of ['-', 'N.D.', '…', '#N/D', 'sin información']) expect(leerCelda(t), t).toEqual({ estado: 'sin_dato' });
  expect(leerCelda('No corresponde')).toEqual({ estado: 'no_aplica' });
  expect(leerCelda('Reservado')).toBeUndefined();
  expect(motivoDeCelda('Reservado')).toContain('seguido de «r»');
});
