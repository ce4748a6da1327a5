import { Link } from 'react-router';
import type { FichaMostrada } from '../fichas.ts';
import { Forma, type Respuesta, Texto, TextoLargo } from './gestion.tsx';
import { Chip, Tabla, Tarjeta } from './piezas.tsx';

interface DesignacionMostrada {
  id: string;
  version: number;
  oficina: string;
  entidad: string;
  calidad: string;
  documento: string | null;
  desde: string;
  hasta: string | null;
  situacion: { texto: string; tono: 'gris' | 'verde' | 'ambar' | 'azul' | 'rojo' };
  terminable: boolean;
}

interface PropsDeDesignaciones {
  d: { csrf: string; clave: string; hoy: string; persona: string; propia: boolean; activa: boolean; designaciones: readonly DesignacionMostrada[] };
  respuesta: Respuesta | undefined;
}

/** Offices of a person, with the form that ends each one. */
export function Designaciones({ d, respuesta }: PropsDeDesignaciones) {
  return (
    <section className="tarjeta" aria-labelledby="oficinas-titulo">
      <div className="titulo-seccion">
        <h2 id="oficinas-titulo">Oficinas</h2>
        {d.propia || !d.activa ? null : <Link to={`/nuevo/DesignarOficina?persona=${d.persona}`}>Designar en una oficina</Link>}
      </div>
      {d.designaciones.length === 0 ? <p className="tenue">Ninguna: la persona puede ingresar, pero no actúa hasta que se la designe.</p> : null}
      <ul className="limpia lista-oficinas">
        {d.designaciones.map((x) => (
          <li key={x.id}>
            <h3>
              <Link to={`/expediente/${x.id}`}>{x.oficina}</Link>
            </h3>
            <p>
              {x.entidad} · {x.calidad}
              {x.documento ? ` · ${x.documento}` : ''}
            </p>
            <p className="fila-chips">
              <Chip tono={x.situacion.tono}>{x.situacion.texto}</Chip>
              <span className="tenue">{x.hasta ? `del ${x.desde} al ${x.hasta}` : `desde el ${x.desde}, sin término`}</span>
            </p>
            {x.terminable ? <Terminar x={x} d={d} respuesta={respuesta} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Terminar({ x, d, respuesta }: PropsDeDesignaciones & { x: DesignacionMostrada }) {
  const nombre = `terminar-${x.id}`;
  return (
    <details open={respuesta?.forma === nombre && !respuesta.ok}>
      <summary>Terminar la designación</summary>
      <Forma nombre={nombre} boton="Terminar la designación" envio={{ csrf: d.csrf, clave: `${d.clave}-${x.id}`, version: x.version }} respuesta={respuesta}>
        {(campo) => (
          <>
            <Texto de={campo('hasta')} etiqueta="Último día" ayuda="Desde el día siguiente ya no ejerce el cargo." tipo="date" valor={d.hoy} />
            <TextoLargo de={campo('motivo')} etiqueta="Motivo" ayuda="Queda en la cronología de la designación." />
          </>
        )}
      </Forma>
    </details>
  );
}

/** Tokens of an account, each with the button that revokes it. */
export function CadaFicha({ fichas, csrf, respuesta }: { fichas: readonly FichaMostrada[]; csrf: string; respuesta: Respuesta | undefined }) {
  if (fichas.length === 0) return null;
  return (
    <ul className="limpia lista-oficinas">
      {fichas.map((f) => (
        <li key={f.id}>
          <h3>{f.nombre}</h3>
          <p>{f.oficina}</p>
          <p className="fila-chips">
            <Chip tono={f.activa ? 'verde' : 'gris'}>{f.estado}</Chip>
            <span className="tenue">
              vence el {f.vence} · {f.uso ? `último uso: ${f.uso}` : 'sin uso todavía'}
            </span>
          </p>
          {f.activa ? (
            <Forma
              nombre={`revocar-${f.id}`}
              boton="Revocar la ficha"
              etiquetaDeBoton={`Revocar la ficha «${f.nombre}»`}
              envio={{ csrf }}
              respuesta={respuesta}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

interface Suceso {
  en: string;
  que: string;
  detalle: string;
  por: string;
  a: string | null;
}

/** Sign-ins, what the administration did and the hechos of the designations, the latest first. */
export function HistoriaDeCuenta({ d }: { d: { historia: readonly Suceso[]; masHistoria: boolean } }) {
  return (
    <Tarjeta titulo="Historia" id="historia">
      <p className="bajada">Ingresos, lo que hizo la administración y los hechos de sus designaciones. Nadie puede cambiarla ni borrarla.</p>
      <Tabla titulo="Historia de la cuenta">
        <thead>
          <tr>
            <th scope="col">Fecha y hora</th>
            <th scope="col">Qué ocurrió</th>
            <th scope="col">Por</th>
          </tr>
        </thead>
        <tbody>
          {d.historia.map((s, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order and two notes may be equal.
            <tr key={i}>
              <td className="sin-corte">{s.en}</td>
              <th scope="row">
                {s.a ? <Link to={s.a}>{s.que}</Link> : s.que}
                {s.detalle ? <span className="tenue menor detalle">{s.detalle}</span> : null}
              </th>
              <td>{s.por}</td>
            </tr>
          ))}
        </tbody>
      </Tabla>
      {d.masHistoria ? <p className="tenue menor">Se muestran los 100 últimos sucesos.</p> : null}
    </Tarjeta>
  );
}
