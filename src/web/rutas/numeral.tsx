import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Encabezado } from '../ui/piezas.tsx';

export function loader({ params }: LoaderFunctionArgs) {
  return { numeral: params.numeral ?? '' };
}

/** One numeral: its text and what implements it. */
export default function Numeral() {
  return <Encabezado titulo={`Numeral ${useLoaderData<typeof loader>().numeral}`} />;
}
