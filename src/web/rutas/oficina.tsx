import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { dmy } from '../../kernel/calendario.ts';
import { depsDe } from '../contexto.ts';
import { nombreDeValor } from '../etiquetas.ts';
import { destinoSeguro, formulario, texto } from '../sesion.servidor.ts';
import { Aviso, Encabezado } from '../ui/piezas.tsx';

export function loader({ request, context }: LoaderFunctionArgs) {
  const { sesion, csrf } = depsDe(context);
  if (!sesion) throw redirect('/ingresar');
  if (sesion.debeCambiar) throw redirect('/clave');
  return {
    csrf,
    volver: destinoSeguro(new URL(request.url).searchParams.get('volver'), '/bandeja'),
    sinOficina: sesion.sinOficina,
    oficinas: sesion.oficinas.map((o) => ({
      id: o.designacion,
      oficina: nombreDeCargo(o.cargo),
      entidad: o.entidadNombre,
      calidad: nombreDeValor(o.calidad),
      vigencia: o.hasta ? `del ${dmy(o.desde)} al ${dmy(o.hasta)}` : `desde el ${dmy(o.desde)}`,
      enUso: o.designacion === sesion.actor?.designacion,
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsDe(context);
  const datos = await formulario(deps, request);
  const r = await deps.ingresos.usarOficina(texto(datos, 'designacion'));
  return r.ok ? redirect(destinoSeguro(texto(datos, 'volver'), '/bandeja')) : data(r, { status: r.estado });
}

export default function Oficina() {
  const { csrf, volver, sinOficina, oficinas } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>();
  return (
    <>
      <Encabezado titulo="Elegir oficina" bajada="Usted actúa con una oficina a la vez; puede cambiarla cuando quiera." />
      {error ? (
        <Aviso tono="rojo" titulo={error.motivo} rol="alert">
          <p>{error.remedio}</p>
        </Aviso>
      ) : null}
      {sinOficina ? (
        <Aviso tono="ambar" titulo={sinOficina.motivo}>
          <p>{sinOficina.remedio}</p>
        </Aviso>
      ) : null}
      <ul className="limpia">
        {oficinas.map((o) => (
          <li key={o.id} className="tarjeta">
            <h2>{o.oficina}</h2>
            <p className="bajada">
              {o.entidad} · {o.calidad}, {o.vigencia}
            </p>
            <form method="post" className="botones">
              <input type="hidden" name="_csrf" value={csrf} />
              <input type="hidden" name="volver" value={volver} />
              <button type="submit" className="ds-button" data-variant="secondary" name="designacion" value={o.id}>
                {o.enUso ? 'Seguir con esta oficina' : 'Usar esta oficina'}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
