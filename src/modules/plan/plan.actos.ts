import type { z } from 'zod';
import { conduceSector } from '../../directiva/permisos.ts';
import { seSuperponen } from '../../directiva/territorios.ts';
import { acto, type Contexto, type Modulo } from '../../kernel/acto.ts';
import type { Actor, Advertencia, Impedimento } from '../../kernel/tipos.ts';
import type { Cig } from '../cig/cig.ts';
import type { Servicio } from '../servicio/servicio.ts';
import { aprobarPlan, observarPlan } from './plan.acuerdos.ts';
import { DatosConvocatoriaInformes, DatosDiagnosticoPlan, DatosExclusion, DatosPlan, DatosServicioIncluido } from './plan.campos.ts';
import { presentarInforme, responderInforme } from './plan.informes.ts';
import { advertenciasDeLinea, involucrados, servicioElegible, territorioDeModelo, textoDelPlan } from './plan.reglas.ts';
import { evolve, ficha, type Plan, type PlanHecho } from './plan.ts';

const soloSector = (actor: Actor, p: Plan, ctx: Contexto) => conduceSector(actor, p.sector, ctx.catalogo);

/** The sector works on its proposal until it elevates it, and again when the CIG observes it. */
const siNoEditable = (p: Plan): Impedimento[] =>
  p.situacion === 'borrador' || p.situacion === 'observado'
    ? []
    : [
        {
          numeral: '8.6',
          motivo: p.situacion === 'elevado' ? 'El plan está en la CIG.' : 'El plan ya fue aprobado por la CIG.',
          remedio:
            p.situacion === 'elevado'
              ? 'Espere la decisión de la CIG; si lo observa, podrá corregirlo.'
              : 'Incluya el cambio en el plan del siguiente periodo.',
        },
      ];

export const proponerPlan = acto<Plan | undefined, z.output<typeof DatosPlan>, PlanHecho>({
  nombre: 'ProponerPlan',
  titulo: 'Proponer un Plan de Trabajo Institucional',
  resumen: 'El sector abre la propuesta de plan que someterá a su Comisión Intergubernamental.',
  expediente: 'plan',
  numerales: ['8.6'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosPlan,
  refs: (d) => ({ cig: d.cig }),
  puede: (actor, _s, ctx) => conduceSector(actor, (ctx.leidos.cig?.estado as Cig | undefined)?.sector ?? actor.sector ?? '', ctx.catalogo),
  decidir: (_s, datos, ctx) => {
    const cig = ctx.leidos.cig;
    if (cig?.tipo !== 'cig')
      return {
        impedimentos: [
          { numeral: '8.6', campo: 'cig', motivo: 'El expediente citado no es una Comisión Intergubernamental.', remedio: 'Elija la comisión del sector.' },
        ],
      };
    return { hechos: [{ tipo: 'PlanPropuesto', v: 1, datos: { ...datos, sector: (cig.estado as Cig).sector } }] };
  },
});

export const presentarDiagnostico = acto<Plan, z.output<typeof DatosDiagnosticoPlan>, PlanHecho>({
  nombre: 'PresentarDiagnostico',
  titulo: 'Presentar el diagnóstico',
  resumen: 'Registra el diagnóstico que sustenta la priorización. Puede reemplazarlo mientras el plan no esté en la CIG.',
  expediente: 'plan',
  numerales: ['8.7'],
  concurrencia: 'version',
  datos: DatosDiagnosticoPlan,
  puede: soloSector,
  impide: siNoEditable,
  decidir: (_p, datos) => ({ hechos: [{ tipo: 'DiagnosticoPresentado', v: 1, datos }] }),
});

/** t3. */
export const incluirServicio = acto<Plan, z.output<typeof DatosServicioIncluido>, PlanHecho>({
  nombre: 'IncluirServicio',
  titulo: 'Incluir un servicio en un territorio',
  resumen: 'Prioriza un servicio elegible en un departamento o provincia. Repetir el mismo par reemplaza sus datos.',
  expediente: 'plan',
  numerales: ['6.5', '8.4', '8.7'],
  concurrencia: 'version',
  datos: DatosServicioIncluido,
  refs: (d) => ({ servicio: d.servicio }),
  puede: soloSector,
  impide: siNoEditable,
  decidir: (p, datos, ctx) => {
    const leido = ctx.leidos.servicio;
    if (leido?.tipo !== 'servicio')
      return {
        impedimentos: [
          { numeral: '6.5', campo: 'servicio', motivo: 'El expediente citado no es un servicio público.', remedio: 'Elija un servicio de la lista.' },
        ],
      };
    const servicio = leido.estado as Servicio;
    const impedimentos = [...servicioElegible(servicio, p.sector), ...territorioDeModelo(datos.territorio, ctx.catalogo)];
    if (impedimentos.length > 0) return { impedimentos };
    const linea = { ...datos, nombreServicio: servicio.nombre, sinSustento: servicio.sinSustento };
    const advertencias: Advertencia[] = advertenciasDeLinea(linea, (n) => ctx.catalogo.competencia(n) !== undefined);
    if (p.lineas.some((l) => l.servicio === datos.servicio && seSuperponen(l.territorio, datos.territorio, ctx.catalogo)))
      advertencias.push({
        numeral: '6.5',
        motivo: 'El mismo servicio figura en el departamento y en una de sus provincias; el acuerdo de la CIG debe precisar la relación entre ambos modelos.',
      });
    return { hechos: [{ tipo: 'ServicioIncluido', v: 1, datos: linea }], advertencias };
  },
});

export const excluirServicio = acto<Plan, z.output<typeof DatosExclusion>, PlanHecho>({
  nombre: 'ExcluirServicio',
  titulo: 'Excluir una línea del plan',
  resumen: 'Retira un servicio priorizado; el motivo queda en la cronología.',
  expediente: 'plan',
  numerales: ['8.7'],
  concurrencia: 'version',
  datos: DatosExclusion,
  puede: soloSector,
  impide: siNoEditable,
  decidir: (p, datos) =>
    p.lineas.some((l) => l.n === datos.linea)
      ? { hechos: [{ tipo: 'ServicioExcluido', v: 1, datos }] }
      : {
          impedimentos: [
            { numeral: '8.7', campo: 'linea', motivo: `El plan no tiene una línea ${datos.linea}.`, remedio: 'Elija una de las líneas del plan.' },
          ],
        },
});

/** 8.8: the list of governments involved is frozen here; what they answer or not never stops the plan. */
export const convocarInformes = acto<Plan, z.output<typeof DatosConvocatoriaInformes>, PlanHecho>({
  nombre: 'ConvocarInformes',
  titulo: 'Convocar los informes institucionales',
  resumen: 'Invita a los gobiernos regionales y municipalidades provinciales de los territorios del plan a presentar su informe.',
  expediente: 'plan',
  numerales: ['8.8', '8.8.1', '8.8.2'],
  concurrencia: 'version',
  datos: DatosConvocatoriaInformes,
  puede: soloSector,
  impide: (p) => [
    ...siNoEditable(p),
    ...(p.lineas.length > 0
      ? []
      : [
          {
            numeral: '8.8',
            motivo: 'El plan aún no tiene territorios, y los informes se piden a los gobiernos involucrados.',
            remedio: 'Incluya primero los servicios en sus territorios.',
          },
        ]),
  ],
  decidir: (p, datos, ctx) => {
    if (datos.vence < ctx.ocurridoEl)
      return { impedimentos: [{ numeral: '8.8', campo: 'vence', motivo: 'La fecha es anterior a la convocatoria.', remedio: 'Indique una fecha posterior.' }] };
    return { hechos: [{ tipo: 'InformesConvocados', v: 1, datos: { vence: datos.vence, convocados: involucrados(p.lineas, ctx.catalogo) } }] };
  },
});

/** 8.6: the proposal is the sector's; what it lacks is printed, and only the diagnosis will be demanded, at approval (R12). */
export const elevarPlan = acto<Plan, Record<string, never>, PlanHecho>({
  nombre: 'ElevarPlan',
  titulo: 'Elevar el plan a la CIG',
  resumen: 'Congela el texto propuesto y lo pone a decisión de la Comisión Intergubernamental.',
  expediente: 'plan',
  numerales: ['8.6'],
  concurrencia: 'version',
  datos: DatosDiagnosticoPlan.pick({}) as unknown as z.ZodType<Record<string, never>>,
  puede: soloSector,
  impide: (p) => [
    ...siNoEditable(p),
    ...(p.lineas.length > 0
      ? []
      : [{ numeral: '8.7', motivo: 'El plan no identifica ni prioriza ningún servicio.', remedio: 'Incluya al menos un servicio en un territorio.' }]),
  ],
  decidir: (p, _d, ctx) => {
    const sinSustento = [
      ...new Set(
        p.lineas.flatMap((l) => {
          const actual = ctx.leidos[`servicio-${l.servicio}`]?.estado as Servicio | undefined;
          return (actual?.sinSustento ?? l.sinSustento).map((c) => `${l.nombreServicio}: ${c}`);
        }),
      ),
    ];
    const advertencias: Advertencia[] = sinSustento.map((c) => ({ numeral: '6.5', motivo: `Falta sustento de elegibilidad. ${c}` }));
    if (!p.diagnostico) advertencias.push({ numeral: '8.7', motivo: 'El plan se eleva sin diagnóstico; la CIG no podrá aprobarlo sin él.' });
    if (!p.convocatoria) advertencias.push({ numeral: '8.8', motivo: 'No se convocaron informes institucionales; todos constarán como ausentes.' });
    return { hechos: [{ tipo: 'PlanElevado', v: 1, datos: { huella: ctx.huella(textoDelPlan(p)), sinSustento } }], advertencias };
  },
});

export const plan: Modulo<Plan, PlanHecho> = {
  tipo: 'plan',
  nombre: 'Plan de Trabajo Institucional',
  serie: 'PTI',
  evolve,
  ficha,
  actos: [proponerPlan, presentarDiagnostico, incluirServicio, excluirServicio, convocarInformes, presentarInforme, responderInforme, elevarPlan],
  acuerdos: [aprobarPlan, observarPlan],
  unicidad: { numeral: '8.6', motivo: 'La comisión ya tiene un plan para ese periodo.', remedio: 'Continúe el plan existente o indique otro periodo.' },
};
