import type { Contexto } from '../../kernel/acto.ts';
import type { EntidadId } from '../../kernel/tipos.ts';
import type { Etti } from './etti.ts';

/** What the ETTI needs of its CIG. */
export interface CigLeida {
  nombre: string;
  sector: EntidadId;
}

/** CIG as read for this acto. */
export const cigDe = (ctx: Contexto): CigLeida | undefined => ctx.leidos.cig?.estado as CigLeida | undefined;

/** First ETTI of the same CIG and department, cited by an additional one (R4). */
export const principalDe = (ctx: Contexto): Etti | undefined => (ctx.leidos.principal?.tipo === 'etti' ? (ctx.leidos.principal.estado as Etti) : undefined);
