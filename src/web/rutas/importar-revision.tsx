import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { CATALOGO_ID } from '../../modules/catalogo/catalogo.ts';
import type { Tono } from '../etiquetas.ts';
import { cuantos, numero } from '../formato.ts';
import { administracionDe, formulario } from '../sesion.servidor.ts';
import { Forma } from '../ui/gestion.tsx';
import { Aviso, Chip, Encabezado, Paginas, Tabla, Vacio } from '../ui/piezas.tsx';
import { confirmarImportacion, type DatosDeRevision, datosDeRevision } from './importar.servidor.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return datosDeRevision(administracionDe(context, request), params, new URL(request.url).searchParams);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = administracionDe(context, request);
  return confirmarImportacion(deps, params, await formulario(deps, request));
}

const EFECTO: Readonly<Record<DatosDeRevision['filas'][number]['efecto'], { texto: string; tono: Tono }>> = {
  nuevo: { texto: 'Nueva', tono: 'verde' },
  cambiado: { texto: 'Con cambios', tono: 'azul' },
  igual: { texto: 'Igual', tono: 'gris' },
  rechazado: { texto: 'Rechazada', tono: 'rojo' },
};

/** What a file would change, row by row, before anything is recorded. */
export default function ImportarRevision() {
  const d = useLoaderData<typeof loader>();
  const respuesta = useActionData<typeof action>();
  return (
    <>
      <Encabezado
        titulo={`Revisar la importación de ${d.titulo.toLowerCase()}`}
        bajada={d.nombre}
        migas={[{ texto: 'Administración', a: '/administracion' }, { texto: 'Importar', a: '/administracion/importar' }, { texto: d.titulo }]}
      />
      <Conclusion d={d} respuesta={respuesta} />
      <nav className="filtro-chips" aria-label="Filas por resultado">
        <ul>
          {d.filtros.map((f) => (
            <li key={f.valor}>
              <Link to={f.valor ? `${d.direccion}?resultado=${f.valor}` : d.direccion} aria-current={f.elegido ? 'true' : undefined}>
                {f.texto} ({numero(f.n)})
              </Link>
            </li>
          ))}
        </ul>
        <a href={`${d.direccion}/reporte${d.resultado ? `?resultado=${d.resultado}` : ''}`} download>
          Descargar estas filas (CSV)
        </a>
      </nav>
      {d.filas.length === 0 ? (
        <Vacio titulo="Ninguna fila">
          <p>El archivo no tiene filas con ese resultado.</p>
          <Link to={d.direccion}>Ver todas</Link>
        </Vacio>
      ) : (
        <Filas d={d} />
      )}
      <Paginas
        pagina={d.pagina}
        total={d.total}
        tamano={d.tamano}
        a={(n) => `${d.direccion}?${new URLSearchParams({ ...(d.resultado ? { resultado: d.resultado } : {}), pagina: String(n) })}`}
      />
    </>
  );
}

function Conclusion({ d, respuesta }: { d: DatosDeRevision; respuesta: Parameters<typeof Forma>[0]['respuesta'] }) {
  if (d.hecho && d.yaImportado)
    return (
      <Aviso tono="verde" titulo="La importación quedó registrada.">
        <p>
          El archivo se conserva en el <Link to={`/expediente/${CATALOGO_ID}`}>expediente de catálogos</Link>.{' '}
          {d.porIncorporar > 0 ? '' : 'Las filas que se incorporaron figuran ahora como iguales.'}
        </p>
      </Aviso>
    );
  if (d.porIncorporar === 0)
    return (
      <Aviso titulo="No hay nada que incorporar.">
        <p>
          El catálogo ya tiene todo lo que el archivo trae. <Link to="/administracion/importar">Elegir otro archivo</Link>
        </p>
      </Aviso>
    );
  return (
    <section className="tarjeta" aria-label="Confirmar la importación">
      <p>
        Todavía no se ha incorporado nada. Al confirmar, {cuantos(d.cuenta.nuevo, 'fila nueva entra', 'filas nuevas entran')} al catálogo y{' '}
        {cuantos(d.cuenta.cambiado, 'fila lo cambia', 'filas lo cambian')}. {d.cuenta.rechazado > 0 ? 'Las rechazadas no se incorporan. ' : ''}
        No se elimina ninguna.
      </p>
      <Forma nombre="confirmar" boton="Confirmar la importación" envio={{ csrf: d.csrf, clave: d.clave, version: d.version }} respuesta={respuesta} principal />
      <p>
        <Link to="/administracion/importar">Dejarlo y elegir otro archivo</Link>
      </p>
    </section>
  );
}

function Filas({ d }: { d: DatosDeRevision }) {
  return (
    <Tabla titulo="Filas del archivo">
      <thead>
        <tr>
          <th scope="col" className="num">
            Línea
          </th>
          <th scope="col">Resultado</th>
          <th scope="col">Código</th>
          <th scope="col">Nombre</th>
          <th scope="col">Qué pasa con ella</th>
        </tr>
      </thead>
      <tbody>
        {d.filas.map((f) => (
          <tr key={f.linea}>
            <td className="num">{f.linea}</td>
            <td>
              <Chip tono={EFECTO[f.efecto].tono}>{EFECTO[f.efecto].texto}</Chip>
            </td>
            <td className="sin-corte">{f.codigo}</td>
            <th scope="row">{f.nombre}</th>
            <td className="ancha">{f.motivo || <span className="tenue">—</span>}</td>
          </tr>
        ))}
      </tbody>
    </Tabla>
  );
}
