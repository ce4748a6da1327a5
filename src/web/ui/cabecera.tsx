import { useEffect, useRef } from 'react';
import { Link, NavLink, useLocation } from 'react-router';

export interface QuienMuestra {
  /** «Gerencia Municipal · Municipalidad Provincial de Angaraes»; null while no office is in use. */
  oficina: string | null;
  detalle: string;
  variasOficinas: boolean;
  csrf: string;
}

export interface Entrada {
  texto: string;
  a: string;
}

/** Header of every page: name, places, office in use. */
export function Cabecera({ quien, menu, demo }: { quien: QuienMuestra | null; menu: readonly Entrada[]; demo: boolean }) {
  const lugares = useRef<HTMLDetailsElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes when the place changes.
  useEffect(() => {
    if (lugares.current) lugares.current.open = false;
  }, [pathname]);
  return (
    <>
      <a className="salto" href="#contenido">
        Ir al contenido
      </a>
      <header>
        {demo ? (
          <p className="demo">
            <strong>DEMOSTRACIÓN.</strong> Los expedientes de ejemplo no son actos de las entidades que nombran.
          </p>
        ) : null}
        <div className="cabecera">
          <Link className="marca" to={quien ? '/bandeja' : '/'}>
            <strong>Ayni</strong>
            <span>Gestión descentralizada de los servicios públicos</span>
          </Link>
          {quien ? <Oficina quien={quien} /> : null}
          <nav className="menu" aria-label="Principal">
            <details ref={lugares} className="en-telefono">
              <summary>Menú</summary>
              <ul>
                {menu.map((m) => (
                  <li key={m.a}>
                    <NavLink to={m.a}>{m.texto}</NavLink>
                  </li>
                ))}
              </ul>
            </details>
          </nav>
        </div>
      </header>
    </>
  );
}

function Oficina({ quien }: { quien: QuienMuestra }) {
  return (
    <div className="oficina">
      <strong>{quien.oficina ?? 'Sin oficina en uso'}</strong>
      {quien.detalle ? <span className="tenue">{quien.detalle}</span> : null}
      <div className="acciones">
        {quien.variasOficinas ? <Link to="/oficina">Cambiar de oficina</Link> : null}
        <Link to="/cuenta">Mi cuenta</Link>
        <form method="post" action="/salir">
          <input type="hidden" name="_csrf" value={quien.csrf} />
          <button type="submit" className="boton-enlace">
            Salir
          </button>
        </form>
      </div>
    </div>
  );
}

export function Pie() {
  return (
    <footer className="pie">
      Directiva N° 001-2016-PCM/SD, aprobada por Resolución Ministerial N° 014-2016-PCM. <Link to="/directiva">Leer la Directiva numeral por numeral</Link>
    </footer>
  );
}
