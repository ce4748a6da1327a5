import { createHash } from 'node:crypto';
import { dmy } from '../kernel/calendario.ts';
import type { Db } from '../platform/base.ts';
import { codigoLegible, leerCodigo } from '../platform/pdf/codigo.ts';
import { type DocumentoVerificable, findDocumentoGenerado, findPorHuella } from './generados.ts';

export type Cotejo = 'identico' | 'ampliado' | 'distinto';

/** What anybody may know of a document by its code: for one that is not public, only that it exists. */
export interface Verificado {
  codigo: string;
  publico: boolean;
  demo: boolean;
  titulo?: string;
  expediente?: string;
  version?: number;
  /** dd/mm/aaaa */
  fecha?: string;
  estado?: string;
  huella: string;
  /** Result of comparing an uploaded file; absent when none was. */
  cotejo?: Cotejo;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A signed PDF begins with the bytes that were signed: what was produced is whole, and something was added after. */
export function cotejar(d: Pick<DocumentoVerificable, 'huella' | 'tamano'>, bytes: Uint8Array): Cotejo {
  if (sha256(bytes) === d.huella) return 'identico';
  return bytes.length > d.tamano && sha256(bytes.subarray(0, d.tamano)) === d.huella ? 'ampliado' : 'distinto';
}

const estadoDe = (d: DocumentoVerificable): string =>
  [
    d.proyecto ? 'Proyecto: no produce efectos' : 'Texto según el expediente',
    d.versionActual > d.version ? `el expediente siguió y va por la versión ${d.versionActual}` : 'corresponde a la última versión del expediente',
  ].join('; ');

function mostrar(d: DocumentoVerificable, cotejo?: Cotejo): Verificado {
  const comun = { codigo: codigoLegible(d.codigo), publico: d.publico, demo: d.demo, huella: d.huella, cotejo };
  return d.publico
    ? {
        ...comun,
        titulo: d.titulo,
        expediente: `${d.codigoDeExpediente} · ${d.tituloDeExpediente}`,
        version: d.version,
        fecha: dmy(d.fecha),
        estado: estadoDe(d),
      }
    : comun;
}

/** By code, with the bytes of a file if one was given; by the bytes alone when there is no code. */
export async function verificar(db: Db, codigo: string, bytes?: Uint8Array): Promise<Verificado | undefined> {
  const limpio = leerCodigo(codigo);
  if (!limpio) {
    const hallado = codigo === '' && bytes ? await findPorHuella(db, sha256(bytes)) : undefined;
    return hallado && mostrar(hallado, 'identico');
  }
  const d = await findDocumentoGenerado(db, limpio);
  return d && mostrar(d, bytes && cotejar(d, bytes));
}
