import { z } from 'zod';
import { DocumentoRef, TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { conduceSector, esOficinaDe } from '../../directiva/permisos.ts';
import { acto } from '../../kernel/acto.ts';
import { siConcluido } from './acuerdo.comun.ts';
import type { AcuerdoHecho, Compromiso } from './acuerdo.ts';

const DatosAvance = z.object({
  texto: TextoLargo('Qué se avanzó', '', 8000),
  porcentaje: z.coerce
    .number({ error: 'Indique un número.' })
    .int()
    .min(0)
    .max(100, 'Use un número de 0 a 100.')
    .optional()
    .meta({ title: 'Avance estimado, en porcentaje' }),
  documento: DocumentoRef('Documento que lo sustenta').optional(),
});

export const informarAvance = acto<Compromiso, z.output<typeof DatosAvance>, AcuerdoHecho>({
  nombre: 'InformarAvance',
  titulo: 'Informar el avance',
  resumen: 'La oficina responsable cuenta qué hizo hasta hoy para cumplir el acuerdo.',
  expediente: 'acuerdo',
  numerales: ['6.6', '7.3.2.a'],
  concurrencia: 'conmuta',
  datos: DatosAvance as unknown as z.ZodType<z.output<typeof DatosAvance>>,
  puede: (actor, s, ctx) => esOficinaDe(actor, s.responsable.entidad, [s.responsable.cargo], ctx.catalogo, '7.3.2.a'),
  impide: siConcluido,
  decidir: (_s, datos) => ({ hechos: [{ tipo: 'AvanceInformado', v: 1, datos }] }),
});

const DatosCumplimiento = z.object({
  texto: TextoOpcional('Cómo se cumplió', 'Qué se hizo, frente a lo que cuenta como cumplido.', 8000),
  documento: DocumentoRef('Evidencia').optional(),
});

export const darPorCumplido = acto<Compromiso, z.output<typeof DatosCumplimiento>, AcuerdoHecho>({
  nombre: 'DarPorCumplido',
  titulo: 'Dar por cumplido',
  resumen: 'La oficina responsable presenta la evidencia; quien conduce la comisión la confirma, o lo hace la sesión siguiente.',
  expediente: 'acuerdo',
  numerales: ['6.6', '8.18'],
  concurrencia: 'version',
  datos: DatosCumplimiento as unknown as z.ZodType<z.output<typeof DatosCumplimiento>>,
  puede: (actor, s, ctx) =>
    conduceSector(actor, s.sector, ctx.catalogo) && esOficinaDe(actor, s.responsable.entidad, [s.responsable.cargo], ctx.catalogo, '7.3.2.a'),
  impide: siConcluido,
  decidir: (s, { texto, documento }, ctx) => {
    const datos = { ...(texto ? { texto } : {}), ...(documento ? { documento } : {}) };
    const trae = texto !== undefined && texto !== '' ? true : documento !== undefined;
    const conduce = conduceSector(ctx.actor, s.sector, ctx.catalogo) === null;
    const responde = ctx.actor.entidad === s.responsable.entidad && ctx.actor.cargo === s.responsable.cargo;
    if (!trae && !(conduce && s.evidencia && s.situacion === 'por_confirmar'))
      return {
        impedimentos: [
          {
            numeral: '8.18',
            campo: 'texto',
            motivo: 'Falta con qué se acredita el cumplimiento.',
            remedio: 'Describa cómo se cumplió o adjunte un documento.',
          },
        ],
      };
    if (!conduce) return { hechos: [{ tipo: 'CumplimientoPresentado', v: 1, datos }] };
    return {
      hechos: [{ tipo: 'CumplimientoConfirmado', v: 1, datos }],
      advertencias: responde ? [{ numeral: '6.6', motivo: 'Lo confirma la misma oficina que debía cumplirlo: la sesión siguiente puede revisarlo.' }] : [],
    };
  },
});
