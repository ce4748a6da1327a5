import { RouterContextProvider } from 'react-router';
import type { Casa } from '../composicion.ts';
import type { Id } from '../kernel/tipos.ts';
import { cambiarClave } from '../platform/auth/cambio.ts';
import { cookieDeSesion, cookieVacia, tokenDeCookie } from '../platform/auth/cookie.ts';
import { demoPermitida, ingresarDemo, oficinasDeDemo } from '../platform/auth/demo.ts';
import { navegadorDe } from '../platform/auth/navegador.ts';
import { redDe } from '../platform/auth/red.ts';
import { cerrarOtras, sesionesAbiertas } from '../platform/auth/sesiones.propias.ts';
import { cerrar, ingresar, resolver, solicitanteDe, usarOficina } from '../platform/auth/sesiones.ts';
import { negar } from '../platform/auth/tablas.ts';
import { csrfDe, csrfValido } from '../platform/auth/tokens.ts';
import { guardarDocumento, leerDocumento } from '../platform/documentos.ts';
import { recibirArchivo } from '../platform/http/archivo.ts';
import { appContext, type Deps, type Ingresos } from './contexto.ts';

/** What `src/app.ts` knows of a request before React Router handles it. */
export interface Pedido {
  req: Request;
  /** Address of the socket, for «Entrar como…». */
  remoto: string | undefined;
  nonce: string;
  /** `leerSecreto(db, 'csrf')`, read once at start. */
  secretoCsrf: Buffer;
  /** True when the page came by https. */
  segura: boolean;
  /** Addresses of proxies of ours, besides this machine. */
  proxies: ReadonlySet<string>;
  /** True when this installation holds demo data. */
  demo: boolean;
}

/** Fills the context that loaders read, for one request: one statement when there is a session cookie, none otherwise. */
export async function contextoDe(casa: Casa, p: Pedido): Promise<RouterContextProvider> {
  const { db, ahora } = casa;
  const token = tokenDeCookie(p.req.headers.get('cookie'));
  const sesion = (token && (await resolver(db, token, ahora()))) || null;
  const quien = (sesion && solicitanteDe(sesion)) ?? null;
  const deps: Deps = {
    db,
    registro: casa.registro,
    ejecutar: casa.ejecutar,
    disponibles: casa.disponibles,
    catalogo: casa.catalogo,
    direccionPublica: casa.direccionPublica,
    correoConfigurado: casa.correo !== undefined,
    ahora,
    sesion,
    quien,
    ingresos: ingresosDe(casa, p, token, sesion?.cuenta),
    csrf: token && sesion ? csrfDe(token, p.secretoCsrf) : '',
    csrfValido: (recibido) => token !== undefined && csrfValido(recibido, token, p.secretoCsrf),
    nonce: p.nonce,
    demo: p.demo,
    subirDocumento: async (archivo) => {
      if (!quien) return negar(401, 'Su sesión terminó.', 'Ingrese de nuevo y adjunte el archivo otra vez.');
      const recibido = await recibirArchivo(archivo);
      if ('motivo' in recibido) return negar(400, `«${archivo.name.slice(0, 80)}»: ${recibido.motivo}`, recibido.remedio);
      return { huella: await guardarDocumento(db, recibido.bytes, recibido.nombre, recibido.tipo, quien, ahora()) };
    },
    leerDocumento: (huella) => leerDocumento(db, huella),
    firmas: casa.firmas,
  };
  const contexto = new RouterContextProvider();
  contexto.set(appContext, deps);
  return contexto;
}

function ingresosDe({ db, ahora, direccionPublica }: Casa, p: Pedido, token: string | undefined, cuenta: Id | undefined): Ingresos {
  const procedencia = { remoto: p.remoto, cabeceras: p.req.headers, direccionPublica };
  const navegador = navegadorDe(p.req.headers.get('user-agent'));
  const red = redDe(p.remoto, p.req.headers, p.proxies);
  const sinSesion = negar(401, 'Su sesión terminó.', 'Ingrese de nuevo.');
  return {
    ingresar: async (correo, clave) => {
      const r = await ingresar(db, { correo, clave, red, navegador, ahora: ahora() });
      return r.ok ? { ok: true, cookie: cookieDeSesion(r.token, p.segura), debeCambiar: r.debeCambiar } : r;
    },
    oficinasDeDemo: async () => (p.demo && demoPermitida(procedencia) ? oficinasDeDemo(db, ahora()) : []),
    entrarComo: async (designacion) => {
      const r = await ingresarDemo(db, designacion, procedencia, ahora(), navegador);
      return r.ok ? { ok: true, cookie: cookieDeSesion(r.token, p.segura), debeCambiar: false } : r;
    },
    usarOficina: async (designacion) => (token ? usarOficina(db, token, designacion, ahora()) : sinSesion),
    cambiarClave: async (actual, nueva) => (token ? cambiarClave(db, { token, actual, nueva, ahora: ahora() }) : sinSesion),
    sesiones: async () => (cuenta ? sesionesAbiertas(db, cuenta, token, ahora()) : []),
    cerrarOtras: async (sesion) => (cuenta ? cerrarOtras(db, { cuenta, token, sesion, ahora: ahora() }) : 0),
    salir: async () => {
      if (token) await cerrar(db, token);
      return cookieVacia(p.segura);
    },
  };
}
