import type { Etti } from '../src/modules/etti/etti.ts';
import type { ModeloHecho } from '../src/modules/modelo/modelo.ts';
import { huella, idDe, leido, oficina } from './escenario.ts';

export const SECTOR = oficina('organo_descentralizacion', 'minsa');
export const PRESIDENTE = oficina('funcionario_sector', 'minsa');
export const GERENTE_REGIONAL = oficina('gerente_regional', 'gr-09');
export const SECRETARIA = oficina('secretaria_general', 'minsa');
export const MINISTRO = { entidad: 'minsa', cargo: 'ministro' };
export const ACTA = huella('acta del ETTI');
export const CRED = idDe('servicio-cred');
const CIG_ID = idDe('cig');

const miembro = (asiento: 'i' | 'ii' | 'iii' | 'iv' | 'v', entidad: string, cargo: string) => ({
  asiento,
  entidad,
  cargo,
  calidad: 'titular' as const,
  desde: '2026-01-10',
});

export const ETTI: Etti = {
  nombre: 'ETTI Huancavelica – MINSA',
  cig: CIG_ID,
  sector: 'minsa',
  territorio: '09',
  nombreTerritorio: 'Huancavelica',
  gobierno: 'gr-09',
  provincias: 3,
  servicios: [CRED],
  situacion: 'instalado',
  miembros: [
    miembro('i', 'minsa', 'funcionario_sector'),
    miembro('ii', 'minsa', 'ogpp'),
    miembro('iii', 'minsa', 'organo_descentralizacion'),
    miembro('iv', 'gr-09', 'gerente_regional'),
    miembro('v', 'mp-0901', 'gerente_municipal'),
  ],
  seleccion: {},
  vacancias: [],
  invitados: [],
  comentarios: [],
  protocolo: {
    regla: 'consenso',
    convocatoria: 'x',
    intercambio: 'x',
    estrategiaTerritorial: 'x',
    invitados: 'presidencia',
    conformidades: [],
    version: 1,
    desde: '2026-01-20',
  },
  desde: '2026-01-15',
};

const servicio = { nombre: 'Control CRED', sector: 'minsa', situacion: 'elegible' };
const plan = { nombre: 'PTI 2026', cig: CIG_ID, situacion: 'aprobado', lineas: [{ servicio: CRED, territorio: '0901' }] };
const cig = { nombre: 'CIG Salud', espacios: [{ id: 'gr-09-1', nombre: 'Mesa regional de salud', entidad: 'gr-09' }] };

/** Expedientes that a modelo reads, with changes for the case of the test. */
export const leidos = (cambios: { servicio?: object; plan?: object; etti?: object; cig?: object } = {}) => ({
  servicio: leido('servicio', { ...servicio, ...cambios.servicio }, CRED),
  plan: leido('plan', { ...plan, ...cambios.plan }),
  etti: leido('etti', { ...ETTI, ...cambios.etti }),
  cig: leido('cig', { ...cig, ...cambios.cig }, CIG_ID),
});

export const APERTURA = { servicio: CRED, territorio: '0901', plan: idDe('plan'), etti: idDe('etti') };

export const abierto: ModeloHecho = {
  tipo: 'DiagnosticoAbierto',
  v: 1,
  datos: {
    ...APERTURA,
    cig: CIG_ID,
    sector: 'minsa',
    nombreServicio: 'Control CRED',
    nombreTerritorio: 'Huancavelica',
    departamental: '09',
    presidencia: { entidad: 'minsa', cargo: 'funcionario_sector' },
  },
};

export const NIVEL = { aspirado: 'Cobertura de 80 % de niñas y niños menores de 36 meses', cobertura: '80 %' };
export const ESTRATEGIA = { estrategia: 'Por etapas, desde los distritos con menor cobertura' };
export const CRONOGRAMA = { filas: [{ actividad: 'Capacitar equipos', responsable: 'gr-09', inicio: '2026-07-01', fin: '2026-12-15' }] };
export const INDICADOR = {
  nombre: 'Niñas y niños con CRED completo',
  dimension: 'cobertura',
  tipo: 'resultado',
  formula: 'a/b',
  unidad: '%',
  fuente: 'HIS',
  periodicidad: 'Anual',
} as const;
