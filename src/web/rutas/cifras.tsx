import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { useBorrador } from '../formulario/borrador.ts';
import { AvisoDePegado, celdaEn, lugarDe, usePegado } from '../indicadores/pegado.tsx';
import { datosDeRejilla, reportarRejilla } from '../indicadores/rejilla.servidor.ts';
import { nombreDeCelda } from '../indicadores/rejilla.ts';
import { oficinaDe } from '../sesion.servidor.ts';
import { Aviso, Encabezado, Numerales, Tabla, Vacio } from '../ui/piezas.tsx';

export function loader({ request, params, context }: LoaderFunctionArgs) {
  return datosDeRejilla(oficinaDe(context, request), params, new URL(request.url).searchParams);
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return reportarRejilla(oficinaDe(context, request), params, request);
}

type Datos = Awaited<ReturnType<typeof loader>>;
type Devuelto = Exclude<Awaited<ReturnType<typeof reportarRejilla>>, Response>['data'];

/** Grid to report: typed, pasted from a spreadsheet, or sent as a plain form. An empty cell reports nothing. */
export default function Cifras() {
  const d = useLoaderData<typeof loader>();
  const devuelto = useActionData<typeof action>() as Devuelto | undefined;
  const borrador = useBorrador(d.borrador, devuelto !== undefined);
  const tabla = useRef<HTMLDivElement>(null);

  const pegado = usePegado(tabla, borrador.guardar);
  const mover = (e: KeyboardEvent<HTMLInputElement>) => {
    if (pegado.deshacerConTecla(e)) return;
    const en = e.currentTarget;
    const paso: Readonly<Record<string, [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const [df, dc] = paso[e.key] ?? [0, 0];
    if (e.ctrlKey || e.metaKey || (df === 0 && dc === 0)) return;
    // Inside a text the arrows still move the cursor.
    if (dc === -1 && en.selectionStart !== 0) return;
    if (dc === 1 && en.selectionEnd !== en.value.length) return;
    const [f, c] = lugarDe(en);
    const destino = celdaEn(tabla.current, f + df, c + dc);
    if (e.key === 'Enter' || destino) e.preventDefault();
    destino?.focus();
    destino?.select();
  };

  return (
    <>
      <Encabezado
        titulo="Reportar cifras"
        bajada={d.titulo}
        migas={[{ texto: 'Indicadores', a: '/indicadores' }, { texto: d.titulo, a: `/indicadores/${d.id}` }, { texto: 'Reportar cifras' }]}
      >
        <Link to={`/indicadores/${d.id}/importar`} reloadDocument>
          Cargar un archivo
        </Link>
      </Encabezado>
      <p className="tenue">
        <Numerales lista={['8.17', '8.18']} /> · Unidad: {d.unidad}. {d.numerador}
        {d.denominador ? ` / ${d.denominador}` : ''}
      </p>
      <Eleccion d={d} />
      {devuelto?.revision ? <Revision avisos={devuelto.revision} /> : devuelto ? <Problemas devuelto={devuelto} /> : null}
      {borrador.hallado ? (
        <Aviso titulo={`Usted dejó esta tabla a medias el ${borrador.hallado}.`}>
          <p className="botones">
            <button type="button" className="ds-button" data-variant="secondary" onClick={borrador.recuperar}>
              Recuperar lo escrito
            </button>
            <button type="button" className="boton-enlace" onClick={borrador.descartar}>
              Descartarlo
            </button>
          </p>
        </Aviso>
      ) : null}
      {d.filas.length === 0 ? (
        <Vacio titulo="No hay territorios que reportar aquí">
          <p>Este indicador se recoge por {d.captura}. Elija un territorio de su jurisdicción.</p>
        </Vacio>
      ) : (
        <form
          method="post"
          className="tarjeta"
          ref={borrador.formulario}
          onInput={borrador.guardar}
          onSubmit={borrador.enviar}
          key={devuelto ? JSON.stringify(devuelto.escrito) : `${d.territorio} ${d.hasta} ${d.categoria}`}
        >
          <input type="hidden" name="_csrf" value={d.csrf} />
          <input type="hidden" name="_clave" value={d.clave} />
          <input type="hidden" name="_nuevo" value={devuelto?.comunes.nuevo || d.nuevo} />
          <p className="ayuda" id="ayuda-celdas">
            En gris, la cifra vigente. Deje vacío lo que no cambia: un vacío no es cero. Escriba «s/d» si no hay dato, «n/a» si no aplica, o el número seguido
            de «r» si es reservado. Puede pegar celdas de una hoja de cálculo y moverse con las flechas.
          </p>
          <div ref={tabla}>
            <Rejilla d={d} devuelto={devuelto} pegar={pegado.pegar} mover={mover} />
          </div>
          <AvisoDePegado pegado={pegado} />
          {d.sobran > 0 ? <p className="tenue">Faltan {d.sobran} territorios: elija una parte más pequeña, o cargue un archivo.</p> : null}
          <div className="campo">
            <label htmlFor="motivo">
              Motivo de la corrección <span className="opcional">(si cambia cifras ya reportadas)</span>
            </label>
            <textarea className="ds-input" id="motivo" name="motivo" rows={2} maxLength={2000} defaultValue={devuelto?.comunes.motivo} />
          </div>
          <p className="botones">
            <button type="submit" name="enviar" value="si" className="ds-button" aria-disabled={borrador.enviando || undefined}>
              Enviar las cifras
            </button>
            <button type="submit" name="enviar" value="no" className="ds-button" data-variant="secondary" aria-disabled={borrador.enviando || undefined}>
              Guardar como borrador
            </button>
            <button type="submit" name="enviar" value="revisar" className="ds-button" data-variant="secondary" aria-disabled={borrador.enviando || undefined}>
              Revisar sin registrar
            </button>
            <a href={`/indicadores/${d.id}`}>Volver sin reportar</a>
          </p>
          <p className="tenue menor">El borrador lo ve su entidad y no cuenta en los totales hasta que lo envía quien responde por las cifras.</p>
        </form>
      )}
    </>
  );
}

function Rejilla({
  d,
  devuelto,
  pegar,
  mover,
}: {
  d: Datos;
  devuelto: Devuelto | undefined;
  pegar: (e: ClipboardEvent<HTMLInputElement>) => void;
  mover: (e: KeyboardEvent<HTMLInputElement>) => void;
}) {
  const doble = d.partes.length > 1;
  return (
    <Tabla titulo="Cifras por territorio y periodo">
      <thead className="rejilla-cifras">
        <tr>
          <th scope="col" rowSpan={doble ? 2 : 1}>
            Territorio
          </th>
          {d.periodos.map((p) => (
            <th key={p.valor} scope="colgroup" colSpan={d.partes.length} className="num">
              {p.corto}
              {p.abierto ? <span className="menor detalle">abierto</span> : null}
            </th>
          ))}
        </tr>
        {doble ? (
          <tr>
            {d.periodos.flatMap((p) =>
              d.partes.map((x) => (
                <th key={`${p.valor}${x.parte}`} scope="col" className="num">
                  {x.nombre}
                </th>
              )),
            )}
          </tr>
        ) : null}
      </thead>
      <tbody className="rejilla-cifras">
        {d.filas.map((f, i) => (
          <tr key={f.id}>
            <th scope="row">{f.nombre}</th>
            {d.periodos.flatMap((p, j) =>
              d.partes.map((x, k) => {
                const nombre = nombreDeCelda(f.id, p.valor, x.parte);
                const error = devuelto?.errores[nombre];
                return (
                  <td key={nombre} className="num">
                    <input
                      className="ds-input"
                      id={`c-${nombre.replaceAll(':', '-')}`}
                      name={nombre}
                      inputMode="text"
                      autoComplete="off"
                      aria-label={`${f.nombre}, ${p.nombre}${doble ? `, ${x.nombre.toLowerCase()}` : ''}${f.actual[j]?.[x.parte] ? `; vigente: ${f.actual[j]?.[x.parte]}` : ''}`}
                      aria-describedby="ayuda-celdas"
                      aria-invalid={error ? true : undefined}
                      placeholder={f.actual[j]?.[x.parte] || undefined}
                      defaultValue={devuelto?.escrito[nombre]}
                      data-f={i}
                      data-c={j * d.partes.length + k}
                      onPaste={pegar}
                      onKeyDown={mover}
                    />
                  </td>
                );
              }),
            )}
          </tr>
        ))}
      </tbody>
    </Tabla>
  );
}

/** What looks odd in what was typed: it can be sent all the same. */
function Revision({ avisos }: { avisos: NonNullable<Devuelto['revision']> }) {
  const visibles = avisos.slice(0, 30);
  if (avisos.length === 0)
    return (
      <Aviso tono="verde" titulo="Sin avisos" rol="status">
        <p>Las cifras están dentro de lo esperado. Todavía no se registró nada: envíelas o guárdelas como borrador.</p>
      </Aviso>
    );
  return (
    <Aviso tono="ambar" titulo={avisos.length === 1 ? 'Una cifra que mirar' : `${avisos.length} avisos`} rol="status">
      <ul>
        {visibles.map((a) => (
          <li key={`${a.celda} ${a.motivo}`}>{a.celda ? <a href={`#c-${a.celda.replaceAll(':', '-')}`}>{a.motivo}</a> : a.motivo}</li>
        ))}
      </ul>
      {avisos.length > visibles.length ? <p>Se muestran {visibles.length}.</p> : null}
      <p>Un aviso no impide enviar: si la cifra es correcta, envíela y explíquela en el reporte. Todavía no se registró nada.</p>
    </Aviso>
  );
}

function Problemas({ devuelto }: { devuelto: Devuelto }) {
  return (
    <Aviso tono="rojo" titulo={devuelto.titulo} rol="alert">
      <ul>
        {devuelto.impedimentos.map((i) => (
          <li key={i.motivo}>
            {i.motivo} {i.numeral ? `(numeral ${i.numeral}) ` : ''}
            {i.remedio}
          </li>
        ))}
        {Object.entries(devuelto.errores)
          .slice(0, 30)
          .map(([celda, motivo]) => (
            <li key={celda}>
              <a href={`#c-${celda.replaceAll(':', '-')}`}>{motivo}</a>
            </li>
          ))}
      </ul>
      <p>Nada se registró. Lo que escribió se conserva abajo.</p>
    </Aviso>
  );
}

/** Which part of the table; the address holds it. */
function Eleccion({ d }: { d: Datos }) {
  const lista = (nombre: string, etiqueta: string, valor: string, opciones: readonly { valor: string; texto: string }[]) =>
    opciones.length < 2 ? null : (
      <div className="campo ds-field">
        <label htmlFor={`r-${nombre}`}>{etiqueta}</label>
        <select className="ds-input" id={`r-${nombre}`} name={nombre} defaultValue={valor}>
          {opciones.map((o) => (
            <option key={o.valor} value={o.valor}>
              {o.texto}
            </option>
          ))}
        </select>
      </div>
    );
  return (
    <form method="get" action={`/indicadores/${d.id}/cifras`} className="filtros" aria-label="Qué parte de la tabla">
      {lista('territorio', 'Territorio', d.territorio, d.territorios)}
      {lista('categoria', 'Desagregación', d.categoria, d.categorias)}
      <div className="campo ds-field">
        <label htmlFor="r-hasta">Último periodo</label>
        <input className="ds-input" id="r-hasta" name="hasta" defaultValue={d.hasta} autoComplete="off" />
      </div>
      {lista(
        'periodos',
        'Periodos',
        String(d.cuantos),
        Array.from({ length: d.maximo }, (_, i) => ({ valor: String(i + 1), texto: String(i + 1) })),
      )}
      <div className="campo">
        <button type="submit" className="ds-button" data-variant="secondary">
          Ver
        </button>
      </div>
    </form>
  );
}
