import { z } from 'zod';
import { ExpedienteRef, TextoLargo } from '../../directiva/campos.ts';
import { CONDUCEN, nombreDeCargo } from '../../directiva/cargos.ts';
import { gobiernoInvolucrado } from '../../directiva/involucrados.ts';
import { primerPoi } from '../../directiva/poi.ts';
import { acto, type Contexto, type HechoPara, type Modulo, type Permiso } from '../../kernel/acto.ts';
import type { Actor, Advertencia, EntidadId, Id, Impedimento } from '../../kernel/tipos.ts';
import type { Modelo, ModeloHecho } from '../modelo/modelo.ts';
import { CamposPoi, type DatosPoi } from './poi.campos.ts';
import { leerVinculacion } from './poi.reglas.ts';
import { evolve, ficha, metasConLinea, type PoiHecho, type VinculacionPoi } from './poi.ts';

/** Planning and representative offices of a sector or a government: its POI is an act of its own, with nobody above. */
const PLANEAN: readonly string[] = ['ogpp', ...CONDUCEN, 'gobernador', 'gerente_regional', 'alcalde_provincial', 'gerente_municipal', 'alcalde_distrital'];

const planea = (actor: Actor): Permiso =>
  PLANEAN.includes(actor.cargo)
    ? null
    : {
        numeral: '9.5',
        motivo: `${nombreDeCargo(actor.cargo)} no registra el plan operativo de una entidad.`,
        remedio: 'Solicítelo a la oficina de planeamiento del sector, del gobierno regional o de la municipalidad.',
      };

const deLaEntidad = (actor: Actor, s: VinculacionPoi): Permiso =>
  actor.entidad === s.entidad
    ? planea(actor)
    : { numeral: '9.5', motivo: 'Cada entidad registra su propio plan operativo.', remedio: 'Solicítelo a la entidad que vinculó sus metas.' };

const vigente = (s: VinculacionPoi): Impedimento[] =>
  s.situacion === 'vigente' ? [] : [{ numeral: '9.5', motivo: 'Esta vinculación ya fue retirada.', remedio: 'Registre otra para ese año.' }];

const modeloDe = (ctx: Contexto): Modelo | undefined => (ctx.leidos.modelo?.tipo === 'modelo' ? (ctx.leidos.modelo.estado as Modelo) : undefined);

/** 9.5 speaks of the sectors and the regional and local governments involved in the modelo. */
function involucrada(m: Modelo, actor: Actor, ctx: Contexto): boolean {
  return actor.entidad === m.sector || (m.estrategia?.entidades ?? []).includes(actor.entidad) || gobiernoInvolucrado(m, actor.entidad, ctx.catalogo);
}

/** 9.5 (R22): linking earlier than due is welcome, and said. */
function deFecha(m: Modelo, anio: number): Advertencia[] {
  const rm = (m.enFuerza?.resolucion ?? (m.resolucion?.situacion === 'vigente' ? m.resolucion : undefined))?.fecha;
  if (!rm) return [{ numeral: '9.5', motivo: 'El modelo aún no está formalizado: la obligación nace con su Resolución Ministerial.' }];
  return anio < primerPoi(rm) ? [{ numeral: '9.5', motivo: `El POI ${anio} ya estaba aprobado a la fecha de la resolución: no es exigible.` }] : [];
}

/** What the modelo keeps of a sheet: enough to measure 9.5 without reading the sheets. */
const enModelo = (vinculacion: Id, s: { entidad: EntidadId; anio: number }, indicadores: number[]): HechoPara<ModeloHecho> => ({
  en: 'modelo',
  tipo: 'PoiVinculado',
  v: 1,
  datos: { vinculacion, entidad: s.entidad, anio: s.anio, indicadores },
});

const DatosVincular = z.object({
  modelo: ExpedienteRef('Modelo Específico', 'modelo'),
  anio: z.coerce.number({ error: 'Indique el año.' }).int().min(2016, 'Desde 2016.').max(2100, 'Hasta 2100.').meta({ title: 'Año del POI', control: 'texto' }),
  ...CamposPoi,
});

/** 9.5: per modelo, entity and year, goal ↔ activity ↔ budget line. */
export const vincularPoi = acto<VinculacionPoi | undefined, z.output<typeof DatosVincular>, PoiHecho | ModeloHecho>({
  nombre: 'VincularPoi',
  titulo: 'Vincular metas con el POI',
  resumen: 'Registra qué actividad del plan operativo de su entidad, y con qué presupuesto, atiende cada meta del modelo.',
  expediente: 'poi',
  numerales: ['9.5'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosVincular,
  refs: (d) => ({ modelo: d.modelo }),
  escribe: () => ['modelo'],
  puede: planea,
  decidir: (_s, d, ctx) => {
    const m = modeloDe(ctx);
    const no = (motivo: string, remedio: string) => ({ impedimentos: [{ numeral: '9.5', campo: 'modelo', motivo, remedio }] });
    if (!m) return no('El expediente citado no es un Modelo Específico.', 'Elija el modelo de la lista.');
    if (!involucrada(m, ctx.actor, ctx))
      return no(
        `Su entidad no está involucrada en el modelo de ${m.nombreTerritorio}.`,
        'Elija un modelo de su sector o de su territorio, o uno cuya estrategia nombre a su entidad.',
      );
    if (m.vinculaciones?.some((v) => v.entidad === ctx.actor.entidad && v.anio === d.anio))
      return no(`Su entidad ya vinculó sus metas con el POI ${d.anio}.`, 'Corrija esa vinculación: guarda la versión anterior y el motivo.');
    const leida = leerVinculacion(d, m.indicadores, ctx.catalogo);
    if ('impedimentos' in leida) return leida;
    const { modelo, anio, documento } = d;
    const { entidad } = ctx.actor;
    const datos = {
      modelo,
      anio,
      documento,
      entidad,
      sector: m.sector,
      nombreModelo: m.nombreServicio,
      nombreTerritorio: m.nombreTerritorio,
      ...leida.contenido,
    };
    return {
      hechos: [{ tipo: 'VinculacionPoiRegistrada', v: 1, datos }, enModelo(ctx.id, { entidad, anio }, metasConLinea(leida.contenido))],
      advertencias: [...deFecha(m, anio), ...leida.advertencias],
    };
  },
});

const DatosCorregir = z.object({ motivo: TextoLargo('Motivo de la corrección', '', 2000), ...CamposPoi });

/** 9.5: a new version; the former stays in the chronology with the reason. */
export const corregirVinculacionPoi = acto<VinculacionPoi, DatosPoi & { motivo: string }, PoiHecho | ModeloHecho>({
  nombre: 'CorregirVinculacionPoi',
  titulo: 'Corregir la vinculación',
  resumen: 'Guarda una nueva versión de metas, actividades y presupuesto; la anterior queda en la cronología.',
  expediente: 'poi',
  numerales: ['9.5'],
  concurrencia: 'version',
  datos: DatosCorregir,
  escribe: () => ['modelo'],
  puede: deLaEntidad,
  impide: vigente,
  decidir: (s, d, ctx) => {
    const leida = leerVinculacion(d, modeloDe(ctx)?.indicadores ?? [], ctx.catalogo);
    if ('impedimentos' in leida) return leida;
    return {
      hechos: [
        { tipo: 'VinculacionPoiCorregida', v: 1, datos: { ...leida.contenido, motivo: d.motivo, documento: d.documento } },
        enModelo(ctx.id, s, metasConLinea(leida.contenido)),
      ],
      advertencias: leida.advertencias,
    };
  },
});

/** Cures a sheet of the wrong modelo or year; the obligation stands again. */
export const retirarVinculacionPoi = acto<VinculacionPoi, { motivo: string }, PoiHecho | ModeloHecho>({
  nombre: 'RetirarVinculacionPoi',
  titulo: 'Retirar la vinculación',
  resumen: 'Deja sin efecto la ficha; queda en la cronología con su motivo.',
  expediente: 'poi',
  numerales: ['9.5'],
  concurrencia: 'version',
  datos: z.object({ motivo: TextoLargo('Motivo', '', 2000) }),
  escribe: () => ['modelo'],
  puede: deLaEntidad,
  impide: vigente,
  decidir: (_s, datos, ctx) => ({
    hechos: [
      { tipo: 'VinculacionPoiRetirada', v: 1, datos },
      { en: 'modelo', tipo: 'PoiDesvinculado', v: 1, datos: { vinculacion: ctx.id } },
    ],
  }),
});

export const poi: Modulo<VinculacionPoi, PoiHecho> = {
  tipo: 'poi',
  nombre: 'Vinculación con el POI',
  serie: 'POI',
  evolve,
  ficha,
  actos: [vincularPoi, corregirVinculacionPoi, retirarVinculacionPoi],
};
