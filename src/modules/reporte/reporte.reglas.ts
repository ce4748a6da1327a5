import { leerPeriodo, nombreDePeriodo, type Periodo } from '../../directiva/periodos.ts';
import type { Permiso } from '../../kernel/acto.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { Actor, Advertencia, Catalogo, Fecha, Impedimento, TerritorioId } from '../../kernel/tipos.ts';
import type { Definicion, Indicador, PeriodoDelIndicador } from '../indicador/indicador.ts';
import { fichaEn, reparosPropios } from './reporte.calidad.ts';
import { motivoDe } from './reporte.etiquetas.ts';
import { type Cifra, type EstadoDeValor, RESPONDEN } from './reporte.ts';

const PREPARAN: readonly string[] = [...RESPONDEN, 'tecnico_regional', 'tecnico_distrital'];

/** 8.17: who may prepare figures of its entity. */
export const prepara = (actor: Actor): Permiso =>
  PREPARAN.includes(actor.cargo)
    ? null
    : {
        numeral: '8.17',
        motivo: 'Las cifras las reportan los ministerios, los gobiernos regionales y las municipalidades.',
        remedio: 'Puede dejar una observación sobre cualquier reporte.',
      };

/** True when the territory is that of the office or lies inside it. */
function dentroDe(territorio: TerritorioId, propio: TerritorioId | undefined, catalogo: Catalogo): boolean {
  for (let t: TerritorioId | undefined = territorio; t; t = catalogo.territorio(t)?.padre) if (t === propio) return true;
  return false;
}

/** The entity responsible for the indicator and its sector may load the whole country. */
export const reportaTodo = (actor: Actor, s: Indicador): boolean => actor.entidad === s.responsable || actor.entidad === s.sector;

/** The entity responsible for the indicator may load the whole country; a government, its own territory. */
export const puedeReportarDe = (actor: Actor, s: Indicador, territorio: TerritorioId, catalogo: Catalogo): boolean =>
  reportaTodo(actor, s) || dentroDe(territorio, actor.territorio, catalogo);

/** A figure as somebody writes it. */
export interface CifraEscrita {
  territorio: string;
  periodo: string;
  categoria: string;
  estado: EstadoDeValor;
  valor?: number;
  denominador?: number;
}

const NIVEL = { distrito: ['distrito'], provincia: ['provincia'], departamento: ['departamento', 'ambito'], pais: ['pais'] } as const;

const conDenominador = (d: Definicion): boolean => d.agregacion === 'razon' || d.agregacion === 'media_ponderada';

/** Categories that the sheet admits: «» for the total, «Sexo: mujer» for the rest. */
export function categoriasDe(d: Definicion): string[] {
  return ['', ...d.desagregaciones.flatMap((x) => x.categorias.map((c) => `${x.nombre}: ${c}`))];
}

/** Reads each figure or says, field by field, why it cannot stand. */
export function leerCifras(s: Indicador, escritas: readonly CifraEscrita[], catalogo: Catalogo): { cifras: Cifra[] } | { impedimentos: Impedimento[] } {
  const impedimentos: Impedimento[] = [];
  const categorias = new Set(categoriasDe(s));
  const vistas = new Set<string>();
  const cifras = escritas.flatMap((e, i): Cifra[] => {
    const falla = (campo: string, motivo: string, remedio: string): Cifra[] => {
      impedimentos.push({ numeral: '8.18', campo: `cifras[${i}].${campo}`, motivo, remedio });
      return [];
    };
    const periodo = leerPeriodo(s.periodicidad, e.periodo);
    if (periodo === undefined) return falla('periodo', `«${e.periodo}» no es un periodo de un indicador ${s.periodicidad}.`, 'Corrija el periodo.');
    const territorio = catalogo.territorio(e.territorio);
    if (!territorio) return falla('territorio', `El territorio ${e.territorio} no está en el catálogo.`, 'Elija un territorio de la lista.');
    if (!(NIVEL[s.captura] as readonly string[]).includes(territorio.tipo))
      return falla('territorio', `Este indicador se recoge por ${s.captura} y ${territorio.nombre} no lo es.`, `Elija un territorio del nivel ${s.captura}.`);
    if (!categorias.has(e.categoria)) return falla('categoria', `La ficha no tiene la categoría «${e.categoria}».`, 'Elija una categoría de la ficha.');
    const clave = `${e.territorio}|${periodo}|${e.categoria}`;
    if (vistas.has(clave))
      return falla('territorio', `${territorio.nombre} se repite para el mismo periodo y categoría.`, 'Deje una sola cifra, o súmelas si son partes.');
    vistas.add(clave);
    const base = { territorio: e.territorio, periodo, categoria: e.categoria, estado: e.estado };
    if (e.estado === 'sin_dato' || e.estado === 'no_aplica') return [base];
    if (e.valor === undefined) return falla('valor', 'Falta el valor.', 'Escriba el número, o marque «sin dato»: un vacío no es cero.');
    if (!conDenominador(s)) return [{ ...base, valor: e.valor }];
    if (e.denominador === undefined || e.denominador === 0)
      return falla('denominador', 'Falta el denominador o es cero.', 'Escriba el denominador, o marque «no aplica».');
    return [{ ...base, valor: e.valor, denominador: e.denominador }];
  });
  return impedimentos.length > 0 ? { impedimentos } : { cifras };
}

/** What looks odd in each figure by itself: it warns and stays on record, nothing is clipped (8.19). */
export function advertenciasDe(s: Indicador, cifras: readonly Cifra[], catalogo: Catalogo): Advertencia[] {
  return cifras
    .flatMap((c) => {
      if (c.valor === undefined) return [];
      const valor = s.agregacion === 'razon' ? (c.valor / (c.denominador as number)) * s.factor : c.valor;
      const donde = `${catalogo.territorio(c.territorio)?.nombre ?? c.territorio}, ${nombreDePeriodo(s.periodicidad, c.periodo)}`;
      return reparosPropios(fichaEn(s, c.periodo), c.valor, c.denominador).map((r) => ({
        numeral: '8.19',
        motivo: `${donde}: ${motivoDe(r, valor, s.decimales)}`,
      }));
    })
    .slice(0, 50);
}

/** Last day to report a period on time; undefined while the sector set none. */
export function plazoDe(p: PeriodoDelIndicador | undefined): Fecha | undefined {
  const { vence, cerrado } = p ?? {};
  return vence && cerrado ? (vence < cerrado ? vence : cerrado) : (vence ?? cerrado);
}

/** 8.17: figures after the term are taken, and say so. */
export function tardanzas(s: Indicador, periodos: readonly Periodo[], fecha: Fecha): Advertencia[] {
  return [...new Set(periodos)].sort().flatMap((p) => {
    const plazo = plazoDe(s.periodos[p]);
    if (plazo === undefined || fecha <= plazo) return [];
    return [{ numeral: '8.17', motivo: `${nombreDePeriodo(s.periodicidad, p)}: llega después del plazo, que terminó el ${dmy(plazo)}.` }];
  });
}
