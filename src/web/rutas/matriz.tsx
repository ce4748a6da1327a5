import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { ESTADOS } from '../../directiva/etapas.ts';
import { type CeldaLeida, leerMatriz } from '../../lecturas/matriz.ts';
import { oficinaDe } from '../sesion.servidor.ts';
import { Encabezado, Tabla, Vacio } from '../ui/piezas.tsx';

const ETAPAS = new Map<string, string>(ESTADOS.map((e) => [e.clave, e.nombre]));

function celda(c: CeldaLeida | undefined): { texto: string; a: string | null } {
  if (!c) return { texto: '—', a: null };
  if (c.modelos > 0) {
    const texto = (c.etapa && ETAPAS.get(c.etapa)) ?? 'En proceso';
    return { texto: c.modelos > 1 ? `${c.modelos} modelos, hasta: ${texto}` : texto, a: c.modelo ? `/expediente/${c.modelo}` : '/modelos' };
  }
  return { texto: c.priorizados > 0 ? 'Priorizado en el PTI' : 'Propuesto en el PTI', a: c.plan ? `/expediente/${c.plan}` : null };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const { actor } = deps.quien;
  const sector = actor.tipoEntidad === 'ministerio' || actor.tipoEntidad === 'adscrito' ? actor.sector : undefined;
  const { servicios, celdas } = await leerMatriz(deps.db, sector);
  return {
    sector: sector ? deps.catalogo().entidad(sector)?.nombre : undefined,
    servicios: servicios.map((s) => ({ id: s.id, nombre: s.nombre })),
    territorios: deps
      .catalogo()
      .departamentales()
      .map((t) => ({ id: t.id, nombre: t.nombre, celdas: servicios.map((s) => celda(celdas.find((c) => c.servicio === s.id && c.departamental === t.id))) })),
  };
}

/** Coverage: departmental territories × services of a sector, each cell in words (6.5). */
export default function Matriz() {
  const { sector, servicios, territorios } = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado titulo="Cobertura por territorio y servicio" bajada={sector ?? 'Todos los sectores'} />
      {servicios.length === 0 ? (
        <Vacio titulo="Todavía no hay servicios">
          <p>
            Empiece por <Link to="/nuevo/IdentificarServicio">identificar un servicio público</Link>.
          </p>
        </Vacio>
      ) : (
        <Tabla titulo="Etapa de cada servicio en cada territorio departamental">
          <thead>
            <tr>
              <th scope="col">Territorio</th>
              {servicios.map((s) => (
                <th scope="col" key={s.id}>
                  <Link to={`/expediente/${s.id}`}>{s.nombre}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {territorios.map((t) => (
              <tr key={t.id}>
                <th scope="row">{t.nombre}</th>
                {t.celdas.map((c, i) => (
                  <td key={servicios[i]?.id}>{c.a ? <Link to={c.a}>{c.texto}</Link> : c.texto}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </Tabla>
      )}
    </>
  );
}
