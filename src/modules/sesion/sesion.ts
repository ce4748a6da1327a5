import type { Consenso, Posicion, Postura } from '../../directiva/consenso.ts';
import type { EntidadId, Fecha, Ficha, Hecho, Id, Marca } from '../../kernel/tipos.ts';
import type { Cig, Miembro } from '../cig/cig.ts';

export interface PosicionFijada {
  postura: Postura;
  motivo?: string;
  el: Fecha;
  /** Office that recorded it, when another one of the same entity did. */
  registradaPor?: string;
}

export interface Asunto {
  n: number;
  /** Name of the agreement: `AprobarPlan`. */
  tipo: string;
  titulo: string;
  objeto: Id;
  situacion: 'por_tratar' | 'acordado' | 'sin_consenso' | 'diferido';
  /** Member seat → position that stands. */
  posiciones: Record<string, PosicionFijada>;
  /** Positions replaced or withdrawn: they stay attached to the act. */
  anteriores: { miembro: string; posicion: PosicionFijada }[];
  comentarios: { entidad: EntidadId; cargo: string; texto: string; el: Fecha }[];
  acuerdo?: { el: Fecha; resultado: Consenso['resultado'] | 'sin_consenso'; ausentes: string[]; datos: unknown };
}

export interface Sesion {
  cig: Id;
  sector: EntidadId;
  nombreCig: string;
  clase: 'ordinaria' | 'extraordinaria';
  numero: number;
  nombre: string;
  fecha: Fecha;
  hora: string;
  modalidad: 'presencial' | 'virtual' | 'mixta';
  lugar: string;
  situacion: 'convocado' | 'instalado' | 'cerrado';
  asistencia: Record<string, { modo: 'presencial' | 'virtual'; el: Fecha }>;
  asuntos: Asunto[];
  participantes: EntidadId[];
  desde: Fecha;
}

export type SesionHecho =
  | Hecho<
      'SesionConvocada',
      Pick<Sesion, 'cig' | 'sector' | 'nombreCig' | 'clase' | 'numero' | 'nombre' | 'fecha' | 'hora' | 'modalidad' | 'lugar' | 'participantes'>
    >
  | Hecho<'AsuntoIncluido', { tipo: string; titulo: string; objeto: Id }>
  | Hecho<'SesionInstalada', Record<string, never>>
  | Hecho<'AsistenciaRegistrada', { miembro: string; modo: 'presencial' | 'virtual' }>
  | Hecho<'PosicionFijada', { asunto: number; miembro: string; postura: Postura; motivo?: string }>
  | Hecho<'ComentarioRegistrado', { asunto: number; texto: string }>
  | Hecho<'AcuerdoAdoptado', { asunto: number; resultado: Consenso['resultado'] | 'sin_consenso'; ausentes: string[]; datos: unknown }>
  | Hecho<'SesionCerrada', { diferidos: number[] }>;

const conAsunto = (s: Sesion, n: number, cambio: (a: Asunto) => Asunto): Sesion => ({ ...s, asuntos: s.asuntos.map((a) => (a.n === n ? cambio(a) : a)) });

export function evolve(s: Sesion | undefined, h: SesionHecho, m: Marca): Sesion {
  if (h.tipo === 'SesionConvocada') return { ...h.datos, situacion: 'convocado', asistencia: {}, asuntos: [], desde: m.ocurridoEl };
  const z = s as Sesion;
  switch (h.tipo) {
    case 'AsuntoIncluido':
      return {
        ...z,
        asuntos: [...z.asuntos, { ...h.datos, n: z.asuntos.length + 1, situacion: 'por_tratar', posiciones: {}, anteriores: [], comentarios: [] }],
      };
    case 'SesionInstalada':
      return { ...z, situacion: 'instalado', desde: m.ocurridoEl };
    case 'AsistenciaRegistrada':
      return { ...z, asistencia: { ...z.asistencia, [h.datos.miembro]: { modo: h.datos.modo, el: m.ocurridoEl } } };
    case 'PosicionFijada':
      return conAsunto(z, h.datos.asunto, (a) => {
        const { miembro, postura, motivo } = h.datos;
        const previa = a.posiciones[miembro];
        const registradaPor = m.decididoPor ? `${m.entidad}/${m.cargo}` : undefined;
        return {
          ...a,
          posiciones: { ...a.posiciones, [miembro]: { postura, motivo, el: m.ocurridoEl, registradaPor } },
          anteriores: previa ? [...a.anteriores, { miembro, posicion: previa }] : a.anteriores,
        };
      });
    case 'ComentarioRegistrado':
      return conAsunto(z, h.datos.asunto, (a) => ({
        ...a,
        comentarios: [...a.comentarios, { entidad: m.entidad, cargo: m.cargo, texto: h.datos.texto, el: m.ocurridoEl }],
      }));
    case 'AcuerdoAdoptado':
      return conAsunto(z, h.datos.asunto, (a) => ({
        ...a,
        situacion: h.datos.resultado === 'sin_consenso' ? 'sin_consenso' : 'acordado',
        acuerdo: { el: m.ocurridoEl, resultado: h.datos.resultado, ausentes: h.datos.ausentes, datos: h.datos.datos },
      }));
    case 'SesionCerrada':
      return { ...z, situacion: 'cerrado', asuntos: z.asuntos.map((a) => (h.datos.diferidos.includes(a.n) ? { ...a, situacion: 'diferido' } : a)) };
  }
}

/** Standing positions of an item, as the consensus rule reads them: only members with decision right count. */
export function posicionesDe(s: Sesion, a: Asunto, miembros: readonly Miembro[], nombrar: (m: Miembro) => string): Posicion[] {
  return miembros
    .filter((x) => x.calidad === 'miembro')
    .flatMap((x) => {
      const p = a.posiciones[x.id];
      return p ? [{ postura: p.postura, motivo: p.motivo, nivel: x.nivel, esSector: x.entidad === s.sector, nombre: nombrar(x) }] : [];
    });
}

/** The CIG of a session among the expedientes read. */
export function cigDe(leidos: Readonly<Record<string, { estado: unknown } | undefined>>): Cig {
  const leido = leidos.cig;
  if (!leido) throw new Error('La sesión no tiene su CIG entre lo leído.');
  return leido.estado as Cig;
}

export function ficha(s: Sesion): Ficha {
  const conduccion = [{ entidad: s.sector, cargos: ['organo_descentralizacion'] }];
  const abiertos = s.asuntos.filter((a) => a.situacion === 'por_tratar');
  return {
    titulo: `${s.nombre} · ${s.nombreCig}`,
    situacion: s.situacion,
    entidad: s.sector,
    relaciones: { cig: s.cig, ...Object.fromEntries(s.asuntos.map((a) => [`asunto-${a.n}`, a.objeto])) },
    participantes: s.participantes,
    unica: `${s.cig}:${s.clase}:${s.numero}`,
    pendientes:
      s.situacion === 'cerrado'
        ? []
        : [
            s.situacion === 'convocado'
              ? { clave: 'instalar', que: `Instalar la ${s.nombre}`, numeral: '6.6', para: conduccion, desde: s.desde, vence: s.fecha, acto: 'InstalarSesion' }
              : { clave: 'cerrar', que: `Tratar los asuntos y cerrar la ${s.nombre}`, numeral: '6.6', para: conduccion, desde: s.desde, acto: 'CerrarSesion' },
            ...abiertos.map((a) => ({
              clave: `posicion-${a.n}`,
              que: `Fijar posición sobre: ${a.titulo}`,
              numeral: '6.6',
              para: s.participantes
                .filter((e) => e !== s.sector)
                .map((entidad) => ({
                  entidad,
                  cargos: ['gobernador', 'alcalde_provincial', 'alcalde_distrital', 'representante_asociacion', 'gerente_regional', 'gerente_municipal'],
                })),
              desde: s.desde,
              vence: s.fecha,
              acto: 'FijarPosicion',
            })),
          ],
  };
}
