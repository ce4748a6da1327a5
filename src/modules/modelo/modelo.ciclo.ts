import { z } from 'zod';
import { DocumentoRef, ExpedienteRef, FechaCampo, Texto, TextoLargo } from '../../directiva/campos.ts';
import { margenConjunto } from '../../directiva/muestra.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { delMinistro, puedeResolver } from '../../directiva/resolucion.ts';
import { acto, type Contexto, efecto } from '../../kernel/acto.ts';
import type { Advertencia, Impedimento, TerritorioId } from '../../kernel/tipos.ts';
import type { Encuesta } from '../encuesta/encuesta.ts';
import type { Indicador } from '../indicador/indicador.ts';
import { preside } from './modelo.lecturas.ts';
import type { FuenteDePercepcion } from './modelo.mejora.ts';
import { type Modelo, type ModeloHecho, vigentes } from './modelo.ts';

const FORMALIZADO: readonly Modelo['pistaA'][] = ['E10', 'E11', 'E12', 'E13'];

const siNoVigente = (m: Modelo): Impedimento[] =>
  FORMALIZADO.includes(m.pistaA) && m.resolucion?.situacion === 'vigente'
    ? []
    : [{ numeral: '8.15', motivo: 'El modelo no está vigente.', remedio: 'Formalícelo antes con su Resolución Ministerial.' }];

const parrafo = (title: string, description: string) => z.string().trim().max(10_000).default('').meta({ title, description, control: 'texto-largo' });

const DatosEvaluacion = z.object({
  periodo: Texto('Periodo evaluado', 'Por ejemplo: primer semestre de 2027.', 100),
  institucional: parrafo('Desde los marcos institucionales', 'Qué se cumplió de los procesos, los roles y las metas, nivel por nivel.'),
  percepcion: parrafo(
    'Desde la percepción de los usuarios',
    'Qué dicen las encuestas y los reclamos que se citan abajo, y las reuniones: cuántas personas y qué dijeron.',
  ),
  encuesta: ExpedienteRef('Encuesta de percepción', 'encuesta', 'La que sustenta esta mirada, de ser el caso.').optional(),
  reclamos: ExpedienteRef('Conteo de reclamos y sugerencias', 'indicador', 'Indicador de satisfacción que los cuenta, de ser el caso.').optional(),
  mediciones: z
    .array(
      z.object({
        numero: z.coerce.number({ error: 'Indique el indicador.' }).int().min(1).meta({ title: 'Indicador', control: 'indicador' }),
        valor: z.coerce.number({ error: 'Indique un número.' }).meta({ title: 'Valor', control: 'texto' }),
        comentario: z.string().trim().max(1000).default('').meta({ title: 'Frente a la línea de base y la meta', control: 'texto' }),
      }),
    )
    .max(200)
    .default([])
    .meta({ title: 'Mediciones' }),
  hallazgos: z
    .array(z.object({ texto: TextoLargo('Hallazgo', '', 4000), propuesta: parrafo('Qué se propone', 'Vacío si no lleva cambios.') }))
    .max(100)
    .default([])
    .meta({ title: 'Hallazgos' }),
});

const uno = (x: number): string => x.toFixed(1).replace('.', ',');

/** «66,4 ± 5,3 en Huancavelica, con 314 encuestas al 95 % de confianza»: the part of the survey inside the territory of the modelo. */
function leerEncuesta(e: Encuesta, m: Modelo, ctx: Contexto): string {
  const dentro = (t: TerritorioId | undefined): boolean => t !== undefined && (t === m.territorio || dentro(ctx.catalogo.territorio(t)?.padre));
  const suyos = e.resultados.filter((r) => dentro(r.territorio));
  const total = suyos.reduce((s, r) => s + r.poblacion, 0);
  if (total === 0) return `${e.nombre}: sin resultados en ${m.nombreTerritorio}`;
  const valor = suyos.reduce((s, r) => s + r.valor * r.poblacion, 0) / total;
  const estratos = suyos.flatMap((r) => (r.margen === undefined ? [] : [{ poblacion: r.poblacion, margen: r.margen }]));
  const margen = estratos.length === suyos.length ? ` ± ${uno(margenConjunto(estratos))}` : '';
  const n = suyos.reduce((s, r) => s + r.n, 0);
  return `${e.nombre}: ${uno(valor)}${margen} en ${m.nombreTerritorio}, con ${n} encuestas${margen ? ` al ${e.confianza} % de confianza` : ', sin margen de error'}`;
}

/** 8.18: the sources that the second lens cites, or why they are not such. */
function fuentesDe(m: Modelo, ctx: Contexto): { fuentes: FuenteDePercepcion[]; impedimentos: Impedimento[] } {
  const fuentes: FuenteDePercepcion[] = [];
  const impedimentos: Impedimento[] = [];
  const { encuesta, reclamos } = ctx.leidos;
  if (encuesta) {
    const e = encuesta.estado as Encuesta;
    if (encuesta.tipo === 'encuesta' && e.situacion === 'vigente') fuentes.push({ clase: 'encuesta', expediente: encuesta.id, texto: leerEncuesta(e, m, ctx) });
    else
      impedimentos.push({
        numeral: '8.18',
        campo: 'encuesta',
        motivo: 'El expediente citado no es una encuesta vigente.',
        remedio: 'Elija una encuesta de la lista, o registre antes la que corresponde.',
      });
  }
  if (reclamos) {
    const i = reclamos.estado as Indicador;
    if (reclamos.tipo === 'indicador' && i.dimension === 'satisfaccion') fuentes.push({ clase: 'reclamos', expediente: reclamos.id, texto: i.nombre });
    else
      impedimentos.push({
        numeral: '8.18',
        campo: 'reclamos',
        motivo: 'El expediente citado no es un indicador de satisfacción de la ciudadanía.',
        remedio: 'Elija el indicador que cuenta los reclamos y sugerencias.',
      });
  }
  return { fuentes, impedimentos };
}

/** t15 (8.17, 8.18): both lenses are expected; with one of them it warns. Measuring before a baseline is lawful (R9). */
export const evaluarPeriodo = acto<Modelo, z.output<typeof DatosEvaluacion>, ModeloHecho>({
  nombre: 'EvaluarPeriodo',
  titulo: 'Evaluar un periodo',
  resumen: 'Compara lo medido con las metas, desde las instituciones y desde los usuarios; abre el ciclo de mejora.',
  expediente: 'modelo',
  numerales: ['8.17', '8.18'],
  concurrencia: 'version',
  datos: DatosEvaluacion,
  refs: (d) => ({ encuesta: d.encuesta, reclamos: d.reclamos }),
  puede: preside,
  impide: (m) =>
    m.pistaA === 'E12' || m.pistaA === 'E13'
      ? []
      : [
          {
            numeral: '8.17',
            motivo: 'El modelo no está en implementación.',
            remedio: 'Inicie antes su implementación; los indicadores sí pueden medirse desde ahora.',
          },
        ],
  decidir: (m, { encuesta: _e, reclamos: _r, ...datos }, ctx) => {
    const conocidos = new Set(vigentes(m).map((i) => i.numero));
    const ajenas = datos.mediciones.flatMap((x, i): Impedimento[] =>
      conocidos.has(x.numero)
        ? []
        : [
            {
              numeral: '8.17',
              campo: `mediciones[${i}].numero`,
              motivo: `El modelo no tiene un indicador vigente n.º ${x.numero}.`,
              remedio: 'Elija un indicador del modelo.',
            },
          ],
    );
    const { fuentes, impedimentos } = fuentesDe(m, ctx);
    ajenas.push(...impedimentos);
    if (ajenas.length > 0) return { impedimentos: ajenas };
    if (!datos.institucional && !datos.percepcion && fuentes.length === 0)
      return {
        impedimentos: [
          {
            numeral: '8.18',
            campo: 'institucional',
            motivo: 'La evaluación está vacía.',
            remedio: 'Escriba al menos una de las dos miradas; la otra puede completarse después.',
          },
        ],
      };
    const advertencias: Advertencia[] = [];
    if (!datos.percepcion && fuentes.length === 0) advertencias.push({ numeral: '8.18', motivo: 'Falta la mirada de los usuarios del servicio.' });
    else if (fuentes.length === 0)
      advertencias.push({
        numeral: '8.18',
        motivo: 'La mirada de los usuarios no cita una encuesta ni un conteo de reclamos: no consta a cuántos se escuchó.',
      });
    if (!datos.institucional) advertencias.push({ numeral: '8.18', motivo: 'Falta la mirada de los marcos institucionales.' });
    if (datos.mediciones.length === 0) advertencias.push({ numeral: '8.17', motivo: 'La evaluación no trae mediciones de los indicadores.' });
    const sinBase = vigentes(m).filter((i) => !i.lineaBase && datos.mediciones.some((x) => x.numero === i.numero));
    if (sinBase.length > 0)
      advertencias.push({ numeral: '8.17', motivo: `Sin línea de base: ${sinBase.map((i) => i.nombre).join(', ')}. La primera medición puede serlo.` });
    return { hechos: [{ tipo: 'PeriodoEvaluado', v: 1, datos: { ...datos, fuentes } }], advertencias };
  },
});

/** Policy results that wait for their contribution indicator: listed and never blocking (8.11.3, R10). */
const contribucionPendiente = (m: Modelo): string[] => {
  const filas = m.secciones.objetivos?.filas ?? [];
  return filas.length > 1 ? filas.map((f) => f.objetivo) : [];
};

const DatosCierre = z.object({ retroalimentacion: TextoLargo('Informe de retroalimentación', 'Qué se aprendió y por qué el modelo sigue igual.', 20_000) });

/** t16 (8.17): the feedback report lists what is open of 8.11.3 and closes all the same (R10). */
export const cerrarCiclo = acto<Modelo, z.output<typeof DatosCierre>, ModeloHecho>({
  nombre: 'CerrarCiclo',
  titulo: 'Cerrar el ciclo sin cambios',
  resumen: 'Deja el informe de retroalimentación y continúa la implementación con la versión vigente.',
  expediente: 'modelo',
  numerales: ['8.11.3', '8.17'],
  concurrencia: 'version',
  datos: DatosCierre,
  puede: preside,
  impide: (m) => (m.pistaA === 'E13' ? [] : [{ numeral: '8.17', motivo: 'No hay un ciclo de mejora abierto.', remedio: 'Evalúe antes un periodo.' }]),
  decidir: (m, { retroalimentacion }) => {
    const abiertas = contribucionPendiente(m);
    return {
      hechos: [{ tipo: 'CicloCerrado', v: 1, datos: { retroalimentacion, contribucionPendiente: abiertas } }],
      advertencias:
        abiertas.length > 0
          ? [{ numeral: '8.11.3', motivo: `Siguen por identificar, en convenios de gestión, los indicadores de contribución a: ${abiertas.join('; ')}.` }]
          : [],
    };
  },
});

const DatosNuevaVersion = z.object({
  motivo: TextoLargo('Qué se cambia y por qué', 'La propuesta que sale de la retroalimentación.', 10_000),
  desde: Opcion('Desde dónde se retoma', { E6: 'El diagnóstico y los procesos', E7: 'La formulación, con el diagnóstico como está' }).default('E7'),
});

/** t17 (8.17): same path t7–t12; the earlier version stays in force until the new resolution. */
export const abrirNuevaVersion = acto<Modelo, z.output<typeof DatosNuevaVersion>, ModeloHecho>({
  nombre: 'AbrirNuevaVersion',
  titulo: 'Abrir una nueva versión del modelo',
  resumen: 'Vuelve al diseño con lo aprendido; la versión vigente rige hasta que una nueva resolución la reemplace.',
  expediente: 'modelo',
  numerales: ['8.13', '8.17'],
  concurrencia: 'version',
  datos: DatosNuevaVersion,
  puede: preside,
  impide: siNoVigente,
  decidir: (m, datos) => ({
    hechos: [{ tipo: 'NuevaVersionAbierta', v: 1, datos }],
    advertencias: m.evaluaciones?.length ? [] : [{ numeral: '8.17', motivo: 'La nueva versión no se apoya en una evaluación registrada.' }],
  }),
});

const DatosCese = z.object({
  clase: Opcion('Qué se acuerda', { suspendido: 'Suspender el modelo', sin_efecto: 'Dejar sin efecto el modelo' }),
  motivo: TextoLargo('Motivo', '', 10_000),
});

/** t18: agreed by the CIG as it was approved (6.6); a resolution of the same rank gives it effect (8.15, parallelism of forms: ours). */
export const acordarCese = efecto<Modelo, z.output<typeof DatosCese>, ModeloHecho>({
  nombre: 'AcordarCese',
  titulo: 'Suspender o dejar sin efecto el modelo',
  resumen: 'La CIG acuerda por consenso que el modelo deje de aplicarse; surte efecto con la resolución del mismo rango.',
  numerales: ['6.6', '8.15'],
  datos: DatosCese,
  impide: siNoVigente,
  decidir: (_m, datos, acuerdo) => ({
    hechos: [{ tipo: 'CeseAcordado', v: 1, datos: { ...datos, sesion: acuerdo.sesion, nombreSesion: acuerdo.nombreSesion } }],
  }),
});

const DatosFormalizacion = z.object({
  numero: Texto('Número de la Resolución Ministerial', 'Ejemplo: 123-2027-MINSA.', 80),
  fecha: FechaCampo('Fecha'),
  documento: DocumentoRef('Archivo de la resolución').optional(),
});

export const formalizarCese = acto<Modelo, z.output<typeof DatosFormalizacion>, ModeloHecho>({
  nombre: 'FormalizarCese',
  titulo: 'Registrar la resolución que suspende o deja sin efecto',
  resumen: 'Registra la Resolución Ministerial que da efecto a lo acordado por la CIG.',
  expediente: 'modelo',
  numerales: ['8.15'],
  concurrencia: 'version',
  datos: DatosFormalizacion,
  puede: (actor, m, ctx) => puedeResolver(actor, m.sector, ctx),
  impide: (m) =>
    m.cese && !m.cese.resolucion
      ? []
      : [{ numeral: '6.6', motivo: 'La CIG no ha acordado suspender ni dejar sin efecto este modelo.', remedio: 'Lleve el asunto a una sesión de la CIG.' }],
  decidir: (m, datos, ctx) => {
    const impedimentos = delMinistro(m.sector, ctx);
    if (datos.fecha > ctx.hoy)
      impedimentos.push({
        numeral: '8.15',
        campo: 'fecha',
        motivo: 'La fecha de la resolución está en el futuro.',
        remedio: 'Escriba la fecha que figura en la resolución.',
      });
    return impedimentos.length > 0 ? { impedimentos } : { hechos: [{ tipo: 'CeseFormalizado', v: 1, datos }] };
  },
});
