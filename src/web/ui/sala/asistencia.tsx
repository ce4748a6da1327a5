import { NIVEL } from '../../contenido/cig.ts';
import type { SillaPresente } from '../../sala/vivo.ts';
import { Chip } from '../piezas.tsx';
import { Boton, useSala } from './formulario.tsx';

/** Own attendance: arriving, leaving and coming back. */
export function MiAsistencia() {
  const { d, vivo } = useSala();
  const { silla } = d.yo;
  if (!silla || vivo.situacion === 'cerrado' || d.estado.modalidad === 'circulacion') return null;
  const mia = vivo.asistencia.flatMap((n) => n.sillas).find((s) => s.id === silla.id);
  if (d.hoy < d.estado.fecha && vivo.situacion === 'convocado') return null;
  return mia?.presente ? (
    <>
      <p>
        <Chip tono="verde">Presente</Chip> <span className="tenue menor">{mia.detalle}</span>
      </p>
      <Boton acto="RegistrarSalida" texto="Registrar mi salida" />
    </>
  ) : (
    <>
      <Boton acto="RegistrarAsistencia" texto="Asisto en la sala" oculto={{ modo: 'presencial' }} principal={vivo.situacion === 'instalado'} />
      <Boton acto="RegistrarAsistencia" texto="Asisto en forma virtual" oculto={{ modo: 'virtual' }} />
    </>
  );
}

/** Who is here, by level. What is asked for is the commission's own and never the law. */
export function Asistencia() {
  const { d, vivo } = useSala();
  if (d.estado.modalidad === 'circulacion') return null;
  const antes = vivo.situacion === 'convocado' && d.hoy < d.estado.fecha;
  return (
    <section className="tarjeta" aria-labelledby="s-asistencia">
      <h2 id="s-asistencia">Asistencia y quórum</h2>
      {antes ? (
        <p>La asistencia se registra el día de la sesión.{vivo.pide > 0 ? ` El reglamento de la comisión pide ${vivo.pide} presentes.` : ''}</p>
      ) : (
        <p>
          Presentes: <strong>{vivo.presentes}</strong>
          {vivo.pide > 0 ? ` (el reglamento de la comisión pide ${vivo.pide})` : ''}.{' '}
          {vivo.faltaQuorum ? <Chip tono="ambar">Falta quórum de la comisión</Chip> : null}
        </p>
      )}
      <p className="tenue menor">
        {d.conReglamento
          ? 'El quórum es un parámetro de la comisión; la Directiva no fija ninguno.'
          : 'La comisión no tiene reglamento: no se pide quórum y puede sesionar.'}
      </p>
      {vivo.asistencia.map((n) => (
        <div key={n.nivel}>
          <h3>
            {NIVEL[n.nivel]}
            {antes ? '' : `: ${n.presentes}`}
            {n.pide > 0 ? ` (pide ${n.pide})` : ''}
          </h3>
          {n.sillas.length === 0 ? <Chip tono="ambar">Sin miembro acreditado</Chip> : <Sillas lista={n.sillas} antes={antes} />}
        </div>
      ))}
      {vivo.invitados.length > 0 ? (
        <>
          <h3>Invitados, con voz</h3>
          <ul className="limpia menor">
            {vivo.invitados.map((i) => (
              <li key={`${i.nombre} ${i.tema}`}>
                {i.nombre}: {i.tema}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

const VISIBLES = 8;

function Sillas({ lista, antes }: { lista: readonly SillaPresente[]; antes: boolean }) {
  const orden = [...lista].sort((a, b) => Number(b.presente) - Number(a.presente));
  const visibles = orden.slice(0, VISIBLES);
  const resto = orden.slice(VISIBLES);
  const fila = (s: SillaPresente) => (
    <li key={s.id}>
      {antes ? null : <Chip tono={s.presente ? 'verde' : 'gris'}>{s.presente ? 'Presente' : s.detalle ? 'Se retiró' : 'Sin registro'}</Chip>} {s.nombre}
      {s.calidad === 'miembro' ? '' : ' (con voz)'} {s.detalle ? <span className="tenue">{s.detalle}</span> : null}
    </li>
  );
  return (
    <>
      <ul className="limpia menor">{visibles.map(fila)}</ul>
      {resto.length > 0 ? (
        <details>
          <summary>Ver los demás</summary>
          <ul className="limpia menor">{resto.map(fila)}</ul>
        </details>
      ) : null}
    </>
  );
}
