import { type RouterContextProvider, redirect } from 'react-router';
import { nombreDeCargo } from '../directiva/cargos.ts';
import type { SesionActiva } from '../platform/auth/sesiones.ts';
import type { Solicitante } from '../platform/contrato.ts';
import { esTextoLegible } from '../platform/http/legible.ts';
import { type Deps, depsDe } from './contexto.ts';
import type { Entrada, QuienMuestra } from './ui/cabecera.tsx';

export type DepsDeOficina = Deps & { quien: Solicitante; sesion: SesionActiva };

/** `Deps` of somebody who acts with an office; otherwise leads to sign in, to change the password or to choose an office. */
export function oficinaDe(contexto: Readonly<RouterContextProvider>, request: Request): DepsDeOficina {
  const deps = depsDe(contexto);
  if (deps.sesion && deps.quien) return deps as DepsDeOficina;
  const url = new URL(request.url);
  const volver = request.method === 'GET' ? `?volver=${encodeURIComponent(url.pathname + url.search)}` : '';
  if (!deps.sesion) throw redirect(`/ingresar${volver}`);
  throw redirect(deps.sesion.debeCambiar ? `/clave${volver}` : `/oficina${volver}`);
}

/** Same, for the administration of the platform only. */
export function administracionDe(contexto: Readonly<RouterContextProvider>, request: Request): DepsDeOficina {
  const deps = oficinaDe(contexto, request);
  if (deps.quien.actor.cargo !== 'administrador')
    throw prohibido(
      'Las cuentas y los catálogos los maneja la administración de la plataforma.',
      'Pida el cambio a la administración, o ingrese con esa oficina si usted la ejerce.',
    );
  return deps;
}

const responder = (status: number, motivo: string, remedio: string) =>
  new Response(JSON.stringify({ motivo, remedio }), { status, headers: { 'Content-Type': 'application/json' } });

export const noExiste = (motivo: string, remedio = 'Búsquelo desde la lista de expedientes.'): Response => responder(404, motivo, remedio);
export const prohibido = (motivo: string, remedio: string): Response => responder(403, motivo, remedio);

/** Fields of a form. Refuses what is not one and text that the database cannot keep. */
export async function leerFormulario(request: Request): Promise<FormData> {
  const datos = await request.formData().catch(() => undefined);
  if (datos && ![...datos].some(([nombre, v]) => !esTextoLegible(nombre) || (typeof v === 'string' && !esTextoLegible(v)))) return datos;
  throw responder(400, 'El formulario llegó incompleto o con caracteres que no se pueden leer; nada se registró.', 'Vuelva atrás y envíelo de nuevo.');
}

/** Body of a form of our own page; refuses one without the token of the session. */
export async function formulario(deps: Deps, request: Request): Promise<FormData> {
  const datos = await leerFormulario(request);
  if (deps.sesion && !deps.csrfValido(texto(datos, '_csrf')))
    throw prohibido(
      'El formulario no corresponde a su sesión actual; nada se registró.',
      'Vuelva atrás, recargue la página y envíelo de nuevo. Lo que escribió sigue en su navegador.',
    );
  return datos;
}

/** Value of a text field; empty when it was not sent. */
export function texto(datos: FormData, nombre: string): string {
  const v = datos.get(nombre);
  return typeof v === 'string' ? v : '';
}

/** Address of our own site, or the one by default: never leads out. */
export function destinoSeguro(a: string | null, porDefecto: string): string {
  // Browsers drop tabs and line breaks from an address: «/⇥/malo.pe» would lead to malo.pe.
  return a && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(a) ? a : porDefecto;
}

export function quienMuestra(deps: Deps): QuienMuestra | null {
  const { sesion } = deps;
  if (!sesion) return null;
  const oficina = sesion.oficinas.find((o) => o.designacion === sesion.actor?.designacion);
  const territorio = oficina?.territorio ? deps.catalogo().territorio(oficina.territorio)?.nombre : undefined;
  return {
    oficina: oficina ? `${nombreDeCargo(oficina.cargo)} · ${oficina.entidadNombre}` : null,
    detalle: [territorio, sesion.demo ? undefined : sesion.nombre].filter(Boolean).join(' · '),
    variasOficinas: sesion.oficinas.length > 1,
    csrf: deps.csrf,
  };
}

const PUBLICO: readonly Entrada[] = [
  { texto: 'Inicio', a: '/' },
  { texto: 'La Directiva', a: '/directiva' },
  { texto: 'Indicadores', a: '/indicadores' },
  { texto: 'Verificar un documento', a: '/verificar' },
  { texto: 'Ingresar', a: '/ingresar' },
];

/** Places of the header, by office. */
export function menuDe(deps: Deps): readonly Entrada[] {
  if (!deps.sesion) return PUBLICO;
  const directiva = { texto: 'La Directiva', a: '/directiva' };
  if (!deps.quien) return [directiva];
  const cobertura = { texto: 'Cobertura', a: '/matriz' };
  const menu = [
    { texto: 'Mi bandeja', a: '/bandeja' },
    { texto: 'Servicios', a: '/servicios' },
    { texto: 'Planes', a: '/planes' },
    { texto: 'ETTI', a: '/ettis' },
    { texto: 'Modelos', a: '/modelos' },
    { texto: 'Instrumentos', a: '/instrumentos' },
    { texto: 'Espacios', a: '/espacios' },
    { texto: 'CIG', a: '/cig' },
    { texto: 'Sesiones', a: '/sesiones' },
    { texto: 'Acuerdos', a: '/acuerdos' },
    { texto: 'Indicadores', a: '/indicadores' },
    { texto: 'Reportes', a: '/reportes' },
    { texto: 'POI', a: '/poi' },
    cobertura,
    directiva,
  ];
  return deps.quien.actor.cargo === 'administrador' ? [...menu, { texto: 'Administración', a: '/administracion' }] : menu;
}
