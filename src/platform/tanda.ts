import type pg from 'pg';

/** A statement of a batch. With `name` it is one that `preparar` left ready in the connection; without, a bare order. */
export type Sentencia = { name: string; values: readonly unknown[] } | { text: string };

/** The part of the driver's connection that a batch speaks to. */
interface Conexion {
  stream: { cork(): void; uncork(): void };
  parse(o: { text: string }): void;
  bind(o: { statement?: string; values?: readonly unknown[]; valueMapper?: (v: unknown) => unknown }): void;
  execute(o: object): void;
  sync(): void;
}

/** One submission to the driver (`Submittable`): several statements with a single Sync behind them. */
class Tanda implements pg.Submittable {
  private readonly filas: (string | null)[][] = [];
  private readonly sentencias: readonly Sentencia[];
  private readonly cumplir: (filas: (string | null)[][]) => void;
  private readonly fallar: (e: Error) => void;

  constructor(sentencias: readonly Sentencia[], cumplir: (filas: (string | null)[][]) => void, fallar: (e: Error) => void) {
    this.sentencias = sentencias;
    this.cumplir = cumplir;
    this.fallar = fallar;
  }

  submit(conexion: unknown): null {
    const c = conexion as Conexion;
    c.stream.cork();
    try {
      for (const s of this.sentencias) {
        if ('name' in s) c.bind({ statement: s.name, values: s.values, valueMapper: aTexto });
        else {
          c.parse({ text: s.text });
          c.bind({});
        }
        c.execute({});
      }
    } finally {
      c.sync();
      c.stream.uncork();
    }
    return null;
  }

  handleDataRow(m: { fields: (string | null)[] }): void {
    this.filas.push(m.fields);
  }
  handleReadyForQuery(): void {
    this.cumplir(this.filas);
  }
  handleError(e: Error): void {
    this.fallar(e);
  }
  handleRowDescription(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

/** Text form of a parameter: arrays as PostgreSQL writes them; the rest is text already. */
function aTexto(valor: unknown): string | null {
  if (valor === null || valor === undefined) return null;
  if (!Array.isArray(valor)) return String(valor);
  return `{${valor.map((v) => (v === null ? 'NULL' : `"${String(v).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`;
}

/**
 * Runs statements that need not see each other's answers in one exchange with the database. The first that fails ends
 * the batch: those behind it do not run, so a COMMIT at the end never closes a failed write.
 * @returns the rows of all of them, their columns as text
 */
export function enTanda(cliente: pg.PoolClient, sentencias: readonly Sentencia[]): Promise<(string | null)[][]> {
  return new Promise((cumplir, fallar) => void cliente.query(new Tanda(sentencias, cumplir, fallar)));
}

/** Order that leaves statements ready under a name for the life of a connection. */
export function preparar(sentencias: Readonly<Record<string, string>>): string {
  return Object.entries(sentencias)
    .map(([nombre, texto]) => `prepare ${nombre} as ${texto}`)
    .join(';');
}
