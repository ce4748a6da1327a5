import { NIVELES_DE_GOBIERNO, type NivelDeGobierno, nivelDeGobierno } from '../../directiva/consenso.ts';
import type { Advertencia } from '../../kernel/tipos.ts';
import { CRITERIOS, DIMENSIONES, ENFOQUES } from './modelo.etiquetas.ts';
import type { Indicador } from './modelo.partes.ts';
import { type Modelo, vigentes } from './modelo.ts';

const w = (numeral: string, motivo: string): Advertencia => ({ numeral, motivo });
const si = (condicion: boolean, numeral: string, motivo: string): Advertencia[] => (condicion ? [w(numeral, motivo)] : []);
const lista = (nombres: readonly string[]): string => nombres.join(', ');

function deSecciones({ secciones: s }: Modelo): Advertencia[] {
  const enfoques = s.enfoques;
  const sinSustento = (Object.keys(ENFOQUES) as (keyof typeof ENFOQUES)[]).filter((k) => !enfoques?.[k].sustento);
  const objetivos = s.objetivos?.filas.length ?? 0;
  return [
    ...si(!s.nivelPrestacion, '8.1', 'No precisa el nivel de prestación al que se aspira; se exige para elevar.'),
    ...si(!s.destinatarios?.filas.length, '8.11.1', 'No registra las necesidades y expectativas de los destinatarios.'),
    ...si(!s.cadena?.filas.length, '6.3', 'No registra la cadena de valor.'),
    ...si(!s.bienes?.filas.length, '8.11.1', 'No registra los bienes y servicios que se entregan, con sus estándares.'),
    ...si(sinSustento.length > 0, '8.11.1', `Sin evidencia ni motivo: ${lista(sinSustento.map((k) => ENFOQUES[k].toLowerCase()))}.`),
    ...si(objetivos === 0, '8.11.2', 'No registra los objetivos de política a los que contribuye.'),
    ...si(
      objetivos > 1,
      '8.11.3',
      'Contribuye a varios resultados de política: corresponde identificar, en convenios de gestión, los indicadores de su contribución a cada uno.',
    ),
    ...si(!s.otrosSectores, '8.2', 'No indica si sus resultados son multisectoriales.'),
    ...si(
      !s.estrategia || !s.cronograma?.filas.length,
      '8.16',
      'Aún no tiene borrador de estrategia y cronograma de implementación; se exigirán para iniciarla.',
    ),
  ];
}

/** R13: several responsible are lawful; nobody responsible, or a level without a role, is warned. */
function deRoles({ secciones: s }: Modelo): Advertencia[] {
  const roles = s.roles?.filas ?? [];
  if (roles.length === 0) return [w('8.3', 'No registra los roles y responsabilidades de los niveles de gobierno.')];
  const fases = [...new Set([...(s.cadena?.filas.map((f) => f.fase) ?? []), ...roles.map((r) => r.fase)])];
  const sinResponsable = fases.filter((f) => !roles.some((r) => r.fase === f && r.responsable));
  const conRol = new Set<NivelDeGobierno>(roles.map((r) => nivelDeGobierno(r.nivel)));
  const sinRol = NIVELES_DE_GOBIERNO.filter((n) => !conRol.has(n));
  return [
    ...si(sinResponsable.length > 0, '8.3', `Fases sin ningún responsable: ${lista(sinResponsable)}.`),
    ...si(sinRol.length > 0, '8.3', `Niveles de gobierno sin rol: ${lista(sinRol)}.`),
  ];
}

function deProcesos({ secciones: s }: Modelo): Advertencia[] {
  const procesos = s.procesos?.filas ?? [];
  if (procesos.length === 0) return [w('8.9', 'No registra los procesos identificados.')];
  const sinAlinear = procesos.filter((p) => !p.norma || !p.politica).map((p) => p.proceso);
  return si(sinAlinear.length > 0, '9.1', `Procesos sin norma de competencia o sin política: ${lista(sinAlinear)}.`);
}

/** Criteria of 8.19 that an indicator does not meet. */
export const criteriosFallidos = (i: Indicador): string[] =>
  (Object.keys(CRITERIOS) as (keyof typeof CRITERIOS)[]).filter((k) => !i.criterios[k]).map((k) => CRITERIOS[k].toLowerCase());

const numeros = (indicadores: readonly Indicador[]): string => lista(indicadores.map((i) => `n.º ${i.numero}`));

/** R9: everything about indicators warns. */
function deIndicadores(m: Modelo): Advertencia[] {
  const todos = vigentes(m);
  if (todos.length === 0) return [w('8.18', 'No tiene indicadores; se definen desde el inicio de la identificación de procesos.')];
  const sinAcuerdo = todos.filter((i) => i.situacion === 'borrador');
  const sinBase = todos.filter((i) => !i.lineaBase);
  const fallidos = todos.filter((i) => criteriosFallidos(i).length > 0);
  const sinDimension = (['cobertura', 'calidad', 'satisfaccion'] as const).filter((d) => !todos.some((i) => i.dimension === d));
  return [
    ...si(sinAcuerdo.length > 0, '8.18', `Indicadores sin acuerdo que los recoja: ${numeros(sinAcuerdo)}.`),
    ...si(sinBase.length > 0, '8.17', `Indicadores sin línea de base: ${numeros(sinBase)}.`),
    ...si(fallidos.length > 0, '8.19', `Indicadores que no cumplen los cuatro requisitos: ${numeros(fallidos)}.`),
    ...si(sinDimension.length > 0, '8.19', `Sin indicador de: ${lista(sinDimension.map((d) => DIMENSIONES[d].toLowerCase()))}.`),
    ...si(todos.filter((i) => i.tipo === 'resultado').length * 2 <= todos.length, '8.19', 'Los indicadores de resultado no son la mayoría.'),
  ];
}

/** Silence of regional and local governments never blocks (9.4). */
const deInformacion = (m: Modelo): Advertencia[] => {
  const callan = m.pedidos.filter((p) => !p.respuesta);
  return si(callan.length > 0, '9.4', `Pedidos de información sin respuesta: ${callan.length}.`);
};

/** What the modelo lacks, with its numeral. Printed in the package; only protocol and nivel de prestación stop the elevation (R11). */
export function faltantes(m: Modelo): Advertencia[] {
  return [...deSecciones(m), ...deRoles(m), ...deProcesos(m), ...deIndicadores(m), ...deInformacion(m)];
}
