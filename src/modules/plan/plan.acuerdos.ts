import type { z } from 'zod';
import { efecto } from '../../kernel/acto.ts';
import type { Impedimento } from '../../kernel/tipos.ts';
import { DatosAprobacion, DatosObservacion } from './plan.campos.ts';
import { involucrados, textoDelPlan } from './plan.reglas.ts';
import { ausentes, type Plan, type PlanHecho } from './plan.ts';

const elevado = (p: Plan): Impedimento[] =>
  p.situacion === 'elevado'
    ? []
    : [
        {
          numeral: '8.6',
          motivo: p.situacion === 'aprobado' ? 'El plan ya fue aprobado por la CIG.' : 'El sector no ha elevado el plan a la CIG.',
          remedio:
            p.situacion === 'aprobado'
              ? 'Para cambiarlo, proponga un plan para un nuevo periodo.'
              : 'El sector debe elevar su propuesta; la CIG decide sobre ella.',
        },
      ];

/** t4. Approved only by CIG consensus; a missing Informe never stops it and is printed (8.8, probe 1). */
export const aprobarPlan = efecto<Plan, z.output<typeof DatosAprobacion>, PlanHecho>({
  nombre: 'AprobarPlan',
  titulo: 'Aprobar el Plan de Trabajo Institucional',
  resumen: 'La CIG aprueba el plan por consenso, con o sin enmiendas. Los informes ausentes quedan anotados y no lo impiden.',
  numerales: ['8.6', '8.7', '8.8'],
  datos: DatosAprobacion,
  impide: (p) => [
    ...elevado(p),
    ...(p.diagnostico
      ? []
      : [{ numeral: '8.7', motivo: 'El plan no tiene el diagnóstico efectuado para tal fin.', remedio: 'Presente el diagnóstico y eleve de nuevo el plan.' }]),
    ...(p.elevacion?.sinSustento ?? []).map((c) => ({
      numeral: '6.5',
      motivo: `Falta el sustento de una condición de elegibilidad: ${c}.`,
      remedio: 'Complete el sustento en el expediente del servicio y eleve de nuevo el plan.',
    })),
  ],
  decidir: (p, datos, acuerdo, ctx) => {
    const faltan = ausentes(p, involucrados(p.lineas, ctx.catalogo));
    return {
      hechos: [
        {
          tipo: 'PlanAprobado',
          v: 1,
          datos: {
            sesion: acuerdo.sesion,
            nombreSesion: acuerdo.nombreSesion,
            huella: ctx.huella(textoDelPlan(p, datos.enmiendas)),
            enmiendas: datos.enmiendas,
            ausentes: faltan,
            nivelesAusentes: [...acuerdo.nivelesAusentes],
          },
        },
      ],
      advertencias:
        faltan.length > 0
          ? [{ numeral: '8.8', motivo: `No se recibieron ${faltan.length} informes institucionales; la ausencia queda anotada y no impide la aprobación.` }]
          : [],
    };
  },
});

/** t4x: the sector reformulates. */
export const observarPlan = efecto<Plan, z.output<typeof DatosObservacion>, PlanHecho>({
  nombre: 'ObservarPlan',
  titulo: 'Observar el Plan de Trabajo Institucional',
  resumen: 'La CIG devuelve el plan al sector con sus observaciones.',
  numerales: ['8.6'],
  datos: DatosObservacion,
  impide: elevado,
  decidir: (_p, datos, acuerdo) => ({ hechos: [{ tipo: 'PlanObservado', v: 1, datos: { sesion: acuerdo.sesion, observaciones: datos.observaciones } }] }),
});
