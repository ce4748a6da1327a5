import { z } from 'zod';
import { DocumentoRef, ExpedienteRef, TerritorioRef, Texto, TextoLargo } from '../../directiva/campos.ts';
import { Opcion } from '../../directiva/opcion.ts';
import { leerPeriodo } from '../../directiva/periodos.ts';
import { acto, type Contexto, type Modulo, type Permiso } from '../../kernel/acto.ts';
import type { Actor, Advertencia, Impedimento } from '../../kernel/tipos.ts';
import type { Indicador } from '../indicador/indicador.ts';
import { ESTADOS_DE_VALOR } from './reporte.etiquetas.ts';
import { advertenciasDe, categoriasDe, leerCifras, prepara, puedeReportarDe, tardanzas } from './reporte.reglas.ts';
import { type Cifra, evolve, ficha, type LoteCitado, RESPONDEN, type Reporte, type ReporteHecho } from './reporte.ts';

const envia = (actor: Actor, entidad: string): Permiso =>
  actor.entidad === entidad && RESPONDEN.includes(actor.cargo)
    ? null
    : {
        numeral: '8.17',
        motivo: 'Las cifras las aprueba y envía quien responde por ellas en la entidad que reporta.',
        remedio: 'Solicítelo a la alcaldía, la gerencia o la oficina responsable de la misma entidad.',
      };

const Cifras = z
  .array(
    z.object({
      territorio: TerritorioRef('Territorio'),
      periodo: Texto('Periodo', 'Según la periodicidad del indicador.', 30),
      categoria: z.string().trim().max(200).default('').meta({ title: 'Categoría', description: 'Vacío: el total.', control: 'texto' }),
      estado: Opcion('Estado del dato', ESTADOS_DE_VALOR).default('valor'),
      valor: z.coerce.number({ error: 'Indique un número.' }).optional().meta({ title: 'Valor o numerador', control: 'texto' }),
      denominador: z.coerce.number({ error: 'Indique un número.' }).optional().meta({ title: 'Denominador o peso', control: 'texto' }),
    }),
  )
  .max(2000, 'Hasta 2000 cifras por pedido; para más, cargue un archivo.')
  .default([])
  .meta({ title: 'Cifras' });

const DatosReporte = z.object({
  indicador: ExpedienteRef('Indicador', 'indicador'),
  cifras: Cifras,
  lote: z
    .object({
      huella: z.string().regex(/^[0-9a-f]{64}$/),
      valores: z.number().int().positive(),
      desde: z.number().int(),
      hasta: z.number().int(),
      documento: DocumentoRef('Archivo cargado').optional(),
    })
    .optional()
    .meta({ title: 'Lote cargado por archivo', control: 'oculto' }),
  motivo: z
    .string()
    .trim()
    .max(2000)
    .default('')
    .meta({ title: 'Motivo de la corrección', description: 'Si cambia cifras ya reportadas.', control: 'texto-largo' }),
  enviar: z.boolean().default(false).meta({ title: 'Enviar de una vez, por quien responde por las cifras', control: 'casilla' }),
});
type EntradaReporte = z.output<typeof DatosReporte>;

const DatosExplicacion = z.object({
  territorio: TerritorioRef('Territorio'),
  periodo: Texto('Periodo', 'El de la cifra, según la periodicidad del indicador.', 30),
  categoria: z.string().trim().max(200).default('').meta({ title: 'Categoría', description: 'Vacío: el total.', control: 'texto' }),
  texto: TextoLargo('Por qué es correcta', 'Por ejemplo: abrió un relleno sanitario, cambió el padrón.', 2000),
});

function registrar(s: Indicador, datos: EntradaReporte, cifras: Cifra[], ctx: Contexto): ReporteHecho {
  return {
    tipo: 'CifrasRegistradas',
    v: 1,
    datos: {
      indicador: datos.indicador,
      nombreIndicador: s.nombre,
      sector: s.sector,
      entidad: ctx.actor.entidad,
      motivo: datos.motivo,
      cifras,
      ...(datos.lote ? { lote: datos.lote as LoteCitado } : {}),
    },
  };
}

/** 8.17, 9.4: a batch of figures of one indicator; each batch is an expediente of its own. */
export const reportarCifras = acto<Reporte | undefined, EntradaReporte, ReporteHecho>({
  nombre: 'ReportarCifras',
  titulo: 'Reportar cifras',
  resumen: 'Registra las cifras de uno o varios territorios y periodos; una corrección conserva el valor anterior.',
  expediente: 'reporte',
  numerales: ['8.17', '8.18', '9.4'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosReporte,
  refs: (d) => ({ indicador: d.indicador }),
  puede: (actor, _s, _ctx, datos) => prepara(actor) ?? (datos?.enviar ? envia(actor, actor.entidad) : null),
  decidir: (_s, datos, ctx) => {
    if (ctx.leidos.indicador?.tipo !== 'indicador')
      return {
        impedimentos: [{ numeral: '8.17', campo: 'indicador', motivo: 'El expediente citado no es un indicador.', remedio: 'Elija el indicador de la lista.' }],
      };
    const s = ctx.leidos.indicador.estado as Indicador;
    if (s.situacion === 'retirado')
      return { impedimentos: [{ numeral: '8.17', campo: 'indicador', motivo: 'El indicador fue retirado.', remedio: 'Elija un indicador vigente.' }] };
    if (datos.lote ? datos.cifras.length > 0 : datos.cifras.length === 0)
      return {
        impedimentos: [
          { numeral: '8.17', campo: 'cifras', motivo: 'El reporte no tiene cifras.', remedio: 'Escriba al menos una cifra, o cargue un archivo.' },
        ],
      };
    const leidas = leerCifras(s, datos.cifras, ctx.catalogo);
    if ('impedimentos' in leidas) return leidas;
    if (datos.lote && ctx.actor.entidad !== s.responsable && ctx.actor.entidad !== s.sector && !ctx.actor.territorio)
      return { impedimentos: [ajeno('lote', 'el archivo')] };
    const ajenas = leidas.cifras.flatMap((c, i) =>
      puedeReportarDe(ctx.actor, s, c.territorio, ctx.catalogo)
        ? []
        : [ajeno(`cifras[${i}].territorio`, ctx.catalogo.territorio(c.territorio)?.nombre ?? c.territorio)],
    );
    if (ajenas.length > 0) return { impedimentos: ajenas };
    const hechos: ReporteHecho[] = [registrar(s, datos, leidas.cifras, ctx)];
    if (datos.enviar) hechos.push({ tipo: 'CifrasEnviadas', v: 1, datos: {} });
    const periodos = datos.lote ? periodosEntre(s, datos.lote.desde, datos.lote.hasta) : leidas.cifras.map((c) => c.periodo);
    return { hechos, advertencias: [...tardanzas(s, periodos, ctx.ocurridoEl), ...advertenciasDe(s, leidas.cifras, ctx.catalogo)] };
  },
});

/** Periods with a term, of those that a batch touches. */
const periodosEntre = (s: Indicador, desde: number, hasta: number): number[] =>
  Object.keys(s.periodos)
    .map(Number)
    .filter((p) => p >= desde && p <= hasta);

const ajeno = (campo: string, que: string): Impedimento => ({
  numeral: '8.17',
  campo,
  motivo: `Su entidad no reporta por ${que}: está fuera de su territorio.`,
  remedio: 'Reporte los territorios de su jurisdicción; del resto se encarga su propio gobierno o la entidad responsable del indicador.',
});

const situacion = (s: Reporte, permitidas: readonly Reporte['situacion'][], motivo: string, remedio: string): Impedimento[] =>
  permitidas.includes(s.situacion) ? [] : [{ numeral: '8.17', motivo, remedio }];

export const enviarCifras = acto<Reporte, Record<string, never>, ReporteHecho>({
  nombre: 'EnviarCifras',
  titulo: 'Enviar las cifras',
  resumen: 'Quien responde por las cifras las aprueba: desde ahora cuentan en los totales.',
  expediente: 'reporte',
  numerales: ['8.17', '8.18'],
  concurrencia: 'version',
  datos: z.object({}) as unknown as z.ZodType<Record<string, never>>,
  puede: (actor, s) => envia(actor, s.entidad),
  impide: (s) => situacion(s, ['borrador'], 'Este reporte ya fue enviado o retirado.', 'Para cambiar una cifra, reporte la corrección.'),
  decidir: () => ({ hechos: [{ tipo: 'CifrasEnviadas', v: 1, datos: {} }] }),
});

/** Technical check of the data; there is no hierarchy between levels (R19). */
export const verificarCifras = acto<Reporte, { comentario: string }, ReporteHecho>({
  nombre: 'VerificarCifras',
  titulo: 'Dar por verificadas las cifras',
  resumen: 'Deja constancia de la comprobación técnica del dato; no lo cambia ni lo devuelve.',
  expediente: 'reporte',
  numerales: ['8.17', '8.19'],
  concurrencia: 'version',
  datos: z.object({ comentario: z.string().trim().max(2000).default('').meta({ title: 'Cómo se verificó', control: 'texto-largo' }) }),
  puede: (actor, s) =>
    actor.entidad === s.sector && RESPONDEN.includes(actor.cargo)
      ? null
      : { numeral: '8.17', motivo: 'La verificación técnica la hace el sector responsable del indicador.', remedio: 'Puede dejar una observación.' },
  impide: (s) => situacion(s, ['enviado'], 'Solo se verifican reportes enviados.', 'Espere a que la entidad los envíe.'),
  decidir: (_s, datos) => ({ hechos: [{ tipo: 'CifrasVerificadas', v: 1, datos }] }),
});

/** R19: others observe a value; nobody above returns it. */
export const observarCifras = acto<Reporte, { texto: string }, ReporteHecho>({
  nombre: 'ObservarCifras',
  titulo: 'Observar las cifras',
  resumen: 'Deja una observación a la vista de todos; la entidad que reporta decide si corrige.',
  expediente: 'reporte',
  numerales: ['8.17', '5.2'],
  concurrencia: 'conmuta',
  datos: z.object({ texto: TextoLargo('Observación', 'Qué cifra y por qué.', 2000) }),
  puede: (actor) =>
    actor.cargo === 'administrador'
      ? { numeral: '8.17', motivo: 'La administración de la plataforma no opina sobre las cifras.', remedio: 'Ingrese con otra oficina.' }
      : null,
  impide: (s) => situacion(s, ['enviado', 'verificado'], 'Solo se observan reportes enviados.', 'Espere a que la entidad los envíe.'),
  decidir: (_s, datos) => ({ hechos: [{ tipo: 'CifrasObservadas', v: 1, datos }] }),
});

/** 8.19: the reporting entity says why a figure that was warned of is right; everybody sees it beside the warning. */
export const explicarCifras = acto<Reporte, z.output<typeof DatosExplicacion>, ReporteHecho>({
  nombre: 'ExplicarCifras',
  titulo: 'Explicar una cifra con aviso',
  resumen: 'Deja dicho por qué es correcta una cifra que recibió un aviso de calidad; queda a la vista junto al aviso.',
  expediente: 'reporte',
  numerales: ['8.17', '8.19'],
  concurrencia: 'conmuta',
  datos: DatosExplicacion,
  puede: (actor, s) =>
    prepara(actor) ??
    (actor.entidad === s.entidad
      ? null
      : { numeral: '8.17', motivo: 'Las cifras las explica la entidad que las reportó.', remedio: 'Puede dejar una observación.' }),
  impide: (s) => situacion(s, ['borrador', 'enviado', 'verificado'], 'El reporte fue retirado.', 'Sus cifras ya no cuentan: no hay qué explicar.'),
  decidir: (_s, datos, ctx) => {
    const s = ctx.leidos.indicador?.estado as Indicador;
    const falla = (campo: string, motivo: string, remedio: string) => ({ impedimentos: [{ numeral: '8.19', campo, motivo, remedio }] });
    const periodo = leerPeriodo(s.periodicidad, datos.periodo);
    if (periodo === undefined) return falla('periodo', `No es un periodo de un indicador ${s.periodicidad}.`, 'Corrija el periodo.');
    if (!ctx.catalogo.territorio(datos.territorio)) return falla('territorio', 'El territorio no está en el catálogo.', 'Elija un territorio de la lista.');
    if (!categoriasDe(s).includes(datos.categoria)) return falla('categoria', 'La ficha no tiene esa categoría.', 'Elija una categoría de la ficha.');
    return { hechos: [{ tipo: 'CifrasExplicadas', v: 1, datos: { ...datos, periodo } }] };
  },
});

/** Undo of a batch: the figures that it had replaced stand again. */
export const retirarCifras = acto<Reporte, { motivo: string }, ReporteHecho>({
  nombre: 'RetirarCifras',
  titulo: 'Retirar el reporte',
  resumen: 'Deja sin efecto todas las cifras de este reporte; vuelven a valer las anteriores.',
  expediente: 'reporte',
  numerales: ['8.17'],
  concurrencia: 'version',
  datos: z.object({ motivo: TextoLargo('Motivo', '', 2000) }),
  puede: (actor, s) => envia(actor, s.entidad),
  impide: (s) => situacion(s, ['borrador', 'enviado', 'verificado'], 'El reporte ya fue retirado.', 'Reporte de nuevo las cifras si corresponde.'),
  decidir: (s, datos) => ({
    hechos: [{ tipo: 'CifrasRetiradas', v: 1, datos }],
    advertencias: s.situacion === 'verificado' ? [{ numeral: '8.17', motivo: 'El sector ya había verificado estas cifras.' } satisfies Advertencia] : [],
  }),
});

export const reporte: Modulo<Reporte, ReporteHecho> = {
  tipo: 'reporte',
  nombre: 'Reporte de cifras',
  serie: 'REP',
  evolve,
  ficha,
  actos: [reportarCifras, enviarCifras, verificarCifras, observarCifras, explicarCifras, retirarCifras],
};
