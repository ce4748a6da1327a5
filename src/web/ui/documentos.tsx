import type { DatosDeExpediente } from '../rutas/expediente.servidor.ts';
import { Chip, Numeral } from './piezas.tsx';

type Generable = DatosDeExpediente['generables'][number];

/** Documents shown before the fold: a plan has one per government. */
const A_LA_VISTA = 6;

/** What the record can write, and the files that its actos cite. */
export function Documentos({ id, generables, lista }: { id: string; generables: readonly Generable[]; lista: DatosDeExpediente['documentos'] }) {
  const listos = generables.filter((g) => !g.falta);
  const pendientes = generables.filter((g) => g.falta);
  return (
    <section className="tarjeta" aria-labelledby="documentos">
      <h2 id="documentos">Documentos</h2>
      {listos.length > 0 ? (
        <>
          <h3>Que produce este expediente</h3>
          <ul className="limpia">
            {listos.slice(0, A_LA_VISTA).map((g) => (
              <Listo key={g.tipo} id={id} g={g} />
            ))}
          </ul>
          {listos.length > A_LA_VISTA ? (
            <details>
              <summary>Y {listos.length - A_LA_VISTA} más</summary>
              <ul className="limpia">
                {listos.slice(A_LA_VISTA).map((g) => (
                  <Listo key={g.tipo} id={id} g={g} />
                ))}
              </ul>
            </details>
          ) : null}
        </>
      ) : null}
      {pendientes.length > 0 ? <Pendientes lista={pendientes} /> : null}
      {lista.length > 0 ? (
        <>
          <h3>Archivos adjuntos</h3>
          <ul className="limpia">
            {lista.map((d) => (
              <li key={d.huella}>
                <a href={`/documento/${d.huella}`}>{d.nombre}</a> <span className="tenue menor">{d.kb} KB</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {generables.length === 0 && lista.length === 0 ? <p className="tenue">Ningún acto adjuntó archivos todavía.</p> : null}
    </section>
  );
}

function Listo({ id, g }: { id: string; g: Generable }) {
  const base = `/expedientes/${id}/documentos/${g.tipo}`;
  return (
    <li>
      {g.nombre} {g.proyecto && !g.nombre.startsWith('Proyecto') ? <Chip tono="ambar">Proyecto</Chip> : null}
      <br />
      <span className="menor">
        <a href={`${base}.pdf`}>
          Abrir PDF<span className="ds-sr-only"> de {g.nombre}</span>
        </a>
        {' · '}
        <a href={`${base}.docx`}>
          Bajar DOCX<span className="ds-sr-only"> de {g.nombre}</span>
        </a>
        {' · '}
        <a href={`${base}/comparar`}>
          Comparar uno editado<span className="ds-sr-only">: {g.nombre}</span>
        </a>
        {' · '}
        <a href={`/nuevo/EmitirDocumento?origen=${id}&clase=${encodeURIComponent(g.tipo)}`}>
          Emitir para firma<span className="ds-sr-only">: {g.nombre}</span>
        </a>
      </span>
    </li>
  );
}

function Pendientes({ lista }: { lista: readonly Generable[] }) {
  return (
    <details>
      <summary>{lista.length === 1 ? '1 documento aún no disponible' : `${lista.length} documentos aún no disponibles`}</summary>
      <ul className="limpia">
        {lista.map((g) => (
          <li key={g.tipo} className="menor">
            {g.nombre}.{' '}
            <span className="tenue">
              {g.falta?.motivo} {g.falta?.remedio} Numeral <Numeral n={g.falta?.numeral ?? ''} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
