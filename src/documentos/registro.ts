import type { Impedimento } from '../kernel/tipos.ts';
import { acta } from './acta.ts';
import { elevacion, elevacionDeInstrumento } from './elevacion.ts';
import { protocolo, reconocimiento } from './etti.ts';
import { acuerdo, informe } from './informe.ts';
import type { Legajo, TipoDeDocumento } from './legajo.ts';
import { pti } from './pti.ts';
import { resolucion, resolucionDeInstrumento } from './resolucion.ts';
import { supervision } from './supervision.ts';

/** Every kind, whatever the state it reads. A new one (a convenio…) is one file and one line here. */
// biome-ignore lint/suspicious/noExplicitAny: the registry holds kinds of every state.
const TIPOS: readonly TipoDeDocumento<any>[] = [
  acta,
  pti,
  informe,
  acuerdo,
  reconocimiento,
  protocolo,
  elevacion,
  resolucion,
  elevacionDeInstrumento,
  resolucionDeInstrumento,
  supervision,
];

/** `informe~mp-0901`: kind and, after the mark, the part it is about. */
const SEPARADOR = '~';

export interface DocumentoPosible {
  /** As in addresses. */
  tipo: string;
  nombre: string;
  numerales: readonly string[];
  /** Why it cannot be produced yet. */
  falta?: Impedimento;
  proyecto: boolean;
}

/** What an expediente of this kind can produce, available or not. */
export function documentosDe(l: Legajo): DocumentoPosible[] {
  return TIPOS.filter((t) => t.expediente === l.tipo).flatMap((t) =>
    (t.variantes ? t.variantes(l) : [{ clave: '', nombre: '' }]).map((v) => {
      const falta = t.falta(l, v.clave);
      return {
        tipo: v.clave ? `${t.clave}${SEPARADOR}${v.clave}` : t.clave,
        nombre: v.nombre ? `${t.nombre}: ${v.nombre}` : t.nombre,
        numerales: t.numerales,
        falta,
        proyecto: !falta && t.proyecto(l, v.clave),
      };
    }),
  );
}

/** Kind and part named in an address, if the expediente has them. */
export function tipoDe(tipo: string, l: Legajo): { tipo: TipoDeDocumento; variante: string } | undefined {
  const [clave, variante = ''] = tipo.split(SEPARADOR, 2);
  const t = TIPOS.find((x) => x.clave === clave && x.expediente === l.tipo);
  if (!t) return undefined;
  const existe = t.variantes ? t.variantes(l).some((v) => v.clave === variante) : variante === '';
  return existe ? { tipo: t, variante } : undefined;
}

/** Other expedientes that some document of this kind of expediente prints. */
export function necesitadosPor(expediente: string, estado: unknown): string[] {
  return TIPOS.filter((t) => t.expediente === expediente)
    .flatMap((t) => t.necesita?.(estado) ?? [])
    .filter((id): id is string => id !== undefined);
}
