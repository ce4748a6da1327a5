import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ZodError } from 'zod';
import type { Negado } from '../platform/auth/tablas.ts';
import { type CodigoHttp, type Problema, problema, respuestaProblema } from '../platform/http/problema.ts';
import { fallaSinDatos } from '../platform/http/registro.ts';
import type { DepsApi } from './deps.ts';
import type { EntornoApi } from './entorno.ts';

const DONDE: Readonly<Record<string, string>> = {
  json: 'el cuerpo',
  form: 'el formulario',
  query: 'la dirección',
  param: 'la dirección',
  header: 'las cabeceras',
};

/** `['filas', 0, 'fase']` → `filas[0].fase` */
export function rutaDe(path: readonly PropertyKey[]): string {
  return path.reduce<string>((r, p) => (typeof p === 'number' ? `${r}[${p}]` : r ? `${r}.${String(p)}` : String(p)), '');
}

/** `defaultHook` of every route: 400 naming each field. */
export function alValidar(r: { success: true } | { success: false; error: ZodError; target: string }): Response | undefined {
  if (r.success) return undefined;
  const donde = DONDE[r.target] ?? 'el pedido';
  return respuestaProblema(
    problema(
      'pedido_malformado',
      r.error.issues.map((i) => ({ campo: rutaDe(i.path), motivo: i.message, remedio: `Corrija ${donde} según la descripción de /api.` })),
    ),
  );
}

/** PostgreSQL out of reach: closing, starting, connection lost or refused, too many connections. */
function sinBase(e: unknown): boolean {
  const codigo = (e as { code?: unknown }).code;
  return typeof codigo === 'string' && /^(ECONN|ENOENT|ETIMEDOUT|EPIPE|08|57P0|53300)/.test(codigo);
}

/** `onError`: malformed JSON and foreign content types arrive here without passing the hook; the rest is a fault. */
export function alFallar(log: DepsApi['log']) {
  return (e: unknown, c: Context<EntornoApi>): Response => {
    if (e instanceof HTTPException && e.status === 415)
      return respuestaProblema(
        problema('tipo_no_admitido', {
          motivo: 'El cuerpo no viene en un formato admitido por esta dirección.',
          remedio: 'Envíe Content-Type: application/json; para archivos, multipart/form-data.',
        }),
      );
    if (e instanceof HTTPException && e.status === 413)
      return respuestaProblema(problema('muy_grande', { motivo: 'El envío excede el máximo.', remedio: 'Reduzca el contenido.' }));
    if (e instanceof HTTPException && e.status < 500)
      return respuestaProblema(
        problema('pedido_malformado', {
          motivo: 'El cuerpo no se puede leer: no es JSON bien formado o el formulario está incompleto.',
          remedio: 'Revise el cuerpo y vuelva a enviarlo. Nada quedó registrado.',
        }),
      );
    const pedido = c.get('pedido') as string | undefined;
    log.error({ pedido, ruta: c.req.path, falla: fallaSinDatos(e) }, 'falla');
    if (sinBase(e))
      return respuestaProblema(
        problema('no_disponible', { motivo: 'La base de datos no responde.', remedio: 'Espere un momento y repita el pedido con la misma clave.' }),
        { 'Retry-After': '5' },
      );
    return respuestaProblema(
      problema('falla', {
        motivo: 'Ocurrió una falla del sistema y nada quedó registrado.',
        remedio: `Repita el pedido; si persiste, comunique a la administración el código ${pedido ?? 'de la respuesta'}.`,
      }),
    );
  };
}

const CODIGO_DE: Readonly<Record<Negado['estado'], CodigoHttp>> = {
  400: 'datos_invalidos',
  401: 'sin_credenciales',
  403: 'sin_permiso',
  404: 'no_existe',
  409: 'impedido',
  429: 'sin_permiso',
};

/** A refusal about accounts as the API tells it. */
export function problemaDeNegado({ estado, numeral, motivo, remedio, campo }: Negado): Problema {
  return problema(CODIGO_DE[estado], { numeral, motivo, remedio, campo });
}

/** 404 of the API. */
export function noExiste(motivo: string, remedio: string): Response {
  return respuestaProblema(problema('no_existe', { motivo, remedio }));
}
