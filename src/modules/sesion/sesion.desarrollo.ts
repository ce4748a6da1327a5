import { z } from 'zod';
import { TextoLargo } from '../../directiva/campos.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { faltaQuorum } from '../../directiva/reglamento.ts';
import { acto, type Contexto } from '../../kernel/acto.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { Advertencia, Impedimento } from '../../kernel/tipos.ts';
import type { Miembro } from '../cig/cig.ts';
import {
  asientoDe,
  asuntoAbierto,
  HoraOpcional,
  horaDe,
  miembrosVigentes,
  NumeroDeAsunto,
  presentes,
  reglasDe,
  siCerrada,
  siNoInstalada,
} from './sesion.comun.ts';
import { esInformativo, presente, type Sesion, type SesionHecho } from './sesion.ts';

const DE_NIVEL = { total: 'en total', nacional: 'del nivel nacional', regional: 'del nivel regional', local: 'del nivel local' } as const;

/** The Directive sets no quorum: what is missing of the commission's own is warned and stays on record. */
export function advertenciasDeQuorum(s: Sesion, ctx: Contexto): Advertencia[] {
  if (s.modalidad === 'circulacion') return [];
  return faltaQuorum(reglasDe(ctx), presentes(s, miembrosVigentes(ctx))).map((q) => ({
    numeral: '6.6',
    motivo: `Quórum de la comisión: ${q.hay} presentes ${DE_NIVEL[q.de]} y su reglamento prevé ${q.pide} (parámetro de la comisión).`,
  }));
}

export const instalarSesion = acto<Sesion, Record<string, never>, SesionHecho>({
  nombre: 'InstalarSesion',
  titulo: 'Instalar la sesión',
  resumen: 'Abre la sesión: desde ahora se tratan los asuntos y se fijan posiciones.',
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
    hechos: [{ tipo: 'SesionInstalada', v: 2, datos: { hora: horaDe(ctx) || undefined } }],
    advertencias: [
      ...(ctx.ocurridoEl === s.fecha
        ? []
        : [
            {
              numeral: '6.6',
              motivo: `La sesión se instala el ${dmy(ctx.ocurridoEl)}, ${ctx.ocurridoEl < s.fecha ? 'antes' : 'después'} de la fecha de su convocatoria: ${dmy(s.fecha)}.`,
            },
          ]),
      ...advertenciasDeQuorum(s, ctx),
    ],
  }),
});

const MiembroOPropio = z
  .string()
  .trim()
  .max(120)
  .optional()
  .meta({ title: 'Miembro', description: 'Vacío: la propia oficina. El sector puede anotar a quien asiste.', control: 'miembro' });

const DatosAsistencia = z.object({
  miembro: MiembroOPropio,
  modo: z.enum(['presencial', 'virtual']).default('presencial').meta({ title: 'Modo de asistencia' }),
  hora: HoraOpcional('Hora de llegada', 'Ahora, si no la indica.'),
  suplente: z
    .enum(['no', 'si'])
    .default('no')
    .meta({
      title: 'Quién asiste',
      description: 'Solo cuando el sector anota a otro.',
      etiquetas: { no: 'El titular del asiento', si: 'Su suplente acreditado' },
    }),
});

const propioOSector = (actor: Parameters<typeof asientoDe>[0], s: Sesion, ctx: Contexto, miembro: string | undefined) =>
  !miembro && asientoDe(actor, ctx.decididoPor, miembrosVigentes(ctx)) ? null : conduceSector(actor, s.sector, ctx.catalogo);

function quienAsiste(miembro: string | undefined, ctx: Contexto): Miembro | { impedimentos: Impedimento[] } {
  const miembros = miembrosVigentes(ctx);
  return (
    (miembro ? miembros.find((x) => x.id === miembro) : asientoDe(ctx.actor, ctx.decididoPor, miembros)) ?? {
      impedimentos: [{ numeral: '6.6', campo: 'miembro', motivo: 'Ese asiento no integra la comisión.', remedio: 'Elija un miembro de la lista.' }],
    }
  );
}

/** Until it is installed, attendance is taken only on its day or later. */
const siNoEsElDia = (s: Sesion, ctx: Contexto): Impedimento[] =>
  s.situacion === 'convocado' && ctx.ocurridoEl < s.fecha
    ? [{ numeral: '6.6', motivo: 'La sesión aún no se realiza.', remedio: 'Registre la asistencia el día convocado.' }]
    : siCerrada(s);

export const registrarAsistencia = acto<Sesion, z.output<typeof DatosAsistencia>, SesionHecho>({
  nombre: 'RegistrarAsistencia',
  titulo: 'Registrar asistencia',
  resumen: 'Anota que un miembro asiste a la sesión, o que regresa a ella.',
  expediente: 'sesion',
  numerales: ['6.6', '7.3.2.a'],
  concurrencia: 'conmuta',
  datos: DatosAsistencia as unknown as z.ZodType<z.output<typeof DatosAsistencia>>,
  puede: (actor, s, ctx, datos) => propioOSector(actor, s, ctx, datos?.miembro),
  impide: siNoEsElDia,
  decidir: (s, datos, ctx) => {
    const m = quienAsiste(datos.miembro, ctx);
    if ('impedimentos' in m) return m;
    const previa = s.asistencia[m.id];
    if (previa?.presencias && presente(previa) && previa.modo === datos.modo)
      return {
        impedimentos: [
          {
            numeral: '7.3.2.a',
            campo: 'miembro',
            motivo: `Ya figura presente${previa.presencias.at(-1)?.desde ? ` desde las ${previa.presencias.at(-1)?.desde}` : ''}.`,
            remedio: 'No hace falta repetirlo; si se retira, registre su salida.',
          },
        ],
      };
    const propia = datos.miembro === undefined && ctx.decididoPor === undefined;
    const viene = propia && ctx.actor.cargo !== m.cargo ? `${m.entidad}/${ctx.actor.cargo}` : undefined;
    const suplente = viene ?? (datos.suplente === 'si' && m.suplente ? `${m.entidad}/${m.suplente}` : undefined);
    return {
      hechos: [
        {
          tipo: 'AsistenciaRegistrada',
          v: 2,
          datos: { miembro: m.id, modo: datos.modo, hora: horaDe(ctx, datos.hora), suplente, propia: propia || undefined },
        },
      ],
      advertencias:
        suplente && !reglasDe(ctx).suplentes
          ? [{ numeral: '6.6', motivo: 'Asiste un suplente y el reglamento de la comisión no los admite (parámetro de la comisión).' }]
          : datos.suplente === 'si' && !suplente
            ? [{ numeral: '6.6', motivo: 'El miembro no tiene suplente acreditado; la asistencia se anota al titular.' }]
            : [],
    };
  },
});

const DatosSalida = z.object({ miembro: MiembroOPropio, hora: HoraOpcional('Hora de salida', 'Ahora, si no la indica.') });

export const registrarSalida = acto<Sesion, z.output<typeof DatosSalida>, SesionHecho>({
  nombre: 'RegistrarSalida',
  titulo: 'Registrar salida',
  resumen: 'Anota que un miembro se retira de la sesión. Si regresa, se registra de nuevo su asistencia.',
  expediente: 'sesion',
  numerales: ['6.6', '7.3.2.a'],
  concurrencia: 'conmuta',
  datos: DatosSalida,
  puede: (actor, s, ctx, datos) => propioOSector(actor, s, ctx, datos?.miembro),
  impide: siNoEsElDia,
  decidir: (s, datos, ctx) => {
    const m = quienAsiste(datos.miembro, ctx);
    if ('impedimentos' in m) return m;
    if (!presente(s.asistencia[m.id]))
      return {
        impedimentos: [{ numeral: '7.3.2.a', campo: 'miembro', motivo: 'Ese miembro no figura presente.', remedio: 'Registre antes su asistencia.' }],
      };
    return { hechos: [{ tipo: 'SalidaRegistrada', v: 1, datos: { miembro: m.id, hora: horaDe(ctx, datos.hora) } }] };
  },
});

const DatosDeAsuntoUnico = z.object({ asunto: NumeroDeAsunto });

export const ponerEnDebate = acto<Sesion, z.output<typeof DatosDeAsuntoUnico>, SesionHecho>({
  nombre: 'PonerEnDebate',
  titulo: 'Pasar a un asunto',
  resumen: 'Señala a todos qué asunto se trata ahora.',
  expediente: 'sesion',
  numerales: ['6.6'],
  concurrencia: 'conmuta',
  datos: DatosDeAsuntoUnico,
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: siNoInstalada,
  decidir: (s, { asunto }) => {
    const abierto = asuntoAbierto(s, asunto);
    if ('impedimentos' in abierto) return abierto;
    if (s.enDebate === asunto)
      return { impedimentos: [{ numeral: '6.6', campo: 'asunto', motivo: 'Ese asunto ya se está tratando.', remedio: 'Elija otro asunto de la agenda.' }] };
    return { hechos: [{ tipo: 'AsuntoEnDebate', v: 1, datos: { asunto } }] };
  },
});

const DatosTratado = z.object({ asunto: NumeroDeAsunto, sintesis: TextoLargo('Síntesis', 'Qué se informó y qué quedó en claro.', 10_000) });

/** 6.6: an item that informs leaves what was said, and decides nothing. */
export const darPorTratado = acto<Sesion, z.output<typeof DatosTratado>, SesionHecho>({
  nombre: 'DarPorTratado',
  titulo: 'Dar por tratado un punto informativo',
  resumen: 'Cierra un punto que no decide, como el seguimiento de acuerdos, con una síntesis para el acta.',
  expediente: 'sesion',
  numerales: ['6.6'],
  concurrencia: 'conmuta',
  datos: DatosTratado,
  puede: (actor, s, ctx) => conduceSector(actor, s.sector, ctx.catalogo),
  impide: siNoInstalada,
  decidir: (s, datos) => {
    const abierto = asuntoAbierto(s, datos.asunto);
    if ('impedimentos' in abierto) return abierto;
    if (!esInformativo(abierto.asunto))
      return {
        impedimentos: [
          {
            numeral: '6.6',
            campo: 'asunto',
            motivo: 'Ese asunto pide un acuerdo.',
            remedio: 'Adopte el acuerdo por consenso, difiéralo o deje constancia de que no hay consenso.',
          },
        ],
      };
    return { hechos: [{ tipo: 'AsuntoTratado', v: 1, datos }] };
  },
});
