import { describe, expect, it } from 'vitest';
import { catalogoReal } from '../test/catalogo.ts';
import { huella, idDe, leido, oficina } from '../test/escenario.ts';
import { ETTI, leidos } from '../test/modelo.fixtures.ts';
import { CARGOS, type Cargo } from './directiva/cargos.ts';
import type { ActoCualquiera, Contexto } from './kernel/acto.ts';
import type { Actor, TipoEntidad } from './kernel/tipos.ts';
import type { Cig, Miembro } from './modules/cig/cig.ts';
import { MODULOS } from './registro.ts';

const catalogo = catalogoReal();
const DE_CADA_TIPO: Readonly<Partial<Record<TipoEntidad, readonly string[]>>> = {
  ministerio: ['minsa', 'minedu'],
  pcm: ['pcm'],
  secretaria_pcm: ['pcm-sd', 'pcm-sgp'],
  gobierno_regional: ['gr-09', 'gr-21'],
  municipalidad_provincial: ['mp-0901', 'mp-2101'],
  municipalidad_distrital: ['md-090102', 'md-210102'],
};
const OFICINAS: readonly Actor[] = (Object.keys(CARGOS) as Cargo[]).flatMap((cargo) =>
  (CARGOS[cargo].entidades as readonly TipoEntidad[]).flatMap((t) => (DE_CADA_TIPO[t] ?? []).map((e) => oficina(cargo, e, 'titular', catalogo))),
);
console.log(
  OFICINAS.length,
  JSON.stringify(
    catalogo
      .entidades()
      .filter((e) => e.tipo === 'secretaria_pcm' || e.tipo === 'adscrito' || e.tipo === 'asociacion')
      .map((e) => e.id),
  ),
);

const silla = (entidad: string, cargo: string, nivel: Miembro['nivel']): Miembro => ({
  id: `${entidad}/${cargo}`,
  entidad,
  cargo,
  nivel,
  calidad: 'miembro',
  sustento: 'x',
  desde: '2026-01-01',
});
const CIG: Cig = {
  sector: 'minsa',
  nombre: 'CIG Salud',
  norma: 'x',
  miembros: [
    silla('minsa', 'viceministro', 'nacional'),
    silla('gr-09', 'gobernador', 'regional'),
    silla('mp-0901', 'alcalde_provincial', 'provincial'),
  ] as Miembro[],
  espacios: [],
  acuerdos: [],
  ordinarias: 1,
  extraordinarias: 0,
  desde: '2026-01-01',
};
const ESTADOS: Readonly<Record<string, unknown>> = {
  servicio: {
    nombre: 'CRED',
    sector: 'minsa',
    propuestoPor: 'gr-09',
    situacion: 'identificado',
    niveles: [],
    otrosSectores: [],
    sinSustento: [],
    desde: '2026-01-01',
  },
  cig: CIG,
  sesion: { cig: idDe('cig'), sector: 'minsa', asistencia: {}, asuntos: [], participantes: ['minsa', 'gr-09', 'mp-0901'], situacion: 'instalado' },
  plan: { cig: idDe('cig'), sector: 'minsa', lineas: [], informes: [], observaciones: [], situacion: 'borrador' },
  etti: { ...ETTI, invitados: [{ entidad: 'minedu', especialidad: 'x', asunto: 'x' }] },
  modelo: {
    sector: 'minsa',
    servicio: idDe('servicio-cred'),
    territorio: '0901',
    presidencia: { entidad: 'minsa', cargo: 'funcionario_sector' },
    pedidos: [{ numero: 1, entidad: 'mp-0901' }],
    opiniones: [{ espacio: 'x', entidad: 'gr-09' }],
    indicadores: [],
    situacion: 'formulado',
  },
  designacion: {
    persona: idDe('alguien'),
    entidad: 'minsa',
    cargo: 'viceministro',
    calidad: 'titular',
    desde: '2026-01-01',
    situacion: 'designado',
    denominacion: 'x',
  },
  catalogo: { importaciones: {} },
};
const contexto = (actor: Actor): Contexto => ({
  id: idDe('expediente'),
  hoy: '2026-03-02',
  ahora: '2026-03-02T15:00:00.000Z',
  ocurridoEl: '2026-03-02',
  actor,
  catalogo,
  leidos: { ...leidos(), cig: leido('cig', CIG) },
  huella,
});
const puede = (acto: ActoCualquiera, actor: Actor) => acto.puede(actor, acto.crea ? undefined : ESTADOS[acto.expediente], contexto(actor));
const nombre = (a: Actor) => `${a.cargo}@${a.entidad}`;

describe('x', () => {
  it('y', () => {
    for (const m of MODULOS)
      for (const a of m.actos)
        console.log(
          `${a.nombre}|${OFICINAS.filter((o) => puede(a, o) === null)
            .map(nombre)
            .join(' ')}`,
        );
  });
});
