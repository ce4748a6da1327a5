import { gobiernoDerivado } from '../../directiva/gobiernos.ts';
import type { Territorio } from '../../kernel/tipos.ts';
import { ENTIDADES_NACIONALES, ORGANOS_POR_FUNCION } from './base.datos.ts';
import type { EntidadCompleta, Organo } from './entidad.ts';

/** Entities that an installation starts with: the national ones and the governments that the territory has. */
export function entidadesBase(territorios: readonly Territorio[]): EntidadCompleta[] {
  return [...ENTIDADES_NACIONALES, ...territorios.flatMap((t) => gobiernoDerivado(t) ?? [])];
}

/** Organs of the ministries in force and PCM, by function, with their name to be confirmed (8.10). */
export function organosBase(entidades: readonly EntidadCompleta[]): Organo[] {
  return entidades
    .filter((e) => (e.tipo === 'ministerio' || e.tipo === 'pcm') && !e.vigenteHasta)
    .flatMap((e) => ORGANOS_POR_FUNCION.map((o) => ({ entidad: e.id, ...o, porConfirmar: true })));
}
