import { presideEtti } from '../../directiva/asientos.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import type { Contexto, Permiso } from '../../kernel/acto.ts';
import type { Actor, Impedimento } from '../../kernel/tipos.ts';
import type { Cig } from '../cig/cig.ts';
import type { Etti } from '../etti/etti.ts';
import type { Plan } from '../plan/plan.ts';
import type { Servicio } from '../servicio/servicio.ts';
import type { Modelo } from './modelo.ts';

const leer = <S>(ctx: Contexto, rol: string, tipo = rol): S | undefined => (ctx.leidos[rol]?.tipo === tipo ? (ctx.leidos[rol].estado as S) : undefined);

export const servicioDe = (ctx: Contexto): Pick<Servicio, 'nombre' | 'sector' | 'situacion'> | undefined => leer<Servicio>(ctx, 'servicio');
export const planDe = (ctx: Contexto): Pick<Plan, 'nombre' | 'cig' | 'situacion' | 'lineas'> | undefined => leer<Plan>(ctx, 'plan');
export const ettiDe = (ctx: Contexto): Etti | undefined => leer<Etti>(ctx, 'etti');
export const cigDe = (ctx: Contexto): Pick<Cig, 'nombre' | 'espacios'> | undefined => leer<Cig>(ctx, 'cig');

/** Only who presides the ETTI of the modelo. */
export const preside = (actor: Actor, _m: Modelo, ctx: Contexto): Permiso => presideEtti(actor, ettiDe(ctx), ctx.catalogo);

/** Who presides the ETTI, or the sector that conducts it (8.9). */
export function presideOConduce(actor: Actor, m: Modelo, ctx: Contexto): Permiso {
  return preside(actor, m, ctx) === null ? null : conduceSector(actor, m.sector, ctx.catalogo);
}

/** Without consensus the service may go back to the plan: that modelo takes no more work. */
export function siVolvioAlPlan(m: Modelo): Impedimento[] {
  return m.sinConsenso?.destino === 'plan'
    ? [
        {
          numeral: '6.6',
          motivo: 'La CIG no alcanzó consenso y el servicio vuelve al Plan de Trabajo Institucional.',
          remedio: 'Proponga el servicio en un plan y abra un nuevo diagnóstico.',
        },
      ]
    : [];
}
