import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { AMBIGUEDADES } from '../../directiva/ambiguedades.ts';
import { EFECTOS } from '../../directiva/efectos.ts';
import { LECTURAS } from '../../directiva/lecturas.ts';
import { NUMERALES } from '../../directiva/numerales.datos.ts';
import { SECCIONES } from '../../directiva/numerales.ts';
import { type EstadoTrazado, NOMBRE_DE_ESTADO } from '../../directiva/trazabilidad.ts';
import { sinTildes } from '../../platform/cabeza.ts';
import { cuantos } from '../formato.ts';
import { trazado } from '../trazabilidad.servidor.ts';
import { Chip, Encabezado } from '../ui/piezas.tsx';
import { EstadoDeNumeral } from '../ui/trazabilidad.tsx';

const ESTADOS = Object.keys(NOMBRE_DE_ESTADO) as EstadoTrazado[];

/** True when each word is somewhere in the text, accents aside. */
function coincide(q: string, texto: string): boolean {
  const donde = sinTildes(texto);
  return sinTildes(q)
    .split(/\s+/)
    .every((palabra) => donde.includes(palabra));
}

export function loader({ request }: LoaderFunctionArgs) {
  const p = new URL(request.url).searchParams;
  const q = p.get('q')?.trim() ?? '';
  const estado = ESTADOS.find((e) => e === p.get('estado'));
  const filas = trazado();
  const hallados = NUMERALES.filter(
    (n) => coincide(q, `${n.numeral} ${n.titulo} ${n.resumen} ${n.texto}`) && (!estado || filas.get(n.numeral)?.estado === estado),
  );
  const citados = (numerales: readonly string[]) => numerales.filter((n) => NUMERALES.some((x) => x.numeral === n));
  return {
    q,
    estado,
    total: hallados.length,
    estados: ESTADOS.map((e) => ({ valor: e, nombre: NOMBRE_DE_ESTADO[e], cuantos: [...filas.values()].filter((f) => f.estado === e).length })),
    efectos: Object.values(EFECTOS),
    secciones: Object.entries(SECCIONES)
      .map(([clave, nombre]) => ({
        clave,
        nombre,
        numerales: hallados
          .filter((n) => n.seccion === clave)
          .map((n) => ({
            numeral: n.numeral,
            titulo: n.titulo,
            resumen: n.resumen,
            efectos: n.efecto.map((e) => EFECTOS[e].nombre),
            estado: filas.get(n.numeral)?.estado,
            pruebas: filas.get(n.numeral)?.pruebas.length ?? 0,
          })),
      }))
      .filter((s) => s.numerales.length > 0),
    lecturas: estado
      ? []
      : LECTURAS.filter((l) => coincide(q, `${l.clave} ${l.titulo} ${l.lectura}`)).map((l) => ({
          clave: l.clave,
          titulo: l.titulo,
          texto: l.lectura,
          numerales: citados(l.numerales),
        })),
    ambiguedades: estado
      ? []
      : AMBIGUEDADES.filter((a) => coincide(q, `${a.clave} ${a.duda} ${a.resolucion}`)).map((a) => ({
          clave: a.clave,
          titulo: a.duda,
          texto: a.resolucion,
          numerales: citados(a.numerales),
        })),
  };
}

type Datos = Awaited<ReturnType<typeof loader>>;

/** The Directive, numeral by numeral. */
export default function Directiva() {
  const d = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado titulo="La Directiva, numeral por numeral" bajada="Directiva N° 001-2016-PCM/SD, aprobada por Resolución Ministerial N° 014-2016-PCM.">
        <Link className="ds-button" data-variant="secondary" to="/directiva/flujograma">
          Ver el flujograma vivo
        </Link>
      </Encabezado>
      <Form method="get" className="tarjeta" role="search">
        <div className="filtros">
          <div className="campo ds-field">
            <label htmlFor="q">Buscar en la Directiva</label>
            <input className="ds-input" id="q" name="q" type="search" defaultValue={d.q} placeholder="Palabra o numeral" />
          </div>
          <div className="campo ds-field">
            <label htmlFor="estado">Estado en Ayni</label>
            <select className="ds-input" id="estado" name="estado" defaultValue={d.estado ?? ''}>
              <option value="">Todos</option>
              {d.estados.map((e) => (
                <option key={e.valor} value={e.valor}>
                  {e.nombre} ({e.cuantos})
                </option>
              ))}
            </select>
          </div>
          <div className="campo">
            <button type="submit" className="ds-button" data-variant="secondary">
              Buscar
            </button>
          </div>
        </div>
        <p className="tenue menor">
          De los numerales que disponen o definen algo (la resolución y V a IX),{' '}
          {d.estados.map((e, i) => (
            <span key={e.valor}>
              {i === 0 ? '' : i === d.estados.length - 1 ? ' y ' : ', '}
              <Link to={`/directiva?estado=${e.valor}`}>
                {e.cuantos} {FRASE[e.valor]}
              </Link>
            </span>
          ))}
          . Puede buscar sin tildes.
        </p>
        <details className="menor">
          <summary>Qué significan «bloquea», «advierte» y las demás palabras</summary>
          <dl className="datos">
            {d.efectos.map((e) => (
              <div key={e.nombre} className="par">
                <dt>{e.nombre}</dt>
                <dd>{e.explica}</dd>
              </div>
            ))}
          </dl>
        </details>
      </Form>
      {d.q || d.estado ? (
        <p className="bajada" role="status">
          {cuantos(d.total, 'numeral', 'numerales')}
          {d.q ? ` con «${d.q}»` : ''}. <Link to="/directiva">Ver todos</Link>
        </p>
      ) : null}
      {d.total + d.lecturas.length + d.ambiguedades.length === 0 ? (
        <p className="tarjeta">Nada en la Directiva contiene «{d.q}». Pruebe con otra palabra o con menos palabras.</p>
      ) : null}
      {d.secciones.map((s) => (
        <Seccion key={s.clave} s={s} />
      ))}
      <Notas titulo="Lecturas adoptadas" bajada="Donde el texto calla o se presta a duda, Ayni aplica estas lecturas." id="lecturas" lista={d.lecturas} />
      <Notas
        titulo="Ambigüedades y cómo se resuelven"
        bajada="Lo que el texto deja abierto y la resolución adoptada mientras la Secretaría de Descentralización no disponga otra cosa (9.7)."
        id="ambiguedades"
        lista={d.ambiguedades}
      />
    </>
  );
}

const FRASE: Readonly<Record<EstadoTrazado, string>> = { implementado: 'están implementados', aun_no: 'aún no', orientacion: 'son orientación' };

function Seccion({ s }: { s: Datos['secciones'][number] }) {
  return (
    <section className="tarjeta" aria-labelledby={`s-${s.clave}`}>
      <h2 id={`s-${s.clave}`}>
        {s.clave === 'RM' || s.clave === 'Anexo' ? '' : `${s.clave}. `}
        {s.nombre}
      </h2>
      <ul className="limpia numerales">
        {s.numerales.map((n) => (
          <li key={n.numeral}>
            <div className="fila-chips">
              <Link to={`/directiva/${n.numeral}`}>
                {n.numeral} · {n.titulo}
              </Link>
              {n.estado ? <EstadoDeNumeral estado={n.estado} /> : null}
            </div>
            <p className="tenue">{n.resumen}</p>
            {n.estado ? (
              <p className="tenue menor">
                {n.efectos.join(' · ')}
                {n.pruebas > 0 ? ` · ${cuantos(n.pruebas, 'prueba', 'pruebas')}` : ''}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Notas({ titulo, bajada, id, lista }: { titulo: string; bajada: string; id: string; lista: Datos['lecturas'] }) {
  if (lista.length === 0) return null;
  return (
    <section className="tarjeta" aria-labelledby={id}>
      <h2 id={id}>
        {titulo} <Chip>{lista.length}</Chip>
      </h2>
      <p className="tenue">{bajada}</p>
      {lista.map((l) => (
        <details key={l.clave}>
          <summary>
            {l.clave}. {l.titulo}
          </summary>
          <p>{l.texto}</p>
          <p className="menor">
            {l.numerales.map((n) => (
              <Link key={n} to={`/directiva/${n}`} className="suelto">
                {n}
              </Link>
            ))}
          </p>
        </details>
      ))}
    </section>
  );
}
