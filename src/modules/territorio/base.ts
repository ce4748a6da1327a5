import ubigeo from 'peru-ubigeo/lib/ubigeo.json' with { type: 'json' };
import type { Territorio } from '../../kernel/tipos.ts';
import { DISTRITOS_NUEVOS, NOMBRES_CORREGIDOS } from './base.datos.ts';
import { arbol, type Codigo } from './territorio.ts';

interface Nodo {
  id: string;
  name: string;
  childrens?: readonly Nodo[];
}

function aplanar(nodos: readonly Nodo[]): Codigo[] {
  return nodos.flatMap((n) => [{ id: n.id, nombre: NOMBRES_CORREGIDOS[n.id] ?? n.name }, ...aplanar(n.childrens ?? [])]);
}

/** Territory that an installation starts with: 25 departments, 196 provinces and 1,891 districts by INEI code. */
export function territorioBase(): Territorio[] {
  return arbol([...aplanar(ubigeo), ...DISTRITOS_NUEVOS]);
}
