import { z } from 'zod';
import type { Permiso } from '../kernel/acto.ts';
import type { Actor, Advertencia, EntidadId, Fecha, Impedimento } from '../kernel/tipos.ts';
import { DocumentoRef, FechaCampo, Texto, TextoLargo } from './campos.ts';
import { Opcion } from './opcion.ts';

export const SENTIDOS_DE_OPINION = { favorable: 'Favorable', con_observaciones: 'Favorable con observaciones', desfavorable: 'Desfavorable' } as const;

/** Prior opinion that a CIG asked of a space it recognised (8.14). */
export interface Opinion {
  /** Key of the space inside the commission. */
  espacio: string;
  nombre: string;
  entidad: EntidadId;
  plazo?: Fecha;
  desde: Fecha;
  respuesta?: { sentido: keyof typeof SENTIDOS_DE_OPINION; texto: string; fecha: Fecha; documento?: string };
}

/** Offices of a territory that may wait for a request in their tray. */
export const OFICINAS_TERRITORIALES = [
  'gobernador',
  'gerente_regional',
  'tecnico_regional',
  'alcalde_provincial',
  'gerente_municipal',
  'alcalde_distrital',
  'tecnico_distrital',
  'representante_asociacion',
] as const;

export const DatosPedidoDeOpinion = z.object({
  espacio: Texto('Espacio de articulación', 'Uno de los que la CIG reconoció.', 80).meta({ control: 'espacio' }),
  plazo: FechaCampo('Fecha en que se espera', 'La fija la CIG; si vence sin respuesta, puede aprobar igualmente.').optional(),
});

export const DatosOpinion = z.object({
  espacio: Texto('Espacio de articulación', 'El que la CIG reconoció y al que pidió opinión.', 80),
  sentido: Opcion('Sentido', SENTIDOS_DE_OPINION),
  texto: TextoLargo('Opinión'),
  documento: DocumentoRef('Documento').optional(),
});

type Reconocido = Pick<Opinion, 'nombre' | 'entidad'> & { id: string };

/** Only a space that the commission recognised, and one request at a time (8.14, probe 11). */
export function pedirOpinion<E extends Reconocido>(
  opiniones: readonly Opinion[],
  reconocidos: readonly E[],
  espacio: string,
): { reconocido: E } | { impedimentos: Impedimento[] } {
  const no = (motivo: string, remedio: string) => ({ impedimentos: [{ numeral: '8.14', campo: 'espacio', motivo, remedio }] });
  const reconocido = reconocidos.find((e) => e.id === espacio);
  if (!reconocido)
    return no('La CIG no ha reconocido ese espacio de articulación.', 'Reconozca antes el espacio por acuerdo de la CIG, o elija uno ya reconocido.');
  if (opiniones.some((o) => o.espacio === espacio && !o.respuesta))
    return no('Ya se pidió opinión a ese espacio y está por responder.', 'Espere su respuesta; si no llega, la CIG puede aprobar igualmente.');
  return { reconocido };
}

/** Only the entity that leads a space to which the commission asked (8.14). */
export const puedeOpinar = (actor: Actor, opiniones: readonly Opinion[], espacio?: string): Permiso =>
  opiniones.some((o) => o.entidad === actor.entidad && (espacio === undefined || o.espacio === espacio))
    ? null
    : {
        numeral: '8.14',
        motivo: 'La opinión previa la emite el espacio reconocido al que la CIG la pidió.',
        remedio: 'Ingrese con una oficina de la entidad que conduce ese espacio.',
      };

/** A space answers each request once. */
export const siYaOpino = (opiniones: readonly Opinion[], espacio: string): Impedimento[] =>
  opiniones.find((o) => o.espacio === espacio)?.respuesta
    ? [{ numeral: '8.14', campo: 'espacio', motivo: 'Ese espacio ya emitió su opinión.', remedio: 'Si la CIG requiere otra, puede pedirla de nuevo.' }]
    : [];

/** Silence never blocks: it is only told (8.14). */
export function advertenciaDeSilencio(opiniones: readonly Opinion[]): Advertencia[] {
  const calladas = opiniones.filter((o) => !o.respuesta);
  return calladas.length === 0
    ? []
    : [
        {
          numeral: '8.14',
          motivo: `Se aprueba sin la opinión previa de: ${calladas.map((o) => o.nombre).join(', ')}. No es vinculante ni impide aprobar.`,
        },
      ];
}
