import { componerDocumento } from '../src/documentos/generar.ts';
import type { Legajo, OtroExpediente } from '../src/documentos/legajo.ts';
import type { Hecho } from '../src/kernel/tipos.ts';
import type { Cig } from '../src/modules/cig/cig.ts';
import type { Plan } from '../src/modules/plan/plan.ts';
import type { Asunto, PosicionFijada, Sesion } from '../src/modules/sesion/sesion.ts';
import { lineasDe } from '../src/platform/pdf/documento.ts';
import { catalogoMinimo } from './catalogo.minimo.ts';
import { huella, idDe } from './escenario.ts';

export const SESION = idDe('sesion');
export const CIG = idDe('cig');
export const PLAN = idDe('plan');
export const MODELO = idDe('modelo');

export const legajo = <S>(
  tipo: string,
  id: string,
  estado: S,
  otros: readonly OtroExpediente[] = [],
  hechos: readonly (Hecho & { el?: string; cargo?: string })[] = [],
): Legajo => ({
  id,
  tipo,
  codigo: `${tipo.toUpperCase()}-2026-0001-MINSA`,
  titulo: 'x',
  version: 9,
  huella: huella(id),
  demo: false,
  estado,
  hechos: hechos.map(({ el = '2026-03-02', cargo = 'organo_descentralizacion', ...hecho }) => ({
    hecho,
    marca: { ocurridoEl: el, registradoEn: `${el}T15:00:00Z`, acto: idDe(hecho.tipo), designacion: idDe('d'), entidad: 'minsa', cargo },
  })),
  otros: new Map(otros.map((o) => [o.id, o])),
  catalogo: catalogoMinimo(),
});

export const otro = (tipo: string, id: string, estado: unknown, titulo = `Expediente ${tipo}`): OtroExpediente => ({
  id,
  tipo,
  codigo: `${tipo}-1`,
  titulo,
  estado,
});

export function texto(l: Legajo, tipo: string): string {
  const d = componerDocumento(l, tipo, 'https://ayni.gob.pe');
  if (!d) throw new Error(`no produce ${tipo}`);
  return lineasDe(d.documento).join('\n');
}
export const compuesto = (l: Legajo, tipo: string) => componerDocumento(l, tipo, 'https://ayni.gob.pe') as NonNullable<ReturnType<typeof componerDocumento>>;

export const miembro = (entidad: string, cargo: string, nivel: 'nacional' | 'regional' | 'local', calidad: 'miembro' | 'observador' = 'miembro') => ({
  id: `${entidad}/${cargo}`,
  entidad,
  cargo,
  nivel,
  calidad,
  sustento: '',
  desde: '2026-01-01',
});
export const CIG_SALUD = {
  sector: 'minsa',
  nombre: 'Comisión Intergubernamental de Salud',
  miembros: [
    miembro('minsa', 'organo_descentralizacion', 'nacional'),
    miembro('gr-09', 'gobernador', 'regional'),
    miembro('mp-0901', 'alcalde_provincial', 'local'),
    miembro('sd', 'secretario_sd', 'nacional', 'observador'),
    { ...miembro('mp-0902', 'alcalde_provincial', 'local'), hasta: '2026-02-01' },
  ],
} as unknown as Cig;

export const fija = (postura: PosicionFijada['postura'], motivo?: string, el = '2026-03-02'): PosicionFijada => ({ postura, motivo, el });
export const asunto = (cambios: Partial<Asunto>): Asunto => ({
  n: 1,
  tipo: 'AprobarPlan',
  titulo: 'Aprobar el plan',
  objeto: PLAN,
  situacion: 'acordado',
  anteriores: [],
  comentarios: [],
  posiciones: { 'minsa/organo_descentralizacion': fija('acuerdo'), 'gr-09/gobernador': fija('acuerdo_con_reserva', 'Falta presupuesto') },
  acuerdo: { el: '2026-03-02', resultado: 'consenso_con_nivel_ausente', ausentes: ['local'], datos: {} },
  ...cambios,
});
export const sesion = (cambios: Partial<Sesion> = {}): Sesion => ({
  cig: CIG,
  sector: 'minsa',
  nombreCig: 'Comisión Intergubernamental de Salud',
  clase: 'ordinaria',
  numero: 2,
  nombre: 'Sesión Ordinaria II',
  fecha: '2026-03-02',
  hora: '09:00',
  modalidad: 'mixta',
  lugar: 'Auditorio',
  situacion: 'cerrado',
  participantes: [],
  desde: '2026-03-02',
  asistencia: { 'minsa/organo_descentralizacion': { modo: 'presencial', el: '2026-03-02' }, 'gr-09/gobernador': { modo: 'virtual', el: '2026-03-02' } },
  asuntos: [asunto({})],
  ...cambios,
});
export const planBase = {
  cig: CIG,
  sector: 'minsa',
  nombre: 'Plan de Trabajo Institucional 2026',
  periodo: '2026',
  situacion: 'aprobado',
  desde: '2026-03-02',
  observaciones: [],
  diagnostico: { texto: 'Diagnóstico con datos', fuentes: 'HIS', practica: '', problematica: 'Agua', politicas: 'Política de Salud' },
  lineas: [
    {
      n: 1,
      servicio: idDe('cred'),
      nombreServicio: 'Control CRED',
      territorio: '09',
      prioridad: 1,
      criterios: 'Anemia',
      sinSustento: [],
      alineamiento: { metas: 'Meta 1', acuerdoNacional: '', planEstrategico: '' },
      roles: [{ nivel: 'regional', rol: 'Presta', competencia: 'LOGR-49-g' }],
    },
  ],
  convocatoria: {
    el: '2026-01-10',
    vence: '2026-02-10',
    convocados: [
      { entidad: 'gr-09', nivel: 'regional' },
      { entidad: 'mp-0901', nivel: 'provincial' },
      { entidad: 'mp-0902', nivel: 'provincial' },
    ],
  },
  informes: [
    {
      entidad: 'gr-09',
      nivel: 'regional',
      resumen: 'Diagnóstico regional',
      propuestas: 'Metas por provincia',
      acuerdo: { numero: '031-2026-GRH/CR', fecha: '2026-02-05' },
      tardio: false,
      convocado: true,
      el: '2026-02-06',
      respuesta: { resultado: 'parcial', motivo: 'Dos de tres' },
    },
    { entidad: 'mp-0901', nivel: 'provincial', resumen: 'Diagnóstico provincial', propuestas: 'Postas', tardio: false, convocado: true, el: '2026-02-07' },
  ],
  aprobacion: {
    sesion: SESION,
    nombreSesion: 'Sesión Ordinaria II',
    el: '2026-03-02',
    huella: huella('plan'),
    ausentes: [{ entidad: 'mp-0902', nivel: 'provincial' }],
    nivelesAusentes: ['local'],
  },
} as unknown as Plan;
export const conPlan = (s: Sesion, p: Plan = planBase) =>
  legajo(
    'sesion',
    SESION,
    s,
    [otro('cig', CIG, CIG_SALUD), otro('plan', PLAN, p, 'PTI de Salud')],
    [
      { tipo: 'SesionConvocada', v: 1, datos: {}, el: '2026-02-20' },
      { tipo: 'SesionInstalada', v: 1, datos: {} },
      { tipo: 'SesionCerrada', v: 1, datos: {} },
    ],
  );
