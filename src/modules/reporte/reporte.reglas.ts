import { leerPeriodo, nombreDePeriodo } from '../../directiva/periodos.ts';
import type { Permiso } from '../../kernel/acto.ts';
import type { Actor, Advertencia, Catalogo, Impedimento, TerritorioId } from '../../kernel/tipos.ts';
import type { Definicion, Indicador } from '../indicador/indicador.ts';
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

/** Value to show of one figure. */
export const valorMostrado = (d: Definicion, c: Pick<Cifra, 'valor' | 'denominador'>): number | undefined =>
  c.valor === undefined ? undefined : d.agregacion === 'razon' ? (c.valor / (c.denominador as number)) * d.factor : c.valor;

const numero = (x: number): string => x.toLocaleString('es-PE');

/** What looks odd: it warns and stays on record, nothing is clipped (8.19). */
export function advertenciasDe(s: Definicion, cifras: readonly Cifra[]): Advertencia[] {
  const avisos: Advertencia[] = [];
  const avisar = (c: Cifra, motivo: string) =>
    avisos.push({ numeral: '8.19', motivo: `${c.territorio}, ${nombreDePeriodo(s.periodicidad, c.periodo)}: ${motivo}` });
  for (const c of cifras) {
    const v = valorMostrado(s, c);
    if (v === undefined) continue;
    if (s.agregacion === 'razon' && s.factor === 100 && (c.valor as number) > (c.denominador as number)) avisar(c, 'el numerador supera al denominador.');
    if (s.minimo !== undefined && v < s.minimo) avisar(c, `${numero(v)} es menor que el mínimo esperable (${numero(s.minimo)}).`);
    if (s.maximo !== undefined && v > s.maximo) avisar(c, `${numero(v)} es mayor que el máximo esperable (${numero(s.maximo)}).`);
  }
  return avisos.slice(0, 50);
}
