import type { Siembra } from './modules/catalogo/catalogo.ts';
import { entidadesBase, organosBase } from './modules/entidad/base.ts';
import { territorioBase } from './modules/territorio/base.ts';

/** Data of `SembrarCatalogos` for an installation: real territory, its governments and the national entities. */
export function datosDeSiembra(): Siembra {
  const territorios = territorioBase();
  const entidades = entidadesBase(territorios);
  return { territorios, entidades, organos: organosBase(entidades) };
}
