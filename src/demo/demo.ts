import type { Casa } from '../composicion.ts';
import { fechaDeLima } from '../kernel/calendario.ts';
import type { Fecha } from '../kernel/tipos.ts';
import { contarAcuerdos } from './acuerdos.ts';
import { contarAmbiente } from './ambiente.ts';
import { contarEducacion } from './educacion.ts';
import { Guion } from './guion.ts';
import { contarInstrumento } from './instrumento.ts';
import { abrirOficinas } from './oficinas.ts';
import { contarSalud } from './salud.ts';

const CLAVE = 'demo';

/** Day from which the dates of the demo are counted, and whether its load ended. */
interface Carga {
  base: Fecha;
  completa: boolean;
}

async function leerCarga(casa: Casa): Promise<Carga | undefined> {
  const fila = await casa.db.selectFrom('ajuste').select('valor').where('clave', '=', CLAVE).executeTakeFirst();
  return fila && (JSON.parse(fila.valor) as Carga);
}

/** True when the demo is loaded. */
export async function hayDemo(casa: Casa): Promise<boolean> {
  return (await leerCarga(casa))?.completa === true;
}

/**
 * Loads the demo: three services in three departments, told only through actos of offices, all marked as demo. Does
 * nothing when it is loaded; an interrupted load goes on where it stopped, with the dates it began with.
 * @throws when an acto is refused
 */
export async function cargarDemo(casa: Casa): Promise<void> {
  const nueva: Carga = { base: fechaDeLima(casa.ahora()), completa: false };
  await casa.db
    .insertInto('ajuste')
    .values({ clave: CLAVE, valor: JSON.stringify(nueva) })
    .onConflict((oc) => oc.column('clave').doNothing())
    .execute();
  const carga = (await leerCarga(casa)) ?? nueva;
  if (carga.completa) return;
  try {
    const oficinas = await abrirOficinas(casa, carga.base);
    const contar = (historia: string, contada: (g: Guion) => Promise<void>) => contada(new Guion(casa, historia, carga.base, oficinas));
    await Promise.all([contar('salud', contarSalud), contar('ambiente', contarAmbiente), contar('educacion', contarEducacion)]);
    await contar('acuerdos', contarAcuerdos);
    await contar('instrumento', contarInstrumento);
  } catch (e) {
    throw new Error(
      `${(e as Error).message}\nLa demostración quedó a medias: vuelva a iniciar para completarla, o empiece con otro directorio de datos o con --sin-demo.`,
      { cause: e },
    );
  }
  await casa.db
    .updateTable('ajuste')
    .set({ valor: JSON.stringify({ ...carga, completa: true } satisfies Carga) })
    .where('clave', '=', CLAVE)
    .execute();
}
