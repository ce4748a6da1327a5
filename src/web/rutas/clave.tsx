import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { depsDe } from '../contexto.ts';
import { formulario, texto } from '../sesion.servidor.ts';
import { Aviso, Encabezado } from '../ui/piezas.tsx';

export function loader({ context }: LoaderFunctionArgs) {
  const { sesion, csrf } = depsDe(context);
  if (!sesion) throw redirect('/ingresar?volver=/cuenta');
  return {
    csrf,
    nombre: sesion.nombre,
    correo: sesion.correo,
    demo: sesion.demo,
    obligada: sesion.debeCambiar,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsDe(context);
  const datos = await formulario(deps, request);
  const nueva = texto(datos, 'nueva');
  if (nueva !== texto(datos, 'repetida'))
    return data(
      { motivo: 'Las dos contraseñas nuevas no son iguales.', remedio: 'Escríbalas otra vez; la anterior sigue vigente.', campo: 'repetida' },
      { status: 400 },
    );
  const r = await deps.ingresos.cambiarClave(texto(datos, 'actual'), nueva);
  if (!r.ok) return data({ motivo: r.motivo, remedio: r.remedio, campo: r.campo }, { status: r.estado });
  return redirect(deps.sesion?.debeCambiar ? '/bandeja' : '/cuenta?cambiada');
}

const CAMPOS = [
  { nombre: 'actual', etiqueta: 'Contraseña actual', ayuda: '', auto: 'current-password' },
  {
    nombre: 'nueva',
    etiqueta: 'Contraseña nueva',
    ayuda: 'Al menos 12 caracteres. Una frase de varias palabras es fácil de recordar y difícil de adivinar.',
    auto: 'new-password',
  },
  { nombre: 'repetida', etiqueta: 'Contraseña nueva, otra vez', ayuda: '', auto: 'new-password' },
] as const;

export default function Clave() {
  const { csrf, nombre, correo, demo, obligada } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>();
  return (
    <>
      <Encabezado
        titulo="Cambiar la contraseña"
        bajada={`${nombre} · ${correo}`}
        migas={obligada ? undefined : [{ texto: 'Mi cuenta', a: '/cuenta' }, { texto: 'Cambiar la contraseña' }]}
      />
      {obligada && !error ? (
        <Aviso tono="ambar" titulo="Su contraseña la puso la administración.">
          <p>Cámbiela por una que solo usted conozca para poder actuar.</p>
        </Aviso>
      ) : null}
      {error ? (
        <Aviso tono="rojo" titulo={error.motivo} rol="alert">
          <p>{error.remedio}</p>
        </Aviso>
      ) : null}
      {demo ? (
        <Aviso titulo="Las cuentas de la demostración no tienen contraseña.">
          <p>Se entra con «Entrar como…».</p>
        </Aviso>
      ) : (
        <form method="post" className="tarjeta formulario">
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="correo" autoComplete="username" value={correo} />
          {CAMPOS.map((c) => (
            <div key={c.nombre} className={error?.campo === c.nombre ? 'campo con-error' : 'campo'}>
              <label htmlFor={c.nombre}>{c.etiqueta}</label>
              {c.ayuda ? (
                <p className="ayuda" id={`${c.nombre}-ayuda`}>
                  {c.ayuda}
                </p>
              ) : null}
              <input
                className="ds-input"
                id={c.nombre}
                name={c.nombre}
                type="password"
                autoComplete={c.auto}
                required
                aria-describedby={c.ayuda ? `${c.nombre}-ayuda` : undefined}
                aria-invalid={error?.campo === c.nombre || undefined}
              />
            </div>
          ))}
          <button type="submit" className="ds-button">
            Cambiar contraseña
          </button>
        </form>
      )}
    </>
  );
}
