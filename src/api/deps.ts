import type { Firmas } from '../firmas.ts';
import type { ActoCualquiera, ModuloCualquiera } from '../kernel/acto.ts';
import type { Catalogo, Id } from '../kernel/tipos.ts';
import type { SesionActiva } from '../platform/auth/sesiones.ts';
import type { Negado } from '../platform/auth/tablas.ts';
import type { Db } from '../platform/base.ts';
import type { AccionDisponible, Ejecutar, FichaPorLeer, Solicitante } from '../platform/contrato.ts';
import type { Documento } from '../platform/documentos.ts';
import type { Eventos } from '../platform/eventos.ts';
import type { Registrador } from '../platform/http/registro.ts';

/** What the API needs of the rest of the house; `src/app.ts` fills it. */
export interface DepsApi {
  db: Db;
  ejecutar: Ejecutar;
  /** What this office can do now on the expediente, or why not; empty when the expediente does not exist. */
  disponibles(quien: Solicitante, expediente: Id): Promise<readonly AccionDisponible[]>;
  /** Every module with its actos, the agreements of the CIG included. */
  modulos: readonly ModuloCualquiera[];
  /** JSON Schema (2020-12) of the data of an acto. */
  esquemaDe(acto: ActoCualquiera): Record<string, unknown>;
  /** Account and office behind the session cookie; undefined when there is none or it expired. */
  resolverCookie(req: Request): Promise<Solicitante | undefined>;
  /** Open session of the cookie with its token, whether or not an office is in use. */
  sesionPropia(req: Request): Promise<{ sesion: SesionActiva; token: string } | undefined>;
  /** Account and office behind `Authorization: Bearer`, or why not: 401 when it is no good, 403 when its office or account is not in force. */
  resolverBearer(req: Request): Promise<{ ok: true; quien: Solicitante } | Negado>;
  /** Token of `Authorization: Bearer`, for `ejecutar` to read; undefined when the header brings none. */
  fichaDe(req: Request): FichaPorLeer | undefined;
  /** True when the header `X-CSRF` carries the token of the session of the cookie. */
  csrfValido(req: Request): boolean | Promise<boolean>;
  catalogo(): Catalogo;
  eventos: Pick<Eventos, 'escuchar'>;
  /** Address printed in the documents. */
  direccionPublica: string;
  /** Stores the bytes in quarantine, bound to the uploader. Same bytes, same huella. @returns sha-256 in hex */
  guardarDocumento(bytes: Uint8Array, nombre: string, tipo: string, quien: Solicitante): Promise<string>;
  leerDocumento(huella: string): Promise<Documento | undefined>;
  firmas: Firmas;
  ahora(): Date;
  /** Where requests and faults are written. */
  log: Registrador;
}
