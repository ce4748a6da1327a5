import { z } from 'zod';
import { FechaCampo, TextoLargo, TextoOpcional } from '../../directiva/campos.ts';
import { type Acuerdo, type EfectoCualquiera, efecto } from '../../kernel/acto.ts';
import { advertenciasDeNumero, Gerentes, impedimentosDeGerentes } from './etti.seleccion.ts';
import { type Etti, type EttiHecho, enAsiento, esperadosV } from './etti.ts';

const sesionDe = (a: Acuerdo) => ({ sesion: a.sesion, nombreSesion: a.nombreSesion });
const Motivo = TextoOpcional('Motivo', 'Si el número de gerentes es distinto del ordinario.', 4000);

const DatosReconocer = z.object({
  gerentes: Gerentes.default([]).meta({
    title: 'Gerentes Municipales seleccionados ahora',
    description: 'Deje la lista vacía si la CIG los seleccionará después.',
    control: 'lista',
  }),
  motivo: Motivo,
  fechaSeleccion: FechaCampo('Fecha para seleccionar', 'Fecha que la CIG se fija; mientras no venza, la presidencia no selecciona.').optional(),
});

/** 8.9: the CIG recognises; it may select the seats v now or set itself a date (8.10.v). */
export const reconocerEtti = efecto<Etti, z.output<typeof DatosReconocer>, EttiHecho>({
  nombre: 'ReconocerEtti',
  titulo: 'Reconocer el ETTI',
  resumen: 'La CIG reconoce el ETTI del departamento y, si quiere, selecciona a los Gerentes Municipales.',
  numerales: ['8.9', '8.10.v'],
  datos: DatosReconocer,
  impide: (e) => (e.situacion === 'propuesto' ? [] : [{ numeral: '8.9', motivo: 'La CIG ya reconoció este ETTI.', remedio: 'Retire el asunto de la agenda.' }]),
  decidir: (e, { gerentes, motivo, fechaSeleccion }, acuerdo, ctx) => {
    const impedimentos = impedimentosDeGerentes(e, gerentes, ctx.catalogo);
    if (impedimentos.length > 0) return { impedimentos };
    const reconocido = { tipo: 'EttiReconocido', v: 1, datos: { ...sesionDe(acuerdo), fechaSeleccion } } as const;
    if (gerentes.length > 0)
      return {
        hechos: [reconocido, { tipo: 'GerentesSeleccionados', v: 1, datos: { por: 'cig', gerentes, motivo, ...sesionDe(acuerdo) } }],
        advertencias: advertenciasDeNumero(e, gerentes.length, motivo),
      };
    return {
      hechos: [reconocido],
      advertencias: fechaSeleccion
        ? []
        : [{ numeral: '8.10.v', motivo: 'La CIG reconoce el ETTI sin seleccionar Gerentes Municipales ni fijar fecha: puede seleccionarlos la presidencia.' }],
    };
  },
});

const DatosSeleccion = z.object({ gerentes: Gerentes.min(1, 'Indique al menos un Gerente Municipal.'), motivo: Motivo });

/** 8.10.v: the CIG's selection replaces any earlier one (R6). */
export const seleccionarGerentes = efecto<Etti, z.output<typeof DatosSeleccion>, EttiHecho>({
  nombre: 'SeleccionarGerentes',
  titulo: 'Seleccionar a los Gerentes Municipales del ETTI',
  resumen: 'La CIG selecciona a los Gerentes Municipales; reemplaza la selección que hubiera hecho la presidencia.',
  numerales: ['8.10.v'],
  datos: DatosSeleccion,
  decidir: (e, { gerentes, motivo }, acuerdo, ctx) => {
    const impedimentos = impedimentosDeGerentes(e, gerentes, ctx.catalogo);
    if (impedimentos.length > 0) return { impedimentos };
    return {
      hechos: [{ tipo: 'GerentesSeleccionados', v: 1, datos: { por: 'cig', gerentes, motivo, ...sesionDe(acuerdo) } }],
      advertencias: advertenciasDeNumero(e, gerentes.length, motivo),
    };
  },
  sinAcuerdo: (e, acuerdo) => (enAsiento(e, 'v').length >= esperadosV(e) ? [] : [{ tipo: 'SesionSinSeleccion', v: 1, datos: sesionDe(acuerdo) }]),
});

const DatosDiferir = z.object({ motivo: TextoLargo('Motivo', '', 4000) });

/** R6: an express deferral lets the president select. */
export const diferirSeleccion = efecto<Etti, z.output<typeof DatosDiferir>, EttiHecho>({
  nombre: 'DiferirSeleccion',
  titulo: 'Diferir la selección de los Gerentes Municipales',
  resumen: 'La CIG difiere expresamente la selección; desde entonces puede hacerla la presidencia del ETTI.',
  numerales: ['8.10.v'],
  datos: DatosDiferir,
  impide: (e) =>
    enAsiento(e, 'v').some((m) => m.elegidoPor === 'cig')
      ? [{ numeral: '8.10.v', motivo: 'La CIG ya seleccionó a los Gerentes Municipales.', remedio: 'Retire el asunto de la agenda.' }]
      : [],
  decidir: (_e, { motivo }, acuerdo) => ({ hechos: [{ tipo: 'SeleccionDiferida', v: 1, datos: { ...sesionDe(acuerdo), motivo } }] }),
});

export const acuerdosDeEtti: readonly EfectoCualquiera[] = [reconocerEtti, seleccionarGerentes, diferirSeleccion];
