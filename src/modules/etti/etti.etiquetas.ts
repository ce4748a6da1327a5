import type { Asiento } from '../../directiva/asientos.ts';
import type { Calidad } from '../../kernel/tipos.ts';
import type { Conformidad, Defecto, Etti, EttiHecho } from './etti.ts';

export const SITUACIONES: Readonly<Record<Etti['situacion'], string>> = {
  propuesto: 'Propuesto a la CIG',
  reconocido: 'Reconocido por la CIG',
  instalado: 'Instalado',
};

/** Cases of reading R6, as they complete «en defecto de la CIG: …». */
export const DEFECTOS: Readonly<Record<Defecto, string>> = {
  fecha_vencida: 'venció la fecha que la CIG se fijó',
  diferida: 'la CIG difirió expresamente la selección',
  sesion_sin_seleccion: 'una sesión de la CIG cerró sin seleccionar',
  reconocido_sin_seleccion: 'la CIG reconoció el ETTI sin seleccionar ni fijar fecha',
};

export const POSICIONES = { conforme: 'Conforme', en_desacuerdo: 'En desacuerdo', ausente: 'Ausente' } as const satisfies Record<
  Conformidad['posicion'],
  string
>;

export const CALIDADES = {
  titular: 'Titular',
  encargatura: 'Encargatura',
  suplencia: 'Suplencia',
  representante: 'Representante',
} as const satisfies Record<Calidad, string>;

/** Seats as a form offers them (8.10). */
export const NOMBRES_DE_ASIENTO = {
  i: 'i. Funcionario del sector, preside',
  ii: 'ii. Representante de la oficina de planeamiento y presupuesto',
  iii: 'iii. Titular del órgano encargado de la descentralización',
  iv: 'iv. Gerente Regional',
  v: 'v. Gerente Municipal',
} as const satisfies Record<Asiento, string>;

export const SENTIDOS = { aporte: 'Aporte', desacuerdo: 'Desacuerdo' } as const;
export const REGLAS_DE_DECISION = { consenso: 'Consenso de los miembros', otra: 'Otra regla' } as const;
export const QUIEN_INVITA = { presidencia: 'La presidencia', cualquier_miembro: 'Cualquier miembro' } as const;

export const HECHOS: Readonly<Record<EttiHecho['tipo'], string>> = {
  EttiPropuesto: 'ETTI propuesto',
  EttiReconocido: 'ETTI reconocido por la CIG',
  MiembroDesignado: 'Miembro designado',
  GerentesSeleccionados: 'Gerentes Municipales seleccionados',
  SeleccionDiferida: 'Selección de Gerentes Municipales diferida por la CIG',
  SesionSinSeleccion: 'Sesión de la CIG cerrada sin seleccionar Gerentes Municipales',
  ComposicionVariada: 'Participación de los asientos iv y v variada',
  EttiInstalado: 'ETTI instalado',
  VacanciaDeclarada: 'Vacancia declarada',
  InvitadoConvocado: 'Especialista invitado convocado',
  ComentarioRegistrado: 'Comentario de invitado registrado',
  ProtocoloAdoptado: 'Protocolo del ETTI adoptado',
};
