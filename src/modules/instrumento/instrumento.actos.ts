import { z } from 'zod';
import { normalizar } from '../../directiva/anexo.ts';
import { integraEtti, presideEtti, presidenciaDe } from '../../directiva/asientos.ts';
import { DocumentoRef, ExpedienteRef, Texto, TextoLargo } from '../../directiva/campos.ts';
import { actosDeResolucion } from '../../directiva/formalizar.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { DatosOpinion, puedeOpinar, siYaOpino } from '../../directiva/opinion.ts';
import { acto, type Contexto, type Modulo, type Permiso } from '../../kernel/acto.ts';
import type { Actor, Advertencia, Impedimento } from '../../kernel/tipos.ts';
import type { Etti } from '../etti/etti.ts';
import { acuerdosDeInstrumento } from './instrumento.acuerdos.ts';
import { CLASES } from './instrumento.etiquetas.ts';
import { huellaDe } from './instrumento.huella.ts';
import { enElEtti, enLaCig, evolve, ficha, type Instrumento, type InstrumentoHecho } from './instrumento.ts';

const ettiDe = (ctx: Contexto): Etti | undefined => (ctx.leidos.etti?.tipo === 'etti' ? (ctx.leidos.etti.estado as Etti) : undefined);

const MAX_TEXTO = 200_000;
const Redaccion = z.object({
  clase: Opcion('Clase de instrumento', CLASES),
  titulo: Texto('Título', 'Ejemplo: Guía de visita domiciliaria para el control CRED.'),
  texto: TextoLargo('Texto íntegro', 'Es lo que la CIG aprueba y lo que la Resolución Ministerial lleva como anexo.', MAX_TEXTO),
  archivo: DocumentoRef('Archivo', 'Opcional: el mismo texto con su formato.').optional(),
});
const DatosFormulacion = Redaccion.extend({ etti: ExpedienteRef('Equipo que lo formula', 'etti') });

/** Offices that may hold a seat: offered the form before an ETTI is chosen. */
const DE_ASIENTO = new Set(['funcionario_sector', 'ogpp', 'organo_descentralizacion', 'gerente_regional', 'gerente_municipal']);

const puedeFormular = (actor: Actor, ctx: Contexto): Permiso => (!ctx.leidos.etti && DE_ASIENTO.has(actor.cargo) ? null : integraEtti(actor, ettiDe(ctx)));

/** 8.13, R23: elevated, approved and formalised on its own, apart from the modelo. */
export const formularInstrumento = acto<Instrumento | undefined, z.output<typeof DatosFormulacion>, InstrumentoHecho>({
  nombre: 'FormularInstrumento',
  titulo: 'Formular un instrumento del ETTI',
  resumen: 'Abre una guía, un protocolo de atención, una directiva u otro instrumento que el ETTI llevará a la CIG por separado del modelo.',
  expediente: 'instrumento',
  numerales: ['8.13', '8.5'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosFormulacion,
  refs: (d) => ({ etti: d.etti }),
  puede: (actor, _i, ctx) => puedeFormular(actor, ctx),
  decidir: (_i, d, ctx) => {
    const etti = ettiDe(ctx);
    const no = (motivo: string, remedio: string) => ({ impedimentos: [{ numeral: '8.13', campo: 'etti', motivo, remedio }] });
    if (!etti) return no('El expediente citado no es un ETTI.', 'Elija el equipo que formula el instrumento.');
    if (etti.situacion === 'propuesto')
      return no('La CIG aún no reconoce ese equipo, y los instrumentos los formula el ETTI.', 'Lleve la propuesta del ETTI a una sesión de la CIG.');
    const p = presidenciaDe(etti);
    const { nombre: nombreEtti, cig, sector, territorio } = etti;
    const presidencia = p ? { entidad: p.entidad, cargo: p.cargo } : { entidad: sector, cargo: 'funcionario_sector' };
    return { hechos: [{ tipo: 'InstrumentoFormulado', v: 1, datos: { ...d, texto: normalizar(d.texto), nombreEtti, cig, sector, territorio, presidencia } }] };
  },
});

const siNoEsDelEtti = (i: Instrumento): Impedimento[] =>
  enElEtti(i)
    ? []
    : [
        enLaCig(i)
          ? { numeral: '8.13', motivo: 'El instrumento ya está elevado a la CIG.', remedio: 'Espere su decisión; si lo devuelve podrá corregirlo.' }
          : { numeral: '8.13', motivo: 'La CIG ya aprobó este instrumento.', remedio: 'Formule el texto nuevo como otro instrumento.' },
      ];

export const corregirInstrumento = acto<Instrumento, z.output<typeof Redaccion>, InstrumentoHecho>({
  nombre: 'CorregirInstrumento',
  titulo: 'Corregir el instrumento',
  resumen: 'Reemplaza el texto o el archivo mientras el instrumento no esté en la CIG; el anterior queda en la cronología.',
  expediente: 'instrumento',
  numerales: ['8.5', '8.13'],
  concurrencia: 'version',
  datos: Redaccion,
  puede: (actor, _i, ctx) => integraEtti(actor, ettiDe(ctx)),
  impide: siNoEsDelEtti,
  decidir: (_i, d) => ({ hechos: [{ tipo: 'InstrumentoCorregido', v: 1, datos: { ...d, texto: normalizar(d.texto) } }] }),
});

const DatosElevacion = z.object({ actaEtti: DocumentoRef('Acta del ETTI', 'Acta en que el ETTI acuerda elevar el instrumento.').optional() });

/** Freezes text and file with their hash. Blocked without acta (8.13); without protocol it only warns (8.12). */
export const elevarInstrumento = acto<Instrumento, z.output<typeof DatosElevacion>, InstrumentoHecho>({
  nombre: 'ElevarInstrumento',
  titulo: 'Elevar el instrumento a la CIG',
  resumen: 'Congela el texto y el archivo con su huella y los eleva a la CIG para su aprobación.',
  expediente: 'instrumento',
  numerales: ['8.12', '8.13'],
  concurrencia: 'version',
  datos: DatosElevacion,
  puede: (actor, _i, ctx) => presideEtti(actor, ettiDe(ctx), ctx.catalogo),
  impide: siNoEsDelEtti,
  decidir: (i, { actaEtti }, ctx) => {
    if (!actaEtti)
      return {
        impedimentos: [
          { numeral: '8.13', campo: 'actaEtti', motivo: 'Falta el acta del ETTI que acuerda elevar el instrumento.', remedio: 'Adjunte el acta del ETTI.' },
        ],
      };
    const { clase, titulo, texto, archivo } = i;
    const redaccion = { clase, titulo, texto, archivo };
    const p = presidenciaDe(ettiDe(ctx));
    const presidencia = p ? { entidad: p.entidad, cargo: p.cargo } : i.presidencia;
    const advertencias: Advertencia[] = ettiDe(ctx)?.protocolo
      ? []
      : [{ numeral: '8.12', motivo: 'El ETTI eleva el instrumento sin haber adoptado su protocolo.' }];
    return {
      hechos: [
        {
          tipo: 'InstrumentoElevado',
          v: 1,
          datos: { ...redaccion, version: (i.elevacion?.version ?? 0) + 1, huella: huellaDe(redaccion, ctx.huella), actaEtti, presidencia },
        },
      ],
      advertencias,
    };
  },
});

/** 8.14: non-binding (R14). A late or missing opinion stops nothing (probe 11). */
export const emitirOpinionDeInstrumento = acto<Instrumento, z.output<typeof DatosOpinion>, InstrumentoHecho>({
  nombre: 'EmitirOpinionDeInstrumento',
  titulo: 'Emitir opinión previa sobre el instrumento',
  resumen: 'El espacio de articulación al que la CIG pidió opinión la registra; no es vinculante.',
  expediente: 'instrumento',
  numerales: ['8.14'],
  concurrencia: 'conmuta',
  datos: DatosOpinion,
  puede: (actor, i, _ctx, datos) => puedeOpinar(actor, i.opiniones, datos?.espacio),
  decidir: (i, datos) => {
    const impedimentos = siYaOpino(i.opiniones, datos.espacio);
    return impedimentos.length > 0 ? { impedimentos } : { hechos: [{ tipo: 'OpinionEmitida', v: 1, datos }] };
  },
});

/** R7: a draft that differs is refused; an issued one that differs stands as discrepante, not in force. */
export const [formalizarInstrumento, corregirFormalizacion] = actosDeResolucion<Instrumento>({
  expediente: 'instrumento',
  que: 'el instrumento',
  texto: (i) => i.aprobacion?.texto ?? '',
  aprobado: (i) => i.situacion === 'aprobado',
  sigue: 'No hay otro paso pendiente de este instrumento.',
  resolver: { nombre: 'FormalizarInstrumento', titulo: 'Formalizar por Resolución Ministerial' },
  corregir: { nombre: 'CorregirFormalizacion', titulo: 'Registrar la fe de erratas de la resolución' },
});

export const instrumento: Modulo<Instrumento, InstrumentoHecho> = {
  tipo: 'instrumento',
  nombre: 'Instrumento del ETTI',
  serie: 'INS',
  evolve,
  ficha,
  actos: [formularInstrumento, corregirInstrumento, elevarInstrumento, emitirOpinionDeInstrumento, formalizarInstrumento, corregirFormalizacion],
  acuerdos: acuerdosDeInstrumento,
};
