import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { cuantos, numero } from '../formato.ts';
import { formulario, oficinaDe } from '../sesion.servidor.ts';
import { MapeoDeColumnas } from '../ui/carga.tsx';
import { Casilla, Forma, type Respuesta, TextoLargo } from '../ui/gestion.tsx';
import { Aviso, Chip, Encabezado, Tabla, Tarjeta } from '../ui/piezas.tsx';
import { confirmarCifras, type DatosDeCarga, datosDeCarga } from './cargar.servidor.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return datosDeCarga(oficinaDe(context, request), params, new URL(request.url).searchParams);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = oficinaDe(context, request);
  return confirmarCifras(deps, params, new URL(request.url).searchParams, await formulario(deps, request));
}

/** What a file would change, before any figure does. */
export default function CargarRevision() {
  const d = useLoaderData<typeof loader>();
  const respuesta = useActionData<typeof action>();
  if (d.procesando)
    return (
      <>
        <meta httpEquiv="refresh" content="2" />
        <Encabezado titulo={d.que} />
        <Aviso titulo="El archivo es grande: toma unos segundos.">
          <p>
            Esta página se actualiza sola. <Link to={d.aqui}>Ver si ya está</Link>
          </p>
        </Aviso>
      </>
    );
  return (
    <>
      <Encabezado
        titulo="Revisar las cifras por importar"
        bajada={`${d.nombre} · ${d.archivo}`}
        migas={[{ texto: 'Indicador', a: `/expediente/${d.id}` }, { texto: 'Importar cifras', a: `/indicadores/${d.id}/importar` }, { texto: 'Revisión' }]}
      />
      {d.previo ? (
        <Aviso tono="ambar" titulo="Este mismo archivo ya se importó.">
          <p>
            Figura en el reporte <Link to={`/expediente/${d.previo.id}`}>{d.previo.codigo}</Link>.
          </p>
        </Aviso>
      ) : null}
      {d.efectos ? <Efectos d={d} e={d.efectos} respuesta={respuesta ?? d.respuesta} /> : null}
      <MapeoDeColumnas d={d} />
      <Muestra d={d} />
    </>
  );
}

type E = NonNullable<DatosDeCarga['efectos']>;

function Efectos({ d, e, respuesta }: { d: DatosDeCarga; e: E; respuesta: Respuesta | undefined }) {
  const cambian = e.nuevos + e.cambiados;
  return (
    <>
      <ul className="rejilla" aria-label="Qué pasaría con las cifras">
        {[
          ['Nuevas', e.nuevos],
          ['Cambian', e.cambiados],
          ['Iguales', e.iguales],
          ['Filas o celdas rechazadas', e.rechazadas],
        ].map(([texto, n]) => (
          <li key={texto} className="tarjeta">
            <span className="cifra">{numero(Number(n))}</span>
            <br />
            {texto}
          </li>
        ))}
      </ul>
      <Tarjeta titulo={cambian > 0 ? 'Confirmar la importación' : 'No hay nada que importar'} id="confirmar">
        {cambian === 0 ? (
          <p>
            {e.valores > 0
              ? 'Las cifras en vigor ya son las del archivo.'
              : 'Ninguna fila se puede importar: revise el mapeo de columnas y las filas rechazadas.'}
          </p>
        ) : (
          <>
            <p>
              Todavía no cambió ninguna cifra. Al confirmar entra un solo reporte, de {cuantos(e.valores, 'cifra', 'cifras')}
              {d.envia
                ? ', que cuenta desde ese momento en los totales'
                : ', que queda en borrador hasta que lo envíe quien responde por las cifras de su entidad'}
              . El archivo se conserva con el reporte, y retirarlo devuelve las cifras anteriores.
            </p>
            {e.ceros > 0 ? (
              <p>
                {cuantos(e.ceros, 'cero', 'ceros')} en el archivo: {d.mapeo.ceros === 'valor' ? 'se toman como cifra' : 'se toman como «sin dato»'}.
              </p>
            ) : null}
            <Forma nombre="confirmar" boton="Importar las cifras" envio={{ csrf: d.csrf, clave: d.clave }} respuesta={respuesta} principal>
              {(campo) => (
                <>
                  {e.rechazadas > 0 ? (
                    <Casilla
                      de={campo('soloCorrectas')}
                      etiqueta={`Importar las filas correctas y dejar fuera ${cuantos(e.rechazadas, 'fila o celda con error', 'filas o celdas con error')}`}
                    />
                  ) : null}
                  {e.cambiados > 0 ? (
                    <TextoLargo de={campo('motivo')} etiqueta="Motivo de la corrección" ayuda="Queda con las cifras que cambian." opcional />
                  ) : null}
                </>
              )}
            </Forma>
          </>
        )}
      </Tarjeta>
      <Totales e={e} />
      <Filas d={d} e={e} />
    </>
  );
}

const total = (n: number | null) => (n === null ? <span className="tenue">sin cifras</span> : numero(n));

function Totales({ e }: { e: E }) {
  return (
    <Tarjeta titulo="Total nacional por periodo" id="totales">
      {e.periodos > e.totales.length ? (
        <p className="tenue menor">
          Los últimos {e.totales.length} de {e.periodos}.
        </p>
      ) : null}
      <Tabla titulo="Total nacional por periodo, hoy y con el archivo">
        <thead>
          <tr>
            <th scope="col">Periodo</th>
            <th scope="col">Categoría</th>
            <th scope="col" className="num">
              Cifras del archivo
            </th>
            <th scope="col" className="num">
              Total hoy
            </th>
            <th scope="col" className="num">
              Total con el archivo
            </th>
          </tr>
        </thead>
        <tbody>
          {e.totales.map((t) => (
            <tr key={`${t.periodo} ${t.categoria}`}>
              <th scope="row">{t.nombre}</th>
              <td>{t.categoria || 'Total'}</td>
              <td className="num">{numero(t.valores)}</td>
              <td className="num">{total(t.antes)}</td>
              <td className="num">{total(t.despues)}</td>
            </tr>
          ))}
        </tbody>
      </Tabla>
    </Tarjeta>
  );
}

function Filas({ d, e }: { d: DatosDeCarga; e: E }) {
  const filas = [...e.fallas.map((f) => ({ ...f, rechazada: true })), ...e.avisos.map((f) => ({ ...f, rechazada: false }))].sort((a, b) => a.linea - b.linea);
  if (filas.length === 0) return null;
  const todas = e.rechazadas + e.avisadas;
  return (
    <Tarjeta titulo="Filas que revisar" id="filas">
      <p>
        {filas.length < todas ? `Se muestran ${numero(filas.length)} de ${numero(todas)}. ` : ''}
        <a href={`${d.direccion}/filas.csv${d.consulta ? `?${d.consulta}` : ''}`} download>
          Descargar el reporte por fila (CSV)
        </a>
      </p>
      <Tabla titulo="Filas rechazadas y con avisos">
        <thead>
          <tr>
            <th scope="col" className="num">
              Línea
            </th>
            <th scope="col">Resultado</th>
            <th scope="col">Columna</th>
            <th scope="col">Por qué</th>
          </tr>
        </thead>
        <tbody>
          {filas.map((f) => (
            <tr key={`${f.linea} ${f.columna} ${f.motivo}`}>
              <th scope="row" className="num">
                {f.linea}
              </th>
              <td>{f.rechazada ? <Chip tono="rojo">Rechazada</Chip> : <Chip tono="ambar">Aviso</Chip>}</td>
              <td>{f.columna}</td>
              <td className="ancha">{f.motivo}</td>
            </tr>
          ))}
        </tbody>
      </Tabla>
    </Tarjeta>
  );
}

function Muestra({ d }: { d: DatosDeCarga }) {
  return (
    <Tarjeta titulo="Cómo se lee el archivo" id="muestra">
      <p className="tenue menor">{[d.lectura, ...d.notas].join(' · ')}</p>
      <Tabla titulo="Primeras filas del archivo">
        <thead>
          <tr>
            {d.columnas.map((c) => (
              <th scope="col" key={c}>
                {c}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {d.muestra.map((f) => (
            <tr key={f.join('|')}>
              {d.columnas.map((c, i) => (
                <td key={c}>{f[i]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Tabla>
    </Tarjeta>
  );
}
