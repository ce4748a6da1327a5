import { serve } from '@hono/node-server';
import { crearApp } from '../src/app.ts';
import { componer } from '../src/composicion.ts';

// Server of a benchmark: the API over the database of DATABASE_URL, in a process of its own.
const casa = await componer({ url: process.env.DATABASE_URL ?? '' });
const app = await crearApp(casa, { hosts: new Set(['127.0.0.1']), https: false, demo: false, log: { info: () => {}, error: (c, m) => console.error(m, c) } });
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ puerto: port }));
