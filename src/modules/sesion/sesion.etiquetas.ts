import type { Asunto, Enmienda, PosicionAnterior, Sesion, SesionHecho } from './sesion.ts';

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
  tratado: 'Tratado',
};

export const RESULTADOS: Readonly<Record<NonNullable<Asunto['acuerdo']>['resultado'], string>> = {
  consenso: 'Consenso',
  consenso_con_reservas: 'Consenso con reservas',
  consenso_con_nivel_ausente: 'Consenso con nivel ausente',
  sin_consenso: 'Sin consenso',
};

export const ENMIENDA: Readonly<Record<Enmienda['situacion'], string>> = {
  propuesta: 'Propuesta',
  incorporada: 'Incorporada al texto',
  retirada: 'Retirada por quien la propuso',
  superada: 'Superada por otro texto',
};

export const CAUSAS: Readonly<Record<NonNullable<PosicionAnterior['causa']>, string>> = {
  cambio: 'Cambió de posición',
  retiro: 'Objeción retirada',
  texto_nuevo: 'Era sobre el texto anterior',
};

export const HECHOS: Readonly<Record<SesionHecho['tipo'], string>> = {
  SesionConvocada: 'Sesión convocada',
  AsuntoIncluido: 'Asunto incluido en la agenda',
  AgendaOrdenada: 'Agenda ordenada',
  InvitadoConvocado: 'Invitado a la sesión',
  SesionInstalada: 'Sesión instalada',
  AsistenciaRegistrada: 'Asistencia registrada',
  SalidaRegistrada: 'Salida registrada',
  AsuntoEnDebate: 'Asunto puesto en debate',
  AsuntoTratado: 'Punto informativo tratado',
  AsuntoDiferido: 'Asunto diferido',
  PosicionFijada: 'Posición fijada',
  ObjecionRetirada: 'Objeción retirada',
  EnmiendaPropuesta: 'Enmienda propuesta',
  EnmiendaRetirada: 'Enmienda retirada',
  EnmiendaIncorporada: 'Enmienda incorporada al texto',
  RondaAbierta: 'Ronda de concertación abierta',
  ComentarioRegistrado: 'Comentario registrado',
  CompromisoAnotado: 'Compromiso anotado',
  CompromisoRetirado: 'Compromiso quitado',
  AcuerdoAdoptado: 'Acuerdo adoptado',
  SesionCerrada: 'Sesión cerrada',
};
