import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { useFetcher } from 'react-router';
import type { DatosDeSala, Respuesta } from '../../rutas/sala.servidor.ts';
import type { Vivo } from '../../sala/vivo.ts';

export interface EnSala {
  d: DatosDeSala;
  version: number;
  vivo: Vivo;
  /** Answer to a form sent without scripts. */
  devuelta: Respuesta | undefined;
  abierta: boolean;
}

const Contexto = createContext<EnSala | undefined>(undefined);
/** The form around is being sent. */
const Enviando = createContext(false);
export const SalaContexto = Contexto.Provider;

export function useSala(): EnSala {
  const c = useContext(Contexto);
  if (!c) throw new Error('Fuera de la sala.');
  return c;
}

/** True once scripts run in this page. */
function useVivo(): boolean {
  const [vivo, setVivo] = useState(false);
  useEffect(() => setVivo(true), []);
  return vivo;
}

interface Props {
  acto: string;
  asunto?: number;
  /** The acto is decided on the version in view. */
  conVersion?: boolean;
  oculto?: Readonly<Record<string, string | number>>;
  children: (valores: Record<string, unknown>) => ReactNode;
  className?: string;
}

/**
 * A form of the room. With scripts it is sent without leaving the page, and only this form is cleared when it is
 * recorded; without them it posts and comes back at its item. A refusal keeps what was typed.
 */
export function FormularioDeSala({ acto, asunto, conVersion = false, oculto = {}, children, className }: Props) {
  const { d, version, devuelta } = useSala();
  const fetcher = useFetcher<Respuesta>();
  const vivo = useVivo();
  const formulario = useRef<HTMLFormElement>(null);
  const [envios, setEnvios] = useState(0);
  const clave = useId();
  const enviando = fetcher.state !== 'idle';
  // A second press may come before the page is drawn again.
  const enviado = useRef(false);
  useEffect(() => {
    if (fetcher.state === 'idle') enviado.current = false;
  }, [fetcher.state]);
  const deAqui = devuelta && devuelta.acto === acto && devuelta.asunto === (asunto === undefined ? '' : String(asunto)) ? devuelta : undefined;
  const respuesta = fetcher.data ?? deAqui;

  useEffect(() => {
    if (!fetcher.data?.ok) return;
    formulario.current?.reset();
    setEnvios((n) => n + 1);
  }, [fetcher.data]);

  const [sinRed, setSinRed] = useState(false);
  const unaVez = (e: FormEvent) => {
    setSinRed(!navigator.onLine);
    if (enviado.current || !navigator.onLine) e.preventDefault();
    else enviado.current = true;
  };

  return (
    <fetcher.Form method="post" action={`/sesion/${d.id}`} ref={formulario} className={className} aria-busy={enviando || undefined} onSubmit={unaVez}>
      <input type="hidden" name="_csrf" value={d.csrf} />
      <input type="hidden" name="_acto" value={acto} />
      <input type="hidden" name="_clave" value={`${d.clave}:${clave}:${envios}`} />
      {conVersion ? <input type="hidden" name="_version" value={version} /> : null}
      {asunto === undefined ? null : <input type="hidden" name="asunto" value={asunto} />}
      {vivo ? <input type="hidden" name="_vivo" value="1" /> : null}
      {Object.entries(oculto).map(([nombre, valor]) => (
        <input key={nombre} type="hidden" name={nombre} value={valor} />
      ))}
      <Enviando value={enviando}>{children(deAqui && !deAqui.ok ? deAqui.valores : {})}</Enviando>
      <RespuestaDe r={enviando ? undefined : sinRed ? SIN_RED : respuesta} enviando={enviando} />
    </fetcher.Form>
  );
}

/** Nothing was sent: the form keeps what was typed. */
const SIN_RED: Pick<Respuesta, 'ok' | 'titulo' | 'impedimentos' | 'advertencias'> = {
  ok: false,
  titulo: 'No hay conexión',
  impedimentos: [{ numeral: '', motivo: 'Lo que escribió sigue aquí y aún no consta.', remedio: 'Cuando vuelva la señal, envíelo otra vez.' }],
  advertencias: [],
};

function RespuestaDe({ r, enviando }: { r: typeof SIN_RED | undefined; enviando: boolean }) {
  const avisos = r?.ok ? r.advertencias : (r?.impedimentos ?? []);
  return (
    <div role="status">
      {enviando ? <span className="ds-sr-only">Enviando…</span> : null}
      {r ? (
        <div className={`aviso ${r.ok ? (avisos.length > 0 ? 'ambar' : 'verde') : 'rojo'}`}>
          <strong>{r.ok ? 'Registrado.' : `${r.titulo}.`}</strong>
          {avisos.map((a) => (
            <p key={a.motivo}>
              {a.motivo} {a.numeral ? `(numeral ${a.numeral}) ` : ''}
              {'remedio' in a ? String(a.remedio) : ''}
            </p>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Button that sends the form around it. While it is sent it says so and keeps the focus: it is not `disabled` for that. */
export function Enviar({ texto, secundario = false, chico = false }: { texto: string; secundario?: boolean; chico?: boolean }) {
  const enviando = useContext(Enviando);
  return (
    <button
      type="submit"
      className="ds-button"
      data-size={chico ? 'sm' : undefined}
      data-variant={secundario ? 'secondary' : undefined}
      aria-disabled={enviando || undefined}
      aria-busy={enviando || undefined}
    >
      {enviando ? 'Enviando…' : texto}
    </button>
  );
}

/** Button that is a whole form: an acto with nothing to write. */
export function Boton({
  acto,
  texto,
  asunto,
  principal = false,
  conVersion = false,
  oculto,
}: {
  acto: string;
  texto: string;
  asunto?: number;
  principal?: boolean;
  conVersion?: boolean;
  oculto?: Readonly<Record<string, string | number>>;
}) {
  return (
    <FormularioDeSala acto={acto} asunto={asunto} conVersion={conVersion} oculto={oculto} className="en-linea">
      {() => <Enviar texto={texto} secundario={!principal} chico />}
    </FormularioDeSala>
  );
}
