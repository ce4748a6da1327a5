import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { LECTURAS } from '../../directiva/lecturas.ts';
import { NUMERALES } from '../../directiva/numerales.datos.ts';
import { SECCIONES } from '../../directiva/numerales.ts';
import { reglasDe } from '../../directiva/trazabilidad.ts';
import { sinTildes } from '../../platform/cabeza.ts';
import { MODULOS } from '../../registro.ts';
import { Chip, Encabezado } from '../ui/piezas.tsx';

export function loader({ request }: LoaderFunctionArgs) {
  const q = new URL(request.url).searchParams.get('q')?.trim() ?? '';
  const buscado = sinTildes(q);
  const conRegla = new Set(reglasDe(MODULOS).map((r) => r.numeral));
  const hallados = NUMERALES.filter((n) => sinTildes(`${n.numeral} ${n.titulo} ${n.resumen} ${n.texto}`).includes(buscado));
  return {
    q,
    secciones: Object.entries(SECCIONES)
      .map(([clave, nombre]) => ({
        clave,
        nombre,
        numerales: hallados
          .filter((n) => n.seccion === clave)
          .map((n) => ({ numeral: n.numeral, titulo: n.titulo, resumen: n.resumen, actos: conRegla.has(n.numeral) })),
      }))
      .filter((s) => s.numerales.length > 0),
    lecturas: q ? [] : LECTURAS.map((l) => ({ clave: l.clave, titulo: l.titulo, lectura: l.lectura })),
  };
}

/** The Directive, numeral by numeral. */
export default function Directiva() {
  const { q, secciones, lecturas } = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado titulo="La Directiva, numeral por numeral" bajada="Directiva N° 001-2016-PCM/SD, aprobada por Resolución Ministerial N° 014-2016-PCM." />
      <Form method="get" className="tarjeta" role="search">
        <div className="campo">
          <label htmlFor="q">Buscar en la Directiva</label>
          <input className="ds-input" id="q" name="q" type="search" defaultValue={q} />
        </div>
        <button type="submit" className="ds-button" data-variant="secondary">
          Buscar
        </button>
      </Form>
      {secciones.length === 0 ? <p className="tarjeta">Ningún numeral contiene «{q}». Pruebe con otra palabra.</p> : null}
      {secciones.map((s) => (
        <section className="tarjeta" key={s.clave} aria-labelledby={`s-${s.clave}`}>
          <h2 id={`s-${s.clave}`}>
            {s.clave}. {s.nombre}
          </h2>
          <ul className="limpia">
            {s.numerales.map((n) => (
              <li key={n.numeral}>
                <Link to={`/directiva/${n.numeral}`}>
                  {n.numeral} · {n.titulo}
                </Link>{' '}
                {n.actos ? <Chip tono="verde">con actos en Ayni</Chip> : null}
                <p className="tenue">{n.resumen}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {lecturas.length > 0 ? (
        <section className="tarjeta" aria-labelledby="lecturas">
          <h2 id="lecturas">Lecturas adoptadas</h2>
          <p className="tenue">Donde el texto calla o se presta a duda, Ayni aplica estas lecturas.</p>
          {lecturas.map((l) => (
            <details key={l.clave}>
              <summary>
                {l.clave}. {l.titulo}
              </summary>
              <p>{l.lectura}</p>
            </details>
          ))}
        </section>
      ) : null}
    </>
  );
}
