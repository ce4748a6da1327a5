import { useEffect, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import type { Marca } from '../../kernel/tipos.ts';
import { evolve } from '../../modules/sesion/sesion.evolve.ts';
import type { Sesion, SesionHecho } from '../../modules/sesion/sesion.ts';

export interface Contenido {
  version: number;
  hecho: SesionHecho | { tipo: 'ActoAnulado' };
  marca: Marca;
}

interface Cambio {
  version: number;
  incompleto?: boolean;
  hechos: Contenido[];
}

export interface Seguida {
  estado: Sesion;
  version: number;
}

/** Folds what arrived on what is shown; undefined when something is missing or an acto was annulled, and the page must read again. */
export function alDia(s: Seguida, c: Cambio): Seguida | undefined {
  if (c.version <= s.version) return s;
  if (c.incompleto) return undefined;
  let { estado, version } = s;
  for (const h of c.hechos) {
    if (h.version <= version) continue;
    if (h.version !== version + 1 || h.hecho.tipo === 'ActoAnulado') return undefined;
    estado = evolve(estado, h.hecho as SesionHecho, h.marca);
    version = h.version;
  }
  return version === c.version ? { estado, version } : undefined;
}

export type Conexion = 'sin_scripts' | 'en_vivo' | 'reconectando';

/**
 * The session as it stands, kept up to date by server-sent events. What a person is typing is not touched: only the state
 * changes and React patches what depends on it. `leida` is what the page brought, taken when it is newer.
 */
export function useSesionEnVivo(id: string, leida: Seguida): Seguida & { conexion: Conexion } {
  const [seguida, setSeguida] = useState(leida);
  const [conexion, setConexion] = useState<Conexion>('sin_scripts');
  const { revalidate } = useRevalidator();
  const actual = useRef(seguida);
  const releer = useRef(revalidate);
  releer.current = revalidate;

  useEffect(() => {
    if (leida.version <= actual.current.version) return;
    actual.current = leida;
    setSeguida(leida);
  }, [leida]);

  useEffect(() => {
    let fuente: EventSource | undefined;
    let reintento: ReturnType<typeof setTimeout> | undefined;
    const abrir = () => {
      fuente = new EventSource(`/api/v1/expedientes/${id}/eventos?contenido=si&desde=${actual.current.version}`);
      fuente.onopen = () => setConexion('en_vivo');
      fuente.addEventListener('cambio', (e) => {
        const nueva = alDia(actual.current, JSON.parse((e as MessageEvent<string>).data) as Cambio);
        if (!nueva) return void releer.current();
        actual.current = nueva;
        setSeguida(nueva);
      });
      fuente.onerror = () => {
        setConexion('reconectando');
        // The browser comes back by itself unless the answer was a refusal.
        if (fuente?.readyState === EventSource.CLOSED) reintento = setTimeout(abrir, 5_000);
      };
    };
    const cerrar = () => {
      clearTimeout(reintento);
      fuente?.close();
      fuente = undefined;
    };
    const alCambiar = () => {
      if (document.hidden) cerrar();
      else if (!fuente) abrir();
    };
    alCambiar();
    document.addEventListener('visibilitychange', alCambiar);
    return () => {
      document.removeEventListener('visibilitychange', alCambiar);
      cerrar();
    };
  }, [id]);

  return { ...seguida, conexion };
}
