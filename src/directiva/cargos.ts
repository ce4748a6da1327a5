import type { Nivel, TipoEntidad } from '../kernel/tipos.ts';

/**
 * Offices the Directive names or needs (clauses.md §8). `colegiado` ones never sign in: an office of the same
 * entity records what they decide. `firma` says who may be recorded as having decided.
 */
export const CARGOS = {
  ministro: { nombre: 'Despacho Ministerial', nivel: 'nacional', entidades: ['ministerio', 'pcm'] },
  viceministro: { nombre: 'Despacho Viceministerial', nivel: 'nacional', entidades: ['ministerio'] },
  secretaria_general: { nombre: 'Secretaría General', nivel: 'nacional', entidades: ['ministerio', 'pcm'] },
  organo_descentralizacion: { nombre: 'Órgano encargado de la descentralización', nivel: 'nacional', entidades: ['ministerio', 'pcm'] },
  ogpp: { nombre: 'Oficina General de Planeamiento y Presupuesto', nivel: 'nacional', entidades: ['ministerio', 'pcm'] },
  funcionario_sector: { nombre: 'Funcionario del sector relacionado con el servicio', nivel: 'nacional', entidades: ['ministerio', 'adscrito', 'pcm'] },
  secretario_sd: { nombre: 'Secretaría de Descentralización', nivel: 'nacional', entidades: ['secretaria_pcm'] },
  secretario_sgp: { nombre: 'Secretaría de Gestión Pública', nivel: 'nacional', entidades: ['secretaria_pcm'] },
  administrador: { nombre: 'Administración de la plataforma', nivel: 'nacional', entidades: ['ministerio', 'pcm', 'secretaria_pcm'] },
  gobernador: { nombre: 'Gobernación Regional', nivel: 'regional', entidades: ['gobierno_regional'] },
  consejo_regional: { nombre: 'Consejo Regional', nivel: 'regional', entidades: ['gobierno_regional'], colegiado: true },
  gerente_regional: { nombre: 'Gerencia Regional', nivel: 'regional', entidades: ['gobierno_regional'] },
  tecnico_regional: { nombre: 'Equipo técnico del Gobierno Regional', nivel: 'regional', entidades: ['gobierno_regional'] },
  alcalde_provincial: { nombre: 'Alcaldía Provincial', nivel: 'provincial', entidades: ['municipalidad_provincial'] },
  concejo_provincial: { nombre: 'Concejo Municipal Provincial', nivel: 'provincial', entidades: ['municipalidad_provincial'], colegiado: true },
  gerente_municipal: { nombre: 'Gerencia Municipal', nivel: 'provincial', entidades: ['municipalidad_provincial'] },
  alcalde_distrital: { nombre: 'Alcaldía Distrital', nivel: 'distrital', entidades: ['municipalidad_distrital'] },
  concejo_distrital: { nombre: 'Concejo Municipal Distrital', nivel: 'distrital', entidades: ['municipalidad_distrital'], colegiado: true },
  tecnico_distrital: { nombre: 'Equipo técnico distrital', nivel: 'distrital', entidades: ['municipalidad_distrital'] },
  representante_asociacion: { nombre: 'Representante de asociación de gobiernos', nivel: 'regional', entidades: ['asociacion'] },
} as const satisfies Record<string, { nombre: string; nivel: Nivel; entidades: readonly TipoEntidad[]; colegiado?: boolean }>;

export type Cargo = keyof typeof CARGOS;

/** Offices of a ministry that conduct its decentralisation work (7.3.1.a, 8.6, 8.9). */
export const CONDUCEN: readonly Cargo[] = ['organo_descentralizacion', 'viceministro', 'secretaria_general'];

/** Name a person reads for an office key; the key itself if unknown (old hechos). */
export function nombreDeCargo(cargo: string): string {
  return (CARGOS as Record<string, { nombre: string }>)[cargo]?.nombre ?? cargo;
}
