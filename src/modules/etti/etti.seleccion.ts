import { z } from 'zod';
import { presideEtti } from '../../directiva/asientos.ts';
import { EntidadRef } from '../../directiva/campos.ts';
import { acto } from '../../kernel/acto.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { Advertencia, Catalogo, Impedimento } from '../../kernel/tipos.ts';
import { DEFECTOS } from './etti.etiquetas.ts';
import { defectoDeSeleccion, type Etti, type EttiHecho, enAsiento, esperadosV } from './etti.ts';

/** Offices chosen for seat v. */
export const Gerentes = z
  .array(
    z.object({
      entidad: EntidadRef('Municipalidad Provincial', 'De una provincia del departamento.', ['municipalidad_provincial']),
      unidad: z.string().trim().max(200).optional().meta({ title: 'Gerencia', control: 'texto' }),
    }),
  )
  .meta({ title: 'Gerentes Municipales', control: 'lista' });
export type Gerentes = z.output<typeof Gerentes>;

/** 8.10.v: managers of provincial municipalities of that territory, each office once. */
export function impedimentosDeGerentes(e: Etti, gerentes: Gerentes, catalogo: Catalogo): Impedimento[] {
  const vistos = new Set<string>();
  const lista: Impedimento[] = [];
  for (const [i, g] of gerentes.entries()) {
    const campo = `gerentes[${i}].entidad`;
    const entidad = catalogo.entidad(g.entidad);
    const provincia = entidad?.territorio ? catalogo.territorio(entidad.territorio) : undefined;
    const nombre = entidad?.nombre ?? g.entidad;
    if (entidad?.tipo !== 'municipalidad_provincial' || provincia?.departamental !== e.territorio)
      lista.push({
        numeral: '8.10.v',
        campo,
        motivo: `${nombre} no es una Municipalidad Provincial de ${e.nombreTerritorio}.`,
        remedio: 'Elija Gerentes Municipales de los gobiernos locales provinciales del territorio.',
      });
    const clave = `${g.entidad}:${g.unidad ?? ''}`;
    if (vistos.has(clave)) lista.push({ numeral: '8.10.v', campo, motivo: `${nombre} figura dos veces.`, remedio: 'Deje una sola fila por gerencia.' });
    vistos.add(clave);
  }
  return lista;
}

/** Number that departs from the expected one without a reason: warned, never blocked (8.10 ¶2). */
export function advertenciasDeNumero(e: Etti, total: number, motivo: string | undefined): Advertencia[] {
  if (total === esperadosV(e) || motivo) return [];
  return [{ numeral: '8.10', motivo: `Quedan ${total} Gerentes Municipales donde se esperan ${esperadosV(e)}, sin motivo de enfoque territorial.` }];
}

/** CIG's turn: why the president may not select yet (probe 3). */
function turnoDeLaCig(e: Etti, el: string): Impedimento[] {
  const deLaCig = enAsiento(e, 'v').filter((m) => m.elegidoPor === 'cig').length;
  if (deLaCig > 0 && deLaCig >= esperadosV(e))
    return [
      {
        numeral: '8.10.v',
        motivo: 'La CIG ya seleccionó a los Gerentes Municipales.',
        remedio: 'Si un asiento queda vacante, declárelo; un cambio de selección corresponde a la CIG.',
      },
    ];
  if (defectoDeSeleccion(e, el)) return [];
  if (e.seleccion.fechaCig)
    return [
      {
        numeral: '8.10.v',
        motivo: `La selección corresponde a la CIG, que fijó como fecha el ${dmy(e.seleccion.fechaCig)}.`,
        remedio: 'Espere a esa fecha, o pida a la CIG que seleccione o que difiera expresamente la selección.',
      },
    ];
  return [
    {
      numeral: '8.10.v',
      motivo: 'La selección corresponde a la CIG, que aún no reconoce el ETTI.',
      remedio: 'Lleve a la CIG el reconocimiento del ETTI y la selección de los Gerentes Municipales.',
    },
  ];
}

const DatosSeleccion = z.object({
  gerentes: Gerentes.min(1, 'Indique al menos un Gerente Municipal.'),
  motivo: z.string().trim().max(4000).optional().meta({ title: 'Motivo', description: 'Si el número es distinto del ordinario.', control: 'texto-largo' }),
});

/** 8.10.v «en su defecto»: only in one of the cases of R6; a later selection by the CIG replaces it. */
export const seleccionarGerentesPorPresidencia = acto<Etti, z.output<typeof DatosSeleccion>, EttiHecho>({
  nombre: 'SeleccionarGerentesPorPresidencia',
  titulo: 'Seleccionar Gerentes Municipales en defecto de la CIG',
  resumen: 'La presidencia del ETTI selecciona a los Gerentes Municipales cuando la CIG no lo hizo.',
  expediente: 'etti',
  numerales: ['8.10.v'],
  concurrencia: 'version',
  datos: DatosSeleccion,
  puede: (actor, e, ctx) => presideEtti(actor, e, ctx.catalogo),
  impide: (e, ctx) => turnoDeLaCig(e, ctx.ocurridoEl),
  decidir: (e, { gerentes, motivo }, ctx) => {
    const impedimentos = impedimentosDeGerentes(e, gerentes, ctx.catalogo);
    if (impedimentos.length > 0) return { impedimentos };
    const defecto = defectoDeSeleccion(e, ctx.ocurridoEl);
    const deLaCig = enAsiento(e, 'v').filter((m) => m.elegidoPor === 'cig').length;
    return {
      hechos: [{ tipo: 'GerentesSeleccionados', v: 1, datos: { por: 'presidencia', gerentes, motivo, defecto } }],
      advertencias: [
        ...(defecto ? [{ numeral: '8.10.v', motivo: `Selección de la presidencia en defecto de la CIG: ${DEFECTOS[defecto]}.` }] : []),
        ...advertenciasDeNumero(e, deLaCig + gerentes.length, motivo),
      ],
    };
  },
});
