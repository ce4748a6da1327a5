import type { Catalogo, Entidad, Fecha, Territorio } from '../kernel/tipos.ts';

/** A norm or competence that can be cited by key. */
export interface Competencia {
  clave: string;
  texto: string;
  vigenteDesde?: Fecha;
  vigenteHasta?: Fecha;
}

function agrupar<T>(filas: readonly T[], clave: (fila: T) => string | undefined): Map<string, T[]> {
  const grupos = new Map<string, T[]>();
  for (const fila of filas) {
    const k = clave(fila);
    if (k === undefined) continue;
    const grupo = grupos.get(k);
    if (grupo) grupo.push(fila);
    else grupos.set(k, [fila]);
  }
  return grupos;
}

function porId<T extends { id: string }>(filas: readonly T[]): T[] {
  return [...filas].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const GOBIERNOS: readonly string[] = ['gobierno_regional', 'municipalidad_provincial', 'municipalidad_distrital'];

/** Each territory with its government; Lima Metropolitana (A6) and the capital districts (A17) have the provincial one. */
function gobiernos(territorios: readonly Territorio[], entidades: readonly Entidad[]): Map<string, Entidad> {
  const propios = new Map<string, Entidad>();
  for (const e of entidades) if (e.territorio && !e.vigenteHasta && GOBIERNOS.includes(e.tipo)) propios.set(e.territorio, e);
  for (const t of territorios) {
    if (propios.has(t.id)) continue;
    const otro = t.id === '15M' ? '1501' : t.cercado ? t.padre : undefined;
    const gobierno = otro ? propios.get(otro) : undefined;
    if (gobierno) propios.set(t.id, gobierno);
  }
  return propios;
}

/**
 * Catalogue over rows already in memory: every question is a look-up. Lists come in order of id.
 * `entidad` and `territorio` also answer for those no longer in force, so that old hechos keep their names.
 */
export function catalogoDeMemoria(filasTerritorio: readonly Territorio[], filasEntidad: readonly Entidad[], competencias: readonly Competencia[]): Catalogo {
  const territorios = porId(filasTerritorio);
  const entidades = porId(filasEntidad);
  const porTerritorio = new Map(territorios.map((t) => [t.id, t]));
  const porEntidad = new Map(entidades.map((e) => [e.id, e]));
  const porCompetencia = new Map(competencias.map((c) => [c.clave, c]));
  const hijos = agrupar(territorios, (t) => t.padre);
  const provincias = agrupar(
    territorios.filter((t) => t.tipo === 'provincia'),
    (t) => t.departamental,
  );
  const departamentales = territorios.filter((t) => t.departamental === t.id);
  const gobierno = gobiernos(territorios, entidades);
  return {
    territorio: (id) => porTerritorio.get(id),
    hijosDe: (id) => hijos.get(id) ?? [],
    provinciasDe: (id) => provincias.get(id) ?? [],
    departamentales: () => departamentales,
    entidad: (id) => porEntidad.get(id),
    gobiernoDe: (id) => gobierno.get(id),
    entidades: () => entidades,
    competencia: (clave) => porCompetencia.get(clave),
  };
}
