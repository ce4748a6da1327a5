import { z } from 'zod';
import { TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { advertenciaDeSilencio, DatosPedidoDeOpinion, pedirOpinion } from '../../directiva/opinion.ts';
import { siNoEsDiscrepante } from '../../directiva/resolucion.ts';
import { type Acuerdo, type EfectoCualquiera, efecto } from '../../kernel/acto.ts';
import type { Impedimento } from '../../kernel/tipos.ts';
import type { Cig } from '../cig/cig.ts';
import { PARTES } from './instrumento.etiquetas.ts';
import { huellaDe } from './instrumento.huella.ts';
import { type Elevacion, type Enmienda, enElEtti, enLaCig, type Instrumento, type InstrumentoHecho } from './instrumento.ts';

const sesionDe = (a: Acuerdo) => ({ sesion: a.sesion, nombreSesion: a.nombreSesion });

/** R1: blocked only when nothing was elevated, or when it was already decided. */
function nadaElevado(i: Instrumento): Impedimento[] {
  if (enLaCig(i)) return [];
  return enElEtti(i)
    ? [
        {
          numeral: '8.13',
          motivo: 'El ETTI no ha elevado el instrumento a la CIG.',
          remedio: 'El ETTI debe elevarlo con su acta; la CIG decide sobre lo elevado.',
        },
      ]
    : [
        {
          numeral: '8.13',
          motivo: 'La CIG ya aprobó este instrumento.',
          remedio: 'Retire el asunto de la agenda; un texto nuevo se formula como otro instrumento.',
        },
      ];
}

/** Each quotation must occur exactly once, so that nobody can doubt what changed (R1). */
export function enmendar(original: string, enmiendas: readonly Enmienda[]): { texto: string } | { impedimentos: Impedimento[] } {
  let texto = original;
  const impedimentos: Impedimento[] = [];
  for (const [n, { dice, debeDecir }] of enmiendas.entries()) {
    const trozos = dice ? texto.split(dice) : [];
    if (!dice) texto = `${texto}\n\n${debeDecir}`;
    else if (trozos.length === 2) texto = trozos.join(debeDecir);
    else
      impedimentos.push({
        numeral: '6.6',
        campo: `enmiendas[${n}].dice`,
        motivo: trozos.length === 1 ? 'El instrumento no contiene el texto citado.' : `El texto citado aparece ${trozos.length - 1} veces en el instrumento.`,
        remedio:
          trozos.length === 1
            ? 'Cite el texto tal como figura en lo elevado, o deje vacío «Dice» para agregar un texto al final.'
            : 'Cite un fragmento más largo, que aparezca una sola vez.',
      });
  }
  return impedimentos.length > 0 ? { impedimentos } : { texto };
}

const DatosAprobacion = z.object({
  enmiendas: z
    .array(
      z.object({
        seccion: Opcion('Parte', PARTES).default('texto'),
        dice: TextoOpcional('Dice', 'Texto exacto de lo elevado. Vacío para agregar un texto al final.'),
        debeDecir: TextoLargo('Debe decir'),
      }),
    )
    .default([])
    .meta({ title: 'Enmiendas hechas en la sesión', description: 'Forman parte del texto aprobado, que recibe una nueva huella.', control: 'lista' }),
});

/** The consensus of 6.6 was verified by the session; the amended text is the approved version (R1). */
export const aprobarInstrumento = efecto<Instrumento, z.output<typeof DatosAprobacion>, InstrumentoHecho>({
  nombre: 'AprobarInstrumento',
  titulo: 'Aprobar un instrumento del ETTI',
  resumen: 'La CIG aprueba por consenso el instrumento elevado, con o sin enmiendas hechas en la sesión.',
  numerales: ['8.13'],
  datos: DatosAprobacion,
  impide: nadaElevado,
  decidir: (i, { enmiendas }, acuerdo, ctx) => {
    const elevada = i.elevacion as Elevacion;
    const r = enmendar(elevada.texto, enmiendas);
    if ('impedimentos' in r) return r;
    const huella = enmiendas.length > 0 ? huellaDe({ ...elevada, texto: r.texto, archivo: undefined }, ctx.huella) : elevada.huella;
    const { texto } = r;
    return {
      hechos: [
        {
          tipo: 'InstrumentoAprobado',
          v: 1,
          datos: { ...sesionDe(acuerdo), texto, huella, huellaElevada: elevada.huella, enmiendas, nivelesAusentes: [...acuerdo.nivelesAusentes] },
        },
      ],
      advertencias: advertenciaDeSilencio(i.opiniones),
    };
  },
});

const DatosDevolucion = z.object({ observaciones: TextoLargo('Observaciones de la CIG') });

/** An option of the CIG, not the only way (R1). */
export const devolverInstrumento = efecto<Instrumento, z.output<typeof DatosDevolucion>, InstrumentoHecho>({
  nombre: 'DevolverInstrumento',
  titulo: 'Devolver un instrumento al ETTI con observaciones',
  resumen: 'La CIG devuelve el instrumento al ETTI para que atienda sus observaciones y lo eleve de nuevo.',
  numerales: ['8.13'],
  datos: DatosDevolucion,
  impide: nadaElevado,
  decidir: (_i, { observaciones }, acuerdo) => ({ hechos: [{ tipo: 'InstrumentoDevuelto', v: 1, datos: { ...sesionDe(acuerdo), observaciones } }] }),
});

/** Only the CIG, before it approves, and only to a space that it recognised (8.14, R14, probe 11). */
export const pedirOpinionInstrumento = efecto<Instrumento, z.output<typeof DatosPedidoDeOpinion>, InstrumentoHecho>({
  nombre: 'PedirOpinionInstrumento',
  titulo: 'Pedir opinión previa sobre un instrumento',
  resumen: 'La CIG remite el instrumento a un espacio de articulación que reconoció, para que opine; la opinión no es vinculante.',
  numerales: ['8.14'],
  datos: DatosPedidoDeOpinion,
  impide: (i) =>
    enElEtti(i) || enLaCig(i)
      ? []
      : [{ numeral: '8.14', motivo: 'La opinión previa se pide antes de aprobar el instrumento.', remedio: 'Retire el asunto de la agenda.' }],
  decidir: (i, { espacio, plazo }, acuerdo, ctx) => {
    const cig = ctx.leidos.cig?.tipo === 'cig' ? (ctx.leidos.cig.estado as Cig) : undefined;
    const r = pedirOpinion(i.opiniones, cig?.espacios ?? [], espacio);
    if ('impedimentos' in r) return r;
    const { nombre, entidad } = r.reconocido;
    return { hechos: [{ tipo: 'OpinionPedida', v: 1, datos: { espacio, nombre, entidad, plazo, ...sesionDe(acuerdo) } }] };
  },
});

/** R7: the CIG may take the published text as its own. */
export const aceptarTextoDeInstrumento = efecto<Instrumento, Record<string, never>, InstrumentoHecho>({
  nombre: 'AceptarTextoDeInstrumento',
  titulo: 'Aceptar el texto publicado de un instrumento',
  resumen: 'La CIG acuerda que el anexo publicado, aunque discrepante, es el texto aprobado; el instrumento queda vigente.',
  numerales: ['8.13', '8.15'],
  datos: z.object({}) as unknown as z.ZodType<Record<string, never>>,
  impide: (i) => siNoEsDiscrepante(i.resolucion, 'Retire el asunto de la agenda.'),
  decidir: (i, _d, acuerdo) => ({
    hechos: [{ tipo: 'TextoPublicadoAceptado', v: 1, datos: { ...sesionDe(acuerdo), huellaAnexo: i.resolucion?.huellaAnexo ?? '' } }],
  }),
});

export const acuerdosDeInstrumento: readonly EfectoCualquiera[] = [aprobarInstrumento, devolverInstrumento, pedirOpinionInstrumento, aceptarTextoDeInstrumento];
