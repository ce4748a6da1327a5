import { z } from 'zod';
import { presidenciaDe } from '../../directiva/asientos.ts';
import { DocumentoRef, TextoLargo } from '../../directiva/campos.ts';
import { DatosOpinion, puedeOpinar, siYaOpino } from '../../directiva/opinion.ts';
import { acto } from '../../kernel/acto.ts';
import type { Impedimento } from '../../kernel/tipos.ts';
import { faltantes } from './modelo.faltantes.ts';
import { ettiDe, preside } from './modelo.lecturas.ts';
import { empaquetar, huellaDe } from './modelo.paquete.ts';
import type { Modelo, ModeloHecho } from './modelo.ts';

/** A package that the CIG has not decided yet. */
export const enLaCig = (m: Modelo): boolean => m.pistaA === 'E8' || m.pistaA === 'E8o';

const puedeFormularse = (m: Modelo): boolean => m.pistaA === 'E6' || (m.pistaA === 'X3' && m.sinConsenso?.destino === 'etti');

const SIN_PROTOCOLO = { numeral: '8.12', motivo: 'El ETTI no ha adoptado su protocolo.', remedio: 'Adopte el protocolo en el expediente del ETTI.' } as const;

/** t7: the list of what is missing is printed; nothing stops it (R11). */
export const formularModelo = acto<Modelo, Record<string, never>, ModeloHecho>({
  nombre: 'FormularModelo',
  titulo: 'Dar por formulado el modelo',
  resumen: 'Cierra la formulación y lista lo que falta, con su numeral; desde aquí se redactan la estrategia y el cronograma.',
  expediente: 'modelo',
  numerales: ['6.6', '8.11', '8.11.1', '8.12'],
  concurrencia: 'version',
  datos: z.object({}) as unknown as z.ZodType<Record<string, never>>,
  puede: preside,
  impide: (m) =>
    puedeFormularse(m)
      ? []
      : [{ numeral: '8.11', motivo: 'El modelo ya está formulado.', remedio: 'Corrija las secciones que correspondan y eleve el modelo a la CIG.' }],
  decidir: (m, _d, ctx) => {
    const lista = faltantes(m);
    if (!ettiDe(ctx)?.protocolo) lista.push({ numeral: SIN_PROTOCOLO.numeral, motivo: `${SIN_PROTOCOLO.motivo} Se exigirá para elevar.` });
    return { hechos: [{ tipo: 'ModeloFormulado', v: 1, datos: { faltantes: lista } }], advertencias: lista };
  },
});

function impideElevar(m: Modelo, sinProtocolo: boolean): Impedimento[] {
  if (m.pistaA !== 'E7')
    return [
      enLaCig(m)
        ? { numeral: '8.13', motivo: 'El modelo ya está elevado a la CIG.', remedio: 'Espere la decisión de la CIG o retire la elevación.' }
        : puedeFormularse(m)
          ? { numeral: '8.13', motivo: 'Se eleva lo que el ETTI ha formulado, y el modelo aún no está formulado.', remedio: 'Dé por formulado el modelo.' }
          : { numeral: '8.13', motivo: 'La CIG ya decidió sobre este modelo.', remedio: 'Continúe con el paso que corresponde a su etapa.' },
    ];
  const lista: Impedimento[] = [];
  if (sinProtocolo) lista.push(SIN_PROTOCOLO);
  if (!m.secciones.nivelPrestacion)
    lista.push({
      numeral: '8.1',
      motivo: 'El modelo no precisa el nivel de prestación al que se aspira llegar.',
      remedio: 'Complete la sección «Nivel de prestación».',
    });
  return lista;
}

const DatosElevacion = z.object({ actaEtti: DocumentoRef('Acta del ETTI', 'Acta en que el ETTI acuerda elevar el modelo.').optional() });

/** t8: freezes the package with its hash. Blocked without acta (8.13), protocol (8.12) or nivel de prestación (8.1); the rest warns and is printed (R11). */
export const elevarModelo = acto<Modelo, z.output<typeof DatosElevacion>, ModeloHecho>({
  nombre: 'ElevarModelo',
  titulo: 'Elevar el modelo a la CIG',
  resumen: 'Congela el contenido con su huella y lo eleva a la CIG para su aprobación.',
  expediente: 'modelo',
  numerales: ['8.1', '8.12', '8.13'],
  concurrencia: 'version',
  datos: DatosElevacion,
  puede: preside,
  impide: (m, ctx) => impideElevar(m, !ettiDe(ctx)?.protocolo),
  decidir: (m, { actaEtti }, ctx) => {
    if (!actaEtti)
      return {
        impedimentos: [
          { numeral: '8.13', campo: 'actaEtti', motivo: 'Falta el acta del ETTI que acuerda elevar el modelo.', remedio: 'Adjunte el acta del ETTI.' },
        ],
      };
    const advertencias = faltantes(m);
    const contenido = empaquetar(m, advertencias, ctx.catalogo);
    const p = presidenciaDe(ettiDe(ctx));
    const presidencia = p ? { entidad: p.entidad, cargo: p.cargo } : m.presidencia;
    const version = (m.paquete?.version ?? 0) + 1;
    return {
      hechos: [{ tipo: 'ModeloElevado', v: 1, datos: { version, huella: huellaDe(contenido, ctx.huella), contenido, actaEtti, presidencia } }],
      advertencias,
    };
  },
});

const DatosRetiro = z.object({ motivo: TextoLargo('Motivo', '', 4000) });

/** The ETTI takes its package back before the CIG decides. */
export const retirarElevacion = acto<Modelo, z.output<typeof DatosRetiro>, ModeloHecho>({
  nombre: 'RetirarElevacion',
  titulo: 'Retirar la elevación',
  resumen: 'El ETTI retira el paquete antes de que la CIG decida y vuelve a la formulación.',
  expediente: 'modelo',
  numerales: ['8.13'],
  concurrencia: 'version',
  datos: DatosRetiro,
  puede: preside,
  impide: (m) => (enLaCig(m) ? [] : [{ numeral: '8.13', motivo: 'No hay una elevación pendiente de decisión.', remedio: 'Revise la etapa del modelo.' }]),
  decidir: (_m, datos) => ({ hechos: [{ tipo: 'ElevacionRetirada', v: 1, datos }] }),
});

/** 8.14: non-binding (R14). A late or missing opinion stops nothing (probe 11). */
export const emitirOpinion = acto<Modelo, z.output<typeof DatosOpinion>, ModeloHecho>({
  nombre: 'EmitirOpinion',
  titulo: 'Emitir opinión previa',
  resumen: 'El espacio de articulación al que la CIG pidió opinión la registra; no es vinculante.',
  expediente: 'modelo',
  numerales: ['8.14'],
  concurrencia: 'conmuta',
  datos: DatosOpinion,
  puede: (actor, m, _ctx, datos) => puedeOpinar(actor, m.opiniones, datos?.espacio),
  decidir: (m, datos) => {
    const impedimentos = siYaOpino(m.opiniones, datos.espacio);
    return impedimentos.length > 0 ? { impedimentos } : { hechos: [{ tipo: 'OpinionEmitida', v: 1, datos }] };
  },
});
