import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { useBorrador } from '../formulario/borrador.ts';
import { Campos, type Errores } from '../formulario/formulario.tsx';
import { oficinaDe } from '../sesion.servidor.ts';
import { Aviso, Encabezado, Numerales, Vacio } from '../ui/piezas.tsx';
import { type DatosDelFormulario, datosDelFormulario, realizar } from './acto.servidor.ts';

export function loader({ request, params, context }: LoaderFunctionArgs) {
  return datosDelFormulario(oficinaDe(context, request), params, new URL(request.url).searchParams);
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return realizar(oficinaDe(context, request), params, request);
}

type Devuelto = Exclude<Awaited<ReturnType<typeof realizar>>, Response>['data'];

/** The form of an acto, made from its schema. Works without scripts; what was typed survives any refusal. */
export default function Acto() {
  const d = useLoaderData<typeof loader>();
  const devuelto = useActionData<typeof action>() as Devuelto | undefined;
  const borrador = useBorrador(d.borrador, devuelto !== undefined);
  const { acto, expediente } = d;
  if (d.antes && !devuelto) return <ElegirIndicador titulo={acto.titulo} lista={d.antes} />;
  return (
    <>
      <Encabezado
        titulo={acto.titulo}
        bajada={acto.resumen}
        migas={
          expediente
            ? [{ texto: expediente.titulo, a: `/expediente/${expediente.id}` }, { texto: acto.titulo }]
            : [{ texto: 'Mi bandeja', a: '/bandeja' }, { texto: acto.titulo }]
        }
      />
      <p className="tenue">
        <Numerales lista={acto.numerales} />
      </p>
      <Problemas devuelto={devuelto} previos={d.impedimentos} />
      {borrador.hallado ? (
        <Aviso titulo={`Usted dejó este formulario a medias el ${borrador.hallado}.`}>
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
      <form
        method="post"
        encType="multipart/form-data"
        className="tarjeta formulario"
        ref={borrador.formulario}
        onInput={borrador.guardar}
        onSubmit={borrador.enviar}
        key={devuelto ? JSON.stringify(devuelto.valores) : 'nuevo'}
      >
        <input type="hidden" name="_csrf" value={d.csrf} />
        <input type="hidden" name="_clave" value={devuelto && devuelto.titulo === '' ? devuelto.comunes.clave : d.clave} />
        <input type="hidden" name="_nuevo" value={devuelto?.comunes.nuevo || d.nuevo} />
        {expediente ? <input type="hidden" name="_version" value={expediente.version} /> : null}
        <Campos
          campos={d.campos}
          valores={(devuelto?.valores ?? d.valores) as Record<string, unknown>}
          comun={{
            opciones: d.opciones,
            errores: porCampo(devuelto),
            candidatos: devuelto?.candidatos ?? {},
            filas: { ...devuelto?.filas, ...borrador.filas },
          }}
        />
        <Comunes d={d} devuelto={devuelto} />
        <p className="botones">
          <button type="submit" className="ds-button" aria-disabled={borrador.enviando || undefined}>
            {borrador.enviando ? 'Registrando…' : acto.titulo}
          </button>
          <a href={expediente ? `/expediente/${expediente.id}` : '/bandeja'}>Volver sin registrar</a>
        </p>
      </form>
    </>
  );
}

/** Figures are of an indicator: which one comes first. */
function ElegirIndicador({ titulo, lista }: { titulo: string; lista: NonNullable<DatosDelFormulario['antes']> }) {
  return (
    <>
      <Encabezado titulo={titulo} bajada="Elija primero el indicador." migas={[{ texto: 'Mi bandeja', a: '/bandeja' }, { texto: titulo }]} />
      {lista.length === 0 ? (
        <Vacio titulo="No hay indicadores que su entidad reporte">
          <p>
            Los define el sector que conduce el servicio (numeral 8.17). Cuando haya uno que se recoja en su territorio aparecerá aquí; mientras tanto vea los{' '}
            <a href="/indicadores">indicadores de los servicios</a>.
          </p>
        </Vacio>
      ) : (
        <section className="tarjeta" aria-label="Indicadores que su entidad puede reportar">
          <ul className="limpia">
            {lista.map((i) => (
              <li key={i.id}>
                <a href={`/indicadores/${i.id}/cifras`}>{i.nombre}</a>{' '}
                <span className="tenue menor">
                  {i.detalle}
                  {' · '}
                  <a href={`/indicadores/${i.id}/importar`} aria-label={`Cargar un archivo de ${i.nombre}`}>
                    Cargar un archivo
                  </a>
                </span>
              </li>
            ))}
          </ul>
          <p className="tenue">
            <a href="/indicadores">Buscar en todos los indicadores</a>
          </p>
        </section>
      )}
    </>
  );
}

function porCampo(devuelto: Devuelto | undefined): Errores {
  const errores: Record<string, string[]> = {};
  for (const i of devuelto?.impedimentos ?? []) if (i.campo) errores[i.campo] = [...(errores[i.campo] ?? []), i.motivo];
  return errores;
}

function Problemas({ devuelto, previos }: { devuelto: Devuelto | undefined; previos: DatosDelFormulario['impedimentos'] }) {
  const lista = devuelto?.titulo ? devuelto.impedimentos : previos;
  if (lista.length === 0) return null;
  return (
    <Aviso tono={devuelto?.titulo ? 'rojo' : 'ambar'} titulo={devuelto?.titulo || 'No es posible ahora'} rol="alert">
      <ul>
        {lista.map((i) => (
          <li key={`${i.campo} ${i.motivo}`}>
            {i.campo ? <a href={`#c-${i.campo.replaceAll(/[^A-Za-z0-9]+/g, '-')}`}>{i.motivo}</a> : i.motivo} {i.numeral ? `(numeral ${i.numeral}) ` : ''}
            {i.remedio}
          </li>
        ))}
      </ul>
      {devuelto?.titulo ? <p>Nada se registró. Lo que escribió se conserva abajo.</p> : null}
    </Aviso>
  );
}

/** Legal date, and who decided when it is another office of the same entity. */
function Comunes({ d, devuelto }: { d: DatosDelFormulario; devuelto: Devuelto | undefined }) {
  return (
    <fieldset>
      <legend>Del acto</legend>
      <div className="campo">
        <label htmlFor="c-ocurridoEl">Fecha del acto</label>
        <input className="ds-input corto" type="date" id="c-ocurridoEl" name="_ocurridoEl" max={d.hoy} defaultValue={devuelto?.comunes.ocurridoEl || d.hoy} />
      </div>
      <div className="campo">
        <label htmlFor="c-cargo">Lo decidió otra oficina de su entidad o sector</label>
        <p className="ayuda">Por ejemplo el despacho ministerial o un concejo. Quedan anotados quien decidió y quien registra.</p>
        <select className="ds-input" id="c-cargo" name="_cargo" defaultValue={devuelto?.comunes.cargo ?? ''}>
          <option value="">No, lo decide mi oficina</option>
          {d.cargos.map((c) => (
            <option key={c.valor} value={c.valor}>
              {c.texto}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}
