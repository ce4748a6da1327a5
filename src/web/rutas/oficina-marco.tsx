import { useEffect } from 'react';
import { type LoaderFunctionArgs, Outlet, useLoaderData, useLocation } from 'react-router';
import { depsDe } from '../contexto.ts';
import { resolverEnviado } from '../formulario/borrador.ts';
import { menuDe, quienMuestra } from '../sesion.servidor.ts';
import { Cabecera, Pie } from '../ui/cabecera.tsx';

export function loader({ context }: LoaderFunctionArgs) {
  const deps = depsDe(context);
  return { quien: quienMuestra(deps), menu: menuDe(deps), demo: deps.demo };
}

/** These pages bring scripts: drafts that survive, rows added without a trip to the server. */
export const handle = { scripts: true };

export default function OficinaMarco() {
  const { quien, menu, demo } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  useEffect(() => {
    resolverEnviado(new URLSearchParams(search).get('hecho'));
  }, [search]);
  return (
    <>
      <Cabecera quien={quien} menu={menu} demo={demo} />
      <main className="pagina" id="contenido" tabIndex={-1}>
        <Outlet />
      </main>
      <Pie />
    </>
  );
}
