import { z } from 'zod';
import { EntidadRef, ExpedienteRef, FechaCampo, TerritorioRef, Texto, TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { PERIODICIDADES } from '../../directiva/periodos.ts';
import { AGREGACIONES, CAPTURAS, CLASES, CRITERIOS, DIMENSIONES, SENTIDOS } from './indicador.etiquetas.ts';

const casilla = (title: string) => z.boolean().default(false).meta({ title, control: 'casilla' });
const numero = (title: string, description = '') => z.coerce.number({ error: 'Indique un número.' }).meta({ title, description, control: 'texto' });
export const PeriodoEscrito = Texto('Periodo', 'Año (2026), mes (2026-07), trimestre (2026-T3) o semestre (2026-S1), según la periodicidad.', 30);

/** Sheet of an indicator. */
export const FICHA = {
  nombre: Texto('Nombre del indicador'),
  proposito: TextoLargo('Propósito', 'Qué decisión permite tomar.', 2000),
  dimension: Opcion('Qué mide', DIMENSIONES),
  clase: Opcion('Clase', CLASES, 'Los indicadores miden principalmente resultados (8.19).'),
  agregacion: Opcion('Cómo se agregan los territorios', AGREGACIONES),
  numerador: Texto('Qué se cuenta', 'Numerador o valor que se reporta.', 1000),
  denominador: z.string().trim().max(1000).default('').meta({
    title: 'Denominador o peso',
    description: 'Solo para razones y promedios ponderados.',
    control: 'texto',
  }),
  factor: numero('Factor', '100 para un porcentaje; 1 si no corresponde.').pipe(z.number().positive('Use un número mayor que cero.')).default(1),
  unidad: Texto('Unidad de medida', '', 100),
  decimales: z.coerce.number().int().min(0).max(6).default(0).meta({ title: 'Decimales que se muestran', control: 'texto' }),
  sentido: Opcion('Sentido', SENTIDOS),
  periodicidad: Opcion('Periodicidad', PERIODICIDADES),
  fuente: Texto('Fuente de datos', '', 1000),
  responsable: EntidadRef('Entidad responsable', 'Responde por el indicador y puede cargar las cifras de todo el país.'),
  captura: Opcion('Nivel en que se recoge', CAPTURAS),
  desagregaciones: z
    .array(
      z.object({
        nombre: Texto('Característica', 'Sexo, grupo de edad, lengua, autoidentificación étnica, discapacidad, área…', 80),
        categorias: z
          .array(z.string().trim().min(1).max(80))
          .min(2, 'Escriba al menos dos categorías.')
          .max(40)
          .meta({ title: 'Categorías', control: 'lista' }),
      }),
    )
    .max(8)
    .default([])
    .meta({ title: 'Desagregaciones' }),
  criterios: z
    .object({
      simplicidad: casilla(CRITERIOS.simplicidad),
      confiabilidad: casilla(CRITERIOS.confiabilidad),
      validez: casilla(CRITERIOS.validez),
      costoRazonable: casilla(CRITERIOS.costoRazonable),
    })
    .prefault({})
    .meta({ title: 'Requisitos que cumple (8.19)' }),
  minimo: numero('Valor mínimo esperable', 'Un valor menor se advierte y se conserva.').optional(),
  maximo: numero('Valor máximo esperable').optional(),
  acumulativo: casilla('Solo puede crecer: advertir si baja'),
  salto: numero('Advertir cambios mayores que este porcentaje entre periodos').pipe(z.number().positive()).default(100),
  atipico: numero('Advertir valores que se apartan de los demás territorios', 'Cuántas desviaciones (medianas) de los demás; 0 para no advertir.')
    .pipe(z.number().min(0, 'Use cero o más.').max(100))
    .default(5),
};

export const DatosDefinicion = z.object({
  servicio: ExpedienteRef('Servicio público', 'servicio'),
  modelo: ExpedienteRef('Modelo Específico que lo propone', 'modelo', 'De ser el caso.').optional(),
  ...FICHA,
});
export const DatosVersion = z.object({
  ...FICHA,
  desde: PeriodoEscrito.meta({ title: 'Primer periodo con el nuevo método', control: 'texto' }),
  ruptura: casilla('Los valores no se comparan con los anteriores (se marca en los gráficos)'),
  motivo: TextoLargo('Motivo del cambio', '', 2000),
});
export const DatosAdopcion = z.object({
  organo: Opcion('Quién lo acordó', { etti: 'El ETTI', cig: 'La CIG' }),
  acta: z.string().trim().max(300).default('').meta({ title: 'Acta o acuerdo que lo recoge', control: 'texto' }),
  niveles: z
    .array(z.enum(['nacional', 'regional', 'local']))
    .default([])
    .meta({ title: 'Niveles que lo consensuaron', etiquetas: { nacional: 'Nacional', regional: 'Regional', local: 'Local' } }),
  entidad: EntidadRef('Entidad que asume el compromiso').optional(),
  compromiso: TextoOpcional('Compromiso asumido', '', 2000),
});
const ValorPorTerritorio = (title: string) => z.object({ territorio: TerritorioRef('Territorio'), periodo: PeriodoEscrito, valor: numero(title) });
export const DatosLineaBase = z.object({
  valores: z.array(ValorPorTerritorio('Valor')).min(1, 'Escriba al menos un valor.').max(2000).meta({ title: 'Valores de partida' }),
  fuente: Texto('Fuente', '', 1000),
});
export const DatosMetas = z.object({
  valores: z.array(ValorPorTerritorio('Meta')).min(1, 'Escriba al menos una meta.').max(2000).meta({ title: 'Metas' }),
  sustento: TextoLargo('Sustento', 'Acuerdo, convenio o plan del que provienen.', 2000),
});
export const DatosPeriodo = z.object({ periodo: PeriodoEscrito });
export const DatosApertura = z.object({
  periodo: PeriodoEscrito,
  vence: FechaCampo('Fecha límite que fija el sector', 'Es un acuerdo de trabajo, no un plazo de la Directiva.').optional(),
});
export const DatosRetiro = z.object({ motivo: TextoLargo('Motivo', '', 2000) });
