import type { LoaderFunctionArgs } from 'react-router';
import { oficinaDe } from '../sesion.servidor.ts';
import { filasDeCarga } from './cargar.servidor.ts';

/** The rows of a file that are left out or look odd. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  return filasDeCarga(oficinaDe(context, request), params, new URL(request.url).searchParams);
}
