import { z } from 'zod';
import { DocumentoRef, EntidadRef, ExpedienteRef, FechaCampo, Texto, TextoOpcional } from '../../directiva/campos.ts';
import { romano } from '../../directiva/consenso.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { CANALES, type Canal } from '../../directiva/reglamento.ts';
import { OficinaResponsable, problemasDeResponsable } from '../../directiva/responsable.ts';
import { acto, type Contexto } from '../../kernel/acto.ts';
import { diasEntre } from '../../kernel/calendario.ts';
import type { Advertencia, Hecho, Impedimento } from '../../kernel/tipos.ts';
import type { AsuntoPendiente, Cig } from '../cig/cig.ts';
import { ASUNTOS, TIPOS_DE_ASUNTO, type TipoDeAsunto } from './sesion.asuntos.ts';
import { asientoDe, HORA, HoraOpcional, miembrosVigentes, NumeroDeAsunto, reglasDe, siCerrada } from './sesion.comun.ts';
import { cigDe, type DatosDeAsunto, enOrden, type Sesion, type SesionHecho } from './sesion.ts';

const DatosConvocatoria = z.object({
  cig: ExpedienteRef('Comisión Intergubernamental', 'cig'),
  clase: z.enum(['ordinaria', 'extraordinaria']).default('ordinaria').meta({ title: 'Clase de sesión' }),
  fecha: FechaCampo('Fecha de la sesión'),
  hora: z.string().regex(HORA, 'Indique la hora en la forma HH:MM.').default('09:00').meta({ title: 'Hora', control: 'hora' }),
  modalidad: z
    .enum(Object.keys(CANALES) as [Canal, ...Canal[]])
    .default('presencial')
    .meta({ title: 'Modalidad', etiquetas: CANALES }),
  lugar: z
    .string()
    .trim()
    .max(300, 'Use como máximo 300 caracteres.')
    .default('')
    .meta({ title: 'Lugar o enlace', description: 'Dónde se reúne, o el enlace de la reunión virtual. Por circulación no hace falta.', control: 'texto' }),
  cierraEl: FechaCampo('Circulación: último día', 'Hasta qué día los miembros envían su posición por escrito. Solo para la modalidad por circulación.')
    .optional()
    .meta({ condicional: true }),
  cierraALas: HoraOpcional('Circulación: hora de cierre', 'Las 18:00, si no la indica. Solo para la modalidad por circulación.'),
  retomar: z
    .enum(['si', 'no'])
    .default('si')
    .meta({ title: 'Asuntos que quedaron sin tratar', etiquetas: { si: 'Retomarlos en esta sesión', no: 'Dejarlos para otra' } }),
  documento: DocumentoRef('Documento que acompaña la convocatoria').optional(),
});
type DatosConvocatoria = z.output<typeof DatosConvocatoria>;

/** What differs from the rulebook: warned, since it is a parameter of the commission and not the law. */
function advertenciasDeReglamento(d: DatosConvocatoria, ctx: Contexto): Advertencia[] {
  const reglas = reglasDe(ctx);
  const avisos: Advertencia[] = [];
  const anticipacion = diasEntre(ctx.ocurridoEl, d.fecha);
  if (anticipacion < 0) avisos.push({ numeral: '6.6', motivo: 'La fecha de la sesión es anterior a la de la convocatoria.' });
  else if (anticipacion < reglas.diasDeConvocatoria)
    avisos.push({
      numeral: '6.6',
      motivo: `Se convoca con ${anticipacion} días; el reglamento de la comisión prevé ${reglas.diasDeConvocatoria} (parámetro de la comisión).`,
    });
  if (!reglas.canales.includes(d.modalidad))
    avisos.push({
      numeral: '6.6',
      motivo: `El reglamento de la comisión no prevé sesiones de modalidad «${CANALES[d.modalidad]}» (parámetro de la comisión).`,
    });
  return avisos;
}

function problemasDeModalidad(d: DatosConvocatoria): Impedimento[] {
  if (d.modalidad !== 'circulacion')
    return d.lugar === ''
      ? [
          {
            numeral: '6.6',
            campo: 'lugar',
            motivo: 'La convocatoria no dice dónde se reúne la comisión.',
            remedio: 'Indique el lugar o el enlace; solo una sesión por circulación no lo necesita.',
          },
        ]
      : [];
  if (!d.cierraEl)
    return [
      {
        numeral: '6.6',
        campo: 'cierraEl',
        motivo: 'Una sesión por circulación necesita hasta cuándo recibe posiciones.',
        remedio: 'Indique el último día de la circulación.',
      },
    ];
  return d.cierraEl < d.fecha
    ? [{ numeral: '6.6', campo: 'cierraEl', motivo: 'La circulación cierra antes de empezar.', remedio: 'Indique un día igual o posterior al de la sesión.' }]
    : [];
}

/** First item: what earlier sessions agreed. It has the number 0, so that the items keep their own. */
function asuntosHeredados(cig: Cig, idCig: string, retomados: readonly AsuntoPendiente[]): { tipo: 'AsuntoIncluido'; v: 2; datos: DatosDeAsunto }[] {
  const seguimiento: DatosDeAsunto[] =
    (cig.adoptados?.length ?? 0) > 0
      ? [{ n: 0, tipo: 'SeguimientoDeAcuerdos', titulo: 'Seguimiento de los acuerdos de sesiones anteriores', objeto: idCig }]
      : [];
  const pendientes = retomados.map(
    ({ tipo, titulo, objeto, propuesta, referencia, sesion, nombreSesion, asunto }, i): DatosDeAsunto => ({
      n: i + 1,
      tipo,
      titulo,
      objeto,
      propuesta,
      referencia,
      viene: { sesion, nombreSesion, asunto },
    }),
  );
  return [...seguimiento, ...pendientes].map((datos) => ({ tipo: 'AsuntoIncluido', v: 2, datos }));
}

export const convocarSesion = acto<Sesion | undefined, DatosConvocatoria, Hecho>({
  nombre: 'ConvocarSesion',
  titulo: 'Convocar una sesión de la CIG',
  resumen: 'Convoca a los miembros de la comisión; la sesión recibe su número correlativo y retoma lo que quedó sin tratar.',
  expediente: 'sesion',
  numerales: ['6.6', '7.3.1.a'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosConvocatoria as unknown as z.ZodType<DatosConvocatoria>,
  refs: (d) => ({ cig: d.cig }),
  escribe: () => ['cig'],
  puede: (actor, _s, ctx) => conduceSector(actor, ctx.leidos.cig ? cigDe(ctx.leidos).sector : (actor.sector ?? ''), ctx.catalogo),
  decidir: (_s, datos, ctx) => {
    if (ctx.leidos.cig?.tipo !== 'cig')
      return {
        impedimentos: [
          { numeral: '6.6', campo: 'cig', motivo: 'El expediente citado no es una Comisión Intergubernamental.', remedio: 'Elija la comisión de la lista.' },
        ],
      };
    const problemas = problemasDeModalidad(datos);
    if (problemas.length > 0) return { impedimentos: problemas };
    const cig: Cig = cigDe(ctx.leidos);
    const { cierraEl, cierraALas, retomar, documento, ...convocatoria } = datos;
    const numero = (datos.clase === 'ordinaria' ? cig.ordinarias : cig.extraordinarias) + 1;
    const nombre = `Sesión ${datos.clase === 'ordinaria' ? 'Ordinaria' : 'Extraordinaria'} ${romano(numero)}`;
    const retomados = retomar === 'si' ? (cig.porTratar ?? []) : [];
    return {
      hechos: [
        {
          tipo: 'SesionConvocada',
          v: 2,
          datos: {
            ...convocatoria,
            sector: cig.sector,
            nombreCig: cig.nombre,
            numero,
            nombre,
            participantes: [...new Set([cig.sector, ...miembrosVigentes(ctx).map((x) => x.entidad)])],
            ...(datos.modalidad === 'circulacion' && cierraEl ? { cierre: { fecha: cierraEl, hora: cierraALas ?? '18:00' } } : {}),
            ...(documento ? { documentos: [documento] } : {}),
          },
        },
        ...asuntosHeredados(cig, datos.cig, retomados),
        {
          en: 'cig',
          tipo: 'SesionNumerada',
          v: 2,
          datos: { clase: datos.clase, numero, retomados: retomados.map(({ sesion, asunto }) => ({ sesion, asunto })) },
        },
      ],
      advertencias: advertenciasDeReglamento(datos, ctx),
    };
  },
});

const DatosAsunto = z.object({
  tipo: z
    .enum(Object.keys(TIPOS_DE_ASUNTO) as [TipoDeAsunto, ...TipoDeAsunto[]], 'Elija el asunto.')
    .meta({ title: 'Qué se decide', etiquetas: TIPOS_DE_ASUNTO }),
  titulo: Texto('Título en la agenda'),
  objeto: ExpedienteRef('Expediente sobre el que se decide', '', 'Para asuntos de la propia comisión, elija la comisión.'),
  propuesta: TextoOpcional('Texto del acuerdo que se propone', 'Sobre este texto se fijan posiciones; puede enmendarse en la sesión.'),
  minutos: z.coerce.number({ error: 'Indique los minutos.' }).int().min(1).max(600).optional().meta({ title: 'Minutos previstos' }),
  referencia: z.coerce
    .number({ error: 'Indique el número.' })
    .int()
    .min(1)
    .optional()
    .meta({ title: 'Propuesta de reglamento', description: 'Su número, cuando se adopta el reglamento; la última si no lo indica.' }),
  responsable: EntidadRef('Entidad responsable de cumplirlo').optional(),
  cargo: OficinaResponsable().optional(),
  cumplimiento: TextoOpcional('Qué cuenta como cumplido', '', 2000),
  vence: FechaCampo('Fecha para cumplirlo').optional(),
  documento: DocumentoRef('Documento de este asunto').optional(),
});

export const incluirAsunto = acto<Sesion, z.output<typeof DatosAsunto>, SesionHecho>({
  nombre: 'IncluirAsunto',
  titulo: 'Incluir un asunto en la agenda',
  resumen: 'Agrega un punto a la agenda, con el texto que se propone acordar y, si se conoce, quién lo cumple y cuándo.',
  expediente: 'sesion',
  numerales: ['6.6'],
  concurrencia: 'conmuta',
  datos: DatosAsunto as unknown as z.ZodType<z.output<typeof DatosAsunto>>,
  refs: (d) => ({ objeto: d.objeto }),
  puede: (actor, s, ctx) => (asientoDe(actor, undefined, miembrosVigentes(ctx))?.calidad === 'miembro' ? null : conduceSector(actor, s.sector, ctx.catalogo)),
  impide: (s) => siCerrada(s),
  decidir: (_s, { documento, ...datos }, ctx) => {
    const esperado = ASUNTOS[datos.tipo as keyof typeof ASUNTOS]?.expediente;
    const objeto = ctx.leidos.objeto;
    if (esperado && objeto?.tipo !== esperado)
      return {
        impedimentos: [
          {
            numeral: '6.6',
            campo: 'objeto',
            motivo: `«${TIPOS_DE_ASUNTO[datos.tipo]}» se decide sobre un expediente de tipo ${esperado}.`,
            remedio: 'Elija el expediente que corresponde.',
          },
        ],
      };
    const oficina = datos.responsable && datos.cargo ? problemasDeResponsable({ entidad: datos.responsable, cargo: datos.cargo }, ctx) : [];
    if (oficina.length > 0) return { impedimentos: oficina };
    const propuestas = (objeto?.estado as Cig | undefined)?.propuestas;
    const referencia = datos.tipo === 'AdoptarReglamento' ? (datos.referencia ?? propuestas?.length) : undefined;
    return {
      hechos: [{ tipo: 'AsuntoIncluido', v: 2, datos: { ...datos, referencia, ...(documento ? { documentos: [documento] } : {}) } }],
    };
  },
});

const DatosMover = z.object({
  asunto: NumeroDeAsunto,
  lugar: z.coerce
    .number({ error: 'Indique el lugar.' })
    .int()
    .min(1, 'Indique 1 o más.')
    .max(500)
    .meta({ title: 'Lugar en la agenda', description: 'Uno es el primero.' }),
});

export const moverAsunto = acto<Sesion, z.output<typeof DatosMover>, SesionHecho>({
  nombre: 'MoverAsunto',
  titulo: 'Cambiar el orden de la agenda',
  resumen: 'Lleva un asunto a otro lugar de la agenda; su número no cambia.',
  expediente: 'sesion',
  numerales: ['6.6'],
  concurrencia: 'version',
  datos: DatosMover,
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: (s) => siCerrada(s),
  decidir: (s, { asunto, lugar }) => {
    const numeros = enOrden(s).map((a) => a.n);
    if (!numeros.includes(asunto))
      return {
        impedimentos: [{ numeral: '6.6', campo: 'asunto', motivo: `La agenda no tiene un asunto ${asunto}.`, remedio: 'Elija un asunto de la agenda.' }],
      };
    const orden = numeros.filter((n) => n !== asunto);
    orden.splice(lugar - 1, 0, asunto);
    return {
      hechos: [{ tipo: 'AgendaOrdenada', v: 1, datos: { orden } }],
      advertencias:
        orden.includes(0) && orden[0] !== 0 ? [{ numeral: '6.6', motivo: 'El seguimiento de acuerdos anteriores deja de ser el primer punto.' }] : [],
    };
  },
});

const DatosInvitado = z.object({
  entidad: EntidadRef('Entidad', 'Si actúa en Ayni.').optional(),
  institucion: z
    .string()
    .trim()
    .max(200)
    .optional()
    .meta({ title: 'Otra institución', description: 'Para la sociedad civil y otros sin cuenta.', control: 'texto' }),
  tema: Texto('Para qué se le invita'),
});

/** 8.10 ¶3 by analogy: with voice, never counted. */
export const invitarASesion = acto<Sesion, z.output<typeof DatosInvitado>, SesionHecho>({
  nombre: 'InvitarASesion',
  titulo: 'Invitar a la sesión',
  resumen: 'Invita a especialistas o instituciones con derecho a voz: comentan, y no cuentan para el quórum ni para el consenso.',
  expediente: 'sesion',
  numerales: ['6.6', '8.10'],
  concurrencia: 'conmuta',
  datos: DatosInvitado,
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: (s) => siCerrada(s),
  decidir: (_s, datos, ctx) => {
    if (!datos.entidad && !datos.institucion)
      return {
        impedimentos: [
          { numeral: '8.10', campo: 'entidad', motivo: 'Falta a quién se invita.', remedio: 'Elija una entidad o escriba el nombre de la institución.' },
        ],
      };
    if (datos.entidad && !ctx.catalogo.entidad(datos.entidad))
      return { impedimentos: [{ numeral: '8.10', campo: 'entidad', motivo: 'La entidad no está en el catálogo.', remedio: 'Elija una entidad de la lista.' }] };
    return { hechos: [{ tipo: 'InvitadoConvocado', v: 1, datos }] };
  },
});
