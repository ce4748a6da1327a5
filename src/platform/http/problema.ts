import type { Impedimento } from '../../kernel/tipos.ts';
import type { CodigoDeError, Rechazo } from '../contrato.ts';

/** Codes of the refusals that HTTP adds to those of `execute`. */
export type CodigoHttp =
  | CodigoDeError
  | 'pedido_malformado' // 400
  | 'falta_clave' // 400
  | 'sin_credenciales' // 401
  | 'origen_ajeno' // 403
  | 'metodo_no_admitido' // 405
  | 'muy_grande' // 413
  | 'tipo_no_admitido' // 415
  | 'host_no_admitido' // 421
  | 'demasiados_pedidos' // 429
  | 'falla' // 500
  | 'no_disponible'; // 503

/** Meaning of every code, as the readable page of the API explains it. `type` of a problem links to it. */
export const CODIGOS: Readonly<Record<CodigoHttp, { estado: number; titulo: string; que: string }>> = {
  pedido_malformado: { estado: 400, titulo: 'El pedido no se entiende', que: 'El cuerpo, la dirección o una cabecera no tienen la forma que se documenta.' },
  falta_clave: {
    estado: 400,
    titulo: 'Falta la cabecera Idempotency-Key',
    que: 'Cada acto lleva una clave que usted elige: repetir el mismo pedido con la misma clave no lo registra dos veces.',
  },
  datos_invalidos: { estado: 400, titulo: 'Hay datos por corregir', que: 'Un campo falta o no es válido; «campo» dice cuál.' },
  sin_credenciales: { estado: 401, titulo: 'Identifíquese', que: 'No hay sesión ni ficha, o ya vencieron.' },
  sin_permiso: {
    estado: 403,
    titulo: 'Su oficina no puede realizar este acto',
    que: 'El acto corresponde a otra oficina, o su designación no cubre la fecha.',
  },
  origen_ajeno: {
    estado: 403,
    titulo: 'El pedido viene de otro sitio',
    que: 'Con la sesión del navegador solo se aceptan pedidos del propio Ayni o con la cabecera X-CSRF.',
  },
  no_existe: { estado: 404, titulo: 'No se encontró', que: 'No existe ese acto, expediente, documento o dirección.' },
  metodo_no_admitido: { estado: 405, titulo: 'Método no admitido', que: 'La dirección existe, pero se usa con otro método; la cabecera Allow dice cuál.' },
  impedido: { estado: 409, titulo: 'No es posible', que: 'Una regla de la Directiva lo impide; cada impedimento cita su numeral y cómo se subsana.' },
  version_superada: {
    estado: 412,
    titulo: 'El expediente cambió',
    que: 'Otra oficina actuó después de la versión indicada en If-Match; «version» y ETag traen la actual.',
  },
  muy_grande: { estado: 413, titulo: 'El envío es demasiado grande', que: 'El cuerpo excede el máximo.' },
  tipo_no_admitido: { estado: 415, titulo: 'Tipo de contenido no admitido', que: 'El cuerpo o el archivo no son de un tipo admitido.' },
  host_no_admitido: {
    estado: 421,
    titulo: 'Nombre de servidor no admitido',
    que: 'La cabecera Host no está entre los nombres configurados (HOSTS_PERMITIDOS).',
  },
  clave_reutilizada: { estado: 422, titulo: 'La clave ya se usó para otro pedido', que: 'La misma Idempotency-Key acompañó antes a un pedido distinto.' },
  falta_version: { estado: 428, titulo: 'Falta la versión que usted vio', que: 'El acto necesita If-Match con la versión sobre la que se decide.' },
  demasiados_pedidos: { estado: 429, titulo: 'Demasiados pedidos seguidos', que: 'Se superó el máximo por minuto; Retry-After dice cuánto esperar.' },
  falla: {
    estado: 500,
    titulo: 'Ayni no pudo atender el pedido',
    que: 'Falla del sistema: nada quedó registrado. Puede repetir el pedido con la misma clave.',
  },
  no_disponible: { estado: 503, titulo: 'Ayni no está disponible', que: 'La base de datos no responde.' },
};

/** RFC 9457 body. `numeral`, `motivo` and `remedio` repeat the first impedimento. */
export interface Problema {
  type: string;
  title: string;
  status: number;
  detail: string;
  codigo: CodigoHttp;
  numeral?: string;
  motivo: string;
  remedio: string;
  impedimentos: readonly Impedimento[];
  /** Current version of the expediente, when it helps (409, 412, 428). */
  version?: number;
}

/** What every refusal says. */
export type Motivo = Partial<Pick<Impedimento, 'numeral' | 'campo'>> & Pick<Impedimento, 'motivo' | 'remedio'>;

/** Body of a problem. At least one reason, with its cure. */
export function problema(codigo: CodigoHttp, motivos: Motivo | readonly Motivo[], extra: { titulo?: string; version?: number } = {}): Problema {
  const { estado, titulo, que } = CODIGOS[codigo];
  const impedimentos = (Array.isArray(motivos) ? (motivos as readonly Motivo[]) : [motivos as Motivo]).map((m) => ({ numeral: '', ...m }));
  const primero = impedimentos[0] ?? { numeral: '', motivo: que, remedio: 'Consulte /api.' };
  return {
    type: `/api#${codigo}`,
    title: extra.titulo ?? titulo,
    status: estado,
    detail: `${primero.motivo} ${primero.remedio}`,
    codigo,
    numeral: primero.numeral || undefined,
    motivo: primero.motivo,
    remedio: primero.remedio,
    impedimentos,
    version: extra.version,
  };
}

/** Answer `application/problem+json`; with the ETag of the current version where it is known. */
export function respuestaProblema(p: Problema, cabeceras: Record<string, string> = {}): Response {
  const etag: Record<string, string> = p.version === undefined ? {} : { ETag: etagDe(p.version) };
  return new Response(JSON.stringify(p), {
    status: p.status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store', ...etag, ...cabeceras },
  });
}

/** A refusal of `execute` as HTTP tells it. */
export function problemaDeRechazo(r: Rechazo): Problema {
  return problema(r.codigo, r.impedimentos, { titulo: r.titulo, version: r.version });
}

/** Entity tag of a version: `"7"`. */
export function etagDe(version: number): string {
  return `"${version}"`;
}

/**
 * Version named by If-Match: undefined when the header is missing, `null` when it names none.
 * Weak tags are taken as their number: proxies that compress weaken them.
 */
export function versionDe(ifMatch: string | undefined): number | null | undefined {
  if (ifMatch === undefined) return undefined;
  const hallado = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim());
  return hallado ? Number(hallado[1]) : null;
}
