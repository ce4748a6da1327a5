import { z } from 'zod';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { type Reglas, reglasEl, vigenteEl } from '../../directiva/reglamento.ts';
import type { Contexto, Permiso } from '../../kernel/acto.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { Actor, DecididoPor, Impedimento } from '../../kernel/tipos.ts';
import type { Miembro } from '../cig/cig.ts';
import { type Asunto, cigDe, esInformativo, presente, type Sesion } from './sesion.ts';

export const NumeroDeAsunto = z.coerce
  .number({ error: 'Indique el asunto.' })
  .int()
  .min(0)
  .max(500)
  .meta({ title: 'Asunto', description: 'Número en la agenda.', control: 'asunto' });

export const HORA = /^([01]\d|2[0-3]):[0-5]\d$/;

export const HoraOpcional = (title: string, description: string) =>
  z.string().regex(HORA, 'Indique la hora en la forma HH:MM.').optional().meta({ title, description, control: 'hora' });

/** Hour of Lima of an instant: the country keeps UTC−5 all year. */
export const horaDeLima = (instante: string): string => new Date(Date.parse(instante) - 5 * 3_600_000).toISOString().slice(11, 16);

/** Hour at which it happened: the one given, else now; unknown for what is recorded on a later day. */
export const horaDe = (ctx: Contexto, dada?: string): string => dada ?? (ctx.ocurridoEl === ctx.hoy ? horaDeLima(ctx.ahora) : '');

/** Members in force on the date of the session's acto. Same rule as the CIG's own. */
export const miembrosVigentes = (ctx: Contexto): Miembro[] => cigDe(ctx.leidos).miembros.filter((x) => vigenteEl(x, ctx.ocurridoEl));

/** Rulebook of the commission in force on the date of the acto (6.6 ¶2); the defaults without one. */
export const reglasDe = (ctx: Contexto): Reglas => reglasEl(cigDe(ctx.leidos).reglamentos, ctx.ocurridoEl);

export const nombreDeMiembro =
  (ctx: Contexto) =>
  (x: Miembro): string =>
    `${nombreDeCargo(x.cargo)} de ${ctx.catalogo.entidad(x.entidad)?.nombre ?? x.entidad}`;

/** Seat for which an office speaks: its own, that of its head when the head decided, or the one it is deputy of. */
export function asientoDe(actor: Actor, decididoPor: DecididoPor | undefined, miembros: readonly Miembro[], suplentes = true): Miembro | undefined {
  const cargo = decididoPor?.entidad === actor.entidad ? decididoPor.cargo : actor.cargo;
  const propios = miembros.filter((x) => x.entidad === actor.entidad);
  return propios.find((x) => x.cargo === cargo) ?? (suplentes ? propios.find((x) => x.suplente === cargo) : undefined);
}

/** Only accredited members take position; guests and observers have voice (8.10 ¶3 by analogy). */
export function soloMiembros(actor: Actor, ctx: Contexto): Permiso {
  const asiento = asientoDe(actor, ctx.decididoPor, miembrosVigentes(ctx));
  if (asiento?.calidad === 'miembro') {
    if (asientoDe(actor, ctx.decididoPor, miembrosVigentes(ctx), reglasDe(ctx).suplentes)) return null;
    return {
      numeral: '6.6',
      motivo: 'El reglamento de la comisión no admite suplentes; es un parámetro de la comisión.',
      remedio: 'Debe hacerlo el titular del asiento, o la comisión puede cambiar su reglamento.',
    };
  }
  return {
    numeral: '6.6',
    motivo: asiento ? 'Los observadores e invitados tienen voz y no fijan posición.' : 'Solo los miembros acreditados de la comisión fijan posición.',
    remedio: 'Puede dejar un comentario sobre el asunto, que queda en el acta.',
  };
}

export const siCerrada = (s: Sesion): Impedimento[] =>
  s.situacion === 'cerrado' ? [{ numeral: '6.6', motivo: 'La sesión está cerrada.', remedio: 'Convoque una nueva sesión de la comisión.' }] : [];

/** Positions and agreements belong to a session that has been installed. */
export const siNoInstalada = (s: Sesion): Impedimento[] =>
  s.situacion === 'convocado'
    ? [{ numeral: '6.6', motivo: 'La sesión aún no se ha instalado.', remedio: 'Instale la sesión el día convocado.' }]
    : siCerrada(s);

/** True when a session by circulation no longer receives positions. */
export const vencida = (s: Pick<Sesion, 'cierre'>, ahora: string): boolean =>
  s.cierre !== undefined && Date.parse(`${s.cierre.fecha}T${s.cierre.hora}:00-05:00`) < Date.parse(ahora);

/** What stops a position: not installed, closed, or an expired circulation, whose silence is no adherence (R2). */
export const siNoRecibe = (s: Sesion, ctx: Contexto): Impedimento[] => {
  if (s.situacion === 'instalado' && vencida(s, ctx.ahora))
    return [
      {
        numeral: '6.6',
        motivo: `La circulación venció el ${dmy(s.cierre?.fecha ?? '')} a las ${s.cierre?.hora}. Quien no respondió no adhiere ni objeta.`,
        remedio: 'El asunto puede tratarse en una nueva sesión; un comentario aún puede dejarse.',
      },
    ];
  return siNoInstalada(s);
};

/** The item of the agenda, or why it cannot be discussed. */
export function asuntoAbierto(s: Sesion, n: number): { asunto: Asunto } | { impedimentos: Impedimento[] } {
  const asunto = s.asuntos.find((a) => a.n === n);
  if (!asunto)
    return { impedimentos: [{ numeral: '6.6', campo: 'asunto', motivo: `La agenda no tiene un asunto ${n}.`, remedio: 'Elija un asunto de la agenda.' }] };
  if (asunto.situacion !== 'por_tratar')
    return {
      impedimentos: [{ numeral: '6.6', campo: 'asunto', motivo: 'Ese asunto ya fue resuelto.', remedio: 'Inclúyalo en una nueva sesión si debe revisarse.' }],
    };
  return { asunto };
}

/** Same, for items on which positions are taken. */
export function asuntoPorDecidir(s: Sesion, n: number): { asunto: Asunto } | { impedimentos: Impedimento[] } {
  const r = asuntoAbierto(s, n);
  if ('impedimentos' in r || !esInformativo(r.asunto)) return r;
  return {
    impedimentos: [
      {
        numeral: '6.6',
        campo: 'asunto',
        motivo: 'Ese punto informa y no decide: no se fijan posiciones sobre él.',
        remedio: 'Deje un comentario, o incluya en la agenda el acuerdo que propone.',
      },
    ],
  };
}

/** Members with decision right who are in the session now. */
export const presentes = (s: Sesion, miembros: readonly Miembro[]): Miembro[] =>
  miembros.filter((m) => m.calidad === 'miembro' && presente(s.asistencia[m.id]));
