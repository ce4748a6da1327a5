import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { depsDe } from '../contexto.ts';
import { Cadena } from '../indicadores/cadena.tsx';
import { Calidad } from '../indicadores/calidad.tsx';
import { Camino, Percepcion } from '../indicadores/camino.tsx';
import { type DatosDeIndicador, datosDeIndicador } from '../indicadores/datos.servidor.ts';
import { Brecha, MapaYTabla, Ranking, Serie } from '../indicadores/partes.tsx';
import { Aviso, Chip, Encabezado, Numerales, Tarjeta, Vacio } from '../ui/piezas.tsx';

export function loader({ request, params, context }: LoaderFunctionArgs) {
  return datosDeIndicador(depsDe(context), params.id, new URL(request.url).searchParams);
}

/** An indicator in one territory and period: value, series, map, ranking, table, gaps and sheet. Works without scripts. */
export default function Indicador() {
  const d = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado titulo={d.titulo} bajada={d.detalle} migas={[{ texto: 'Indicadores', a: '/indicadores' }, { texto: d.titulo }]}>
        {d.publico ? null : (
          <Link className="ds-button" to={`/indicadores/${d.id}/cifras`} reloadDocument>
            Reportar cifras
          </Link>
        )}
      </Encabezado>
      <p className="tenue">
        {d.publico ? null : <Chip tono={d.situacion.tono}>{d.situacion.texto}</Chip>} <Numerales lista={['8.17', '8.18', '8.19']} />
        {d.publico ? null : (
          <>
            {' · '}
            <a href={`/expediente/${d.id}`}>Expediente: metas, periodos, acuerdos</a>
          </>
        )}
      </p>
      {d.hayCifras ? (
        <>
          <Eleccion d={d} />
          <Resumen d={d} />
          <Serie d={d} />
          <Camino d={d} />
          <MapaYTabla d={d} />
          <Ranking d={d} />
          <Brecha d={d} />
          {d.cadena ? (
            <Tarjeta titulo="Cadena de valor del servicio" id="cadena">
              <Cadena d={d.cadena} />
            </Tarjeta>
          ) : null}
          {d.calidad ? (
            <Calidad q={d.calidad} periodo={d.periodo.nombre} descarga={`/indicadores/${d.id}/descargar/calidad.csv?${d.enlace.split('?')[1] ?? ''}`} />
          ) : null}
          <Descargas d={d} />
        </>
      ) : (
        <Vacio titulo="Aún no hay cifras">
          <p>
            {d.publico
              ? 'El sector todavía no publica periodos de este indicador.'
              : 'Repórtelas en la tabla, péguelas de una hoja de cálculo o cargue un archivo.'}
          </p>
        </Vacio>
      )}
      <Percepcion d={d} />
      <Ficha d={d} />
      <script src="/imagen.js" defer />
    </>
  );
}

function Seleccion({
  nombre,
  etiqueta,
  valor,
  opciones,
}: {
  nombre: string;
  etiqueta: string;
  valor: string;
  opciones: readonly { valor: string; texto: string }[];
}) {
  return (
    <div className="campo ds-field">
      <label htmlFor={`v-${nombre}`}>{etiqueta}</label>
      <select className="ds-input" id={`v-${nombre}`} name={nombre} defaultValue={valor}>
        {opciones.map((o) => (
          <option key={o.valor} value={o.valor}>
            {o.texto}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What to look at; the address holds it all. */
function Eleccion({ d }: { d: DatosDeIndicador }) {
  return (
    <form method="get" action={`/indicadores/${d.id}`} className="filtros" aria-label="Qué mirar">
      <Seleccion nombre="territorio" etiqueta="Territorio" valor={d.territorio.id} opciones={d.territorios} />
      <Seleccion nombre="periodo" etiqueta="Periodo" valor={d.periodo.valor} opciones={d.periodos} />
      {d.niveles.length > 1 ? <Seleccion nombre="nivel" etiqueta="Mapa y tabla por" valor={d.nivel} opciones={d.niveles} /> : null}
      {d.categorias.length > 1 ? <Seleccion nombre="categoria" etiqueta="Desagregación" valor={d.categoria} opciones={d.categorias} /> : null}
      {d.comparados ? <input type="hidden" name="comparar" value={d.comparados} /> : null}
      <div className="campo">
        <button type="submit" className="ds-button" data-variant="secondary">
          Ver
        </button>
      </div>
    </form>
  );
}

function Resumen({ d }: { d: DatosDeIndicador }) {
  return (
    <section className="tarjeta" aria-label="Valor del periodo">
      {d.publicado || d.publico ? null : <Aviso tono="ambar">Periodo sin publicar: solo lo ven las oficinas que han ingresado.</Aviso>}
      <p className="cifra-mayor">
        <strong>{d.actual}</strong> {d.margen ? <span title="Margen de error">{d.margen}</span> : null} {d.hayActual ? d.unidad : ''}
      </p>
      <p>
        {d.territorio.nombre}
        {d.hermanos.length > 0 ? (
          <span className="tenue">
            {' '}
            (
            {d.hermanos.map((h, i) => (
              <span key={h.a}>
                {i > 0 ? ' › ' : ''}
                <a href={h.a}>{h.texto}</a>
              </span>
            ))}
            )
          </span>
        ) : null}
        {' · '}
        {d.periodo.nombre}
        {d.categoria ? ` · ${d.categoria}` : ''}
      </p>
      <dl className="pares">
        {d.base ? (
          <>
            <dt>Línea de base</dt>
            <dd>
              {d.base.valor} <span className="tenue">({[d.base.periodo, d.base.fuente].filter(Boolean).join('; ')})</span>
            </dd>
          </>
        ) : null}
        {d.meta ? (
          <>
            <dt>Meta del periodo</dt>
            <dd>{d.meta}</dd>
          </>
        ) : null}
        <dt>Han reportado</dt>
        <dd>{d.cobertura}</dd>
        <dt>Fuente</dt>
        <dd>{d.fuente}</dd>
      </dl>
      <p className="menor">
        <a href={d.enlace}>Enlace a esta vista</a>
      </p>
    </section>
  );
}

function Descargas({ d }: { d: DatosDeIndicador }) {
  const [, consulta = ''] = d.enlace.split('?');
  return (
    <Tarjeta titulo="Descargar" id="descargar">
      <ul className="en-linea">
        {[
          ['tabla.csv', `Tabla de ${d.plural} en CSV`],
          ['serie.csv', 'Serie en CSV'],
          ['cifras.xlsx', 'Todo en Excel'],
          ['dhis2.json', 'Cifras para DHIS2 (JSON)'],
          ['serie.svg', 'Gráfico de la serie (SVG)'],
          ...(d.mapa ? [['mapa.svg', 'Mapa (SVG)']] : []),
        ].map(([archivo, texto]) => (
          <li key={archivo}>
            <a href={`/indicadores/${d.id}/descargar/${archivo}?${consulta}`}>{texto}</a>
          </li>
        ))}
      </ul>
    </Tarjeta>
  );
}

function Ficha({ d }: { d: DatosDeIndicador }) {
  return (
    <Tarjeta titulo="Ficha del indicador" id="ficha">
      <dl className="pares">
        {d.ficha.map(([k, x]) => (
          <div key={k} className="par">
            <dt>{k}</dt>
            <dd>{x}</dd>
          </div>
        ))}
      </dl>
      {d.versiones.length > 0 ? (
        <>
          <h3>Cambios del método</h3>
          <ul>
            {d.versiones.map((x) => (
              <li key={x.texto}>
                {x.texto}. {x.motivo} {x.ruptura ? <strong>Los valores no se comparan con los anteriores.</strong> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Tarjeta>
  );
}
