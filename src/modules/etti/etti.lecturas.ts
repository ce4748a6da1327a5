import type { Contexto } from '../../kernel/acto.ts';
import type { Cig } from '../cig/cig.ts';
import type { Etti } from './etti.ts';

/** CIG as read for this acto. */
export const cigDe = (ctx: Contexto): Pick<Cig, 'nombre' | 'sector'> | undefined =>
  ctx.leidos.cig?.tipo === 'cig' ? (ctx.leidos.cig.estado as Cig) : undefined;

/** First ETTI of the same CIG and department, cited by an additional one (R4). */
export const principalDe = (ctx: Contexto): Etti | undefined => (ctx.leidos.principal?.tipo === 'etti' ? (ctx.leidos.principal.estado as Etti) : undefined);
