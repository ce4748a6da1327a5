import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { limitarFrecuencia } from './frecuencia.ts';

describe('Límite de pedidos por minuto', () => {
  it('niega el que excede, dice cuánto esperar y vuelve a atender al minuto siguiente', async () => {
    let ahora = new Date('2026-03-02T15:00:10Z');
    const app = new Hono();
    app.use(
      '*',
      limitarFrecuencia(
        2,
        () => ahora,
        (c) => c.req.header('desde'),
      ),
    );
    app.get('/', (c) => c.text('sí'));
    const pedir = (desde: string) => app.request('/', { headers: { desde } });
    expect([(await pedir('a')).status, (await pedir('a')).status, (await pedir('a')).status]).toEqual([200, 200, 429]);
    expect((await pedir('a')).headers.get('retry-after')).toBe('60');
    expect((await pedir('b')).status).toBe(200);
    ahora = new Date('2026-03-02T15:01:00Z');
    expect((await pedir('a')).status).toBe(200);
  });
});
