import { GraficoDeCadena } from '../graficos/cadena.tsx';
import { Tabla } from '../ui/piezas.tsx';
import type { DatosDeCadena } from './cadena.servidor.ts';

/** From processes to products to results (6.3, 8.19), with how far each indicator is; the table says the same. */
export function Cadena({ d }: { d: DatosDeCadena }) {
  const titulo = `${d.servicio}: de los procesos y productos a los resultados, ${d.territorio.nombre}`;
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1). */}
      <section className="marco-tabla" aria-label={titulo} tabIndex={0}>
        <GraficoDeCadena titulo={titulo} columnas={d.columnas} id="g-cadena" />
      </section>
      <figcaption className="tenue menor">
        La barra mide lo recorrido desde la línea de base hasta la meta. Las líneas muestran el orden de la cadena de valor; no prueban que un producto cause un
        resultado.
      </figcaption>
      <Tabla titulo={`Indicadores de la cadena de valor, ${d.territorio.nombre}`} visible>
        <thead>
          <tr>
            <th scope="col">Indicador</th>
            <th scope="col" className="num">
              Última cifra
            </th>
            <th scope="col">Periodo</th>
            <th scope="col" className="num">
              Línea de base
            </th>
            <th scope="col" className="num">
              Meta
            </th>
            <th scope="col" className="num">
              Avance
            </th>
            <th scope="col">Reportaron</th>
            <th scope="col">Fuente</th>
          </tr>
        </thead>
        {d.columnas.map((c) =>
          c.filas.length === 0 ? null : (
            <tbody key={c.titulo}>
              <tr>
                <th scope="rowgroup" colSpan={8}>
                  {c.titulo}
                </th>
              </tr>
              {c.filas.map((f) => (
                <tr key={f.id}>
                  <th scope="row">
                    <a href={f.a}>{f.titulo}</a>
                    <span className="tenue menor detalle">{f.dimension}</span>
                  </th>
                  <td className="num">{f.valor}</td>
                  <td>{f.periodo}</td>
                  <td className="num">{f.base}</td>
                  <td className="num">{f.meta}</td>
                  <td className="num">{f.avance === null ? '—' : `${Math.round(f.avance)} %`}</td>
                  <td>{f.reportaron}</td>
                  <td>{f.fuente}</td>
                </tr>
              ))}
            </tbody>
          ),
        )}
      </Tabla>
    </figure>
  );
}
