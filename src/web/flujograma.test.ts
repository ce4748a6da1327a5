import { expect, it } from 'vitest';
import { ESTADOS } from '../directiva/etapas.ts';
import { CAJA, CAJAS, enLineas, FLECHAS, LIENZO } from './flujograma.ts';
import { cuentasDe } from './rutas/flujograma.tsx';

it('el flujograma dibuja cada estado una vez, dentro del lienzo y sin encimar cajas', () => {
  expect(CAJAS.map((c) => c.clave).sort()).toEqual([...ESTADOS.map((e) => e.clave), 'etti'].sort());
  for (const a of CAJAS) {
    expect(a.x + CAJA.ancho <= LIENZO.ancho && a.y + CAJA.alto <= LIENZO.alto, a.clave).toBe(true);
    expect(a.lineas.length, a.clave).toBeLessThanOrEqual(3);
    for (const b of CAJAS)
      if (a.clave !== b.clave) expect(Math.abs(a.x - b.x) >= CAJA.ancho || Math.abs(a.y - b.y) >= CAJA.alto, `${a.clave} y ${b.clave}`).toBe(true);
  }
  for (const f of FLECHAS) expect(f.d).not.toMatch(/NaN|undefined/);
});

it('un nombre largo se parte por palabras', () => {
  expect(enLineas('Estrategia de implementación definida')).toEqual(['Estrategia de', 'implementación', 'definida']);
});

it('cada etapa con casos lleva a su lista filtrada; sin casos no lleva a ninguna', () => {
  const c = cuentasDe(
    [
      { clave: 'E2', casos: 1 },
      { clave: 'E4', casos: 3 },
      { clave: 'E7', casos: 2 },
      { clave: 'etti:instalado', casos: 1 },
      { clave: 'etti:propuesto', casos: 2 },
    ],
    'minsa',
  );
  expect(c.E2).toEqual({ casos: 1, texto: '1 servicio', a: '/servicios?situacion=elegible&entidad=minsa' });
  expect(c.E4).toEqual({ casos: 3, texto: '3 líneas de plan', a: '/planes?etapa=E4&entidad=minsa' });
  expect(c.E7).toEqual({ casos: 2, texto: '2 modelos', a: '/modelos?etapa=E7&entidad=minsa' });
  expect(c.E8).toEqual({ casos: 0, texto: 'ninguno', a: undefined });
  expect(c.etti).toEqual({ casos: 1, texto: '1 de 3', a: '/ettis?entidad=minsa' });
});
