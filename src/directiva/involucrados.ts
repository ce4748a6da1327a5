import type { Catalogo, EntidadId, TerritorioId } from '../kernel/tipos.ts';

const GOBIERNOS: readonly string[] = ['gobierno_regional', 'municipalidad_provincial', 'municipalidad_distrital'];

/** Regional government of the department, or a municipality inside the territory of a modelo (9.4, 9.5). */
export function gobiernoInvolucrado(m: { territorio: TerritorioId; departamental: TerritorioId }, id: EntidadId, catalogo: Catalogo): boolean {
  const entidad = catalogo.entidad(id);
  if (!entidad?.territorio || !GOBIERNOS.includes(entidad.tipo)) return false;
  if (catalogo.gobiernoDe(m.departamental)?.id === id) return true;
  const suyo = catalogo.territorio(entidad.territorio);
  if (m.territorio === m.departamental) return suyo?.departamental === m.territorio;
  return suyo?.id === m.territorio || suyo?.padre === m.territorio;
}
