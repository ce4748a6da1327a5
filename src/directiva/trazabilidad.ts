import type { ModuloCualquiera } from '../kernel/acto.ts';
import { NUMERALES, type Numeral, type Seccion } from './numerales.datos.ts';
import { findNumeral, numeralesEn, SECCIONES, subnumeralesDe } from './numerales.ts';

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
 * - `implementado`: rule and test.
 * - `con_regla`: rule, no test cites the numeral.
 * - `con_prueba`: no rule of its own, a test shows it holds (what must never block has no rule to point at).
 * - `pendiente`: neither.
 * - `orientacion`: guidance or scope; nothing to enforce.
 */
export type EstadoTrazado = 'implementado' | 'con_regla' | 'con_prueba' | 'pendiente' | 'orientacion';

export const NOMBRE_DE_ESTADO: Readonly<Record<EstadoTrazado, string>> = {
  implementado: 'Implementado',
  con_regla: 'Con regla, sin prueba que lo cite',
  con_prueba: 'Comprobado por una prueba',
  pendiente: 'Pendiente',
  orientacion: 'Orientación',
};

export interface FilaTrazada {
  numeral: Numeral;
  estado: EstadoTrazado;
  reglas: readonly ReglaTrazada[];
  pruebas: readonly PruebaTrazada[];
}

export interface Fuentes {
  numerales: readonly Numeral[];
  reglas: readonly ReglaTrazada[];
  pruebas: readonly PruebaTrazada[];
}

const AVANCE: readonly EstadoTrazado[] = ['pendiente', 'con_prueba', 'con_regla', 'implementado'];

function estadoPropio(n: Numeral, reglas: number, pruebas: number): EstadoTrazado {
  if (reglas > 0 && pruebas > 0) return 'implementado';
  if (reglas > 0) return 'con_regla';
  if (pruebas > 0) return 'con_prueba';
  return n.tipo === 'regla' ? 'pendiente' : 'orientacion';
}

/** Headings (7.2, 7.3, 8.20…) without a rule of their own are as advanced as the least advanced of what they contain. */
function estadoDeEncabezado(hijos: readonly EstadoTrazado[]): EstadoTrazado {
  const reglas = hijos.filter((e) => e !== 'orientacion');
  if (reglas.length === 0) return 'orientacion';
  return AVANCE[Math.min(...reglas.map((e) => AVANCE.indexOf(e)))] ?? 'pendiente';
}

/** numeral → rule → test. Only what cites the numeral itself counts: citing 8.10 says nothing of 8.10.v. */
export function trazar({ numerales, reglas, pruebas }: Fuentes): FilaTrazada[] {
  const porReglas = Map.groupBy(reglas, (r) => r.numeral);
  const porPruebas = Map.groupBy(pruebas, (p) => p.numeral);
  const estadoDe = (n: Numeral): EstadoTrazado => {
    const propio = estadoPropio(n, porReglas.get(n.numeral)?.length ?? 0, porPruebas.get(n.numeral)?.length ?? 0);
    const hijos = subnumeralesDe(n.numeral);
    return hijos.length > 0 && (propio === 'pendiente' || propio === 'orientacion') ? estadoDeEncabezado(hijos.map(estadoDe)) : propio;
  };
  return numerales.map((numeral) => ({
    numeral,
    estado: estadoDe(numeral),
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

const celda = (texto: string) => texto.replace(/\|/g, '\\|').replace(/\s+/g, ' ');

function resumir<T>(filas: readonly T[], escribir: (f: T) => string, max = 6): string {
  const unicas = [...new Set(filas.map(escribir))];
  const mostradas = unicas.slice(0, max).join('<br>');
  return unicas.length > max ? `${mostradas}<br>y ${unicas.length - max} más` : mostradas || '—';
}

/** The matrix as Markdown, section by section. */
export function renderTrazabilidad(filas: readonly FilaTrazada[]): string {
  const cuenta = Map.groupBy(filas, (f) => f.estado);
  const lineas = [
    '# Trazabilidad: de la Directiva a la regla y a la prueba',
    '',
    'Archivo generado con `npm run trazabilidad`; no lo edite a mano. Una regla cita su numeral y una prueba lo lleva en su título.',
    '',
    '| Estado | Numerales |',
    '| --- | ---: |',
    ...(Object.keys(NOMBRE_DE_ESTADO) as EstadoTrazado[]).map((e) => `| ${NOMBRE_DE_ESTADO[e]} | ${cuenta.get(e)?.length ?? 0} |`),
  ];
  for (const [seccion, del] of Map.groupBy(filas, (f): Seccion => f.numeral.seccion)) {
    const titulo = /^[IVX]+$/.test(seccion) ? `${seccion}. ${SECCIONES[seccion]}` : SECCIONES[seccion];
    lineas.push('', `## ${titulo}`, '', '| Numeral | Qué dispone | Estado | Reglas | Pruebas |', '| --- | --- | --- | --- | --- |');
    for (const f of del)
      lineas.push(
        `| ${f.numeral.numeral} | ${celda(f.numeral.titulo)} | ${NOMBRE_DE_ESTADO[f.estado]} | ${resumir(f.reglas, (r) => `\`${r.donde}\``)} | ${resumir(f.pruebas, (p) => celda(`${p.archivo}: ${p.titulo}`), 4)} |`,
      );
  }
  return `${lineas.join('\n')}\n`;
}

/** Sections whose numerals are traced one by one. */
const TRAZADAS: readonly Seccion[] = ['V', 'VI', 'VII', 'VIII', 'IX'];

/** Tests of the tracer itself: the numerals in their titles are examples, not evidence. */
const EJEMPLOS = /directiva\/(numerales|trazabilidad)\.test\.ts$/;

/**
 * docs/trazabilidad.md. `fuentes` are the pure sources of the modules (`x.ts`, `x.actos.ts`): what their refusals cite counts as a rule.
 */
export function generarTrazabilidad(modulos: readonly ModuloCualquiera[], archivosDePrueba: readonly Archivo[], fuentes: readonly Archivo[] = []): string {
  return renderTrazabilidad(
    trazar({
      numerales: NUMERALES.filter((n) => TRAZADAS.includes(n.seccion)),
      reglas: [...reglasDe(modulos), ...reglasCitadas(fuentes)],
      pruebas: archivosDePrueba.filter((a) => !EJEMPLOS.test(a.archivo)).flatMap(pruebasEn),
    }),
  );
}
