import { z } from 'zod';
import { TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { POSTURAS, type Postura } from '../../directiva/consenso.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { acto } from '../../kernel/acto.ts';
import { dmy, masDias } from '../../kernel/calendario.ts';
import type { Miembro } from '../cig/cig.ts';
import {
  asientoDe,
  asuntoAbierto,
  asuntoPorDecidir,
  miembrosVigentes,
  NumeroDeAsunto,
  reglasDe,
  siNoInstalada,
  siNoRecibe,
  soloMiembros,
} from './sesion.comun.ts';
import { presente, rondaDe, type Sesion, type SesionHecho, textoVigente } from './sesion.ts';

export const VersionDeTexto = z.coerce
  .number({ error: 'Indique el texto.' })
  .int()
  .min(1)
  .optional()
  .meta({ title: 'Texto', description: 'Número del texto que tuvo a la vista; el vigente si no lo indica.' });

/** What somebody had in view is no longer under discussion. */
export const textoSuperado = (vigente: number, que: string) => ({
  impedimentos: [
    {
      numeral: '6.6',
      campo: 'texto',
      motivo: `El texto cambió mientras usted escribía: se discute el texto ${vigente}. ${que}`,
      remedio: 'Lea el texto vigente y vuelva a enviarlo si corresponde. Lo que escribió se conserva.',
    },
  ],
});

const DatosPosicion = z.object({
  asunto: NumeroDeAsunto,
  postura: z.enum(Object.keys(POSTURAS) as [Postura, ...Postura[]], 'Elija una posición.').meta({ title: 'Posición', etiquetas: POSTURAS }),
  motivo: z
    .string()
    .trim()
    .max(4000)
    .optional()
    .meta({ title: 'Motivo', description: 'En una objeción o reserva, diga qué la resolvería.', control: 'texto-largo' }),
  texto: VersionDeTexto,
});

/** R2: positions by member; a new one replaces the earlier one, which stays attached. */
export const fijarPosicion = acto<Sesion, z.output<typeof DatosPosicion>, SesionHecho>({
  nombre: 'FijarPosicion',
  titulo: 'Fijar posición sobre un asunto',
  resumen: 'El miembro expresa acuerdo, reserva u objeción. Puede cambiarla mientras el asunto esté abierto.',
  expediente: 'sesion',
  numerales: ['6.6', '7.3.2.a'],
  concurrencia: 'conmuta',
  datos: DatosPosicion,
  puede: (actor, _s, ctx) => soloMiembros(actor, ctx),
  impide: siNoRecibe,
  decidir: (s, datos, ctx) => {
    const abierto = asuntoPorDecidir(s, datos.asunto);
    if ('impedimentos' in abierto) return abierto;
    const vigente = textoVigente(abierto.asunto).n;
    if (datos.texto !== undefined && datos.texto !== vigente) return textoSuperado(vigente, 'Su posición no se registró.');
    const m = asientoDe(ctx.actor, ctx.decididoPor, miembrosVigentes(ctx)) as Miembro;
    const previa = abierto.asunto.posiciones[m.id];
    if (previa && previa.postura === datos.postura && (previa.motivo ?? '') === (datos.motivo ?? '') && (previa.texto ?? 1) === vigente)
      return {
        impedimentos: [
          {
            numeral: '6.6',
            campo: 'postura',
            motivo: `Esa posición ya consta desde el ${dmy(previa.el)}.`,
            remedio: 'No hace falta repetirla; envíe otra solo si la cambia.',
          },
        ],
      };
    const ausente = s.modalidad !== 'circulacion' && !presente(s.asistencia[m.id]);
    return {
      hechos: [
        {
          tipo: 'PosicionFijada',
          v: 2,
          datos: { asunto: datos.asunto, miembro: m.id, postura: datos.postura, motivo: datos.motivo || undefined, texto: vigente },
        },
      ],
      advertencias: [
        ...(datos.postura === 'objecion' && !datos.motivo
          ? [{ numeral: '6.6', motivo: 'La objeción no tiene motivo; igual cuenta, y conviene indicarlo.' }]
          : []),
        ...(ausente ? [{ numeral: '7.3.2.a', motivo: 'El miembro fija posición sin asistencia registrada.' }] : []),
      ],
    };
  },
});

const DatosRetiro = z.object({ asunto: NumeroDeAsunto, razon: TextoOpcional('Por qué la retira', 'Por ejemplo, la enmienda que la atendió.', 4000) });

/** R2: withdrawing an objection unblocks; it is no adherence by itself. */
export const retirarObjecion = acto<Sesion, z.output<typeof DatosRetiro>, SesionHecho>({
  nombre: 'RetirarObjecion',
  titulo: 'Retirar una objeción',
  resumen: 'El miembro retira su objeción, que queda adjunta al asunto. Retirarla no equivale a estar de acuerdo.',
  expediente: 'sesion',
  numerales: ['6.6', '7.3.2.a'],
  concurrencia: 'conmuta',
  datos: DatosRetiro,
  puede: (actor, _s, ctx) => soloMiembros(actor, ctx),
  impide: siNoRecibe,
  decidir: (s, datos, ctx) => {
    const abierto = asuntoPorDecidir(s, datos.asunto);
    if ('impedimentos' in abierto) return abierto;
    const m = asientoDe(ctx.actor, ctx.decididoPor, miembrosVigentes(ctx)) as Miembro;
    if (abierto.asunto.posiciones[m.id]?.postura !== 'objecion')
      return {
        impedimentos: [
          { numeral: '6.6', campo: 'asunto', motivo: 'Su oficina no mantiene una objeción en ese asunto.', remedio: 'Elija el asunto que objetó.' },
        ],
      };
    return { hechos: [{ tipo: 'ObjecionRetirada', v: 1, datos: { asunto: datos.asunto, miembro: m.id, razon: datos.razon || undefined } }] };
  },
});

const DatosComentario = z.object({ asunto: NumeroDeAsunto, texto: TextoLargo('Comentario', 'Queda en el acta y no afecta el consenso.', 4000) });

/** 8.10 ¶3 by analogy: observers, guests and supervisors have voice (probe 4). */
export const comentarAsunto = acto<Sesion, z.output<typeof DatosComentario>, SesionHecho>({
  nombre: 'ComentarAsunto',
  titulo: 'Comentar un asunto',
  resumen: 'Deja una opinión en el acta, con voz y sin fijar posición.',
  expediente: 'sesion',
  numerales: ['6.6', '8.10'],
  concurrencia: 'conmuta',
  datos: DatosComentario,
  puede: (actor, s) =>
    s.participantes.includes(actor.entidad) || actor.tipoEntidad === 'secretaria_pcm'
      ? null
      : { numeral: '6.6', motivo: 'Su entidad no participa en esta comisión.', remedio: 'Solicite al sector que la invite.' },
  impide: siNoInstalada,
  decidir: (s, datos) => {
    const abierto = asuntoAbierto(s, datos.asunto);
    return 'impedimentos' in abierto ? abierto : { hechos: [{ tipo: 'ComentarioRegistrado', v: 1, datos }] };
  },
});

const NumeroDeEnmienda = z.coerce
  .number({ error: 'Indique la enmienda.' })
  .int()
  .min(1)
  .meta({ title: 'Enmienda', description: 'Su número dentro del asunto.' });
const DatosEnmienda = z.object({ asunto: NumeroDeAsunto, enmienda: NumeroDeEnmienda });

function enmiendaPropuesta(s: Sesion, datos: z.output<typeof DatosEnmienda>) {
  const abierto = asuntoPorDecidir(s, datos.asunto);
  if ('impedimentos' in abierto) return abierto;
  const e = abierto.asunto.enmiendas?.find((x) => x.n === datos.enmienda);
  if (e?.situacion !== 'propuesta')
    return {
      impedimentos: [
        {
          numeral: '6.6',
          campo: 'enmienda',
          motivo: e ? 'Esa enmienda ya no está propuesta.' : 'Ese asunto no tiene una enmienda con ese número.',
          remedio: 'Elija una enmienda propuesta sobre el texto vigente.',
        },
      ],
    };
  return { asunto: abierto.asunto, enmienda: e };
}

export const retirarEnmienda = acto<Sesion, z.output<typeof DatosEnmienda>, SesionHecho>({
  nombre: 'RetirarEnmienda',
  titulo: 'Retirar una enmienda',
  resumen: 'El miembro retira la enmienda que propuso; queda adjunta al asunto.',
  expediente: 'sesion',
  numerales: ['6.6'],
  concurrencia: 'conmuta',
  datos: DatosEnmienda,
  puede: (actor, _s, ctx) => soloMiembros(actor, ctx),
  impide: siNoRecibe,
  decidir: (s, datos, ctx) => {
    const r = enmiendaPropuesta(s, datos);
    if ('impedimentos' in r) return r;
    if (r.enmienda.miembro !== asientoDe(ctx.actor, ctx.decididoPor, miembrosVigentes(ctx))?.id)
      return {
        impedimentos: [
          { numeral: '6.6', campo: 'enmienda', motivo: 'Una enmienda la retira quien la propuso.', remedio: 'Pídale que la retire, o no la incorpore.' },
        ],
      };
    return { hechos: [{ tipo: 'EnmiendaRetirada', v: 1, datos }] };
  },
});

/** R1: the amended text goes under discussion; earlier adherences were to another text and are asked for again. */
export const incorporarEnmienda = acto<Sesion, z.output<typeof DatosEnmienda>, SesionHecho>({
  nombre: 'IncorporarEnmienda',
  titulo: 'Incorporar una enmienda al texto',
  resumen: 'El texto enmendado pasa a ser el que se discute. Las adhesiones se piden de nuevo; las objeciones siguen en pie hasta que se retiren.',
  expediente: 'sesion',
  numerales: ['6.6', '8.13'],
  concurrencia: 'version',
  datos: DatosEnmienda,
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: siNoRecibe,
  decidir: (s, datos) => {
    const r = enmiendaPropuesta(s, datos);
    if ('impedimentos' in r) return r;
    const vigente = textoVigente(r.asunto).n;
    if (r.enmienda.seccion === undefined && r.enmienda.base !== vigente) return textoSuperado(vigente, 'La enmienda se escribió sobre otro.');
    return { hechos: [{ tipo: 'EnmiendaIncorporada', v: 1, datos }] };
  },
});

const DatosRonda = z.object({ asunto: NumeroDeAsunto });

/** Round of the commission's own protocol: its length is a parameter of the commission. */
export const abrirRonda = acto<Sesion, z.output<typeof DatosRonda>, SesionHecho>({
  nombre: 'AbrirRonda',
  titulo: 'Abrir una nueva ronda de concertación',
  resumen: 'Da otra oportunidad para enmendar, mantener o retirar objeciones, por el tiempo que fijó la comisión.',
  expediente: 'sesion',
  numerales: ['6.6'],
  concurrencia: 'version',
  datos: DatosRonda,
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: siNoRecibe,
  decidir: (s, datos, ctx) => {
    const abierto = asuntoPorDecidir(s, datos.asunto);
    if ('impedimentos' in abierto) return abierto;
    const { rondas, diasDeRonda } = reglasDe(ctx);
    const siguiente = rondaDe(abierto.asunto).n + 1;
    return {
      hechos: [{ tipo: 'RondaAbierta', v: 1, datos: { asunto: datos.asunto, cierra: diasDeRonda > 0 ? masDias(ctx.ocurridoEl, diasDeRonda) : undefined } }],
      advertencias:
        siguiente > rondas
          ? [{ numeral: '6.6', motivo: `Es la ronda ${siguiente}; el reglamento de la comisión prevé ${rondas} (parámetro de la comisión).` }]
          : [],
    };
  },
});
