import { expect, it } from 'vitest';
import { celdasPegadas, leerCelda, leerNumero } from './rejilla.ts';

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
