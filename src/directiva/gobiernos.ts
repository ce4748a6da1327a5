import type { Entidad, EntidadId, Territorio } from '../kernel/tipos.ts';

const PARTICULARES: Readonly<Record<EntidadId, string>> = {
  'gr-07': 'Gobierno Regional del Callao',
  'mp-0701': 'Municipalidad Provincial del Callao',
  'mp-1501': 'Municipalidad Metropolitana de Lima',
};

/**
 * Government of a territory, or undefined when it has none of its own: the country, the department 15 and Lima
 * Metropolitana (A6), and the capital district of a province (A17).
 */
export function gobiernoDerivado(t: Territorio): Entidad | undefined {
  const con = (e: Entidad): Entidad => ({ ...e, nombre: PARTICULARES[e.id] ?? e.nombre });
  switch (t.tipo) {
    case 'departamento':
      return t.id === '15'
        ? undefined
        : con({ id: `gr-${t.id}`, nombre: `Gobierno Regional de ${t.nombre}`, tipo: 'gobierno_regional', nivel: 'regional', territorio: t.id });
    case 'ambito':
      return t.id === '15P' ? { id: 'gr-15', nombre: 'Gobierno Regional de Lima', tipo: 'gobierno_regional', nivel: 'regional', territorio: t.id } : undefined;
    case 'provincia':
      return con({
        id: `mp-${t.id}`,
        nombre: `Municipalidad Provincial de ${t.nombre}`,
        tipo: 'municipalidad_provincial',
        nivel: 'provincial',
        territorio: t.id,
      });
    case 'distrito':
      return t.cercado
        ? undefined
        : { id: `md-${t.id}`, nombre: `Municipalidad Distrital de ${t.nombre}`, tipo: 'municipalidad_distrital', nivel: 'distrital', territorio: t.id };
    default:
      return undefined;
  }
}
