import { createContext, type RouterContextProvider } from 'react-router';
import type { Firmas } from '../firmas.ts';
import type { Catalogo, Id } from '../kernel/tipos.ts';
import type { OficinaActiva } from '../platform/auth/oficinas.ts';
import type { SesionAbierta } from '../platform/auth/sesiones.propias.ts';
import type { SesionActiva } from '../platform/auth/sesiones.ts';
import type { Negado } from '../platform/auth/tablas.ts';
import type { Db } from '../platform/base.ts';
import type { AccionDisponible, Ejecutar, Solicitante } from '../platform/contrato.ts';
import type { Documento } from '../platform/documentos.ts';
import type { Registro } from '../platform/registro.ts';

/** A change of the session: the `Set-Cookie` that carries it. */
export interface CambioDeSesion {
  ok: true;
  cookie: string;
  debeCambiar: boolean;
}

/** Sign-in and its changes, bound to the request at hand. */
export interface Ingresos {
  ingresar(correo: string, clave: string): Promise<CambioDeSesion | Negado>;
  /** Offices for «Entrar como…»; empty where it is not allowed. */
  oficinasDeDemo(): Promise<OficinaActiva[]>;
  entrarComo(designacion: Id): Promise<CambioDeSesion | Negado>;
  usarOficina(designacion: Id): Promise<{ ok: true } | Negado>;
  cambiarClave(actual: string, nueva: string): Promise<{ ok: true } | Negado>;
  /** Open sessions of the own account. */
  sesiones(): Promise<SesionAbierta[]>;
  /** Ends the other sessions of the own account, or one of them. @returns how many */
  cerrarOtras(sesion?: Id): Promise<number>;
  /** Ends the session. @returns the cookie that removes it */
  salir(): Promise<string>;
}

/** What loaders and actions need of the house, for one request. */
export interface Deps {
  db: Db;
  registro: Registro;
  ejecutar: Ejecutar;
  disponibles(quien: Solicitante, expediente: Id): Promise<AccionDisponible[]>;
  catalogo(): Catalogo;
  /** Address printed in the documents. */
  direccionPublica: string;
  /** True when this installation can send mail. */
  correoConfigurado: boolean;
  ahora(): Date;
  /** Who signed in; null on public pages without session. */
  sesion: SesionActiva | null;
  /** Account and office in use; null without session, or while an office or a password must be chosen. */
  quien: Solicitante | null;
  ingresos: Ingresos;
  /** Token that every form carries; empty without session. */
  csrf: string;
  csrfValido(recibido: string | null): boolean;
  /** Nonce of the Content-Security-Policy of this answer. */
  nonce: string;
  /** True when this installation holds demo data. */
  demo: boolean;
  /** Stores a file in quarantine. @returns sha-256 in hex, or why the file is refused */
  subirDocumento(archivo: File): Promise<{ huella: string } | Negado>;
  leerDocumento(huella: string): Promise<Documento | undefined>;
  firmas: Firmas;
}

/** Key under which every loader finds its `Deps`. */
export const appContext = createContext<Deps>();

/** The `Deps` of the request. */
export function depsDe(context: Readonly<RouterContextProvider>): Deps {
  return context.get(appContext);
}
