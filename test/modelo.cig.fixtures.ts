import { modelo } from '../src/modules/modelo/modelo.actos.ts';
import { aprobarModelo } from '../src/modules/modelo/modelo.acuerdos.ts';
import { textoAnexo } from '../src/modules/modelo/modelo.anexo.ts';
import { elevarModelo } from '../src/modules/modelo/modelo.elevacion.ts';
import type { Modelo, ModeloHecho } from '../src/modules/modelo/modelo.ts';
import { dado, huella } from './escenario.ts';
import { ACTA, abierto, CRONOGRAMA, ESTRATEGIA, INDICADOR, leidos, NIVEL, PRESIDENTE, SECTOR } from './modelo.fixtures.ts';

export const guardada = (s: string, contenido: unknown): ModeloHecho => ({ tipo: 'SeccionGuardada', v: 1, datos: { seccion: s, contenido } }) as ModeloHecho;
export const formulado: ModeloHecho = { tipo: 'ModeloFormulado', v: 1, datos: { faltantes: [] } };
export const ROLES = { filas: [{ fase: 'Entrega', nivel: 'regional', rol: 'Entrega el control en los establecimientos', responsable: true }] };
export const TODAS: [string, unknown][] = [
  ['destinatarios', { filas: [{ quienes: 'Niñas y niños menores de 36 meses', necesidades: 'Control oportuno', requisitos: 'DNI' }] }],
  ['cadena', { filas: [{ fase: 'Entrega', actividades: 'Controlar', productos: 'Control realizado', resultado: 'Menos anemia' }] }],
  ['procesos', { filas: [{ proceso: 'Control', tipo: 'operativo', nivel: 'regional', entrega: 'El distrito convoca', norma: 'LOGR-49-g', politica: 'PN 1' }] }],
  ['bienes', { filas: [{ nombre: 'Control CRED', tipo: 'servicio', estandar: '11 controles el primer año' }] }],
  [
    'enfoques',
    {
      territorial: { aplica: true, sustento: 'Dispersión' },
      genero: { aplica: false, sustento: 'Igual para todas' },
      interculturalidad: { aplica: true, sustento: '' },
      inclusion: { aplica: true, sustento: 'Rutas' },
    },
  ],
  ['objetivos', { filas: [{ objetivo: 'Reducir la anemia', politica: 'PN 1', contribucion: 'Detecta a tiempo' }] }],
  ['otrosSectores', { multisectorial: true, filas: [{ sector: 'minedu', servicio: 'Cuna', vinculo: 'Deriva' }] }],
];
export const INDICADOR_CON_BASE: ModeloHecho[] = [
  {
    tipo: 'IndicadorPropuesto',
    v: 1,
    datos: { numero: 1, ...INDICADOR, fuente: 'HIS MINSA', criterios: { simplicidad: true, confiabilidad: true, validez: true, costoRazonable: true } },
  },
  { tipo: 'LineaBaseRegistrada', v: 1, datos: { numero: 1, valor: 42.5, fecha: '2025-12-31', fuente: 'Informe 4' } },
];
export const DE_ESTRATEGIA = [guardada('estrategia', ESTRATEGIA), guardada('cronograma', CRONOGRAMA)];

export const elevado = (extra: ModeloHecho[] = []) =>
  dado(modelo, [abierto, guardada('nivelPrestacion', NIVEL), guardada('roles', ROLES), formulado, ...extra], { leidos: leidos() }).cuando(
    elevarModelo,
    { actaEtti: ACTA },
    PRESIDENTE,
  );
export const aprobado = (extra: ModeloHecho[] = []) => elevado(extra).luego().cuandoLaCig(aprobarModelo, {}, SECTOR);
export const anexoDe = (m: Modelo): string => textoAnexo((m.paquete as NonNullable<Modelo['paquete']>).contenido);
export const RM = {
  visto: 'El acta de la CIG;',
  considerando: 'Que, corresponde formalizar.',
  numero: '123-2026-MINSA',
  fecha: '2026-03-01',
  documento: huella('rm'),
};
