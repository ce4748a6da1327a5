import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { administracionDe, formulario } from '../sesion.servidor.ts';
import { CadaFicha, Designaciones, HistoriaDeCuenta } from '../ui/cuenta.tsx';
import { Casilla, Forma, Hecho, type Respuesta, Texto } from '../ui/gestion.tsx';
import { Aviso, Chip, Encabezado, Tarjeta } from '../ui/piezas.tsx';
import { type DatosDeCuenta, datosDeCuenta, gestionarCuenta } from './cuenta-administrada.servidor.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return datosDeCuenta(administracionDe(context, request), params.id);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = administracionDe(context, request);
  return gestionarCuenta(deps, params.id, await formulario(deps, request));
}

interface Props {
  d: DatosDeCuenta;
  respuesta: Respuesta | undefined;
}

/** One account: person, offices, tokens, sign-in and history. */
export default function CuentaAdministrada() {
  const d = useLoaderData<typeof loader>();
  const respuesta = useActionData<typeof action>();
  const nombre = `${d.nombres} ${d.apellidos}`;
  return (
    <>
      <Encabezado
        titulo={nombre}
        bajada={d.correo}
        migas={[{ texto: 'Administración', a: '/administracion' }, { texto: 'Cuentas', a: '/administracion/cuentas' }, { texto: nombre }]}
      />
      <p className="fila-chips espaciada">
        <Chip tono={d.estado.tono}>{d.estado.texto}</Chip>
        {d.suspendidaHasta ? <Chip tono="ambar">{`Ingreso suspendido hasta ${d.suspendidaHasta}`}</Chip> : null}
        {d.debeCambiar && d.conClave ? <Chip tono="azul">Debe cambiar su contraseña</Chip> : null}
        {d.demo ? <Chip>Demostración</Chip> : null}
      </p>
      <Hecho respuesta={respuesta} />
      {d.propia ? (
        <Aviso titulo="Esta es su propia cuenta.">
          <p>
            Nadie restablece, bloquea, desactiva ni designa la suya. Su contraseña y sus fichas están en <Link to="/cuenta">Mi cuenta</Link>.
          </p>
        </Aviso>
      ) : null}
      <Persona d={d} respuesta={respuesta} />
      <Designaciones d={d} respuesta={respuesta} />
      {d.propia || d.suprimida ? null : <Ingreso d={d} respuesta={respuesta} />}
      <Tarjeta titulo="Fichas de la API" id="fichas">
        {d.fichas.length === 0 ? <p className="tenue">No ha creado ninguna.</p> : null}
        <CadaFicha fichas={d.fichas} csrf={d.csrf} respuesta={respuesta} />
      </Tarjeta>
      <HistoriaDeCuenta d={d} />
    </>
  );
}

function Persona({ d, respuesta }: Props) {
  return (
    <Tarjeta titulo="Persona" id="persona">
      <dl className="datos">
        <dt>Nombres y apellidos</dt>
        <dd>{`${d.nombres} ${d.apellidos}`}</dd>
        <dt>DNI</dt>
        <dd>{d.dni ?? <span className="tenue">Sin registrar</span>}</dd>
        <dt>Correo</dt>
        <dd>{d.correo}</dd>
        <dt>Último ingreso</dt>
        <dd>{d.ultimoIngreso ?? <span className="tenue">Nunca</span>}</dd>
      </dl>
      {d.suprimida ? null : (
        <details open={respuesta?.forma === 'corregir' && !respuesta.ok}>
          <summary>Corregir nombre o DNI</summary>
          <Forma nombre="corregir" boton="Corregir" envio={{ csrf: d.csrf }} respuesta={respuesta}>
            {(campo) => (
              <>
                <Texto de={campo('nombres')} etiqueta="Nombres" ayuda="Como figuran en el DNI." maximo={100} valor={d.nombres} />
                <Texto de={campo('apellidos')} etiqueta="Apellidos" maximo={100} valor={d.apellidos} />
                <Texto de={campo('dni')} etiqueta="DNI" ayuda="Ocho dígitos. Solo lo ve la administración." maximo={8} valor={d.dni ?? ''} opcional />
              </>
            )}
          </Forma>
        </details>
      )}
    </Tarjeta>
  );
}

function Ingreso({ d, respuesta }: Props) {
  const envio = { csrf: d.csrf };
  return (
    <Tarjeta titulo="Ingreso" id="ingreso">
      <ul className="limpia acciones-cuenta">
        {d.suspendidaHasta ? (
          <li>
            <p>Tras cinco intentos fallidos, el ingreso está suspendido hasta {d.suspendidaHasta}.</p>
            <Forma nombre="levantar" boton="Levantar la suspensión" envio={envio} respuesta={respuesta} />
          </li>
        ) : null}
        {d.activa ? (
          <li>
            <p>Si la persona olvidó su contraseña, se genera una temporal que se muestra una sola vez. Sus sesiones terminan.</p>
            <Forma nombre="restablecer" boton="Restablecer la contraseña" envio={envio} respuesta={respuesta} principal />
          </li>
        ) : null}
        {d.activa ? (
          <li>
            <p>
              {d.bloqueada
                ? 'La cuenta está bloqueada por seguridad: la persona no ingresa y sus fichas esperan.'
                : 'Si sospecha que otra persona usa la cuenta, bloquéela mientras averigua: no se ingresa y sus fichas esperan.'}
            </p>
            {d.bloqueada ? (
              <Forma nombre="desbloquear" boton="Desbloquear la cuenta" envio={envio} respuesta={respuesta} />
            ) : (
              <Forma nombre="bloquear" boton="Bloquear la cuenta" envio={envio} respuesta={respuesta} />
            )}
          </li>
        ) : null}
        <li>
          <p>
            {d.activa
              ? 'Si la persona dejó de trabajar con la plataforma, desactive la cuenta: sus fichas se revocan y sus actos se conservan. Termine también sus designaciones.'
              : 'La cuenta está desactivada: la persona no ingresa.'}
          </p>
          {d.activa ? (
            <Forma nombre="desactivar" boton="Desactivar la cuenta" envio={envio} respuesta={respuesta} />
          ) : (
            <Forma nombre="reactivar" boton="Reactivar la cuenta" envio={envio} respuesta={respuesta} />
          )}
        </li>
        <li>
          <details open={respuesta?.forma === 'suprimir' && !respuesta.ok}>
            <summary>Suprimir los datos personales (Ley 29733)</summary>
            <p>Borra el nombre, el DNI y el correo a pedido de la persona. No se puede deshacer; los expedientes conservan qué oficina actuó.</p>
            <Forma nombre="suprimir" boton="Suprimir los datos" envio={envio} respuesta={respuesta}>
              {(campo) => <Casilla de={campo('confirma')} etiqueta="La persona lo pidió por escrito y entiendo que no se puede deshacer." obligatoria />}
            </Forma>
          </details>
        </li>
      </ul>
    </Tarjeta>
  );
}
