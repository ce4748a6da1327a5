import { z } from 'zod';
import { esFecha } from '../kernel/calendario.ts';
import type { TipoEntidad } from '../kernel/tipos.ts';

/**
 * Field vocabulary of the actos. `title` is the label, `description` the help, `control` which widget a form shows:
 * `texto`, `texto-largo`, `fecha`, `hora`, `entidad`, `territorio`, `expediente`, `documento`, `lista`, `casilla`, `opcion`.
 */
export const Texto = (title: string, description = '', max = 300) =>
  z
    .string({ error: 'Complete este campo.' })
    .trim()
    .min(1, 'Complete este campo.')
    .max(max, `Use como máximo ${max} caracteres.`)
    .meta({ title, description, control: 'texto' });

export const TextoLargo = (title: string, description = '', max = 20_000) =>
  z
    .string({ error: 'Complete este campo.' })
    .trim()
    .min(1, 'Complete este campo.')
    .max(max, `Use como máximo ${max} caracteres.`)
    .meta({ title, description, control: 'texto-largo' });

export const TextoOpcional = (title: string, description = '', max = 20_000) =>
  z.string().trim().max(max, `Use como máximo ${max} caracteres.`).optional().meta({ title, description, control: 'texto-largo' });

export const FechaCampo = (title: string, description = '') =>
  z
    .string({ error: 'Indique una fecha.' })
    .refine(esFecha, 'Indique una fecha que exista, en la forma aaaa-mm-dd.')
    .meta({ title, description, control: 'fecha' });

export const EntidadRef = (title: string, description = '', tipos: readonly TipoEntidad[] = []) =>
  z.string({ error: 'Elija una entidad.' }).min(1, 'Elija una entidad.').max(40).meta({ title, description, control: 'entidad', tipos });

export const TerritorioRef = (title: string, description = '', tipos: readonly string[] = []) =>
  z
    .string({ error: 'Elija un territorio.' })
    .regex(/^(pe|\d{2}[MP]?|\d{4}|\d{6})$/, 'Elija un territorio del catálogo.')
    .meta({ title, description, control: 'territorio', tipos });

/** Reference to another expediente; `tipo` is its module. */
export const ExpedienteRef = (title: string, tipo: string, description = '') =>
  z.uuid({ error: 'Elija un expediente.' }).meta({ title, description, control: 'expediente', tipo });

/** A file already uploaded: sha-256 in hex. */
export const DocumentoRef = (title: string, description = '') =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Adjunte un archivo.')
    .meta({ title, description, control: 'documento' });
