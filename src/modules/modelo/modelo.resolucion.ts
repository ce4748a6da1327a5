import { z } from 'zod';
import { DocumentoRef, EntidadRef, FechaCampo, Texto, TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { acto, type Contexto, type Permiso } from '../../kernel/acto.ts';
import type { Actor, Advertencia, Impedimento } from '../../kernel/tipos.ts';
import { normalizar, primeraDiferencia, textoAnexo } from './modelo.anexo.ts';
import { presideOConduce } from './modelo.lecturas.ts';
import type { Paquete } from './modelo.partes.ts';
import type { Modelo, ModeloHecho } from './modelo.ts';

const MAX_ANEXO = 2_000_000;
const Anexo = TextoLargo(
  'Anexo',
  'Texto íntegro del anexo. Debe ser igual al contenido que aprobó la CIG; el VISTO y los considerandos son del ministerio.',
  MAX_ANEXO,
);

const esMinistro = (quien: { entidad: string; cargo: string } | undefined, m: Modelo): boolean => quien?.cargo === 'ministro' && quien.entidad === m.sector;

/** The ministry records it; the minister, or who holds the office in charge, decides it (8.15). */
export const puedeResolver = (actor: Actor, m: Modelo, ctx: Contexto): Permiso => (esMinistro(actor, m) ? null : conduceSector(actor, m.sector, ctx.catalogo));

export const delMinistro = (m: Modelo, ctx: Contexto): Impedimento[] =>
  esMinistro(ctx.actor, m) || esMinistro(ctx.decididoPor, m)
    ? []
    : [
        {
          numeral: '8.15',
          campo: 'decididoPor',
          motivo: 'La Resolución Ministerial la expide quien ejerce el despacho ministerial del sector rector.',
          remedio: 'Indique que la decidió el Despacho Ministerial.',
        },
      ];

/** Where the annex departs from the approved version; undefined when they are the same (R7). */
const diferenciaCon = (m: Modelo, anexo: string): string | undefined => primeraDiferencia(textoAnexo((m.paquete as Paquete).contenido), anexo);

const falta = (campo: string, motivo: string): Impedimento => ({
  numeral: '8.15',
  campo,
  motivo,
  remedio: 'Complete el dato tal como figura en la resolución.',
});

const DatosResolucion = z.object({
  modo: Opcion('Qué registra', { borrador: 'Proyecto por expedir', emitida: 'Resolución ya expedida' }),
  numero: TextoOpcional('Número', 'Solo si ya fue expedida. Ejemplo: 123-2026-MINSA.', 80),
  fecha: FechaCampo('Fecha', 'Solo si ya fue expedida.').optional(),
  firma: Opcion('Firma', { titular: 'Titular del despacho ministerial', encargatura: 'Encargado del despacho ministerial' }).default('titular'),
  visto: TextoLargo('VISTO'),
  considerando: TextoLargo('CONSIDERANDO', '', 100_000),
  anexo: Anexo,
  documento: DocumentoRef('Archivo de la resolución').optional(),
});
type DatosResolucion = z.output<typeof DatosResolucion>;

function proyecto(m: Modelo, d: DatosResolucion, ctx: Contexto): { hechos: ModeloHecho[] } | { impedimentos: Impedimento[] } {
  const diferencia = diferenciaCon(m, d.anexo);
  if (diferencia)
    return {
      impedimentos: [
        {
          numeral: '8.15',
          campo: 'anexo',
          motivo: `El anexo difiere de lo aprobado por la CIG en la ${diferencia}.`,
          remedio: 'Use como anexo el texto aprobado, sin cambios.',
        },
      ],
    };
  const { visto, considerando, documento } = d;
  return {
    hechos: [{ tipo: 'ProyectoDeResolucionRegistrado', v: 1, datos: { visto, considerando, documento, huellaAnexo: ctx.huella(normalizar(d.anexo)) } }],
  };
}

function emitida(m: Modelo, d: DatosResolucion, ctx: Contexto): { hechos: ModeloHecho[]; advertencias: Advertencia[] } | { impedimentos: Impedimento[] } {
  const { numero, fecha, firma, visto, considerando, documento } = d;
  const impedimentos = delMinistro(m, ctx);
  if (!numero) impedimentos.push(falta('numero', 'Falta el número de la resolución expedida.'));
  if (!fecha) impedimentos.push(falta('fecha', 'Falta la fecha de la resolución expedida.'));
  else if (fecha > ctx.hoy) impedimentos.push(falta('fecha', 'La fecha de la resolución está en el futuro.'));
  if (impedimentos.length > 0 || !numero || !fecha) return { impedimentos };
  const diferencia = diferenciaCon(m, d.anexo);
  const advertencias: Advertencia[] = [];
  if (diferencia)
    advertencias.push({
      numeral: '8.15',
      motivo: `El anexo publicado difiere de lo aprobado por la CIG en la ${diferencia}. La resolución queda registrada como discrepante y el modelo no está vigente hasta una fe de erratas o un acuerdo de la CIG.`,
    });
  if (!documento) advertencias.push({ numeral: '8.15', motivo: 'No se adjuntó el archivo de la resolución.' });
  const huellaAnexo = ctx.huella(normalizar(d.anexo));
  const comun = { numero, fecha, firma, visto, considerando, documento, huellaAnexo };
  const datos = diferencia
    ? { ...comun, situacion: 'discrepante' as const, diferencia, anexo: normalizar(d.anexo) }
    : { ...comun, situacion: 'vigente' as const };
  return { hechos: [{ tipo: 'ResolucionRegistrada', v: 1, datos }], advertencias };
}

/** t12 (R7): a draft that differs is refused; an issued one that differs stands as discrepante, not in force (probe 8). */
export const registrarResolucion = acto<Modelo, DatosResolucion, ModeloHecho>({
  nombre: 'RegistrarResolucion',
  titulo: 'Registrar la Resolución Ministerial',
  resumen: 'Registra el proyecto o la resolución expedida que formaliza lo aprobado por la CIG; compara su anexo letra por letra.',
  expediente: 'modelo',
  numerales: ['8.15'],
  concurrencia: 'version',
  datos: DatosResolucion,
  puede: puedeResolver,
  impide: (m) => {
    if (m.resolucion?.situacion === 'discrepante')
      return [
        {
          numeral: '8.15',
          motivo: `Ya está registrada la Resolución Ministerial N.º ${m.resolucion.numero}, con anexo discrepante.`,
          remedio: 'Registre su fe de erratas, o lleve el texto publicado a la CIG.',
        },
      ];
    if (m.resolucion)
      return [
        { numeral: '8.15', motivo: 'La aprobación ya está formalizada por Resolución Ministerial.', remedio: 'Continúe con la estrategia de implementación.' },
      ];
    return m.pistaA === 'E9'
      ? []
      : [
          {
            numeral: '8.15',
            motivo: 'La Resolución Ministerial formaliza la aprobación de la CIG, que aún no existe.',
            remedio: 'Lleve el modelo elevado a una sesión de la CIG.',
          },
        ];
  },
  decidir: (m, datos, ctx) => (datos.modo === 'borrador' ? proyecto(m, datos, ctx) : emitida(m, datos, ctx)),
});

const DatosFeDeErratas = z.object({
  numero: Texto('Número o referencia', '', 80),
  fecha: FechaCampo('Fecha'),
  anexo: Anexo.meta({ title: 'Anexo corregido', description: 'Texto íntegro del anexo, ya corregido.', control: 'texto-largo' }),
  documento: DocumentoRef('Archivo de la fe de erratas').optional(),
});

/** A published erratum is a fact too: it cures the discrepancy only if the corrected annex is the approved one (R7). */
export const registrarFeDeErratas = acto<Modelo, z.output<typeof DatosFeDeErratas>, ModeloHecho>({
  nombre: 'RegistrarFeDeErratas',
  titulo: 'Registrar una fe de erratas',
  resumen: 'Registra la fe de erratas de la resolución; si el anexo corregido es igual a lo aprobado, el modelo queda vigente.',
  expediente: 'modelo',
  numerales: ['8.15'],
  concurrencia: 'version',
  datos: DatosFeDeErratas,
  puede: puedeResolver,
  impide: (m) =>
    m.resolucion?.situacion === 'discrepante'
      ? []
      : [{ numeral: '8.15', motivo: 'No hay una Resolución Ministerial discrepante que corregir.', remedio: 'Revise la situación de la resolución.' }],
  decidir: (m, { numero, fecha, anexo, documento }, ctx) => {
    if (fecha > ctx.hoy || fecha < (m.resolucion?.fecha ?? fecha))
      return { impedimentos: [falta('fecha', 'La fecha de la fe de erratas está en el futuro o es anterior a la resolución.')] };
    const diferencia = diferenciaCon(m, anexo);
    const comun = { numero, fecha, documento, huellaAnexo: ctx.huella(normalizar(anexo)) };
    return diferencia
      ? {
          hechos: [{ tipo: 'FeDeErratasRegistrada', v: 1, datos: { ...comun, conforme: false, diferencia, anexo: normalizar(anexo) } }],
          advertencias: [{ numeral: '8.15', motivo: `El anexo corregido aún difiere de lo aprobado en la ${diferencia}. La resolución sigue discrepante.` }],
        }
      : { hechos: [{ tipo: 'FeDeErratasRegistrada', v: 1, datos: { ...comun, conforme: true } }] };
  },
});

const DatosImplementacion = z.object({
  poi: z
    .array(
      z.object({
        entidad: EntidadRef('Entidad'),
        anio: z.coerce.number().int().min(2016).max(2100).meta({ title: 'Año del POI', control: 'texto' }),
        meta: Texto('Meta', '', 1000),
        actividad: Texto('Actividad del POI', '', 1000),
      }),
    )
    .default([])
    .meta({ title: 'Metas en los planes operativos', description: 'Se consideran desde el próximo POI por formular.', control: 'lista' }),
});

function impideIniciar(m: Modelo): Impedimento[] {
  if (m.pistaA === 'E12') return [{ numeral: '8.16', motivo: 'La implementación ya está iniciada.', remedio: 'Continúe con el seguimiento.' }];
  const lista: Impedimento[] = [];
  if (m.resolucion?.situacion !== 'vigente')
    lista.push({
      numeral: '8.15',
      motivo: 'El modelo no está vigente: falta la Resolución Ministerial que formalice lo aprobado.',
      remedio: 'Registre la Resolución Ministerial con el anexo aprobado.',
    });
  if (!m.estrategia?.cronograma.filas.length)
    lista.push({
      numeral: '8.16',
      motivo: 'Falta la estrategia de implementación con su cronograma, adoptados por la CIG.',
      remedio: 'Redáctelos y llévelos a una sesión de la CIG.',
    });
  return lista;
}

/** t14: blocked without strategy and schedule (8.16) or without an RM in force (8.15); the POI only warns (9.5, R22). */
export const iniciarImplementacion = acto<Modelo, z.output<typeof DatosImplementacion>, ModeloHecho>({
  nombre: 'IniciarImplementacion',
  titulo: 'Iniciar la implementación',
  resumen: 'Pone en marcha el modelo con su estrategia y cronograma.',
  expediente: 'modelo',
  numerales: ['8.15', '8.16', '9.5'],
  concurrencia: 'version',
  datos: DatosImplementacion,
  puede: presideOConduce,
  impide: impideIniciar,
  decidir: (_m, datos) => ({
    hechos: [{ tipo: 'ImplementacionIniciada', v: 1, datos }],
    advertencias:
      datos.poi.length > 0
        ? []
        : [
            {
              numeral: '9.5',
              motivo: 'No se registran metas en los planes operativos; corresponde considerarlas en el próximo POI de cada entidad involucrada.',
            },
          ],
  }),
});
