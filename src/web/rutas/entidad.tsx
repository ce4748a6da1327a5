import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { dmy, fechaDeLima } from '../../kernel/calendario.ts';
import { findEntidad } from '../../lecturas/entidades.ts';
import { CATALOGO_ID } from '../../modules/catalogo/catalogo.ts';
import { nombreDeHecho, nombreDeValor } from '../etiquetas.ts';
import { fechaHora } from '../formato.ts';
import { administracionDe, noExiste } from '../sesion.servidor.ts';
import { Chip, Encabezado, Tabla, Tarjeta } from '../ui/piezas.tsx';

const RUTA = '/administracion/entidades';

/** Form of an acto of the catalogue, with what the address can fill in. */
const acto = (nombre: string, valores: Record<string, string>) => `/expediente/${CATALOGO_ID}/acto/${nombre}?${new URLSearchParams(valores)}`;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = administracionDe(context, request);
  const hoy = fechaDeLima(deps.ahora());
  const e = await findEntidad(deps.db, params.id ?? '', hoy);
  if (!e) throw noExiste('Esa entidad no está en el catálogo.', 'Búsquela en la lista de entidades.');
  return {
    id: e.id,
    nombre: e.nombre,
    sigla: e.sigla,
    tipo: nombreDeValor(e.tipo),
    nivel: nombreDeValor(e.nivel),
    territorio: e.territorio,
    sector: e.sector,
    porConfirmar: e.nombrePorConfirmar,
    vigente: !e.vigenteHasta || e.vigenteHasta >= hoy,
    terminada: e.vigenteHasta !== null,
    desde: e.vigenteDesde ? dmy(e.vigenteDesde) : null,
    hasta: e.vigenteHasta ? dmy(e.vigenteHasta) : null,
    sucesora: e.sucesora,
    antecesoras: e.antecesoras.map((a) => ({ ...a, hasta: a.hasta ? dmy(a.hasta) : null })),
    organos: e.organos.map((o) => ({ ...o, funcion: nombreDeCargo(o.cargo) })),
    oficinas: e.oficinas.map((o) => ({
      id: o.designacion,
      cargo: nombreDeCargo(o.cargo),
      calidad: nombreDeValor(o.calidad),
      vigencia: o.hasta ? `del ${dmy(o.desde)} al ${dmy(o.hasta)}` : `desde el ${dmy(o.desde)}`,
    })),
    cambios: e.cambios.map((c) => ({ ...c, que: nombreDeHecho('catalogo', c.hecho), el: dmy(c.ocurridoEl), en: fechaHora(c.registradoEn) })),
  };
}

type Datos = Awaited<ReturnType<typeof loader>>;

/** One entity: validity, succession, organs, offices in force and what was recorded of it. */
export default function Entidad() {
  const d = useLoaderData<typeof loader>();
  return (
    <>
      <Encabezado
        titulo={d.nombre}
        bajada={[d.sigla, d.tipo].filter(Boolean).join(' · ')}
        migas={[{ texto: 'Administración', a: '/administracion' }, { texto: 'Entidades', a: RUTA }, { texto: d.sigla ?? d.nombre }]}
      />
      <p className="fila-chips espaciada">
        <Chip tono={d.vigente ? 'verde' : 'gris'}>{d.vigente ? 'Vigente' : 'Terminada'}</Chip>
        {d.porConfirmar ? <Chip tono="ambar">Nombre por confirmar</Chip> : null}
      </p>
      <DatosDeLaEntidad d={d} />
      {d.organos.length > 0 ? <Organos d={d} /> : null}
      <Tarjeta titulo="Oficinas vigentes" id="oficinas">
        {d.oficinas.length === 0 ? (
          <p className="tenue">
            Nadie la representa todavía en la plataforma. Abra la <Link to="/administracion/cuentas">cuenta</Link> de la persona y desígnela.
          </p>
        ) : (
          <ul className="limpia">
            {d.oficinas.map((o) => (
              <li key={o.id}>
                <Link to={`/expediente/${o.id}`}>{o.cargo}</Link>{' '}
                <span className="tenue">
                  {o.calidad}, {o.vigencia}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Tarjeta>
      <Tarjeta titulo="Cambios registrados" id="cambios">
        {d.cambios.length === 0 ? <p className="tenue">Ninguno desde la carga inicial de los catálogos.</p> : null}
        <ul className="limpia">
          {d.cambios.map((c) => (
            <li key={`${c.registradoEn} ${c.hecho}`}>
              <strong>{c.que}</strong>, {c.el}
              {c.detalle ? `: ${c.detalle}` : ''} <span className="tenue menor">(registrado el {c.en})</span>
            </li>
          ))}
        </ul>
        <p>
          <Link to={`/expediente/${CATALOGO_ID}`}>Abrir el expediente de catálogos</Link>
        </p>
      </Tarjeta>
    </>
  );
}

function DatosDeLaEntidad({ d }: { d: Datos }) {
  return (
    <Tarjeta titulo="Datos" id="datos">
      <dl className="datos">
        <dt>Nivel de gobierno</dt>
        <dd>{d.nivel}</dd>
        {d.territorio ? (
          <>
            <dt>Territorio</dt>
            <dd>{`${d.territorio.nombre} (${d.territorio.id})`}</dd>
          </>
        ) : null}
        {d.sector ? (
          <>
            <dt>Sector</dt>
            <dd>
              <Link to={`${RUTA}/${d.sector.id}`}>{d.sector.nombre}</Link>
            </dd>
          </>
        ) : null}
        <dt>Vigencia</dt>
        <dd>{[d.desde ? `desde el ${d.desde}` : null, d.hasta ? `hasta el ${d.hasta}` : 'sin término'].filter(Boolean).join(', ')}</dd>
        {d.sucesora ? (
          <>
            <dt>Le sucede</dt>
            <dd>
              <Link to={`${RUTA}/${d.sucesora.id}`}>{d.sucesora.nombre}</Link>
            </dd>
          </>
        ) : null}
        {d.antecesoras.length > 0 ? (
          <>
            <dt>Sucede a</dt>
            <dd>
              {d.antecesoras.map((a) => (
                <span key={a.id} className="detalle">
                  <Link to={`${RUTA}/${a.id}`}>{a.nombre}</Link>
                  {a.hasta ? `, vigente hasta el ${a.hasta}` : ''}
                </span>
              ))}
            </dd>
          </>
        ) : null}
        <dt>Identificador</dt>
        <dd>
          <code>{d.id}</code>
        </dd>
      </dl>
      <p className="botones">
        <Link className="ds-button" data-variant="secondary" to={acto('CorregirEntidad', { entidad: d.id, nombre: d.nombre, sigla: d.sigla ?? '' })}>
          {d.porConfirmar ? 'Confirmar o corregir el nombre' : 'Corregir el nombre'}
        </Link>
        {d.terminada ? null : (
          <Link className="ds-button" data-variant="secondary" to={acto('RegistrarSucesion', { entidad: d.id })}>
            Registrar su sucesión
          </Link>
        )}
      </p>
    </Tarjeta>
  );
}

function Organos({ d }: { d: Datos }) {
  return (
    <Tarjeta titulo="Órganos" id="organos">
      <p className="bajada">La Directiva los nombra por su función; cada entidad les da su nombre (8.10).</p>
      <Tabla titulo="Órganos de la entidad">
        <thead>
          <tr>
            <th scope="col">Función</th>
            <th scope="col">Nombre en la entidad</th>
            <th scope="col">Estado</th>
          </tr>
        </thead>
        <tbody>
          {d.organos.map((o) => (
            <tr key={o.cargo}>
              <th scope="row">{o.funcion}</th>
              <td>{o.nombre}</td>
              <td>
                <Chip tono={o.porConfirmar ? 'ambar' : 'verde'}>{o.porConfirmar ? 'Por confirmar' : 'Confirmado'}</Chip>{' '}
                <Link
                  to={acto('ConfirmarNombreDeOrgano', { entidad: d.id, cargo: o.cargo, nombre: o.nombre })}
                  aria-label={`${o.porConfirmar ? 'Confirmar' : 'Corregir'} el nombre: ${o.funcion}`}
                >
                  {o.porConfirmar ? 'Confirmar' : 'Corregir'}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </Tabla>
    </Tarjeta>
  );
}
