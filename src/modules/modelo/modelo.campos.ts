import { z } from 'zod';
import { EntidadRef, FechaCampo, Texto, TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { ENFOQUES, NIVELES, PRINCIPIOS, TIPOS_DE_BIEN, TIPOS_DE_PROCESO } from './modelo.etiquetas.ts';

const Casilla = (title: string, description = '') => z.boolean().default(false).meta({ title, description, control: 'casilla' });

function Filas<T extends z.ZodType>(title: string, fila: T) {
  return z.array(fila).max(200, 'Use como máximo 200 filas.').default([]).meta({ title, control: 'lista' });
}

const enfoque = (title: string) =>
  z
    .object({
      aplica: z.boolean().default(true).meta({ title: 'Aplica', control: 'casilla' }),
      sustento: z.string().trim().max(10_000).default('').meta({ title: 'Evidencia, o motivo por el que no aplica', control: 'texto-largo' }),
    })
    .prefault({})
    .meta({ title });

/** Sections of a modelo: content as data, one acto each. */
export const ESQUEMAS = {
  destinatarios: z.object({
    filas: Filas(
      'Destinatarios',
      z.object({
        quienes: Texto('Quiénes son'),
        necesidades: TextoLargo('Necesidades'),
        expectativas: TextoOpcional('Expectativas'),
        requisitos: TextoOpcional('Requisitos'),
        fuente: TextoOpcional('Fuente', 'De dónde se sabe.', 1000),
      }),
    ),
  }),
  cadena: z.object({
    filas: Filas(
      'Fases de la cadena de valor',
      z.object({
        fase: Texto('Fase'),
        insumos: TextoOpcional('Insumos'),
        actividades: TextoLargo('Actividades'),
        productos: TextoLargo('Productos'),
        resultado: TextoOpcional('Resultado'),
      }),
    ),
  }),
  procesos: z.object({
    filas: Filas(
      'Procesos',
      z.object({
        proceso: Texto('Proceso'),
        tipo: Opcion('Tipo', TIPOS_DE_PROCESO),
        nivel: Opcion('Nivel a cargo', NIVELES),
        entrega: TextoOpcional('Entrega a otro nivel', 'Qué recibe o entrega cada nivel.'),
        norma: TextoOpcional('Norma de competencia', 'Por ejemplo LOGR-49-g.', 1000),
        politica: TextoOpcional('Política nacional o sectorial', '', 1000),
      }),
    ),
  }),
  roles: z.object({
    filas: Filas(
      'Roles por fase y nivel',
      z.object({
        fase: Texto('Fase'),
        nivel: Opcion('Nivel', NIVELES),
        rol: TextoLargo('Rol'),
        responsable: Casilla('Es responsable de la fase', 'Puede haber varios responsables.'),
        competencia: TextoOpcional('Competencia que lo sustenta', '', 1000),
        principio: Opcion('Principio', PRINCIPIOS).optional(),
      }),
    ),
  }),
  bienes: z.object({
    filas: Filas(
      'Bienes y servicios',
      z.object({
        nombre: Texto('Bien o servicio'),
        tipo: Opcion('Tipo', TIPOS_DE_BIEN),
        estandar: TextoLargo('Estándar'),
        norma: TextoOpcional('Norma del estándar', '', 1000),
      }),
    ),
  }),
  nivelPrestacion: z.object({
    aspirado: TextoLargo('Nivel de prestación al que se aspira', 'El que se alcanzará una vez completado el proceso de descentralización del servicio.'),
    cobertura: TextoOpcional('En cobertura'),
    calidad: TextoOpcional('En calidad'),
    actual: TextoOpcional('Situación actual y brecha'),
  }),
  enfoques: z.object({
    territorial: enfoque(ENFOQUES.territorial),
    genero: enfoque(ENFOQUES.genero),
    interculturalidad: enfoque(ENFOQUES.interculturalidad),
    inclusion: enfoque(ENFOQUES.inclusion),
  }),
  objetivos: z.object({
    filas: Filas(
      'Objetivos de política',
      z.object({
        objetivo: Texto('Objetivo', '', 1000),
        politica: Texto('Política que lo contiene', '', 1000),
        contribucion: TextoLargo('Cómo contribuye el servicio'),
      }),
    ),
  }),
  otrosSectores: z.object({
    multisectorial: Casilla('Sus resultados son multisectoriales'),
    filas: Filas(
      'Otros sectores',
      z.object({ sector: EntidadRef('Sector', '', ['ministerio', 'pcm']), servicio: Texto('Servicio asociado'), vinculo: TextoLargo('Vínculo') }),
    ),
  }),
  estrategia: z.object({
    estrategia: TextoLargo('Estrategia de implementación'),
    nacional: TextoOpcional('Gobierno Nacional', 'Rectoría y evaluación de la política nacional (8.20.1).'),
    subnacional: TextoOpcional('Gobiernos Regionales y Locales', 'Soporte político, administrativo, técnico y financiero (8.20.2).'),
    instrumentos: TextoOpcional('Acciones e instrumentos', 'De cooperación, colaboración o coordinación y convenios (7.2).'),
  }),
  cronograma: z.object({
    filas: Filas(
      'Actividades',
      z.object({
        actividad: Texto('Actividad', '', 1000),
        responsable: EntidadRef('Entidad responsable'),
        inicio: FechaCampo('Inicio'),
        fin: FechaCampo('Fin'),
        meta: TextoOpcional('Meta', '', 1000),
      }),
    ),
  }),
} as const;

export type ClaveDeSeccion = keyof typeof ESQUEMAS;
export type Secciones = { [K in ClaveDeSeccion]: z.output<(typeof ESQUEMAS)[K]> };

/** Sections that travel in the package elevated to the CIG; strategy and schedule are adopted on their own (8.16, R8). */
export const DEL_PAQUETE = [
  'destinatarios',
  'cadena',
  'procesos',
  'roles',
  'bienes',
  'nivelPrestacion',
  'enfoques',
  'objetivos',
  'otrosSectores',
] as const satisfies readonly ClaveDeSeccion[];
export type SeccionDelPaquete = (typeof DEL_PAQUETE)[number];
