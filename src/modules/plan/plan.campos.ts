import { z } from 'zod';
import { DocumentoRef, EntidadRef, ExpedienteRef, FechaCampo, TerritorioRef, Texto, TextoLargo, TextoOpcional } from '../../directiva/campos.ts';

export const DatosPlan = z.object({
  cig: ExpedienteRef('Comisión Intergubernamental', 'cig'),
  nombre: Texto('Nombre del plan', 'Ejemplo: Plan de Trabajo Institucional 2026-2027 del sector Salud.'),
  periodo: Texto('Periodo', 'Año o años que abarca.', 40),
});

export const DatosDiagnosticoPlan = z.object({
  texto: TextoLargo('Diagnóstico', 'Efectuado para identificar y priorizar los servicios en cada territorio.'),
  fuentes: Texto('Fuentes de información', '', 2000),
  practica: z.string().trim().max(20_000).default('').meta({
    title: 'Práctica actual de gestión descentralizada',
    description: 'De ser el caso. Deje vacío si no aplica.',
    control: 'texto-largo',
  }),
  problematica: TextoLargo('Problemática con otros servicios y otros niveles de gobierno'),
  politicas: TextoLargo('Políticas nacionales y sectoriales que inciden'),
  documento: DocumentoRef('Documento del diagnóstico').optional(),
});

const opcional = (title: string, description: string) => z.string().trim().max(4000).default('').meta({ title, description, control: 'texto-largo' });
const AYUDA = 'Si no contribuye, escriba «no contribuye» y por qué.';

export const DatosServicioIncluido = z.object({
  servicio: ExpedienteRef('Servicio público', 'servicio'),
  territorio: TerritorioRef('Territorio', 'Departamento o provincia. Un modelo no es de un distrito ni del país.', ['departamento', 'ambito', 'provincia']),
  prioridad: z.coerce.number({ error: 'Indique un número.' }).int().min(1).max(999).default(1).meta({ title: 'Orden de prioridad' }),
  criterios: TextoLargo('Criterios de priorización en ese territorio'),
  alineamiento: z
    .object({
      metas: opcional('Metas nacionales y sectoriales', AYUDA),
      acuerdoNacional: opcional('Políticas de Estado del Acuerdo Nacional', AYUDA),
      planEstrategico: opcional('Plan Estratégico de Desarrollo Nacional vigente', AYUDA),
    })
    .prefault({})
    .meta({ title: 'Alineamiento' }),
  roles: z
    .array(
      z.object({
        nivel: z.enum(['nacional', 'regional', 'provincial', 'distrital']).meta({ title: 'Nivel' }),
        rol: Texto('Rol', '', 1000),
        competencia: z
          .string()
          .trim()
          .max(200)
          .default('')
          .meta({ title: 'Competencia que lo sustenta', description: 'Por ejemplo LOGR-49-g.', control: 'texto' }),
      }),
    )
    .max(40)
    .default([])
    .meta({ title: 'Roles por nivel de gobierno' }),
});

export const DatosExclusion = z.object({
  linea: z.coerce.number({ error: 'Indique un número.' }).int().min(1).meta({ title: 'Número de la línea', control: 'linea' }),
  motivo: TextoLargo('Motivo'),
});

export const DatosConvocatoriaInformes = z.object({
  vence: FechaCampo('Fecha hasta la que se esperan los informes', 'La fija el sector; la Directiva no establece plazo.'),
});

export const DatosInforme = z.object({
  entidad: EntidadRef('Gobierno que informa', '', ['gobierno_regional', 'municipalidad_provincial']),
  resumen: TextoLargo('Diagnóstico que aporta'),
  propuestas: TextoLargo('Propuestas'),
  acuerdoNumero: z.string().trim().max(80).default('').meta({
    title: 'Número del acuerdo',
    description: 'Acuerdo de Concejo Municipal Provincial o de Consejo Regional. Sin acuerdo, cuenta como aporte y no como informe.',
    control: 'texto',
  }),
  acuerdoFecha: FechaCampo('Fecha del acuerdo').optional(),
  acuerdoDocumento: DocumentoRef('Archivo del acuerdo').optional(),
});

export const DatosRespuesta = z.object({
  entidad: EntidadRef('Gobierno que informó', '', ['gobierno_regional', 'municipalidad_provincial']),
  resultado: z.enum(['incorporado', 'parcial', 'no_incorporado']).meta({
    title: 'Cómo se integró',
    etiquetas: { incorporado: 'Incorporado', parcial: 'Incorporado en parte', no_incorporado: 'No incorporado' },
  }),
  motivo: TextoLargo('Explicación'),
});

export const DatosAprobacion = z.object({
  enmiendas: TextoOpcional('Enmiendas acordadas en la sesión', 'La CIG puede aprobar el plan con enmiendas; forman parte del texto aprobado.'),
});

export const DatosObservacion = z.object({ observaciones: TextoLargo('Observaciones de la CIG') });
