import type { Supervision, SupervisionHecho } from './supervision.ts';

export const SITUACIONES: Readonly<Record<Supervision['situacion'], string>> = { abierto: 'Abierta', concluido: 'Concluida' };

export const HECHOS: Readonly<Record<SupervisionHecho['tipo'], string>> = {
  SupervisionAbierta: 'Supervisión abierta',
  ObservacionFormulada: 'Observación formulada',
  ObservacionRespondida: 'Observación respondida',
  AsistenciaTecnicaRegistrada: 'Asistencia técnica registrada',
  SupervisionConcluida: 'Supervisión concluida',
};
