import { cuantos, numero } from '../formato.ts';
import { Tabla, Tarjeta } from '../ui/piezas.tsx';
import type { DatosDeCalidad } from './calidad.servidor.ts';

/** Who has reported and when, and what looks odd in the figures in force. */
export function Calidad({ q, descarga, periodo }: { q: DatosDeCalidad; descarga: string; periodo: string }) {
  const { total } = q;
  const conAvisos = q.avisos !== undefined;
  return (
    <Tarjeta titulo="Calidad del dato" id="calidad">
      <p>
        Han reportado {numero(total.reportaron)} de {numero(total.esperados)} en {periodo}.{' '}
        {q.plazo
          ? `El plazo terminó el ${q.plazo}: ${total.tarde === 0 ? 'ninguna cifra se envió ni cambió después' : `${cuantos(total.tarde, 'cifra se envió o cambió', 'cifras se enviaron o cambiaron')} después`}.`
          : 'El sector no fijó un plazo.'}{' '}
        <a href={descarga}>Descargar en CSV</a>
      </p>
      {q.filas.length > 0 ? (
        <Tabla titulo={`Quiénes han reportado ${periodo}`}>
          <thead>
            <tr>
              <th scope="col">Territorio</th>
              <th scope="col" className="num">
                Han reportado
              </th>
              <th scope="col" className="num">
                Faltan
              </th>
              {q.plazo ? (
                <th scope="col" className="num">
                  Después del plazo
                </th>
              ) : null}
              {conAvisos ? (
                <th scope="col" className="num">
                  Con avisos por explicar
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {q.filas.map((f) => (
              <tr key={f.id}>
                <th scope="row">
                  <a href={f.a}>{f.nombre}</a>
                </th>
                <td className="num">
                  {numero(f.reportaron)} de {numero(f.esperados)}
                </td>
                <td className="num">{f.faltan > 0 ? numero(f.faltan) : <span className="tenue">0</span>}</td>
                {q.plazo ? <td className="num">{f.tarde > 0 ? numero(f.tarde) : <span className="tenue">0</span>}</td> : null}
                {conAvisos ? <td className="num">{f.avisos ? numero(f.avisos) : <span className="tenue">0</span>}</td> : null}
              </tr>
            ))}
          </tbody>
        </Tabla>
      ) : null}
      <Faltan q={q} />
      {q.avisos ? <Avisos avisos={q.avisos} total={q.totalAvisos} reglas={q.reglas} masivos={q.masivos} /> : null}
    </Tarjeta>
  );
}

function Faltan({ q }: { q: DatosDeCalidad }) {
  if (q.sinListar === 0) return <p>Nadie falta: todos los territorios esperados han reportado.</p>;
  if (q.faltan.length === 0) return <p className="tenue">Elija un territorio de la tabla para ver quiénes faltan, o descargue la lista completa.</p>;
  return (
    <>
      <h3>Faltan {numero(q.sinListar)}</h3>
      <ul>
        {[...Map.groupBy(q.faltan, (f) => f.dentroDe)].map(([dentroDe, lista]) => (
          <li key={dentroDe}>
            {dentroDe ? <strong>{dentroDe}: </strong> : null}
            {lista.map((f) => f.nombre).join(', ')}
          </li>
        ))}
      </ul>
      {q.sinListar > q.faltan.length ? (
        <p className="tenue">Y {numero(q.sinListar - q.faltan.length)} más: elija un territorio, o descargue la lista.</p>
      ) : null}
    </>
  );
}

type DatosDeAvisos = { avisos: NonNullable<DatosDeCalidad['avisos']>; total: number; reglas: number; masivos: readonly string[] };

function Avisos({ avisos, total, reglas, masivos }: DatosDeAvisos) {
  if (total === 0)
    return (
      <>
        <h3>Avisos</h3>
        <p>Ningún aviso: las cifras en vigor están dentro de lo esperado.</p>
      </>
    );
  return (
    <>
      <h3>Avisos ({numero(total)})</h3>
      <p className="tenue">
        Un aviso no cambia la cifra: pide mirarla. La entidad la corrige con otro reporte o la explica; cualquier oficina puede observar el reporte. Reglas,
        versión {reglas}. Los límites están en la ficha.
      </p>
      {masivos.length > 0 ? (
        <p>
          <strong>Avisos en todo el país:</strong> {masivos.join('; ')}. Cuando son tantos, revise el periodo entero (unidad, método, archivo); aquí se detallan
          los primeros.
        </p>
      ) : null}
      <Tabla titulo="Avisos sobre las cifras en vigor">
        <thead>
          <tr>
            <th scope="col">Territorio</th>
            <th scope="col">Aviso</th>
            <th scope="col">Reporte</th>
            <th scope="col">Explicación</th>
          </tr>
        </thead>
        <tbody>
          {avisos.map((a) => (
            <tr key={a.clave}>
              <th scope="row">
                <a href={a.a}>{a.nombre}</a>
                <span className="tenue menor detalle">{[a.dentroDe, a.categoria].filter(Boolean).join(' · ')}</span>
              </th>
              <td>
                {a.regla}
                <span className="menor detalle">
                  {a.valor}
                  {a.esperable ? `; se esperaba ${a.esperable}` : ''}
                </span>
              </td>
              <td>
                {a.de ? (
                  <>
                    <a href={a.de.a}>{a.de.codigo}</a>
                    <span className="tenue menor detalle">{a.de.entidad}</span>
                  </>
                ) : (
                  '—'
                )}
              </td>
              <td className="ancha">{a.explicacion ?? (a.explicar ? <a href={a.explicar}>Explicar</a> : <span className="tenue">Sin explicación</span>)}</td>
            </tr>
          ))}
        </tbody>
      </Tabla>
      {total > avisos.length ? (
        <p className="tenue">
          Se muestran {numero(avisos.length)} de {numero(total)}: elija un territorio, o descargue la lista.
        </p>
      ) : null}
    </>
  );
}
