import { Link } from 'react-router';
import { dmy } from '../../../kernel/calendario.ts';
import { ASUNTOS } from '../../../modules/sesion/sesion.asuntos.ts';
import { ASUNTO, RESULTADOS } from '../../../modules/sesion/sesion.etiquetas.ts';
import { compromisosDe } from '../../../modules/sesion/sesion.ts';
import type { Tono } from '../../etiquetas.ts';
import type { AsuntoMostrado } from '../../sala/vivo.ts';
import { Chip } from '../piezas.tsx';
import { Compromisos } from './compromisos.tsx';
import { Enmiendas } from './enmiendas.tsx';
import { Boton, Enviar, FormularioDeSala, useSala } from './formulario.tsx';
import { Posiciones, PosicionPropia } from './posiciones.tsx';

/** The item under discussion first and open; the others by their place in the agenda. */
export function Agenda() {
  const { d, vivo } = useSala();
  const actual = vivo.asuntos.find((a) => a.actual);
  const resto = vivo.asuntos.filter((a) => a !== actual);
  return (
    <>
      {actual ? (
        <section className="tarjeta en-debate" aria-labelledby={`t-${actual.n}`} id={`asunto-${actual.n}`}>
          <p className="etiqueta">En debate ahora</p>
          <Asunto a={actual} />
        </section>
      ) : null}
      <section className="tarjeta" aria-labelledby="s-agenda">
        <h2 id="s-agenda">{actual ? 'El resto de la agenda' : 'Agenda'}</h2>
        {vivo.asuntos.every((a) => a.informativo) && vivo.situacion !== 'cerrado' ? (
          <p className="tenue">La agenda aún no tiene asuntos por decidir. Los incluye el sector o cualquier miembro.</p>
        ) : null}
        {vivo.situacion === 'convocado' && d.posibles.includes('IncluirAsunto') && !d.yo.conduce ? (
          <p className="menor">
            <Link to={`/expediente/${d.id}/acto/IncluirAsunto`}>Incluir un asunto</Link>
          </p>
        ) : null}
        {resto.map((a) => (
          <details
            key={a.n}
            id={`asunto-${a.n}`}
            className="asunto-sala"
            open={!actual && a.situacion === 'por_tratar' && vivo.situacion === 'instalado' && resto.length < 4}
          >
            <summary>
              <strong>
                {a.n === 0 ? '' : `${a.n}. `}
                {a.titulo}
              </strong>{' '}
              <Situacion a={a} />
            </summary>
            <Asunto a={a} />
          </details>
        ))}
      </section>
    </>
  );
}

function Situacion({ a }: { a: AsuntoMostrado }) {
  const acordado = a.asunto.acuerdo;
  const tono: Tono = a.situacion === 'acordado' ? 'verde' : a.situacion === 'por_tratar' ? 'azul' : a.situacion === 'tratado' ? 'gris' : 'ambar';
  return <Chip tono={tono}>{acordado && a.situacion === 'acordado' ? RESULTADOS[acordado.resultado] : ASUNTO[a.situacion]}</Chip>;
}

function Asunto({ a }: { a: AsuntoMostrado }) {
  const { d, abierta } = useSala();
  const objeto = d.objetos[a.objeto];
  const { minutos, viene, responsable, cumplimiento, vence, documentos, sintesis } = a.asunto;
  return (
    <>
      {a.actual ? (
        <h2 id={`t-${a.n}`}>
          {a.n === 0 ? '' : `${a.n}. `}
          {a.titulo} <Situacion a={a} />
        </h2>
      ) : null}
      <p className="menor tenue">
        {objeto && a.tipo !== 'SeguimientoDeAcuerdos' ? <Link to={`/expediente/${a.objeto}`}>{objeto.titulo}</Link> : null}
        {minutos ? ` · ${minutos} minutos previstos` : ''}
        {viene ? ` · viene de la ${viene.nombreSesion}` : ''}
        {(documentos ?? []).map((h) => (
          <span key={h}>
            {' '}
            · <a href={`/documento/${h}`}>Documento</a>
          </span>
        ))}
      </p>
      {compromisosDe(a.asunto).length === 0 && (responsable || cumplimiento || vence) ? (
        <p className="menor">
          {responsable ? `Responsable: ${d.sala.entidades[responsable] ?? responsable}. ` : ''}
          {cumplimiento ? `Se cumple cuando: ${cumplimiento.replace(/\.$/, '')}. ` : ''}
          {vence ? `Hasta el ${dmy(vence)}.` : ''}
        </p>
      ) : null}
      {sintesis ? <p className="parrafo">{sintesis}</p> : null}
      {a.tipo === 'SeguimientoDeAcuerdos' ? (
        <>
          <PorSeguir revisa={d.yo.conduce && a.situacion === 'por_tratar' && abierta} />
          <Seguimiento />
        </>
      ) : null}
      {a.informativo ? null : <Decision a={a} />}
      <Compromisos a={a} />
      <Conduccion a={a} />
      <Comentarios a={a} />
    </>
  );
}

function Decision({ a }: { a: AsuntoMostrado }) {
  return (
    <>
      {a.texto.texto ? (
        <>
          <h3>
            {a.situacion === 'acordado' ? 'Texto acordado' : 'Texto que se propone acordar'}
            {a.textos.length > 1 ? ` (texto ${a.texto.n})` : ''}
          </h3>
          <blockquote>{a.texto.texto}</blockquote>
        </>
      ) : null}
      {a.ronda.n > 1 ? (
        <p className="menor">
          Ronda {a.ronda.n} de concertación{a.ronda.cierra ? `, hasta el ${dmy(a.ronda.cierra)}` : ''} (parámetro de la comisión).
        </p>
      ) : null}
      <Posiciones a={a} />
      <PosicionPropia a={a} />
      <Enmiendas a={a} />
    </>
  );
}

/** Agreements that somebody still owes, overdue first, each with its review when the session is under way. */
function PorSeguir({ revisa }: { revisa: boolean }) {
  const { d } = useSala();
  if (d.porSeguir.length === 0) return null;
  return (
    <>
      <h3>Por cumplir</h3>
      <ul className="limpia menor">
        {d.porSeguir.map((x) => (
          <li key={x.id}>
            <Chip tono={x.estado.tono}>{x.estado.texto}</Chip> <Link to={`/expediente/${x.id}`}>{x.titulo}</Link> · {x.oficina} · hasta el {dmy(x.vence)}. Se
            cumple cuando: {x.cumplimiento.replace(/\.$/, '')}.
            {revisa ? (
              <>
                {' '}
                <Link to={`/expediente/${x.id}/acto/RevisarEnSesion?sesion=${d.id}`} aria-label={`Revisar en esta sesión: ${x.titulo}`}>
                  Revisar en esta sesión
                </Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <h3>Adoptados en sesiones anteriores</h3>
    </>
  );
}

function Seguimiento() {
  const { d } = useSala();
  if (d.seguimiento.length === 0) return <p className="tenue">No hay acuerdos de sesiones anteriores.</p>;
  return (
    <ul className="limpia menor">
      {d.seguimiento.map((x) => (
        <li key={`${x.sesion} ${x.asunto}`}>
          <strong>{x.titulo}</strong> · <Link to={`/expediente/${x.sesion}`}>{x.nombreSesion}</Link>, {dmy(x.el)} ·{' '}
          {RESULTADOS[x.resultado as keyof typeof RESULTADOS] ?? x.resultado}
          {x.responsable ? ` · ${x.responsable}` : ''}
          {x.vence ? ` · hasta el ${dmy(x.vence)}` : ''}
        </li>
      ))}
    </ul>
  );
}

/** What the sector that conducts can do with an item. Agreements open their own form. */
function Conduccion({ a }: { a: AsuntoMostrado }) {
  const { d, abierta } = useSala();
  if (!d.yo.conduce || !abierta || a.situacion !== 'por_tratar') return null;
  const puede = d.acuerdos.includes(a.tipo);
  return (
    <div className="conduccion">
      <h3>Conducción</h3>
      {a.falta.length > 0 ? (
        <div className="impedido">
          <p>
            <strong>Aún no puede acordarse.</strong>
          </p>
          {a.falta.map((f) => (
            <p key={f}>{f} (6.6)</p>
          ))}
        </div>
      ) : null}
      <div className="botones">
        {a.actual ? null : <Boton acto="PonerEnDebate" asunto={a.n} texto="Pasar a este asunto" />}
        {puede && a.falta.length === 0 ? (
          <Link className="ds-button" data-size="sm" to={`/expediente/${d.id}/acto/${a.tipo}?asunto=${a.n}`}>
            Adoptar el acuerdo
          </Link>
        ) : null}
        {a.informativo ? null : <Boton acto="AbrirRonda" asunto={a.n} texto="Abrir otra ronda" conVersion />}
      </div>
      {a.informativo ? (
        <FormularioDeSala acto="DarPorTratado" asunto={a.n}>
          {(v) => (
            <div className="campo">
              <label htmlFor={`sintesis-${a.n}`}>Síntesis para el acta</label>
              <textarea className="ds-input" id={`sintesis-${a.n}`} name="sintesis" rows={3} required defaultValue={String(v.sintesis ?? '')} />
              <Enviar texto="Dar por tratado" chico />
            </div>
          )}
        </FormularioDeSala>
      ) : null}
      <p className="menor">
        <Link to={`/expediente/${d.id}/acto/DiferirAsunto?asunto=${a.n}`}>Diferir</Link>
        {a.informativo ? null : (
          <>
            {' '}
            · <Link to={`/expediente/${d.id}/acto/${sinConsensoDe(a)}?asunto=${a.n}`}>Dejar constancia de que no hay consenso</Link>
          </>
        )}{' '}
        · <Link to={`/expediente/${d.id}/acto/MoverAsunto?asunto=${a.n}`}>Cambiar de lugar</Link>
      </p>
    </div>
  );
}

const sinConsensoDe = (a: AsuntoMostrado): string =>
  ASUNTOS[a.tipo as keyof typeof ASUNTOS]?.expediente === 'modelo' ? 'DeclararSinConsenso' : 'DejarSinConsenso';

function Comentarios({ a }: { a: AsuntoMostrado }) {
  const { d, abierta } = useSala();
  const puede = abierta && d.yo.comenta && a.situacion === 'por_tratar';
  if (a.comentarios.length === 0 && !puede) return null;
  return (
    <details className="bloque" open={a.comentarios.length > 0}>
      <summary>Comentarios, con voz</summary>
      <ul className="limpia menor">
        {a.comentarios.map((c) => (
          <li key={`${c.quien} ${c.texto}`}>
            <strong>{c.quien}:</strong> {c.texto}
          </li>
        ))}
      </ul>
      {puede ? (
        <FormularioDeSala acto="ComentarAsunto" asunto={a.n}>
          {(v) => (
            <div className="campo">
              <label htmlFor={`comentario-${a.n}`}>Su comentario</label>
              <p className="ayuda">Queda en el acta y no afecta el consenso.</p>
              <textarea className="ds-input" id={`comentario-${a.n}`} name="texto" rows={2} required defaultValue={String(v.texto ?? '')} />
              <Enviar texto="Comentar" secundario chico />
            </div>
          )}
        </FormularioDeSala>
      ) : null}
    </details>
  );
}
