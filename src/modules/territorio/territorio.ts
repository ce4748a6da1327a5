import type { Fecha, Territorio, TerritorioId } from '../../kernel/tipos.ts';

/** A territory with what INEI publishes beside its code and name. */
export interface TerritorioCompleto extends Territorio {
  /** Legal capital. */
  capital?: string;
  /** Inhabitants. */
  poblacion?: number;
  /** Degrees, WGS 84. */
  lat?: number;
  lon?: number;
  vigenteDesde?: Fecha;
  vigenteHasta?: Fecha;
}

/** Code and name as a source gives them: `15`, `1501` or `150101`. */
export interface Codigo {
  id: TerritorioId;
  nombre: string;
}

const PAIS: Territorio = { id: 'pe', nombre: 'Perú', tipo: 'pais' };

/** The two departmental territories of Lima (A6): the special regime of the province, and the rest. */
const AMBITOS_DE_LIMA: readonly Territorio[] = [
  { id: '15M', nombre: 'Lima Metropolitana', tipo: 'ambito', padre: '15', departamental: '15M' },
  { id: '15P', nombre: 'Lima Provincias', tipo: 'ambito', padre: '15', departamental: '15P' },
];

/** Departmental territory of a province or a district (A6). */
function departamentalDe(id: TerritorioId): TerritorioId {
  if (!id.startsWith('15')) return id.slice(0, 2);
  return id.startsWith('1501') ? '15M' : '15P';
}

/**
 * Place of a code in the tree. The provinces of Lima hang from `15M` or `15P`; the capital district of a province
 * (`XXXX01`) is governed by the provincial municipality (A17).
 * @throws TypeError when the code has no 2, 4 or 6 digits.
 */
export function territorioDe({ id, nombre }: Codigo): Territorio {
  if (/^\d{2}$/.test(id)) {
    const departamento: Territorio = { id, nombre, tipo: 'departamento', padre: 'pe' };
    return id === '15' ? departamento : { ...departamento, departamental: id };
  }
  const departamental = departamentalDe(id);
  if (/^\d{4}$/.test(id)) return { id, nombre, tipo: 'provincia', padre: departamental, departamental };
  if (!/^\d{6}$/.test(id)) throw new TypeError(`«${id}» no es un código de departamento, provincia o distrito.`);
  const distrito: Territorio = { id, nombre, tipo: 'distrito', padre: id.slice(0, 4), departamental };
  return id.endsWith('01') ? { ...distrito, cercado: true } : distrito;
}

/** Territories of a list of codes, with the country and the two of Lima that no source lists. */
export function arbol(codigos: readonly Codigo[]): Territorio[] {
  return [PAIS, ...AMBITOS_DE_LIMA, ...codigos.map(territorioDe)];
}

/**
 * Territory that a Modelo Específico may have: departmental or provincial, never a district, the nation, nor the
 * department 15, which is two departmental territories (6.5 ¶1, A6, A30).
 */
export function esTerritorioDeModelo(t: Territorio): boolean {
  return t.tipo === 'provincia' || t.departamental === t.id;
}

/** Form of a name for comparison: without accents, case, hyphens, quotes or double spaces. */
export function claveDeNombre(nombre: string): string {
  return nombre
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
