import { z } from 'zod';
import { EntidadRef, Texto } from '../../directiva/campos.ts';
import { actosDeResolucion } from '../../directiva/formalizar.ts';
import { acto } from '../../kernel/acto.ts';
import type { Advertencia, Catalogo, Impedimento } from '../../kernel/tipos.ts';
import { textoAnexo } from './modelo.anexo.ts';
import { presideOConduce } from './modelo.lecturas.ts';
import type { LineaPoi, Paquete } from './modelo.partes.ts';
import { obligadasAlPoi } from './modelo.poi.ts';
import type { Modelo, ModeloHecho } from './modelo.ts';

/** t12 (R7): a draft that differs is refused; an issued one that differs stands as discrepante, not in force (probe 8). */
export const [registrarResolucion, registrarFeDeErratas] = actosDeResolucion<Modelo>({
  expediente: 'modelo',
  que: 'el modelo',
  texto: (m) => textoAnexo((m.paquete as Paquete).contenido),
  aprobado: (m) => m.pistaA === 'E9',
  sigue: 'Continúe con la estrategia de implementación.',
  resolver: { nombre: 'RegistrarResolucion', titulo: 'Registrar la Resolución Ministerial' },
  corregir: { nombre: 'RegistrarFeDeErratas', titulo: 'Registrar una fe de erratas' },
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

/** 9.5 (R22): names who has declared no goal for the next POI. */
function faltaPoi(m: Modelo, declaradas: readonly LineaPoi[], catalogo: Catalogo): Advertencia[] {
  const con = new Set([...declaradas, ...(m.vinculaciones ?? [])].map((x) => x.entidad));
  const faltan = obligadasAlPoi(m).filter((e) => !con.has(e));
  if (faltan.length === 0) return [];
  return [
    {
      numeral: '9.5',
      motivo:
        con.size === 0
          ? 'No se registran metas en los planes operativos; corresponde considerarlas en el próximo POI de cada entidad involucrada.'
          : `Aún sin metas en su plan operativo: ${faltan.map((e) => catalogo.entidad(e)?.nombre ?? e).join(', ')}; corresponde considerarlas en su próximo POI.`,
    },
  ];
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
  decidir: (m, datos, ctx) => ({ hechos: [{ tipo: 'ImplementacionIniciada', v: 1, datos }], advertencias: faltaPoi(m, datos.poi, ctx.catalogo) }),
});
