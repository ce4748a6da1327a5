import { z } from 'zod';
import { EntidadRef, FechaCampo, TerritorioRef, Texto } from '../../directiva/campos.ts';

const Fecha = FechaCampo('Fecha').optional();

/** First and last day in force. */
const Vigencia = { vigenteDesde: Fecha, vigenteHasta: Fecha };

const IdTerritorio = TerritorioRef('Territorio');
const IdEntidad = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use minúsculas, dígitos y guiones, por ejemplo «minsa».')
  .max(40);
const Nombre = z.string().trim().min(1).max(200);
const Tipo = z.enum([
  'ministerio',
  'pcm',
  'secretaria_pcm',
  'adscrito',
  'gobierno_regional',
  'municipalidad_provincial',
  'municipalidad_distrital',
  'asociacion',
  'otro',
]);
const Nivel = z.enum(['nacional', 'regional', 'provincial', 'distrital']);

const FilaTerritorio = z.object({
  id: IdTerritorio,
  nombre: Nombre,
  tipo: z.enum(['pais', 'departamento', 'ambito', 'provincia', 'distrito']),
  padre: IdTerritorio.optional(),
  departamental: IdTerritorio.optional(),
  cercado: z.boolean().optional(),
  capital: Nombre.optional(),
  poblacion: z.int().nonnegative().optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  ...Vigencia,
});

const FilaEntidad = z.object({
  id: IdEntidad,
  nombre: Nombre,
  sigla: z.string().trim().min(1).max(30).optional(),
  tipo: Tipo,
  nivel: Nivel,
  territorio: IdTerritorio.optional(),
  sector: IdEntidad.optional(),
  nombrePorConfirmar: z.boolean().optional(),
  ...Vigencia,
  sucesora: IdEntidad.optional(),
});

const FilaOrgano = z.object({ entidad: IdEntidad, cargo: z.string().min(1).max(60), nombre: Nombre, porConfirmar: z.boolean() });

const FilaCodigo = z.object({ territorio: IdTerritorio, emisor: z.enum(['INEI', 'RENIEC']), codigo: z.string().regex(/^\d{2,6}$/), vigente: z.boolean() });

const Archivo = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'Indique la huella sha-256 del archivo.')
  .meta({ title: 'Huella del archivo', description: 'sha-256 del archivo importado.' });

/** Kept with the import as its evidence; absent when the file was not uploaded. */
const Documento = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'Indique la huella sha-256 del archivo.')
  .optional()
  .meta({ title: 'Archivo', description: 'El archivo importado, subido antes.', control: 'documento' });
const Resumen = z.record(z.string().max(40), z.int().nonnegative()).meta({ title: 'Filas por resultado' });

export const DatosSiembra = z.object({ territorios: z.array(FilaTerritorio), entidades: z.array(FilaEntidad), organos: z.array(FilaOrgano) });

export const DatosImportarTerritorio = z.object({
  archivo: Archivo,
  documento: Documento,
  formato: z.enum(['inei', 'inei_reniec']).meta({ title: 'Formato del archivo' }),
  resumen: Resumen,
  territorios: z.array(FilaTerritorio).meta({ title: 'Territorios nuevos o modificados' }),
  codigos: z.array(FilaCodigo).meta({ title: 'Códigos por emisor' }),
  entidades: z.array(FilaEntidad).meta({ title: 'Gobiernos nuevos o renombrados' }),
});

export const DatosEntidad = z.object({
  id: IdEntidad.meta({ title: 'Identificador', description: 'En minúsculas, por lo común la sigla. No cambia después.', control: 'texto' }),
  nombre: Texto('Nombre oficial', 'Como figura en su norma de creación.', 200),
  sigla: z.string().trim().min(1).max(30).optional().meta({ title: 'Sigla', control: 'texto' }),
  tipo: Tipo.meta({ title: 'Tipo de entidad', control: 'opcion' }),
  nivel: Nivel.meta({ title: 'Nivel de gobierno', control: 'opcion' }),
  territorio: TerritorioRef('Territorio', 'Solo si la entidad gobierna un territorio.').optional(),
  sector: EntidadRef('Ministerio del sector', 'El ministerio al que está adscrita. Déjelo vacío si la entidad es un ministerio.', [
    'ministerio',
    'pcm',
  ]).optional(),
  vigenteDesde: FechaCampo('Vigente desde').optional(),
  nombrePorConfirmar: z.boolean().default(false).meta({ title: 'El nombre está por confirmar', control: 'casilla' }),
});

export const DatosCorregirEntidad = z.object({
  entidad: EntidadRef('Entidad'),
  nombre: Texto('Nombre oficial', 'Como figura en su norma.', 200),
  sigla: z.string().trim().min(1).max(30).optional().meta({ title: 'Sigla', control: 'texto' }),
});

export const DatosOrgano = z.object({
  entidad: EntidadRef('Entidad', '', ['ministerio', 'pcm', 'secretaria_pcm', 'adscrito']),
  cargo: Texto('Función según la Directiva', 'Por ejemplo organo_descentralizacion u ogpp.', 60),
  nombre: Texto('Nombre del órgano', 'Como figura en el reglamento de organización y funciones de la entidad.', 200),
});

export const DatosSucesion = z.object({
  entidad: EntidadRef('Entidad que termina'),
  sucesora: EntidadRef('Entidad que la sucede'),
  hasta: FechaCampo('Último día de vigencia', 'De la entidad que termina.'),
  norma: Texto('Norma', 'La que dispone el cambio. Ejemplo: Ley 31075.'),
});

export const DatosCreacion = z.object({
  distrito: TerritorioRef('Distrito creado', 'Debe figurar ya en el catálogo: impórtelo antes con su código.', ['distrito']),
  origenes: z
    .array(TerritorioRef('Distrito de origen', '', ['distrito']))
    .min(1, 'Indique al menos un distrito de origen.')
    .max(20)
    .meta({ title: 'Distritos de los que se segregó', control: 'lista' }),
  desde: FechaCampo('Vigente desde', 'Día en que rige la norma de creación.'),
  norma: Texto('Norma de creación', 'Ejemplo: Ley 31197.', 200),
});

const FilaNorma = z.object({
  id: z
    .string()
    .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9.]+)*$/)
    .max(60),
  nombre: z.string().trim().min(1).max(400),
  emitida: Fecha,
  fechasVerificadas: z.boolean().optional(),
  ...Vigencia,
});

/** A function of a law by article and letter, in a short wording of our own. */
const FilaCompetencia = z.object({
  clave: z
    .string()
    .regex(/^[A-Z]+(-[A-Za-z0-9.]+)+$/)
    .max(60),
  norma: z.string().min(1).max(60),
  texto: z.string().trim().min(1).max(2000),
  materia: z.string().trim().min(1).max(300).optional(),
  nivel: z.enum(['nacional', 'regional', 'provincial', 'distrital', 'local']).optional(),
  grupo: z.string().trim().min(1).max(120).optional(),
  textoCompleto: z.string().trim().min(1).max(4000).optional(),
  ...Vigencia,
});

export const DatosImportarNormas = z.object({
  archivo: Archivo,
  documento: Documento,
  resumen: Resumen,
  normas: z.array(FilaNorma).meta({ title: 'Normas nuevas o modificadas' }),
  competencias: z.array(FilaCompetencia).meta({ title: 'Competencias nuevas o modificadas' }),
});

/** What the hecho `NormasImportadas` records, for the projection of the norms. */
export type NormasImportadas = Omit<z.output<typeof DatosImportarNormas>, 'documento'>;
