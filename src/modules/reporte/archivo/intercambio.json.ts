import { type Atributos, deTodos, Ilegible, type Recolector } from './intercambio.datos.ts';

/** JSON is read whole: a larger set comes as XML. */
const MAXIMO = 24 * 1024 * 1024;
/** Values gathered between two pauses. */
const PARTE = 20_000;

/** Attributes of an object that are text, numbers or yes/no; anything nested is refused. */
function planos(o: object, donde: string): Atributos {
  return Object.fromEntries(
    Object.entries(o).flatMap(([k, v]): [string, string][] => {
      if (v === null) return [];
      if (typeof v === 'object')
        throw new Ilegible(`«${k.slice(0, 60)}» no es un valor simple (${donde}).`, 'Exporte un dataValueSet de DHIS2, sin objetos anidados.');
      return [[k, String(v)]];
    }),
  );
}

/** Reads a DHIS2 data value set in JSON. */
export function* leerJson(texto: string, datos: Recolector): Generator<void, 'DHIS2 (JSON)'> {
  if (texto.length > MAXIMO) throw new Ilegible(`El JSON pesa más de ${MAXIMO / 1024 / 1024} MB.`, 'Divídalo por años, o expórtelo como XML o CSV.');
  let raiz: unknown;
  try {
    raiz = JSON.parse(texto);
  } catch {
    throw new Ilegible('El JSON está mal formado o incompleto.', 'Exporte de nuevo el archivo, sin editarlo a mano.');
  }
  const { dataValues, ...resto } = (raiz ?? {}) as { dataValues?: unknown };
  if (!Array.isArray(dataValues))
    throw new Ilegible(
      'El archivo es JSON, pero no un conjunto de datos de DHIS2: le falta la lista «dataValues».',
      'Cargue un dataValueSet de DHIS2, un CSV o un XLSX.',
    );
  const comunes = Object.fromEntries(Object.entries(resto).filter(([, v]) => typeof v === 'string')) as Record<string, string>;
  const grupo = deTodos(comunes);
  for (const [i, v] of dataValues.entries()) {
    const donde = `dato ${i + 1}`;
    if (typeof v !== 'object' || v === null) throw new Ilegible(`El ${donde} no es un objeto.`, 'Exporte de nuevo el dataValueSet.');
    datos.anotar(grupo, planos(v, donde), donde);
    if (i % PARTE === PARTE - 1) yield;
  }
  return 'DHIS2 (JSON)';
}
