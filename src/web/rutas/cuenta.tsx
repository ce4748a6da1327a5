import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { depsDe } from '../contexto.ts';
import { formulario } from '../sesion.servidor.ts';
import { CadaFicha } from '../ui/cuenta.tsx';
import { Forma, Hecho, type Respuesta, Seleccion, Texto } from '../ui/gestion.tsx';
import { Aviso, Chip, Encabezado, Tarjeta } from '../ui/piezas.tsx';
import { type DatosDeMiCuenta, datosDeMiCuenta, gestionarMiCuenta, propiaDe } from './cuenta.servidor.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const datos = await datosDeMiCuenta(propiaDe(depsDe(context)));
  return { ...datos, cambiada: new URL(request.url).searchParams.has('cambiada') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = propiaDe(depsDe(context));
  return gestionarMiCuenta(deps, await formulario(deps, request));
}

interface Props {
  d: DatosDeMiCuenta;
  respuesta: Respuesta | undefined;
}

/** «Mi cuenta»: own data, offices, password, open sessions and tokens. */
export default function MiCuenta() {
  const d = useLoaderData<typeof loader>();
  const respuesta = useActionData<typeof action>();
  return (
    <>
      <Encabezado titulo="Mi cuenta" bajada={`${d.nombre} · ${d.correo}`} />
      {d.cambiada && !respuesta ? <Aviso tono="verde" titulo="Su contraseña cambió. Las demás sesiones de su cuenta terminaron." /> : null}
      <Hecho respuesta={respuesta} />
      <Oficinas d={d} />
      <Tarjeta titulo="Datos y contraseña" id="datos">
        <p>Su nombre, DNI y correo los corrige la administración de la plataforma, a su pedido.</p>
        {d.demo ? (
          <p className="tenue">Las cuentas de la demostración no tienen contraseña: se entra con «Entrar como…».</p>
        ) : (
          <p className="botones">
            <Link className="ds-button" data-variant="secondary" to="/clave">
              Cambiar la contraseña
            </Link>
          </p>
        )}
      </Tarjeta>
      <Sesiones d={d} respuesta={respuesta} />
      <Fichas d={d} respuesta={respuesta} />
    </>
  );
}

function Oficinas({ d }: { d: DatosDeMiCuenta }) {
  return (
    <Tarjeta titulo="Mis oficinas" id="oficinas">
      {d.sinOficina ? (
        <Aviso tono="ambar" titulo={d.sinOficina.motivo}>
          <p>{d.sinOficina.remedio}</p>
        </Aviso>
      ) : null}
      <ul className="limpia lista-oficinas">
        {d.oficinas.map((o) => (
          <li key={o.id}>
            <h3>{o.oficina}</h3>
            <p>
              {o.entidad} · {o.calidad}, {o.vigencia}
            </p>
            {o.enUso ? (
              <Chip tono="verde">En uso</Chip>
            ) : (
              <form method="post" action="/oficina">
                <input type="hidden" name="_csrf" value={d.csrf} />
                <input type="hidden" name="volver" value="/cuenta" />
                <button type="submit" className="ds-button" data-variant="secondary" name="designacion" value={o.id}>
                  Actuar como {o.oficina}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Tarjeta>
  );
}

function Sesiones({ d, respuesta }: Props) {
  const otras = d.sesiones.filter((s) => !s.esta).length;
  return (
    <Tarjeta titulo="Sesiones abiertas" id="sesiones">
      <p className="bajada">Una sesión termina doce horas después de su último uso. Si no reconoce alguna, ciérrela y cambie su contraseña.</p>
      <ul className="limpia lista-oficinas">
        {d.sesiones.map((s) => (
          <li key={s.id}>
            <h3>
              {s.navegador} {s.esta ? <Chip tono="verde">Esta sesión</Chip> : null}
            </h3>
            <p className="tenue">
              {s.oficina ? `${s.oficina}. ` : ''}Desde {s.desde}; último uso: {s.uso}
            </p>
            {s.esta ? null : (
              <Forma
                nombre={`cerrar-${s.id}`}
                boton="Cerrar la sesión"
                etiquetaDeBoton={`Cerrar la sesión de ${s.navegador}, desde ${s.desde}`}
                envio={{ csrf: d.csrf }}
                respuesta={respuesta}
              />
            )}
          </li>
        ))}
      </ul>
      {otras > 1 ? (
        <div className="botones">
          <Forma nombre="cerrar-otras" boton="Cerrar todas las demás" envio={{ csrf: d.csrf }} respuesta={respuesta} />
        </div>
      ) : null}
    </Tarjeta>
  );
}

function Fichas({ d, respuesta }: Props) {
  return (
    <Tarjeta titulo="Fichas de la API" id="fichas">
      <p className="bajada">
        Con una ficha, un sistema de su entidad actúa por la{' '}
        <Link to="/api" reloadDocument>
          API
        </Link>{' '}
        como una de sus oficinas. Deja de servir cuando vence, cuando usted la revoca o cuando termina su designación.
      </p>
      <CadaFicha fichas={d.fichas} csrf={d.csrf} respuesta={respuesta} />
      {d.oficinas.length === 0 ? (
        <p className="tenue">Para crear una ficha necesita una oficina vigente.</p>
      ) : (
        <details open={d.fichas.length === 0 || (respuesta?.forma === 'ficha' && !respuesta.ok)}>
          <summary>Crear una ficha</summary>
          <Forma nombre="ficha" boton="Crear la ficha" envio={{ csrf: d.csrf }} respuesta={respuesta} principal>
            {(campo) => (
              <>
                <Texto de={campo('nombre')} etiqueta="Nombre" ayuda="Para qué sistema es. Ejemplo: «Trámite documentario»." maximo={100} />
                <Seleccion
                  de={campo('designacion')}
                  etiqueta="Oficina con la que actúa"
                  opciones={d.oficinas.map((o) => ({ valor: o.id, texto: `${o.oficina} · ${o.entidad}` }))}
                />
                <Texto de={campo('venceEl')} etiqueta="Vence el" ayuda="Último día en que sirve, como máximo un año." tipo="date" valor={d.dentroDeUnAnio} />
              </>
            )}
          </Forma>
        </details>
      )}
    </Tarjeta>
  );
}
