import { type ActionFunctionArgs, Form, Link, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { leerSalida } from '../../lecturas/salida.ts';
import { reintentar } from '../../platform/salida/cola.ts';
import type { EstadoDeSalida } from '../../platform/salida/tablas.ts';
import { CLASES, ESTADOS_DE_CORREO } from '../etiquetas.correo.ts';
import { cuantos, fechaHora } from '../formato.ts';
import { paginaDe } from '../gestion.servidor.ts';
import { administracionDe, formulario, texto } from '../sesion.servidor.ts';
import { Aviso, Chip, Encabezado, Paginas, Tabla, Vacio } from '../ui/piezas.tsx';

const RUTA = '/administracion/correo';
const POR_PAGINA = 50;
const VISIBLES: readonly EstadoDeSalida[] = ['muerto', 'pendiente', 'enviado', 'descartado'];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = administracionDe(context, request);
  const p = new URL(request.url).searchParams;
  const estado = VISIBLES.find((e) => e === p.get('estado'));
  const pagina = paginaDe(p);
  const { cuentas, filas } = await leerSalida(deps.db, estado, { maximo: POR_PAGINA, salto: (pagina - 1) * POR_PAGINA });
  const catalogo = deps.catalogo();
  return {
    estado,
    pagina,
    total: estado ? (cuentas[estado] ?? 0) : Object.values(cuentas).reduce((a, b) => a + b, 0),
    servidor: deps.correoConfigurado,
    esperan: (cuentas.pendiente ?? 0) + (cuentas.por_dirigir ?? 0),
    fallidos: cuentas.muerto ?? 0,
    filtros: VISIBLES.map((e) => ({ estado: e, texto: ESTADOS_DE_CORREO[e].texto, n: cuentas[e] ?? 0 })),
    csrf: deps.csrf,
    filas: filas.map((f) => ({
      id: f.id,
      clase: CLASES[f.clase],
      titulo: f.titulo,
      expediente: f.expediente,
      oficina: f.cargo ? nombreDeCargo(f.cargo) : 'Por dirigir',
      entidad: f.entidad ? (catalogo.entidad(f.entidad)?.nombre ?? f.entidad) : '',
      estado: ESTADOS_DE_CORREO[f.estado],
      fallido: f.estado === 'muerto',
      detalle: f.respuesta ?? f.motivo ?? (f.estado === 'pendiente' && !deps.correoConfigurado ? 'Sin servidor de correo configurado.' : ''),
      intentos: f.intentos,
      cuando: fechaHora(f.cuando),
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = administracionDe(context, request);
  const datos = await formulario(deps, request);
  const id = texto(datos, 'id');
  if (/^[0-9a-f-]{36}$/.test(id)) await reintentar(deps.db, id, deps.ahora());
  return redirect(RUTA);
}

type Datos = Awaited<ReturnType<typeof loader>>;

/** What left, what waits and what failed. No address is shown. */
export default function CorreoDeAdministracion() {
  const d = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado
        titulo="Correo"
        bajada="Convocatorias, recordatorios de acuerdos y la raíz diaria del registro. Aquí no se muestran direcciones."
        migas={[{ texto: 'Administración', a: '/administracion' }, { texto: 'Correo' }]}
      />
      {d.servidor ? null : (
        <Aviso tono="ambar" titulo="Sin servidor de correo configurado.">
          <p>
            {d.esperan > 0 ? `${cuantos(d.esperan, 'mensaje espera', 'mensajes esperan')}: se enviarán` : 'Los mensajes esperarán aquí y se enviarán'} cuando la
            instalación se inicie con la variable SMTP_URL.
          </p>
        </Aviso>
      )}
      {d.fallidos > 0 ? (
        <Aviso tono="rojo" titulo={`${cuantos(d.fallidos, 'mensaje no llegó', 'mensajes no llegaron')}.`}>
          <p>Corrija la dirección de la cuenta o el servidor, y vuelva a enviarlos.</p>
        </Aviso>
      ) : null}
      <nav aria-label="Mensajes por estado">
        <ul className="limpia botones">
          <li>
            <Link to={RUTA} aria-current={d.estado ? undefined : 'page'}>
              Todos
            </Link>
          </li>
          {d.filtros.map((f) => (
            <li key={f.estado}>
              <Link to={`${RUTA}?estado=${f.estado}`} aria-current={d.estado === f.estado ? 'page' : undefined}>
                {f.texto} ({f.n})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {d.filas.length === 0 ? (
        <Vacio titulo="No hay mensajes">
          <p>El primero sale al convocar una sesión, o cuando un acuerdo esté por vencer.</p>
        </Vacio>
      ) : (
        <Mensajes d={d} />
      )}
      <Paginas
        pagina={d.pagina}
        total={d.total}
        tamano={POR_PAGINA}
        a={(n) => `${RUTA}?${new URLSearchParams({ ...(d.estado ? { estado: d.estado } : {}), pagina: String(n) })}`}
      />
    </>
  );
}

function Mensajes({ d }: { d: Datos }) {
  return (
    <div className="en-tarjetas">
      <Tabla titulo="Mensajes">
        <thead>
          <tr>
            <th scope="col">Mensaje</th>
            <th scope="col">Oficina</th>
            <th scope="col">Resultado</th>
            <th scope="col">Fecha y hora</th>
            <th scope="col">Respuesta o motivo</th>
          </tr>
        </thead>
        <tbody>
          {d.filas.map((f) => (
            <tr key={f.id}>
              <th scope="row">
                {f.clase}
                {f.expediente && f.titulo ? (
                  <span className="menor detalle">
                    <Link to={`/expediente/${f.expediente}`}>{f.titulo}</Link>
                  </span>
                ) : null}
              </th>
              <td data-etiqueta="Oficina">
                <span>
                  {f.oficina}
                  <span className="tenue menor detalle">{f.entidad}</span>
                </span>
              </td>
              <td data-etiqueta="Resultado">
                <span>
                  <Chip tono={f.estado.tono}>{f.estado.texto}</Chip>
                  {f.intentos > 1 ? <span className="tenue menor detalle">{f.intentos} intentos</span> : null}
                </span>
              </td>
              <td data-etiqueta="Fecha">{f.cuando}</td>
              <td data-etiqueta="Detalle">
                <span>
                  {f.detalle || '—'}
                  {f.fallido ? (
                    <Form method="post">
                      <input type="hidden" name="_csrf" value={d.csrf} />
                      <input type="hidden" name="id" value={f.id} />
                      <button type="submit" className="boton-enlace" aria-label={`Volver a enviar a ${f.oficina}, ${f.entidad}`}>
                        Volver a enviar
                      </button>
                    </Form>
                  ) : null}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </Tabla>
    </div>
  );
}
