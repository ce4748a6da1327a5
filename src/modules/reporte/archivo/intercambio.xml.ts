import { SaxesParser } from 'saxes';
import { type Atributos, deTodos, Ilegible, type Recolector } from './intercambio.datos.ts';

/** Which element may stand inside which: whatever else comes is refused, never skipped. */
const DENTRO: Readonly<Record<string, readonly string[]>> = {
  '': ['adx', 'dataValueSet'],
  adx: ['group'],
  group: ['dataValue'],
  dataValue: ['annotation'],
  dataValueSet: ['dataValue'],
  annotation: [],
};
const ATRIBUTOS = 60;
const COMENTARIO = 2000;
/** Characters parsed between two pauses. */
const PARTE = 1_000_000;

/** Reads an ADX message or a DHIS2 data value set in XML. Declarations of types and entities are refused: nothing is expanded nor fetched. */
export function* leerXml(texto: string, datos: Recolector): Generator<void, 'ADX' | 'DHIS2 (XML)'> {
  const parser = new SaxesParser({ xmlns: true });
  const pila: string[] = [];
  let forma: 'ADX' | 'DHIS2 (XML)' = 'ADX';
  let grupo: Atributos = {};
  let dato: { atributos: Atributos; linea: number } | undefined;
  let nota = '';
  const linea = () => `línea ${parser.line}`;

  parser.on('error', () => {
    throw new Ilegible(`El XML está mal formado en la línea ${parser.line}, columna ${parser.column}.`, 'Exporte de nuevo el archivo, sin editarlo a mano.');
  });
  parser.on('doctype', () => {
    throw new Ilegible(`El XML declara tipos o entidades (DOCTYPE, ${linea()}); no se admiten.`, 'Exporte de nuevo el archivo desde el sistema de origen.');
  });
  parser.on('opentag', (tag) => {
    const padre = pila.at(-1) ?? '';
    if (!DENTRO[padre]?.includes(tag.local))
      throw padre === ''
        ? new Ilegible(
            `El archivo es XML, pero «${tag.local.slice(0, 60)}» no es un mensaje ADX ni un conjunto de datos de DHIS2.`,
            'Cargue un ADX (adx), un dataValueSet de DHIS2, un CSV o un XLSX.',
          )
        : new Ilegible(`No se esperaba «${tag.local.slice(0, 60)}» dentro de «${padre}» (${linea()}).`, 'Exporte de nuevo el archivo como ADX o dataValueSet.');
    pila.push(tag.local);
    const suyos = Object.values(tag.attributes).filter((a) => a.prefix === '');
    if (suyos.length > ATRIBUTOS) throw new Ilegible(`«${tag.local}» tiene más de ${ATRIBUTOS} atributos (${linea()}).`, 'Exporte de nuevo el archivo.');
    const atributos: Atributos = Object.fromEntries(suyos.map((a) => [a.local, a.value]));
    if (tag.local === 'dataValueSet') {
      forma = 'DHIS2 (XML)';
      grupo = deTodos(atributos);
    }
    if (tag.local === 'group') grupo = atributos;
    else if (tag.local === 'dataValue') dato = { atributos, linea: parser.line };
  });
  const suelto = (t: string) => {
    if (pila.at(-1) === 'annotation') nota = (nota + t).slice(0, COMENTARIO);
    else if (t.trim() !== '') throw new Ilegible(`Hay texto suelto en el XML (${linea()}).`, 'Los valores van en el atributo «value».');
  };
  parser.on('text', suelto);
  parser.on('cdata', suelto);
  parser.on('closetag', (tag) => {
    pila.pop();
    if (tag.local !== 'dataValue' || !dato) return;
    datos.anotar(grupo, nota.trim() ? { ...dato.atributos, comment: nota.trim() } : dato.atributos, `línea ${dato.linea}`);
    nota = '';
  });

  for (let i = 0; i < texto.length; i += PARTE) {
    parser.write(texto.slice(i, i + PARTE));
    yield;
  }
  parser.close();
  return forma;
}
