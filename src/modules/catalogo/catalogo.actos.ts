import type { z } from 'zod';
import { CARGOS } from '../../directiva/cargos.ts';
import { type Acto, acto, type Contexto, type Modulo } from '../../kernel/acto.ts';
import type { Advertencia, Impedimento } from '../../kernel/tipos.ts';
import type { EntidadCompleta } from '../entidad/entidad.ts';
import { DatosCorregirEntidad, DatosCreacion, DatosEntidad, DatosImportarTerritorio, DatosOrgano, DatosSiembra, DatosSucesion } from './catalogo.campos.ts';
import { CATALOGO_ID, type CatalogoHecho, type CatalogoState, evolve, ficha } from './catalogo.ts';
import { importarNormas } from './normas.actos.ts';
import { administra } from './permisos.ts';

/** Shared by every change of the catalogues; the version seen guards against two administrators at once. */
const cambio = <D>(definicion: Omit<Acto<CatalogoState, D, CatalogoHecho>, 'expediente' | 'concurrencia' | 'puede'>) =>
  acto<CatalogoState, D, CatalogoHecho>({ expediente: 'catalogo', concurrencia: 'version', puede: administra, ...definicion });

/** First content of an installation. */
export const sembrarCatalogos = acto<CatalogoState | undefined, z.output<typeof DatosSiembra>, CatalogoHecho>({
  nombre: 'SembrarCatalogos',
  titulo: 'Cargar los catálogos iniciales',
  resumen: 'Registra el territorio, las entidades y sus órganos con los que empieza la plataforma.',
  expediente: 'catalogo',
  numerales: ['IV'],
  crea: true,
  concurrencia: 'conmuta',
  datos: DatosSiembra,
  puede: administra,
  impide: (_s, ctx) =>
    ctx.id === CATALOGO_ID
      ? []
      : [{ numeral: 'IV', motivo: 'La plataforma lleva un solo expediente de catálogos.', remedio: 'Abra el expediente de catálogos que ya existe.' }],
  decidir: (_s, datos) => ({ hechos: [{ tipo: 'CatalogosSembrados', v: 1, datos }] }),
});

/** A row may name or complete a territory; its place in the tree does not change by import. */
function filaImposible(datos: Omit<z.output<typeof DatosImportarTerritorio>, 'documento'>, ctx: Contexto): string | undefined {
  const nuevos = new Set(datos.territorios.map((t) => t.id));
  const conocido = (id: string | undefined) => id !== undefined && (ctx.catalogo.territorio(id) !== undefined || nuevos.has(id));
  for (const t of datos.territorios) {
    const actual = ctx.catalogo.territorio(t.id);
    if (actual && (actual.tipo !== t.tipo || actual.padre !== t.padre || actual.departamental !== t.departamental))
      return `La fila de ${t.nombre} (${t.id}) cambia su lugar en el territorio.`;
    if (!actual && (!conocido(t.padre) || !conocido(t.departamental)))
      return `La fila de ${t.nombre} (${t.id}) no tiene departamento o provincia en el catálogo.`;
  }
  const suelto = datos.codigos.find((c) => !conocido(c.territorio));
  return suelto && `El código ${suelto.codigo} se refiere a un territorio que no está en el catálogo.`;
}

/** Facts only are added or completed: no row disappears because a file omits it. */
export const importarTerritorio = cambio<z.output<typeof DatosImportarTerritorio>>({
  nombre: 'ImportarTerritorio',
  titulo: 'Importar territorio',
  resumen: 'Incorpora distritos nuevos, nombres, datos y códigos de un archivo publicado por el INEI. No elimina ninguno.',
  numerales: ['6.5'],
  datos: DatosImportarTerritorio,
  decidir: (s, { documento: _, ...datos }, ctx) => {
    const imposible = filaImposible(datos, ctx);
    if (imposible)
      return {
        impedimentos: [{ numeral: '6.5', campo: 'territorios', motivo: imposible, remedio: 'Prepare de nuevo la importación con el catálogo actual.' }],
      };
    const advertencias: Advertencia[] = [];
    if (s.importaciones.territorio?.archivo === datos.archivo) advertencias.push({ numeral: '6.5', motivo: 'Este archivo ya se había importado.' });
    if (datos.resumen.rechazado) advertencias.push({ numeral: '6.5', motivo: `Filas del archivo que no se incorporaron: ${datos.resumen.rechazado}.` });
    const altas = {
      territorios: datos.territorios.filter((t) => !ctx.catalogo.territorio(t.id)).length,
      entidades: datos.entidades.filter((e) => !ctx.catalogo.entidad(e.id)).length,
    };
    return { hechos: [{ tipo: 'TerritorioImportado', v: 1, datos: { ...datos, altas } }], advertencias };
  },
});

function noFigura(campo: string): Impedimento {
  return { numeral: 'IV', campo, motivo: 'La entidad no figura en el catálogo.', remedio: 'Elija una entidad de la lista o regístrela primero.' };
}

export const registrarEntidad = cambio<z.output<typeof DatosEntidad>>({
  nombre: 'RegistrarEntidad',
  titulo: 'Registrar una entidad',
  resumen: 'Agrega al catálogo una entidad que participa en la gestión descentralizada.',
  numerales: ['IV'],
  datos: DatosEntidad,
  decidir: (_s, datos, ctx) => {
    if (ctx.catalogo.entidad(datos.id))
      return {
        impedimentos: [
          {
            numeral: 'IV',
            campo: 'id',
            motivo: 'Ya hay una entidad con ese identificador.',
            remedio: 'Corrija los datos de la entidad registrada, o use otro identificador.',
          },
        ],
      };
    const sector = datos.tipo === 'ministerio' ? datos.id : datos.sector;
    if (sector !== datos.id && sector !== undefined && !ctx.catalogo.entidad(sector)) return { impedimentos: [noFigura('sector')] };
    if (datos.territorio && !ctx.catalogo.territorio(datos.territorio))
      return {
        impedimentos: [{ numeral: 'IV', campo: 'territorio', motivo: 'El territorio no figura en el catálogo.', remedio: 'Elija un territorio de la lista.' }],
      };
    return { hechos: [{ tipo: 'EntidadRegistrada', v: 1, datos: { ...datos, sector } }] };
  },
});

export const corregirEntidad = cambio<z.output<typeof DatosCorregirEntidad>>({
  nombre: 'CorregirEntidad',
  titulo: 'Corregir el nombre de una entidad',
  resumen: 'Rectifica el nombre o la sigla; el anterior queda en la cronología.',
  numerales: ['IV'],
  datos: DatosCorregirEntidad,
  decidir: (_s, { entidad, nombre, sigla }, ctx) => {
    const actual: EntidadCompleta | undefined = ctx.catalogo.entidad(entidad);
    if (!actual) return { impedimentos: [noFigura('entidad')] };
    return { hechos: [{ tipo: 'EntidadCorregida', v: 1, datos: { ...actual, nombre, sigla: sigla ?? actual.sigla, nombrePorConfirmar: false } }] };
  },
});

/** 8.10 names the organs by function; each entity gives them its own name. */
export const confirmarNombreDeOrgano = cambio<z.output<typeof DatosOrgano>>({
  nombre: 'ConfirmarNombreDeOrgano',
  titulo: 'Confirmar el nombre de un órgano',
  resumen: 'Registra cómo llama la entidad al órgano que la Directiva nombra por su función.',
  numerales: ['8.10'],
  datos: DatosOrgano,
  decidir: (_s, datos, ctx) => {
    const entidad = ctx.catalogo.entidad(datos.entidad);
    if (!entidad) return { impedimentos: [noFigura('entidad')] };
    const admitidas: readonly string[] | undefined = (CARGOS as Record<string, { entidades: readonly string[] }>)[datos.cargo]?.entidades;
    if (!admitidas?.includes(entidad.tipo))
      return {
        impedimentos: [
          {
            numeral: '8.10',
            campo: 'cargo',
            motivo: `${entidad.nombre} no tiene esa función en la Directiva.`,
            remedio: 'Elija una función que corresponda a la entidad.',
          },
        ],
      };
    return { hechos: [{ tipo: 'OrganoConfirmado', v: 1, datos: { ...datos, porConfirmar: false } }] };
  },
});

/** The entity that ends keeps its cases readable; new acts belong to its successor. */
export const registrarSucesion = cambio<z.output<typeof DatosSucesion>>({
  nombre: 'RegistrarSucesion',
  titulo: 'Registrar la sucesión de una entidad',
  resumen: 'Indica qué entidad asume las funciones de otra y desde cuándo.',
  numerales: ['IV'],
  datos: DatosSucesion,
  decidir: (_s, datos, ctx) => {
    const termina = ctx.catalogo.entidad(datos.entidad);
    if (!termina) return { impedimentos: [noFigura('entidad')] };
    if (!ctx.catalogo.entidad(datos.sucesora) || datos.sucesora === datos.entidad) return { impedimentos: [noFigura('sucesora')] };
    if (termina.vigenteHasta)
      return {
        impedimentos: [{ numeral: 'IV', campo: 'entidad', motivo: `${termina.nombre} ya no está vigente.`, remedio: 'Elija una entidad vigente.' }],
      };
    return { hechos: [{ tipo: 'SucesionRegistrada', v: 1, datos }] };
  },
});

export const registrarCreacion = cambio<z.output<typeof DatosCreacion>>({
  nombre: 'RegistrarCreacionDeDistrito',
  titulo: 'Registrar la creación de un distrito',
  resumen: 'Indica de qué distritos se segregó y desde cuándo, para comparar las cifras de antes y de después.',
  numerales: ['6.5', '8.19'],
  datos: DatosCreacion,
  decidir: (_s, datos, ctx) => {
    const no = (campo: string, motivo: string): Impedimento => ({ numeral: '8.19', campo, motivo, remedio: 'Elija un distrito de la lista.' });
    const impedimentos: Impedimento[] = [];
    if (ctx.catalogo.territorio(datos.distrito)?.tipo !== 'distrito') impedimentos.push(no('distrito', 'No es un distrito del catálogo.'));
    for (const [i, o] of datos.origenes.entries())
      if (ctx.catalogo.territorio(o)?.tipo !== 'distrito') impedimentos.push(no(`origenes[${i}]`, 'No es un distrito del catálogo.'));
      else if (o === datos.distrito) impedimentos.push(no(`origenes[${i}]`, 'Un distrito no se segrega de sí mismo.'));
    return impedimentos.length > 0
      ? { impedimentos }
      : { hechos: [{ tipo: 'DistritoCreado', v: 1, datos: { ...datos, origenes: [...new Set(datos.origenes)] } }] };
  },
});

export const catalogo: Modulo<CatalogoState, CatalogoHecho> = {
  tipo: 'catalogo',
  nombre: 'Catálogos',
  serie: 'CAT',
  evolve,
  ficha,
  actos: [
    sembrarCatalogos,
    importarTerritorio,
    importarNormas,
    registrarEntidad,
    corregirEntidad,
    confirmarNombreDeOrgano,
    registrarSucesion,
    registrarCreacion,
  ],
  unicidad: { numeral: 'IV', motivo: 'La plataforma lleva un solo expediente de catálogos.', remedio: 'Abra el expediente de catálogos que ya existe.' },
};
