import type { SENTIDOS_DE_OPINION } from '../../directiva/opinion.ts';
import type { EntidadId, Fecha, Ficha, Hecho, Id, Marca, TerritorioId } from '../../kernel/tipos.ts';
import type { CLASES, PARTICIPANTES } from './espacio.etiquetas.ts';

/** What one participant contributed: the institution, or the kind of civil society; never a person. */
export interface Aporte {
  clase: keyof typeof PARTICIPANTES;
  institucion?: string;
  texto: string;
  /** Modelo or instrument it is about. */
  sobre?: Id;
  /** Office that recorded it. */
  por: { entidad: EntidadId; cargo: string };
  el: Fecha;
}

export interface Reunion {
  n: number;
  fecha: Fecha;
  hora: string;
  lugar: string;
  temas: string;
  sobre: Id[];
  aportes: Aporte[];
  cierre?: { el: Fecha; asistentes: { clase: keyof typeof PARTICIPANTES; institucion?: string; cuantos: number }[]; conclusiones: string; documento?: string };
}

interface OpinionDada {
  sobre: Id;
  titulo: string;
  sentido: keyof typeof SENTIDOS_DE_OPINION;
  texto: string;
  /** Meeting that discussed it. */
  reunion?: number;
  documento?: string;
}

/** Space of articulation: an actor with meetings and opinions of its own (7.3.2.c, 8.14, 9.3; R23). */
export interface Espacio {
  clase: keyof typeof CLASES;
  nombre: string;
  proposito: string;
  /** Government or ministry that generates and leads it. */
  entidad: EntidadId;
  territorio?: TerritorioId;
  integrantes: EntidadId[];
  norma?: string;
  situacion: 'conformado' | 'reconocido';
  /** One CIG or several may recognise it (8.14). */
  reconocimientos: { cig: Id; nombreCig: string; clave: string; sesion: Id; nombreSesion: string; el: Fecha }[];
  reuniones: Reunion[];
  opiniones: (OpinionDada & { el: Fecha })[];
  desde: Fecha;
}

export type EspacioHecho =
  | Hecho<'EspacioGenerado', Pick<Espacio, 'clase' | 'nombre' | 'proposito' | 'entidad' | 'territorio' | 'integrantes' | 'norma'>>
  | Hecho<'ReconocimientoObtenido', Omit<Espacio['reconocimientos'][number], 'el'>>
  | Hecho<'ReunionConvocada', Omit<Reunion, 'aportes' | 'cierre'>>
  | Hecho<'AporteRegistrado', { reunion: number } & Omit<Aporte, 'por' | 'el'>>
  | Hecho<'ReunionConcluida', { reunion: number } & Omit<NonNullable<Reunion['cierre']>, 'el'>>
  | Hecho<'OpinionComunicada', OpinionDada>;

export function evolve(previo: Espacio | undefined, h: EspacioHecho, m: Marca): Espacio {
  const el = m.ocurridoEl;
  if (h.tipo === 'EspacioGenerado') return { ...h.datos, situacion: 'conformado', reconocimientos: [], reuniones: [], opiniones: [], desde: el };
  const e = previo as Espacio;
  const enReunion = (n: number, cambio: (r: Reunion) => Reunion): Espacio => ({ ...e, reuniones: e.reuniones.map((r) => (r.n === n ? cambio(r) : r)) });
  switch (h.tipo) {
    case 'ReconocimientoObtenido':
      return { ...e, situacion: 'reconocido', reconocimientos: [...e.reconocimientos, { ...h.datos, el }] };
    case 'ReunionConvocada':
      return { ...e, reuniones: [...e.reuniones, { ...h.datos, aportes: [] }] };
    case 'AporteRegistrado': {
      const { reunion, ...aporte } = h.datos;
      return enReunion(reunion, (r) => ({ ...r, aportes: [...r.aportes, { ...aporte, por: { entidad: m.entidad, cargo: m.cargo }, el }] }));
    }
    case 'ReunionConcluida': {
      const { reunion, ...cierre } = h.datos;
      return enReunion(reunion, (r) => ({ ...r, cierre: { ...cierre, el } }));
    }
    case 'OpinionComunicada':
      return { ...e, opiniones: [...e.opiniones, { ...h.datos, el }] };
  }
}

/** Offices that lead a space, of whatever level the entity is. */
export const CONDUCEN_ESPACIO = [
  'gobernador',
  'gerente_regional',
  'alcalde_provincial',
  'gerente_municipal',
  'alcalde_distrital',
  'representante_asociacion',
  'organo_descentralizacion',
  'viceministro',
] as const;

/** What its meetings discussed and contributed to. */
const tratados = (e: Espacio): Record<string, Id> =>
  Object.fromEntries([...new Set(e.reuniones.flatMap((r) => [...r.sobre, ...r.aportes.flatMap((a) => a.sobre ?? [])]))].map((id, i) => [`sobre-${i + 1}`, id]));

export function ficha(e: Espacio): Ficha {
  const conducen = [{ entidad: e.entidad, cargos: CONDUCEN_ESPACIO }];
  return {
    titulo: e.nombre,
    situacion: e.situacion,
    entidad: e.entidad,
    territorio: e.territorio,
    relaciones: { ...Object.fromEntries(e.reconocimientos.map((r, i) => [`cig-${i + 1}`, r.cig])), ...tratados(e) },
    participantes: [...new Set([e.entidad, ...e.integrantes])],
    pendientes: e.reuniones
      .filter((r) => !r.cierre)
      .map((r) => ({
        clave: `reunion-${r.n}`,
        que: `Registrar los aportes y las conclusiones de la reunión ${r.n}`,
        numeral: '7.3.2.c',
        para: conducen,
        desde: r.fecha,
        acto: 'ConcluirReunion',
      })),
  };
}
