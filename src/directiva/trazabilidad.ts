import type { ModuloCualquiera } from '../kernel/acto.ts';
import { NUMERALES, type Numeral, type Seccion } from './numerales.datos.ts';
import { findNumeral, numeralesEn, subnumeralesDe } from './numerales.ts';
import { motivoDeOrientacion } from './orientaciones.ts';

/** Something in the product that applies a numeral: an acto, an effect of a CIG agreement, or a refusal or warning that cites it. */
export interface ReglaTrazada {
  numeral: string;
  /** Name of the acto or effect; path of the file for a citation in code. */
  donde: string;
  modulo: string;
  titulo: string;
}

export interface PruebaTrazada {
  numeral: string;
  archivo: string;
  titulo: string;
}

export interface Archivo {
  archivo: string;
  texto: string;
}

/**
 * - `implementado`: a rule cites it and a test proves it; for what is only permitted, a test shows that nothing forbids it.
 * - `aun_no`: the rule, the test or both are missing.
 * - `orientacion`: guidance or scope; nothing to enforce.
 */
export type EstadoTrazado = 'implementado' | 'aun_no' | 'orientacion';

export const NOMBRE_DE_ESTADO: Readonly<Record<EstadoTrazado, string>> = {
  implementado: 'Implementado',
  aun_no: 'Aún no',
  orientacion: 'Orientación',
};

export interface FilaTrazada {
  numeral: Numeral;
  estado: EstadoTrazado;
  /** What is missing, why there is nothing to enforce, or how far a heading has come. */
  nota?: string;
  reglas: readonly ReglaTrazada[];
  pruebas: readonly PruebaTrazada[];
}

export interface Fuentes {
  numerales: readonly Numeral[];
  reglas: readonly ReglaTrazada[];
  pruebas: readonly PruebaTrazada[];
}

interface Lectura {
  estado: EstadoTrazado;
  nota?: string;
}

function propia(n: Numeral, reglas: number, pruebas: number): Lectura {
  if (reglas > 0 && pruebas > 0) return { estado: 'implementado' };
  if (reglas > 0) return { estado: 'aun_no', nota: 'Hay regla; falta una prueba que cite el numeral.' };
  if (n.tipo !== 'regla') return { estado: 'orientacion', nota: motivoDeOrientacion(n.numeral) };
  if (pruebas === 0) return { estado: 'aun_no', nota: 'Sin regla ni prueba todavía.' };
  if (n.efecto.every((e) => e === 'P')) return { estado: 'implementado', nota: 'Lo que se permite no tiene regla: una prueba muestra que nada lo impide.' };
  return { estado: 'aun_no', nota: 'Una prueba lo cita, pero falta la regla que lo cumpla.' };
}

/** A heading (7.2, 7.3, 8.20…) without rule and test of its own is implemented when all that it contains is. */
function encabezado(hijos: readonly Lectura[]): Lectura {
  const exigibles = hijos.filter((h) => h.estado !== 'orientacion');
  const hechos = exigibles.filter((h) => h.estado === 'implementado').length;
  const nota = `${hechos} de los ${exigibles.length} numerales que contiene están implementados.`;
  return { estado: hechos === exigibles.length ? 'implementado' : 'aun_no', nota };
}

/** numeral → rule → test. Only what cites the numeral itself counts: citing 8.10 says nothing of 8.10.v. */
export function trazar({ numerales, reglas, pruebas }: Fuentes): FilaTrazada[] {
  const porReglas = Map.groupBy(reglas, (r) => r.numeral);
  const porPruebas = Map.groupBy(pruebas, (p) => p.numeral);
  const leer = (n: Numeral): Lectura => {
    const lectura = propia(n, porReglas.get(n.numeral)?.length ?? 0, porPruebas.get(n.numeral)?.length ?? 0);
    const hijos = subnumeralesDe(n.numeral);
    return hijos.length > 0 && lectura.estado !== 'implementado' ? encabezado(hijos.map(leer)) : lectura;
  };
  return numerales.map((numeral) => ({
    numeral,
    ...leer(numeral),
    reglas: porReglas.get(numeral.numeral) ?? [],
    pruebas: porPruebas.get(numeral.numeral) ?? [],
  }));
}

/** Rules a module declares: numerals of its actos and of what CIG agreements do to it. */
export function reglasDe(modulos: readonly ModuloCualquiera[]): ReglaTrazada[] {
  return modulos.flatMap((m) =>
    [...m.actos, ...(m.acuerdos ?? [])].flatMap((a) => a.numerales.map((numeral) => ({ numeral, donde: a.nombre, modulo: m.tipo, titulo: a.titulo }))),
  );
}

const CITA_EN_CODIGO = /\bnumeral:\s*'([^']+)'/g;

/** Refusals, warnings and obligations that cite a numeral in the source of a module. */
export function reglasCitadas(fuentes: readonly Archivo[]): ReglaTrazada[] {
  return fuentes.flatMap(({ archivo, texto }) => {
    const modulo = /modules\/([^/]+)\//.exec(archivo)?.[1] ?? 'directiva';
    const citas = new Set([...texto.matchAll(CITA_EN_CODIGO)].flatMap((m) => (m[1] && findNumeral(m[1]) ? [m[1]] : [])));
    return [...citas].map((numeral) => ({ numeral, donde: archivo, modulo, titulo: 'Impedimento, advertencia u obligación' }));
  });
}

const TITULO =
  /(?:\b(?:it|test|describe|dado|escenario)(?:\.\w+)*|\]\s*(?:as const\s*)?\))\(\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)|\.rechaza\(\s*'([^']+)'/g;

/** Numerals that a test file cites in its titles, and those its tests expect to be refused with. */
export function pruebasEn({ archivo, texto }: Archivo): PruebaTrazada[] {
  const pruebas: PruebaTrazada[] = [];
  let ultimo = '';
  for (const [, simple, doble, plantilla, rechazo] of texto.matchAll(TITULO)) {
    if (rechazo !== undefined) {
      if (findNumeral(rechazo)) pruebas.push({ numeral: rechazo, archivo, titulo: ultimo });
      continue;
    }
    ultimo = (simple ?? doble ?? plantilla ?? '').replace(/\\(['"`])/g, '$1');
    for (const numeral of numeralesEn(ultimo)) pruebas.push({ numeral, archivo, titulo: ultimo });
  }
  return [...new Map(pruebas.map((p) => [`${p.numeral}|${p.titulo}`, p])).values()];
}

/** Sections whose numerals are traced one by one. */
const TRAZADAS: readonly Seccion[] = ['RM', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** Tests of the tracer itself: the numerals in their titles are examples, not evidence. */
const EJEMPLOS = /directiva\/(numerales|trazabilidad)\.test\.ts$/;

/** Screens that are what a numeral asks for. */
const PANTALLAS: readonly ReglaTrazada[] = [
  { numeral: 'RM.2', donde: '/directiva', modulo: 'directiva', titulo: 'La Directiva, numeral por numeral, abierta a cualquiera' },
];

/** What the running product cannot read from itself: tests, and citations in source. */
export interface Generado {
  pruebas: readonly PruebaTrazada[];
  citas: readonly ReglaTrazada[];
}

/** `fuentes` are the pure sources of the modules (`x.ts`, `x.actos.ts`): what their refusals cite counts as a rule. */
export function leerFuentes(archivosDePrueba: readonly Archivo[], fuentes: readonly Archivo[]): Generado {
  return { pruebas: archivosDePrueba.filter((a) => !EJEMPLOS.test(a.archivo)).flatMap(pruebasEn), citas: reglasCitadas(fuentes) };
}

/** Every numeral of RM and V–IX, traced. */
export function filasTrazadas(modulos: readonly ModuloCualquiera[], { pruebas, citas }: Generado): FilaTrazada[] {
  return trazar({ numerales: NUMERALES.filter((n) => TRAZADAS.includes(n.seccion)), reglas: [...PANTALLAS, ...reglasDe(modulos), ...citas], pruebas });
}
