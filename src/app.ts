import { type HttpBindings, serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import pino from 'pino';
import { createRequestHandler, type ServerBuild } from 'react-router';
import { montarApi } from './api/api.ts';
import type { DepsApi } from './api/deps.ts';
import { anotarAvisosDelDia } from './avisos/diarios.ts';
import { crearRedaccion } from './avisos/redaccion.ts';
import { type Casa, componer } from './composicion.ts';
import { cargarDemo, hayDemo } from './demo/demo.ts';
import { instalar } from './instalar.ts';
import { fechaDeLima } from './kernel/calendario.ts';
import { tokenDeCookie } from './platform/auth/cookie.ts';
import { fichaPorLeer, resolverFicha } from './platform/auth/fichas.ts';
import { crearPrimerAdministrador } from './platform/auth/instalacion.ts';
import { redDe } from './platform/auth/red.ts';
import { resolver, solicitanteDe } from './platform/auth/sesiones.ts';
import { csrfValido, leerSecreto } from './platform/auth/tokens.ts';
import { depurarLotes } from './platform/cifras/almacen.ts';
import type { Config } from './platform/config.ts';
import { depurarDocumentos, guardarDocumento, leerDocumento, limiteDeCuarentena } from './platform/documentos.ts';
import { leerRaices } from './platform/firma/raices.ts';
import { limitarFrecuencia } from './platform/http/frecuencia.ts';
import { hostsPermitidos } from './platform/http/host.ts';
import { montarSeguridad } from './platform/http/montar.ts';
import type { Registrador, VariablesHttp } from './platform/http/registro.ts';
import { abrirCorreo } from './platform/salida/correo.ts';
import { abrirReparto, type Reparto } from './platform/salida/reparto.ts';
import { anotarRaiz } from './platform/verificar.ts';
import { esquemaDe, MODULOS } from './registro.ts';
import { contextoDe } from './web/contexto.servidor.ts';

type Entorno = { Bindings: HttpBindings; Variables: VariablesHttp };

export interface OpcionesApp {
  /** Pages; without it only the API is served. */
  build?: ServerBuild;
  hosts: ReadonlySet<string>;
  https: boolean;
  demo: boolean;
  proxies?: readonly string[];
  log: Registrador;
}

/** Codes that one address may check per minute: far above a person, far below guessing. */
const VERIFICACIONES = 60;
/** Every address that checks a code: pages answer to any case and, with `.data`, to scripts. */
const VERIFICAR = /^(\/api\/v1)?\/+verificar\b/i;

/** Pages and API in one process, behind the same security middlewares. */
export async function crearApp(casa: Casa, o: OpcionesApp): Promise<Hono<Entorno>> {
  const secretoCsrf = await leerSecreto(casa.db, 'csrf');
  const app = new Hono<Entorno>();
  // Outermost: pages, styles and answers travel at about a fifth of their size. It leaves out files already packed and events.
  app.use('*', compress());
  montarSeguridad(app as unknown as Hono<{ Variables: VariablesHttp }>, o);
  const proxies = new Set(o.proxies);
  const deVerificar = limitarFrecuencia(VERIFICACIONES, casa.ahora, (c) => redDe(getConnInfo(c as never).remote.address, c.req.raw.headers, proxies));
  app.use('*', (c, next) => (VERIFICAR.test(c.req.path) ? deVerificar(c as never, next) : next()));
  montarApi(app as unknown as Hono, depsApi(casa, secretoCsrf, o.log));
  if (!o.build) return app;
  app.use('/assets/*', serveStatic({ root: 'build/client', onFound: (_ruta, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable') }));
  app.use('*', serveStatic({ root: 'build/client' }));
  const manejar = createRequestHandler(o.build, 'production');
  app.all('*', async (c) => {
    const contexto = await contextoDe(casa, {
      req: c.req.raw,
      remoto: getConnInfo(c).remote.address,
      nonce: c.get('nonce'),
      secretoCsrf,
      segura: o.https,
      demo: o.demo,
      proxies,
    });
    return manejar(c.req.raw, contexto);
  });
  return app;
}

function depsApi(casa: Casa, secretoCsrf: Buffer, log: Registrador): DepsApi {
  const { db, ahora } = casa;
  const cookie = (req: Request) => tokenDeCookie(req.headers.get('cookie'));
  return {
    db,
    ejecutar: casa.ejecutar,
    disponibles: casa.disponibles,
    modulos: MODULOS,
    esquemaDe,
    catalogo: casa.catalogo,
    eventos: casa.eventos,
    direccionPublica: casa.direccionPublica,
    ahora,
    log,
    resolverCookie: async (req) => {
      const token = cookie(req);
      const sesion = token ? await resolver(db, token, ahora()) : undefined;
      return sesion && solicitanteDe(sesion);
    },
    sesionPropia: async (req) => {
      const token = cookie(req);
      const sesion = token ? await resolver(db, token, ahora()) : undefined;
      return token && sesion ? { sesion, token } : undefined;
    },
    resolverBearer: (req) => resolverFicha(db, req.headers.get('authorization'), ahora()),
    fichaDe: (req) => fichaPorLeer(req.headers.get('authorization')),
    csrfValido: (req) => csrfValido(req.headers.get('x-csrf'), cookie(req) ?? '', secretoCsrf),
    guardarDocumento: (bytes, nombre, tipo, quien) => guardarDocumento(db, bytes, nombre, tipo, quien, ahora()),
    leerDocumento: (huella) => leerDocumento(db, huella),
    firmas: casa.firmas,
  };
}

export interface EnMarcha {
  direccion: string;
  /** Credentials of the first administrator, shown once. */
  administrador?: { correo: string; clave: string };
  demo: boolean;
  cerrar(): Promise<void>;
}

const DIA = 86_400_000;

/** Daily work: the root over all heads, the messages that the date brings, and the files and batches that nobody cited. */
async function tareasDiarias(casa: Casa): Promise<void> {
  const hoy = fechaDeLima(casa.ahora());
  await anotarRaiz(casa.db, hoy, casa.ahora());
  await anotarAvisosDelDia(casa.db, hoy, casa.ahora());
  await depurarDocumentos(casa.db, casa.ahora());
  await depurarLotes(casa.db, limiteDeCuarentena(casa.ahora()));
}

/** Delivers the outbox; without a mail server the messages are addressed and wait. */
function repartir(casa: Casa, fallo: (e: Error) => void): Reparto {
  const { db, catalogo, ahora, direccionPublica: direccion } = casa;
  const correo = casa.correo && abrirCorreo(casa.correo);
  return abrirReparto({ db, correo, ahora, fallo, redaccion: crearRedaccion({ db, catalogo, direccion, ahora }) });
}

/** Opens the house over a migrated database and listens. `build`: the pages. */
export async function arrancarCon(
  build: ServerBuild,
  { url, config, log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }) }: { url: string; config: Config; log?: Registrador },
): Promise<EnMarcha> {
  const casa = await componer({ url, confianza: config.raices ? await leerRaices(config.raices) : undefined });
  await instalar(casa);
  if (config.demo && (await vacia(casa))) await cargarDemo(casa);
  const demo = await hayDemo(casa);
  const administrador = demo ? undefined : await crearPrimerAdministrador(casa.db, { ejecutar: casa.ejecutar, ahora: casa.ahora() });
  const app = await crearApp(casa, {
    build,
    demo,
    log,
    https: casa.direccionPublica.startsWith('https:'),
    proxies: config.proxies,
    hosts: hostsPermitidos(config.anfitrion, config.hosts.join(',')),
  });
  const servidor = await new Promise<ReturnType<typeof serve>>((listo, fallo) => {
    const s = serve({ fetch: app.fetch, port: config.puerto, hostname: config.anfitrion }, () => listo(s));
    s.on('error', fallo);
  });
  const direccion = servidor.address();
  const puerto = typeof direccion === 'object' && direccion ? direccion.port : config.puerto;
  const reparto = repartir(casa, (e) => log.error({ error: e.message }, 'correo'));
  const tarea = () => void tareasDiarias(casa).catch((e: Error) => log.error({ error: e.message }, 'tareas diarias'));
  tarea();
  void reparto.ronda();
  const reloj = setInterval(tarea, DIA);
  return {
    direccion: `http://${config.anfitrion.includes(':') ? `[${config.anfitrion}]` : config.anfitrion}:${puerto}`,
    administrador,
    demo,
    cerrar: async () => {
      clearInterval(reloj);
      await reparto.cerrar();
      await casa.eventos.cerrar();
      await new Promise<void>((listo) => {
        servidor.close(() => listo());
        if ('closeIdleConnections' in servidor) servidor.closeIdleConnections();
        setTimeout(() => 'closeAllConnections' in servidor && servidor.closeAllConnections(), 5_000).unref();
      });
      await casa.cerrar();
    },
  };
}

/** True when nothing but the catalogues has been recorded: only then the demo may be loaded. */
async function vacia(casa: Casa): Promise<boolean> {
  const ajena = await casa.db.selectFrom('expediente').select('id').where('tipo', '<>', 'catalogo').where('demo', '=', false).limit(1).executeTakeFirst();
  return !ajena;
}
