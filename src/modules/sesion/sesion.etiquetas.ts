import type { Asunto, Sesion, SesionHecho } from './sesion.ts';

export const SITUACIONES: Readonly<Record<Sesion['situacion'], string>> = {
  convocado: 'Convocada',
  instalado: 'Instalada',
  cerrado: 'Cerrada',
};

export const ASUNTO: Readonly<Record<Asunto['situacion'], string>> = {
  por_tratar: 'Por tratar',
  acordado: 'Acordado',
  sin_consenso: 'Sin consenso',
  diferido: 'Diferido',
};

export const RESULTADOS: Readonly<Record<NonNullable<Asunto['acuerdo']>['resultado'], string>> = {
  consenso: 'Consenso',
  consenso_con_reservas: 'Consenso con reservas',
  consenso_con_nivel_ausente: 'Consenso con nivel ausente',
  sin_consenso: 'Sin consenso',
};

export const HECHOS: Readonly<Record<SesionHecho['tipo'], string>> = {
  SesionConvocada: 'Sesión convocada',
  AsuntoIncluido: 'Asunto incluido en la agenda',
  SesionInstalada: 'Sesión instalada',
  AsistenciaRegistrada: 'Asistencia registrada',
  PosicionFijada: 'Posición fijada',
  ComentarioRegistrado: 'Comentario registrado',
  AcuerdoAdoptado: 'Acuerdo adoptado',
  SesionCerrada: 'Sesión cerrada',
};
