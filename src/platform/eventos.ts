import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import type { Id } from '../kernel/tipos.ts';
import type { Db } from './base.ts';

declare module './base.ts' {
  interface Base {
    escucha: { expediente: Id; proceso: Id; vista_en: Date };
  }
}

const CANAL = 'ayni_hechos';
/** How often versions are looked at anyway: what a lost connection or a start at the same instant hid. */
const REPASO = 5_000;
/** Between two messages of the same expediente: what comes in a burst travels together. */
const PAUSA = 100;
/** Hechos that a reconnecting screen receives at most; with more it reads the expediente again. */
const ATRASO = 500;

/** Events as they travel: made once for all who listen to an expediente. */
export interface Mensaje {
  version: number;
  /** `text/event-stream` bytes with the kinds of the hechos, or with their whole content. */
  breve(): Uint8Array;
  completo(): Uint8Array;
}

export interface Oyente {
  recibir(m: Mensaje): void;
  /** The house closes, or lost track: come back later. */
  terminar(): void;
}

export interface Eventos {
  /**
   * Tells of every change of an expediente after `desde`, or from now on. Resolves once nothing later can be missed.
   * @returns how to stop, or undefined when the expediente does not exist
   */
  escuchar(expediente: Id, desde: number | undefined, oyente: Oyente): Promise<(() => void) | undefined>;
  cerrar(): Promise<void>;
}

interface Canal {
  /** Last version told; below zero until it is known. */
  version: number;
  /** Highest version announced meanwhile. */
  anunciada: number;
  oyentes: Set<Oyente>;
  /** Resolves once notices of this expediente reach us. */
  abierto: Promise<void>;
  leyendo: boolean;
  pendiente: boolean;
}

const bytes = new TextEncoder();
const unaVez = <T>(hacer: () => T): (() => T) => {
  let hecho: { valor: T } | undefined;
  return () => {
    hecho ??= { valor: hacer() };
    return hecho.valor;
  };
};

interface FilaHecho {
  version: number;
  tipo: string;
  contenido: string;
}

function mensajeDe(version: number, hechos: readonly FilaHecho[], incompleto = false): Mensaje {
  const escribir = (lista: string[]) =>
    bytes.encode(`id: ${version}\nevent: cambio\ndata: {"version":${version},${incompleto ? '"incompleto":true,' : ''}"hechos":[${lista.join(',')}]}\n\n`);
  return {
    version,
    breve: unaVez(() => escribir(hechos.map((h) => `{"version":${h.version},"hecho":${JSON.stringify(h.tipo)}}`))),
    completo: unaVez(() => escribir(hechos.map((h) => h.contenido))),
  };
}

async function hechosDesde(db: Db, id: Id, desde: number, hasta = 2_147_483_647): Promise<FilaHecho[]> {
  return db
    .selectFrom('hecho')
    .select(['version', 'tipo', 'contenido'])
    .where('expediente_id', '=', id)
    .where('version', '>', desde)
    .where('version', '<=', hasta)
    .orderBy('version')
    .limit(ATRASO + 1)
    .execute();
}

/**
 * One LISTEN connection per process, opened while somebody listens. Each change is read once and the same bytes go to
 * all; what the notice says is only the version, so a lost or repeated one changes nothing.
 */
export function crearEventos({ url, db, repaso = REPASO }: { url: string; db: Db; repaso?: number }): Eventos {
  const proceso = randomUUID();
  const canales = new Map<Id, Canal>();
  let conexion: Promise<pg.Client> | undefined;
  let reloj: NodeJS.Timeout | undefined;
  let cerrado = false;

  const conectar = async (): Promise<pg.Client> => {
    const c = new pg.Client({ connectionString: url, application_name: 'ayni-eventos' });
    const soltar = () => {
      conexion = undefined;
      c.end().catch(() => {});
    };
    c.on('error', soltar);
    c.on('end', () => {
      conexion = undefined;
    });
    c.on('notification', ({ payload = '' }) => {
      const [id = '', version] = payload.split(' ');
      avisar(id, Number(version));
    });
    try {
      await c.connect();
      await c.query(`listen ${CANAL}`);
      return c;
    } catch (e) {
      soltar();
      throw e;
    }
  };

  const avisar = (id: Id, version: number): void => {
    const canal = canales.get(id);
    if (!canal) return;
    canal.anunciada = Math.max(canal.anunciada, version);
    if (canal.version < 0 || version <= canal.version) return;
    canal.pendiente = true;
    if (!canal.leyendo) void difundir(id, canal);
  };

  const difundir = async (id: Id, canal: Canal): Promise<void> => {
    canal.leyendo = true;
    try {
      while (canal.pendiente) {
        canal.pendiente = false;
        const hechos = await hechosDesde(db, id, canal.version);
        const ultimo = hechos.at(-1);
        if (!ultimo) continue;
        canal.version = ultimo.version;
        if (hechos.length > ATRASO) canal.pendiente = true;
        const m = mensajeDe(ultimo.version, hechos);
        for (const o of canal.oyentes) o.recibir(m);
        await new Promise((listo) => setTimeout(listo, PAUSA));
      }
    } catch {
      // Told again by the next notice or review.
    } finally {
      canal.leyendo = false;
    }
  };

  /** Versions of all that is watched, in one statement; keeps our rows alive and sweeps those of dead processes. */
  const repasar = async (): Promise<void> => {
    const ids = [...canales.keys()];
    if (ids.length === 0 || cerrado) return;
    conexion ??= conectar();
    await conexion.catch(() => {
      conexion = undefined;
    });
    await sql`with viva as (
        insert into escucha select unnest(${ids}::uuid[]), ${proceso}::uuid on conflict (expediente, proceso) do update set vista_en = now()
      ) delete from escucha where vista_en < now() - interval '2 minutes'`.execute(db);
    const filas = await db.selectFrom('expediente').select(['id', 'version']).where('id', 'in', ids).execute();
    for (const f of filas) avisar(f.id, f.version);
  };

  const programar = (): void => {
    reloj ??= setInterval(() => void repasar().catch(() => {}), repaso);
    reloj.unref();
  };

  const dejar = (id: Id, canal: Canal, oyente: Oyente): void => {
    canal.oyentes.delete(oyente);
    if (canal.oyentes.size > 0 || canales.get(id) !== canal) return;
    canales.delete(id);
    if (canales.size === 0) {
      clearInterval(reloj);
      reloj = undefined;
    }
    if (!cerrado)
      void db
        .deleteFrom('escucha')
        .where('expediente', '=', id)
        .where('proceso', '=', proceso)
        .execute()
        .catch(() => {});
  };

  const abrir = async (id: Id): Promise<void> => {
    conexion ??= conectar();
    await conexion;
    await sql`insert into escucha values (${id}::uuid, ${proceso}::uuid) on conflict (expediente, proceso) do update set vista_en = now()`.execute(db);
  };

  const canalDe = (id: Id): Canal => {
    let canal = canales.get(id);
    if (!canal) {
      canal = { version: -1, anunciada: -1, oyentes: new Set(), abierto: abrir(id), leyendo: false, pendiente: false };
      canales.set(id, canal);
    }
    programar();
    return canal;
  };

  /** What happened between `desde` and now; then all that was told meanwhile, and what comes. */
  const ponerAlDia = async (id: Id, canal: Canal, desde: number | undefined, oyente: Oyente, listo: (desde: number) => void): Promise<boolean> => {
    await canal.abierto;
    const actual = (await db.selectFrom('expediente').select('version').where('id', '=', id).executeTakeFirst())?.version;
    if (actual === undefined) return false;
    if (canal.version < 0) canal.version = actual;
    avisar(id, Math.max(actual, canal.anunciada));
    if (desde === undefined) oyente.recibir(mensajeDe(actual, []));
    else if (desde < actual) {
      const hechos = await hechosDesde(db, id, desde, actual);
      oyente.recibir(hechos.length > ATRASO ? mensajeDe(actual, [], true) : mensajeDe(actual, hechos));
    }
    listo(actual);
    return true;
  };

  return {
    escuchar: async (id, desde, oyente) => {
      if (cerrado) return undefined;
      const canal = canalDe(id);
      let espera: Mensaje[] | undefined = [];
      const suyo: Oyente = { recibir: (m) => (espera ? void espera.push(m) : oyente.recibir(m)), terminar: oyente.terminar };
      canal.oyentes.add(suyo);
      const alDia = await ponerAlDia(id, canal, desde, oyente, (hasta) => {
        for (const m of espera ?? []) if (m.version > hasta) oyente.recibir(m);
        espera = undefined;
      }).catch((e: unknown) => {
        dejar(id, canal, suyo);
        throw e;
      });
      if (alDia) return () => dejar(id, canal, suyo);
      dejar(id, canal, suyo);
      return undefined;
    },
    cerrar: async () => {
      cerrado = true;
      clearInterval(reloj);
      for (const c of canales.values()) for (const o of [...c.oyentes]) o.terminar();
      canales.clear();
      const c = await conexion?.catch(() => undefined);
      await db
        .deleteFrom('escucha')
        .where('proceso', '=', proceso)
        .execute()
        .catch(() => {});
      await c?.end().catch(() => {});
    },
  };
}
