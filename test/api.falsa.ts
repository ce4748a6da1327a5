import { Hono } from 'hono';
import { montarApi } from '../src/api/api.ts';
import type { DepsApi } from '../src/api/deps.ts';
import type { SesionActiva } from '../src/platform/auth/sesiones.ts';
import { negar } from '../src/platform/auth/tablas.ts';
import type { Peticion, Rechazo, Resultado, Solicitante } from '../src/platform/contrato.ts';
import { rechazo } from '../src/platform/decidir.ts';
import { hostsPermitidos } from '../src/platform/http/host.ts';
import { montarSeguridad } from '../src/platform/http/montar.ts';
import type { VariablesHttp } from '../src/platform/http/registro.ts';
import { esquemaDe, MODULOS } from '../src/registro.ts';
import { catalogoMinimo } from './catalogo.minimo.ts';
import { idDe, oficina } from './escenario.ts';

export const QUIEN: Solicitante = { cuenta: idDe('cuenta'), actor: oficina('organo_descentralizacion', 'minsa'), demo: false };
export const EXPEDIENTE = idDe('expediente');

export const EXITO: Resultado = {
  ok: true,
  acto: idDe('acto'),
  expediente: EXPEDIENTE,
  tipo: 'servicio',
  version: 3,
  hechos: [{ expediente: EXPEDIENTE, version: 3, tipo: 'ServicioCorregido' }],
  abiertos: [],
  advertencias: [],
  repetido: false,
};

const SIN_DOCUMENTO: Rechazo = {
  ok: false,
  estado: 404,
  codigo: 'no_existe',
  titulo: 'No se encontró el documento',
  impedimentos: [{ numeral: '5.1', motivo: 'No hay un documento.', remedio: 'Ábralo desde su bandeja.' }],
};

/** The API over a house that answers what the test says, behind the real security middlewares. Tokens: `Bearer vale`, cookie `ayni=vale`. */
export function apiFalsa(cambios: Partial<DepsApi> & { https?: boolean } = {}) {
  const pedidas: Peticion[] = [];
  const lineas: object[] = [];
  const anotar = (campos: object) => void lineas.push(campos);
  const deps: DepsApi = {
    db: undefined as unknown as DepsApi['db'],
    ejecutar: async () => EXITO,
    disponibles: async () => [],
    modulos: MODULOS,
    esquemaDe,
    resolverCookie: async (req) => (req.headers.get('cookie') === 'ayni=vale' ? QUIEN : undefined),
    sesionPropia: async (req) =>
      req.headers.get('cookie') === 'ayni=vale'
        ? { sesion: { cuenta: QUIEN.cuenta, oficinas: [], debeCambiar: false } as unknown as SesionActiva, token: 'vale' }
        : undefined,
    resolverBearer: async (req) =>
      req.headers.get('authorization') === 'Bearer vale' ? { ok: true, quien: QUIEN } : negar(401, 'La ficha no existe.', 'Cree una ficha.'),
    fichaDe: (req) => (req.headers.has('authorization') ? { ficha: req.headers.get('authorization') as string, leida: false } : undefined),
    csrfValido: (req) => req.headers.get('x-csrf') === 'vale',
    catalogo: catalogoMinimo,
    eventos: { escuchar: async () => undefined },
    direccionPublica: 'https://ayni.gob.pe',
    guardarDocumento: async () => 'a3'.repeat(32),
    leerDocumento: async () => undefined,
    firmas: { preparar: async () => SIN_DOCUMENTO, firmar: async () => SIN_DOCUMENTO, informe: async () => undefined },
    ahora: () => new Date('2026-03-02T15:00:00Z'),
    log: { info: anotar, error: anotar },
    ...cambios,
  };
  const ejecutar = deps.ejecutar;
  const app = new Hono<{ Variables: VariablesHttp }>();
  montarSeguridad(app, { log: deps.log, hosts: hostsPermitidos('127.0.0.1', undefined), https: cambios.https ?? false });
  montarApi(app as unknown as Hono, {
    ...deps,
    ejecutar: async (p, q) => {
      if ('ficha' in q) {
        q.leida = true;
        q.quien = q.ficha === 'Bearer vale' ? QUIEN : undefined;
        if (!q.quien) return rechazo('sin_credenciales', 'x', [{ numeral: '', motivo: 'x', remedio: 'x' }]);
      }
      pedidas.push(p);
      return ejecutar(p, q);
    },
  });
  return {
    app,
    pedidas,
    lineas,
    /** Asks as a machine client with a good token. */
    pedir: (ruta: string, init: RequestInit = {}) =>
      app.request(`http://localhost${ruta}`, {
        ...init,
        headers: { host: 'localhost', authorization: 'Bearer vale', ...(init.headers as Record<string, string>) },
      }),
    /** Posts an acto with everything right unless changed; a header set to '' is left out. */
    acto(nombre: string, cuerpo: unknown = { expediente: EXPEDIENTE, datos: {} }, cabeceras: Record<string, string> = {}) {
      const todas: Record<string, string> = {
        host: 'localhost',
        authorization: 'Bearer vale',
        'content-type': 'application/json',
        'idempotency-key': 'clave-1',
        ...cabeceras,
      };
      const body = typeof cuerpo === 'string' ? cuerpo : JSON.stringify(cuerpo);
      todas['content-length'] ??= String(Buffer.byteLength(body));
      const headers = Object.fromEntries(Object.entries(todas).filter(([, v]) => v !== ''));
      return app.request(`http://localhost/api/v1/actos/${nombre}`, { method: 'POST', headers, body });
    },
  };
}
