import { noExiste } from '../sesion.servidor.ts';

export function loader() {
  throw noExiste('La dirección no corresponde a ninguna página.', 'Revise la dirección o vuelva al inicio.');
}

export default function NoExiste() {
  return null;
}
