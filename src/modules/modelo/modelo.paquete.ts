import { canon } from '../../kernel/canon.ts';
import type { Advertencia, Catalogo, EntidadId, Id, Impedimento, TerritorioId } from '../../kernel/tipos.ts';
import { DEL_PAQUETE, type SeccionDelPaquete, type Secciones } from './modelo.campos.ts';
import { SECCIONES } from './modelo.etiquetas.ts';
import type { DatosDeIndicador, LineaBase } from './modelo.partes.ts';
import { type Modelo, vigentes } from './modelo.ts';

/** Part of the package that an amendment of the CIG may touch. */
export type ParteEnmendable = SeccionDelPaquete | 'indicadores';

/** «Donde dice… debe decir…»; without `dice` the text is added to the section (R1). */
export interface Enmienda {
  seccion: ParteEnmendable;
  dice?: string;
  debeDecir: string;
}

/** Indicator as it stood when the package was frozen. */
type IndicadorDelPaquete = Omit<DatosDeIndicador, 'criterios'> & { numero: number; acordado: boolean; lineaBase?: LineaBase };

/** Content of the package: canonical JSON of it is what the hash covers. */
export interface Contenido {
  /** Shape and rendering of the annex: a change of either takes a new number. */
  formato: 1;
  servicio: Id;
  nombreServicio: string;
  territorio: TerritorioId;
  nombreTerritorio: string;
  sector: EntidadId;
  secciones: Partial<Pick<Secciones, SeccionDelPaquete>>;
  indicadores: IndicadorDelPaquete[];
  /** Text that the CIG added in session. */
  adiciones: { seccion: ParteEnmendable; texto: string }[];
  /** Names of the entities cited, as they were that day. */
  nombres: Record<EntidadId, string>;
  /** Printed in the package, outside the annex (R11). */
  advertencias: Advertencia[];
}

/** Package of a modelo as it stands, with what it lacks. */
export function empaquetar(m: Modelo, advertencias: readonly Advertencia[], catalogo: Catalogo): Contenido {
  const secciones = Object.fromEntries(DEL_PAQUETE.filter((k) => m.secciones[k]).map((k) => [k, m.secciones[k]])) as Contenido['secciones'];
  const citadas = new Set([m.sector, ...(secciones.otrosSectores?.filas.map((f) => f.sector) ?? [])]);
  return {
    formato: 1,
    servicio: m.servicio,
    nombreServicio: m.nombreServicio,
    territorio: m.territorio,
    nombreTerritorio: m.nombreTerritorio,
    sector: m.sector,
    secciones,
    indicadores: vigentes(m).map(({ criterios: _c, situacion, acuerdo: _a, ...i }) => ({ ...i, acordado: situacion === 'acordado' })),
    adiciones: [],
    nombres: Object.fromEntries([...citadas].map((id) => [id, catalogo.entidad(id)?.nombre ?? id])),
    advertencias: [...advertencias],
  };
}

/** Hash of a package (8.13). */
export function huellaDe(contenido: Contenido, huella: (texto: string) => string): string {
  return huella(canon(contenido));
}

/** Fields that hold a choice or a key: an amendment of text never touches them. */
const CERRADOS = new Set(['nivel', 'tipo', 'principio', 'sector', 'dimension', 'fecha']);

type Texto = string | number | boolean | undefined | null | Texto[] | { [clave: string]: Texto };

function reemplazar(valor: Texto, dice: string, debeDecir: string): { valor: Texto; veces: number } {
  if (typeof valor === 'string') {
    const trozos = valor.split(dice);
    return { valor: trozos.join(debeDecir), veces: trozos.length - 1 };
  }
  if (Array.isArray(valor)) {
    const partes = valor.map((v) => reemplazar(v, dice, debeDecir));
    return { valor: partes.map((p) => p.valor), veces: partes.reduce((n, p) => n + p.veces, 0) };
  }
  if (valor === null || typeof valor !== 'object') return { valor, veces: 0 };
  let veces = 0;
  const salida: { [clave: string]: Texto } = {};
  for (const [clave, v] of Object.entries(valor)) {
    const parte = CERRADOS.has(clave) ? { valor: v, veces: 0 } : reemplazar(v, dice, debeDecir);
    salida[clave] = parte.valor;
    veces += parte.veces;
  }
  return { valor: salida, veces };
}

/** Name a person reads of a part of the package. */
const nombreDeParte = (p: ParteEnmendable): string => (p === 'indicadores' ? 'Indicadores' : SECCIONES[p].titulo);

/**
 * Amendments made in session (R1), in order. Each quotation must occur exactly once in its section, so that nobody can
 * doubt what changed.
 */
export function enmendar(original: Contenido, enmiendas: readonly Enmienda[]): { contenido: Contenido } | { impedimentos: Impedimento[] } {
  let contenido = original;
  const impedimentos: Impedimento[] = [];
  for (const [i, { seccion, dice, debeDecir }] of enmiendas.entries()) {
    if (!dice) {
      contenido = { ...contenido, adiciones: [...contenido.adiciones, { seccion, texto: debeDecir }] };
      continue;
    }
    const parte = (seccion === 'indicadores' ? contenido.indicadores : contenido.secciones[seccion]) as unknown as Texto;
    const { valor, veces } = reemplazar(parte, dice, debeDecir);
    if (veces !== 1)
      impedimentos.push({
        numeral: '6.6',
        campo: `enmiendas[${i}].dice`,
        motivo:
          veces === 0
            ? `La sección «${nombreDeParte(seccion)}» no contiene el texto citado.`
            : `El texto citado aparece ${veces} veces en la sección «${nombreDeParte(seccion)}».`,
        remedio:
          veces === 0
            ? 'Cite el texto tal como figura en el paquete elevado, o deje vacío «Dice» para agregar un texto.'
            : 'Cite un fragmento más largo, que aparezca una sola vez.',
      });
    else if (seccion === 'indicadores') contenido = { ...contenido, indicadores: valor as unknown as IndicadorDelPaquete[] };
    else contenido = { ...contenido, secciones: { ...contenido.secciones, [seccion]: valor } };
  }
  return impedimentos.length > 0 ? { impedimentos } : { contenido };
}
