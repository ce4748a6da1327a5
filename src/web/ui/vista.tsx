import { Link } from 'react-router';
import type { Trozo } from '../cambios.ts';
import type { Vista } from '../contenido/vista.ts';
import { Avance, Chip, Tabla } from './piezas.tsx';

/** Draws what `contenido/` built. The order of a state does not change while shown: positions are good keys. */
export function VistaDe({ v }: { v: Vista }) {
  switch (v.clase) {
    case 'texto':
      return v.largo ? <span className="parrafo">{v.texto}</span> : v.texto;
    case 'cambios':
      return <Trozos lista={v.trozos} />;
    case 'enlace':
      return (
        <>
          {v.archivo ? <a href={v.a}>{v.texto}</a> : <Link to={v.a}>{v.texto}</Link>}
          {v.nota ? <span className="tenue menor"> {v.nota}</span> : null}
        </>
      );
    case 'chip':
      return (
        <>
          <Chip tono={v.tono}>{v.texto}</Chip>
          {v.nota ? <span className="tenue menor"> {v.nota}</span> : null}
        </>
      );
    case 'avance':
      return <Avance hechos={v.hechos} total={v.total} nombre={v.nombre} />;
    case 'datos':
      return (
        <dl className="datos">
          {v.pares.map((p) => (
            <Par key={p.etiqueta} etiqueta={p.etiqueta} valor={p.valor} />
          ))}
        </dl>
      );
    case 'lista':
      return (
        <ul className="limpia">
          {v.items.map((x, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above.
            <li key={i}>
              <VistaDe v={x} />
            </li>
          ))}
        </ul>
      );
    case 'grupo':
      return v.partes.map((p, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <div key={i}>
          {p.titulo ? <h3>{p.titulo}</h3> : null}
          <VistaDe v={p.valor} />
        </div>
      ));
    case 'plegado':
      return (
        <details open={v.abierto}>
          <summary>{v.titulo}</summary>
          <VistaDe v={v.valor} />
        </details>
      );
    case 'tabla':
      return (
        <div className="en-tarjetas">
          <TablaDe v={v} />
        </div>
      );
  }
}

function Par({ etiqueta, valor }: { etiqueta: string; valor: Vista }) {
  return (
    <>
      <dt>{etiqueta}</dt>
      <dd>
        <VistaDe v={valor} />
      </dd>
    </>
  );
}

/** A phone leaves out the cells that say nothing. */
function claseDe(x: Vista, num: boolean | undefined): string | undefined {
  const nada = x.clase === 'texto' && (x.texto === '' || x.texto === '—');
  return [num && 'num', nada && 'nada'].filter(Boolean).join(' ') || undefined;
}

function TablaDe({ v }: { v: Extract<Vista, { clase: 'tabla' }> }) {
  return (
    <Tabla titulo={v.titulo}>
      <thead>
        <tr>
          {v.columnas.map((c) => (
            <th key={c.titulo} scope="col" className={c.num ? 'num' : undefined}>
              {c.titulo}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {v.filas.map((f, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          <tr key={i}>
            {f.map((x, j) => (
              <td key={v.columnas[j]?.titulo} className={claseDe(x, v.columnas[j]?.num)} data-etiqueta={v.columnas[j]?.titulo}>
                <div>
                  <VistaDe v={x} />
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Tabla>
  );
}

/** Tracked changes: what is added and what is taken away, also in words for who does not see the marks. */
export function Trozos({ lista }: { lista: readonly Trozo[] }) {
  return (
    <span className="parrafo">
      {lista.map((t, i) =>
        t.que === 'igual' ? (
          t.texto
        ) : t.que === 'agrega' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a comparison have no other identity.
          <ins key={i}>
            <span className="ds-sr-only">[se agrega] </span>
            {t.texto}
          </ins>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <del key={i}>
            <span className="ds-sr-only">[se quita] </span>
            {t.texto}
          </del>
        ),
      )}
    </span>
  );
}
