import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Advertencia } from '../../kernel/tipos.ts';
import type { Tono } from '../etiquetas.ts';

/** Words with a colour behind; the colour never says anything by itself. */
export function Chip({ tono = 'gris', children }: { tono?: Tono; children: ReactNode }) {
  return <span className={`chip ${tono}`}>{children}</span>;
}

export function Tarjeta({ titulo, children, id }: { titulo?: string; children: ReactNode; id?: string }) {
  return (
    <section className="tarjeta" id={id} aria-labelledby={titulo && id ? `${id}-titulo` : undefined}>
      {titulo ? <h2 id={id ? `${id}-titulo` : undefined}>{titulo}</h2> : null}
      {children}
    </section>
  );
}

export interface Miga {
  texto: string;
  a?: string;
}

export function Migas({ camino }: { camino: readonly Miga[] }) {
  return (
    <nav className="migas" aria-label="Ubicación">
      <ol>
        {camino.map((m) => (
          <li key={m.texto}>{m.a ? <Link to={m.a}>{m.texto}</Link> : m.texto}</li>
        ))}
      </ol>
    </nav>
  );
}

/** Head of a page; `children` is the button of the page, if any. */
export function Encabezado({ titulo, bajada, migas, children }: { titulo: string; bajada?: ReactNode; migas?: readonly Miga[]; children?: ReactNode }) {
  return (
    <header className={children ? 'encabezado con-boton' : 'encabezado'}>
      <title>{`${titulo} · Ayni`}</title>
      <div>
        {migas ? <Migas camino={migas} /> : null}
        <h1>{titulo}</h1>
        {bajada ? <p className="bajada">{bajada}</p> : null}
      </div>
      {children}
    </header>
  );
}

/** Table inside its own frame: on a narrow screen it scrolls by itself, and by keyboard. */
export function Tabla({ titulo, visible = false, children }: { titulo: string; visible?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1).
    <section className="marco-tabla" aria-label={titulo} tabIndex={0}>
      <table>
        <caption className={visible ? undefined : 'ds-sr-only'}>{titulo}</caption>
        {children}
      </table>
    </section>
  );
}

export function Vacio({ titulo, children }: { titulo: string; children: ReactNode }) {
  return (
    <div className="vacio">
      <h2>{titulo}</h2>
      {children}
    </div>
  );
}

export function Aviso({ tono = 'azul', titulo, children, rol = 'status' }: { tono?: Tono; titulo?: string; children?: ReactNode; rol?: 'status' | 'alert' }) {
  return (
    <div className={`aviso ${tono}`} role={rol}>
      {titulo ? <strong>{titulo}</strong> : null}
      {children}
    </div>
  );
}

/** Link to a numeral of the Directive, or plain words when there is none. */
export function Numeral({ n }: { n: string }) {
  return n ? <Link to={`/directiva/${n}`}>{n}</Link> : null;
}

export function Numerales({ lista }: { lista: readonly string[] }) {
  if (lista.length === 0) return null;
  return (
    <>
      {lista.length === 1 ? 'Numeral ' : 'Numerales '}
      {lista.map((n, i) => (
        <span key={n}>
          {i === 0 ? '' : i === lista.length - 1 ? ' y ' : ', '}
          <Numeral n={n} />
        </span>
      ))}
    </>
  );
}

export function Advertencias({ lista }: { lista: readonly Advertencia[] }) {
  if (lista.length === 0) return null;
  return (
    <ul>
      {lista.map((a) => (
        <li key={`${a.numeral} ${a.motivo}`}>
          {a.motivo} {a.numeral ? <span className="sin-corte">(numeral {a.numeral})</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** Previous and next page, as links: the list keeps its filters in the address. */
export function Paginas({ pagina, total, tamano, a }: { pagina: number; total: number; tamano: number; a: (pagina: number) => string }) {
  const ultima = Math.max(1, Math.ceil(total / tamano));
  if (ultima === 1) return null;
  return (
    <nav className="paginas" aria-label="Páginas">
      {pagina > 1 ? <Link to={a(pagina - 1)}>Anterior</Link> : null}
      <span className="tenue">
        Página {pagina} de {ultima}
      </span>
      {pagina < ultima ? <Link to={a(pagina + 1)}>Siguiente</Link> : null}
    </nav>
  );
}

export function Avance({ hechos, total, nombre }: { hechos: number; total: number; nombre: string }) {
  const ancho = total === 0 ? 0 : Math.round((180 * hechos) / total);
  return (
    <p className="menor">
      <svg width="180" height="8" role="presentation" aria-hidden="true">
        <rect width="180" height="8" rx="4" fill="#d5dae0" />
        <rect width={ancho} height="8" rx="4" fill="#1b6b45" />
      </svg>
      <br />
      {hechos} de {total} {nombre}
    </p>
  );
}
