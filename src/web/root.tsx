import type { ReactNode } from 'react';
import { isRouteErrorResponse, Link, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from 'react-router';
import './estilo/index.css';

/** Only what the office pages ask for with `handle.scripts` brings scripts: the public pages ship none. */
const conScripts = (handle: unknown): boolean => (handle as { scripts?: boolean } | undefined)?.scripts === true;

export function Layout({ children }: { children: ReactNode }) {
  const scripts = useMatches().some((m) => conScripts(m.handle));
  return (
    <html lang="es-PE" data-color-scheme="light" data-size="sm">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/icono.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {scripts ? (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function Raiz() {
  return <Outlet />;
}

export interface DatosDeError {
  titulo?: string;
  motivo: string;
  remedio: string;
}

const TITULOS: Readonly<Record<number, DatosDeError>> = {
  400: {
    titulo: 'El pedido no se entiende',
    motivo: 'La dirección o el formulario llegaron incompletos.',
    remedio: 'Vuelva a la página anterior e inténtelo de nuevo.',
  },
  403: { titulo: 'Su oficina no puede ver esto', motivo: 'Corresponde a otra oficina.', remedio: 'Cambie de oficina si ejerce otra, o vuelva a su bandeja.' },
  404: {
    titulo: 'No encontramos esa página',
    motivo: 'La dirección no corresponde a ninguna página ni expediente.',
    remedio: 'Revise la dirección o búsquelo desde la lista de expedientes.',
  },
  405: {
    titulo: 'Esa página no recibe envíos',
    motivo: 'El formulario se envió a una dirección que no lo atiende.',
    remedio: 'Vuelva a la página anterior y use el botón del formulario.',
  },
  500: {
    titulo: 'Ayni no pudo mostrar esta página',
    motivo: 'Ocurrió una falla del sistema. Lo que se había registrado antes se conserva.',
    remedio: 'Inténtelo de nuevo en un momento; si se repite, avise a la administración de la plataforma.',
  },
};

/** Error page of the whole site: what happened, what was kept, what to do. */
export function ErrorBoundary() {
  const error = useRouteError();
  const estado = isRouteErrorResponse(error) ? error.status : 500;
  const base = TITULOS[estado] ?? (TITULOS[500] as DatosDeError);
  const dado = isRouteErrorResponse(error) && error.data && typeof error.data === 'object' ? (error.data as Partial<DatosDeError>) : {};
  const { titulo, motivo, remedio } = { ...base, ...dado };
  return (
    <main className="pagina" id="contenido">
      <title>{`${titulo} · Ayni`}</title>
      <div className="tarjeta">
        <p className="tenue menor">Ayni · aviso {estado}</p>
        <h1>{titulo}</h1>
        <p className="bajada">{motivo}</p>
        <p className="bajada">{remedio}</p>
        <p className="botones">
          <Link className="ds-button" to="/" reloadDocument>
            Ir al inicio
          </Link>
          <Link to="/expedientes" reloadDocument>
            Buscar un expediente
          </Link>
        </p>
      </div>
    </main>
  );
}
