import { describe, expect, it } from 'vitest';
import { codigoDe, codigoLegible, leerCodigo } from './codigo.ts';
import { lineasDe, marcaDe, parrafo, titulo } from './documento.ts';
import { enLetras } from './letras.ts';

describe('Piezas de un documento', () => {
  it.each([
    [1, 'uno'],
    [16, 'dieciséis'],
    [21, 'veintiuno'],
    [31, 'treinta y uno'],
    [100, 'cien'],
    [101, 'ciento uno'],
    [515, 'quinientos quince'],
    [1000, 'mil'],
    [21_001, 'veintiún mil uno'],
    [31_200, 'treinta y un mil doscientos'],
  ])('el folio %i se lee «%s»', (n, letras) => expect(enLetras(n)).toBe(letras));

  it('las marcas de lista siguen después de la z', () => {
    expect([0, 25, 26, 27].map((i) => marcaDe('letra', i))).toEqual(['a)', 'z)', 'aa)', 'ab)']);
    expect(marcaDe('numero', 2)).toBe('3.');
  });

  it('las líneas de texto no dependen de los espacios ni del tipo de fin de línea', () => {
    const d = { titulo: 'T', numero: 'N', entidad: '', fecha: '2026-01-01', marcas: [], bloques: [titulo('1.', 'Uno'), parrafo('a  b\r\nc\tñ')] };
    expect(lineasDe(d)).toEqual(['T', 'N', '1. Uno', 'a b', 'c ñ']);
  });
});

describe('Código de verificación', () => {
  it('el mismo texto da el mismo código, y otro da otro', () => {
    expect(codigoDe('acta')).toBe(codigoDe('acta'));
    expect(codigoDe('acta')).not.toBe(codigoDe('acta '));
  });

  it('tiene doce signos que no se confunden', () => {
    for (let i = 0; i < 300; i++) expect(codigoDe(`texto ${i}`)).toMatch(/^[2-9A-HJ-NP-TV-Z]{12}$/);
  });

  it('se lee con guiones, espacios o minúsculas, y no de cualquier modo', () => {
    const codigo = codigoDe('acta');
    expect(leerCodigo(codigoLegible(codigo))).toBe(codigo);
    expect(leerCodigo(` ${codigoLegible(codigo).toLowerCase().replaceAll('-', ' ')} `)).toBe(codigo);
    for (const malo of ['', codigo.slice(1), `${codigo}A`, codigo.replace(/./, '0'), codigo.replace(/./, 'I')]) expect(leerCodigo(malo)).toBeUndefined();
  });
});
