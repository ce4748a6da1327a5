import type { ActoCualquiera, ModuloCualquiera } from '../kernel/acto.ts';
import type { Hecho, Marca } from '../kernel/tipos.ts';
import type { Proyeccion } from './base.ts';

/** What the platform needs of the modules; `src/registro.ts` builds it. */
export interface Registro {
  acto(nombre: string): ActoCualquiera | undefined;
  modulo(tipo: string): ModuloCualquiera | undefined;
  /** Own tables of a module and how a hecho changes them. */
  proyeccion(tipo: string): { tablas: readonly string[]; proyectar: Proyeccion } | undefined;
  tipos(): readonly string[];
  /** Hashes of the files that the data of an acto cite, by field path. */
  documentosEn(acto: string, datos: unknown): { campo: string; huella: string }[];
  /** Errors of a schema, one per field; undefined when the data are right. */
  validar(acto: ActoCualquiera, datos: unknown): { datos: unknown } | { errores: { campo: string; mensaje: string }[] };
}

/** A hecho as stored: its canonical content, parsed. */
export interface Contenido {
  expediente: string;
  version: number;
  hecho: Hecho;
  marca: Marca;
}

/** Type of the hecho that cancels the hechos of an earlier acto. */
export const ACTO_ANULADO = 'ActoAnulado';

/**
 * Folds the hechos of one expediente, in order of version, leaving out those of annulled actos.
 * @returns undefined when none is left.
 */
export function plegar(modulo: ModuloCualquiera, contenidos: readonly Contenido[]): unknown {
  const anulados = new Set<string>();
  for (const c of contenidos) if (c.hecho.tipo === ACTO_ANULADO) anulados.add((c.hecho.datos as { acto: string }).acto);
  let estado: unknown;
  for (const c of contenidos) {
    if (c.hecho.tipo !== ACTO_ANULADO && !anulados.has(c.marca.acto)) estado = modulo.evolve(estado, c.hecho, c.marca);
  }
  return estado;
}
