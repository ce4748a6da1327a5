import { hash } from 'node:crypto';
import { canon } from '../kernel/canon.ts';
import type { Ficha, Id } from '../kernel/tipos.ts';
import type { Contenido } from './registro.ts';

/** Head of an expediente in memory while an acto is decided. */
export interface Cabeza {
  id: Id;
  tipo: string;
  codigo: string;
  version: number;
  estado: unknown;
  huella: Buffer;
  relaciones: Record<string, Id>;
  demo: boolean;
  creadoEl: string;
}

export function sha256(dato: string | Buffer): Buffer {
  return hash('sha256', dato, 'buffer');
}

/** Link of the chain: sha-256 of the previous huella followed by the canonical content. */
export function encadenar(anterior: Buffer, contenido: string): Buffer {
  return sha256(Buffer.concat([anterior, Buffer.from(contenido)]));
}

export const SIN_ANTERIOR = Buffer.alloc(0);

/** Canonical text of a hecho, as stored and hashed. */
export function contenidoDe(c: Contenido): string {
  return canon(c);
}

/** Lower case, without accents, for search. */
export function sinTildes(texto: string): string {
  return texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Columns of the head row that follow from the folded state. */
export function filaDe(c: Cabeza, ficha: Ficha, actualizadoEn: string): Record<string, unknown> {
  return {
    id: c.id,
    tipo: c.tipo,
    codigo: c.codigo,
    version: c.version,
    estado: c.estado,
    huella: `\\x${c.huella.toString('hex')}`,
    titulo: ficha.titulo,
    situacion: ficha.situacion,
    entidad: ficha.entidad,
    territorio: ficha.territorio ?? null,
    relaciones: ficha.relaciones,
    participantes: ficha.participantes,
    unica: ficha.unica ?? null,
    busqueda: sinTildes(`${ficha.titulo} ${c.codigo}`),
    demo: c.demo,
    creado_el: c.creadoEl,
    actualizado_en: actualizadoEn,
  };
}

/** Rows of `pendiente` that follow from the ficha: one per addressee, whose place stays when others have done their part. */
export function pendientesDe(id: Id, ficha: Ficha): Record<string, unknown>[] {
  const lugar = new Map(ficha.participantes.map((e, i) => [e, i]));
  return ficha.pendientes.flatMap((p) => {
    const ocupados = new Set<number>();
    let siguiente = ficha.participantes.length;
    return p.para.map((d) => {
      const propio = lugar.get(d.entidad);
      const orden = propio === undefined || ocupados.has(propio) ? siguiente++ : propio;
      ocupados.add(orden);
      return {
        expediente_id: id,
        clave: p.clave,
        orden,
        que: p.que,
        numeral: p.numeral,
        entidad: d.entidad,
        cargos: d.cargos,
        desde: p.desde,
        vence: p.vence ?? null,
        acto: p.acto ?? null,
      };
    });
  });
}
