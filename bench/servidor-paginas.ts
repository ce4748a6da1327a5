// Server of the benchmark of pages: the built application with its demo data, in a process of its own.
const ruta = new URL('../build/server/index.js', import.meta.url).href;
const { arrancar } = (await import(ruta)) as { arrancar: (o: object) => Promise<{ direccion: string }> };
const { direccion } = await arrancar({
  url: process.env.DATABASE_URL,
  config: { puerto: 0, anfitrion: '127.0.0.1', directorio: '', hosts: [], demo: true },
});
process.send?.({ direccion });
