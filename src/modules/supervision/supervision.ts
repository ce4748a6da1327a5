import type { EntidadId, Fecha, Ficha, Hecho, Id, Marca } from '../../kernel/tipos.ts';

/** What is supervised: 5.2 ¶2 for the Secretaría de Descentralización, 5.3 and 8.20.3 for the Secretaría de Gestión Pública. */
export const MATERIAS = {
  roles: 'Ejercicio de los roles de cada nivel de gobierno',
  espacios: 'Funcionamiento de los espacios y protocolos de articulación',
  modelos: 'Implementación de los Modelos Específicos',
  metodologia: 'Aplicación de la metodología de gestión por procesos',
} as const;

/** The four moments in which SD and SGP train and assist (5.3). */
export const MOMENTOS = { formulacion: 'Formulación', aprobacion: 'Aprobación', ejecucion: 'Ejecución', evaluacion: 'Evaluación' } as const;

export interface Observacion {
  n: number;
  dirigidaA: EntidadId;
  numeral: string;
  texto: string;
  recomendacion: string;
  vence?: Fecha;
  desde: Fecha;
  respuesta?: { texto: string; el: Fecha };
}

export interface Supervision {
  supervisor: EntidadId;
  materia: keyof typeof MATERIAS;
  titulo: string;
  alcance: string;
  sobre?: Id;
  situacion: 'abierto' | 'concluido';
  observaciones: Observacion[];
  asistencias: { momento: keyof typeof MOMENTOS; entidad: EntidadId; tema: string; el: Fecha }[];
  conclusion?: { texto: string; el: Fecha };
  desde: Fecha;
}

export type SupervisionHecho =
  | Hecho<'SupervisionAbierta', Pick<Supervision, 'supervisor' | 'materia' | 'titulo' | 'alcance' | 'sobre'>>
  | Hecho<'ObservacionFormulada', Omit<Observacion, 'n' | 'desde' | 'respuesta'>>
  | Hecho<'ObservacionRespondida', { observacion: number; texto: string }>
  | Hecho<'AsistenciaTecnicaRegistrada', { momento: keyof typeof MOMENTOS; entidad: EntidadId; tema: string }>
  | Hecho<'SupervisionConcluida', { texto: string }>;

export function evolve(s: Supervision | undefined, h: SupervisionHecho, m: Marca): Supervision {
  if (h.tipo === 'SupervisionAbierta') return { ...h.datos, situacion: 'abierto', observaciones: [], asistencias: [], desde: m.ocurridoEl };
  const v = s as Supervision;
  switch (h.tipo) {
    case 'ObservacionFormulada':
      return { ...v, observaciones: [...v.observaciones, { ...h.datos, n: v.observaciones.length + 1, desde: m.ocurridoEl }] };
    case 'ObservacionRespondida':
      return {
        ...v,
        observaciones: v.observaciones.map((o) => (o.n === h.datos.observacion ? { ...o, respuesta: { texto: h.datos.texto, el: m.ocurridoEl } } : o)),
      };
    case 'AsistenciaTecnicaRegistrada':
      return { ...v, asistencias: [...v.asistencias, { ...h.datos, el: m.ocurridoEl }] };
    case 'SupervisionConcluida':
      return { ...v, situacion: 'concluido', conclusion: { texto: h.datos.texto, el: m.ocurridoEl } };
  }
}

/** Offices that answer for their entity. */
const RESPONDEN = [
  'organo_descentralizacion',
  'secretaria_general',
  'gobernador',
  'gerente_regional',
  'alcalde_provincial',
  'gerente_municipal',
  'alcalde_distrital',
];

export function ficha(s: Supervision): Ficha {
  return {
    titulo: s.titulo,
    situacion: s.situacion,
    entidad: s.supervisor,
    relaciones: s.sobre ? { sobre: s.sobre } : {},
    participantes: [...new Set([s.supervisor, ...s.observaciones.map((o) => o.dirigidaA), ...s.asistencias.map((a) => a.entidad)])],
    pendientes:
      s.situacion === 'concluido'
        ? []
        : s.observaciones
            .filter((o) => !o.respuesta)
            .map((o) => ({
              clave: `observacion-${o.n}`,
              que: `Responder una observación: ${o.texto.slice(0, 120)}`,
              numeral: o.numeral,
              para: [{ entidad: o.dirigidaA, cargos: RESPONDEN }],
              desde: o.desde,
              vence: o.vence,
              acto: 'ResponderObservacion',
            })),
  };
}
