import type { AcuerdoHecho, Compromiso } from './acuerdo.ts';

export const SITUACIONES: Readonly<Record<Compromiso['situacion'], string>> = {
  pendiente: 'Pendiente',
  en_curso: 'En curso',
  reprogramado: 'Reprogramado',
  por_confirmar: 'Por confirmar',
  cumplido: 'Cumplido',
  no_cumplido: 'No cumplido',
  dejado_sin_efecto: 'Sin efecto',
};

export const HECHOS: Readonly<Record<AcuerdoHecho['tipo'], string>> = {
  CompromisoRegistrado: 'Acuerdo por seguir registrado',
  AvanceInformado: 'Avance informado',
  CumplimientoPresentado: 'Evidencia de cumplimiento presentada',
  CumplimientoConfirmado: 'Cumplimiento confirmado',
  CompromisoReprogramado: 'Fecha reprogramada',
  ResponsableReasignado: 'Oficina responsable cambiada',
  CompromisoSinEfecto: 'Dejado sin efecto',
  CompromisoRevisado: 'Revisado en sesión',
};
