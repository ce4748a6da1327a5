import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Advertencia } from '../../kernel/tipos.ts';
import { Advertencias, Aviso, Numeral } from './piezas.tsx';

/** A refusal as the summary of errors shows it. */
export interface ErrorDeForma {
  campo?: string;
  numeral: string;
  motivo: string;
  remedio: string;
}

/** What a page with several forms answers to one of them. `forma` says which. */
export type Respuesta =
  | {
      ok: true;
      forma: string;
      titulo: string;
      detalle?: string;
      advertencias: Advertencia[];
      secreto?: { etiqueta: string; valor: string };
      enlace?: { texto: string; a: string };
    }
  | { ok: false; forma: string; errores: ErrorDeForma[]; valores: Record<string, string> };

export interface Opcion {
  valor: string;
  texto: string;
}

interface Envio {
  csrf: string;
  /** Idempotency key, for the forms that perform an acto. */
  clave?: string;
  version?: number;
}

interface PropsDeForma {
  nombre: string;
  boton: string;
  /** What the button says to who does not see around it; begins with `boton`. */
  etiquetaDeBoton?: string;
  envio: Envio;
  respuesta: Respuesta | undefined;
  /** `principal` carries the accent: one per page. */
  principal?: boolean;
  archivo?: boolean;
  ocultos?: Readonly<Record<string, string>>;
  children?: (campo: (nombre: string) => EstadoDeCampo) => ReactNode;
}

interface EstadoDeCampo {
  forma: string;
  nombre: string;
  valor: string | undefined;
  error: ErrorDeForma | undefined;
}

/** Form of a page that has several: keeps what was typed when it is refused and says why above it. */
export function Forma({ nombre, boton, etiquetaDeBoton, envio, respuesta, principal = false, archivo = false, ocultos = {}, children }: PropsDeForma) {
  const propia = respuesta?.forma === nombre && !respuesta.ok ? respuesta : undefined;
  const campo = (n: string): EstadoDeCampo => ({ forma: nombre, nombre: n, valor: propia?.valores[n], error: propia?.errores.find((e) => e.campo === n) });
  return (
    <form method="post" encType={archivo ? 'multipart/form-data' : undefined} className="formulario">
      {propia ? <ResumenDeErrores forma={nombre} errores={propia.errores} /> : null}
      <input type="hidden" name="_csrf" value={envio.csrf} />
      <input type="hidden" name="forma" value={nombre} />
      {envio.clave ? <input type="hidden" name="clave" value={envio.clave} /> : null}
      {envio.version === undefined ? null : <input type="hidden" name="version" value={envio.version} />}
      {Object.entries(ocultos).map(([k, v]) => (
        <input key={k} type="hidden" name={k} value={v} />
      ))}
      {children?.(campo)}
      <button type="submit" className="ds-button" data-variant={principal ? undefined : 'secondary'} aria-label={etiquetaDeBoton}>
        {boton}
      </button>
    </form>
  );
}

function ResumenDeErrores({ forma, errores }: { forma: string; errores: readonly ErrorDeForma[] }) {
  return (
    <div className="resumen-errores" role="alert">
      <h3>No se registró</h3>
      <ul>
        {errores.map((e) => (
          <li key={`${e.campo} ${e.motivo}`}>
            {e.campo ? <a href={`#${forma}-${e.campo}`}>{e.motivo}</a> : e.motivo} {e.remedio}
            {e.numeral ? (
              <span className="sin-corte">
                {' '}
                (numeral <Numeral n={e.numeral} />)
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PropsDeCampo {
  de: EstadoDeCampo;
  etiqueta: string;
  ayuda?: string;
  opcional?: boolean;
  valor?: string;
}

function Marco({ de, etiqueta, ayuda, opcional, children }: PropsDeCampo & { children: ReactNode }) {
  const id = `${de.forma}-${de.nombre}`;
  return (
    <div className={de.error ? 'campo con-error' : 'campo'}>
      <label htmlFor={id}>
        {etiqueta} {opcional ? <span className="opcional">(opcional)</span> : null}
      </label>
      {ayuda ? (
        <p className="ayuda" id={`${id}-ayuda`}>
          {ayuda}
        </p>
      ) : null}
      {de.error ? (
        <p className="error" id={`${id}-error`}>
          {de.error.motivo}
        </p>
      ) : null}
      {children}
    </div>
  );
}

function atributos({ de, ayuda, opcional, valor }: PropsDeCampo) {
  const id = `${de.forma}-${de.nombre}`;
  const describe = [ayuda ? `${id}-ayuda` : '', de.error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    name: de.nombre,
    required: !opcional,
    defaultValue: de.valor ?? valor,
    'aria-describedby': describe || undefined,
    'aria-invalid': de.error ? true : undefined,
  };
}

/** One line: text, date, address… */
export function Texto({ tipo = 'text', maximo, auto, ...p }: PropsDeCampo & { tipo?: 'text' | 'date' | 'email'; maximo?: number; auto?: string }) {
  return (
    <Marco {...p}>
      <input className={tipo === 'date' ? 'ds-input corto' : 'ds-input'} type={tipo} maxLength={maximo} autoComplete={auto ?? 'off'} {...atributos(p)} />
    </Marco>
  );
}

export function TextoLargo(p: PropsDeCampo) {
  return (
    <Marco {...p}>
      <textarea className="ds-input" maxLength={2000} {...atributos(p)} />
    </Marco>
  );
}

export function Seleccion({ opciones, vacia, ...p }: PropsDeCampo & { opciones: readonly Opcion[]; vacia?: string }) {
  return (
    <Marco {...p}>
      <select className="ds-input" {...atributos(p)}>
        {vacia === undefined ? null : <option value="">{vacia}</option>}
        {opciones.map((o) => (
          <option key={o.valor} value={o.valor}>
            {o.texto}
          </option>
        ))}
      </select>
    </Marco>
  );
}

export function Casilla({ de, etiqueta, obligatoria = false }: { de: EstadoDeCampo; etiqueta: string; obligatoria?: boolean }) {
  const id = `${de.forma}-${de.nombre}`;
  return (
    <div className="campo casilla">
      <input type="checkbox" id={id} name={de.nombre} value="si" required={obligatoria} defaultChecked={de.valor === 'si'} />
      <label htmlFor={id}>{etiqueta}</label>
    </div>
  );
}

export function Archivo({ acepta, ...p }: PropsDeCampo & { acepta: string }) {
  const { defaultValue: _, ...atrs } = atributos(p);
  return (
    <Marco {...p}>
      <input className="ds-input" type="file" accept={acepta} {...atrs} />
    </Marco>
  );
}

/** What was done, with its warnings; a secret is shown here and nowhere else. */
export function Hecho({ respuesta }: { respuesta: Respuesta | undefined }) {
  if (!respuesta?.ok) return null;
  const { titulo, detalle, secreto, enlace, advertencias } = respuesta;
  return (
    <>
      <Aviso tono="verde" titulo={titulo}>
        {detalle ? <p>{detalle}</p> : null}
        {secreto ? (
          <>
            <p>
              {secreto.etiqueta} <strong className="secreto">{secreto.valor}</strong>
            </p>
            <p>Cópielo ahora: no se guarda y no volverá a mostrarse.</p>
          </>
        ) : null}
        {enlace ? (
          <p>
            <Link to={enlace.a}>{enlace.texto}</Link>
          </p>
        ) : null}
      </Aviso>
      {advertencias.length > 0 ? (
        <Aviso tono="ambar" titulo="Quedó registrado con advertencias.">
          <Advertencias lista={advertencias} />
        </Aviso>
      ) : null}
    </>
  );
}
