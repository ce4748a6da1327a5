/** Long tasks of this process, by key: who cannot wait comes back and asks again. */
interface Trabajo {
  promesa: Promise<unknown>;
  terminado: boolean;
}

const trabajos = new Map<string, Trabajo>();
/** How long a result waits for whoever asked for it, in milliseconds. */
const VIDA = 120_000;
/** Tasks at work at once; each holds a whole file in memory. */
const A_LA_VEZ = 2;
let activos = 0;
const enEspera: (() => void)[] = [];

async function conTurno<T>(hacer: () => Promise<T>): Promise<T> {
  if (activos >= A_LA_VEZ) await new Promise<void>((sigue) => enEspera.push(sigue));
  activos++;
  try {
    return await hacer();
  } finally {
    activos--;
    enEspera.shift()?.();
  }
}

/** True while a task with that key is at work or its result waits. */
export const hayTrabajo = (clave: string): boolean => trabajos.has(clave);

/**
 * Starts a task, or finds the one with the same key, and waits for it at most `ms`.
 * @returns undefined when it is still at work; its result is handed over once.
 */
export async function esperar<T>(clave: string, ms: number, hacer: () => Promise<T>): Promise<{ listo: T } | undefined> {
  let t = trabajos.get(clave);
  if (!t) {
    const nuevo: Trabajo = { promesa: conTurno(hacer), terminado: false };
    t = nuevo;
    trabajos.set(clave, nuevo);
    const terminar = () => {
      nuevo.terminado = true;
      setTimeout(() => trabajos.get(clave) === nuevo && trabajos.delete(clave), VIDA).unref();
    };
    nuevo.promesa.then(terminar, terminar);
  }
  const suyo = t;
  let reloj: NodeJS.Timeout | undefined;
  const plazo = new Promise<'plazo'>((r) => {
    reloj = setTimeout(r, ms, 'plazo');
  });
  try {
    const r = await Promise.race([suyo.promesa, plazo]);
    if (r === 'plazo' && !suyo.terminado) return undefined;
    const listo = (await suyo.promesa) as T;
    trabajos.delete(clave);
    return { listo };
  } catch (e) {
    trabajos.delete(clave);
    throw e;
  } finally {
    clearTimeout(reloj);
  }
}
