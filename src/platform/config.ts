import { join, resolve } from 'node:path';

export interface Config {
  /** Undefined: the embedded PostgreSQL in `directorio`. */
  url?: string;
  puerto: number;
  anfitrion: string;
  directorio: string;
  /** Folder of the trust list of signatures; none: no authority is trusted. */
  raices?: string;
  /** Host names under which it is served, besides loopback. */
  hosts: string[];
  /** Addresses of proxies of ours, besides this machine: their `X-Forwarded-For` is believed. */
  proxies: string[];
  demo: boolean;
}

const lista = (texto = ''): string[] =>
  texto
    .split(',')
    .map((t) => t.trim())
    .filter(Boolean);

/** Settings from the environment and the command line. Throws naming the one that is wrong. */
export function leerConfig(entorno: NodeJS.ProcessEnv, argumentos: readonly string[]): Config {
  const puerto = Number(entorno.PORT ?? 3000);
  if (!Number.isInteger(puerto) || puerto < 0 || puerto > 65_535) throw new Error(`PORT debe ser un número de puerto; vale «${entorno.PORT}».`);
  const url = entorno.DATABASE_URL || undefined;
  if (url && !/^postgres(ql)?:\/\//.test(url)) throw new Error('DATABASE_URL debe empezar con postgresql://');
  const desconocido = argumentos.find((a) => a !== '--sin-demo');
  if (desconocido) throw new Error(`No se conoce la opción «${desconocido}». La única es --sin-demo.`);
  return {
    url,
    puerto,
    anfitrion: entorno.HOST || '127.0.0.1',
    directorio: resolve(entorno.DATOS_DIR || 'datos'),
    raices: resolve(entorno.AYNI_RAICES || join(entorno.DATOS_DIR || 'datos', 'raices')),
    hosts: lista(entorno.HOSTS_PERMITIDOS),
    proxies: lista(entorno.PROXIES_DE_CONFIANZA),
    demo: !argumentos.includes('--sin-demo'),
  };
}

export interface ConfigDeCorreo {
  /** `smtp://usuario:clave@servidor:587` or `smtps://…` */
  url: string;
  /** Who the messages come from. */
  remitente: string;
}

/** Mail server (`SMTP_URL`, `CORREO_REMITENTE`); undefined: messages wait. Throws, without repeating the password, when it is not an address. */
export function leerCorreo(entorno: NodeJS.ProcessEnv): ConfigDeCorreo | undefined {
  const url = entorno.SMTP_URL?.trim();
  if (!url) return undefined;
  if (!/^smtps?:\/\/\S+$/.test(url) || !URL.canParse(url))
    throw new Error('SMTP_URL debe ser una dirección, por ejemplo smtp://usuario:clave@correo.gob.pe:587');
  const remitente = entorno.CORREO_REMITENTE?.trim() || `Ayni <ayni@${new URL(leerDireccionPublica(entorno)).hostname}>`;
  if (!/^([^<>]* )?<?[^\s<>@]+@[^\s<>@]+>?$/.test(remitente)) throw new Error('CORREO_REMITENTE debe ser una dirección, por ejemplo Ayni <ayni@pcm.gob.pe>');
  return { url, remitente };
}

/** Address under which people reach this installation (`DIRECCION_PUBLICA`), without a final bar. Throws when it is not one. */
export function leerDireccionPublica(entorno: NodeJS.ProcessEnv): string {
  const dada = entorno.DIRECCION_PUBLICA?.trim();
  if (!dada) return `http://localhost:${entorno.PORT || 3000}`;
  if (!/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(dada)) throw new Error('DIRECCION_PUBLICA debe ser una dirección, por ejemplo https://ayni.gob.pe');
  return dada.replace(/\/+$/, '');
}
