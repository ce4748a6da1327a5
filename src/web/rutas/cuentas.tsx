import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { listarCuentas } from '../../platform/auth/cuentas.lista.ts';
import { crearCuenta } from '../../platform/auth/cuentas.ts';
import { cuantos, fechaHora } from '../formato.ts';
import { opcional, paginaDe, responder, responderNegado } from '../gestion.servidor.ts';
import { administracionDe, formulario, texto } from '../sesion.servidor.ts';
import { Forma, Hecho, Texto } from '../ui/gestion.tsx';
import { Chip, Encabezado, Paginas, Tabla, Vacio } from '../ui/piezas.tsx';

const POR_PAGINA = 50;
const CAMINO = [{ texto: 'Administración', a: '/administracion' }, { texto: 'Cuentas' }];
const ESTADOS = { activas: true, desactivadas: false } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = administracionDe(context, request);
  const p = new URL(request.url).searchParams;
  const q = p.get('q')?.trim() ?? '';
  const estado = p.get('estado') ?? '';
  const pagina = paginaDe(p);
  const activas = estado in ESTADOS ? ESTADOS[estado as keyof typeof ESTADOS] : undefined;
  const { total, filas } = await listarCuentas(deps.db, { buscar: q, activas, pagina, tamano: POR_PAGINA }, deps.ahora());
  return {
    csrf: deps.csrf,
    q,
    estado,
    pagina,
    total,
    filas: filas.map((f) => ({
      id: f.id,
      nombre: `${f.apellidos}, ${f.nombres}`,
      correo: f.correo,
      activa: f.activa,
      bloqueada: f.bloqueada,
      demo: f.demo,
      ingreso: f.ultimoIngreso ? fechaHora(f.ultimoIngreso) : null,
      oficinas: f.oficinas.map((o) => ({ id: o.designacion, texto: `${nombreDeCargo(o.cargo)} · ${o.entidadNombre}` })),
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = administracionDe(context, request);
  const datos = await formulario(deps, request);
  const persona = { nombres: texto(datos, 'nombres'), apellidos: texto(datos, 'apellidos'), dni: opcional(datos, 'dni'), correo: texto(datos, 'correo') };
  const r = await crearCuenta(deps.db, deps.quien, persona, deps.ahora());
  if (!r.ok) return responderNegado(datos, r);
  return responder(datos, {
    ok: true,
    logro: {
      titulo: 'La cuenta quedó creada.',
      detalle:
        'Entregue la contraseña a la persona por un medio seguro; la cambiará al ingresar por primera vez. Para que pueda actuar, desígnela en una oficina.',
      enlace: { texto: 'Abrir la cuenta y designar', a: `/administracion/cuentas/${r.cuenta}` },
      secreto: { etiqueta: `Contraseña inicial de ${persona.correo.trim()}:`, valor: r.clave },
    },
  });
}

type Datos = Awaited<ReturnType<typeof loader>>;

export default function AdminCuentas() {
  const d = useLoaderData<typeof loader>();
  const respuesta = useActionData<typeof action>();
  return (
    <>
      <Encabezado titulo="Cuentas" bajada={cuantos(d.total, 'cuenta', 'cuentas')} migas={CAMINO} />
      <Hecho respuesta={respuesta} />
      <details className="tarjeta" open={respuesta?.ok === false}>
        <summary>
          <strong>Crear una cuenta</strong>
        </summary>
        <NuevaCuenta csrf={d.csrf} respuesta={respuesta} />
      </details>
      <Filtros d={d} />
      {d.filas.length === 0 ? (
        <Vacio titulo={d.q || d.estado ? 'Ninguna cuenta coincide' : 'Todavía no hay cuentas'}>
          <p>
            {d.q || d.estado ? 'Busque con menos palabras o quite los filtros. No hace falta escribir tildes.' : 'Cree la primera con el formulario de arriba.'}
          </p>
          {d.q || d.estado ? <Link to="/administracion/cuentas">Quitar los filtros</Link> : null}
        </Vacio>
      ) : (
        <Filas d={d} />
      )}
      <Paginas
        pagina={d.pagina}
        total={d.total}
        tamano={POR_PAGINA}
        a={(n) => `/administracion/cuentas?${new URLSearchParams({ q: d.q, estado: d.estado, pagina: String(n) })}`}
      />
    </>
  );
}

function NuevaCuenta({ csrf, respuesta }: { csrf: string; respuesta: ReturnType<typeof useActionData<typeof action>> }) {
  return (
    <Forma nombre="crear" boton="Crear cuenta" envio={{ csrf }} respuesta={respuesta} principal>
      {(campo) => (
        <>
          <Texto de={campo('nombres')} etiqueta="Nombres" ayuda="Como figuran en el DNI." maximo={100} />
          <Texto de={campo('apellidos')} etiqueta="Apellidos" maximo={100} />
          <Texto de={campo('dni')} etiqueta="DNI" ayuda="Ocho dígitos. Solo lo ve la administración." maximo={8} opcional />
          <Texto de={campo('correo')} etiqueta="Correo institucional" ayuda="Con él ingresa a la plataforma." tipo="email" maximo={200} />
        </>
      )}
    </Forma>
  );
}

function Filtros({ d }: { d: Datos }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the `search` landmark by role works in every browser of today.
    <form method="get" className="filtros" role="search">
      <div className="campo ds-field">
        <label htmlFor="q">Buscar</label>
        <input className="ds-input" id="q" name="q" type="search" defaultValue={d.q} placeholder="Nombre, DNI o correo" />
      </div>
      <div className="campo ds-field">
        <label htmlFor="estado">Estado</label>
        <select className="ds-input" id="estado" name="estado" defaultValue={d.estado}>
          <option value="">Todas</option>
          <option value="activas">Activas</option>
          <option value="desactivadas">Desactivadas</option>
        </select>
      </div>
      <div className="campo">
        <button type="submit" className="ds-button" data-variant="secondary">
          Buscar
        </button>
      </div>
    </form>
  );
}

function Filas({ d }: { d: Datos }) {
  return (
    <Tabla titulo="Cuentas">
      <thead>
        <tr>
          <th scope="col">Persona</th>
          <th scope="col">Oficinas vigentes</th>
          <th scope="col">Estado</th>
          <th scope="col" className="num">
            Último ingreso
          </th>
        </tr>
      </thead>
      <tbody>
        {d.filas.map((f) => (
          <tr key={f.id}>
            <th scope="row">
              <Link to={`/administracion/cuentas/${f.id}`}>{f.nombre}</Link>
              <br />
              <span className="tenue menor">{f.correo}</span>
            </th>
            <td>
              {f.oficinas.length === 0 ? <span className="tenue">Ninguna</span> : null}
              <ul className="limpia">
                {f.oficinas.map((o) => (
                  <li key={o.id}>{o.texto}</li>
                ))}
              </ul>
            </td>
            <td>
              <Chip tono={!f.activa ? 'gris' : f.bloqueada ? 'rojo' : 'verde'}>{!f.activa ? 'Desactivada' : f.bloqueada ? 'Bloqueada' : 'Activa'}</Chip>{' '}
              {f.demo ? <Chip>Demostración</Chip> : null}
            </td>
            <td className="num">{f.ingreso ?? <span className="tenue">Nunca</span>}</td>
          </tr>
        ))}
      </tbody>
    </Tabla>
  );
}
