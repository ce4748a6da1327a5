import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { fechaHora } from '../formato.ts';

const PREFIJO = 'ayni:borrador:';
const ENVIADO = 'ayni:enviado';
const VISTOS = 'ayni:hechos-vistos';
/** Milliseconds between what is typed and its copy. */
const PAUSA = 400;
/** Days that a draft is kept. */
const DIAS = 30;

type Escrito = [nombre: string, valor: string][];

interface Guardado {
  el: string;
  escrito: Escrito;
}

/** What a person wrote: texts and choices, without our own fields nor files. */
export function escritoEn(datos: FormData): Escrito {
  return [...datos.entries()].filter((par): par is [string, string] => typeof par[1] === 'string' && !/^_(csrf|clave|nuevo|version|mas)/.test(par[0]));
}

/** Rows that each repeated field needs to hold a draft. */
export function filasDe(escrito: Escrito): Record<string, number> {
  const filas: Record<string, number> = {};
  for (const [nombre] of escrito) {
    const hallado = /^(.*)\[(\d+)\]/.exec(nombre);
    if (hallado?.[1] !== undefined) filas[hallado[1]] = Math.max(filas[hallado[1]] ?? 0, Number(hallado[2]) + 1);
  }
  return filas;
}

function leer(clave: string): Guardado | undefined {
  try {
    const g = JSON.parse(localStorage.getItem(PREFIJO + clave) ?? 'null') as Guardado | null;
    return g && Date.now() - Date.parse(g.el) < DIAS * 86_400_000 ? g : undefined;
  } catch {
    return undefined;
  }
}

function escribir(clave: string, formulario: HTMLFormElement): void {
  try {
    const g: Guardado = { el: new Date().toISOString(), escrito: escritoEn(new FormData(formulario)) };
    localStorage.setItem(PREFIJO + clave, JSON.stringify(g));
  } catch {
    // Without storage (private window, full disk) the form still works; only the copy is missing.
  }
}

function rellenar(formulario: HTMLFormElement, escrito: Escrito): void {
  const valores = new Map<string, string[]>();
  for (const [nombre, valor] of escrito) valores.set(nombre, [...(valores.get(nombre) ?? []), valor]);
  for (const campo of formulario.elements) {
    if (!(campo instanceof HTMLInputElement || campo instanceof HTMLTextAreaElement || campo instanceof HTMLSelectElement)) continue;
    if (!campo.name || /^_(csrf|clave|nuevo|version)/.test(campo.name) || campo.type === 'file') continue;
    const dados = valores.get(campo.name);
    if (campo instanceof HTMLInputElement && campo.type === 'checkbox') campo.checked = dados?.includes(campo.value) ?? false;
    else if (dados?.[0] !== undefined) campo.value = dados[0];
  }
}

function llegoPorRedireccion(): boolean {
  const [llegada] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return (llegada?.redirectCount ?? 1) > 0;
}

/**
 * What the first page after a sending says of it: the address of an acto just recorded means that the draft may be
 * forgotten; any other page, that it was not recorded. The answer to a sending arrives by a redirection: going back to
 * the address of an earlier acto does not, and says nothing new.
 * @param hecho id of the acto in the address, if any
 */
export function resolverEnviado(hecho: string | null): void {
  try {
    const clave = sessionStorage.getItem(ENVIADO);
    const vistos = JSON.parse(sessionStorage.getItem(VISTOS) ?? '[]') as string[];
    const nuevo = hecho !== null && !vistos.includes(hecho) && llegoPorRedireccion();
    if (nuevo) sessionStorage.setItem(VISTOS, JSON.stringify([...vistos, hecho].slice(-100)));
    if (nuevo && clave) localStorage.removeItem(PREFIJO + clave);
    sessionStorage.removeItem(ENVIADO);
  } catch {
    // As above.
  }
}

/**
 * Copy in this browser of what is typed, offered again after a reload, a crash or a lost network; and a guard against
 * sending twice. `devuelto`: the server sent back what was typed, which prevails over the copy.
 */
export function useBorrador(clave: string, devuelto: boolean) {
  const formulario = useRef<HTMLFormElement>(null);
  const espera = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [guardado, setGuardado] = useState<Guardado>();
  const [filas, setFilas] = useState<Record<string, number>>({});
  const [enviando, setEnviando] = useState(false);
  const porRellenar = useRef<Escrito>(undefined);

  useEffect(() => {
    setGuardado(devuelto ? undefined : leer(clave));
    setEnviando(false);
    const alVolver = () => setEnviando(false);
    window.addEventListener('pageshow', alVolver);
    return () => {
      clearTimeout(espera.current);
      window.removeEventListener('pageshow', alVolver);
    };
  }, [clave, devuelto]);

  useEffect(() => {
    if (!porRellenar.current || !formulario.current) return;
    rellenar(formulario.current, porRellenar.current);
    porRellenar.current = undefined;
  });

  return {
    formulario,
    filas,
    enviando,
    /** When the draft on offer was written; undefined when there is none. */
    hallado: guardado && fechaHora(guardado.el),
    guardar: () => {
      clearTimeout(espera.current);
      espera.current = setTimeout(() => formulario.current && escribir(clave, formulario.current), PAUSA);
    },
    recuperar: () => {
      if (!guardado) return;
      porRellenar.current = guardado.escrito;
      setFilas(filasDe(guardado.escrito));
      setGuardado(undefined);
    },
    descartar: () => {
      localStorage.removeItem(PREFIJO + clave);
      setGuardado(undefined);
    },
    enviar: (e: SubmitEvent<HTMLFormElement>) => {
      if (enviando) return e.preventDefault();
      clearTimeout(espera.current);
      escribir(clave, e.currentTarget);
      if ((e.nativeEvent.submitter as HTMLButtonElement | null)?.name === '_mas') return;
      try {
        sessionStorage.setItem(ENVIADO, clave);
      } catch {
        // As above.
      }
      setEnviando(true);
    },
  };
}
