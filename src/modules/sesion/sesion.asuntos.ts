import { INFORMATIVOS } from './sesion.ts';

/** Kinds of item and the expediente each concerns; the registry test keeps it equal to the agreements of the modules. */
export const ASUNTOS = {
  AprobarPlan: { titulo: 'Aprobar el Plan de Trabajo Institucional', expediente: 'plan' },
  ObservarPlan: { titulo: 'Observar el Plan de Trabajo Institucional', expediente: 'plan' },
  ReconocerEtti: { titulo: 'Reconocer el ETTI', expediente: 'etti' },
  SeleccionarGerentes: { titulo: 'Seleccionar a los Gerentes Municipales', expediente: 'etti' },
  DiferirSeleccion: { titulo: 'Diferir la selección de Gerentes Municipales', expediente: 'etti' },
  AprobarModelo: { titulo: 'Aprobar el Modelo Específico', expediente: 'modelo' },
  DevolverModelo: { titulo: 'Devolver el modelo con observaciones', expediente: 'modelo' },
  PedirOpinionPrevia: { titulo: 'Pedir opinión previa', expediente: 'modelo' },
  AdoptarEstrategia: { titulo: 'Adoptar la estrategia de implementación', expediente: 'modelo' },
  DeclararSinConsenso: { titulo: 'Declarar que no hubo consenso', expediente: 'modelo' },
  AcordarCese: { titulo: 'Suspender o dejar sin efecto el modelo', expediente: 'modelo' },
  AceptarTextoPublicado: { titulo: 'Aceptar el texto publicado del modelo', expediente: 'modelo' },
  AcordarIndicadores: { titulo: 'Acordar indicadores del modelo', expediente: 'modelo' },
  AprobarInstrumento: { titulo: 'Aprobar un instrumento del ETTI', expediente: 'instrumento' },
  DevolverInstrumento: { titulo: 'Devolver un instrumento con observaciones', expediente: 'instrumento' },
  PedirOpinionInstrumento: { titulo: 'Pedir opinión previa sobre un instrumento', expediente: 'instrumento' },
  AceptarTextoDeInstrumento: { titulo: 'Aceptar el texto publicado de un instrumento', expediente: 'instrumento' },
  ReconocerEspacio: { titulo: 'Reconocer un espacio de articulación', expediente: 'cig' },
  AdoptarReglamento: { titulo: 'Adoptar el reglamento de la comisión', expediente: 'cig' },
  RegistrarAcuerdo: { titulo: 'Otro acuerdo', expediente: 'cig' },
} as const;

export type TipoDeAsunto = keyof typeof ASUNTOS | 'InformarAsunto';

/** What a form offers to include. */
export const TIPOS_DE_ASUNTO = {
  ...(Object.fromEntries(Object.entries(ASUNTOS).map(([k, a]) => [k, a.titulo])) as Record<keyof typeof ASUNTOS, string>),
  InformarAsunto: INFORMATIVOS.InformarAsunto,
} satisfies Record<TipoDeAsunto, string>;
