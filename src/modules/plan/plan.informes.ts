import type { z } from 'zod';
import { nombreDeCargo } from '../../directiva/cargos.ts';
import { conduceSector } from '../../directiva/permisos.ts';
import { acto } from '../../kernel/acto.ts';
import type { Advertencia } from '../../kernel/tipos.ts';
import { DatosInforme, DatosRespuesta } from './plan.campos.ts';
import type { Plan, PlanHecho } from './plan.ts';

const QUIENES: Readonly<Record<string, readonly string[]>> = {
  gobierno_regional: ['gobernador', 'gerente_regional', 'tecnico_regional'],
  municipalidad_provincial: ['alcalde_provincial', 'gerente_municipal'],
};

/**
 * 8.8.1, 8.8.2. Received at any moment: without acuerdo it is an input (A13), after approval it is late (A14), from a
 * government not convened it is received too (R18). Nothing here blocks the plan.
 */
export const presentarInforme = acto<Plan, z.output<typeof DatosInforme>, PlanHecho>({
  nombre: 'PresentarInforme',
  titulo: 'Presentar un informe institucional',
  resumen: 'El gobierno regional o la municipalidad provincial presenta su diagnóstico y propuestas, con el acuerdo que lo aprueba.',
  expediente: 'plan',
  numerales: ['8.8', '8.8.1', '8.8.2'],
  concurrencia: 'conmuta',
  datos: DatosInforme,
  puede: (actor, p, ctx, datos) => {
    const propios = QUIENES[actor.tipoEntidad];
    if (propios?.includes(actor.cargo) && (datos === undefined || datos.entidad === actor.entidad)) return null;
    if (datos && conduceSector(actor, p.sector, ctx.catalogo) === null) return null;
    return {
      numeral: '8.8',
      motivo: 'El informe lo presenta el gobierno regional o la municipalidad provincial que lo aprobó.',
      remedio: `Puede hacerlo ${Object.values(QUIENES).flat().map(nombreDeCargo).join(', ')}; el sector puede registrar el que recibió por otra vía.`,
    };
  },
  decidir: (p, datos, ctx) => {
    const e = ctx.catalogo.entidad(datos.entidad);
    if (e?.tipo !== 'gobierno_regional' && e?.tipo !== 'municipalidad_provincial')
      return {
        impedimentos: [
          {
            numeral: '8.8',
            campo: 'entidad',
            motivo: 'Los informes institucionales son regionales o provinciales.',
            remedio: 'Un distrito aporta a través de su municipalidad provincial (8.8.1).',
          },
        ],
      };
    if (datos.acuerdoNumero && !datos.acuerdoFecha)
      return {
        impedimentos: [
          {
            numeral: '8.8',
            campo: 'acuerdoFecha',
            motivo: 'Falta la fecha del acuerdo.',
            remedio: 'Indique la fecha, o deje vacío el número si aún no hay acuerdo.',
          },
        ],
      };
    const nivel = e.tipo === 'gobierno_regional' ? 'regional' : 'provincial';
    const numeral = nivel === 'regional' ? '8.8.2' : '8.8.1';
    const tardio = p.situacion === 'aprobado';
    const convocado = p.convocatoria?.convocados.some((c) => c.entidad === datos.entidad) ?? false;
    const advertencias: Advertencia[] = [];
    if (!datos.acuerdoNumero) advertencias.push({ numeral, motivo: 'Sin acuerdo que lo apruebe se recibe como aporte, no como Informe Institucional.' });
    else if (!datos.acuerdoDocumento) advertencias.push({ numeral, motivo: 'Falta adjuntar el archivo del acuerdo.' });
    if (tardio) advertencias.push({ numeral: '8.8', motivo: 'El plan ya fue aprobado: el informe se adjunta y se remite al ETTI como información.' });
    const { entidad, resumen, propuestas } = datos;
    const acuerdo =
      datos.acuerdoNumero && datos.acuerdoFecha ? { numero: datos.acuerdoNumero, fecha: datos.acuerdoFecha, documento: datos.acuerdoDocumento } : undefined;
    return { hechos: [{ tipo: 'InformePresentado', v: 1, datos: { entidad, nivel, resumen, propuestas, acuerdo, tardio, convocado } }], advertencias };
  },
});

/** 8.8: every input gets an answer. */
export const responderInforme = acto<Plan, z.output<typeof DatosRespuesta>, PlanHecho>({
  nombre: 'ResponderInforme',
  titulo: 'Responder un informe recibido',
  resumen: 'Explica al gobierno que informó cómo se integraron sus propuestas.',
  expediente: 'plan',
  numerales: ['8.8'],
  concurrencia: 'conmuta',
  datos: DatosRespuesta,
  puede: (actor, p, ctx) => conduceSector(actor, p.sector, ctx.catalogo),
  decidir: (p, datos) =>
    p.informes.some((i) => i.entidad === datos.entidad)
      ? { hechos: [{ tipo: 'InformeRespondido', v: 1, datos }] }
      : {
          impedimentos: [
            { numeral: '8.8', campo: 'entidad', motivo: 'Ese gobierno no ha presentado un informe.', remedio: 'Elija uno de los informes recibidos.' },
          ],
        },
});
