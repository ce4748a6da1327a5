import { z } from 'zod';
import { integraEtti } from '../../directiva/asientos.ts';
import { DocumentoRef, EntidadRef, FechaCampo, Texto, TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { NIVELES_DE_GOBIERNO } from '../../directiva/consenso.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { acto } from '../../kernel/acto.ts';
import type { Advertencia, Impedimento } from '../../kernel/tipos.ts';
import { CRITERIOS, DIMENSIONES, TIPOS_DE_INDICADOR } from './modelo.etiquetas.ts';
import { criteriosFallidos } from './modelo.faltantes.ts';
import { ettiDe, preside, siVolvioAlPlan } from './modelo.lecturas.ts';
import type { Indicador } from './modelo.partes.ts';
import { type Modelo, type ModeloHecho, vigentes } from './modelo.ts';

const criterio = (title: string) => z.boolean().default(false).meta({ title, control: 'casilla' });
const Numero = z.coerce.number({ error: 'Indique el número del indicador.' }).int().min(1).meta({ title: 'Indicador', control: 'indicador' });

const DatosIndicador = z.object({
  nombre: Texto('Indicador'),
  dimension: Opcion('Qué mide', DIMENSIONES),
  tipo: Opcion('Tipo', TIPOS_DE_INDICADOR),
  formula: TextoLargo('Fórmula', '', 2000),
  unidad: Texto('Unidad de medida', '', 100),
  fuente: Texto('Fuente de datos', '', 1000),
  periodicidad: Texto('Periodicidad', '', 100),
  criterios: z
    .object({
      simplicidad: criterio(CRITERIOS.simplicidad),
      confiabilidad: criterio(CRITERIOS.confiabilidad),
      validez: criterio(CRITERIOS.validez),
      costoRazonable: criterio(CRITERIOS.costoRazonable),
    })
    .prefault({})
    .meta({ title: 'Requisitos que cumple' }),
});

/** 8.18: possible from the first day of the diagnosis (probe 10). */
export const proponerIndicador = acto<Modelo, z.output<typeof DatosIndicador>, ModeloHecho>({
  nombre: 'ProponerIndicador',
  titulo: 'Proponer un indicador',
  resumen: 'Propone un indicador desde el inicio; queda en borrador hasta que un acuerdo lo recoja.',
  expediente: 'modelo',
  numerales: ['8.17', '8.18', '8.19'],
  concurrencia: 'conmuta',
  datos: DatosIndicador,
  puede: (actor, _m, ctx) => integraEtti(actor, ettiDe(ctx)),
  impide: siVolvioAlPlan,
  decidir: (m, datos) => {
    const numero = m.indicadores.length + 1;
    const fallidos = criteriosFallidos({ ...datos, numero, situacion: 'borrador' });
    return {
      hechos: [{ tipo: 'IndicadorPropuesto', v: 1, datos: { numero, ...datos } }],
      advertencias: fallidos.length > 0 ? [{ numeral: '8.19', motivo: `El indicador aún no cumple: ${fallidos.join(', ')}.` }] : [],
    };
  },
});

function buscar(m: Modelo, numero: number): Indicador | { impedimentos: Impedimento[] } {
  return (
    vigentes(m).find((i) => i.numero === numero) ?? {
      impedimentos: [{ numeral: '8.17', campo: 'numero', motivo: 'No hay un indicador vigente con ese número.', remedio: 'Elija un indicador de la lista.' }],
    }
  );
}

const DatosAcuerdo = z.object({
  numero: Numero,
  organo: Opcion('Quién lo acordó', { etti: 'El ETTI', cig: 'La CIG' }),
  acta: TextoOpcional('Acta o acuerdo que lo recoge', 'Por ejemplo: acta de la reunión 3 del ETTI.', 300),
  niveles: z
    .array(z.enum(NIVELES_DE_GOBIERNO))
    .default([])
    .meta({ title: 'Niveles que lo consensuaron', etiquetas: { nacional: 'Nacional', regional: 'Regional', local: 'Local' } }),
  entidad: EntidadRef('Entidad que asume el compromiso').optional(),
  compromiso: TextoOpcional('Compromiso asumido', '', 2000),
  documento: DocumentoRef('Archivo del acta').optional(),
});
type DatosAcuerdo = z.output<typeof DatosAcuerdo>;

/** R9: a level without ETTI member agrees through the CIG, so the levels of an earlier agreement still count. */
function advertenciasDeAcuerdo(i: Indicador, d: DatosAcuerdo): Advertencia[] {
  const faltan = NIVELES_DE_GOBIERNO.filter((n) => !d.niveles.includes(n) && !i.acuerdo?.niveles.includes(n));
  return [
    ...(i.lineaBase ? [] : [{ numeral: '8.17', motivo: 'El indicador queda acordado sin línea de base; la primera medición puede serlo.' }]),
    ...(faltan.length > 0 ? [{ numeral: '8.17', motivo: `No consta el consenso del nivel: ${faltan.join(', ')}. Puede acordarse por la CIG.` }] : []),
    ...(d.entidad ? [] : [{ numeral: '8.18', motivo: 'El acuerdo no nombra a la entidad que asume el compromiso.' }]),
  ];
}

/** 8.18: an indicator is agreed only by an acuerdo of the ETTI or of the CIG (probe 9). */
export const acordarIndicador = acto<Modelo, DatosAcuerdo, ModeloHecho>({
  nombre: 'AcordarIndicador',
  titulo: 'Registrar el acuerdo sobre un indicador',
  resumen: 'Enlaza el indicador con el acta o acuerdo que lo recoge y con los compromisos asumidos.',
  expediente: 'modelo',
  numerales: ['8.17', '8.18'],
  concurrencia: 'version',
  datos: DatosAcuerdo,
  puede: preside,
  impide: siVolvioAlPlan,
  decidir: (m, datos) => {
    const i = buscar(m, datos.numero);
    if ('impedimentos' in i) return i;
    if (!datos.acta)
      return {
        impedimentos: [
          {
            numeral: '8.18',
            campo: 'acta',
            motivo: 'Un indicador queda acordado cuando lo recoge un acuerdo del ETTI o de la CIG.',
            remedio: 'Indique el acta o acuerdo; mientras tanto el indicador sigue en borrador.',
          },
        ],
      };
    return { hechos: [{ tipo: 'IndicadorAcordado', v: 1, datos: { ...datos, acta: datos.acta } }], advertencias: advertenciasDeAcuerdo(i, datos) };
  },
});

const DatosLineaBase = z.object({
  numero: Numero,
  valor: z.coerce.number({ error: 'Indique un número.' }).meta({ title: 'Valor', control: 'texto' }),
  fecha: FechaCampo('Fecha del dato'),
  fuente: Texto('Fuente', '', 1000),
});

/** 8.17; in any order with the agreement (R9). */
export const registrarLineaBase = acto<Modelo, z.output<typeof DatosLineaBase>, ModeloHecho>({
  nombre: 'RegistrarLineaBase',
  titulo: 'Registrar la línea de base de un indicador',
  resumen: 'Registra el valor de partida del indicador, con su fecha y su fuente.',
  expediente: 'modelo',
  numerales: ['8.17', '9.4'],
  concurrencia: 'version',
  datos: DatosLineaBase,
  puede: (actor, _m, ctx) => integraEtti(actor, ettiDe(ctx)),
  impide: siVolvioAlPlan,
  decidir: (m, datos) => {
    const i = buscar(m, datos.numero);
    return 'impedimentos' in i ? i : { hechos: [{ tipo: 'LineaBaseRegistrada', v: 1, datos }] };
  },
});

const DatosRetiro = z.object({ numero: Numero, motivo: TextoLargo('Motivo', '', 2000) });

/** Cures a mistaken or abandoned indicator; it stays in the record. */
export const retirarIndicador = acto<Modelo, z.output<typeof DatosRetiro>, ModeloHecho>({
  nombre: 'RetirarIndicador',
  titulo: 'Retirar un indicador',
  resumen: 'Deja de usar un indicador; queda en la cronología con su motivo.',
  expediente: 'modelo',
  numerales: ['8.17'],
  concurrencia: 'version',
  datos: DatosRetiro,
  puede: preside,
  impide: siVolvioAlPlan,
  decidir: (m, datos) => {
    const i = buscar(m, datos.numero);
    if ('impedimentos' in i) return i;
    return {
      hechos: [{ tipo: 'IndicadorRetirado', v: 1, datos }],
      advertencias:
        i.situacion === 'acordado' ? [{ numeral: '8.18', motivo: 'El indicador ya había sido acordado; informe del retiro a quienes lo consensuaron.' }] : [],
    };
  },
});
