import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { depsDe } from '../contexto.ts';
import { datosDeCadena } from '../indicadores/cadena.servidor.ts';
import { Cadena } from '../indicadores/cadena.tsx';
import { noExiste } from '../sesion.servidor.ts';
import { Encabezado, Numerales, Tabla, Tarjeta, Vacio } from '../ui/piezas.tsx';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = depsDe(context);
  const pedido = new URL(request.url).searchParams.get('territorio') ?? 'pe';
  const territorio = deps.catalogo().territorio(pedido) ? pedido : 'pe';
  const d = params.servicio && UUID.test(params.servicio) ? await datosDeCadena(deps, params.servicio, territorio) : null;
  // Without anything published, the public does not learn more than that.
  if (!d || (deps.quien === null && d.total === 0))
    throw noExiste('Ese servicio no existe o aún no tiene indicadores publicados.', 'Búsquelo en la lista de indicadores.');
  return {
    ...d,
    publico: deps.quien === null,
    departamentos: deps
      .catalogo()
      .departamentales()
      .map((t) => ({ id: t.id, nombre: t.nombre })),
  };
}

/** The indicators of a service along its value chain, in one territory. Works without scripts. */
export default function CadenaDeValor() {
  const d = useLoaderData<typeof loader>();
  const territorios = [{ id: 'pe', nombre: 'Perú' }, ...d.departamentos];
  return (
    <>
      <Encabezado
        titulo="Cadena de valor en cifras"
        bajada={d.servicio}
        migas={[{ texto: 'Indicadores', a: `/indicadores?servicio=${d.id}` }, { texto: 'Cadena de valor en cifras' }]}
      />
      <p className="tenue">
        <Numerales lista={['6.3', '8.17', '8.19']} />
      </p>
      <form method="get" action={`/cadenas/${d.id}`} className="filtros" aria-label="Qué mirar">
        <div className="campo ds-field">
          <label htmlFor="c-territorio">Territorio</label>
          <select className="ds-input" id="c-territorio" name="territorio" defaultValue={d.territorio.id}>
            {(territorios.some((t) => t.id === d.territorio.id) ? territorios : [...territorios, d.territorio]).map((t) => (
              <option key={t.id} value={t.id}>
                {t.nombre}
              </option>
            ))}
          </select>
        </div>
        <div className="campo">
          <button type="submit" className="ds-button" data-variant="secondary">
            Ver
          </button>
        </div>
      </form>
      {d.total > 0 ? (
        <Tarjeta titulo={d.territorio.nombre} id="cadena">
          <Cadena d={d} />
        </Tarjeta>
      ) : (
        <Vacio titulo="Aún no hay indicadores con cifras de este territorio">
          <p>Defina los indicadores del servicio y reporte sus cifras, o mire el país.</p>
        </Vacio>
      )}
      {d.fases.length > 0 ? (
        <Tarjeta titulo="La cadena según el Modelo Específico" id="fases">
          <Tabla titulo="Fases de la cadena de valor">
            <thead>
              <tr>
                <th scope="col">Fase</th>
                <th scope="col">Productos</th>
                <th scope="col">Resultado</th>
              </tr>
            </thead>
            <tbody>
              {d.fases.map((f) => (
                <tr key={f.fase}>
                  <th scope="row">{f.fase}</th>
                  <td>{f.productos}</td>
                  <td>{f.resultado || '—'}</td>
                </tr>
              ))}
            </tbody>
          </Tabla>
        </Tarjeta>
      ) : null}
    </>
  );
}
