import { Aviso, Chip, Tabla, Tarjeta } from '../ui/piezas.tsx';
import type { DatosDeIndicador } from './datos.servidor.ts';
import { Pie } from './partes.tsx';

/** Where each chosen territory goes, read against its target (8.17). */
export function Camino({ d }: { d: DatosDeIndicador }) {
  if (d.caminos.length === 0) return null;
  return (
    <Tarjeta titulo="Hacia la meta" id="meta">
      <Tabla titulo="Avance y tendencia hacia la meta" visible>
        <thead>
          <tr>
            <th scope="col">Territorio</th>
            <th scope="col">Lectura</th>
            <th scope="col" className="num">
              Última cifra
            </th>
            <th scope="col" className="num">
              Meta
            </th>
            <th scope="col" className="num">
              Avance
            </th>
            <th scope="col" className="num">
              Por periodo
            </th>
            <th scope="col" className="num">
              Proyección
            </th>
          </tr>
        </thead>
        <tbody>
          {d.caminos.map((c) => (
            <tr key={c.territorio}>
              <th scope="row">{c.territorio}</th>
              <td>
                <Chip tono={c.tono}>{c.texto}</Chip>
              </td>
              <td className="num">{c.ultimo}</td>
              <td className="num">{c.meta}</td>
              <td className="num">{c.avance}</td>
              <td className="num">{c.tendencia}</td>
              <td className="num">{c.proyectado}</td>
            </tr>
          ))}
        </tbody>
      </Tabla>
      <p className="tenue menor">
        Avance: parte recorrida desde la línea de base hasta la meta. Proyección: valor en el periodo de la meta, con la mediana de las pendientes entre las
        últimas cifras, hasta ocho (Theil–Sen). Pide al menos tres, no cruza un cambio de método y supone que todo sigue igual: no es un pronóstico.
      </p>
      <Pie d={d} de={d.territorio.nombre} />
    </Tarjeta>
  );
}

/** Surveys behind the figures, with what lets anybody judge them (8.18). */
export function Percepcion({ d }: { d: DatosDeIndicador }) {
  const p = d.percepcion;
  const registrar =
    d.admiteEncuestas && !d.publico ? (
      <p>
        <a href={`/nuevo/RegistrarEncuesta?indicador=${d.id}`}>Registrar una encuesta</a>
      </p>
    ) : null;
  if (!p)
    return registrar ? (
      <Tarjeta titulo="Encuestas" id="encuestas">
        <p className="tenue">
          Aún no hay encuestas de este periodo. Con su ficha técnica y sus resultados, el margen de error se calcula y se ve en el gráfico.
        </p>
        {registrar}
      </Tarjeta>
    ) : null;
  return (
    <Tarjeta titulo="Encuestas de donde salen las cifras" id="encuestas">
      {p.comparacion ? <Aviso tono="azul">{p.comparacion}</Aviso> : null}
      <Tabla titulo="Encuestas" visible>
        <thead>
          <tr>
            <th scope="col">Encuesta</th>
            <th scope="col">Periodo</th>
            <th scope="col" className="num">
              Muestra
            </th>
            <th scope="col" className="num">
              Respuesta
            </th>
            <th scope="col">Diseño</th>
            <th scope="col">Campo</th>
            <th scope="col">Aplicó</th>
          </tr>
        </thead>
        <tbody>
          {p.filas.map((f) => (
            <tr key={f.id}>
              <th scope="row">
                {d.publico ? f.nombre : <a href={`/expediente/${f.id}`}>{f.nombre}</a>}
                <span className="tenue menor detalle">«{f.pregunta}»</span>
              </th>
              <td>{f.periodo}</td>
              <td className="num">{f.muestra}</td>
              <td className="num">{f.respuesta}</td>
              <td>{f.diseno}</td>
              <td>{f.campo}</td>
              <td>{f.aplico}</td>
            </tr>
          ))}
        </tbody>
      </Tabla>
      <p className="tenue menor">
        Los márgenes (±) son al {p.confianza} de confianza, con el efecto de diseño y la corrección por población finita. El de un total reúne los de sus
        territorios, cada uno con el peso de su población.
      </p>
      {registrar}
    </Tarjeta>
  );
}
