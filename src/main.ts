import { leerConfig } from './platform/config.ts';
import { levantarEmbebido } from './platform/embebido.ts';
import { migrar } from './platform/migrar.ts';

interface Paquete {
  arrancar: (o: { url: string; config: ReturnType<typeof leerConfig> }) => Promise<{
    direccion: string;
    administrador?: { correo: string; clave: string };
    demo: boolean;
    cerrar(): Promise<void>;
  }>;
}

/** `npm start`: database, migrations, house, and a plain account of where everything is. */
async function main(): Promise<void> {
  const config = leerConfig(process.env, process.argv.slice(2));
  const embebido = config.url ? undefined : await levantarEmbebido({ directorio: config.directorio });
  const url = config.url ?? embebido?.url ?? '';
  await migrar(url);
  // The built bundle holds pages, API and registry in one graph; a literal path would make tsc look for it.
  const ruta = new URL('../build/server/index.js', import.meta.url).href;
  const { arrancar } = (await import(ruta)) as Paquete;
  const casa = await arrancar({ url, config });

  console.log(`\nAyni está en ${casa.direccion}`);
  console.log(config.url ? 'Los datos están en la base de DATABASE_URL.' : `Los datos están en ${config.directorio}`);
  if (casa.administrador)
    console.log(`Ingrese como ${casa.administrador.correo} con la contraseña inicial ${casa.administrador.clave} (se muestra una sola vez).`);
  if (casa.demo) console.log(`Hay datos de demostración: abra ${casa.direccion}/ingresar y elija «Entrar como…» una oficina.`);
  console.log('Para terminar, pulse Ctrl+C.\n');

  let terminando = false;
  const terminar = async (): Promise<void> => {
    if (terminando) return;
    terminando = true;
    await casa.cerrar();
    await embebido?.detener();
    process.exit(0);
  };
  process.on('SIGINT', () => void terminar());
  process.on('SIGTERM', () => void terminar());
}

await main().catch((e: Error & { code?: string }) => {
  console.error(e.code === 'EADDRINUSE' ? 'El puerto ya está en uso. Indique otro con PORT, por ejemplo PORT=3001 npm start.' : e.message);
  process.exit(1);
});
