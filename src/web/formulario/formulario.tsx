import { type Campo, rutaDe } from './campos.ts';
import { fuenteDe, type Oferta, type Opcion, type Opciones } from './opciones.fuente.ts';
import { Sugerencias } from './sugerencias.tsx';

export interface Errores {
  readonly [ruta: string]: readonly string[];
}

interface Comun {
  opciones: Opciones;
  errores: Errores;
  /** What a written name may be, when it was not clear, by field. */
  candidatos: Readonly<Record<string, readonly Opcion[]>>;
  /** Extra blank rows asked for, by field. */
  filas: Readonly<Record<string, number>>;
}

const idDe = (ruta: string): string => `c-${ruta.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;

/** The fields of an acto. `valores` is what was typed or stood before. */
export function Campos({ campos, valores, ruta = '', comun }: { campos: readonly Campo[]; valores: Record<string, unknown>; ruta?: string; comun: Comun }) {
  return campos.map((c) => <UnCampo key={c.clave} campo={c} valor={valores[c.clave] ?? c.porDefecto} ruta={rutaDe(ruta, c.clave)} comun={comun} />);
}

function UnCampo({ campo, valor, ruta, comun }: { campo: Campo; valor: unknown; ruta: string; comun: Comun }) {
  if (campo.control === 'grupo')
    return (
      <fieldset>
        <legend>{campo.titulo}</legend>
        {campo.ayuda ? <p className="ayuda">{campo.ayuda}</p> : null}
        <Campos campos={campo.hijos} valores={(valor ?? {}) as Record<string, unknown>} ruta={ruta} comun={comun} />
      </fieldset>
    );
  if (campo.control === 'filas') return <Filas campo={campo} valor={valor} ruta={ruta} comun={comun} />;
  if (campo.control === 'opciones') return <Casillas campo={campo} valor={valor} ruta={ruta} comun={comun} />;
  const id = idDe(ruta);
  const errores = comun.errores[ruta] ?? [];
  const describe = [campo.ayuda ? `${id}-ayuda` : '', errores.length > 0 ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  if (campo.control === 'casilla')
    return (
      <div className="campo casilla">
        <label>
          <input type="checkbox" id={id} name={ruta} defaultChecked={valor === true} aria-describedby={describe} /> {campo.titulo}
        </label>
        <Ayuda id={id} texto={campo.ayuda} errores={errores} />
      </div>
    );
  return (
    <div className={errores.length > 0 ? 'campo con-error' : 'campo'}>
      <label htmlFor={id}>
        {campo.titulo}
        {campo.obligatorio || campo.enFilaVacia || campo.condicional || campo.porDefecto !== undefined ? null : (
          <span className="tenue menor"> (opcional)</span>
        )}
      </label>
      <Ayuda id={id} texto={campo.ayuda} errores={errores} />
      <Control
        campo={campo}
        valor={valor}
        ruta={ruta}
        id={id}
        comun={comun}
        atributos={{ 'aria-describedby': describe, 'aria-invalid': errores.length > 0 || undefined, required: campo.obligatorio }}
      />
    </div>
  );
}

function Ayuda({ id, texto, errores }: { id: string; texto: string; errores: readonly string[] }) {
  return (
    <>
      {texto ? (
        <p className="ayuda" id={`${id}-ayuda`}>
          {texto}
        </p>
      ) : null}
      {errores.length > 0 ? (
        <p className="error" id={`${id}-error`}>
          {errores.join(' ')}
        </p>
      ) : null}
    </>
  );
}

interface PropsDeControl {
  campo: Campo;
  valor: unknown;
  ruta: string;
  id: string;
  comun: Comun;
  atributos: { 'aria-describedby'?: string; 'aria-invalid'?: true; required?: boolean };
}

function Control({ campo, valor, ruta, id, comun, atributos }: PropsDeControl) {
  const escrito = Array.isArray(valor) ? valor.join('\n') : valor === undefined || valor === null ? '' : String(valor);
  const base = { id, name: ruta, ...atributos };
  switch (campo.control) {
    case 'texto-largo':
      return (
        <textarea
          className="ds-input"
          rows={Math.min(24, Math.max(3, Math.ceil(escrito.length / 90)))}
          defaultValue={escrito}
          maxLength={campo.maximo}
          {...base}
        />
      );
    case 'lineas':
      return <textarea className="ds-input" rows={3} defaultValue={escrito} {...base} />;
    case 'fecha':
      return <input className="ds-input corto" type="date" defaultValue={escrito} {...base} />;
    case 'hora':
      return <input className="ds-input corto" type="time" defaultValue={escrito} {...base} />;
    case 'numero':
      return <input className="ds-input corto" inputMode="decimal" defaultValue={escrito.replace('.', ',')} {...base} />;
    case 'documento':
      return <Archivo ruta={ruta} id={id} valor={escrito} atributos={atributos} />;
    case 'opcion':
      return <Eleccion campo={campo} escrito={escrito} oferta={ofertaDe(campo, ruta, comun)} base={base} />;
    default:
      return <input className="ds-input" defaultValue={escrito} maxLength={campo.maximo} {...base} />;
  }
}

function Archivo({ ruta, id, valor, atributos }: { ruta: string; id: string; valor: string; atributos: PropsDeControl['atributos'] }) {
  return (
    <>
      <input type="hidden" name={ruta} value={valor} />
      <input type="file" id={id} name={`_archivo:${ruta}`} {...atributos} required={atributos.required && !valor} />
      {valor ? <p className="tenue menor">Ya adjuntó un archivo. Elija otro solo si quiere reemplazarlo.</p> : null}
    </>
  );
}

function ofertaDe(campo: Campo, ruta: string, comun: Comun): Oferta {
  const candidatos = comun.candidatos[ruta];
  if (candidatos) return { opciones: candidatos };
  return campo.fuente ? (comun.opciones[fuenteDe(campo)] ?? { opciones: [] }) : { opciones: campo.opciones };
}

function Eleccion({ campo, escrito, oferta, base }: { campo: Campo; escrito: string; oferta: Oferta; base: { id: string; name: string } }) {
  const { opciones, mas, nota = 'Todavía no hay nada que elegir aquí.' } = oferta;
  if (mas) return <Sugerencias opciones={opciones} mas={mas} escrito={opciones.find((o) => o.valor === escrito)?.texto ?? escrito} base={base} />;
  const grupos = [...new Set(opciones.map((o) => o.grupo))];
  const lista = (g: string | undefined) =>
    opciones
      .filter((o) => o.grupo === g)
      .map((o) => (
        <option key={o.valor} value={o.valor}>
          {o.texto}
        </option>
      ));
  return (
    <>
      <select className="ds-input" defaultValue={escrito} {...base}>
        <option value="">{campo.obligatorio ? 'Elija…' : 'Sin indicar'}</option>
        {grupos.map((g) =>
          g ? (
            <optgroup key={g} label={g}>
              {lista(g)}
            </optgroup>
          ) : (
            lista(g)
          ),
        )}
      </select>
      {campo.fuente && opciones.length === 0 ? <p className="tenue menor">{nota}</p> : null}
      {campo.fuente === 'generable' ? (
        <button type="submit" className="ds-button" data-variant="secondary" data-size="sm" name="_elegir" value="1" formNoValidate>
          Ver qué documentos produce ese expediente
        </button>
      ) : null}
    </>
  );
}

function Casillas({ campo, valor, ruta, comun }: { campo: Campo; valor: unknown; ruta: string; comun: Comun }) {
  const elegidos = Array.isArray(valor) ? valor.map(String) : [];
  const errores = comun.errores[ruta] ?? [];
  return (
    <fieldset className={errores.length > 0 ? 'plano con-error' : 'plano'} id={idDe(ruta)}>
      <legend>{campo.titulo}</legend>
      <Ayuda id={idDe(ruta)} texto={campo.ayuda} errores={errores} />
      {campo.opciones.map((o) => (
        <label key={o.valor} className="casilla">
          <input type="checkbox" name={ruta} value={o.valor} defaultChecked={elegidos.includes(o.valor)} /> {o.texto}
        </label>
      ))}
    </fieldset>
  );
}

/** Repeated rows: those with content, and blank ones; another is asked for with a button that works without scripts. */
function Filas({ campo, valor, ruta, comun }: { campo: Campo; valor: unknown; ruta: string; comun: Comun }) {
  const filas = Array.isArray(valor) ? valor : [];
  const total = Math.max(1, filas.length + (comun.filas[ruta] ?? (filas.length === 0 ? 1 : 0)));
  const fila = campo.fila as Campo;
  const errores = comun.errores[ruta] ?? [];
  return (
    <fieldset id={idDe(ruta)}>
      <legend>{campo.titulo}</legend>
      <Ayuda id={idDe(ruta)} texto={campo.ayuda} errores={errores} />
      {Array.from({ length: total }, (_, i) => {
        const nombre = `${ruta}[${i}]`;
        return fila.control === 'grupo' ? (
          <fieldset key={nombre} className="fila">
            <legend>
              {i + 1} de {total}
            </legend>
            <Campos
              campos={fila.hijos.map((h) => (h.obligatorio && i >= filas.length ? { ...h, obligatorio: false, enFilaVacia: true } : h))}
              valores={(filas[i] ?? {}) as Record<string, unknown>}
              ruta={nombre}
              comun={comun}
            />
          </fieldset>
        ) : (
          <UnCampo
            key={nombre}
            campo={{ ...fila, titulo: `${fila.titulo} ${i + 1}`, obligatorio: false, enFilaVacia: true }}
            valor={filas[i]}
            ruta={nombre}
            comun={comun}
          />
        );
      })}
      <p className="tenue menor">Para quitar una fila, deje vacíos sus campos.</p>
      <button type="submit" className="ds-button" data-variant="secondary" name="_mas" value={ruta} formNoValidate>
        Añadir fila
      </button>
    </fieldset>
  );
}
