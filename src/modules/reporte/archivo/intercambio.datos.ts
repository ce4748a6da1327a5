import { enMemoria, type Lectura, type Tabla } from './tabla.ts';

/** A message that cannot be taken, in words for whoever sent it. */
export class Ilegible extends Error {
  readonly remedio: string;
  constructor(motivo: string, remedio: string) {
    super(motivo);
    this.remedio = remedio;
  }
}

/** Attributes of a data value, or what its group says of all of them. */
export type Atributos = Readonly<Record<string, string>>;

const FIJAS = ['orgUnit', 'period', 'dataElement', 'value', 'comment'] as const;
/** About the sending, or about the person who typed it: they say nothing of the figure. */
const AJENOS = new Set([
  ...['storedBy', 'timestamp', 'created', 'lastUpdated', 'lastUpdatedBy', 'followup', 'followUp', 'deleted'],
  ...['exported', 'completeDate', 'dataSetComplete', 'annotation'],
]);
const COLUMNAS = 60;
const LARGO = 500;
/** Different values that a column may have and still be offered to choose from. */
const DISTINTOS = 1000;
const TOPE_DE_DATOS = 2_000_000;

/** `2015-01-01/P1M` (ADX) or `2015Q1` (DHIS2) as the house writes periods; what it does not measure keeps its name in front. */
export function periodoDeIntercambio(escrito: string): { texto: string; admitido: boolean } {
  const t = escrito.trim();
  const si = (texto: string) => ({ texto, admitido: true });
  const no = (que: string) => ({ texto: `${que}: ${t}`, admitido: false });
  const adx = t.match(/^(\d{4})-(\d\d)-(\d\d)(?:T00:00:00(?:\.0+)?Z?)?\/(P[0-9YMWD]+)$/);
  if (adx) {
    const [, anio, mes, dia, plazo] = adx as unknown as [string, string, string, string, string];
    const m = Number(mes);
    if (plazo.endsWith('W') || plazo === 'P7D') return no('semanal');
    if (plazo.endsWith('D')) return no('diario');
    if (dia !== '01' || m < 1 || m > 12) return no('no empieza con el mes');
    if (plazo === 'P1M') return si(`${anio}-${mes}`);
    if (plazo === 'P3M') return m % 3 === 1 ? si(`${anio}-T${(m + 2) / 3}`) : no('no es un trimestre del año');
    if (plazo === 'P6M') return m % 6 === 1 ? si(`${anio}-S${(m + 5) / 6}`) : no('no es un semestre del año');
    if (plazo === 'P1Y' || plazo === 'P12M') return m === 1 ? si(anio) : no('año que no empieza en enero');
    return no('no admitido');
  }
  const dhis2 = t.match(/^(\d{4})(?:(0[1-9]|1[0-2])|Q([1-4])|S([12]))?$/);
  if (dhis2) {
    const [, anio, mes, trimestre, semestre] = dhis2;
    return si(`${anio}${mes ? `-${mes}` : trimestre ? `-T${trimestre}` : semestre ? `-S${semestre}` : ''}`);
  }
  if (/^\d{4}(W|(Wed|Thu|Sat|Sun)W|BiW)\d+$/.test(t)) return no('semanal');
  if (/^\d{8}$|^\d{4}-\d\d-\d\d$/.test(t)) return no('diario');
  if (/^\d{6}B$/.test(t)) return no('bimestral');
  return no(/^\d{4}[A-Z]/.test(t) ? 'año que no empieza en enero' : 'no admitido');
}

/** What a DHIS2 set says once for all its values. */
export const deTodos = (raiz: Atributos): Atributos =>
  Object.fromEntries(['dataSet', 'orgUnit', 'period', 'attributeOptionCombo'].flatMap((k) => (raiz[k] ? [[k, raiz[k]]] : [])));

/** Gathers data values into rows of text: a column for each attribute that tells one figure from another. */
export class Recolector {
  readonly #filas: string[][] = [];
  readonly #columnas = new Map<string, number>();
  #admitidos = 0;
  #primerPeriodo = '';

  get cuantos(): number {
    return this.#filas.length;
  }

  /** @param donde «línea 7», «dato 3»: where it stands in the file */
  anotar(grupo: Atributos, dato: Atributos, donde: string): void {
    const a = { ...grupo, ...dato };
    if (!a.dataElement?.trim()) throw new Ilegible(`Hay un dato sin su dataElement (${donde}).`, 'Exporte de nuevo el archivo: cada dato dice de qué es.');
    if (this.#filas.length >= TOPE_DE_DATOS) throw new Ilegible('El archivo trae más de dos millones de datos.', 'Divídalo, por ejemplo por años.');
    const p = periodoDeIntercambio(a.period ?? '');
    if (p.admitido) this.#admitidos++;
    else if (!this.#primerPeriodo) this.#primerPeriodo = `«${a.period ?? ''}» del dataElement «${a.dataElement}» (${donde})`;
    const fila = [a.orgUnit ?? '', p.texto, a.dataElement, a.deleted === 'true' ? `eliminado: ${a.value ?? ''}` : (a.value ?? ''), a.comment ?? ''];
    for (const [nombre, valor] of Object.entries(a)) {
      if (valor.length > LARGO && nombre !== 'comment')
        throw new Ilegible(`«${nombre.slice(0, 60)}» pasa de ${LARGO} caracteres (${donde}).`, 'Exporte códigos, no textos.');
      if (!AJENOS.has(nombre) && !(FIJAS as readonly string[]).includes(nombre)) fila[this.#columna(nombre, donde)] = valor;
    }
    this.#filas.push(fila);
  }

  #columna(nombre: string, donde: string): number {
    const ya = this.#columnas.get(nombre);
    if (ya !== undefined) return ya;
    if (this.#columnas.size >= COLUMNAS || nombre.length > 100)
      throw new Ilegible(`El archivo tiene demasiados atributos distintos (${donde}).`, `Se admiten hasta ${COLUMNAS} dimensiones.`);
    const i = FIJAS.length + this.#columnas.size;
    this.#columnas.set(nombre, i);
    return i;
  }

  tabla(codificacion: Tabla['codificacion']): Lectura {
    if (this.#filas.length === 0) return { ok: false, motivo: 'El archivo no trae ningún dato.', remedio: 'Elija en la exportación un periodo con datos.' };
    if (this.#admitidos === 0)
      return {
        ok: false,
        motivo: `Ningún periodo del archivo es un mes, trimestre, semestre o año del calendario; el primero es ${this.#primerPeriodo}.`,
        remedio: 'Exporte los datos por mes, trimestre, semestre o año.',
      };
    const cabeceras = [...FIJAS, ...this.#columnas.keys()];
    for (const f of this.#filas) for (let i = 0; i < cabeceras.length; i++) f[i] ??= '';
    const dimensiones: NonNullable<Tabla['dimensiones']> = [];
    for (const [columna, i] of [['dataElement', 2] as const, ...this.#columnas]) {
      const valores = new Set<string>();
      for (const f of this.#filas) if (valores.size <= DISTINTOS) valores.add(f[i] as string);
      if (valores.size > DISTINTOS)
        return { ok: false, motivo: `«${columna}» tiene más de ${DISTINTOS} valores distintos.`, remedio: 'Exporte solo los datos de este indicador.' };
      dimensiones.push({ columna, valores: [...valores].sort() });
    }
    const notas = ['La «línea» es el número de orden del dato en el archivo.'];
    return { ok: true, tabla: { cabeceras, filas: enMemoria(this.#filas), primera: 1, codificacion, separador: '', notas, dimensiones } };
  }
}
