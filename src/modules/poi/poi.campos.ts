import { z } from 'zod';
import { DocumentoRef, Texto } from '../../directiva/campos.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { FUENTES, GENERICAS, PRIORIDADES } from './poi.etiquetas.ts';

const Codigo = (title: string, description = '', max = 30) =>
  z
    .string({ error: 'Complete este campo.' })
    .trim()
    .min(1, 'Complete este campo.')
    .max(max, `Use como máximo ${max} caracteres.`)
    .regex(/^[\w.\- /]+$/, 'Use letras sin tilde, números, puntos y guiones.')
    .meta({ title, description, control: 'texto' });

const Monto = (title: string, description = '') =>
  z.coerce
    .number({ error: 'Indique un número.' })
    .min(0, 'No puede ser negativo.')
    .max(1e13, 'Revise el número.')
    .meta({ title, description, control: 'texto' });

const Meses = (title: string) =>
  z
    .string()
    .trim()
    .max(400, 'Use como máximo 400 caracteres.')
    .default('')
    .meta({ title, description: 'Doce números de enero a diciembre, separados por espacios. Puede pegarlos de una hoja de cálculo.', control: 'texto' });

/** Twelve numbers, January to December; undefined when they are not twelve numbers. Empty text is no month at all. */
export function leerMeses(texto: string): number[] | undefined {
  if (texto.trim() === '') return [];
  const valores = texto
    .trim()
    .split(/[\s;|]+/)
    .map((t) => (/^\d+([.,]\d+)?$/.test(t) ? Number(t.replace(',', '.')) : Number.NaN));
  return valores.length === 12 && valores.every(Number.isFinite) ? valores : undefined;
}

export const CamposPoi = {
  metas: z
    .array(
      z.object({
        indicador: z.coerce.number({ error: 'Indique el número del indicador.' }).int().min(1).meta({
          title: 'Número del indicador',
          description: 'El que tiene en el modelo.',
          control: 'texto',
        }),
        meta: Texto('Meta en su territorio', 'Valor y unidad: «85 % de niñas y niños».', 300),
        actividad: Codigo('Código de la actividad del POI', 'Una de las que describe abajo.'),
      }),
    )
    .min(1, 'Vincule al menos una meta.')
    .max(100)
    .meta({ title: 'Metas del modelo' }),
  actividades: z
    .array(
      z.object({
        codigo: Codigo('Código', 'El de la actividad operativa en su POI.'),
        nombre: Texto('Actividad operativa', '', 300),
        unidad: Texto('Unidad de medida', '', 100),
        centroCosto: Texto('Centro de costo', '', 100),
        oei: Codigo('Objetivo estratégico institucional', 'Por ejemplo OEI.01.', 20),
        aei: Codigo('Acción estratégica institucional', 'Por ejemplo AEI.01.02.', 20),
        ubigeo: z
          .string()
          .trim()
          .regex(/^\d{6}$/, 'El ubigeo tiene seis dígitos.')
          .meta({ title: 'Ubigeo', description: 'Distrito donde se ejecuta (INEI).', control: 'texto' }),
        prioridad: Opcion('Prioridad', PRIORIDADES).default('alta'),
        anual: Monto('Meta física anual'),
        mensual: Meses('Meta física por mes'),
      }),
    )
    .min(1, 'Describa al menos una actividad.')
    .max(100)
    .meta({ title: 'Actividades operativas del POI' }),
  cadenas: z
    .array(
      z.object({
        actividad: Codigo('Código de la actividad del POI'),
        categoria: Texto('Categoría o programa presupuestal', 'Por ejemplo 1001 o 9002.', 200),
        producto: Texto('Producto o proyecto', '', 200),
        obra: Texto('Actividad presupuestal u obra', '', 200),
        finalidad: Texto('Finalidad', '', 200),
        fuente: Opcion('Fuente de financiamiento', FUENTES),
        generica: Opcion('Genérica de gasto', GENERICAS),
        pia: Monto('PIA (S/)', 'Presupuesto institucional de apertura.'),
        pim: Monto('PIM (S/)', 'Modificado, si ya lo hay.').optional(),
        mensual: Meses('Programación por mes (S/)'),
      }),
    )
    .default([])
    .meta({ title: 'Cadenas presupuestales', description: 'Con cargo al presupuesto de su propia entidad (9.5).', control: 'lista' }),
  documento: DocumentoRef('POI o resolución que lo aprueba').optional(),
};

const Contenido = z.object(CamposPoi);
export type DatosPoi = z.output<typeof Contenido>;
