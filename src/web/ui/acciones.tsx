import { Link } from 'react-router';
import type { Acciones, AccionMostrada } from '../acciones.ts';
import { Numerales } from './piezas.tsx';

/** «Qué puede hacer ahora»: what is possible, what is not and why, and what belongs to others. */
export function QuePuedeHacer({ acciones, principal }: { acciones: Acciones; principal: string | undefined }) {
  const { posibles, deContenido, impedidas, otras, ajenas } = acciones;
  return (
    <section className="tarjeta" aria-labelledby="puede">
      <h2 id="puede">Qué puede hacer ahora</h2>
      {posibles.length + deContenido.length === 0 ? <p className="tenue">Su oficina no tiene actos posibles en este momento.</p> : null}
      {posibles.map((a) => (
        <Posible key={a.acto} a={a} principal={a.acto === principal} />
      ))}
      {deContenido.length > 0 ? (
        <details className="acto" open={posibles.length === 0}>
          <summary>
            <strong>Registrar el contenido</strong> ({deContenido.length})
          </summary>
          <ul className="limpia">
            {deContenido.map((a) => (
              <li key={a.acto}>
                <Link to={a.a}>{a.titulo}</Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {impedidas.map((a) => (
        <Impedida key={a.acto} a={a} />
      ))}
      {otras.length > 0 ? (
        <details>
          <summary>Otros actos que no son posibles ahora ({otras.length})</summary>
          {porMotivo(otras).map(([clave, lista]) => (
            <div className="acto" key={clave}>
              <ul className="limpia">
                {lista.map((a) => (
                  <li key={a.acto}>{a.titulo}</li>
                ))}
              </ul>
              <PorQue impedimentos={lista[0]?.impedimentos ?? []} />
            </div>
          ))}
        </details>
      ) : null}
      {ajenas.length > 0 ? <Ajenas lista={ajenas} /> : null}
    </section>
  );
}

function Posible({ a, principal }: { a: AccionMostrada; principal: boolean }) {
  return (
    <div className="acto">
      <h3>{a.titulo}</h3>
      <p className="tenue menor">
        <Numerales lista={a.numerales} />
      </p>
      <Link className="ds-button" to={a.a} data-variant={principal ? undefined : 'secondary'}>
        {principal ? 'Atender ahora' : 'Continuar'}
        <span className="ds-sr-only">: {a.titulo}</span>
      </Link>
    </div>
  );
}

function Impedida({ a }: { a: AccionMostrada }) {
  return (
    <div className="acto">
      <h3>{a.titulo}</h3>
      <p className="tenue menor">
        <Numerales lista={a.numerales} />
      </p>
      <PorQue impedimentos={a.impedimentos} />
    </div>
  );
}

function PorQue({ impedimentos }: { impedimentos: AccionMostrada['impedimentos'] }) {
  return (
    <div className="impedido">
      <p>
        <strong>No es posible ahora.</strong>
      </p>
      {impedimentos.map((i) => (
        <p key={i.motivo}>
          {i.motivo} {i.numeral ? `(${i.numeral}) ` : ''}
          {i.remedio}
        </p>
      ))}
    </div>
  );
}

/** Actos impeded for the same reason, told once. */
function porMotivo(lista: readonly AccionMostrada[]): [string, AccionMostrada[]][] {
  const grupos = new Map<string, AccionMostrada[]>();
  for (const a of lista) {
    const clave = a.impedimentos.map((i) => i.motivo).join(' ');
    grupos.set(clave, [...(grupos.get(clave) ?? []), a]);
  }
  return [...grupos];
}

function Ajenas({ lista }: { lista: readonly AccionMostrada[] }) {
  return (
    <details>
      <summary>Actos de otras oficinas ({lista.length})</summary>
      <ul className="limpia">
        {lista.map((a) => (
          <li key={a.acto} className="menor">
            <strong>{a.titulo}.</strong> <span className="tenue">{a.impedimentos[0] ? `${a.impedimentos[0].motivo} ${a.impedimentos[0].remedio}` : ''}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
