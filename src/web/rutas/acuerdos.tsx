import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { dmy } from '../../kernel/calendario.ts';
import { creables } from '../acciones.ts';
import { cuantos } from '../formato.ts';
import { oficinaDe } from '../sesion.servidor.ts';
import { Buscador } from '../ui/buscador.tsx';
import { Chip, Encabezado, Paginas, Tabla, Vacio } from '../ui/piezas.tsx';
import { estadoDe, leerAcuerdos, POR_PAGINA } from './acuerdos.servidor.ts';

const RUTA = '/acuerdos';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = oficinaDe(context, request);
  const p = new URL(request.url).searchParams;
  const { filas, comisiones, responsables, ...r } = await leerAcuerdos(deps, p);
  return {
    ...r,
    consulta: [...p.entries()].filter(([k]) => k !== 'pagina'),
    comisiones: [{ valor: '', texto: 'Todas' }, ...comisiones.map((c) => ({ valor: c.id, texto: c.nombre }))],
    responsables: [{ valor: '', texto: 'Todos' }, { valor: 'mi-oficina', texto: 'Mi oficina' }, ...responsables.map((e) => ({ valor: e.id, texto: e.nombre }))],
    nuevo: creables(deps, 'acuerdo')[0]?.titulo,
    filas: filas.map((f) => ({
      id: f.id,
      titulo: f.titulo,
      nota: [f.codigo, f.nombreSesion, f.demo ? 'demostración' : null].filter(Boolean).join(' · '),
      comision: f.nombreCig,
      oficina: nombreDeCargo(f.cargo),
      entidad: f.entidadNombre,
      vence: dmy(f.vence),
      estado: estadoDe(f),
      avance: f.situacion === 'cumplido' ? null : f.avance,
      reprogramado: f.reprogramaciones > 0 ? `reprogramado ${cuantos(f.reprogramaciones, 'vez', 'veces')}` : null,
    })),
  };
}

type Datos = Awaited<ReturnType<typeof loader>>;

/** Agreements of the CIG to follow up: overdue first (6.6, 7.3.2.a). */
export default function Acuerdos() {
  const d = useLoaderData<typeof loader>();
  const filtrada = Boolean(d.q || d.cig || d.estado || d.responsable);
  const consulta = new URLSearchParams(d.consulta);
  return (
    <>
      <Encabezado
        titulo="Acuerdos por seguir"
        bajada={`${cuantos(d.total, 'acuerdo', 'acuerdos')}${d.vencidos > 0 ? `, ${cuantos(d.vencidos, 'vencido', 'vencidos')}` : ''}. La responsabilidad es de la oficina, no de la persona.`}
      >
        {d.nuevo ? (
          <Link className="ds-button" to="/nuevo/RegistrarCompromiso">
            {d.nuevo}
          </Link>
        ) : null}
      </Encabezado>
      <Buscador
        a={RUTA}
        q={d.q}
        pista="Acuerdo o número"
        filtros={[
          { nombre: 'cig', etiqueta: 'Comisión', valor: d.cig, opciones: d.comisiones },
          { nombre: 'responsable', etiqueta: 'Responsable', valor: d.responsable, opciones: d.responsables },
          { nombre: 'estado', etiqueta: 'Estado', valor: d.estado, opciones: d.estados },
        ]}
      />
      {d.filas.length === 0 ? (
        <Vacio titulo={filtrada ? 'Ningún acuerdo coincide' : 'Todavía no hay acuerdos por seguir'}>
          <p>
            {filtrada
              ? 'Quite algún filtro o busque con menos palabras.'
              : 'Cuando una sesión de la CIG acuerde algo con responsable y fecha, quien conduce la comisión abre aquí su seguimiento.'}
          </p>
          {filtrada ? <Link to={RUTA}>Quitar los filtros</Link> : <Link to="/sesiones">Ver las sesiones</Link>}
        </Vacio>
      ) : (
        <Filas d={d} />
      )}
      <Paginas pagina={d.pagina} total={d.total} tamano={POR_PAGINA} a={(n) => `${RUTA}?${new URLSearchParams([...d.consulta, ['pagina', String(n)]])}`} />
      {d.filas.length > 0 ? (
        <p>
          <a href={`/acuerdos.csv?${consulta}`}>Descargar en CSV</a>
        </p>
      ) : null}
    </>
  );
}

function Filas({ d }: { d: Datos }) {
  return (
    <div className="en-tarjetas">
      <Tabla titulo="Acuerdos por seguir">
        <thead>
          <tr>
            <th scope="col">Acuerdo</th>
            <th scope="col">Estado</th>
            <th scope="col">Oficina responsable</th>
            <th scope="col">Vence</th>
            <th scope="col">Comisión</th>
          </tr>
        </thead>
        <tbody>
          {d.filas.map((f) => (
            <tr key={f.id}>
              <th scope="row">
                <Link to={`/expediente/${f.id}`}>{f.titulo}</Link>
                <span className="tenue menor detalle">{f.nota}</span>
              </th>
              <td data-etiqueta="Estado">
                <Chip tono={f.estado.tono}>{f.estado.texto}</Chip>
                {f.avance === null ? null : <span className="tenue menor detalle">{f.avance} % de avance</span>}
              </td>
              <td data-etiqueta="Responsable">
                <span>
                  {f.oficina}
                  <span className="tenue menor detalle">{f.entidad}</span>
                </span>
              </td>
              <td data-etiqueta="Vence">
                <span>
                  {f.vence}
                  {f.reprogramado ? <span className="tenue menor detalle">{f.reprogramado}</span> : null}
                </span>
              </td>
              <td data-etiqueta="Comisión">{f.comision}</td>
            </tr>
          ))}
        </tbody>
      </Tabla>
    </div>
  );
}
