import type { ColumnType, Generated } from 'kysely';
import type { Fecha, Id } from '../../kernel/tipos.ts';

declare module '../base.ts' {
  interface Base {
    cuenta: {
      id: Id;
      persona: Id;
      correo: string;
      clave_hash: string | null;
      debe_cambiar: boolean;
      activa: Generated<boolean>;
      bloqueada_en: Generated<Date | null>;
      demo: Generated<boolean>;
      creada_en: Date;
      ultimo_ingreso: Date | null;
    };
    intento_ingreso: { clave: Buffer; intentos: number; ultimo_en: Date; bloqueado_hasta: Date | null };
    intento_red: { clave: Buffer; nivel: number; actualizado_en: Date };
    sesion_web: {
      token: Buffer;
      id: Generated<Id>;
      cuenta: Id;
      designacion: Id | null;
      creada_en: Date;
      ultima_en: Date;
      vence_en: Date;
      navegador: string | null;
    };
    ficha_api: {
      id: Id;
      nombre: string;
      token: Buffer;
      cuenta: Id;
      designacion: Id;
      creada_en: Date;
      vence_el: Fecha;
      revocada_en: Date | null;
      ultima_en: Date | null;
    };
    bitacora: {
      id: Generated<number>;
      ocurrio_en: Date;
      cuenta: Id | null;
      designacion: Id | null;
      que: string;
      sobre: Id;
      detalle: ColumnType<Record<string, unknown>, string | undefined, never>;
    };
    secreto: { nombre: string; valor: Buffer };
  }
}

/** Why something about accounts is refused. `numeral` only where the Directive speaks. */
export interface Negado {
  ok: false;
  estado: 400 | 401 | 403 | 404 | 409 | 429;
  numeral: string;
  motivo: string;
  remedio: string;
  /** Field of the form, where there is one. */
  campo?: string;
}

/** A refusal that no numeral governs. */
export function negar(estado: Negado['estado'], motivo: string, remedio: string, campo?: string): Negado {
  return { ok: false, estado, numeral: '', motivo, remedio, campo };
}
