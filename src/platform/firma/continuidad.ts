import { cambiosDesde } from './pdf/comparar.ts';
import { DocumentoPdf } from './pdf/documento.ts';
import { PdfIlegible } from './pdf/objetos.ts';

export type Continuidad = { clase: 'prefijo' | 'contenido' | 'distinto'; motivo?: string };

/**
 * Is a file another one plus signatures? Its bytes may begin with those of the other, or a signing program may have
 * written it again with the same content. Either way nothing but signatures may have been added.
 */
export function continuidadDe(base: Uint8Array, nuevo: Uint8Array): Continuidad {
  try {
    const [a, b] = [Buffer.from(base), Buffer.from(nuevo)];
    const prefijo = b.length >= a.length && b.subarray(0, a.length).equals(a);
    const cambios = cambiosDesde(new DocumentoPdf(a), new DocumentoPdf(b), { renumerado: !prefijo });
    if (cambios.length === 0) return { clase: prefijo ? 'prefijo' : 'contenido' };
    return {
      clase: 'distinto',
      motivo: prefijo ? `Al documento se le cambió algo antes de firmarlo. ${cambios.join(' ')}` : 'El archivo no es el documento que se descargó de aquí.',
    };
  } catch (e) {
    if (!(e instanceof PdfIlegible)) throw e;
    return { clase: 'distinto', motivo: `El archivo no se puede leer como PDF. ${e.message}` };
  }
}
