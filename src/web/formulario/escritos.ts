import type { Catalogo, Impedimento } from '../../kernel/tipos.ts';
import { type Campo, rutaDe } from './campos.ts';
import { resolverEnCatalogo } from './nombres.ts';
import type { Opcion } from './opciones.fuente.ts';

/** What could not be told from what was written, and what it may be, by field. */
export interface PorPrecisar {
  impedimentos: Impedimento[];
  candidatos: Record<string, Opcion[]>;
}

const NOMBRES = { entidad: 'entidad', territorio: 'territorio' } as const;

function leerNombre(campo: Campo, valor: unknown, ruta: string, catalogo: Catalogo, salida: PorPrecisar): unknown {
  const de = NOMBRES[campo.fuente as keyof typeof NOMBRES];
  if (!de || typeof valor !== 'string' || valor === '') return valor;
  const r = resolverEnCatalogo(catalogo, de, campo.tipos, valor);
  if ('valor' in r) return r.valor;
  const cosa = de === 'entidad' ? 'ninguna entidad' : 'ningún territorio';
  salida.impedimentos.push({
    numeral: '',
    campo: ruta,
    motivo: r.varios.length === 0 ? `«${valor}» no coincide con ${cosa} del catálogo.` : `Más de un nombre del catálogo coincide con «${valor}».`,
    remedio: r.varios.length === 0 ? 'Revise el nombre o escriba solo una parte.' : 'Elija cuál en la lista.',
  });
  if (r.varios.length > 0) salida.candidatos[ruta] = r.varios;
  return valor;
}

function leer(campo: Campo, valor: unknown, ruta: string, catalogo: Catalogo, salida: PorPrecisar): unknown {
  if (campo.control === 'grupo') return resolver(campo.hijos, (valor ?? {}) as Record<string, unknown>, ruta, catalogo, salida);
  if (campo.control === 'filas' && Array.isArray(valor)) return valor.map((v, i) => leer(campo.fila as Campo, v, `${ruta}[${i}]`, catalogo, salida));
  return leerNombre(campo, valor, ruta, catalogo, salida);
}

function resolver(campos: readonly Campo[], valores: Record<string, unknown>, ruta: string, catalogo: Catalogo, salida: PorPrecisar): Record<string, unknown> {
  return Object.fromEntries(campos.map((c) => [c.clave, leer(c, valores[c.clave], rutaDe(ruta, c.clave), catalogo, salida)]));
}

/** Replaces the names written of entities and territories by their keys; what is not clear comes back to be chosen. */
export function conClaves(campos: readonly Campo[], valores: Record<string, unknown>, catalogo: Catalogo): PorPrecisar & { valores: Record<string, unknown> } {
  const salida: PorPrecisar = { impedimentos: [], candidatos: {} };
  return { valores: resolver(campos, valores, '', catalogo, salida), ...salida };
}
