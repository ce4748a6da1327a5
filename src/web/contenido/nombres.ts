import { nombreDeCargo } from '../../directiva/cargos.ts';
import type { Catalogo, Id } from '../../kernel/tipos.ts';
import type { Relacionado } from '../../lecturas/expediente.ts';
import { enlace, texto, type Vista } from './vista.ts';

/** Names that a state needs to be read: entities, territories and the expedientes it relates to. */
export interface Nombres {
  /** Of the expediente shown. */
  id?: Id;
  entidad(id: string): string;
  /** «Gobernación Regional de Huancavelica»… office of an entity. */
  oficina(entidad: string, cargo: string): string;
  territorio(id: string): string;
  /** Link to another expediente; its role when it cannot be named. */
  expediente(id: Id, porDefecto?: string): Vista;
  relacionado(rol: string): Relacionado | undefined;
}

export function nombresDe(catalogo: Catalogo, relacionados: readonly Relacionado[], propio?: Id): Nombres {
  const porId = new Map(relacionados.map((r) => [r.id, r]));
  const entidad = (id: string) => catalogo.entidad(id)?.nombre ?? id;
  return {
    id: propio,
    entidad,
    oficina: (e, cargo) => `${nombreDeCargo(cargo)} · ${entidad(e)}`,
    territorio: (id) => catalogo.territorio(id)?.nombre ?? id,
    expediente: (id, porDefecto = 'Abrir expediente') => {
      const r = porId.get(id);
      return id ? enlace(r?.titulo ?? porDefecto, `/expediente/${id}`, r?.codigo) : texto('');
    },
    relacionado: (rol) => relacionados.find((r) => r.rol === rol),
  };
}
