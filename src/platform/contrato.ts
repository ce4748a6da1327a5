import type { Actor, Advertencia, DecididoPor, Fecha, Id, Impedimento } from '../kernel/tipos.ts';

/** What somebody asks `execute` to do. */
export interface Peticion {
  /** Name of the acto: `ElevarModelo`. */
  acto: string;
  expediente: Id;
  /** Version seen (If-Match); undefined when not sent. */
  version?: number;
  datos: unknown;
  /** Idempotency-Key. */
  clave: string;
  /** Legal date; today in Lima when absent. */
  ocurridoEl?: Fecha;
  decididoPor?: DecididoPor;
}

/** Account, sessions and offices of who asks; `actor` is the office in use. */
export interface Solicitante {
  cuenta: Id;
  actor: Actor;
  demo: boolean;
}

/**
 * A token not read yet. Whoever executes the acto reads it together with what the acto needs, before deciding anything,
 * and notes here that it did and whom the token stands for.
 */
export interface FichaPorLeer {
  /** sha-256 of the token, in hex. */
  ficha: string;
  leida: boolean;
  quien?: Solicitante;
}

export interface Exito {
  ok: true;
  acto: Id;
  expediente: Id;
  tipo: string;
  version: number;
  hechos: { expediente: Id; version: number; tipo: string }[];
  /** Expedientes that the acto opened, with the number each received. */
  abiertos: { expediente: Id; codigo: string; demo: boolean }[];
  advertencias: Advertencia[];
  /** True when it is the stored answer of an earlier request with the same key. */
  repetido: boolean;
}

export type CodigoDeError =
  | 'datos_invalidos' // 400
  | 'sin_credenciales' // 401
  | 'sin_permiso' // 403
  | 'no_existe' // 404
  | 'impedido' // 409
  | 'version_superada' // 412
  | 'clave_reutilizada' // 422
  | 'falta_version'; // 428

export interface Rechazo {
  ok: false;
  estado: 400 | 401 | 403 | 404 | 409 | 412 | 422 | 428;
  codigo: CodigoDeError;
  titulo: string;
  impedimentos: Impedimento[];
  /** Current version, when it helps (412, 428). */
  version?: number;
}

export type Resultado = Exito | Rechazo;

/** `execute`: one acto, one pure decision, one transaction. */
export type Ejecutar = (peticion: Peticion, quien: Solicitante | FichaPorLeer) => Promise<Resultado>;

/** Gathers a finding for an acto, outside the transaction: what it says and the files that the acto thereby cites, or why not. */
export type Peritar = (
  pericia: string,
  acto: { expediente: Id; datos: unknown },
  quien: Solicitante,
) => Promise<{ hallazgo: unknown; documentos: readonly string[] } | Rechazo>;

/** An acto as the screen of an expediente offers it. */
export interface AccionDisponible {
  acto: string;
  titulo: string;
  resumen: string;
  numerales: readonly string[];
  /** `ajena`: another office performs it. */
  estado: 'posible' | 'impedida' | 'ajena';
  impedimentos: Impedimento[];
  concurrencia: 'version' | 'conmuta';
}
