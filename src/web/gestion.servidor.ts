import { randomUUID } from 'node:crypto';
import { data } from 'react-router';
import type { Id } from '../kernel/tipos.ts';
import type { Negado } from '../platform/auth/tablas.ts';
import type { Resultado } from '../platform/contrato.ts';
import { type DepsDeOficina, texto } from './sesion.servidor.ts';
import type { ErrorDeForma, Respuesta } from './ui/gestion.tsx';

/** Never kept by a proxy nor by the browser: the answer may carry a password. */
const SIN_CACHE = { 'Cache-Control': 'no-store' };

type Logro = Omit<Extract<Respuesta, { ok: true }>, 'ok' | 'forma' | 'advertencias'>;

/** What each form of a page sends back to its sender. */
export function responder(
  datos: FormData,
  r: { ok: true; logro: Logro } | { ok: false; estado: number; errores: ErrorDeForma[] },
  advertencias: Extract<Resultado, { ok: true }>['advertencias'] = [],
) {
  const forma = texto(datos, 'forma');
  if (r.ok) return data<Respuesta>({ ok: true, forma, ...r.logro, advertencias }, { headers: SIN_CACHE });
  const valores = Object.fromEntries([...datos].filter((par): par is [string, string] => typeof par[1] === 'string' && par[0] !== '_csrf'));
  return data<Respuesta>({ ok: false, forma, errores: r.errores, valores }, { status: r.estado });
}

/** Answer of a function of accounts or tokens. */
export function responderNegado(datos: FormData, n: Negado) {
  return responder(datos, { ok: false, estado: n.estado, errores: [{ campo: n.campo, numeral: n.numeral, motivo: n.motivo, remedio: n.remedio }] });
}

/** Performs the acto of a form, with the key and the version that the form carries. */
export async function responderActo(deps: DepsDeOficina, datos: FormData, acto: string, expediente: Id, contenido: unknown, logro: Logro) {
  const version = texto(datos, 'version');
  const r = await deps.ejecutar(
    { acto, expediente, version: version === '' ? undefined : Number(version), datos: contenido, clave: texto(datos, 'clave') || randomUUID() },
    deps.quien,
  );
  if (r.ok) return responder(datos, { ok: true, logro }, r.advertencias);
  const errores = r.impedimentos.map((i) => ({ campo: i.campo, numeral: i.numeral, motivo: i.motivo, remedio: i.remedio }));
  return responder(datos, {
    ok: false,
    estado: r.estado,
    errores: errores.length > 0 ? errores : [{ numeral: '', motivo: r.titulo, remedio: 'Revise los datos e inténtelo de nuevo.' }],
  });
}

/** Answer to a form that the page does not have. */
export function formaDesconocida(datos: FormData) {
  return responder(datos, {
    ok: false,
    estado: 400,
    errores: [{ numeral: '', motivo: 'El formulario llegó incompleto.', remedio: 'Recargue la página y envíelo de nuevo.' }],
  });
}

/** Trimmed text, or undefined when the field was left empty. */
export const opcional = (datos: FormData, nombre: string): string | undefined => texto(datos, nombre).trim() || undefined;

/** Page number of the address, from 1. */
export const paginaDe = (p: URLSearchParams): number => Math.min(1_000_000, Math.max(1, Math.trunc(Number(p.get('pagina'))) || 1));
