import { z } from 'zod';
import { DocumentoRef, EntidadRef, ExpedienteRef, FechaCampo, TerritorioRef, Texto, TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { DatosOpinion, type Opinion, siYaOpino } from '../../directiva/opinion.ts';
import { esOficinaDe } from '../../directiva/permisos.ts';
import { acto, type Contexto, type HechoPara, type Modulo, type Permiso } from '../../kernel/acto.ts';
import type { Actor, Advertencia, Hecho, Impedimento } from '../../kernel/tipos.ts';
import { CLASES, PARTICIPANTES } from './espacio.etiquetas.ts';
import { CONDUCEN_ESPACIO, type Espacio, type EspacioHecho, evolve, ficha, type Reunion } from './espacio.ts';

const TECNICOS = ['tecnico_regional', 'tecnico_distrital', 'funcionario_sector'];

const conduce = (actor: Actor, e: Espacio, ctx: Contexto): Permiso => esOficinaDe(actor, e.entidad, CONDUCEN_ESPACIO, ctx.catalogo, '7.3.2.c');

/** Members of the space bring their own contributions; who leads it records those of civil society too. */
const participa = (actor: Actor, e: Espacio, ctx: Contexto): Permiso =>
  [...CONDUCEN_ESPACIO, ...TECNICOS].some((c) => c === actor.cargo) && [e.entidad, ...e.integrantes].includes(actor.entidad) ? null : conduce(actor, e, ctx);

const DatosEspacio = z.object({
  clase: Opcion('Clase de espacio', CLASES),
  nombre: Texto('Nombre del espacio', 'Ejemplo: Mesa regional de lucha contra la anemia.'),
  proposito: TextoLargo('Para qué se genera', 'Qué modelos, servicios o asuntos se discuten.', 4000),
  territorio: TerritorioRef('Territorio', 'El del gobierno que lo genera, o uno dentro de él.', ['departamento', 'ambito', 'provincia', 'distrito']).optional(),
  integrantes: z
    .array(EntidadRef('Entidad'))
    .max(200)
    .default([])
    .meta({ title: 'Entidades que lo integran', description: 'La participación es abierta: puede quedar vacío.', control: 'lista' }),
  norma: TextoOpcional('Norma o acto que lo conforma', '', 300),
});

/** 7.3.2.c: regional and local governments generate them; 9.3: a CIG does not limit other spaces of the national level. */
export const generarEspacio = acto<Espacio | undefined, z.output<typeof DatosEspacio>, EspacioHecho>({
  nombre: 'GenerarEspacio',
  titulo: 'Generar un espacio de articulación',
  resumen: 'Abre el expediente de un espacio donde se discuten los modelos con gobiernos, instituciones y sociedad civil.',
  expediente: 'espacio',
  numerales: ['7.3.2.c', '9.3'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosEspacio,
  puede: (actor) =>
    (CONDUCEN_ESPACIO as readonly string[]).includes(actor.cargo)
      ? null
      : {
          numeral: '7.3.2.c',
          motivo: 'Los espacios los generan los gobiernos regionales y locales, o el ministerio para otros asuntos de su sector.',
          remedio: 'Pida que lo genere la gobernación, la alcaldía o el órgano de descentralización de su entidad.',
        },
  decidir: (_e, d, ctx) => {
    const deLaNacion = ctx.actor.nivel === 'nacional';
    if (deLaNacion !== (d.clase === 'otro') && ctx.actor.tipoEntidad !== 'asociacion')
      return {
        impedimentos: [
          {
            numeral: deLaNacion ? '7.3.2.c' : '9.3',
            campo: 'clase',
            motivo: deLaNacion
              ? 'Los espacios territoriales los generan los gobiernos regionales y locales.'
              : 'Los otros espacios intergubernamentales del sector los desarrolla el Gobierno Nacional.',
            remedio: deLaNacion ? 'Elija «Otro espacio intergubernamental del sector».' : 'Elija «Espacio territorial».',
          },
        ],
      };
    const entidad = ctx.actor.entidad;
    const territorio = d.territorio ?? ctx.actor.territorio;
    return {
      hechos: [{ tipo: 'EspacioGenerado', v: 1, datos: { ...d, entidad, territorio, integrantes: [...new Set(d.integrantes)].filter((x) => x !== entidad) } }],
    };
  },
});

const HORA = /^([01]\d|2[0-3]):[0-5]\d$/;
const DatosReunion = z.object({
  fecha: FechaCampo('Fecha de la reunión'),
  hora: z.string().regex(HORA, 'Indique la hora en la forma HH:MM.').default('09:00').meta({ title: 'Hora', control: 'hora' }),
  lugar: Texto('Lugar o enlace'),
  temas: TextoLargo('Temas por tratar', '', 4000),
  sobre: ExpedienteRef('Modelo o instrumento que se discute', '').optional(),
});

/** Attendance is free: nobody needs a seat to contribute (7.3.2.c). */
export const convocarReunion = acto<Espacio, z.output<typeof DatosReunion>, EspacioHecho>({
  nombre: 'ConvocarReunion',
  titulo: 'Convocar una reunión del espacio',
  resumen: 'Anuncia la reunión y sus temas; la asistencia es libre.',
  expediente: 'espacio',
  numerales: ['7.3.2.c'],
  concurrencia: 'version',
  datos: DatosReunion,
  refs: (d) => ({ sobre: d.sobre }),
  puede: conduce,
  decidir: (e, { sobre, ...d }, ctx) => {
    const impedimentos = siNoSeDiscute(ctx, sobre);
    if (impedimentos.length > 0) return { impedimentos };
    return { hechos: [{ tipo: 'ReunionConvocada', v: 1, datos: { n: e.reuniones.length + 1, ...d, sobre: sobre ? [sobre] : [] } }] };
  },
});

function siNoSeDiscute(ctx: Contexto, sobre: string | undefined): Impedimento[] {
  return !sobre || ['modelo', 'instrumento', 'plan', 'servicio'].includes(ctx.leidos.sobre?.tipo ?? '')
    ? []
    : [
        {
          numeral: '7.3.2.c',
          campo: 'sobre',
          motivo: 'En el espacio se discuten modelos, instrumentos, planes o servicios.',
          remedio: 'Elija uno de esos expedientes, o deje el campo vacío.',
        },
      ];
}

const NumeroDeReunion = z.coerce.number({ error: 'Elija una reunión.' }).int().min(1).meta({ title: 'Reunión', control: 'reunion' });

function reunionAbierta(e: Espacio, n: number, ctx: Contexto): { reunion: Reunion } | { impedimentos: Impedimento[] } {
  const no = (motivo: string, remedio: string) => ({ impedimentos: [{ numeral: '7.3.2.c', campo: 'reunion', motivo, remedio }] });
  const reunion = e.reuniones.find((r) => r.n === n);
  if (!reunion) return no(`El espacio no tiene una reunión ${n}.`, 'Convoque la reunión, o elija una de la lista.');
  if (reunion.cierre) return no(`La reunión ${n} ya concluyó.`, 'Registre el aporte en la reunión siguiente.');
  return reunion.fecha > ctx.ocurridoEl ? no('La reunión aún no se realiza.', 'Espere a su fecha.') : { reunion };
}

const sinReunion = (e: Espacio): Impedimento[] =>
  e.reuniones.some((r) => !r.cierre)
    ? []
    : [{ numeral: '7.3.2.c', motivo: 'El espacio no tiene una reunión convocada por concluir.', remedio: 'Convoque antes una reunión.' }];

const Participante = {
  clase: Opcion('Quién participa', PARTICIPANTES),
  institucion: TextoOpcional('Institución u organización', 'Su nombre. No registre nombres de personas.', 200).meta({ control: 'texto' }),
};

const DatosAporte = z.object({
  reunion: NumeroDeReunion,
  ...Participante,
  texto: TextoLargo('Aporte', 'Lo que se propuso o se observó.', 10_000),
  sobre: ExpedienteRef('Modelo o instrumento al que se refiere', '').optional(),
});

export const registrarAporte = acto<Espacio, z.output<typeof DatosAporte>, EspacioHecho>({
  nombre: 'RegistrarAporte',
  titulo: 'Registrar un aporte',
  resumen: 'Deja constancia de lo que aportó una institución o un sector de la sociedad civil, sin nombrar personas.',
  expediente: 'espacio',
  numerales: ['7.3.2.c'],
  concurrencia: 'conmuta',
  datos: DatosAporte,
  refs: (d) => ({ sobre: d.sobre }),
  puede: participa,
  impide: sinReunion,
  decidir: (e, d, ctx) => {
    const r = reunionAbierta(e, d.reunion, ctx);
    if ('impedimentos' in r) return r;
    const impedimentos = siNoSeDiscute(ctx, d.sobre);
    return impedimentos.length > 0 ? { impedimentos } : { hechos: [{ tipo: 'AporteRegistrado', v: 1, datos: d }] };
  },
});

const DatosConclusion = z.object({
  reunion: NumeroDeReunion,
  asistentes: z
    .array(
      z.object({
        ...Participante,
        cuantos: z.coerce.number({ error: 'Indique un número.' }).int().min(1).max(100_000).default(1).meta({ title: 'Asistentes' }),
      }),
    )
    .max(300)
    .default([])
    .meta({ title: 'Quiénes asistieron', description: 'Por institución o sector de la sociedad civil.', control: 'lista' }),
  conclusiones: TextoLargo('Conclusiones'),
  documento: DocumentoRef('Acta o lista de asistencia').optional(),
});

export const concluirReunion = acto<Espacio, z.output<typeof DatosConclusion>, EspacioHecho>({
  nombre: 'ConcluirReunion',
  titulo: 'Concluir una reunión',
  resumen: 'Registra quiénes asistieron y a qué conclusiones se llegó.',
  expediente: 'espacio',
  numerales: ['7.3.2.c'],
  concurrencia: 'version',
  datos: DatosConclusion,
  puede: conduce,
  impide: sinReunion,
  decidir: (e, d, ctx) => {
    const r = reunionAbierta(e, d.reunion, ctx);
    if ('impedimentos' in r) return r;
    const deLaSociedad = [...d.asistentes, ...r.reunion.aportes].some((x) => x.clase !== 'gobierno' && x.clase !== 'institucion');
    const advertencias: Advertencia[] = deLaSociedad ? [] : [{ numeral: '7.3.2.c', motivo: 'No consta la participación de la sociedad civil.' }];
    return { hechos: [{ tipo: 'ReunionConcluida', v: 1, datos: d }], advertencias };
  },
});

const DatosComunicacion = DatosOpinion.omit({ espacio: true }).extend({
  sobre: ExpedienteRef('Modelo o instrumento consultado', ''),
  reunion: z.coerce.number().int().min(1).optional().meta({ title: 'Reunión en que se discutió', control: 'reunion' }),
});

const sinReconocimiento = (e: Espacio): Impedimento[] =>
  e.situacion === 'reconocido'
    ? []
    : [
        {
          numeral: '8.14',
          motivo: 'Ninguna CIG reconoció este espacio, y la opinión previa es de los espacios reconocidos.',
          remedio: 'Pida a la comisión que lo reconozca en una sesión. Entre tanto puede reunirse y registrar aportes.',
        },
      ];

/** Request open for this space in the expediente consulted; spaces are named by their key inside each commission. */
function pedidoA(e: Espacio, ctx: Contexto): { espacio: string; titulo: string } | { impedimentos: Impedimento[] } {
  const leido = ctx.leidos.sobre;
  const no = (motivo: string, remedio: string) => ({ impedimentos: [{ numeral: '8.14', campo: 'sobre', motivo, remedio }] });
  if (leido?.tipo !== 'modelo' && leido?.tipo !== 'instrumento')
    return no('La opinión previa se pide sobre un modelo u otro instrumento del ETTI.', 'Elija el expediente que la CIG remitió.');
  const estado = leido.estado as { cig: string; opiniones: Opinion[]; nombreServicio?: string; titulo?: string };
  const claves = e.reconocimientos.filter((r) => r.cig === estado.cig).map((r) => r.clave);
  const pedida = estado.opiniones.findLast((o) => claves.includes(o.espacio));
  if (!pedida) return no('La CIG no pidió opinión a este espacio sobre ese expediente.', 'Solo la comisión puede pedirla; registre su aporte en una reunión.');
  const impedimentos = siYaOpino(estado.opiniones, pedida.espacio).map((i) => ({ ...i, campo: 'sobre' }));
  return impedimentos.length > 0 ? { impedimentos } : { espacio: pedida.espacio, titulo: estado.titulo ?? estado.nombreServicio ?? '' };
}

/** 8.14: the space answers with what its meeting concluded; non-binding, and its silence never blocks. */
export const comunicarOpinion = acto<Espacio, z.output<typeof DatosComunicacion>, Hecho>({
  nombre: 'ComunicarOpinion',
  titulo: 'Comunicar una opinión previa a la CIG',
  resumen: 'Responde a la CIG que pidió opinión; queda en el expediente consultado y en el del espacio. No es vinculante.',
  expediente: 'espacio',
  numerales: ['8.14'],
  concurrencia: 'conmuta',
  datos: DatosComunicacion,
  refs: (d) => ({ sobre: d.sobre }),
  escribe: () => ['sobre'],
  puede: conduce,
  impide: sinReconocimiento,
  decidir: (e, d, ctx) => {
    const pedido = pedidoA(e, ctx);
    if ('impedimentos' in pedido) return pedido;
    if (d.reunion !== undefined && !e.reuniones.some((r) => r.n === d.reunion && r.cierre))
      return {
        impedimentos: [
          { numeral: '8.14', campo: 'reunion', motivo: `La reunión ${d.reunion} no está concluida.`, remedio: 'Concluya la reunión, o deje el campo vacío.' },
        ],
      };
    const { sentido, texto, documento } = d;
    const propia: HechoPara<EspacioHecho> = { tipo: 'OpinionComunicada', v: 1, datos: { ...d, titulo: pedido.titulo } };
    const enLaConsulta: HechoPara = { en: 'sobre', tipo: 'OpinionEmitida', v: 1, datos: { espacio: pedido.espacio, sentido, texto, documento } };
    return { hechos: [propia, enLaConsulta] };
  },
});

export const espacio: Modulo<Espacio, EspacioHecho> = {
  tipo: 'espacio',
  nombre: 'Espacio de articulación',
  serie: 'ESP',
  evolve,
  ficha,
  actos: [generarEspacio, convocarReunion, registrarAporte, concluirReunion, comunicarOpinion],
};
