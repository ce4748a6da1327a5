import { z } from 'zod';
import type { EfectoCualquiera } from '../src/kernel/acto.ts';
import type { Cig, Miembro } from '../src/modules/cig/cig.ts';
import { sesion } from '../src/modules/sesion/sesion.actos.ts';
import type { SesionHecho } from '../src/modules/sesion/sesion.ts';
import { catalogoReal } from './catalogo.ts';
import { dado, idDe, leido, oficina } from './escenario.ts';

export const catalogo = catalogoReal();
const of = (cargo: Parameters<typeof oficina>[0], entidad: string) => oficina(cargo, entidad, 'titular', catalogo);
export const sector = of('organo_descentralizacion', 'minsa');
export const gobernador = of('gobernador', 'gr-09');
export const gerente = of('gerente_regional', 'gr-09');
export const alcalde = of('alcalde_provincial', 'mp-0901');
export const observador = of('gobernador', 'gr-10');
export const ajeno = of('alcalde_provincial', 'mp-2101');
export const GORE = 'gr-09/gobernador';
export const MUNI = 'mp-0901/alcalde_provincial';
export const SECTOR = 'minsa/organo_descentralizacion';

const miembro = (entidad: string, cargo: string, nivel: Miembro['nivel'], resto: Partial<Miembro> = {}): Miembro => ({
  id: `${entidad}/${cargo}`,
  entidad,
  cargo,
  nivel,
  calidad: 'miembro',
  sustento: '',
  desde: '2026-01-01',
  ...resto,
});

export const comision: Cig = {
  sector: 'minsa',
  nombre: 'CIG de Salud',
  norma: 'RM',
  miembros: [
    miembro('minsa', 'organo_descentralizacion', 'nacional'),
    miembro('gr-09', 'gobernador', 'regional', { suplente: 'gerente_regional' }),
    miembro('mp-0901', 'alcalde_provincial', 'local'),
    miembro('gr-10', 'gobernador', 'regional', { calidad: 'observador' }),
  ],
  espacios: [],
  acuerdos: [],
  ordinarias: 41,
  extraordinarias: 0,
  desde: '2026-01-01',
};

/** Agreement with amendments by section, as that of a modelo. */
export const aprobacion: EfectoCualquiera = {
  nombre: 'AprobarModelo',
  titulo: 'Aprobar el Modelo Específico',
  resumen: '',
  numerales: ['8.13'],
  datos: z.object({ enmiendas: z.array(z.object({ seccion: z.enum(['roles', 'procesos']), dice: z.string().optional(), debeDecir: z.string() })).default([]) }),
  decidir: (m: { texto?: string }, { enmiendas }) => {
    const perdida = (enmiendas as { dice?: string }[]).find((e) => e.dice && !m.texto?.includes(e.dice));
    if (perdida)
      return {
        impedimentos: [
          { numeral: '6.6', campo: 'enmiendas[0].dice', motivo: 'La sección no contiene el texto citado.', remedio: 'Cite el texto tal como figura.' },
        ],
      };
    return { hechos: [{ tipo: 'ModeloAprobado', v: 1, datos: { enmiendas } }] };
  },
  sinAcuerdo: () => [{ tipo: 'Avisado', v: 1, datos: {} }],
};

export const convocada = (cambios: Record<string, unknown> = {}): SesionHecho => ({
  tipo: 'SesionConvocada',
  v: 2,
  datos: {
    cig: idDe('cig'),
    sector: 'minsa',
    nombreCig: 'CIG de Salud',
    clase: 'ordinaria',
    numero: 42,
    nombre: 'Sesión Ordinaria XLII',
    fecha: '2026-03-02',
    hora: '09:00',
    modalidad: 'presencial',
    lugar: 'Lima',
    participantes: ['minsa', 'gr-09', 'mp-0901', 'gr-10'],
    ...cambios,
  },
});

export const asunto = (tipo = 'AprobarModelo', propuesta: string | undefined = 'Se aprueba el modelo.', objeto = idDe('modelo')): SesionHecho => ({
  tipo: 'AsuntoIncluido',
  v: 2,
  datos: { tipo, titulo: 'Asunto', objeto, propuesta },
});
export const instalada: SesionHecho = { tipo: 'SesionInstalada', v: 2, datos: { hora: '09:00' } };
export const posicion = (miembro: string, postura: 'acuerdo' | 'acuerdo_con_reserva' | 'se_aparta' | 'objecion', motivo?: string, texto = 1): SesionHecho => ({
  tipo: 'PosicionFijada',
  v: 2,
  datos: { asunto: 1, miembro, postura, motivo, texto },
});

export const leidos = (cig: Cig = comision) => ({
  cig: leido('cig', cig),
  'asunto-1': leido('modelo', { texto: 'la región conduce' }),
  objeto: leido('modelo', {}),
});

/** A session under way over one item, with these further hechos. */
export const enSesion = (hechos: readonly SesionHecho[] = [], cig: Cig = comision, convocatoria: Record<string, unknown> = {}) =>
  dado(sesion, [convocada(convocatoria), asunto(), instalada, ...hechos], { catalogo, leidos: leidos(cig) });
