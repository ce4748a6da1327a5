import { z } from 'zod';
import { ExpedienteRef, FechaCampo, Texto, TextoLargo } from '../../directiva/campos.ts';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { POSTURAS, type Postura, romano } from '../../directiva/consenso.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { type ActoCualquiera, acto, type Contexto, type Modulo } from '../../kernel/acto.ts';
import type { Actor, Advertencia, DecididoPor, Impedimento } from '../../kernel/tipos.ts';
import type { Cig, Miembro } from '../cig/cig.ts';
import { type Asunto, cigDe, evolve, ficha, type Sesion, type SesionHecho } from './sesion.ts';

const HORA = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Members in force on the date of the session's acto. Same rule as the CIG's own. */
export const miembrosVigentes = (ctx: Contexto): Miembro[] =>
  cigDe(ctx.leidos).miembros.filter((x) => x.desde <= ctx.ocurridoEl && (x.hasta === undefined || x.hasta > ctx.ocurridoEl));

export const nombreDeMiembro =
  (ctx: Contexto) =>
  (x: Miembro): string =>
    `${nombreDeCargo(x.cargo)} de ${ctx.catalogo.entidad(x.entidad)?.nombre ?? x.entidad}`;

/** Seat for which an office speaks: its own, or that of its head when the head decided and this office records it. */
export function asientoDe(actor: Actor, decididoPor: DecididoPor | undefined, miembros: readonly Miembro[]): Miembro | undefined {
  const cargo = decididoPor?.entidad === actor.entidad ? decididoPor.cargo : actor.cargo;
  return miembros.find((x) => x.entidad === actor.entidad && x.cargo === cargo);
}

const DatosConvocatoria = z.object({
  cig: ExpedienteRef('Comisión Intergubernamental', 'cig'),
  clase: z.enum(['ordinaria', 'extraordinaria']).default('ordinaria').meta({ title: 'Clase de sesión' }),
  fecha: FechaCampo('Fecha de la sesión'),
  hora: z.string().regex(HORA, 'Indique la hora en la forma HH:MM.').default('09:00').meta({ title: 'Hora', control: 'texto' }),
  modalidad: z.enum(['presencial', 'virtual', 'mixta']).default('presencial').meta({ title: 'Modalidad' }),
  lugar: Texto('Lugar o enlace'),
});

export const convocarSesion = acto<Sesion | undefined, z.output<typeof DatosConvocatoria>, SesionHecho | { tipo: 'SesionNumerada'; v: number; datos: unknown }>(
  {
    nombre: 'ConvocarSesion',
    titulo: 'Convocar una sesión de la CIG',
    resumen: 'Convoca a los miembros de la comisión; la sesión recibe su número correlativo.',
    expediente: 'sesion',
    numerales: ['6.6', '7.3.1.a'],
    crea: true,
    concurrencia: 'conmuta',
    datos: DatosConvocatoria,
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
      const cig: Cig = cigDe(ctx.leidos);
      const numero = (datos.clase === 'ordinaria' ? cig.ordinarias : cig.extraordinarias) + 1;
      const nombre = `Sesión ${datos.clase === 'ordinaria' ? 'Ordinaria' : 'Extraordinaria'} ${romano(numero)}`;
      const miembros = miembrosVigentes(ctx);
      const advertencias: Advertencia[] = [];
      if (datos.fecha < ctx.ocurridoEl) advertencias.push({ numeral: '6.6', motivo: 'La fecha de la sesión es anterior a la de la convocatoria.' });
      return {
        hechos: [
          {
            tipo: 'SesionConvocada',
            v: 1,
            datos: {
              ...datos,
              sector: cig.sector,
              nombreCig: cig.nombre,
              numero,
              nombre,
              participantes: [...new Set([cig.sector, ...miembros.map((x) => x.entidad)])],
            },
          },
          { en: 'cig', tipo: 'SesionNumerada', v: 1, datos: { clase: datos.clase, numero } },
        ],
        advertencias,
      };
    },
  },
);

/** Kinds of item and the expediente each concerns; the registry test keeps it equal to the agreements of the modules. */
export const ASUNTOS = {
  AprobarPlan: { titulo: 'Aprobar el Plan de Trabajo Institucional', expediente: 'plan' },
  ObservarPlan: { titulo: 'Observar el Plan de Trabajo Institucional', expediente: 'plan' },
  ReconocerEtti: { titulo: 'Reconocer el ETTI', expediente: 'etti' },
  SeleccionarGerentes: { titulo: 'Seleccionar a los Gerentes Municipales', expediente: 'etti' },
  DiferirSeleccion: { titulo: 'Diferir la selección de Gerentes Municipales', expediente: 'etti' },
  AprobarModelo: { titulo: 'Aprobar el Modelo Específico', expediente: 'modelo' },
  DevolverModelo: { titulo: 'Devolver el modelo con observaciones', expediente: 'modelo' },
  PedirOpinionPrevia: { titulo: 'Pedir opinión previa', expediente: 'modelo' },
  AdoptarEstrategia: { titulo: 'Adoptar la estrategia de implementación', expediente: 'modelo' },
  DeclararSinConsenso: { titulo: 'Declarar que no hubo consenso', expediente: 'modelo' },
  AceptarTextoPublicado: { titulo: 'Aceptar el texto publicado del modelo', expediente: 'modelo' },
  ReconocerEspacio: { titulo: 'Reconocer un espacio de articulación', expediente: 'cig' },
  RegistrarAcuerdo: { titulo: 'Otro acuerdo', expediente: 'cig' },
} as const;

const DatosAsunto = z.object({
  tipo: z.enum(Object.keys(ASUNTOS) as [keyof typeof ASUNTOS, ...(keyof typeof ASUNTOS)[]], 'Elija el asunto.').meta({
    title: 'Qué se decide',
    etiquetas: Object.fromEntries(Object.entries(ASUNTOS).map(([k, a]) => [k, a.titulo])),
  }),
  titulo: Texto('Título en la agenda'),
  objeto: ExpedienteRef('Expediente sobre el que se decide', '', 'Para asuntos de la propia comisión, elija la comisión.'),
});

export const incluirAsunto = acto<Sesion, z.output<typeof DatosAsunto>, SesionHecho>({
  nombre: 'IncluirAsunto',
  titulo: 'Incluir un asunto en la agenda',
  resumen: 'Agrega un punto a la agenda de la sesión.',
  expediente: 'sesion',
  numerales: ['6.6'],
  concurrencia: 'conmuta',
  datos: DatosAsunto,
  refs: (d) => ({ objeto: d.objeto }),
  puede: (actor, s, ctx) => (asientoDe(actor, undefined, miembrosVigentes(ctx))?.calidad === 'miembro' ? null : conduceSector(actor, s.sector, ctx.catalogo)),
  impide: (s) => siCerrada(s),
  decidir: (_s, datos, ctx) => {
    const esperado = ASUNTOS[datos.tipo].expediente;
    const objeto = ctx.leidos.objeto;
    if (objeto?.tipo !== esperado)
      return {
        impedimentos: [
          {
            numeral: '6.6',
            campo: 'objeto',
            motivo: `«${ASUNTOS[datos.tipo].titulo}» se decide sobre un expediente de tipo ${esperado}.`,
            remedio: 'Elija el expediente que corresponde.',
          },
        ],
      };
    return { hechos: [{ tipo: 'AsuntoIncluido', v: 1, datos }] };
  },
});

const siCerrada = (s: Sesion): Impedimento[] =>
  s.situacion === 'cerrado' ? [{ numeral: '6.6', motivo: 'La sesión está cerrada.', remedio: 'Convoque una nueva sesión de la comisión.' }] : [];

/** Positions and agreements belong to a session that has been installed. */
export const siNoInstalada = (s: Sesion): Impedimento[] =>
  s.situacion === 'convocado'
    ? [{ numeral: '6.6', motivo: 'La sesión aún no se ha instalado.', remedio: 'Instale la sesión el día convocado.' }]
    : siCerrada(s);

export const instalarSesion = acto<Sesion, Record<string, never>, SesionHecho>({
  nombre: 'InstalarSesion',
  titulo: 'Instalar la sesión',
  resumen: 'Abre la sesión: desde ahora se registran asistencia y posiciones.',
  expediente: 'sesion',
  numerales: ['6.6'],
  concurrencia: 'version',
  datos: z.object({}) as unknown as z.ZodType<Record<string, never>>,
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: (s) =>
    s.situacion === 'instalado'
      ? [{ numeral: '6.6', motivo: 'La sesión ya está instalada.', remedio: 'Registre la asistencia y trate la agenda.' }]
      : siCerrada(s),
  decidir: (s, _d, ctx) => ({
    hechos: [{ tipo: 'SesionInstalada', v: 1, datos: {} }],
    advertencias: ctx.ocurridoEl === s.fecha ? [] : [{ numeral: '6.6', motivo: 'La sesión se instala en una fecha distinta de la convocada.' }],
  }),
});

const DatosAsistencia = z.object({
  miembro: z
    .string()
    .trim()
    .max(120)
    .optional()
    .meta({ title: 'Miembro', description: 'Vacío: la propia oficina. El sector puede anotar a quien asiste.', control: 'miembro' }),
  modo: z.enum(['presencial', 'virtual']).default('presencial').meta({ title: 'Modo de asistencia' }),
});

export const registrarAsistencia = acto<Sesion, z.output<typeof DatosAsistencia>, SesionHecho>({
  nombre: 'RegistrarAsistencia',
  titulo: 'Registrar asistencia',
  resumen: 'Anota que un miembro asiste a la sesión.',
  expediente: 'sesion',
  numerales: ['6.6', '7.3.2.a'],
  concurrencia: 'conmuta',
  datos: DatosAsistencia,
  puede: (actor, s, ctx, datos) =>
    !datos?.miembro && asientoDe(actor, ctx.decididoPor, miembrosVigentes(ctx)) ? null : conduceSector(actor, s.sector, ctx.catalogo),
  impide: (s) => siNoInstalada(s),
  decidir: (_s, datos, ctx) => {
    const miembros = miembrosVigentes(ctx);
    const m = datos.miembro ? miembros.find((x) => x.id === datos.miembro) : asientoDe(ctx.actor, ctx.decididoPor, miembros);
    if (!m)
      return { impedimentos: [{ numeral: '6.6', campo: 'miembro', motivo: 'Ese asiento no integra la comisión.', remedio: 'Elija un miembro de la lista.' }] };
    return { hechos: [{ tipo: 'AsistenciaRegistrada', v: 1, datos: { miembro: m.id, modo: datos.modo } }] };
  },
});

const NumeroDeAsunto = z.coerce
  .number({ error: 'Indique el asunto.' })
  .int()
  .min(1)
  .max(500)
  .meta({ title: 'Asunto', description: 'Número en la agenda.', control: 'asunto' });

const DatosPosicion = z.object({
  asunto: NumeroDeAsunto,
  postura: z.enum(Object.keys(POSTURAS) as [Postura, ...Postura[]], 'Elija una posición.').meta({ title: 'Posición', etiquetas: POSTURAS }),
  motivo: z
    .string()
    .trim()
    .max(4000)
    .optional()
    .meta({ title: 'Motivo', description: 'En una objeción o reserva, diga qué la resolvería.', control: 'texto-largo' }),
});

/** The item of the agenda, or why it cannot be discussed. */
export function asuntoAbierto(s: Sesion, n: number): { asunto: Asunto } | { impedimentos: Impedimento[] } {
  const asunto = s.asuntos.find((a) => a.n === n);
  if (!asunto)
    return { impedimentos: [{ numeral: '6.6', campo: 'asunto', motivo: `La agenda no tiene un asunto ${n}.`, remedio: 'Elija un asunto de la agenda.' }] };
  if (asunto.situacion !== 'por_tratar')
    return {
      impedimentos: [{ numeral: '6.6', campo: 'asunto', motivo: 'Ese asunto ya fue resuelto.', remedio: 'Inclúyalo en una nueva sesión si debe revisarse.' }],
    };
  return { asunto };
}

/** R2: positions by member; a new one replaces the earlier one, which stays attached. */
export const fijarPosicion = acto<Sesion, z.output<typeof DatosPosicion>, SesionHecho>({
  nombre: 'FijarPosicion',
  titulo: 'Fijar posición sobre un asunto',
  resumen: 'El miembro expresa acuerdo, reserva u objeción. Puede cambiarla mientras el asunto esté abierto.',
  expediente: 'sesion',
  numerales: ['6.6', '7.3.2.a'],
  concurrencia: 'conmuta',
  datos: DatosPosicion,
  puede: (actor, _s, ctx) => {
    const asiento = asientoDe(actor, ctx.decididoPor, miembrosVigentes(ctx));
    if (asiento?.calidad === 'miembro') return null;
    return {
      numeral: '6.6',
      motivo: asiento ? 'Los observadores tienen voz y no fijan posición.' : 'Solo los miembros acreditados de la comisión fijan posición.',
      remedio: 'Puede dejar un comentario sobre el asunto, que queda en el acta.',
    };
  },
  impide: (s) => siNoInstalada(s),
  decidir: (s, datos, ctx) => {
    const abierto = asuntoAbierto(s, datos.asunto);
    if ('impedimentos' in abierto) return abierto;
    const m = asientoDe(ctx.actor, ctx.decididoPor, miembrosVigentes(ctx)) as Miembro;
    return {
      hechos: [{ tipo: 'PosicionFijada', v: 1, datos: { asunto: datos.asunto, miembro: m.id, postura: datos.postura, motivo: datos.motivo } }],
      advertencias:
        datos.postura === 'objecion' && !datos.motivo ? [{ numeral: '6.6', motivo: 'La objeción no tiene motivo; igual cuenta, y conviene indicarlo.' }] : [],
    };
  },
});

const DatosComentario = z.object({ asunto: NumeroDeAsunto, texto: TextoLargo('Comentario', 'Queda en el acta y no afecta el consenso.', 4000) });

/** 8.10 ¶3 by analogy: observers, guests and supervisors have voice (probe 4). */
export const comentarAsunto = acto<Sesion, z.output<typeof DatosComentario>, SesionHecho>({
  nombre: 'ComentarAsunto',
  titulo: 'Comentar un asunto',
  resumen: 'Deja una opinión en el acta, con voz y sin fijar posición.',
  expediente: 'sesion',
  numerales: ['6.6', '8.10'],
  concurrencia: 'conmuta',
  datos: DatosComentario,
  puede: (actor, s) =>
    s.participantes.includes(actor.entidad) || actor.tipoEntidad === 'secretaria_pcm'
      ? null
      : { numeral: '6.6', motivo: 'Su entidad no participa en esta comisión.', remedio: 'Solicite al sector que la invite.' },
  impide: (s) => siNoInstalada(s),
  decidir: (s, datos) => {
    const abierto = asuntoAbierto(s, datos.asunto);
    return 'impedimentos' in abierto ? abierto : { hechos: [{ tipo: 'ComentarioRegistrado', v: 1, datos }] };
  },
});

const actos: readonly ActoCualquiera[] = [convocarSesion, incluirAsunto, instalarSesion, registrarAsistencia, fijarPosicion, comentarAsunto];

export const sesion: Modulo<Sesion, SesionHecho> = {
  tipo: 'sesion',
  nombre: 'Sesión de la CIG',
  serie: 'SES',
  evolve,
  ficha,
  actos,
  unicidad: { numeral: '6.6', motivo: 'Ya existe una sesión con ese número.', remedio: 'Vuelva a convocarla: recibirá el número siguiente.' },
};
