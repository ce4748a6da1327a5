import { z } from 'zod';
import { EntidadRef, ExpedienteRef, FechaCampo, Texto, TextoLargo } from '../../directiva/campos.ts';
import { acto, type Modulo, type Permiso } from '../../kernel/acto.ts';
import type { Actor, EntidadId, Impedimento } from '../../kernel/tipos.ts';
import { evolve, ficha, MATERIAS, MOMENTOS, type Supervision, type SupervisionHecho } from './supervision.ts';

type Clave<T> = [keyof T, ...(keyof T)[]];

/** R20: SD and SGP act on supervisions of their own and touch nobody's content. */
const supervisa = (actor: Actor, de?: EntidadId): Permiso =>
  actor.tipoEntidad === 'secretaria_pcm' && (de === undefined || actor.entidad === de)
    ? null
    : {
        numeral: '5.2',
        motivo: de
          ? 'La supervisión la conduce la secretaría que la abrió.'
          : 'Supervisan la Secretaría de Descentralización y la Secretaría de Gestión Pública.',
        remedio: 'Si considera que algo debe supervisarse, comuníquelo a la Secretaría de Descentralización.',
      };

const siConcluida = (s: Supervision): Impedimento[] =>
  s.situacion === 'concluido' ? [{ numeral: '5.2', motivo: 'La supervisión ya concluyó.', remedio: 'Abra una nueva supervisión.' }] : [];

const DatosApertura = z.object({
  materia: z.enum(Object.keys(MATERIAS) as Clave<typeof MATERIAS>, 'Elija la materia.').meta({ title: 'Materia', etiquetas: MATERIAS }),
  titulo: Texto('Título'),
  alcance: TextoLargo('Alcance', 'Sectores, territorios y periodo que comprende.'),
  sobre: z
    .union([ExpedienteRef('Expediente', 'modelo'), z.literal('').transform(() => undefined)])
    .optional()
    .meta({ title: 'Expediente supervisado', description: 'Si se refiere a uno solo.', control: 'expediente' }),
});

export const abrirSupervision = acto<Supervision | undefined, z.output<typeof DatosApertura>, SupervisionHecho>({
  nombre: 'AbrirSupervision',
  titulo: 'Abrir una supervisión',
  resumen: 'La Secretaría de Descentralización o la de Gestión Pública inicia el seguimiento de una materia.',
  expediente: 'supervision',
  numerales: ['5.2', '5.3', '8.20.3'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosApertura,
  refs: (d) => ({ sobre: d.sobre }),
  puede: (actor) => supervisa(actor),
  decidir: (_s, datos, ctx) => ({ hechos: [{ tipo: 'SupervisionAbierta', v: 1, datos: { ...datos, supervisor: ctx.actor.entidad } }] }),
});

const DatosObservacion = z.object({
  dirigidaA: EntidadRef('Entidad observada'),
  numeral: Texto('Numeral de la Directiva', 'Por ejemplo 8.10.', 20),
  texto: TextoLargo('Observación', '', 4000),
  recomendacion: TextoLargo('Recomendación', '', 4000),
  vence: FechaCampo('Fecha para responder').optional(),
});

export const formularObservacion = acto<Supervision, z.output<typeof DatosObservacion>, SupervisionHecho>({
  nombre: 'FormularObservacion',
  titulo: 'Formular una observación',
  resumen: 'Señala a una entidad lo que debe atender; no modifica su contenido.',
  expediente: 'supervision',
  numerales: ['5.2', '8.20.3'],
  concurrencia: 'conmuta',
  datos: DatosObservacion,
  puede: (actor, s) => supervisa(actor, s.supervisor),
  impide: siConcluida,
  decidir: (_s, datos, ctx) =>
    ctx.catalogo.entidad(datos.dirigidaA)
      ? { hechos: [{ tipo: 'ObservacionFormulada', v: 1, datos }] }
      : { impedimentos: [{ numeral: '5.2', campo: 'dirigidaA', motivo: 'La entidad no está en el catálogo.', remedio: 'Elija una entidad de la lista.' }] },
});

const DatosRespuesta = z.object({
  observacion: z.coerce.number({ error: 'Indique la observación.' }).int().min(1).meta({ title: 'Número de la observación' }),
  texto: TextoLargo('Respuesta', '', 8000),
});

export const responderObservacion = acto<Supervision, z.output<typeof DatosRespuesta>, SupervisionHecho>({
  nombre: 'ResponderObservacion',
  titulo: 'Responder una observación',
  resumen: 'La entidad observada explica qué hizo o hará.',
  expediente: 'supervision',
  numerales: ['5.1', '5.2'],
  concurrencia: 'conmuta',
  datos: DatosRespuesta,
  puede: (actor, s, _ctx, datos) =>
    s.observaciones.some((o) => o.dirigidaA === actor.entidad && (datos === undefined || o.n === datos.observacion))
      ? null
      : { numeral: '5.2', motivo: 'Responde la entidad a la que se dirigió la observación.', remedio: 'Solicítelo a esa entidad.' },
  impide: siConcluida,
  decidir: (_s, datos) => ({ hechos: [{ tipo: 'ObservacionRespondida', v: 1, datos }] }),
});

const DatosAsistencia = z.object({
  momento: z.enum(Object.keys(MOMENTOS) as Clave<typeof MOMENTOS>, 'Elija el momento.').meta({ title: 'Momento', etiquetas: MOMENTOS }),
  entidad: EntidadRef('Entidad asistida'),
  tema: TextoLargo('Tema tratado', '', 2000),
});

export const registrarAsistenciaTecnica = acto<Supervision, z.output<typeof DatosAsistencia>, SupervisionHecho>({
  nombre: 'RegistrarAsistenciaTecnica',
  titulo: 'Registrar asistencia técnica',
  resumen: 'Deja constancia de la capacitación o asistencia que se brindó a una entidad.',
  expediente: 'supervision',
  numerales: ['5.2', '5.3'],
  concurrencia: 'conmuta',
  datos: DatosAsistencia,
  puede: (actor) => supervisa(actor),
  impide: siConcluida,
  decidir: (_s, datos) => ({ hechos: [{ tipo: 'AsistenciaTecnicaRegistrada', v: 1, datos }] }),
});

const DatosConclusion = z.object({ texto: TextoLargo('Conclusiones') });

export const concluirSupervision = acto<Supervision, z.output<typeof DatosConclusion>, SupervisionHecho>({
  nombre: 'ConcluirSupervision',
  titulo: 'Concluir la supervisión',
  resumen: 'Cierra la supervisión con sus conclusiones; las observaciones sin respuesta quedan anotadas.',
  expediente: 'supervision',
  numerales: ['5.2', '8.20.3'],
  concurrencia: 'version',
  datos: DatosConclusion,
  puede: (actor, s) => supervisa(actor, s.supervisor),
  impide: siConcluida,
  decidir: (s, datos) => {
    const sinRespuesta = s.observaciones.filter((o) => !o.respuesta).length;
    return {
      hechos: [{ tipo: 'SupervisionConcluida', v: 1, datos }],
      advertencias: sinRespuesta > 0 ? [{ numeral: '5.2', motivo: `${sinRespuesta} observaciones concluyen sin respuesta.` }] : [],
    };
  },
});

export const supervision: Modulo<Supervision, SupervisionHecho> = {
  tipo: 'supervision',
  nombre: 'Supervisión',
  serie: 'SUP',
  evolve,
  ficha,
  actos: [abrirSupervision, formularObservacion, responderObservacion, registrarAsistenciaTecnica, concluirSupervision],
};
