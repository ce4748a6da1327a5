import { z } from 'zod';
import { integraEtti, presideEtti, presidenciaDe } from '../../directiva/asientos.ts';
import { DocumentoRef, EntidadRef, ExpedienteRef, FechaCampo, TerritorioRef, TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { CONDUCEN, nombreDeCargo } from '../../directiva/cargos.ts';
import { gobiernoInvolucrado } from '../../directiva/involucrados.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { seSuperponen } from '../../directiva/territorios.ts';
import { acto, type Contexto, type Permiso } from '../../kernel/acto.ts';
import type { Actor, Advertencia, Impedimento, Territorio } from '../../kernel/tipos.ts';
import type { Etti } from '../etti/etti.ts';
import { TRANSFERENCIA } from './modelo.etiquetas.ts';
import { ettiDe, planDe, servicioDe, siVolvioAlPlan } from './modelo.lecturas.ts';
import type { Modelo, ModeloHecho } from './modelo.ts';

const DatosDiagnostico = z.object({
  servicio: ExpedienteRef('Servicio público', 'servicio'),
  territorio: TerritorioRef('Territorio', 'Departamento o provincia, según la línea del plan.', ['departamento', 'ambito', 'provincia']),
  plan: ExpedienteRef('Plan de Trabajo Institucional', 'plan'),
  etti: ExpedienteRef('ETTI del departamento', 'etti'),
  transferencia: Opcion(
    'Estado de la transferencia de la función',
    TRANSFERENCIA,
    'Solo como contexto: el modelo se diseña cualquiera sea el grado de avance.',
  ).optional(),
  notaTransferencia: TextoOpcional('Nota sobre la transferencia', '', 2000),
});
type DatosDiagnostico = z.output<typeof DatosDiagnostico>;

function puedeAbrir(actor: Actor, ctx: Contexto): Permiso {
  const etti = ettiDe(ctx);
  if (etti) return presideEtti(actor, etti, ctx.catalogo) === null ? null : conduceSector(actor, etti.sector, ctx.catalogo);
  if (actor.nivel === 'nacional' && [...CONDUCEN, 'funcionario_sector'].includes(actor.cargo)) return null;
  return {
    numeral: '8.9',
    motivo: 'El diagnóstico lo abre quien preside el ETTI o el sector que lo conduce.',
    remedio: `Solicítelo al ${nombreDeCargo('organo_descentralizacion').toLowerCase()} del ministerio rector.`,
  };
}

const no = (numeral: string, campo: string, motivo: string, remedio: string): Impedimento => ({ numeral, campo, motivo, remedio });

function porServicioYPlan(d: DatosDiagnostico, ctx: Contexto): Impedimento[] {
  const servicio = servicioDe(ctx);
  const plan = planDe(ctx);
  const lista: Impedimento[] = [];
  if (servicio?.situacion !== 'elegible')
    lista.push(
      no(
        '6.5',
        'servicio',
        'El servicio no está declarado elegible para tener Modelos Específicos.',
        'Evalúe las tres condiciones en el expediente del servicio.',
      ),
    );
  if (plan?.situacion !== 'aprobado')
    lista.push(
      no(
        '8.9',
        'plan',
        'La CIG aún no aprueba el Plan de Trabajo Institucional.',
        'Lleve el plan a una sesión de la CIG; el diagnóstico empieza una vez aprobado.',
      ),
    );
  else if (!plan.lineas.some((l) => l.servicio === d.servicio && l.territorio === d.territorio))
    lista.push(
      no('8.9', 'territorio', 'El plan aprobado no prioriza ese servicio en ese territorio.', 'Elija un servicio y un territorio que sean una línea del plan.'),
    );
  return lista;
}

function porEtti(territorio: Territorio | undefined, ctx: Contexto): Impedimento[] {
  const etti = ettiDe(ctx);
  if (!etti) return [no('8.9', 'etti', 'El expediente citado no es un ETTI.', 'Elija el ETTI del departamento.')];
  const lista: Impedimento[] = [];
  if (etti.situacion === 'propuesto') lista.push(no('8.9', 'etti', 'La CIG aún no reconoce el ETTI.', 'Lleve el reconocimiento a una sesión de la CIG.'));
  if (etti.situacion === 'reconocido') lista.push(no('8.10', 'etti', 'El ETTI aún no está instalado.', 'Cubra los asientos i, ii y iii e instale el ETTI.'));
  if (territorio?.departamental !== etti.territorio)
    lista.push(
      no(
        '8.9',
        'etti',
        `El ETTI de ${etti.nombreTerritorio} no trabaja ese territorio.`,
        'Elija el ETTI del departamento; un modelo provincial lo trabaja el ETTI de su departamento.',
      ),
    );
  const plan = planDe(ctx);
  if (plan && plan.cig !== etti.cig)
    lista.push(no('8.9', 'plan', 'El plan y el ETTI son de Comisiones Intergubernamentales distintas.', 'Elija el plan y el ETTI de la misma CIG.'));
  const servicio = servicioDe(ctx);
  if (servicio && servicio.sector !== etti.sector)
    lista.push(
      no('8.9', 'servicio', 'El ETTI no lo conduce el sector a cargo de la rectoría del servicio.', 'Elija un servicio del sector que conduce el ETTI.'),
    );
  return lista;
}

function advertencias(d: DatosDiagnostico, etti: Etti, territorio: Territorio, ctx: Contexto): Advertencia[] {
  const lista: Advertencia[] = [];
  if (!etti.servicios.includes(d.servicio))
    lista.push({ numeral: '8.10', motivo: 'El ETTI no se propuso para este servicio; sus asientos iv y v pueden variarse según el enfoque territorial.' });
  const otros = (planDe(ctx)?.lineas ?? []).filter((l) => l.servicio === d.servicio && seSuperponen(l.territorio, d.territorio, ctx.catalogo));
  if (otros.length > 0) {
    const nombres = [...new Set(otros.map((l) => ctx.catalogo.territorio(l.territorio)?.nombre ?? l.territorio))].join(', ');
    lista.push({
      numeral: '6.5',
      motivo: `El plan prioriza el mismo servicio en ${nombres}, que se superpone con ${territorio.nombre}; el acuerdo de la CIG debe precisar la relación entre ambos modelos.`,
    });
  }
  return lista;
}

/** t6: tracks A and B open the same day (8.18). The degree of transfer is context, never a gate (8.1). */
export const abrirDiagnostico = acto<Modelo | undefined, DatosDiagnostico, ModeloHecho>({
  nombre: 'AbrirDiagnostico',
  titulo: 'Abrir el diagnóstico de un Modelo Específico',
  resumen: 'Abre la etapa de diagnóstico e identificación de procesos y, en paralelo, la de mejora con sus indicadores.',
  expediente: 'modelo',
  numerales: ['6.5', '8.9', '8.10', '8.18', '8.1'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosDiagnostico,
  refs: (d) => ({ servicio: d.servicio, plan: d.plan, etti: d.etti }),
  puede: (actor, _m, ctx) => puedeAbrir(actor, ctx),
  decidir: (_m, d, ctx) => {
    const territorio = ctx.catalogo.territorio(d.territorio);
    const impedimentos = [...porServicioYPlan(d, ctx), ...porEtti(territorio, ctx)];
    const departamento = territorio?.departamental === territorio?.id;
    if (!territorio?.departamental || (!departamento && territorio.tipo !== 'provincia'))
      impedimentos.push(
        no(
          '6.5',
          'territorio',
          'Un Modelo Específico es de un territorio departamental o provincial.',
          'Elija un departamento o una provincia; en Lima, Lima Metropolitana o Lima Provincias.',
        ),
      );
    const etti = ettiDe(ctx);
    const servicio = servicioDe(ctx);
    const presidencia = presidenciaDe(etti);
    if (impedimentos.length > 0 || !etti || !servicio || !territorio?.departamental) return { impedimentos };
    const { servicio: _s, territorio: _t, transferencia, notaTransferencia, ...refs } = d;
    return {
      hechos: [
        {
          tipo: 'DiagnosticoAbierto',
          v: 1,
          datos: {
            ...refs,
            servicio: d.servicio,
            cig: etti.cig,
            sector: etti.sector,
            nombreServicio: servicio.nombre,
            territorio: territorio.id,
            nombreTerritorio: territorio.nombre,
            departamental: territorio.departamental,
            transferencia: transferencia && { estado: transferencia, nota: notaTransferencia },
            presidencia: presidencia ? { entidad: presidencia.entidad, cargo: presidencia.cargo } : { entidad: etti.sector, cargo: 'organo_descentralizacion' },
          },
        },
      ],
      advertencias: advertencias(d, etti, territorio, ctx),
    };
  },
});

const DatosPedido = z.object({
  entidad: EntidadRef('Gobierno al que se pide', '', ['gobierno_regional', 'municipalidad_provincial', 'municipalidad_distrital']),
  informacion: TextoLargo('Información que se pide', 'La que no está en el Plan de Trabajo Institucional.'),
  lineaBase: TextoLargo('Línea de base que alimenta', '', 1000),
  plazo: FechaCampo('Fecha en que se espera', 'La fija el ETTI; la Directiva no establece plazo.').optional(),
});

/** 9.4: to an involved government, saying which baseline it feeds. */
export const pedirInformacion = acto<Modelo, z.output<typeof DatosPedido>, ModeloHecho>({
  nombre: 'PedirInformacion',
  titulo: 'Pedir información a un gobierno involucrado',
  resumen: 'Pide a un gobierno regional o local la información que falta para establecer una línea de base.',
  expediente: 'modelo',
  numerales: ['9.4'],
  concurrencia: 'conmuta',
  datos: DatosPedido,
  puede: (actor, _m, ctx) => integraEtti(actor, ettiDe(ctx)),
  impide: siVolvioAlPlan,
  decidir: (m, datos, ctx) =>
    gobiernoInvolucrado(m, datos.entidad, ctx.catalogo)
      ? { hechos: [{ tipo: 'InformacionPedida', v: 1, datos: { numero: m.pedidos.length + 1, ...datos } }] }
      : {
          impedimentos: [
            no(
              '9.4',
              'entidad',
              `La información se pide a gobiernos regionales y locales involucrados en ${m.nombreTerritorio}.`,
              'Elija el gobierno regional o una municipalidad del territorio.',
            ),
          ],
        },
});

const DatosRespuesta = z.object({
  numero: z.coerce.number().int().min(1).meta({ title: 'Pedido que se responde', control: 'texto' }),
  texto: TextoLargo('Respuesta'),
  alcance: Opcion('Alcance', { completa: 'Completa', parcial: 'Parcial' }).default('completa'),
  documento: DocumentoRef('Documento').optional(),
});

/** 9.4: the government asked answers; its silence is recorded and stops nothing. */
export const registrarRespuesta = acto<Modelo, z.output<typeof DatosRespuesta>, ModeloHecho>({
  nombre: 'RegistrarRespuesta',
  titulo: 'Responder un pedido de información',
  resumen: 'Registra la respuesta del gobierno al que el ETTI pidió información.',
  expediente: 'modelo',
  numerales: ['9.4'],
  concurrencia: 'conmuta',
  datos: DatosRespuesta,
  puede: (actor, m, _ctx, datos) =>
    m.pedidos.some((p) => p.entidad === actor.entidad && (!datos || p.numero === datos.numero))
      ? null
      : { numeral: '9.4', motivo: 'Responde el gobierno al que se pidió la información.', remedio: 'Ingrese con una oficina de ese gobierno.' },
  decidir: (m, datos) =>
    m.pedidos.find((p) => p.numero === datos.numero)?.respuesta?.alcance === 'completa'
      ? { impedimentos: [no('9.4', 'numero', 'Ese pedido ya fue respondido por completo.', 'Elija otro pedido.')] }
      : { hechos: [{ tipo: 'RespuestaRegistrada', v: 1, datos }] },
});
