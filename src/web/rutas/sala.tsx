import { useMemo } from 'react';
import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData, useSearchParams } from 'react-router';
import { CANALES } from '../../directiva/reglamento.ts';
import { dmy } from '../../kernel/calendario.ts';
import { SITUACIONES } from '../../modules/sesion/sesion.etiquetas.ts';
import { type Seguida, useSesionEnVivo } from '../sala/seguir.ts';
import { vivoDe } from '../sala/vivo.ts';
import { oficinaDe } from '../sesion.servidor.ts';
import { Chip, Migas, Numeral } from '../ui/piezas.tsx';
import { Agenda } from '../ui/sala/agenda.tsx';
import { Asistencia, MiAsistencia } from '../ui/sala/asistencia.tsx';
import { Boton, SalaContexto } from '../ui/sala/formulario.tsx';
import { datosDeSala, type Respuesta, realizarEnSala } from './sala.servidor.ts';

export function loader({ request, params, context }: LoaderFunctionArgs) {
  return datosDeSala(oficinaDe(context, request), params.id);
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return realizarEnSala(oficinaDe(context, request), params.id, request);
}

const CONEXION = {
  sin_scripts: { tono: 'gris', texto: 'Recargue para ver lo nuevo' },
  en_vivo: { tono: 'verde', texto: 'En vivo' },
  reconectando: { tono: 'ambar', texto: 'Reconectando' },
} as const;

type Datos = Awaited<ReturnType<typeof loader>>;

/** The session while it is held: what others do appears by itself, and what one types stays. */
export default function Sala() {
  const d = useLoaderData<typeof loader>();
  const devuelta = useActionData<typeof action>() as Respuesta | undefined;
  const [direccion] = useSearchParams();
  const leida = useMemo((): Seguida => ({ estado: d.estado, version: d.version }), [d.estado, d.version]);
  const { estado, version, conexion } = useSesionEnVivo(d.id, leida);
  const vivo = useMemo(() => vivoDe(estado, d.sala), [estado, d.sala]);
  const { tono, texto } = CONEXION[conexion];
  return (
    <SalaContexto value={{ d, version, vivo, devuelta, abierta: estado.situacion === 'instalado' }}>
      <title>{`${d.titulo} · En vivo · Ayni`}</title>
      <header className="encabezado">
        <Migas
          camino={[
            { texto: 'Sesiones de las CIG', a: '/sesiones' },
            { texto: estado.nombreCig, a: `/expediente/${estado.cig}` },
          ]}
        />
        <h1>{estado.nombre}</h1>
        <p className="bajada fila-chips">
          <span>{[`${dmy(estado.fecha)}, ${estado.hora}`, CANALES[estado.modalidad], estado.lugar].filter(Boolean).join(' · ')}</span>
          <Chip tono={estado.situacion === 'instalado' ? 'azul' : 'gris'}>{SITUACIONES[estado.situacion]}</Chip>
          {estado.situacion === 'cerrado' ? null : (
            <span role="status">
              <Chip tono={tono}>{texto}</Chip>
            </span>
          )}
        </p>
        <p className="menor">
          <Link to={`/sesion/${d.id}`} reloadDocument>
            Recargar
          </Link>{' '}
          · <Link to={`/expediente/${d.id}`}>Expediente de la sesión</Link> ·{' '}
          {estado.situacion === 'convocado' ? (
            <a href={`/expediente/${d.id}/invitacion.ics`}>Agregar a mi calendario</a>
          ) : (
            <a href={`/expedientes/${d.id}/documentos/acta.pdf`}>{estado.situacion === 'cerrado' ? 'Acta en PDF' : 'Proyecto de acta en PDF'}</a>
          )}
        </p>
      </header>
      {direccion.has('hecho') ? (
        <p className="aviso verde" role="status">
          <strong>Registrado.</strong>
        </p>
      ) : null}
      <Siguiente d={d} situacion={estado.situacion} fecha={estado.fecha} />
      {estado.situacion === 'instalado' && estado.desde !== estado.fecha ? (
        <p className="aviso ambar" role="status">
          <strong>
            La sesión se instaló el {dmy(estado.desde)}, {estado.desde < estado.fecha ? 'antes' : 'después'} de la fecha de su convocatoria: {dmy(estado.fecha)}
            .
          </strong>{' '}
          Queda como advertencia en el expediente (<Numeral n="6.6" />
          ).
        </p>
      ) : null}
      {estado.cierre ? (
        <p className="aviso azul">
          Sesión por circulación: recibe posiciones hasta el {dmy(estado.cierre.fecha)} a las {estado.cierre.hora}. Quien no responde no adhiere ni objeta (
          <Numeral n="6.6" />
          ).
        </p>
      ) : null}
      <div className="sala">
        <div className="sala-lugar">
          <section className="tarjeta" aria-labelledby="s-yo">
            <h2 id="s-yo">Su lugar en la sesión</h2>
            <p>{d.yo.oficina}</p>
            <p className="tenue menor">{papel(d, estado.situacion)}</p>
            {estado.situacion === 'convocado' && d.yo.conduce ? <Preparar d={d} sinAgenda={vivo.asuntos.every((a) => a.informativo)} /> : null}
            <MiAsistencia />
            {estado.situacion === 'instalado' && d.yo.conduce ? (
              <p className="menor">
                <Link to={`/expediente/${d.id}/acto/IncluirAsunto`}>Incluir un asunto</Link> ·{' '}
                <Link to={`/expediente/${d.id}/acto/InvitarASesion`}>Invitar</Link> · <Link to={`/expediente/${d.id}/acto/CerrarSesion`}>Cerrar la sesión</Link>
              </p>
            ) : null}
          </section>
        </div>
        <div className="sala-cuerpo">
          <Agenda />
        </div>
        <div className="sala-asistencia">
          <Asistencia />
        </div>
      </div>
    </SalaContexto>
  );
}

/** Before the session, its agenda; on its day, installing it. Both are possible at any time. */
function Preparar({ d, sinAgenda }: { d: Datos; sinAgenda: boolean }) {
  const instala = d.hoy >= d.estado.fecha && !sinAgenda;
  const boton = <Boton acto="InstalarSesion" texto="Instalar la sesión" principal={instala} conVersion />;
  return (
    <>
      {instala ? boton : null}
      <p className="botones">
        <Link className="ds-button" data-size="sm" data-variant={instala ? 'secondary' : undefined} to={`/expediente/${d.id}/acto/IncluirAsunto`}>
          {sinAgenda ? 'Incluir asuntos' : 'Incluir otro asunto'}
        </Link>
      </p>
      {instala ? null : boton}
      <p className="menor">
        <a href="#s-agenda">Ver la agenda</a> · <Link to={`/expediente/${d.id}/acto/InvitarASesion`}>Invitar</Link>
      </p>
    </>
  );
}

/** What the session waits for, before and after it is held. */
function Siguiente({ d, situacion, fecha }: { d: Datos; situacion: Datos['estado']['situacion']; fecha: string }) {
  if (situacion === 'convocado')
    return (
      <p className={`aviso ${d.yo.conduce && d.hoy !== fecha ? 'ambar' : 'azul'}`}>
        {d.hoy === fecha ? null : (
          <>
            <strong>
              Está convocada para el {dmy(fecha)}; hoy es {dmy(d.hoy)}.
            </strong>{' '}
            {d.yo.conduce ? 'Hasta entonces, complete su agenda; si la instala hoy, constará la advertencia. ' : null}
          </>
        )}
        {d.yo.conduce
          ? 'Cuando la sesión empiece, instálela: desde entonces los miembros registran asistencia y fijan posición ('
          : 'Podrá registrar su asistencia y fijar posición cuando el sector que la conduce instale la sesión ('}
        <Numeral n="6.6" />
        ). Puede leer ya la agenda.
      </p>
    );
  if (situacion !== 'cerrado') return null;
  return (
    <p className="aviso azul">
      La sesión está cerrada. Lo acordado consta en el <a href={`/expedientes/${d.id}/documentos/acta.pdf`}>acta en PDF</a>.
      {d.yo.conduce ? (
        <>
          {' '}
          Sigue su firma: <Link to={`/nuevo/EmitirDocumento?origen=${d.id}&clase=acta`}>emitir el acta para firma</Link>.
        </>
      ) : null}
    </p>
  );
}

const PUEDE = {
  convocado: 'Podrá fijar posición y proponer enmiendas cuando se instale.',
  instalado: 'Puede fijar posición y proponer enmiendas.',
  cerrado: '',
} as const;

function papel(d: Datos, situacion: Datos['estado']['situacion']): string {
  const { silla, suplente, conduce } = d.yo;
  if (silla?.calidad === 'miembro') return `${suplente ? 'Suplente del asiento' : 'Miembro'}${conduce ? ', y conduce la sesión' : ''}. ${PUEDE[situacion]}`;
  if (silla) return 'Participa con voz: puede comentar; no fija posición.';
  return conduce ? 'Conduce la sesión.' : d.yo.comenta ? 'Participa con voz: puede comentar; no fija posición.' : 'Puede seguir la sesión.';
}
