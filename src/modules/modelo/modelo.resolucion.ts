import { z } from 'zod';
import { EntidadRef, Texto } from '../../directiva/campos.ts';
import {
  DatosFeDeErratas,
  DatosResolucion,
  juzgarEmitida,
  juzgarFeDeErratas,
  juzgarProyecto,
  puedeResolver,
  siNoEsDiscrepante,
  yaFormalizado,
} from '../../directiva/resolucion.ts';
import { acto } from '../../kernel/acto.ts';
import type { Impedimento } from '../../kernel/tipos.ts';
import { textoAnexo } from './modelo.anexo.ts';
import { presideOConduce } from './modelo.lecturas.ts';
import type { Paquete } from './modelo.partes.ts';
import type { Modelo, ModeloHecho } from './modelo.ts';

const aprobado = (m: Modelo) => ({ sector: m.sector, texto: textoAnexo((m.paquete as Paquete).contenido) });

/** t12 (R7): a draft that differs is refused; an issued one that differs stands as discrepante, not in force (probe 8). */
export const registrarResolucion = acto<Modelo, DatosResolucion, ModeloHecho>({
  nombre: 'RegistrarResolucion',
  titulo: 'Registrar la Resolución Ministerial',
  resumen: 'Registra el proyecto o la resolución expedida que formaliza lo aprobado por la CIG; compara su anexo letra por letra.',
  expediente: 'modelo',
  numerales: ['8.15'],
  concurrencia: 'version',
  datos: DatosResolucion,
  puede: (actor, m, ctx) => puedeResolver(actor, m.sector, ctx),
  impide: (m) => {
    if (m.resolucion) return yaFormalizado(m.resolucion, 'Continúe con la estrategia de implementación.');
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
  decidir: (m, datos, ctx) => {
    if (datos.modo === 'borrador') {
      const j = juzgarProyecto(aprobado(m), datos, ctx);
      return 'impedimentos' in j ? j : { hechos: [{ tipo: 'ProyectoDeResolucionRegistrado', v: 1, datos: j.datos }] };
    }
    const j = juzgarEmitida(aprobado(m), datos, ctx);
    return 'impedimentos' in j ? j : { hechos: [{ tipo: 'ResolucionRegistrada', v: 1, datos: j.datos }], advertencias: j.advertencias };
  },
});

/** A published erratum is a fact too: it cures the discrepancy only if the corrected annex is the approved one (R7). */
export const registrarFeDeErratas = acto<Modelo, DatosFeDeErratas, ModeloHecho>({
  nombre: 'RegistrarFeDeErratas',
  titulo: 'Registrar una fe de erratas',
  resumen: 'Registra la fe de erratas de la resolución; si el anexo corregido es igual a lo aprobado, el modelo queda vigente.',
  expediente: 'modelo',
  numerales: ['8.15'],
  concurrencia: 'version',
  datos: DatosFeDeErratas,
  puede: (actor, m, ctx) => puedeResolver(actor, m.sector, ctx),
  impide: (m) => siNoEsDiscrepante(m.resolucion, 'Revise la situación de la resolución.'),
  decidir: (m, datos, ctx) => {
    const j = juzgarFeDeErratas(aprobado(m), m.resolucion, datos, ctx);
    return 'impedimentos' in j ? j : { hechos: [{ tipo: 'FeDeErratasRegistrada', v: 1, datos: j.datos }], advertencias: j.advertencias };
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
