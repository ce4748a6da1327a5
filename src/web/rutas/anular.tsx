import { randomUUID } from 'node:crypto';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { ANULAR } from '../../platform/anular.ts';
import { formulario, oficinaDe, texto } from '../sesion.servidor.ts';
import { Aviso, Encabezado } from '../ui/piezas.tsx';
import { cargarExpediente } from './expediente.servidor.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const e = await cargarExpediente(deps, params.id);
  return { id: e.id, titulo: e.titulo, csrf: deps.csrf, clave: randomUUID() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = oficinaDe(context, request);
  const datos = await formulario(deps, request);
  const motivo = texto(datos, 'motivo');
  const r = await deps.ejecutar({ acto: ANULAR, expediente: params.id ?? '', datos: { acto: params.acto, motivo }, clave: texto(datos, '_clave') }, deps.quien);
  if (!r.ok) return data({ titulo: r.titulo, impedimentos: r.impedimentos, motivo }, { status: r.estado });
  return redirect(`/expediente/${r.expediente}?hecho=${r.acto}`);
}

/** Annulling asks for the reason; the acto and the reason stay in the chronology. */
export default function Anular() {
  const d = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>();
  return (
    <>
      <Encabezado
        titulo="Anular un acto"
        bajada="El acto deja de contar y queda en la cronología con el motivo. Solo se puede mientras nada posterior se apoye en él."
        migas={[{ texto: d.titulo, a: `/expediente/${d.id}` }, { texto: 'Anular un acto' }]}
      />
      {error ? (
        <Aviso tono="rojo" titulo={error.titulo} rol="alert">
          {error.impedimentos.map((i) => (
            <p key={i.motivo}>
              {i.motivo} {i.numeral ? `(numeral ${i.numeral}) ` : ''}
              {i.remedio}
            </p>
          ))}
        </Aviso>
      ) : null}
      <form method="post" className="tarjeta formulario">
        <input type="hidden" name="_csrf" value={d.csrf} />
        <input type="hidden" name="_clave" value={d.clave} />
        <div className="campo">
          <label htmlFor="motivo">Motivo</label>
          <textarea className="ds-input" id="motivo" name="motivo" rows={4} required defaultValue={error?.motivo} />
        </div>
        <p className="botones">
          <button type="submit" className="ds-button">
            Anular el acto
          </button>
          <a href={`/expediente/${d.id}`}>Volver sin anular</a>
        </p>
      </form>
    </>
  );
}
