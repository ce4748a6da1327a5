import { z } from 'zod';
import { EntidadRef, ExpedienteRef, FechaCampo, Texto, TextoLargo } from '../../directiva/campos.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { OficinaResponsable, problemasDeResponsable } from '../../directiva/responsable.ts';
import { acto, type Contexto, type HechoPara, type Modulo } from '../../kernel/acto.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { Advertencia, Hecho, Impedimento } from '../../kernel/tipos.ts';
import type { Cig, CigHecho } from '../cig/cig.ts';
import type { Sesion } from '../sesion/sesion.ts';
import { siConcluido } from './acuerdo.comun.ts';
import { darPorCumplido, informarAvance } from './acuerdo.cumplimiento.ts';
import { type AcuerdoHecho, type Compromiso, evolve, ficha, REVISIONES } from './acuerdo.ts';

const vacioAUndefined = <T extends z.ZodType>(esquema: T) => z.union([esquema, z.literal('').transform(() => undefined)]).optional();

const DatosCompromiso = z.object({
  cig: ExpedienteRef('Comisión Intergubernamental', 'cig'),
  sesion: vacioAUndefined(ExpedienteRef('Sesión que lo acordó', 'sesion')).meta({
    title: 'Sesión que lo acordó',
    description: 'Si se registra fuera de una sesión, déjelo vacío.',
    control: 'expediente',
    tipo: 'sesion',
  }),
  asunto: z.coerce
    .number({ error: 'Indique el número del asunto.' })
    .int()
    .min(1)
    .optional()
    .meta({ title: 'Asunto de la agenda', description: 'El número que tuvo en esa sesión.' }),
  titulo: Texto('Qué se acordó hacer'),
  responsable: EntidadRef('Entidad responsable'),
  cargo: OficinaResponsable(),
  cumplimiento: TextoLargo('Se considera cumplido cuando…', 'Un resultado que otra persona pueda comprobar.', 2000),
  vence: FechaCampo('Fecha para cumplirlo'),
  sobre: vacioAUndefined(ExpedienteRef('Expediente relacionado', '')).meta({
    title: 'Expediente relacionado',
    description: 'El plan, equipo, modelo o indicador que avanza con este acuerdo.',
    control: 'expediente',
  }),
});
type DatosCompromiso = z.output<typeof DatosCompromiso>;

const cigDe = (ctx: Contexto): Cig | undefined => (ctx.leidos.cig?.tipo === 'cig' ? (ctx.leidos.cig.estado as Cig) : undefined);

/** The item must be of that commission and agreed: the commission acts by consensus, not by what somebody noted down. */
function problemasDeOrigen(d: DatosCompromiso, ctx: Contexto): Impedimento[] {
  const no = (campo: string, motivo: string, remedio: string): Impedimento[] => [{ numeral: '6.6', campo, motivo, remedio }];
  if (!cigDe(ctx)) return no('cig', 'El expediente citado no es una Comisión Intergubernamental.', 'Elija la comisión de la lista.');
  if (!d.sesion) return d.asunto === undefined ? [] : no('sesion', 'Falta la sesión a la que pertenece ese asunto.', 'Elija la sesión, o borre el número.');
  const sesion = ctx.leidos.sesion;
  if (sesion?.tipo !== 'sesion' || (sesion.estado as Sesion).cig !== d.cig)
    return no('sesion', 'Esa sesión no es de la comisión elegida.', 'Elija una sesión de esa comisión.');
  if (d.asunto === undefined) return [];
  const asunto = (sesion.estado as Sesion).asuntos.find((a) => a.n === d.asunto);
  if (!asunto) return no('asunto', `La agenda de esa sesión no tiene un asunto ${d.asunto}.`, 'Revise el número en la agenda.');
  return asunto.situacion === 'acordado'
    ? []
    : no('asunto', `El asunto ${d.asunto} no tiene un acuerdo adoptado.`, 'Adopte antes el acuerdo, o registre el compromiso sin asunto.');
}

const advertenciaDeFecha = (vence: string, ctx: Contexto): Advertencia[] =>
  vence < ctx.ocurridoEl ? [{ numeral: '6.6', motivo: `La fecha para cumplirlo (${dmy(vence)}) ya pasó: nace vencido.` }] : [];

export const registrarCompromiso = acto<Compromiso | undefined, DatosCompromiso, Hecho>({
  nombre: 'RegistrarCompromiso',
  titulo: 'Registrar un acuerdo por seguir',
  resumen: 'Anota qué se acordó hacer, qué oficina responde, qué cuenta como cumplido y hasta cuándo.',
  expediente: 'acuerdo',
  numerales: ['6.6', '7.3.2.a', '8.18'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosCompromiso as unknown as z.ZodType<DatosCompromiso>,
  refs: (d) => ({ cig: d.cig, sesion: d.sesion, sobre: d.sobre }),
  escribe: (d) => (d.sesion && d.asunto !== undefined ? ['cig'] : []),
  puede: (actor, _s, ctx) => conduceSector(actor, cigDe(ctx)?.sector ?? actor.sector ?? '', ctx.catalogo),
  decidir: (_s, { responsable: entidad, cargo, ...d }, ctx) => {
    const responsable = { entidad, cargo };
    const impedimentos = [...problemasDeOrigen(d as DatosCompromiso, ctx), ...problemasDeResponsable(responsable, ctx)];
    if (impedimentos.length > 0) return { impedimentos };
    const cig = cigDe(ctx) as Cig;
    const { nombre: nombreSesion } = (ctx.leidos.sesion?.estado ?? {}) as Partial<Sesion>;
    const miembros = cig.miembros.filter((m) => !m.hasta).map((m) => m.entidad);
    const registrado: HechoPara<AcuerdoHecho> = {
      tipo: 'CompromisoRegistrado',
      v: 1,
      datos: {
        ...d,
        nombreSesion,
        nombreCig: cig.nombre,
        sector: cig.sector,
        responsable,
        participantes: [...new Set([cig.sector, entidad, ...miembros])],
      },
    };
    const abre: HechoPara<CigHecho>[] =
      d.sesion && d.asunto !== undefined
        ? [{ en: 'cig', tipo: 'SeguimientoAbierto', v: 1, datos: { sesion: d.sesion, asunto: d.asunto, acuerdo: ctx.id } }]
        : [];
    return {
      hechos: [registrado, ...abre],
      advertencias: [
        ...advertenciaDeFecha(d.vence, ctx),
        ...(entidad === cig.sector || miembros.includes(entidad)
          ? []
          : [{ numeral: '7.3.2.a', motivo: `${ctx.catalogo.entidad(entidad)?.nombre ?? entidad} no tiene un miembro acreditado en la comisión.` }]),
      ],
    };
  },
});

const DatosReprogramar = z.object({
  vence: FechaCampo('Nueva fecha'),
  motivo: TextoLargo('Motivo', 'Por qué no se cumplió en la fecha acordada.', 4000),
});

export const reprogramarCompromiso = acto<Compromiso, z.output<typeof DatosReprogramar>, AcuerdoHecho>({
  nombre: 'ReprogramarCompromiso',
  titulo: 'Reprogramar la fecha',
  resumen: 'Fija otra fecha para cumplir el acuerdo; la anterior y el motivo quedan a la vista.',
  expediente: 'acuerdo',
  numerales: ['6.6'],
  concurrencia: 'version',
  datos: DatosReprogramar,
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: (s) => (s.situacion === 'no_cumplido' ? [] : siConcluido(s)),
  decidir: (s, datos, ctx) =>
    datos.vence === s.vence
      ? { impedimentos: [{ numeral: '6.6', campo: 'vence', motivo: 'Es la misma fecha que rige.', remedio: 'Indique otra fecha.' }] }
      : {
          hechos: [{ tipo: 'CompromisoReprogramado', v: 1, datos }],
          advertencias: [
            ...advertenciaDeFecha(datos.vence, ctx),
            ...(s.reprogramaciones.length > 0 ? [{ numeral: '6.6', motivo: `Ya se reprogramó ${s.reprogramaciones.length} veces.` }] : []),
          ],
        },
});

const DatosReasignar = z.object({ responsable: EntidadRef('Entidad responsable'), cargo: OficinaResponsable(), motivo: TextoLargo('Motivo', '', 4000) });

export const reasignarResponsable = acto<Compromiso, z.output<typeof DatosReasignar>, AcuerdoHecho>({
  nombre: 'ReasignarResponsable',
  titulo: 'Cambiar la oficina responsable',
  resumen: 'Pasa el acuerdo a otra oficina. No hace falta cuando solo cambia la persona que la ejerce.',
  expediente: 'acuerdo',
  numerales: ['6.6', '7.3.2.a'],
  concurrencia: 'version',
  datos: DatosReasignar as unknown as z.ZodType<z.output<typeof DatosReasignar>>,
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: siConcluido,
  decidir: (s, { responsable: entidad, cargo, motivo }, ctx) => {
    const responsable = { entidad, cargo };
    const impedimentos = problemasDeResponsable(responsable, ctx);
    if (impedimentos.length > 0) return { impedimentos };
    if (s.responsable.entidad === entidad && s.responsable.cargo === cargo)
      return { impedimentos: [{ numeral: '6.6', campo: 'cargo', motivo: 'Esa oficina ya es la responsable.', remedio: 'Elija otra oficina.' }] };
    return { hechos: [{ tipo: 'ResponsableReasignado', v: 1, datos: { responsable, motivo } }] };
  },
});

const DatosSinEfecto = z.object({ motivo: TextoLargo('Motivo', 'Por qué ya no corresponde cumplirlo.', 4000) });

export const dejarSinEfecto = acto<Compromiso, z.output<typeof DatosSinEfecto>, AcuerdoHecho>({
  nombre: 'DejarSinEfecto',
  titulo: 'Dejar sin efecto',
  resumen: 'Cierra el seguimiento de un acuerdo que ya no corresponde cumplir, con su motivo.',
  expediente: 'acuerdo',
  numerales: ['6.6'],
  concurrencia: 'version',
  datos: DatosSinEfecto,
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: siConcluido,
  decidir: (_s, datos) => ({
    hechos: [{ tipo: 'CompromisoSinEfecto', v: 1, datos }],
    advertencias: [{ numeral: '6.6', motivo: 'Lo acordado por consenso se deja sin efecto por consenso: infórmelo en la sesión siguiente.' }],
  }),
});

const DatosRevision = z.object({
  sesion: ExpedienteRef('Sesión que lo revisa', 'sesion'),
  resultado: Opcion('Resultado de la revisión', REVISIONES),
  constancia: TextoLargo('Constancia', 'Qué se informó y qué se acordó.', 4000),
});

export const revisarEnSesion = acto<Compromiso, z.output<typeof DatosRevision>, AcuerdoHecho>({
  nombre: 'RevisarEnSesion',
  titulo: 'Revisar en la sesión',
  resumen: 'Deja constancia de lo que la sesión dijo de este acuerdo, como primer punto de su agenda.',
  expediente: 'acuerdo',
  numerales: ['6.6', '7.3.2.a'],
  concurrencia: 'version',
  datos: DatosRevision as unknown as z.ZodType<z.output<typeof DatosRevision>>,
  refs: (d) => ({ sesion: d.sesion }),
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: siConcluido,
  decidir: (s, datos, ctx) => {
    const no = (motivo: string, remedio: string) => ({ impedimentos: [{ numeral: '6.6', campo: 'sesion', motivo, remedio }] });
    const leida = ctx.leidos.sesion;
    const sesion = leida?.tipo === 'sesion' ? (leida.estado as Sesion) : undefined;
    if (sesion?.cig !== s.cig) return no('Esa sesión no es de la comisión que acordó esto.', 'Elija una sesión de la misma comisión.');
    if (datos.sesion === s.sesion) return no('Esa es la sesión que lo acordó.', 'Elija una sesión posterior.');
    if (sesion.situacion !== 'instalado') return no(`La ${sesion.nombre} no está instalada.`, 'Elija la sesión en curso, o espere a que se instale.');
    return { hechos: [{ tipo: 'CompromisoRevisado', v: 1, datos: { ...datos, nombreSesion: sesion.nombre } }] };
  },
});

export const acuerdo: Modulo<Compromiso, AcuerdoHecho> = {
  tipo: 'acuerdo',
  nombre: 'Acuerdo de la CIG',
  serie: 'ACU',
  evolve,
  ficha,
  actos: [registrarCompromiso, informarAvance, darPorCumplido, reprogramarCompromiso, reasignarResponsable, dejarSinEfecto, revisarEnSesion],
};
