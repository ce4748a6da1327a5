import { Link } from 'react-router';
import { cuantos } from '../formato.ts';
import type { DatosDeExpediente } from '../rutas/expediente.servidor.ts';
import { Chip, Numeral } from './piezas.tsx';

export function Pendientes({ lista }: { lista: DatosDeExpediente['pendientes'] }) {
  if (lista.length === 0) return null;
  const visibles = lista.slice(0, 5);
  const resto = lista.slice(5);
  return (
    <section className="tarjeta" aria-labelledby="pendientes">
      <h2 id="pendientes">Qué se espera</h2>
      <ul className="limpia">
        {visibles.map((p) => (
          <Pendiente key={`${p.que} ${p.para.join()}`} p={p} />
        ))}
      </ul>
      {resto.length > 0 ? (
        <details>
          <summary>Y {resto.length} más</summary>
          <ul className="limpia">
            {resto.map((p) => (
              <Pendiente key={`${p.que} ${p.para.join()}`} p={p} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function deQuien(p: DatosDeExpediente['pendientes'][number]): string {
  if (p.mio) return 'De su entidad';
  return `De ${p.para.length > 2 ? `${p.para[0]} y ${p.para.length - 1} más` : p.para.join(' o ')}`;
}

function Pendiente({ p }: { p: DatosDeExpediente['pendientes'][number] }) {
  return (
    <li className="menor">
      <Chip tono={p.plazo.tono}>{p.plazo.texto}</Chip> {p.que}.{' '}
      <span className="tenue">
        {p.veces > 1 ? `De ${cuantos(p.para.length, 'entidad', 'entidades')}${p.mio ? ', también de la suya' : ''}` : deQuien(p)}, numeral{' '}
        <Numeral n={p.numeral} />
      </span>
      {p.veces > 1 ? (
        <details>
          <summary>De quiénes</summary>
          <ul className="limpia">
            {p.para.map((x) => (
              <li key={x}>{x}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

export function Participantes({ entidades, relacionados }: { entidades: readonly string[]; relacionados: DatosDeExpediente['relacionados'] }) {
  const [visibles, resto] = [entidades.slice(0, 8), entidades.slice(8)];
  return (
    <section className="tarjeta" aria-labelledby="participantes">
      <h2 id="participantes">Quiénes participan</h2>
      <ul className="limpia">
        {visibles.map((e) => (
          <li key={e}>{e}</li>
        ))}
      </ul>
      {resto.length > 0 ? (
        <details>
          <summary>Y {resto.length} más</summary>
          <ul className="limpia">
            {resto.map((e) => (
              <li key={e}>{e}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {relacionados.length > 0 ? (
        <>
          <h3>Expedientes relacionados</h3>
          <ul className="limpia">
            {relacionados.map((r) => (
              <li key={r.id}>
                <Link to={`/expediente/${r.id}`}>{r.titulo}</Link> <span className="tenue menor">{`${r.tipo} · ${r.codigo}`}</span>{' '}
                <Chip tono={r.tono}>{r.situacion}</Chip>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** Hechos shown before the fold. */
const RECIENTES = 5;

export function Cronologia({ d }: { d: DatosDeExpediente }) {
  return (
    <section className="tarjeta cronologia" aria-labelledby="cronologia">
      <h2 id="cronologia">Cronología</h2>
      <ol className="linea-tiempo">
        {d.cronologia.slice(0, RECIENTES).map((h) => (
          <Hecho key={h.version} h={h} id={d.id} />
        ))}
      </ol>
      {d.cronologia.length > RECIENTES ? (
        <details>
          <summary>Ver {cuantos(d.cronologia.length - RECIENTES, 'acto anterior', 'actos anteriores')}</summary>
          <ol className="linea-tiempo">
            {d.cronologia.slice(RECIENTES).map((h) => (
              <Hecho key={h.version} h={h} id={d.id} />
            ))}
          </ol>
        </details>
      ) : null}
      <form method="get" className="no-imprimir">
        <div className="campo">
          <label htmlFor="al">Ver el expediente a una fecha</label>
          <input className="ds-input corto" id="al" name="al" type="date" required />
        </div>
        <button type="submit" className="ds-button" data-variant="secondary">
          Ver
        </button>
      </form>
    </section>
  );
}

function Hecho({ h, id }: { h: DatosDeExpediente['cronologia'][number]; id: string }) {
  return (
    <li>
      <span className="cuando">
        <time dateTime={h.ocurridoEl}>{h.momento.legal}</time>
        {h.momento.difieren ? ` · registrado el ${h.momento.registro}` : ` ${h.momento.registro}`}
      </span>
      <br />
      {h.anulado ? <s>{h.que}</s> : h.que}
      {h.anulado ? (
        <>
          {' '}
          <Chip tono="ambar">Anulado</Chip>
        </>
      ) : null}
      <br />
      <span className="tenue menor">{h.decidio ? `Decidió: ${h.decidio}. Registró: ${h.oficina}.` : h.oficina}</span>{' '}
      <details>
        <summary>
          <code>{h.corta}</code>
        </summary>
        <p className="menor tenue">
          Huella del hecho {h.version}: resume este hecho y todos los anteriores del expediente. Si alguien cambiara uno, las huellas siguientes dejarían de
          coincidir.
        </p>
        <p className="huella">{h.huella}</p>
        {h.anular ? (
          <p className="menor">
            <Link to={`/expediente/${id}/anular/${h.anular}`}>Anular este acto</Link>
          </p>
        ) : null}
      </details>
    </li>
  );
}
