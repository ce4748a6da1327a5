import type { Vista } from './vista.ts';

/** Letters that a phone shows in about a screen. */
const PANTALLA = 300;
/** What each thing takes besides its letters: its line, its label. */
const RENGLON = 30;

function tamano(v: Vista): number {
  const suma = (vs: readonly Vista[]) => vs.reduce((n, x) => n + tamano(x), 0);
  switch (v.clase) {
    case 'datos':
      return suma(v.pares.map((p) => p.valor)) + RENGLON * v.pares.length;
    case 'tabla':
      return suma(v.filas.flat());
    case 'lista':
      return suma(v.items);
    case 'grupo':
      return suma(v.partes.map((p) => p.valor)) + RENGLON * v.partes.length;
    case 'plegado':
      return v.abierto ? tamano(v.valor) : RENGLON;
    case 'cambios':
      return v.trozos.reduce((n, t) => n + t.texto.length, RENGLON);
    case 'avance':
      return RENGLON;
    default:
      return RENGLON + v.texto.length;
  }
}

/** True when a phone needs more than about a screen for it. */
export const extensa = (v: Vista): boolean => tamano(v) > PANTALLA;
