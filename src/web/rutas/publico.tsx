import { type LoaderFunctionArgs, Outlet, useLoaderData } from 'react-router';
import { depsDe } from '../contexto.ts';
import { menuDe, quienMuestra } from '../sesion.servidor.ts';
import { Cabecera, Pie } from '../ui/cabecera.tsx';

export function loader({ context }: LoaderFunctionArgs) {
  const deps = depsDe(context);
  return { quien: quienMuestra(deps), menu: menuDe(deps), demo: deps.demo };
}

/** Frame of the public pages: no scripts. */
export default function Publico() {
  const { quien, menu, demo } = useLoaderData<typeof loader>();
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
