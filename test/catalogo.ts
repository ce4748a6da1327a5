import type { Catalogo } from '../src/kernel/tipos.ts';
import { entidadesBase } from '../src/modules/entidad/base.ts';
import { territorioBase } from '../src/modules/territorio/base.ts';
import { type Competencia, catalogoDeMemoria } from '../src/platform/catalogo-memoria.ts';

let real: Catalogo | undefined;

/** Real territory and entities, without a database. Competences are those that the test names. */
export function catalogoReal(competencias?: readonly Competencia[]): Catalogo {
  if (competencias) return construir(competencias);
  real ??= construir([]);
  return real;
}

function construir(competencias: readonly Competencia[]): Catalogo {
  const territorios = territorioBase();
  return catalogoDeMemoria(territorios, entidadesBase(territorios), competencias);
}
