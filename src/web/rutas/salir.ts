import { type ActionFunctionArgs, redirect } from 'react-router';
import { depsDe } from '../contexto.ts';
import { formulario } from '../sesion.servidor.ts';

export function loader() {
  return redirect('/');
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsDe(context);
  await formulario(deps, request);
  return redirect('/ingresar', { headers: { 'Set-Cookie': await deps.ingresos.salir() } });
}
