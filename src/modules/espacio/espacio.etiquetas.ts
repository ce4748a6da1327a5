import type { EspacioHecho } from './espacio.ts';

export const CLASES = {
  territorial: 'Espacio territorial de un gobierno regional o local (7.3.2.c)',
  otro: 'Otro espacio intergubernamental del sector (9.3)',
} as const;

/** Who speaks in a meeting: institutions and kinds of civil society, never persons. */
export const PARTICIPANTES = {
  gobierno: 'Gobierno regional o local',
  institucion: 'Otra institución pública',
  usuarios: 'Personas usuarias del servicio',
  comunidad: 'Comunidad campesina o nativa',
  organizacion_social: 'Organización social de base',
  gremio: 'Colegio profesional o gremio',
  academia: 'Universidad o centro de investigación',
  ong: 'Organización no gubernamental o cooperación',
  empresa: 'Empresa o asociación de productores',
  otro: 'Otro de la sociedad civil',
} as const;

export const SITUACIONES = { conformado: 'Conformado', reconocido: 'Reconocido por una CIG' } as const;

export const HECHOS: Readonly<Record<EspacioHecho['tipo'], string>> = {
  EspacioGenerado: 'Espacio de articulación generado',
  ReconocimientoObtenido: 'Espacio reconocido por una CIG',
  ReunionConvocada: 'Reunión convocada',
  AporteRegistrado: 'Aporte registrado',
  ReunionConcluida: 'Reunión concluida',
  OpinionComunicada: 'Opinión previa comunicada a la CIG',
};
