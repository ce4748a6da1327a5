import type { Informe, Plan, PlanHecho } from './plan.ts';

export const SITUACIONES: Readonly<Record<Plan['situacion'], string>> = {
  borrador: 'En formulación',
  elevado: 'Elevado a la CIG',
  observado: 'Observado por la CIG',
  aprobado: 'Aprobado por la CIG',
};

export const RESPUESTAS: Readonly<Record<NonNullable<Informe['respuesta']>['resultado'], string>> = {
  incorporado: 'Incorporado',
  parcial: 'Incorporado en parte',
  no_incorporado: 'No incorporado',
};

export const HECHOS: Readonly<Record<PlanHecho['tipo'], string>> = {
  PlanPropuesto: 'Plan de Trabajo Institucional propuesto',
  DiagnosticoPresentado: 'Diagnóstico presentado',
  ServicioIncluido: 'Servicio incluido en un territorio',
  ServicioExcluido: 'Línea excluida del plan',
  InformesConvocados: 'Informes institucionales convocados',
  InformePresentado: 'Informe institucional presentado',
  InformeRespondido: 'Informe respondido por el sector',
  PlanElevado: 'Plan elevado a la CIG',
  PlanObservado: 'Plan observado por la CIG',
  PlanAprobado: 'Plan aprobado por la CIG',
};
