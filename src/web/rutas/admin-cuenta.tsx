import type { LoaderFunctionArgs } from 'react-router';
import { oficinaDe } from '../sesion.servidor.ts';
import { Encabezado } from '../ui/piezas.tsx';

export function loader({ request, context }: LoaderFunctionArgs) {
  oficinaDe(context, request);
  return null;
}

export default function AdminCuenta() {
  return <Encabezado titulo="Cuenta" />;
}
