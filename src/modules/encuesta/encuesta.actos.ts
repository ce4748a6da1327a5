import { z } from 'zod';
import { DocumentoRef, ExpedienteRef, FechaCampo, TerritorioRef, Texto, TextoLargo } from '../../directiva/campos.ts';
import { CONDUCEN, nombreDeCargo } from '../../directiva/cargos.ts';
import { margenDeMedia, margenDeProporcion } from '../../directiva/muestra.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { leerPeriodo, nombreDePeriodo } from '../../directiva/periodos.ts';
import { acto, type Contexto, type Modulo } from '../../kernel/acto.ts';
import type { Actor, Advertencia, Catalogo, Impedimento, TerritorioId } from '../../kernel/tipos.ts';
import type { Indicador } from '../indicador/indicador.ts';
import { CONFIANZAS, DISENOS, MEDIDAS } from './encuesta.etiquetas.ts';
import { type Encuesta, type EncuestaHecho, evolve, type FichaTecnica, ficha, type Resultado } from './encuesta.ts';

/** Offices that answer for a survey: of the sector for the whole country, of a government for its territory (8.18). */
const APLICAN: readonly string[] = [
  ...CONDUCEN,
  'funcionario_sector',
  'ogpp',
  'gobernador',
  'gerente_regional',
  'alcalde_provincial',
  'gerente_municipal',
  'alcalde_distrital',
];
/** Below these, the results stand with a warning. */
const POCOS = 30;
const RESPUESTA_BAJA = 50;

const positivo = (title: string, description = '') =>
  z.coerce.number({ error: 'Indique un número.' }).positive('Use un número mayor que cero.').meta({ title, description, control: 'texto' });
const entero = (title: string, description = '') =>
  z.coerce
    .number({ error: 'Indique un número.' })
    .int('Use un número entero.')
    .positive('Use un número mayor que cero.')
    .meta({ title, description, control: 'texto' });

const DatosEncuesta = z.object({
  indicador: ExpedienteRef('Indicador de satisfacción', 'indicador', 'Sus resultados entran como cifras de este indicador.'),
  nombre: Texto('Nombre de la encuesta', 'Con su ola: «Satisfacción con el control CRED, 2026».'),
  periodo: Texto('Periodo', 'Según la periodicidad del indicador: 2026, 2026-S1, 2026-07.', 30),
  poblacion: TextoLargo('Población', 'De quiénes habla la encuesta.', 2000),
  marco: TextoLargo('Marco muestral', 'La lista o registro del que salió la muestra.', 2000),
  diseno: Opcion('Diseño de la muestra', DISENOS),
  disenoDetalle: TextoLargo('Cómo se eligió a las personas', 'Etapas, estratos, reemplazos y ponderación.', 4000),
  muestra: entero('Tamaño de la muestra', 'Encuestas completas.'),
  tasaRespuesta: z.coerce
    .number({ error: 'Indique un número.' })
    .min(0, 'Entre 0 y 100.')
    .max(100, 'Entre 0 y 100.')
    .meta({ title: 'Tasa de respuesta (%)', description: 'Completas entre personas contactadas.', control: 'texto' }),
  confianza: Opcion('Nivel de confianza', CONFIANZAS).default('95'),
  deff: positivo('Efecto de diseño', '1 si la muestra es aleatoria simple; mayor con conglomerados.').default(1),
  desde: FechaCampo('Primer día de campo'),
  hasta: FechaCampo('Último día de campo'),
  aplico: Texto('Quién la aplicó', 'Oficina o empresa.', 300),
  pregunta: TextoLargo('Pregunta', 'Como se leyó a la persona.', 2000),
  escala: TextoLargo('Escala de respuesta', 'Alternativas, y cuáles cuentan como satisfacción.', 2000),
  medida: Opcion('Qué se publica', MEDIDAS),
  resultados: z
    .array(
      z.object({
        territorio: TerritorioRef('Territorio'),
        valor: z.coerce.number({ error: 'Indique un número.' }).meta({ title: 'Resultado', description: 'Porcentaje (0 a 100) o promedio.', control: 'texto' }),
        n: entero('Encuestas'),
        poblacion: entero('Población', 'Pesa al sumar territorios y corrige el margen.'),
        desviacion: z.coerce
          .number({ error: 'Indique un número.' })
          .min(0, 'No puede ser negativa.')
          .optional()
          .meta({ title: 'Desviación estándar', description: 'Solo si es un promedio.', control: 'texto' }),
      }),
    )
    .min(1, 'Escriba al menos un resultado.')
    .max(2000)
    .meta({ title: 'Resultados por territorio' }),
  documento: DocumentoRef('Informe de la encuesta').optional(),
});
type Datos = z.output<typeof DatosEncuesta>;

const NIVEL: Readonly<Record<Indicador['captura'], readonly string[]>> = {
  distrito: ['distrito'],
  provincia: ['provincia'],
  departamento: ['departamento', 'ambito'],
  pais: ['pais'],
};

function dentroDe(territorio: TerritorioId, propio: TerritorioId | undefined, catalogo: Catalogo): boolean {
  for (let t: TerritorioId | undefined = territorio; t; t = catalogo.territorio(t)?.padre) if (t === propio) return true;
  return false;
}

const deTodoElPais = (actor: Actor, s: Pick<Indicador, 'sector' | 'responsable'>): boolean => actor.entidad === s.sector || actor.entidad === s.responsable;

/** What makes the indicator unable to hold the results of a survey. */
function delIndicador(s: Indicador): Impedimento[] {
  const no = (numeral: string, motivo: string, remedio: string): Impedimento[] => [{ numeral, campo: 'indicador', motivo, remedio }];
  if (s.situacion === 'retirado') return no('8.17', 'El indicador fue retirado.', 'Elija un indicador vigente.');
  if (s.dimension !== 'satisfaccion')
    return no(
      '8.19',
      'El indicador no mide la satisfacción de la ciudadanía.',
      'Elija o defina uno de esa dimensión: la percepción de los usuarios se lee ahí (8.18).',
    );
  if (s.agregacion !== 'media_ponderada')
    return no(
      '8.19',
      'Los resultados de una muestra no se suman ni se promedian sin peso.',
      'Use un indicador que se agregue por «Promedio ponderado», con la población como peso.',
    );
  return [];
}

function impedimentosDe(s: Indicador, d: Datos, ctx: Contexto): Impedimento[] {
  const salida: Impedimento[] = [];
  const mal = (campo: string, motivo: string, remedio: string) => salida.push({ numeral: '8.19', campo, motivo, remedio });
  if (d.hasta < d.desde) mal('hasta', 'El trabajo de campo termina antes de empezar.', 'Corrija las fechas.');
  if (d.hasta > ctx.hoy) mal('hasta', 'El trabajo de campo aún no termina.', 'Registre la encuesta cuando tenga sus resultados.');
  if (d.resultados.reduce((n, r) => n + r.n, 0) > d.muestra)
    mal('muestra', 'Los resultados suman más encuestas que la muestra.', 'Corrija el tamaño de la muestra o las encuestas de cada territorio.');
  const vistos = new Set<string>();
  for (const [i, r] of d.resultados.entries()) {
    const t = ctx.catalogo.territorio(r.territorio);
    const campo = (c: string) => `resultados[${i}].${c}`;
    if (!t || !NIVEL[s.captura].includes(t.tipo))
      mal(campo('territorio'), `El indicador se recoge por ${s.captura}.`, 'Escriba los resultados de ese nivel; los totales se calculan.');
    else if (vistos.has(r.territorio)) mal(campo('territorio'), `${t.nombre} está dos veces.`, 'Deje un solo resultado por territorio.');
    else if (!deTodoElPais(ctx.actor, s) && !dentroDe(r.territorio, ctx.actor.territorio, ctx.catalogo))
      mal(campo('territorio'), `Su entidad no responde por ${t.nombre}: está fuera de su territorio.`, 'Registre los resultados de su jurisdicción.');
    vistos.add(r.territorio);
    if (r.poblacion < r.n) mal(campo('poblacion'), 'La población es menor que las encuestas.', 'Corrija la población del territorio.');
    if (d.medida === 'proporcion' && (r.valor < 0 || r.valor > 100)) mal(campo('valor'), 'Un porcentaje va de 0 a 100.', 'Corrija el resultado.');
    if (d.medida === 'media' && r.desviacion === undefined && d.diseno !== 'no_probabilistico')
      mal(campo('desviacion'), 'Sin la desviación estándar no se calcula el margen de un promedio.', 'Escriba la desviación de las respuestas del territorio.');
  }
  return salida;
}

/** 8.18: margin of a result in its own unit; a sample that was not random has none. */
function conMargen(d: Pick<FichaTecnica, 'diseno' | 'medida' | 'confianza' | 'deff'>, r: Omit<Resultado, 'margen'>): Resultado {
  if (d.diseno === 'no_probabilistico') return r;
  const m = { n: r.n, poblacion: r.poblacion, confianza: d.confianza, deff: d.deff };
  return { ...r, margen: d.medida === 'proporcion' ? margenDeProporcion(r.valor / 100, m) * 100 : margenDeMedia(r.desviacion ?? 0, m) };
}

function advertenciasDe(d: Datos, catalogo: Catalogo): Advertencia[] {
  const pocos = d.resultados.filter((r) => r.n < POCOS || (d.medida === 'proporcion' && Math.min(r.valor, 100 - r.valor) * r.n < 500));
  const nombres = pocos.slice(0, 5).map((r) => catalogo.territorio(r.territorio)?.nombre ?? r.territorio);
  return [
    ...(d.diseno === 'no_probabilistico'
      ? [{ numeral: '8.19', motivo: 'La muestra no es probabilística: sus resultados no tienen margen de error y hablan solo de quienes respondieron.' }]
      : []),
    ...(d.tasaRespuesta < RESPUESTA_BAJA
      ? [{ numeral: '8.19', motivo: `Respondió el ${d.tasaRespuesta} % de las personas contactadas: quienes no respondieron pueden opinar distinto.` }]
      : []),
    ...(pocos.length > 0
      ? [
          {
            numeral: '8.19',
            motivo: `Con pocas respuestas el margen es solo una aproximación: ${nombres.join(', ')}${pocos.length > 5 ? ` y ${pocos.length - 5} más` : ''}.`,
          },
        ]
      : []),
    ...(d.deff === 1 && (d.diseno === 'conglomerados' || d.diseno === 'polietapico')
      ? [{ numeral: '8.19', motivo: 'Una muestra por conglomerados suele tener un efecto de diseño mayor que 1; el margen puede ser mayor que el calculado.' }]
      : []),
  ];
}

/** 8.18, 8.19: user perception, with the sheet that lets anybody judge it; its results are figures of the indicator from this moment. */
export const registrarEncuesta = acto<Encuesta | undefined, Datos, EncuestaHecho>({
  nombre: 'RegistrarEncuesta',
  titulo: 'Registrar una encuesta de percepción',
  resumen: 'Guarda la ficha técnica y los resultados por territorio, calcula su margen de error y los lleva al indicador de satisfacción.',
  expediente: 'encuesta',
  numerales: ['8.18', '8.19'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosEncuesta,
  refs: (d) => ({ indicador: d.indicador }),
  puede: (actor) =>
    APLICAN.includes(actor.cargo)
      ? null
      : {
          numeral: '8.18',
          motivo: `${nombreDeCargo(actor.cargo)} no registra encuestas de percepción.`,
          remedio: 'Solicítelo al sector, al gobierno regional o a la municipalidad que la aplicó.',
        },
  decidir: (_s, d, ctx) => {
    if (ctx.leidos.indicador?.tipo !== 'indicador')
      return {
        impedimentos: [{ numeral: '8.18', campo: 'indicador', motivo: 'El expediente citado no es un indicador.', remedio: 'Elija el indicador de la lista.' }],
      };
    const s = ctx.leidos.indicador.estado as Indicador;
    const impropio = delIndicador(s);
    if (impropio.length > 0) return { impedimentos: impropio };
    const periodo = leerPeriodo(s.periodicidad, d.periodo);
    if (periodo === undefined)
      return {
        impedimentos: [
          {
            numeral: '8.18',
            campo: 'periodo',
            motivo: `No es un periodo de un indicador ${s.periodicidad}.`,
            remedio: 'Escríbalo según la periodicidad del indicador.',
          },
        ],
      };
    const impedimentos = impedimentosDe(s, d, ctx);
    if (impedimentos.length > 0) return { impedimentos };
    return {
      hechos: [
        {
          tipo: 'EncuestaRegistrada',
          v: 1,
          datos: {
            ...d,
            periodo,
            nombrePeriodo: nombreDePeriodo(s.periodicidad, periodo),
            nombreIndicador: s.nombre,
            sector: s.sector,
            entidad: ctx.actor.entidad,
            captura: s.captura,
            resultados: d.resultados.map((r) => conMargen(d, r)),
          },
        },
      ],
      advertencias: advertenciasDe(d, ctx.catalogo),
    };
  },
});

/** Cures a mistaken survey: its figures leave the indicator, the record stays. */
export const retirarEncuesta = acto<Encuesta, { motivo: string }, EncuestaHecho>({
  nombre: 'RetirarEncuesta',
  titulo: 'Retirar la encuesta',
  resumen: 'Deja sin efecto sus resultados en el indicador; la ficha y el motivo quedan a la vista.',
  expediente: 'encuesta',
  numerales: ['8.18'],
  concurrencia: 'version',
  datos: z.object({ motivo: TextoLargo('Motivo', '', 2000) }),
  puede: (actor, s) =>
    actor.entidad === s.entidad && APLICAN.includes(actor.cargo)
      ? null
      : { numeral: '8.18', motivo: 'La retira la entidad que la registró.', remedio: 'Solicítelo a la oficina que responde por la encuesta.' },
  impide: (s) => (s.situacion === 'vigente' ? [] : [{ numeral: '8.18', motivo: 'La encuesta ya fue retirada.', remedio: 'Registre otra si corresponde.' }]),
  decidir: (_s, datos) => ({ hechos: [{ tipo: 'EncuestaRetirada', v: 1, datos }] }),
});

export const encuesta: Modulo<Encuesta, EncuestaHecho> = {
  tipo: 'encuesta',
  nombre: 'Encuesta de percepción',
  serie: 'ENC',
  evolve,
  ficha,
  actos: [registrarEncuesta, retirarEncuesta],
};
