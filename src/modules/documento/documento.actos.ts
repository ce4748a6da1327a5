import { z } from 'zod';
import { ExpedienteRef, TextoLargo } from '../../directiva/campos.ts';
import { esOficinaDe } from '../../directiva/permisos.ts';
import { acto, type Contexto, type Modulo, type Permiso } from '../../kernel/acto.ts';
import type { Actor, Impedimento } from '../../kernel/tipos.ts';
import { proponerCorreccion, resolverCorreccion } from './documento.correcciones.ts';
import { firmarDocumento, registrarFirmaManual } from './documento.firmas.ts';
import { conAlgunaFirma, type DocumentoHecho, type DocumentoOficial, EMITEN, evolve, ficha, type HallazgoDeEmision, type Papel } from './documento.ts';

/** V°B° come first; whoever approves comes last. Nothing orders equals among themselves. */
const ORDEN: Readonly<Record<Papel, number>> = { visto_bueno: 1, suscribe: 2, aprueba: 3 };

/** Series by kind of document; the rest share one. A draft of a resolution never takes the look of a resolution's number. */
const SERIES: Readonly<Record<string, string>> = { acta: 'ACTA', resolucion: 'PRM', protocolo: 'PROT', convenio: 'CONV' };

const DatosEmision = z.object({
  origen: ExpedienteRef('Expediente del que sale el documento', ''),
  clase: z
    .string({ error: 'Elija el documento.' })
    .trim()
    .regex(/^[a-z][a-z_-]{1,40}(~[A-Za-z0-9_./-]{1,80})?$/, 'Elija un documento de los que ofrece el expediente.')
    .meta({ title: 'Documento', description: 'Clave del documento, por ejemplo «acta». El expediente de origen enlaza aquí con la suya.', control: 'texto' }),
  reemplaza: z
    .union([ExpedienteRef('', 'documento'), z.literal('').transform(() => undefined)])
    .optional()
    .meta({ title: 'Documento que reemplaza', description: 'Queda anulado al emitirse este.', control: 'expediente', tipo: 'documento' }),
});

function emite(actor: Actor, entidad: string | undefined, ctx: Contexto): Permiso {
  if (entidad !== undefined) return esOficinaDe(actor, entidad, EMITEN, ctx.catalogo, '5.1');
  return EMITEN.includes(actor.cargo)
    ? null
    : {
        numeral: '5.1',
        motivo: 'Los documentos oficiales los emite una oficina con responsabilidad en el expediente.',
        remedio: 'Solicítelo a la oficina que conduce el expediente.',
      };
}

export const emitirDocumento = acto<DocumentoOficial | undefined, z.output<typeof DatosEmision>, DocumentoHecho>({
  nombre: 'EmitirDocumento',
  titulo: 'Emitir un documento para su firma',
  resumen: 'Fija el texto del documento tal como consta en el expediente y lo pasa a firma, primero los V°B°.',
  expediente: 'documento',
  numerales: ['5.1', '6.6', '8.15'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosEmision,
  pericia: 'emision',
  refs: (d) => ({ origen: d.origen, reemplaza: d.reemplaza }),
  escribe: (d) => (d.reemplaza ? ['reemplaza'] : []),
  puede: (actor, _s, ctx) => emite(actor, (ctx.pericia as HallazgoDeEmision | undefined)?.entidad, ctx),
  decidir: (_s, datos, ctx) => {
    const h = ctx.pericia as HallazgoDeEmision;
    if (ctx.leidos.origen?.version !== h.origenVersion)
      return {
        impedimentos: [{ numeral: '5.1', motivo: 'El expediente cambió mientras se preparaba el documento.', remedio: 'Revise lo nuevo y vuelva a emitirlo.' }],
      };
    const previo = ctx.leidos.reemplaza?.estado as DocumentoOficial | undefined;
    const problema = datos.reemplaza ? noReemplazable(previo, datos) : undefined;
    if (problema) return { impedimentos: [problema] };
    return {
      hechos: [
        {
          tipo: 'DocumentoEmitido',
          v: 1,
          datos: {
            clase: datos.clase,
            nombreClase: h.nombreClase,
            titulo: h.titulo,
            nombreArchivo: h.nombreArchivo,
            origen: datos.origen,
            origenTipo: h.origenTipo,
            origenVersion: h.origenVersion,
            cig: h.cig,
            entidad: h.entidad,
            huella: h.huella,
            proyecto: h.proyecto,
            reemplaza: datos.reemplaza,
            firmantes: h.firmantes.map((f, i) => ({ ...f, n: i + 1, orden: ORDEN[f.papel] })),
          },
        },
        ...(datos.reemplaza
          ? [{ en: 'reemplaza', tipo: 'DocumentoAnulado' as const, v: 1, datos: { motivo: 'Reemplazado por otro documento.', reemplazadoPor: ctx.id } }]
          : []),
      ],
      advertencias: [
        ...(h.proyecto ? [{ numeral: '5.1', motivo: 'El documento todavía dice PROYECTO: el expediente puede cambiar después de esta emisión.' }] : []),
        ...(h.firmantes.length === 0 ? [{ numeral: '5.1', motivo: 'El expediente no señala quién debe firmar este documento.' }] : []),
      ],
    };
  },
});

function noReemplazable(previo: DocumentoOficial | undefined, d: z.output<typeof DatosEmision>): Impedimento | undefined {
  const base = { numeral: '5.1', campo: 'reemplaza' };
  if (previo?.origen !== d.origen || previo.clase !== d.clase)
    return { ...base, motivo: 'El documento citado no es de la misma clase y expediente.', remedio: 'Elija el documento anterior, o deje vacío el campo.' };
  if (previo.situacion === 'anulado') return { ...base, motivo: 'El documento citado ya está anulado.', remedio: 'Emita sin reemplazar ninguno.' };
  return undefined;
}

const DatosAnulacion = z.object({ motivo: TextoLargo('Motivo', 'Queda en el expediente.', 2000) });

export const anularDocumento = acto<DocumentoOficial, z.output<typeof DatosAnulacion>, DocumentoHecho>({
  nombre: 'AnularDocumento',
  titulo: 'Anular el documento',
  resumen: 'Deja el documento sin efecto en Ayni, con su motivo. El archivo y sus firmas se conservan.',
  expediente: 'documento',
  numerales: ['5.1'],
  concurrencia: 'version',
  datos: DatosAnulacion,
  puede: (actor, s, ctx) => emite(actor, s.entidad, ctx),
  impide: (s) =>
    s.situacion === 'anulado' ? [{ numeral: '5.1', motivo: 'El documento ya está anulado.', remedio: 'Emita uno nuevo desde su expediente.' }] : [],
  decidir: (s, datos) => ({
    hechos: [{ tipo: 'DocumentoAnulado', v: 1, datos }],
    advertencias: conAlgunaFirma(s) ? [{ numeral: '5.1', motivo: 'El documento ya tiene firmas: quienes firmaron deben saber que quedó sin efecto.' }] : [],
  }),
});

export const documento: Modulo<DocumentoOficial, DocumentoHecho> = {
  tipo: 'documento',
  nombre: 'Documento oficial',
  serie: 'DOC',
  serieDe: (s) => SERIES[s.clase.split('~')[0] ?? ''] ?? 'DOC',
  evolve,
  ficha,
  actos: [emitirDocumento, firmarDocumento, registrarFirmaManual, proponerCorreccion, resolverCorreccion, anularDocumento],
  unicidad: {
    numeral: '5.1',
    motivo: 'Ese documento ya se emitió con el texto actual del expediente.',
    remedio: 'Abra el documento emitido; si debe dejarse sin efecto, anúlelo y emítalo otra vez.',
  },
};
