import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { leerMatriz } from '../../lecturas/matriz.ts';
import { oficinaDe } from '../sesion.servidor.ts';
import { Encabezado } from '../ui/piezas.tsx';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  return { servicios: (await leerMatriz(deps.db, undefined)).servicios };
}

/** Territory × services of a sector. */
export default function Matriz() {
  const { servicios } = useLoaderData<typeof loader>();
  return <Encabezado titulo="Matriz del sector" bajada={servicios.map((s) => s.nombre).join(' · ')} />;
}
