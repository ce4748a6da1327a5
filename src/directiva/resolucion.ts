import { z } from 'zod';
import type { Contexto, Permiso } from '../kernel/acto.ts';
import type { Actor, Advertencia, EntidadId, Fecha, Impedimento } from '../kernel/tipos.ts';
import { normalizar, primeraDiferencia } from './anexo.ts';
import { DocumentoRef, FechaCampo, Texto, TextoLargo, TextoOpcional } from './campos.ts';
import { Opcion } from './opcion.ts';
import { conduceSector } from './permisos.ts';

/** Resolución Ministerial that formalises what the CIG approved (8.15). */
export interface Resolucion {
  numero: string;
  fecha: Fecha;
  /** Who signed: the minister, or whoever holds the office in charge (R7). */
  firma: 'titular' | 'encargatura';
  visto: string;
  considerando: string;
  documento?: string;
  situacion: 'vigente' | 'discrepante';
  huellaAnexo: string;
  diferencia?: string;
  textoAceptado?: boolean;
}

/** What it formalises: the annex must be this text (R7). */
interface Aprobado {
  sector: EntidadId;
  texto: string;
}

const MAX_ANEXO = 2_000_000;
const Anexo = TextoLargo(
  'Anexo',
  'Texto íntegro del anexo. Debe ser igual al contenido que aprobó la CIG; el VISTO y los considerandos son del ministerio.',
  MAX_ANEXO,
);

export const DatosResolucion = z.object({
  modo: Opcion('Qué registra', { borrador: 'Proyecto por expedir', emitida: 'Resolución ya expedida' }),
  numero: TextoOpcional('Número', 'Solo si ya fue expedida. Ejemplo: 123-2026-MINSA.', 80),
  fecha: FechaCampo('Fecha', 'Solo si ya fue expedida.').optional(),
  firma: Opcion('Firma', { titular: 'Titular del despacho ministerial', encargatura: 'Encargado del despacho ministerial' }).default('titular'),
  visto: TextoLargo('VISTO'),
  considerando: TextoLargo('CONSIDERANDO', '', 100_000),
  anexo: Anexo,
  documento: DocumentoRef('Archivo de la resolución').optional(),
});
export type DatosResolucion = z.output<typeof DatosResolucion>;

export const DatosFeDeErratas = z.object({
  numero: Texto('Número o referencia', '', 80),
  fecha: FechaCampo('Fecha'),
  anexo: Anexo.meta({ title: 'Anexo corregido', description: 'Texto íntegro del anexo, ya corregido.', control: 'texto-largo' }),
  documento: DocumentoRef('Archivo de la fe de erratas').optional(),
});
export type DatosFeDeErratas = z.output<typeof DatosFeDeErratas>;

const esMinistro = (quien: { entidad: string; cargo: string } | undefined, sector: EntidadId): boolean =>
  quien?.cargo === 'ministro' && quien.entidad === sector;

/** The ministry records it; the minister, or who holds the office in charge, decides it (8.15). */
export const puedeResolver = (actor: Actor, sector: EntidadId, ctx: Contexto): Permiso =>
  esMinistro(actor, sector) ? null : conduceSector(actor, sector, ctx.catalogo);

export const delMinistro = (sector: EntidadId, ctx: Contexto): Impedimento[] =>
  esMinistro(ctx.actor, sector) || esMinistro(ctx.decididoPor, sector)
    ? []
    : [
        {
          numeral: '8.15',
          campo: 'decididoPor',
          motivo: 'La Resolución Ministerial la expide quien ejerce el despacho ministerial del sector rector.',
          remedio: 'Indique que la decidió el Despacho Ministerial.',
        },
      ];

const falta = (campo: string, motivo: string): Impedimento => ({
  numeral: '8.15',
  campo,
  motivo,
  remedio: 'Complete el dato tal como figura en la resolución.',
});

type Juicio<D> = { impedimentos: Impedimento[] } | { datos: D; advertencias?: Advertencia[] };
export interface Proyecto {
  visto: string;
  considerando: string;
  documento?: string;
  huellaAnexo: string;
}

/** A draft whose annex differs from the approved text is refused (8.15, R7). */
export function juzgarProyecto(aprobado: Aprobado, d: DatosResolucion, ctx: Contexto): Juicio<Proyecto> {
  const diferencia = primeraDiferencia(aprobado.texto, d.anexo);
  if (diferencia)
    return {
      impedimentos: [
        {
          numeral: '8.15',
          campo: 'anexo',
          motivo: `El anexo difiere de lo aprobado por la CIG en la ${diferencia}.`,
          remedio: 'Use como anexo el texto aprobado, sin cambios.',
        },
      ],
    };
  const { visto, considerando, documento } = d;
  return { datos: { visto, considerando, documento, huellaAnexo: ctx.huella(normalizar(d.anexo)) } };
}

/** One already issued is a fact: it is recorded, and stands as discrepante when its annex differs (8.15, R7). */
export function juzgarEmitida(aprobado: Aprobado, d: DatosResolucion, ctx: Contexto): Juicio<Omit<Resolucion, 'textoAceptado'> & { anexo?: string }> {
  const { numero, fecha, firma, visto, considerando, documento } = d;
  const impedimentos = delMinistro(aprobado.sector, ctx);
  if (!numero) impedimentos.push(falta('numero', 'Falta el número de la resolución expedida.'));
  if (!fecha) impedimentos.push(falta('fecha', 'Falta la fecha de la resolución expedida.'));
  else if (fecha > ctx.hoy) impedimentos.push(falta('fecha', 'La fecha de la resolución está en el futuro.'));
  if (impedimentos.length > 0 || !numero || !fecha) return { impedimentos };
  const diferencia = primeraDiferencia(aprobado.texto, d.anexo);
  const advertencias: Advertencia[] = [];
  if (diferencia)
    advertencias.push({
      numeral: '8.15',
      motivo: `El anexo publicado difiere de lo aprobado por la CIG en la ${diferencia}. La resolución queda registrada como discrepante y lo aprobado no está vigente hasta una fe de erratas o un acuerdo de la CIG.`,
    });
  if (!documento) advertencias.push({ numeral: '8.15', motivo: 'No se adjuntó el archivo de la resolución.' });
  const comun = { numero, fecha, firma, visto, considerando, documento, huellaAnexo: ctx.huella(normalizar(d.anexo)) };
  return {
    datos: diferencia ? { ...comun, situacion: 'discrepante', diferencia, anexo: normalizar(d.anexo) } : { ...comun, situacion: 'vigente' },
    advertencias,
  };
}

/** What blocks formalising, whatever was approved. */
export function yaFormalizado(resolucion: Resolucion | undefined, sigue: string): Impedimento[] {
  if (!resolucion) return [];
  return resolucion.situacion === 'discrepante'
    ? [
        {
          numeral: '8.15',
          motivo: `Ya está registrada la Resolución Ministerial N.º ${resolucion.numero}, con anexo discrepante.`,
          remedio: 'Registre su fe de erratas, o lleve el texto publicado a la CIG.',
        },
      ]
    : [{ numeral: '8.15', motivo: 'La aprobación ya está formalizada por Resolución Ministerial.', remedio: sigue }];
}

/** An erratum, or the acceptance of the published text, needs a resolution that is discrepante. */
export const siNoEsDiscrepante = (resolucion: Resolucion | undefined, remedio: string): Impedimento[] =>
  resolucion?.situacion === 'discrepante' ? [] : [{ numeral: '8.15', motivo: 'No hay una Resolución Ministerial discrepante que corregir.', remedio }];

export interface FeDeErratas {
  numero: string;
  fecha: Fecha;
  huellaAnexo: string;
  conforme: boolean;
  diferencia?: string;
  anexo?: string;
  documento?: string;
}

/** An erratum is a fact too: it cures the discrepancy only if the corrected annex is the approved one (R7). */
export function juzgarFeDeErratas(aprobado: Aprobado, resolucion: Resolucion | undefined, d: DatosFeDeErratas, ctx: Contexto): Juicio<FeDeErratas> {
  const { numero, fecha, documento } = d;
  if (fecha > ctx.hoy || fecha < (resolucion?.fecha ?? fecha))
    return { impedimentos: [falta('fecha', 'La fecha de la fe de erratas está en el futuro o es anterior a la resolución.')] };
  const anexo = normalizar(d.anexo);
  const diferencia = primeraDiferencia(aprobado.texto, anexo);
  const comun = { numero, fecha, documento, huellaAnexo: ctx.huella(anexo) };
  return diferencia
    ? {
        datos: { ...comun, conforme: false, diferencia, anexo },
        advertencias: [{ numeral: '8.15', motivo: `El anexo corregido aún difiere de lo aprobado en la ${diferencia}. La resolución sigue discrepante.` }],
      }
    : { datos: { ...comun, conforme: true } };
}
