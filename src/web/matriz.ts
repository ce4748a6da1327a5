import { type ClaveDeEstado, ESTADOS } from '../directiva/etapas.ts';
import type { CeldaLeida, ServicioLeido } from '../lecturas/matriz.ts';
import type { Tono } from './etiquetas.ts';

/** Groups of states, each with a mark and a colour beside its words. */
export const GRUPOS: readonly { nombre: string; marca: string; tono: Tono; etapas: readonly ClaveDeEstado[] }[] = [
  { nombre: 'Sin consenso', marca: '✕', tono: 'rojo', etapas: ['X3', 'X4'] },
  { nombre: 'Propuesto en un plan', marca: '◌', tono: 'gris', etapas: ['E3'] },
  { nombre: 'Priorizado en un plan aprobado', marca: '◔', tono: 'azul', etapas: ['E4'] },
  { nombre: 'En diseño por el ETTI', marca: '◑', tono: 'azul', etapas: ['E6', 'E7'] },
  { nombre: 'En decisión de la CIG', marca: '◕', tono: 'ambar', etapas: ['E8', 'E8o'] },
  { nombre: 'Aprobado o formalizado', marca: '●', tono: 'verde', etapas: ['E9', 'E10', 'E11'] },
  { nombre: 'En implementación', marca: '✓', tono: 'verde', etapas: ['E12', 'E13'] },
];

const NOMBRE = new Map<string, string>(ESTADOS.map((e) => [e.clave, e.nombre]));
/** From the least to the most advanced. */
const ORDEN: readonly string[] = GRUPOS.flatMap((g) => g.etapas);

/** States by which the matrix can be filtered. */
export const ETAPAS_DE_MATRIZ = ESTADOS.filter((e) => ORDEN.includes(e.clave)).map((e) => ({ valor: e.clave, texto: e.nombre }));

export interface Territorio {
  id: string;
  nombre: string;
}

export interface Celda {
  servicio: string;
  /** Undefined: nothing begun. */
  etapa?: { nombre: string; marca: string; tono: Tono };
  /** Where it leads: the case, or the row opened when there are several. */
  a?: string;
  /** What else there is: «y 2 más en provincias». */
  nota?: string;
}

export interface Fila extends Territorio {
  nivel: 'departamento' | 'provincia';
  /** Departments: whether its provinces show below, and how many there are. */
  abierta: boolean;
  provincias: number;
  celdas: Celda[];
  /** Services with something begun here. */
  conCasos: number;
}

export interface Vista {
  servicios: readonly ServicioLeido[];
  celdas: readonly CeldaLeida[];
  departamentales: readonly Territorio[];
  provinciasDe: (departamental: string) => readonly Territorio[];
  abiertas: ReadonlySet<string>;
  /** Only territories where something has begun. */
  soloConCasos: boolean;
  /** Address that opens a department. */
  abrir: (departamental: string) => string;
}

function etapaDe(clave: string): Celda['etapa'] {
  const g = GRUPOS.find((x) => (x.etapas as readonly string[]).includes(clave));
  return { nombre: NOMBRE.get(clave) ?? clave, marca: g?.marca ?? '', tono: g?.tono ?? 'gris' };
}

const avance = (c: CeldaLeida): number => ORDEN.indexOf(c.etapa);

/** The most advanced case of a service among those of a row, and how many more there are. */
function celda(servicio: string, casos: readonly CeldaLeida[], fila: Territorio, abrir?: string): Celda {
  const mejor = casos.toSorted((a, b) => avance(b) - avance(a))[0];
  if (!mejor) return { servicio };
  const enProvincias = abrir === undefined ? 0 : casos.filter((c) => c.territorio !== fila.id).length;
  const nota = enProvincias === 0 ? undefined : enProvincias === 1 ? 'en 1 provincia' : `en ${enProvincias} provincias`;
  return {
    servicio,
    etapa: etapaDe(mejor.etapa),
    a: casos.length === 1 || abrir === undefined ? `/expediente/${mejor.expediente}` : abrir,
    nota: enProvincias > 0 && enProvincias < casos.length ? `y ${nota}` : nota,
  };
}

/** Rows of the matrix: the departmental territories and, below those opened, their provinces (6.5). */
export function filasDeMatriz(v: Vista): Fila[] {
  const por = Map.groupBy(v.celdas, (c) => c.departamental);
  const fila = (t: Territorio, nivel: Fila['nivel'], casos: readonly CeldaLeida[], abrir?: string): Fila => {
    const celdas = v.servicios.map((s) =>
      celda(
        s.id,
        casos.filter((c) => c.servicio === s.id),
        t,
        abrir,
      ),
    );
    return { ...t, nivel, abierta: false, provincias: 0, celdas, conCasos: celdas.filter((c) => c.etapa).length };
  };
  return v.departamentales.flatMap((d) => {
    const casos = por.get(d.id) ?? [];
    const propia = fila(d, 'departamento', casos, v.abrir(d.id));
    if (v.soloConCasos && propia.conCasos === 0) return [];
    const provincias = v.provinciasDe(d.id).filter((p) => p.id !== d.id);
    const abierta = v.abiertas.has(d.id);
    const debajo = abierta
      ? provincias.map((p) =>
          fila(
            p,
            'provincia',
            casos.filter((c) => c.territorio === p.id),
          ),
        )
      : [];
    return [{ ...propia, abierta, provincias: provincias.length }, ...debajo.filter((p) => !v.soloConCasos || p.conCasos > 0)];
  });
}

/** Departmental territories where each service has something begun. */
export function totalesPorServicio(servicios: readonly ServicioLeido[], celdas: readonly CeldaLeida[]): number[] {
  return servicios.map((s) => new Set(celdas.filter((c) => c.servicio === s.id).map((c) => c.departamental)).size);
}

/** One row per departmental territory and service, plus the provinces with something begun. */
export function filasDeCsv(v: Omit<Vista, 'abiertas' | 'soloConCasos' | 'abrir'>, nombreDeEntidad: (id: string) => string): string[][] {
  const cabecera = ['sector', 'servicio', 'codigo_territorio', 'territorio', 'nivel', 'departamento', 'etapa', 'expediente'];
  const filas = v.servicios.flatMap((s) => {
    const suyas = v.celdas.filter((c) => c.servicio === s.id);
    return v.departamentales.flatMap((d) => {
      const linea = (t: Territorio, nivel: string, c: CeldaLeida | undefined): string[] => [
        nombreDeEntidad(s.sector),
        s.nombre,
        t.id,
        t.nombre,
        nivel,
        d.nombre,
        c ? (NOMBRE.get(c.etapa) ?? c.etapa) : 'Sin iniciar',
        c ? `/expediente/${c.expediente}` : '',
      ];
      const deProvincia = v.provinciasDe(d.id).filter((p) => p.id !== d.id);
      return [
        linea(
          d,
          'departamental',
          suyas.find((c) => c.territorio === d.id),
        ),
        ...deProvincia.flatMap((p) => suyas.filter((c) => c.territorio === p.id).map((c) => linea(p, 'provincial', c))),
      ];
    });
  });
  return [cabecera, ...filas];
}

/** Comma-separated text with a byte-order mark, so that spreadsheets read the accents; a cell never starts as a formula. */
export function csv(filas: readonly (readonly string[])[]): string {
  const escapar = (texto: string) => `"${(/^[=+\-@\t\r]/.test(texto) ? `'${texto}` : texto).replaceAll('"', '""')}"`;
  return `\uFEFF${filas.map((f) => f.map(escapar).join(',')).join('\r\n')}\r\n`;
}
