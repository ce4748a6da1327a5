import { type ClaveDeEstado, ESTADOS, type Via } from '../directiva/etapas.ts';

/** Place of each state in the drawing: column and row. Our reading of VI–IX, for the figure of the Anexo is missing. */
const SITIOS: Readonly<Record<ClaveDeEstado, readonly [columna: number, fila: number]>> = {
  E1: [0, 0],
  E2: [1, 0],
  E3: [2, 0],
  E4: [3, 0],
  X1: [0, 1],
  X2: [2, 1],
  E6: [0, 2],
  E7: [1, 2],
  E8: [2, 2],
  E9: [3, 2],
  E10: [4, 2],
  E8o: [2, 3],
  X3: [3, 3],
  E11: [0, 4],
  E12: [1, 4],
  E13: [2, 4],
  X4: [3, 4],
  B1: [0, 5],
  B2: [1, 5],
  B3: [2, 5],
  B4: [3, 5],
};

const FILAS = [40, 152, 304, 420, 576, 736] as const;
export const CAJA = { ancho: 184, alto: 92 } as const;
export const LIENZO = { ancho: 1064, alto: 844 } as const;
const x = (columna: number) => 16 + columna * 214;

/** Ways of the process, with the place of their titles. */
export const VIAS = [
  { titulo: 'Etapa Preparatoria: del servicio al plan', x: 16, y: 26 },
  { titulo: 'Diagnóstico, identificación y aprobación', x: 124, y: 292 },
  { titulo: 'Implementación y mejora', x: 124, y: 564 },
  { titulo: 'Etapa de Mejora, en paralelo desde el diagnóstico (8.18)', x: 16, y: 724 },
] as const;

export interface CajaDibujada {
  clave: string;
  via: Via | 'etti';
  x: number;
  y: number;
  lineas: string[];
}

/** Breaks a name in lines of about so many letters. */
export function enLineas(nombre: string, largo = 21): string[] {
  const lineas: string[] = [];
  for (const palabra of nombre.split(' ')) {
    const ultima = lineas.at(-1);
    if (ultima !== undefined && `${ultima} ${palabra}`.length <= largo) lineas[lineas.length - 1] = `${ultima} ${palabra}`;
    else lineas.push(palabra);
  }
  return lineas;
}

/** One box per state, and the one of the ETTI, which is a machine of its own (8.9, 8.10). */
export const CAJAS: readonly CajaDibujada[] = [
  ...ESTADOS.map(({ clave, nombre, via }) => {
    const [columna, fila] = SITIOS[clave];
    return { clave, via, x: x(columna), y: FILAS[fila] as number, lineas: enLineas(nombre) };
  }),
  { clave: 'etti', via: 'etti', x: x(4), y: FILAS[0], lineas: ['ETTI reconocido', 'e instalado'] },
];

export interface Flecha {
  d: string;
  /** A return, an exit or a parallel opening, drawn with dashes. */
  vuelta?: boolean;
  nota?: { texto: string; x: number; y: number };
}

const centro = (columna: number) => x(columna) + CAJA.ancho / 2;
const bajo = (fila: number) => (FILAS[fila] as number) + CAJA.alto;
const medio = (fila: number) => (FILAS[fila] as number) + CAJA.alto / 2;
const sigue = (columna: number, fila: number): Flecha => ({ d: `M${x(columna) + CAJA.ancho} ${medio(fila)} H${x(columna + 1) - 2}` });
const baja = (columna: number, fila: number, vuelta = true): Flecha => ({ d: `M${centro(columna)} ${bajo(fila)} V${(FILAS[fila + 1] as number) - 2}`, vuelta });

export const FLECHAS: readonly Flecha[] = [
  sigue(0, 0),
  sigue(1, 0),
  sigue(2, 0),
  baja(0, 0),
  baja(2, 0),
  { d: `M${centro(3)} ${bajo(0)} V262 H${centro(0)} V302` },
  { d: `M${centro(4)} ${bajo(0)} V262 H${centro(3)}` },
  sigue(0, 2),
  sigue(1, 2),
  sigue(2, 2),
  sigue(3, 2),
  baja(2, 2),
  { d: `M${x(2) + 20} ${bajo(2)} V408 H${centro(1)} V398`, vuelta: true, nota: { texto: 'Devuelto por la CIG', x: centro(1) - 70, y: 428 } },
  { d: `M${x(2) + CAJA.ancho - 20} ${bajo(2)} V408 H${centro(3)} V418`, vuelta: true },
  { d: `M${centro(4)} ${bajo(2)} V534 H${centro(0)} V574` },
  sigue(0, 4),
  sigue(1, 4),
  { ...sigue(2, 4), vuelta: true },
  { d: `M${centro(2)} ${bajo(4)} V688 H${centro(1)} V670`, vuelta: true, nota: { texto: 'Ciclo cerrado sin cambios', x: centro(1) + 28, y: 706 } },
  { d: `M${x(0)} ${medio(2)} H6 V${medio(5)} H14`, vuelta: true },
  sigue(0, 5),
  sigue(1, 5),
  sigue(2, 5),
];
