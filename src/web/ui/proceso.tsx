import type { PasoMostrado } from '../proceso.ts';

const DICE = { hecho: 'completado', actual: 'paso actual', pendiente: 'pendiente' } as const;

/** Where the case stands; reads as a list, looks like a line. */
export function LineaDeProceso({ pasos }: { pasos: readonly PasoMostrado[] }) {
  return (
    <section className="tarjeta" aria-label="Línea del proceso">
      <ol className="proceso">
        {pasos.map((p) => (
          <li key={p.nombre} className={p.estado} aria-current={p.estado === 'actual' ? 'step' : undefined}>
            {p.nombre} <span className="ds-sr-only">({DICE[p.estado]})</span>
            {p.nota ? <small>{p.nota}</small> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
