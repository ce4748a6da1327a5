import { type InputEvent, useEffect, useRef, useState } from 'react';
import type { Opcion } from './opciones.fuente.ts';

/** Milliseconds without typing before asking for more. */
const PAUSA = 250;

/**
 * Name written with suggestions. Without scripts the likely ones are offered and the server reads what was written; with
 * them, more come from `mas` while typing.
 */
export function Sugerencias({
  opciones,
  mas,
  escrito,
  base,
}: {
  opciones: readonly Opcion[];
  mas: string;
  escrito: string;
  base: { id: string; name: string };
}) {
  const [ofrecidas, setOfrecidas] = useState(opciones);
  const espera = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(espera.current), []);
  const buscar = (e: InputEvent<HTMLInputElement>) => {
    const q = e.currentTarget.value.trim();
    clearTimeout(espera.current);
    if (q.length < 3) return;
    espera.current = setTimeout(() => {
      fetch(`${mas}&q=${encodeURIComponent(q)}`)
        .then((r) => (r.ok ? (r.json() as Promise<Opcion[]>) : opciones))
        .then(setOfrecidas)
        .catch(() => setOfrecidas(opciones));
    }, PAUSA);
  };
  return (
    <>
      <input
        className="ds-input"
        list={`${base.id}-lista`}
        autoComplete="off"
        placeholder="Escriba parte del nombre"
        defaultValue={escrito}
        onInput={buscar}
        {...base}
      />
      <datalist id={`${base.id}-lista`}>
        {ofrecidas.map((o) => (
          <option key={o.valor} value={o.texto} />
        ))}
      </datalist>
    </>
  );
}
