import { type Acto, acto } from '../kernel/acto.ts';
import type { EntidadId, Hecho } from '../kernel/tipos.ts';
import {
  DatosFeDeErratas,
  DatosResolucion,
  type FeDeErratas,
  juzgarEmitida,
  juzgarFeDeErratas,
  juzgarProyecto,
  type Proyecto,
  puedeResolver,
  type Resolucion,
  siNoEsDiscrepante,
  yaFormalizado,
} from './resolucion.ts';

/** Hechos of a resolution, whatever it formalises. */
export type HechoDeResolucion =
  | Hecho<'ProyectoDeResolucionRegistrado', Proyecto>
  | Hecho<'ResolucionRegistrada', Omit<Resolucion, 'textoAceptado'> & { anexo?: string }>
  | Hecho<'FeDeErratasRegistrada', FeDeErratas>;

/** What the CIG approved and a minister formalises: a modelo, or another instrument on its own (8.15, R23). */
interface Formalizable<S> {
  expediente: string;
  /** «el modelo», «el instrumento». */
  que: string;
  /** Text that the annex must repeat. */
  texto: (s: S) => string;
  aprobado: (s: S) => boolean;
  /** What to do once formalised. */
  sigue: string;
  resolver: { nombre: string; titulo: string };
  corregir: { nombre: string; titulo: string };
}

/** The two actos of the ministry over what the CIG approved (8.15, R7): the resolution, draft or issued, and its erratum. */
export function actosDeResolucion<S extends { sector: EntidadId; resolucion?: Resolucion }>(
  f: Formalizable<S>,
): [Acto<S, DatosResolucion, HechoDeResolucion>, Acto<S, DatosFeDeErratas, HechoDeResolucion>] {
  const aprobado = (s: S) => ({ sector: s.sector, texto: f.texto(s) });
  const comun = { expediente: f.expediente, numerales: ['8.15'], concurrencia: 'version' as const };
  return [
    acto<S, DatosResolucion, HechoDeResolucion>({
      ...comun,
      ...f.resolver,
      resumen: `Registra el proyecto o la resolución expedida que formaliza ${f.que} que aprobó la CIG; compara su anexo letra por letra.`,
      datos: DatosResolucion,
      puede: (actor, s, ctx) => puedeResolver(actor, s.sector, ctx),
      impide: (s) => {
        if (s.resolucion) return yaFormalizado(s.resolucion, f.sigue);
        return f.aprobado(s)
          ? []
          : [
              {
                numeral: '8.15',
                motivo: 'La Resolución Ministerial formaliza la aprobación de la CIG, que aún no existe.',
                remedio: `Lleve ${f.que}, ya elevado, a una sesión de la CIG.`,
              },
            ];
      },
      decidir: (s, datos, ctx) => {
        if (datos.modo === 'borrador') {
          const j = juzgarProyecto(aprobado(s), datos, ctx);
          return 'impedimentos' in j ? j : { hechos: [{ tipo: 'ProyectoDeResolucionRegistrado', v: 1, datos: j.datos }] };
        }
        const j = juzgarEmitida(aprobado(s), datos, ctx);
        return 'impedimentos' in j ? j : { hechos: [{ tipo: 'ResolucionRegistrada', v: 1, datos: j.datos }], advertencias: j.advertencias };
      },
    }),
    acto<S, DatosFeDeErratas, HechoDeResolucion>({
      ...comun,
      ...f.corregir,
      resumen: `Registra la fe de erratas de la resolución; si el anexo corregido es igual a lo aprobado, ${f.que} queda vigente.`,
      datos: DatosFeDeErratas,
      puede: (actor, s, ctx) => puedeResolver(actor, s.sector, ctx),
      impide: (s) => siNoEsDiscrepante(s.resolucion, 'Revise la situación de la resolución.'),
      decidir: (s, datos, ctx) => {
        const j = juzgarFeDeErratas(aprobado(s), s.resolucion, datos, ctx);
        return 'impedimentos' in j ? j : { hechos: [{ tipo: 'FeDeErratasRegistrada', v: 1, datos: j.datos }], advertencias: j.advertencias };
      },
    }),
  ];
}
