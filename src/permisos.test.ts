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
    silla('mp-0901', 'alcalde_provincial', 'local'),
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
  acuerdo: {
    cig: idDe('cig'),
    sector: 'minsa',
    responsable: { entidad: 'gr-09', cargo: 'gerente_regional' },
    situacion: 'pendiente',
    avances: [],
    reprogramaciones: [],
    responsablesAnteriores: [],
    revisiones: [],
    participantes: ['minsa', 'gr-09'],
  },
  plan: { cig: idDe('cig'), sector: 'minsa', lineas: [], informes: [], observaciones: [], situacion: 'borrador' },
  etti: { ...ETTI, invitados: [{ entidad: 'minedu', especialidad: 'x', asunto: 'x' }] },
  documento: {
    clase: 'acta',
    origen: idDe('sesion'),
    cig: idDe('cig'),
    entidad: 'minsa',
    desde: '2026-03-02',
    situacion: 'emitido',
    correcciones: [],
    firmantes: [
      { n: 1, entidad: 'minsa', cargo: 'viceministro', papel: 'suscribe', orden: 2 },
      { n: 2, entidad: 'gr-09', cargo: 'gobernador', papel: 'suscribe', orden: 2 },
    ],
  },
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
  espacio: { entidad: 'gr-09', integrantes: ['mp-0901'], reuniones: [], reconocimientos: [], opiniones: [], situacion: 'conformado' },
  instrumento: {
    sector: 'minsa',
    etti: idDe('etti'),
    presidencia: { entidad: 'minsa', cargo: 'funcionario_sector' },
    opiniones: [{ espacio: 'x', entidad: 'gr-09' }],
    situacion: 'formulado',
  },
  indicador: { sector: 'minsa', responsable: 'minsa', situacion: 'borrador', periodos: {}, lineasBase: 0, metas: 0 },
  reporte: { sector: 'minsa', entidad: 'mp-0901', indicador: idDe('indicador'), situacion: 'enviado', observaciones: [] },
  encuesta: { sector: 'minsa', entidad: 'minsa', indicador: idDe('indicador'), situacion: 'vigente', resultados: [] },
  poi: { modelo: idDe('modelo'), entidad: 'gr-09', sector: 'minsa', anio: 2027, situacion: 'vigente', version: 1, metas: [], actividades: [], cadenas: [] },
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
  supervision: { supervisor: 'pcm-sd', situacion: 'abierto', observaciones: [], asistencias: [] },
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

const quienesPueden = (a: ActoCualquiera) => OFICINAS.filter((o) => puede(a, o) === null).map(nombre);

describe('Permisos de cada acto por oficina', () => {
  it('la matriz completa de actos y oficinas es la acordada: todo cambio se ve', async () => {
    const lineas = MODULOS.flatMap((m) => m.actos.map((a) => `${a.nombre}: ${quienesPueden(a).join(' ') || 'nadie en este estado'}`));
    await expect(`${lineas.join('\n')}\n`).toMatchFileSnapshot('./permisos.matriz.txt');
  });

  it('5.2 las secretarías supervisan y comentan; no tocan el contenido de nadie (R20)', () => {
    const propios = new Set([
      // EmitirDocumento knows whose expediente it is only once the document is generated: `documento.test.ts` proves the refusal.
      'EmitirDocumento',
      'AbrirSupervision',
      'FormularObservacion',
      'RegistrarAsistenciaTecnica',
      'ConcluirSupervision',
      'ComentarAsunto',
      'ObservarCifras',
    ]);
    const ajenos = MODULOS.flatMap((m) => m.actos).filter((a) => !propios.has(a.nombre) && quienesPueden(a).some((q) => /^secretario_/.test(q)));
    expect(ajenos.map((a) => a.nombre)).toEqual([]);
  });

  it('5.1 la administración maneja designaciones y catálogos, y ningún contenido', () => {
    const ajenos = MODULOS.filter((m) => m.tipo !== 'designacion' && m.tipo !== 'catalogo')
      .flatMap((m) => m.actos)
      .filter(
        (a) =>
          a.puede(
            oficina('administrador', 'pcm', 'titular', catalogo),
            a.crea ? undefined : ESTADOS[a.expediente],
            contexto(oficina('administrador', 'pcm', 'titular', catalogo)),
          ) === null,
      );
    expect(ajenos.map((a) => a.nombre)).toEqual([]);
  });

  it('6.4 ningún gobierno regional ni local realiza los actos del sector sobre el plan', () => {
    const delSector = MODULOS.find((m) => m.tipo === 'plan')?.actos.filter((a) => a.nombre !== 'PresentarInforme') ?? [];
    expect(delSector.flatMap(quienesPueden).filter((q) => /@(gr|mp|md)-/.test(q))).toEqual([]);
  });
});
