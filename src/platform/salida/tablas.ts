import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../../kernel/tipos.ts';

export type ClaseDeSalida = 'convocatoria' | 'recordatorio' | 'vencido' | 'raiz';
export type EstadoDeSalida = 'por_dirigir' | 'dirigido' | 'pendiente' | 'enviado' | 'descartado' | 'muerto';

declare module '../base.ts' {
  interface Base {
    salida: {
      id: Generated<Id>;
      clave: string;
      clase: ClaseDeSalida;
      expediente: Id | null;
      datos: ColumnType<Record<string, unknown>, string | undefined, string>;
      entidad: string | null;
      cargo: string | null;
      cuenta: Id | null;
      estado: EstadoDeSalida;
      intentos: Generated<number>;
      proximo_en: Generated<Date>;
      tomado_hasta: Date | null;
      creada_en: Generated<Date>;
      terminada_en: Date | null;
      respuesta: string | null;
      motivo: string | null;
      destino: Buffer | null;
      contenido: Buffer | null;
    };
  }
}

/** One message of the outbox. `datos` hold no personal data. */
export interface Salida {
  id: Id;
  clave: string;
  clase: ClaseDeSalida;
  expediente: Id | null;
  datos: Record<string, unknown>;
}

/** Office that a message is for. */
export interface Oficina {
  entidad: string;
  cargo: string;
}

export interface Mensaje {
  asunto: string;
  texto: string;
  html: string;
  /** iCalendar file, when it convenes. */
  calendario?: { nombre: string; contenido: string };
}

/** What the platform asks of the rest of the house to know whom to write and what. */
export interface Redaccion {
  /** Offices that must receive it. */
  dirigir(s: Salida): Promise<readonly Oficina[]>;
  /** The text, from what the record says now; or why it no longer has to be sent. */
  redactar(s: Salida): Promise<Mensaje | { descartar: string }>;
}
