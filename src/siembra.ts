import { createHash } from 'node:crypto';
import { canon } from './kernel/canon.ts';
import type { Siembra } from './modules/catalogo/catalogo.ts';
import { entidadesBase, organosBase } from './modules/entidad/base.ts';
import { type DatosDeNormas, normasBase } from './modules/norma/importar.ts';
import { COMPETENCIAS } from './modules/norma/norma.ts';
import { territorioBase } from './modules/territorio/base.ts';

/** Data of `SembrarCatalogos` for an installation: real territory, its governments and the national entities. */
export function datosDeSiembra(): Siembra {
  const territorios = territorioBase();
  const entidades = entidadesBase(territorios);
  return { territorios, entidades, organos: organosBase(entidades) };
}

/** Data of `ImportarNormas` for an installation: legal base and functions of the organic laws. */
export function datosDeNormas(): DatosDeNormas {
  const datos = normasBase(COMPETENCIAS, '');
  return { ...datos, archivo: createHash('sha256').update(canon(datos)).digest('hex') };
}
