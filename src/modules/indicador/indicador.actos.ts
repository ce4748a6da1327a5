import type { z } from 'zod';
import { CONDUCEN } from '../../directiva/cargos.ts';
import { leerPeriodo, nombreDePeriodo, type Periodo } from '../../directiva/periodos.ts';
import { esOficinaDe } from '../../directiva/permisos.ts';
import { acto, type Contexto, type Modulo, type Permiso } from '../../kernel/acto.ts';
import type { Actor, Advertencia, EntidadId, Impedimento } from '../../kernel/tipos.ts';
import type { Servicio } from '../servicio/servicio.ts';
import { DatosAdopcion, DatosApertura, DatosDefinicion, DatosLineaBase, DatosMetas, DatosPeriodo, DatosRetiro, DatosVersion } from './indicador.campos.ts';
import { CRITERIOS } from './indicador.etiquetas.ts';
import { type Definicion, evolve, ficha, type Indicador, type IndicadorHecho, type ValorEnTerritorio } from './indicador.ts';

/** Offices of the sector that lead the service: they keep the sheet (8.17, 8.18). */
const MANTIENEN: readonly string[] = [...CONDUCEN, 'funcionario_sector', 'ogpp'];

const delSector = (actor: Actor, sector: EntidadId, ctx: Contexto): Permiso => esOficinaDe(actor, sector, MANTIENEN, ctx.catalogo, '8.17');

/** Sheet, baseline, targets and periods are of the sector's offices; what is asked of others is only figures. */
const mantiene = (actor: Actor, s: Indicador, ctx: Contexto): Permiso =>
  actor.entidad === s.responsable && MANTIENEN.includes(actor.cargo) ? null : delSector(actor, s.sector, ctx);

const siRetirado = (s: Indicador): Impedimento[] =>
  s.situacion === 'retirado' ? [{ numeral: '8.17', motivo: 'El indicador fue retirado.', remedio: 'Defina uno nuevo si vuelve a medirse.' }] : [];

/** 8.19: what the sheet leaves open; it warns and stands on record (R9). */
export function reparos(d: Definicion): Advertencia[] {
  const faltan = (Object.keys(CRITERIOS) as (keyof typeof CRITERIOS)[]).filter((k) => !d.criterios[k]).map((k) => CRITERIOS[k].toLowerCase());
  return [
    ...(faltan.length > 0 ? [{ numeral: '8.19', motivo: `El indicador aún no cumple: ${faltan.join(', ')}.` }] : []),
    ...(d.clase === 'resultado' ? [] : [{ numeral: '8.19', motivo: 'Los indicadores deben medir principalmente resultados; este mide otra cosa.' }]),
  ];
}

/** A ratio or a weighted mean without its second term cannot be computed. */
function incoherencias(d: Definicion): Impedimento[] {
  const pide = d.agregacion === 'razon' || d.agregacion === 'media_ponderada';
  const salida: Impedimento[] = [];
  if (pide && !d.denominador)
    salida.push({
      numeral: '8.18',
      campo: 'denominador',
      motivo: 'Esta forma de agregar necesita un denominador o peso.',
      remedio: 'Diga qué se usa como denominador.',
    });
  if (!pide && d.denominador)
    salida.push({
      numeral: '8.18',
      campo: 'denominador',
      motivo: 'Esta forma de agregar no usa denominador.',
      remedio: 'Déjelo vacío o elija «Razón de sumas».',
    });
  if (d.minimo !== undefined && d.maximo !== undefined && d.minimo > d.maximo)
    salida.push({ numeral: '8.19', campo: 'maximo', motivo: 'El máximo esperable es menor que el mínimo.', remedio: 'Corrija los límites.' });
  return salida;
}

/** 8.18: from the first day of the diagnosis; in any order with agreement and baseline (R9). */
export const definirIndicador = acto<Indicador | undefined, z.output<typeof DatosDefinicion>, IndicadorHecho>({
  nombre: 'DefinirIndicador',
  titulo: 'Definir un indicador',
  resumen: 'Registra la ficha del indicador: qué mide, cómo se calcula, quién lo reporta y en qué territorio.',
  expediente: 'indicador',
  numerales: ['8.17', '8.18', '8.19'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosDefinicion,
  refs: (d) => ({ servicio: d.servicio, modelo: d.modelo }),
  puede: (actor, _s, ctx) => {
    const servicio = ctx.leidos.servicio?.estado as Servicio | undefined;
    return delSector(actor, servicio?.sector ?? actor.sector ?? '', ctx);
  },
  decidir: (_s, datos, ctx) => {
    if (ctx.leidos.servicio?.tipo !== 'servicio')
      return {
        impedimentos: [
          { numeral: '8.17', campo: 'servicio', motivo: 'El expediente citado no es un servicio público.', remedio: 'Elija el servicio de la lista.' },
        ],
      };
    if (datos.modelo && ctx.leidos.modelo?.tipo !== 'modelo')
      return {
        impedimentos: [
          { numeral: '8.17', campo: 'modelo', motivo: 'El expediente citado no es un Modelo Específico.', remedio: 'Elija el modelo o deje el campo vacío.' },
        ],
      };
    const impedimentos = incoherencias(datos);
    if (impedimentos.length > 0) return { impedimentos };
    const { sector } = ctx.leidos.servicio.estado as Servicio;
    return { hechos: [{ tipo: 'IndicadorDefinido', v: 1, datos: { ...datos, sector } }], advertencias: reparos(datos) };
  },
});

const periodoInvalido = (s: Definicion, campo: string): Impedimento => ({
  numeral: '8.18',
  campo,
  motivo: `No es un periodo de un indicador ${s.periodicidad}.`,
  remedio: {
    anual: 'Escriba el año: 2026.',
    escolar: 'Escriba el año: 2026.',
    mensual: 'Escriba año y mes: 2026-07.',
    trimestral: 'Escriba 2026-T3.',
    semestral: 'Escriba 2026-S1.',
  }[s.periodicidad],
});

export const versionarIndicador = acto<Indicador, z.output<typeof DatosVersion>, IndicadorHecho>({
  nombre: 'VersionarIndicador',
  titulo: 'Cambiar el método del indicador',
  resumen: 'Registra una nueva versión de la ficha desde un periodo; los valores anteriores conservan la suya.',
  expediente: 'indicador',
  numerales: ['8.17', '8.18'],
  concurrencia: 'version',
  datos: DatosVersion,
  puede: mantiene,
  impide: siRetirado,
  decidir: (s, datos) => {
    const desde = leerPeriodo(datos.periodicidad, datos.desde);
    if (desde === undefined) return { impedimentos: [periodoInvalido(datos, 'desde')] };
    const impedimentos = incoherencias(datos);
    for (const campo of ['agregacion', 'periodicidad', 'captura'] as const)
      if (datos[campo] !== s[campo])
        impedimentos.push({
          numeral: '8.18',
          campo,
          motivo: 'Con este cambio las cifras ya reportadas dejarían de significar lo mismo.',
          remedio: 'Defina un indicador nuevo y retire este.',
        });
    if (impedimentos.length > 0) return { impedimentos };
    return { hechos: [{ tipo: 'IndicadorVersionado', v: 1, datos: { ...datos, desde } }], advertencias: reparos(datos) };
  },
});

/** 8.18: agreed only by an acuerdo of the ETTI or of the CIG (probe 9); a level without ETTI member agrees through the CIG (R9). */
export const adoptarIndicador = acto<Indicador, z.output<typeof DatosAdopcion>, IndicadorHecho>({
  nombre: 'AdoptarIndicador',
  titulo: 'Registrar el acuerdo que adopta el indicador',
  resumen: 'Enlaza el indicador con el acta del ETTI o de la CIG y con el compromiso asumido.',
  expediente: 'indicador',
  numerales: ['8.17', '8.18'],
  concurrencia: 'version',
  datos: DatosAdopcion,
  puede: mantiene,
  impide: siRetirado,
  decidir: (s, datos) => {
    if (!datos.acta)
      return {
        impedimentos: [
          {
            numeral: '8.18',
            campo: 'acta',
            motivo: 'Un indicador queda acordado cuando lo recoge un acuerdo del ETTI o de la CIG.',
            remedio: 'Indique el acta o acuerdo; mientras tanto sigue en borrador y puede medirse.',
          },
        ],
      };
    // R9: what the ETTI lacked, the CIG completes: earlier agreements still count.
    const acordaron = new Set<string>([...datos.niveles, ...s.acuerdos.flatMap((a) => a.niveles)]);
    const faltan = ['nacional', 'regional', 'local'].filter((n) => !acordaron.has(n));
    return {
      hechos: [{ tipo: 'IndicadorAdoptado', v: 1, datos }],
      advertencias: [
        ...(s.lineasBase > 0 ? [] : [{ numeral: '8.17', motivo: 'Queda acordado sin línea de base; la primera medición puede serlo.' }]),
        ...(faltan.length > 0 ? [{ numeral: '8.17', motivo: `No consta el consenso del nivel: ${faltan.join(', ')}. Puede acordarse por la CIG.` }] : []),
        ...(datos.entidad ? [] : [{ numeral: '8.18', motivo: 'El acuerdo no nombra a la entidad que asume el compromiso.' }]),
      ],
    };
  },
});

/** Values of a list of territories, or the rows that cannot be read. */
function valores(
  s: Indicador,
  filas: readonly { territorio: string; periodo: string; valor: number }[],
  ctx: Contexto,
): { valores: ValorEnTerritorio[] } | { impedimentos: Impedimento[] } {
  const impedimentos: Impedimento[] = [];
  const salida: ValorEnTerritorio[] = [];
  for (const [i, f] of filas.entries()) {
    const periodo = leerPeriodo(s.periodicidad, f.periodo);
    if (periodo === undefined) impedimentos.push(periodoInvalido(s, `valores[${i}].periodo`));
    else if (!ctx.catalogo.territorio(f.territorio))
      impedimentos.push({
        numeral: '8.17',
        campo: `valores[${i}].territorio`,
        motivo: `El territorio ${f.territorio} no está en el catálogo.`,
        remedio: 'Elija un territorio de la lista.',
      });
    else salida.push({ territorio: f.territorio, periodo, valor: f.valor });
  }
  return impedimentos.length > 0 ? { impedimentos } : { valores: salida };
}

/** 8.17, 9.4: in any order with the agreement and the measurement (R9). */
export const fijarLineaBase = acto<Indicador, z.output<typeof DatosLineaBase>, IndicadorHecho>({
  nombre: 'FijarLineaBase',
  titulo: 'Fijar la línea de base',
  resumen: 'Registra los valores de partida por territorio, con su fuente.',
  expediente: 'indicador',
  numerales: ['8.17', '9.4'],
  concurrencia: 'conmuta',
  datos: DatosLineaBase,
  puede: mantiene,
  impide: siRetirado,
  decidir: (s, datos, ctx) => {
    const v = valores(s, datos.valores, ctx);
    return 'impedimentos' in v ? v : { hechos: [{ tipo: 'LineaBaseFijada', v: 1, datos: { valores: v.valores, fuente: datos.fuente } }] };
  },
});

export const fijarMetas = acto<Indicador, z.output<typeof DatosMetas>, IndicadorHecho>({
  nombre: 'FijarMetas',
  titulo: 'Fijar las metas',
  resumen: 'Registra la meta de cada territorio y periodo; una meta posterior reemplaza a la anterior, que queda en la cronología.',
  expediente: 'indicador',
  numerales: ['8.17', '9.5'],
  concurrencia: 'conmuta',
  datos: DatosMetas,
  puede: mantiene,
  impide: siRetirado,
  decidir: (s, datos, ctx) => {
    const v = valores(s, datos.valores, ctx);
    return 'impedimentos' in v
      ? v
      : {
          hechos: [{ tipo: 'MetasFijadas', v: 1, datos: { valores: v.valores, sustento: datos.sustento } }],
          advertencias: s.situacion === 'acordado' ? [] : [{ numeral: '8.18', motivo: 'El indicador aún no ha sido recogido en un acuerdo.' }],
        };
  },
});

type Cambio = (s: Indicador, periodo: Periodo, datos: { periodo: string; vence?: string }) => { hecho: IndicadorHecho } | { impedimento: Impedimento };

const sobrePeriodo = (definicion: {
  nombre: string;
  titulo: string;
  resumen: string;
  datos: z.ZodType<{ periodo: string; vence?: string }>;
  cambiar: Cambio;
}) =>
  acto<Indicador, { periodo: string; vence?: string }, IndicadorHecho>({
    ...definicion,
    expediente: 'indicador',
    numerales: ['8.17', '8.18'],
    concurrencia: 'version',
    puede: mantiene,
    impide: siRetirado,
    decidir: (s, datos) => {
      const periodo = leerPeriodo(s.periodicidad, datos.periodo);
      if (periodo === undefined) return { impedimentos: [periodoInvalido(s, 'periodo')] };
      const r = definicion.cambiar(s, periodo, datos);
      return 'hecho' in r ? { hechos: [r.hecho] } : { impedimentos: [r.impedimento] };
    },
  });

/** The deadline is a working agreement of the sector: the Directive sets none. */
export const abrirPeriodo = sobrePeriodo({
  nombre: 'AbrirPeriodo',
  titulo: 'Abrir un periodo al reporte',
  resumen: 'Invita a reportar las cifras de un periodo, con la fecha límite que fija el sector.',
  datos: DatosApertura,
  cambiar: (s, periodo, { vence }) =>
    s.periodos[periodo]?.situacion === 'publicado'
      ? {
          impedimento: {
            numeral: '8.18',
            campo: 'periodo',
            motivo: `${nombreDePeriodo(s.periodicidad, periodo)} ya fue publicado.`,
            remedio: 'Una corrección se reporta como tal y queda a la vista.',
          },
        }
      : { hecho: { tipo: 'PeriodoAbierto', v: 1, datos: { periodo, vence } } },
});

export const cerrarPeriodo = sobrePeriodo({
  nombre: 'CerrarPeriodo',
  titulo: 'Cerrar un periodo',
  resumen: 'Termina el recojo de un periodo; lo que llegue después se acepta como tardío.',
  datos: DatosPeriodo,
  cambiar: (s, periodo) =>
    s.periodos[periodo]?.situacion === 'abierto'
      ? { hecho: { tipo: 'PeriodoCerrado', v: 1, datos: { periodo } } }
      : { impedimento: { numeral: '8.18', campo: 'periodo', motivo: 'Ese periodo no está abierto.', remedio: 'Ábralo antes, o elija otro.' } },
});

export const publicarPeriodo = sobrePeriodo({
  nombre: 'PublicarPeriodo',
  titulo: 'Publicar un periodo',
  resumen: 'Muestra a la ciudadanía las cifras del periodo, con su fuente y cuántos han reportado.',
  datos: DatosPeriodo,
  cambiar: (_s, periodo) => ({ hecho: { tipo: 'PeriodoPublicado', v: 1, datos: { periodo } } }),
});

export const dejarIndicador = acto<Indicador, z.output<typeof DatosRetiro>, IndicadorHecho>({
  nombre: 'DejarIndicador',
  titulo: 'Dejar de usar el indicador',
  resumen: 'Retira el indicador; sus cifras y su ficha siguen a la vista.',
  expediente: 'indicador',
  numerales: ['8.17'],
  concurrencia: 'version',
  datos: DatosRetiro,
  puede: mantiene,
  impide: siRetirado,
  decidir: (s, datos) => ({
    hechos: [{ tipo: 'IndicadorDejado', v: 1, datos }],
    advertencias:
      s.situacion === 'acordado' ? [{ numeral: '8.18', motivo: 'El indicador ya había sido acordado; informe del retiro a quienes lo consensuaron.' }] : [],
  }),
});

export const indicador: Modulo<Indicador, IndicadorHecho> = {
  tipo: 'indicador',
  nombre: 'Indicador',
  serie: 'IND',
  evolve,
  ficha,
  actos: [definirIndicador, versionarIndicador, adoptarIndicador, fijarLineaBase, fijarMetas, abrirPeriodo, cerrarPeriodo, publicarPeriodo, dejarIndicador],
  unicidad: {
    numeral: '8.17',
    motivo: 'El servicio ya tiene un indicador vigente con ese nombre.',
    remedio: 'Abra el existente; si cambió el método, registre una nueva versión.',
  },
};
