import { type ClipboardEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { celdasPegadas } from './rejilla.ts';

/** Cell of the grid by row and column, counting each part of a period as a column. */
export const celdaEn = (tabla: HTMLElement | null, fila: number, columna: number): HTMLInputElement | null =>
  tabla?.querySelector<HTMLInputElement>(`[data-f="${fila}"][data-c="${columna}"]`) ?? null;
export const lugarDe = (e: EventTarget): [number, number] => {
  const { f = '0', c = '0' } = (e as HTMLElement).dataset;
  return [Number(f), Number(c)];
};

interface Puesta {
  celda: HTMLInputElement;
  antes: string;
  puesto: string;
}

/** Paste of a block of cells, which the browser knows neither to spread nor to undo. */
export function usePegado(tabla: RefObject<HTMLDivElement | null>, guardar: () => void) {
  const bloques = useRef<Puesta[][]>([]);
  const [dicho, decir] = useState<{ puestas: number; fuera: number; quedan: number }>();

  const pegar = (e: ClipboardEvent<HTMLInputElement>) => {
    const filas = celdasPegadas(e.clipboardData.getData('text/plain'));
    if (filas.length === 1 && filas[0]?.length === 1) return;
    e.preventDefault();
    const [f, c] = lugarDe(e.currentTarget);
    const puestas: Puesta[] = [];
    let fuera = 0;
    for (const [i, fila] of filas.entries())
      for (const [j, puesto] of fila.entries()) {
        const celda = celdaEn(tabla.current, f + i, c + j);
        if (celda) {
          puestas.push({ celda, antes: celda.value, puesto });
          celda.value = puesto;
        } else if (puesto !== '') fuera++;
      }
    bloques.current.push(puestas);
    decir({ puestas: puestas.length, fuera, quedan: bloques.current.length });
    guardar();
  };
  /** Cells written after the paste stay as they are. */
  const deshacer = () => {
    for (const { celda, antes, puesto } of bloques.current.pop() ?? []) if (celda.value === puesto) celda.value = antes;
    decir({ puestas: 0, fuera: 0, quedan: bloques.current.length });
    guardar();
  };
  /** Takes Ctrl+Z where the last thing that happened to the cell was the paste. */
  const deshacerConTecla = (e: KeyboardEvent<HTMLInputElement>): boolean => {
    const ultimo = bloques.current.at(-1);
    if (!(e.ctrlKey || e.metaKey) || e.shiftKey || e.key.toLowerCase() !== 'z' || !ultimo) return false;
    const suya = ultimo.find((x) => x.celda === e.currentTarget);
    if (suya && suya.celda.value !== suya.puesto) return false;
    e.preventDefault();
    deshacer();
    return true;
  };
  return { pegar, deshacer, deshacerConTecla, dicho };
}

/** What was pasted and what did not fit, with its way back. */
export function AvisoDePegado({ pegado }: { pegado: ReturnType<typeof usePegado> }) {
  const { dicho } = pegado;
  return (
    <p role="status" className="pegado menor">
      {dicho ? (dicho.puestas > 0 ? `Celdas pegadas: ${dicho.puestas}. ` : 'Se deshizo lo pegado. ') : ''}
      {dicho && dicho.fuera > 0 ? `Con dato y fuera de la tabla: ${dicho.fuera}; no se pegaron. ` : ''}
      {dicho && dicho.quedan > 0 ? (
        <button type="button" className="boton-enlace" onClick={pegado.deshacer}>
          Deshacer lo pegado
        </button>
      ) : null}
    </p>
  );
}
