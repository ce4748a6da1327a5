import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { cuantos } from '../formato.ts';
import { type Celda, ETAPAS_DE_MATRIZ, filasDeMatriz, GRUPOS, totalesPorServicio } from '../matriz.ts';
import { oficinaDe } from '../sesion.servidor.ts';
import { Chip, Encabezado, Paginas, Vacio } from '../ui/piezas.tsx';
import { COLUMNAS, vistaDeMatriz } from './matriz.servidor.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const p = new URL(request.url).searchParams;
  const { vista, nombre, filtro, opciones } = await vistaDeMatriz(deps, p);
  const pagina = Math.min(Math.max(1, Math.trunc(Number(p.get('pagina'))) || 1), Math.max(1, Math.ceil(vista.servicios.length / COLUMNAS)));
  const servicios = vista.servicios.slice((pagina - 1) * COLUMNAS, pagina * COLUMNAS);
  const abiertas = new Set((p.get('abrir') ?? '').split(',').filter(Boolean));
  const con = (cambios: Record<string, string>) => {
    const q = new URLSearchParams([...p].filter(([k]) => !(k in cambios)));
    for (const [k, v] of Object.entries(cambios)) if (v) q.set(k, v);
    return `?${q}`;
  };
  const alternar = (id: string) => `/matriz${con({ abrir: (abiertas.has(id) ? [...abiertas].filter((x) => x !== id) : [...abiertas, id]).join(',') })}#t-${id}`;
  const mostradas = { ...vista, servicios };
  const totales = totalesPorServicio(servicios, vista.celdas);
  return {
    bajada: filtro.sector ? nombre(filtro.sector) : 'Todos los sectores',
    filtro: { ...filtro, solo: p.has('solo') },
    opciones,
    pagina,
    total: vista.servicios.length,
    consulta: [...p].filter(([k]) => k !== 'pagina'),
    csv: `/matriz.csv${con({ abrir: '', solo: '', pagina: '', sector: filtro.sector ?? '' })}${filtro.sector ? '' : '&sector='}`,
    departamentos: vista.departamentales.length,
    servicios: servicios.map((s, i) => ({ id: s.id, nombre: s.nombre, sector: filtro.sector ? undefined : nombre(s.sector), territorios: totales[i] ?? 0 })),
    filas: filasDeMatriz({ ...mostradas, abiertas, soloConCasos: p.has('solo') || filtro.etapa !== undefined, abrir: alternar }).map((f) => ({
      ...f,
      alternar: f.provincias > 0 ? alternar(f.id) : undefined,
    })),
  };
}

type Datos = Awaited<ReturnType<typeof loader>>;
type FilaMostrada = Datos['filas'][number];

/** Coverage: departmental territories and their provinces × services, each cell in words (6.5). */
export default function Matriz() {
  const d = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado titulo="Cobertura por territorio y servicio" bajada={d.bajada}>
        {d.total > 0 ? (
          <a className="ds-button" data-variant="secondary" href={d.csv} download>
            Descargar en CSV
          </a>
        ) : null}
      </Encabezado>
      <Filtros d={d} />
      {d.total === 0 ? <SinServicios d={d} /> : d.filas.length === 0 ? <SinCasos /> : <Contenido d={d} />}
    </>
  );
}

function SinServicios({ d }: { d: Datos }) {
  return (
    <Vacio titulo="Todavía no hay servicios">
      <p>
        {d.filtro.sector ? 'Este sector aún no identifica servicios. ' : ''}Empiece por{' '}
        <Link to="/nuevo/IdentificarServicio">identificar un servicio público</Link>; después se comprueba si es elegible y se prioriza en un plan.
      </p>
    </Vacio>
  );
}

function SinCasos() {
  return (
    <Vacio titulo="Ningún territorio coincide">
      <p>Nada ha empezado con esos filtros. Quite la etapa o muestre todos los territorios.</p>
      <Link to="/matriz">Quitar los filtros</Link>
    </Vacio>
  );
}

function Contenido({ d }: { d: Datos }) {
  return (
    <>
      <Leyenda />
      <Cuadro d={d} />
      <Tarjetas d={d} />
      <Paginas pagina={d.pagina} total={d.total} tamano={COLUMNAS} a={(n) => `/matriz?${new URLSearchParams([...d.consulta, ['pagina', String(n)]])}`} />
    </>
  );
}

function Leyenda() {
  return (
    <ul className="fila-chips limpia leyenda" aria-label="Leyenda">
      {GRUPOS.map((g) => (
        <li key={g.nombre}>
          <Chip tono={g.tono}>
            <span aria-hidden="true">{g.marca}</span> {g.nombre}
          </Chip>
        </li>
      ))}
      <li className="tenue menor">— Sin iniciar</li>
    </ul>
  );
}

function Estado({ c }: { c: Celda }) {
  if (!c.etapa)
    return (
      <span className="tenue">
        <span aria-hidden="true">—</span>
        <span className="ds-sr-only">Sin iniciar</span>
      </span>
    );
  const chip = (
    <Chip tono={c.etapa.tono}>
      <span aria-hidden="true">{c.etapa.marca}</span> {c.etapa.nombre}
    </Chip>
  );
  return (
    <>
      {c.a ? <Link to={c.a}>{chip}</Link> : chip}
      {c.nota ? <small className="tenue"> {c.nota}</small> : null}
    </>
  );
}

function Provincias({ f }: { f: FilaMostrada }) {
  if (!f.alternar) return null;
  return (
    <Link className="menor" to={f.alternar} aria-expanded={f.abierta}>
      <span aria-hidden="true">{f.abierta ? '▾' : '▸'}</span> {f.abierta ? 'Ocultar provincias' : cuantos(f.provincias, 'provincia', 'provincias')}
      <span className="ds-sr-only"> de {f.nombre}</span>
    </Link>
  );
}

function Cuadro({ d }: { d: Datos }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1).
    <section className="marco-tabla matriz" aria-label="Etapa de cada servicio en cada territorio" tabIndex={0}>
      <table>
        <caption className="ds-sr-only">Etapa de cada servicio en cada territorio departamental y sus provincias</caption>
        <thead>
          <tr>
            <th scope="col" className="pegada">
              Territorio
            </th>
            <th scope="col" className="num">
              Servicios
              <br />
              iniciados
            </th>
            {d.servicios.map((s) => (
              <th scope="col" key={s.id}>
                <Link to={`/expediente/${s.id}`}>{s.nombre}</Link>
                <small className="tenue">
                  {s.sector ? `${s.sector} · ` : ''}
                  {s.territorios} de {d.departamentos} territorios
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {d.filas.map((f) => (
            <tr key={f.id} id={`t-${f.id}`} className={f.nivel}>
              <th scope="row" className="pegada">
                {f.nombre}
                <br />
                <Provincias f={f} />
              </th>
              <td className="num">
                {f.conCasos} de {d.servicios.length}
              </td>
              {f.celdas.map((c) => (
                <td key={c.servicio}>
                  <Estado c={c} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same on a phone: a card per territory, with what has begun in it. */
function Tarjetas({ d }: { d: Datos }) {
  const nombre = new Map(d.servicios.map((s) => [s.id, s.nombre]));
  return (
    <ul className="limpia matriz-tarjetas">
      {d.filas.map((f) => (
        <li key={f.id} className={`tarjeta ${f.nivel}`}>
          <h2>{f.nombre}</h2>
          <p className="tenue menor">
            {f.conCasos === 0 ? 'Ningún servicio ha empezado.' : `${f.conCasos} de ${cuantos(d.servicios.length, 'servicio', 'servicios')}`}
          </p>
          {f.conCasos > 0 ? (
            <ul className="limpia">
              {f.celdas
                .filter((c) => c.etapa)
                .map((c) => (
                  <li key={c.servicio}>
                    {nombre.get(c.servicio)}
                    <br />
                    <Estado c={c} />
                  </li>
                ))}
            </ul>
          ) : null}
          <Provincias f={f} />
        </li>
      ))}
    </ul>
  );
}

function Seleccion({ nombre, etiqueta, todos, valor, opciones }: DatosDeSeleccion) {
  return (
    <div className="campo ds-field">
      <label htmlFor={nombre}>{etiqueta}</label>
      <select className="ds-input" id={nombre} name={nombre} defaultValue={valor ?? ''}>
        <option value="">{todos}</option>
        {opciones.map((o) => (
          <option key={o.valor} value={o.valor}>
            {o.texto}
          </option>
        ))}
      </select>
    </div>
  );
}

interface DatosDeSeleccion {
  nombre: string;
  etiqueta: string;
  todos: string;
  valor: string | undefined;
  opciones: readonly { valor: string; texto: string }[];
}

function Filtros({ d }: { d: Datos }) {
  return (
    <Form method="get" className="filtros" role="search">
      <Seleccion nombre="sector" etiqueta="Sector" todos="Todos los sectores" valor={d.filtro.sector} opciones={d.opciones.sectores} />
      <Seleccion nombre="servicio" etiqueta="Servicio" todos="Todos los servicios" valor={d.filtro.servicio} opciones={d.opciones.servicios} />
      <Seleccion nombre="etapa" etiqueta="Etapa" todos="Todas las etapas" valor={d.filtro.etapa} opciones={ETAPAS_DE_MATRIZ} />
      <div className="campo casilla">
        <input type="checkbox" id="solo" name="solo" value="1" defaultChecked={d.filtro.solo} />
        <label htmlFor="solo">Solo territorios con algo iniciado</label>
      </div>
      <div className="campo">
        <button type="submit" className="ds-button" data-variant="secondary">
          Filtrar
        </button>
      </div>
    </Form>
  );
}
