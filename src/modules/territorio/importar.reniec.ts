import type { Catalogo, TerritorioId } from '../../kernel/tipos.ts';
import type { CodigoDeTerritorio } from '../catalogo/catalogo.ts';
import type { Clasificada, Leida } from './importar.tipos.ts';
import { ajeno, mismoNombre, type Nomina } from './nombres.ts';

const rechazado = (motivo: string): Clasificada => ({ resultado: 'rechazado', motivo });

function codigos(territorio: TerritorioId, vigente: boolean, { inei, reniec }: Pick<Leida, 'inei' | 'reniec'>): CodigoDeTerritorio[] {
  const de = (emisor: CodigoDeTerritorio['emisor'], codigo: string | undefined): CodigoDeTerritorio[] =>
    codigo ? [{ territorio, emisor, codigo, vigente }] : [];
  return [...de('INEI', inei), ...de('RENIEC', reniec)];
}

/** Without code of INEI: only the three names can tell which district it is. */
function porNombre(leida: Leida, nomina: Nomina): Clasificada {
  const distrito = nomina.buscar(leida.nombres);
  if (!distrito || !leida.reniec) return rechazado('La fila no tiene código del INEI y su nombre no está en el catálogo.');
  return {
    resultado: 'codigo_reniec',
    motivo: `Sin código del INEI: por sus nombres es ${distrito.id}.`,
    codigos: codigos(distrito.id, true, { reniec: leida.reniec }),
  };
}

/** A code that the catalogue does not have is of a district that moved or was never created. */
function noVigente(inei: string, leida: Leida, nomina: Nomina): Clasificada {
  const actual = nomina.unicoEnDepartamento(leida.nombres);
  if (!actual) return { resultado: 'no_vigente', motivo: `El código ${inei} no figura en el catálogo vigente.` };
  return { resultado: 'no_vigente', motivo: `Ese distrito lleva hoy el código ${actual.id} del INEI.`, codigos: codigos(actual.id, false, leida) };
}

/** A row of the table with both codes: adds the one of RENIEC; its names, in capitals and without accents, change nothing. */
export function clasificarReniec(leida: Leida, catalogo: Catalogo, nomina: Nomina): Clasificada {
  const { inei, reniec, nombres } = leida;
  if (!inei) return porNombre(leida, nomina);
  const actual = catalogo.territorio(inei);
  if (!actual) return noVigente(inei, leida, nomina);
  const conflicto = ajeno(inei, nombres, catalogo, nomina);
  if (conflicto) return rechazado(conflicto);
  const igual = mismoNombre(actual.nombre, nombres.distrito);
  const motivo = igual ? '' : `El archivo escribe «${nombres.distrito}»; el catálogo conserva «${actual.nombre}».`;
  if (!reniec) return { resultado: 'igual', motivo: `Sin código de RENIEC. ${motivo}`.trim() };
  return { resultado: 'codigo_reniec', motivo, codigos: codigos(actual.id, true, { reniec }) };
}
