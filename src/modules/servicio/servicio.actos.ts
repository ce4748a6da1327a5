import { z } from 'zod';
import { EntidadRef, Texto, TextoLargo } from '../../directiva/campos.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { acto, type Modulo, type Permiso } from '../../kernel/acto.ts';
import type { Actor, Advertencia, Impedimento } from '../../kernel/tipos.ts';
import { type Condiciones, evolve, ficha, type Servicio, type ServicioHecho } from './servicio.ts';

const DatosServicio = z.object({
  nombre: Texto('Nombre del servicio público', 'Como lo conoce la ciudadanía. Ejemplo: Control de crecimiento y desarrollo de niñas y niños.'),
  sector: EntidadRef('Ministerio rector', 'El sector que ejerce la rectoría del servicio (6.4).', ['ministerio', 'pcm']),
  necesidad: TextoLargo('Necesidad que satisface', 'Necesidad individual o social, de interés general.'),
  continuidad: TextoLargo('Regularidad y continuidad', 'Cómo se presta en forma regular y continua.'),
  norma: Texto('Norma que lo regula', 'Marco normativo específico del servicio.'),
  niveles: z
    .array(z.enum(['nacional', 'regional', 'provincial', 'distrital']))
    .min(1, 'Elija al menos un nivel de gobierno.')
    .meta({ title: 'Niveles de gobierno que participan' }),
  otrosSectores: z
    .array(EntidadRef('Otro sector', '', ['ministerio', 'pcm']))
    .default([])
    .meta({ title: 'Otros sectores que intervienen' }),
});

const puedeProponer = (actor: Actor): Permiso =>
  actor.cargo !== 'administrador' && (actor.nivel !== 'nacional' || actor.sector)
    ? null
    : {
        numeral: '7.3.1.b',
        motivo: 'La identificación de servicios corresponde a los ministerios y la proponen los gobiernos regionales y locales.',
        remedio: 'Ingrese con una oficina de un ministerio, de un gobierno regional o de una municipalidad.',
      };

/** t1: the sector identifies; regional and local governments may propose (8.8). */
export const identificarServicio = acto<Servicio | undefined, z.output<typeof DatosServicio>, ServicioHecho>({
  nombre: 'IdentificarServicio',
  titulo: 'Identificar un servicio público',
  resumen: 'Registra un servicio público con la necesidad que atiende y la norma que lo regula.',
  expediente: 'servicio',
  numerales: ['6.2', '7.3.1.b'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosServicio,
  puede: puedeProponer,
  decidir: (_s, datos, ctx) => {
    const sector = ctx.catalogo.entidad(datos.sector);
    if (!sector || (sector.tipo !== 'ministerio' && sector.tipo !== 'pcm'))
      return {
        impedimentos: [
          {
            numeral: '6.4',
            campo: 'sector',
            motivo: 'La rectoría de un servicio público corresponde a un ministerio.',
            remedio: 'Elija el ministerio rector.',
          },
        ],
      };
    return { hechos: [{ tipo: 'ServicioIdentificado', v: 1, datos }] };
  },
});

const CONDICIONES = {
  competenciasCompartidas: 'competencias compartidas entre los niveles de gobierno',
  fasesSucesivas: 'fases sucesivas de los procesos que se comparten',
  responsabilidadCompartida: 'responsabilidad compartida de todos sobre el producto, bien o servicio',
} as const;

const condicion = (ayuda: string) =>
  z.object({
    cumple: z.boolean().default(false).meta({ title: 'Se cumple', control: 'casilla' }),
    sustento: z.string().trim().max(4000).default('').meta({ title: 'Sustento', description: ayuda, control: 'texto-largo' }),
  });

const Normas = z
  .array(z.string().trim().min(1))
  .default([])
  .meta({ title: 'Competencias citadas', description: 'Por ejemplo LOGR-49-g o LOM-80-2.6.', control: 'lista' });

const DatosElegibilidad = z.object({
  competenciasCompartidas: condicion('Qué norma da competencia a cada nivel.')
    .extend({ normas: Normas })
    .meta({ title: 'Competencias compartidas entre los niveles' }),
  fasesSucesivas: condicion('Qué fase del proceso hace cada nivel.').meta({ title: 'Fases sucesivas de procesos que se comparten' }),
  responsabilidadCompartida: condicion('Por qué todos responden por el producto según su rol.').meta({ title: 'Responsabilidad compartida sobre el producto' }),
});

/** 6.5 ¶2 and R15: false blocks eligibility; missing evidence warns until PTI approval. Degree of transfer is never asked (8.1). */
export function evaluar(
  c: Condiciones,
  servicio: Servicio,
  existe: (clave: string) => boolean,
): { falsas: string[]; sinSustento: string[]; advertencias: Advertencia[] } {
  const claves = Object.keys(CONDICIONES) as (keyof typeof CONDICIONES)[];
  const falsas = claves.filter((k) => !c[k].cumple).map((k) => CONDICIONES[k]);
  const sinSustento = claves
    .filter((k) => c[k].cumple && !c[k].sustento && !(k === 'competenciasCompartidas' && c[k].normas.length > 0))
    .map((k) => CONDICIONES[k]);
  const advertencias: Advertencia[] = sinSustento.map((n) => ({
    numeral: '6.5',
    motivo: `Falta el sustento de: ${n}. Será exigible para aprobar el Plan de Trabajo Institucional.`,
  }));
  for (const n of c.competenciasCompartidas.normas)
    if (!existe(n)) advertencias.push({ numeral: '9.1', motivo: `La competencia «${n}» no está en el catálogo de normas vigente.` });
  const grupos = new Set(servicio.niveles.map((n) => (n === 'provincial' || n === 'distrital' ? 'local' : n)));
  if (grupos.size === 2) advertencias.push({ numeral: '6.2', motivo: 'Participan solo dos de los tres niveles de gobierno.' });
  return { falsas, sinSustento, advertencias };
}

/** t2 / t2x. An exclusive service is refused naming the condition that fails (probe 7) and the outcome stays public. */
export const evaluarElegibilidad = acto<Servicio, z.output<typeof DatosElegibilidad>, ServicioHecho>({
  nombre: 'EvaluarElegibilidad',
  titulo: 'Evaluar la elegibilidad del servicio',
  resumen: 'Comprueba las tres condiciones que la Directiva exige para construir Modelos Específicos; si las cumple, el servicio queda declarado elegible.',
  expediente: 'servicio',
  numerales: ['6.5'],
  concurrencia: 'version',
  datos: DatosElegibilidad,
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: (s): Impedimento[] =>
    s.situacion === 'elegible' && s.sinSustento.length === 0
      ? [{ numeral: '6.5', motivo: 'El servicio ya fue declarado elegible.', remedio: 'Inclúyalo en una propuesta de Plan de Trabajo Institucional.' }]
      : [],
  decidir: (s, condiciones, ctx) => {
    const { falsas, sinSustento, advertencias } = evaluar(condiciones, s, (n) => ctx.catalogo.competencia(n) !== undefined);
    const grupos = new Set(s.niveles.map((n) => (n === 'provincial' || n === 'distrital' ? 'local' : n)));
    if (grupos.size === 1) falsas.push('participación de más de un nivel de gobierno (competencia exclusiva)');
    if (falsas.length > 0)
      return {
        impedimentos: falsas.map((f) => ({
          numeral: '6.5',
          motivo: `No se cumple la condición: ${f}.`,
          remedio: 'Declare el servicio no elegible con su motivo, o corrija la evaluación si la condición sí se cumple.',
        })),
      };
    return { hechos: [{ tipo: 'ServicioDeclaradoElegible', v: 1, datos: { condiciones, sinSustento } }], advertencias };
  },
});

const DatosNoElegible = DatosElegibilidad.extend({ motivo: TextoLargo('Motivo', 'Se publica junto al servicio.') });

/** t2x: may be tested again if norms change. */
export const declararNoElegible = acto<Servicio, z.output<typeof DatosNoElegible>, ServicioHecho>({
  nombre: 'DeclararNoElegible',
  titulo: 'Declarar no elegible el servicio',
  resumen: 'Deja constancia pública de por qué este servicio no lleva Modelos Específicos.',
  expediente: 'servicio',
  numerales: ['6.5'],
  concurrencia: 'version',
  datos: DatosNoElegible,
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: (s) =>
    s.situacion === 'identificado'
      ? []
      : [{ numeral: '6.5', motivo: 'La elegibilidad ya fue resuelta.', remedio: 'Evalúela nuevamente si las normas cambiaron.' }],
  decidir: (s, { motivo, ...condiciones }) => {
    const exclusivo = new Set(s.niveles.map((n) => (n === 'provincial' || n === 'distrital' ? 'local' : n))).size === 1;
    const todas = Object.values(condiciones).every((c) => c.cumple);
    if (todas && !exclusivo)
      return {
        impedimentos: [
          { numeral: '6.5', motivo: 'Las tres condiciones figuran como cumplidas.', remedio: 'Indique cuál no se cumple, o declare elegible el servicio.' },
        ],
      };
    return { hechos: [{ tipo: 'ServicioDeclaradoNoElegible', v: 1, datos: { condiciones, motivo } }] };
  },
});

/** Corrects the record while no decision depends on it. */
export const corregirServicio = acto<Servicio, z.output<typeof DatosServicio>, ServicioHecho>({
  nombre: 'CorregirServicio',
  titulo: 'Corregir los datos del servicio',
  resumen: 'Rectifica los datos registrados; el texto anterior queda en la cronología.',
  expediente: 'servicio',
  numerales: ['6.2'],
  concurrencia: 'version',
  datos: DatosServicio,
  puede: (actor, s, ctx) => (actor.entidad === s.propuestoPor && s.situacion === 'identificado' ? null : conduceSector(actor, s.sector, ctx.catalogo)),
  impide: (s) =>
    s.situacion === 'elegible'
      ? [{ numeral: '6.5', motivo: 'El servicio ya fue declarado elegible con estos datos.', remedio: 'Anule primero la declaración de elegibilidad.' }]
      : [],
  decidir: (_s, datos) => ({ hechos: [{ tipo: 'ServicioCorregido', v: 1, datos }] }),
});

export const servicio: Modulo<Servicio, ServicioHecho> = {
  tipo: 'servicio',
  nombre: 'Servicio público',
  serie: 'SP',
  evolve,
  ficha,
  actos: [identificarServicio, evaluarElegibilidad, declararNoElegible, corregirServicio],
  unicidad: {
    numeral: '6.4',
    motivo: 'El sector ya registró un servicio con ese nombre.',
    remedio: 'Abra el servicio existente; si lo comparte otro sector, ese sector puede reutilizarlo en su cadena de valor (8.11.2).',
  },
};
