import { CARGOS, type Cargo, nombreDeCargo } from '../directiva/cargos.ts';
import generado from '../directiva/pruebas.generado.json' with { type: 'json' };
import { type FilaTrazada, filasTrazadas } from '../directiva/trazabilidad.ts';
import type { Nivel } from '../kernel/tipos.ts';
import MATRIZ from '../permisos.matriz.txt?raw';
import { MODULOS } from '../registro.ts';

let filas: ReadonlyMap<string, FilaTrazada> | undefined;

/** numeral → rules and tests of this very build. */
export function trazado(): ReadonlyMap<string, FilaTrazada> {
  filas ??= new Map(filasTrazadas(MODULOS, generado).map((f) => [f.numeral.numeral, f]));
  return filas;
}

const NIVELES: Readonly<Record<Nivel, string>> = { nacional: 'Nacional', regional: 'Regional', provincial: 'Provincial', distrital: 'Distrital' };

const CARGOS_DE: ReadonlyMap<string, readonly Cargo[]> = new Map(
  MATRIZ.split('\n').map((linea) => {
    const [acto = '', resto = ''] = linea.split(': ');
    return [acto, [...new Set([...resto.matchAll(/(\w+)@/g)].map(([, cargo]) => cargo as Cargo))].filter((c) => c in CARGOS)];
  }),
);

/** Kinds of offices that may perform an acto, by level of government, as the permission matrix has them. */
export function quienesPueden(acto: string): { nivel: string; oficinas: string[] }[] {
  const porNivel = Map.groupBy(CARGOS_DE.get(acto) ?? [], (c) => CARGOS[c].nivel);
  return [...porNivel].map(([nivel, cargos]) => ({ nivel: NIVELES[nivel], oficinas: cargos.map(nombreDeCargo) }));
}
