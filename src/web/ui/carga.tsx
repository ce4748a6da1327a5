import type { DatosDeCarga } from '../rutas/cargar.servidor.ts';
import { type Opcion, Seleccion, Texto } from './gestion.tsx';
import { Aviso, Tarjeta } from './piezas.tsx';

const ORIGEN = {
  propuesto: 'Es lo que se entendió de las cabeceras y de los datos: corríjalo si hace falta.',
  guardado: 'Es lo que se confirmó la última vez con las mismas cabeceras.',
  elegido: 'Es lo que usted eligió.',
} as const;

/** How the columns of the file become figures. A plain form that asks for the page again: works without scripts, the address keeps it. */
export function MapeoDeColumnas({ d }: { d: DatosDeCarga }) {
  const columnas: Opcion[] = d.columnas.map((c) => ({ valor: c, texto: c }));
  const de = (nombre: string) => {
    const falta = d.faltas.find((f) => f.campo === nombre);
    return { forma: 'mapeo', nombre, valor: undefined, error: falta && { numeral: '8.18', motivo: falta.motivo, remedio: falta.remedio ?? '' } };
  };
  const columna = (
    nombre: 'codigo' | 'departamento' | 'provincia' | 'distrito' | 'periodo' | 'parte' | 'valor' | 'categoria',
    etiqueta: string,
    ayuda?: string,
  ) => <Seleccion de={de(nombre)} etiqueta={etiqueta} ayuda={ayuda} opciones={columnas} vacia="Ninguna" valor={d.mapeo[nombre]} opcional />;
  return (
    <Tarjeta titulo="Columnas del archivo" id="mapeo">
      <p>{ORIGEN[d.origen]}</p>
      {d.faltas.length > 0 ? (
        <Aviso tono="rojo" titulo="Falta completar o corregir el mapeo; nada se guardó." rol="alert">
          <ul>
            {d.faltas.map((f) => (
              <li key={f.campo}>
                <a href={`#mapeo-${idDe(d, f.campo)}`}>{f.motivo}</a> {f.remedio}
              </li>
            ))}
          </ul>
        </Aviso>
      ) : null}
      <form method="get" action={d.direccion} className="formulario">
        <input type="hidden" name="m" value="1" />
        {d.filtros.length > 0 ? <Filtros d={d} /> : null}
        <Seleccion
          de={de('sistema')}
          etiqueta="Cómo identifica los territorios"
          opciones={[
            { valor: 'inei', texto: 'Por código INEI (ubigeo)' },
            { valor: 'reniec', texto: 'Por código RENIEC' },
            { valor: 'nombres', texto: 'Por sus nombres' },
          ]}
          valor={d.mapeo.sistema}
        />
        {columna('codigo', 'Columna del código', 'Vacía si los territorios se identifican por sus nombres.')}
        {columna('departamento', 'Columna del departamento')}
        {d.captura === 'provincia' || d.captura === 'distrito' ? columna('provincia', 'Columna de la provincia') : null}
        {d.captura === 'distrito' ? columna('distrito', 'Columna del distrito') : null}
        {columna('periodo', 'Columna del periodo', 'Vacía si todo el archivo es de un periodo, o si hay una columna por periodo.')}
        {d.parte ? columna('parte', `Columna del ${d.parte}`, 'Solo si la del periodo trae nada más que el año.') : null}
        <Texto
          de={de('periodoFijo')}
          etiqueta="Periodo de todo el archivo"
          ayuda="Solo si ninguna columna lo dice."
          valor={d.mapeo.periodoFijo}
          maximo={40}
          opcional
        />
        {d.columnasDePeriodo.length > 0 ? (
          <fieldset className="campo" id="mapeo-anchas">
            <legend>Columnas que son un periodo</legend>
            {d.columnasDePeriodo.map((c) => (
              <div className="casilla" key={c}>
                <input type="checkbox" id={`mapeo-anchas-${c}`} name="anchas" value={c} defaultChecked={d.mapeo.anchas.includes(c)} />
                <label htmlFor={`mapeo-anchas-${c}`}>{c}</label>
              </div>
            ))}
          </fieldset>
        ) : null}
        {columna('valor', `Columna del valor: ${d.numerador}`)}
        {d.denominador ? (
          <Seleccion
            de={de('denominador')}
            etiqueta={`Columna o elemento del denominador: ${d.denominador}`}
            opciones={d.denominadores.map((c) => ({ valor: c, texto: c }))}
            vacia="Ninguna"
            valor={d.mapeo.denominador}
            opcional
          />
        ) : null}
        {d.desagregaciones.length > 0 ? (
          <>
            {columna('categoria', 'Columna de la categoría', 'Vacía si las cifras son del total.')}
            <Seleccion
              de={de('desagregacion')}
              etiqueta="Característica que contiene esa columna"
              opciones={d.desagregaciones.map((x) => ({ valor: x, texto: x }))}
              vacia="Ninguna"
              valor={d.mapeo.desagregacion}
              opcional
            />
          </>
        ) : null}
        <Seleccion
          de={de('repetidas')}
          etiqueta="Si un territorio y periodo se repiten"
          opciones={[
            { valor: 'rechazar', texto: 'Rechazar las filas repetidas' },
            { valor: 'sumar', texto: 'Sumarlas: son partes de un total' },
            ...(d.denominador ? [] : [{ valor: 'contar', texto: 'Contar filas: cada una es una unidad' }]),
          ]}
          valor={d.mapeo.repetidas}
        />
        <Seleccion
          de={de('vacias')}
          etiqueta="Si el territorio está en blanco"
          opciones={[
            { valor: 'rechazar', texto: 'Rechazar la fila' },
            { valor: 'heredar', texto: 'El de la fila de arriba: son celdas combinadas' },
          ]}
          valor={d.mapeo.vacias}
        />
        <Seleccion
          de={de('ceros')}
          etiqueta="Qué significa un cero"
          opciones={[
            { valor: 'valor', texto: 'Cero: es una cifra' },
            { valor: 'sin_dato', texto: 'Sin dato' },
          ]}
          valor={d.mapeo.ceros}
        />
        {d.esMensaje ? null : (
          <Seleccion
            de={de('decimal')}
            etiqueta="Separador de decimales"
            opciones={[
              { valor: 'automatico', texto: 'El que se reconozca' },
              { valor: 'punto', texto: 'Punto' },
              { valor: 'coma', texto: 'Coma' },
            ]}
            valor={d.mapeo.decimal}
          />
        )}
        {d.equivalencias.length > 0 ? <Equivalencias d={d} /> : null}
        <button type="submit" className="ds-button" data-variant="secondary">
          Revisar con este mapeo
        </button>
      </form>
    </Tarjeta>
  );
}

/** Id of the field that a fault names. */
function idDe(d: DatosDeCarga, campo: string): string {
  if (campo === 'filtros') return 'fi-0';
  const i = d.equivalencias.findIndex((e) => `eq:${e.escrito}` === campo);
  return i < 0 ? campo : `eq-${i}`;
}

/** Which rows of the file are of this indicator. */
function Filtros({ d }: { d: DatosDeCarga }) {
  const falta = d.faltas.find((f) => f.campo === 'filtros');
  return (
    <fieldset className={falta ? 'campo con-error' : 'campo'} id="mapeo-filtros" aria-describedby={falta ? 'mapeo-filtros-error' : undefined}>
      <legend>Datos del archivo que son de este indicador</legend>
      {falta ? (
        <p className="error" id="mapeo-filtros-error">
          {falta.motivo} {falta.remedio}
        </p>
      ) : null}
      {d.filtros.map((f, i) => (
        <div className="campo" key={f.columna}>
          <label htmlFor={`mapeo-fi-${i}`}>{f.columna === 'dataElement' ? 'Elemento de datos (dataElement)' : f.columna}</label>
          <input type="hidden" name="fic" value={f.columna} />
          <select className="ds-input" id={`mapeo-fi-${i}`} name="fiv" defaultValue={f.valor}>
            <option value="">{f.columna === 'dataElement' ? 'Elija uno' : 'Todos'}</option>
            {f.valores.map((v) => (
              <option key={v} value={v}>
                {v}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  );
}

function Equivalencias({ d }: { d: DatosDeCarga }) {
  return (
    <fieldset className="campo">
      <legend>Territorios que el catálogo no conoce</legend>
      <p className="ayuda">Escriba el código INEI del que corresponde a cada uno, o déjelo vacío para rechazar sus filas.</p>
      {d.equivalencias.map((e, i) => {
        const falta = d.faltas.find((f) => f.campo === `eq:${e.escrito}`);
        return (
          <div className={falta ? 'campo con-error' : 'campo'} key={e.escrito}>
            <label htmlFor={`mapeo-eq-${i}`}>
              «{e.escrito.split('|').filter(Boolean).join(', ') || 'vacío'}» {e.filas > 0 ? `(${e.filas === 1 ? '1 fila' : `${e.filas} filas`})` : ''}
            </label>
            {falta ? (
              <p className="error" id={`mapeo-eq-${i}-error`}>
                {falta.motivo}
              </p>
            ) : null}
            <input type="hidden" name="eqd" value={e.escrito} />
            <input
              className="ds-input corto"
              id={`mapeo-eq-${i}`}
              name="eqa"
              list="territorios-sugeridos"
              defaultValue={e.codigo}
              maxLength={6}
              autoComplete="off"
              aria-invalid={falta ? true : undefined}
              aria-describedby={falta ? `mapeo-eq-${i}-error` : undefined}
            />
          </div>
        );
      })}
      <datalist id="territorios-sugeridos">
        {d.sugerencias.map((s) => (
          <option key={s.valor} value={s.valor}>
            {s.texto}
          </option>
        ))}
      </datalist>
    </fieldset>
  );
}
