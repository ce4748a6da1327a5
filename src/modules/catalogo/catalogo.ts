import type { EntidadId, Fecha, Ficha, Hecho, Id, Marca, TerritorioId } from '../../kernel/tipos.ts';
import type { EntidadCompleta, Organo } from '../entidad/entidad.ts';
import type { TerritorioCompleto } from '../territorio/territorio.ts';
import type { NormasImportadas } from './catalogo.campos.ts';

/** The one expediente that records every change of the catalogues. */
export const CATALOGO_ID: Id = '01900000-0000-7000-8000-000000000001';

/** Code of a territory by who issues it. */
export interface CodigoDeTerritorio {
  territorio: TerritorioId;
  emisor: 'INEI' | 'RENIEC';
  codigo: string;
  vigente: boolean;
}

/** Rows of a file by what happened to them. */
type Resumen = Readonly<Record<string, number>>;

interface Importacion {
  /** sha-256 of the file, in hex. */
  archivo: string;
  resumen: Resumen;
}

export interface TerritorioImportado extends Importacion {
  formato: 'inei' | 'inei_reniec';
  territorios: TerritorioCompleto[];
  codigos: CodigoDeTerritorio[];
  entidades: EntidadCompleta[];
  /** How many of those rows were not in the catalogue. */
  altas: { territorios: number; entidades: number };
}

export interface Siembra {
  territorios: TerritorioCompleto[];
  entidades: EntidadCompleta[];
  organos: Organo[];
}

export interface Sucesion {
  entidad: EntidadId;
  sucesora: EntidadId;
  /** Last day of the entity that ends. */
  hasta: Fecha;
  norma: string;
}

/** A district born from others: its figures begin there, and those of its origins shrink (8.19). */
export interface Creacion {
  distrito: TerritorioId;
  origenes: TerritorioId[];
  desde: Fecha;
  norma: string;
}

/** Rows stay in their tables; the state of the expediente keeps what its header shows. */
export interface CatalogoState {
  entidad: EntidadId;
  territorios: number;
  entidades: number;
  importaciones: { territorio?: Importacion & { el: Fecha }; normas?: Importacion & { el: Fecha } };
}

export type CatalogoHecho =
  | Hecho<'CatalogosSembrados', Siembra>
  | Hecho<'TerritorioImportado', TerritorioImportado>
  | Hecho<'NormasImportadas', NormasImportadas>
  | Hecho<'EntidadRegistrada', EntidadCompleta>
  | Hecho<'EntidadCorregida', EntidadCompleta>
  | Hecho<'OrganoConfirmado', Organo>
  | Hecho<'SucesionRegistrada', Sucesion>
  | Hecho<'DistritoCreado', Creacion>;

export function evolve(s: CatalogoState | undefined, h: CatalogoHecho, m: Marca): CatalogoState {
  if (h.tipo === 'CatalogosSembrados')
    return { entidad: m.entidad, territorios: h.datos.territorios.length, entidades: h.datos.entidades.length, importaciones: {} };
  const estado = s as CatalogoState;
  const ultima = (d: Importacion) => ({ archivo: d.archivo, resumen: d.resumen, el: m.ocurridoEl });
  switch (h.tipo) {
    case 'TerritorioImportado':
      return {
        ...estado,
        territorios: estado.territorios + h.datos.altas.territorios,
        entidades: estado.entidades + h.datos.altas.entidades,
        importaciones: { ...estado.importaciones, territorio: ultima(h.datos) },
      };
    case 'NormasImportadas':
      return { ...estado, importaciones: { ...estado.importaciones, normas: ultima(h.datos) } };
    case 'EntidadRegistrada':
      return { ...estado, entidades: estado.entidades + 1 };
    default:
      return estado;
  }
}

export function ficha(s: CatalogoState): Ficha {
  return {
    titulo: 'Catálogos de territorio, entidades y normas',
    situacion: 'vigente',
    entidad: s.entidad,
    relaciones: {},
    participantes: [s.entidad],
    unica: 'catalogo',
    pendientes: [],
  };
}
