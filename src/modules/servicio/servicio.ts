import type { EntidadId, Fecha, Ficha, Hecho, Marca, Nivel } from '../../kernel/tipos.ts';

/** Three cumulative conditions of 6.5 ¶2, with the evidence offered. */
export interface Condiciones {
  competenciasCompartidas: { cumple: boolean; sustento: string; normas: string[] };
  fasesSucesivas: { cumple: boolean; sustento: string };
  responsabilidadCompartida: { cumple: boolean; sustento: string };
}

export interface Servicio {
  nombre: string;
  sector: EntidadId;
  necesidad: string;
  continuidad: string;
  norma: string;
  niveles: Nivel[];
  otrosSectores: EntidadId[];
  situacion: 'identificado' | 'elegible' | 'no_elegible';
  propuestoPor: EntidadId;
  condiciones?: Condiciones;
  /** Conditions declared true without evidence: warned until the PTI is approved (R15). */
  sinSustento: string[];
  desde: Fecha;
}

type Identificado = Pick<Servicio, 'nombre' | 'sector' | 'necesidad' | 'continuidad' | 'norma' | 'niveles' | 'otrosSectores'>;

export type ServicioHecho =
  | Hecho<'ServicioIdentificado', Identificado>
  | Hecho<'ServicioCorregido', Identificado>
  | Hecho<'ServicioDeclaradoElegible', { condiciones: Condiciones; sinSustento: string[] }>
  | Hecho<'ServicioDeclaradoNoElegible', { condiciones: Condiciones; motivo: string }>;

export function evolve(s: Servicio | undefined, h: ServicioHecho, m: Marca): Servicio {
  switch (h.tipo) {
    case 'ServicioIdentificado':
      return { ...h.datos, situacion: 'identificado', propuestoPor: m.entidad, sinSustento: [], desde: m.ocurridoEl };
    case 'ServicioCorregido':
      return { ...(s as Servicio), ...h.datos };
    case 'ServicioDeclaradoElegible':
      return { ...(s as Servicio), situacion: 'elegible', condiciones: h.datos.condiciones, sinSustento: h.datos.sinSustento, desde: m.ocurridoEl };
    case 'ServicioDeclaradoNoElegible':
      return { ...(s as Servicio), situacion: 'no_elegible', condiciones: h.datos.condiciones, sinSustento: [], desde: m.ocurridoEl };
  }
}

export function ficha(s: Servicio): Ficha {
  return {
    titulo: s.nombre,
    situacion: s.situacion,
    entidad: s.sector,
    relaciones: {},
    participantes: [...new Set([s.sector, s.propuestoPor])],
    unica: `${s.sector}:${s.nombre.toLocaleLowerCase('es-PE')}`,
    pendientes:
      s.situacion === 'identificado'
        ? [
            {
              clave: 'elegibilidad',
              que: 'Evaluar si el servicio cumple las tres condiciones para tener Modelos Específicos',
              numeral: '6.5',
              para: [{ entidad: s.sector, cargos: ['organo_descentralizacion'] }],
              desde: s.desde,
              acto: 'EvaluarElegibilidad',
            },
          ]
        : [],
  };
}
