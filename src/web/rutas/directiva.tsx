import { Encabezado } from '../ui/piezas.tsx';

/** The Directive, numeral by numeral. */
export default function Directiva() {
  return <Encabezado titulo="La Directiva, numeral por numeral" bajada="Directiva N° 001-2016-PCM/SD, aprobada por Resolución Ministerial." />;
}
