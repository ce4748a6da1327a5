import { Link } from 'react-router';
import { GraficoDeMapa, LeyendaDeMapa } from '../graficos/mapa.tsx';
import { GraficoDeSerie, LeyendaDeSerie } from '../graficos/serie.tsx';
import { Aviso, Chip, Paginas, Tabla, Tarjeta } from '../ui/piezas.tsx';
import type { DatosDeIndicador } from './datos.servidor.ts';

/** Under every chart: what it is of, from where and how complete. */
export function Pie({ d, de }: { d: DatosDeIndicador; de: string }) {
  return (
    <p className="tenue menor">
      {de}. Unidad: {d.unidad}. Fuente: {d.fuente}. Han reportado {d.cobertura} en {d.periodo.nombre}.{d.publicado ? '' : ' Sin publicar.'}
    </p>
  );
}

/** The browser makes the picture; the button appears only where it can. */
function BotonDeImagen({ nombre }: { nombre: string }) {
  return (
    <p>
      <button type="button" className="boton-enlace" data-imagen={nombre} hidden>
        Guardar como imagen (PNG)
      </button>
    </p>
  );
}

/** District born from others, or that gave ground to another: its figures before and after are of different ground. */
function Limites({ d }: { d: DatosDeIndicador }) {
  if (!d.linaje) return null;
  return (
    <Aviso titulo="Los límites de este distrito cambiaron.">
      <p>
        {d.linaje.creaciones.join(' ')} {d.linaje.unido ? 'La serie del conjunto compara el mismo ámbito antes y después.' : ''}
      </p>
      <a href={d.linaje.a}>{d.linaje.unido ? 'Ver solo el distrito' : 'Comparar con los límites de hoy'}</a>
    </Aviso>
  );
}

export function Serie({ d }: { d: DatosDeIndicador }) {
  const t = d.tablaSerie;
  return (
    <Tarjeta titulo="Por periodo" id="serie">
      <Limites d={d} />
      {d.serie.periodos.length > 0 ? (
        <figure>
          <GraficoDeSerie d={d.serie} id="g-serie" />
          <LeyendaDeSerie d={d.serie} />
          <figcaption>
            <Pie d={d} de={t.columnas.join(', ')} />
          </figcaption>
          <BotonDeImagen nombre="serie" />
        </figure>
      ) : null}
      <Tabla titulo="Valores por periodo">
        <thead>
          <tr>
            <th scope="col">Periodo</th>
            {t.columnas.map((c) => (
              <th key={c} scope="col" className="num">
                {c}
              </th>
            ))}
            <th scope="col" className="num">
              Meta
            </th>
          </tr>
        </thead>
        <tbody>
          {t.filas.map((f) => (
            <tr key={f.periodo}>
              <th scope="row">
                {f.periodo}
                {f.ruptura ? <span className="tenue menor detalle">cambio de método: no se compara con lo anterior</span> : null}
                {f.sinPublicar ? <span className="tenue menor detalle">sin publicar</span> : null}
              </th>
              {f.valores.map((x, i) => (
                <td key={t.columnas[i]} className="num">
                  {x}
                </td>
              ))}
              <td className="num">{f.meta ?? <span className="tenue">—</span>}</td>
            </tr>
          ))}
        </tbody>
      </Tabla>
    </Tarjeta>
  );
}

export function MapaYTabla({ d }: { d: DatosDeIndicador }) {
  if (d.total === 0) return null;
  return (
    <Tarjeta titulo={`${d.ambito.nombre}, por ${d.plural}`} id="tabla">
      {d.mapa ? (
        <figure>
          <div className="mapa-y-leyenda">
            <GraficoDeMapa d={d.mapa} id="g-mapa" />
            <LeyendaDeMapa d={d.mapa} />
          </div>
          <figcaption>
            {d.mapaEsDepartamental ? <p>El mapa muestra el total de cada departamento; elija un departamento para ver dentro de él.</p> : null}
            <Pie d={d} de={d.mapa.titulo} />
          </figcaption>
          <BotonDeImagen nombre="mapa" />
        </figure>
      ) : null}
      {d.limitesFaltan ? (
        <p className="tenue">
          El mapa por {d.plural} necesita sus límites, que esta instalación aún no tiene.{' '}
          {d.administra ? (
            <a href="/administracion/limites">Importar los límites</a>
          ) : (
            'La administración los importa en «Administración», «Límites», o con «npm run importar -- limites ARCHIVO».'
          )}
        </p>
      ) : null}
      <TablaDeNivel d={d} />
      {d.mapa ? null : <Pie d={d} de={`${d.ambito.nombre}, por ${d.plural}`} />}
    </Tarjeta>
  );
}

function TablaDeNivel({ d }: { d: DatosDeIndicador }) {
  const orden = (clave: string, texto: string) => {
    const actual = d.orden === clave;
    const sentido = actual ? (d.descendente ? 'asc' : 'desc') : clave === 'nombre' ? 'asc' : 'desc';
    return (
      <th scope="col" className={clave === 'nombre' ? undefined : 'num'} aria-sort={actual ? (d.descendente ? 'descending' : 'ascending') : undefined}>
        <Link to={`${d.enlace}&orden=${clave}&sentido=${sentido}#tabla`}>
          {texto}
          {actual ? (d.descendente ? ' ↓' : ' ↑') : ''}
        </Link>
      </th>
    );
  };
  return (
    <form method="get" action={`/indicadores/${d.id}`}>
      {[...new URLSearchParams(d.enlace.split('?')[1])].map(([k, x]) => (k === 'comparar' ? null : <input key={k} type="hidden" name={k} value={x} />))}
      <Tabla titulo={`${d.ambito.nombre}, por ${d.plural}`}>
        <thead>
          <tr>
            {orden('nombre', 'Territorio')}
            {orden('valor', d.unidad)}
            <th scope="col" className="num">
              Línea de base
            </th>
            {orden('meta', 'Meta')}
            <th scope="col">Comparar</th>
          </tr>
        </thead>
        <tbody>
          {d.filas.map((f) => (
            <tr key={f.id}>
              <th scope="row">
                <Link to={f.a}>{f.nombre}</Link>
                {f.dentroDe ? <span className="tenue menor detalle">{f.dentroDe}</span> : null}
              </th>
              <td className="num">{f.hay ? f.valor : <span className="tenue">{f.valor}</span>}</td>
              <td className="num">{f.base ?? <span className="tenue">—</span>}</td>
              <td className="num">
                {f.meta ?? <span className="tenue">—</span>}
                {f.alcanza === null ? null : <span className="menor detalle">{f.alcanza ? 'alcanzada' : 'no alcanzada'}</span>}
              </td>
              <td>
                <input
                  type="checkbox"
                  className="casilla-amplia"
                  name="comparar"
                  value={f.id}
                  defaultChecked={f.comparado}
                  aria-label={`Comparar ${f.nombre}`}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </Tabla>
      <p>
        <button type="submit" className="ds-button" data-variant="secondary">
          Comparar los marcados
        </button>{' '}
        <span className="tenue menor">Hasta cuatro, en el gráfico por periodo.</span>
      </p>
      <Paginas
        pagina={d.pagina}
        total={d.total}
        tamano={d.tamano}
        a={(n) => `${d.enlace}&orden=${d.orden}&sentido=${d.descendente ? 'desc' : 'asc'}&pagina=${n}#tabla`}
      />
    </form>
  );
}

export function Ranking({ d }: { d: DatosDeIndicador }) {
  const { mejores, peores, con } = d.ranking;
  if (con < 2) return null;
  const lista = (titulo: string, filas: typeof mejores) =>
    filas.length === 0 ? null : (
      <div>
        <h3>{titulo}</h3>
        <ol className="puestos">
          {filas.map((f) => (
            <li key={f.id}>
              <span>
                <Link to={f.a}>{f.nombre}</Link>
                {f.dentroDe ? <span className="tenue menor"> {f.dentroDe}</span> : null}
              </span>
              <span className="num">{f.valor}</span>
            </li>
          ))}
        </ol>
      </div>
    );
  return (
    <Tarjeta titulo={`Extremos entre ${con} ${d.plural} con cifra`} id="ranking">
      <div className="dos-columnas">
        {lista('Mejores valores', mejores)}
        {lista('Valores por mejorar, desde el más lejano', peores)}
      </div>
      <Pie d={d} de={`${d.ambito.nombre}, ${d.periodo.nombre}`} />
    </Tarjeta>
  );
}

export function Brecha({ d }: { d: DatosDeIndicador }) {
  if (d.brecha.length === 0) return null;
  return (
    <Tarjeta titulo="Brechas" id="brecha">
      {d.brecha.map((b) => {
        const mayor = Math.max(...b.barras.map((x) => x.valor ?? 0), 1e-9);
        return (
          <figure key={b.nombre}>
            <Tabla titulo={`${b.nombre}, ${d.territorio.nombre}, ${d.periodo.nombre}`} visible>
              <thead>
                <tr>
                  <th scope="col">{b.nombre}</th>
                  <th scope="col" className="num">
                    {d.unidad}
                  </th>
                  <th scope="col">
                    <span className="ds-sr-only">Barra</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {b.barras.map((x) => (
                  <tr key={x.nombre}>
                    <th scope="row">{x.nombre}</th>
                    <td className="num">{x.texto}</td>
                    <td className="ancha">
                      <svg viewBox="0 0 200 16" width="100%" height="16" preserveAspectRatio="none" aria-hidden="true">
                        <rect width={x.valor === null ? 0 : Math.max(1, (200 * x.valor) / mayor)} height="16" fill="#3468b0" />
                      </svg>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Tabla>
            <figcaption>
              {b.brecha ? (
                <p>
                  <Chip tono="azul">Brecha: {b.brecha}</Chip>
                </p>
              ) : null}
              <Pie d={d} de={d.territorio.nombre} />
            </figcaption>
          </figure>
        );
      })}
    </Tarjeta>
  );
}
