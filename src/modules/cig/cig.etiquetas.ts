import type { CigHecho, Miembro } from './cig.ts';

export const SITUACIONES: Readonly<Record<string, string>> = { conformado: 'Conformada' };

export const CALIDADES: Readonly<Record<Miembro['calidad'], string>> = { miembro: 'Miembro', observador: 'Observador, con voz', invitado: 'Invitado, con voz' };

export const HECHOS: Readonly<Record<CigHecho['tipo'], string>> = {
  CigConformada: 'Comisión Intergubernamental conformada',
  MiembroAcreditado: 'Miembro acreditado',
  MiembroRetirado: 'Miembro retirado',
  SesionNumerada: 'Sesión convocada',
  SesionCelebrada: 'Sesión celebrada',
  SeguimientoAbierto: 'Seguimiento de un acuerdo abierto',
  EspacioReconocido: 'Espacio de articulación reconocido',
  ReglamentoPropuesto: 'Reglamento propuesto',
  ReglamentoAdoptado: 'Reglamento adoptado por la comisión',
  AcuerdoRegistrado: 'Acuerdo de la comisión registrado',
};
