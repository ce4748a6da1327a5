import type { DocumentoPdf } from './documento.ts';
import { leerTexto } from './escribir.ts';
import { type Dic, esDic, esRef, nombreDe, PdfIlegible, type Valor } from './objetos.ts';

const CAMPOS = 5_000;

export interface CampoDeFirma {
  /** Full name of the field: `Firma 1`. */
  nombre: string;
  /** Object of the field; undefined when it is written inside another. */
  num: number | undefined;
  dic: Dic;
  /** Signature dictionary, when signed. */
  firma: Dic | undefined;
  /** Object of the signature dictionary. */
  numFirma: number | undefined;
}

const numero = (v: Valor | undefined): number | undefined => (esRef(v) ? v.num : undefined);

/** Signature fields of the form, signed or not, in order. */
export function camposDeFirma(doc: DocumentoPdf): CampoDeFirma[] {
  const salida: CampoDeFirma[] = [];
  const vistos = new Set<number>();
  let cuantos = 0;
  const recorrer = (v: Valor, prefijo: string, tipo: string | undefined, nivel: number): void => {
    const num = numero(v);
    if (num !== undefined) {
      if (vistos.has(num)) return;
      vistos.add(num);
    }
    if (nivel > 20 || ++cuantos > CAMPOS) throw new PdfIlegible('El formulario del PDF tiene campos en exceso.');
    const dic = doc.dic(v);
    if (!dic) return;
    const propio = leerTexto(doc.resolver(dic.get('T')));
    const nombre = [prefijo, propio].filter((x) => x !== undefined && x !== '').join('.');
    const clase = nombreDe(doc.resolver(dic.get('FT'))) ?? tipo;
    if (clase === 'Sig' && (dic.has('V') || !dic.has('Kids'))) {
      const firma = doc.resolver(dic.get('V'));
      salida.push({ nombre, num, dic, firma: esDic(firma) ? firma : undefined, numFirma: numero(dic.get('V')) });
    }
    for (const hijo of doc.lista(dic.get('Kids'))) recorrer(hijo, nombre, clase, nivel + 1);
  };
  for (const campo of doc.lista(doc.dic(doc.catalogo.get('AcroForm'))?.get('Fields'))) recorrer(campo, '', undefined, 0);
  return salida;
}
