import pg from 'pg';

/** Most statements that a connection keeps prepared. */
const MAXIMO = 400;
const nombres = new Map<string, string>();

/** The same name for the same text; undefined once there are too many, which then run unprepared. */
function nombreDe(texto: string): string | undefined {
  const conocido = nombres.get(texto);
  if (conocido || nombres.size >= MAXIMO) return conocido;
  const nuevo = `k${nombres.size}`;
  nombres.set(texto, nuevo);
  return nuevo;
}

/**
 * Client that prepares the parameterised queries of the query builder, whose texts repeat: parsing and planning each one
 * again costs more than running it.
 */
export class ClienteQuePrepara extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: `query` has nine overloads; only (text, values) is changed.
  override query(consulta: any, valores?: any, respuesta?: any): any {
    if (typeof consulta === 'string' && Array.isArray(valores) && valores.length > 0) {
      const name = nombreDe(consulta);
      if (name) return super.query({ name, text: consulta, values: valores }, respuesta);
    }
    return super.query(consulta, valores, respuesta);
  }
}
