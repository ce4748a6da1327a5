import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { extensa } from '../contenido/extensa.ts';
import { oficinaDe } from '../sesion.servidor.ts';
import { QuePuedeHacer } from '../ui/acciones.tsx';
import { Documentos } from '../ui/documentos.tsx';
import { Cronologia, Participantes, Pendientes } from '../ui/expediente.tsx';
import { Advertencias, Aviso, Chip, Migas, Numeral } from '../ui/piezas.tsx';
import { LineaDeProceso } from '../ui/proceso.tsx';
import { VistaDe } from '../ui/vista.tsx';
import { type DatosDeExpediente, datosDeExpediente } from './expediente.servidor.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return datosDeExpediente(oficinaDe(context, request), params.id, new URL(request.url).searchParams);
}

/** One frame for every kind of expediente. */
export default function Expediente() {
  const d = useLoaderData<typeof loader>();
  return (
    <>
      <title>{`${d.titulo} · Ayni`}</title>
      <Cabeza d={d} />
      {d.recien ? (
        <Aviso tono={d.recien.advertencias.length > 0 ? 'ambar' : 'verde'} titulo={`Hecho: ${d.recien.titulo}.`}>
          {d.recien.advertencias.length > 0 ? <p>Quedó registrado, con estas advertencias:</p> : null}
          <Advertencias lista={d.recien.advertencias} />
        </Aviso>
      ) : null}
      {d.al ? (
        <Aviso titulo={`Así estaba el expediente el ${d.al}.`}>
          <Link to={`/expediente/${d.id}`}>Volver a hoy</Link>
        </Aviso>
      ) : null}
      {d.proceso.length > 0 ? <LineaDeProceso pasos={d.proceso} /> : null}
      <div className="expediente">
        <div className="lateral">
          {d.acciones ? <QuePuedeHacer acciones={d.acciones} principal={d.principal} /> : null}
          <Pendientes lista={d.pendientes} />
        </div>
        <div className="contenido">
          <Contenido d={d} />
          <Documentos id={d.id} generables={d.generables} lista={d.documentos} />
          <Participantes entidades={d.participantes} relacionados={d.relacionados} />
        </div>
        <Cronologia d={d} />
      </div>
    </>
  );
}

function Cabeza({ d }: { d: DatosDeExpediente }) {
  return (
    <header className="encabezado">
      <Migas camino={[{ texto: d.plural, a: d.lista }, { texto: d.entidad }, ...(d.territorio ? [{ texto: d.territorio }] : [])]} />
      <h1>{d.titulo}</h1>
      <p className="bajada fila-chips">
        <span>
          {d.tipoNombre} · {d.codigo} · versión {d.version}
        </span>
        <Chip tono={d.situacion.tono}>{d.situacion.texto}</Chip>
        {d.advertencias.length > 0 ? (
          <a href="#advertencias">
            <Chip tono="ambar">{d.advertencias.length === 1 ? '1 advertencia' : `${d.advertencias.length} advertencias`}</Chip>
          </a>
        ) : null}
        {d.demo ? <Chip>Demostración</Chip> : null}
      </p>
      {d.sala ? (
        <p className="botones">
          <Link className="ds-button" data-variant="secondary" to={d.sala}>
            Entrar a la sala de la sesión
          </Link>
        </p>
      ) : null}
      {d.importar ? (
        <p className="botones">
          <Link className="ds-button" data-variant="secondary" to={d.importar}>
            Importar cifras desde un archivo
          </Link>
        </p>
      ) : null}
    </header>
  );
}

/** Sections that a phone shows whole. */
const SIN_PLEGAR = 3;

/** From so many sections on, a page says first what is in it. */
const CON_INDICE = 6;

function Indice({ secciones }: { secciones: DatosDeExpediente['secciones'] }) {
  if (secciones.length < CON_INDICE) return null;
  return (
    <nav className="tarjeta" aria-label="En esta página">
      <details>
        <summary>En esta página ({secciones.length} secciones)</summary>
        <ul className="limpia indice">
          {secciones.map((s) => (
            <li key={s.id}>
              <a href={`#s-${s.id}`}>{s.titulo}</a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

function Contenido({ d }: { d: DatosDeExpediente }) {
  const escritas = d.secciones.filter((s) => !s.vacia);
  return (
    <>
      {d.sinEstado ? <p className="tarjeta">En esa fecha el expediente todavía no existía.</p> : null}
      <Indice secciones={escritas} />
      {escritas.map((s, i) => (
        <section className="tarjeta" key={s.id} aria-labelledby={`s-${s.id}`}>
          <div className="titulo-seccion">
            <h2 id={`s-${s.id}`}>{s.titulo}</h2>
            <span className="menor tenue">
              {s.acto ? <Link to={`/expediente/${d.id}/acto/${s.acto}`}>Registrar</Link> : null}
              {s.acto && s.numeral ? ' · ' : null}
              {s.numeral ? (
                <>
                  numeral <Numeral n={s.numeral} />
                </>
              ) : null}
            </span>
          </div>
          {i >= SIN_PLEGAR && extensa(s.vista) ? (
            <details className="en-telefono">
              <summary>
                Ver<span className="ds-sr-only"> {s.titulo}</span>
              </summary>
              <VistaDe v={s.vista} />
            </details>
          ) : (
            <VistaDe v={s.vista} />
          )}
        </section>
      ))}
      <PorEscribir d={d} />
      {d.advertencias.length > 0 ? (
        <section className="tarjeta" id="advertencias" aria-labelledby="s-advertencias">
          <h2 id="s-advertencias">Advertencias que constan</h2>
          <p className="tenue menor">No impiden continuar; quedan en el expediente.</p>
          <Advertencias lista={d.advertencias} />
        </section>
      ) : null}
    </>
  );
}

function PorEscribir({ d }: { d: DatosDeExpediente }) {
  const vacias = d.secciones.filter((s) => s.vacia);
  if (vacias.length === 0) return null;
  return (
    <section className="tarjeta" aria-labelledby="s-vacias">
      <h2 id="s-vacias">Secciones sin contenido ({vacias.length})</h2>
      <ul className="limpia">
        {vacias.map((s) => (
          <li key={s.id}>
            {s.acto ? <Link to={`/expediente/${d.id}/acto/${s.acto}`}>{s.titulo}</Link> : s.titulo}{' '}
            <span className="tenue menor">{s.numeral ? `numeral ${s.numeral}` : ''}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
