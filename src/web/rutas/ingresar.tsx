import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { NIVELES } from '../../directiva/vocabularios.ts';
import { depsDe } from '../contexto.ts';
import { destinoSeguro, leerFormulario, texto } from '../sesion.servidor.ts';
import { Aviso, Encabezado } from '../ui/piezas.tsx';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsDe(context);
  const volver = destinoSeguro(new URL(request.url).searchParams.get('volver'), '/bandeja');
  if (deps.quien) throw redirect(volver);
  const oficinas = await deps.ingresos.oficinasDeDemo();
  return {
    volver,
    demo: oficinas.map((o) => ({ id: o.designacion, oficina: nombreDeCargo(o.cargo), entidad: o.entidadNombre, nivel: NIVELES[o.nivel] })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ingresos } = depsDe(context);
  const datos = await leerFormulario(request);
  const volver = destinoSeguro(texto(datos, 'volver'), '/bandeja');
  const designacion = texto(datos, 'designacion');
  const r = designacion ? await ingresos.entrarComo(designacion) : await ingresos.ingresar(texto(datos, 'correo'), texto(datos, 'clave'));
  if (!r.ok) return data({ motivo: r.motivo, remedio: r.remedio, correo: texto(datos, 'correo') }, { status: r.estado });
  return redirect(r.debeCambiar ? '/clave' : volver, { headers: { 'Set-Cookie': r.cookie } });
}

export default function Ingresar() {
  const { volver, demo } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>();
  return (
    <>
      <Encabezado titulo="Ingresar" bajada="Con el correo y la contraseña que le dio la administración de la plataforma." />
      {error ? (
        <Aviso tono="rojo" titulo={error.motivo} rol="alert">
          <p>{error.remedio}</p>
        </Aviso>
      ) : null}
      <form method="post" className="tarjeta formulario">
        <input type="hidden" name="volver" value={volver} />
        <div className="campo">
          <label htmlFor="correo">Correo</label>
          <input className="ds-input" id="correo" name="correo" type="email" autoComplete="username" required defaultValue={error?.correo} />
        </div>
        <div className="campo">
          <label htmlFor="clave">Contraseña</label>
          <input className="ds-input" id="clave" name="clave" type="password" autoComplete="current-password" required />
        </div>
        <button type="submit" className="ds-button">
          Ingresar
        </button>
      </form>
      {demo.length > 0 ? <EntrarComo demo={demo} volver={volver} /> : null}
    </>
  );
}

type Oficina = ReturnType<typeof useLoaderData<typeof loader>>['demo'][number];

function EntrarComo({ demo, volver }: { demo: readonly Oficina[]; volver: string }) {
  const niveles = [...new Set(demo.map((o) => o.nivel))];
  return (
    <section className="tarjeta">
      <h2>Entrar como…</h2>
      <p className="bajada">Demostración en esta máquina: elija una oficina para recorrer el proceso desde su lugar.</p>
      {niveles.map((nivel) => (
        <div key={nivel}>
          <h3>{nivel}</h3>
          <ul className="rejilla">
            {demo
              .filter((o) => o.nivel === nivel)
              .map((o) => (
                <li key={o.id}>
                  <form method="post">
                    <input type="hidden" name="volver" value={volver} />
                    <button type="submit" className="ds-button oficina-demo" data-variant="secondary" name="designacion" value={o.id} data-fullwidth="">
                      <span>
                        {o.oficina}
                        <br />
                        <span className="tenue menor">{o.entidad}</span>
                      </span>
                    </button>
                  </form>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
